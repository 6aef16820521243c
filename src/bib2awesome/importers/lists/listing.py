"""Read a list: `read_list(text)` is the whole way from Markdown to a `Listing`."""

from __future__ import annotations

import re

from bib2awesome.importers.lists import blocks, structure
from bib2awesome.importers.lists.categories import categorise
from bib2awesome.importers.lists.columns import columns_of, holds_figures
from bib2awesome.importers.lists.edges import has_figure
from bib2awesome.importers.lists.field_names import slug
from bib2awesome.importers.lists.grammar import grammar_of
from bib2awesome.importers.lists.habits import Habits, habits_of
from bib2awesome.importers.lists.inlines import Text
from bib2awesome.importers.lists.labels import is_attribute_name, web_address
from bib2awesome.importers.lists.model import Item, Listing, Note, Reading, Section
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.places import above, give_places, take_bare
from bib2awesome.importers.lists.reading import names_work, read_item
from bib2awesome.importers.lists.shapes import is_furniture, leads_to_paper, words_of
from bib2awesome.importers.lists.when_where import when_where

__all__ = ["read_list"]

_LEAST_COMMON = 3
_ANCHOR = re.compile(r"https?://github\.com/[^/?#]+/[^/?#]+/?#(.+)", re.IGNORECASE)
_PAGE = re.compile(r"(?!\w+:)[^#?]+\.md(?:#.*)?", re.IGNORECASE)
"""Another page of the same repository."""
_CREDIT = re.compile(
    r"\W*(?:to-?do\b|(?:contributed|maintained|curated|created|written) by\b|(?:contributors|maintainers?)\s*:|see also\b|(?:to be|will be) (?:updated|added|continued|completed)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\bplease (?:refer|see|check|visit|feel|consider|send|open|contact|let|cite)\b", re.IGNORECASE
)
"""Of a sentence to the reader: `please refer to [here](…)`."""
_TEMPLATE = re.compile(
    r"(?:(?:your|the) )?(?:paper(?:'s)? )?(?:title|name)(?: of (?:(?:the|a|your) )?(?:paper|publication|work)(?: / .*)?)?",
    re.IGNORECASE,
)
"""What stands for the title where a list shows how to write an item: `**Title**, First Author et al. [[Paper](URL)]`."""
_FEW_PIECES, _LEAST_SIGNED = 3, 4
"""Pieces of a text that only names a meeting, and words of a bold title below which a single author is one."""
_PROFILE = re.compile(
    r"https?://(?:scholar\.google\.[a-z.]+/citations\?(?:\S*&)?user=|orcid\.org/|(?:www\.)?linkedin\.com/in/)",
    re.IGNORECASE,
)
"""A page of somebody, not of a work."""
_VOTERS = 200
"""About so many items, from all over the list, decide how it marks titles."""


def read_list(text: str) -> Listing:
    r"""Return what a list says.

    Args:
        text: The file with "\n" ends and without BOM.
    """
    built = structure.build(text, blocks.parse(text))
    listing = Listing(text, built.root)
    tables, figures = _tables(built.items)
    step = len(built.items) // _VOTERS + 1
    habits = habits_of([(item, _read(item, tables, Habits())) for item in built.items[::step]])
    for item in built.items:
        item.reading = _read(item, tables, Habits() if item.cells else habits)
        if id(item) in figures:
            item.reading.kind = "other"
    listing.items = built.items
    for line in built.long:
        listing.notes.append(
            Note(
                line + 1, "too-long", "what has more than 20,000 characters or 100 cells is no item"
            )
        )
    for kept in built.kept:
        around = above(kept.section)[:-1] or [kept.section]
        if kept.leads and not any(one.furniture or one.kind == "root" for one in around):
            said = "a paragraph with links to papers stays text, as no title was found in it"
            listing.notes.append(Note(kept.line + 1, "text", said))
    _sort_out(listing)
    categorise(listing)
    give_places(listing)
    listing.grammar = grammar_of(listing)
    listing.unclosed = _unclosed(text)
    if listing.unclosed is not None:
        listing.notes.append(
            Note(
                listing.unclosed,
                "unclosed-comment",
                "an HTML comment that never closes hides the rest of the file",
            )
        )
    for item in listing.papers:
        assert item.reading is not None  # noqa: S101 (papers have been read)
        listing.notes += [Note(item.line + 1, kind, said) for kind, said in item.reading.notes]
    listing.notes.sort(key=lambda note: note.line)
    return listing


def _tables(items: list[Item]) -> tuple[dict[int, list[str]], set[int]]:
    """Return by the `id` of each row what its columns hold, and which rows only compare works."""
    roles: dict[int, list[str]] = {}
    figures: set[int] = set()
    rows: dict[tuple[int, tuple[str, ...]], list[Item]] = {}
    for item in items:
        if item.cells:
            rows.setdefault((id(item.section), item.header), []).append(item)
    for table in rows.values():
        columns = columns_of(table)
        roles.update((id(item), columns) for item in table)
        if holds_figures(table, columns):
            figures.update(map(id, table))
    return roles, figures


def _read(item: Item, tables: dict[int, list[str]], habits: Habits) -> Reading:
    reading = read_item(item, habits, tables.get(id(item)))
    if item.cells:
        reading.style = reading.style and "cell"
    return reading


def _sort_out(listing: Listing) -> None:
    """Say which items are no papers: what stands under furniture, links to anchors, tools."""
    for item in listing.items:
        reading = item.reading
        assert reading is not None  # noqa: S101 (all have been read)
        hidden = any(section.furniture for section in above(item.section))
        anchors = item.text.urls and all(
            (url.startswith("#") and web_address(url) is None)
            or _PAGE.fullmatch(url)
            or _leads_to_heading(item, number)
            for number, url in enumerate(item.text.urls)
        )
        paragraph = item.container == "paragraph"
        if paragraph and item is item.section.items[0] and _is_badges(item.text):
            reading.kind, reading.problem = "other", ""  # a line of badges
            continue
        stands = bool(reading.venue or reading.authors or names_work(reading) or reading.ticks)
        anchors = anchors and not (stands and reading.style == "plain")  # `… (see also [2.1](#21))`
        if hidden:
            # a paper of its own below a heading that promises none, but never below one itself
            direct = item.section.furniture
            leads = any(map(web_address, item.text.urls))
            stands = stands and bool(reading.venue or reading.year or leads)
            reading.kind = "paper" if not direct and stands and not reading.problem else "other"
        elif anchors or (reading.problem and paragraph and not names_work(reading)):
            reading.kind, reading.problem = "other", ""
        elif item.cells and is_attribute_name(reading.title):
            reading.kind = "other"  # a table that tells of one paper
        elif _is_aside(item, reading, stands=stands):
            reading.kind = "other"
        if reading.kind == "other":
            reading.problem = ""
    for section in listing.root.walk():
        _leave_people(section)
        take_bare(listing, section)


def _is_badges(text: Text) -> bool:
    """Whether a text is images alone."""
    return not any(piece.text.strip() for piece in text.pieces if not piece.image)


def _is_aside(item: Item, reading: Reading, *, stands: bool) -> bool:
    """Whether an item tells of the list: a credit, somebody, its format, what stands above all headings, prose, a meeting."""
    profile = item.text.urls and all(map(_PROFILE.match, item.text.urls)) and not reading.venue
    if profile or _CREDIT.match(item.text.pieces[0].text if item.text.pieces else ""):
        return True
    asks = any(_ASKS.search(p.text) for p in item.text.pieces if "lease " in p.text)
    if asks and not names_work(reading):
        return True
    if _TEMPLATE.fullmatch(reading.title) or (
        _is_meeting(item, reading) and not names_work(reading)
    ):
        return True
    if item.section.kind == "root" and not _lists_papers(item):
        leads = any(map(web_address, item.text.urls))
        return not (stands and (reading.venue or reading.year or leads))
    if item.container != "paragraph" or reading.year:
        return False
    signed = reading.style == "bold" and len(reading.title.split()) >= _LEAST_SIGNED
    unlinked = not (item.text.urls or reading.venue)
    unlinked = unlinked and len(reading.authors) < (1 if signed else 2)
    return unlinked or (not stands and is_furniture(reading.title))


def _lists_papers(item: Item) -> bool:
    """Whether most bullets above all headings, several, lead to papers, so that this one with a link is one, too."""
    bullets = [one for one in item.section.items if one.container in {"bullet", "numbered"}]
    papers = sum(leads_to_paper(one.text) for one in bullets)
    linked = item in bullets and any(map(web_address, item.text.urls))
    return linked and papers >= _LEAST_COMMON and papers * 2 > len(bullets)


def _is_meeting(item: Item, reading: Reading) -> bool:
    """Whether a link to a meeting and its year is all: `[NeurIPS 2023](https://neurips.cc/virtual/2023)`."""
    few = item.text.urls and len(item.text.pieces) <= _FEW_PIECES
    words = words_of(item.text) if few else ""
    dated = has_figure(words) and "://" not in words
    found = when_where(words) if dated and reading.title in {"", words} else None
    return found is not None and bool(found.venue and found.year)


def _leave_people(section: Section) -> None:
    """Say that items are no papers where all of a section are somebody's names and pages: `Maintainers:`."""
    readings = [item.reading for item in section.items if item.reading and not item.cells]
    papers = [one for one in readings if one.kind == "paper" and not one.problem]
    if all(_is_person(one) for one in papers):
        for one in papers:
            one.kind = "other"


def _is_person(reading: Reading) -> bool:
    """Whether nothing but a name, an institution and a page is said."""
    stands = reading.venue or reading.year or reading.authors or names_work(reading)
    institution = any(text.startswith("(") for text in reading.remark)
    return institution and not stands and people_in(reading.title, marked=True) is not None


def _leads_to_heading(item: Item, link: int) -> bool:
    """Whether a link leads to the heading that it names, on the front page of a repository."""
    match = _ANCHOR.match(item.text.urls[link])
    if match is None:
        return False
    words = "".join(piece.text for piece in item.text.pieces if piece.link == link)
    if slug(match[1]) == slug(words) or item.cells:
        return slug(match[1]) == slug(words)
    named, shown = ({*slug(one).split("-")} for one in (match[1], words))
    common = len(named & shown)  # the heading may have been renamed
    return common >= _LEAST_COMMON and common * 2 > max(len(named), len(shown))


_FENCE = re.compile(r"(`{3,}|~{3,})")


def _unclosed(text: str) -> int | None:
    """Return the line of a comment block that CommonMark lets run to the end of the file."""
    fence = ""
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number].lstrip()
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif fence and line.startswith(fence) and not line.strip("`~ "):
            fence = ""
        elif not fence and line.startswith("<!--") and "-->" not in line[4:]:
            start = number
            while number < len(lines) and "-->" not in lines[number]:
                number += 1
            if number >= len(lines):
                return start + 1
        number += 1
    return None
