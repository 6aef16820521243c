"""The structure of a list: which sections there are, and what stands in them as items.

Headings come in every form lists have: `#`, HTML, `<summary>`, headings inside bullets, bold lines and
bullets above further bullets. Which bold line or bullet is a heading is decided by what follows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bib2awesome.importers.lists.blocks import Block, Markdown
from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.headings import Structure, headings_as_titles
from bib2awesome.importers.lists.inlines import LONGEST, Text
from bib2awesome.importers.lists.labels import is_attribute_name, is_label, web_address
from bib2awesome.importers.lists.outline import LONGEST_HEADING
from bib2awesome.importers.lists.paragraphs import LEAST_TITLE, Paragraphs
from bib2awesome.importers.lists.shapes import (
    begins_with_names,
    has_long_title,
    has_plain_title,
    is_attribute,
    is_bold_line,
    is_linked_name,
    is_stated,
    leads_to_paper,
    names_paper,
    words_of,
)
from bib2awesome.importers.lists.starts import is_title_line, states_only
from bib2awesome.importers.lists.when_where import when_where
from bib2awesome.importers.lists.wording import is_placed

__all__ = ["build"]

_BULLET_LEVEL, _SEVERAL, _MOST_WORDS = 8, 3, 6


def build(text: str, markdown: Markdown) -> Structure:
    r"""Return the structure of a parsed file.

    Args:
        text: The file with "\n" ends.
        markdown: Its blocks.
    """
    builder = _Builder(Structure(text), markdown)
    builder.blocks(markdown.root.children)
    headings_as_titles(builder.structure)
    return builder.structure


class _Builder(Paragraphs):
    def blocks(self, blocks: Sequence[Block]) -> None:
        at = 0
        while at < len(blocks):
            at += self.block(blocks, at)

    def block(self, blocks: Sequence[Block], at: int) -> int:
        """Read one block, and what belongs to it; returns how many blocks that were."""
        block = blocks[at]
        match block.kind:
            case "heading":
                self.heading(block)
            case "paragraph":
                return self.paragraph(blocks, at)
            case "bullet_list" | "ordered_list":
                if not (at and self.notes(blocks[at - 1], block)):
                    self.list(block)
            case "table":
                self.table(block)
            case "html_block":
                if not (at and self.folds(blocks[at - 1], block)):
                    self.html(block)
            case "blockquote":
                self.quotation(block)
            case "hr":
                pass
            case _:
                self.section.blank = False
        return 1

    def quotation(self, block: Block) -> None:
        """Read the lists and tables of a quotation, and its headings that are papers."""
        self.section.blank = False
        for child in block.children:
            if child.kind.endswith(("_list", "table")):
                self.block([child], 0)
            elif child.kind == "heading" and is_title_line(text := self.text(child.content)):
                self.item("paragraph", child.start, child.end, text)

    def heading(self, block: Block) -> None:
        """Open a section, and keep the text of a heading that may be a title with its link."""
        title = self.heading_text(block.content)
        if not title:
            return  # a line of `###` for a gap
        section = self.open(title, block.level, "heading", block.start, block.end)
        text = self.text(block.content)
        if text.urls and is_title_line(text):
            self.structure.linked[id(section)] = text

    # Lists

    def list(self, block: Block, depth: int = 0) -> None:
        container = "numbered" if block.kind == "ordered_list" else "bullet"
        for item in block.children:
            self.list_item(item, container, depth)

    def list_item(self, item: Block, container: str, depth: int) -> None:
        children = item.children
        if not children:
            return
        first = children[0]
        if first.kind == "heading":
            title = self.heading_text(first.content)
            self.open(title, first.level, "bullet-heading", first.start, first.end)
            self.blocks(children[1:])
            return
        nested = [child for child in children if child.kind.endswith(("_list", "table"))]
        own = first.content if first.kind == "paragraph" else ""
        if len(own) > LONGEST:
            self.structure.long.append(item.start)
            return
        text = self.text(own)
        if nested and self.heads(text, nested):
            level = _BULLET_LEVEL + depth
            end = nested[0].start
            self.open(self.heading_text(own).strip("*"), level, "bullet", item.start, end)
            for child in nested:
                if child.kind == "table":
                    self.table(child)
                else:
                    self.list(child, depth + 1)
            self.close(level)
            return
        if not own and nested:
            for child in nested:
                if child.kind == "table":
                    self.table(child)
                else:
                    self.list(child, depth)
            return
        self.papers_of(item, container, text, children)

    def papers_of(self, item: Block, container: str, text: Text, children: Sequence[Block]) -> None:
        """Take an item with its further lines; bullets below it that are papers are items of their own."""
        attributes: list[Block] = []
        below: list[Block] = []
        for child in children[1:]:
            if child.kind.endswith("_list") and self.holds_papers(child, leads_to_paper(text)):
                below.append(child)
            elif child.kind != "table":
                attributes.append(child)
        end = below[0].start if below else item.end
        self.item(container, item.start, end, self.joined(text, *attributes))
        for child in below:
            self.list(child)

    def holds_papers(self, block: Block, below_paper: bool) -> bool:  # noqa: FBT001
        """Whether most bullets of a list are papers with titles of their own.

        Plain titles count where there are several, or where the bullet above has a paper itself: a single
        one below a bullet without link says something about it.
        """
        found = [
            self.text(child.children[0].content)
            for child in block.children
            if child.children and child.children[0].kind == "paragraph"
        ]
        papers = [text for text in found if leads_to_paper(text)]
        if below_paper and len(papers) == len(found) and all(map(names_paper, papers)):
            return True
        marked = sum(map(has_long_title, papers))
        plain_ones = sum(not has_long_title(text) and has_plain_title(text) for text in papers)
        if plain_ones == 1 and not (below_paper or marked):
            plain_ones = 0
        return (marked + plain_ones) * 2 > len(found)

    def heads(self, text: Text, nested: Sequence[Block]) -> bool:
        """Whether a bullet is a heading of the bullets below it."""
        words = words_of(text)
        linked = any(map(web_address, text.urls))
        if not words or len(words) > LONGEST_HEADING or (linked and not is_linked_name(text)):
            return False
        if any(block.kind == "table" for block in nested):
            return True
        lists = [block for block in nested if block.kind.endswith("_list")]
        tag = TAG.match(words)
        found = when_where(words) if tag is None or tag.end() == len(words) else None
        placed = found is not None and len(found.extra.split()) < LEAST_TITLE // 2
        if (
            placed
            and not linked
            and any("](" in block.content for one in lists for block in one.walk())
        ):
            return True
        items = [child for block in lists for child in block.children if child.children]
        longer = 0
        for child in items:
            inner = child.children[0]
            if inner.kind == "heading":
                return True
            if any(below.kind.endswith("_list") for below in child.children):
                longer += 1
                continue
            below = self.text(inner.content) if inner.kind == "paragraph" else Text([], [])
            words = words_of(below)
            titled = has_long_title(below) or len(words.split()) > LEAST_TITLE
            tag = TAG.match(words)
            tagged = tag is not None and tag.end() < len(words)
            titled = titled or (tagged and not states_only(below))
            stated = is_attribute(below) or begins_with_names(below)
            longer += titled and bool(below.urls) and not stated
            longer += not below.urls and is_placed(words_of(below))
        short = not text.urls and is_bold_line(text) and not has_long_title(text)
        if longer and longer * 2 + short > len(items):  # half are enough below short bold words
            return not linked or longer >= _SEVERAL
        return not text.urls and (self.holds_links(text, items) or self.introduces(text, items))

    def introduces(self, text: Text, items: Sequence[Block]) -> bool:
        """Whether few words end in a colon above bullets that all have a link and a name of their own: `Data sets:`."""
        words = words_of(text)
        if (
            not words.endswith((":", "\uff1a"))
            or len(words.split()) > _MOST_WORDS
            or is_label(words)
        ):
            return False
        return not is_attribute_name(words) and all(
            item.children[0].kind == "paragraph"
            and "http" in item.children[0].content
            and not is_stated(self.text(item.children[0].content))
            for item in items
        )

    def holds_links(self, text: Text, items: Sequence[Block]) -> bool:
        """Whether all bullets below few words begin with a link that is no label: `References` above `[Loom](…)`."""
        few = len(words_of(text).split()) < _SEVERAL
        return (
            few
            and (len(items) > 1 or is_label(words_of(text)))
            and all(
                item.children[0].kind == "paragraph"
                and self.starts_with_link(item.children[0].content)
                for item in items
            )
        )

    def starts_with_link(self, source: str) -> bool:
        """Whether a bullet begins with a link whose words are no label."""
        first = next((piece for piece in self.text(source).pieces if piece.text.strip()), None)
        return first is not None and first.link >= 0 and not (first.image or is_label(first.text))
