"""The two READMEs that are compared, edited and rendered: their regions, and the items in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Item, Listing, Section
from bib2awesome.papers.paper import Paper
from bib2awesome.render.markers import Region
from bib2awesome.render.regions import Page

__all__ = ["LISTS", "Found", "Side", "above", "by_place", "differing"]

LISTS = frozenset({"papers", "table"})
"""The kinds of regions that hold papers."""


class Side:
    """One of the two files: its regions, and its items by region."""

    def __init__(self, data: bytes, name: str) -> None:
        self.page = Page.read(data, name, settle_conflicts=False)
        text = "".join(self.page.lines).replace("\r\n", "\n").replace("\r", "\n")
        self.lines = text.split("\n")
        self.listing: Listing = read_list(text)
        self.regions = [one for one in self.page.regions if one.kind in LISTS]

    def items(self, region: Region) -> list[Item]:
        """Return what stands in a region as items."""
        return [
            item
            for item in self.listing.items
            if region.begin < item.line < region.end
            and item.reading is not None
            and (item.reading.kind == "paper" or item.reading.problem)
        ]


class Found(NamedTuple):
    """An item with its region, the paper that it is, its Markdown below its headings, the paper before it."""

    item: Item
    region: Region
    paper: Paper | None
    said: tuple[str, tuple[str, ...]]
    before: Paper | None = None


def above(section: Section, region: Region) -> list[Section]:
    """Return the headings in a region above something, the first first."""
    found: list[Section] = []
    current: Section | None = section
    while current is not None and current.kind != "root":
        if region.begin < current.line < region.end:
            found.append(current)
        current = current.parent
    return found[::-1]


def differing(found: Sequence[Found], same: Counter[tuple[str, tuple[str, ...]]]) -> list[Found]:
    """Return the items whose Markdown, below the same headings, the other side does not have."""
    left = Counter(same)
    differing = []
    for one in found:
        if left[one.said] > 0:
            left[one.said] -= 1
        else:
            differing.append(one)
    return differing


def by_place(found: Sequence[Found]) -> dict[tuple[str, ...], list[Found]]:
    """Return the items by the headings above them."""
    places: dict[tuple[str, ...], list[Found]] = {}
    for one in found:
        places.setdefault(one.said[1], []).append(one)
    return places
