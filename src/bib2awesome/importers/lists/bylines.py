"""Authors in a stretch of text, and what stands with them: a year, a venue, where they work."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.citing import cited
from bib2awesome.importers.lists.edges import has_figure, unbracketed
from bib2awesome.importers.lists.labels import is_bare_label
from bib2awesome.importers.lists.people import People, families_in, is_institution, people_in
from bib2awesome.importers.lists.placing import Placing
from bib2awesome.importers.lists.when_where import has_venue, when_where

__all__ = ["AFFILIATION", "BY", "YEAR", "Bylines"]

BY = re.compile(r"by\s", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['\u2019]\s?\d\d$")
AFFILIATION = re.compile(r"\(([^()]*[A-Za-z]{2}[^()]*)\)")
_ENDING = re.compile(AFFILIATION.pattern + r"(?!\s+[A-Z])")
"""An affiliation that ends a name, and no other name inside one: `Tse (Peter) Chen`."""
_PEOPLE_YEAR = re.compile(
    r"(.{2,3000}?)(?:[.,](?=\s+\(?\d\d?/)|,?)\s+[(]?(?:(\d\d?)/)?((?:19|20)\d\d)[a-z]?[)]?"
)
_YEAR_LAST = len("3a)")
"""`Ada Lovelace et al., 1843`, `Ada Lovelace. (3/1843)`."""
_BEHIND_BY = re.compile(r"\s+(?=(?:from|on|in|at)\s(?!\d)|[\u2013\u2014-]\s|\((?!\d))")
_PUBLISHED = re.compile(r"(?:^|\s)(?:on|in|at)\s(?=[A-Z])")
"""Before a venue: `from Some College on Some Journal`."""
_FULL_YEAR = re.compile(r"(?<![\w-])(?:19|20)\d\d(?![\w-])")
_CITED_YEAR = re.compile(r"(?:1[89]|20)\d\d[a-z]?")
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE
)
_INITIAL_LAST = re.compile(r"(?:^|, )[^\W\d_][\w'\u2019-]+ [A-Z]{1,3}\. ")
"""The last of authors whose initials come last, before a venue: `Lovelace A. Days of Looms`."""
_DATED_FAMILIES = re.compile(r"([^\W\d_][^\d().:]{1,300}?) \(((?:1[89]|20)\d\d)[a-z]?\)?")
"""`Lovelace, Babbage, Somerville (1843)`; a bracket at the end may have been left out."""
_TWO = re.compile(r"[^\s,]+(?: [^\s,]+)? (?:and|&) [^\s,]+(?: [^\s,]+)?")
_FEW, _SHORT = 4, 2


def _is_acronym(people: People) -> bool:
    """Whether what may be one name ends as subjects do, where nobody else is named: `Chart VQA`."""
    one = people.names[-1]
    alone = len(people.names) == 1 and not people.others
    return alone and any(part.isupper() and len(part) > _SHORT for part in (one.given, one.family))


class Bylines(Placing):
    """An item whose authors are told from what stands beside them."""

    def only_people(self, text: str, *, marked: bool) -> bool:
        """Take authors, and the year where one stands among the figures that names are read past."""
        if self.reading.authors:
            return False
        people = people_in(text, marked=marked or self.habits.signed)
        if people is None and marked and self.habits.signed and not is_bare_label(text):
            people = families_in(text.rstrip(". ")) if _TWO.fullmatch(text) else None
        if people is None and (by := BY.match(text)) is not None:
            people = self.families_by(text[by.end() :].strip(" .,"))
        if people is None or (not self.habits.signed and _is_acronym(people)):
            return False
        self.reading.authors, self.reading.others = people
        if "(" in text and not text.lstrip(" .,;").startswith("("):
            for affiliation in _ENDING.findall(text):
                self.remark(affiliation)
        year = _FULL_YEAR.search(text) if has_figure(text) else None
        if year is not None and self.reading.year is None:
            self.reading.year = int(year[0])
        return True

    def families_by(self, text: str) -> People | None:
        """Return the families of `by Lovelace and Babbage`; a single one only behind a title in quotation marks."""
        people = families_in(text)
        if people is None or any(map(is_institution, text.split())):
            return None
        alone = len(people.names) == 1 and not people.others
        if alone and not (self.reading.style == "quoted" and sum(map(str.isupper, text)) == 1):
            return None  # `by SomeLab`
        return people

    def cited_people(self, text: str) -> bool:
        """Take the families and the year with which papers cite a work: `Lovelace & Babbage, 1843`."""
        who, _, year = text.rpartition(" ")
        who = who.strip(" ,")
        if self.reading.authors or not _CITED_YEAR.fullmatch(year) or has_venue(who):
            return False
        people = families_in(who)
        if people is None or not (len(people.names) > 1 or people.others or self.habits.signed):
            return False
        acronym = len(people.names) == 1 and any(map(str.isupper, who[1:]))
        if acronym or any(map(is_institution, who.split())):
            return False
        self.reading.authors, self.reading.others = people
        self.cited_year = int(year[:4])
        return True

    def dated_families(self, text: str) -> bool:
        """Take three families or more and a year in brackets; where authors stand, a single one, too: `Lovelace (1843)`."""
        match = _DATED_FAMILIES.fullmatch(text.strip())
        people = families_in(match[1]) if match is not None else None
        if match is None or people is None or has_venue(match[1]):
            return False
        if len(people.names) == 2:  # noqa: PLR2004
            return False  # `Lovelace, Ada (1843)`
        if len(people.names) == 1 and (match[1].isupper() or not self.habits.signed):
            return False  # `LOOMS (1843)`
        self.reading.authors, self.reading.others = people
        self.reading.year = self.reading.year or int(match[2])
        return True

    def cites(self, text: str, where: str) -> bool:
        """Take authors, year and venue from words that cite the work: `Lovelace and Babbage, ACL 1843`."""
        found = cited(text)
        if found is None or self.reading.authors or not (found.sure or self.habits.signed):
            return False
        self.reading.authors, self.reading.others = found.people
        if found.when.venue or found.when.month:
            self.place(found.when, where)
        else:
            self.cited_year = found.when.year
        self.remark(found.more)
        return True

    def people_by(self, text: str) -> bool:
        """Take authors with where they work and published: `by Ada Lovelace from Some College on Some Journal`."""
        end = _BEHIND_BY.search(text)
        who = text[: end.start()] if end is not None else ""
        people = None if has_figure(who) else people_in(who, marked=True)
        if end is None or people is None:
            return False
        self.reading.authors, self.reading.others = people
        rest, _, about = text[end.end() :].partition(" - ")
        for place in [*_PUBLISHED.finditer(rest)][-_FEW:]:
            found = when_where(rest[place.end() :])
            if found is not None:
                self.place(found, "line")
                rest = rest[: place.start()]
                break
        for said in (rest, about):
            self.remark(unbracketed(said).removeprefix("(").removesuffix(")"))
        return True

    def people_and_venue(self, text: str) -> bool:
        """Take `Ada Lovelace, Charles Babbage, ICML, 2018`: authors, and a venue or date behind a comma or two."""
        if not has_figure(text) and people_in(text, marked=True) is not None:
            return False
        before, _, behind = text.rpartition("; ")
        found = when_where(behind) if before else None
        if found is not None and (people := people_in(before, marked=True) or families_in(before)):
            self.reading.authors, self.reading.others = people
            self.place(found, "line")
            return True
        head, _, last = text.rpartition(", ")
        ahead, _, both = head.rpartition(", ")
        for who, tail, tag in (
            (head, last, YEAR.search(last) is not None),
            (ahead, f"{both}, {last}", YEAR.search(last) is not None and ". " not in both),
        ):
            found = when_where(tail, tag=tag) if who else None
            if found is None or not (found.year or tail is last) or _INITIAL_LAST.search(tail):
                continue
            people = people_in(who, marked=True)
            two = who.lstrip("([")
            if people is None and not found.venue and self.habits.signed and _TWO.fullmatch(two):
                people = families_in(two)
            if people is not None:
                self.reading.authors, self.reading.others = people
                self.place(found, "line")
                return True
        return False

    def dated_people(self, text: str, *, marked: bool = False) -> bool:
        """Take `Aivodji et al., 2019`, and where authors stand a single one in full: `Ada Lovelace 1843`."""
        dated = not self.reading.authors and has_figure(text[-_YEAR_LAST:])
        match = _PEOPLE_YEAR.fullmatch(text) if dated else None
        people = people_in(match[1], marked=True) if match is not None else None
        if match is None or people is None or has_venue(match[1]):
            return False
        single = len(people.names) == 1 and not people.others and not BY.match(text)
        if single and not (marked and people.names[0].given and not _MONTH.search(match[1])):
            return False
        self.reading.authors, self.reading.others = people
        for affiliation in AFFILIATION.findall(match[1]):
            self.remark(affiliation)
        self.reading.year, self.reading.month = int(match[3]), int(match[2] or 0) or None
        return True
