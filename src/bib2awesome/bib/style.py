"""How an author writes entries: indentation, the column of `=`, delimiters, line ends.

Learned from the entry itself, or where it has nothing to learn from, from the nearest one that has.
All offsets and columns here are in bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.document import Document, Entry, Field
from bib2awesome.bib.grammar import NUMBER, WHITE_OR_COMMENT

__all__ = [
    "EntryStyle",
    "Line",
    "cell_of",
    "comma_first",
    "comma_leads",
    "line_of",
    "newline_in",
    "own_line",
    "prefers_bare_numbers",
    "prefers_quotes",
    "style_of",
]

_BLANKS = b" \t"
_TAB = 8
_WINDOW = 4096


class Line(NamedTuple):
    """A line of the file: `start` to `end` without its line end, which goes up to `next`."""

    start: int
    end: int
    next: int


def line_of(data: bytes, at: int) -> Line:
    r"""Return the line that holds the offset `at`; lines end with \n, \r\n or \r."""
    end = data.find(b"\n", at)
    end = len(data) if end < 0 else end
    following = min(end + 1, len(data))
    lone = data.find(b"\r", at, end)
    if lone >= 0:
        end, following = lone, lone + 1 + (data[lone + 1 : lone + 2] == b"\n")
    # backwards window by window: `rfind` would go to the start of the file for the end that it lacks
    start, window = -1, at
    while start < 0 < window:
        low = max(window - _WINDOW, 0)
        start = max(data.rfind(b"\n", low, window), data.rfind(b"\r", low, window))
        window = low
    return Line(start + 1, end, following)


class Cell(NamedTuple):
    """One field as it is set: what stands before its name, before and after its `=`."""

    prefix: bytes
    name: bytes
    before: bytes
    after: bytes


class EntryStyle(NamedTuple):
    """The form of a new line in an entry.

    `prefix` is what stands before the name: indentation, or indentation and the comma of the
    comma-first style. `equals` is the column of `=` counted from the start of the line where the
    author aligns them, else None; `value` likewise the column of the value. `right` says that names
    end at one column, so that the indentation varies.
    """

    prefix: bytes
    before: bytes
    after: bytes
    equals: int | None
    value: int | None
    right: bool

    @property
    def comma_first(self) -> bool:
        """Whether each line starts with the comma that separates it from the one before."""
        return b"," in self.prefix

    def line(self, name: bytes, value: bytes) -> bytes:
        """Return `prefix name = value` in this style, without a line end."""
        return _before_value(self, name) + value

    def inline(self, name: bytes, value: bytes) -> bytes:
        """Return `name = value` with the spacing of the model, for entries on one line."""
        return name + self.before + b"=" + self.after + value


@lru_cache(maxsize=1024)  # a file has few names of fields, each of them thousands of times
def _before_value(style: EntryStyle, name: bytes) -> bytes:
    prefix, before = style.prefix, style.before
    if style.right and style.equals is not None:
        width = style.equals - len(before) - len(name)
        prefix = prefix.rstrip(_BLANKS) + b" " * max(width - len(prefix.rstrip(_BLANKS)), 1)
    elif style.equals is not None:
        before = _fill(prefix + name, style.equals, tabs=b"\t" in before)
    text = prefix + name + before + b"="
    after = style.after
    if style.value is not None:
        after = _fill(text, style.value, tabs=b"\t" in after)
    return text + after


def _fill(text: bytes, column: int, *, tabs: bool) -> bytes:
    """Return the blanks that take `text` to `column`, at least one; tabs as far as they reach."""
    filling = b""
    while tabs and _width(text + filling + b"\t") <= column:
        filling += b"\t"
    return (filling + b" " * (column - _width(text + filling))) or b" "


def _width(text: bytes) -> int:
    return len(text.expandtabs(_TAB))


def cell_of(document: Document, field: Field) -> Cell:
    """Return how a field is set; `prefix` is all that stands before it on its line."""
    data = document.data
    start, end = field.name_span
    found = WHITE_OR_COMMENT.match(data, end)
    equals = found.end() if found else end
    prefix = data[line_of(data, start).start : start]
    return Cell(prefix, data[start:end], data[end:equals], data[equals + 1 : field.value_span[0]])


def own_line(document: Document, field: Field) -> bool:
    """Whether a field starts its line, behind nothing but blanks or one comma."""
    data = document.data
    return data[line_of(data, field.start).start : field.start].strip(_BLANKS) in {b"", b","}


def comma_leads(document: Document, field: Field) -> bool:
    """Whether a field starts its line, behind a comma."""
    data = document.data
    return data[line_of(data, field.start).start : field.start].strip(_BLANKS) == b","


def comma_first(document: Document, entry: Entry) -> bool:
    """Whether commas stand before the fields of an entry and not behind them."""
    return any(comma_leads(document, field) for field in entry.fields)


def style_of(document: Document, entry: Entry, model: Field | None) -> EntryStyle:
    """Return the style of an entry, as of the field `model` where fields differ."""
    if model is None:
        return EntryStyle(b"  ", b" ", b" ", None, None, right=False)
    cells = [cell_of(document, field) for field in entry.fields if own_line(document, field)]
    chosen = cell_of(document, model)
    before, after = _plain(chosen.before), _plain(chosen.after)
    aligned = _column(cells, before=True)
    right = aligned is not None and len({cell.prefix for cell in cells}) > 1 and _right(cells)
    if aligned is None and len(before) > 1:
        aligned = _width(chosen.prefix + chosen.name + before)
    value = _column(cells, before=False) if aligned is None else None
    return EntryStyle(chosen.prefix, before, after, aligned, value, right)


def _plain(blanks: bytes) -> bytes:
    """Return the blanks between pieces, one blank where there is a comment or a line end instead."""
    return blanks if not blanks.strip(_BLANKS) else b" "


def _column(cells: Sequence[Cell], *, before: bool) -> int | None:
    """Return the column at which most names' `=` (or else values) stand though the names differ."""
    if len({len(cell.prefix + cell.name) for cell in cells}) < 2 and not _right(cells):  # noqa: PLR2004
        return None
    texts = [
        cell.prefix + cell.name + cell.before + (b"" if before else b"=" + cell.after)
        for cell in cells
    ]
    column, count = Counter(map(_width, texts)).most_common(1)[0]
    return column if count * 2 > len(cells) and count > 1 else None


def _right(cells: Sequence[Cell]) -> bool:
    """Whether the names are set to end at one column."""
    ends = {_width(cell.prefix + cell.name) for cell in cells}
    return len(ends) == 1 and len({len(cell.name) for cell in cells}) > 1


def newline_in(document: Document, entry: Entry) -> bytes:
    """Return the line end that an entry of several lines uses."""
    line = line_of(document.data, entry.start)
    return document.data[line.end : line.next]


def prefers_quotes(entry: Entry) -> bool:
    """Whether most text values of the entry stand in quotes."""
    opening = Counter(field.source[0] for field in entry.fields)
    return opening['"'] > opening["{"]


def prefers_bare_numbers(entry: Entry) -> bool:
    """Whether the entry writes its numbers without delimiters."""
    numbers = Counter(
        "bare" if source.isdigit() else "delimited"
        for source in (field.source for field in entry.fields)
        if source.isascii() and NUMBER.fullmatch(source.strip('{}"').encode())
    )
    return numbers["bare"] > numbers["delimited"]
