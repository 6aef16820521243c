"""Which records are the paper, and which of them to believe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from bib2awesome.bib.latex import to_unicode
from bib2awesome.papers.new_entry import tex_name
from bib2awesome.papers.similarity import AMBIGUOUS, DIFFERENT, SAME, Match, Work, compare
from bib2awesome.papers.titles import folded, title_of
from bib2awesome.papers.venues import find_venue
from bib2awesome.sources.base import Record

__all__ = [
    "POINTERS",
    "Candidate",
    "Choice",
    "choose",
    "is_preprint_doi",
    "is_publication",
    "judged",
    "venue_of",
    "work_of_record",
]

REPOSTS = ("10.65215/",)
"""Prefixes under which other people's papers are posted again, with the same title and authors."""
_PREPRINTS = re.compile(r"10\.(?:48550|64898|2139|21203|20944|31219|31234|36227)/|10\.1101/\d")
"""DOIs of preprint servers; bioRxiv's share a prefix with journals (`10.1101/gr.…`)."""
_ARTICLES = frozenset(("article",))
_MEETINGS = frozenset(("inproceedings", "incollection", "conference", "inbook"))
POINTERS = frozenset(("openalex", "semanticscholar"))
"""Services that mix versions of a work: the DOI they name is asked of its agency, and believed from there."""
_SHORT = 3
_NEAR, _FAR = 1, 3
_LIKE = 70
_ORDER = ("crossref", "datacite", "dblp")


class Candidate(NamedTuple):
    """A record that is, or may be, the paper."""

    record: Record
    match: Match


class Choice(NamedTuple):
    """The record to believe, or the candidates between which nothing decides."""

    record: Candidate | None
    candidates: tuple[Candidate, ...] = ()


def venue_of(record: Record) -> str:
    """Return what a record says of its venue: the one that venues.toml knows, else the longer."""
    said = [text for text in (record.container, record.venue, record.event, record.series) if text]
    known = (text for text in said if (match := find_venue(text)) and match.venue.kind != "series")
    return next(known, said[0] if said else "")


def is_publication(record: Record) -> bool:
    """Whether a record is of a published paper: no preprint, no notice, nothing that is never a paper."""
    match = find_venue(venue_of(record)) if venue_of(record) else None
    preprint = record.type == "preprint" or (match is not None and match.venue.kind == "preprint")
    posted = is_preprint_doi(record.doi or "") or (record.doi or "").startswith(REPOSTS)
    refused = record.accepted is False
    return not (preprint or posted or refused or record.type == "none" or record.notice_of)


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI is of a preprint server."""
    return _PREPRINTS.match(doi) is not None


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
        record.year,
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


def choose(entry: Work, records: Iterable[Record]) -> Choice:
    """Return the publication that is the paper, among `records`; in doubt the candidates, best first.

    Records of one DOI are one candidate, and Crossref's stands for it. Of several DOIs the one is taken
    whose venue is the entry's, then whose year is.
    """
    found = _found(entry, records)
    same = [one for one in found.values() if one.match.verdict == SAME]
    with_doi = [one for one in same if one.record.doi] or same
    for narrower in (_same_venue, _same_year, _near_year):
        if len(with_doi) > 1:
            with_doi = narrower(entry, with_doi) or with_doi
    if len(with_doi) == 1:
        rivals = "organisation" in " ".join(with_doi[0].match.reasons) and len(found) > 1
        if not rivals:
            return Choice(with_doi[0])
    ranked = sorted(found.values(), key=lambda one: (one.match.verdict != SAME, -one.match.score))
    return Choice(None, tuple(ranked))


def _found(entry: Work, records: Iterable[Record]) -> dict[str, Candidate]:
    """Return the publications that may be the paper, by DOI; one that a service says is not is none."""
    found: dict[str, Candidate] = {}
    refused: set[str] = set()
    records = sorted(records, key=_authority)
    named = _named(entry, records)
    confirmed = _confirmed(entry, records)
    for record in records:
        if is_publication(record) and record.source not in POINTERS:
            match = judged(entry, record)
            if match.verdict == AMBIGUOUS and not record.authors:
                other = confirmed.get((title_of(record.title).key, _edition(record)))
                match = _vouched(match, other, by_preprint=record.doi in named)
            key = record.doi or _edition(record)
            if match.verdict == DIFFERENT:
                refused.add(key)
            elif key not in found or (match.verdict == SAME and found[key].match.verdict != SAME):
                # Another service may name the authors that the first one lacks.
                found[key] = Candidate(found[key].record if key in found else record, match)
    for key in refused:
        found.pop(key, None)
    return found


def _vouched(match: Match, source: str | None, *, by_preprint: bool) -> Match:
    """Return the match of a record without authors: somebody else may say whose work it is."""
    if by_preprint:
        said = "the preprint's own record names this DOI"
    elif source:
        said = f"{source} names these authors for this title and venue"
    else:
        return match
    return match._replace(verdict=SAME, score=0.9, reasons=(*match.reasons, said))


def _edition(record: Record) -> str:
    """Return where and when a work without a DOI appeared: services write one venue in many ways."""
    said = venue_of(record)
    match = find_venue(said) if said else None
    return f"{match.short if match else said} {record.year}"


def _named(entry: Work, records: Iterable[Record]) -> set[str]:
    """Return the DOIs that the records of the paper's preprint name as its publication."""
    preprints = [
        one
        for one in records
        if (one.published or one.relations) and judged(entry, one).verdict == SAME
    ]
    links = (
        link for one in preprints for link in one.relations if link.relation == "is-preprint-of"
    )
    return {one.published for one in preprints if one.published} | {link.doi for link in links}


def _confirmed(entry: Work, records: Iterable[Record]) -> dict[tuple[str, str], str]:
    """Return by title and edition which service names the paper's authors there, but no DOI.

    A record of that title and edition that lacks only the authors is of the paper, too.
    """
    return {
        (title_of(one.title).key, _edition(one)): one.source
        for one in records
        if one.authors and not one.doi and one.year and venue_of(one)
        if is_publication(one) and judged(entry, one).verdict == SAME
    }


def _authority(record: Record) -> int:
    return _ORDER.index(record.source) if record.source in _ORDER else len(_ORDER)


def _same_venue(entry: Work, candidates: list[Candidate]) -> list[Candidate]:
    ours = find_venue(entry.venue) if entry.venue else None
    if ours is None:
        return []
    return [
        one
        for one in candidates
        if (match := find_venue(venue_of(one.record))) and match[:2] == ours[:2]
    ]


def _same_year(entry: Work, candidates: list[Candidate]) -> list[Candidate]:
    return [
        one
        for one in candidates
        if entry.venue and entry.year in {one.record.year, *one.record.years}
    ]


def _near_year(entry: Work, candidates: list[Candidate]) -> list[Candidate]:
    """Return those at most a year away, if all others are far from that."""
    if not entry.venue or entry.year is None:
        return []
    apart = [
        min(abs(entry.year - year) for year in {one.record.year, *one.record.years} - {None})
        if one.record.year
        else 0
        for one in candidates
    ]
    if any(_NEAR < years < _FAR for years in apart):
        return []
    return [one for one, years in zip(candidates, apart, strict=True) if years <= _NEAR]
