"""Papers moved to another venue: decisions day for forty preprints in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.values import MONTHS
from bib2awesome.errors import Finding, Severity
from bib2awesome.nearest import nearest
from bib2awesome.papers.assignments import given, removed, sourced
from bib2awesome.papers.changes import Change
from bib2awesome.papers.fields import OF_VENUE, arxiv_in, place_in
from bib2awesome.papers.new_entry import tex_of, venue_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.venues import find_venue, venues

__all__ = ["at_venue", "unknown_venue"]

GROUP = "venue"
"""The group of the changes that move an entry to another venue."""
_NAMES = ("booktitle", "journal", "journaltitle", "howpublished", "series", "eventtitle", "venue")
_KEPT = frozenset({"doi", "url", "year", "date"})
"""Fields of a version that stay: what leads to the work, and the year, which has its own rule."""
_SAME_TYPE = {"conference": "inproceedings"}
_NAMED_BY = {"inproceedings": "booktitle", "article": "journal"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def unknown_venue(venue: str) -> list[Finding]:
    """Return the hint that a venue is none that venues.toml knows, with those that look like it."""
    if find_venue(venue) is not None:
        return []
    word = " ".join(one for one in venue.split() if not one.isdigit())
    near = nearest(word, [one.short for one in venues()])
    hint = f"did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else None
    what = f"no venue that is known by name: `{venue}` is written as it stands"
    return [Finding("", "unknown-venue", Severity.HINT, what, hint=hint)]


def at_venue(papers: Iterable[Paper], venue: str) -> list[Change]:
    """Return the changes that move papers to a venue: type, booktitle or journal, year.

    What was said of another venue goes (its name, volume, pages, publisher, month); the eprint stays,
    and is written down where only the venue named it; DOI, links and the author's fields stay. A macro
    of the file that means the venue is used. The year is the one that `venue` states, else each paper's
    own.
    """
    return [change for paper in papers for change in _moved(paper, venue)]


def _moved(paper: Paper, venue: str) -> Iterator[Change]:
    match = find_venue(venue)
    year = match.year if match and match.year else _year(venue) or paper.year
    type_, fields = venue_fields(venue, year)
    before = _SAME_TYPE.get(paper.type, paper.type)
    if match is None and type_ == "misc" and before in _NAMED_BY and not paper.is_preprint:
        # Nothing says what kind of venue it is: of the same kind as the one before, then.
        type_, fields = before, tuple((_NAMED_BY[before], text) for _, text in fields)
    if type_ != before:
        yield Change(key=paper.key, action="set-type", old=paper.type, new=type_, group=GROUP)
    wanted = {name: tex_of(text) for name, text in fields}
    if "journal" in wanted and is_biblatex(paper.document) and not paper.entry.field("journal"):
        wanted["journaltitle"] = wanted.pop("journal")
    for name, tex in wanted.items():
        yield from _named(paper, name, tex)
    when = dict(_when(paper, year))
    for name, tex in when.items():
        change = given(paper, name, tex, GROUP)
        yield from [change] if change else []
    names = _NAMES if _is_there(paper, venue) else [*_NAMES, *sorted(OF_VENUE - _KEPT)]
    gone = [name for name in dict.fromkeys(names) if name not in wanted and paper.entry.field(name)]
    for name in gone:
        change = removed(paper, name, GROUP)
        yield from [change] if change else []
    rest = {name: value for name, value in paper.values.items() if name not in gone}
    if paper.arxiv is not None and arxiv_in(rest | wanted | when) != paper.arxiv:
        yield from _kept_eprint(paper, paper.arxiv)


def _named(paper: Paper, name: str, tex: str) -> Iterator[Change]:
    """Yield the change that names the venue: by a macro of the file where one says the same."""
    if paper.document.value(paper.entry, name) == tex:
        return
    for macro, (start, text) in paper.document.macro_table.constants():
        if text == tex and start <= paper.entry.start and macro not in MONTHS:
            yield replace(sourced(paper, name, macro, GROUP), new_text=to_unicode(tex))
            return
    change = given(paper, name, tex, GROUP)
    yield from [change] if change else []


def _when(paper: Paper, year: int | None) -> Iterator[tuple[str, str]]:
    """Yield the year under the name that the entry has for it."""
    if year is None:
        return
    if paper.entry.field("date") is None or paper.entry.field("year") is not None:
        yield "year", str(year)
    if paper.entry.field("date") is not None and not paper.tex("date").startswith(str(year)):
        yield "date", str(year)


def _is_there(paper: Paper, venue: str) -> bool:
    """Whether the paper is at this venue already, so that all that is said of it holds."""
    there, match = place_in(paper.type, paper.values)[1], find_venue(venue)
    if there is None or match is None:
        return False
    return there[:2] == match[:2] and match.year in {None, paper.year}


def _kept_eprint(paper: Paper, arxiv: str) -> Iterator[Change]:
    """Yield the changes that write down an arXiv id which only the former venue named."""
    archive = "eprinttype" if is_biblatex(paper.document) else "archiveprefix"
    for name, tex in (("eprint", arxiv), (archive, "arXiv")):
        change = given(paper, name, tex, GROUP)
        yield from [change] if change else []


def _year(text: str) -> int | None:
    words = [int(word) for word in text.split() if word.isascii() and word.isdigit()]
    return next((word for word in reversed(words) if _FIRST_YEAR < word < _LAST_YEAR), None)
