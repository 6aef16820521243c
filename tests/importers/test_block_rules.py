"""Our way to ask markdown-it's block rules, compared with the library's own."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bib2awesome.importers.lists.blocks import parser

_STARTS = st.sampled_from(
    ["", "", " ", "  ", "   ", "    ", "\t", "> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "1.", "-"]
)
_REST = st.sampled_from(
    [
        "",
        "Looms",
        "# Looms",
        "####### Looms",
        "---",
        "- - -",
        "***",
        "___",
        "===",
        "```",
        "~~~",
        "`Looms`",
        "<details>",
        "</details>",
        "<!-- Looms",
        "-->",
        "<b>Looms</b>",
        "[paper]: https://a.org",
        "[Paper](https://a.org)",
        "[paper]:",
        "'Looms'",
        "| Title | Year |",
        "|---|:-:|",
        "**Looms**",
        "*Looms*",
        "_Looms_",
        "1843",
        "\N{FIRE}",
    ]
)
_LINES = st.lists(st.tuples(_STARTS, _STARTS, _REST).map("".join), max_size=12)


def _blocks(markdown: MarkdownIt, source: str) -> tuple[list[Token], dict[str, Any]]:
    tokens: list[Token] = []
    references: dict[str, Any] = {}
    markdown.block.parse(source, markdown, references, tokens)
    return tokens, references


@given(_LINES.map("\n".join))
@example("> - Looms\n1. Looms\n===\n\n    - Looms\n| a |\n|---|\n> Looms")
def test_blocks_are_those_of_the_library(source: str) -> None:
    library = MarkdownIt("commonmark").enable("table")
    assert _blocks(parser(), source) == _blocks(library, source)
