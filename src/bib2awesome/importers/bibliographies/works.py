"""Which entries of two files are one work where identifiers and authors do not say it, and which are none."""

from __future__ import annotations

from bib2awesome.bib.document import Document
from bib2awesome.bib.entry import fold
from bib2awesome.bib.names import family_name
from bib2awesome.importers.bibliographies.fields import INHERITING
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.titles import title_of

__all__ = ["elsewhere", "is_silent", "is_twin", "parents"]


def is_twin(mine: Paper, theirs: Paper) -> bool:
    """Whether entries of one key have one title and no authors that say otherwise."""
    if title_of(mine.title).key != title_of(theirs.title).key:
        return False
    one, other = ({family_name(name) for name in paper.authors} for paper in (mine, theirs))
    return not one or not other or not one.isdisjoint(other)


def is_silent(mine: Paper, theirs: Paper) -> bool:
    """Whether an entry without authors, as lists make them, has the title and about the year of another."""
    years = (mine.year, theirs.year)
    near = None in years or abs((years[0] or 0) - (years[1] or 0)) <= 1
    mine_is, theirs_is = title_of(mine.title), title_of(theirs.title)
    return not mine.authors and near and mine_is.key == theirs_is.key and mine_is.significant > 1


def parents(document: Document) -> set[str]:
    """Return the keys that entries of a file inherit from, in lower case."""
    values = (document.own_values(entry) for entry in document.usable())
    return {
        fold(key.strip())
        for one in values
        for name in INHERITING
        for key in one.get(name, "").split(",")
    }


def elsewhere(paper: Paper) -> dict[str, str]:
    """Return the fields that name entries to inherit from which the file does not hold: they still have to."""
    found = {}
    for name in INHERITING:
        keys = [key.strip() for key in paper.tex(name).split(",") if key.strip()]
        if missing := [key for key in keys if paper.document.entry(key) is None]:
            found[name] = ",".join(missing)
    return found
