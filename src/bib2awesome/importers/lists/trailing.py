"""A title without what is stuck to it: tags in front, and venue, date, authors and labels behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.names import Name
from bib2awesome.importers.lists.bylines import AFFILIATION, YEAR
from bib2awesome.importers.lists.edges import without_emoji
from bib2awesome.importers.lists.journals import issues_behind, sure_issue_behind
from bib2awesome.importers.lists.labels import is_bare_label, is_kind, is_label, is_news, names_more
from bib2awesome.importers.lists.people import People, families_in, is_institution, people_in
from bib2awesome.importers.lists.remainder import Remainder
from bib2awesome.importers.lists.when_where import has_venue, when_where

__all__ = ["INITIAL", "LEAST_TITLE", "LONGEST_NAME", "LONGEST_PEOPLE", "TAG", "Trailing"]

TAG = re.compile(
    r"^\s*(?:\[((?:[^\[\]()]|\([^\[\]()]*\)){1,60})\]|[(\u3010]([^\[\]()\u3010\u3011]{1,60})[)\u3011])[\s:|,-]*"
)
_UNLINKED = re.compile(
    r"\s*\[{1,2}(?![^\[\]]*report)([^\[\]]{1,30})\]{1,2}\s*(?:\[[^\[\]]{0,20}\]|\(|(?<=\])\(([^()\s]* [^()]{0,80})\))?$",
    re.IGNORECASE,
)
"""A label behind a title that leads nowhere: `[code][1.2]`, `[Code]`, `[[pdf]] (`, `[paper](Coming soon)`."""
# A venue behind a title: after the last punctuation, or further back where it has some itself.
_TRAILING = re.compile(
    r"(.*\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+((?:[^.?!,;|]|(?<=\d)\.(?=\d)){2,90})[\s.]*$"
)
_TRAILING_GLUED = re.compile(r"(.*\S),([^.?!,;|\s][^.?!,;|]{2,40})[\s.]*$")
_TRAILING_FIGURES = (
    re.compile(
        r"(.*?\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+([^?!;|]{2,60}(?:19|20)\d\d)[\s.]*$"
    ),
    re.compile(
        r"(.*[^\s.,;|?!])[.,;|?!\s]\s*(ar(?:xi|vi|x)[xv]\s*:?\s*\d{4}\.\d{4,5}(?:v\d+)?)[\s.]*$",
        re.IGNORECASE,
    ),
)

_USUAL = re.compile(r"(.*\S),\s+([^\W\d_][^,.]{2,90}?(?:,?\s+|-)(?:19|20)\d\d)[\s.]*$")
"""`A Title, Sensors and Actuators 2015`, `A Title, LoomConf-2015`, where most items have their venue there."""
_UNDIVIDED = re.compile(
    r"(?:(?:ACM|IEEE) )?[A-Z][\w&-]+(?: Findings| Workshops?| Asia)?['\u2019]? (?:19|20)\d\d[\s.]*$"
)
_BEFORE_NAMES = frozenset("at for of in to the on from by with and a an & the".split())
"""Words with which a title goes on: `The State of Video Generation at CVPR 2024`."""
_JOURNAL = re.compile(
    r"(.*\S)[.,]\s+([A-Z][\w&: -]{1,80}?),?\s+((?!(?:19|20)\d\d\b)\d+(?:\s?\(\d+\))?\s*[,:]\s*\d[\w\u2013-]*)(?:\s*[(,]\s*((?:19|20)\d\d)\)?)?$"
)
"""`Deep learning. Nature 521, 436-444 (2015)`."""
_NAME_BEFORE = re.compile(r"(.*[^\s.])([.?!])\s+([A-Z][^.?!,;|]{1,80})$")
"""`A Title. Days of Looms` before `, 2019`: a venue that nobody knows, as authors and dates are told from it."""
_ET_AL = re.compile(r"(.*\S)\s*:\s+([^:,.?!]{2,60}? et al\.?)")
"""`A Title: Lovelace et al.`"""
_SHORTENED = re.compile(
    r"(.*\S),\s+((?:(?:ACM|IEEE) )?(?:J|Trans|Proc|Int|Conf|Ann|Rev)\. [^,;|]{4,90},?\s(?:19|20)\d\d)[\s.]*$"
)
"""`A Title, J. of Weaving Looms, 1843`: a full stop that ends no title."""
_BAR = re.compile(r"\s\|\s+([^\s|]+(?:\s[^\s|]+){0,4})$")
_IDENTIFIER = re.compile(
    r"\s*\[\^[^\[\]\s]+\]$|(?<![\s.,;(\[])[\s.,;(\[]*+(?:\bdoi\s*:?\s*)?(?<![\w/])10\.\d{4,9}/[^\s\])]+[\])]?$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:(?<![\s.][A-Z])(?<!\bProf)(?<!\bDr)[.]|[?!,)])[,.]?\s+(?=\(?[^\W\d_])|\s[\u2013\u2014|-]\s+(?=\(?[^\W\d_])"
)
"""Where authors may begin behind a title; the full stop of an initial is none."""
_BRACKET = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{2,600})(?:[)\]][\s.,:]*)?()$")
_DESCRIBED = re.compile(
    r"(.{8,300}?\S)\s*[(\[]([^()\[\]]{2,40})[)\]]\s+[\u2013\u2014-]+\s+(\S.*)$", re.DOTALL
)
_DASHES = (") - ", ") \u2013 ", ") \u2014 ", "] - ", "] \u2013 ", "] \u2014 ")
_ACRONYM = re.compile(
    r"(.{8,}\S)(?:\s*\[(?=(?:[\w+.-]{0,20}?[A-Z]){2})([A-Za-z][\w+.-]{1,20})\]|\((?=(?:[\w+-]{0,12}?[A-Z]){2})([A-Za-z][\w+-]{1,12})\))"
)
"""`[Loom]` behind a title, or `(LOOM)` glued to it."""
_IN_BEHIND = re.compile(r",\s+in\s*$", re.IGNORECASE)
"""Of `A Title, in *Venue* 2021`."""
_FROM = re.compile(r"(?:from|by) [A-Z\d]")
_OPEN = re.compile(r"(.{8,}\S)\s*[(\[]([^()\[\]$]{1,20})")
_BRACKETS_TWO = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]]\s*[(\[]([^()\[\]]*)[)\]]?\s*$")
INITIAL = re.compile(r"\b[A-Z]\.")
_SHORTEST, LONGEST_NAME, LONGEST_PEOPLE = 8, 60, 3000
_MOST_TRAILING, LEAST_TITLE, _MANY = 6, 3, 3


_CITED = re.compile(r"([A-Z][\w'\u2019-]+)(?:\+| et al\.?,?)\s*['\u2019]?((?:19|20)?\d\d)")
"""`Vaswani+ 17`: who wrote it, and when."""


def _patterns_of(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may find a venue behind a title, cheaper questions first."""
    yield _TRAILING
    if "," in text:
        yield _TRAILING_GLUED
    if _ends_in_figure(text):
        yield from _TRAILING_FIGURES


def _ends_in_figure(text: str) -> bool:
    return text.replace(".", " ").rstrip()[-1:].isdigit()


class Trailing(Remainder):
    """An item whose title ends where what trails behind it begins."""

    def tag(self, text: str) -> None:
        """Take a tag in brackets: a venue, an acronym, or a remark."""
        text = without_emoji(text).strip()
        cited = _CITED.fullmatch(text)
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

    def stripped(self, text: str) -> str:
        """Return a title without the venue, date and authors that trail behind it."""
        ways = (
            self.before_dots,
            self.before_label,
            self.before_tag,
            self.before_identifier,
            self.before_issue,
            self.before_citation,
            self.before_brackets,
            self.before_description,
            self.before_venue,
            self.before_name,
            self.before_people,
            self.before_bar,
            self.before_open,
        )
        for _ in range(_MOST_TRAILING):
            text = _IN_BEHIND.sub("", text).rstrip(" ,;|-\u2013[(")
            before = next((found for way in ways if (found := way(text)) is not None), None)
            if before is None:
                break
            text = before
        return text

    def before_dots(self, text: str) -> str | None:
        """Take what dots divide from a title: `A Calculus of Looms \u00b7 Some Lab \u00b7 Survey`."""
        title, dot, rest = text.partition(" \u00b7 ")
        if not dot or len(title.split()) < LEAST_TITLE:
            return None
        whole = people_in(rest, marked=True) is not None
        for part in [rest] if whole else rest.split(" \u00b7 "):
            self.segment(part, marked=False)
        return title

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

    def before_identifier(self, text: str) -> str | None:
        """Drop a footnote, or a DOI, which the links have."""
        match = _IDENTIFIER.search(text) if "10." in text or "[^" in text else None
        return text[: match.start()] if match is not None and match.start() else None

    def before_issue(self, text: str) -> str | None:
        """Take a journal with volume and year: `Deep learning. Nature 521, 436-444 (2015)`."""
        for before, behind in issues_behind(text):
            if (found := when_where(behind)) is not None and found.issue is not None:
                self.place(found, "trailing")
                return before
        sure = sure_issue_behind(text)
        found = when_where(sure[1], tag=True) if sure is not None else None
        if sure is None or found is None or found.issue is None:
            return None
        self.place(found, "trailing")
        return sure[0]

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
            if stated is not None and (stated.venue or not self.is_dated_elsewhere()):
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
        if self.reading.authors or any(map(str.isdigit, text)):
            return False
        people = people_in(text)
        if people is None or not (people.others or people.names[-1].given):
            return False
        self.reading.authors, self.reading.others = people
        return True

    def before_venue(self, text: str) -> str | None:
        """Take a venue behind punctuation."""
        usual = _USUAL.match(text) if self.habits.trailing else None
        if (
            usual is not None
            and (found := when_where(usual[2], tag=True)) is not None
            and found.venue
        ):
            self.place(found, "trailing")
            return usual[1]
        journal = _JOURNAL.match(text)
        if journal is not None and (
            found := when_where(f"{journal[2]} {journal[4] or ''}", tag=journal[4] is not None)
        ):
            self.place(found, "trailing")
            self.remark(journal[3])
            return journal[1]
        short = _SHORTENED.match(text) if ". " in text and _ends_in_figure(text) else None
        if short is not None and (found := when_where(short[2], tag=True)) is not None:
            self.place(found, "trailing")
            return short[1]
        for pattern in _patterns_of(text):
            cut = pattern.match(text)
            if cut is not None and (found := when_where(cut[2])) is not None:
                whole = None if found.venue else _NAME_BEFORE.match(cut[1])
                if (
                    whole is not None
                    and (both := when_where(f"{whole[3]}, {cut[2]}", tag=self.habits.trailing))
                    is not None
                    and both.venue
                ):
                    self.place(both, "trailing")
                    return whole[1] + whole[2].strip(".")
                self.place(found, "trailing")
                return cut[1] + (text[cut.end(1)] if text[cut.end(1)] in "?!" else "")
        return None

    def before_name(self, text: str) -> str | None:
        """Take a known venue and year with nothing before them: `Learning to Retrieve NAACL 2022`."""
        start = max(len(text) - LONGEST_NAME, 0)
        match = _UNDIVIDED.search(text, start) if _ends_in_figure(text) else None
        before = text[: match.start()].rstrip() if match is not None else ""
        if match is None or not before or before.split()[-1].lower() in _BEFORE_NAMES:
            return None
        found = when_where(match[0])
        if found is None or not has_venue(found.venue):
            return None
        self.place(found, "trailing")
        return before

    def before_people(self, text: str) -> str | None:
        """Take authors: `Title (2010), X. Glorot and Y. Bengio`."""
        if self.reading.authors:
            return None
        cited = _ET_AL.fullmatch(text) if text.endswith((" al", " al.")) else None
        if cited is not None and (
            people := people_in(cited[2], marked=True) or families_in(cited[2])
        ):
            self.reading.authors, self.reading.others = people
            return cited[1]
        before = self.before_names(text, signed=False)
        if before is None and self.habits.signed:
            before = self.before_names(text, signed=True)
        return before

    def before_names(self, text: str, *, signed: bool) -> str | None:
        """Take authors behind punctuation.

        Args:
            text: A title and what trails behind it.
            signed: A single name counts.
        """
        breaks = _BREAK.finditer(text, _SHORTEST)
        for match in sorted(breaks, key=lambda one: "|" not in one[0]):
            rest = text[match.end() :].strip()
            after_comma = match[0].startswith(",")
            apart = "|" in match[0]
            marked = apart or signed
            people = people_in(rest, marked=marked) if len(rest) < LONGEST_PEOPLE else None
            if people is None or not (
                apart
                or (people.others and (people.names[0].given or not rest.endswith("more")))
                or INITIAL.search(rest)
                or (len(people.names) > 1 and not after_comma)
                or (self.reading.place == "trailing" and _are_full(people))
                or (signed and ", " in rest and not after_comma)
            ):
                continue
            self.reading.authors, self.reading.others = people
            for affiliation in AFFILIATION.findall(rest.lstrip("(")):
                self.remark(affiliation)
            return text[: match.start() + (match[0][0] in "?!)")]
        return None

    def before_bar(self, text: str) -> str | None:
        """Take a short remark or a venue that nobody knows behind a bar: `Title | Some Lab`."""
        match = _BAR.search(text, max(len(text) - LONGEST_NAME, 1)) if "|" in text else None
        own = self.reading.style == "link" and not any("|" in one for one in self.words.values())
        if match is None or not own:
            return None
        found = when_where(match[1], tag=True) if YEAR.search(match[1]) else None
        if found is not None:
            self.place(found, "trailing")
        else:
            self.remark(match[1])
        return text[: match.start()]

    def is_dated_elsewhere(self) -> bool:
        """Whether a linked title's year is its own, as the item states one behind it."""
        return self.reading.style == "link" and any(
            YEAR.search(piece.text) for i, piece in enumerate(self.pieces) if i not in self.used
        )


def _names_institution(text: str) -> bool:
    """Whether words in brackets say where a work is from: `from Loom Works`, `Google Research`."""
    return _FROM.match(text) is not None or any(map(is_institution, text.split()))


def _are_full(people: People) -> bool:
    """Whether authors are three or more, each with a given name: no list of subjects that a title ends in."""
    return len(people.names) >= _MANY and all(name.given for name in people.names)
