"""A .bib file as blocks, entries and fields: views on the bytes, made when they are asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from bib2awesome.bib.encoding import LineIndex, decode, encoding_of, newline_of, refuse_wide
from bib2awesome.bib.entry import Entry, Field, fold
from bib2awesome.bib.inheritance import inherit
from bib2awesome.bib.layout import Layout
from bib2awesome.bib.reader import collection_paused, read
from bib2awesome.bib.values import Macros, is_single
from bib2awesome.errors import Finding, Place

__all__ = ["Block", "Document", "Entry", "Field"]

_BLANK = " \t\r\n"
_DELIMITERS = b'{"'
_HASH = ord("#")
_UNKNOWN = (sys.maxsize, "")
NO_MACROS: Mapping[str, str] = MappingProxyType({})


class Block(NamedTuple):
    """A stretch of the file; blocks follow each other without a gap and cover it exactly.

    `kind` is "entry", "string", "preamble", "comment" (a `@comment`), "broken", or "text" for what
    stands between the others. `expected` says of a broken block what would have been right at `at`.
    """

    kind: str
    start: int
    end: int
    entry: Entry | None = None
    at: int | None = None
    expected: str | None = None


_OF_ANY_FILE = frozenset({"ascii", "utf-8"})


class Document:
    """One .bib file, read once and never changed: an edit makes new bytes for a new document."""

    def __init__(
        self,
        layout: Layout,
        name: str,
        given: Mapping[str, str] = NO_MACROS,
        encoding: str | None = None,
        *,
        raw: bool = False,
    ) -> None:
        self.layout = layout
        self._raw = raw
        self.name = name
        self.given = given
        self.data = layout.data
        self.encoding = encoding or encoding_of(self.data)
        # pieces end at ASCII characters, so of UTF-8 none is cut, and the C function serves as it is
        utf8 = self.encoding in _OF_ANY_FILE
        self.decode: Callable[[bytes], str] = (
            bytes.decode if utf8 else partial(decode, encoding=self.encoding)
        )
        self._lowered: dict[bytes, str] = {}
        self.plain: set[int] = set()
        """The indices of entries in whose fields there is nothing to find fault with, as far as known."""

    @classmethod
    def parse(
        cls, data: bytes, name: str = "survey.bib", given: Mapping[str, str] = NO_MACROS
    ) -> Document:
        """Read a file's bytes.

        Args:
            data: The bytes.
            name: What messages call it.
            given: The macros that files read before this one define, by lower-case name.

        Raises:
            InputError: The bytes are UTF-16 or UTF-32. Nothing else in them is an error here: what
                cannot be read is a broken block and a finding.
        """
        refuse_wide(data, name)
        return cls(read(data), name, given)

    def edited(self, data: bytes) -> Document:
        """Return this file with other bytes; what its encoding was found to be and take stays.

        Raises:
            InputError: As of `parse`.
        """
        refuse_wide(data, self.name)
        known = None if self.encoding in _OF_ANY_FILE else self.encoding
        return Document(read(data), self.name, self.given, known, raw=self.raw_unicode)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle and copy the bytes; the views are made again."""
        return Document.parse, (self.data, self.name, dict(self.given))

    @cached_property
    def newline(self) -> str:
        r"""The line end the file uses most: "\n", "\r\n" or "\r"."""
        return newline_of(self.data)

    @cached_property
    def raw_unicode(self) -> bool:
        """Whether new text may be raw non-ASCII: in a UTF-8 file that has some already, or no entry at all.

        A file without entries has no custom that could be broken, and titles in Chinese no other form.
        """
        if self.encoding not in _OF_ANY_FILE:
            return False
        ascii_only = self.data.removeprefix(b"\xef\xbb\xbf").isascii()
        return self._raw or not ascii_only or not self.entries

    @property
    def inner_comments(self) -> Sequence[tuple[int, int]]:
        """The spans of `%` comments between the fields of readable entries, where BibTeX stops."""
        return self.layout.percents

    def text(self, start: int, end: int) -> str:
        """Return a stretch of the file as text."""
        return decode(self.data[start:end], self.encoding)

    def lower(self, name: bytes) -> str:
        """Return the name of a type, field or macro as text in lower case (ASCII's, as BibTeX does)."""
        found = self._lowered.get(name)
        if found is None:
            found = self._lowered[name] = self.decode(name.lower())
        return found

    @cached_property
    def entries(self) -> list[Entry]:
        """All readable entries in file order, duplicates and commented ones included."""
        with collection_paused():
            return [Entry(self, index) for index in range(len(self.layout.heads))]

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the file, in order, without a gap."""
        marks = [
            Block(mark.kind, mark.start, mark.end, None, *(mark.broken or (None, None)))
            for mark in self.layout.marks
        ]
        marks += [Block("entry", entry.start, entry.end, entry) for entry in self.entries]
        blocks: list[Block] = []
        at = 0
        for block in sorted(marks, key=lambda block: block.start):
            if at < block.start:
                blocks.append(Block("text", at, block.start))
            blocks.append(block)
            at = block.end
        if at < len(self.data):
            blocks.append(Block("text", at, len(self.data)))
        return blocks

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.key and not entry.commented:
                found.setdefault(fold(entry.key), entry)
        return found

    def entry(self, key: str) -> Entry | None:
        """Return the first entry with that key, in any case; never a commented one."""
        return self._by_key.get(fold(key))

    def usable(self) -> list[Entry]:
        """Return the entries every command works on: keyed, not commented, the first of their key."""
        return list(self._by_key.values())

    @cached_property
    def macro_table(self) -> Macros:
        """The macros with the places from which on they hold."""
        macros = Macros(self.decode, self.given)
        for mark in self.layout.marks:
            if mark.kind == "string" and mark.name and mark.value:
                start, end = mark.value
                name = self.lower(self.data[slice(*mark.name)])
                macros.define(name, self.data[start:end], start, mark.end)
        return macros

    @cached_property
    def macros(self) -> Mapping[str, str]:
        """The macros as they stand at the end of the file, months included, by lower-case name."""
        return MappingProxyType(self.macro_table.final())

    @cached_property
    def preamble(self) -> str:
        """The text of all `@preamble`s, joined."""
        spans = [mark.value for mark in self.layout.marks if mark.kind == "preamble" and mark.value]
        texts = (self.macro_table.join(self.data[start:end], start) for start, end in spans)
        return "".join(text or "" for text in texts)

    def value(self, entry: Entry, name: str) -> str | None:
        """Return what the entry's own field `name` says, as TeX source; None if it has none.

        The outer delimiters are off, macros expanded, pieces joined, blanks around it gone.
        """
        field = entry.field(name)
        if field is None:
            return None
        start, end = field.value_span
        return self._joined(self.data[start:end], start)

    @cached_property
    def _constants(self) -> Mapping[bytes, tuple[int, str]]:
        """The macros that are defined once, as written in lower case: from where on, and their text."""
        constants = self.macro_table.constants()
        return {name.encode(): (since, text.strip(_BLANK)) for name, (since, text) in constants}

    def _joined(self, source: bytes, start: int) -> str:
        return (self.macro_table.join(source, start) or "").strip(_BLANK)

    def own_values(self, entry: Entry) -> dict[str, str]:
        """Return what the entry itself says, as `values` does, without what it inherits."""
        found: dict[str, str] = {}
        decode_piece, lowered, constants = self.decode, self._lowered, self._constants
        plain = True
        for spans in self.layout.fields_of(entry.index):
            written, source = spans.group(1, 2)
            name = lowered.get(written) or self.lower(written)
            if name in found:
                plain = False
                continue
            if source[0] in _DELIMITERS and (_HASH not in source or is_single(source)):
                found[name] = decode_piece(source[1:-1]).strip(_BLANK)
            elif source.isdigit():
                found[name] = decode_piece(source)
            else:
                start = spans.span(2)[0]
                since, text = constants.get(source, _UNKNOWN)
                if start < since:
                    plain = False
                    text = self._joined(source, start)
                found[name] = text
        if plain and "crossref" not in found and "xdata" not in found:
            self.plain.add(entry.index)
        if "" in found.values():
            return {name: value for name, value in found.items() if value}
        return found

    def values(self, entry: Entry) -> dict[str, str]:
        """Return what the entry says, by lower-case field name, inherited fields included.

        The values are TeX source as from `value`. The first of duplicate fields counts; empty fields
        are left out. What `crossref` and `xdata` bring: `bib2awesome.bib.inheritance`.
        """
        values = self.own_values(entry)
        if "crossref" in values or "xdata" in values:
            return inherit(self, entry, values)[0]
        return values

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.data, self.encoding)

    def place(self, start: int, end: int | None = None) -> Place:
        """Return line and column of a span, from 1, columns in characters."""
        if end is None:
            return Place(self.name, *self._lines.locate(start))
        return Place(self.name, *self._lines.locate(start), *self._lines.locate(end))

    @cached_property
    def findings(self) -> list[Finding]:
        """What is wrong in the file: S001 to S010, in file order."""
        from bib2awesome.bib.findings import findings_of  # noqa: PLC0415

        return findings_of(self)
