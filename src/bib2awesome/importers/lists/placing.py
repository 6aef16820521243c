"""An item while it is read: where a venue, a date or a remark goes."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bib2awesome.importers.lists.habits import Habits
from bib2awesome.importers.lists.inlines import Piece, plain
from bib2awesome.importers.lists.labels import is_attribute_name, is_bare_label, web_address
from bib2awesome.importers.lists.model import Item, Reading
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import WhenWhere, when_where

__all__ = ["STARS", "Placing", "badge_text"]

_AWARD = re.compile(r"best|award|outstanding|distinguished|honorable", re.IGNORECASE)
_CENTURY = 2000
_PUBLISHERS = frozenset({"acm", "ieee", "springer", "elsevier", "pmlr"})
_NOTHING = frozenset({"paper", "pdf", "link"}) | _PUBLISHERS
_BADGE = re.compile(r"badge/([^/?]+?)-[^-/?]+(?:\.svg)?(?:$|\?)")

STARS = re.compile(
    r"shields\.io/github/(?:stars|last|forks)|star-history|badgen\.net/github/stars", re.IGNORECASE
)
"""Badges that count the stars of a repository, or say when it changed."""
_SIGN = re.compile(
    r"(?<![^\s*_\[(:]):[a-z][a-z0-9_+-]*:(?=[\s*_\[(:]|$)"
    "|[\u2600-\u2712\u2728\u274c-\u2757\u2b50\U0001f300-\U0001faff]\ufe0f?"
)
"""Emoji that say something of a work (stars, fire, a tick), not arrows and bullets."""


def badge_text(image: str) -> str:
    """Return the words of a badge of shields.io, "" of other images."""
    match = _BADGE.search(image)
    return unquote(match[1]).replace("_", " ") if match is not None else ""


def _is_bare(text: str) -> bool:
    """Whether a part of a badge is a label, and not `arXiv 2022`."""
    found = when_where(text) if is_bare_label(text) else None
    return is_bare_label(text) and not (found is not None and found.venue and found.year)


class Placing:
    """An item while it is read; where what it says goes.

    Args:
        item: The item.
        roles: Of a row: what each column holds (`bib2awesome.importers.lists.columns`).
        habits: What most items of the list do.
    """

    def __init__(self, item: Item, roles: dict[int, str], habits: Habits) -> None:
        self.item = item
        self.habits = habits
        self.reading = Reading()
        self.roles = roles
        self.summary = False
        self.pieces: list[Piece] = list(item.text.pieces)
        self.urls = [web_address(url) for url in item.text.urls]
        self.words: dict[int, str] = {}
        self.images: dict[int, str] = {}
        line = -1
        for piece in self.pieces:
            if piece.link >= 0:
                before = self.words.get(piece.link)
                gap = before and piece.line != line and not before.endswith((" ", "-"))
                self.words[piece.link] = f"{before or ''}{' ' if gap else ''}{piece.text}"
                line = piece.line
                if piece.image:
                    self.images[piece.link] = piece.image
        self.used: set[int] = set()
        self.around = ("", "")
        self.cited = ""
        self.cited_year: int | None = None
        self.preprinted = self.new = False

    def place(self, found: WhenWhere, where: str) -> None:
        """Take a venue and date; the first of each counts, a named venue before a preprint server."""
        reading = self.reading
        if found.venue.lower() in _PUBLISHERS:  # alone they say not where
            self.remark("" if reading.venue else found.venue)
            found = found._replace(venue="")
        if found.year is not None:
            reading.dates.append((found.year, found.month, found.date))
        preprint = "arxiv" in reading.venue.lower()
        if found.venue and (not reading.venue or preprint):
            reading.venue, reading.place, reading.issue = found.venue, where, found.issue
            self.preprinted = preprint and found.year is None
            if found.year is not None:
                reading.year, reading.month = found.year, found.month
        elif found.venue and found.venue.lower() != reading.venue.lower():
            self.remark(found.venue if found.year is None else f"{found.venue} {found.year}")
        if reading.year is None or (self.preprinted and found.year is not None):
            reading.year, reading.month = found.year, found.month
            self.preprinted = False
            if not reading.venue:
                reading.place = reading.place or where
        if found.extra:
            self.take_extra(found.extra)

    def stamp(self) -> None:
        """Take the year before an id of arXiv for its stamp where the link has it: `arXiv 2011`, November 2020."""
        reading = self.reading
        begins = f"/{reading.year}."
        if "arxiv" not in reading.venue.lower() or reading.year is None or reading.month:
            return
        if any("arxiv" in link.url and begins in link.url for link in reading.links):
            stamped = (_CENTURY + reading.year // 100, reading.year % 100)
            reading.dates = [
                (*stamped, date[2]) if date[0] == reading.year else date for date in reading.dates
            ]
            reading.year, reading.month = stamped

    def take_extra(self, text: str) -> None:
        """Take what stands beside a venue: an award, authors, a second venue, a track."""
        reading = self.reading
        if _AWARD.search(text):
            reading.award = reading.award or text
        elif not reading.authors and (people := people_in(text)) is not None:
            reading.authors, reading.others = people
        elif (more := when_where(text)) is not None and more.venue and more.year:
            self.place(more, reading.place)
        elif text.lower() not in _NOTHING:
            self.remark(text)

    def remark(self, text: str) -> None:
        """Keep what fits nowhere else."""
        text = plain(text).strip(" ,;|").lstrip(". ").rstrip(": .")
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1].rstrip()
        if text and text not in self.reading.remark and text != self.reading.venue:
            self.reading.remark.append(text)

    def signs(self, text: str) -> None:
        """Keep the emoji of a text."""
        plain = text.isascii() and text.count(":") < 2  # noqa: PLR2004
        found = "" if plain else "".join(_SIGN.findall(text))
        if found and found not in self.reading.remark:
            self.reading.remark.append(found)

    def take_badge(self, image: str) -> bool:
        """Take the venue that a badge shows: `badge/ICLR-2021-green`, `badge/Paper-ICCV%202021-blue`."""
        parts = badge_text(image).replace("--", "\u2010").split("-")
        while parts and (_is_bare(parts[0]) or is_attribute_name(parts[0])):
            parts.pop(0)
        found = when_where("-".join(parts).replace("\u2010", "-"))
        if found is None or not found.venue:
            return False
        self.place(found, "badge")
        return True
