"""What stands in front of a title or right behind it: tags, names, and authors whose names are links."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.edges import EDGES, has_figure, unbracketed, without_emoji
from bib2awesome.importers.lists.labels import is_kind, is_label, is_news, names_venue
from bib2awesome.importers.lists.people import families_in, people_in
from bib2awesome.importers.lists.segments import Segment, Segments
from bib2awesome.importers.lists.shapes import says_title
from bib2awesome.importers.lists.when_where import WhenWhere, has_venue, when_where

__all__ = ["BesideTitle"]

_SENTENCE = re.compile(r"[,;|]|\.(?:\s|$)")
_DATED = re.compile(
    r"([^\d()]{2,80}?)\.?(?:\s+[\u2013\u2014-]|,|\s(?=\())\s*\(?((?:19|20)\d\d)\)?\s*[\u2013\u2014:,.-]?"
)
_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s*")
_YEAR_LAST = re.compile(r"\b((?:1[89]|20)\d\d)[a-z]?\b\W*$")
_INITIALS = re.compile(r"\S, (?:[A-Z]\.?[ -]?)+$")
"""Of `Lovelace, A`, which are not two families."""
_MOST_NAME = 4


def _is_word(text: str) -> bool:
    return any(map(str.isalpha, text)) and _SENTENCE.search(text) is None


class BesideTitle(Segments):
    """An item whose title has something beside it."""

    def before_title(self, one: Segment) -> bool:
        """Take what stands in front of the title: a number, a family name, tags, a name."""
        if _NUMBER.fullmatch(one.text):
            return True
        family = not one.named and (
            self.dated_before(one.text) or self.people_before_quote(one.text)
        )
        return (
            family
            or self.tags_before(one.text)
            or self.author_before(one.text)
            or self.name_before(one.text)
        )

    def tags_before(self, text: str) -> bool:
        """Take several tags in front of the title, or one that lists names: `(CVPR 2022) [Mesh]`, `[RPN, ROI]`."""
        if text.count("[") + text.count("(") < 2 and "," not in text:  # noqa: PLR2004
            return False
        said = text
        text, tags = without_emoji(text).strip(), list[str]()
        while (match := TAG.match(text)) is not None:
            tags.append((match[1] or match[2]).strip())
            text = text[match.end() :]
        if text.strip(EDGES) or (len(tags) == 1 and when_where(tags[0], tag=True) is not None):
            return False
        for tag in tags:
            self.tag(tag)
        if tags:
            self.signs(said)
        return bool(tags)

    def author_before(self, text: str) -> bool:
        """Take one author in front of the title where most items have some: `Ada Lovelace, [Looms](\u2026)`."""
        name = text.strip(EDGES)
        alone = self.habits.signed and text.rstrip().endswith(",") and " " in name
        if not alone or self.reading.authors or is_label(name) or when_where(name) is not None:
            return False
        people = people_in(name, marked=True)
        if people is None:
            return False
        self.reading.authors, self.reading.others = people
        return True

    def name_before(self, text: str) -> bool:
        """Take a name in front of the title: `RoboCat **RoboCat: A self-improving agent**`, `[**GPTQ**] …`."""
        name = unbracketed(without_emoji(text)).strip(":").strip()
        if name.startswith("(") and name.endswith(")") and name.count("(") == 1:
            name = name[1:-1].strip()
        if not name or self.reading.short or len(name.split()) > _MOST_NAME or not _is_word(name):
            return False
        if is_label(name) or is_kind(name):
            return False
        if is_news(name):
            self.tag(name)
            return True
        if says_title(f"{name}: x"):
            return True
        if when_where(name, tag=has_figure(name)) is not None:
            return False
        self.reading.short = name
        self.signs(text)
        return True

    def people_before_quote(self, text: str) -> bool:
        """Take authors in front of a quotation mark that opens before the title: `Lovelace, Ada. \u201c`."""
        who = text.strip(EDGES)
        if not who.endswith(("\u201c", '"')) or self.reading.authors:
            return False
        people = people_in(who[:-1].strip(EDGES), marked=True)
        if people is None:
            return False
        year = _YEAR_LAST.search(who) if has_figure(who) else None
        self.cited_year = int(year[1]) if year is not None else self.cited_year
        self.reading.authors, self.reading.others = people
        return True

    def dated_before(self, text: str) -> bool:
        """Take families and a year in front of the title: `Lovelace and Babbage - 1993 - **Notes on the Engine**`."""
        match = _DATED.fullmatch(text.strip()) if has_figure(text) else None
        if match is None or self.reading.authors or has_venue(match[1]):
            return False
        turned = _INITIALS.search(match[1]) is not None
        people = people_in(f"{match[1]}.", marked=True) if turned else families_in(match[1])
        quoted = (
            self.reading.style == "quoted" and ")" in text and sum(map(str.isupper, match[1])) == 1
        )
        if people is None or not (
            len(people.names) > 1 or people.others or self.habits.signed or quoted or turned
        ):
            return False
        self.reading.authors, self.reading.others = people
        self.place(WhenWhere("", int(match[2]), None, "", match[2]), "line")
        return True

    def linked_people(self) -> None:
        """Take authors whose names are links to their pages; the links stay links."""
        if self.item.cells or self.reading.authors:
            return
        taken = {self.pieces[i].line for i in self.used}
        lines: dict[int, list[int]] = {}
        for i, piece in enumerate(self.pieces):
            if piece.line not in taken or piece.italic:
                lines.setdefault(piece.line, []).append(i)
        for numbers in lines.values():
            named = [i for i in numbers if self.pieces[i].link >= 0 and self.names_person(i)]
            if not named or self.reading.authors:
                continue
            others = [i for i in numbers if self.pieces[i].link >= 0 and i not in named]
            last = next((i for i in others if i > named[-1]), numbers[-1] + 1)
            own = [i for i in numbers if i < last]
            people = people_in("".join(self.pieces[i].text for i in own).strip(EDGES), marked=True)
            if people is not None:
                self.reading.authors, self.reading.others = people
                self.used.update(own)

    def names_person(self, number: int) -> bool:
        """Whether a piece is nothing but somebody's name: two words or more, no label, no venue."""
        words = self.pieces[number].text.strip()
        if self.pieces[number].image or len(words.split()) < 2 or is_label(words):  # noqa: PLR2004
            return False
        if names_venue(words) or has_figure(words):
            return False
        return people_in(words, marked=True) is not None
