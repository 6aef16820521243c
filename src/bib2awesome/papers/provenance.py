"""Where the values of survey.bib came from: `.bib2awesome/provenance.jsonl`.

One line per change that was accepted: key, action, field, old, new, source, url, retrieved, score,
reasons. Lines are added after survey.bib was replaced, so the file never claims what was not done. A
renamed key and a merged entry leave a line that links to the old name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bib2awesome.bib.entry import fold
from bib2awesome.papers import journal
from bib2awesome.papers.changes import WRITTEN, Change, Plan

__all__ = ["NAME", "Origin", "origins", "record"]

NAME = "provenance.jsonl"
_MEMBERS = ("key", "action", "field", "old", "new", "source", "url", "score", "reasons")


class Origin(NamedTuple):
    """One accepted change, as it was recorded.

    Attributes:
        key: The entry's key at that time.
        action: Such as `set`; see `Change`.
        field: The field's name by now; None for a change of the whole entry.
        old: What was there, as BibTeX source; None if nothing was.
        new: What was written.
        source: Who said so, or None.
        url: Where it can be looked up, or None.
        retrieved: When, in ISO 8601, or None.
        score: How sure it was, from 0 to 1, or None.
        reasons: Why it was believed.
    """

    key: str
    action: str
    field: str | None
    old: str | None
    new: str | None
    source: str | None
    url: str | None
    retrieved: str | None
    score: float | None
    reasons: tuple[str, ...]


def record(folder: Path, plan: Plan) -> None:
    """Add the written changes of a plan that have a source, and the links of keys that changed.

    Raises:
        InputError: The file system refuses; survey.bib is written all the same.
    """
    known: set[str] | None = None
    records = []
    time = journal.now()
    for change in plan.changes:
        if change.status != WRITTEN:
            continue
        if change.source is None:
            if change.action not in {"set-key", "remove-entry"}:
                continue
            # Links are of use only where there is something to link to.
            known = _keys(folder) if known is None else known
            if fold(change.key) not in known:
                continue
        records.append(_line(change, plan, time))
    journal.append(folder, NAME, records)


def _line(change: Change, plan: Plan, time: str) -> dict[str, Any]:
    line: dict[str, Any] = {name: getattr(change, name) for name in _MEMBERS}
    line["reasons"] = list(change.reasons)
    if change.action in {"add-entry", "remove-entry"}:
        line |= {"old": None, "new": None}  # the entry itself is in git's history
    merged = plan.more.get("merged_into")
    if change.action == "remove-entry" and merged:
        line["new"] = merged
    return line | {"retrieved": change.retrieved or time}


def _keys(folder: Path) -> set[str]:
    return {fold(str(line.get("key"))) for line in journal.read(folder, NAME)}


def origins(folder: Path, key: str) -> list[Origin]:
    """Return what is recorded of an entry, the oldest first, under its former names too.

    Raises:
        InputError: The journal cannot be read.
    """
    return _histories(journal.read(folder, NAME)).get(fold(key), [])


def _histories(lines: Iterable[Mapping[str, Any]]) -> dict[str, list[Origin]]:
    """Return the records by the keys that entries have by now."""
    found: dict[str, list[Origin]] = {}
    for line in lines:
        one = _origin(line)
        if one is None:
            continue
        key = fold(one.key)
        if one.action in {"set-key", "remove-entry"} and one.new is not None:
            moved = found.pop(key, [])
            found.setdefault(fold(one.new), []).extend([*moved, one])
        elif one.action == "remove-entry":
            found.pop(key, None)
        elif one.action == "rename":
            old = [_renamed(was, one) for was in found.get(key, [])]
            found[key] = [*old, one]
        else:
            found.setdefault(key, []).append(one)
    return found


def _renamed(was: Origin, one: Origin) -> Origin:
    return was._replace(field=one.new) if was.field == one.field else was


def _origin(line: Mapping[str, Any]) -> Origin | None:
    """Return a line as an Origin; None where it is none: the file is everybody's to edit."""
    texts = {name: line.get(name) for name in Origin._fields if name not in {"score", "reasons"}}
    if any(not isinstance(value, str | None) for value in texts.values()):
        return None
    if texts["key"] is None or texts["action"] is None:
        return None
    score, reasons = line.get("score"), line.get("reasons")
    return Origin(
        **texts,  # type: ignore[arg-type]
        score=score if isinstance(score, int | float) else None,
        reasons=tuple(map(str, reasons)) if isinstance(reasons, list) else (),
    )
