"""Which papers a command is about: by key, pattern, category, venue, year, missing field or words."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from bib2awesome.errors import Finding, InputError
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.fields import OWN_FIELDS, STANDARD
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.placing import NOT_LISTED
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.survey_findings import no_entry
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError
from bib2awesome.papers.venues import find_venue

__all__ = ["Filter", "category_paths", "known_fields", "matching"]

_WILD = frozenset("*?[")


class Filter(NamedTuple):
    """What a paper has to be: all of this, but of several keys, categories, venues and years any will do.

    Attributes:
        keys: Citation keys, or patterns with `*`, `?` and `[…]`; case does not matter.
        categories: With what is below them; `-` is "cited, not listed".
        venues: A venue, with or without year: `NeurIPS`, `NeurIPS 2026`, `arXiv`.
        years: Of publication: the first and the last year of each range.
        missing: Fields of which none is there.
        texts: Words each of which stands in the title, the names or any other field.
    """

    keys: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    missing: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def category_paths(survey: Survey, references: Sequence[str]) -> list[str]:
    """Return the full paths of categories, `-` as it is.

    Raises:
        InputError: Unknown or ambiguous ones, with the nearest, all at once.
    """
    found, problems = [], []
    for reference in references:
        if reference.strip() == NOT_LISTED:
            found.append(NOT_LISTED)
            continue
        try:
            found.append(survey.taxonomy.resolve(reference).path)
        except (UnknownCategoryError, AmbiguousCategoryError) as error:
            hint = error.hint if survey.has_categories else "no categories.toml is read here"
            problems.append(Finding.error(str(error), hint=hint))
    if problems:
        raise InputError(problems)
    return found


def matching(survey: Survey, wanted: Filter) -> list[Paper]:
    """Return the papers that a filter lets through, in file order.

    Raises:
        InputError: A key, a pattern, a category or a missing field that nothing has, all at once.
    """
    problems = _unknown_keys(survey, wanted.keys) + _unknown_fields(survey, wanted.missing)
    paths: list[str] = []
    try:
        paths = category_paths(survey, wanted.categories)
    except InputError as error:
        problems += error.findings
    if problems:
        raise InputError(problems)
    return [paper for paper in survey.papers if _fits(survey, paper, wanted, paths)]


def _unknown_keys(survey: Survey, keys: Sequence[str]) -> list[Finding]:
    return [
        no_entry(key, survey)
        for key in keys
        if not any(_is_named(paper.key, key) for paper in survey.papers)
    ]


def _unknown_fields(survey: Survey, names: Sequence[str]) -> list[Finding]:
    """Return the fields that neither entries nor settings know: misspelt, every paper would lack them."""
    known = known_fields(survey) if names else set()
    return [
        Finding.error(f"no entry has a field `{one}`", hint=did_you_mean(one, known))
        for one in names
        if one.lower() not in known and not one.lower().startswith("link-")
    ]


def known_fields(survey: Survey) -> set[str]:
    """Return the names of fields that an entry has, a table shows, or a standard style knows."""
    found = {*STANDARD, *OWN_FIELDS, survey.config.survey.category_field.lower()}
    found |= {name for paper in survey.papers for name in paper.values}
    found |= {column.field for one in survey.taxonomy.walk() for column in one.columns}
    return found | {column.field for one in survey.config.tables.values() for column in one.columns}


def _is_named(key: str, pattern: str) -> bool:
    key, pattern = key.lower(), pattern.lower()
    return key == pattern or (bool(_WILD & set(pattern)) and fnmatchcase(key, pattern))


def _fits(survey: Survey, paper: Paper, wanted: Filter, paths: Sequence[str]) -> bool:
    return (
        (not wanted.keys or any(_is_named(paper.key, key) for key in wanted.keys))
        and (not paths or _in_categories(survey, paper, paths))
        and (not wanted.venues or any(_is_at(paper, venue) for venue in wanted.venues))
        and (not wanted.years or _is_of(paper, wanted.years))
        and all(not paper.tex(name.lower()) for name in wanted.missing)
        and all(_says(paper, text) for text in wanted.texts)
    )


def _is_of(paper: Paper, years: Sequence[tuple[int, int]]) -> bool:
    return paper.year is not None and any(first <= paper.year <= last for first, last in years)


def _in_categories(survey: Survey, paper: Paper, paths: Sequence[str]) -> bool:
    own = [category.path for category in survey.categories_of(paper)]
    if NOT_LISTED in paths and NOT_LISTED in paper.category_refs:
        return True
    return any(path == one or path.startswith(f"{one}/") for path in own for one in paths)


def _is_at(paper: Paper, text: str) -> bool:
    found = find_venue(text)
    if found is None:
        return text.casefold() in {paper.venue_short.casefold(), paper.tag.casefold()}
    return paper.venue_short == found.short and found.year in {None, paper.year}


def _says(paper: Paper, text: str) -> bool:
    wanted = " ".join(text.casefold().split())
    return any(wanted in " ".join(paper.text(name).casefold().split()) for name in paper.values)
