"""How an option of categories.toml is declared, and the reader that checks a table against them.

One declaration is the source of the default, the check, the error message and the documentation: a
settings class declares its options with `setting`, a target with a tuple of `Option`s.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from bib2awesome.config_places import Places
from bib2awesome.errors import Finding, Severity
from bib2awesome.nearest import did_you_mean

__all__ = ["Option", "Reader", "declared", "setting", "short"]

TEXT = "string"
FLAG = "boolean"
NUMBER = "integer"
TEXTS = "list of strings"
LABELS = "table of strings"
TABLES = "list of tables"

_OF_ANNOTATION = {
    "str": TEXT,
    "str | None": TEXT,
    "bool": FLAG,
    "bool | None": FLAG,
    "int": NUMBER,
    "int | None": NUMBER,
    "tuple[str, ...]": TEXTS,
    "tuple[str, ...] | None": TEXTS,
    "Mapping[str, str]": LABELS,
    "tuple[Column, ...]": TABLES,
    "tuple[Column, ...] | None": TABLES,
}
_PYTHON: dict[str, type] = {
    TEXT: str,
    FLAG: bool,
    NUMBER: int,
    TEXTS: list,
    LABELS: dict,
    TABLES: list,
}
_TOML_NAMES = {str: "a string", bool: "a boolean", int: "an integer", float: "a float"}
_SHOWN = 60


class Option(NamedTuple):
    """One key of categories.toml.

    Attributes:
        name: The key as it is written, lower case with dashes.
        type: One of `string`, `boolean`, `integer`, `list of strings`, `table of strings`,
            `list of tables`.
        default: What holds where the key is absent; None is "not set".
        help: One sentence for the documentation, without the final full stop.
        choices: The values that are allowed (for a list: of each item); empty is any.
        where: The table it stands in, such as `render` or `categories.*`.
        minimum: Smallest integer allowed.
        maximum: Largest integer allowed.
        single: A lone string stands for a list of one.
        check: Says what is wrong with a string (or with each of a list), or None.
        columns: The options of each table of a list of tables.
    """

    name: str
    type: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    where: str = ""
    minimum: int | None = None
    maximum: int | None = None
    single: bool = False
    check: Callable[[str], str | None] | None = None
    columns: tuple[Option, ...] = ()


def setting(default: Any, text: str, **more: Any) -> Any:
    """Declare one field of a settings class as an option; `more` are further `Option` attributes."""
    metadata = {"default": default, "help": text, **more}
    if isinstance(default, dict):
        return dataclasses.field(
            default_factory=lambda: MappingProxyType(default), metadata=metadata
        )
    return dataclasses.field(default=default, metadata=metadata)


@cache
def declared(settings: type) -> tuple[Option, ...]:
    """Return the options that a settings class declares, in their order.

    The key is the field's name with dashes, the type follows from the annotation.
    """
    return tuple(
        Option(
            name=field.name.replace("_", "-"),
            type=_OF_ANNOTATION[str(field.type)],
            **field.metadata,
        )
        for field in dataclasses.fields(settings)
        if "help" in field.metadata
    )


class Reader:
    """Checks parsed TOML against options; collects every problem instead of stopping at the first.

    Args:
        places: Finds the line and column of a key; only asked when there is a problem.
    """

    def __init__(self, places: Places) -> None:
        self.places = places
        self.findings: list[Finding] = []

    def problem(
        self,
        path: Sequence[str | int],
        message: str,
        hint: str | None = None,
        *,
        value: bool = False,
    ) -> None:
        """Note that something is wrong at the key `path`, or at its value."""
        place = self.places.of(path, value=value)
        self.findings.append(Finding("", "", Severity.ERROR, message, place, hint=hint))

    def table(self, value: object, path: tuple[str | int, ...]) -> Mapping[str, Any]:
        """Return `value` as a table; anything else is a problem and reads as an empty table."""
        if isinstance(value, dict):
            return value
        self.problem(path, f"`{_dotted(path)}` is {_kind(value)}, not a table", value=True)
        return {}

    def unknown(self, path: tuple[str | int, ...], known: Iterable[str], what: str = "key") -> None:
        """Note an unknown key or table with the nearest known names."""
        name = str(path[-1])
        where = f" in `[{_dotted(path[:-1])}]`" if path[:-1] else ""
        self.problem(path, f"unknown {what} `{short(name)}`{where}", did_you_mean(name, known))

    def options(
        self,
        raw: Mapping[str, Any],
        options: Sequence[Option],
        path: tuple[str | int, ...],
        *,
        tables: Collection[str] = (),
    ) -> dict[str, Any]:
        """Return the checked values of `raw` under their Python names; the absent ones are left out.

        Keys in `tables` are somebody else's to read.
        """
        by_name = {option.name: option for option in options}
        values: dict[str, Any] = {}
        for name, value in raw.items():
            option = by_name.get(name)
            if option is not None:
                checked = self._value(option, value, (*path, name))
                if checked is not None:
                    values[name.replace("-", "_")] = checked
            elif name not in tables:
                known = [*by_name, *tables]
                self.unknown((*path, name), known, "table" if isinstance(value, dict) else "key")
        return values

    def _value(self, option: Option, value: Any, path: tuple[str | int, ...]) -> Any:
        """Return the value in its Python form, or None after a problem."""
        if option.single and isinstance(value, str):
            value = [value]
        # `True` is an int to Python, never to TOML; hence the exact type.
        if type(value) is not _PYTHON[option.type]:
            kind = f"{option.type} or a string" if option.single else option.type
            article = "an" if kind[0] in "aeiou" else "a"
            self.problem(
                path, f"`{_dotted(path)}` is {_kind(value)}, not {article} {kind}", value=True
            )
            return None
        before = len(self.findings)
        converted = self._converted(option, value, path)
        return converted if len(self.findings) == before else None

    def _converted(self, option: Option, value: Any, path: tuple[str | int, ...]) -> Any:
        if option.type == TABLES:
            rows = enumerate(value)
            return tuple(self._row(option, item, (*path, index)) for index, item in rows)
        if option.type == TEXT:
            self._text(option, value, path)
        elif option.type == NUMBER:
            self._number(option, value, path)
        elif option.type == TEXTS:
            for index, item in enumerate(value):
                self._item(option, item, (*path, index))
            return tuple(value)
        elif option.type == LABELS:
            for name, item in value.items():
                self._item(option, item, (*path, name))
            return MappingProxyType(dict(value))
        return value

    def _row(self, option: Option, item: Any, path: tuple[str | int, ...]) -> dict[str, Any]:
        row = self.table(item, path)
        values = self.options(row, option.columns, path)
        if isinstance(item, dict):
            for column in option.columns:
                if column.default is dataclasses.MISSING and column.name not in row:
                    self.problem(path, f"`{_dotted(path)}` has no `{column.name}`", value=True)
        return values

    def _item(self, option: Option, item: Any, path: tuple[str | int, ...]) -> None:
        if isinstance(item, str):
            self._text(option, item, path)
        else:
            self.problem(path, f"`{_dotted(path)}` is {_kind(item)}, not a string", value=True)

    def _text(self, option: Option, value: str, path: tuple[str | int, ...]) -> None:
        if option.choices and value not in option.choices:
            self.problem(
                path,
                f"`{_dotted(path)}` cannot be `{short(value)}`",
                did_you_mean(value, option.choices),
                value=True,
            )
        wrong = option.check(value) if option.check else None
        if wrong:
            self.problem(path, f"`{_dotted(path)}`: `{short(value)}` {wrong}", value=True)

    def _number(self, option: Option, value: int, path: tuple[str | int, ...]) -> None:
        low, high = option.minimum, option.maximum
        if (low is not None and value < low) or (high is not None and value > high):
            allowed = f"{low} to {high}" if high is not None else f"{low} or more"
            self.problem(path, f"`{_dotted(path)}` is {value}", f"allowed is {allowed}", value=True)


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    return _TOML_NAMES.get(type(value), "a date or time")


def _dotted(path: Sequence[str | int]) -> str:
    """Return `categories.a.columns[0].field` for a path."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{short(part)}" if text else short(part)
    return text


def short(text: str) -> str:
    """Return `text` as a message quotes it: no longer than a line."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
