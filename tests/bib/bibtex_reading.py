"""Verbs of the reader's tests: parse and prove that nothing got lost."""

from __future__ import annotations

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.edits import Edit, apply

__all__ = ["after", "codes", "fields", "only", "parse", "place"]


def parse(text: str | bytes) -> Document:
    """Parse, and check what holds for every file: blocks cover it, spans say what they cover."""
    data = text.encode() if isinstance(text, str) else text
    document = Document.parse(data)
    check(document)
    return document


def check(document: Document) -> None:
    data, at = document.data, 0
    for block in document.blocks:
        assert block.start == at < block.end
        at = block.end
    assert at == len(data)
    for entry in document.entries:
        check_entry(document, entry)


def check_entry(document: Document, entry: Entry) -> None:
    data = document.data
    assert data[entry.start : entry.start + 1] == b"@"
    assert data[entry.closing : entry.end] in {b"}", b")"}
    assert document.lower(data[slice(*entry.type_span)]) == entry.type
    assert document.text(*entry.key_span) == entry.key
    at = entry.key_span[1]
    for field in entry.fields:
        assert at <= field.start == field.name_span[0] < field.name_span[1] < field.value_span[0]
        assert document.text(*field.name_span) == field.written
        assert document.text(*field.value_span) == field.source
        assert field.value_span[1] == field.end
        at = field.end
        if field.separator is not None:
            assert data[slice(*field.separator)] == b","
            at = field.separator[1]
    assert at <= entry.closing


def only(document: Document) -> Entry:
    """Return the one entry of a document."""
    [entry] = document.entries
    return entry


def fields(entry: Entry) -> list[tuple[str, str]]:
    """Return names and sources, in file order."""
    return [(field.name, field.source) for field in entry.fields]


def codes(document: Document) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in document.findings]


def place(document: Document, number: int = 0) -> tuple[int | None, int | None]:
    """Return line and column of a finding."""
    found = document.findings[number].place
    assert found is not None
    return found.line, found.column


def after(document: Document, edits: list[Edit]) -> str:
    """Return the text after the edits, which must parse as cleanly as before."""
    new = apply(document.data, edits)
    again = Document.parse(new)
    check(again)
    if "S001" not in codes(document):
        assert "S001" not in codes(again), new
    return new.decode()
