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
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple, Protocol

from bib2awesome.bib.careful import Braces, Broken, read_entry, read_preamble, read_string
from bib2awesome.bib.grammar import ENTRY_LINE, FIELD, HEAD, OPENING

__all__ = ["Layout", "Mark", "Spans", "read"]

_SWALLOWED = 8
_LINE_END = re.compile(rb"[\r\n]")
_LF = 0x0A
_CLOSINGS = (b"", b"", b"}", b")")


class Spans(Protocol):
    """The pieces of a head or a field: a match of `grammar.HEAD` or `grammar.FIELD`, or its like.

    Of a head: 1 the type, 2 the key after a brace, 3 the key after a parenthesis; `lastindex` says
    which. Of a field: 1 the name, 2 the value, 3 the comma behind it.
    """

    @property
    def lastindex(self) -> int | None:
        """The number of the last piece that is there."""

    def __getitem__(self, number: int, /) -> bytes:
        """Return the text of a piece."""

    def span(self, number: int, /) -> tuple[int, int]:
        """Return where a piece stands, (-1, -1) if it is not there."""

    def group(self, one: int, two: int, /) -> tuple[Any, ...]:
        """Return two pieces."""


class Mark(NamedTuple):
    """A block that is no entry: `kind` is "string", "preamble", "comment" or "broken"."""

    kind: str
    start: int
    end: int
    name: tuple[int, int] | None = None
    value: tuple[int, int] | None = None
    broken: Broken | None = None


class Layout:
    """Where everything stands in one file.

    The spans are kept in the match objects that found them: they are made anyway, hold all offsets
    in C, and take less room than a tuple of the same numbers.
    """

    __slots__ = (
        "commented",
        "commented_out",
        "data",
        "ends",
        "fields",
        "firsts",
        "heads",
        "marks",
        "percents",
    )

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.heads: list[Spans] = []
        """One for each entry."""
        self.firsts = array("q")
        """For each entry the index of its first field in `fields`."""
        self.ends = array("q")
        """For each entry the offset behind its closing delimiter."""
        self.fields: list[Spans] = []
        """The fields of all entries, in file order."""
        self.marks: list[Mark] = []
        """The blocks that are no entries, in file order."""
        self.commented: set[int] = set()
        """The indices of entries that their author put behind a `%` or into a `@comment`."""
        self.commented_out: list[int] = []
        """The offsets of the `@` of such entries that BibTeX stumbles over."""
        self.percents: list[tuple[int, int]] = []
        """The spans of `%` comments inside entries."""

    def fields_of(self, index: int) -> Sequence[Spans]:
        """Return the fields of an entry."""
        firsts, following = self.firsts, index + 1
        return self.fields[firsts[index] : firsts[following] if following < len(firsts) else None]


def read(data: bytes) -> Layout:
    """Return the layout of `data`; never fails, whatever the bytes are."""
    # nothing here makes cycles, and a collection would look at every span again and again
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Reader(data).read()
    finally:
        if collecting:
            gc.enable()


class _Reader:
    """The state of one pass over a file."""

    __slots__ = (
        "_boundary",
        "_braces",
        "_comment_end",
        "_data",
        "_layout",
        "_line_end",
        "_previous_end",
    )

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._layout = Layout(data)
        self._braces = Braces(data)
        self._comment_end = 0
        self._previous_end = 0
        self._boundary = -1
        self._line_end = -1

    def read(self) -> Layout:
        """Return the layout; the loop is the fast way, `_step` the slow one."""
        data, layout = self._data, self._layout
        find, match_head = data.find, HEAD.match
        # undocumented, but what re.Scanner is made of: its `match` goes on where the last one ended
        scan_fields = FIELD.scanner  # type: ignore[attr-defined]
        heads, fields, ends = layout.heads, layout.fields, layout.ends
        at = find(b"@")
        while at >= 0:
            head = match_head(data, at)
            if head is not None:
                first, end = len(fields), head.end()
                fields += iter(scan_fields(data, end).match, None)
                if len(fields) > first:
                    end = fields[-1].end()  # type: ignore[attr-defined]
                if data[end : end + 1] == _CLOSINGS[head.lastindex or 0] and (
                    find(b"@", head.end(1), end) < 0 or not self._swallows(head.end(), end)
                ):
                    end += 1
                    if not at or data[at - 1] != _LF or at < self._comment_end:
                        self._note_commented(at)
                    heads.append(head)
                    layout.firsts.append(first)
                    ends.append(end)
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
        layout, result = (
            self._layout,
            read_entry(self._data, at, self._braces, tolerant=not commented),
        )
        if isinstance(result, Broken):
            return self._broken(at, result, commented=commented)
        head, fields, end, percents = result
        if self._swallows(head.end(), end):
            reason = Broken(at, "the end of this entry before the entries that follow it")
            return self._broken(at, reason, commented=commented)
        if commented:
            self._note_commented(at)
        layout.percents += percents
        layout.firsts.append(len(layout.fields))
        layout.heads.append(head)
        layout.ends.append(end)
        layout.fields += fields
        self._previous_end = end
        return end

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
        end = self._line_end_after(word_end)
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

    def _line_end_after(self, at: int) -> int:
        if self._line_end < at:
            found = _LINE_END.search(self._data, at)
            self._line_end = found.start() if found else len(self._data)
        return self._line_end

    def _starts_line(self, at: int) -> bool:
        before = self._line_before(at)
        return not before.strip(b" \t\r\n") or before.strip(b" \t\r\n") == b"\xef\xbb\xbf"

    def _line_before(self, at: int) -> bytes:
        data = self._data
        # never further back than the last block, so that no file is gone through again and again
        since = self._previous_end
        start = max(data.rfind(b"\n", since, at), data.rfind(b"\r", since, at)) + 1
        return data[max(start, since) : at]

    def _is_commented(self, at: int) -> bool:
        """Whether the author hid what starts at `at` behind a `%` or in a `@comment`."""
        if at < self._comment_end or b"%" in self._line_before(at):
            return True
        layout = self._layout
        previous = len(layout.heads) - 1
        if previous not in layout.commented or layout.ends[-1] != self._previous_end:
            return False
        return not _LINE_END.search(self._data, layout.heads[-1].span(0)[0], at)

    def _note_commented(self, at: int) -> None:
        if self._is_commented(at):
            self._layout.commented.add(len(self._layout.heads))

    def _swallows(self, start: int, end: int) -> bool:
        """Whether what reads as one entry holds so many entry heads that a brace must be missing."""
        inner = ENTRY_LINE.finditer(self._data, start, end)
        return len(list(islice(inner, _SWALLOWED + 1))) > _SWALLOWED
