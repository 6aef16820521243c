"""Works as papers cite them, with authors and year in front: `A. Lovelace and C. Babbage. 2021. A Title. In …`."""

from __future__ import annotations

import re
from typing import NamedTuple

from bib2awesome.importers.lists.journals import issues_behind, sure_issue_behind
from bib2awesome.importers.lists.nature_style import nature_style
from bib2awesome.importers.lists.people import People, people_in

__all__ = ["AuthorYear", "author_year", "is_cited"]

_APA = re.compile(
    r"^(?P<who>[^()]{3,}?)(?:\s*\((?P<year>(?:19|20)\d\d)[^()]*\)[.:]|\.\s+(?P<acm>(?:19|20)\d\d)[a-z]?\.|\s\((?P<bare>(?:19|20)\d\d)[a-z]?\)|,\s+(?P<comma>(?:19|20)\d\d)[a-z]?\.)\s*(?P<title>.+?(?:[^.]{4}(?=\.)|[?!]))\.?(?:\s|$)(?P<rest>.*)$"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_CITED_YEAR = re.compile(r"[.,] (?:19|20)\d\d[a-z]?[.] | [(](?:19|20)\d\d[^()]*[)]")
_BEFORE_QUOTE = re.compile(r"([^\"\u201c]{3,300}?)[.,]\s+[\"\u201c]\w")
_SIGNED_FIRST = re.compile(
    r"(?:[A-Z]\.[ -]?){1,3}[A-Z][\w'\u2019-]+(?:,| and )|[A-Z][\w'\u2019-]+ [A-Z]{1,3}(?:, |\. )"
)
"""How a citation may begin that has its year at the end: `Lovelace, Ada. "`, `A. Lovelace, `, `Lovelace A, `."""
_INITIALED = re.compile(r"[^\W\d_]{2},? (?:[A-Z]\.?[ -]?){1,3}$")
"""`Lovelace A`, `Lovelace, A.`."""
_LONGEST_CITED = 1000


class AuthorYear(NamedTuple):
    """Who wrote a work and when, its title, and what the citation says behind it."""

    people: People
    year: int
    title: str
    rest: str


def author_year(text: str) -> AuthorYear | None:
    """Return what a text cites; None where it does not begin with authors and a year."""
    apa = _APA.match(text) if _ANY_YEAR.search(text) else None
    people = _cited_people(apa) if apa is not None else None
    if apa is None or people is None:
        return None
    year = apa["year"] or apa["acm"] or apa["bare"] or apa["comma"]
    return AuthorYear(people, int(year), apa["title"], apa["rest"])


def is_cited(text: str) -> bool:
    """Whether a text is a work as papers cite it: `A. Lovelace and C. Babbage. 2021. A Title. In …`."""
    text = text[:_LONGEST_CITED]
    if _ANY_YEAR.search(text) is None:
        return False
    quoted = _BEFORE_QUOTE.match(text)
    if quoted is not None:
        return people_in(quoted[1], marked=True) is not None
    apa = _APA.match(text)
    if apa is not None and (apa["year"] or apa["acm"] or apa["title"][0].isupper()):
        return _CITED_YEAR.search(text) is not None and _cited_people(apa) is not None
    nature = nature_style(text)
    if nature is not None:
        return nature.title[0].isupper()
    if _SIGNED_FIRST.match(text) is None:
        return False
    return next(issues_behind(text), None) is not None or sure_issue_behind(text) is not None


def _cited_people(apa: re.Match[str]) -> People | None:
    """Return the authors of a citation; where no full stop is behind the year in brackets, for sure."""
    people = people_in(apa["who"], marked=True)
    if people is None or apa["year"] or apa["acm"]:
        return people
    sure = len(people.names) > 1 or people.others or _INITIALED.search(apa["who"])
    return people if sure else None
