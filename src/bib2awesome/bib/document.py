"""A .bib file as blocks, entries and fields: views on the bytes, made when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from bib2awesome.bib.encoding import LineIndex, decode, encoding_of, newline_of, refuse_wide
from bib2awesome.bib.reader import FIELD_WIDTH, HEAD_WIDTH, Layout, read
from bib2awesome.bib.values import Macros, is_single
from bib2awesome.errors import Finding, Place

__all__ = ["Block", "Document", "Entry", "Field"]

_BLANK = " \t\r\n"


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


class Field(NamedTuple):
    """One field of an entry; all numbers are offsets into the file's bytes.

    `name` is in lower case, `written` as in the file. `start` to `end` is `name = value`, without
    the separator; `value_span` has the value's source with its delimiters and every `#`;
    `separator` is the span of the comma after it, None after a last field without one.
    """

    name: str
    written: str
    start: int
    end: int
    name_span: tuple[int, int]
    value_span: tuple[int, int]
    separator: tuple[int, int] | None


class Entry:
    """One readable entry: a view on its document, equal to itself only.

    `type` is in lower case, `key` as written ("" where there is none); `start` to `end` includes the
    `@` and the closing delimiter. `commented`: the author put it behind a `%` or into a `@comment`,
    where BibTeX reads it all the same.
    """

    __slots__ = ("_document", "_fields", "commented", "index", "key", "type")

    def __init__(self, document: Document, index: int) -> None:
        self._document = document
        self._fields: tuple[Field, ...] | None = None
        self.index = index
        self.type = document.text(*self.type_span).lower()
        self.key = document.text(*self.key_span)
        self.commented = index in document.layout.commented

    def __repr__(self) -> str:
        """Return type, key and place."""
        return f"<Entry @{self.type}{{{self.key}}} at {self.start}>"

    def _head(self, number: int) -> int:
        return self._document.layout.heads[self.index * HEAD_WIDTH + number]

    @property
    def start(self) -> int:
        """The offset of the `@`."""
        return self._head(0)

    @property
    def end(self) -> int:
        """The offset behind the closing delimiter."""
        return self._head(6)

    @property
    def type_span(self) -> tuple[int, int]:
        """Where the type's name stands."""
        return self._head(1), self._head(2)

    @property
    def key_span(self) -> tuple[int, int]:
        """Where the citation key stands; empty where there is none."""
        return self._head(3), self._head(4)

    @property
    def closing(self) -> int:
        """The offset of the closing delimiter."""
        return self.end - 1

    @property
    def fields(self) -> Sequence[Field]:
        """The fields in file order, duplicates included."""
        if self._fields is None:
            self._fields = tuple(self._document.fields_of(self))
        return self._fields

    def field(self, name: str) -> Field | None:
        """Return the first field called `name`, in any case, or None."""
        name = name.lower()
        return next((field for field in self.fields if field.name == name), None)

    def source(self, name: str) -> str | None:
        """Return the source of the value of the first field called `name`: `{Foo}`, `"a" # jul`."""
        field = self.field(name)
        return None if field is None else self._document.text(*field.value_span)


class Document:
    """One .bib file, read once and never changed: an edit makes new bytes for a new document."""

    def __init__(self, layout: Layout, name: str) -> None:
        self.layout = layout
        self.name = name
        self.data = layout.data
        self.encoding = encoding_of(self.data)
        self._names: dict[bytes, str] = {}

    @classmethod
    def parse(cls, data: bytes, name: str = "survey.bib") -> Document:
        """Read a file's bytes; `name` is what messages call it.

        Raises:
            InputError: The bytes are UTF-16 or UTF-32. Nothing else in them is an error here: what
                cannot be read is a broken block and a finding.
        """
        refuse_wide(data, name)
        return cls(read(data), name)

    @cached_property
    def newline(self) -> str:
        r"""The line end the file uses most: "\n", "\r\n" or "\r"."""
        return newline_of(self.data)

    @property
    def raw_unicode(self) -> bool:
        """Whether this is a UTF-8 file with raw non-ASCII text, so that new text may have some too."""
        return self.encoding == "utf-8" and not self.data.removeprefix(b"\xef\xbb\xbf").isascii()

    def text(self, start: int, end: int) -> str:
        """Return a stretch of the file as text."""
        return self._decode(self.data[start:end])

    def _decode(self, data: bytes) -> str:
        return decode(data, self.encoding)

    @cached_property
    def entries(self) -> list[Entry]:
        """All readable entries in file order, duplicates and commented ones included."""
        return [Entry(self, index) for index in range(len(self.layout.heads) // HEAD_WIDTH)]

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
                found.setdefault(entry.key.lower(), entry)
        return found

    def entry(self, key: str) -> Entry | None:
        """Return the first entry with that key, in any case; never a commented one."""
        return self._by_key.get(key.lower())

    def usable(self) -> list[Entry]:
        """Return the entries every command works on: keyed, not commented, the first of their key."""
        return list(self._by_key.values())

    def fields_of(self, entry: Entry) -> list[Field]:
        """Return new field views for `entry`; use `Entry.fields`, which keeps them."""
        numbers = self._numbers(entry)
        views: list[Field] = []
        for at in range(0, len(numbers), FIELD_WIDTH):
            _, _, name, name_end, value, value_end, comma, comma_end = numbers[at : at + FIELD_WIDTH]
            written = self.text(name, name_end)
            separator = None if comma < 0 else (comma, comma_end)
            views.append(
                Field(
                    written.lower(), written, name, value_end, (name, name_end), (value, value_end), separator
                )
            )
        return views

    def _numbers(self, entry: Entry) -> Sequence[int]:
        heads, at = self.layout.heads, entry.index * HEAD_WIDTH + 5
        following = at + HEAD_WIDTH
        stop = heads[following] if following < len(heads) else len(self.layout.fields)
        return self.layout.fields[heads[at] : stop]

    @cached_property
    def _macros(self) -> Macros:
        macros = Macros(self._decode)
        for mark in self.layout.marks:
            if mark.kind == "string" and mark.name and mark.value:
                source = self.data[slice(*mark.value)]
                macros.define(self.text(*mark.name), source, mark.value[0], mark.end)
        return macros

    @cached_property
    def macros(self) -> Mapping[str, str]:
        """The macros as they stand at the end of the file, months included, by lower-case name."""
        return MappingProxyType(self._macros.final())

    @cached_property
    def preamble(self) -> str:
        """The text of all `@preamble`s, joined."""
        spans = [mark.value for mark in self.layout.marks if mark.kind == "preamble" and mark.value]
        texts = (self._macros.join(self.data[start:end], start) for start, end in spans)
        return "".join(text or "" for text in texts)

    def value(self, entry: Entry, name: str) -> str | None:
        """Return what the entry's own field `name` says, as TeX source; None if it has none."""
        field = entry.field(name)
        return None if field is None else self._resolve(*field.value_span)

    def _resolve(self, start: int, end: int) -> str:
        source = self.data[start:end]
        if is_single(source):
            return self._decode(source[1:-1]).strip(_BLANK)
        return (self._macros.join(source, start) or "").strip(_BLANK)

    def values(self, entry: Entry) -> dict[str, str]:
        """Return what the entry says, by lower-case field name, inherited fields included.

        The first of duplicate fields counts; empty fields are left out.
        """
        found: dict[str, str] = {}
        for field in entry.fields:
            if field.name not in found:
                found[field.name] = self._resolve(*field.value_span)
        return {name: value for name, value in found.items() if value}

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
        """What is wrong in the file: S001 to S006, in file order."""
        from bib2awesome.bib.findings import findings_of  # noqa: PLC0415

        return findings_of(self)
