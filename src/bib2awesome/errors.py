"""What can go wrong, said so that a person can act on it: the place, what is wrong there, and a hint.

Every room raises subclasses of `Bib2AwesomeError` or collects `Finding`s; only the command line turns
them into text and exit codes. The exit codes are those of sysexits(3) where it has one (70, a bug of
ours) and otherwise the contract of the documentation: 2 unusable input, 1 findings or refused.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar, NamedTuple

__all__ = [
    "Bib2AwesomeError",
    "BugError",
    "Finding",
    "InputError",
    "Place",
    "RefusedError",
    "Severity",
    "not_utf8",
    "visible",
]

# Bidirectional controls reorder what a reader sees (CVE-2021-42574); they are category Cf, as is the
# zero-width joiner that emoji need, so they are named one by one.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    r"""Return `text` with control, bidirectional and surrogate characters shown as escapes.

    Line feeds and tabs stay, so that a diff or a multi-line message keeps its shape; an escape
    character comes out as `\x1b`, so that data can never drive the reader's terminal.
    """
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import category  # noqa: PLC0415 - most of what is printed is plain

    return "".join(_shown(character, category) for character in text)


def _shown(character: str, category: Callable[[str], str]) -> str:
    if character in "\n\t":
        return character
    if character in _BIDI or category(character) in {"Cc", "Cs", "Zl", "Zp"}:
        code = ord(character)
        return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}"
    return character


_BYTE = 0x100


class Severity(StrEnum):
    """How much a finding matters; errors decide the exit code of every command."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(NamedTuple):
    """Where in which file. Lines and columns count from 1, columns in characters; None is unknown."""

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        """Return `file:line:column`, as far as it is known."""
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class Finding(NamedTuple):
    """One thing that is wrong: a stable code and name, what it is, and where.

    `key` and `field` name the entry and the field it is about, or are None. `fix` is `safe` or
    `unsafe` where a repair is known, else None.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place | None = None
    key: str | None = None
    field: str | None = None
    hint: str | None = None
    fix: str | None = None

    @classmethod
    def error(cls, message: str, place: Place | None = None, *, hint: str | None = None) -> Finding:
        """Return an error that no rule stands for, such as a wrong argument: it has no code or name."""
        return cls("", "", Severity.ERROR, message, place, hint=hint)

    def as_json(self) -> dict[str, object]:
        """Return the finding as one object of the `findings` list that `--json` prints."""
        place = self.place or Place("")
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "file": place.file or None,
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
            "key": self.key,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "fix": self.fix,
        }


class Bib2AwesomeError(Exception):
    """Base of everything that stops a command; carries one finding or several.

    Args:
        what: A message, or the findings themselves when there are several.
        place: Where, for a single message.
        hint: What to do about it, for a single message.
    """

    exit_code: ClassVar[int] = 2

    def __init__(
        self,
        what: str | list[Finding],
        *,
        place: Place | None = None,
        hint: str | None = None,
    ) -> None:
        if isinstance(what, str):
            what = [Finding.error(what, place, hint=hint)]
        self.findings: tuple[Finding, ...] = tuple(what)
        super().__init__("; ".join(finding.message for finding in self.findings))


class InputError(Bib2AwesomeError):
    """A file, setting or argument that cannot be used as it is; nothing was written."""

    exit_code = 2


def not_utf8(
    error: UnicodeDecodeError, name: str, what: str = "the file", hint: str = "save it as UTF-8"
) -> InputError:
    """Return the error for bytes that are not UTF-8: `what` is not, at a line of the file `name`."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return InputError(f"{what} is not UTF-8", place=Place(name, line), hint=hint)


class RefusedError(Bib2AwesomeError):
    """Writing would have destroyed something a person made; nothing was written."""

    exit_code = 1


class BugError(Bib2AwesomeError):
    """An invariant of our own does not hold: a bug in bib2awesome, not in the user's files."""

    exit_code = 70
