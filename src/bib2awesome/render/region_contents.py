"""What a region of a markdown file holds: the papers, tables and numbers that its begin marker asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bib2awesome.errors import InputError
from bib2awesome.render.markers import Region, marker_problem
from bib2awesome.render.region_papers import RegionPapers, category_of, is_part
from bib2awesome.render.structure import leaves_open

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.regions import Page
    from bib2awesome.render.styles import Styles

__all__ = ["Contents"]


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
        self._papers_of = RegionPapers(survey, page)

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
        if region.kind == "table" and (category is None or not is_part(region)):
            return _table(survey, styles, region, category)
        roots = (category,) if category else survey.taxonomy.roots
        deep = region.arguments.get("depth") != "own"
        if category is not None and is_part(region):
            papers = self._papers_of.part(region, category)
            return some(survey, styles, category, papers, int(region.arguments.get("start", "1")))
        if region.arguments.get("headings") == "none":
            walked = [one for root in roots for one in (root.walk() if deep else (root,))]
            return items(survey, styles, walked)
        return tree(survey, styles, roots, deep=deep)

    def _closed(self, text: str, region: Region) -> str:
        """Return `text`, made sure that what stands behind the region is not swallowed by it."""
        if not self._styles.ready_made and leaves_open(text, ours=True):
            message = f"the content of the region `{region}` leaves a fence or a comment open"
            hint = "close it in the item template"
            raise InputError([marker_problem(self._page.file, region.begin, message, hint)])
        return text


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
