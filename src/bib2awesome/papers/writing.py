"""From a plan to new bytes. Nothing is written here: `Survey.apply` does that.

The plan is rehearsed on models of the entries (`bib2awesome.papers.rehearsal`), the edits are made on
the bytes, and the result is compared with the models (`bib2awesome.papers.verify`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from bib2awesome.bib import edits
from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.edits import Edit
from bib2awesome.bib.entry import fold
from bib2awesome.papers.changes import (
    PROPOSED,
    SKIPPED,
    SPANNING,
    Change,
    Conflict,
    Plan,
)
from bib2awesome.papers.rehearsal import (
    FILLED,
    INCOMPLETE,
    NO_ENTRY,
    STALE,
    Added,
    Model,
    Stage,
)
from bib2awesome.papers.toml_changes import TomlChange
from bib2awesome.papers.verify import Planned, fitted, verify

__all__ = ["Edited", "edit"]

_NO_CONFLICTS = frozenset({STALE, FILLED, NO_ENTRY, INCOMPLETE})


class Edited(NamedTuple):
    """What applying a plan comes to.

    `plan` has the accepted changes as `written` (they are in `data`) or as `skipped` with a reason.
    `data` has the new bytes of each document, in their order, and `config` those of categories.toml;
    None where it stays as it is.
    """

    plan: Plan
    data: tuple[bytes | None, ...]
    config: bytes | None = None


def edit(
    documents: Sequence[Document],
    plan: Plan,
    accept: Callable[[Change], bool] = lambda _: True,
    config: bytes | None = None,
) -> Edited:
    """Return what the accepted changes of a plan make of the documents and of categories.toml.

    Args:
        documents: The survey's files.
        plan: Its `proposed` changes are tried, in order; all others stay as they are.
        accept: Which of them; a group is taken whole or not at all.
        config: The bytes of categories.toml; None where there is none.

    Raises:
        BugError: What came out is not what was planned (guarantee 3).
    """
    accepted = _accepted(plan.changes, accept)
    stage = Stage(documents)
    torn = {change.group for i, change in enumerate(plan.changes) if i not in accepted} & SPANNING
    taxonomy, toml = _with_taxonomy(plan.taxonomy, config or b"", torn)
    torn |= {change.group for change in taxonomy if change.status == SKIPPED} & SPANNING
    refused = _rehearsed(stage, accepted, torn)
    late = {accepted[index].group for index in refused} & SPANNING
    if late - torn:  # what the refused changes belong to is not written either
        taxonomy, toml = _with_taxonomy(plan.taxonomy, config or b"", torn | late)
    data = tuple(_edited(stage, number) for number in range(len(documents)))
    changes = [
        change
        if index not in accepted
        else (change.skipped(refused[index]) if index in refused else change.written())
        for index, change in enumerate(plan.changes)
    ]
    conflicts = [
        _conflict(accepted[index], reason)
        for index, reason in sorted(refused.items())
        if reason not in _NO_CONFLICTS
    ]
    done = replace(
        plan,
        changes=tuple(changes),
        taxonomy=taxonomy,
        conflicts=(*plan.conflicts, *conflicts),
    )
    return Edited(done, data, toml if toml != (config or b"") else None)


def _with_taxonomy(
    changes: Sequence[TomlChange], config: bytes, torn: AbstractSet[str | None]
) -> tuple[tuple[TomlChange, ...], bytes]:
    """Make the proposed changes of categories.toml; returns what became of each, and the new bytes."""
    if not any(change.status == PROPOSED for change in changes):
        return tuple(changes), config
    from bib2awesome.papers.toml_edits import edit_toml  # noqa: PLC0415

    tried = [change for change in changes if change.status == PROPOSED]
    data, refused = edit_toml(config, tried, torn)
    done = iter(
        change.skipped(refused[index]) if index in refused else change.written()
        for index, change in enumerate(tried)
    )
    return tuple(next(done) if one.status == PROPOSED else one for one in changes), data


def _group(change: Change) -> tuple[str, str] | None:
    if not change.group:
        return None
    return ("" if change.group in SPANNING else fold(change.key), change.group)


def _accepted(changes: Sequence[Change], accept: Callable[[Change], bool]) -> dict[int, Change]:
    """Return the changes to try by their number: proposed, accepted, and so is their whole group."""
    open_ = {i: change for i, change in enumerate(changes) if change.status == PROPOSED}
    declined = {_group(change) for change in open_.values() if not accept(change)} - {None}
    return {
        i: change
        for i, change in open_.items()
        if accept(change) and _group(change) not in declined
    }


def _rehearsed(
    stage: Stage, accepted: dict[int, Change], torn_already: AbstractSet[str | None]
) -> dict[int, str]:
    """Run the changes over the stage until every one that was run holds; returns why others do not.

    A change that is refused takes its group with it, and then what came before it must be undone:
    the stage is cleared and the rest runs again.
    """
    refused = {i: INCOMPLETE for i, change in accepted.items() if change.group in torn_already}
    while True:
        stage.clear()
        found = len(refused)
        for index, change in accepted.items():
            if index not in refused:
                reason = stage.run(change)
                if reason is not None:
                    refused[index] = reason
        torn = {_group(accepted[index]) for index in refused} - {None}
        for index, change in accepted.items():
            if _group(change) in torn:
                refused.setdefault(index, INCOMPLETE)
        if len(refused) == found:
            return refused


def _conflict(change: Change, reason: str) -> Conflict:
    return Conflict(
        key=change.key,
        field=change.field,
        have=change.old,
        found=change.new,
        source=change.source,
        url=change.url,
        reason=reason,
    )


def _edited(stage: Stage, number: int) -> bytes | None:
    """Return the new bytes of one document, verified; None where nothing changes in it."""
    old = stage.documents[number]
    models = {
        model.entry.index: model
        for model in stage.models.values()
        if model.number == number and model.changes
    }
    added = sorted((one for one in stage.added.values() if one.number == number), key=_anchor)
    if not models and not added:
        return None
    new = _with_changes(old, models)
    new = _with_added(new, added)
    removed = [_shifted(index, added) for index, model in models.items() if model.removed]
    if removed:
        entries = [new.entries[number] for number in removed]
        new = new.edited(edits.without_entries(new, entries))
    verify(old, new, _planned(old, models, added), whole_entries=bool(added or removed))
    return None if new.data == old.data else new.data


def _anchor(one: Added) -> float:
    return float("inf") if one.after is None else one.after.index


def _shifted(index: int, added: Iterable[Added]) -> int:
    """Return the number of an old entry once the new ones are in the file."""
    return index + sum(_anchor(one) < index for one in added)


def _planned(old: Document, models: dict[int, Model], added: Sequence[Added]) -> list[Planned]:
    """Return what every entry of the new file has to be, in order."""
    behind: dict[float, list[Added]] = {}
    for one in added:
        behind.setdefault(_anchor(one), []).append(one)
    planned = []
    for entry in old.entries:
        model = models.get(entry.index)
        if model is None:
            planned.append(Planned(entry, None))
        elif not model.removed:
            planned.append(Planned(entry, model.reading))
        planned += [Planned(None, one.reading) for one in behind.get(entry.index, ())]
    planned += [Planned(None, one.reading) for one in behind.get(float("inf"), ())]
    return planned


def _with_changes(document: Document, models: dict[int, Model]) -> Document:
    """Make the changes inside entries; none adds or removes one, so an entry keeps its number.

    Changes of one entry whose edits meet wait for the next round, on the file as it is by then.
    """
    waiting = {
        index: [change for change in model.changes if change.action != "remove-entry"]
        for index, model in models.items()
        if not model.removed
    }
    while any(waiting.values()):
        together: list[Edit] = []
        for index, changes in waiting.items():
            if changes:
                made, waiting[index] = _round(document, document.entries[index], changes)
                together += made
        document = document.edited(edits.apply(document.data, together))
    return document


def _round(
    document: Document, entry: Entry, changes: Sequence[Change]
) -> tuple[list[Edit], list[Change]]:
    """Return the edits of the changes that can be made at once, and the changes that have to wait."""
    made: list[Edit] = []
    waiting: list[Change] = []
    touched: set[str] = set()
    for change in changes:
        about = _about(change)
        edits_ = [] if touched & about else _edits(document, entry, change)
        if touched & about or (made and not _apart(made, edits_, entry)):
            waiting.append(change)
        else:
            made += edits_
        touched |= about
    return made, waiting


def _about(change: Change) -> set[str]:
    """Return what a change is about; changes about the same are made one after the other."""
    if change.action == "rename":
        return {(change.field or "").lower(), (change.new or "").lower()}
    return {(change.field or f"@{change.action}").lower()}


def _apart(made: Sequence[Edit], more: Sequence[Edit], entry: Entry) -> bool:
    """Whether edits can be made together: they do not meet, or are single lines at the same place."""
    for new in more:
        for old in made:
            same_place = old.start == old.end == new.start == new.end
            if same_place and entry.fields and len(more) == 1:
                continue
            if new.start <= old.end and old.start <= new.end:
                return False
    return True


def _edits(document: Document, entry: Entry, change: Change) -> list[Edit]:
    name, new = change.field or "", fitted(document, change.new or "")
    match change.action:
        case "set" | "replace":
            return edits.set_field(document, entry, name, new)
        case "remove":
            return edits.remove_field(document, entry, name)
        case "rename":
            return edits.rename_field(document, entry, name, new)
        case "set-type":
            return edits.set_type(document, entry, new)
        case _:
            return edits.set_key(document, entry, new)


def _with_added(document: Document, added: Sequence[Added]) -> Document:
    if not added:
        return document
    if not document.data.strip() and len(added) > 1:
        # Where nothing stands yet, the first entry is what the others stand behind.
        document, added = _with_added(document, added[:1]), added[1:]
    together: list[Edit] = []
    for one in added:
        after = None if one.after is None else document.entries[one.after.index]
        together += edits.add_entry(document, one.source, after)
    return document.edited(edits.apply(document.data, together))
