"""Careful reading of what services send: every value is checked before it is used.

A service's JSON is data of strangers: any member may be missing, null, of another type, or a text with
control characters. Whatever is not as expected reads as "does not say".
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from bib2awesome.sources.base import Response, ShapeError

__all__ = [
    "entries",
    "first_text",
    "is_json",
    "members",
    "number",
    "page_range",
    "read_json",
    "text",
    "texts",
    "year_of",
]

_LONGEST = 4000
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_MONTHS = 12


def is_json(response: Response) -> bool:
    """Whether an answer says that it is JSON."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or kind.endswith("+json")


def read_json(response: Response) -> Any:
    """Return the JSON value of an answer.

    Raises:
        ShapeError: It is none.
    """
    if not is_json(response):
        kind = response.headers.get("content-type", "").partition(";")[0].strip() or "nothing known"
        raise ShapeError(f"answers {response.status} with {_shown(kind)} instead of JSON")
    try:
        return json.loads(response.body)
    except (ValueError, RecursionError):
        raise ShapeError("its JSON is broken") from None


def _shown(value: str) -> str:
    return "".join(letter for letter in value[:40] if letter.isprintable())


def members(value: Any, *path: str) -> dict[str, Any]:
    """Return the object at `path` below `value`, an empty one where there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def entries(value: Any) -> list[Any]:
    """Return a list as it is, nothing as none, and a lone value as a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def text(value: Any) -> str:
    """Return a text without control characters, blanks folded, NFC; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    plain = _CONTROL.sub("", str(value)[: 4 * _LONGEST])
    return unicodedata.normalize("NFC", " ".join(plain.split()))[:_LONGEST]


def texts(value: Any) -> tuple[str, ...]:
    """Return the texts of a list (or of a lone one) that are not empty."""
    return tuple(found for found in map(text, entries(value)) if found)


def first_text(value: Any) -> str:
    """Return the first of them, "" where there is none."""
    return next(iter(texts(value)), "")


def number(value: Any) -> int | None:
    """Return a whole number, also where it is written as a text, else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if abs(value) < 10**15 else None
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value.strip(), re.ASCII):
        return int(value)
    return None


def year_of(value: Any) -> int | None:
    """Return a year of printed science (1500 to 2100) that `value` is or starts with, else None."""
    if isinstance(value, str):
        match = re.match(r"\d{4}(?!\d)", value.strip(), re.ASCII)
        value = match[0] if match else None
    found = number(value)
    return found if found is not None and 1500 <= found <= 2100 else None  # noqa: PLR2004


def month_of(value: Any) -> int | None:
    """Return the month of an ISO date, else None."""
    match = re.match(r"\d{4}-(\d\d)(?!\d)", value, re.ASCII) if isinstance(value, str) else None
    return int(match[1]) if match and 1 <= int(match[1]) <= _MONTHS else None


def page_range(value: Any) -> str:
    """Return pages as `first-last` with a hyphen; "" for none and for the marks of early view."""
    pages = re.sub(r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*", "-", text(value)).strip("-")
    if pages.lower() in {"no-no", "n/a", "na", "no", "1-1", "?"}:
        return ""
    first, _, last = pages.partition("-")
    return first if first == last else pages
