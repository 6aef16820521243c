"""What a paper is called beside its citation, in the figure and in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bib2awesome.bib.names import family_name

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper

__all__ = ["label"]

_LONGEST = 24  # characters of a title before its colon that still are a name
_THINGS = frozenset({"dataset", "online", "software"})


def label(paper: Paper, kind: str) -> str:
    """Return what names a paper before its citation, as Unicode text; "" for `number`.

    A short title is `shorttitle`, a method's or abbreviation's field, the title if it is a name, the
    title before a colon if that is short, else the authors.
    """
    if kind == "number":
        return ""
    if kind == "author-year":
        return f"{_authors(paper)} ({paper.year})" if paper.year else _authors(paper)
    for field in ("shorttitle", "method", "abbr", "abbreviation"):
        if written := paper.text(field):
            return written
    if len(paper.title) <= _LONGEST and (paper.type in _THINGS or len(paper.title.split()) == 1):
        return paper.title or _authors(paper)
    before, colon, _ = paper.title.partition(":")
    if colon and 0 < len(before.strip()) <= _LONGEST:
        return before.strip()
    return _authors(paper)


def _authors(paper: Paper) -> str:
    names = paper.authors
    if not names.names:
        return paper.title or paper.key
    first = family_name(names.names[0])
    if len(names.names) == 2 and not names.others:  # noqa: PLR2004
        return f"{first} and {family_name(names.names[1])}"
    return f"{first} et al." if len(names.names) > 1 or names.others else first
