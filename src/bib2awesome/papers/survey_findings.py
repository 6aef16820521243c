"""What is wrong with a survey as a whole: keys, links and citations, beside what its files say themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.entry import fold
from bib2awesome.errors import Finding, Place, Severity
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.links import is_placeholder
from bib2awesome.papers.placing import where

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey

__all__ = ["findings_of", "left_out_of", "no_entry"]

_SHOWN = 80
_OTHER_ADDRESSES = ("ftp://", "ftps://")
_LEAVE_OUT = frozenset(
    {"broken-block", "commented-entry", "duplicate-key", "merge-conflict", "missing-key"}
)


def findings_of(survey: Survey, of_categories: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a survey by file and place, those of categories.toml first.

    Args:
        survey: The survey.
        of_categories: What is wrong with the categories of its papers.
    """
    order = {document.name: index for index, document in enumerate(survey.documents)}
    found = [finding for document in survey.documents for finding in document.findings]
    found += _duplicates(survey)
    found += of_categories
    found += _unsafe_links(survey)
    found.sort(key=lambda finding: _position(finding, order))
    return (*_unknown_citations(survey), *found)


def left_out_of(survey: Survey) -> tuple[Finding, ...]:
    """Return the findings about what no command reads or edits, in file order."""
    found = [finding for document in survey.documents for finding in document.findings]
    return tuple(one for one in (*found, *_duplicates(survey)) if one.name in _LEAVE_OUT)


def no_entry(key: str, survey: Survey) -> Finding:
    """Return the error that there is no entry of this key, with the nearest keys there are."""
    known = [paper.key for paper in survey.papers]
    return Finding.error(f"no entry `{key}`", hint=did_you_mean(key, known))


def _duplicates(survey: Survey) -> Iterator[Finding]:
    """Find keys that are in more than one file; within one the document has found them."""
    if len(survey.documents) == 1:
        return
    first: dict[str, tuple[Document, Entry]] = {}
    for document in survey.documents:
        for entry in document.usable():
            before = first.setdefault(fold(entry.key), (document, entry))
            if before[0] is not document:
                there = before[0].place(before[1].start)
                yield Finding(
                    "S002",
                    "duplicate-key",
                    Severity.ERROR,
                    f"the key `{entry.key}` is already in {there}, which wins",
                    document.place(*entry.key_span),
                    entry.key,
                    hint="rename or remove one of them",
                )


def _unsafe_links(survey: Survey) -> Iterator[Finding]:
    """Find what stands in a link field and is no http(s) URL; no output shows it as a link."""
    for paper in survey.papers:
        for field, value in paper.unsafe_links:
            if value.startswith(_OTHER_ADDRESSES) and not survey.has_categories:
                continue  # LaTeX sets it, and there is no list to leave it out of
            stand_in = is_placeholder(value)
            yield Finding(
                "L007" if stand_in else "L004",
                "placeholder-link" if stand_in else "unsafe-link",
                Severity.WARNING,
                f"`{field}` of entry `{paper.key}` is no http(s) URL and is left out: "
                f"`{value[:_SHOWN]}`",
                where(paper, field),
                paper.key,
                field,
            )


def _unknown_citations(survey: Survey) -> Iterator[Finding]:
    keys = survey.config.survey.cite
    for index, key in enumerate(keys):
        if survey.paper(key) is None:
            yield Finding(
                "L005",
                "unknown-citation",
                Severity.ERROR,
                f"`[survey] cite` names `{key}`, which is no entry",
                survey.config.place("survey", "cite", index),
                key,
                hint=did_you_mean(key, [paper.key for paper in survey.papers]),
            )


def _position(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int]:
    place = finding.place or Place("")
    return order.get(place.file, -1), place.line or 0, place.column or 0
