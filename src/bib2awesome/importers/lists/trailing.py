"""A title without what is stuck to it: tags in front, and venue, date, authors and labels behind."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.labels import is_bare_label, is_label, is_news
from bib2awesome.importers.lists.people import People, families_in, people_in
from bib2awesome.importers.lists.remainder import YEAR, Remainder, unbracketed, without_emoji
from bib2awesome.importers.lists.when_where import has_venue, when_where

__all__ = ["TAG", "Trailing", "is_cited"]

TAG = re.compile(
    r"^\s*(?:\[((?:[^\[\]()]|\([^\[\]()]*\)){1,60})\]|[(\u3010]([^\[\]()\u3010\u3011]{1,60})[)\u3011])[\s:|,-]*"
)
_APA = re.compile(
    r"^(?P<who>[^()]{3,}?)(?:\s*\((?P<year>(?:19|20)\d\d)[^()]*\)[.:]|\.\s+(?P<acm>(?:19|20)\d\d)[a-z]?\.)\s*(?P<title>.+?(?:[^.]{4}(?=\.)|[?!]))\.?(?:\s|$)(?P<rest>.*)$"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_CITED_YEAR = re.compile(r"[.] (?:19|20)\d\d[a-z]?[.] | [(](?:19|20)\d\d[^()]*[)][.:]")
_DASHED = re.compile(r"((?:19|20)?\d\d)-(?=\w*[A-Z]\w*[A-Z])([A-Z][A-Za-z&]+)-\s*(?=\S+ \S)")
"""`20-OSDI-A Simpler and Faster Driver Model`."""
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
_INSTITUTION = re.compile(r"\s*\((@[^)]*)\)?\s*$")
"""`(@UC Berkeley etc)`"""
_IN_QUOTES = re.compile(
    r"^[\"\u201c-\u201f\u2018\u2019'\xab\u300a]+([^\"\u201c-\u201f\xab\xbb\u300a\u300b]*)[\"\u201c-\u201f\u2018\u2019'\xbb\u300b]+[.,]?$"
)
_UNLINKED = re.compile(
    r"\s*\[{1,2}(?![^\[\]]*report)([^\[\]]{1,30})\]{1,2}\s*(?:\[[^\[\]]{0,20}\]|\()?$",
    re.IGNORECASE,
)
"""A label behind a title that leads nowhere: `[code][1.2]`, `[Code]`, `[[pdf]] (`."""
# A venue behind a title: after the last punctuation, or further back where it has some itself.
_TRAILING = (
    re.compile(
        r"(.*\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+((?:[^.?!,;|]|(?<=\d)\.(?=\d)){2,90})[\s.]*$"
    ),
    re.compile(r"(.*\S),([^.?!,;|\s][^.?!,;|]{2,40})[\s.]*$"),
    re.compile(
        r"(.*?\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+([^?!;|]{2,60}(?:19|20)\d\d)[\s.]*$"
    ),
    re.compile(
        r"(.*[^\s.,;|?!])[.,;|?!\s]\s*(ar(?:xi|vi|x)[xv]\s*:?\s*\d{4}\.\d{4,5}(?:v\d+)?)[\s.]*$",
        re.IGNORECASE,
    ),
)

_USUAL = re.compile(r"(.*\S),\s+([^\W\d_][^,.]{2,90}?,?\s+(?:19|20)\d\d)[\s.]*$")
"""`A Title, Sensors and Actuators 2015`, where most items have their venue there."""
_UNDIVIDED = re.compile(
    r"(?:(?:ACM|IEEE) )?[A-Z][\w&-]+(?: Findings| Workshops?| Asia)?['\u2019]? (?:19|20)\d\d[\s.]*$"
)
_BEFORE_NAMES = frozenset("at for of in to the on from by with and a an & the".split())
"""Words with which a title goes on: `The State of Video Generation at CVPR 2024`."""
_JOURNAL = re.compile(
    r"(.*\S)[.,]\s+([A-Z][\w&: -]{1,80}?),?\s+((?!(?:19|20)\d\d\b)\d+(?:\s?\(\d+\))?\s*[,:]\s*\d[\w\u2013-]*)(?:\s*[(,]\s*((?:19|20)\d\d)\)?)?$"
)
"""`Deep learning. Nature 521, 436-444 (2015)`."""
_BAR = re.compile(r"\s\|\s+([^\s|]+(?:\s[^\s|]+){0,4})$")
_DATED_NAMES = re.compile(
    r"([A-Z][a-z\u00c0-\u024f]+[^:\d()]{0,60}?),?\s\(?((?:19|20)\d\d)\)?\s?:\s+(?=\S+\s+\S)"
)
"""`Turney 2002: Thumbs up or thumbs down?`."""
_INSIDE = re.compile(r"[a-z][A-Z]")
_IDENTIFIER = re.compile(
    r"\s*\[\^[^\[\]\s]+\]$|(?<![\s.,;(\[])[\s.,;(\[]*+(?:\bdoi\s*:?\s*)?(?<![\w/])10\.\d{4,9}/[^\s\])]+[\])]?$",
    re.IGNORECASE,
)
_NEW = re.compile(r"^(?:NEW|HOT|New!|new!)[!:\]]*\s+(?=\S+\s+\S)")
_BREAK = re.compile(
    r"(?:(?<![\s.][A-Z])[.]|[?!,)])[,.]?\s+(?=[^\W\d_])|\s[\u2013\u2014|-]\s+(?=[^\W\d_])"
)
"""Where authors may begin behind a title; the full stop of an initial is none."""
_BRACKET = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{2,80})(?:[)\]][\s.,:]*)?()$")
_BRACKETS_TWO = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]]\s*[(\[]([^()\[\]]*)[)\]]?\s*$")
_INITIAL = re.compile(r"\b[A-Z]\.")
_AFFILIATION = re.compile(r"\(([^()]*[A-Za-z]{2}[^()]*)\)")
_SHORTEST, _LONGEST_NAME, _LONGEST_PEOPLE = 8, 60, 3000
_VANCOUVER = re.compile(
    r"((?:[A-Z][\w'\u2019-]+ (?:[A-Z] ?){1,3}, )*(?=\S*[a-z])[A-Z][\w'\u2019-]+ (?:[A-Z] ?){1,3}(?:, et al)?)\.\s*(?=\S+\s+\S+\s+\S)"
)
"""`Codegoni A, Lombardi G. TinyCD: …`"""
_NAMES_FIRST = re.compile(r"[A-Z][\w.'\u2019-]*,? [A-Z][^,:?!]{0,40},\s")
_LONGEST_CITED = 1000
_MOST_TRAILING, _LEAST_TITLE, _MANY = 6, 3, 3
_BREAK_BEHIND = re.compile(r"(?<![\s.][A-Z])[.:]\s+(?=[^\W\d_])|(?<=al\.)[,:]?\s+")


def is_cited(text: str) -> bool:
    """Whether a text is a work as papers cite it: `A. Lovelace and C. Babbage. 2021. A Title. In …`."""
    apa = _APA.match(text[:_LONGEST_CITED]) if _CITED_YEAR.search(text) else None
    return apa is not None and people_in(apa["who"], marked=True) is not None


class Trailing(Remainder):
    """An item whose title can be cleaned."""

    def take_title(self, text: str) -> None:
        """Clean a title and take from it what is stuck to it."""
        reading = self.reading
        text = _NUMBER.sub("", plain(without_emoji(text)))
        text = self.behind_dashes(text)
        apa = _APA.match(text) if _ANY_YEAR.search(text) else None
        if apa is not None and (people := people_in(apa["who"], marked=True)):
            reading.authors, reading.others = people
            reading.year = int(apa["year"] or apa["acm"])
            self.cited = re.sub(
                r"^In\s+|\s*\(pp\.[^)]*\)?|\s+\d+\s*\((?:19|20)\d\d\)|\s*,\s*\d.*$", "", apa["rest"]
            )
            text = apa["title"]
        while (tag := TAG.match(text)) is not None and len(text) > tag.end() + 3:
            if tag[2] and not _is_parenthesised_tag(tag[2]):
                break
            self.tag(tag[1] or tag[2])
            text = text[tag.end() :]
        text = _NEW.sub("", text)
        text = _HEAD.sub("", _GLUED.sub("", text))
        if reading.style != "quoted":
            label = _LABELLED.match(text) if reading.style != "link" else None
            if label is not None and is_bare_label(label[2]) and when_where(label[2]) is None:
                text = label[1]
            text = self.behind_people(self.stripped(text))
        text = unbracketed(text.lstrip(")]} "))
        if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
            text = text[1:-1]
        text = _IN_QUOTES.sub(r"\1", text)
        institution = _INSTITUTION.search(text) if "(@" in text else None
        if institution is not None:
            self.remark(institution[1])
            text = text[: institution.start()]
        if not text.endswith(("...", "etc.", "et al.")):
            text = text.rstrip(" .,;")
        if text.count("(") < text.count(")"):
            text = text.rstrip(")").rstrip()
        reading.title = text

    def behind_dashes(self, text: str) -> str:
        """Take year and venue from `20-OSDI-A Title`."""
        match = _DASHED.match(text)
        found = when_where(f"{match[2]} {match[1]}", tag=True) if match is not None else None
        if match is None or found is None:
            return text
        self.place(found, "tag")
        return text[match.end() :]

    def tag(self, text: str) -> None:
        """Take a tag in brackets: a venue, an acronym, or a remark."""
        found = when_where(text, tag=bool(re.search(r"\d", text)))
        if found is not None and not (is_label(text) and "xiv" not in text.lower()):
            self.place(found, "tag")
        elif is_news(text):
            self.reading.kind = "other"
        elif is_label(text):
            return
        elif len(text.split()) <= 4 and not self.reading.short:  # noqa: PLR2004
            self.reading.short = text.strip()
        else:
            self.remark(text)

    def stripped(self, text: str) -> str:
        """Return a title without the venue, date and authors that trail behind it."""
        ways = (
            self.before_label,
            self.before_identifier,
            self.before_brackets,
            self.before_venue,
            self.before_name,
            self.before_people,
            self.before_bar,
        )
        for _ in range(_MOST_TRAILING):
            text = text.rstrip(" ,;|-\u2013[(")
            before = next((found for way in ways if (found := way(text)) is not None), None)
            if before is None:
                break
            text = before
        return text

    def before_label(self, text: str) -> str | None:
        """Drop a label that leads nowhere: `Title [Code]`."""
        end = _UNLINKED.search(text)
        label = end is not None and is_label(end[1]) and when_where(end[1]) is None
        return text[: end.start()] if end is not None and label else None

    def before_identifier(self, text: str) -> str | None:
        """Drop a footnote, or a DOI, which the links have."""
        match = _IDENTIFIER.search(text) if "10." in text or "[^" in text else None
        return text[: match.start()] if match is not None and match.start() else None

    def before_brackets(self, text: str) -> str | None:
        """Take a venue, date or authors in brackets, and a remark in brackets behind those."""
        bracket = _BRACKET.match(text)
        for match in filter(None, (bracket, _BRACKETS_TWO.match(text))):
            stated = when_where(match[2], tag=YEAR.search(match[2]) is not None)
            if stated is not None and (stated.venue or not self.is_dated_elsewhere()):
                self.place(stated, "trailing")
                self.remark(match[3])
                return match[1]
        if bracket is not None and self.dated_people(bracket[2]):
            return bracket[1]
        return None

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
        for pattern in _TRAILING:
            cut = pattern.match(text)
            if cut is not None and (found := when_where(cut[2])) is not None:
                self.place(found, "trailing")
                return cut[1] + (text[cut.end(1)] if text[cut.end(1)] in "?!" else "")
        return None

    def before_name(self, text: str) -> str | None:
        """Take a known venue and year with nothing before them: `Learning to Retrieve NAACL 2022`."""
        match = _UNDIVIDED.search(text, max(len(text) - _LONGEST_NAME, 0))
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
        for match in _BREAK.finditer(text, _SHORTEST):
            rest = text[match.end() :].strip()
            after_comma = match[0].startswith(",")
            apart = "|" in match[0]
            people = people_in(rest, marked=apart) if len(rest) < _LONGEST_PEOPLE else None
            if people is None or not (
                apart
                or people.others
                or _INITIAL.search(rest)
                or (len(people.names) > 1 and not after_comma)
                or (self.reading.place == "trailing" and _are_full(people))
            ):
                continue
            self.reading.authors, self.reading.others = people
            for affiliation in _AFFILIATION.findall(rest):
                self.remark(affiliation)
            return text[: match.start() + (match[0][0] in "?!)")]
        return None

    def before_bar(self, text: str) -> str | None:
        """Take a short remark or a venue that nobody knows behind a bar: `Title | Some Lab`."""
        match = _BAR.search(text, max(len(text) - _LONGEST_NAME, 1)) if "|" in text else None
        own = self.reading.style == "link" and not any("|" in one for one in self.words.values())
        if match is None or not own:
            return None
        found = when_where(match[1], tag=True) if YEAR.search(match[1]) else None
        if found is not None:
            self.place(found, "trailing")
        else:
            self.remark(match[1])
        return text[: match.start()]

    def behind_people(self, text: str) -> str:
        """Take authors in front of a title: `R. Nogueira and K. Cho. Passage Re-ranking with BERT`."""
        if self.reading.authors:
            return text
        cited = _VANCOUVER.match(text)
        if (
            cited is not None
            and (people := people_in(cited[1], marked=True))
            and (len(people.names) > 1 or people.others or len(people.names[0].given) > 1)
        ):
            self.reading.authors, self.reading.others = people
            return text[cited.end() :]
        dated = _DATED_NAMES.match(text)
        if (
            dated is not None
            and not (is_label(dated[1]) or has_venue(dated[1]) or _INSIDE.search(dated[1]))
            and (people := families_in(dated[1])) is not None
        ):
            self.reading.authors, self.reading.others = people
            self.cited_year = int(dated[2])
            return text[dated.end() :]
        if self.reading.style not in {"plain", "cell"} and " et al" not in text:
            return text
        for match in _BREAK_BEHIND.finditer(text, 0, _LONGEST_PEOPLE):
            who, rest = text[: match.start()], text[match.end() :]
            people = people_in(who)
            if people is None or len(rest.split()) < _LEAST_TITLE:
                continue
            stops = match[0][0] != ":" and len(people.names) > 1
            if people.others or _INITIAL.search(who) or stops:
                self.reading.authors, self.reading.others = people
                return rest
        return (_NAMES_FIRST.match(text) and self.behind_commas(text)) or text

    def behind_commas(self, text: str) -> str | None:
        """Take full names in front of a title, all divided by commas: `R. Nogueira, Kyunghyun Cho, Passage …`."""
        found: tuple[People, str] | None = None
        for match in re.finditer(r",\s+", text[:_LONGEST_PEOPLE]):
            people = people_in(text[: match.start()], marked=True)
            if people is None and (found is not None or match.start() > _LONGEST_NAME):
                break
            if people is not None:
                found = people, text[match.end() :]
        if found is None:
            return None
        (names, others), rest = found
        if rest.startswith(("and ", "& ")):
            return None
        least = 1 if self.habits.names_first else 2
        if (
            len(names) < least
            or len(rest.split()) < _LEAST_TITLE
            or not all(n.given for n in names)
        ):
            return None
        self.reading.authors, self.reading.others = names, others
        return rest

    def is_dated_elsewhere(self) -> bool:
        """Whether a linked title's year is its own, as the item states one behind it."""
        return self.reading.style == "link" and any(
            YEAR.search(piece.text) for i, piece in enumerate(self.pieces) if i not in self.used
        )


def _are_full(people: People) -> bool:
    """Whether authors are three or more, each with a given name: no list of subjects that a title ends in."""
    return len(people.names) >= _MANY and all(name.given for name in people.names)


def _is_parenthesised_tag(text: str) -> bool:
    """Whether words in parentheses before a title are no part of it: `(CVPR 2023)`, not `(Almost)`."""
    acronym = len(text.split()) == 1 and sum(map(str.isupper, text)) > 1
    acronym = acronym or text.islower() or is_news(text)
    dated = any(map(str.isdigit, text))
    return acronym or is_label(text) or when_where(text, tag=dated) is not None
