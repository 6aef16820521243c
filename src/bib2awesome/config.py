"""categories.toml: the survey's title and citation, its category tree and the settings.

Every key is declared once, in a class of `bib2awesome.config_settings`: its type, default, help and choices.
Validation, defaults and the documentation come from there (`options`). Targets declare the options
of their own `[render.NAME]` table in the same words. A table below a category is a category and an
option is never a table, so the two cannot collide.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bib2awesome.config_options import Option, Reader, Settings, short
from bib2awesome.config_places import Places
from bib2awesome.config_settings import (
    SOURCES,
    CategorySettings,
    CheckSettings,
    Column,
    EnrichSettings,
    RenderSettings,
    SourceSettings,
    SurveySettings,
    TableSettings,
)
from bib2awesome.config_text import parsed
from bib2awesome.errors import Finding, InputError, Place
from bib2awesome.nearest import did_you_mean

__all__ = [
    "ID_HINT",
    "CategorySettings",
    "CheckSettings",
    "Column",
    "Config",
    "EnrichSettings",
    "Option",
    "RenderSettings",
    "SourceSettings",
    "SurveySettings",
    "TableSettings",
    "id_problem",
    "load",
    "loads",
    "options",
]

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_HINT = "ids are lower-case letters and digits with single dashes, such as `noise-schedule`"


class Config(Settings):
    """A checked categories.toml, with defaults where it says nothing.

    Attributes:
        path: The file, or None where there is none and defaults hold.
        options: For each `[render.NAME]` table that is there, its checked values by key as written
            (`"max-rows"`), without defaults; `table` adds those.
        places: Finds the place of a key, for findings of others.
    """

    path: Path | None = None
    survey: SurveySettings = SurveySettings()
    categories: tuple[CategorySettings, ...] = ()
    tables: Mapping[str, TableSettings] = MappingProxyType({})
    render: RenderSettings = RenderSettings()
    enrich: EnrichSettings = EnrichSettings()
    check: CheckSettings = CheckSettings()
    sources: Mapping[str, SourceSettings] = MappingProxyType({})
    options: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    places: Places = Places()

    def _values(self) -> dict[str, Any]:
        """Return what makes two files the same; where it stands in them does not."""
        return {name: value for name, value in vars(self).items() if name != "places"}

    def table(self, name: str, options: Sequence[Option]) -> Mapping[str, Any]:
        """Return the values of `[render.NAME]` by key, with the defaults of a target's `options`."""
        return {option.name: option.default for option in options} | dict(
            self.options.get(name, {})
        )

    def changed(self, target: str, **values: Any) -> Config:
        """Return these settings with other values in `[render.TARGET]`, as a command line wants them."""
        options = {**self.options, target: {**self.options.get(target, {}), **values}}
        return Config(**{**vars(self), "options": MappingProxyType(options)})

    def place(self, *path: str | int, value: bool = True) -> Place:
        """Return the place of the value (or the key) at `path`, such as `("render", "item")`."""
        return self.places.of(path, value=value)


def options() -> tuple[Option, ...]:
    """Return every key of categories.toml but the targets' own, each with its table in `where`."""
    tables: tuple[tuple[str, type[Settings]], ...] = (
        ("survey", SurveySettings),
        ("categories.*", CategorySettings),
        ("tables.*", TableSettings),
        ("render", RenderSettings),
        ("check", CheckSettings),
        ("enrich", EnrichSettings),
        ("sources.*", SourceSettings),
    )
    return tuple(
        option._replace(where=where) for where, settings in tables for option in settings.declared
    )


def load(
    path: Path | None,
    targets: Mapping[str, object] | None = None,
    *,
    sources: Container[str] = SOURCES,
    data: bytes | None = None,
    name: str | None = None,
) -> Config:
    """Read and check categories.toml.

    Args:
        path: The file; None gives the defaults.
        targets: The registered targets by name (`plugins.load("targets")`): they decide which names
            and `[render.NAME]` tables exist, and their `options` attribute what is in them. None
            leaves both unchecked.
        sources: The registered sources (`plugins.load("sources")`); only asked for names that are not
            ours.
        data: The file's bytes where the caller has read them.
        name: How places name the file; its last part by default.

    Raises:
        InputError: With every problem of the file and its place.
    """
    if path is None:
        return Config()
    return loads(
        path.read_bytes() if data is None else data,
        targets,
        sources=sources,
        path=path,
        name=name or path.name,
    )


def loads(
    data: bytes,
    targets: Mapping[str, object] | None = None,
    *,
    sources: Container[str] = SOURCES,
    path: Path | None = None,
    name: str = "categories.toml",
) -> Config:
    """Check the bytes of a categories.toml; arguments and errors as of `load`."""
    places, raw = parsed(data, name)
    reader = Reader(places)
    try:
        config = _config(reader, raw, targets, sources, path)
    except RecursionError:
        raise InputError("categories are nested too deeply", place=Place(name)) from None
    if reader.findings:
        raise InputError(sorted(reader.findings, key=_by_place))
    return config


def _by_place(finding: Finding) -> tuple[int, int]:
    place = finding.place or Place("")
    return place.line or 0, place.column or 0


def _config(
    reader: Reader,
    raw: Mapping[str, Any],
    targets: Mapping[str, object] | None,
    sources: Container[str],
    path: Path | None,
) -> Config:
    known = ("survey", "categories", "tables", "render", "check", "enrich", "sources")
    for name, value in raw.items():
        if name not in known:
            reader.unknown((name,), known, "table" if isinstance(value, dict) else "key")
    tables = {name: reader.table(raw.get(name, {}), (name,)) for name in known}
    render, of_targets = _render(reader, tables["render"], targets)
    return Config(
        path=path,
        survey=SurveySettings(
            **reader.options(tables["survey"], SurveySettings.declared, ("survey",))
        ),
        categories=tuple(
            _category(reader, id_, value, ("categories", id_))
            for id_, value in tables["categories"].items()
        ),
        tables=_tables(reader, tables["tables"]),
        render=render,
        check=CheckSettings(**reader.options(tables["check"], CheckSettings.declared, ("check",))),
        enrich=_enrich(reader, tables["enrich"], sources),
        sources=_sources(reader, tables["sources"], sources),
        options=MappingProxyType(of_targets),
        places=reader.places,
    )


def id_problem(text: str) -> str | None:
    """Say that a text cannot be the id of a category, or return None."""
    return None if re.fullmatch(_ID, text) else f"`{short(text)}` cannot be the id of a category"


def _category(reader: Reader, id_: str, raw: Any, path: tuple[str, ...]) -> CategorySettings:
    if not isinstance(raw, dict) and len(path) == len(("categories", id_)):
        reader.problem(path, f"`{'.'.join(path)}` is not a category", "a category is a table")
        return CategorySettings(id=id_)
    wrong = id_problem(id_)
    if wrong is not None:
        reader.problem(path, wrong, ID_HINT)
    below = {name: value for name, value in raw.items() if isinstance(value, dict)}
    own = {name: value for name, value in raw.items() if name not in below}
    values = reader.options(own, CategorySettings.declared, path)
    if "columns" in values:
        values["columns"] = tuple(Column(**row) for row in values["columns"])
    children = tuple(
        _category(reader, child, value, (*path, child)) for child, value in below.items()
    )
    return CategorySettings(id=id_, children=children, **values)


def _tables(reader: Reader, raw: Mapping[str, Any]) -> Mapping[str, TableSettings]:
    found: dict[str, TableSettings] = {}
    for name, value in raw.items():
        path = ("tables", name)
        if not re.fullmatch(_ID, name):
            hint = "names are lower-case letters and digits with single dashes"
            reader.problem(path, f"`{short(name)}` cannot be the name of a table", hint)
        values = reader.options(reader.table(value, path), TableSettings.declared, path)
        if isinstance(value, dict) and "columns" not in value:
            reader.problem(path, f"`tables.{short(name)}` has no `columns`")
        values["columns"] = tuple(
            Column(**row) for row in values.get("columns", ()) if "field" in row
        )
        found[name] = TableSettings(**values)
    return MappingProxyType(found)


def _render(
    reader: Reader, raw: Mapping[str, Any], targets: Mapping[str, object] | None
) -> tuple[RenderSettings, dict[str, Any]]:
    own = RenderSettings.declared
    names = {option.name for option in own}
    others = [name for name in raw if name not in names]
    if targets is None:
        of_targets = {name: raw[name] for name in others if isinstance(raw[name], dict)}
        values = reader.options(raw, own, ("render",), tables=of_targets)
        return RenderSettings(**values), of_targets
    values = reader.options(raw, own, ("render",), tables=targets)
    _registered(reader, values.get("targets", ()), ("render", "targets"), targets)
    of_targets = {}
    for name in others:
        if name in targets:
            path = ("render", name)
            of_target: Sequence[Option] = getattr(targets[name], "options", ())
            checked = reader.options(reader.table(raw[name], path), of_target, path)
            of_targets[name] = {key.replace("_", "-"): value for key, value in checked.items()}
    return RenderSettings(**values), of_targets


def _registered(
    reader: Reader, names: Iterable[str], path: tuple[str, ...], known: Iterable[str]
) -> None:
    for index, name in enumerate(names):
        if name not in known:
            hint = did_you_mean(name, known)
            reader.problem((*path, index), f"unknown target `{short(name)}`", hint, value=True)


def _enrich(reader: Reader, raw: Mapping[str, Any], known: Container[str]) -> EnrichSettings:
    values = reader.options(raw, EnrichSettings.declared, ("enrich",))
    for index, name in enumerate(values.get("sources", ())):
        if name not in SOURCES and name not in known:
            path = ("enrich", "sources", index)
            hint = did_you_mean(name, SOURCES)
            reader.problem(path, f"unknown source `{short(name)}`", hint, value=True)
    return EnrichSettings(**values)


def _sources(
    reader: Reader, raw: Mapping[str, Any], known: Container[str]
) -> Mapping[str, SourceSettings]:
    sources: dict[str, SourceSettings] = {}
    for name, value in raw.items():
        if name not in SOURCES and name not in known:
            reader.unknown(("sources", name), SOURCES, "source")
            continue
        path = ("sources", name)
        values = reader.options(reader.table(value, path), SourceSettings.declared, path)
        sources[name] = SourceSettings(**values)
    return MappingProxyType(sources)
