"""DOI or arXiv id that does not exist.

Neither Crossref nor DataCite has it, and doi.org knows no agency that registered it; or arXiv has no such
preprint. Most often a digit is wrong or missing.

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/song}}

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
from bib2awesome.sources import base


@rule("N003", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find identifiers that nobody has registered; of a work that nobody knows `unknown-reference` tells."""
    for told in services_of(checked).told:
        paper = told.paper
        said = {
            "doi": f"nobody has registered the DOI `{publication_doi(paper)}`",
            "arxiv": f"arXiv has no preprint `{paper.arxiv}`",
        }
        for scheme, message in said.items():
            if told.dead(scheme) and not told.unknown:
                yield Problem(message, paper, field_of(paper, scheme), hint=_right(told))
        if not any(isinstance(one, base.Found) for one in told.answers):
            yield from told.failed


def _right(told: Told) -> str | None:
    same = next((one for one in told.found if one.match.verdict == SAME), None)
    return None if same is None else f"this work is {described(same.record)}"
