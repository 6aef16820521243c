"""Journals as they are cited, with volume, issue and pages: `Nature 521, 436-444 (2015)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Issue", "issue_in", "issues_behind"]

_YEAR = r"(?:19[5-9]\d|20[0-3]\d)"
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ISSUE = re.compile(
    rf"(?P<journal>[^\W\d_][^\d()\[\];:|]{{1,90}}?)[\s,]+(?:\(?(?P<before>{_YEAR})(?:\s(?:{_MONTH})[a-z]*(?:\s\d{{1,2}})?)?\)?[\s,;:.]+)?"
    rf"(?:vol(?:ume)?s?\.?\s*)?(?P<volume>(?!{_YEAR}\b)\d{{1,4}})"
    r"(?:\s?\((?P<number>\d{1,3}(?:\s?[-\u2013/]\s?\d{1,3})?)\)|[\s,]+(?:no|nr|iss(?:ue)?)\.?\s*(?P<no>\d{1,3}(?:[-\u2013/]\d{1,3})?)|\.(?P<dot>\d{1,5}|[A-Z][a-z]{2}))?"
    rf"(?:\s*\((?P<mid>{_YEAR})\))?"
    r"(?:[\s,.:]+(?:pp?\.?\s*|pages?\s+|article\s+)?"
    rf"(?P<pages>[A-Za-z]?(?!{_YEAR}\)?[\s.]*$)\d[\dA-Za-z.]*(?:\s?[-\u2013\u2014]{{1,2}}\s?[A-Za-z]?\d+)?))?"
    rf"(?:[\s,.;:]+\(?(?P<behind>{_YEAR})\)?)?[\s.]*"
)
_AMONG = re.compile(rf"\d.*{_YEAR}|{_YEAR}.*\d")
_CUT = re.compile(r"(?:(?<![\s.][A-Z])\.|[,?!;|]|\s[-\u2013\u2014])\s+(?=[^\W\d_])")
_LONGEST, _MOST_CUTS = 600, 12
_JOURNAL = re.compile(
    r"\b(?:journal|j\.|trans(?:actions|\.)|letters|lett\.|reviews?|rev\.|annals|ann\.|bulletin|archives?|frontiers|"
    r"magazine|mag\.|advances|proc(?:eedings|\.)|sci\.|res\.|lecture notes)",
    re.IGNORECASE,
)


class Issue(NamedTuple):
    """Where in a journal a work stands; "" and None for what is not said.

    Attributes:
        journal: As written.
        year: Of publication.
        volume: Its number.
        number: Of the issue.
        pages: The first, with a dash to the last, or the number of the article.
    """

    journal: str
    year: int
    volume: str
    number: str
    pages: str

    @property
    def is_formal(self) -> bool:
        """Whether the name says that it is a journal or proceedings."""
        return _JOURNAL.search(self.journal) is not None


def issue_in(text: str) -> Issue | None:
    """Return the journal, volume and year that `text` as a whole cites, None where it is something else."""
    match = _ISSUE.fullmatch(text) if _AMONG.search(text) else None
    if match is None:
        return None
    years = [match[place] for place in ("before", "mid", "behind") if match[place]]
    name = match["journal"].rstrip(" ,")
    if len(years) != 1 or "," in name:
        return None
    pages = re.sub(r"\s?[-\u2013\u2014]+\s?", "--", match["pages"] or "")
    number = re.sub(r"\s?[-\u2013]\s?", "--", match["number"] or match["no"] or match["dot"] or "")
    name = name if "." in name[:-1] else name.rstrip(".")
    return Issue(name, int(years[0]), match["volume"], number, pages)


def issues_behind(text: str) -> Iterator[tuple[str, str]]:
    """Yield where a text can be cut so that a journal with volume and year is behind: what is before, and that.

    Ends of sentences come first.
    """
    if len(text) > _LONGEST or not _AMONG.search(text):
        return
    cuts = list(_CUT.finditer(text))[-_MOST_CUTS:]
    for cut in sorted(cuts, key=lambda cut: cut[0][0] != "."):
        tail = text[cut.end() :]
        if issue_in(tail) is not None:
            yield text[: cut.start() + (cut[0][0] in "?!")], tail
