"""When a paper was published, as BibTeX and biblatex write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bib2awesome.bib import values

__all__ = ["MONTHS", "written_date"]

MONTHS = tuple(values.MONTHS)
"""The macros of the months, January first."""


def written_date(fields: Mapping[str, str]) -> tuple[int | None, int | None]:
    """Return year and month from `date`, or `year` and `month`; None for what neither says."""
    year = _year(fields.get("year", ""))
    month = _month(fields.get("month", ""))
    date = fields.get("date")
    if date and (match := re.search(r"(\d{4})(?:-(\d\d))?", date)):
        stated = int(match[2] or 0)
        if year is None or year == int(match[1]):
            return int(match[1]), month or (stated if 1 <= stated <= 12 else None)  # noqa: PLR2004
    return year, month


@lru_cache(maxsize=1024)
def _year(source: str) -> int | None:
    match = re.search(r"(?<!\d)\d{4}(?!\d)", source)
    return int(match[0]) if match else None


@lru_cache(maxsize=1024)
def _month(source: str) -> int | None:
    """Return the first month that `source` names: `July`, `jul`, `7`, `07`, `12 July`."""
    for word in re.findall(r"[a-z]+", source.lower()):
        if word[:3] in MONTHS:
            return MONTHS.index(word[:3]) + 1
    match = re.fullmatch(r"\D*0?(\d|1[0-2])\D*", source)
    return int(match[1]) or None if match else None
