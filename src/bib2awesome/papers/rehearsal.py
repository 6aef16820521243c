"""A plan, rehearsed: its changes run over models of the entries before any byte is edited.

This decides what is stale, what cannot be written and what has to come out; the edits are made
afterwards (`bib2awesome.papers.writing`) and compared with these models.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.entry import fold
from bib2awesome.papers.changes import Change
from bib2awesome.papers.verify import (
    Reading,
    entry_reading,
    field_problem,
    fitted,
    key_problem,
    reading_of,
    source_problem,
)

__all__ = ["Added", "Model", "Stage"]

INCOMPLETE = "incomplete-group"
"""Another change of the same group cannot be written."""
STALE = "stale"
"""The entry does not hold `old` any more."""
FILLED = "filled"
"""`set` found a value; it never overwrites one."""
DUPLICATE_KEY = "duplicate-key"
"""No key, or one that several entries have: such entries are never edited."""
DUPLICATE_FIELD = "duplicate-field"
"""The entry has the field twice, or would have it twice."""
NO_ENTRY = "no-entry"
"""There is no entry with this key."""

_EMPTY = re.compile(r"\{\s*\}|\"\s*\"")
_TYPE = re.compile(r"[A-Za-z]+")
_NO_TYPES = frozenset({"string", "preamble", "comment"})


class Model:
    """One entry while the changes run over it.

    Attributes:
        number: Which document it is in.
        entry: The entry as it stands in the file.
        reading: What it says by now.
        changes: The changes that were made to it, in order.
        removed: Whether one of them removed it.
    """

    __slots__ = ("changes", "document", "entry", "number", "reading", "removed")

    def __init__(self, document: Document, number: int, entry: Entry) -> None:
        self.document = document
        self.number = number
        self.entry = entry
        self.reading = reading_of(entry)
        self.changes: list[Change] = []
        self.removed = False

    def source(self, name: str) -> str | None:
        """Return the source of the first field of that name by now."""
        return next((source for field, source in self.reading.fields if field == name), None)

    def has_twice(self, name: str) -> bool:
        """Whether more than one field has that name."""
        return [field for field, _ in self.reading.fields].count(name) > 1

    def put(self, name: str, to: tuple[str, str] | None) -> None:
        """Make the first field `name` another, remove it (None), or add it."""
        fields = list(self.reading.fields)
        at = next((i for i, (field, _) in enumerate(fields) if field == name), len(fields))
        fields[at : at + 1] = [] if to is None else [to]
        self.reading = self.reading._replace(fields=tuple(fields))


class Added(NamedTuple):
    """A new entry: in which document, behind which entry (None is the end), and what it says.

    `source` has line feeds; it gets the file's own line ends when it is added.
    """

    number: int
    after: Entry | None
    source: str
    reading: Reading


class Stage:
    """Every entry that a plan names, and the new ones, while its changes run.

    Args:
        documents: The survey's files.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.models: dict[str, Model] = {}
        self.added: dict[str, Added] = {}
        self._entries: dict[str, list[tuple[int, Entry]]] = {}
        for number, document in enumerate(documents):
            for entry in document.entries:
                if entry.key and not entry.commented:
                    self._entries.setdefault(fold(entry.key), []).append((number, entry))
        self._keys = set(self._entries)

    def clear(self) -> None:
        """Forget what the changes did, to run another selection of them."""
        self.models, self.added, self._keys = {}, {}, set(self._entries)

    def run(self, change: Change) -> str | None:
        """Make one change; returns None, or the reason why it must not be made."""
        if change.action == "add-entry":
            return self._add(change)
        model = self._model(change.key)
        if isinstance(model, str):
            return model
        reason = self._ON_ENTRIES[change.action](self, model, change)
        if reason is None:
            model.changes.append(change)
        return reason

    def _model(self, key: str) -> Model | str:
        """Return the model of the entry that had this key before the plan, or why it has none."""
        folded = fold(key)
        found = self._entries.get(folded, [])
        if not key or len(found) > 1:
            return DUPLICATE_KEY
        if not found:
            return NO_ENTRY
        number, entry = found[0]
        model = self.models.get(folded)
        if model is None:
            model = self.models[folded] = Model(self.documents[number], number, entry)
        return NO_ENTRY if model.removed else model

    def _add(self, change: Change) -> str | None:
        if fold(change.key) in self._keys:
            return DUPLICATE_KEY
        number, after = self._place(change.after)
        document = self.documents[number]
        source = (change.new or "").strip().replace("\r\n", "\n")
        reading = entry_reading(document, change.key, fitted(document, source))
        if isinstance(reading, str):
            return reading
        self._keys.add(fold(change.key))
        self.added[fold(change.key)] = Added(number, after, source, reading)
        return None

    def _place(self, after: str | None) -> tuple[int, Entry | None]:
        """Return where a new entry goes: behind `after`, else at the end of the first file."""
        key = fold(after or "")
        if key in self.added:
            return self.added[key][:2]
        found = self._entries.get(key)
        return found[0] if found else (0, None)

    def _set(self, model: Model, change: Change) -> str | None:
        name = (change.field or "").lower()
        current = model.source(name)
        if current is not None and not _EMPTY.fullmatch(current):
            return FILLED
        if current != change.old:
            return STALE
        if model.has_twice(name):
            return DUPLICATE_FIELD
        return self._give(model, name, change)

    def _replace(self, model: Model, change: Change) -> str | None:
        name = (change.field or "").lower()
        if change.old is None or model.source(name) != change.old:
            return STALE
        if model.has_twice(name):
            return DUPLICATE_FIELD
        return self._give(model, name, change)

    def _give(self, model: Model, name: str, change: Change) -> str | None:
        source = fitted(model.document, change.new or "")
        wrong = source_problem(model.document, name, source)
        if wrong is None:
            model.put(name, (name, source))
        return wrong

    def _remove(self, model: Model, change: Change) -> str | None:
        name = (change.field or "").lower()
        if change.old is None or model.source(name) != change.old:
            return STALE
        if model.has_twice(name):
            return DUPLICATE_FIELD
        model.put(name, None)
        return None

    def _rename(self, model: Model, change: Change) -> str | None:
        name, new = (change.field or "").lower(), change.new or ""
        if change.old is None or model.source(name) != change.old:
            return STALE
        taken = new.lower() != name and model.source(new.lower()) is not None
        if model.has_twice(name) or taken:
            return DUPLICATE_FIELD
        wrong = field_problem(new)
        if wrong is None:
            model.put(name, (new.lower(), change.old))
        return wrong

    def _set_type(self, model: Model, change: Change) -> str | None:
        new = change.new or ""
        if (change.old or "").lower() != model.reading.type:
            return STALE
        if not _TYPE.fullmatch(new) or new.lower() in _NO_TYPES:
            return f"`{new}` cannot be the type of an entry"
        model.reading = model.reading._replace(type=new.lower())
        return None

    def _set_key(self, model: Model, change: Change) -> str | None:
        new = change.new or ""
        if change.old != model.reading.key:
            return STALE
        wrong = key_problem(model.document, new)
        if wrong is not None:
            return wrong
        if fold(new) in self._keys and fold(new) != fold(model.reading.key):
            return DUPLICATE_KEY
        self._keys.discard(fold(model.reading.key))
        self._keys.add(fold(new))
        model.reading = model.reading._replace(key=new)
        return None

    def _remove_entry(self, model: Model, change: Change) -> str | None:
        entry = model.entry
        if fitted(model.document, change.old or "") != model.document.text(entry.start, entry.end):
            return STALE
        model.removed = True
        self._keys.discard(fold(model.reading.key))
        return None

    _ON_ENTRIES: ClassVar[dict[str, Callable[[Stage, Model, Change], str | None]]] = {
        "set": _set,
        "replace": _replace,
        "remove": _remove,
        "rename": _rename,
        "set-type": _set_type,
        "set-key": _set_key,
        "remove-entry": _remove_entry,
    }
