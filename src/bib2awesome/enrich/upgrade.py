"""A preprint that has been published: one change set, from one record, that keeps what is the author's."""

from __future__ import annotations

from bib2awesome.enrich.judging import Candidate, stated_year, venue_of
from bib2awesome.enrich.values import pages_of
from bib2awesome.papers.changes import Change
from bib2awesome.papers.dates import MONTHS
from bib2awesome.papers.doi import doi, is_preprint_doi
from bib2awesome.papers.entry_text import value_of
from bib2awesome.papers.identifiers import safe_url
from bib2awesome.papers.new_entry import tex_of, venue_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.urls import plain_tex
from bib2awesome.papers.venues import find_venue

__all__ = ["GROUP", "upgrade"]

GROUP = "upgrade"
_OF_PREPRINTS = ("journal", "journaltitle", "booktitle", "howpublished", "volume", "number", "publisher", "institution")  # fmt: skip
_HAVE_NUMBERS = frozenset(("article",))


def upgrade(paper: Paper, candidate: Candidate) -> list[Change]:
    """Return the changes that make `paper` the published version that `candidate` is.

    Type, venue, year, volume, pages and DOI all come from the one record; without venue or year there
    are none; key, eprint, category, code and every other field stay. An arXiv id that only stood in a
    field that goes gets `eprint`, another server's DOI `link-preprint`.
    """
    record = candidate.record
    year = record.year or stated_year(record)
    kind, place = venue_fields(venue_of(record), year)
    if record.type in {"article", "incollection", "book"} or kind == "misc":
        kind = record.type or kind
    if not place or kind in {"", "misc", "preprint", "none"} or year is None:
        return []
    wanted = {"journal" if kind == "article" else "booktitle": tex_of(place[0][1])}
    if kind == "article" and "journaltitle" in paper.values:
        wanted = {"journaltitle": wanted["journal"]}
    wanted["date" if "date" in paper.values and "year" not in paper.values else "year"] = str(year)
    if record.month and kind in _HAVE_NUMBERS:
        wanted["month"] = MONTHS[record.month - 1]
    if kind in _HAVE_NUMBERS:
        wanted |= {
            name: tex_of(text) for name in ("volume", "number") if (text := getattr(record, name))
        }
    if pages := pages_of(record.pages):
        wanted["pages"] = tex_of(pages)
    if record.doi:
        wanted["doi"] = record.doi
    changes = _type(paper, kind, candidate)
    changes += [
        change for name, tex in wanted.items() for change in _value(paper, name, tex, candidate)
    ]
    changes += _cleared(paper, wanted, year, candidate)
    return changes + _preprint(paper, candidate)


def _made(paper: Paper, candidate: Candidate, action: str, **values: str | None) -> Change:
    return Change(
        key=paper.key,
        action=action,
        source=candidate.record.source,
        url=candidate.record.url,
        score=candidate.match.score,
        reasons=candidate.match.reasons,
        group=GROUP,
        **values,  # type: ignore[arg-type]
    )


def _type(paper: Paper, kind: str, candidate: Candidate) -> list[Change]:
    if paper.type.lower() == kind:
        return []
    return [
        _made(
            paper,
            candidate,
            "set-type",
            old=paper.type,
            new=kind,
            old_text=paper.type,
            new_text=kind,
        )
    ]


def _value(paper: Paper, name: str, tex: str, candidate: Candidate) -> list[Change]:
    own = paper.entry.field(name)
    new = value_of(paper.document, name, tex)
    old = paper.document.text(*own.value_span) if own else None
    text = paper.tex(name)
    if text == tex:
        return []
    action = "replace" if text and own else "set"
    return [
        _made(
            paper,
            candidate,
            action,
            field=name,
            old=old,
            new=new,
            old_text=text or None,
            new_text=tex,
        )
    ]


def _cleared(paper: Paper, wanted: dict[str, str], year: int, candidate: Candidate) -> list[Change]:
    """Return the removal of what only holds for the preprint: its server as venue, its month."""
    gone = []
    for name in _OF_PREPRINTS:
        own = paper.entry.field(name)
        if own is None or name in wanted:
            continue
        text = plain_tex(paper.tex(name))
        match = find_venue(text) if text else None
        server = match is not None and match.venue.kind == "preprint"
        link = name == "howpublished" and "arxiv" in text.lower() and safe_url(text) is not None
        if server or link or (name == "volume" and text.startswith("abs/")):
            gone.append(own)
    named = paper.entry.field("doi")
    if named is not None and "doi" not in wanted and is_preprint_doi(paper.doi or ""):
        gone.append(named)  # the publication has none, or not yet
    month = paper.entry.field("month")
    if month is not None and "month" not in wanted and paper.year != year:
        gone.append(month)
    return [
        _made(
            paper,
            candidate,
            "remove",
            field=own.name,
            old=paper.document.text(*own.value_span),
            old_text=paper.text(own.name),
        )
        for own in gone
    ]


def _preprint(paper: Paper, candidate: Candidate) -> list[Change]:
    """Return what keeps the way to the preprint where its id only stands in what goes."""
    fields: dict[str, str] = {}
    if paper.arxiv and "eprint" not in paper.values:
        fields = {"eprint": paper.arxiv, "archiveprefix": "arXiv"}
    elif not paper.arxiv and is_preprint_doi(paper.doi or "") and not _is_linked(paper):
        fields = {"link-preprint": f"https://doi.org/{paper.doi}"}
    return [
        change for name, tex in fields.items() for change in _value(paper, name, tex, candidate)
    ]


def _is_linked(paper: Paper) -> bool:
    """Whether a field that stays leads to the preprint."""
    return any(
        doi(value) == paper.doi
        for name, value in paper.values.items()
        if name in {"url", "eprint"} or name.startswith("link-")
    )
