"""Split a .bib file into blocks and spans, at the speed of regular expressions over bytes.

The result is a `Layout`: flat arrays of offsets into the file, nothing copied, nothing decoded. Well
over 99 % of real entries take the fast way: one match for the head and one per field, driven from C,
without a line of Python per field. What that does not match goes to `bib2awesome.bib.careful`, which
counts braces, steps over `%` comments and says what was expected where.
"""

from __future__ import annotations

import gc
import re
from array import array
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from bib2awesome.bib.careful import Broken, Braces, read_entry, read_preamble, read_string
from bib2awesome.bib.grammar import ENTRY_LINE, FIELD, HEAD, OPENING

__all__ = ["FIELD_WIDTH", "HEAD_WIDTH", "Layout", "Mark", "read"]

HEAD_WIDTH = 7
"""Numbers per entry in `Layout.heads`: start, type start and end, key start and end, first field
(as an index into `Layout.fields`), end."""
FIELD_WIDTH = 8
"""Numbers per field in `Layout.fields`: start, start of what follows, name start and end, value start
and end, separator start and end (-1 and -1 where no comma follows)."""

_SWALLOWED = 8
_LINE_END = re.compile(rb"[\r\n]")
_regs = attrgetter("regs")
_flat = chain.from_iterable
_int32_max = 2**31 - 1


class Mark(NamedTuple):
    """A block that is no entry: `kind` is "string", "preamble", "comment" or "broken"."""

    kind: str
    start: int
    end: int
    name: tuple[int, int] | None = None
    value: tuple[int, int] | None = None
    broken: Broken | None = None


class Layout:
    """Where everything stands in one file, as offsets into its bytes."""

    __slots__ = ("commented", "commented_out", "data", "fields", "heads", "marks", "percents")

    def __init__(self, data: bytes) -> None:
        code = "i" if len(data) <= _int32_max else "q"
        self.data = data
        self.heads: array[int] = array(code)
        self.fields: array[int] = array(code)
        self.marks: list[Mark] = []
        self.commented: set[int] = set()
        self.commented_out: list[int] = []
        self.percents: list[tuple[int, int]] = []


def read(data: bytes) -> Layout:
    """Return the layout of `data`; never fails, whatever the bytes are."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Reader(data).read()
    finally:
        if collecting:
            gc.enable()


class _Reader:
    """The state of one pass over a file."""

    __slots__ = ("_boundary", "_braces", "_comment_end", "_data", "_layout", "_previous_end")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._layout = Layout(data)
        self._braces = Braces(data)
        self._comment_end = 0
        self._previous_end = 0
        self._boundary = 0

    def read(self) -> Layout:
        data, layout = self._data, self._layout
        find, head, scanner = data.find, HEAD.match, FIELD.scanner
        fields, add_head, add_fields = layout.fields, layout.heads.extend, layout.fields.extend
        at = find(b"@")
        while at >= 0:
            found = head(data, at)
            if found is not None:
                (_, end), (type_start, type_end), (key_start, key_end), in_parentheses = found.regs
                closing = b"}"
                if key_start < 0:
                    key_start, key_end = in_parentheses
                    closing = b")"
                first = len(fields)
                add_fields(_flat(_flat(map(_regs, iter(scanner(data, end).match, None)))))
                if len(fields) > first:
                    end = fields[-7]
                if data[end : end + 1] == closing and (
                    find(b"@", type_end, end) < 0 or not self._swallows(key_end, end)
                ):
                    end += 1
                    if (at and data[at - 1] != 10) or at < self._comment_end:
                        self._note_commented(at)
                    add_head((at, type_start, type_end, key_start, key_end, first, end))
                    self._previous_end = end
                    at = find(b"@", end)
                    continue
                del fields[first:]
            at = find(b"@", self._step(at))
        return layout

    def _step(self, at: int) -> int:
        """Read what starts at `at` the slow way; return where to look for the next `@`."""
        data = self._data
        opening = OPENING.match(data, at)
        if opening is None:
            return at + 1
        word, commented = opening[1].lower(), self._is_commented(at)
        if word == b"comment":
            return self._comment(at, opening.end(1))
        if opening[2] is None and (commented or not self._starts_line(at)):
            return at + 1
        if word == b"string":
            return self._string(at, commented=commented)
        if word == b"preamble":
            return self._preamble(at, commented=commented)
        return self._entry(at, commented=commented)

    def _entry(self, at: int, *, commented: bool) -> int:
        layout, result = self._layout, read_entry(self._data, at, self._braces, tolerant=not commented)
        if isinstance(result, Broken):
            return self._broken(at, result, commented=commented)
        head, fields, percents = result
        if self._swallows(head.key_end, head.end):
            reason = Broken(at, "the end of this entry before the entries that follow it")
            return self._broken(at, reason, commented=commented)
        if commented:
            self._note_commented(at)
        layout.percents += percents
        layout.heads.extend((at, *head[:4], len(layout.fields), head.end))
        layout.fields.extend(fields)
        self._previous_end = head.end
        return head.end

    def _string(self, at: int, *, commented: bool) -> int:
        result = read_string(self._data, at, self._braces)
        if isinstance(result, Broken):
            return self._broken(at, result, commented=commented)
        name, value, end = result
        return self._mark(Mark("string", at, end, name, value))

    def _preamble(self, at: int, *, commented: bool) -> int:
        result = read_preamble(self._data, at, self._braces)
        if isinstance(result, Broken):
            return self._broken(at, result, commented=commented)
        value, end = result
        return self._mark(Mark("preamble", at, end, None, value))

    def _comment(self, at: int, word_end: int) -> int:
        """Mark a `@comment`. BibTeX skips the word only: an entry inside its braces is alive."""
        data = self._data
        end = _line_end(data, word_end)
        opening = OPENING.match(data, at)
        if opening is not None and opening[2] == b"{":
            closing = self._braces.closing(opening.end() - 1)
            end = closing + 1 if closing is not None else end
        elif at < self._comment_end:
            end = min(end, self._comment_end)
        self._comment_end = max(self._comment_end, end)
        inner = data.find(b"@", word_end, end)
        while inner >= 0:
            found = OPENING.match(data, inner)
            if found is not None and found[2] is not None:
                end = inner
                break
            inner = data.find(b"@", inner + 1, end)
        return self._mark(Mark("comment", at, end))

    def _broken(self, at: int, reason: Broken, *, commented: bool) -> int:
        """Mark a broken block up to the next line that starts with `@`, or to the `@` in the way."""
        if commented:  # BibTeX stumbles here, but the author meant nothing to be read
            self._layout.commented_out.append(at)
            return at + 1
        data, end = self._data, self._next_boundary(at + 1)
        if at < reason.at < end and data[reason.at : reason.at + 1] == b"@":
            end = reason.at
        return self._mark(Mark("broken", at, end, broken=reason))

    def _mark(self, mark: Mark) -> int:
        self._layout.marks.append(mark)
        self._previous_end = mark.end
        return mark.end

    def _next_boundary(self, at: int) -> int:
        """Return the next line-starting `@` from `at` on, or the end of the file."""
        if self._boundary < at:
            boundary = self._data.find(b"@", at)
            while boundary >= 0 and not self._starts_line(boundary):
                boundary = self._data.find(b"@", boundary + 1)
            self._boundary = boundary if boundary >= 0 else len(self._data)
        return self._boundary

    def _starts_line(self, at: int) -> bool:
        before = self._line_before(at)
        return not before.strip(b" \t\r\n") or before.strip(b" \t\r\n") == b"\xef\xbb\xbf"

    def _line_before(self, at: int) -> bytes:
        data = self._data
        start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
        return data[max(start, self._previous_end) : at]

    def _is_commented(self, at: int) -> bool:
        """Whether the author hid what starts at `at` behind a `%` or in a `@comment`."""
        if at < self._comment_end or b"%" in self._line_before(at):
            return True
        heads, layout = self._layout.heads, self._layout
        if not heads or heads[-1] != self._previous_end:
            return False
        previous = len(heads) // HEAD_WIDTH - 1
        return previous in layout.commented and not _LINE_END.search(self._data, heads[-7], at)

    def _note_commented(self, at: int) -> None:
        if self._is_commented(at):
            self._layout.commented.add(len(self._layout.heads) // HEAD_WIDTH)

    def _swallows(self, start: int, end: int) -> bool:
        """Whether what reads as one entry holds so many entry heads that a brace must be missing."""
        inner = ENTRY_LINE.finditer(self._data, start, end)
        return len(list(islice(inner, _SWALLOWED + 1))) > _SWALLOWED


def _line_end(data: bytes, at: int) -> int:
    found = _LINE_END.search(data, at)
    return found.start() if found else len(data)
