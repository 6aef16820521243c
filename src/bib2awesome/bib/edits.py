"""Edits of a .bib file: a span and the bytes that replace it; all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bib2awesome.bib.document import Document, Entry
from bib2awesome.errors import BugError, InputError

__all__ = [
    "Edit",
    "add_entry",
    "apply",
    "encode_value",
    "remove_entry",
    "remove_field",
    "rename_field",
    "set_field",
    "set_key",
    "set_type",
]


class Edit(NamedTuple):
    """Replace the bytes from `start` to `end` by `new`; an insertion where both are equal."""

    start: int
    end: int
    new: bytes


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return `data` with the edits made.

    Raises:
        BugError: Two edits overlap, or one lies outside `data`.
    """
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if not at <= edit.start <= edit.end <= len(data):
            raise BugError(f"edits overlap at byte {edit.start}")
        parts += (data[at : edit.start], edit.new)
        at = edit.end
    parts.append(data[at:])
    return b"".join(parts)


def set_field(document: Document, entry: Entry, name: str, value_source: str) -> list[Edit]:
    """Return the edits that give the entry's first field `name` this value, or add the field."""
    field = entry.field(name)
    new = value_source.encode()
    if field is not None:
        return [Edit(*field.value_span, new)]
    if not entry.fields:
        return [Edit(entry.key_span[1], entry.key_span[1], b", " + name.encode() + b" = " + new)]
    last = entry.fields[-1]
    line = document.data.rfind(b"\n", 0, last.start) + 1
    indent = document.data[line : last.start]
    return [Edit(last.start, last.start, name.encode() + b" = " + new + b",\n" + indent)]


def encode_value(document: Document, text: str) -> str:
    """Return `text` with delimiters, fit to stand in the file.

    Raises:
        InputError: "unwritable value".
    """
    if text.count("{") != text.count("}") or text.endswith("\\"):
        raise InputError("unwritable value")
    return "{" + text + "}"


def remove_field(document: Document, entry: Entry, name: str) -> list[Edit]:
    """Return the edits that remove every field called `name`."""
    return [
        Edit(field.start, field.separator[1] if field.separator else field.end, b"")
        for field in entry.fields
        if field.name == name.lower()
    ]


def rename_field(document: Document, entry: Entry, name: str, new_name: str) -> list[Edit]:
    """Return the edits that give the first field `name` another name."""
    field = entry.field(name)
    return [] if field is None else [Edit(*field.name_span, new_name.encode())]


def set_key(document: Document, entry: Entry, key: str) -> list[Edit]:
    """Return the edit that changes the entry's key."""
    return [Edit(*entry.key_span, key.encode())]


def set_type(document: Document, entry: Entry, type_name: str) -> list[Edit]:
    """Return the edit that changes the entry's type."""
    return [Edit(*entry.type_span, type_name.encode())]


def add_entry(document: Document, entry_source: str, after: Entry | None = None) -> list[Edit]:
    """Return the edit that adds an entry behind `after`, or at the end of the file."""
    at = len(document.data) if after is None else after.end
    return [Edit(at, at, b"\n\n" + entry_source.encode())]


def remove_entry(document: Document, entry: Entry) -> list[Edit]:
    """Return the edit that removes an entry."""
    return [Edit(entry.start, entry.end, b"")]
