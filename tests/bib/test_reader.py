from __future__ import annotations

import gc

import pytest

from bib2awesome.bib.reader import read
from tests.bib.bibtex_reading import codes, fields, only, parse, place


def kinds(text: str | bytes) -> list[str]:
    return [block.kind for block in parse(text).blocks]


def test_every_kind_of_block():
    document = parse(
        '% head\n@preamble{"\\x"}\n@string{a = {b}}\n@comment{jabref-meta: x;}\n@misc{k, t = {x}}\nrest'
    )
    kinds = [block.kind for block in document.blocks if block.kind != "text"]
    assert kinds == ["preamble", "string", "comment", "entry"]
    assert document.preamble == "\\x"
    assert document.findings == []


@pytest.mark.parametrize("text", ["", "\n", "no entry at all", "me@example.org and a@b", "@", "a@"])
def test_text_without_entries(text: str):
    assert kinds(text) in ([], ["text"])
    assert parse(text).findings == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k}", []),
        ("@misc{k,}", []),
        ("@misc{k , }", []),
        ("@misc{k,a={b}}", [("a", "{b}")]),
        ("@misc{k,a={b},}", [("a", "{b}")]),
        ('@misc(k, a = {)}, b = "}"{)', None),
        ("@misc(k, a = {)}, b = {(}\n)", [("a", "{)}"), ("b", "{(}")]),
        ('@misc{k, a = "x {"} y"}', [("a", '"x {"} y"')]),
        ('@misc{k, a = 1 # jul # {x}#"y" }', [("a", '1 # jul # {x}#"y"')]),
        ("@misc{k, A-b:c.d = {{{{{{{{{{deep}}}}}}}}}}}", [("a-b:c.d", "{{{{{{{{{{deep}}}}}}}}}}")]),
        ('@misc{k, a = "{{{{{{{{{x}}}}}}}}}", b=2}', [("a", '"{{{{{{{{{x}}}}}}}}}"'), ("b", "2")]),
        ("@misc{k, a = {\\}, b = {\\{}}}", [("a", "{\\}"), ("b", "{\\{}}")]),
        ("@misc{k,\r\ta\r=\r{b}\r}", [("a", "{b}")]),
        ("@ misc\n{\nk\n,\na\n=\n{b}\n,\n}", [("a", "{b}")]),
        ("@misc{k, a = {x\n@misc{y}\n}}", [("a", "{x\n@misc{y}\n}")]),
        ("@misc{k, a = {\0\x1b}}", [("a", "{\0\x1b}")]),
    ],
)
def test_fields(text: str, expected: list[tuple[str, str]] | None):
    document = parse(text)
    if expected is None:
        assert codes(document) == ["S001"]
    else:
        assert fields(only(document)) == expected
        assert document.findings == []


def test_views():
    document = parse("@Article{Key:1/x,\n Title = {A},\n year = 2020\n}")
    entry = only(document)
    assert (entry.type, entry.key) == ("article", "Key:1/x")
    assert repr(entry) == "<Entry @article{Key:1/x} at 0>"
    title, year = entry.fields
    assert (title.name, title.written, title.source) == ("title", "Title", "{A}")
    assert repr(title) == "<Field Title = {A} at 19>"
    assert entry.source("TITLE") == "{A}"
    assert entry.source("doi") is None
    assert entry.field("doi") is None
    assert year.separator is None
    assert entry.fields is entry.fields
    assert document.text(entry.start, entry.end) == document.data.decode()


@pytest.mark.parametrize(
    ("source", "blank"),
    [("{}", True), ('""', True), ("{ \n}", True), ("{{}}", False), ("{a}", False), ("jul", False)],
)
def test_blank_fields(source: str, blank: bool):  # noqa: FBT001
    assert only(parse(f"@misc{{k, a = {source}}}")).fields[0].blank is blank


def test_a_key_in_parentheses_may_hold_a_brace_and_in_braces_a_parenthesis():
    assert only(parse("@misc(a}b, t = {x})")).key == "a}b"
    assert only(parse("@misc{a)b, t = {x}}")).key == "a)b"


def test_comments_between_fields_are_stepped_over_and_noted():
    text = "@misc{k, % why, not\n a = {1}, % {unbalanced\n %\n b = {2} % last\n}"
    document = parse(text)
    assert fields(only(document)) == [("a", "{1}"), ("b", "{2}")]
    comments = [document.text(*span) for span in document.inner_comments]
    assert comments == ["% why, not", "% {unbalanced\n %", "% last"]
    assert document.findings == []


def test_a_comment_inside_a_value_is_text():
    document = parse("@misc{k, a = {50% off, b}}")
    assert fields(only(document)) == [("a", "{50% off, b}")]
    assert list(document.inner_comments) == []


@pytest.mark.parametrize(
    ("text", "commented"),
    [
        ("% @misc{a, t = {x}}", [True]),
        ("%@misc{a, t = {x}}\n@misc{b, t = {x}}", [True, False]),
        ("% @misc{a, t={x}} @misc{b, t={x}}\n@misc{c, t={x}}", [True, True, False]),
        ("% @misc{a, t={x\n}} @misc{b, t={x}}", [True, False]),
        ("text @misc{a, t={x}} % @misc{b, t={x}}", [False, True]),
        ("@misc{a, t={x}}\r% @misc{b, t={x}}\r@misc{c, t={x}}", [False, True, False]),
        ("@comment{ @misc{a, t={x}} @misc{b, t = {x}} }\n@misc{c, t={x}}", [True, True, False]),
        ("@comment{ @misc{a, t={x}} \n@misc{b, t={x}}", [True, False]),
        ("@comment( @misc{a, t={x}} )", [True]),
        ("@comment{x @comment{y} @misc{a, t={x}} }", [True]),
        ("% @misc{a, t = {{{{{{{{x}}}}}}}}}", [True]),
        ("@comment{ a@b.c, @ and @d }\n@misc{a, t={x}}", [False]),
        ("@comment{ @comment (a) \n b}\n@misc{a, t={x}}", [False]),
        ("@comment\n@misc{a, t={x}}", [False]),
    ],
)
def test_commented_entries_are_read_as_bibtex_does(text: str, commented: list[bool]):
    document = parse(text)
    assert [entry.commented for entry in document.entries] == commented
    assert codes(document) == ["S005"] * sum(commented)
    assert document.usable() == [entry for entry in document.entries if not entry.commented]


@pytest.mark.parametrize(
    "text",
    [
        "% @misc{a,\n%  t = {x}\n% }\n",
        "% @misc{a\n@misc{b, t={x}}",
        "% @string{a = }\n",
        "% @preamble{}\n",
        "@comment{ @misc{a, } % @misc{b} }",
    ],
)
def test_what_is_commented_out_breaks_nothing(text: str):
    document = parse(text)
    assert set(codes(document)) == {"S005"}
    assert all(block.kind != "broken" for block in document.blocks)


def test_a_mail_address_in_the_text_is_text():
    document = parse("written by me@x.org (2020)\n@misc{a, t = {x}}\nme@x {y}")
    assert [entry.key for entry in document.entries][:1] == ["a"]
    assert "S001" in codes(parse("@article ho2020,\n t = {x}\n}"))


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("@misc{a, t = {x}\n\n@misc{b}", (3, 1), "expected `,` or `}` after the field's value"),
        ("@misc{a, t = {x\n", (1, 14), "expected a `}` that closes this `{`"),
        ('@misc{a, t = "x\n', (1, 14), 'expected a `"` that ends this value'),
        ('@misc{a, t = "x}\n', (1, 16), 'expected a `"` that ends the value'),
        ('@misc{a, t = "{x"\n', (1, 15), "expected a `}` that closes this `{`"),
        ("@misc{a, t {x}}", (1, 12), "expected `=` after the field name"),
        ("@misc{a, t = }", (1, 14), "expected a value"),
        ("@misc{a, t = {x} u = {y}}", (1, 18), "expected `,` or `}` after the field's value"),
        ("@misc{a, t = {x},, u = {y}}", (1, 18), "expected a field name"),
        ("@misc{a, 1t = {x}}", (1, 10), "expected a field name"),
        ("@misc{a key, t = {x}}", (1, 9), "expected `,` or `}` after the citation key"),
        ("@misc(a key, t = {x})", (1, 9), "expected `,` or `)` after the citation key"),
        ("@misc(a, t = {x}}", (1, 17), "expected `,` or `)` after the field's value"),
        ("@misc{a, t = jul {x}}", (1, 18), "expected `,` or `}` after the field's value"),
        ("@misc{a", (1, 8), "expected `,` or `}` after the citation key"),
        ("@misc a, t = {x}}", (1, 7), "expected `{` or `(` after the entry type"),
        ("@string{a = {x}, b = {y}}", (1, 16), "expected `}` after the macro's value"),
        ("@string{a {x}}", (1, 11), "expected `=` after the macro's name"),
        ("@string{= {x}}", (1, 9), "expected the name of the macro"),
        ("@string a", (1, 9), "expected `{` or `(`"),
        ("@preamble{a b}", (1, 13), "expected `}` after the preamble's text"),
    ],
)
def test_broken_blocks_say_where_and_what(text: str, where: tuple[int, int], expected: str):
    document = parse(text)
    assert codes(document)[0] == "S001"
    assert place(document) == where
    assert expected in document.findings[0].message


def test_a_broken_block_costs_only_itself():
    document = parse(
        "@misc{a, t={1}}\n@misc{b, t={2}\n\n@misc{c, t={3}}\n@misc{d t={4}}\n  @misc{e, t={5}}\n"
        '@misc{f, t="6}\n@misc{g, t={7}} @misc{h, t={8} @misc{i, t={9}}\n'
    )
    assert [entry.key for entry in document.entries] == ["a", "c", "e", "g", "i"]
    assert codes(document) == ["S001"] * 4


def test_broken_entries_on_one_line_end_where_the_next_starts():
    document = parse("@misc{a, t={1} @misc{b, t={2} @misc{c, t={3}}\n@misc{d}")
    assert [entry.key for entry in document.entries] == ["c", "d"]
    assert codes(document) == ["S001", "S001"]


def test_an_unclosed_value_is_pointed_out():
    document = parse("@misc{a, s = {1},\n t = {x,\n year = {2020},\n}\n\n@misc{b, t={1}}")
    [finding] = document.findings
    assert finding.key == "a"
    assert finding.message.startswith("entry `a` has no closing brace")
    assert finding.hint == "the value that starts on line 2 seems to lack its closing delimiter"
    assert [entry.key for entry in document.entries] == ["b"]


def test_an_unclosed_quote_is_pointed_out():
    document = parse('@misc(a,\n t = "x,\n year = 2020)\n\n@misc(b, t = "1")')
    assert codes(document)[0] == "S001"
    assert [entry.key for entry in document.entries] == ["b"]


def test_an_entry_that_would_swallow_many_others_is_broken():
    inner = "".join(f"@misc{{k{n}, t = {{x}}}}\n" for n in range(20))
    document = parse("@misc{a, t = {x\n" + inner + "}}\n")
    assert [entry.key for entry in document.entries] == [f"k{n}" for n in range(20)]
    deep = parse("@misc{a, t = {{{{{{{{x\n" + inner + "}}}}}}}}}\n")
    assert len(deep.entries) == 20


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(enabled: bool):  # noqa: FBT001
    was = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        read(b"@misc{a, t = {x}}")
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if was else gc.disable()


def test_more_than_two_gigabytes_need_no_other_code():
    # offsets are kept in 64 bits; a file that large is not made here
    assert read(b"@misc{a}").ends.itemsize == 8
