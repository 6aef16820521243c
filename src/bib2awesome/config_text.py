"""The bytes of a categories.toml as text and as the values it holds, or where it is not TOML."""

from __future__ import annotations

import re
from typing import Any

from bib2awesome.config_places import Places
from bib2awesome.errors import InputError, Place, not_utf8

__all__ = ["parsed"]

_MOST_BYTES = 4 * 1024 * 1024
"""A categories.toml is some kilobytes."""
_MOST_PARTS = 100
_DOTTED = rf"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}"""
"""A key of very many parts: `tomllib` takes time and memory by the square of their number."""
_SYNTAX = r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)"


def parsed(data: bytes, name: str) -> tuple[Places, dict[str, Any]]:
    """Return the values of a TOML file, and what finds the place of each.

    Args:
        data: The file, with or without a byte order mark.
        name: How places name it.

    Raises:
        InputError: It is too large, not UTF-8, not TOML, or nested too deeply.
    """
    places = Places(_decoded(data, name), name)
    return places, _values(places)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > _MOST_BYTES:
        raise InputError("the file is larger than 4 MiB", place=Place(name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(error, name) from None
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= _MOST_PARTS and re.search(_DOTTED, line):
            what = f"a key of more than {_MOST_PARTS} parts"
            raise InputError(what, place=Place(name, number), hint="nest less")
    return text


def _values(places: Places) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  (a command without categories.toml needs none)

    try:
        return tomllib.loads(places.text)
    except RecursionError:
        raise InputError("values are nested too deeply", place=Place(places.file)) from None
    except ValueError as error:
        match = re.fullmatch(_SYNTAX, str(error), re.DOTALL)
        if match is None:
            raise InputError(f"not TOML: {error}", place=Place(places.file)) from None
        end = len(places.text)
        place = (
            Place(places.file, int(match[2]), int(match[3])) if match[2] else places.span(end, end)
        )
        raise InputError(f"not TOML: {match[1]}", place=place) from None
