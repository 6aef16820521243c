"""Years and months as items write them."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.model import Reading

__all__ = ["dated", "year_pattern"]

_PADDED = 10
"""The first month that needs no zero before it."""


def year_pattern(reading: Reading) -> str:
    """Return a pattern of the date as an item may write it, "" where it has none."""
    year, month = reading.year, reading.month
    if year is None:
        return ""
    years = f"(?:{year}|{year % 100:02})"
    if month is None:
        return f"(?:{year}|(?<=['\u2019 ]){year % 100:02}(?!\\d))"
    return rf"(?:{years}[./-]?\s?0?{month}(?!\d)|{year})"


def dated(reading: Reading, text: str) -> str:
    """Return a date's form: `{year}`, `{yy}` and `{month}` or `{m}` for its numbers."""
    year, month = reading.year, reading.month
    form = text
    if year is not None:
        long = str(year) in text
        form = (
            text.replace(str(year), "{year}", 1)
            if long
            else text.replace(f"{year % 100:02}", "{yy}", 1)
        )
    if month is not None and "}" in form:
        head, brace, rest = form.rpartition("}")
        bare = re.search(rf"(?<!\d){month}(?!\d)", rest) and month < _PADDED
        name = "{m}" if bare else "{month}"
        form = head + brace + re.sub(rf"(?<!\d)0?{month}(?!\d)", name, rest, count=1)
    return form
