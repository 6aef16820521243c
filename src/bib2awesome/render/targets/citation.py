"""`CITATION.cff`: what GitHub's "Cite this repository" shows (Citation File Format 1.2.0)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bib2awesome.config_options import Option
from bib2awesome.errors import Finding, Severity
from bib2awesome.render import citation, generated
from bib2awesome.render.base import Output
from bib2awesome.render.conflicts import has_conflicts
from bib2awesome.render.yaml import Value, dumped

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Present

__all__ = ["help", "name", "options", "render"]

name = "citation"
help = "Write CITATION.cff, how to cite the survey"  # noqa: A001 - what a target is called by
options: tuple[Option, ...] = ()

PATH = "CITATION.cff"
_ABOUT = (
    "",
    "How to cite this survey; GitHub shows it as `Cite this repository`.",
    "Which entry of survey.bib that is stands in categories.toml, under `[survey] cite`;",
    "`bib2awesome render citation` writes this file again.",
)


def render(survey: Survey, present: Present, *, force: bool) -> list[Output]:
    """Return CITATION.cff: the first paper of `[survey] cite` preferred, the others as references.

    Without any there is nothing to say: the file stays as it is, and a hint tells why.
    """
    there = present(PATH)
    if not survey.cited:
        # The same content on both sides is "unchanged": nothing is written, the hint is told.
        return [Output(PATH, there or b"", there or b"", None, (_nothing_to_cite(),))]
    data = generated.with_header("#", _ABOUT, dumped(_record(survey, survey.cited)))
    merging = any(has_conflicts(document.data) for document in survey.documents)
    return [generated.output(PATH, data, there, force=force, merging=merging)]


def _record(survey: Survey, cited: tuple[Paper, ...]) -> Mapping[str, Value]:
    settings = survey.config.survey
    preferred, *others = [citation.reference(paper) for paper in cited]
    record: dict[str, Value] = {
        "cff-version": "1.2.0",
        "message": "If this survey is of use to you, please cite it as below.",
        "title": settings.title.strip() or preferred["title"],
        "type": "dataset",
        "authors": preferred["authors"],
    }
    if settings.description.strip():
        record["abstract"] = settings.description.strip()
    if settings.repository:
        record["repository-code"] = f"https://github.com/{settings.repository}"
    for field in ("doi", "url"):
        if field in preferred:
            record[field] = preferred[field]
    record["preferred-citation"] = preferred
    if others:
        record["references"] = others
    return record


def _nothing_to_cite() -> Finding:
    return Finding(
        "R004",
        "no-citation",
        Severity.HINT,
        "`[survey] cite` names no entry: the citation is skipped",
        hint="add the survey's own entry to survey.bib and its key to `[survey] cite`",
    )
