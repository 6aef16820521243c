from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.bib.edits import add_entry, apply, remove_entry
from tests.bib.bibtex_reading import after, parse

NEW = "@misc{new,\n  a = {b},\n}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("", None, "NEW\n"),
        ("\n\n", None, "NEW\n\n\n"),
        ("\ufeff", None, "\ufeffNEW\n"),
        ("% head\n", None, "% head\n\nNEW\n"),
        ("@misc{a}", None, "@misc{a}\n\nNEW"),
        ("@misc{a}\n", None, "@misc{a}\n\nNEW\n"),
        ("@misc{a}\n\n@misc{b}\n", "a", "@misc{a}\n\nNEW\n\n@misc{b}\n"),
        ("@misc{a} \n\n@misc{b}\n", "a", "@misc{a} \n\nNEW\n\n@misc{b}\n"),
        ("@misc{a}\n@misc{b}\n@misc{c}\n", "b", "@misc{a}\n@misc{b}\nNEW\n@misc{c}\n"),
        ("@misc{a} % note\n\n@misc{b}\n", "a", "@misc{a} % note\n\nNEW\n\n@misc{b}\n"),
        ("@misc{a}\n\n% about b\n@misc{b}\n", "a", "@misc{a}\n\nNEW\n\n% about b\n@misc{b}\n"),
        ("@misc{a} @misc{b}\n", "a", "@misc{a}\n\nNEW @misc{b}\n"),
        ("@misc{a}\n\n@misc{b}\n", None, "@misc{a}\n\n@misc{b}\n\nNEW\n"),
    ],
)
def test_added_entries(before: str, behind: str | None, expected: str, end: str):
    before = before.replace("\n", end)
    document = parse(before)
    anchor = document.entry(behind) if behind else None
    new = after(document, add_entry(document, NEW, anchor))
    newline = end if end in before else "\n"
    assert (
        new == expected.replace("\n", end).replace("NEW", NEW.replace("\n", newline))
        or end not in before
    )
    again = parse(new)
    added = again.entry("new")
    assert added is not None
    assert again.text(added.start, added.end) == NEW.replace("\n", newline)
    if not (behind and "@misc{a} @misc{b}" in before):
        assert after(again, remove_entry(again, added)) == before


@pytest.mark.parametrize(
    ("before", "key", "expected"),
    [
        ("@misc{a}\n\n@misc{b}\n\n@misc{c}\n", "b", "@misc{a}\n\n@misc{c}\n"),
        ("@misc{a}\n\n% on b\n@misc{b}\n\n@misc{c}\n", "b", "@misc{a}\n\n% on b\n\n@misc{c}\n"),
        ("@misc{a} @misc{b}\n@misc{c}", "a", " @misc{b}\n@misc{c}"),
        ("@misc{a} @misc{b}\n@misc{c}", "b", "@misc{a}\n@misc{c}"),
        ("@misc{a} % note\n@misc{b}\n", "a", " % note\n@misc{b}\n"),
        ("\ufeff@misc{a}\n", "a", "\ufeff"),
        ("@misc{a}\n\n \n@misc{b}\n", "a", "@misc{b}\n"),
        ("\ufeff@misc{a}\r\n\r\n% on b\r\n@misc{b}", "a", "\ufeff% on b\r\n@misc{b}"),
        ("@misc{a}", "a", ""),
    ],
)
def test_removed_entries(before: str, key: str, expected: str):
    document = parse(before)
    entry = document.entry(key)
    assert entry is not None
    assert after(document, remove_entry(document, entry)) == expected


IGNORED = "@misc{a, t={1}}\n\n% a remark\n% bib2awesome: ignore S012\n@misc{b, t={2}}\n\n@misc{c, t={3}}\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_exception_goes_with_its_entry(end):
    document = Document.parse(IGNORED.replace("\n", end).encode())
    entry = document.entry("b")
    assert entry is not None
    made = apply(document.data, remove_entry(document, entry))
    assert b"ignore" not in made
    assert b"% a remark" in made
    assert b"@misc{c, t={3}}" in made


def test_an_exception_stays_above_its_entry_when_others_come_and_go():
    document = Document.parse(IGNORED.encode())
    first = document.entry("a")
    assert first is not None
    added = apply(document.data, add_entry(document, "@misc{n, t={4}}", first))
    assert b"% bib2awesome: ignore S012\n@misc{b" in added
    removed = apply(document.data, remove_entry(document, first))
    assert b"% bib2awesome: ignore S012\n@misc{b" in removed


def test_an_exception_at_the_start_of_the_file_goes_too():
    document = Document.parse(b"% bib2awesome: ignore S012\n@misc{a, t={1}}\n@misc{b, t={2}}\n")
    made = apply(document.data, remove_entry(document, document.entries[0]))
    assert made == b"@misc{b, t={2}}\n"
