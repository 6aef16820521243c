"""What a record says, as fields of BibTeX: only those that the type of the entry has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bib2awesome.enrich.judging import venue_of
from bib2awesome.papers.dates import MONTHS
from bib2awesome.papers.new_entry import Facts, entry_of, tex_of, venue_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.sources.base import Record

__all__ = ["FIELDS_OF", "dialect", "facts_of", "fields_of", "said_otherwise", "values_of"]

FIELDS_OF: Mapping[str, frozenset[str]] = {
    "article": frozenset("title author journal year month volume number pages doi code".split()),
    "inproceedings": frozenset("title author booktitle year pages doi code".split()),
    "incollection": frozenset("title author booktitle year pages publisher doi code".split()),
    "book": frozenset("title author publisher year doi code".split()),
    "": frozenset("title author year doi code".split()),
}
"""What `enrich` fills in, by type; "" stands for every other type.

The month of a proceedings' record is when it was deposited, not when the conference was; its publisher
is on no reader's mind.
"""
_SAME_AS = {"conference": "inproceedings", "inbook": "incollection"}
_TEX_RANGE = re.compile(r"(?<=\w)\s*[-\u2010-\u2015]+\s*(?=\w)")


def fields_of(kind: str) -> frozenset[str]:
    """Return the fields that may be added to an entry of type `kind`."""
    kind = _SAME_AS.get(kind, kind)
    return FIELDS_OF.get(kind, FIELDS_OF[""])


def facts_of(record: Record) -> Facts:
    """Return the facts of a record; authors only where their names and order can be trusted.

    The month of a proceedings' record is when it was deposited, and left out.
    """
    trusted = record.authors and not record.sorted_authors
    return Facts(
        title=record.whole_title,
        authors=record.authors if trusted else (),
        year=record.year,
        month=record.month if record.type in {"article", "preprint"} else None,
        venue="" if record.accepted is False else venue_of(record),
        volume=record.volume,
        number=record.number,
        pages=pages_of(record.pages),
        publisher=record.publisher,
        doi=record.doi,
        arxiv=record.arxiv,
        code=record.code,
    )


def pages_of(pages: str) -> str:
    """Return pages as BibTeX writes them: `1--10`; "" for what is no range that can be one (`998-100`)."""
    pages = " ".join(pages.split())
    if not re.fullmatch(r"[\w.:/, \u2010-\u2015-]+", pages) or pages.lower() in {
        "no-no",
        "n/a",
        "na",
        "0",
    }:
        return ""
    ends = re.fullmatch(r"(\d+)\s*[-\u2010-\u2015]+\s*(\d+)", pages)
    if ends is not None:
        first, last = int(ends[1]), int(ends[2])
        if first > last:
            return ""
        return ends[1] if first == last else f"{ends[1]}--{ends[2]}"
    return _TEX_RANGE.sub("--", pages)


def values_of(paper: Paper, record: Record) -> dict[str, str]:
    """Return what `record` knows of `paper`, by field, as TeX without delimiters (a month as macro).

    Args:
        paper: Whose type and dialect decide about the names of the fields.
        record: A record that is this paper.
    """
    kind = paper.type.lower()
    allowed = fields_of(kind)
    facts = facts_of(record)
    made = dict(entry_of(facts).fields)
    values = {name: made[name] for name in ("title", "author", "doi", "code") if made.get(name)}
    if record.year:
        values["year"] = str(record.year)
        if record.month and paper.year in {None, record.year}:
            values["month"] = MONTHS[record.month - 1]
    venue = dict(venue_fields(facts.venue, record.year)[1])
    if place := next(iter(venue.values()), ""):
        values["journal" if kind == "article" else "booktitle"] = tex_of(place)
    for name in ("volume", "number", "pages", "publisher"):
        if text := getattr(facts, name):
            values[name] = tex_of(text)
    return {name: value for name, value in values.items() if name in allowed}


def dialect(paper: Paper, name: str) -> str:
    """Return the name that an entry in BibLaTeX's dialect gives a field."""
    biblatex = "journaltitle" in paper.values or paper.entry.field("journaltitle") is not None
    return "journaltitle" if name == "journal" and biblatex else name


def said_otherwise(paper: Paper, name: str) -> bool:
    """Whether the entry says in another field what field `name` would say."""
    values = paper.values
    others = {
        "year": ("date",),
        "month": ("date",),
        "journal": ("journaltitle", "booktitle"),
        "booktitle": ("eventtitle", "maintitle", "journal", "crossref", "xref"),
        "pages": ("eid", "articleno", "article-number"),
        "author": ("editor",),
        "number": ("issue",),
        "publisher": ("organization", "institution"),
    }
    return any(other in values for other in others.get(name, ()))
