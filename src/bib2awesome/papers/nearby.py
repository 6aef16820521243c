"""Titles near each other, among the works of the same persons: by how they begin or end, and their figures.

A misprint leaves either the beginning of a title or its end as it was, and never makes another number of
one (`bib2awesome.papers.title_likeness`): so only titles of one beginning or end and the same figures have
to be compared. Where many begin alike, more of the beginning counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bib2awesome.papers.titles import Title

__all__ = ["Names", "Nearby", "Side", "sides_of"]

_LENGTHS = (3, 6, 12, 24, 48, 96, 192)
_CROWDED = 48

Names = frozenset[str]
Side = tuple[Names, str, bool]
"""One end of the titles of some persons that have the same figures: whose, the figures, whether it is the end."""


class Nearby:
    """Titles by number, in places that hold few of them."""

    def __init__(self) -> None:
        self._places: dict[tuple[Side, str], dict[int, str] | None] = {}

    def add(self, sides: Iterable[Side], number: int, key: str) -> None:
        """Put the key of a title into the places of everybody it is by."""
        for side in sides:
            self._put(side, number, key)

    def titles(self, sides: Iterable[Side], key: str) -> Iterator[Mapping[int, str]]:
        """Yield the titles that may be near one: their keys by number."""
        for side in sides:
            for length in _LENGTHS:
                found = self._places.get((side, _edge(key, length, side)), {})
                if found:
                    yield found
                if found is not None:
                    break

    def _put(self, side: Side, number: int, key: str, level: int = 0) -> None:
        place = side, _edge(key, _LENGTHS[level], side)
        titles = self._places.setdefault(place, {})
        if titles is None:
            self._put(side, number, key, level + 1)
            return
        titles[number] = key
        if len(titles) > _CROWDED and level + 1 < len(_LENGTHS):
            self._places[place] = None
            for other, text in titles.items():
                self._put(side, other, text, level + 1)


def sides_of(names: Iterable[Names], title: Title) -> list[Side]:
    """Return both ends of a title for each of the persons it is by."""
    figures = _figures(title)
    return [(one, digits, end) for one in names for digits in figures for end in (False, True)]


def _edge(key: str, length: int, side: Side) -> str:
    return key[-length:] if side[2] else key[:length]


def _figures(title: Title) -> set[str]:
    """Return the digits of a title and of its heads, in order of size: a missing subtitle may have some."""
    if title.key.isalpha():
        return {""}
    wholes = {title.key, *("".join(title.words[:start]) for start in title.parts)}
    return {"".join(sorted(filter(str.isdigit, whole))) for whole in wholes}
