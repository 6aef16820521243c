"""The paragraphs of a list: papers, titles whose links are below them, more of the item above, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bib2awesome.importers.lists.belonging import Belonging
from bib2awesome.importers.lists.blocks import Block
from bib2awesome.importers.lists.headings import Kept
from bib2awesome.importers.lists.inlines import LONGEST, Text
from bib2awesome.importers.lists.labels import is_label
from bib2awesome.importers.lists.outline import BOLD_LEVEL, LONGEST_HEADING
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.shapes import (
    has_long_title,
    is_attribute,
    is_bold_line,
    is_prose,
    leads_to_paper,
    says_title,
    words_of,
)
from bib2awesome.importers.lists.starts import starts_item
from bib2awesome.importers.lists.when_where import when_where

__all__ = ["LEAST_TITLE", "Paragraphs"]

LEAST_TITLE = 5
"""More words than that, with a link, are a paper and no attribute of the title above."""
_COUNTED = re.compile(r"\s*\[\d{1,3}\]\s+[\"\u201c(]?\w")
"""`[7] A Title, 1984`: works as the end of a paper counts them."""
_MARKS = ("[", "**", "__", "<a")


def _may_be_title(source: str) -> bool:
    """Whether a line begins with bold, linked or quoted words, perhaps behind a number."""
    source = source.lstrip()
    return source.startswith("**") or source.lstrip(" *-+0123456789.)").startswith(
        (*_MARKS, '"', "\u201c")
    )


def _is_link_of(above: Sequence[Text], line: Text) -> bool:
    """Whether a line that begins with a few linked words is the first link of the title above it."""
    first = line.pieces[0]
    few = first.link >= 0 or first.text.strip() == "["
    words = next((p.text.split() for p in line.pieces if p.link >= 0), [])
    return few and len(words) < LEAST_TITLE and not any(one.urls for one in above)


def _is_next(lines: Sequence[Text], first: int, number: int) -> bool:
    """Whether a bold line is the title of a further paper, as a bold line and its links stand above it, and links below."""
    above, below = lines[first:number], lines[number + 1 :]
    linked = any(one.urls for one in above[1:]) and any(one.urls for one in below)
    return linked and is_bold_line(above[0]) and is_bold_line(lines[number])


def _is_titled_line(text: Text) -> bool:
    """Whether a line is a bold title and its venue: `**A Calculus of Looms**. ICML19`."""
    first = text.pieces[0] if text.pieces else None
    if first is None or not first.bold or first.link >= 0 or text.pieces[-1].line:
        return False
    rest = "".join(piece.text for piece in text.pieces[1:]).strip(" .,")
    return when_where(rest) is not None and not any(piece.bold for piece in text.pieces[1:])


class Paragraphs(Belonging):
    """A structure that takes paragraphs."""

    def paragraph(self, blocks: Sequence[Block], at: int) -> int:
        """Read a paragraph, and what belongs to it; returns how many blocks that were."""
        block = blocks[at]
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if len(block.content) > LONGEST:
            self.structure.long.append(block.start)
            return 1
        text = self.text(block.content)
        words = words_of(text)
        if not words and not text.urls:
            return 1
        if at and self.belongs(blocks[at - 1], block, text):
            return 1
        bold = is_bold_line(text) and len(words) <= LONGEST_HEADING and "\n" not in block.content
        links = self.links_below(blocks, at, text) if bold or _is_titled_line(text) else 0
        if following is None:
            pass
        elif (
            links
            or (bold and not words.startswith("[") and self.is_attributes(following))
            or (bold and has_long_title(text) and self.is_quoted(following, text))
            or (self.is_described(text, following))
        ):
            below = blocks[at + 1 : at + 1 + max(links, 1)]
            self.item("paragraph", block.start, below[-1].end, self.joined(text, *below))
            return 1 + len(below)
        elif bold and self.is_below(following, text):
            self.open(words.strip(" :[]"), BOLD_LEVEL, "bold", block.start, block.end)
            return 1
        self.papers_in(block, text)
        return 1

    def links_below(self, blocks: Sequence[Block], at: int, title: Text) -> int:
        """Return how many blocks below a bold title are nothing but its links: paragraphs, then perhaps a list."""
        if title.urls or not has_long_title(title):
            return 0
        last = at + 1
        while last < len(blocks) and self.is_links(blocks[last]):
            last += 1
        if last == at + 1:
            return 0
        if last < len(blocks) and self.is_attributes(blocks[last]):
            last += 1
        whole = self.joined(title, *blocks[at + 1 : last])
        return last - at - 1 if leads_to_paper(whole) else 0

    def is_links(self, block: Block) -> bool:
        """Whether a paragraph has nothing but images, addresses and links with labels."""
        if block.kind != "paragraph" or not ("http" in block.content or "](" in block.content):
            return False
        text = self.text(block.content)
        return bool(text.pieces) and all(
            piece.image or is_label(piece.text) or (piece.link >= 0 and "://" in piece.text)
            for piece in text.pieces
        )

    def is_described(self, text: Text, following: Block) -> bool:
        """Whether a paragraph is a bold title and its authors, and the list behind it has its links.

        What more stands on the line of the title is its own where the list has nothing but links.
        """
        first = [piece for piece in text.pieces if not piece.line and piece.text.strip(" .,:")]
        if text.urls or not first or not first[0].bold:
            return False
        if not all(piece.bold for piece in first) and not all(
            item.children and self.is_links(item.children[0]) for item in following.children
        ):
            return False
        return self.is_attributes(following) and leads_to_paper(self.joined(text, following))

    def is_quoted(self, following: Block, title: Text) -> bool:
        """Whether a quotation right below a bold title says who wrote it, and has its links."""
        children = following.children
        if following.kind != "blockquote" or any(one.kind != "paragraph" for one in children):
            return False
        texts = [self.text(one.content) for one in children]
        labels = (p.text for text in texts for p in text.pieces if p.link >= 0)
        return not any(map(has_long_title, texts)) and (
            any(map(is_label, labels)) or leads_to_paper(self.joined(title, following))
        )

    def is_below(self, following: Block, bold: Text) -> bool:
        """Whether what follows a bold line is below it: a list, a table, a paragraph that starts an item."""
        if following.kind.endswith(("_list", "table")) or "<table" in following.content:
            return True
        if following.kind != "paragraph" or bold.urls:
            return False
        after = self.text(following.content)
        return starts_item(after) and not is_bold_line(after) and not self.is_links(following)

    def papers_in(self, block: Block, text: Text) -> None:
        """Take the papers of a paragraph as items, the rest of it as prose."""
        for first, last, part in self.parts(block, text):
            if starts_item(part):
                self.item("paragraph", first, last, part)
            elif part.pieces and not part.urls and _COUNTED.match(part.pieces[0].text):
                self.item("numbered", first, last, part)
            else:
                self.section.blank = False
                self.section.prose.append((first, last))
                kept = Kept(first, last, self.section, part, leads_to_paper(part))
                self.structure.kept.append(kept)

    def parts(self, block: Block, text: Text) -> list[tuple[int, int, Text]]:
        """Return the papers of a paragraph: one, or one for each line that starts with a title."""
        sources = block.content.split("\n")
        if len(sources) == 1:
            return [(block.start, block.end, text)]
        if sources[0].startswith("<a ") and not self.text(sources[0]).pieces:  # a place to jump to
            following = Block("paragraph", block.start + 1, block.end)
            following.content = "\n".join(sources[1:])
            return self.parts(following, self.text(following.content))
        counted = [number for number, one in enumerate(sources) if _COUNTED.match(one)]
        if counted[:1] == [0] and (len(counted) > 1 or not text.urls):
            return self.cut(block, sources, counted)
        if not sources[0].startswith(_MARKS) and not says_title(sources[0]):
            first = self.lines(sources, text)[0]
            rest = self.text("\n".join(sources[1:])) if is_prose(first) else Text([], [])
            if rest.urls and starts_item(rest) and not starts_item(text):
                return [(block.start, block.start + 1, first), (block.start + 1, block.end, rest)]
        starts = self.titles_in(sources, text)
        return self.cut(block, sources, starts) if starts else [(block.start, block.end, text)]

    def titles_in(self, sources: Sequence[str], text: Text) -> list[int]:
        """Return the lines of a paragraph that start with a title where there are several; the first is one of them."""
        if not any(map(_may_be_title, sources[1:])):
            return []
        lines = self.lines(sources, text)
        starts = [0]
        for number, source in enumerate(sources[1:], 1):
            if _may_be_title(source):
                line = lines[number]
                if not line.pieces or _is_link_of(lines[starts[-1] : number], line):
                    continue
                people = people_in(words_of(line), marked=True)
                if people is not None or not has_long_title(line):
                    continue
                if (starts_item(line) and line.urls) or _is_next(lines, starts[-1], number):
                    starts.append(number)
        return starts if len(starts) > 1 and has_long_title(lines[0]) else []

    def cut(
        self, block: Block, sources: Sequence[str], starts: list[int]
    ) -> list[tuple[int, int, Text]]:
        """Return the stretches of a paragraph that begin with these lines."""
        return [
            (block.start + first, block.start + last, self.text("\n".join(sources[first:last])))
            for first, last in pairwise([*starts, len(sources)])
        ]

    def lines(self, sources: Sequence[str], text: Text) -> Sequence[Text]:
        """Return the lines of a text one by one; tags, and code of several lines, count lines of their own."""
        lines = text.by_line()
        plain = len(lines) == len(sources) and not any("<" in source for source in sources)
        return lines if plain else [self.text(source) for source in sources]

    def is_attributes(self, block: Block) -> bool:
        """Whether a list says something about the paper above it, and holds none itself."""
        if not block.kind.endswith("_list"):
            return False
        if any(below.kind.endswith("_list") for item in block.children for below in item.children):
            return False
        texts = [self.text(item.children[0].content) for item in block.children if item.children]
        stated = sum(map(is_attribute, texts))
        return stated * 2 >= len(texts) > 0 and not any(
            has_long_title(text) or (text.urls and not is_attribute(text)) for text in texts
        )
