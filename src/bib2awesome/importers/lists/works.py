"""From an item to the facts of a work: which link is which field, identifiers, type and venue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bib2awesome.importers.lists.field_names import tick_field
from bib2awesome.importers.lists.labels import CODE, PAPER, WORKS, is_code_host, is_label, label_of
from bib2awesome.importers.lists.model import PaperLink, Reading
from bib2awesome.papers.acl import acl_doi
from bib2awesome.papers.arxiv import arxiv_month
from bib2awesome.papers.identifiers import Identifier, identify
from bib2awesome.papers.new_entry import Facts

__all__ = ["facts_of", "identifiers_of"]

_DAY = re.compile(r"\w\W+\w+\W+\w")
"""What only a date of three words has: `4 Feb 2023`."""
_OF_THE_WORK = frozenset({PAPER, "link"})
_PREPRINT_DOIS = ("10.48550/",)


def identifiers_of(reading: Reading) -> list[Identifier]:
    """Return the identifiers of the work that an item's links name, those of its paper link first.

    Only links that say nothing else (no code, slides or review of another work) count.
    """
    papers = [link for link in reading.links if link.role in _OF_THE_WORK]
    found = [one for link in papers for one in identify(link.url) if one.scheme in WORKS]
    return list(dict.fromkeys(found))


def facts_of(
    reading: Reading, found: Sequence[Identifier], more: Iterable[tuple[str, str]] = ()
) -> Facts:
    """Return what an item says of its work, as the facts of a new entry.

    Args:
        reading: The item, read.
        found: What `identifiers_of` finds in it.
        more: Further fields, such as `category`.
    """
    doi = next(
        (
            one.value
            for one in found
            if one.scheme == "doi" and not one.value.startswith(_PREPRINT_DOIS)
        ),
        None,
    )
    arxiv = next((one.value for one in found if one.scheme == "arxiv"), None)
    if doi is None:
        rule = (acl_doi(one.value) for one in found if one.scheme == "acl")
        doi = next((name for name in rule if name), None)
    held = {arxiv, doi}
    url, code, links = _fields(
        link
        for link in reading.links
        if link.linked or not any(one.value in held for one in identify(link.url))
    )
    stamp = arxiv_month(arxiv) if arxiv is not None else None
    ticks, twice = _ticks(reading)
    remark = "; ".join((*reading.remark, *twice, *_further_dates(reading, stamp)))
    own = [
        ("shorttitle", reading.short),
        ("tldr", reading.tldr),
        ("award", reading.award),
        ("remark", remark),
    ]
    return Facts(
        title=reading.title,
        authors=reading.authors,
        others=reading.others,
        year=reading.year,
        month=reading.month if (reading.year, reading.month) != stamp else None,
        venue="arXiv" if arxiv and reading.venue.lower() == "preprint" else reading.venue,
        volume=reading.issue.volume if reading.issue else "",
        number=reading.issue.number if reading.issue else "",
        pages=reading.issue.pages if reading.issue else "",
        doi=doi,
        arxiv=arxiv,
        url=url,
        code=code,
        links=tuple(links),
        more=(*((name, value) for name, value in own if value), *ticks.items(), *more),
    )


def _ticks(reading: Reading) -> tuple[dict[str, str], list[str]]:
    """Return the ticks by field, and in words those of columns whose titles differ in signs only: `A` and `A.`."""
    ticks: dict[str, str] = {}
    twice: list[str] = []
    for title, tick in reading.ticks.items():
        field, said = tick_field(title), "yes" if tick else "no"
        if ticks.setdefault(field, said) != said:
            twice.append(f"{title}: {said}")
    return ticks, twice


def _further_dates(reading: Reading, stamp: tuple[int, int] | None) -> list[str]:
    """Return the dates as written that the entry has no place for: to the day, or beside its year and month."""
    said = {(reading.year, None), (reading.year, reading.month)}
    if stamp is not None:
        said |= {stamp, (stamp[0], None)}
    further = [
        date
        for year, month, date in reading.dates
        if (year, month) not in said or _DAY.search(date) is not None
    ]
    return list(dict.fromkeys(further))


def _fields(links: Iterable[PaperLink]) -> tuple[str | None, str | None, list[tuple[str, str]]]:
    """Return the URLs of `url` and `code`, and label and URL of every further link."""
    url = code = None
    further: list[tuple[str, str]] = []
    taken: set[str] = set()
    for link in links:
        if link.role == PAPER and url is None:
            url = link.url
        elif link.role == CODE and code is None:
            code = link.url
        else:
            label = _label(link)
            name, number = label, 2
            while name in taken:
                name, number = f"{label}-{number}", number + 1
            taken.add(name)
            further.append((name, link.url))
    if url is None and code is not None:
        url = code  # software: its code is its page
    elif url is None and further:
        first = next((one for one in further if not is_code_host(one[1])), None)
        if first is not None and first[0] in {"link", "website", "page", "homepage"}:
            further.remove(first)
            url = first[1]
    return url, code, further


def _label(link: PaperLink) -> str:
    if link.role in {PAPER, CODE}:
        said = label_of(link.shown) if is_label(link.shown) else ""
        return said or link.role
    return label_of(link.role) or "link"
