from __future__ import annotations

import unicodedata

import pytest

from bib2awesome.render.anchors import Anchors, slug
from bib2awesome.render.structure import Heading, heading_text


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        # The seed's own table of contents.
        ("📣 Update News", "-update-news"),
        ("⚡ Contributing", "-contributing"),
        ("📖 Table of Contents", "-table-of-contents"),
        ("♥️ Contributors", "️-contributors"),
        ("📑 Citation", "-citation"),
        # Punctuation goes, each blank is a hyphen of its own.
        ("heading with a - dash", "heading-with-a---dash"),
        ("heading with a period.txt", "heading-with-a-periodtxt"),
        ("A & B", "a--b"),
        ("C++ and C#", "c-and-c"),
        ("snake_case", "snake_case"),
        ("en\u2013dash", "endash"),
        ("apostrophe\u2019s", "apostrophes"),
        (":smile: gemoji", "smile-gemoji"),
        ("😄-😄 unicode emoji", "--unicode-emoji"),
        ("I ♥ unicode", "i--unicode"),
        # Letters of any script stay, in lower case.
        ("Привет non-latin 你好", "привет-non-latin-你好"),
        ("Ünïcode ÄÖ", "ünïcode-äö"),
        ("日本語\uff08概要\uff09", "日本語概要"),
        ("İstanbul", "i̇stanbul"),
        # Digits and letter numbers stay, other numbers go; marks and connectors stay.
        ("x² ½ Ⅷ ٣", "x--ⅷ-٣"),
        ("a‿b⃝", "a‿b⃝"),
        ("Ⓐ 🅰", "ⓐ-🅰"),
        ("1️⃣ One", "1️⃣-one"),
        # A zero-width joiner is a format character.
        ("👨‍👩‍👧 Family", "-family"),
        (" a ", "-a-"),
        ("", ""),
    ],
)
def test_slugs_are_githubs(text, anchor):
    assert slug(text) == anchor


def test_repeated_headings_count_up():
    anchors = Anchors()
    texts = [
        "alpha",
        "alpha",
        "echo",
        "echo",
        "echo 1",
        "echo-1",
        "echo",
        "foxtrot-1",
        "foxtrot",
        "foxtrot",
    ]
    assert [anchors.of(text) for text in texts] == [
        "alpha", "alpha-1", "echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2", "foxtrot-1", "foxtrot", "foxtrot-2",
    ]  # fmt: skip


def test_what_is_dropped_goes_by_unicode_category():
    for code in range(0x80, 0x3000):
        character = chr(code)
        if unicodedata.category(character) in {
            "Po",
            "Ps",
            "Sc",
            "Sm",
            "Sk",
            "No",
            "Cf",
            "Zs",
            "Pd",
        }:
            assert slug(character) == "", hex(code)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Plain text", "Plain text"),
        ("[A link](https://e.org/x_y) and `code_x`", "A link and code_x"),
        ("**Bold** *it* ~~gone~~", "Bold it gone"),
        ("snake_case stays, _this_ goes", "snake_case stays, this goes"),
        ("![image](x.png) after", " after"),
        (r"escaped \*star\* and <span>$</span>5", "escaped *star* and $5"),
        ("a &amp; b", "a & b"),
        ("tag <br> here", "tag  here"),
        ("soft\nbreak *x*", "soft break x"),
    ],
)
def test_heading_text_is_what_is_seen(source, text):
    assert heading_text(Heading(0, 2, source)) == text


def test_html_headings_have_text_too():
    source = " Awesome <b>Models</b> &amp; <div align=center> </a>[![x](y)](z)\n"
    assert heading_text(Heading(0, 2, source, html=True)) == "Awesome Models &"
