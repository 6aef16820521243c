"""The filter `brackets`: words in brackets as they are, and nothing that could be markup."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from bib2awesome.errors import Place
from bib2awesome.render.items import VARIABLES
from bib2awesome.render.template import Origin, compiled

TYPES = {name: variable.type for name, variable in VARIABLES.items()}
SHOW = compiled("- {{ tldr | brackets }}", Origin(Place("categories.toml"), inline=True), TYPES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Mobile], [Web and desktop]", "[Mobile], [Web and desktop]"),
        ("an [oral] of 2023", "an [oral] of 2023"),
        ("[Éa-1/2]", "[Éa-1/2]"),
        ("[x] done", "\\[x\\] done"),
        ("[ ] to do", "\\[ \\] to do"),
        ("[a](https://example.org)", "\\[a\\](https\\://example.org)"),
        ("[a]: b", "\\[a\\]: b"),
        ("[a][b]", "\\[a\\][b]"),
        ("[^1]", "\\[^1\\]"),
        ("[a*b*]", "\\[a\\*b\\*\\]"),
        ("![a]", "!\\[a\\]"),
    ],
)
def test_words_in_brackets_stand_as_they_are(text, shown):
    assert SHOW({"tldr": text}) == f"- {shown}"
    html = MarkdownIt("commonmark").render(SHOW({"tldr": text}))
    assert html == f"<ul>\n<li>{text}</li>\n</ul>\n"
