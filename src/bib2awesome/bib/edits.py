"""Edits of a .bib file: a span and the bytes that replace it; all else stays as it is.

The functions here say what to replace so that a change looks as if the author had made it. They can be
combined freely: no two of them for different fields of one entry overlap.
"""

from __future__ import annotations

import re

from bib2awesome.bib.document import Document, Entry, Field
from bib2awesome.bib.entry_edits import add_entry, remove_entry
from bib2awesome.bib.grammar import NAME, VALUE, WHITE_OR_COMMENT
from bib2awesome.bib.splice import Edit, apply, new_bytes
from bib2awesome.bib.style import EntryStyle, cell_of, line_of, newline_at, own_line, style_of
from bib2awesome.bib.writable import encode_value
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

_BLANKS = b" \t"
_WHITE = b" \t\r\n"
_KEY = re.compile(r"[^\s\x00-\x1f\x7f,{}()\"#%'=~\\]+")
_CAMEL = {
    name.lower(): name
    for name in (
        "InProceedings",
        "InCollection",
        "InBook",
        "MastersThesis",
        "PhdThesis",
        "TechReport",
    )
}


def set_field(document: Document, entry: Entry, name: str, value_source: str) -> list[Edit]:
    """Give the entry's first field `name` this value, in place, or add the field.

    A new field is one added line before the last field that starts a line (most entries have no
    comma behind their last field, so a line after it would change two), set as that one is. Entries
    on one line get it before their last field.

    Args:
        document: The document of the entry.
        entry: The entry to change.
        name: The field's name; a new one is written in capitals where all others are.
        value_source: The value with its delimiters, as from `encode_value`, or a macro's name.

    Returns:
        The edits; none if the value is there already.

    Raises:
        BugError: The name or the value is no BibTeX.
    """
    new = new_bytes(document, value_source)
    field = entry.field(name)
    if VALUE.fullmatch(new) is None or NAME.fullmatch(new_bytes(document, name)) is None:
        raise BugError(f"`{name} = {value_source}` is no field")
    if field is not None:
        return [] if field.source == value_source else [Edit(*field.value_span, new)]
    written = name.upper() if _in_capitals(entry) else name
    return [_added(document, entry, new_bytes(document, written), new)]


def _in_capitals(entry: Entry) -> bool:
    return bool(entry.fields) and all(field.written.isupper() for field in entry.fields)


def _added(document: Document, entry: Entry, name: bytes, value: bytes) -> Edit:
    if not entry.fields:
        return _first_field(document, entry, name, value)
    model = next((field for field in reversed(entry.fields) if own_line(document, field)), None)
    if model is None:
        last = entry.fields[-1]
        style = style_of(document, entry, last)
        # the gap before the last field, so that removing the new one takes away what came with it
        gap = document.data[_before(document, entry, last) : last.start]
        gap = gap if not gap.strip(_BLANKS) else b" "
        return Edit(last.start, last.start, style.inline(name, value) + b"," + gap)
    style = style_of(document, entry, model)
    line = line_of(document.data, model.start)
    comma = b"" if style.comma_first else b","
    newline = newline_at(document, entry.start, entry.end)
    return Edit(line.start, line.start, style.line(name, value) + comma + newline)


def _first_field(document: Document, entry: Entry, name: bytes, value: bytes) -> Edit:
    data, key_end = document.data, entry.key_span[1]
    comma = data.find(b",", key_end, entry.closing)
    after = data[max(comma, key_end) : entry.closing]
    style = _neighbour_style(document, entry)
    if b"\n" in after or b"\r" in after:
        newline = newline_at(document, entry.start, entry.end)
        if comma < 0:
            return Edit(key_end, key_end, b"," + newline + style.line(name, value))
        return Edit(comma + 1, comma + 1, newline + style.line(name, value) + b",")
    field = b" " + style.inline(name, value)
    if comma < 0:
        return Edit(key_end, key_end, b"," + field)
    return Edit(comma + 1, comma + 1, field + b",")


def _neighbour_style(document: Document, entry: Entry) -> EntryStyle:
    """Return the style of the nearest entry whose fields stand on lines of their own."""
    entries = document.entries
    for other in (*reversed(entries[: entry.index]), *entries[entry.index + 1 :]):
        model = next((field for field in other.fields if own_line(document, field)), None)
        if model is not None:
            style = style_of(document, other, model)
            return style if not style.comma_first else style_of(document, entry, None)
    return style_of(document, entry, None)


def remove_field(document: Document, entry: Entry, name: str) -> list[Edit]:
    """Remove every field `name` of the entry; the edits are none if it has none.

    A field that has its lines for itself goes with them; of one that shares a line, it and its comma.
    """
    gone = [field for field in entry.fields if field.name == name.lower()]
    return [Edit(*_removed(document, entry, field), b"") for field in gone]


def _removed(document: Document, entry: Entry, field: Field) -> tuple[int, int]:
    data, separator = document.data, field.separator
    line, last = line_of(data, field.start), line_of(data, field.end)
    leading = data[line.start : field.start].strip(_BLANKS) == b","
    trailing = separator is not None and separator[1] <= last.end
    end = separator[1] if separator else field.end
    # with the key's comma goes an only field, and a first one whose own comma starts the next line
    first = field is entry.fields[0] and not leading and not trailing
    if first and (separator or len(entry.fields) == 1):
        start = entry.key_span[1]
        if data[start : field.start].strip(_WHITE) == b",":
            return start, field.end
    # whole lines, where just one comma goes with them
    rest = data[end if trailing else field.end : last.end].strip(_BLANKS)
    if own_line(document, field) and not rest and (leading != trailing or separator is None):
        return line.start, last.next
    before = _before(document, entry, field)
    if data[before : field.start].strip(_WHITE) or (
        trailing and not leading and own_line(document, field)
    ):
        return field.start, end
    return before, end


def _before(document: Document, entry: Entry, field: Field) -> int:
    """Return where what stands before a field ends: behind the comma of the field before, or the key's."""
    index = entry.fields.index(field)
    if index:
        separator = entry.fields[index - 1].separator
        return separator[1] if separator else field.start
    found = WHITE_OR_COMMENT.match(document.data, entry.key_span[1])
    return found.end() + 1 if found else field.start


def rename_field(document: Document, entry: Entry, name: str, new_name: str) -> list[Edit]:
    """Give the first field `name` another name, its `=` staying where the others' are.

    Raises:
        InputError: The entry has a field of the new name already.
        BugError: The new name is none.
    """
    field, new = entry.field(name), new_bytes(document, new_name)
    if NAME.fullmatch(new) is None:
        raise BugError(f"`{new_name}` is no field name")
    if field is None or field.written == new_name:
        return []
    other = entry.field(new_name)
    if other is not None and other is not field:
        raise InputError(
            f"entry `{entry.key}` has a field `{new_name}` already",
            place=document.place(other.start, other.end),
        )
    cell = cell_of(document, field)
    style = style_of(document, entry, field)
    start, end = field.name_span
    if (
        style.equals is None
        or style.right
        or not own_line(document, field)
        or cell.before.strip(_BLANKS)
    ):
        return [Edit(start, end, new)]
    line = style.line(new, b"")
    text = line[len(cell.prefix) : line.index(b"=", len(cell.prefix))]
    return [Edit(start, end + len(cell.before), text)]


def set_key(document: Document, entry: Entry, key: str) -> list[Edit]:
    """Change the entry's citation key; no edits if it is that already.

    Raises:
        InputError: BibTeX, biber or LaTeX could not use the key.
    """
    if _KEY.fullmatch(key) is None or not (key.isascii() or document.raw_unicode):
        raise InputError(
            f"`{key}` cannot be a citation key",
            place=document.place(*entry.key_span),
            hint="use ASCII letters, digits and `:./+-_`",
        )
    return [] if key == entry.key else [Edit(*entry.key_span, key.encode())]


def set_type(document: Document, entry: Entry, type_name: str) -> list[Edit]:
    """Change the entry's type, in capitals as the author writes types; no edits if it is that already.

    Raises:
        BugError: The name is none.
    """
    written = document.text(*entry.type_span)
    name = type_name.lower()
    if NAME.fullmatch(new_bytes(document, name)) is None:
        raise BugError(f"`{type_name}` is no entry type")
    if name == entry.type:
        return []
    if written.isupper():
        name = name.upper()
    elif not written.islower():
        name = _CAMEL.get(name, name.capitalize())
    return [Edit(*entry.type_span, name.encode())]
