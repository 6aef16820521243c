"""Markdown as CommonMark sees it: a tree of blocks with the source lines of each.

markdown-it-py (with GitHub's tables) does the reading; its inline pass is left out, because only items
are looked into, one by one (`bib2awesome.importers.lists.inlines`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bib2awesome.importers.lists.block_rules import BlockParser
from bib2awesome.importers.lists.inline_rules import Inline, address

__all__ = ["Block", "Markdown", "parser"]


class Block:
    """One block: a heading, paragraph, list, list item, table, row, cell, quote, fence or HTML.

    Attributes:
        kind: `heading`, `paragraph`, `bullet_list`, `ordered_list`, `list_item`, `table`, `row`, `cell`,
            `blockquote`, `fence`, `code_block`, `html_block`, `hr`; `root` for the whole.
        start: Its first line, from 0.
        end: The line behind its last one.
        content: Its Markdown source where it holds text (of a cell the cell's), else "".
        level: Of a heading, 1 to 6; of others 0.
        head: Of a row: whether it is the table's header.
        children: The blocks inside.
    """

    __slots__ = ("children", "content", "end", "head", "kind", "level", "start")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.content = ""
        self.level = 0
        self.head = False
        self.children: list[Block] = []

    def walk(self) -> Iterator[Block]:
        """Yield this block and all inside it, in order."""
        stack = [self]
        while stack:
            block = stack.pop()
            yield block
            stack.extend(reversed(block.children))


class Markdown:
    """A parsed file: its tree, and the link references that inline text needs."""

    def __init__(self, root: Block, references: dict[str, Any]) -> None:
        self.root = root
        self.references = references


_NORMAL = re.compile(address("&()"))
"""What most addresses are; taking one apart to see that is slow."""
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[ \t]*\n)*(?=\w[\w-]*:(?:\s|$))(?:(?:\w[\w-]*:(?:[ \t].*)?|[ \t].*|[-#}\]].*|)\n)*?---[ \t]*(?:\n|$)"
)
"""What a site generator is told of a page before its Markdown begins: `title: Looms` between two lines of `---`."""
_KINDS = {"tr": "row", "th": "cell", "td": "cell"}
_TRANSPARENT = frozenset({"thead", "tbody"})


@cache
def parser() -> MarkdownIt:
    """Return the parser, made once: CommonMark with tables and strikethrough, blocks only."""
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.block = BlockParser(markdown.block)
    markdown.inline = Inline()
    markdown.core.ruler.disable(["inline", "text_join"])
    normalize = markdown.normalizeLink
    markdown.normalizeLink = lambda url: url if _NORMAL.fullmatch(url) else normalize(url)  # type: ignore[method-assign]
    return markdown


def parse(text: str) -> Markdown:
    r"""Return the blocks of a file with "\n" ends; every text is a file to CommonMark."""
    environment: dict[str, Any] = {}
    front = _FRONT_MATTER.match(text)
    if front is not None:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    tokens = parser().parse(text, environment)
    root = Block("root", 0, text.count("\n") + 1)
    stack = [root]
    for token in tokens:
        _take(token, stack)
    return Markdown(root, environment)


def _take(token: Token, stack: list[Block]) -> None:
    kind = token.type
    if kind == "inline":
        stack[-1].content = token.content
        return
    name = kind.removesuffix("_open").removesuffix("_close")
    if name in _TRANSPARENT:
        return
    if token.nesting < 0:
        stack.pop()
        return
    start, end = token.map or (stack[-1].start, stack[-1].end)
    block = Block(_KINDS.get(name, name), start, end)
    block.content = token.content
    if name == "heading":
        block.level = int(token.tag[1:])
    if name == "th":
        stack[-1].head = True
    stack[-1].children.append(block)
    if token.nesting > 0:
        stack.append(block)
