"""The one change path: a `Plan` of `Change`s, as every writing command makes, prints and applies it.

Its JSON form is what `--json` prints and `--plan FILE` saves. A plan that comes back from a disk is data:
its shape is checked by `bib2awesome.papers.plan_reading`, its values before they are written
(`bib2awesome.papers.writing`), and no text in it ever becomes a path.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bib2awesome.errors import InputError, Place
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.toml_changes import TomlChange

__all__ = [
    "ACTIONS",
    "PROPOSED",
    "SKIPPED",
    "SPANNING",
    "VERSION",
    "WRITTEN",
    "Absent",
    "Ambiguous",
    "Change",
    "Conflict",
    "Plan",
    "Unasked",
]

VERSION = 1
ACTIONS = (
    "set",
    "replace",
    "remove",
    "rename",
    "set-type",
    "set-key",
    "add-entry",
    "remove-entry",
)
PROPOSED, WRITTEN, SKIPPED = "proposed", "written", "skipped"
STATUSES = (PROPOSED, WRITTEN, SKIPPED)
SPANNING = frozenset({"category", "merge", "rename-key"})
"""Groups whose changes belong together across entries, and with those of categories.toml."""
ON_FIELDS = frozenset({"set", "replace", "remove", "rename"})
_NEEDS_NEW = frozenset(ACTIONS) - {"remove", "remove-entry"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change to one entry.

    Attributes:
        key: The entry's citation key before the plan; of `add-entry` the new entry's.
        action: One of `ACTIONS`.
        field: The field's name in lower case; None for a change of the whole entry.
        old: The source that must still be there: of the field's value with its delimiters (None where
            it is absent), of `set-type` and `set-key` the type or key, of `remove-entry` the entry.
        new: The source to write; of `rename` the field's new name, of `add-entry` the whole entry.
        old_text: `old` resolved to text, for people.
        new_text: `new` resolved to text, for people.
        source: Where the fact comes from.
        url: Where it can be looked up.
        score: How sure it is, from 0 to 1.
        reasons: Why it is believed.
        group: Name of the changes of this entry (of all entries, if it is one of `SPANNING`) that are
            written together or not at all.
        after: Key of the entry that `add-entry` goes behind (None is the end of the file), or that
            `remove-entry` stood behind.
        status: `proposed`, `written` or `skipped`.
        reason: Why it was skipped: `stale`, `duplicate-key`, `filled`, …
        retrieved: When a source said so, in ISO 8601; None is "when it is written".
    """

    key: str
    action: str
    field: str | None = None
    old: str | None = None
    new: str | None = None
    old_text: str | None = None
    new_text: str | None = None
    source: str | None = None
    url: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    group: str | None = None
    after: str | None = None
    status: str = PROPOSED
    reason: str | None = None
    retrieved: str | None = None

    def skipped(self, reason: str) -> Change:
        """Return this change as one that was not written, and why."""
        return dataclasses.replace(self, status=SKIPPED, reason=reason)

    def written(self) -> Change:
        """Return this change as one that was written."""
        return dataclasses.replace(self, status=WRITTEN)

    def problem(self) -> tuple[str, str, str | None] | None:
        """Say which attribute contradicts the action, what is wrong and a hint; None if all is well."""
        if self.action not in ACTIONS:
            return "action", f"cannot be `{self.action}`", did_you_mean(self.action, ACTIONS)
        if self.status not in STATUSES:
            return "status", f"cannot be `{self.status}`", did_you_mean(self.status, STATUSES)
        if (self.field is not None) != (self.action in ON_FIELDS):
            wrong = "is missing" if self.field is None else "has no meaning"
            return "field", f"{wrong} for `{self.action}`", None
        if (self.new is not None) != (self.action in _NEEDS_NEW):
            wrong = "is missing" if self.new is None else "has no meaning"
            return "new", f"{wrong} for `{self.action}`", None
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """More than one credible answer; the author chooses among the candidates."""

    key: str
    field: str | None = None
    reason: str = ""
    candidates: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What was found cannot be written, or is not what the entry has."""

    key: str
    field: str | None = None
    have: str | None = None
    found: str | None = None
    source: str | None = None
    url: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """The sources that were asked and have nothing."""

    key: str
    field: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """A source that could not be asked, and why."""

    key: str
    source: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a command would change, and what it could not decide.

    Attributes:
        command: The command that made it.
        bib: The file it was made for, for people; never opened because a plan names it.
        changes: In the order in which they are applied.
        taxonomy: Changes of categories.toml, applied together with the others, all or none.
        requests: How often each source was asked.
        more: Further members of the JSON object that one command adds (`notes` of `import`).
    """

    command: str
    bib: str | None = None
    changes: tuple[Change, ...] = ()
    taxonomy: tuple[TomlChange, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    absent: tuple[Absent, ...] = ()
    unasked: tuple[Unasked, ...] = ()
    requests: Mapping[str, int] = dataclasses.field(default_factory=dict)
    more: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    LISTS: ClassVar[Mapping[str, type[Any]]] = {
        "changes": Change,
        "taxonomy": TomlChange,
        "ambiguous": Ambiguous,
        "conflicts": Conflict,
        "absent": Absent,
        "unasked": Unasked,
    }

    @property
    def written(self) -> bool:
        """Whether any of its changes has been written."""
        return any(change.status == WRITTEN for change in self.everything)

    @property
    def everything(self) -> tuple[Change | TomlChange, ...]:
        """The changes of categories.toml and of entries."""
        return (*self.taxonomy, *self.changes)

    def to_json(self) -> dict[str, Any]:
        """Return the object that `--json` prints; every value is of JSON's own types."""
        return {
            "command": self.command,
            "version": VERSION,
            "bib": self.bib,
            "written": self.written,
            **{name: [_as_json(item) for item in getattr(self, name)] for name in self.LISTS},
            "requests": dict(self.requests),
            **self.more,
        }

    @classmethod
    def from_json(cls, raw: object, name: str = "plan") -> Plan:
        """Read a plan's JSON object; members that are not known are ignored, as keys may be added.

        Args:
            raw: What a JSON parser returned.
            name: How messages name the plan.

        Raises:
            InputError: With every place where the object is not a plan of version 1.
        """
        from bib2awesome.papers.plan_reading import read  # noqa: PLC0415  (only `apply` reads a plan)

        return read(raw, name)

    @classmethod
    def loads(cls, data: bytes, name: str = "plan") -> Plan:
        """Read the bytes of a saved plan.

        Raises:
            InputError: They are not UTF-8, not JSON, or not a plan.
        """
        import json  # noqa: PLC0415  (as above)

        try:
            raw = json.loads(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise InputError("the plan is not UTF-8", place=Place(name)) from None
        except json.JSONDecodeError as error:
            place = Place(name, error.lineno, error.colno)
            raise InputError(f"not JSON: {error.msg}", place=place) from None
        except (ValueError, RecursionError) as error:
            what = "a number is too long" if isinstance(error, ValueError) else "nested too deeply"
            raise InputError(f"not a plan: {what}", place=Place(name)) from None
        return cls.from_json(raw, name)


def _as_json(item: Any) -> dict[str, Any]:
    values = {name: getattr(item, name) for name in item.__dataclass_fields__}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }
