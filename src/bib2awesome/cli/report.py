"""The way out: data on standard output, talk on standard error, and nothing that drives a terminal.

Errors read as `error: survey.bib:120:3: …`, then an empty line and `hint: …` where there is one.
Everything printed is UTF-8 whatever the locale, and every control character that came from a file is
shown as an escape.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

import click

from bib2awesome.errors import Finding, InputError, Severity, visible

__all__ = ["Report", "prepare_streams"]

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_WINDOWS = os.name == "nt"
_ADDED, _REMOVED, _PLACE = "green", "red", "cyan"


def prepare_streams() -> None:
    """Make standard output and error UTF-8, whatever the locale or code page says.

    What UTF-8 cannot say (half a surrogate pair of an undecodable path) becomes an escape, so that
    printing never fails for its content. Standard input that the caller closed (`<&-`) is empty.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - start-up; until the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's own stream may have none
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


class Report:
    """Prints what a command has to say.

    Args:
        verbosity: -1 for errors only, 0 for the usual, 1 for details too.
        color: False for none, True or None for colours where the stream is a terminal.
    """

    __slots__ = ("color", "verbosity")

    def __init__(self, *, verbosity: int = 0, color: bool | None = None) -> None:
        self.verbosity = verbosity
        self.color = color

    def data(self, text: str) -> None:
        """Print `text` as it is on standard output; it was made safe by whoever made it."""
        self._write(sys.stdout, text)

    def json(self, answer: Mapping[str, Any]) -> None:
        """Print one JSON object on standard output."""
        import json  # noqa: PLC0415 - start-up

        # ASCII-only escapes for what a terminal could act on; letters stay readable.
        text = json.dumps(answer, ensure_ascii=False, indent=2)
        self.data(text.translate(_JSON_ESCAPES) + "\n")

    def talk(self, text: str) -> None:
        """Print a line for people on standard error, unless `--quiet`."""
        if self.verbosity >= 0:
            self._write(sys.stderr, visible(text) + "\n")

    def always(self, text: str) -> None:
        """Print text for people on standard error, even with `--quiet`."""
        self._write(sys.stderr, visible(text))

    def detail(self, text: str) -> None:
        """Print a line for people on standard error with `--verbose` only."""
        if self.verbosity > 0:
            self.talk(text)

    def findings(self, findings: Iterable[Finding], *, as_data: bool = False) -> None:
        """Print findings on standard error; with `--quiet` only the errors.

        Where they are what the command was asked for (`as_data`), they go to standard output.
        """
        stream = sys.stdout if as_data else sys.stderr
        for finding in findings:
            if self.verbosity >= 0 or finding.severity is Severity.ERROR:
                self._finding(finding, stream)

    def diff(self, text: str, *, to_stderr: bool = False) -> None:
        """Print a unified diff, coloured on a terminal."""
        stream = sys.stderr if to_stderr else sys.stdout
        if self._colored(stream):
            text = "".join(_colored_line(line) for line in text.splitlines(keepends=True))
        self._write(stream, text)

    def table(
        self, heading: Sequence[str], rows: Sequence[Sequence[str]], *, to_stderr: bool = False
    ) -> None:
        """Print a table on standard output: drawn on a terminal, plain aligned columns elsewhere.

        Numbers (every column but the first that holds digits only) stand on the right. A table
        without rows is not printed, nor one for standard error with `--quiet`.
        """
        stream = sys.stderr if to_stderr else sys.stdout
        if not rows or (to_stderr and self.verbosity < 0):
            return
        cells = [
            [visible(cell).replace("\n", " ").replace("\t", " ") for cell in row] for row in rows
        ]
        if stream is not None and stream.isatty():
            from bib2awesome.cli.tables import drawn  # noqa: PLC0415 - start-up

            self._write(stream, drawn(heading, cells, color=self._colored(stream)))
        else:
            from bib2awesome.cli.tables import plain  # noqa: PLC0415 - start-up

            self._write(stream, plain(heading, cells))

    def _finding(self, finding: Finding, stream: IO[str]) -> None:
        kind = click.style(f"{finding.severity}:", fg=_COLORS[finding.severity], bold=True)
        place = f"{visible(str(finding.place))}: " if finding.place else ""
        text = f"{kind} {place}{visible(finding.message)}\n"
        if finding.hint and finding.severity is Severity.HINT:
            text = f"{text.rstrip()}; {visible(finding.hint)}\n"
        elif finding.hint:
            label = click.style("hint:", fg=_COLORS[Severity.HINT], bold=True)
            text += f"\n{label} {visible(finding.hint)}\n\n"
        self._write(stream, text)

    def _colored(self, stream: IO[str] | None) -> bool:
        if self.color is False or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        return stream is not None and stream.isatty()

    def _write(self, stream: IO[str] | None, text: str) -> None:
        if stream is None:  # closed by the caller (`>&-`): there is nobody to tell
            return
        try:
            click.echo(text, file=stream, nl=False, color=self._colored(stream))
            stream.flush()
        except BrokenPipeError:
            silence(stream)
        except OSError as error:
            silence(stream)
            if error.errno == errno.EINVAL and _WINDOWS:  # how it says "broken pipe"
                return
            raise InputError(f"cannot write the output: {error.strerror}") from error


def silence(stream: IO[str]) -> None:
    """Let `stream` lead nowhere: its reader has gone, and what it was told stays valid."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # a stream of a test, without a descriptor
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _colored_line(line: str) -> str:
    if line.startswith(("+++", "---")):
        return click.style(line, bold=True)
    color = {"+": _ADDED, "-": _REMOVED, "@": _PLACE}.get(line[:1])
    return click.style(line, fg=color) if color else line


# json.dumps escapes the controls below space itself; these are the rest that `errors.visible` knows.
_JSON_ESCAPES = {
    code: f"\\u{code:04x}"
    for code in (
        0x061C,
        *range(0x7F, 0xA0),
        *range(0x200E, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    )
}
