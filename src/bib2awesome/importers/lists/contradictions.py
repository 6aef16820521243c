"""Where what lists say of one work does not agree: two titles of an identifier, two venues or years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bib2awesome.importers.lists.merging import alike, is_posted
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.new_entry import Facts
from bib2awesome.papers.titles import title_of
from bib2awesome.papers.venues import find_venue

__all__ = ["Titles", "two_venues"]

_OF_ONE_WORK = frozenset({"arxiv", "doi", "openreview", "acl"})


class Titles:
    """The titles that every identifier of a work was seen under."""

    def __init__(self) -> None:
        self._seen: dict[Identifier, dict[str, tuple[str, int]]] = {}

    def others(self, title: str, line: int, identifiers: Iterable[Identifier]) -> Iterator[str]:
        """Remember a title, and say which identifiers had another one before; each other title once.

        Args:
            title: As the item has it.
            line: Where the item stands, from 1.
            identifiers: What its links name.
        """
        key = title_of(title).key
        for identifier in identifiers:
            if identifier.scheme not in _OF_ONE_WORK:
                continue
            titles = self._seen.setdefault(identifier, {})
            if key in titles:
                continue
            before, first = next(iter(titles.values()), (title, line))
            titles[key] = title, line
            if not alike(title_of(before).key, key):
                yield f"{identifier.kind} {identifier.value} is `{before}` in line {first}, here `{title}`"


def two_venues(first: Facts, again: Facts) -> tuple[str, str] | None:
    """Return the venues and years of two items of one work where they contradict each other, else None.

    A preprint and what it became do not.
    """
    posted = is_posted(first), is_posted(again)
    if any(posted) and (first.venue or again.venue):
        return None
    one, two = (find_venue(facts.venue) for facts in (first, again))
    same = one[:2] == two[:2] if one and two else first.venue.lower() == again.venue.lower()
    if same and (first.year == again.year or not (first.year and again.year)):
        return None
    return _place(first), _place(again)


def _place(facts: Facts) -> str:
    return f"{facts.venue} {facts.year or ''}".strip()
