"""What an item says beside its title and links: venue, date, authors, and a remark for the rest."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.bylines import BY, YEAR, Bylines
from bib2awesome.importers.lists.edges import (
    EDGES,
    has_figure,
    is_punctuation,
    unbracketed,
    without_emoji,
)
from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.journals import is_journal_name, issues_behind
from bib2awesome.importers.lists.labels import is_attribute_name, is_bare_label
from bib2awesome.importers.lists.people import is_institution, people_in
from bib2awesome.importers.lists.when_where import WhenWhere, has_venue, when_where

__all__ = ["LABELLED", "Remainder"]

LABELLED = re.compile(
    r"^\W*(authors?|dates?|publish\w*|venue|publication (?:year|date)|(?:year|date) of publication|published (?:in|at)|pub|year|conference|journal(?: info(?:rmation)?)?|"
    r"\u4f5c\u8005|\u65f6\u95f4|\u65e5\u671f|\u5e74\u4efd|\u4f1a\u8bae|\u671f\u520a|\u53d1\u8868)\s*:\s*(.+)$",
    re.IGNORECASE,
)
_EMPLOYERS = re.compile(r"(?:affiliation|institut(?:e|ion)|organi[sz]ation)s?\s*:", re.IGNORECASE)
"""The label of who employs authors, some of whom are called as venues are."""
_SAID = re.compile(r"(?:intro|info|notes?|comments?|status)\s*:\s*(.+)$", re.IGNORECASE)
"""What may name the venue, and as often says something else."""
_LABEL_BEHIND = re.compile(r"(.*\d)[.,]?\s*[(\uff08]([^\W\d_]{2,12})[)\uff09]")
"""`Ada Lovelace, 2018. (Blog)`."""
_INDEXED = re.compile(
    r"\b(?=(?:(?:doi|DOI|ISBN)\b:?\s*(?:10\.|$)|PMID\b|PMCID\b|Epub\s(?:ahead|\d)))"
)
"""Where the numbers of indexes begin behind a citation."""
_INDEX = re.compile(r"doi|DOI|PMID|ISBN|Epub")
_DOI = re.compile(r"\b(?:doi|DOI|ISBN)\b:?\s*(?:10\.\S+[.;]?\s*|$)")
_STOPPED = re.compile(r"[ .-][A-Z]{1,3}\.\s")
_TURNED = re.compile(r"[^\W\d_][\w'\u2019-]+ [A-Z](?: ?[A-Z])?(?:, | and )")
"""Authors whose initials come last: `Sato Y, Ito K. Some Journal`."""
_INITIAL_LAST = re.compile(r"[ .-][A-Z]{1,3}$")
_STOP = re.compile(r"\.\s+(?=[^\W_]|['\u2019]\d\d\b)")
_TWICE = re.compile(r"\b[A-Z]{3,10} ((?:19|20)\d\d)-(?=\1 )")
"""`ICASSP 2022-2022 IEEE International Conference on …`, as citations of one style have it."""
_LONGEST_DATED, _LONGEST_NAMED = 60, 80
"""Signs of a text with a year that may be a venue, and of one that ends in it."""
_LONGEST_PEOPLE, _MOST_STOPS, _MOST_NAMED = 3000, 12, 10
_STOPPED_SHORT = re.compile(
    r"\b(et\.\s?al)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.(?=,?\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""`et. al.`, `Feb. 2017`: full stops that end nothing."""
_PARTS = re.compile(
    r"(?<=\d\.),\s+|(?<=\b(?:19|20)\d\d),\s+|(?<=[^A-Z\u00c0-\u00de\u0141\u0160\u017d]{2}[.;|])\s+|(?<=[A-Z][a-z]\.)(?<!Jr\.)(?<!St\.)(?<!Dr\.)\s+|\s*\|\s*|\n|(?<=al\.)(?!,?\s*(?:19|20)\d\d)\s*,?\s*|(?<=\)),?\s+|(?<=\)\.)\s+|\s+(?=[(\[])|(?<=[a-z])(?=\([A-Z][\w'-]{1,30} et al)|(?=\((?:19|20)\d\d\))"
)
_ET_AL = re.compile(r"[\s,]*et al\b[.,]*\s*")
_EMPLOYED = re.compile(r"([^()]{3,200}\(([^()]{2,100})\)(?:,?\s+et al\b\.?|(?=\.)))[.,;]?\s*")
"""Authors, the last with an institution: `Sil Hamilton (McGill University). arXiv`."""
_IN_VENUE = re.compile(
    r"(.*\S)(?:\s+[\u2013\u2014-]|[.;])\s+[Ii]n\s+([A-Z][^.;,]{1,40}(?:19|20)\d\d)\.?"
)
_DATED = re.compile(r"([A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3})\s?\((?:19|20)\d\d")
_NAMED_VENUE = re.compile(
    r"[A-Z]{2}|[a-z][A-Z]|\.|Journal|Conference|Proceedings|Transactions|Letters|Symposium|Workshop|International"
)
"""In the name of a venue, and in no subject's."""
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)")
_BARS = re.compile(r"\s+\|+\s+")
_DASH = re.compile(r"[\u2013\u2014-]")
_DASHES = re.compile(r"\s(?:--?|[\u2013\u2014])\s")
_BRACKETS = re.compile(r"[\])]\s*[.,;]?\s*[\[(]")
_DATE_FIRST = re.compile(
    r"[(\[]?((?:19|20)\d\d(?:[./-]\d\d?){0,2})(?:[)\]]\s*[,.:;|]?|\s*[,.:;|])\s+(?=[^\W\d])"
)


def _is_dated(text: str) -> bool:
    """Whether a text is a name with a year in brackets, and nobody's: `Some Lab (2023)`."""
    match = _DATED.fullmatch(text)
    return match is not None and people_in(match[1], marked=True) is None


def _is_subject(found: WhenWhere) -> bool:
    """Whether what may be a venue is rather one subject of several: `Parsing, Natural Language Generation`."""
    return found.year is None and " " in found.venue and not _NAMED_VENUE.search(found.venue)


def _unstopped(text: str) -> str:
    """Return text with authors and a date without the full stops that end nothing: `Ada et. al., Feb. 2017`."""
    if "-20" in text or "-19" in text:
        text = _TWICE.sub("", text)
    opened = text.startswith("(") and ")" not in text
    if not (opened or " et" in text):
        return text
    return _STOPPED_SHORT.sub(lambda found: "et al" if found[1] else found[0][:-1], text)


def _label_of(text: str) -> re.Match[str] | None:
    """Return the label of a statement, and what it says; `Publisher: IEEE` says not where."""
    label = LABELLED.match(text)
    publisher = label is not None and label[1].lower() == "publisher" and is_bare_label(label[2])
    return None if label is None or (publisher and not has_venue(label[2])) else label


def _stated(label: re.Match[str] | None, name: str, *, marked: bool) -> WhenWhere | None:
    """Return the venue that nobody knows behind the label that says so, or in a name of its own: `Conference: Days of Looms`."""
    if marked and label is None and len(name) < _LONGEST_NAMED and is_journal_name(name):
        return WhenWhere(name)
    says = label is not None and label[1].lower() in {"venue", "conference", "journal", "\u4f1a\u8bae", "\u671f\u520a"}  # fmt: skip
    few = says and len(name.split()) <= _MOST_NAMED
    return WhenWhere(name) if few and name[:1].isupper() and not is_bare_label(name) else None


def _whole(part: str) -> str:
    """Return what stood between other brackets with both halves of its own, or none."""
    if part.count("(") > part.count(")"):
        part = f"{part})"
    elif part.endswith((")", ").")) and "(" not in part:
        part = part.rstrip(".").removesuffix(")")
    return unbracketed(part)


def is_tldr(text: str) -> bool:
    """Whether a text begins as summaries do."""
    return text.lower().startswith(("tl;dr", "tldr"))


class Remainder(Bylines):
    """An item whose stretches of text state something."""

    def left(self, text: str) -> None:
        """Take what stood beside the title."""
        self.segment(self.before_indexes(text), marked=False)

    def segment(self, text: str, *, marked: bool) -> None:
        """Take a stretch of text that is no title, and may have bars: `Ada Lovelace | ICLR 2021`."""
        if is_punctuation(text):
            return
        if ":" in text and _EMPLOYERS.match(said := without_emoji(text).strip(EDGES)):
            self.remark(said)
            return
        text = self.behind_others(text)
        columns = _BARS.split(text) if " |" in text else [text]
        if len(columns) > 1 and people_in(text.strip(EDGES), marked=marked) is not None:
            columns = [text]
        for column in columns:
            parts = _DASHES.split(column) if _DASH.search(column) else [column]
            if len(parts) > 1:
                parts = [part for part in parts if part.strip(EDGES + "[]().")]
            apart = len(parts) > 1 and all(map(self.says, parts))
            for part in parts if apart else [column]:
                self.stretch(part, marked=marked)

    def behind_others(self, text: str) -> str:
        """Take the "et al." in a stretch of its own behind the authors, if any: `Ada Lovelace *et al.* *(a remark)*`."""
        more = _ET_AL.match(text) if not self.reading.others else None
        self.reading.others = self.reading.others or (
            more is not None and bool(self.reading.authors)
        )
        return text[more.end() :] if more is not None else text

    def says(self, text: str) -> bool:
        """Whether a text is a venue, a date or several authors (one where most items state authors)."""
        text = text.strip(EDGES + ".[]()")
        people = people_in(text, marked=self.habits.signed)
        return when_where(text) is not None or people is not None

    def stretch(self, text: str, *, marked: bool) -> None:
        """Take a stretch of text that is no title: venue, date, authors, or a remark."""
        words = without_emoji(text)
        if not any(map(str.isalnum, words)):
            self.signs(text)
            return
        text = words
        if text.rstrip().endswith(":") and is_bare_label(text) and not has_figure(text):
            return  # `arXiv: <link>` names no venue
        text = plain(text).replace(".* ", ". ")  # emphasis that began in another paragraph
        text = _unstopped(unbracketed(_EMPTY.sub("", text.strip(EDGES)).removesuffix("(")))
        parts = _BRACKETS.split(text)
        if not any(map(str.isalnum, text)) or (
            is_attribute_name(text) and when_where(text) is None and not is_tldr(text)
        ):
            return
        if self.summary or is_tldr(text):
            self.reading.tldr = re.sub(r"^tl;?dr\W*", "", text, flags=re.IGNORECASE)
            self.summary = not self.reading.tldr  # it follows in another form
        elif len(parts) > 1 and any(map(when_where, parts)):
            for part in parts:
                self.statement(_whole(part), marked=YEAR.search(part) is not None)
        elif "; " in text and all(map(when_where, text.split("; "))):
            for part in text.split("; "):
                self.statement(part, marked=marked)
        elif not is_bare_label(text) or has_figure(text) or when_where(text) is not None:
            self.statement(text, marked=marked)

    def statement(self, text: str, *, marked: bool) -> None:
        """Take a clean stretch of text: `Venue: ICLR 2021`, `(Ho et al., 2020)`, `2021, Ada Lovelace`."""
        label = _label_of(text)
        figures = has_figure(text)
        aside = _LABEL_BEHIND.fullmatch(text) if figures else None
        if aside is not None and is_bare_label(aside[2]):
            text = aside[1]
            self.remark(aside[2])
        body = label[2] if label else text
        signed = label is not None and label[1][0] in "Aa\u4f5c"
        marked = marked or signed
        said = _SAID.match(text) if label is None and ":" in text else None
        if said is not None and when_where(said[1]) is not None:
            text = body = said[1]
        bare = body.strip("()[]. ")
        if figures and (self.issue(bare) or self.dated_people(bare, marked=marked)):
            return
        first = _DATE_FIRST.match(body) if figures else None
        if first is not None and when_where(bare) is None and (when := when_where(first[1])):
            self.place(when, "line")
            self.statement(body[first.end() :], marked=marked)
            return
        most = _LONGEST_NAMED if bare[-4:].isdigit() else _LONGEST_DATED
        dated = figures and len(bare) < most and YEAR.search(bare) is not None
        tag = (label is not None and not signed) or (dated and (marked or _is_dated(bare)))
        found = when_where(bare, tag=tag) or _stated(label, bare, marked=marked)
        known = found is not None and (not found.venue or has_venue(found.venue))
        named = not (known or label or self.reading.authors)
        if named and (
            (figures and self.dated_families(body))
            or self.people_and_venue(body)
            or self.people_first(body)
        ):
            return
        if found is not None:
            self.place(found, "line")
            return
        if self.only_people(body, marked=marked) or self.cites(bare, "line"):
            return
        text = self.without_venue(text)
        if label is None and len(text) < 3000:  # noqa: PLR2004
            whole = self.stripped_rest(text, marked=marked)
            if whole is None:
                return
            text = whole
        self.remark(text)

    def before_indexes(self, text: str) -> str:
        """Keep the numbers of indexes behind a citation as a remark; the DOI is a link already."""
        match = _INDEXED.search(text) if _INDEX.search(text) else None
        if match is None:
            return text
        self.remark(_DOI.sub("", text[match.end() :]).strip(". "))
        return text[: match.start()].rstrip(" \t\u00a0.;,")

    def without_venue(self, text: str) -> str:
        """Take the venue from the end of a description: `A metric of looms - in EMNLP 2021`."""
        match = _IN_VENUE.fullmatch(text) if text.rstrip(".")[-4:].isdigit() else None
        found = when_where(match[2]) if match is not None and not self.reading.venue else None
        if match is None or found is None or not found.venue:
            return text
        self.place(found, "line")
        return match[1]

    def people_first(self, text: str) -> bool:
        """Take authors and what stands behind their full stop: `by Sato Y, Ito K. Some Journal, 2008`."""
        by = BY.match(text) is not None
        if not (by or _STOPPED.search(text)):
            return False
        if by and self.people_by(text):
            return True
        turned = _TURNED.match(text, len("by ") if by else 0) is not None
        nobody = people_in(text) is None
        stops = [match.span() for match in _STOP.finditer(text, 0, _LONGEST_PEOPLE)][-_MOST_STOPS:]
        for end, start in reversed(stops):
            rest = text[start:]
            tag = nobody and ". " not in rest and YEAR.search(rest) is not None
            found = when_where(rest, tag=tag)
            initial = _INITIAL_LAST.search(text, 0, end) is not None
            if found is None and not (nobody and (turned or (by and not initial))):
                continue  # `Ada Lovelace, C. Babbage`
            people = people_in(text[:end], marked=True)
            if people is not None and (len(people.names) > 1 or by or initial):
                self.reading.authors, self.reading.others = people
                if found is None:
                    self.statement(rest, marked=True)
                else:
                    self.place(found, "line")
                return True
        return False

    def issue(self, text: str) -> bool:
        """Take a journal with volume and year, and who stands before it: `A. Lovelace. Nature 521, 436-444 (2015)`."""
        found = when_where(text)
        if found is not None and found.issue is not None:
            self.place(found, "line")
            return True
        for before, behind in issues_behind(text):
            found = when_where(behind)
            if found is None or found.issue is None:
                continue
            named = people_in(before.strip(EDGES), marked=True) is not None
            if named or has_venue(found.venue):
                self.place(found, "line")
                self.statement(before, marked=named)
                return True
        return False

    def stripped_rest(self, text: str, *, marked: bool = False) -> str | None:
        """Take authors and venue from `Bairi et al. FSE.`; returns what is left, None if nothing."""
        employed = _EMPLOYED.match(text) if "(" in text and not self.reading.authors else None
        if employed is not None and (people := people_in(employed[1], marked=True)):
            self.reading.authors, self.reading.others = people
            self.remark(employed[2])
            return (
                self.stripped_rest(text[employed.end() :]) if employed.end() < len(text) else None
            )
        parts = _PARTS.split(text)
        if len(parts) < 2:  # noqa: PLR2004
            parts = text.rsplit(", ", 1)
        alone = len(parts) == 2 and (  # noqa: PLR2004
            (marked and when_where(parts[1].strip("(). ")) is not None)
            or (self.habits.signed and any(map(is_institution, parts[1].split())))
        )
        kept: list[str] = []
        taken = 0
        for part in parts:
            part = unbracketed(part)  # noqa: PLW2901
            part = part[:-1] if part.endswith(").") else part  # noqa: PLW2901
            if not any(sign.isalnum() for sign in part):
                continue
            found = when_where(part.strip("(). "))
            if found is not None and not (kept and _is_subject(found)):
                self.place(found, "line")
                taken += 1
            elif self.dated_people(part.strip("(). ")) or self.cites(part.strip("(). "), "line"):
                taken += 1
            elif (
                not self.reading.authors
                and (people := people_in(part.strip("() "), marked=True))
                and (len(people.names) > 1 or people.others or alone)
            ):
                self.reading.authors, self.reading.others = people
                taken += 1
            else:
                kept.append(part)
        if not taken:
            return text
        return ", ".join(kept) if any(not is_bare_label(part) for part in kept) else None
