"""Entries and fields: views on the spans of a document, which decode what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bib2awesome.bib.layout import Spans

if TYPE_CHECKING:
    from bib2awesome.bib.document import Document

__all__ = ["Entry", "Field", "fold"]


def fold(key: str) -> str:
    """Return a citation key as BibTeX compares keys: ASCII letters in lower case, others as they are."""
    return (
        key.lower()
        if key.isascii()
        else key.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    )


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
            self._fields = [
                Field(document, spans) for spans in document.layout.fields_of(self.index)
            ]
        return self._fields

    def field(self, name: str) -> Field | None:
        """Return the first field called `name`, in any case, or None."""
        name = name.lower()
        return next((field for field in self.fields if field.name == name), None)

    def names(self) -> set[str]:
        """Return the names of the fields in lower case, without looking at their values."""
        document = self._document
        return {document.lower(spans[1]) for spans in document.layout.fields_of(self.index)}

    def sources(self) -> list[tuple[str, str]]:
        """Return name and source of each field, as `fields` has them."""
        lower, decode = self._document.lower, self._document.decode
        fields = self._document.layout.fields_of(self.index)
        return [(lower(spans[1]), decode(spans[2])) for spans in fields]

    def value_span(self, name: str) -> tuple[int, int] | None:
        """Return where the value of the first field called `name` stands, or None."""
        name, document = name.lower(), self._document
        for spans in document.layout.fields_of(self.index):
            if document.lower(spans[1]) == name:
                return spans.span(2)
        return None

    def source(self, name: str) -> str | None:
        """Return the source of the value of the first field called `name`: `{Foo}`, `"a" # jul`."""
        span = self.value_span(name)
        return None if span is None else self._document.text(*span)
