"""Categories with papers that no region shows: where a list is made of regions, a new one needs its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bib2awesome.errors import Finding, Place, Severity
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import Category
from bib2awesome.render.regions import Page

__all__ = ["left_out"]


def left_out(survey: Survey, pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a warning for each category whose own papers no region of the files shows.

    None where no region names a category: then one shows them all, or the list is not in these files.
    """
    shown: set[Category] = set()
    last: Place | None = None
    for page in pages:
        for region in page.regions:
            reference = region.arguments.get("category")
            if region.kind == "papers" and reference is None:
                return
            if reference is not None:
                category = survey.taxonomy.resolve(reference)
                own = region.arguments.get("depth") == "own"
                shown |= {category} if own else set(category.walk())
                last = Place(page.file, region.end + 1, 1)
    for category in survey.taxonomy.walk() if last else ():
        papers = len(survey.listed(category))
        if papers and category not in shown:
            yield Finding(
                "R007",
                "category-without-region",
                Severity.WARNING,
                f"no region shows the category `{category.path}` with its {papers} papers",
                last,
                hint="put `## Title` and below it the markers "
                f"`<!-- bib2awesome:begin papers category={category.path} headings=none depth=own -->` "
                "and `<!-- bib2awesome:end papers -->` where it belongs",
            )
