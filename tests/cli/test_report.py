from __future__ import annotations

import errno
import io
import os
import sys
from types import SimpleNamespace

import pytest

from bib2awesome.cli import report as reporting
from bib2awesome.cli.diff import unified
from bib2awesome.cli.report import Report, silence
from bib2awesome.errors import Finding, InputError, Place, Severity


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Broken(io.StringIO):
    """A stream that cannot be written, and fails with an error number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _: str) -> int:
        raise OSError(self.number, os.strerror(self.number))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    # Not `sys.stdout` itself, which pytest puts back between fixtures and test.
    monkeypatch.setattr(reporting, "sys", SimpleNamespace(stdout=stream, stderr=stream))
    return stream


def test_a_terminal_gets_colours(terminal: Terminal) -> None:
    Report().findings([Finding("", "", Severity.ERROR, "wrong", Place("a.bib", 1), hint="mend")])
    assert "\x1b[31m" in terminal.getvalue()
    assert "a.bib:1: wrong\n" in terminal.getvalue()


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_can_be_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]
) -> None:
    for name, text in settings.items():
        monkeypatch.setenv(name, text)
    Report().findings([Finding("", "", Severity.ERROR, "wrong")])
    Report().table(("category", "papers"), [("Machines", "1")])
    assert "\x1b" not in terminal.getvalue()


def test_a_diff_is_coloured_by_line(terminal: Terminal) -> None:
    Report().diff(unified("a.md", b"one\ntwo\n", b"one\nthree\n"))
    shown = terminal.getvalue()
    assert "\x1b[31m-two" in shown
    assert "\x1b[32m+three" in shown
    assert "\x1b[1m--- a/a.md" in shown
    assert " one\n" in shown


def test_a_table_is_drawn(terminal: Terminal) -> None:
    Report().table(("category", "papers"), [("Machines", "1")])
    assert "─" in terminal.getvalue()


def test_a_table_without_rows_is_nothing(terminal: Terminal) -> None:
    Report().table(("category", "papers"), [])
    assert terminal.getvalue() == ""


def test_a_broken_pipe_is_nobody_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(errno.EPIPE))
    Report().data("text")


def test_windows_says_broken_pipe_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(errno.EINVAL))
    monkeypatch.setattr(reporting, "_WINDOWS", True)
    Report().data("text")


def test_an_output_that_cannot_be_written_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(errno.ENOSPC))
    with pytest.raises(InputError, match="cannot write the output"):
        Report().data("text")


def test_a_silenced_stream_leads_nowhere() -> None:
    reader, writer = os.pipe()
    with open(writer, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
        silence(stream)
        stream.write("unheard")
    assert os.read(reader, 100) == b""
    os.close(reader)


def test_a_diff_says_where_the_last_line_does_not_end() -> None:
    assert unified("a.md", b"one", b"one\n") == (
        "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+one\n"
    )
    assert unified("a.md", None, b"one\n").startswith("--- /dev/null\n+++ b/a.md\n")
    assert unified("a.md", b"same", b"same") == ""


def test_a_diff_cannot_drive_the_terminal() -> None:
    shown = unified("a\x1b\n.md", b"", b"\x1b[31m \xff\xfe \r inside\r\n")
    assert "\x1b" not in shown
    assert "+\\x1b[31m \\udcff\\udcfe \\x0d inside\r\n" in shown
