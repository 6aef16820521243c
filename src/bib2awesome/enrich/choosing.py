"""Which of several records to believe: the publication that is the paper, or the candidates for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bib2awesome.enrich.judging import (
    POINTERS,
    Candidate,
    is_publication,
    judged,
    venue_of,
    work_of_record,
)
from bib2awesome.papers.authorship import overlap
from bib2awesome.papers.new_entry import tex_name
from bib2awesome.papers.similarity import (
    AMBIGUOUS,
    DIFFERENT,
    SAME,
    Work,
    compare,
    same_venue,
    title_key,
    years_apart,
)
from bib2awesome.papers.titles import title_of
from bib2awesome.papers.venues import find_venue
from bib2awesome.sources.base import Record

__all__ = ["Choice", "choose", "lacks_authors"]

_NEAR, _FAR = 1, 3
_SOON = 2
"""Years within which a preprint is published as a rule."""
_TELLING = 5
_ORDER = ("crossref", "datacite", "dblp")


class Choice(NamedTuple):
    """The record to believe, or the candidates between which nothing decides."""

    record: Candidate | None
    candidates: tuple[Candidate, ...] = ()

    @property
    def doubt(self) -> str:
        """Why nothing decides between the candidates."""
        if sum(one.match.verdict == SAME for one in self.candidates) > 1:
            return "several records are this paper as far as title, authors, venue and year tell"
        return "not certain: " + ", ".join(self.candidates[0].match.reasons)


def choose(entry: Work, records: Iterable[Record]) -> Choice:
    """Return the publication that is the paper, among `records`; in doubt the candidates, best first.

    Records of one DOI are one candidate, and Crossref's stands for it. Of several DOIs the one is taken
    whose venue is the entry's, then whose year is.
    """
    found = _found(entry, records)
    same = [one for one in found.values() if one.match.verdict == SAME]
    with_doi = [one for one in same if one.record.doi] or same
    for narrower in (_same_venue, _same_words, _same_year, _near_year):
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
    for record in records:
        if is_publication(record) and record.source not in POINTERS:
            match = judged(entry, record)
            if match.verdict == AMBIGUOUS and (said := _witness(entry, record, records)):
                match = match._replace(verdict=SAME, score=0.9, reasons=(*match.reasons, said))
            key = record.doi or _edition(record)
            if match.verdict == DIFFERENT:
                refused.add(key)
            elif key not in found or (match.verdict == SAME and found[key].match.verdict != SAME):
                # Another service may name the authors that the first one lacks.
                found[key] = Candidate(found[key].record if key in found else record, match)
    for key in refused:
        found.pop(key, None)
    return found


def lacks_authors(entry: Work, records: Iterable[Record]) -> bool:
    """Whether all that keeps a record from being the paper is that it names no authors."""
    return any(
        one.match.verdict == AMBIGUOUS and not one.record.authors and _is_telling(one.record)
        for one in choose(entry, records).candidates
    )


def _witness(entry: Work, record: Record, records: Iterable[Record]) -> str:
    """Say who vouches for a record: somebody may name the authors it lacks, or the subtitle that the entry does.

    "" if nobody does.
    """
    vouches = _has_subtitle if record.authors else _vouches
    mine = (one for one in records if one is not record and judged(entry, one).verdict == SAME)
    return next(filter(None, (vouches(one, entry, record) for one in mine)), "")


def _has_subtitle(other: Record, entry: Work, record: Record) -> str:
    """Say that the preprint's own record is titled as `record` is, where the entry left the subtitle out."""
    if entry.arxiv is None or other.arxiv != entry.arxiv or is_publication(other):
        return ""
    preprint, published = work_of_record(other), work_of_record(record)
    same = title_key(preprint.title) == title_key(published.title) != title_key(entry.title)
    if same and compare(preprint, published).verdict == SAME:
        return f"{other.source} has the whole title for the preprint"
    return ""


def _vouches(other: Record, entry: Work, record: Record) -> str:
    """Say how `other`, a record of the paper, tells that `record` is of the paper too; "" if it does not."""
    links = {link.doi for link in other.relations if link.relation == "is-preprint-of"}
    if record.doi in {other.published, *links} - {None}:
        return "the preprint's own record names this DOI"
    if not other.authors or title_of(other.title).key != title_of(record.title).key:
        return ""
    if is_publication(other):
        same = not other.doi and _edition(other) == _edition(record) and other.year
        return f"{other.source} names these authors for this title and venue" if same else ""
    theirs = work_of_record(record)
    venues = same_venue(entry, theirs)
    its_own = entry.arxiv is not None and entry.arxiv == other.arxiv
    years = years_apart(work_of_record(other), theirs)
    near = years is not None and years <= _SOON and _is_telling(record)
    known = overlap(entry.authors, map(tex_name, other.authors)).enough
    if near and known and (venues or (its_own and venues is None)):
        return f"{other.source} names these authors for the preprint of this title"
    return ""


def _is_telling(record: Record) -> bool:
    """Whether a title is long enough for no two groups to have had it within two years."""
    return title_of(record.title).significant >= _TELLING


def _edition(record: Record) -> str:
    """Return where and when a work without a DOI appeared: services write one venue in many ways."""
    said = venue_of(record)
    match = find_venue(said) if said else None
    return f"{match.short if match else said} {record.year}"


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


def _same_words(entry: Work, candidates: list[Candidate]) -> list[Candidate]:
    """Return those that name the entry's venue in the same words: it may be a series, or unknown."""
    ours = title_key(entry.venue)
    return [one for one in candidates if ours and ours in map(title_key, _places(one.record))]


def _places(record: Record) -> tuple[str, ...]:
    return record.container, record.venue, record.event, record.series


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
