"""arXiv id that is none.

Since April 2007 an id is year and month, a point and four or (since 2015) five digits; before, an archive and
seven digits. An `eprint` that says arXiv and is something else leads nowhere.

Bad:

    @misc{hopper2023, author = {Hopper, Grace}, title = {On Compilers}, year = {2023},
      eprint = {2313.00001}, archiveprefix = {arXiv}}

Good:

    @misc{hopper2023, author = {Hopper, Grace}, title = {On Compilers}, year = {2023},
      eprint = {2312.00001}, archiveprefix = {arXiv}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, own_values, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.identifiers import arxiv_id, arxiv_month
from bib2awesome.papers.paper import Paper

_ANNOUNCED = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf)/|arxiv preprint arxiv:\s*|\barxiv:\s?)(\d[\w.]*)", re.IGNORECASE
)
_BEHIND = re.compile(r"(?:\.pdf|v\d+(?:\.pdf)?)$", re.IGNORECASE)
_FIELDS = ("journal", "journaltitle", "url", "howpublished", "note")


@rule("I005", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find arXiv ids whose month or digits cannot be, and those of months to come."""
    told: set[str] = set()
    for paper, field, value in _ids(checked):
        if paper.key in told:
            continue
        found = _id(paper, value)
        if found is None:
            told.add(paper.key)
            yield Problem(
                f"`{value[:80]}` is no arXiv id",
                paper,
                field,
                hint="ids are `2407.03297`, or `hep-th/9901001` before April 2007",
            )
            continue
        stamp = arxiv_month(found)
        if stamp is not None and stamp > (checked.today.year, checked.today.month):
            told.add(paper.key)
            yield Problem(
                f"the arXiv id `{found}` is of a month to come: {stamp[0]}-{stamp[1]:02}",
                paper,
                field,
            )


def _ids(checked: Checked) -> Iterator[tuple[Paper, str, str]]:
    """Yield the fields that announce an arXiv id, and what stands in the place of the id."""
    for paper, field, value in checked.having("eprint"):
        own = own_values(paper)
        if "arxiv" in (own.get("archiveprefix") or own.get("eprinttype") or "").lower():
            yield paper, field, value
    for paper, field, value in checked.having(*_FIELDS):
        if "rxiv" in value.lower():
            for match in _ANNOUNCED.finditer(value):
                yield paper, field, match[1].rstrip(".")


def _id(paper: Paper, value: str) -> str | None:
    if value.isdigit():  # old ids have their archive in the class
        archive = paper.tex("primaryclass") or paper.tex("eprintclass")
        value = f"{archive}/{value}"
    value = _BEHIND.sub("", value)
    return arxiv_id(value) or arxiv_id(f"arXiv:{value}")
