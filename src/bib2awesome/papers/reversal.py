"""A plan the other way around: what it wrote is taken back.

What comes back as it was, byte for byte: fields that were set or replaced, types, keys, tables that were
added or renamed. A field that was removed comes back where a new field is put, an entry that was removed
behind the entry it stood behind (the first of a file at the end), a table without its comments, a
category that was moved as the last one below its old parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bib2awesome.papers.changes import PROPOSED, SKIPPED, Change, Plan
from bib2awesome.papers.toml_changes import TomlChange

__all__ = ["reversed_plan"]

_ENTRIES = frozenset({"add-entry", "remove-entry"})


def reversed_plan(plan: Plan) -> Plan:
    """Return the plan that takes back a plan, as far as that was or would be written.

    As any plan, it changes only what still says what the first one wrote.
    """
    done = [change for change in plan.changes if change.status != SKIPPED]
    names = {one.key: one.new for one in done if one.action == "set-key" and one.new}
    # Entries come back in their own order, so that one can stand behind another that comes back; one that
    # was moved has to go before it comes.
    whole = [_backwards(one, names) for one in done if one.action in _ENTRIES]
    whole.sort(key=lambda one: one.action == "add-entry")
    parts = [_backwards(one, names) for one in reversed(done) if one.action not in _ENTRIES]
    taxonomy = [one for one in reversed(plan.taxonomy) if one.status != SKIPPED]
    return Plan(
        command=plan.command,
        bib=plan.bib,
        changes=(*parts, *whole),
        taxonomy=tuple(back for one in taxonomy for back in _taken_back(one)),
    )


def _backwards(change: Change, names: Mapping[str, str]) -> Change:
    key = names.get(change.key, change.key)
    back = Change(
        key=key,
        action=change.action,
        field=change.field,
        old=change.new,
        new=change.old,
        old_text=change.new_text,
        new_text=change.old_text,
        group=change.group,
    )
    match change.action:
        case "set":
            # An empty field was filled, or a new one added.
            back = replace(back, action="remove" if change.old is None else "replace")
        case "remove":
            back = replace(back, action="set")
        case "rename":
            name = (change.new or "").lower()
            back = replace(back, field=name, old=change.old, new=change.field)
        case "add-entry":
            back = replace(back, action="remove-entry")
        case "remove-entry":
            after = None if change.after is None else names.get(change.after, change.after)
            back = replace(back, action="add-entry", after=after)
    return back


def _taken_back(change: TomlChange) -> Iterator[TomlChange]:
    fresh = replace(change, status=PROPOSED, reason=None, before=None, after=None)
    match change.action:
        case "add":
            yield replace(fresh, action="remove", old=change.new, new=None)
        case "move":
            yield replace(fresh, path=tuple(change.new), new=list(change.path))
        case "remove":
            yield from _added(fresh)
        case _ if change.old is None:
            yield replace(fresh, action="remove", old=change.new, new=None)
        case _:
            yield replace(fresh, old=change.new, new=change.old)


def _added(change: TomlChange) -> Iterator[TomlChange]:
    """Yield the changes that add a table, then those below it; an option is set again."""
    if not isinstance(change.old, dict):
        yield replace(change, action="set", old=None, new=change.old)
        return
    options = {name: one for name, one in change.old.items() if not isinstance(one, dict)}
    yield replace(change, action="add", old=None, new=options)
    for name, below in change.old.items():
        if isinstance(below, dict):
            yield from _added(replace(change, path=(*change.path, name), old=below))
