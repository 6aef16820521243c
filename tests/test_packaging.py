"""What is installed is whole: the wheel has templates and tables, and works where nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from bib2awesome import __version__
from tests.cli.runner import snapshot
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "bib2awesome"


def _run(*words: str | Path, cwd: Path, code: int = 0) -> str:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={name: text for name, text in os.environ.items() if not name.startswith("PYTHON")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, f"{words}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution and, from it, the wheel."""
    pytest.importorskip("build", reason="the package `build` is not installed (extra `dev`)")
    pytest.importorskip("hatchling", reason="the package `hatchling` is not installed")
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.mark.slow
def test_the_wheel_holds_everything_that_the_package_reads(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    needed = {
        f"bib2awesome/{path.relative_to(SOURCE).as_posix()}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert needed <= names
    assert "bib2awesome/py.typed" in names
    assert "bib2awesome/papers/venues.toml" in names
    assert "bib2awesome/cli/templates/survey.yml" in names
    info = f"bib2awesome-{__version__}.dist-info"
    assert names - needed == {
        f"{info}/METADATA",
        f"{info}/WHEEL",
        f"{info}/RECORD",
        f"{info}/entry_points.txt",
        f"{info}/licenses/LICENSE",
    }


@pytest.mark.slow
def test_the_source_distribution_can_be_tested(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"tests/conftest.py", "docs/generate.py", "benchmarks/__main__.py", "LICENSE"} <= names
    assert {"survey.bib", "categories.toml", "README.md"} <= names


@pytest.mark.slow
def test_the_wheel_alone_starts_and_renders_a_survey(dist: Path, tmp_path: Path) -> None:
    """In an environment with the run-time dependencies and nothing else, without this checkout."""
    (wheel,) = dist.glob("*.whl")
    environment = tmp_path / "environment"
    _run(sys.executable, "-m", "venv", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    _run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    folder = tmp_path / "empty"
    folder.mkdir()
    program = scripts / "bib2awesome"
    assert _run(program, "--version", cwd=folder) == f"bib2awesome {__version__}\n"
    _run(program, "init", cwd=folder)
    _run(program, "render", cwd=folder)
    rendered = snapshot(folder)
    assert b"Denoising Diffusion Implicit Models" in rendered["README.md"]
    assert "latex/references.bib" in rendered
    _run(program, "render", "--check", cwd=folder)
    _run(program, "stats", cwd=folder)
    _run(scripts / "python", "-m", "bib2awesome", "--help", cwd=folder)
    assert snapshot(folder) == rendered


def test_the_asked_for_libraries_stay_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {line.partition(">")[0] for line in project["dependencies"]}
    assert {"bibtexparser", "pybtex", "click", "requests", "jinja2"} <= names
    tests = {line.partition(">")[0] for line in project["optional-dependencies"]["test"]}
    assert "pytest" in tests
    assert project["requires-python"] == ">=3.11"
    assert project["scripts"] == {"bib2awesome": "bib2awesome.__main__:main"}


def test_the_version_is_written_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/bib2awesome/__init__.py"
