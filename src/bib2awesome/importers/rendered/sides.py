"""The two READMEs that are compared, edited and rendered: their regions, and the items in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bib2awesome.importers.adoption.extras import own_fields
from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.merging import same_in, work_from
from bib2awesome.importers.lists.model import Item, Listing, Section
from bib2awesome.importers.lists.works import facts_of, identifiers_of
from bib2awesome.papers.known import Known, traits_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.render.markers import Region
from bib2awesome.render.region_papers import RegionPapers
from bib2awesome.render.regions import Page

__all__ = [
    "LISTS",
    "Found",
    "Placed",
    "Side",
    "above",
    "by_place",
    "differing",
    "found_in",
    "is_conflict_mark",
    "lines_of",
    "orders_in",
    "paper_of",
    "problem",
    "unmarked",
]

LISTS = frozenset({"papers", "table"})
"""The kinds of regions that hold papers."""


_SHOWN = 300
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")


def is_conflict_mark(line: str) -> bool:
    """Whether a line is one that git puts around or between the sides of a merge conflict."""
    return _CONFLICT.match(line) is not None


def problem(line: int, text: str, reason: str) -> dict[str, Any]:
    """Return what names a line (from 0) that is not understood."""
    return {"line": line + 1, "text": text[:_SHOWN], "reason": reason}


def _unmarked(line: str) -> str:
    """Return a line, or a blank one for a mark of a merge conflict, which is no text of an item."""
    return "" if is_conflict_mark(line) else line


def _whole(lines: list[str]) -> list[str]:
    """Return the lines of a table without what parts it: a blank line ends it, and words make a row of their own."""
    rows = [number for number, line in enumerate(lines) if "|" in line]
    inside = range(rows[0], rows[-1]) if rows else range(0)
    return ["| |" if n in inside and "|" not in line else line for n, line in enumerate(lines)]


def lines_of(page: Page) -> list[str]:
    """Return the lines of a page without their ends."""
    text = "".join(page.lines).replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def unmarked(page: Page) -> list[str]:
    """Return the lines of a page without what may stand between items and is none of them."""
    lines = list(map(_unmarked, lines_of(page)))
    for region in page.regions:
        if region.kind == "table":
            lines[region.begin + 1 : region.end] = _whole(lines[region.begin + 1 : region.end])
    return lines


def _line(item: Item) -> int:
    return item.line


class Side:
    """One of the two files: its regions, and its items by region.

    Args:
        data: The file's bytes.
        name: How messages call it.
        survey: What it was rendered from; None where somebody edited it.

    Attributes:
        papers: By the `id` of an item the paper that it was rendered from.
    """

    def __init__(self, data: bytes, name: str, survey: Survey | None = None) -> None:
        self.page = Page.read(data, name, settle_conflicts=False)
        self.lines = lines_of(self.page)
        self.listing: Listing = read_list("\n".join(unmarked(self.page)))
        self.more = own_fields(self.listing)
        self.regions = [one for one in self.page.regions if one.kind in LISTS]
        counted = (
            item
            for item in self.listing.items
            if (read := item.reading) is not None and (read.kind == "paper" or read.problem)
        )
        self._items = sorted(counted, key=_line)
        self.papers = self._rendered_from(survey) if survey is not None else {}

    def _rendered_from(self, survey: Survey) -> dict[int, Paper]:
        """Return what the items are, of regions in which each paper became one item."""
        listed = RegionPapers(survey, self.page)
        found: dict[int, Paper] = {}
        for region in self.regions:
            items, papers = self.items(region), listed.of(region)
            if len(items) == len(papers):
                found |= {id(item): paper for item, paper in zip(items, papers, strict=True)}
        return found

    def take_over(self, other: Side) -> None:
        """Take the items that the other side has word by word in the same region for the papers that they are there."""
        for mine, ours in zip(self.regions, other.regions, strict=True):
            papers: dict[str, list[Paper]] = {}
            for item in other.items(ours):
                if id(item) in other.papers:
                    text = other.listing.source(item)
                    papers.setdefault(text, []).append(other.papers[id(item)])
            for item in self.items(mine):
                if len(set(same := papers.get(self.listing.source(item), []))) == 1:
                    self.papers[id(item)] = same[0]

    def items(self, region: Region) -> list[Item]:
        """Return what stands in a region as items."""
        first = bisect_right(self._items, region.begin, key=_line)
        return self._items[first : bisect_left(self._items, region.end, key=_line)]


class Found(NamedTuple):
    """An item with its region, the paper that it is, its Markdown below its headings, the paper before it."""

    item: Item
    region: Region
    paper: Paper | None
    said: tuple[str, tuple[str, ...]]
    before: Paper | None = None


Placed = tuple[int, tuple[str, ...]]
"""The number of a region, and the headings in it above something."""


def paper_of(item: Item, known: Known) -> Paper | None:
    """Return the paper that an item shows, None where it is new or not understood."""
    reading = item.reading
    if reading is None or reading.problem:
        return None
    identifiers = identifiers_of(reading)
    work = work_from(facts_of(reading, identifiers))
    found = same_in(known, traits_of(work, identifiers))
    return found if isinstance(found, Paper) else None


def found_in(side: Side, region: Region, known: Known) -> Iterator[Found]:
    """Yield the items of a region, each with what it is and where it stands."""
    before: Paper | None = None
    for item in side.items(region):
        paper = side.papers.get(id(item)) or paper_of(item, known)
        titles = tuple(one.title.casefold() for one in above(item.section, region))
        shown = (side.listing.source(item), titles)
        yield Found(item, region, paper, shown, before)
        before = paper or before


def orders_in(side: Side, survey: Survey) -> dict[Placed, list[str]]:
    """Return the keys of the papers in each place of a rendering."""
    known = Known(survey.papers)
    orders: dict[Placed, list[str]] = {}
    for number, region in enumerate(side.regions):
        for one in found_in(side, region, known):
            if one.paper is not None:
                orders.setdefault((number, one.said[1]), []).append(one.paper.key)
    return {place: list(dict.fromkeys(keys)) for place, keys in orders.items()}


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
