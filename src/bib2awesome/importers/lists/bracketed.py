"""What stands in brackets before or behind a title: tags, labels, venues, citations, names."""

from __future__ import annotations

import re

from bib2awesome.bib.names import Name
from bib2awesome.importers.lists.bylines import YEAR
from bib2awesome.importers.lists.edges import has_figure, without_emoji
from bib2awesome.importers.lists.labels import is_bare_label, is_kind, is_label, is_news, names_more
from bib2awesome.importers.lists.people import is_institution, people_in
from bib2awesome.importers.lists.volumes import Volumes
from bib2awesome.importers.lists.when_where import has_venue, when_where

__all__ = ["LEAST_TITLE", "TAG", "Bracketed"]

TAG = re.compile(
    r"^\s*(?:\[((?:[^\[\]()]|\([^\[\]()]*\)){1,60})\]|[(\u3010]([^\[\]()\u3010\u3011]{1,60})[)\u3011])[\s:|,-]*"
)
_UNLINKED = re.compile(
    r"\s*\[{1,2}(?![^\[\]]*report)([^\[\]]{1,30})\]{1,2}\s*(?:\[[^\[\]]{0,20}\]|\(|(?<=\])\(([^()\s]* [^()]{0,80})\))?$",
    re.IGNORECASE,
)
"""A label behind a title that leads nowhere: `[code][1.2]`, `[Code]`, `[[pdf]] (`, `[paper](Coming soon)`."""
_BRACKET = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{2,600})(?:[)\]][\s.,:]*)?()$")
_DESCRIBED = re.compile(
    r"(.{8,300}?\S)\s*[(\[]([^()\[\]]{2,40})[)\]]\s+[\u2013\u2014-]+\s+(\S.*)$", re.DOTALL
)
_DASHES = (") - ", ") \u2013 ", ") \u2014 ", "] - ", "] \u2013 ", "] \u2014 ")
_ACRONYM = re.compile(
    r"(.{8,}\S)(?:\s*\[(?=(?:[\w+.-]{0,20}?[A-Z]){2})([A-Za-z][\w+.-]{1,20})\]|\((?=(?:[\w+-]{0,12}?[A-Z]){2})([A-Za-z][\w+-]{1,12})\))"
)
"""`[Loom]` behind a title, or `(LOOM)` glued to it."""
_OPEN = re.compile(r"(.{8,}\S)\s*[(\[]([^()\[\]$]{1,20})")
_BRACKETS_TWO = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]]\s*[(\[]([^()\[\]]*)[)\]]?\s*$")
_MIDDLE = re.compile(r"[^\W\d_]{2,} (?:[A-Z]\. )+[^\W\d_][\w'\u2019-]+")
"""`Charles K. Babbage`, which no venue is called."""
_FROM = re.compile(r"(?:from|by) [A-Z\d]")
_CITED_TAG = re.compile(r"([A-Z][\w'\u2019-]+)(?:\+| et al\.?,?)\s*['\u2019]?((?:19|20)?\d\d)")
"""`Vaswani+ 17`: who wrote it, and when."""
LEAST_TITLE = 3


class Bracketed(Volumes):
    """An item whose title has brackets beside it."""

    def tag(self, text: str) -> None:
        """Take a tag in brackets: a venue, an acronym, or a remark."""
        text = without_emoji(text).strip()
        cited = _CITED_TAG.fullmatch(text)
        if cited is not None and not self.reading.authors:
            self.reading.authors, self.reading.others = (Name("", cited[1]),), True
            self.cited_year = int(cited[2] if len(cited[2]) > 2 else f"20{cited[2]}")  # noqa: PLR2004
            return
        if self.cites(text, "tag"):
            return
        found = when_where(text, tag=bool(re.search(r"\d", text)))
        bare = is_bare_label(text) and any(map(str.isalpha, text)) and "xiv" not in text.lower()
        bare = bare and not (found is not None and found.year and has_venue(found.venue))
        if found is not None and (found.year or not bare):
            self.place(found._replace(venue="") if bare else found, "tag")
        elif text.strip(" !").lower() == "new":
            self.new = True
        elif is_news(text):
            self.reading.kind = "other"
        elif is_label(text) and not names_more(text):
            return
        elif not (is_kind(text) or is_bare_label(text)) and len(text.split()) <= 4:  # noqa: PLR2004
            self.remark(self.reading.short)  # the name next to the title is the work's
            self.reading.short = text.strip()
        else:
            self.remark(text)

    def before_label(self, text: str) -> str | None:
        """Drop a label that leads nowhere: `Title [Code]`."""
        end = _UNLINKED.search(text) if "]" in text else None
        label = end is not None and is_label(end[1]) and when_where(end[1]) is None
        if end is None or not label:
            return None
        if end[2] and end[2] not in text[: end.start()]:
            self.remark(end[2])
        return text[: end.start()]

    def before_open(self, text: str) -> str | None:
        """Take the words between a title and a link in brackets: `Title [also in [2.1](#21)]`."""
        match = _OPEN.fullmatch(text) if "(" in text or "[" in text else None
        if match is None:
            return None
        if (found := when_where(match[2], tag=YEAR.search(match[2]) is not None)) is not None:
            self.place(found, "trailing")
        elif not is_label(match[2]):
            self.remark(match[2])
        return match[1]

    def before_tag(self, text: str) -> str | None:
        """Take an acronym in square brackets for the name: `A Calculus of Weaving [Loom]`."""
        match = _ACRONYM.fullmatch(text) if text.endswith(("]", ")")) else None
        if match is None or self.reading.short or len(match[1].split()) < LEAST_TITLE:
            return None
        self.tag(match[2] or match[3])
        return match[1]

    def before_citation(self, text: str) -> str | None:
        """Take in brackets whom papers cite for a work: `A Title (Lovelace & Babbage, 1843)`."""
        bracket = _BRACKET.match(text) if text.rstrip(" .").endswith((")", "]")) else None
        if bracket is None:
            return None
        taken = self.cites(bracket[2], "trailing") or self.cited_people(bracket[2])
        return bracket[1] if taken else None

    def before_brackets(self, text: str) -> str | None:
        """Take a venue, date or authors in brackets, and a remark in brackets behind those."""
        if "(" not in text and "[" not in text:
            return None
        bracket = _BRACKET.match(text)
        for match in filter(None, (bracket, _BRACKETS_TWO.match(text))):
            stated = when_where(match[2], tag=YEAR.search(match[2]) is not None)
            if stated is None:
                continue
            if self.is_writer(match[2], stated.venue):
                self.dated_people(match[2], marked=True)
            else:
                self.place(stated, "trailing")
            if not self.several_people(match[3]):
                self.remark(match[3])
            return match[1]
        if bracket is None:
            return None
        if self.dated_people(bracket[2]) or self.several_people(bracket[2]):
            return bracket[1]
        if self.reading.style == "plain" and (
            bracket[1].endswith(")") or _names_institution(bracket[2])
        ):
            self.remark(bracket[2])
            return bracket[1]
        return None

    def is_writer(self, text: str, name: str) -> bool:
        """Whether a name and year in brackets are who wrote a work: `(Charles K. Babbage, 1843)`, and others where items have authors."""
        if not name or has_venue(name) or self.reading.authors or not text.startswith(f"{name}, "):
            return False
        people = people_in(name, marked=True)
        single = people is not None and len(people.names) == 1 and bool(people.names[0].given)
        return single and (self.habits.signed or _MIDDLE.fullmatch(name) is not None)

    def before_description(self, text: str) -> str | None:
        """Keep what a dash divides from a venue in brackets as a remark: `A Title (CCS 2018) - It weaves.`."""
        match = _DESCRIBED.match(text) if any(dash in text for dash in _DASHES) else None
        found = when_where(match[2]) if match is not None else None
        if match is None or found is None or not (found.venue and found.year):
            return None
        self.place(found, "trailing")
        self.remark(match[3])
        return match[1]

    def several_people(self, text: str) -> bool:
        """Take two authors or more in brackets: `A Title (Ada Lovelace, Charles Babbage)`."""
        if self.reading.authors or has_figure(text):
            return False
        people = people_in(text)
        if people is None or not (people.others or people.names[-1].given):
            return False
        self.reading.authors, self.reading.others = people
        return True


def _names_institution(text: str) -> bool:
    """Whether words in brackets say where a work is from: `from Loom Works`, `Google Research`."""
    return _FROM.match(text) is not None or any(map(is_institution, text.split()))
