from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bib2awesome.render.structure import _parsed, _Scanner, lines_of, read


def headings(text):
    return [(one.line, one.level, one.source) for one in read(lines_of(text)).headings]


def hidden(text):
    return sorted(read(lines_of(text)).hidden)


def test_lines_end_as_in_commonmark():
    assert lines_of("a\nb\r\nc\rd\x0be\u2028f") == ["a\n", "b\r\n", "c\r", "d\x0be\u2028f"]
    assert lines_of("a\nb") == ["a\n", "b"]
    assert lines_of("") == []
    assert lines_of("\r\n\r\n") == ["\r\n", "\r\n"]


def test_headings_at_the_edge_and_in_bullets():
    text = "# A #\n\nb\n## B\n- ##### C\n  - x\n1. # D\n#no\n    # code\n"
    assert headings(text) == [(0, 1, "A"), (3, 2, "B"), (4, 5, "C"), (6, 1, "D")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n```\n# x\n```\nb\n", [1, 2, 3]),
        ("~~~py\n```\n~~~\n", [0, 1, 2]),
        ("```\nnever closed\n", [0, 1]),
        ("``` not a fence ` at all\nx\n", []),
        ("- a\n  ```\n  x\n  ```\nb\n", [1, 2, 3]),
        ("- a\n  ```\n  x\nb\n", [1, 2]),
        ("<!-- one line -->\nx\n", []),
        ("<!--\nx\n-->\ny\n", [0, 1, 2]),
        ("<!-->\nx\n", []),
        ("<pre>\nx\n</pre>\ny\n", [0, 1, 2]),
        ("<div>\n```\nno fence\n```\n</div>\n\n```\nx\n```\n", [6, 7, 8]),
        ("    code\n\n> # quoted\n", [0]),
        ("<?php\nx ?>\n", [0, 1]),
    ],
)
def test_code_and_comments_are_hidden(text, lines):
    found = hidden(text)
    # The scanner hides whole blocks, the parser may leave their first line; both hide what matters.
    assert set(lines) - set(found) <= set(lines[:1])
    assert set(found) <= set(lines)


def test_an_open_comment_is_found():
    assert read(["a\n", "<!--\n", "b\n", "\u2013->\n"]).open_comment == 1
    assert read(["> <!--\n", "\n", "b -->\n"]).open_comment == 0
    assert read(["<!-- a\n", "-->\n"]).open_comment is None
    assert read(["```\n", "<!--\n", "```\n"]).open_comment is None
    assert read(["text with <!-- inline\n"]).open_comment is None


def test_html_headings_are_found_in_both_ways():
    plain = "<h2 align=center>A\n</h2>\n\n## B\n"
    quoted = plain + "> x\n"
    for text in (plain, quoted):
        found = read(lines_of(text)).headings
        assert [(one.level, one.html, one.source.strip()) for one in found] == [
            (2, True, "A"),
            (2, False, "B"),
        ]


def test_setext_headings_are_found():
    assert headings("Title\n=====\n\ntext\n\nOther\n---\n\n---\n") == [
        (0, 1, "Title"),
        (5, 2, "Other"),
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "# A", "## B #", "### [C](d)", "- ##### E", "  - ###### F", "text", "- item", "  more", "1. one",
            "```", "~~~", "```py", "  ```", "    code", "", "", "<!--", "-->", "<!-- c -->", "<div>", "</div>",
            "<h3>G</h3>", "> quote", "> # H", "---", "===", "***", "| a | b |", "| - | - |", "<pre>", "</pre>",
            "\tx", "    - ##### I", "   ### J", "#K",
        ]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=300)
@given(PIECES)
def test_the_scanner_reads_as_the_parser_does_or_says_so(pieces):
    lines = [piece + "\n" for piece in pieces]
    scanner = _Scanner(lines)
    if not scanner.run():
        return
    parsed = _parsed(lines)
    ours = [(one.line, one.level, one.source) for one in scanner.headings if not one.html]
    theirs = [(one.line, one.level, one.source) for one in parsed.headings if not one.html]
    assert ours == theirs
    assert (scanner.open_comment is None) == (parsed.open_comment is None)


def test_real_lists_are_read_as_the_parser_reads_them(shared):
    fast = 0
    for file in sorted((shared / "corpus" / "lists").rglob("*.md")):
        lines = lines_of(file.read_bytes().decode("utf-8-sig", "replace"))
        scanner = _Scanner(lines)
        if not scanner.run():
            continue
        fast += 1
        parsed = _parsed(lines)
        ours = [(one.line, one.level, one.source) for one in scanner.headings if not one.html]
        assert ours == [
            (one.line, one.level, one.source) for one in parsed.headings if not one.html
        ], file.name
        assert scanner.open_comment == parsed.open_comment, file.name
    assert fast > 30
