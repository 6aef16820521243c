"""What the words of an item look like, when its title is looked for."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.edges import EDGES, has_figure
from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.labels import is_label
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import when_where

__all__ = [
    "DATED",
    "LEAST",
    "begins_title",
    "goes_on",
    "is_name",
    "is_placed",
    "is_plain",
    "is_title_case",
    "is_word",
    "lies_inside",
    "runs_on",
]

DATED = re.compile(r"^\W*(?:19|20)\d\d\b\W*")
_AROUND = EDGES + ".[("
LEAST = 3
"""What has fewer words is rather a name than a title."""
_ENDS = (*"|,.;:\u2013\u2014", " -", " --")
_SHARE = 0.7
_INNER = frozenset(
    "a an and as at by for from in into of on or over the through to under using via with".split()
)
"""Words that a line break stands behind or before only inside a phrase."""
_LEADING = frozenset("a an at by from in on the".split())
"""Those of them that may begin something else: `by Ada Lovelace`, `in ICML 2020`."""
_WITHIN = frozenset("for into of through to using via with".split())
"""Words that stand beside emphasised words only inside a title."""


def is_name(text: str) -> bool:
    """Whether a text may name a work: no label, venue or authors."""
    return not is_label(text) and when_where(text) is None and people_in(text) is None


def is_plain(piece: Piece) -> bool:
    """Whether a piece is text without marks."""
    return not (piece.bold or piece.italic or piece.image) and piece.link < 0


def begins_title(text: str) -> bool:
    """Whether a title begins in what stands behind a bold acronym, and no date, venue or authors."""
    text = text.lstrip(EDGES)
    if text.startswith("(") and text.count(")") < text.count("("):
        return False  # `**Loom** (Ada Lovelace, 1843, [pdf](…))`
    rest = DATED.sub("", text).strip(_AROUND)
    return (
        len(text.split()) > LEAST
        and rest == text.strip(_AROUND)
        and people_in(rest) is None
        and when_where(rest) is None
    )


def is_title_case(text: str) -> bool:
    """Whether the words up to the end of a sentence are written as titles are, and are no venue."""
    words = re.split(r"[.,;|(\[]", text, maxsplit=1)[0].split()
    long = [word for word in words if len(word) > LEAST]
    capitals = sum(word[0].isupper() for word in long)
    return (
        len(words) > LEAST
        and capitals > len(long) * _SHARE
        and when_where(" ".join(words)) is None
        and people_in(" ".join(words)) is None
    )


def is_placed(text: str) -> bool:
    """Whether a text ends in a venue and year behind a comma or bar: `A Title, ICML 2020`, `A Title | SOSP 23`."""
    before, _, last = text.replace(" | ", ", ").rpartition(", ")
    found = when_where(last) if before and has_figure(last) else None
    return found is not None and bool(found.venue and found.year)


def is_word(text: str) -> bool:
    """Whether a text is one word."""
    words = text.split()
    return len(words) == 1 and words[0].strip("[(").isalnum()


def runs_on(piece: Piece, before: Piece) -> bool:
    """Whether a plain title goes on: emphasised words inside it are part of it, and a line that goes on."""
    if piece.link >= 0 or piece.image:
        return False
    if piece.line != before.line:
        return is_plain(piece) and goes_on(before.text, piece.text)
    opened = before.text.rstrip()[-1:]
    placed = when_where(piece.text) if not is_plain(piece) or piece.code else None
    if placed is not None and (piece.code or placed.year):
        return False
    if (piece.code and opened == "(") or ((piece.code or piece.bold) and opened == "["):
        return False  # its name: `A System for Graphs (`Loom`)`, or a tag
    return is_plain(piece) or (
        len(piece.text.split()) <= 2  # noqa: PLR2004
        and not before.text.rstrip().endswith(_ENDS)
    )


def lies_inside(piece: Piece, before: Piece, behind: Piece | None) -> bool:
    """Whether many emphasised words lie inside a title: `Fast **Weaving by Many Cards** using Looms`."""
    if is_plain(piece) or piece.link >= 0 or piece.image or piece.code or not is_plain(before):
        return False
    if piece.line != before.line or not before.text.endswith(" "):
        return False
    if before.text.rstrip().endswith(_ENDS) or when_where(piece.text) is not None:
        return False
    inside = before.text.split()[-1:]
    if behind is not None and behind.line == piece.line and behind.text.startswith(" "):
        inside += behind.text.split()[:1] if is_plain(behind) else []
    return any(word in _WITHIN for word in inside)


def goes_on(line: str, following: str) -> bool:
    """Whether a line breaks off inside a phrase: `Learning with`, or the next begins with `for Graphs`."""
    last, first = line.split()[-1:], following.split()[:1]
    inside = bool(last) and last[0] in _INNER
    inside = inside or (bool(first) and first[0] in _INNER - _LEADING)
    return inside and when_where(following) is None and people_in(following) is None
