"""Changes that mend what a rule finds, each of one field of an entry or of its type.

They are made for a `Fix` (`bib2awesome.check.base`), which is where rules import these functions from.
A function returns the changes in a tuple, which is empty where there is nothing to be done or the value
cannot be written into the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bib2awesome.bib.values import is_single
from bib2awesome.bib.writable import encode_value
from bib2awesome.errors import InputError
from bib2awesome.papers.changes import Change

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper

__all__ = [
    "SOURCE",
    "remove_field",
    "rename_field",
    "replace_field",
    "set_field",
    "set_type",
]

SOURCE = "check"
"""What a fix names as the source of its changes."""
_DELIMITERS = frozenset('{"')
_LINES = re.compile(r"[\t\r\n]")


def set_field(paper: Paper, name: str, text: str) -> tuple[Change, ...]:
    """Return the change that adds a missing field (or fills an empty one) with `text`, TeX source.

    Empty where the text cannot be written.
    """
    return _written(paper, "set", name, text)


def replace_field(paper: Paper, name: str, text: str) -> tuple[Change, ...]:
    """Return the change that gives the entry's own field another value, TeX source.

    Empty where the text cannot be written, the value is made of macros, or nothing would change.
    """
    source = paper.entry.source(name)
    if source is None or source[0] not in _DELIMITERS or not is_single(source.encode()):
        return ()
    return _written(paper, "replace", name, text)


def _written(paper: Paper, action: str, name: str, text: str) -> tuple[Change, ...]:
    old, lines = paper.entry.source(name), _LINES.sub(" ", text)
    try:
        new = encode_value(paper.document, lines, entry=paper.entry, name=name)
    except InputError:
        return ()
    if action == "replace" and old is not None and new[0] in _DELIMITERS:
        text_of_new = new[1:-1]  # between this value's own delimiters
        if text_of_new == lines:
            text_of_new = text  # on as many lines as it was
        quoted = old[0] == '"' and '"' not in text_of_new
        new = f'"{text_of_new}"' if quoted else f"{{{text_of_new}}}"
    if new == old:
        return ()
    before = paper.document.value(paper.entry, name)
    change = Change(
        key=paper.key,
        action=action,
        field=name.lower(),
        old=old,
        new=new,
        old_text=before,
        new_text=text,
        source=SOURCE,
    )
    return (change,)


def remove_field(paper: Paper, name: str) -> tuple[Change, ...]:
    """Return the change that removes the entry's own field; empty where it has none, or two."""
    old = paper.entry.source(name)
    if old is None or [field.name for field in paper.entry.fields].count(name.lower()) > 1:
        return ()
    before = paper.document.value(paper.entry, name)
    change = Change(
        key=paper.key, action="remove", field=name.lower(), old=old, old_text=before, source=SOURCE
    )
    return (change,)


def rename_field(paper: Paper, name: str, new: str) -> tuple[Change, ...]:
    """Return the change that gives the entry's own field another name; empty where that is taken."""
    old = paper.entry.source(name)
    if old is None or paper.entry.value_span(new) is not None:
        return ()
    change = Change(
        key=paper.key, action="rename", field=name.lower(), old=old, new=new, source=SOURCE
    )
    return (change,)


def set_type(paper: Paper, new: str) -> tuple[Change, ...]:
    """Return the change that makes the entry one of another type."""
    change = Change(key=paper.key, action="set-type", old=paper.type, new=new, source=SOURCE)
    return (change,)
