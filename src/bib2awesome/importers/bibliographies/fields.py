"""The fields of an entry that comes along: without a reference manager's own, in the survey's dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from bib2awesome.papers.dates import MONTHS, written_date
from bib2awesome.papers.entry_text import on_one_line

__all__ = ["INHERITING", "dialect_of", "kept"]

_PRIVATE = re.compile(
    r"file|groups|owner|timestamp|username|citation-?key|__\w+|creationdate|modificationdate"
    r"|readstatus|ranking|priority|relevance|printed|qualityassured|comment-\w+|local-url"
    r"|date-(?:added|modified)|(?:bdsk|mendeley|zotero|posted-at|citeulike)-?.*|biburl|bibsource"
)
"""Fields in which reference managers keep their own affairs."""
INHERITING = frozenset({"crossref", "xdata"})
"""Fields that name an entry to inherit from; what is inherited comes along instead."""
_CLASSIC = {
    "journaltitle": "journal",
    "location": "address",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "annotation": "annote",
    "arxivid": "eprint",
}
_TYPES = {
    "online": "misc",
    "electronic": "misc",
    "www": "misc",
    "report": "techreport",
    "collection": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "web_page": "misc",
    "generic": "misc",
}
_MASTER = re.compile(r"\b(?:master|m\.?\s?sc|diplom|bachelor)|^mathesis$", re.IGNORECASE)


def kept(values: Mapping[str, str], *, private: bool, drop: Sequence[str]) -> dict[str, str]:
    """Return the fields that come along, each on one line.

    Args:
        values: TeX source by lower-case name.
        private: Whether the reference managers' own come along, too.
        drop: Names or patterns of fields that do not.
    """
    return {
        name: on_one_line(name, value)
        for name, value in values.items()
        if name not in INHERITING
        and (private or not _PRIVATE.fullmatch(name))
        and not any(fnmatchcase(name, one.lower()) for one in drop)
    }


def dialect_of(
    kind: str, values: Mapping[str, str], *, biblatex: bool
) -> tuple[str, dict[str, str]]:
    """Return type and fields as the survey's dialect names them; biblatex takes either's names."""
    if biblatex:
        return kind, dict(values)
    fields = dict(_classic(kind, values))
    if kind == "thesis":
        kind = "mastersthesis" if _MASTER.search(fields.get("type", "")) else "phdthesis"
        if fields.get("type", "").lower() in {"phdthesis", "mathesis"}:
            del fields["type"]
    return _TYPES.get(kind, kind), fields


def _classic(kind: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if name == "date":
            yield from _date(value, values)
        elif name == "institution" and kind == "thesis":
            yield "school", value
        elif name == "eprinttype" and value.lower() == "arxiv":
            yield "archiveprefix", "arXiv"
        elif _CLASSIC.get(name, name) == name or _CLASSIC[name] not in values:
            yield _CLASSIC.get(name, name), value


def _date(value: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    year, month = written_date({"date": value})
    if year is None:
        yield "date", value
        return
    if "year" not in values:
        yield "year", str(year)
    if month and "month" not in values:
        yield "month", MONTHS[month - 1]
