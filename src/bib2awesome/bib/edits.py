"""Edits of a .bib file: a span and the bytes that replace it; all else stays as it is.

The functions here say what to replace so that a change looks as if the author had made it. They can be
combined freely: no two of them for different fields of one entry overlap.
"""

from __future__ import annotations

from bib2awesome.bib.careful import is_value
from bib2awesome.bib.dialect import in_camel_case
from bib2awesome.bib.document import Document, Entry, Field
from bib2awesome.bib.entry_edits import add_entry, remove_entry, without_entries
from bib2awesome.bib.grammar import NAME, WHITE_OR_COMMENT
from bib2awesome.bib.keys import is_writable
from bib2awesome.bib.splice import Edit, apply, new_bytes
from bib2awesome.bib.style import (
    EntryStyle,
    cell_of,
    comma_first,
    comma_leads,
    line_of,
    newline_in,
    own_line,
    style_of,
)
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
    "without_entries",
]

_BLANKS = b" \t"
_WHITE = b" \t\r\n"
_BRACE = ord("}")


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
    if not is_value(new) or NAME.fullmatch(new_bytes(document, name)) is None:
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
    lines = [field for field in entry.fields if own_line(document, field)]
    leading = [field for field in lines if comma_leads(document, field)]
    if not lines:
        last = entry.fields[-1]
        style = style_of(document, entry, last)
        # the gap before the last field, so that removing the new one takes away what came with it
        gap = document.data[_comma_before(document, entry, last) + 1 : last.start]
        return Edit(last.start, last.start, style.inline(name, value) + b"," + gap)
    model = (leading or lines)[-1]
    style = style_of(document, entry, model)
    line = line_of(document.data, model.start)
    comma = b"" if style.comma_first else b","
    newline = newline_in(document, entry)
    return Edit(line.start, line.start, style.line(name, value) + comma + newline)


def _first_field(document: Document, entry: Entry, name: bytes, value: bytes) -> Edit:
    data, key_end = document.data, entry.key_span[1]
    found = WHITE_OR_COMMENT.match(data, key_end)
    comma = found.end() if found and data[found.end()] != data[entry.closing] else -1
    after = data[max(comma, key_end) : entry.closing]
    style = _neighbour_style(document, entry)
    if b"\n" in after or b"\r" in after:
        newline = newline_in(document, entry)
        if comma < 0:
            return Edit(key_end, key_end, b"," + newline + style.line(name, value))
        following = line_of(data, comma).next
        return Edit(following, following, style.line(name, value) + b"," + newline)
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

    A field that has its lines for itself goes with them; of one that shares a line, it and a comma.
    """
    gone = [field for field in entry.fields if field.name == name.lower()]
    spans = [span for field in gone for span in _removed(document, entry, field)]
    return [Edit(start, end, b"") for start, end in spans]


def _removed(document: Document, entry: Entry, field: Field) -> list[tuple[int, int]]:
    """Return what goes with a field, so that no two fields of an entry ever claim the same byte.

    In an entry in the comma-first style each field owns the comma before it, in any other the one
    behind it.
    """
    data = document.data
    if len(entry.fields) == 1 and field.separator is None:
        start = entry.key_span[1]
        # a key behind a parenthesis ends only at a comma or a blank
        ends = data[entry.closing] == _BRACE or data[field.end] in _WHITE
        if ends and data[start : field.start].strip(_WHITE) == b",":
            return [(start, field.end)]
    line, last = line_of(data, field.start), line_of(data, field.end)
    if comma_first(document, entry):
        comma, end = _comma_before(document, entry, field), field.end
        owned = (comma, comma + 1)
    else:
        comma, end = field.end, field.end
        owned = field.separator or (end, end)
    if owned[0] >= line.start and owned[1] <= last.end:
        start, end = min(owned[0], field.start), max(owned[1], field.end)
        if not (data[line.start : start] + data[end : last.end]).strip(_BLANKS):
            return [(line.start, last.next)]
    if owned[0] < field.start:
        between = data[owned[1] : field.start].strip(_WHITE)
        return [owned, (field.start, field.end)] if between else [(owned[0], field.end)]
    start = max(line.start, _comma_before(document, entry, field) + 1)
    start = (
        start
        if start > line.start and not data[start : field.start].strip(_BLANKS)
        else field.start
    )
    between = data[field.end : owned[0]].strip(_WHITE)
    return [(start, field.end), owned] if between else [(start, owned[1])]


def _comma_before(document: Document, entry: Entry, field: Field) -> int:
    """Return where the comma before a field stands: that of the field before, or the key's."""
    index = entry.fields.index(field)
    separator = entry.fields[index - 1].separator if index else None
    if separator is not None:
        return separator[0]
    found = WHITE_OR_COMMENT.match(document.data, entry.key_span[1])
    return found.end() if found else entry.key_span[1]


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
    if not is_writable(key, raw_unicode=document.raw_unicode):
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
        name = in_camel_case(name)
    return [Edit(*entry.type_span, name.encode())]
