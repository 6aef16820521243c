"""Entries so plain that all readers read them alike: our own and bibtexparser agree with the pattern."""

from __future__ import annotations

from operator import itemgetter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.papers.verify import plain_reading, reading_of, second_opinion

PLAIN = ["A Title", "Émile ", "https://a.org/x_y?a=1%20b#c", ", ", " and ", "(", ")", "'", "~", "="]
PLAIN += ["{GPU}", "{}", r"\_", r"\&", r"\#", "100%", "$x^2$", "\t", "\u2028", "//", "*", ";", ":"]
PLAIN += [
    r"{\"u}",
    '"',
    '{"}',
    r"{\v{c}}",
    r"{\'e}",
    r"{\L}",
    r"\LaTeX ",
    r"{$\pi$}",
    r"\,",
    r"\=o",
    "{{a}}",
]
HARD = ["{", "}", "@", "@misc{", "\\", r"\{", r"\}", r"\\", "{{{a}}}", "\n", "\r", "\n}", "#"]
WORDS = st.sampled_from(PLAIN) | st.text(max_size=4)
NAMES = st.sampled_from(["title", "author", "link-demo", "link-paper-2", "year", "key"])
KEYS = st.sampled_from(["ada1843notes", "a:b_c-1", "a", "x9", "comment", "é"])
NAME = itemgetter(0)


@st.composite
def entries(draw):
    value = st.lists(WORDS, max_size=5).map("".join).map("{{{}}}".format)
    odd = st.lists(WORDS | st.sampled_from(HARD), max_size=3).map("".join)
    source = st.sampled_from(["{}", "jan", "{2024}"]) | value | value | value | odd
    fields = draw(st.lists(st.tuples(NAMES, source), min_size=1, max_size=4, unique_by=NAME))
    kind = draw(st.sampled_from(["misc", "article", "inproceedings", "comment"]))
    lines = "".join(f"  {name:<6} = {source},\n" for name, source in fields)
    return f"@{kind}{{{draw(KEYS)},\n{lines}}}"


@given(entries())
@example("@misc{a,\n  title = {One},\n  title = {Two},\n}")
@example("@misc{a,\n  title = {\\_\\},\n}")
@example("@misc{a,\n  url = {https://a.org/%7Ex},\n  month = feb,\n}")
def test_no_reader_reads_a_plain_entry_otherwise(text):
    plain = plain_reading(text)
    if plain is not None:
        document = Document.parse(text.encode(), "survey.bib")
        assert [block.kind for block in document.blocks] == ["entry"]
        assert reading_of(document.entries[0]) == plain
        assert second_opinion(text) == plain


@pytest.mark.parametrize(
    "value",
    [
        "{A {Title} of 100% \\& more, \\_x = $y$}",
        "{https://a.org/?a=b#c}",
        "feb",
        '{The "Loom" of 1843}',
        "{Émile {Zola}}",
        '{{\\v{C}}apek, Karel and M{\\"u}ller, Wilhelm and {\\L}ukasiewicz, Jan}',
        "{The Decay of {$\\Lambda_c^+$} as {\\LaTeX} Sets It}",
    ],
)
def test_what_an_import_writes_is_plain(value):
    text = f"@inproceedings{{ada1843notes,\n  title         = {value},\n  year = {{1843}},\n}}"
    assert plain_reading(text) == second_opinion(text)
    assert plain_reading(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title = {One Line}}",
        "@misc{a,\n  title = {No Comma}\n}",
        "@misc{a,\n  title = {Twice},\n  title = {Twice},\n}",
        "@comment{a,\n  title = {One},\n}",
        "@misc{a b,\n  title = {One},\n}",
        "@misc{a,\n  title = {{Three {{Deep}}}},\n}",
        "@misc{a,\n  title = {A \\{},\n}",
        "@misc{a,\n  title = {A \\\\{}},\n}",
        "@misc{a,\n  title = {Open,\n}",
        "@misc{a,\n  title = {O@O},\n}",
        '@misc{a,\n  title = "O",\n}',
        "@misc{a,\n  title = {Two\n    Lines},\n}",
        "@misc{a,\n}",
    ],
)
def test_other_forms_are_not_plain(text):
    assert plain_reading(text) is None
