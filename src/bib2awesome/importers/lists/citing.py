"""Citations for the words of a link: `[Turing (1950)]`, `[Lovelace & Babbage, 1843, IEEE]`, `[Ada et al., ACL 2018]`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.importers.lists.edges import EDGES
from bib2awesome.importers.lists.labels import is_label
from bib2awesome.importers.lists.people import People, families_in, is_institution, people_in
from bib2awesome.importers.lists.when_where import WhenWhere, has_venue, when_where

__all__ = ["Cited", "cited"]

_YEARS = ("18", "19", "20")
_CITED = re.compile(
    r"([^\W\d_][^\d()]{1,80}?),?(?:\s*\(|(?<=al\.)\s*|(?<=al)\s+)((?:1[89]|20)\d\d)[a-z]?\)?"
)
_PLACED = re.compile(
    r"([^\W\d_][^\d()]{1,120}),\s((?:[^\s,;]{1,30} ){0,4})((?:1[89]|20)\d\d)[a-z]?(?:[,;]\s(\S.{0,80}))?"
)
"""`Lovelace & Babbage, ACL 1843b`, `Lovelace, 1843; PhD thesis`."""

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}\s+[A-Z][\w-]*$")
"""`UC Berkeley`, alone before a year, is nobody."""


class Cited(NamedTuple):
    """Whom a citation names, and when and where it says that the work is from."""

    people: People
    when: WhenWhere
    more: str = ""
    """What else it says: `PhD thesis`."""
    sure: bool = True
    """Whether it names people for sure: several, "et al.", or one with the year in brackets."""


@lru_cache(maxsize=1 << 14)
def cited(words: str) -> Cited | None:
    """Return what the words of a link cite; None for words that are no citation."""
    if not any(map(words.__contains__, _YEARS)):
        return None
    words = words.strip("[] ")
    if match := _CITED.fullmatch(words):
        people = None if _CAPITALS.search(match[1]) else _people_in(match[1])
        return Cited(people, WhenWhere(year=int(match[2]))) if people else None
    match = _PLACED.fullmatch(words)
    return _placed(match) if match is not None else None


def _placed(match: re.Match[str]) -> Cited | None:
    """Return what a citation with commas says, None if it names nobody for sure."""
    who, name, year, behind = match[1], match[2].strip(EDGES), match[3], match[4] or ""
    if _is_family(name) and " " not in who.replace(", ", ""):
        who, name = f"{who}, {name}", ""  # `Lovelace, Babbage 1843`
    people = None if ". " in name else _people_in(who)  # `Lovelace, Charles Babbage. ACL 1843`
    if people is None:
        return None
    sure = len(people.names) > 1 or people.others
    if not sure and " " in who:
        return None  # `Some Group, 1843`
    where = when_where(f"{name or behind} {year}", tag=bool(name))
    if where is None:
        return Cited(people, WhenWhere(year=int(year)), behind or name, sure=sure)
    return Cited(people, where, behind if name else "", sure=sure)


def _is_family(name: str) -> bool:
    """Whether one word before a year is a family's rather than a venue's: `Babbage`, not `LoomWS`."""
    return (
        sum(map(str.isupper, name)) == 1 and families_in(name) is not None and not has_venue(name)
    )


def _people_in(who: str) -> People | None:
    if is_label(who) or has_venue(who) or any(map(is_institution, who.split())):
        return None
    return families_in(who) or people_in(who, marked=True)
