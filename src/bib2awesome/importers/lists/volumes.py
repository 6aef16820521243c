"""What stands behind the title of a work as papers cite it: its journal, or the volume of proceedings."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.journals import Issue, apa_issue, dashed
from bib2awesome.importers.lists.trailing import Trailing
from bib2awesome.importers.lists.when_where import WhenWhere, when_where

__all__ = ["Volumes"]

_CITED_REST = re.compile(r"^In\s+|\s*\(pp\.[^)]*\)?|\s+\d+\s*\((?:19|20)\d\d\)|\s*,\s*\d.*$")
_IN_VOLUME = re.compile(
    r"In ([A-Z\d].*?[^\s.])(?<!\bInt)(?<!\bIntl)(?<!\bConf)(?<!\bProc)(?<!\bSymp)(?=\.\s|\.?$|\s\(pp\b)"
)
"""The proceedings that a citation names: `In 2021 Int. Symposium on Looms (ISL). 1-9.`."""
_PAGES_INSIDE = re.compile(r"\s*\(pp\.\s*([^)]*)\)?")
_PAGES_LAST = re.compile(r"(?:^|,)\s*(\d+\s?[\u2013-]+\s?\d+)$")


class Volumes(Trailing):
    """An item that may cite its work."""

    def behind_cited(self) -> None:
        """Take what stands behind the title of a work as papers cite it."""
        cited = apa_issue(self.cited, self.reading.year or 0)
        if cited is not None and cited[0].year and not self.reading.venue:
            self.place(WhenWhere(cited[0].journal, cited[0].year, issue=cited[0]), "line")
            self.left(cited[1])
            return
        pages = _PAGES_INSIDE.search(self.cited)
        rest = _CITED_REST.sub("", self.cited)
        volume = _IN_VOLUME.match(self.cited) if when_where(rest) is None else None
        if volume is not None and not self.reading.venue:
            self.place(WhenWhere(volume[1]), "line")
            rest = self.cited[volume.end() :].strip(". ")
            pages = pages or _PAGES_LAST.search(rest)
            rest = _PAGES_LAST.sub("", rest)
        self.left(rest)
        if self.reading.issue is None and cited is not None:
            self.reading.issue = cited[0]
        if pages is not None:
            self.take_pages(pages[1])

    def take_pages(self, text: str) -> None:
        """Take the pages of a work in proceedings, unless a journal's are known."""
        if self.reading.issue is None:
            self.reading.issue = Issue("", 0, "", "", dashed(text))
