"""What headings say of the items below them: venue, year, and that titles alone are works."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.field_names import slug
from bib2awesome.importers.lists.model import Item, Listing, Note, Section
from bib2awesome.importers.lists.reading import NOTHING_ELSE
from bib2awesome.importers.lists.when_where import WhenWhere, when_where

__all__ = ["above", "give_places", "take_bare"]

_UNLINKED, _LEAST_TITLE, _LEAST_PLACED = 0.3, 4, 3
_MOST_BEHIND = 3
"""Words behind the venue and year that the title of a whole list may have: `ICRA 2020 paper list`."""
_YEAR = re.compile(r"(?:year )?(19[89]\d|20[0-3]\d)", re.IGNORECASE)


def give_places(listing: Listing) -> None:
    """Give items the venue and year of the headings above them where they say none themselves."""
    front = _front(listing)
    for item in listing.papers:
        reading = item.reading
        assert reading is not None  # noqa: S101 (papers have been read)
        for section in [*above(item.section), *front]:
            if reading.venue and reading.year:
                break
            found = when_where(section.title)
            if found is not None and _names_venue(found) and not reading.venue:
                reading.venue, reading.place = found.venue, "heading"
            year = found.year if found is not None else None
            year = year or _year_of(section)
            if year and reading.year is None:
                reading.year = year
                reading.place = reading.place or "heading"


def _year_of(section: Section) -> int | None:
    match = _YEAR.fullmatch(section.title.strip(" .:()[]年"))
    return int(match[1]) if match else None


def _names_venue(found: WhenWhere) -> bool:
    """Whether a heading means a venue, and not a subject that a journal is named after (`Machine Learning`)."""
    words = found.venue.replace("-", " ").split()
    acronym = any(sum(map(str.isupper, word)) > 1 for word in words)
    named = (acronym or "arxiv" in found.venue.lower()) and found.venue.isascii()
    return bool(words) and (found.year is not None or named)


def take_bare(listing: Listing, section: Section) -> None:
    """Take titles of which nothing else is said, where others in the section have no link either."""
    kinds = {
        item.container
        for item in section.items
        if item.reading and item.reading.kind == "paper" and not item.reading.problem
    }
    bare = [
        item
        for item in section.items
        if not item.cells
        and item.reading
        and item.reading.problem == NOTHING_ELSE
        and (not kinds or item.container in kinds)
    ]
    readings = [item.reading for item in section.items if item.reading and not item.cells]
    papers = [one for one in readings if one.kind == "paper" and not one.problem]
    unlinked = sum(not one.links for one in papers)
    over = [*above(section), *_front(listing)] if bare else []
    headings = [when_where(one.title) for one in over]
    named = any(found and _names_venue(found) for found in headings)
    placed = named and any(found and found.year for found in headings)
    if not placed and (len(papers) <= len(bare) or unlinked <= _UNLINKED * len(papers)):
        bare = []
    if placed and bare and _is_contents(listing, bare):
        _leave(section)
        return
    for item in bare:
        reading = item.reading
        assert reading is not None  # noqa: S101 (all have been read)
        least = _LEAST_PLACED if placed else _LEAST_TITLE
        if len(reading.title.split()) >= least and not reading.title.endswith(("...", ":")):
            reading.problem = ""
            said = "nothing but a title is said of it"
            listing.notes.append(Note(item.line + 1, "bare", said))


def _is_contents(listing: Listing, items: list[Item]) -> bool:
    """Whether several items only name headings of the list, as contents without links do."""
    headed = {slug(one.title) for one in listing.root.walk()}
    return sum(slug(item.reading.title) in headed for item in items if item.reading) > 1


def _leave(section: Section) -> None:
    """Say that what is not understood of a section is no paper."""
    for item in section.items:
        if item.reading and item.reading.problem:
            item.reading.kind, item.reading.problem = "other", ""


def _front(listing: Listing) -> list[Section]:
    """Return the first heading if all of the list is of one meeting: `# ICRA 2020 paper list`."""
    first = listing.root.children[:1]
    found = when_where(first[0].title) if first else None
    whole = found is not None and found.year and len(found.extra.split()) <= _MOST_BEHIND
    return first if whole else []


def above(section: Section) -> list[Section]:
    """Return a section and all around it, the innermost first."""
    found = []
    current: Section | None = section
    while current is not None:
        found.append(current)
        current = current.parent
    return found
