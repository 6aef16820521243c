"""A plan in words: the table of its changes, what could not be done, and the line that sums it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bib2awesome.papers.changes import PROPOSED, SKIPPED, WRITTEN, Change, Plan
from bib2awesome.papers.toml_changes import TomlChange, category_path

__all__ = ["preview", "remarks", "summary"]

_NAMED = 3
"""So many further files are named; of more, their number."""
_REASONS = {
    "stale": "it changed since the plan was made",
    "filled": "the field has a value already",
    "duplicate-key": "it has no key of its own",
    "duplicate-field": "the field is there twice",
    "no-entry": "there is no such entry any more",
    "incomplete-group": "it belongs to a change that cannot be made",
    "exists": "it is there already",
    "no-table": "there is no such category",
    "written inline": "categories.toml writes it, or what it is to stand beside, inside of a line; give that a header of its own",
}


def preview(plan: Plan) -> tuple[Sequence[str], list[Sequence[str]]]:
    """Return the heading and the rows of a table with the changes that are (to be) written, proposals in brackets."""
    rows = [_toml_row(change) for change in plan.taxonomy if change.status != SKIPPED]
    rows += [_row(change) for change in plan.changes if change.status != SKIPPED]
    columns = ["entry", "change", "old", "new", "source"]
    used = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    return [columns[index] for index in used], [[row[index] for index in used] for row in rows]


def _row(change: Change) -> Sequence[str]:
    what = f"{change.action} {change.field}" if change.field else change.action
    what = f"({what})" if change.status == PROPOSED else what
    old = change.old_text if change.old_text is not None else change.old
    new = change.new_text if change.new_text is not None else change.new
    return [change.key, what, old or "", new or "", change.source or ""]


def _toml_row(change: TomlChange) -> Sequence[str]:
    new = category_path(change.new) if change.action == "move" else _said(change.new)
    return [category_path(change.path), f"{change.action} (categories.toml)", "", new, ""]


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_said(item)}" for key, item in value.items())
    return "" if value is None else str(value)


def remarks(plan: Plan) -> Iterator[str]:
    """Yield a line for everything that was not written, and why."""
    for change in plan.everything:
        if change.status == SKIPPED:
            name = change.key if isinstance(change, Change) else category_path(change.path)
            what = change.action
            if isinstance(change, Change) and change.field:
                what += f" `{change.field}`"
            reason = change.reason or ""
            yield f"skipped `{name}`: {what}: {_REASONS.get(reason, reason)}"
    for conflict in plan.conflicts:
        about = f"`{conflict.field}` of `{conflict.key}`" if conflict.field else f"`{conflict.key}`"
        both = conflict.have and conflict.found
        sides = f": has {conflict.have}, found {conflict.found}" if both else ""
        sides = " ".join(sides.split())  # a value may go over several lines
        by = f" ({conflict.url or conflict.source})" if conflict.source else ""
        yield f"conflict: {about}{sides}: {conflict.reason}{by}"


def summary(plan: Plan, files: Sequence[str] = (), *, dry: bool) -> str:
    """Return `set: 3 changes to 2 entries written, main.tex written, 1 skipped`.

    Args:
        plan: What became of it.
        files: The names of further files that are written with the survey's.
        dry: Whether nothing was to be written.
    """
    parts = []
    for status, words in (
        (WRITTEN, "would be made" if dry else "written"),
        (PROPOSED, "proposed (in brackets)"),
    ):
        changes = [change for change in plan.changes if change.status == status]
        taxonomy = [change for change in plan.taxonomy if change.status == status]
        if changes:
            entries = len({change.key.lower() for change in changes})
            parts.append(f"{_count(len(changes), 'change')} to {_count(entries, 'entry')} {words}")
        if taxonomy:
            parts.append(f"{_count(len(taxonomy), 'change')} to categories.toml {words}")
    if files:
        names = ", ".join(files) if len(files) <= _NAMED else f"{len(files)} further files"
        parts.append(f"{names} {'would change' if dry else 'written'}")
    skipped = sum(change.status == SKIPPED for change in plan.everything)
    if skipped:
        parts.append(f"{skipped} skipped")
    return f"{plan.command}: {', '.join(parts) or 'nothing to change'}"


def _count(number: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"
