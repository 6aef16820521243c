"""Read what the fast expressions cannot: deep braces, comments inside entries, and broken blocks.

The functions here walk one block piece by piece. They accept exactly what BibTeX accepts and, where
asked, `%` comments between the pieces (which BibTeX refuses and biber allows); everything else ends
in a `Broken` that says where the reading stopped and what would have been right there.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from bib2awesome.bib.grammar import BRACKET, NAME, TOKEN, WHITE, WHITE_OR_COMMENT

__all__ = [
    "Braces",
    "Broken",
    "Pieces",
    "Scan",
    "is_value",
    "read_entry",
    "read_preamble",
    "read_string",
]

_BRACE_OR_QUOTE = re.compile(rb'[{}"]')
_KEY = {0x7B: re.compile(rb"[^ \t\r\n,}]*+"), 0x28: re.compile(rb"[^ \t\r\n,]*+")}
_CLOSING = {0x7B: 0x7D, 0x28: 0x29}
_AT, _COMMA, _EQUALS, _HASH, _PERCENT, _OPEN, _CLOSE, _QUOTE, _PARENTHESIS = b'@,=#%{}"('
_NOWHERE = (-1, -1)


class Broken(NamedTuple):
    """Why a block cannot be read: the offset where reading stopped and what was expected there."""

    at: int
    expected: str


class Pieces:
    """Spans found piece by piece, with the face of the match objects that the fast way keeps."""

    __slots__ = ("_data", "_spans", "lastindex")

    def __init__(self, data: bytes, *spans: tuple[int, int]) -> None:
        self._data = data
        self._spans = spans
        self.lastindex = max(number for number, span in enumerate(spans) if span[0] >= 0)

    def __getitem__(self, number: int, /) -> bytes:
        """Return the text of a piece."""
        start, end = self._spans[number]
        return self._data[start:end] if start >= 0 else b""

    def span(self, number: int = 0, /) -> tuple[int, int]:
        """Return where a piece stands, (-1, -1) if it is not there."""
        return self._spans[number]

    def end(self, number: int = 0, /) -> int:
        """Return where a piece ends."""
        return self._spans[number][1]

    def group(self, one: int, two: int, /) -> tuple[bytes, bytes]:
        """Return two pieces."""
        return self[one], self[two]


@cache
def _token_pattern() -> re.Pattern[bytes]:
    return re.compile(TOKEN)


class _BrokenError(Exception):
    def __init__(self, at: int, expected: str) -> None:
        super().__init__(expected)
        self.broken = Broken(at, expected)


class Braces:
    """Which `}` closes which `{`, for a whole file, found once and only when it is needed.

    Without it each unclosed brace would be looked for up to the end of the file, and a file of
    unclosed entries would take quadratic time.
    """

    __slots__ = ("_closes", "_data", "_opens")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._opens: array[int] | None = None
        self._closes: array[int] = array("q")

    def closing(self, at: int) -> int | None:
        """Return the offset of the brace that closes the one at `at`, or None if none does."""
        opens = self._opens
        if opens is None:
            opens = self._opens = self._match()
        end = self._closes[bisect_left(opens, at)]
        return None if end < 0 else end

    def _match(self) -> array[int]:
        opens, closes = array("q"), self._closes
        unclosed: list[int] = []
        for found in BRACKET.finditer(self._data):
            at = found.start()
            if found[0] == b"{":
                unclosed.append(len(opens))
                opens.append(at)
                closes.append(-1)
            elif unclosed:
                closes[unclosed.pop()] = at
        return opens


class Scan:
    """A position in a file that moves forward over BibTeX's pieces."""

    __slots__ = ("_braces", "_data", "_tolerant", "at", "percents")

    def __init__(self, data: bytes, at: int, braces: Braces, *, tolerant: bool = False) -> None:
        self._data = data
        self._braces = braces
        self._tolerant = tolerant
        self.at = at
        self.percents: list[tuple[int, int]] = []

    def peek(self) -> int:
        """Return the byte at the position, -1 at the end of the file."""
        return self._data[self.at] if self.at < len(self._data) else -1

    def white(self) -> None:
        """Step over white space, and where it is tolerated over `%` comments, which are noted."""
        data = self._data
        self.at = _skip_white(data, self.at)
        while self._tolerant and self.peek() == _PERCENT:
            comment = WHITE_OR_COMMENT.match(data, self.at)
            assert comment is not None  # noqa: S101  the pattern matches the empty text
            self.percents.append((self.at, self.at + len(comment[0].rstrip())))
            self.at = comment.end()

    def name(self, what: str) -> tuple[int, int]:
        """Step over an identifier and return its span."""
        found = NAME.match(self._data, self.at)
        if found is None:
            raise _BrokenError(self.at, what)
        self.at = found.end()
        return found.span()

    def literal(self, byte: int, what: str) -> None:
        """Step over one byte."""
        if self.peek() != byte:
            raise _BrokenError(self.at, what)
        self.at += 1

    def value(self) -> tuple[int, int]:
        """Step over a value with its concatenations and return its span."""
        start = self.at
        self.token()
        while True:
            end = self.at
            self.white()
            if self.peek() != _HASH:
                return start, end
            self.at += 1
            self.white()
            self.token()

    def token(self) -> None:
        """Step over one piece of a value: a text in braces or quotes, a number, a macro's name."""
        found = _token_pattern().match(self._data, self.at)
        if found is not None:
            self.at = found.end()
        elif self.peek() == _OPEN:
            self.at = self._closed(self.at)
        elif self.peek() == _QUOTE:
            self._quoted()
        else:
            raise _BrokenError(self.at, 'a value: `{…}`, `"…"`, a number or the name of a macro')

    def _closed(self, at: int) -> int:
        end = self._braces.closing(at)
        if end is None:
            raise _BrokenError(at, "a `}` that closes this `{`")
        return end + 1

    def _quoted(self) -> None:
        start = at = self.at
        while found := _BRACE_OR_QUOTE.search(self._data, at + 1):
            at = found.start()
            byte = self._data[at]
            if byte == _QUOTE:
                self.at = at + 1
                return
            if byte == _CLOSE:
                raise _BrokenError(at, 'a `"` that ends the value, or a `{` before this `}`')
            at = self._closed(at) - 1
        raise _BrokenError(start, 'a `"` that ends this value')


def is_value(source: bytes) -> bool:
    """Whether `source` is one whole value, delimiters included."""
    scan = Scan(source, 0, Braces(source))
    try:
        return scan.value() == (0, len(source))
    except _BrokenError:
        return False


def read_entry(
    data: bytes, at: int, braces: Braces, *, tolerant: bool
) -> tuple[Pieces, list[Pieces], int, list[tuple[int, int]]] | Broken:
    """Read the entry whose `@` stands at `at`.

    Returns:
        The pieces of the head and of each field, the end, and the spans of the `%` comments inside;
        or why the entry cannot be read.
    """
    scan = Scan(data, at + 1, braces, tolerant=tolerant)
    try:
        return (*_entry(data, at, scan), scan.percents)
    except _BrokenError as error:
        return error.broken


def _entry(data: bytes, at: int, scan: Scan) -> tuple[Pieces, list[Pieces], int]:
    type_span = _word(data, scan)
    opening = scan.peek()
    if opening not in _KEY:
        raise _BrokenError(scan.at, "`{` or `(` after the entry type")
    found = _KEY[opening].match(data, _skip_white(data, scan.at + 1))
    assert found is not None  # noqa: S101  the pattern matches the empty text
    scan.at = found.end()
    key = (_NOWHERE, found.span()) if opening == _PARENTHESIS else (found.span(), _NOWHERE)
    head = Pieces(data, (at, scan.at), type_span, *key)
    scan.white()
    closing = _CLOSING[opening]
    if scan.peek() not in (_COMMA, closing):
        raise _BrokenError(scan.at, f"`,` or `{closing:c}` after the citation key")
    fields: list[Pieces] = []
    while scan.peek() == _COMMA:
        scan.at += 1
        scan.white()
        if scan.peek() == closing:
            break
        fields.append(_field(data, scan, closing))
    return head, fields, scan.at + 1


def _field(data: bytes, scan: Scan, closing: int) -> Pieces:
    expected = f"a field name or `{closing:c}`"
    name = scan.name(expected)
    scan.white()
    if data[name[0]] == _AT and scan.peek() in _CLOSING:  # the next entry, not a field's name
        raise _BrokenError(name[0], expected)
    scan.literal(_EQUALS, "`=` after the field name")
    scan.white()
    value = scan.value()
    byte = scan.peek()
    if byte not in (_COMMA, closing):
        raise _BrokenError(scan.at, f"`,` or `{closing:c}` after the field's value")
    comma = (scan.at, scan.at + 1) if byte == _COMMA else _NOWHERE
    return Pieces(data, (name[0], scan.at), name, value, comma)


def _word(data: bytes, scan: Scan) -> tuple[int, int]:
    scan.at = _skip_white(data, scan.at)
    span = scan.name("an entry type after `@`")
    scan.at = _skip_white(data, scan.at)
    return span


def _skip_white(data: bytes, at: int) -> int:
    found = WHITE.match(data, at)
    assert found is not None  # noqa: S101  the pattern matches the empty text
    return found.end()


def read_string(
    data: bytes, at: int, braces: Braces
) -> tuple[tuple[int, int], tuple[int, int], int] | Broken:
    """Read the `@string` at `at`: the spans of its name and its value and its end, or why not."""
    scan = Scan(data, at + 1, braces, tolerant=True)
    try:
        closing = _open_command(data, scan)
        name = scan.name("the name of the macro")
        scan.white()
        scan.literal(_EQUALS, "`=` after the macro's name")
        scan.white()
        value = scan.value()
        scan.literal(closing, f"`{closing:c}` after the macro's value")
    except _BrokenError as error:
        return error.broken
    return name, value, scan.at


def read_preamble(data: bytes, at: int, braces: Braces) -> tuple[tuple[int, int], int] | Broken:
    """Read the `@preamble` at `at`: the span of its value and its end, or why not."""
    scan = Scan(data, at + 1, braces, tolerant=True)
    try:
        closing = _open_command(data, scan)
        value = scan.value()
        scan.literal(closing, f"`{closing:c}` after the preamble's text")
    except _BrokenError as error:
        return error.broken
    return value, scan.at


def _open_command(data: bytes, scan: Scan) -> int:
    _word(data, scan)
    opening = scan.peek()
    if opening not in _CLOSING:
        raise _BrokenError(scan.at, "`{` or `(`")
    scan.at += 1
    scan.white()
    return _CLOSING[opening]
