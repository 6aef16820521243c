"""Which papers the regions of a markdown file show, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from bib2awesome.bib.entry import fold
from bib2awesome.errors import InputError
from bib2awesome.nearest import did_you_mean
from bib2awesome.render.markers import Region, marker_problem

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.regions import Page

__all__ = ["RegionPapers", "category_of", "is_part"]


class RegionPapers:
    """The papers of the regions of one file.

    Args:
        survey: The survey.
        page: The file.
    """

    def __init__(self, survey: Survey, page: Page) -> None:
        self._survey = survey
        self._page = page
        self._listed: dict[Category, _Listed] = {}

    def of(self, region: Region) -> list[Paper]:
        """Return the papers that a region `papers` or `table` shows; below headings one of two sections twice.

        Raises:
            InputError: An argument names nothing.
        """
        category = category_of(self._survey, self._page, region)
        if category is not None and is_part(region):
            return self.part(region, category)
        if category is None and region.kind == "table":
            from bib2awesome.papers.selection import selected  # noqa: PLC0415 - start-up

            return list(selected(self._survey, region.arguments["name"]))
        roots = (category,) if category else self._survey.taxonomy.roots
        deep = region.arguments.get("depth") != "own"
        walked = [one for root in roots for one in (root.walk() if deep else (root,))]
        papers = [paper for one in walked for paper in self._survey.listed(one)]
        once = region.kind == "table" or region.arguments.get("headings") == "none"
        return list(dict.fromkeys(papers)) if once else papers

    def part(self, region: Region, category: Category) -> list[Paper]:
        """Return the papers of a category from that of `from` on, up to where another region goes on.

        Raises:
            InputError: `from` names no paper of the category.
        """
        if category not in self._listed:
            self._listed[category] = _Listed(self._survey.listed(category))
        listed = self._listed[category]
        first = region.arguments.get("from", "")
        begin = listed.places.get(fold(first), None if first else 0)
        if begin is None:
            what = f"`from={first}` is no paper of the category `{category.path}`"
            hint = did_you_mean(first, [paper.key for paper in listed.papers])
            raise InputError([marker_problem(self._page.file, region.begin, what, hint)])
        keys = self._begun.get(category, ())
        further = [place for key in keys if (place := listed.places.get(key, -1)) > begin]
        return listed.papers[begin : min(further, default=len(listed.papers))]

    @cached_property
    def _begun(self) -> Mapping[Category, Sequence[str]]:
        """The keys of the papers that regions begin with, by the category that the regions are parts of."""
        found: dict[Category, list[str]] = {}
        for region in self._page.regions:
            if is_part(region) and "from" in region.arguments:
                category = category_of(self._survey, self._page, region)
                if category is not None:
                    found.setdefault(category, []).append(fold(region.arguments["from"]))
        return found


class _Listed:
    """The papers of a category in its order, and where in it each stands, by its folded key."""

    def __init__(self, papers: list[Paper]) -> None:
        self.papers = papers
        self.places = {fold(paper.key): number for number, paper in enumerate(papers)}


def is_part(region: Region) -> bool:
    """Whether a region shows just one category's own papers, of which other regions may show the rest."""
    if region.kind == "table":
        return region.arguments.get("depth") == "own"
    own = {"headings": "none", "depth": "own"}
    return "category" in region.arguments and own.items() <= region.arguments.items()


def category_of(survey: Survey, page: Page, region: Region) -> Category | None:
    """Return the category that a region names, None where it names none.

    Raises:
        InputError: It is unknown or ambiguous, or a `table` names no table, or two.
    """
    from bib2awesome.papers.taxonomy import (  # noqa: PLC0415 - the survey has imported it
        AmbiguousCategoryError,
        UnknownCategoryError,
    )

    reference, name = region.arguments.get("category"), region.arguments.get("name")
    if region.kind == "table" and (reference is None) == (name is None):
        hint = "`category=PATH` shows a category, `name=NAME` a table of `[tables]`"
        what = "the region `table` needs `category=…` or `name=…`, one of them"
        raise InputError([marker_problem(page.file, region.begin, what, hint)])
    if name is not None and name not in survey.config.tables:
        nearest = did_you_mean(name, survey.config.tables)
        raise InputError(
            [marker_problem(page.file, region.begin, f"unknown table `{name}`", nearest)]
        )
    if reference is None:
        return None
    try:
        return survey.taxonomy.resolve(reference)
    except (UnknownCategoryError, AmbiguousCategoryError) as error:
        raise InputError(
            [marker_problem(page.file, region.begin, str(error), error.hint)]
        ) from None
