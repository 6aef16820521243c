"""What must hold for any file: nothing lost, edits local and reversible, a second pass changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.edits import (
    add_entry,
    apply,
    encode_value,
    remove_entry,
    remove_field,
    rename_field,
    set_field,
    without_entries,
)
from bib2awesome.errors import InputError
from tests.bib.bibtex_reading import check, fields

PIECES = st.sampled_from(
    [
        "@", "{", "}", "(", ")", '"', "#", "=", ",", "%", " ", "\t", "\n", "\r", "\\", "a", "x", "1", "\r\n", "@misc{k,", "@comment{", "@string{a=", "@preamble{", "% @a{b,", "é",
     "title = {x}", "month = jul", 'a = "b"', "},\n", "\0", "\ufeff", "@article(k,\n", "crossref={k}", "year = 2020,"]
)  # fmt: skip
ANY_BYTES = st.binary(max_size=60) | st.lists(PIECES, max_size=40).map(
    lambda parts: "".join(parts).encode()
)

BLANKS = st.sampled_from(["", " ", "  ", "\t", "\n", "\n  ", "\n\t", "   \n "])
TEXT = st.text("ab{é \\%\n", max_size=8).filter(lambda text: text.count("{") == 0)
VALUE = st.one_of(
    TEXT.map(lambda text: "{" + text + "}"),
    TEXT.map(lambda text: '"' + text + '"'),
    TEXT.map(lambda text: "{{" + text + '"}}'),
    st.sampled_from(["2020", "jul", '"a" # jul # {b}', "{}", '""', "{x,\n  y = {z}}"]),
)
NAME = st.sampled_from(["title", "author", "year", "Journal", "A", "url", "x-y"])


@st.composite
def entry_text(draw: st.DrawFn) -> str:
    opening, closing = draw(st.sampled_from([("{", "}"), ("(", ")")]))
    parts = [
        "@",
        draw(st.sampled_from(["misc", "Article", "BOOK"])),
        opening,
        draw(st.sampled_from(["k", "a:b/c", "Z"])),
    ]
    before, after = draw(BLANKS), draw(BLANKS)
    equals = draw(BLANKS) + "=" + draw(BLANKS)
    names = draw(st.lists(NAME, max_size=5))
    for name in names:
        if draw(st.booleans()):
            before, after = draw(BLANKS), draw(BLANKS)
        parts += [before, ",", after, name, equals, draw(VALUE)]
    # a value with a macro as its end must not touch a word, and a key must end
    parts += [draw(BLANKS), draw(st.sampled_from(["", ","])), draw(BLANKS), closing]
    return "".join(parts)


FILES = st.lists(
    entry_text() | st.sampled_from(["% note\n", "\n\n", " text ", "@string{m = {n}}"]), max_size=4
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Entry]:
    text = draw(entry_text())
    files = draw(FILES)
    files.insert(draw(st.integers(0, len(files))), text)
    joined = draw(st.sampled_from(["\n", "\n\n", "\n\n\n"])).join(files)
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    document = Document.parse(joined.replace("\n", newline).encode())
    usable = [entry for entry in document.entries if not entry.commented]
    assume(usable)  # a `%` in a broken neighbour may hide it, and `(k)` has the key `k)`
    return document, draw(st.sampled_from(usable))


@given(ANY_BYTES)
@settings(max_examples=200)
def test_no_byte_is_lost_and_nothing_raises(data: bytes):
    try:
        document = Document.parse(data)
    except InputError:
        return
    check(document)
    for entry in document.entries:
        assert all(document.values(entry).values())
    for finding in document.findings:
        assert finding.place is not None
        assert finding.place.line is not None
    assert [block[:3] for block in Document.parse(data).blocks] == [
        block[:3] for block in document.blocks
    ]


def summary(document: Document) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [(entry.type, entry.key, fields(entry)) for entry in document.entries]


@given(documents(), st.sampled_from(["{d}", '"d"', "12", "jul"]))
@settings(max_examples=200)
def test_adding_a_field_is_local_and_reversible(drawn: tuple[Document, Entry], value: str):
    document, entry = drawn
    edits = set_field(document, entry, "doi", value)
    data = apply(document.data, edits)
    new = Document.parse(data)
    check(new)
    changed = new.entries[entry.index]
    expected = summary(document)
    assert changed.source("doi") == value
    assert [field for field in fields(changed) if field[0] != "doi"] == expected[entry.index][2]
    rest = summary(new)
    assert (
        rest[: entry.index] + rest[entry.index + 1 :]
        == expected[: entry.index] + expected[entry.index + 1 :]
    )
    assert all(entry.start < edit.start <= entry.closing for edit in edits)
    assert set_field(new, changed, "doi", value) == []
    assert apply(data, remove_field(new, changed, "doi")) == document.data


@given(documents(), NAME)
@settings(max_examples=200)
def test_removing_a_field_removes_that_alone(drawn: tuple[Document, Entry], name: str):
    document, entry = drawn
    edits = remove_field(document, entry, name)
    new = Document.parse(apply(document.data, edits))
    check(new)
    expected = summary(document)
    expected[entry.index] = (
        *expected[entry.index][:2],
        [field for field in expected[entry.index][2] if field[0] != name.lower()],
    )
    assert summary(new) == expected
    assert remove_field(new, new.entries[entry.index], name) == []


@given(documents(), NAME)
def test_renaming_a_field_changes_its_name_alone(drawn: tuple[Document, Entry], name: str):
    document, entry = drawn
    new = Document.parse(apply(document.data, rename_field(document, entry, name, "journaltitle")))
    expected = summary(document)
    place = next(
        (n for n, field in enumerate(expected[entry.index][2]) if field[0] == name.lower()), None
    )
    if place is not None:
        expected[entry.index][2][place] = ("journaltitle", expected[entry.index][2][place][1])
    assert summary(new) == expected


@given(documents())
@settings(max_examples=150)
def test_an_added_entry_can_be_removed_again(drawn: tuple[Document, Entry]):
    document, entry = drawn
    for after in (entry, None):
        data = apply(document.data, add_entry(document, "@misc{new,\n  a = {b},\n}", after))
        new = Document.parse(data)
        check(new)
        added = new.entry("new")
        if added is None:  # behind a `%` of the last line, where it would be hidden
            pytest.fail(f"hidden in {data!r}")
        assert len(new.entries) == len(document.entries) + 1
        left = Document.parse(apply(data, remove_entry(new, added)))
        assert summary(left) == summary(document)
        assert left.data.split() == document.data.split()


@given(documents(), st.sets(st.integers(0, 5)))
@settings(max_examples=150)
def test_entries_removed_together_go_as_one_by_one(
    drawn: tuple[Document, Entry], numbers: set[int]
):
    document, _ = drawn
    gone = [entry for entry in document.entries if entry.index in numbers]
    left = document
    for entry in reversed(gone):
        left = Document.parse(apply(left.data, remove_entry(left, left.entries[entry.index])))
    assert without_entries(document, gone) == left.data


@given(st.text('ab {}\\"#%\n\0é$&', max_size=12))
@settings(max_examples=150)
def test_a_value_is_written_as_it_was_or_refused(text: str):
    document = Document.parse('@misc{k, a = "é", year = 2020}'.encode())
    [entry] = document.entries
    try:
        source = encode_value(document, text, entry=entry)
    except InputError:
        return
    new = Document.parse(apply(document.data, set_field(document, entry, "title", source)))
    assert new.findings == []
    assert new.value(new.entries[0], "title") == text.strip()
