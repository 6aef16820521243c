"""The documentation is true: generated parts are current, commands run, links lead somewhere.

A console block is run as it stands, in a folder with a small survey (or, where the page says so, an
empty one); the blocks of a page run in their order, and a page that says so asks stand-ins of the
services. `<!-- exit 1 -->` before a block says how its last command ends. Lines without `$` are the
output that must come.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from bib2awesome.cli.main import main
from tests.cli.conftest import BIB, README, TOML
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
HAND_WRITTEN = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")]
_FENCE = re.compile(
    r"^(?:<!-- exit (?P<code>\d+) -->\n)?^```(?P<kind>[a-z]+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NOT_RUN = {
    "pipx install ": "downloads; tests/test_packaging.py installs the wheel",
    "python3 -m venv ": "as above; .ci/run runs what README.md says",
    ".venv/bin/": "as above",
}
_CODE = re.compile(r'"([A-Z]\d{3})"')
_MARKDOWN_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """Commands of a page, the output that is shown for them, and how the last one ends."""

    commands: list[str]
    shown: list[str]
    code: int


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _blocks(text: str) -> list[Block]:
    found = []
    for match in _FENCE.finditer(text):
        if match["kind"] != "console":
            continue
        lines = match["body"].splitlines()
        found.append(
            Block(
                [line[2:] for line in lines if line.startswith("$ ")],
                [line for line in lines if not line.startswith("$ ")],
                int(match["code"] or 0),
            )
        )
    return found


def _folder(text: str, tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    if "<!-- starts in an empty folder -->" not in text:
        (folder / ".git").mkdir()
        (folder / "latex").mkdir()
        (folder / "survey.bib").write_text(BIB, encoding="utf-8")
        (folder / "categories.toml").write_text(TOML, encoding="utf-8")
        (folder / "README.md").write_text(README, encoding="utf-8")
    return folder


@pytest.mark.skipif(os.name == "nt", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("page", [*PAGES, *HAND_WRITTEN], ids=_name)
def test_every_command_that_is_shown_works(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = page.read_text(encoding="utf-8")
    services: dict[str, str] = {}
    if "<!-- asks the services -->" in text:
        services = dict(request.getfixturevalue("lab").env)
        services["BIB2AWESOME_CACHE_DIR"] = str(tmp_path / "cache")
    folder = _folder(text, tmp_path)
    state = tmp_path / "state"
    for block in _blocks(text):
        commands = [c for c in block.commands if not c.startswith(tuple(_NOT_RUN))]
        if not commands:
            continue
        last = commands.pop()
        # The folder that a block ends in is where the next one begins, as in a terminal.
        there = state.read_text(encoding="utf-8").strip() if state.exists() else str(folder)
        script = "\n".join(
            ["set -e", *commands, "set +e", last, "code=$?", f'pwd > "{state}"', "exit $code"]
        )
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=there,
            env=os.environ
            | services
            | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == block.code, f"{script}\n{done.stdout}"
        printed = done.stdout.splitlines()
        for line in block.shown:
            assert line in printed, f"{script}\n{done.stdout}"


def test_the_generated_parts_are_current() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stderr}run: python docs/generate.py"


@pytest.mark.parametrize("page", [*PAGES, *HAND_WRITTEN], ids=_name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in _MARKDOWN_LINK.findall(text):
        path, _, anchor = target.partition("#")
        if ":" in path or not path:
            continue
        linked = page.parent / path
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h).replace(" ", "-").lower() for h in headings}


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        assert page.name == "README.md" or page.relative_to(DOCS).as_posix() in index


def test_every_finding_is_explained_and_no_other() -> None:
    explained = set(
        re.findall(r"^\| ([A-Z]\d{3}) \|", (DOCS / "findings.md").read_text(), re.MULTILINE)
    )
    reported = {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in _CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert reported <= explained
    assert explained <= reported


def test_the_readme_has_one_command_to_render_and_one_to_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for end in ("/bib2awesome render", "-m pytest"):
        lines = [line for line in readme.splitlines() if line.rstrip().endswith(end)]
        assert len(lines) == 1
        assert lines[0].lstrip("$ ").startswith("python3 -m venv .venv && ")


def test_help_names_no_option_that_is_not_documented(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert options <= set(
        re.findall(r"--[a-z-]+", (DOCS / "README.md").read_text(encoding="utf-8"))
    )
