"""The filters `brackets` and `marked`: words in brackets and emphasis as they are, and no other markup."""

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


MARKED = compiled("- {{ tldr | marked }}", Origin(Place("categories.toml"), inline=True), TYPES)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*oral* talk", "<em>oral</em> talk"),
        ("**(code runs)** and *more*", "<strong>(code runs)</strong> and <em>more</em>"),
        ("Ada<sup>1,2</sup> of CO<sub>2</sub>", "Ada<sup>1,2</sup> of CO<sub>2</sub>"),
        ("*a<sup>1</sup>*", "<em>a<sup>1</sup></em>"),
        ("2 * 3 * 4, a*b*c, * d", "2 * 3 * 4, a*b*c, * d"),
        ("*half, and **half", "*half, and **half"),
        ("<sup>half", "&lt;sup&gt;half"),
        ("<sup><script></sup>", "&lt;sup&gt;&lt;script&gt;&lt;/sup&gt;"),
        ("<sup onclick=1>a</sup>", "&lt;sup onclick=1&gt;a&lt;/sup&gt;"),
        ("*[a](https://example.org)*", "*[a](https://example.org)*"),
        ("*`a`*", "*`a`*"),
    ],
)
def test_emphasis_is_what_it_is_in_markdown_and_all_else_is_text(text, html):
    rendered = MarkdownIt("commonmark").render(MARKED({"tldr": text}))
    assert rendered == f"<ul>\n<li>{html}</li>\n</ul>\n"


def test_words_in_brackets_may_be_in_emphasis():
    both = compiled(
        "{{ tldr | brackets | marked }}", Origin(Place("categories.toml"), inline=True), TYPES
    )
    assert both({"tldr": "*an [oral]* <b>"}) == "*an [oral]* \\<b>"
