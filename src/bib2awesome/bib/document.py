"""A .bib file as blocks, entries and fields: views on the bytes, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from bib2awesome.bib.encoding import LineIndex, decode, encoding_of, newline_of, refuse_wide
from bib2awesome.bib.inheritance import inherit
from bib2awesome.bib.reader import Layout, Spans, read
from bib2awesome.bib.values import Macros, is_single
from bib2awesome.errors import Finding, Place

__all__ = ["Block", "Document", "Entry", "Field", "fold"]

_BLANK = " \t\r\n"
_DELIMITERS = b'{"'
_HASH = ord("#")


def fold(key: str) -> str:
    """Return a citation key as BibTeX compares keys: ASCII letters in lower case, others as they are."""
    return key.lower() if key.isascii() else key.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


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


class Field:
    """One field of an entry: a view on its document, equal to itself only.

    All spans are offsets into the file's bytes. `start` to `end` is `name = value`, without the
    separator.
    """

    __slots__ = ("_document", "_spans")

    def __init__(self, document: Document, spans: Spans) -> None:
        self._document = document
        self._spans = spans

    def __repr__(self) -> str:
        """Return the field as it is written."""
        return f"<Field {self.written} = {self.source} at {self.start}>"

    @property
    def name(self) -> str:
        """The name in lower case."""
        return self._document.lower(self._spans[1])

    @property
    def written(self) -> str:
        """The name as in the file."""
        return self._document.decode(self._spans[1])

    @property
    def source(self) -> str:
        """The value's source with its delimiters and every `#`: `{Foo}`, `"a" # jul`."""
        return self._document.decode(self._spans[2])

    @property
    def blank(self) -> bool:
        """Whether nothing is written there: `{}`, `""`, or blanks between the delimiters."""
        return self._spans[2][:1] in b'{"' and not self._spans[2][1:-1].strip()

    @property
    def start(self) -> int:
        """Where the name starts."""
        return self._spans.span(1)[0]

    @property
    def end(self) -> int:
        """Where the value ends."""
        return self._spans.span(2)[1]

    @property
    def name_span(self) -> tuple[int, int]:
        """Where the name stands."""
        return self._spans.span(1)

    @property
    def value_span(self) -> tuple[int, int]:
        """Where the value's source stands, delimiters included."""
        return self._spans.span(2)

    @property
    def separator(self) -> tuple[int, int] | None:
        """Where the comma behind the value stands; None if there is none."""
        start, end = self._spans.span(3)
        return (start, end) if start >= 0 else None


class Entry:
    """One readable entry: a view on its document, equal to itself only.

    `type` is in lower case, `key` as written ("" where there is none); `start` to `end` includes the
    `@` and the closing delimiter. `commented`: the author put it behind a `%` or into a `@comment`,
    where BibTeX reads it all the same. `index` counts the document's entries from 0.
    """

    __slots__ = ("_document", "_fields", "commented", "index", "key", "type")

    def __init__(self, document: Document, index: int) -> None:
        head = document.layout.heads[index]
        self._document = document
        self._fields: list[Field] | None = None
        self.index = index
        self.type = document.lower(head[1])
        self.key = document.decode(head[head.lastindex or 0])
        self.commented = index in document.layout.commented

    def __repr__(self) -> str:
        """Return type, key and place."""
        return f"<Entry @{self.type}{{{self.key}}} at {self.start}>"

    @property
    def start(self) -> int:
        """The offset of the `@`."""
        return self._document.layout.heads[self.index].span(0)[0]

    @property
    def end(self) -> int:
        """The offset behind the closing delimiter."""
        return self._document.layout.ends[self.index]

    @property
    def type_span(self) -> tuple[int, int]:
        """Where the type's name stands."""
        return self._document.layout.heads[self.index].span(1)

    @property
    def key_span(self) -> tuple[int, int]:
        """Where the citation key stands; empty where there is none."""
        head = self._document.layout.heads[self.index]
        return head.span(head.lastindex or 0)

    @property
    def closing(self) -> int:
        """The offset of the closing delimiter."""
        return self.end - 1

    @property
    def fields(self) -> Sequence[Field]:
        """The fields in file order, duplicates included."""
        if self._fields is None:
            document = self._document
            self._fields = [Field(document, spans) for spans in document.layout.fields_of(self.index)]
        return self._fields

    def field(self, name: str) -> Field | None:
        """Return the first field called `name`, in any case, or None."""
        name = name.lower()
        return next((field for field in self.fields if field.name == name), None)

    def source(self, name: str) -> str | None:
        """Return the source of the value of the first field called `name`: `{Foo}`, `"a" # jul`."""
        field = self.field(name)
        return None if field is None else field.source


class Document:
    """One .bib file, read once and never changed: an edit makes new bytes for a new document."""

    def __init__(self, layout: Layout, name: str) -> None:
        self.layout = layout
        self.name = name
        self.data = layout.data
        self.encoding = encoding_of(self.data)
        # pieces end at ASCII characters, so of UTF-8 none is cut, and the C function serves as it is
        utf8 = self.encoding in {"ascii", "utf-8"}
        self.decode: Callable[[bytes], str] = bytes.decode if utf8 else partial(decode, encoding=self.encoding)
        self._lowered: dict[bytes, str] = {}

    @classmethod
    def parse(cls, data: bytes, name: str = "survey.bib") -> Document:
        """Read a file's bytes; `name` is what messages call it.

        Raises:
            InputError: The bytes are UTF-16 or UTF-32. Nothing else in them is an error here: what
                cannot be read is a broken block and a finding.
        """
        refuse_wide(data, name)
        return cls(read(data), name)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle and copy the bytes; the views are made again."""
        return Document.parse, (self.data, self.name)

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
        macros = Macros(self.decode)
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

    def _joined(self, source: bytes, start: int) -> str:
        return (self.macro_table.join(source, start) or "").strip(_BLANK)

    def own_values(self, entry: Entry) -> dict[str, str]:
        """Return what the entry itself says, as `values` does, without what it inherits."""
        found: dict[str, str] = {}
        decode_piece, lowered = self.decode, self._lowered
        for spans in self.layout.fields_of(entry.index):
            written, source = spans.group(1, 2)
            name = lowered.get(written) or self.lower(written)
            if name in found:
                continue
            if source[0] in _DELIMITERS and (_HASH not in source or is_single(source)):
                found[name] = decode_piece(source[1:-1]).strip(_BLANK)
            else:
                found[name] = self._joined(source, spans.span(2)[0])
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
        """What is wrong in the file: S001 to S008, in file order."""
        from bib2awesome.bib.findings import findings_of  # noqa: PLC0415

        return findings_of(self)
