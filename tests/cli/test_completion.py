from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import ROOT, environment, spawn

SHELLS = ("bash", "zsh", "fish")


def _completed(shell: str, words: str, cwd: Path) -> set[str]:
    """Return what the shell's script would be told for a line that ends in an unfinished word."""
    count = len(words.split(" ")) - 1
    env = environment(
        _BIB2AWESOME_COMPLETE=f"{shell}_complete",
        COMP_WORDS=words,
        COMP_CWORD=words.rpartition(" ")[2] if shell == "fish" else str(count),
    )
    done = spawn(cwd=cwd, env=env)
    assert done.err == ""
    if shell == "zsh":  # kind, value, help
        return set(done.out.splitlines()[1::3])
    separator = "," if shell != "fish" or "," in done.out else "\n"
    return {line.split(separator)[1].split("\t")[0] for line in done.out.splitlines() if line}


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_its_script(shell: str, tmp_path: Path) -> None:
    done = spawn(cwd=tmp_path, env=environment(_BIB2AWESOME_COMPLETE=f"{shell}_source"))
    assert done.code == 0
    assert "bib2awesome" in done.out
    page = (ROOT / "docs" / "shell.md").read_text(encoding="utf-8")
    assert f"_BIB2AWESOME_COMPLETE={shell}_source bib2awesome" in page


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bib2awesome re", {"rename-key", "render"}),
        ("bib2awesome render --d", {"--diff"}),
        ("bib2awesome render l", {"latex"}),
        ("bib2awesome render latex c", {"citation"}),
    ],
)
def test_commands_options_and_targets_are_completed(
    shell: str, words: str, expected: set[str], tmp_path: Path
) -> None:
    assert _completed(shell, words, tmp_path) == expected


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_the_script_works_in_a_real_bash(tmp_path: Path) -> None:
    version = subprocess.run(
        ["bash", "-c", "echo $BASH_VERSION"], capture_output=True, text=True, check=True
    ).stdout
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is None or tuple(map(int, numbers.groups())) < (4, 4):
        pytest.skip(f"completion needs bash 4.4, this is {version}")
    program = tmp_path / "bib2awesome"
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m bib2awesome "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    script = (
        'eval "$(_BIB2AWESOME_COMPLETE=bash_source bib2awesome)"\n'
        "COMP_WORDS=(bib2awesome render --fo); COMP_CWORD=2\n"
        "_bib2awesome_completion bib2awesome\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    env = environment()
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=env | {"PATH": f"{tmp_path}:{env['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["--force"]
