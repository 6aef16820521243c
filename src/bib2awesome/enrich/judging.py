"""Whether a record is the paper, and what kind of record it is."""

from __future__ import annotations

from typing import Any, NamedTuple

from rapidfuzz import fuzz

from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import display_name
from bib2awesome.papers.doi import is_preprint_doi
from bib2awesome.papers.new_entry import tex_name
from bib2awesome.papers.similarity import AMBIGUOUS, DIFFERENT, SAME, Match, Work, compare
from bib2awesome.papers.titles import folded, title_of
from bib2awesome.papers.venues import find_venue
from bib2awesome.sources.base import Record

__all__ = [
    "POINTERS",
    "Candidate",
    "is_publication",
    "judged",
    "stated_year",
    "venue_of",
    "work_of_record",
]

REPOSTS = ("10.65215/",)
"""Prefixes under which other people's papers are posted again, with the same title and authors."""
_ARTICLES = frozenset(("article",))
_MEETINGS = frozenset(("inproceedings", "incollection", "conference", "inbook"))
POINTERS = frozenset(("openalex", "semanticscholar"))
"""Services that mix versions of a work: the DOI they name is asked of its agency, and believed from there."""
_SHORT = 3
_LIKE = 70


class Candidate(NamedTuple):
    """A record that is, or may be, the paper."""

    record: Record
    match: Match

    def as_json(self) -> dict[str, Any]:
        """Return it as the JSON of a plan lists it."""
        record, match = self
        return {
            "doi": record.doi,
            "title": record.whole_title,
            "authors": [display_name(tex_name(name)) for name in record.authors],
            "year": record.year,
            "venue": venue_of(record),
            "url": record.url,
            "source": record.source,
            "score": match.score,
            "reasons": list(match.reasons),
        }


def venue_of(record: Record) -> str:
    """Return what a record says of its venue: the one that venues.toml knows, else the longer."""
    said = [text for text in (record.container, record.venue, record.event, record.series) if text]
    known = (text for text in said if (match := find_venue(text)) and match.venue.kind != "series")
    return next(known, said[0] if said else "")


def stated_year(record: Record) -> int | None:
    """Return the edition's year that the name of the proceedings or conference states (`CIKM '12`)."""
    said = (record.container, record.venue, record.event)
    matches = (find_venue(text) for text in said if text)
    return next((match.year for match in matches if match and match.year), None)


def is_publication(record: Record) -> bool:
    """Whether a record is of a published paper: no preprint, no notice, nothing that is never a paper."""
    match = find_venue(venue_of(record)) if venue_of(record) else None
    preprint = record.type == "preprint" or (match is not None and match.venue.kind == "preprint")
    posted = is_preprint_doi(record.doi or "") or (record.doi or "").startswith(REPOSTS)
    refused = record.accepted is False
    return not (preprint or posted or refused or record.type == "none" or record.notice_of)


def judged(entry: Work, record: Record) -> Match:
    """Return whether `record` is the work `entry`; a notice and a repost never are."""
    if record.type == "none" or record.notice_of:
        return Match(DIFFERENT, 0.0, ("the record is no paper",))
    if record.doi and record.doi.startswith(REPOSTS):
        return Match(DIFFERENT, 0.0, ("the DOI is of a repost",))
    match = compare(entry, work_of_record(record))
    if match.verdict == SAME and match.reasons[0] not in {"same DOI", "same arXiv id"}:
        clash = _clash(entry, record)
        if clash:
            return match._replace(verdict=AMBIGUOUS, score=0.85, reasons=(*match.reasons, clash))
    return match


def work_of_record(record: Record) -> Work:
    """Return what a record is compared by."""
    names = tuple(map(tex_name, record.authors))
    return Work(
        record.whole_title,
        names,
        record.year or stated_year(record),
        venue_of(record),
        record.doi,
        record.arxiv,
        record.type,
        record.years,
    )


def _clash(entry: Work, record: Record) -> str:
    """Say where a paper of a conference meets a journal's article or the other way round."""
    if not entry.venue or not is_publication(record):
        return ""
    ours, theirs = find_venue(entry.venue), find_venue(venue_of(record))
    if ours is not None and theirs is not None:
        return ""  # two known venues are compared by name
    if title_of(entry.title).significant <= _SHORT and not _alike(entry.venue, record):
        return "a short title and another venue, as far as can be told"
    kind = ours.venue.kind if ours is not None else ""
    if kind in {"conference", "workshop"} and record.type in _ARTICLES:
        return "a journal's article, the entry is of a conference"
    journal = kind == "journal" and record.type in _MEETINGS
    return "a conference's paper, the entry is of a journal" if journal else ""


def _alike(venue: str, record: Record) -> bool:
    """Whether two venues that venues.toml does not know are written alike."""
    said = [text for text in (record.container, record.venue, record.event) if text]
    own = folded(to_unicode(venue))
    return not said or any(fuzz.token_set_ratio(own, folded(text)) >= _LIKE for text in said)
