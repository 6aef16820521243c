"""The plan of a list that is adopted: its headings and texts stay where they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bib2awesome.importers.adoption.spans import folded
from bib2awesome.importers.lists.model import Item, Listing, Section
from bib2awesome.importers.lists.planning import TOP, Planning
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey

__all__ = ["Adopting"]


class Adopting(Planning):
    """A plan that leaves headings and text where they are, and says how the items look."""

    def __init__(self, survey: Survey, more: Mapping[int, list[tuple[str, str]]]) -> None:
        super().__init__(survey)
        self.more = more

    @staticmethod
    def urls_of(work: Any) -> set[str]:
        """Return the addresses of a work that the lists name, or of a paper that is there already."""
        if isinstance(work, Paper):
            return {folded(link.url) for link in work.links}
        facts = work.facts
        return {
            folded(url) for url in (facts.url, facts.code, *(url for _, url in facts.links)) if url
        }

    def more_of(self, item: Item) -> list[tuple[str, str]]:
        """Return what the list says of an item in places of its own."""
        return self.more.get(id(item), [])

    def top(self) -> str:
        """Return the category of papers that stand in no section, which is that of no heading."""
        return self.made("", TOP)

    def _intro(self, listing: Listing, section: Section) -> str:
        del listing, section
        return ""  # text stays in the file
