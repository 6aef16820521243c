"""The numbers of the list as tables: by category, with what is missing, and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bib2awesome.papers.counts import Count, statistics
from bib2awesome.render.markdown import escape
from bib2awesome.render.table import grid

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey

__all__ = ["stats"]

_HEADINGS = ("Category", "Papers", "With code", "Without DOI", "Preprints")


def stats(survey: Survey) -> str:
    """Return the tables; a category counts the papers below it, each once."""
    numbers = statistics(survey)
    rows = [
        _row("&emsp;" * one.category.depth + escape(one.category.title), one.total)
        for one in numbers.categories
    ]
    rows.append(_row("**All**", numbers.total))
    tables = [grid(_HEADINGS, rows, [False, *[True] * (len(_HEADINGS) - 1)])]
    if numbers.years:
        years = [(str(year or "undated"), str(papers)) for year, papers in numbers.years.items()]
        tables.append(grid(("Year", "Papers"), years, (False, True)))
    return "\n\n".join(tables)


def _row(name: str, numbers: Count) -> tuple[str, ...]:
    lacking = numbers.papers - numbers.doi
    return (name, *map(str, (numbers.papers, numbers.code, lacking, numbers.preprints)))
