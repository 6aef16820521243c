"""Where an item of an edited README belongs: the category of its region, by the headings in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bib2awesome.importers.rendered.proposals import Proposals
from bib2awesome.importers.rendered.sides import Found, above, by_place
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, Category, UnknownCategoryError
from bib2awesome.render.markers import Region

__all__ = ["Places", "has_headings"]


def has_headings(region: Region) -> bool:
    """Whether a region shows headings, so that one that is new in it may be a category."""
    return region.kind == "papers" and region.arguments.get("headings") != "none"


class Places:
    """The categories of items.

    Args:
        planning: What takes new categories.

    Attributes:
        headings: The lines of headings that became categories.
    """

    def __init__(self, planning: Proposals) -> None:
        self.planning = planning
        self.survey = planning.survey
        self.headings: set[int] = set()

    def retitled(self, there: Sequence[Found], here: Sequence[Found]) -> bool:
        """Give the categories of headings that were reworded their new titles; returns whether there are any.

        The sections have their old titles from then on.

        Args:
            there: The items of a region that was edited.
            here: Those of the region as it was rendered.
        """
        now, was = by_place(there), by_place(here)
        gone = {old: others for old, others in was.items() if old not in now}
        found = False
        for new, items in now.items():
            for old, others in gone.items() if new not in was else ():
                differ = [
                    at for at, pair in enumerate(zip(new, old, strict=False)) if len(set(pair)) > 1
                ]
                if len(new) != len(old) or len(differ) != 1:
                    continue
                stayed = {one.paper for one in items} & {one.paper for one in others} - {None}
                section = above(items[0].item.section, items[0].region)[differ[0]]
                category = self.category(others[0], rendered=True)
                for _ in range(len(old) - 1 - differ[0]):
                    category = category.parent if category is not None else None
                if len(stayed) * 2 < len(others) or category is None:
                    continue
                if (
                    section.line not in self.headings
                    and category.title.casefold() == old[differ[0]]
                ):
                    self.planning.retitle(category.path, section.title)
                    self.headings.add(section.line)
                    section.title = category.title
                    found = True
        return found

    def resolved(self, reference: str) -> Category | None:
        """Return the category of a reference, None where there is none or no single one."""
        try:
            return self.survey.taxonomy.resolve(reference)
        except (UnknownCategoryError, AmbiguousCategoryError):
            return None

    def path(self, one: Found) -> str | None:
        """Return the path of an item's category, which is made where its heading is new."""
        category = self.category(one)
        path = category.path if category else ""
        if has_headings(one.region):
            sections = above(one.item.section, one.region)
            titles = [section.title.casefold() for section in sections]
            known = titles.index(category.title.casefold()) + 1 if category and category.title.casefold() in titles else 0  # fmt: skip
            if category is not None and not known and path != self.rooted(one.region):
                known = len(sections)
            for section in sections[known:]:
                self.headings.add(section.line)
                path = self.planning.category_for(path, section.title)
        return path or None

    def rooted(self, region: Region) -> str:
        """Return the path of the category that a region shows, "" for all."""
        reference = region.arguments.get("category")
        category = self.resolved(reference) if reference else None
        return category.path if category else ""

    def category(self, one: Found, *, rendered: bool = False) -> Category | None:
        """Return the category of an item: of its region, by the headings in it, else of its neighbour.

        Args:
            one: The item.
            rendered: Whether it stands in what was rendered, where nobody put it beside another one.
        """
        reference = one.region.arguments.get("category")
        here = self.resolved(reference) if reference else None
        below: Iterable[Category] = [here] if here is not None else self.survey.taxonomy.roots
        found = here
        for section in above(one.item.section, one.region):
            named = [
                category
                for category in below
                if category.title.casefold() == section.title.casefold()
            ]
            if named:
                found, below = named[0], named[0].children
            elif found is not None and found is here:
                named = [
                    category
                    for category in found.children
                    if category.title.casefold() == section.title.casefold()
                ]
                found, below = (named[0], named[0].children) if named else (found, below)
        if not rendered and not has_headings(one.region) and one.before is not None:
            near = self.survey.categories_of(one.before)
            inside = [
                category for category in near if here is None or category in tuple(here.walk())
            ]
            found = inside[0] if inside and one.region.arguments.get("depth") != "own" else found
        return found
