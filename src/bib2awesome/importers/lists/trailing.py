"""A title without what is stuck to it: venue, date and authors behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bib2awesome.importers.lists.bracketed import LEAST_TITLE, Bracketed
from bib2awesome.importers.lists.bylines import AFFILIATION, YEAR
from bib2awesome.importers.lists.journals import issues_behind, sure_issue_behind
from bib2awesome.importers.lists.people import People, families_in, people_in
from bib2awesome.importers.lists.when_where import ARXIV_ID, has_venue, when_where

__all__ = ["INITIAL", "LONGEST_NAME", "LONGEST_PEOPLE", "Trailing", "may_trail"]

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
        rf"(.*[^\s.,;|?!])[.,;|?!\s]\s*({ARXIV_ID})[\s.]*$",
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
    r"[.?!,)\s](?:(?<!\s)(?<![\s.][A-Z]\.)(?<!\bProf\.)(?<!\bDr\.)[,.]?|(?<=\s)[\u2013\u2014|-])\s+(?=\(?[^\W\d_])"
)
"""Where authors may begin behind a title; the full stop of an initial is none."""
_IN_BEHIND = re.compile(r"(?:,\s+in|\.\s+preprint at:?)\s*$", re.IGNORECASE)
"""Of `A Title, in *Venue* 2021`, `A Title. Preprint at https://arxiv.org/\u2026`."""
_DIVIDER = re.compile(r"[.,;?!|()\[\]\u00b7\u2013\u2014]")
INITIAL = re.compile(r"\b[A-Z]\.")
_DOTS = ("...", "\u2026")
_SHORTEST, LONGEST_NAME, LONGEST_PEOPLE = 8, 60, 3000
_MOST_TRAILING, _MANY = 6, 3


def may_trail(text: str) -> bool:
    """Whether anything may trail behind a title: it does so behind a sign, or ends in a figure or "et al"."""
    return (
        _DIVIDER.search(text) is not None
        or " -" in text
        or text[-1:].isdigit()
        or text.endswith(" al")
    )


def _patterns_of(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may find a venue behind a title, cheaper questions first."""
    yield _TRAILING
    if "," in text:
        yield _TRAILING_GLUED
    if _ends_in_figure(text):
        yield from _TRAILING_FIGURES


def _ends_in_figure(text: str) -> bool:
    return text.replace(".", " ").rstrip()[-1:].isdigit()


class Trailing(Bracketed):
    """An item whose title ends where what trails behind it begins."""

    def stripped(self, text: str) -> str:
        """Return a title without the venue, date and authors that trail behind it."""
        for _ in range(_MOST_TRAILING):
            text = _IN_BEHIND.sub("", text).rstrip(" ,;|-\u2013[(")
            before = self.before_trailing(text) if may_trail(text) else None
            if before is None:
                break
            text = before
        return text

    def before_trailing(self, text: str) -> str | None:
        """Take one thing that trails behind a title, the surest first."""
        ways = (
            self.before_dots,
            self.before_label,
            self.before_tag,
            self.before_identifier,
            self.before_volume,
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
        return next((found for way in ways if (found := way(text)) is not None), None)

    def before_dots(self, text: str) -> str | None:
        """Take what dots divide from a title: `A Calculus of Looms \u00b7 Some Lab \u00b7 Survey`."""
        title, dot, rest = text.partition(" \u00b7 ")
        if not dot or len(title.split()) < LEAST_TITLE:
            return None
        whole = people_in(rest, marked=True) is not None
        for part in [rest] if whole else rest.split(" \u00b7 "):
            self.left(part)
        return title

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
        breaks = sorted(_BREAK.finditer(text, _SHORTEST), key=lambda one: "|" not in one[0])
        before = self.before_names(text, breaks, signed=False)
        if before is None and self.habits.signed:
            before = self.before_names(text, breaks, signed=True)
        return before

    def before_names(
        self, text: str, breaks: Sequence[re.Match[str]], *, signed: bool
    ) -> str | None:
        """Take authors behind punctuation.

        Args:
            text: A title and what trails behind it.
            breaks: Where they may begin.
            signed: A single name counts.
        """
        for match in breaks:
            rest = text[match.end() :].strip()
            after_comma = match[0].startswith(",")
            apart = "|" in match[0]
            marked = apart or signed
            people = people_in(rest, marked=marked) if len(rest) < LONGEST_PEOPLE else None
            if (
                after_comma
                and people is not None
                and len(people.names) == 1
                and rest.endswith(_DOTS)
            ):
                continue  # `It's Not a Loom, You See...`
            named = people is not None and all(name.given for name in people.names)
            if people is None or not (
                apart
                or (people.others and (people.names[0].given or not rest.endswith("more")))
                or INITIAL.search(rest)
                or (len(people.names) > 1 and not after_comma and (named or match[0][0] != ")"))
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


def _are_full(people: People) -> bool:
    """Whether authors are three or more, each with a given name: no list of subjects that a title ends in."""
    return len(people.names) >= _MANY and all(name.given for name in people.names)
