"""What both Markdown and HTML add to a structure: sections, items, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bib2awesome.importers.lists.blocks import Block, Markdown
from bib2awesome.importers.lists.headings import Structure
from bib2awesome.importers.lists.html import HtmlPart, html_parts
from bib2awesome.importers.lists.inlines import Piece, Text, pieces_of, plain
from bib2awesome.importers.lists.model import Item, Section
from bib2awesome.importers.lists.shapes import (
    is_back_link,
    is_furniture,
    leads_to_paper,
    words_of,
)
from bib2awesome.importers.lists.starts import starts_item

__all__ = ["BOLD_LEVEL", "LONGEST_HEADING", "Outline"]

BOLD_LEVEL = 7
LONGEST_HEADING = 160
MOST_CELLS = 100
"""A row with more is no item."""
_NEWS = re.compile(r"\b(?:news|updates?|announcements?)\b", re.IGNORECASE)
_EMOJI = re.compile(r"\s*:[a-z][a-z0-9_+-]+:")
_CLICK = re.compile(r"\W*\b(?:click|tap|expand|unfold|fold|toggle)\b.*", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:(?:show|see|view|the|full|more|all|complete) ?)*(?:papers? ?|items? ?|details?)?(?:lists?)?\W*",
    re.IGNORECASE,
)
"""What a summary says that names no subject: `paper list (click to fold / unfold)`."""
_YEAR = re.compile(r"\W*(?:year )?(?:19|20)\d\d\W*", re.IGNORECASE)
_GLUED = re.compile(r"\*\*\[[^\[\]*]{1,40}\]\*\*(?=\w)")
"""A bold tag right before a title, which CommonMark would not take for bold: `**[Loom]**A Title`."""
_TURNED = re.compile(r"(?<![\])])\(([^()\[\]]+)\)\[(https?://[^\s\[\]()]+)\]")
"""A link with its brackets mixed up: `(A Title)[https://example.org]`."""
_CELLS = re.compile(r"(?<!\\)\|")


def _is_empty_subject(section: Section) -> bool:
    """Whether nothing stands below a heading itself, which is no year."""
    return section.blank and not section.items and _YEAR.fullmatch(section.title) is None


class Outline:
    """A structure while it is built.

    Args:
        structure: Gets the sections and items.
        markdown: The file, parsed.
    """

    def __init__(self, structure: Structure, markdown: Markdown) -> None:
        self.structure = structure
        self.references = markdown.references
        self.section = structure.root
        self.known: dict[str, Text] = {}

    # Sections

    def open(self, title: str, level: int, kind: str, start: int, end: int) -> Section:
        """Start a section; it goes below the last one of a lower level that is no furniture, or is news.

        Signs without a word (`**]**`) start none. A bullet stays below any: `## Contents`, `- Topic`; a year
        stays below a subject of its own level with nothing in it: `## Looms`, `## 2023`, `## 2022`.
        """
        if not title:
            return self.section
        parent = self.section
        dated = _YEAR.fullmatch(title) is not None
        while parent.parent is not None and (
            parent.level > level
            or (parent.level == level and not (dated and _is_empty_subject(parent)))
            or (parent.furniture and kind != "bullet" and not _NEWS.search(parent.title))
        ):
            parent = parent.parent
        first, last, _ = self.structure.span(start, end)
        section = Section(title, level, kind, start, first, last, parent)
        section.furniture = is_furniture(title, level)
        parent.children.append(section)
        self.section = section
        return section

    def close(self, level: int) -> None:
        """Leave the sections of this level and of deeper ones."""
        while self.section.parent is not None and self.section.level >= level:
            self.section = self.section.parent

    def text(self, source: str, line: int = 0, first: int = 0) -> Text:
        """Return the pieces of inline Markdown, from line `line` and link `first` of an item on."""
        if source not in self.known:
            meant = source.replace("] (http", "](http")  # a blank too many
            meant = _TURNED.sub(r"[\1](\2)", meant) if ")[http" in meant else meant
            meant = _GLUED.sub(r"\g<0> ", meant) if "]**" in meant else meant
            self.known[source] = pieces_of(meant, self.references)
        text = self.known[source]
        return text.moved(line, first) if line or first else text

    def heading_text(self, source: str) -> str:
        """Return the visible words of a heading, without links to the top."""
        pieces = self.text(source).pieces
        words = "".join(
            piece.text
            for piece in pieces
            if not piece.image and not (piece.link >= 0 and is_back_link(piece.text))
        )
        words = plain(re.sub(r"\(\s*\)|\[\s*\]", "", words))
        words = words.strip(" #-") if _EMOJI.match(words) else words.strip(" :#-")
        return words[:LONGEST_HEADING] or plain(source)[:LONGEST_HEADING]

    # Tables

    def table(self, block: Block) -> None:
        """Take the rows of a table."""
        rows = [child for child in block.children if child.kind == "row"]
        header: tuple[str, ...] = ()
        for row in rows:
            if row.head:
                header = tuple(words_of(self.text(cell.content)) for cell in row.children)
                continue
            cells = [cell.content for cell in row.children]
            cells += self.cut_off(row, len(cells))
            self.row(row.start, row.end, cells, header, "row")

    def cut_off(self, row: Block, count: int) -> Sequence[str]:
        """Return the cells that a row has more than its table: GitHub shows none of them."""
        line = self.structure.lines[row.start].strip()
        if line.count("|") <= count + 1:
            return []
        cells = _CELLS.split(line.removeprefix("|").removesuffix("|"))
        return [cell.strip() for cell in cells[count:]]

    def row(
        self, start: int, end: int, sources: Sequence[str], header: tuple[str, ...], container: str
    ) -> None:
        """Take the cells of a row, as inline Markdown, for an item."""
        if len(sources) > MOST_CELLS:
            self.structure.long.append(start)
            return
        pieces: list[Piece] = []
        urls: list[str] = []
        cells: list[int] = []
        for number, source in enumerate(sources):
            line = pieces[-1].line + 1 if pieces else 0
            text = self.text(source, line, len(urls))
            pieces += text.pieces
            urls += text.urls
            cells += [number] * len(text.pieces)
        if any(piece.text.strip() for piece in pieces):
            self.item(container, start, end, Text(pieces, urls), tuple(cells), header)

    # HTML

    def html(self, block: Block) -> None:
        """Take what is in a block of HTML."""
        for part in html_parts(block.content, block.start):
            self.html_part(part)

    def titles(self, sources: tuple[str, ...]) -> tuple[str, ...]:
        """Return the visible titles of columns, most of which have no markup."""
        marked = any("<" in source or "\\" in source for source in sources)
        return tuple(words_of(self.text(source)) for source in sources) if marked else sources

    def html_part(self, part: HtmlPart) -> None:
        """Take a heading, a summary, a row or a bullet of HTML."""
        if part.kind == "heading":
            title = self.heading_text(part.source)
            self.open(title, part.level, "html", part.start, part.end)
        elif part.kind == "summary":
            text = self.text(part.source)
            if leads_to_paper(text) and starts_item(text):
                self.item("html-bullet", part.start, part.end, text)
                return
            title = self.heading_text(part.source)
            if not _UNNAMED.fullmatch(_CLICK.sub("", title)):
                self.open(title, BOLD_LEVEL, "summary", part.start, part.end)
        elif part.kind == "close":
            self.close(BOLD_LEVEL)
        elif part.kind == "row":
            self.row(part.start, part.end, part.cells, self.titles(part.header), "html-row")
        elif part.kind == "bullet":
            text = self.text(part.source)
            if starts_item(text) or leads_to_paper(text):
                self.item("html-bullet", part.start, part.end, text)

    # Items

    def item(  # noqa: PLR0917 - cells and header are of rows
        self,
        container: str,
        start: int,
        end: int,
        text: Text,
        cells: tuple[int, ...] = (),
        header: tuple[str, ...] = (),
    ) -> None:
        """Put an item into the section that is open."""
        self.section.blank = False
        first, last, end = self.structure.span(start, end)
        item = Item(first, last, start, end, container, self.section, text, cells, header)
        self.section.items.append(item)
        self.structure.items.append(item)
