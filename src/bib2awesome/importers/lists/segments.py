"""What of an item is neither title nor link, cut into stretches of one form."""

from __future__ import annotations

import re
from typing import NamedTuple

from bib2awesome.importers.lists.cells import Cells
from bib2awesome.importers.lists.edges import EDGES
from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.labels import is_attribute_name, is_bare_label
from bib2awesome.importers.lists.linking import Linking
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.placing import STARS, badge_text
from bib2awesome.importers.lists.remainder import LABELLED
from bib2awesome.importers.lists.titling import Titling
from bib2awesome.importers.lists.when_where import when_where

__all__ = ["Segment", "Segments"]

_BEFORE_MARKED = frozenset("in at by of on see via from for accepted appeared published".split())
"""Behind one of them words in italics or bold are rather a venue or somebody's name."""
_UNENDED = re.compile(r"(?:,|\band|&|\s(?:van|von|de|der|den|del|di|da))$")
_LONGEST_END = len("x and")


class Segment(NamedTuple):
    """A stretch of text: whether it stands apart (a line of its own, italics), before the title, or marked as names are."""

    text: str
    marked: bool
    leading: bool
    named: bool = False
    slanted: bool = False


def _form(piece: Piece) -> tuple[bool, bool, bool]:
    return piece.bold, piece.italic, piece.code


def _names_on(before: str, piece: Piece) -> bool:
    """Whether a list of authors goes on: `**Ada Lovelace**, Charles Babbage`; a journal and its volume do not."""
    if piece.code or not (before.rstrip().endswith(",") or piece.text.startswith(",")):
        return False
    placed = when_where(piece.text)
    if placed is not None and placed.venue:
        return False  # `Ada Lovelace, *ICLR 2021*`
    whole = f"{before}{piece.text}".strip(EDGES)
    cited = when_where(whole, tag=True)
    return people_in(whole, marked=True) is not None and not (cited and cited.issue)


def _goes_on(before: str, last: Piece, piece: Piece) -> bool:
    """Whether a sentence goes on with words in another form: `attacks both *small* and *large* looms`.

    Also what follows a head in bold: `**Problem**: Looms are slow.`
    """
    if last.line != piece.line or last.link >= 0:
        return False
    if ": " in before and _is_attribute(before):
        return True
    if any(_form(last)) and not any(_form(piece)):
        if last.text != before:
            return piece.text[:1] in " ,.;:)"
        return _is_head(before, piece.text)
    words = before.split()
    return (
        any(_form(piece))
        and not any(_form(last))
        and before.endswith(" ")
        and len(words) > 1
        and words[-1].islower()
        and words[-1].isalpha()
        and words[-1] not in _BEFORE_MARKED
    )


def _is_attribute(text: str) -> bool:
    """Whether a text begins with what is said of a work, and not who, where or when: `Keywords: weaving, `."""
    return is_attribute_name(text.partition(":")[0].strip()) and LABELLED.match(text) is None


def _is_head(marked: str, following: str) -> bool:
    """Whether marked words name what follows them: `**Problem:** Looms are slow`, `**Authors**: Ada Lovelace`."""
    if not (following.startswith(": ") or marked.rstrip().endswith(":")):
        return False
    if LABELLED.match(f"{marked.strip(' :')}: {following}"):
        return True
    if is_bare_label(marked) or is_attribute_name(marked.strip()) or when_where(marked) is not None:
        return False
    return "," not in following or people_in(following.strip(EDGES), marked=True) is None


def _is_open(text: str) -> bool:
    """Whether a bracket opens that does not close, so that the next line is still inside it."""
    return text.count("(") > text.count(")")


def _lists_on(before: str, piece: Piece) -> bool:
    """Whether a list of authors that ends in a comma or inside a name goes on in the next line."""
    if _UNENDED.search(before.rstrip()[-_LONGEST_END:]) is None:
        return False
    names = before.strip(EDGES).partition(": ")[2] or before
    return (
        people_in(names.strip(EDGES), marked=True) is not None
        and people_in(piece.text.strip(EDGES), marked=True) is not None
    )


class Segments(Titling, Linking, Cells):
    """An item whose title and links are settled."""

    def segments(self) -> list[Segment]:
        """Return the stretches of one form that are neither title nor link; takes badges on the way."""
        found: list[Segment] = []
        first = min(self.used, default=0)
        previous: Piece | None = None
        for i, piece in enumerate(self.pieces):
            aside = self.item.cells and not self.title_cell(i)
            if i in self.used or aside:
                previous = None
            elif piece.image and (piece.link < 0 or self.urls[piece.link] is None):
                self.badge(piece)
            elif piece.link >= 0 and self.urls[piece.link] is not None:
                previous = None
            else:
                if previous is not None and (
                    _goes_on(found[-1].text, previous, piece)
                    or (
                        (_form(previous) == _form(piece) or _names_on(found[-1].text, piece))
                        and (
                            previous.line == piece.line
                            or _is_open(found[-1].text)
                            or _lists_on(found[-1].text, piece)
                        )
                    )
                ):
                    gap = "" if previous.line == piece.line else " "
                    found[-1] = found[-1]._replace(text=f"{found[-1].text}{gap}{piece.text}")
                else:
                    apart = previous is None or previous.line != piece.line
                    found.append(
                        Segment(
                            piece.text,
                            apart or any(_form(piece)),
                            i < first,
                            piece.code or piece.bold,
                            piece.italic,
                        )
                    )
                previous = piece
        return found

    def badge(self, piece: Piece) -> None:
        """Take what a badge or another image says that is no link."""
        said = badge_text(piece.image)
        text = (said or piece.text).replace("--", "-")
        if self.take_badge(piece.image):
            return
        found = when_where(text)
        if found is not None and found.venue:
            self.place(found, "badge")
        elif said and not STARS.search(piece.image) and not is_bare_label(text):
            self.remark(text.strip("- "))
