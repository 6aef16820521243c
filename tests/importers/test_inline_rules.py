"""Our way to ask markdown-it's inline rules, compared with the library's own."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bib2awesome.importers.lists.blocks import parser

_MARKS = st.sampled_from(
    [
        *"[]()!*_~`<>&\\ \n:#-a1",
        "**",
        "**A Title**",
        "*ICML*",
        "~~",
        "](",
        "[[",
        "]]",
        "![",
        "https://arxiv.org/abs/2006.11239",
        "[Paper](https://arxiv.org/abs/2006.11239)",
        "[[Code]](https://github.com/a/b)",
        "<https://a.org>",
        "<br>",
        "&amp;",
        "&#x41;",
        "[paper]",
        "[a][paper]",
        "é",
        "\N{FIRE}",
        "  \n",
    ]
)
_REFERENCES = {"PAPER": {"href": "https://a.org/p", "title": "of it", "map": [0, 1]}}


def _tokens(markdown: MarkdownIt, source: str, references: Any) -> list[Token]:
    tokens: list[Token] = []
    markdown.inline.parse(source, markdown, {"references": references}, tokens)
    return [token for token in tokens if token.type != "text" or token.content]


def _library() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("references", [{}, _REFERENCES], ids=["no references", "references"])
@given(source=st.lists(_MARKS, max_size=24).map("".join))
@example(source="[" * 40 + "a" + "](https://a.org)" * 40)
@example(
    source="*" * 30 + "[a `b` c](https://a.org) [a [b] c](https://a.org) [a ![b] c](https://a.org)"
)
def test_tokens_are_those_of_the_library(references: Any, source: str) -> None:
    assert _tokens(parser(), source, references) == _tokens(_library(), source, references)
