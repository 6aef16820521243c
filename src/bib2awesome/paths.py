"""Which texts may name a file below the survey's folder. Purely lexical; `files.inside` follows links."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["relative_problem"]

_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F


def relative_problem(text: str) -> str | None:
    """Say why `text` cannot name a file below the survey's folder, or return None if it can.

    The rules are the same on every platform, so that a survey that works on Linux works on Windows:
    forward slashes, no drive letter or stream (`:`), no absolute path, no `..`, nothing inside
    `.git` (whose hooks are commands), no control character.
    """
    return next((problem for wrong, problem in _RULES if wrong(text)), None)


def _has_control(text: str) -> bool:
    return any(ord(character) < _FIRST_PRINTABLE or ord(character) == _DELETE for character in text)


def _in_git(text: str) -> bool:
    # Windows drops dots and blanks at the end of a name, and most disks there ignore case.
    return any(part.rstrip(". ").casefold() == ".git" for part in text.split("/"))


_RULES: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda text: not text.strip(), "is empty"),
    (_has_control, "holds a control character"),
    (lambda text: "\\" in text, "holds a backslash; write `/`"),
    (lambda text: ":" in text, "holds a colon"),
    (lambda text: text.startswith("/"), "is absolute; paths are relative to the survey's folder"),
    (lambda text: ".." in text.split("/"), "leaves the survey's folder"),
    (_in_git, "lies inside `.git`"),
    (lambda text: text.rpartition("/")[2] in {"", "."}, "names a folder, not a file"),
)
