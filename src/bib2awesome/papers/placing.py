"""Which papers are in which category, and what is wrong with what their `category` fields say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

from bib2awesome.bib.dialect import CONTAINERS
from bib2awesome.bib.entry import fold
from bib2awesome.config import Config
from bib2awesome.errors import Finding, Place, Severity
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.taxonomy import (
    AmbiguousCategoryError,
    Category,
    Taxonomy,
    UnknownCategoryError,
)

__all__ = ["NOT_LISTED", "Placed", "place", "where"]

NOT_LISTED = "-"
"""`category = {-}`: cited in the paper, not in the list."""


class Placed:
    """What the `category` fields come to.

    Attributes:
        papers: The papers of each category by its path, in file order.
        categories: The categories of each paper by its key, in the order of its field.
        findings: Unknown, ambiguous and missing categories.
    """

    __slots__ = ("categories", "findings", "papers")

    def __init__(self) -> None:
        self.papers: dict[str, list[Paper]] = {}
        self.categories: dict[str, tuple[Category, ...]] = {}
        self.findings: list[Finding] = []


def place(papers: Iterable[Paper], taxonomy: Taxonomy, config: Config) -> Placed:
    """Put every paper into its categories.

    A paper without the field is a finding, unless it is how to cite the survey itself, or there is no
    category at all and so no list that it could be missing from.
    """
    field = config.survey.category_field.lower()
    exempt = set(map(fold, config.survey.cite))
    resolve = cache(partial(_resolved, taxonomy))
    placed = Placed()
    for paper in papers:
        references = paper.category_refs
        if not references:
            needed = taxonomy.roots and paper.type not in CONTAINERS
            if needed and fold(paper.key) not in exempt:
                placed.findings.append(_missing(paper, field))
            continue
        categories: dict[Category, None] = {}
        for reference in references:
            found = None if reference == NOT_LISTED else resolve(reference)
            if isinstance(found, Category):
                categories[found] = None
            elif found is not None:
                placed.findings.append(_wrong(paper, field, found))
        placed.categories[paper.key] = tuple(categories)
        for category in categories:
            placed.papers.setdefault(category.path, []).append(paper)
    return placed


def _resolved(
    taxonomy: Taxonomy, reference: str
) -> Category | UnknownCategoryError | AmbiguousCategoryError:
    try:
        return taxonomy.resolve(reference)
    except (UnknownCategoryError, AmbiguousCategoryError) as error:
        return error


def _wrong(
    paper: Paper, field: str, error: UnknownCategoryError | AmbiguousCategoryError
) -> Finding:
    unknown = isinstance(error, UnknownCategoryError)
    return Finding(
        "L001" if unknown else "L003",
        "unknown-category" if unknown else "ambiguous-category",
        Severity.ERROR,
        f"entry `{paper.key}`: {error}",
        where(paper, field),
        paper.key,
        field,
        hint=error.hint,
    )


def _missing(paper: Paper, field: str) -> Finding:
    return Finding(
        "L002",
        "missing-category",
        Severity.WARNING,
        f"entry `{paper.key}` has no `{field}`, so it is not in the list",
        where(paper, field),
        paper.key,
        field,
        hint=f"write `{field} = {{{NOT_LISTED}}}` if that is meant",
    )


def where(paper: Paper, field: str) -> Place:
    """Return the place of the field's value, else (missing, inherited) of the entry's key."""
    own = paper.entry.field(field)
    return paper.document.place(*(own.value_span if own else paper.entry.key_span))
