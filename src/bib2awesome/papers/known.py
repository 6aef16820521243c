"""Which papers are here already: an index of works by identifier, and by title and authors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, islice, product
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import fuzz, process

from bib2awesome.papers.authorship import family_keys
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.nearby import Names, Nearby, Side, sides_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import DIFFERENT, SAME, Match, Work, compare, work_of
from bib2awesome.papers.titles import Title, title_of

__all__ = ["Hit", "Index", "Known", "Traits", "traits_of"]

_NOT_OF_WORKS = frozenset({"github"})
"""Schemes whose identifiers several works can share: one repository holds the code of three papers."""
_LIKELY = 75
_FIRST_AUTHORS = 3
_TAIL = 5
_CROWDED = 64
"""What more works than that have in common tells none of them from the others."""

Item = TypeVar("Item")


class Hit(NamedTuple, Generic[Item]):
    """What was found, and how sure that is: the verdict is `same` or `ambiguous`."""

    item: Item
    match: Match


class Traits(NamedTuple):
    """A work, and what it can be found by: made once for all that is asked about it.

    Attributes:
        work: The work.
        identifiers: Those of `work`, and others.
        title: Its title.
        parts: The keys of the heads and tails of the title.
        by_family: Where its title stands in the places of each of its first authors.
        by_names: The same for two of them together; none where it names one.
    """

    work: Work
    identifiers: tuple[Identifier, ...]
    title: Title
    parts: frozenset[str]
    by_family: list[Side]
    by_names: list[Side]


def traits_of(work: Work, identifiers: Iterable[Identifier] = ()) -> Traits:
    """Return what a work can be found by; its DOI and arXiv id need not be among `identifiers`."""
    title = title_of(work.title)
    families = [family_keys(name) for name in islice(work.authors, _FIRST_AUTHORS)]
    alone, pairs = _alone(families), _pairs(families)
    return Traits(
        work,
        tuple(_identifiers(work, identifiers)),
        title,
        _parts(title),
        sides_of(alone, title),
        sides_of(pairs, title),
    )


class Index(Generic[Item]):
    """Works by what they can be found by; `Item` is whatever a hit is to return.

    Looking one up takes as long for ten thousand works as for a hundred, whatever they have in common: the
    authors, the beginning of all titles, a placeholder for an identifier.
    """

    def __init__(self) -> None:
        self._items: list[tuple[Item, Work]] = []
        self._by_identifier: dict[Identifier, list[int]] = {}
        self._by_title: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        self._by_family = Nearby()
        self._by_names = Nearby()

    def add(self, item: Item, traits: Traits) -> int:
        """Make a work known. Returns its number."""
        number, key = len(self._items), traits.title.key
        self._items.append((item, traits.work))
        self.add_identifiers(number, traits.identifiers)
        if key:
            self._by_title.setdefault(key, []).append(number)
        for part in traits.parts:
            self._by_part.setdefault(part, []).append(number)
        self._by_family.add(traits.by_family, number, key)
        self._by_names.add(traits.by_names or traits.by_family, number, key)
        return number

    def add_identifiers(self, number: int, identifiers: Iterable[Identifier]) -> None:
        """Give the work of a number further identifiers."""
        for identifier in identifiers:
            numbers = self._by_identifier.setdefault(identifier, [])
            if number not in numbers[-_CROWDED:]:
                numbers.append(number)

    def identified(self, traits: Traits) -> list[Item]:
        """Return what has an identifier of this work, whatever its title and authors are."""
        found = map(self._named, traits.identifiers)
        return [self._items[number][0] for number in dict.fromkeys(chain.from_iterable(found))]

    def find(self, traits: Traits) -> list[Hit[Item]]:
        """Return what is, or may be, this work: `same` before `ambiguous`, best first.

        A work found by identifier is compared by title and authors as well, as far as `work` states
        them. Without a title only identifiers can find anything.
        """
        found: dict[int, Match] = {}
        if not self._items:
            return []
        work = traits.work
        for identifier in traits.identifiers:
            for number in self._named(identifier):
                name = f"same {identifier.kind}"
                known = self._items[number][1]
                match = (
                    compare(known, work, identified=name)
                    if work.title and known.title
                    else Match(SAME, 1.0, (name,))
                )
                found.setdefault(number, match)
        if work.title:
            for number in self._by_text(traits):
                if number not in found:
                    found[number] = compare(self._items[number][1], work)
        hits = [
            (match.verdict != SAME, -match.score, number)
            for number, match in found.items()
            if match.verdict != DIFFERENT
        ]
        return [Hit(self._items[number][0], found[number]) for _, _, number in sorted(hits)]

    def _named(self, identifier: Identifier) -> Sequence[int]:
        """Return the works of an identifier; one that a crowd has is a placeholder."""
        numbers = self._by_identifier.get(identifier, ())
        return numbers if len(numbers) <= _CROWDED else ()

    def _by_text(self, traits: Traits) -> Iterator[int]:
        """Yield what may be this work by its title, or by an author and a similar title."""
        key = traits.title.key
        yield from self._by_title.get(key, ())
        yield from self._by_part.get(key, ())
        for part in traits.parts:
            yield from self._by_title.get(part, ())
            others = self._by_part.get(part, ())
            if len(others) <= _CROWDED:
                yield from others
        for titles in self._of_authors(traits):
            similar = process.extract_iter(key, titles, scorer=fuzz.ratio, score_cutoff=_LIKELY)
            yield from (number for _, _, number in similar)

    def _of_authors(self, traits: Traits) -> Iterator[Mapping[int, str]]:
        """Yield the titles of works that share two authors with `work`, one where either names only one.

        In a survey of ten thousand papers a family name alone can stand for a tenth of them, and two names
        for hundreds: of their titles only those are looked at that begin or end alike.
        """
        places = self._by_names if traits.by_names else self._by_family
        yield from places.titles((*traits.by_names, *traits.by_family), traits.title.key)


class Known(Index[Paper]):
    """The papers of a survey.

    Args:
        papers: `Survey.papers`.
    """

    def __init__(self, papers: Iterable[Paper] = ()) -> None:
        super().__init__()
        for paper in papers:
            self.add(paper, traits_of(work_of(paper), paper.identifiers))


def _identifiers(work: Work, further: Iterable[Identifier]) -> Iterator[Identifier]:
    own = [Identifier("doi", work.doi)] if work.doi else []
    own += [Identifier("arxiv", work.arxiv)] if work.arxiv else []
    return (
        identifier
        for identifier in dict.fromkeys((*own, *further))
        if identifier.scheme not in _NOT_OF_WORKS
    )


def _parts(title: Title) -> frozenset[str]:
    """Return the keys of the heads of a title before a subtitle, and of its longer tails."""
    keys = set()
    for start in title.parts:
        keys.add("".join(title.words[:start]))
        if len(title.words) - start >= _TAIL:
            keys.add("".join(title.words[start:]))
    return frozenset(keys - {"", title.key})


def _pairs(families: Sequence[frozenset[str]]) -> set[Names]:
    return {
        frozenset(pair) for one, other in combinations(families, 2) for pair in product(one, other)
    }


def _alone(families: Iterable[frozenset[str]]) -> set[Names]:
    return {frozenset((key,)) for keys in families for key in keys}
