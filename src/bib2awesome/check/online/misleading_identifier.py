"""DOI or arXiv id of another work.

The record behind it has another title and other authors, or is a notice or a repost. Whoever follows the link
reads something else; invented references often carry the DOI of a real work.

Bad:

    @article{hopper2019, author = {Hopper, Grace}, title = {Compilers for Looms and Engines}, year = {2019},
      journal = {Journal of Looms}, doi = {10.1000/songs}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.inquiry import Told
from bib2awesome.check.records import described, field_of
from bib2awesome.check.services import services_of
from bib2awesome.enrich.questions import publication_doi
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.similarity import SAME


@rule("N002", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find papers whose identifier leads to the record of another work."""
    for told in services_of(checked).told:
        for read in told.misled:
            by_doi = read.record.doi is not None and read.record.doi == publication_doi(told.paper)
            name, value = ("DOI", read.record.doi) if by_doi else ("arXiv id", told.paper.arxiv)
            yield Problem(
                f"the {name} `{value}` is of another work: {described(read.record)}",
                told.paper,
                field_of(told.paper, "doi" if by_doi else "arxiv"),
                hint=_right(told),
            )
        named = publication_doi(told.paper) or told.paper.arxiv
        if named and not told.misled and not any(read.own for read in told.found):
            yield from told.failed


def _right(told: Told) -> str:
    same = next((one for one in told.found if one.match.verdict == SAME and not one.own), None)
    if same is not None:
        return f"this work is {described(same.record)}"
    known = "" if told.found or not told.whole else "; no service knows a work of this title"
    return f"remove it, or replace it by the right one{known}"
