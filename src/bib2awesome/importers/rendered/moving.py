"""Entries that move in survey.bib, so that `render` shows papers in the order that somebody gave them in a list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bib2awesome.papers.changes import Change, Plan
from bib2awesome.papers.survey import Survey

__all__ = ["moved"]


def moved(plan: Plan, orders: Sequence[Sequence[str]], before: Survey, after: Survey) -> Plan:
    """Return a plan that also moves entries, so that those of each order follow each other.

    As few as possible move. A new entry is added in its place; one that is there is taken out and put in
    again, with whatever the plan changes in it.

    Args:
        plan: What changes without any move.
        orders: Citation keys in the order that is wanted, several if need be.
        before: The survey.
        after: The survey as the plan makes it.
    """
    entries = after.documents[0].entries
    places = {entry.key: number for number, entry in enumerate(entries)}
    old = {entry.key: entry for entry in before.documents[0].entries}
    above = dict(zip([*old][1:], old, strict=False))
    behind: dict[str, str] = {}
    keys = [entry.key for entry in entries]
    for order in orders:
        behind |= _behind([key for key in order if key in places], places, keys)
    if not behind:
        return plan
    text = after.documents[0].text
    sources = {key: text(entries[places[key]].start, entries[places[key]].end) for key in behind}
    kept = [change for change in plan.changes if change.key not in behind]
    added = {one.key: one for one in plan.changes if one.action == "add-entry"}
    for key, other in behind.items():
        entry = old.get(key)
        if entry is None:
            new = added[key]
        else:  # both changes are made or none
            new = Change(
                key=key, action="add-entry", source="list", reasons=("moved",), group="move"
            )
            was = before.documents[0].text(entry.start, entry.end)
            gone = replace(new, action="remove-entry", old=was, after=above.get(key))
            kept.append(gone)
        kept.append(replace(new, new=sources[key], after=other))
    return replace(plan, changes=tuple(kept))


def _behind(
    keys: Sequence[str], places: Mapping[str, int], all_keys: Sequence[str]
) -> dict[str, str]:
    """Return which entries move, and behind which, in the order in which they have to."""
    stay = _longest_rising(keys, places)
    found: dict[str, str] = {}
    first = keys.index(next(key for key in keys if key in stay)) if keys else 0
    at = places[keys[first]] if keys else 0
    head = keys[:first]
    if head:
        above = all_keys[at - 1] if at else keys[first]
        for key in head:
            found[key] = above
            above = key
        if not at:
            found[keys[first]] = (
                above  # nothing stands above it: it goes below what comes first now
            )
    previous = keys[first] if keys else ""
    for key in keys[first + 1 :]:
        if key not in stay:
            found[key] = previous
        previous = key
    return found


def _longest_rising(keys: Sequence[str], places: Mapping[str, int]) -> frozenset[str]:
    """Return the most keys whose entries are in that order already."""
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str] = {}
    for key in keys:
        at = bisect_left(tails, places[key])
        if at:
            before[key] = ends[at - 1]
        tails[at : at + 1] = [places[key]]
        ends[at : at + 1] = [key]
    found = set()
    key = ends[-1] if ends else ""
    while key:
        found.add(key)
        key = before.get(key, "")
    return frozenset(found)
