"""What an item says beside its title and links: venue, date, authors, and a remark for the rest."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.inlines import Piece, plain
from bib2awesome.importers.lists.labels import is_label, web_address
from bib2awesome.importers.lists.model import Item, Reading
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import WhenWhere, when_where

__all__ = ["EDGES", "EMOJI", "STARS", "Remainder"]

EDGES = " \t\u00a0,;|\u00b7\u2022\u2013\u2014-*_`~/:"
EMOJI = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+"
)
STARS = re.compile(
    r"shields\.io/github/(?:stars|last|forks)|star-history|badgen\.net/github/stars", re.IGNORECASE
)

# A venue behind a title: after the last punctuation, or further back where it has some itself.
_TRAILING = (
    re.compile(r"(.*\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+([^.?!,;|]{2,90})[\s.]*$"),
    re.compile(
        r"(.*?\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+([^?!;|]{2,60}(?:19|20)\d\d)[\s.]*$"
    ),
    re.compile(
        r"(.*\S)(?:[.?!]|\s*[,;|])\s*(arxiv\s*:?\s*\d{4}\.\d{4,5}(?:v\d+)?)[\s.]*$", re.IGNORECASE
    ),
)


class Remainder:
    """An item while it is read; the parts of the reading that any stretch of text may state.

    Args:
        item: The item.
        roles: Of a row: what each column holds (`bib2awesome.importers.lists.columns`).
    """

    def __init__(self, item: Item, roles: dict[int, str]) -> None:
        self.item = item
        self.reading = Reading()
        self.roles = roles
        self.summary = False
        self.pieces: list[Piece] = list(item.text.pieces)
        self.urls = [web_address(url) for url in item.text.urls]
        self.words: dict[int, str] = {}
        self.images: dict[int, str] = {}
        for piece in self.pieces:
            if piece.link >= 0:
                self.words[piece.link] = self.words.get(piece.link, "") + piece.text
                if piece.image:
                    self.images[piece.link] = piece.image
        self.used: set[int] = set()

    def left(self, text: str) -> None:
        """Take what stood beside the title."""
        self.segment(text, marked=False)

    def segment(self, text: str, *, marked: bool) -> None:  # noqa: PLR0911 - a table of cases
        """Take a stretch of text that is no title: venue, date, authors, or a remark."""
        text = plain(EMOJI.sub(" ", text)).strip(EDGES + "[]").strip()
        text = re.sub(r"(?:\[\s*\]|\(\s*\))", "", text).strip(EDGES + "[]").strip()
        if not any(sign.isalnum() for sign in text):
            return
        if self.summary or text.lower().startswith(("tl;dr", "tldr")):
            self.reading.tldr = re.sub(r"^tl;?dr\W*", "", text, flags=re.IGNORECASE)
            self.summary = not self.reading.tldr  # it follows in another form
            return
        if is_label(text) and not any(sign.isdigit() for sign in text) and when_where(text) is None:
            return
        label = re.match(
            r"^\W*(authors?|dates?|publish\w*|venue|published (?:in|at)|pub|year|conference|journal)\s*:\s*(.+)$",
            text,
            re.IGNORECASE,
        )
        body = label[2] if label else text
        bare = body.strip("()[]. ")
        found = when_where(
            bare,
            tag=label is not None
            or (marked and bool(re.search(r"(?:19|20)\d\d", bare)) and len(bare) < 60),  # noqa: PLR2004
        )
        if found is not None:
            self.place(found, "line")
            return
        if body.startswith("(") and self.dated_people(bare):
            return
        if not self.reading.authors and (people := people_in(body, marked=marked)):
            self.reading.authors, self.reading.others = people
            return
        if label is None and len(text) < 3000:  # noqa: PLR2004
            whole = self.stripped_rest(text)
            if whole is None:
                return
            text = whole
        self.remark(text)

    def stripped(self, text: str) -> str:
        """Return a title without the venue, date and authors that trail behind it."""
        for _ in range(4):
            text = text.rstrip(" ,;|-\u2013[(")
            bracket = re.match(r"(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]][\s.,:]*$", text)
            if bracket is not None and (
                found := when_where(
                    bracket[2], tag=bool(re.search(r"\b(?:19|20)\d\d\b", bracket[2]))
                )
            ):
                self.place(found, "trailing")
                text = bracket[1]
                continue
            if bracket is not None and self.dated_people(bracket[2]):
                text = bracket[1]
                continue
            cut = next(
                (
                    cut
                    for pattern in _TRAILING
                    if (cut := pattern.match(text)) and when_where(cut[2])
                ),
                None,
            )
            if cut is not None and (found := when_where(cut[2])):
                self.place(found, "trailing")
                text = text[: cut.end(1)] + (text[cut.end(1)] if text[cut.end(1)] in "?!" else "")
                continue
            et_al = re.match(r"(.*?[.?!,])\s+([A-Z][^.?!]{1,80}?,?\s+et\.? al\.?)[\s.,]*$", text)
            people = people_in(et_al[2]) if et_al is not None else None
            if et_al is None:
                et_al = re.match(r"(.{12,}?[.?!])\s+([A-Z][^?!]{5,600})$", text)
                people = (
                    people_in(et_al[2])
                    if et_al is not None and ("," in et_al[2] or " and " in et_al[2])
                    else None
                )
            if et_al is not None and people and not self.reading.authors:
                self.reading.authors, self.reading.others = people
                text = et_al[1]
                continue
            break
        return text

    def stripped_rest(self, text: str) -> str | None:
        """Take authors and venue from `Bairi et al. FSE.`; returns what is left, None if nothing."""
        parts = re.split(
            r"(?<=[^A-Z]{2}[.;|])\s+|\s*\|\s*|\n|(?<=al\.)\s*,?\s*|(?<=\)),?\s+|\s+(?=\()", text
        )
        if len(parts) < 2:  # noqa: PLR2004
            parts = text.rsplit(", ", 1)
        kept: list[str] = []
        for part in parts:
            part = part.strip(EDGES + "[]")  # noqa: PLW2901
            if not any(sign.isalnum() for sign in part):
                continue
            found = when_where(part.strip("(). "))
            if found is not None:
                self.place(found, "line")
            elif self.dated_people(part.strip("()")):
                continue
            elif (
                not self.reading.authors
                and (people := people_in(part, marked=True))
                and (len(people.names) > 1 or people.others)
            ):
                self.reading.authors, self.reading.others = people
            elif not is_label(part):
                kept.append(part)
        return " ".join(kept) if kept else None

    def dated_people(self, text: str) -> bool:
        """Take `Aivodji et al., 2019`."""
        match = re.fullmatch(r"(.{2,60}?),?\s+((?:19|20)\d\d)[a-z]?", text)
        people = people_in(match[1], marked=True) if match is not None else None
        if match is None or people is None:
            return False
        self.reading.authors, self.reading.others = people
        self.reading.year = int(match[2])
        return True

    def place(self, found: WhenWhere, where: str) -> None:
        """Take a venue and date; the first of each counts, a named venue before a preprint server."""
        reading = self.reading
        if found.venue and (not reading.venue or "arxiv" in reading.venue.lower()):
            reading.venue, reading.place = found.venue, where
            if found.year is not None:
                reading.year, reading.month = found.year, found.month
        elif found.venue and found.venue.lower() != reading.venue.lower():
            self.remark(found.venue if found.year is None else f"{found.venue} {found.year}")
        if reading.year is None:
            reading.year, reading.month = found.year, found.month
            if not reading.venue:
                reading.place = reading.place or where
        if found.extra:
            if re.search(
                r"best|award|outstanding|distinguished|honorable", found.extra, re.IGNORECASE
            ):
                reading.award = reading.award or found.extra
            else:
                self.remark(found.extra)

    def remark(self, text: str) -> None:
        """Keep what fits nowhere else."""
        text = plain(text).strip(" ,;|").lstrip(". ").rstrip(": .")
        if text and text not in self.reading.remark:
            self.reading.remark.append(text)
