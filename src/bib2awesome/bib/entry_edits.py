"""Add and remove whole entries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.splice import Edit, apply, new_bytes
from bib2awesome.bib.style import line_of

__all__ = ["EXCEPTION", "add_entry", "remove_entry", "without_entries"]

_BLANKS = b" \t"
_WHITE = b" \t\r\n"
EXCEPTION = rb"[ \t]*+%+[ \t]*+bib2awesome:[ \t]*+ignore\b"
"""How a line begins that excepts the entry below it from rules of `check`, in any case."""
_EXCEPTION = re.compile(EXCEPTION, re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


def add_entry(document: Document, entry_source: str, after: Entry | None = None) -> list[Edit]:
    r"""Add an entry behind `after`, or behind all else in the file.

    `entry_source` has "\n" ends, which become the file's; a blank line comes before it where the file
    has blank lines between its entries.
    """
    data, newline = document.data, document.newline
    source = new_bytes(document, entry_source.strip().replace("\n", newline))
    end = newline.encode()
    at = _text_end(data, len(data)) if after is None else _line_rest(data, after.end)
    if at <= len(_BOM) and not data[:at].removeprefix(_BOM):
        return [Edit(at, at, source + end)]
    return [Edit(at, at, end * _gap(document) + source)]


def _line_rest(data: bytes, at: int) -> int:
    """Return the end of the line, so that a comment there stays; `at` itself if it holds an entry."""
    end = line_of(data, at).end
    return at if b"@" in data[at:end] else end


def _text_end(data: bytes, at: int) -> int:
    """Return where the white space before `at` begins; `rstrip` would copy the file for each entry."""
    while at and data[at - 1] in _WHITE:
        at -= 1
    return at


@lru_cache(1)  # asked for every one of thousands of new entries
def _gap(document: Document) -> int:
    """Return how many line ends stand between entries: 2 (a blank line) unless most have 1."""
    entries, data = document.entries, document.data
    gaps = [data[one.end : two.start] for one, two in pairwise(entries)]
    newline = document.newline.encode()
    tight = sum(gap.strip(_BLANKS) == newline for gap in gaps)
    return 1 if tight * 2 > len(gaps) else 2


def _with_exceptions(data: bytes, start: int) -> int:
    """Return where the exceptions directly above an entry start, else where it starts itself."""
    line = line_of(data, start)
    if data[line.start : start].strip(_BLANKS):
        return start
    first, at = start, line.start
    while at > 0:
        above = line_of(data, at - 1 - (data[at - 2 : at] == b"\r\n"))
        if _EXCEPTION.match(data, above.start, above.end) is None:
            return first
        first = at = above.start
    return first


def remove_entry(document: Document, entry: Entry) -> list[Edit]:
    """Remove an entry, its exceptions and the blank lines before it; text that shares its lines stays.

    Of the first text in a file the blank lines behind it go.

    Exceptions are the lines `% bib2awesome: ignore …` directly above it, which would be another's then.
    """
    return [_removal(document.data, entry.start, entry.end)]


def without_entries(document: Document, entries: Iterable[Entry]) -> bytes:
    """Return the file without these entries, each removed as `remove_entry` does, from the last on."""
    data = document.data
    for entry in sorted(entries, key=lambda entry: entry.index, reverse=True):
        data = apply(data, [_removal(data, entry.start, entry.end)])
    return data


def _removal(data: bytes, start: int, end: int) -> Edit:
    """Return the edit that removes the entry from `start` to `end`."""
    start = _with_exceptions(data, start)
    line_end = line_of(data, end)
    if data[end : line_end.end].strip(_BLANKS):
        return Edit(start, end, b"")
    before = _text_end(data, start)
    before_end = line_of(data, before).end
    before = before_end if before_end <= start else before  # blanks behind other text stay
    if before <= len(_BOM) and not data[:before].removeprefix(_BOM):
        behind = line_end.next
        while behind < len(data) and not data[behind : (line := line_of(data, behind)).end].strip(
            _BLANKS
        ):
            behind = line.next
        return Edit(before, behind if behind < len(data) else line_end.next, b"")
    return Edit(before, end, b"")
