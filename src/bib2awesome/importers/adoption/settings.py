"""What `--adopt` says in categories.toml: options of categories and of `[render]`, in tables new or old."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bib2awesome.importers.rendered.proposals import setting_of
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.toml_changes import TomlChange

__all__ = ["Settings"]


class Settings:
    """Changes of categories.toml in the making.

    Args:
        before: The survey with the file as it is.
        changes: What is changed already.
    """

    def __init__(self, before: Survey, changes: Iterable[TomlChange]) -> None:
        self.before = before
        self.changes = list(changes)

    def inherited(self, path: str | None, option: str, default: Any) -> Any:
        """Return what holds in a category by what is set so far."""
        while path:
            keys = ("categories", *path.split("/"))
            for change in self.changes:
                if change.path == keys and change.action == "add" and option in (change.new or {}):
                    return change.new[option]
                if change.path == (*keys, option):
                    return change.new
            path = path.rpartition("/")[0]
        return default

    def option(self, path: str, option: str, value: Any) -> None:
        """Set an option of a category."""
        self.put(("categories", *path.split("/")), option, value)

    def put(self, keys: tuple[str, ...], option: str, value: Any) -> None:
        """Set an option in the table that is added, else in the one that is there."""
        for number, change in enumerate(self.changes):
            if change.action == "add" and change.path == keys:
                self.changes[number] = replace(change, new={**change.new, option: value})
                return
        have = setting_of(self.before, (*keys, option))
        if have != value:
            self.changes.append(TomlChange(action="set", path=(*keys, option), old=have, new=value))

    def render(self, option: str, value: Any) -> None:
        """Set an option of `[render]`."""
        if (
            not any(change.path == ("render",) for change in self.changes)
            and not self.before.config_data
        ):
            self.changes.append(TomlChange(action="add", path=("render",), new={}))
        self.put(("render",), option, value)

    def labels(self, labels: Mapping[str, str]) -> None:
        """Set the display texts of links that have none."""
        have = setting_of(self.before, ("render", "labels"))
        if have is None:
            self.changes.append(
                TomlChange(action="add", path=("render", "labels"), new=dict(labels))
            )
            return
        for name, text in labels.items():
            if name not in have:
                self.put(("render", "labels"), name, text)
