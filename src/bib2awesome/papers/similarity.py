"""Is this record this paper? A verdict with reasons, as careful as a wrong DOI is bad.

Identifiers are compared first, and still verified by title and authors. Titles have to be the same but for
spelling; numbers, parts, versions, `++` and notices tell works apart; authors have to overlap; the year is
a window. What is not certain is `ambiguous`, never `same`. The rules are those of the comparison of
existing tools: their common errors are `Part I` and `Part II`, `C` and `C++`, errata, `Preface`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bib2awesome.bib.names import Name, NameList
from bib2awesome.papers.authorship import Overlap, overlap
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.title_likeness import Likeness, Relation, likeness
from bib2awesome.papers.titles import title_key, title_of
from bib2awesome.papers.venues import VenueMatch, find_venue

__all__ = [
    "AMBIGUOUS",
    "DIFFERENT",
    "SAME",
    "Match",
    "Work",
    "compare",
    "same_venue",
    "title_key",
    "work_of",
    "years_apart",
]

SAME, AMBIGUOUS, DIFFERENT = "same", "ambiguous", "different"

_SHORT = 3
"""A title of so few significant words needs more than itself."""
_NEAR_YEARS, _FAR_YEARS = 1, 3
_LONG = 8
_GROUP = 3


class Work(NamedTuple):
    """What a work is compared by; "", () and None where it is not known.

    Attributes:
        title: TeX source, HTML or plain text, with the subtitle where there is one.
        authors: Names in order; strings are read as BibTeX reads one name.
        year: Of publication.
        venue: What the record says about it: proceedings, journal, acronym.
        doi: Bare, lower case.
        arxiv: Unversioned id.
        type: BibTeX's word for it.
        years: Further years that hold for the work (print and online, arXiv and proceedings).
    """

    title: str
    authors: NameList | Iterable[Name | str] = ()
    year: int | None = None
    venue: str = ""
    doi: str | None = None
    arxiv: str | None = None
    type: str = ""
    years: tuple[int, ...] = ()


class Match(NamedTuple):
    """Whether two works are one.

    Attributes:
        verdict: `same`, `ambiguous` or `different`.
        score: From 0 to 1, for people and for the order of candidates.
        reasons: What speaks for it and against it.
    """

    verdict: str
    score: float
    reasons: tuple[str, ...]


def work_of(paper: Paper) -> Work:
    """Return what a paper of the survey is compared by."""
    text = next(
        (
            said
            for name in ("booktitle", "journal", "journaltitle", "eventtitle")
            if (said := paper.tex(name))
        ),
        "",
    )
    if paper.is_preprint:
        text = ""
    return Work(
        paper.title, paper.authors, paper.year, text, paper.doi, paper.arxiv, paper.type.lower()
    )


def compare(entry: Work, record: Work, *, identified: str = "") -> Match:
    """Return whether `record` is the work that `entry` is; the order of the two does not matter.

    `identified` says which identifier, other than DOI and arXiv id, the two have in common ("" for none).
    """
    one, two = title_of(entry.title), title_of(record.title)
    like = likeness(one, two)
    authors = overlap(entry.authors, record.authors)
    reasons = [like.reason, authors.words]
    identified = _identified(entry, record) or identified
    if identified:
        verdict = _of_identified(like, authors)
        reasons.insert(0, identified)
    elif one.front_matter or two.front_matter:
        verdict = DIFFERENT
        reasons = ["a title that many works have"]
    else:
        verdict, why = _of_unidentified(entry, record, like, authors)
        reasons += why
    return Match(verdict, _score(like, authors, verdict), tuple(reasons))


def _identified(one: Work, two: Work) -> str:
    if one.doi and one.doi == two.doi:
        return "same DOI"
    return "same arXiv id" if one.arxiv and one.arxiv == two.arxiv else ""


def _of_identified(like: Likeness, authors: Overlap) -> str:
    """Verify what an identifier leads to: titles may drift between versions, works may not change."""
    if like.relation is Relation.VETOED:
        return DIFFERENT
    if like.relation is Relation.FAR:
        return AMBIGUOUS if authors.enough else DIFFERENT
    if authors.known and not authors.common:
        return AMBIGUOUS if like.relation is Relation.EQUAL else DIFFERENT
    return SAME


def _of_unidentified(
    entry: Work, record: Work, like: Likeness, authors: Overlap
) -> tuple[str, list[str]]:
    """Decide by title, authors, year and venue; returns the verdict and further reasons."""
    if like.relation in {Relation.VETOED, Relation.FAR} or (authors.known and not authors.common):
        return DIFFERENT, []
    years, venues = years_apart(entry, record), same_venue(entry, record)
    if years is None and _same_edition(entry, record):
        years = 0
        why = ["same proceedings"]
    elif years is not None:
        why = ["same year" if years == 0 else f"{years} year{'s' * (years > 1)} apart"]
    else:
        why = ["no year to compare"]
    if venues is not None:
        why.append("same venue" if venues else "another venue")
    significant = min(title_of(work.title).significant for work in (entry, record))
    sure = (
        _of_organisation(like, years, significant)
        if authors.organisation
        else authors.enough and _of_persons(like, authors, years, significant, venues=bool(venues))
    )
    return (SAME if sure and venues is not False else AMBIGUOUS), why


def _of_organisation(like: Likeness, years: int | None, significant: int) -> bool:
    """An organisation alone says little: an equal title of some length, and the same year."""
    return like.relation is Relation.EQUAL and years == 0 and significant > _SHORT


def _of_persons(
    like: Likeness, authors: Overlap, years: int | None, significant: int, *, venues: bool
) -> bool:
    """Decide between works by the same persons: the less the titles agree, the more the rest has to."""
    near = years is not None and years <= _NEAR_YEARS
    in_window = years is None or years <= _FAR_YEARS
    short = significant <= _SHORT
    lone = authors.shorter == 1
    sure = {
        Relation.EQUAL: authors.all and (venues or (near and not (lone and authors.initials)))
        if short
        else in_window,
        Relation.SPELLING: (
            authors.all and near and (not lone or (venues and not authors.initials))
        )
        if short
        else (near if lone else in_window),
        Relation.PART: authors.all
        and (near or (years is None and authors.shorter >= _GROUP))
        and (like.distinctive or not lone or (venues and near)),
        Relation.INSERTED: authors.all
        and near
        and not authors.initials
        and (significant >= _LONG or (significant > _SHORT + 1 and authors.shorter >= _GROUP)),
    }
    return sure.get(like.relation, False)


def _same_edition(one: Work, two: Work) -> bool:
    """Whether both name one volume in the same words (`54th Annual Meeting of …`): then the year is, too."""
    key = title_key(one.venue)
    return key == title_key(two.venue) and any(sign.isdigit() for sign in key)


def years_apart(one: Work, two: Work) -> int | None:
    """Return how many years are between the nearest years the two state, None where one states none."""
    some = {*one.years, one.year} - {None}
    others = {*two.years, two.year} - {None}
    return min((abs(a - b) for a in some for b in others if a and b), default=None)


# Journals that publish what is presented at a conference: either is right for the same paper.
_PUBLISHES = {
    "PACMPL": {"POPL", "PLDI", "OOPSLA", "ICFP"},
    "TOG": {"SIGGRAPH", "SIGGRAPH Asia"},
    "PVLDB": {"VLDB"},
    "PACMMOD": {"SIGMOD", "PODS"},
    "PACMHCI": {"CSCW", "GROUP", "CHI PLAY", "ISS", "EICS", "MobileHCI"},
    "IMWUT": {"UbiComp"},
    "PACMSE": {"FSE", "ISSTA", "ESEC/FSE"},
    "PACMNET": {"CoNEXT"},
    "POMACS": {"SIGMETRICS"},
    "PACMCGIT": {"I3D", "HPG", "SCA"},
    "TVCG": {"VIS", "VR", "ISMAR"},
    "CGF": {"Eurographics", "EGSR", "SGP", "EuroVis", "SCA", "PG", "HPG"},
    "RA-L": {"ICRA", "IROS"},
    "Bioinformatics": {"ISMB", "RECOMB"},
    "TCHES": {"CHES"},
    "ToSC": {"FSE"},
    "PoPETs": {"PETS"},
    "TACL": {"ACL", "NAACL", "EMNLP", "EACL"},
    "IJCARS": {"IPCAI"},
}


def same_venue(one: Work, two: Work) -> bool | None:
    """Whether both name the same venue; None where it cannot be told, or one names a preprint server."""
    first, second = _venue(one), _venue(two)
    if first is None or second is None:
        same_words = title_key(one.venue) == title_key(two.venue) != ""
        return True if same_words and not (first or second or _is_posted(one)) else None
    names = {first.venue.short, second.venue.short}
    if len(names) == 1:
        return True
    if any(
        names - {journal} <= meetings
        for journal, meetings in _PUBLISHES.items()
        if journal in names
    ):
        return None
    return False


def _is_posted(work: Work) -> bool:
    """Whether the venue is a preprint server, or a series that holds many venues."""
    return find_venue(work.venue) is not None


def _venue(work: Work) -> VenueMatch | None:
    match = find_venue(work.venue) if work.venue else None
    return None if match is None or match.venue.kind in {"preprint", "series"} else match


def _score(like: Likeness, authors: Overlap, verdict: str) -> float:
    """Return a number for people: mostly the titles' likeness, the rest from the authors."""
    shared = authors.common / authors.shorter if authors.known and authors.shorter else 0.5
    likely = 0.7 * like.ratio + 0.3 * shared
    floor, ceiling = {SAME: (0.9, 1.0), AMBIGUOUS: (0.5, 0.89), DIFFERENT: (0.0, 0.49)}[verdict]
    return round(floor + likely * (ceiling - floor), 3)
