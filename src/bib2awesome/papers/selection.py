"""Which papers a comparison table of categories.toml holds, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bib2awesome.errors import Finding, InputError
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.sorting import in_order
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError

if TYPE_CHECKING:
    from bib2awesome.config import TableSettings
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey

__all__ = ["selected"]


def selected(survey: Survey, name: str) -> list[Paper]:
    """Return the papers of `[tables.NAME]`.

    Those of its categories (with what is below them) and of its keys; of both none, every paper in
    the list. `where` narrows that. Without `sort` they stand by category and key, as named.

    Raises:
        InputError: An unknown category or key, with every problem.
    """
    settings = survey.config.tables[name]
    problems: list[Finding] = []
    found = [
        *_of_categories(survey, settings, name, problems),
        *_of_keys(survey, settings, name, problems),
    ]
    if problems:
        raise InputError(problems)
    if not settings.categories and not settings.keys:
        found = list(survey.in_list)
    papers = [paper for paper in dict.fromkeys(found) if _fits(paper, settings)]
    return in_order(papers, settings.sort or ("file",))


def _of_categories(
    survey: Survey, settings: TableSettings, name: str, problems: list[Finding]
) -> Iterator[Paper]:
    for index, reference in enumerate(settings.categories):
        try:
            category = survey.taxonomy.resolve(reference)
        except (UnknownCategoryError, AmbiguousCategoryError) as error:
            problems.append(_problem(survey, (name, "categories", index), str(error), error.hint))
            continue
        for one in category.walk():
            yield from survey.listed(one)


def _of_keys(
    survey: Survey, settings: TableSettings, name: str, problems: list[Finding]
) -> Iterator[Paper]:
    for index, key in enumerate(settings.keys):
        paper = survey.paper(key)
        if paper is None:
            hint = did_you_mean(key, [one.key for one in survey.papers])
            problems.append(_problem(survey, (name, "keys", index), f"unknown key `{key}`", hint))
        else:
            yield paper


def _problem(survey: Survey, path: tuple[str | int, ...], what: str, hint: str | None) -> Finding:
    place = survey.config.place("tables", *path)
    return Finding.error(what, place, hint=hint)


def _fits(paper: Paper, settings: TableSettings) -> bool:
    """Whether each field is as `where` says: `*` is anything, an empty text is nothing."""
    for field, wanted in settings.where.items():
        said = paper.text(field.lower()).casefold()
        if not said if wanted == "*" else said != wanted.casefold():
            return False
    return True
