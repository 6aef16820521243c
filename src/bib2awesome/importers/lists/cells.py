"""The cells of a row: what the columns say of a work."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.column_titles import is_count_column, is_venue_column
from bib2awesome.importers.lists.columns import NOTHING, TICKS, cell_of
from bib2awesome.importers.lists.edges import EDGES, has_figure, without_emoji
from bib2awesome.importers.lists.journals import issue_in
from bib2awesome.importers.lists.labels import is_bare_label
from bib2awesome.importers.lists.people import People, families_in, people_in
from bib2awesome.importers.lists.placing import badge_text
from bib2awesome.importers.lists.remainder import Remainder
from bib2awesome.importers.lists.when_where import WhenWhere, has_venue, when_where

__all__ = ["Cells"]

_FIRST_ONLY = re.compile(
    r"\b(?:first|1st|lead) authors?\b|\u4e00\u4f5c|\u7b2c\u4e00\u4f5c\u8005", re.IGNORECASE
)
"""The title of a column that has one author of several."""
_AND_OTHERS = re.compile(r"\s*(?:等人?|ほか)$|\s외(?: \d+[명인])?$")
"""`et al.` in Chinese, Japanese and Korean."""
_YEAR_BEHIND = re.compile(r"\s*\(((?:19|20)\d\d)\)$")
_TAG = re.compile(r"\s*\[([^\[\]]{4,40})\]\s+(?=\w)")
_YEAR = re.compile(r"1[89]\d\d")
"""Of the early works that only a column of years has."""
_MOST_WORDS, _LONGEST_ACRONYM = 10, 4
"""Words of what a cell names, and letters of an acronym."""


class Cells(Remainder):
    """An item that may be a row."""

    def columns(self) -> None:  # noqa: C901, PLR0912 - one case per role
        """Take what the cells say beside the title and the links."""
        for number, role in self.roles.items():
            text = cell_of(self.item, number)
            said = self.item.header[number] if number < len(self.item.header) else ""
            self.badges(number, role, said)
            if (
                role == "title"
                or text.lower() in NOTHING
                or (text.isdigit() and is_count_column(said))
                or self.identifies(text)
            ):
                continue
            if role == "ticks":
                if said:
                    self.reading.ticks[said] = TICKS[text.lower()]
                else:
                    self.remark(text)
            elif role in {"venue", "date"}:
                found = self.cell_issue(role, text) or when_where(text, tag=role == "venue")
                if found is None and text.islower() and text.isalpha() and when_where(text.upper()):
                    found = WhenWhere(text)
                if (
                    found is None
                    and (role == "venue" or is_venue_column(said))
                    and _may_be_name(text)
                ):
                    found = WhenWhere(text)
                if found is None and _YEAR.fullmatch(text):
                    found = WhenWhere(year=int(text), date=text)
                if found is not None:
                    self.place(found, "column")
                else:
                    self.left(text)
            elif role == "authors" and (people := _authors(text)):
                self.reading.authors, self.reading.others = people
                self.reading.others |= _FIRST_ONLY.search(said) is not None
                if (year := _YEAR_BEHIND.search(text)) is not None:
                    self.place(WhenWhere(year=int(year[1]), date=year[1]), "column")
            elif (
                role == "name" and not self.reading.short and _names(text) and len(text) < 60  # noqa: PLR2004
            ):
                self.reading.short = text
            else:
                own = " ".join(
                    p.text
                    for p, at in zip(self.pieces, self.item.cells, strict=True)
                    if at == number and not p.image and p.link < 0
                )
                own = self.tagged(own).strip(EDGES + ".")
                bare = own.strip(EDGES + "[].")
                own = bare if bare.count("[") == bare.count("]") else own
                own = own if own.count("(") == own.count(")") > 0 else own.strip(EDGES + "().")
                unlinked = role == "links" and own.isalpha() and is_bare_label(own)
                if any(sign.isalnum() for sign in own) and not unlinked:
                    found = when_where(own)
                    if found is not None and role != "employers" and _states(found, own):
                        self.place(found, "column")
                    else:
                        self.remark(f"{said}: {own}" if said else own)
                elif said and role != "links" and without_emoji(own) != own:  # stars
                    self.remark(f"{said}: {own}")

    def identifies(self, text: str) -> bool:
        """Whether a cell is an identifier that was taken for a link of the work."""
        unlinked = (link.url for link in self.reading.links if not link.linked)
        return "/" not in text and any(url.endswith(f"/{text}") for url in unlinked)

    def cell_issue(self, role: str, text: str) -> WhenWhere | None:
        """Return the journal and volume of a cell whose year another column has: `J. Looms 11(2), 1-9`."""
        if role != "venue" or not has_figure(text):
            return None
        dates = [cell_of(self.item, number) for number, one in self.roles.items() if one == "date"]
        found = issue_in(f"{text} ({dates[0][:4]})") if dates and dates[0][:4].isdigit() else None
        if found is None or not (found.number or found.pages):
            return None
        return WhenWhere(found.journal, found.year, date=str(found.year), issue=found)

    def tagged(self, words: str) -> str:
        """Take venue and year from brackets before words: `[CVPR 2024] Novel objects from one view.`."""
        tag = _TAG.match(words)
        found = when_where(tag[1], tag=True) if tag is not None else None
        if tag is None or found is None or found.year is None or self.reading.year:
            return words
        self.place(found, "column")
        return words[tag.end() :]

    def badges(self, number: int, role: str, said: str) -> None:
        """Keep the words of badges that lead nowhere: tags of the work."""
        if role in {"title", "links"}:
            return
        pieces = zip(self.pieces, self.item.cells, strict=True)
        images = [p.image for p, at in pieces if at == number and p.image and p.link < 0]
        words = [badge_text(image).strip("- ") for image in images if not self.take_badge(image)]
        shown = ", ".join(word for word in words if not is_bare_label(word))
        if shown:
            self.remark(f"{said}: {shown}" if said else shown)


def _authors(text: str) -> People | None:
    """Return the authors of a cell; families alone count, too, and a year behind them."""
    bare = _YEAR_BEHIND.sub("", text)
    cut = _AND_OTHERS.sub("", bare)
    found = people_in(cut, marked=True) or (None if has_venue(cut) else families_in(cut))
    return found._replace(others=True) if found is not None and cut != bare else found


def _states(found: WhenWhere, text: str) -> bool:
    """Whether a cell of any column says where or when, and gives no measure: `ICML 2020`, not `ACC:95.8` or `Loom-15`."""
    figures = has_figure(text)
    if not figures:
        return bool(found.venue)
    whole = len(found.date) > len("'21") or has_venue(found.venue)
    return found.year is not None and found.date[:4].isdigit() and whole


def _may_be_name(text: str) -> bool:
    """Whether a cell may be the name of a venue that nobody knows: with a capital, in a script that has some, or very short."""
    short = text.isalpha() and len(text) <= _LONGEST_ACRONYM  # `ndss`
    return (text[0].isupper() or not text[0].isascii() or short) and _names(text)


def _names(text: str) -> bool:
    """Whether a cell has a name: words, and not too many."""
    labelled = is_bare_label(text) and not text.isupper()  # `BIB`
    return any(map(str.isalpha, text)) and not labelled and len(text.split()) <= _MOST_WORDS
