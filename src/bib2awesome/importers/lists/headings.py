"""Sections and items before they are read, and headings that turn out to be titles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from bib2awesome.importers.lists.inlines import Piece, Text
from bib2awesome.importers.lists.labels import is_label, is_paper_host
from bib2awesome.importers.lists.model import Item, Section
from bib2awesome.importers.lists.shapes import has_long_title, has_plain_title

__all__ = ["Kept", "Structure", "headings_as_titles"]


class Kept(NamedTuple):
    """A paragraph that leads to papers and names none: its lines from `line` up to `end`."""

    line: int
    end: int
    section: Section
    text: Text


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

    def span(self, start: int, end: int) -> tuple[int, int, int]:
        """Return offsets of lines, and the line behind the last that is not blank."""
        while end > start + 1 and not self.lines[end - 1].strip():
            end -= 1
        return self.offsets[start], self.offsets[min(end, len(self.lines))], end


def headings_as_titles(structure: Structure) -> None:
    """Make items of headings that are titles: nothing below them but links that say what they are."""
    below = {id(section): section.items for section in structure.root.walk()}
    for kept in structure.kept:
        if not kept.section.items and kept.section.prose == [(kept.line, kept.end)]:
            start, end, last = structure.span(kept.line, kept.end)
            below[id(kept.section)] = [
                Item(start, end, kept.line, last, "paragraph", kept.section, kept.text)
            ]
    found = [one for one in structure.root.walk() if _is_title(one, below[id(one)])]
    if len(found) < 3:  # noqa: PLR2004
        return
    sections = {id(section) for section in found}
    structure.kept = [one for one in structure.kept if id(one.section) not in sections]
    structure.items = [item for item in structure.items if id(item.section) not in sections]
    structure.items += [_retitled(section, below[id(section)]) for section in found]
    structure.items.sort(key=lambda item: item.start)


def _is_title(section: Section, below: Sequence[Item]) -> bool:
    """Whether a heading is the title of a paper, by what stands below it."""
    if section.children or section.furniture or len(section.title.split()) < 4:  # noqa: PLR2004
        return False
    links = [url for item in below for url in item.text.urls]
    return (
        bool(links)
        and all(
            all(is_label(p.text) or p.link < 0 for p in item.text.pieces)
            and not has_long_title(item.text)
            and not has_plain_title(item.text)
            for item in below
        )
        and any(is_paper_host(url) for url in links)
    )


def _retitled(section: Section, below: Sequence[Item]) -> Item:
    """Make an item of a section and what is below it."""
    parent = section.parent
    assert parent is not None  # noqa: S101 (the root has no title)
    pieces = [Piece(section.title, 0, bold=True)]
    urls: list[str] = []
    for item in below:
        line = pieces[-1].line + 1
        pieces += [
            p._replace(line=p.line + line, link=p.link + len(urls) if p.link >= 0 else -1)
            for p in item.text.pieces
        ]
        urls += item.text.urls
    last = below[-1]
    item = Item(section.start, last.end, section.line, last.end_line, "heading", parent, Text(pieces, urls))  # fmt: skip
    parent.children.remove(section)
    parent.items.append(item)
    parent.blank = False
    return item
