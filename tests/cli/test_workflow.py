"""The workflow that `init` writes and the action of this repository: their scripts, run as GitHub runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from bib2awesome.cli.starter import starter_files
from tests.cli.conftest import TOML
from tests.cli.runner import environment
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None or os.name == "nt",
    reason="needs bash and git",
)

ENTRY = """
@misc{%s,
  title    = {The %s of Looms},
  author   = {Jacquard, Marie},
  year     = {1804},
  url      = {https://example.org/%s},
  code     = {https://github.com/jacquard/%s},
  category = {machines},
}
"""
GH = """#!/bin/sh
echo "$@" >> "$CALLS"
test "$2" = create || cat "$PULL_REQUEST" 2>/dev/null
"""


class Ran(NamedTuple):
    """What a script left behind."""

    code: int
    out: str


class Hosted:
    """A survey with its workflow, cloned from a bare repository."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.clone, self.temporary = folder / "origin", folder / "clone", folder / "t"
        self.summary, self.calls = folder / "summary.md", folder / "calls"
        self.pull_request = folder / "pull-request"
        self.summary.touch()
        self.calls.touch()
        self.temporary.mkdir()
        (folder / "bin").mkdir()
        (folder / "bin" / "gh").write_text(GH, encoding="utf-8")
        (folder / "bin" / "gh").chmod(0o755)
        (folder / "bin" / "bib2awesome").write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m bib2awesome "$@"\n', encoding="utf-8"
        )
        (folder / "bin" / "bib2awesome").chmod(0o755)
        self.env = environment(
            PATH=f"{folder / 'bin'}:{os.environ['PATH']}",
            HOME=str(folder),
            PYTHONPATH=str(ROOT / "src"),
            RUNNER_TEMP=str(self.temporary),
            GITHUB_STEP_SUMMARY=str(self.summary),
            CALLS=str(self.calls),
            PULL_REQUEST=str(self.pull_request),
            GIT_CONFIG_GLOBAL=str(folder / "gitconfig"),
        )
        (folder / "gitconfig").write_text(
            '[user]\nname = "a"\nemail = "a@example.org"\n', encoding="utf-8"
        )
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.origin), at=folder)
        self.git("clone", "--quiet", str(self.origin), str(self.clone), at=folder)
        for name, text in starter_files(self.clone, "Awesome Machines"):
            self.write(name, text)
        self.write("categories.toml", TOML)
        self.write("survey.bib", ENTRY % ("first", "First Book", "first", "first"))
        self.commit("first")
        self.run("bib2awesome -q render")
        self.commit("rendered")
        self.git("push", "--quiet", "origin", "HEAD:main")

    def git(self, *words: str, at: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *words], cwd=at or self.clone, env=self.env, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    def write(self, name: str, text: str) -> None:
        path = self.clone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def append(self, text: str) -> None:
        with (self.clone / "survey.bib").open("a", encoding="utf-8") as file:
            file.write(text)

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--message={message}")
        return self.git("rev-parse", "HEAD")

    def run(self, script: str, *, shell: str = "bash -e", **env: str) -> Ran:
        words = [*shell.split(), "-c", script]
        done = subprocess.run(
            words, cwd=self.clone, env=self.env | env, check=False, capture_output=True
        )
        return Ran(done.returncode, (done.stdout + done.stderr).decode())

    def job(self, name: str, values: dict[str, str]) -> list[Ran]:
        """Run the scripts of a job, but those that install; the first that fails is the last."""
        text = (self.clone / ".github/workflows/survey.yml").read_text(encoding="utf-8")
        return self.steps(yaml.safe_load(text)["jobs"][name]["steps"], values, "bash -e")

    def steps(self, steps: list[dict[str, Any]], values: dict[str, str], shell: str) -> list[Ran]:
        ran = []
        for step in steps:
            script = step.get("run", "pip install")
            if "pip install" not in script:
                env = {name: filled(text, values) for name, text in step.get("env", {}).items()}
                ran.append(self.run(script, shell=shell, **env))
                if ran[-1].code:
                    break
        return ran


def filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda match: values[match[1]], text)


@pytest.fixture
def hosted(tmp_path: Path) -> Hosted:
    return Hosted(tmp_path)


def test_a_pull_request_shows_what_is_new_and_fails_for_nothing_old(hosted: Hosted):
    hosted.append("\n@misc{old, title = {Old and Wrong}, note = {}}\n")
    base = hosted.commit("an old fault")
    hosted.append(ENTRY % ("second", "Second Book", "second", "second"))
    hosted.commit("one more")
    before = (hosted.clone / "README.md").read_bytes()
    ran = hosted.job("check", {"github.event.pull_request.base.sha": base})
    assert [one.code for one in ran] == [0, 0], ran
    summary = hosted.summary.read_text(encoding="utf-8")
    assert summary.startswith("### New in the list\n\n")
    assert "The Second Book of Looms" in summary
    assert "First Book" not in summary
    assert (hosted.clone / "README.md").read_bytes() == before  # stale, and no failure
    assert hosted.git("status", "--porcelain") == ""


def test_a_pull_request_fails_for_its_own_fault(hosted: Hosted):
    base = hosted.git("rev-parse", "HEAD")
    hosted.append("\n@misc{new, title = {New and Wrong}, note = {}}\n@misc{broken\n")
    hosted.commit("a fault")
    *_, last = hosted.job("check", {"github.event.pull_request.base.sha": base})
    assert last.code == 1
    assert "::error file=survey.bib,line=" in last.out
    assert "title=S001 broken-block::" in last.out


def test_a_push_renders_and_commits_once(hosted: Hosted):
    hosted.append(ENTRY % ("second", "Second Book", "second", "second"))
    hosted.commit("one more")
    hosted.git("push", "--quiet", "origin", "HEAD:main")
    values = {"github.token": "secret", "github.ref_name": "main"}
    assert all(one.code == 0 for one in hosted.job("render", values))
    rendered = hosted.git("show", "main:README.md", at=hosted.origin)
    assert "The Second Book of Looms" in rendered
    assert hosted.git("log", "-1", "--format=%s", "main", at=hosted.origin) == "Render the survey"
    head = hosted.git("rev-parse", "main", at=hosted.origin)
    assert all(one.code == 0 for one in hosted.job("render", values))
    assert hosted.git("rev-parse", "main", at=hosted.origin) == head
    assert hosted.calls.read_text() == ""


@pytest.mark.parametrize("state", ["", "CLOSED", "OPEN"])
def test_where_the_branch_is_protected_a_pull_request_is_opened_once(hosted: Hosted, state: str):
    hosted.append(ENTRY % ("second", "Second Book", "second", "second"))
    hosted.commit("one more")
    hosted.git("push", "--quiet", "origin", "HEAD:main")
    hook = hosted.origin / "hooks" / "update"
    hook.write_text('#!/bin/sh\ntest "$1" != refs/heads/main\n', encoding="utf-8")
    hook.chmod(0o755)
    if state:
        hosted.pull_request.write_text(state + "\n", encoding="utf-8")
    ran = hosted.job("render", {"github.token": "secret", "github.ref_name": "main"})
    assert all(one.code == 0 for one in ran), ran
    proposed = hosted.git("show", "bib2awesome/render:README.md", at=hosted.origin)
    assert "The Second Book of Looms" in proposed
    created = [line for line in hosted.calls.read_text().splitlines() if " create " in line]
    assert bool(created) == (state != "OPEN")
    assert all("--base main --head bib2awesome/render" in line for line in created)


def action_steps(hosted: Hosted, values: dict[str, str], event: str) -> list[Ran]:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["runs"]["steps"]
    steps = [one for one in steps if event == "pull_request" or "if" not in one]
    return hosted.steps(steps, values, "bash --noprofile --norc -eo pipefail")


@pytest.mark.parametrize("directory", [".", "below"])
def test_the_action_does_the_same(hosted: Hosted, directory: str):
    if directory != ".":
        (hosted.clone / directory).mkdir()
        for name in ("survey.bib", "categories.toml", "README.md"):
            hosted.git("mv", name, f"{directory}/{name}")
    base = hosted.commit("moved")
    path = hosted.clone / directory / "survey.bib"
    with path.open("a", encoding="utf-8") as file:
        file.write(ENTRY % ("second", "Second Book", "second", "second"))
    hosted.commit("one more")
    values = {
        "inputs.directory": directory,
        "github.event.pull_request.base.sha": base,
        "inputs.since": base,
        "inputs.arguments": "--ignore missing-url,missing-code",
    }
    ran = action_steps(hosted, values, "pull_request")
    assert [one.code for one in ran] == [0, 0], ran
    assert "The Second Book of Looms" in hosted.summary.read_text(encoding="utf-8")
    assert "First Book" not in hosted.summary.read_text(encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write("@misc{empty, title = {A}, note = {}, category = {machines}}\n")
    values |= {"inputs.since": "", "inputs.arguments": ""}
    [last] = action_steps(hosted, values, "push")
    assert last.code == 1
    assert f"file={'' if directory == '.' else 'below/'}survey.bib,line=" in last.out
