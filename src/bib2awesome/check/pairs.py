"""Which entries of a survey are one work, or claim to be by their identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bib2awesome.bib.dialect import CONTAINERS
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import SAME, compare, work_of
from bib2awesome.papers.titles import title_of

__all__ = ["Pair", "pairs", "standing"]

_SCHEMES = frozenset(
    {"doi", "arxiv", "openreview", "acl", "pmlr", "cvf", "neurips", "pubmed", "hal"}
)
"""Schemes whose identifiers mean one work."""
_WHOLES = frozenset(
    "book proceedings collection mvbook mvcollection mvproceedings periodical reference mvreference "
    "booklet manual".split()
)
_PARTS = frozenset(
    "inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection".split()
)


_NO_WORKS = CONTAINERS | {"softwareversion", "softwaremodule", "codefragment"}
"""Types that share the identifiers of what they hold or are a part of."""
_NO_LETTERS = re.compile(r"[\W_]+")


class Pair(NamedTuple):
    """Two papers in file order, what comparing them says, why, and the identifier that both have."""

    first: Paper
    second: Paper
    verdict: str
    reason: str
    shared: Identifier | None


def pairs(papers: Iterable[Paper]) -> Iterator[Pair]:
    """Yield the pairs of papers that share an identifier or a title; each later paper once.

    Only papers that meet under an identifier or a normalised title are compared, so the time grows with
    the number of papers. A part of a book and the book may share their identifier.
    """
    by_identifier: dict[Identifier, Paper] = {}
    by_title: dict[str, list[Paper]] = {}
    for paper in papers:
        if paper.type in _NO_WORKS:
            continue
        own = [one for one in _own(paper) if one.scheme in _SCHEMES]
        key = _key(paper) if paper.authors.names else ""  # a title alone makes no two works one
        met = _met(paper, own, by_identifier, by_title.get(key, ()) if key else ())
        if met is not None:
            yield met
        for identifier in own:
            by_identifier.setdefault(identifier, paper)
        if key:
            by_title.setdefault(key, []).append(paper)


def standing(one: Paper, beside: Paper) -> str:
    """Say where the entry of `one` stands, for somebody who looks at that of `beside`: `on line 7`."""
    place = one.document.place(one.entry.start)
    return (
        f"on line {place.line}"
        if one.document is beside.document
        else f"in {place.file}:{place.line}"
    )


def _own(paper: Paper) -> tuple[Identifier, ...]:
    """Return the identifiers that an entry claims for its work; those in notes are of related ones."""
    return tuple(one for one in paper.identifiers if _is_claimed(paper, one))


def _is_claimed(paper: Paper, identifier: Identifier) -> bool:
    values = paper.values
    said = " ".join(values.get(name, "") for name in ("note", "howpublished", "annote", "addendum"))
    fields = (name for name in ("doi", "url", "eprint", "journal", "ee", "pdf") if name in values)
    return identifier.value.lower() not in said.lower() or any(
        identifier.value.lower() in values[name].lower() for name in fields
    )


def _met(
    paper: Paper,
    own: Iterable[Identifier],
    by_identifier: Mapping[Identifier, Paper],
    of_title: Sequence[Paper],
) -> Pair | None:
    shared: Pair | None = None
    for identifier in own:
        other = by_identifier.get(identifier)
        if other is None or _is_part(paper, other):
            continue
        match = compare(work_of(other), work_of(paper), identified=f"same {identifier.scheme}")
        pair = Pair(other, paper, match.verdict, match.reasons[0], identifier)
        if match.verdict == SAME:
            return pair
        if paper.title and other.title:
            shared = shared or pair
    if not of_title or title_of(paper.title).front_matter:
        return shared  # hundreds of works have it, and `compare` takes none for another
    for other in of_title:
        match = compare(work_of(other), work_of(paper))
        if match.verdict == SAME and not _are_two(other, paper):
            return Pair(other, paper, SAME, ", ".join(match.reasons[:2]), None)
    return shared


def _key(paper: Paper) -> str:
    """Return what equal titles have in common: letters and digits. `compare` looks closer."""
    title = paper.title.lower()
    if not title.isascii():
        import unicodedata  # noqa: PLC0415  (most titles are ASCII)

        title = unicodedata.normalize("NFKD", title)
    return _NO_LETTERS.sub("", title.replace("&", "and"))


_THESES = frozenset("thesis phdthesis mastersthesis jurthesis".split())
_PAPERS = frozenset("article inproceedings conference incollection inbook suppperiodical".split())
_NUMBER = re.compile(r"\d+")


def _are_two(one: Paper, two: Paper) -> bool:
    """Whether papers of one title by the same people were published as two works.

    The article on a talk, the book of a thesis, a later edition and the next report of a series are works
    of their own; a preprint or report beside what it became is not.
    """
    if one.is_preprint or two.is_preprint:
        return False
    kinds = {_kind(one), _kind(two)}
    if len(kinds) > 1:
        return None not in kinds
    if kinds & {"whole", "thesis"}:
        return None not in {one.year, two.year} and one.year != two.year
    if one.doi and two.doi and one.doi != two.doi:
        return True
    pages = _differ(one, two, "pages")
    return pages or (pages is None and bool(_differ(one, two, "volume")))


def _kind(paper: Paper) -> str | None:
    kinds = (("paper", _PAPERS), ("whole", _WHOLES), ("thesis", _THESES))
    return next((kind for kind, types in kinds if paper.type in types), None)


def _differ(one: Paper, two: Paper, field: str) -> bool | None:
    """Whether a field states other numbers, None where one has none; first or last page may have a slip."""
    some, others = (_NUMBER.findall(paper.tex(field)) for paper in (one, two))
    return some[0] != others[0] and some[-1] != others[-1] if some and others else None


def _is_part(one: Paper, two: Paper) -> bool:
    """Whether one is a book and the other a part of a book, or both are parts: they may share its DOI."""
    kinds = {one.type, two.type}
    return bool(kinds & _PARTS and kinds & _WHOLES) or kinds <= {"inbook", "incollection"}
