"""Work about which its publisher has printed a correction.

A correction, erratum or addendum belongs beside what it corrects: look whether it touches what the survey says.
An expression of concern is a warning.

Bad:

    @article{lace2001, author = {Lace, Ada and Bart, Jean}, title = {Looms with a Small Mistake Inside},
      journal = {Journal of Looms}, year = {2001}, doi = {10.1000/corrected}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.services import services_of
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.similarity import SAME
from bib2awesome.sources.base import Notice, Record

_WORDS = {
    "correction": "a correction",
    "corrigendum": "a correction",
    "erratum": "an erratum",
    "err": "an erratum",
    "addendum": "an addendum",
    "expression_of_concern": "an expression of concern",
}


@rule("N009", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find papers of which a record names a notice that corrects them, and none that retracts them."""
    for told in services_of(checked).told:
        sure = [read for read in told.found if read.own or read.match.verdict == SAME]
        notices = [one for read in sure for one in _corrections(read.record)]
        if notices:
            concern = next((one for one in notices if one.type == "expression_of_concern"), None)
            first = concern or notices[0]
            yield Problem(
                f"{_WORDS[first.type]} to this work has been published: https://doi.org/{first.doi}",
                told.paper,
                "title",
                severity=Severity.WARNING if concern else None,
            )
        elif not sure:
            yield from told.failed


def _corrections(record: Record) -> list[Notice]:
    if record.retracted:
        return []
    return [one for one in record.notices if one.type in _WORDS and one.doi != record.doi]
