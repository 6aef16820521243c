"""The text of new entries and values, in the style of the file that they are written into."""

from __future__ import annotations

from collections import Counter

from bib2awesome.bib import values
from bib2awesome.bib.dialect import in_camel_case
from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.edits import encode_value
from bib2awesome.bib.style import EntryStyle, own_line, style_of
from bib2awesome.papers.dates import MONTHS
from bib2awesome.papers.new_entry import NewEntry

__all__ = ["on_one_line", "source_of", "value_of"]

_MONTH_NAMES = frozenset({*map(str.lower, values.MONTHS.values()), "sept"})


def on_one_line(name: str, tex: str) -> str:
    """Return a value of another file as `value_of` takes it: on one line, a month as its macro."""
    tex = " ".join(tex.split())
    word = tex.lower().rstrip(".")
    month = name == "month" and (word in _MONTH_NAMES or word in MONTHS)
    return word[:3] if month else tex


def value_of(
    document: Document, name: str, tex: str, entry: Entry | None = None, like: str = ""
) -> str:
    """Return a field's value with its delimiters, ready for `document`: a macro stays a bare word.

    Args:
        document: The file it is for.
        name: The field.
        tex: The value as TeX source, as `NewEntry` has it.
        entry: The entry it is for, whose delimiters it gets; None for a new one, which gets those of
            the last entry.
        like: The source of the value that it replaces, whose delimiters go before these.

    Raises:
        InputError: The value cannot be written into this file.
    """
    return _encoded(document, name, tex, entry or _last(document), like)


def _last(document: Document) -> Entry | None:
    return document.entries[-1] if document.entries else None


def _encoded(document: Document, name: str, tex: str, entry: Entry | None, like: str = "") -> str:
    if name == "month" and tex in MONTHS:
        return tex
    return encode_value(document, tex, entry=entry, name=name, like=like)


def source_of(entry: NewEntry, key: str, document: Document) -> str:
    r"""Return the text of a new entry in the style of the file's last entries, with "\n" ends.

    Indentation, the column of `=`, delimiters, the case of types and fields, and the comma behind the
    last field are the file's; a file without entries gets one field a line, `=` in one column.

    Raises:
        InputError: A value cannot be written into this file.
    """
    last = _last(document)
    values = [(name, _encoded(document, name, tex, last)) for name, tex in entry.fields]
    style, comma, upper = _style(document)
    lines = [
        style.line((name.upper() if upper else name).encode(), b"").decode() + value
        for name, value in values
    ]
    head = f"@{_cased(document, entry.type)}{{{key}"
    if style.comma_first:
        return "\n".join((head, *lines, "}"))
    return f"{head},\n" + ",\n".join(lines) + ("," if comma else "") + "\n}"


_DEFAULT = EntryStyle(b"  ", b" ", b" ", 16, None, right=False)
_LOOKED_AT = 20


def _style(document: Document) -> tuple[EntryStyle, bool, bool]:
    """Return how the last entry with lines of its own is set, its closing comma, fields in capitals."""
    for other in reversed(document.entries[-_LOOKED_AT:]):
        model = next((field for field in reversed(other.fields) if own_line(document, field)), None)
        if model is not None:
            upper = all(field.written.isupper() for field in other.fields)
            last = other.fields[-1]
            comma = b"," in document.data[last.value_span[1] : other.closing]
            return style_of(document, other, model), comma, upper
    return _DEFAULT, True, False


def _cased(document: Document, kind: str) -> str:
    """Return a type as most of the last entries write theirs: `inproceedings`, `InProceedings`."""
    written = [document.text(*other.type_span) for other in document.entries[-_LOOKED_AT:]]
    cases = Counter(
        "upper" if w.isupper() else "lower" if w.islower() else "camel" for w in written
    )
    case = cases.most_common(1)[0][0] if cases else "lower"
    return {"upper": kind.upper(), "lower": kind}.get(case) or in_camel_case(kind)
