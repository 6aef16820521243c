"""The orders in which a category can list its papers. None depends on the locale."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper

__all__ = ["in_order"]


def in_order(papers: Iterable[Paper], keys: Sequence[str]) -> list[Paper]:
    """Return `papers` (in file order) sorted by `keys`, the first of them first.

    A key is `file`, `date`, `title`, `author` or `venue`, with `-` before it the other way round.
    Equal papers stay in file order; those without the value come last, either way round.
    """
    ordered = list(papers)
    for key in reversed(keys):
        backwards = key.startswith("-")
        name = key.removeprefix("-")
        if name == "file":
            # As the first key it decides alone; behind another it only turns the ties round.
            if backwards:
                ordered.reverse()
            continue
        value = _VALUES[name]
        known = [(value(paper), paper) for paper in ordered]
        there = [pair for pair in known if pair[0]]
        there.sort(key=_first, reverse=backwards)
        ordered = [paper for _, paper in there] + [paper for found, paper in known if not found]
    return ordered


def _first(pair: tuple[Any, Paper]) -> Any:
    return pair[0]


def _date(paper: Paper) -> tuple[int, int] | None:
    year, month = paper.date_key
    return (year, month) if year else None


def _title(paper: Paper) -> str:
    return _folded(paper.title)


def _author(paper: Paper) -> tuple[str, ...]:
    return tuple(
        _folded(name.literal or f"{name.family} {name.given}") for name in paper.authors.names
    )


def _venue(paper: Paper) -> str:
    return _folded(paper.venue_short)


_VALUES: dict[str, Callable[[Paper], Any]] = {
    "date": _date,
    "title": _title,
    "author": _author,
    "venue": _venue,
}


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    """Return `text` as it is compared: without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not _mark(c)).split())


def _mark(character: str) -> bool:
    return unicodedata.combining(character) != 0
