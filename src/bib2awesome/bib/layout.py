"""What the reader finds in a file: the spans of everything, nothing copied, nothing decoded."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from bib2awesome.bib.careful import Broken

__all__ = ["Layout", "Mark", "Spans"]


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
