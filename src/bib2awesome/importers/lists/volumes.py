"""The volume that a citation names behind its title: a journal, or proceedings with year and pages."""

from __future__ import annotations

import re
from typing import NamedTuple

from bib2awesome.importers.lists.columns import NOTHING, cell_of
from bib2awesome.importers.lists.journals import Issue, apa_issue, dashed, issue_alone
from bib2awesome.importers.lists.remainder import Remainder
from bib2awesome.importers.lists.when_where import WhenWhere, when_where

__all__ = ["Volumes"]

_CITED_REST = re.compile(r"^In\s+|\s*\(pp\.[^)]*\)?|\s+\d+\s*\((?:19|20)\d\d\)|\s*,\s*\d.*$")
_BEHIND = re.compile(
    r"(\S+\s\S.*?\S)[.,?!]\s+[Ii]n(?::\s+|\s+(?=Proc(?:eedings\b|\.)|Advances in |(?:the )?(?:19|20)\d\d [A-Z]))([A-Z\d].{3,})$"
)
"""`A Title. In: Days of Looms, pp. 1-9 (1993)`."""
_BEFORE = (". In", "? In", "! In", ", in", ", In", ". in")
_NAME = re.compile(
    r"[A-Z\d].*?[^\s.,](?<!\bInt)(?<!\bIntl)(?<!\bConf)(?<!\bProc)(?<!\bSymp)(?=[.,]*(?:$|\.\s))"
)
_PAGES = re.compile(
    r"[\s,.;(]{0,4}\b(?:pp?\.|pages?\b)\s*(\d+(?:\s?[\u2013-]+\s?\d+)?)\)?|(?:^|[.,])\s*(\d+\s?[\u2013-]+\s?\d+)(?=[.,]?$)"
)
_YEAR = re.compile(
    r"(?:[.,]\s*\(?|\s\(|\s(?=\d{4} [A-Z][a-z]{2} \d))((?:19|20)\d\d)\b\)?(?: [A-Z][a-z]{2} \d\d?)?"
)
_QUOTES = ' .,"\u201c\u201d'
_PAGES_INSIDE = re.compile(r"\s*\(pp\.\s*([^)]*)\)?")
_ANY_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")


class Volume(NamedTuple):
    """Proceedings as a citation names them, and what it says behind them."""

    name: str
    year: int | None
    pages: str
    more: str


def _volume_in(text: str) -> Volume | None:
    """Return what stands behind the "In" of a citation."""
    pages = _PAGES.search(text)
    span = pages.span() if pages is not None else (len(text), len(text))
    dates = [one for one in _YEAR.finditer(text) if one.end() <= span[0] or one.start() >= span[1]]
    ends = [span[0], *(one.start() for one in dates[-1:])]
    name = _NAME.match(text[: min(ends)])
    if name is None:
        return None
    rest = text[name.end() :]
    for known in filter(None, (pages, *dates[-1:])):
        rest = rest.replace(known[0], "")
    year = dates[-1][1] if dates else next(iter(_ANY_YEAR.findall(name[0])), None)
    numbers = (pages[1] or pages[2]) if pages is not None else ""
    return Volume(name[0], int(year) if year else None, numbers, rest.strip(" .,"))


class Volumes(Remainder):
    """An item that may cite its work."""

    def volume(self, text: str) -> bool:
        """Take the proceedings behind the "In" of a citation."""
        found = _volume_in(text)
        if found is None:
            return False
        columns = (number for number, role in self.roles.items() if role == "venue")
        if any(cell_of(self.item, number).lower() not in NOTHING for number in columns):
            self.remark(found.name)  # a column has its short name
            self.reading.year = self.reading.year or found.year
        else:
            self.place(WhenWhere(found.name, found.year, date=str(found.year or "")), "trailing")
        if found.pages:
            self.take_pages(found.pages)
        self.remark(found.more)
        return True

    def before_volume(self, text: str) -> str | None:
        """Take the proceedings behind a title: `A Title. In: Days of Looms, pp. 1-9 (1993)`."""
        match = _BEHIND.fullmatch(text) if any(map(text.__contains__, _BEFORE)) else None
        if match is None or not self.volume(match[2]):
            return None
        return match[1]

    def behind_cited(self) -> None:
        """Take what stands behind the title of a work as papers cite it."""
        cited = apa_issue(self.cited, self.reading.year or 0)
        if cited is not None and cited[0].year and not self.reading.venue:
            self.place(WhenWhere(cited[0].journal, cited[0].year, issue=cited[0]), "line")
            self.left(cited[1])
            return
        rest = _CITED_REST.sub("", self.cited)
        if (
            not self.reading.venue
            and self.cited.startswith("In ")
            and when_where(rest) is None
            and self.volume(self.cited.removeprefix("In "))
        ):
            return
        self.left(rest)
        if self.reading.issue is None and cited is not None:
            self.reading.issue = cited[0]
        pages = _PAGES_INSIDE.search(self.cited)
        if pages is not None:
            self.take_pages(pages[1])

    def volume_beside(self) -> None:
        """Take the volume and pages of a work whose year stands elsewhere: `*Days of Looms* 57 (2): 70-71`."""
        reading, year = self.reading, self.reading.year or self.cited_year or 0
        if reading.issue is not None or not reading.authors:
            return
        if reading.venue and year and (cited := apa_issue(reading.venue, year)) is not None:
            reading.venue, reading.issue = cited[0].journal, cited[0]
            return
        for number, said in enumerate(reading.remark):
            text = said.strip(_QUOTES)
            before = reading.remark[number - 1] if number and not reading.venue else ""
            name = reading.venue or (before if before[:1].isupper() and "," not in before else "")
            issue = issue_alone(text, name, year) if name else None
            cited = apa_issue(text, year) if not reading.venue else None
            torn = cited is None or bool(cited[1]) or " " not in cited[0].journal.rstrip(".")
            if issue is None and cited is not None and not torn and text[:1].isupper():
                issue, before = cited[0], ""
            if issue is None or not issue.year:
                continue
            reading.remark = [one for one in reading.remark if one not in {said, before}]
            reading.venue, reading.year, reading.issue = issue.journal, issue.year, issue
            reading.place = reading.place or "line"
            return

    def take_pages(self, text: str) -> None:
        """Take the pages of a work in proceedings, unless a journal's are known."""
        if self.reading.issue is None:
            self.reading.issue = Issue("", 0, "", "", dashed(text))
