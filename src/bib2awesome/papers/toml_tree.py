"""The parsed values of categories.toml, and changes made on them: what the edited text has to say."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from typing import Any

from bib2awesome.papers.rehearsal import STALE
from bib2awesome.papers.toml_changes import TomlChange

__all__ = ["Keys", "Tree", "parsed", "rehearsed", "says", "value_at"]

Tree = dict[str, Any]
Keys = tuple[str, ...]

EXISTS = "exists"
"""There is such a table already."""
NO_TABLE = "no-table"
"""There is no such table, or none that the new one could stand in."""


def parsed(text: str) -> Tree:
    """Return the values of a text, in which a line ends as TOML has it, without a carriage return.

    Raises:
        ValueError: It is not TOML.
    """
    return tomllib.loads(text.replace("\r\n", "\n"))


def says(text: str, planned: Tree) -> bool:
    """Whether a text is TOML that says what was planned."""
    try:
        return _filled(parsed(text)) == _filled(planned)
    except ValueError:
        return False


def _filled(tree: Tree) -> Tree:
    """Return the values without empty tables of the first level, which need no header."""
    return {key: value for key, value in tree.items() if value != {}}


def value_at(tree: Tree, path: Keys) -> Any:
    """Return the value at a path, a table as a dictionary; None where there is none."""
    value: Any = tree
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value


def rehearsed(tree: Tree, change: TomlChange) -> str | None:
    """Make a change on the values; returns why where it cannot be made, else None."""
    match change.action:
        case "add":
            return _put(tree, change.path, _own(change.new))
        case "set":
            return _set(tree, change)
        case "move":
            return _move(tree, change)
        case _:
            if change.old is None or value_at(tree, change.path) != _own(change.old):
                return STALE
            del value_at(tree, change.path[:-1])[change.path[-1]]
            return None


def _own(value: Any) -> Any:
    """Return a copy as TOML has it: lists for tuples."""
    if isinstance(value, dict):
        return {key: _own(item) for key, item in value.items()}
    return [_own(item) for item in value] if isinstance(value, list | tuple) else value


def _put(tree: Tree, path: Keys, value: Any) -> str | None:
    if value_at(tree, path) is not None:
        return EXISTS
    if len(path) == 1 or (len(path) == 2 and path[0] not in tree):  # noqa: PLR2004
        parent = tree if len(path) == 1 else tree.setdefault(path[0], {})
    else:
        parent = value_at(tree, path[:-1])
    if not isinstance(parent, dict):
        return NO_TABLE
    parent[path[-1]] = value
    return None


def _set(tree: Tree, change: TomlChange) -> str | None:
    *above, key = change.path
    if value_at(tree, change.path) != _own(change.old):
        return STALE
    table = value_at(tree, tuple(above)) if above else tree
    if table is None and len(above) == 1:
        table = tree.setdefault(above[0], {})
    if not isinstance(table, dict):
        return NO_TABLE
    table[key] = _own(change.new)
    return None


def _move(tree: Tree, change: TomlChange) -> str | None:
    value, new = value_at(tree, change.path), tuple(change.new)
    if not isinstance(value, dict):
        return NO_TABLE
    if new[: len(change.path)] == change.path and new != change.path:
        return NO_TABLE  # into itself
    del value_at(tree, change.path[:-1])[change.path[-1]]
    return _put(tree, new, deepcopy(value))
