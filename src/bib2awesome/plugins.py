"""What can be added as one new file: targets, rules, sources, importers; ours and third parties'.

Ours are the modules of a room's folder, named after their file; those of others come from entry
points (https://packaging.python.org/specifications/entry-points/). Names are known without importing
anything, and one is loaded without the others, so that starting up costs what is used.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from bib2awesome.errors import InputError
from bib2awesome.nearest import did_you_mean

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint
    from types import ModuleType

__all__ = ["GROUPS", "Registry", "load", "module_names"]


class _Group(NamedTuple):
    what: str
    folders: tuple[str, ...]
    entry_points: str
    not_plugins: frozenset[str] = frozenset({"base"})


GROUPS: Mapping[str, _Group] = {
    "targets": _Group("target", ("bib2awesome.render.targets",), "bib2awesome.outputs"),
    "rules": _Group(
        "rule",
        ("bib2awesome.check.offline", "bib2awesome.check.online", "bib2awesome.check.latex"),
        "bib2awesome.rules",
    ),
    "sources": _Group(
        "source",
        ("bib2awesome.sources",),
        "bib2awesome.sources",
        frozenset(
            "access ask base cache http lanes links pace pages people run service shapes titles".split()
        ),
    ),
    "importers": _Group(
        "importer",
        ("bib2awesome.importers",),
        "bib2awesome.importers",
    ),
}


class Registry(Mapping[str, Any]):
    """The plugins of one group by name; a name is imported when it is asked for.

    Our own win over a third party's of the same name, and asking for one of ours does not even look
    at the installed distributions (that alone costs more than a start-up of Python).

    Args:
        group: What the plugins are and where they come from.
    """

    def __init__(self, group: _Group) -> None:
        self._group = group

    @cached_property
    def _own(self) -> dict[str, str]:
        """Our modules by plugin name: the file's name with dashes; private files are none."""
        return {
            name.replace("_", "-"): f"{folder}.{name}"
            for folder in self._group.folders
            if _exists(folder)
            for name in module_names(importlib.import_module(folder))
            if name not in self._group.not_plugins
        }

    @cached_property
    def _others(self) -> dict[str, list[EntryPoint]]:
        from importlib.metadata import entry_points  # noqa: PLC0415  (15 ms; ours do without)

        found: dict[str, list[EntryPoint]] = {}
        for point in entry_points(group=self._group.entry_points):
            found.setdefault(point.name, []).append(point)
        return found

    def __getitem__(self, name: str) -> Any:
        """Import and return one plugin.

        Raises:
            KeyError: There is none of that name; `find` says it in a sentence.
            InputError: A third party's does not load, or two distributions claim the name.
        """
        module = self._own.get(name)
        if module is not None:
            return importlib.import_module(module)
        points = self._others[name]
        if len(points) > 1:
            raise InputError(
                f"the {self._group.what} `{name}` comes from more than one distribution: "
                + ", ".join(sorted(f"`{_distribution(point)}`" for point in points)),
                hint="uninstall all but one",
            )
        return self._loaded(points[0])

    def _loaded(self, point: EntryPoint) -> Any:
        try:
            return point.load()
        except (Exception, SystemExit) as error:  # a plugin's import may raise anything
            raise InputError(
                f"the {self._group.what} `{point.name}` of the distribution "
                f"`{_distribution(point)}` cannot be loaded: {type(error).__name__}: {error}",
                hint=f"upgrade or uninstall `{_distribution(point)}`",
            ) from error

    def module(self, name: str) -> str | None:
        """Return the name of the module of one of ours, without importing it; None for others."""
        return self._own.get(name)

    def __contains__(self, name: object) -> bool:
        """Whether there is a plugin of that name; asks the distributions only when it is not ours."""
        return name in self._own or name in self._others

    def __iter__(self) -> Iterator[str]:
        """Yield the names, sorted: no order ever comes from discovery."""
        return iter(sorted({*self._own, *self._others}))

    def ours_first(self) -> Iterator[str]:
        """Yield the names, ours before the others: who stops at one of ours pays for no distribution."""
        yield from sorted(self._own)
        yield from sorted(self._others.keys() - self._own.keys())

    def __len__(self) -> int:
        """Return how many there are."""
        return len({*self._own, *self._others})

    def find(self, name: str) -> Any:
        """Return one plugin.

        Raises:
            InputError: There is none of that name (with the nearest ones), or it does not load.
        """
        if name not in self:
            raise InputError(f"unknown {self._group.what} `{name}`", hint=did_you_mean(name, self))
        return self[name]


@cache
def load(group: str) -> Registry:
    """Return the plugins of a group: `targets`, `rules`, `sources` or `importers`."""
    return Registry(GROUPS[group])


def module_names(package: ModuleType) -> list[str]:
    """Return the names of a package's public modules, without importing them; folders are none."""
    # Not with pkgutil, which takes longer to import than the commands themselves.
    files = [name for folder in package.__path__ for name in os.listdir(folder)]  # noqa: PTH208
    public = (name for name in files if name.endswith(".py") and not name.startswith("_"))
    return sorted(name.removesuffix(".py") for name in public)


def _exists(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except ModuleNotFoundError:
        return False


def _distribution(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else point.value
