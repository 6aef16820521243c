from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import environment, snapshot, spawn

needs_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX terminals and pipes")


def _on_a_terminal(*words: str, cwd: Path, **settings: str) -> str:
    """Run a command whose output and error are a terminal, and return what it shows."""
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bib2awesome", *words],
        cwd=cwd,
        env=environment(TERM="xterm-256color", COLUMNS="80", **settings),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # EIO: the other end has gone
            break
        if not chunk:
            break
        shown += chunk
    os.close(ours)
    process.wait(timeout=60)
    return shown.decode()


@needs_posix
def test_colours_only_on_a_terminal_that_wants_them(survey: Path) -> None:
    red = "\x1b[31m"
    assert red in _on_a_terminal("rendr", cwd=survey)
    assert "\x1b" not in _on_a_terminal("rendr", cwd=survey, NO_COLOR="1")
    assert "\x1b" not in _on_a_terminal("--no-color", "stats", "--chek", cwd=survey)
    assert "\x1b" not in spawn("rendr", cwd=survey).err


@needs_posix
def test_an_empty_no_color_means_nothing(survey: Path) -> None:
    assert "\x1b" in _on_a_terminal("rendr", cwd=survey, NO_COLOR="")


@needs_posix
@pytest.mark.parametrize(
    "words", [["--help"], ["stats"], ["stats", "--json"], ["render", "--diff"]]
)
def test_a_closed_pipe_ends_quietly(survey: Path, words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "bib2awesome", *words],
        cwd=survey,
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    err = done.stderr.decode()
    assert done.returncode in {0, 1}
    assert "error:" not in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    assert "BrokenPipe" not in err


@needs_posix
def test_a_closed_error_pipe_does_not_stop_the_writing(survey: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "bib2awesome", "render"],
        cwd=survey,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=writer,
        check=False,
    )
    os.close(writer)
    assert done.returncode == 0
    assert "lovelace" in (survey / "README.md").read_text(encoding="utf-8")


@needs_posix
@pytest.mark.parametrize("closed", ["0", "1", "2", "012"])
def test_closed_streams_are_nobody_to_tell(survey: Path, closed: str) -> None:
    command = " ".join(f"{number}>&-" for number in closed)
    done = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m bib2awesome stats {command}'],
        cwd=survey,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_below_standard_output_is_an_error(survey: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bib2awesome", "stats"],
            cwd=survey,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    err = done.stderr.decode()
    assert done.returncode == 2
    assert "error: cannot write the output: " in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


def test_data_and_talk_go_separate_ways(survey: Path) -> None:
    before = snapshot(survey)
    shown = spawn("render", "--diff", cwd=survey)
    assert shown.out.startswith("--- ")
    assert "render: " in shown.err
    assert "render: " not in shown.out
    assert snapshot(survey) == before


@needs_posix
@pytest.mark.parametrize(
    ("words", "code"),
    [("apply -", 2), ("add -", 0), ("category remove machines", 2)],
)
def test_a_closed_standard_input_is_an_empty_one(survey: Path, words: str, code: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m bib2awesome {words} <&-', sys.executable],
        cwd=survey,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "bug" not in done.stderr
