"""What is wrong in a .bib file as far as its text goes: findings S001 to S010."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bib2awesome.bib.document import Block, Document, Entry, Field
from bib2awesome.bib.entry import fold
from bib2awesome.bib.grammar import OPENING
from bib2awesome.bib.inheritance import inherit
from bib2awesome.bib.keys import key_fault
from bib2awesome.bib.values import MONTHS, STYLE_MACROS, is_single
from bib2awesome.errors import Finding, Severity

__all__ = ["findings_of"]

_KEY = re.compile(rb"[{(][ \t\r\n]*+([^ \t\r\n,{}()\"=]++)[ \t\r\n]*+,")
_ASSIGNMENT = re.compile(rb"[,\r\n][ \t]*+[A-Za-z][A-Za-z_-]*+[ \t]*+=[ \t]*+[{\"0-9A-Za-z]")

_CONFLICT = re.compile(rb"^<{7}(?= |\r?$)", re.MULTILINE)

_DELIMITERS = b'{"'
_OF_MONTH = 3

_Found = Iterator[tuple[int, Finding]]


def findings_of(document: Document) -> list[Finding]:
    """Return the findings of a document, in file order.

    Commented entries get one finding, that they are there; nothing else in them matters.
    """
    found: list[tuple[int, Finding]] = []
    if any(mark.kind == "broken" for mark in document.layout.marks):
        found += (_broken(document, block) for block in document.blocks if block.kind == "broken")
    found += _conflicts(document)
    found += _duplicate_keys(document)
    found += _uncitable(document)
    found += _commented(document)
    found += _macros(document)
    defined: set[bytes] = set()
    for entry in document.entries:
        if not entry.commented and not (entry.key and entry.index in document.plain):
            found += _entry(document, entry, defined)
    found.sort(key=lambda item: item[0])
    return [finding for _, finding in found]


def _broken(document: Document, block: Block) -> tuple[int, Finding]:
    data, at = document.data, block.at if block.at is not None else block.start
    opening = OPENING.match(data, block.start)
    what = document.lower(opening[1]) if opening else ""
    found = _KEY.match(data, opening.end() - 1) if opening and opening[2] else None
    key = document.decode(found[1]) if found and what not in {"string", "preamble"} else None
    subject = f"entry `{key}`" if key is not None else f"`@{what}`"
    hint = None
    if data[at : at + 1] in {b"", b"@"}:
        message = f"{subject} has no closing brace: expected {block.expected}"
        start = _unclosed_value(data, block.start, at)
        if start is not None:
            line = document.place(start).line
            hint = f"the value that starts on line {line} seems to lack its closing delimiter"
    else:
        message = f"{subject} cannot be read: expected {block.expected}"
    place = document.place(min(at, len(data)), min(at + 1, len(data)))
    return at, Finding("S001", "broken-block", Severity.ERROR, message, place, key, hint=hint)


def _unclosed_value(data: bytes, start: int, end: int) -> int | None:
    """Return where a value starts that is still open where the next field seems to start."""
    for one, two in pairwise(_ASSIGNMENT.finditer(data, start, end)):
        value = one.end() - 1
        if _unclosed(data[value : two.start()]):
            return value
    return None


def _unclosed(source: bytes) -> bool:
    """Whether a value lacks its closing delimiter."""
    return source.count(b"{") > source.count(b"}") or (
        source[:1] == b'"' and source.count(b'"') == 1
    )


def _conflicts(document: Document) -> _Found:
    if b"<<<<<<<" not in document.data:
        return
    for found in _CONFLICT.finditer(document.data):
        place = document.place(found.start())
        message = "a merge conflict: the entries of both sides are read as they stand"
        hint = "settle it, and remove the lines that git put in"
        finding = Finding("S009", "merge-conflict", Severity.ERROR, message, place, hint=hint)
        yield found.start(), finding


def _duplicate_keys(document: Document) -> _Found:
    if len(document.usable()) == len(document.entries):
        return
    first: dict[str, Entry] = {}
    for entry in document.entries:
        if entry.commented or not entry.key:
            continue
        other = first.setdefault(fold(entry.key), entry)
        if other is not entry:
            line = document.place(other.key_span[0]).line
            written = "" if other.key == entry.key else f", there as `{other.key}`"
            message = f"the key `{entry.key}` is taken by the entry on line {line}{written}"
            yield (
                entry.key_span[0],
                Finding(
                    "S002",
                    "duplicate-key",
                    Severity.ERROR,
                    message,
                    document.place(*entry.key_span),
                    entry.key,
                    hint="the first entry counts, and neither is edited; rename or remove one",
                ),
            )


def _uncitable(document: Document) -> _Found:
    for entry in document.usable():
        fault = key_fault(entry.key)
        if fault is not None:
            message = f"the key `{entry.key}` {fault}"
            place = document.place(*entry.key_span)
            hint = "keys of letters, digits and `:._/+-` work everywhere"
            finding = Finding(
                "S010", "uncitable-key", Severity.WARNING, message, place, entry.key, hint=hint
            )
            yield entry.key_span[0], finding


def _commented(document: Document) -> _Found:
    for entry in document.entries:
        if entry.commented:
            yield (
                entry.start,
                Finding(
                    "S005",
                    "commented-entry",
                    Severity.WARNING,
                    f"BibTeX reads the commented-out entry `{entry.key}`: it knows no comments",
                    document.place(entry.start, entry.end),
                    entry.key,
                    hint="it is skipped here; take the `@` away to hide it from BibTeX too",
                ),
            )
    for at in document.layout.commented_out:
        yield (
            at,
            Finding(
                "S005",
                "commented-entry",
                Severity.WARNING,
                "BibTeX stumbles over this commented-out entry: it knows no comments",
                document.place(at, at + 1),
                hint="take the `@` away to hide it from BibTeX too",
            ),
        )


def _entry(document: Document, entry: Entry, defined: set[bytes]) -> list[tuple[int, Finding]]:
    """Return the findings of an entry; `defined` gathers the macros known to be defined up to it."""
    found: list[tuple[int, Finding]] = []
    if not entry.key:
        place = document.place(entry.start, entry.key_span[1])
        message = f"this `@{entry.type}` has no citation key, so nothing can refer to it"
        finding = Finding("S006", "missing-key", Severity.WARNING, message, place)
        found.append((entry.start, finding))
    fields = document.layout.fields_of(entry.index)
    names = {spans[1].lower() for spans in fields}
    if len(names) < len(fields):
        found += _duplicate_fields(document, entry)
    if b"crossref" in names or b"xdata" in names:
        found += _inheritance(document, entry)
    for number, spans in enumerate(fields):
        source = spans[2]
        if b"#" not in source:
            if source[0] in _DELIMITERS or source in defined or source.isdigit():
                continue
        elif source[0] in _DELIMITERS and is_single(source):
            continue
        wrong = list(_field_macros(document, entry, entry.fields[number]))
        found += wrong
        if not wrong and b"#" not in source:
            defined.add(source)
    return found


def _duplicate_fields(document: Document, entry: Entry) -> _Found:
    seen: set[str] = set()
    for field in entry.fields:
        if field.name in seen:
            message = f"`{field.written}` is given twice; the first value counts"
            place = document.place(field.start, field.end)
            severity = Severity.WARNING
            yield (
                field.start,
                Finding("S003", "duplicate-field", severity, message, place, entry.key, field.name),
            )
        seen.add(field.name)


def _inheritance(document: Document, entry: Entry) -> _Found:
    cut = inherit(document, entry, document.own_values(entry))[1]
    if cut is not None:
        field = entry.field("crossref") or entry.field("xdata")
        at = entry.start if field is None else field.start
        message = f"inheriting goes round in a circle, or through too many entries, at `{cut}`"
        place = document.place(at, entry.end if field is None else field.end)
        severity = Severity.WARNING
        yield at, Finding("S008", "endless-inheritance", severity, message, place, entry.key)


def _macros(document: Document) -> _Found:
    macros = document.macro_table
    for at, name in macros.undefined:
        yield at, _undefined(document, at, name)
    for at in macros.too_long:
        yield at, _too_long(document, at)


def _field_macros(document: Document, entry: Entry, field: Field) -> _Found:
    start, end = field.value_span
    source = document.data[start:end]
    for name in document.macro_table.unknown(source, start):
        finding = _undefined(document, start, name)
        yield start, finding._replace(key=entry.key, field=field.name)
    if document.macro_table.join(source, start) is None:
        yield start, _too_long(document, start)._replace(key=entry.key, field=field.name)


def _undefined(document: Document, at: int, name: str) -> Finding:
    hint = "define it with @string before this place, or put the text into braces"
    macro = name[:_OF_MONTH]
    if macro in MONTHS and MONTHS[macro].lower().startswith(name):
        hint = f"the macro of the month is `{macro}`"
    elif name in STYLE_MACROS:
        hint = f"only some styles define it, as {STYLE_MACROS[name]}; {hint}"
    message = f"the macro `{name}` is not defined here"
    return Finding(
        "S004", "undefined-macro", Severity.WARNING, message, document.place(at), hint=hint
    )


def _too_long(document: Document, at: int) -> Finding:
    message = "the macros in this value make it too long to be meant; it counts as empty"
    return Finding("S007", "endless-macro", Severity.ERROR, message, document.place(at))
