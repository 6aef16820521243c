"""The filter `bold_name`: the name before a title's colon in bold, everything else as it would be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bib2awesome.render.markdown import bold_name, escape


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Loom: Weaving at Scale", "**Loom**: Weaving at Scale"),
        ("Loom-2 XL: Weaving at Scale", "**Loom-2 XL**: Weaving at Scale"),
        ("Weaving at Scale", "Weaving at Scale"),
        ("A Title of Many More Words: Weaving", "A Title of Many More Words: Weaving"),
        ("Ratio 1:2 of Threads", "Ratio 1:2 of Threads"),
        ("Loom*: Weaving", "Loom\\*: Weaving"),
        ("A_1*b: Weaving", "**A_1\\*b**: Weaving"),
        ("Loom:", "Loom:"),
        ("", ""),
    ],
)
def test_the_name_is_bold(title, shown):
    assert bold_name(title) == shown


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40))
def test_it_says_what_the_title_says(title):
    parser = MarkdownIt()
    plain = parser.renderInline(escape(title))
    bold = parser.renderInline(bold_name(title))
    assert bold.replace("<strong>", "").replace("</strong>", "") == plain
