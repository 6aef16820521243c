"""An item as slots (title, authors, tag, links, …) and what stands between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from bib2awesome.importers.adoption.marking import Mark, Part
from bib2awesome.importers.adoption.marks import Found, marks_in
from bib2awesome.importers.adoption.spans import LinkSpan, folded, urls_in_text
from bib2awesome.importers.lists.model import Reading
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.paper import Paper

__all__ = ["Sample", "Skeleton", "at_edge"]


class Skeleton(NamedTuple):
    """The parts of an item, and what stands before, between and behind them (one more)."""

    parts: tuple[Part, ...]
    between: tuple[str, ...]


@dataclass(eq=False)
class Sample:
    """An item to learn from: its Markdown at the left edge, what it says, its paper, its number.

    `more` are its further fields (`bib2awesome.importers.adoption.extras`), `header` the titles of its
    columns, if it is a row, `chosen` the fields of columns that hold one of a few things.
    """

    source: str
    reading: Reading
    paper: Paper
    number: int
    more: Mapping[str, str] = field(default_factory=dict)
    header: tuple[str, ...] = ()
    chosen: frozenset[str] = frozenset()

    @cached_property
    def _found(self) -> Found:
        return marks_in(self.source, self.reading, self.paper, self.number, self.more)

    @property
    def marks(self) -> list[Mark]:
        """Where the slots of the item stand, in order."""
        return self._found.marks

    @property
    def links(self) -> list[LinkSpan]:
        """The links and images of the item."""
        return self._found.links

    @property
    def venue_shown(self) -> str:
        """The venue as the item writes it, "" where it does not."""
        return self._found.venue

    @cached_property
    def skeleton(self) -> Skeleton | None:
        """The skeleton of the item, None where its title does not stand in it."""
        if not any(mark.part.slot == "title" for mark in self.marks):
            return None
        marks = self.marks
        between = [
            self.source[before.end : mark.start]
            for before, mark in zip([Mark(0, 0, Part("", "")), *marks], marks, strict=False)
        ]
        end = self.source[marks[-1].end :]
        return Skeleton(tuple(mark.part for mark in marks), (*between, end))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Which of the paper's links the item itself has: `paper`, `code`, `link`; `elsewhere` is code not on GitHub."""
        urls = urls_in_text(self.source)
        own = [link for link in self.paper.links if folded(link.url) in urls]
        codes = (identify(link.url) for link in own if link.kind == "code")
        elsewhere = any(all(one.scheme != "github" for one in found) for found in codes)
        return frozenset(link.kind for link in own) | ({"elsewhere"} if elsewhere else set())


def at_edge(source: str, indent: int) -> str:
    """Return an item's Markdown without the indentation of its region."""
    blanks = " " * indent
    return "\n".join(
        line[indent:] if line.startswith(blanks) else line.lstrip() for line in source.split("\n")
    )
