"""The paragraphs of a list: papers, titles whose links are below them, more of the item above, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bib2awesome.importers.lists.blocks import Block
from bib2awesome.importers.lists.headings import Kept
from bib2awesome.importers.lists.html import html_parts
from bib2awesome.importers.lists.inlines import LONGEST, Text
from bib2awesome.importers.lists.labels import is_attribute_name, is_bare_label, is_label
from bib2awesome.importers.lists.model import Item
from bib2awesome.importers.lists.outline import BOLD_LEVEL, LONGEST_HEADING, Outline
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.shapes import (
    has_long_title,
    has_plain_title,
    is_attribute,
    is_bold_line,
    is_prose,
    leads_to_paper,
    says_title,
    words_of,
)
from bib2awesome.importers.lists.starts import starts_item, states_only
from bib2awesome.importers.lists.when_where import when_where

__all__ = ["LEAST_TITLE", "Paragraphs"]

LEAST_TITLE = 5
"""More words than that, with a link, are a paper and no attribute of the title above."""
_COUNTED = re.compile(r"\s*\[\d{1,3}\]\s+[\"\u201c(]?\w")
"""`[7] A Title, 1984`: works as the end of a paper counts them."""
_MARKS = ("[", "**", "__", "<a")


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


def _contents(block: Block) -> list[str]:
    """Return what a block adds to an item: its text, or of HTML what is folded away, behind its summary."""
    if block.kind in {"paragraph", "heading", "cell"}:
        return [block.content] if block.content else []
    if block.kind != "html_block" or "<summary" not in block.content:
        return []
    found: list[str] = []
    for part in html_parts(block.content, 0):
        if part.kind == "summary":
            found.append(part.source)
        elif part.kind == "text":
            found[-1] = f"{found[-1].rstrip(' :')}: {part.source.strip()}"
    return found


def _is_titled_line(text: Text) -> bool:
    """Whether a line is a bold title and its venue: `**A Calculus of Looms**. ICML19`."""
    first = text.pieces[0] if text.pieces else None
    if first is None or not first.bold or first.link >= 0 or text.pieces[-1].line:
        return False
    rest = "".join(piece.text for piece in text.pieces[1:]).strip(" .,")
    return when_where(rest) is not None and not any(piece.bold for piece in text.pieces[1:])


class Paragraphs(Outline):
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
        if at and blocks[at - 1].kind.endswith("_list") and self.goes_on(block, text):
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

    def goes_on(self, block: Block, text: Text) -> bool:
        """Take a paragraph as more of the item above it, which has a title and waits for its links.

        Markdown ends an item at a paragraph that is not indented far enough.
        """
        item = self.structure.items[-1] if self.structure.items else None
        if item is None or item.section is not self.section:
            return False
        if not text.urls and all(piece.italic for piece in text.pieces if piece.text.strip()):
            if people_in(words_of(text), marked=True) is None:
                return False
            self.extend(item, block)
            return True
        if item.text.urls or not text.urls:
            return False
        named = [p.text for p in text.pieces if p.link >= 0 and not p.image]
        if (
            has_long_title(text)
            or not all(map(is_label, named))
            or not (has_long_title(item.text) or has_plain_title(item.text))
        ):
            return False
        self.extend(item, block)
        return True

    def notes(self, before: Block, block: Block) -> bool:
        """Take bullets right below a numbered item that has links, without any, as more of it.

        They are meant to be inside it, and not indented far enough.
        """
        item = self.structure.items[-1] if self.structure.items else None
        if (
            (before.kind, block.kind) != ("ordered_list", "bullet_list")
            or before.end != block.start
            or any(
                one.kind == "heading" or "](" in one.content or "://" in one.content
                for one in block.walk()
            )
            or item is None
            or item.section is not self.section
            or not item.text.urls
        ):
            return False
        self.extend(item, block)
        return True

    def folds(self, before: Block, block: Block) -> bool:
        """Take what is folded away right below an item as more of it: `<summary>Abstract</summary>`."""
        item = self.structure.items[-1] if self.structure.items else None
        if item is None or item.section is not self.section or item.end_line != before.end:
            return False
        if "<summary" not in block.content or "</details>" not in block.content:
            return False
        parts = html_parts(block.content, block.start)
        names = [self.heading_text(part.source) for part in parts if part.kind == "summary"]
        others = any(part.kind not in {"summary", "text", "close"} for part in parts)
        if others or not all(is_attribute_name(name) or is_bare_label(name) for name in names):
            return False
        self.extend(item, block)
        return True

    def extend(self, item: Item, block: Block) -> None:
        """Add a block to an item."""
        item.text = self.joined(item.text, block)
        _, item.end, item.end_line = self.structure.span(item.line, block.end)

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
        lines = self.lines(sources, text)
        counted = [number for number, one in enumerate(sources) if _COUNTED.match(one)]
        if counted[:1] == [0] and (len(counted) > 1 or not text.urls):
            return self.cut(block, sources, counted)
        if not sources[0].startswith(_MARKS) and is_prose(lines[0]) and not says_title(sources[0]):
            rest = self.text("\n".join(sources[1:]))
            alone = not self.is_title_of(lines[0], rest) and not starts_item(text)
            if rest.urls and starts_item(rest) and alone:
                return [
                    (block.start, block.start + 1, lines[0]),
                    (block.start + 1, block.end, rest),
                ]
        starts = self.titles_in(sources, lines)
        if len(starts) == 1 or not has_long_title(lines[0]):
            return [(block.start, block.end, text)]
        return self.cut(block, sources, starts)

    def is_title_of(self, line: Text, rest: Text) -> bool:
        """Whether plain words are the title of what the lines below say: authors, venue and links."""
        words = words_of(line)
        return (
            len(words.split()) > 1
            and not words.endswith((":", "\uff1a"))
            and leads_to_paper(rest)
            and states_only(rest)
        )

    def titles_in(self, sources: Sequence[str], lines: Sequence[Text]) -> list[int]:
        """Return the lines of a paragraph that start with a title; the first may be anything."""
        starts = [0]
        for number, source in enumerate(sources[1:], 1):
            if source.lstrip().startswith("**") or source.lstrip(" *-+0123456789.)").startswith(
                (*_MARKS, '"', "\u201c")
            ):
                line = lines[number]
                if not line.pieces or _is_link_of(lines[starts[-1] : number], line):
                    continue
                people = people_in(words_of(line), marked=True)
                if people is not None or not has_long_title(line):
                    continue
                if (starts_item(line) and line.urls) or _is_next(lines, starts[-1], number):
                    starts.append(number)
        return starts

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

    def joined(self, text: Text, *blocks: Block) -> Text:
        """Return the text of an item with that of further blocks, each on lines of its own."""
        pieces, urls = list(text.pieces), list(text.urls)
        for block in blocks:
            for inner in block.walk():
                for content in _contents(inner):
                    line = (pieces[-1].line + 1) if pieces else 0
                    more = self.text(content, line, len(urls))
                    pieces += more.pieces
                    urls += more.urls
        return Text(pieces, urls)
