"""What belongs to the item above: paragraphs with its links or labels, bullets, what is folded away."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.blocks import Block
from bib2awesome.importers.lists.headings import Kept
from bib2awesome.importers.lists.html import html_parts
from bib2awesome.importers.lists.inlines import Text
from bib2awesome.importers.lists.labels import is_attribute_name, is_bare_label, is_label
from bib2awesome.importers.lists.model import Item
from bib2awesome.importers.lists.outline import Outline
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.shapes import (
    has_long_title,
    has_plain_title,
    says_title,
    words_of,
)

__all__ = ["Belonging"]

_LONGEST_CAPTION = 6


def _is_caption(summary: str) -> bool:
    """Whether a summary only says what is folded away, and not who wrote a work, where or when."""
    return len(summary.split()) <= _LONGEST_CAPTION and not re.search(r"[,\d]", summary)


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
        elif part.kind == "text" and _is_caption(found[-1]):
            found[-1] = f"{found[-1].rstrip(' :')}: {part.source.strip()}"
        elif part.kind == "text":
            found.append(part.source.strip())
    return [text for text in found if not is_bare_label(text)]  # `BibTeX`, and nothing of use below


def _label_of(text: Text) -> str:
    """Return the bold words that a text begins with, if a colon stands behind them: `**Authors:** Ada Lovelace`."""
    first = text.pieces[0] if text.pieces else None
    if first is None or not first.bold or first.link >= 0:
        return ""
    behind = text.pieces[1].text if len(text.pieces) > 1 else ""
    return first.text if first.text.rstrip().endswith(":") or behind.startswith(":") else ""


class Belonging(Outline):
    """A structure whose items go on."""

    def belongs(self, before: Block, block: Block, text: Text) -> bool:
        """Take a paragraph as more of the item above, where it is that."""
        if before.kind.endswith("_list"):
            return self.goes_on(block, text)
        return self.is_labelled(before, block, text)

    def is_labelled(self, before: Block, block: Block, text: Text) -> bool:
        """Take a paragraph that begins with a bold label as more of the item above, which begins with `**Title:**`.

        What has links under another label stays text: they are other works'.
        """
        label = _label_of(text)
        item = self.structure.items[-1] if label and self.structure.items else None
        if item is None or item.section is not self.section or item.container != "paragraph":
            return False
        if says_title(f"{label.strip(' :')}: x") or not says_title(
            f"{_label_of(item.text).strip(' :')}: x"
        ):
            return False
        known = not text.urls or is_attribute_name(label) or is_label(label)
        if known and item.end_line == before.end:
            self.extend(item, block)
        else:
            self.section.prose.append((block.start, block.end))
            kept = Kept(block.start, block.end, self.section, text, leads=False)
            self.structure.kept.append(kept)
        return True

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
