"""Which headings are the taxonomy, and which one is the list's title."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.model import Listing, Section

__all__ = ["categorise"]

_LIST = re.compile(
    r"awesome|\b(?:papers?|reading|resources?)[ -]?lists?\b|must[- ]read|\bcurated\b|\bcollection of\b|"
    r"\bsurvey o[nf]\b|: an? (?:\w+ )?(?:survey|review)\b",
    re.IGNORECASE,
)
"""Words in a title of a list, and in hardly any of its sections."""
_PART = re.compile(
    r"\W*(?:notes?|overview|papers?(?: lists?)?|background|motivation|preface)\W*", re.IGNORECASE
)
"""Headings of a part of any list."""
_REPOSITORY = re.compile(r"\W*\w+(?:-\w+)+\W*")
_LONG = 4
"""Words of a heading that is more than the name of a section."""


def categorise(listing: Listing) -> None:
    """Decide which headings are the taxonomy, those above papers and empty ones among them, and the title."""
    root = listing.root
    papers = {id(item) for item in listing.papers}
    ordered = list(root.walk())
    for section in reversed(ordered):
        own = any(id(item) in papers for item in section.items)
        below = any(child.category for child in section.children)
        empty = (
            section.blank and not section.children and not section.items and not section.furniture
        )
        section.category = section.kind != "root" and (own or below or empty)
    for section in ordered:  # an empty branch without any paper is none
        if (
            section.category
            and section.parent is root
            and not _holds(section, papers)
            and section.level == 1
        ):
            section.category = False
    _entitle(root, papers)
    for table in (section for section in ordered if section.category):
        ticks = [item.reading.ticks for item in table.items if item.reading]
        if ticks and all(ticks):
            table.columns = tuple(dict.fromkeys(name for row in ticks for name in row))


def _entitle(root: Section, papers: set[int]) -> None:
    """Find the list's title, which is a category only where papers stand below it and other headings beside it."""
    headings = [one for one in root.children if one.kind in {"heading", "html"} and one.level <= 2]  # noqa: PLR2004
    for title in headings:
        first = title is headings[0]
        words = title.title
        named = _LIST.search(words) is not None
        if title.furniture and not (first and named):
            continue  # a first heading with `feedback` or `news` among its words may be the title yet
        part = _PART.fullmatch(words) is not None
        alone = all(other.level > title.level for other in root.children if other is not title)
        own = any(id(item) in papers for item in title.items)
        above = not _holds(title, papers) or (
            alone and (not own or (title.level == 1 and not part))
        )
        long = len(words.split()) >= _LONG or _REPOSITORY.fullmatch(words) is not None
        if above or (first and (named or long) and not part):
            root.title = "" if part else words
            title.category = title.category and not (above or named)
        return


def _holds(section: Section, papers: set[int]) -> bool:
    return any(id(item) in papers for below in section.walk() for item in below.items)
