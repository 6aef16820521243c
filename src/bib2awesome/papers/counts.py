"""Numbers and gaps of a survey: how many papers, and what they lack, by category, year and venue.

Only papers that are in the list count: `category = {-}`, the survey's own entry and entries without a
category do not. Where there is no categories.toml, every paper counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category

__all__ = ["CategoryCount", "Count", "Statistics", "count", "statistics"]


class Count(NamedTuple):
    """How many papers there are, and how many of them have what.

    Attributes:
        papers: All of them.
        code: Those with a link to code.
        doi: Those with the DOI of a publication or of a preprint.
        preprints: Those that are known as a preprint only.
        unlinked: Those without any link.
    """

    papers: int
    code: int
    doi: int
    preprints: int
    unlinked: int


class CategoryCount(NamedTuple):
    """The papers of one category: its own, and those with all categories below it, each once."""

    category: Category
    own: Count
    total: Count


class Statistics(NamedTuple):
    """The numbers of a survey.

    Attributes:
        total: Every paper once.
        categories: Each category in the order of categories.toml.
        years: Papers by year, the newest first; None (no readable year) is last.
        venues: Papers by short venue name, the most frequent first; "" (unknown) is last.
        gaps: Keys of the papers that lack something, in file order: `code`, `doi`, `link`, `venue`,
            `year`, and `category` for entries that should be in the list and are not.
    """

    total: Count
    categories: tuple[CategoryCount, ...]
    years: Mapping[int | None, int]
    venues: Mapping[str, int]
    gaps: Mapping[str, tuple[str, ...]]


def count(papers: Iterable[Paper]) -> Count:
    """Return the numbers of these papers."""
    papers = tuple(papers)
    return Count(
        papers=len(papers),
        code=sum(paper.has_code for paper in papers),
        doi=sum(paper.doi is not None for paper in papers),
        preprints=sum(paper.is_preprint for paper in papers),
        unlinked=sum(not paper.links for paper in papers),
    )


def statistics(survey: Survey) -> Statistics:
    """Return the numbers of a survey."""
    papers = survey.in_list if survey.has_categories else survey.papers
    years = Counter(paper.year for paper in papers)
    venues = Counter(paper.venue_short for paper in papers)
    return Statistics(
        total=count(papers),
        categories=tuple(_category(survey, category) for category in survey.taxonomy.walk()),
        years={year: years[year] for year in sorted(years, key=lambda year: -(year or 0))},
        venues={
            venue: venues[venue]
            for venue in sorted(venues, key=lambda venue: (not venue, -venues[venue], venue))
        },
        gaps=_gaps(survey, papers),
    )


def _category(survey: Survey, category: Category) -> CategoryCount:
    below = (paper for part in category.walk() for paper in survey.listed(part))
    return CategoryCount(
        category,
        own=count(survey.listed(category)),
        total=count({paper.key: paper for paper in below}.values()),
    )


def _gaps(survey: Survey, papers: Sequence[Paper]) -> dict[str, tuple[str, ...]]:
    lacking = [finding.key for finding in survey.findings if finding.code == "L002"]
    return {
        "category": tuple(key for key in lacking if key),
        "code": tuple(paper.key for paper in papers if not paper.has_code),
        "doi": tuple(paper.key for paper in papers if paper.doi is None),
        "link": tuple(paper.key for paper in papers if not paper.links),
        "venue": tuple(paper.key for paper in papers if not paper.venue_short),
        "year": tuple(paper.key for paper in papers if paper.year is None),
    }
