"""Changes of categories.toml as a plan carries them: what to do, where, and what must still be there.

A path is the list of keys from the top: `["categories", "algorithm", "sampling"]` is a category,
`["survey", "title"]` an option.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bib2awesome.nearest import did_you_mean

__all__ = ["CATEGORIES", "TomlChange", "category_path"]

CATEGORIES = "categories"
_TOML_ACTIONS = ("add", "set", "move", "remove")
_STATUSES = ("proposed", "written", "skipped")
_SCALARS = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlChange:
    """One change of categories.toml.

    Attributes:
        action: `add` (a table), `set` (an option), `move` (a table, which renames it too) or `remove`
            (a table or an option).
        path: What it is about, as it stands before this change.
        old: Of `set` and `remove` the value that must still be there; None where there is none.
        new: Of `add` the options of the new table, of `set` the value, of `move` the new path.
        before: The sibling that a table comes to stand before; without it and `after`, behind all.
        after: The sibling that a table comes to stand behind.
        group: Name of the changes that are written together or not at all.
        status: `proposed`, `written` or `skipped`.
        reason: Why it was skipped.
    """

    action: str
    path: tuple[str, ...]
    old: Any = None
    new: Any = None
    before: str | None = None
    after: str | None = None
    group: str | None = None
    status: str = "proposed"
    reason: str | None = None

    @property
    def destination(self) -> tuple[str, ...]:
        """Where what it is about stands afterwards."""
        return tuple(self.new) if self.action == "move" else self.path

    def skipped(self, reason: str) -> TomlChange:
        """Return this change as one that was not written, and why."""
        return dataclasses.replace(self, status="skipped", reason=reason)

    def written(self) -> TomlChange:
        """Return this change as one that was written."""
        return dataclasses.replace(self, status="written")

    def problem(self) -> tuple[str, str, str | None] | None:
        """Say which attribute contradicts the action, what is wrong and a hint; None if all is well."""
        if self.action not in _TOML_ACTIONS:
            return "action", f"cannot be `{self.action}`", did_you_mean(self.action, _TOML_ACTIONS)
        if self.status not in _STATUSES:
            return "status", f"cannot be `{self.status}`", did_you_mean(self.status, _STATUSES)
        if not self.path:
            return "path", "is empty", None
        wrong = _NEW[self.action](self.new)
        return ("new", wrong, None) if wrong else None


def category_path(path: Sequence[str]) -> str:
    """Return the path of a category as people write it; of anything else its keys with dots."""
    if path[:1] in (("categories",), ["categories"]) and len(path) > 1:
        return "/".join(path[1:])
    return ".".join(path)


def _is_value(value: Any, depth: int = 4) -> bool:
    if isinstance(value, list | tuple):
        return depth > 0 and all(_is_value(item, depth - 1) for item in value)
    if isinstance(value, dict):
        return depth > 0 and all(_is_value(item, depth - 1) for item in value.values())
    return isinstance(value, _SCALARS)


def _options_problem(new: Any) -> str | None:
    if not isinstance(new, dict):
        return "is not an object of options"
    if any(isinstance(value, dict) or not _is_value(value) for value in new.values()):
        return "holds something that is no option"
    return None


def _value_problem(new: Any) -> str | None:
    return None if _is_value(new) else "is no value of an option"


def _path_problem(new: Any) -> str | None:
    keys = isinstance(new, list | tuple) and all(isinstance(key, str) for key in new)
    return None if keys and new else "is not a list of keys"


def _nothing_problem(new: Any) -> str | None:
    return None if new is None else "has no meaning for `remove`"


_NEW = {
    "add": _options_problem,
    "set": _value_problem,
    "move": _path_problem,
    "remove": _nothing_problem,
}
