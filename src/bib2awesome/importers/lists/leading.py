"""A title without what is stuck to its front: numbers, tags, authors."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.author_year import author_year
from bib2awesome.importers.lists.bracketed import LEAST_TITLE, TAG
from bib2awesome.importers.lists.edges import has_figure, unbracketed, without_emoji
from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.labels import is_bare_label, is_kind, is_label, is_news
from bib2awesome.importers.lists.nature_style import nature_style
from bib2awesome.importers.lists.people import People, families_in, people_in
from bib2awesome.importers.lists.trailing import (
    INITIAL,
    LONGEST_NAME,
    LONGEST_PEOPLE,
    Trailing,
    may_trail,
)
from bib2awesome.importers.lists.when_where import WhenWhere, has_venue, venue_in_front, when_where

__all__ = ["Leading"]

_SIGNED = re.compile(
    r"([^\d\u2013\u2014|:]{3,300}?)\s[\u2013\u2014-]\s([^\u2013\u2014|:]{2,80}?),\s((?:19|20)\d\d)(?:\s[\u2013\u2014-]|[.:])\s+(?=\S+\s)"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_INSTITUTION = re.compile(r"\s*\((@[^)]*)\)?\s*$")
"""`(@UC Berkeley etc)`"""
_DASHED = re.compile(r"((?:19|20)?\d\d)-(?=\w*[A-Z]\w*[A-Z])([A-Z][A-Za-z&]+)-\s*(?=\S+ \S)")
"""`20-OSDI-A Simpler and Faster Driver Model`."""
_UNDERSCORED = re.compile(r"((?:19|20)?\d\d)_([A-Z][A-Za-z\d&@ -]{1,30})_\s*(?=\S+ \S)")
"""`20_OSDI Workshop_A Simpler and Faster Driver Model`."""
_PLACED = re.compile(
    r"(?=\D{0,30}\d)(\w[^,|:()\[\]\u2013\u2014]{2,40}?(?:\s\([A-Za-z ]{4,20}\))?)(?:\s+[|\u2013\u2014-]+\s+|,\s+)(?=\S+\s+\S+)"
)
"""`2012-ICML - A Title`, `CVPR 2025, A Title`."""
_YEAR_AND_SIGN = re.compile(r"((?:19|20)\d\d)\s+(?=[^\w\s!-~])")
"""`2024 \U0001f517 A Title`."""
_YEAR_NAME = re.compile(r"(?:19|20)\d\d-[A-Z][\w&@ -]*")
_BAR = re.compile(r"([^|]{2,40}?)\s+\|\s+(?=\S+\s+\S)")
_NUMBER = re.compile(
    r"^(?:[*\\]*\d{1,3}[.)]\s+(?=[^\W\d]|[(\[\u3010])|\[\d{1,3}\]\s+(?=[\"\u201c(]?\w))"
)
_LABELLED = re.compile(
    r"(.{8,}(?:[?!;|]|\.(?=\s)|\s[\u2013\u2014-]))\s*([^\W\d][\w ]{1,19}?)\s*:?\s*$"
)
_GLUED = re.compile(r"(?<=\S)\s*https?://\S*$")
_HEAD = re.compile(
    r"^(?:paper|survey paper|title|\u8bba\u6587|\u6807\u9898)\s*:\s*(?=\S+\s+\S)", re.IGNORECASE
)
_IN_QUOTES = re.compile(
    r"^[\"\u201c-\u201f\u2018\u2019'\xab\u300a]+([^\"\u201c-\u201f\xab\xbb\u300a\u300b]*)[\"\u201c-\u201f\u2018\u2019'\xbb\u300b]+[.,]?$"
)
_DATED_NAMES = re.compile(
    r"([A-Z][a-z\u00c0-\u024f]+[^:\d()]{0,60}?),?\s\(?((?:19|20)\d\d)\)?\s?:\s+(?=\S+\s+\S)"
)
"""`Turney 2002: Thumbs up or thumbs down?`."""
_INSIDE = re.compile(r"[a-z][A-Z]")
_WIDE_SIGN = re.compile("[\uff1a\uff0c](?=[!-~])")
"""A wide colon or comma with nothing behind it before words in Latin letters: `DDIM\uff1aImplicit Models`."""
_BRACES = re.compile(r"(?<![^\s(/-])\{([^{}\\]*)\}")
"""`{GAN}s`, as BibTeX keeps capitals."""
_NEW = re.compile(r"^(?:NEW|HOT|New!|new!)[!:\]]*\s+(?=\S+\s+\S)")
_VANCOUVER = re.compile(
    r"((?:[A-Z][\w'\u2019-]+ (?:[A-Z] ?){1,3}, )*(?=\S*[a-z])[A-Z][\w'\u2019-]+ (?:[A-Z] ?){1,3}(?:, et al)?)\.\s*(?=\S+\s+\S+\s+\S)"
)
"""`Codegoni A, Lombardi G. TinyCD: …`"""
_NAMES_FIRST = re.compile(r"[A-Z][\w.'\u2019-]*,? [A-Z][^,:?!]{0,40},\s")
_BREAK_BEHIND = re.compile(r"(?<![\s.][A-Z])[.:]\s+(?=[^\W\d_])|(?<=al\.)[,:]?\s+")


def _as_words(text: str) -> str:
    """Return a title without its number, emoji and braces, the underscores of a file's name as blanks."""
    text = text if text.isascii() else _WIDE_SIGN.sub(r"\g<0> ", text)
    text = _NUMBER.sub("", plain(without_emoji(text)))
    if "{" in text and "$" not in text:
        text = _BRACES.sub(r"\1", text)
    if text.count("_") >= LEAST_TITLE and " " not in text:
        text = text.replace("_", " ")  # the name of a file
    if text.count("]") > text.count("["):
        text = text.lstrip("] ")  # of a tag in front
    return text


class Leading(Trailing):
    """An item whose title can be cleaned."""

    def take_title(self, text: str) -> None:
        """Clean a title and take from it what is stuck to it."""
        reading = self.reading
        self.signs(text)
        year = None if text.isascii() else _YEAR_AND_SIGN.match(text)
        if year is not None and (found := when_where(year[1])) is not None:
            self.place(found, "tag")
            text = text[year.end() :]
        text = _as_words(text)
        text = self.behind_dashes(text)
        if (cited := author_year(text)) is not None:
            reading.authors, reading.others = cited.people
            reading.year, text, self.cited = cited.year, cited.title, cited.rest
        text = self.behind_signature(self.behind_tags(text))
        text = self.as_in_nature(text)
        text = self.behind_bar(self.behind_place(_NEW.sub("", text)))
        text = _GLUED.sub("", text) if "://" in text else text
        if (head := _HEAD.match(text)) is not None:
            text = text[head.end() :]
        if reading.style != "quoted":
            behind = reading.style != "link" and may_trail(text)
            label = _LABELLED.match(text) if behind else None
            if label is not None and is_bare_label(label[2]) and when_where(label[2]) is None:
                text = label[1]
            text = self.behind_people(text) if self.habits.names_first else text
            text = self.behind_people(self.stripped(text))
        text = unbracketed(text.lstrip(")]} "))
        if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
            text = text[1:-1]
        text = text if text[:1].isalnum() else _IN_QUOTES.sub(r"\1", text)
        reading.title = _ended(self.before_institution(text))

    def as_in_nature(self, text: str) -> str:
        """Take authors and journal from `Lovelace, A. & Babbage, C. A Title. Weav. Sci. 7, 1\u201310 (1843)`."""
        found = nature_style(text, alone=self.habits.names_first) if ". " in text else None
        if found is None or self.reading.authors:
            return text
        self.reading.authors, self.reading.others = found.people
        if (issue := found.issue) is not None:
            self.place(
                WhenWhere(issue.journal, issue.year, date=str(issue.year), issue=issue), "trailing"
            )
        return found.title

    def behind_signature(self, text: str) -> str:
        """Take what a search engine shows of a work in front of the title: `A Lovelace - Days of Looms, 1843 - A Title`."""
        match = _SIGNED.match(text) if _ANY_YEAR.search(text) else None
        people = people_in(match[1], marked=True) if match is not None else None
        if match is None or people is None or self.reading.authors:
            return text
        self.reading.authors, self.reading.others = people
        name = match[2].strip(" \u2026")
        whole = name == match[2].strip()
        found = when_where(f"{name}, {match[3]}", tag=True) if whole else None
        self.place(found or WhenWhere(year=int(match[3]), date=match[3]), "tag")
        if found is None or not found.venue:
            self.remark(match[2])
        return text[match.end() :]

    def behind_tags(self, text: str) -> str:
        """Take the tags in brackets before a title."""
        while (tag := TAG.match(text)) is not None and len(text) > tag.end() + 2:
            if (
                tag[2]
                and "\u3010" not in tag[0]
                and not _is_parenthesised_tag(tag[2], glued=not tag[0][-1:].isspace())
            ):
                break
            self.tag(tag[1] or tag[2])
            text = _NUMBER.sub("", text[tag.end() :])  # `[x] 1. A Title`
        return text

    def before_institution(self, text: str) -> str:
        """Keep the institution behind a title as a remark."""
        match = _INSTITUTION.search(text) if "(@" in text else None
        if match is None:
            return text
        self.remark(match[1])
        return text[: match.start()]

    def behind_dashes(self, text: str) -> str:
        """Take year and venue from `20-OSDI-A Title`, `20_OSDI_A Title`."""
        match = _DASHED.match(text) or _UNDERSCORED.match(text)
        found = when_where(f"{match[2]} {match[1]}", tag=True) if match is not None else None
        if match is None or found is None:
            return text
        self.place(found, "tag")
        return text[match.end() :]

    def behind_place(self, text: str) -> str:
        """Take venue and date from `2012-ICML - A Title`, `arXiv 2025.07, A Title`; where lists have it, `ICCV21 A Title`."""
        led = venue_in_front(text) if self.habits.led else None
        if led is not None:
            self.place(led[0], "tag")
            return led[1]
        match = _PLACED.match(text)
        lead = match[1].strip() if match is not None else ""
        found = when_where(lead, tag=_YEAR_NAME.fullmatch(lead) is not None) if lead else None
        if match is None or found is None or found.year is None or is_kind(found.extra):
            return text
        if not found.venue and len(found.date) > len("2021.12"):
            return text  # news
        if is_kind(found.venue):
            self.remark(found.venue)
            found = found._replace(venue="")
        self.place(found, "tag")
        return text[match.end() :]

    def behind_bar(self, text: str) -> str:
        """Take a known venue before a bar: `ACL | A Title`."""
        match = _BAR.match(text) if "|" in text else None
        found = when_where(match[1]) if match is not None else None
        if match is None or found is None or not has_venue(found.venue):
            return text
        self.place(found, "tag")
        return text[match.end() :]

    def behind_people(self, text: str) -> str:
        """Take authors in front of a title: `R. Nogueira and K. Cho. Passage Re-ranking with BERT`."""
        if self.reading.authors:
            return text
        cited = _VANCOUVER.match(text) if "." in text else None
        if (
            cited is not None
            and (people := people_in(cited[1], marked=True))
            and (
                len(people.names) > 1
                or people.others
                or len(people.names[0].given) > 1
                or self.habits.names_first
            )
        ):
            self.reading.authors, self.reading.others = people
            return text[cited.end() :]
        dated = _DATED_NAMES.match(text) if ":" in text else None
        if (
            dated is not None
            and not (is_label(dated[1]) or has_venue(dated[1]) or _INSIDE.search(dated[1]))
            and (people := families_in(dated[1])) is not None
        ):
            self.reading.authors, self.reading.others = people
            self.cited_year = int(dated[2])
            return text[dated.end() :]
        inside = self.reading.style not in {"plain", "cell"} and " et al" not in text
        if inside and ".: " not in text:
            return text
        for match in _BREAK_BEHIND.finditer(text, 0, LONGEST_PEOPLE):
            who, rest = text[: match.start()], text[match.end() :]
            if inside and not who.endswith("."):
                continue  # but `[Lovelace, A., Babbage, C.: A Title](…)`
            first = self.habits.names_first
            people = people_in(who, marked=first)
            if people is None and first and " and " in who:
                people = families_in(who)
            if people is None or len(rest.split()) < LEAST_TITLE - (first or people.others):
                continue
            stops = match[0][0] != ":" and len(people.names) > 1
            if people.others or INITIAL.search(who) or stops or first:
                self.reading.authors, self.reading.others = people
                return rest
        return (_NAMES_FIRST.match(text) and self.behind_commas(text)) or text

    def behind_commas(self, text: str) -> str | None:
        """Take full names in front of a title, all divided by commas: `R. Nogueira, Kyunghyun Cho, Passage …`."""
        found: tuple[People, str] | None = None
        for match in re.finditer(r",\s+", text[:LONGEST_PEOPLE]):
            people = people_in(text[: match.start()], marked=True)
            if people is None and (found is not None or match.start() > LONGEST_NAME):
                break
            if people is not None:
                found = people, text[match.end() :]
        if found is None:
            return None
        (names, others), rest = found
        if rest.startswith(("and ", "& ")):
            return None
        least = 1 if self.habits.names_first or INITIAL.match(text) else 2
        if len(names) < least or len(rest.split()) < LEAST_TITLE or not all(n.given for n in names):
            return None
        self.reading.authors, self.reading.others = names, others
        return rest


def _ended(text: str) -> str:
    """Return a title without the signs and brackets behind it that are none of its own."""
    if text[:1] in {'"', "\u201c"} and not any(sign in text[1:] for sign in '"\u201c\u201d'):
        text = text[1:]
    if not text.endswith(("...", "etc.", "et al.")):
        text = text.rstrip(" .,;")
    return text.rstrip(")").rstrip() if text.count("(") < text.count(")") else text


def _is_parenthesised_tag(text: str, *, glued: bool) -> bool:
    """Whether words in parentheses before a title are no part of it: `(CVPR 2023)`, not `(Almost)` or `(In)Security`."""
    acronym = len(text.split()) == 1 and sum(map(str.isupper, text)) > 1
    acronym = acronym or text.islower() or is_news(text)
    dated = has_figure(text)
    if glued and not dated:
        return False
    return acronym or is_label(text) or when_where(text, tag=dated) is not None
