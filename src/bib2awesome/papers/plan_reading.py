"""A plan that comes back from a disk: its JSON object checked member by member, every problem named."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from typing import Any

from bib2awesome.errors import Finding, InputError, Place
from bib2awesome.papers.changes import VERSION, Change, Plan
from bib2awesome.papers.toml_changes import TomlChange

__all__ = ["read"]


def _is_text(value: object) -> bool:
    # A lone surrogate (JSON's "\\ud800") is no text: it could not be written in any encoding.
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)


def _is_score(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _is_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _is_json(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_json(item) for item in value)
    if isinstance(value, dict):
        return all(_is_text(key) and _is_json(item) for key, item in value.items())
    return _is_text(value) or not isinstance(value, str)


def _or_none(test: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or test(value)


_TESTS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "str": (_is_text, "a string"),
    "str | None": (_or_none(_is_text), "a string or null"),
    "float | None": (_or_none(_is_score), "a number or null"),
    "tuple[str, ...]": (_is_texts, "a list of strings"),
    "tuple[Mapping[str, Any], ...]": (_is_objects, "a list of objects"),
    "Any": (_is_json, "text that can be written"),
}


def read(raw: object, name: str) -> Plan:
    """Read a plan's JSON object; arguments and errors as of `Plan.from_json`."""
    reader = _Reader(name)
    plan = reader.plan(raw)
    if reader.findings:
        raise InputError(reader.findings)
    return plan


class _Reader:
    """Checks the shape of a plan, collecting every problem under the path of its place."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.findings: list[Finding] = []

    def problem(self, path: str, what: str, hint: str | None = None) -> None:
        message = f"`{path}` {what}" if path else f"the plan {what}"
        place = Place(self._name)
        self.findings.append(Finding.error(message, place, hint=hint))

    def plan(self, raw: object) -> Plan:
        if not isinstance(raw, dict):
            self.problem("", "is not a JSON object")
            return Plan(command="")
        if type(raw.get("version")) is not int or raw["version"] != VERSION:
            self.problem("version", "is not 1", "made by another version of bib2awesome?")
        command, bib = raw.get("command", ""), raw.get("bib")
        if not _is_text(command):
            self.problem("command", "is not a string")
        if bib is not None and not _is_text(bib):
            self.problem("bib", "is not a string or null")
        requests = raw.get("requests", {})
        if not isinstance(requests, dict) or any(type(n) is not int for n in requests.values()):
            self.problem("requests", "is not an object of numbers")
        lists: dict[str, Any] = {
            name: self._list(raw.get(name, []), name, of) for name, of in Plan.LISTS.items()
        }
        if self.findings:
            return Plan(command="")
        return Plan(command=command, bib=bib, requests=requests, **lists)

    def _list(self, raw: object, name: str, of: type[Any]) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            self.problem(name, "is not a list")
            return ()
        items = [self._item(item, f"{name}[{index}]", of) for index, item in enumerate(raw)]
        return tuple(item for item in items if item is not None)

    def _item(self, raw: object, path: str, of: type[Any]) -> Any:
        if not isinstance(raw, dict):
            self.problem(path, "is not an object")
            return None
        before = len(self.findings)
        values: dict[str, Any] = {}
        for field in dataclasses.fields(of):
            if field.name not in raw:
                if field.default is dataclasses.MISSING:
                    self.problem(f"{path}.{field.name}", "is missing")
                continue
            test, wanted = _TESTS[str(field.type)]
            value = raw[field.name]
            if not test(value):
                self.problem(f"{path}.{field.name}", f"is not {wanted}")
            values[field.name] = tuple(value) if isinstance(value, list) else value
        if len(self.findings) > before:
            return None
        item = of(**values)
        wrong = item.problem() if isinstance(item, Change | TomlChange) else None
        if wrong:
            self.problem(f"{path}.{wrong[0]}", wrong[1], wrong[2])
        return item
