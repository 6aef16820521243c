"""How an option of categories.toml is declared, and the reader that checks a table against them.

One declaration is the source of the default, the check, the error message and the documentation: a
settings class declares its options with `setting`, a target with a tuple of `Option`s.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from bib2awesome.config_places import Places
from bib2awesome.errors import Finding
from bib2awesome.nearest import did_you_mean

__all__ = ["REQUIRED", "Option", "Reader", "Settings", "setting", "short"]

REQUIRED = ...
"""The default of an option that must be there."""
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
    """Declare an attribute of a settings class as an option; `more` are further parts of `Option`."""
    return Option("", "", default, text, **more)


class Settings:
    """One table of categories.toml as an object that cannot be changed.

    A subclass declares its keys with `setting`: the key is the attribute's name with dashes, its type
    follows from the annotation. (Not a dataclass: making one costs a millisecond of every start.)

    Args:
        values: What the table says; the defaults hold for the rest.
    """

    declared: ClassVar[tuple[Option, ...]] = ()

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __init_subclass__(cls) -> None:
        """Collect the options and leave their defaults as the class's attributes."""
        found = []
        for name, option in list(vars(cls).items()):
            if isinstance(option, Option):
                kind = _OF_ANNOTATION[cls.__annotations__[name]]
                found.append(option._replace(name=name.replace("_", "-"), type=kind))
                setattr(cls, name, option.default)
        cls.declared = tuple(found)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: settings are read once."""
        raise AttributeError(f"settings cannot be changed: {name}")

    def __eq__(self, other: object) -> bool:
        """Whether every option has the same value."""
        return type(self) is type(other) and self._values() == other._values()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Return the values that are not the defaults."""
        told = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({told})"

    def _values(self) -> dict[str, Any]:
        names = (option.name.replace("-", "_") for option in self.declared)
        return {name: getattr(self, name) for name in names} | vars(self)


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
        self.findings.append(Finding.error(message, place, hint=hint))

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
                if column.default is REQUIRED and column.name not in row:
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
