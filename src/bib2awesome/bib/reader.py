"""Split a .bib file into blocks and spans, at the speed of regular expressions over bytes.

The result is a `Layout`: flat arrays of offsets into the file, nothing copied, nothing decoded. Well
over 99 % of real entries take the fast way: one match for the head and one per field, driven from C,
without a line of Python per field. What that does not match goes to `bib2awesome.bib.careful`, which
counts braces, steps over `%` comments and says what was expected where.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from bib2awesome.bib.careful import Braces, Broken, read_entry, read_preamble, read_string
from bib2awesome.bib.grammar import ENTRY_LINE, FIELD, HEAD, OPENING
from bib2awesome.bib.layout import Layout, Mark

__all__ = ["collection_paused", "read"]

_SWALLOWED = 8
_LINE_END = re.compile(rb"[\r\n]")
_BOUNDARY = re.compile(rb"[\r\n][ \t]*+@")
_LF = 0x0A
_BLANKS = b" \t"
_NOTHING = frozenset({b"", b"\xef\xbb\xbf"})
_CLOSINGS = (b"", b"", b"}", b")")


def read(data: bytes) -> Layout:
    """Return the layout of `data`; never fails, whatever the bytes are."""
    with collection_paused():
        return _Reader(data).read()


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the cyclic garbage collector, and leave it as it was.

    Spans and views make no cycles among themselves, and while they are made by the hundred thousand
    each collection would look at all of them again.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
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
        "_line_at",
        "_line_blank",
        "_line_end",
        "_line_percent",
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
        self._line_at = 0
        self._line_blank = True
        self._line_percent = False

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
        """Return the next line-starting `@` behind `at`, or the end of the file."""
        if self._boundary < at:
            found = _BOUNDARY.search(self._data, at)
            self._boundary = found.end() - 1 if found else len(self._data)
        return self._boundary

    def _line_end_after(self, at: int) -> int:
        if self._line_end < at:
            found = _LINE_END.search(self._data, at)
            self._line_end = found.start() if found else len(self._data)
        return self._line_end

    def _look_back(self, at: int) -> None:
        """Bring what is known of the line before `at` up to date; looks at no byte twice."""
        data, since = self._data, self._line_at
        if since < self._previous_end:
            since = self._previous_end
            self._line_blank, self._line_percent = True, self._still_commented(since)
        start = max(data.rfind(b"\n", since, at), data.rfind(b"\r", since, at)) + 1
        if start > since:
            since, self._line_blank, self._line_percent = start, True, False
        text = data[since:at]
        self._line_percent |= b"%" in text
        self._line_blank &= text.strip(_BLANKS) in _NOTHING
        self._line_at = at

    def _still_commented(self, end: int) -> bool:
        """Whether the block that ended at `end` was an entry behind a `%` of the same line."""
        layout = self._layout
        if len(layout.heads) - 1 not in layout.commented or layout.ends[-1] != end:
            return False
        return not _LINE_END.search(self._data, layout.heads[-1].span(0)[0], end)

    def _starts_line(self, at: int) -> bool:
        self._look_back(at)
        return self._line_blank

    def _is_commented(self, at: int) -> bool:
        """Whether the author hid what starts at `at` behind a `%` or in a `@comment`."""
        self._look_back(at)
        return at < self._comment_end or self._line_percent

    def _note_commented(self, at: int) -> None:
        if self._is_commented(at):
            self._layout.commented.add(len(self._layout.heads))

    def _swallows(self, start: int, end: int) -> bool:
        """Whether what reads as one entry holds so many entry heads that a brace must be missing."""
        inner = ENTRY_LINE.finditer(self._data, start, end)
        return len(list(islice(inner, _SWALLOWED + 1))) > _SWALLOWED
