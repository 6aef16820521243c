"""Numbers and gaps of a survey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from bib2awesome.cli.examples import example
from bib2awesome.errors import Severity, visible

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.counts import Count, Statistics

__all__ = ["command"]

_GAPS = {
    "category": "without a category",
    "link": "without a link",
    "doi": "without a DOI",
    "code": "without code",
    "venue": "without a known venue",
    "year": "without a year",
}


@click.command(epilog=example("bib2awesome stats", "bib2awesome stats --json"))
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as a JSON object.")
@click.pass_obj
def command(session: Session, *, as_json: bool) -> int:
    """Count the papers by category, year and venue, and the gaps.

    A category's line counts the papers of the categories below it too, each paper once. Entries that
    are not in the list are not counted. With -v, the keys of the papers that lack something are named.
    """
    from bib2awesome.papers.counts import statistics  # noqa: PLC0415 - start-up

    if as_json:
        session.answer_with("stats")
    survey = session.survey(tell=False)
    numbers = statistics(survey)
    session.report.findings(survey.findings)
    if session.answer is not None:
        session.answer |= _as_json(numbers)
        session.answer["findings"] = [finding.as_json() for finding in survey.findings]
        session.report.json(session.answer)
    else:
        _tell(session, numbers)
    return int(any(finding.severity is Severity.ERROR for finding in survey.findings))


def _tell(session: Session, numbers: Statistics) -> None:
    heading = ("category", "papers", "code", "DOI", "preprints", "no link")
    rows = [
        ("  " * line.category.depth + line.category.title, *_figures(line.total))
        for line in numbers.categories
    ]
    report = session.report
    report.table(heading, [*rows, ("all", *_figures(numbers.total))])
    report.table(("year", "papers"), [(str(y or "?"), str(n)) for y, n in numbers.years.items()])
    report.table(("venue", "papers"), [(v or "?", str(n)) for v, n in numbers.venues.items()])
    report.table(
        ("gap", "papers", *(("keys",) if report.verbosity > 0 else ())),
        [
            (words, str(len(keys)), *((", ".join(keys),) if report.verbosity > 0 else ()))
            for gap, words in _GAPS.items()
            if (keys := numbers.gaps[gap])
        ],
    )


def _figures(count: Count) -> Sequence[str]:
    return [str(number) for number in count]


def _as_json(numbers: Statistics) -> dict[str, Any]:
    return {
        "total": numbers.total._asdict(),
        "categories": [
            {
                "path": line.category.path,
                "title": visible(line.category.title),
                "own": line.own._asdict(),
                "total": line.total._asdict(),
            }
            for line in numbers.categories
        ],
        "years": [{"year": year, "papers": papers} for year, papers in numbers.years.items()],
        "venues": [{"venue": venue, "papers": papers} for venue, papers in numbers.venues.items()],
        "gaps": {gap: list(keys) for gap, keys in numbers.gaps.items()},
    }
