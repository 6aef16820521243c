"""Works as Nature and most journals of biology and physics cite them: `Lovelace, A. & Babbage, C. A Title. Weav. Sci. 7, 1-10 (1843).`."""

from __future__ import annotations

import re
from typing import NamedTuple

from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.journals import Issue, dashed
from bib2awesome.importers.lists.people import People, people_in
from bib2awesome.importers.lists.wording import is_plain

__all__ = ["NatureStyle", "nature_style", "unmarked_volume"]

_NAME = r"(?:(?:[a-z]{2,4}|[DL]e|V[ao]n) ){0,2}[A-Z\u00c0-\u00de][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?, (?:[A-Z]\.[ -]?)*[A-Z]\."
_CITED = re.compile(
    rf"(?P<who>{_NAME}(?:[,;] {_NAME}){{0,40}}(?P<more>[,;]? & {_NAME}|[,;]? et al\.)?)\s+(?=[^\W_][^\s.,]*[\s,-])(?P<title>\S.*)"
)
_END = re.compile(
    r"\s(?P<volume>\d{1,4})(?:,\s(?P<pages>[A-Za-z]{0,3}\d[\w.]*(?:\s?[\u2013-]\s?[A-Za-z]?\d+)?))?,?\s\((?P<year>(?:19|20)\d\d)\)[\s.]*$"
)
_BREAK = re.compile(r"(?:(?<![\s.][A-Z])\.|[?!])\s+(?=[A-Z])")
_MOST_WORDS = 9
_LEAST_TITLE = 3


class NatureStyle(NamedTuple):
    """A work so cited: its authors, its title with what else stands behind it, and the journal where one is stated."""

    people: People
    title: str
    issue: Issue | None


def nature_style(text: str, *, alone: bool = False) -> NatureStyle | None:
    """Return what a text cites; None where it does not begin with family names and initials.

    Args:
        text: What may be a citation.
        alone: One author is taken for one, and not only where volume and year of a journal stand at the end.
    """
    match = _CITED.match(text) if ", " in text[:40] else None
    if match is None or len(match["title"].split()) < _LEAST_TITLE:
        return None
    title, issue = _with_issue(match["title"])
    people = people_in(match["who"], marked=True)
    if people is None or not (match["more"] or issue or alone or "; " in match["who"]):
        return None
    return NatureStyle(people, title, issue)


def unmarked_volume(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of an item with a journal in italics, its volume in bold and what is beside them as plain text.

    That is `A Title. *Weav. Sci.* **7**, 1-10 (1843)`.
    """
    marked = next((i for i, one in enumerate(pieces) if one.bold and one.text.isdigit()), 0)
    first, last = marked - 1, marked
    while first > 0 and _is_figures(pieces[first], pieces[marked]):
        first -= 1
    if first < 0 or not (pieces[first].italic and pieces[first].line == pieces[marked].line):
        return pieces
    while last + 1 < len(pieces) and _is_figures(pieces[last + 1], pieces[marked]):
        last += 1
    joined: list[Piece] = []
    for number, piece in enumerate(pieces):
        if first <= number <= last:
            piece = piece._replace(italic=False, bold=False)  # noqa: PLW2901
        before = joined[-1] if joined and first <= number <= last + 1 else None
        if (
            before is not None
            and before.line == piece.line
            and is_plain(before)
            and is_plain(piece)
        ):
            joined[-1] = before._replace(text=before.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _is_figures(piece: Piece, beside: Piece) -> bool:
    """Whether a piece on the line of another has figures and punctuation alone."""
    own = piece.line == beside.line and piece.link < 0 and not piece.image
    return own and not any(map(str.isalpha, piece.text))


def _with_issue(text: str) -> tuple[str, Issue | None]:
    """Return a title and the journal behind it: its name begins at the first full stop after which it is no sentence."""
    end = _END.search(text)
    if end is None:
        return text, None
    for cut in _BREAK.finditer(text, 0, end.start()):
        name = text[cut.end() : end.start()]
        if len(name.split()) <= _MOST_WORDS:
            issue = Issue(name, int(end["year"]), end["volume"], "", dashed(end["pages"]))
            return text[: cut.start() + (cut[0][0] in "?!")], issue
    return text, None
