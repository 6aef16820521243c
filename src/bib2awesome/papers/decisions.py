"""What the author decided, so that nobody asks again: `.bib2awesome/decisions.jsonl`.

One line per decision: key, field, decision (`rejected` or `chosen`), value, source, url, decided. A
decision is about an entry, a field (None is the whole entry) and a value; a later one on the same
three replaces it. `--reconsider` adds a line with the decision `reconsidered`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bib2awesome.bib.entry import fold
from bib2awesome.papers import journal

__all__ = [
    "BY_AUTHOR",
    "CHOSEN",
    "NAME",
    "RECONSIDERED",
    "REJECTED",
    "Decision",
    "Decisions",
    "candidate_id",
]

NAME = "decisions.jsonl"
REJECTED, CHOSEN, RECONSIDERED = "rejected", "chosen", "reconsidered"
BY_AUTHOR = "chosen by the author"
"""The reason of what follows from a decision."""
RENAMED = "renamed"
"""The entry of this key was called `value` before."""


class Decision(NamedTuple):
    """One decision.

    Attributes:
        key: The entry's citation key.
        field: The field it is about; None for the whole entry (an upgrade, a candidate).
        decision: `rejected`, `chosen` or `reconsidered`.
        value: What was rejected or chosen: a field's text, or the identifier of a candidate; of
            `reconsidered` None forgets every value of the field.
        source: Who had proposed it, or None.
        url: Where it can be looked up, or None.
    """

    key: str
    field: str | None
    decision: str
    value: str | None
    source: str | None = None
    url: str | None = None


def candidate_id(doi: str | None, url: str | None) -> tuple[str | None, str | None]:
    """Return field and value of a decision on a candidate: its DOI, else its address for the whole entry."""
    return ("doi", doi) if doi else (None, url)


class Decisions:
    """The decisions of a survey.

    Args:
        decisions: In the order in which they were taken.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._of: dict[str, dict[tuple[str | None, str | None], Decision]] = {}
        for one in decisions:
            self._take(one)

    def _take(self, one: Decision) -> None:
        key = fold(one.key)
        if one.decision == RENAMED:
            before = self._of.pop(fold(one.value or ""), {})
            self._of[key] = before | self._of.get(key, {})
            return
        its = self._of.setdefault(key, {})
        if one.decision != RECONSIDERED:
            its[one.field, one.value] = one
        elif one.value is not None:
            its.pop((one.field, one.value), None)
        else:
            for about in [about for about in its if one.field in (None, about[0])]:
                del its[about]

    @classmethod
    def load(cls, folder: Path) -> Decisions:
        """Read the decisions of the survey in `folder`; there are none where there is no file.

        Raises:
            InputError: The file cannot be read.
        """
        found = (_decision(line) for line in journal.read(folder, NAME))
        return cls(one for one in found if one is not None)

    def rejected(self, key: str, field: str | None, value: str | None) -> bool:
        """Whether the author said no to this value."""
        one = self._of.get(fold(key), {}).get((field, value))
        return one is not None and one.decision == REJECTED

    def chosen(self, key: str, field: str | None) -> str | None:
        """Return the value that the author chose last for a field, or None."""
        its = self._of.get(fold(key), {}).values()
        values = [one.value for one in its if one.field == field and one.decision == CHOSEN]
        return values[-1] if values else None

    @staticmethod
    def append(folder: Path, decisions: Iterable[Decision]) -> None:
        """Add decisions to the survey's file.

        Raises:
            InputError: The file system refuses.
        """
        time = journal.now()
        journal.append(folder, NAME, [one._asdict() | {"decided": time} for one in decisions])

    @classmethod
    def rename(cls, folder: Path, names: Mapping[str, str]) -> None:
        """Link new keys to the old ones (`names` is old to new), as far as something was decided there.

        Raises:
            InputError: The file cannot be read or written.
        """
        known = cls.load(folder)
        cls.append(
            folder,
            [Decision(new, None, RENAMED, old) for old, new in names.items() if old in known],
        )

    def __contains__(self, key: str) -> bool:
        """Whether something was decided about an entry."""
        return bool(self._of.get(fold(key)))


def _decision(line: Mapping[str, Any]) -> Decision | None:
    values = {name: line.get(name) for name in Decision._fields}
    if any(not isinstance(value, str | None) for value in values.values()):
        return None
    if values["key"] is None or values["decision"] is None:
        return None
    return Decision(**values)  # type: ignore[arg-type]
