"""Who may import whom, and other rules about the code that a machine can check."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "bib2awesome"
MODULES = sorted(SOURCE.rglob("*.py"))
NETWORK = {"urllib.request", "http.client", "socket", "ftplib", "smtplib", "asyncio"}
LONGEST_FILE = 400


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_rooms_import_only_what_is_below_them() -> None:
    importlinter = pytest.importorskip("importlinter.cli", reason="import-linter is not installed")
    assert importlinter.lint_imports(str(ROOT / "pyproject.toml"), cache_dir=None) == 0


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_http_module_opens_connections(path: Path) -> None:
    if _name(path) == "sources/http.py":
        return
    imports = _imports(ast.parse(path.read_text(encoding="utf-8")))
    assert not imports & NETWORK
    assert "requests" not in {name.partition(".")[0] for name in imports}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_its_room_imports_click_and_jinja2(path: Path) -> None:
    imports = _imports(ast.parse(path.read_text(encoding="utf-8")))
    packages = {name.partition(".")[0] for name in imports}
    room = _name(path).partition("/")[0]
    assert "click" not in packages or room == "cli"
    assert "jinja2" not in packages or room == "render"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert any(
        isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body
    )


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_files_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.stem.endswith(("_tables", "_data", "_characters")):
        return  # data, not code
    assert len(lines) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_exports_are_sorted_and_exist(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    exported = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    ]
    for names in exported:
        assert len(names) == len(set(names))
        name = f"bib2awesome.{_name(path)[:-3].replace('/', '.').removesuffix('.__init__')}"
        module = importlib.import_module(name)
        assert all(hasattr(module, exported) for exported in names)


def test_no_module_runs_code_of_others_when_imported() -> None:
    """Importing the package and the command line reads no file of the user's and loads no plugin."""
    code = (
        "import sys, bib2awesome.cli.main;"
        "loaded = [m for m in sys.modules if m.startswith('bib2awesome.')];"
        "sys.exit(any('.render' in m or '.papers' in m or '.bib.' in m for m in loaded))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_dependencies_are_declared_with_a_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    for line in (*project["dependencies"], *extras):
        assert line.startswith("bib2awesome[") or (">=" in line and "<" in line), line


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {line.split(">")[0].replace("-", "_") for line in project["dependencies"]}
    declared = {{"markdown_it_py": "markdown_it"}.get(name, name) for name in declared}
    packages = {
        name.partition(".")[0]
        for path in MODULES
        for name in _imports(ast.parse(path.read_text(encoding="utf-8")))
    }
    foreign = packages - set(sys.stdlib_module_names) - {"bib2awesome", ""}
    assert foreign <= declared
