"""What a region of a markdown file holds: the papers, tables and numbers that its begin marker asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from bib2awesome.bib.entry import fold
from bib2awesome.errors import InputError
from bib2awesome.nearest import did_you_mean
from bib2awesome.render.markers import Region, marker_problem
from bib2awesome.render.structure import leaves_open

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.regions import Page
    from bib2awesome.render.styles import Styles

__all__ = ["Contents", "category_of"]


class Contents:
    """What the regions of one file hold, all but the tables of contents.

    Args:
        survey: The survey.
        styles: How its items look.
        page: The file.
    """

    def __init__(self, survey: Survey, styles: Styles, page: Page) -> None:
        self._survey = survey
        self._styles = styles
        self._page = page
        self._listed: dict[Category, _Listed] = {}

    def of(self, region: Region) -> str:
        """Return the markdown of a region of any kind but `toc`.

        Raises:
            InputError: An argument names nothing, or the content would swallow what stands behind it.
        """
        # A region costs the import of its module only where it is.
        kind = region.kind
        if kind in {"papers", "table"}:
            return self._closed(self._papers(region), region)
        if kind == "badges":
            from bib2awesome.render.badges import badges  # noqa: PLC0415

            return badges(self._survey)
        if kind == "contributing":
            from bib2awesome.render.contributing import contributing  # noqa: PLC0415

            return contributing(self._survey, self._styles)
        if kind == "stats":
            from bib2awesome.render.stats import stats  # noqa: PLC0415

            return stats(self._survey)
        from bib2awesome.render.cite import citation  # noqa: PLC0415

        return citation(self._survey)

    def _papers(self, region: Region) -> str:
        from bib2awesome.render.layout import items, some, tree  # noqa: PLC0415

        survey, styles = self._survey, self._styles
        category = category_of(survey, self._page, region)
        if region.kind == "table" and (category is None or not _is_part(region)):
            return _table(survey, styles, region, category)
        roots = (category,) if category else survey.taxonomy.roots
        deep = region.arguments.get("depth") != "own"
        if category is not None and _is_part(region):
            papers = self._part(region, category)
            return some(survey, styles, category, papers, int(region.arguments.get("start", "1")))
        if region.arguments.get("headings") == "none":
            walked = [one for root in roots for one in (root.walk() if deep else (root,))]
            return items(survey, styles, walked)
        return tree(survey, styles, roots, deep=deep)

    def _part(self, region: Region, category: Category) -> list[Paper]:
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
            if _is_part(region) and "from" in region.arguments:
                category = category_of(self._survey, self._page, region)
                if category is not None:
                    found.setdefault(category, []).append(fold(region.arguments["from"]))
        return found

    def _closed(self, text: str, region: Region) -> str:
        """Return `text`, made sure that what stands behind the region is not swallowed by it."""
        if not self._styles.ready_made and leaves_open(text, ours=True):
            message = f"the content of the region `{region}` leaves a fence or a comment open"
            hint = "close it in the item template"
            raise InputError([marker_problem(self._page.file, region.begin, message, hint)])
        return text


class _Listed:
    """The papers of a category in its order, and where in it each stands, by its folded key."""

    def __init__(self, papers: list[Paper]) -> None:
        self.papers = papers
        self.places = {fold(paper.key): number for number, paper in enumerate(papers)}


def _table(survey: Survey, styles: Styles, region: Region, category: Category | None) -> str:
    from bib2awesome.render.table import rows, table  # noqa: PLC0415 - as above

    if category is None:
        from bib2awesome.papers.selection import selected  # noqa: PLC0415 - as above

        name = region.arguments["name"]
        columns = survey.config.tables[name].columns
        return table(selected(survey, name), columns, styles.of(None))
    found = [paper for one in category.walk() for paper in survey.listed(one)]
    papers = list(dict.fromkeys(found))
    if category.head:
        return rows(
            papers, category.head, styles.of(category), category.title, align=category.align
        )
    return table(papers, category.columns, styles.of(category), category.title)


def _is_part(region: Region) -> bool:
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
