"""Titles in quotation marks, and what stands before them."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.edges import EDGES
from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.labels import is_label
from bib2awesome.importers.lists.people import families_in, people_in
from bib2awesome.importers.lists.plain_titles import PlainTitles
from bib2awesome.importers.lists.when_where import when_where
from bib2awesome.importers.lists.wording import LEAST, is_title_case

__all__ = ["QuotedTitles"]

_QUOTED = re.compile(r"[\"\u201c\u300a]([^\"\u201c\u201d\u300a\u300b]{12,400})[\"\u201d\u300b]")
_OPENING = re.compile(r"(?:^|[\s:(])[\"\u201c](?=\w)[^\"\u201c\u201d]*$")
_COUNT = re.compile(r"^\s*\[\d{1,3}\]")
_QUOTE = re.compile(r"[\"\u201c\u300a]")
_CLOSING = '"\u201d'
_MOST_PIECES = 6
_NAMED = re.compile(r"\s*(?=\S*[A-Z])([\w+-]{2,20}):\s*")
"""`DDIM: ` before a quoted title."""
_DATED = re.compile(r"(.{3,}?[^\s(])[\s,]*\(?((?:1[89]|20)\d\d)[a-z]?\)?[\s.,:]*", re.DOTALL)
"""Authors and a year: `Lovelace, Ada, and Charles Babbage. 1843.`, `Ada Lovelace (1843),`."""
_MOST = 0.6


class QuotedTitles(PlainTitles):
    """An item whose title may be quoted."""

    def quoted(self, pool: list[int]) -> tuple[int, int, str] | None:
        """Return the first quoted title."""
        for i in pool:
            piece = self.pieces[i]
            if _QUOTE.search(piece.text) is None:
                continue
            may_be = piece.link < 0 or not is_label(piece.text)
            match = _QUOTED.search(piece.text) if may_be else None
            if match and self.is_quoted_title(piece, match):
                self.around = (piece.text[: match.start()], piece.text[match.end() :])
                return i, i + 1, match[1]
            if match is None and (over := self.quoted_over(i)):
                return over
        return None

    def quoted_over(self, first: int) -> tuple[int, int, str] | None:
        """Return a quoted title that begins in a piece and ends in another, as one over two lines does."""
        piece = self.pieces[first]
        opening = _OPENING.search(piece.text) if piece.link < 0 else None
        if opening is None:
            return None
        text, last = piece.text, first
        for last in range(first + 1, min(first + _MOST_PIECES, len(self.pieces))):
            following = self.pieces[last]
            if following.link >= 0 or following.image:
                return None
            text += (" " if following.line != self.pieces[last - 1].line else "") + following.text
            if any(sign in following.text for sign in _CLOSING):
                break
        match = _QUOTED.search(text)
        if match is None or not self.is_quoted_title(piece._replace(text=text), match):
            return None
        self.around = (text[: match.start()], text[match.end() :])
        return first, last + 1, match[1]

    def is_quoted_title(self, piece: Piece, match: re.Match[str]) -> bool:
        """Whether quoted words are the title: most of a marked stretch, or first in a plain one."""
        if len(match[1].split()) < 2:  # noqa: PLR2004
            return False
        if piece.link >= 0 or piece.bold:
            whole = len(match[0]) > _MOST * len(piece.text.strip())
            self.around = (piece.text[: match.start()], "")
            behind = piece.text[match.end() :].strip()
            few = len(behind.split()) <= LEAST and not behind.startswith(":")
            cited = match[1].endswith(",")  # `B. Ito, “A Title,” IEEE Trans. Looms, vol. 8`
            return whole or ((few or cited) and self.is_introduced())
        before = TAG.sub("", piece.text[: match.start()]).strip(EDGES + ".[")
        first = len(before.split()) <= LEAST or people_in(before, marked=True) is not None
        return first and not self.goes_on(piece.text[match.end() :])

    def goes_on(self, text: str) -> bool:
        """Whether a title goes on behind its quoted beginning: `"Looms for All": A Study of Looms in Use`."""
        rest = text.removeprefix(":") if text.startswith(": ") else ""
        return is_title_case(rest) and people_in(rest, marked=True) is None

    def is_introduced(self) -> bool:
        """Whether authors or a venue stand before a quoted title, so that it is the whole."""
        who = self.around[0].strip(EDGES + ".")
        placed = when_where(who)
        if placed is not None and placed.venue:
            return True
        return people_in(who, marked=True) is not None or families_in(who) is not None

    def before(self, text: str) -> None:
        """Take what stands before a quoted title."""
        text = _COUNT.sub("", text)
        text = text.rstrip(" [")
        dated = _DATED.fullmatch(text)
        people = people_in(dated[1].strip(EDGES), marked=True) if dated is not None else None
        if dated is not None and people is not None:
            self.reading.authors, self.reading.others = people
            self.cited_year = int(dated[2])
            return
        names = text.strip(EDGES + ".")
        who = families_in(names) if "," not in names else None
        alone = text.rstrip().endswith(
            (",", ".")
        )  # `Ada Lovelace, "A Title"`, `Lovelace, Ada. "A Title"`
        if alone and len(who.names if who else ()) < 2:  # noqa: PLR2004
            who = people_in(text.strip(EDGES), marked=True)
        if who is not None and (len(who.names) > 1 or alone):
            self.reading.authors, self.reading.others = who
        elif (name := _NAMED.fullmatch(text)) is not None and not self.reading.short:
            if is_label(name[1]) or when_where(name[1]) is not None:
                self.left(text)
            else:
                self.reading.short = name[1]
        elif text.strip(EDGES + "."):
            self.left(text)
