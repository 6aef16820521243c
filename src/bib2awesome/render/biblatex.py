"""The fields of the BibLaTeX dialect, said in those of classic BibTeX (BibLaTeX manual, section 2.2)."""

from __future__ import annotations

import re

__all__ = ["YEAR_MONTH", "from_biblatex"]

_RENAMED = {
    "journaltitle": "journal",
    "location": "address",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "issue": "number",
    "eventtitle": "booktitle",
    "maintitle": "booktitle",
}
_TRANSLATED = frozenset(
    {
        *_RENAMED,
        "date",
        "subtitle",
        "booksubtitle",
        "journalsubtitle",
        "version",
        "urldate",
        "edition",
    }
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?[\dT:Z+~?%-]*(?:/(?:(\d{4})[\dT:Z+~?%-]*|\.\.)?)?")
_ORDINALS = (
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
)
_MONTHS = 12
YEAR_MONTH = re.compile(r"(\d{4})\s*[-/.]\s*(0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?")
"""A year with a month where only a year belongs: `2023-07`, `2023/7/14`."""
_ONLINE = frozenset({"electronic", "misc", "online", "www"})


def from_biblatex(kind: str, fields: dict[str, str]) -> None:
    """Add the classic fields that BibLaTeX's stand for, where the entry does not have them.

    Args:
        kind: The entry's type, lower case.
        fields: Its fields by lower-case name; changed in place.
    """
    if _TRANSLATED.isdisjoint(fields):
        return
    _subtitles(fields)
    for name, classic in _RENAMED.items():
        if name in fields and (name != "eventtitle" or kind in {"inproceedings", "conference"}):
            fields.setdefault(classic, fields[name])
    if "date" in fields:
        _date(fields)
    if "edition" in fields and fields["edition"].isdecimal():
        fields["edition"] = _ordinal(int(fields["edition"]))
    if "note" not in fields:
        if "version" in fields:
            fields["note"] = f"Version {fields['version']}"
        elif "urldate" in fields and kind in _ONLINE:
            fields["note"] = f"Accessed: {fields['urldate']}"


def _subtitles(fields: dict[str, str]) -> None:
    for name in ("title", "booktitle", "journaltitle"):
        subtitle = fields.get(name.removesuffix("title") + "subtitle")
        if subtitle and name in fields:
            fields[name] = _joined(fields[name], subtitle)


def _joined(title: str, subtitle: str) -> str:
    return (
        f"{title} {subtitle}"
        if title.rstrip("}").endswith(("?", "!", ":"))
        else f"{title}: {subtitle}"
    )


def _date(fields: dict[str, str]) -> None:
    """Read an ISO 8601-2 date: its year and month, of a span of years both ends."""
    found = _DATE.fullmatch(fields["date"].strip("{} "))
    if found is None:
        fields.setdefault("year", fields["date"])
        return
    begin, month, end = found.groups()
    if "year" not in fields:
        fields["year"] = f"{begin}--{end}" if end and end != begin else begin
        # 21 and above are seasons.
        if month and 1 <= int(month) <= _MONTHS and not (end and end != begin):
            fields.setdefault("month", month)


def _ordinal(number: int) -> str:
    """Return `Second` for 2, as the styles print and IEEEtran understands it."""
    if 0 < number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
