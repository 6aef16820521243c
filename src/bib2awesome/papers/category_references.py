"""How references to categories follow a tree that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bib2awesome.papers.taxonomy import AmbiguousCategoryError, Taxonomy, UnknownCategoryError
from bib2awesome.papers.toml_changes import CATEGORIES, TomlChange

__all__ = ["Moved", "keys_of", "moved_by", "reference_after"]

Moved = Callable[[str], "str | None"]
"""Takes the path of a category and gives its path afterwards; None where it is gone."""


def keys_of(path: str) -> tuple[str, ...]:
    """Return the keys of a category in categories.toml by its path."""
    return (CATEGORIES, *path.split("/"))


def reference_after(text: str, before: Taxonomy, moved: Moved, after: Taxonomy) -> str | None:
    """Return a reference to a category as it has to be written once the tree has changed.

    Args:
        text: What is written; what means nothing stays as it is, and so does what still means the same.
        before: The tree as it was.
        moved: Gives the new path of an old one.
        after: The tree as it will be.
    """
    try:
        old = before.resolve(text).path
    except (UnknownCategoryError, AmbiguousCategoryError):
        return text
    new = moved(old)
    if new != old or new is None:
        return new
    try:
        return text if after.resolve(text).path == new else new
    except (UnknownCategoryError, AmbiguousCategoryError):
        return new


def moved_by(changes: Iterable[TomlChange]) -> Moved:
    """Return what tells where changes of categories.toml take a category."""
    relevant = [one for one in changes if one.path[0] == CATEGORIES]

    def moved(path: str) -> str | None:
        keys = keys_of(path)
        for change in relevant:
            if keys[: len(change.path)] != change.path:
                continue
            if change.action == "move":
                keys = (*change.new, *keys[len(change.path) :])
            elif change.action == "remove" and isinstance(change.old, dict):
                return None
        return "/".join(keys[1:])

    return moved
