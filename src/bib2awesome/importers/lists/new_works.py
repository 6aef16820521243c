"""The works of lists that a survey does not have yet: what the items of each say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bib2awesome.bib.names import Name
from bib2awesome.importers.lists.merging import merged, most_said, same_in
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.known import Index, Traits
from bib2awesome.papers.new_entry import Facts
from bib2awesome.papers.similarity import Work

__all__ = ["NewWork", "NewWorks"]

_LEAST_VOTES = 3


@dataclass(slots=True, eq=False)
class NewWork:
    """A work as its items say it together.

    Attributes:
        facts: What they say.
        line: Where the first of them stands, from 1.
        file: In which list.
        titles: What each of them calls it.
        categories: The paths of its categories.
        key: Its citation key, "" until it has one.
    """

    facts: Facts
    line: int
    file: str
    titles: list[str]
    categories: list[str] = field(default_factory=list)
    key: str = ""


class NewWorks:
    """Collects works in the order in which they are named first."""

    def __init__(self) -> None:
        self._works: list[NewWork] = []
        self._index: Index[NewWork] = Index()
        self._stated: dict[tuple[Work, tuple[Identifier, ...]], NewWork] = {}
        self._numbers: dict[tuple[int, str, tuple[Name | str, ...]], int] = {}

    def take(
        self, facts: Facts, traits: Traits, line: int, file: str
    ) -> tuple[NewWork, Facts | None]:
        """Take what an item says; returns its work, and what was said of it before (None where it is new).

        Args:
            facts: What the item says.
            traits: The same, for a comparison.
            line: Where it stands, from 1.
            file: In which list.
        """
        stated = traits.work, traits.identifiers
        known = self._stated.get(stated) or same_in(self._index, traits)
        before = None
        if known is None:
            known = NewWork(facts, line, file, [facts.title])
            self._works.append(known)
        else:
            before = known.facts
            known.facts = merged(before, facts)
            known.titles.append(facts.title)
        if (
            stated not in self._stated
        ):  # else what a list says a thousand times is compared with all of it
            self._stated[stated] = known
            called = id(known), traits.work.title, tuple(traits.work.authors)
            if called in self._numbers:
                self._index.add_identifiers(self._numbers[called], traits.identifiers)
            else:
                self._numbers[called] = self._index.add(known, traits)
        return known, before

    def titled(self) -> Sequence[NewWork]:
        """Return all works, each with the title that most of its items have."""
        for work in self._works:
            if len(work.titles) >= _LEAST_VOTES:
                title = most_said(work.titles, work.facts.title)
                work.facts = work.facts._replace(title=title)
        return self._works
