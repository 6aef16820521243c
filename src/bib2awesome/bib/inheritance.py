"""What an entry takes over from others through `xdata` and `crossref`.

Both dialects of BibTeX in one: every field the child lacks comes from the parent under the same name
(btxdoc.pdf, section 4), except that a proceedings' title is its papers' `booktitle`, a series' title
the `maintitle`, a periodical's title the `journaltitle` (biblatex manual, appendix B). An `xdata` entry
is a mere container and gives everything; it counts before `crossref`. Parents may have parents.

A parent's identity is never inherited: with the DOI, address or arXiv number of its proceedings a
paper would pass for them. Nor are fields of this program's own that speak about one work, or the
parent's own bookkeeping (biblatex's `noinherit`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bib2awesome.bib.document import Document, Entry

__all__ = ["ANCESTORS", "inherit"]

ANCESTORS = 64
"""Most entries that one entry may inherit from, parents of parents included."""

_IN_BOOK = frozenset(
    "inproceedings conference incollection inbook bookinbook inreference suppbook suppcollection".split()
)
_BOOK = frozenset(["proceedings", "collection", "book", "reference"])
_SERIES = frozenset(["mvbook", "mvcollection", "mvproceedings", "mvreference"])
_ARTICLE = frozenset(["article", "suppperiodical"])

_OWN = frozenset(
    "crossref xref xdata ids entryset entrysubtype execute label options presort related "
    "relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey key doi url urldate "
    "eprint eprinttype eprintclass archiveprefix primaryclass file pdf abstract category code tldr "
    "award remark".split()
)
_LINKS = frozenset({"crossref", "xdata", "ids"})
_TITLES = ("title", "subtitle", "titleaddon")
_OF_TITLE = frozenset(["shorttitle", "sorttitle", "indextitle", "indexsorttitle"])


def _titles(prefix: str) -> Mapping[str, str]:
    return MappingProxyType({title: prefix + title for title in _TITLES})


_TO_BOOK, _TO_MAIN, _TO_JOURNAL = _titles("book"), _titles("main"), _titles("journal")


class _Step:
    """One entry on the way up, what it says, who asked for it, and its parents by descending rank."""

    __slots__ = ("child", "entry", "parents", "values")

    def __init__(self, entry: Entry, values: dict[str, str], child: _Step | None) -> None:
        self.entry = entry
        self.values = values
        self.child = child
        self.parents: list[tuple[_Step, bool]] = []

    def descends_from(self, entry: Entry) -> bool:
        """Whether the way from the first entry to this one passes `entry`."""
        step: _Step | None = self
        while step is not None:
            if step.entry is entry:
                return True
            step = step.child
        return False


def inherit(
    document: Document, entry: Entry, values: dict[str, str]
) -> tuple[dict[str, str], str | None]:
    """Complete the `values` of an entry with what it inherits.

    Returns:
        The values, and the key at which inheriting was cut off because it goes round in a circle or
        takes in more than `ANCESTORS` entries; None if neither.
    """
    steps = [_Step(entry, values, None)]
    seen = {entry.index}
    cut: str | None = None
    for step in steps:  # grows while it is walked: breadth first, without recursion
        for key, by_crossref in _parents(step.values):
            parent = document.entry(key)
            if parent is None:
                continue
            if len(steps) > ANCESTORS or step.descends_from(parent):
                cut = key
            elif parent.index not in seen:  # two ways to one parent are no circle
                seen.add(parent.index)
                steps.append(_Step(parent, document.own_values(parent), step))
                step.parents.append((steps[-1], by_crossref))
    for step in reversed(steps):
        for parent_step, by_crossref in step.parents:
            _hand_down(parent_step, step, by_crossref=by_crossref)
    return values, cut


def _parents(values: Mapping[str, str]) -> list[tuple[str, bool]]:
    keys = [(key.strip(), False) for key in values.get("xdata", "").split(",")]
    return [*keys, (values.get("crossref", ""), True)]


def _hand_down(parent: _Step, child: _Step, *, by_crossref: bool) -> None:
    if not by_crossref:
        for name, value in parent.values.items():
            if name not in _LINKS:
                child.values.setdefault(name, value)
        return
    renamed = _renamed(parent.entry.type, child.entry.type)
    for name, value in parent.values.items():
        if name in renamed:
            child.values.setdefault(renamed[name], value)
        elif (
            name not in _OWN
            and not name.startswith("link-")
            and not (renamed and name in _OF_TITLE)
        ):
            child.values.setdefault(name, value)
    if child.entry.type == "inbook" and "title" in parent.values:
        # in classic BibTeX `title` of @inbook is the book's, so a child without one means that
        child.values.setdefault("title", parent.values["title"])


def _renamed(parent: str, child: str) -> Mapping[str, str]:
    if parent in _SERIES and child in _IN_BOOK | _BOOK:
        return _TO_MAIN
    if parent in _BOOK and child in _IN_BOOK:
        return _TO_BOOK
    if parent == "periodical" and child in _ARTICLE:
        return _TO_JOURNAL
    return MappingProxyType({})
