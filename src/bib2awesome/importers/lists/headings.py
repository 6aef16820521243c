"""Sections and items before they are read, and headings that turn out to be titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.inlines import Piece, Text
from bib2awesome.importers.lists.labels import (
    is_attribute_name,
    is_label,
    is_paper_host,
    names_venue,
)
from bib2awesome.importers.lists.model import Item, Section
from bib2awesome.importers.lists.shapes import (
    begins_with_names,
    has_long_title,
    has_plain_title,
    leads_to_paper,
    words_of,
)
from bib2awesome.importers.lists.when_where import when_where
from bib2awesome.papers.identifiers import identify

__all__ = ["Kept", "Structure", "headings_as_titles"]


_LEAST_WORDS = 4
_FEW_WORDS = 12
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MEETING = re.compile(
    r"\b(?:conference|symposium|workshop|proceedings|journal|transactions)\b", re.IGNORECASE
)
_TO_UNFOLD = re.compile(
    r"^\W*(?:(?:click|tap)\b(?: here)?(?: to)?\s*)?(?:(?:see|show|view|read|expand|unfold|open|toggle)\b(?: (?:the|more|full))*\s*)?"
    r"|\W*\bclick to \w+\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\S+\s)")
"""The number of a section: `2.1 A Title`."""
_BRACKET = re.compile(r"\(([^()]{4,60})\)\s*$")


class Kept(NamedTuple):
    """A paragraph that stays text: its lines from `line` up to `end`, and whether it `leads` to papers."""

    line: int
    end: int
    section: Section
    text: Text
    leads: bool


class Structure:
    """Sections and items of a file, before any item is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.offsets = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.offsets[-1] = len(text)
        self.root = Section("", 0, "root")
        self.items: list[Item] = []
        self.long: list[int] = []
        self.kept: list[Kept] = []
        self.linked: dict[int, Text] = {}
        """Headings that are links to papers, by the `id` of their section."""

    def span(self, start: int, end: int) -> tuple[int, int, int]:
        """Return offsets of lines, and the line behind the last that is not blank."""
        while end > start + 1 and not self.lines[end - 1].strip():
            end -= 1
        return self.offsets[start], self.offsets[min(end, len(self.lines))], end


def headings_as_titles(structure: Structure) -> None:
    """Make items of headings that are titles: a link to a paper, or nothing below but links that say what they are."""
    below: dict[int, list[Item]] = {}
    for kept in structure.kept:
        start, end, last = structure.span(kept.line, kept.end)
        prose = Item(start, end, kept.line, last, "paragraph", kept.section, kept.text)
        below.setdefault(id(kept.section), []).append(prose)
    found: list[tuple[Section, list[Item]]] = []
    for section in structure.root.walk():
        linked = structure.linked.get(id(section))
        if _may_be_title(section, linked=linked is not None):
            own = [
                one for part in section.walk() for one in (*part.items, *below.get(id(part), ()))
            ]
            own = _said(sorted(own, key=lambda item: item.start), linked=linked is not None)
            if _is_title(section.title, linked, own):
                found.append((section, own))
    if len(found) < 3:  # noqa: PLR2004
        return
    sections = {id(part) for section, _ in found for part in section.walk()}
    structure.kept = [one for one in structure.kept if id(one.section) not in sections]
    structure.items = [item for item in structure.items if id(item.section) not in sections]
    counted = sum(_COUNTED.match(section.title) is not None for section, _ in found)
    for section, own in found:
        linked = structure.linked.get(id(section))
        item = _retitled(section, linked, own, counted=counted * 2 > len(found))
        structure.items.append(item)
    structure.items.sort(key=lambda item: item.start)


def _said(below: list[Item], *, linked: bool) -> list[Item]:
    """Return what says something of the paper that a heading names.

    That is all before the first prose if the heading has the link itself, else all but the prose behind the links.
    """
    if linked:
        prose = (
            n
            for n, one in enumerate(below)
            if one.container == "paragraph"
            and has_plain_title(one.text)
            and not _is_dated_note(words_of(one.text))
        )
        return below[: next(prose, len(below))]
    stays = [
        one.container == "paragraph" and not (one.text.urls and _has_labels(one.text))
        for one in below
    ]
    last = max((n for n, text in enumerate(stays, 1) if not text), default=0)
    return below[:last]


def _is_dated_note(words: str) -> bool:
    """Whether a paragraph says in few words when something was of the paper above: `Shown at the weavers' day in 2020`."""
    return len(words.split()) <= _FEW_WORDS and _YEAR.search(words) is not None


def _has_labels(text: Text) -> bool:
    return all(
        piece.link < 0 or is_label(piece.text) or names_venue(piece.text) for piece in text.pieces
    )


def _may_be_title(section: Section, *, linked: bool) -> bool:
    """Whether a heading has a link or words enough, and nothing below has a heading but what is folded in.

    That is `Abstract`, `BibTeX`.
    """
    if section.kind != "heading" or section.furniture:
        return False
    if not (linked or len(section.title.split()) >= _LEAST_WORDS or _is_tagged(section.title)):
        return False
    return all(
        not part.children
        and (
            (linked and part.kind == "bold") or (part.kind == "summary" and _says_what(part.title))
        )
        for part in section.children
    )


def _is_tagged(title: str) -> bool:
    """Whether a heading has a venue or year in brackets before its name: `[CCS 2018] Loom`."""
    tag = TAG.match(title) if title.startswith(("[", "(")) else None
    found = when_where(tag[1] or tag[2]) if tag is not None and tag.end() < len(title) else None
    return found is not None and found.year is not None


def _is_dated(title: str) -> bool:
    """Whether a heading ends in a venue and year, as titles do: `A Loom of Looms (CCS 2018)`."""
    bracket = _BRACKET.search(title)
    if bracket is None or _MEETING.search(title, 0, bracket.start()):
        return False
    found = when_where(bracket[1])
    return found is not None and bool(found.venue and found.year)


def _says_what(title: str) -> bool:
    """Whether what is folded in belongs to a paper: `Abstract`, `BibTeX`, `Click to see the abstract!`."""
    title = _TO_UNFOLD.sub("", title).strip(" !.()")
    return not title or is_attribute_name(title) or is_label(title)


def _is_title(title: str, linked: Text | None, below: Sequence[Item]) -> bool:
    """Whether a heading is the title of a paper, by its own link or by what stands below it."""
    if linked is not None:
        papers = sum(has_long_title(one.text) and leads_to_paper(one.text) for one in below)
        return papers * 2 <= len(below) and not any(one.cells for one in below)
    links = [url for item in below for url in item.text.urls]
    if not links:
        return _is_dated(title) and not any(one.cells for one in below)
    return (
        (any(is_paper_host(url) for url in links) or (bool(links) and _is_dated(title)))
        and len({one for url in links for one in identify(url) if one.scheme == "arxiv"}) < 2  # noqa: PLR2004
        and all(
            not item.cells
            and _has_labels(item.text)
            and not has_long_title(item.text)
            and not has_plain_title(item.text)
            and not _is_signed(item.text)
            for item in below
        )
    )


def _is_signed(text: Text) -> bool:
    """Whether the second line of an item has its authors, so that the first is a title."""
    second = [piece for piece in text.pieces if piece.line == 1]
    return not any(piece.link >= 0 for piece in text.pieces if not piece.line) and (
        begins_with_names(Text(second, text.urls))
    )


def _retitled(
    section: Section, linked: Text | None, below: Sequence[Item], *, counted: bool
) -> Item:
    """Make an item of a section and what is below it, without its number where headings are `counted`."""
    parent = section.parent
    assert parent is not None  # noqa: S101 (the root has no title)
    title = _COUNTED.sub("", section.title) if counted else section.title
    heading = linked or Text([Piece(title, 0, bold=True)], [])
    pieces, urls = list(heading.pieces), list(heading.urls)
    for item in below:
        more = item.text.moved(pieces[-1].line + 1, len(urls))
        pieces += more.pieces
        urls += more.urls
    end, line = (below[-1].end, below[-1].end_line) if below else (section.end, section.line + 1)
    item = Item(section.start, end, section.line, line, "heading", parent, Text(pieces, urls))
    parent.children.remove(section)
    parent.items.append(item)
    parent.blank = False
    return item
