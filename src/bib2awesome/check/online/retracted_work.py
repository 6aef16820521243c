"""Work that has been retracted or withdrawn.

Its publisher has retracted, withdrawn or removed it, or its authors have withdrawn the preprint. A survey that
rests on it has to say so, or to do without.

Bad:

    @article{wake1998, author = {Wake, Ann and Murch, Sam}, title = {Early Findings That Did Not Last},
      journal = {Journal of Looms}, year = {1998}, doi = {10.1000/retracted}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.inquiry import Read, Told
from bib2awesome.check.services import services_of
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.similarity import SAME

_OF_RETRACTION = frozenset({"retraction", "withdrawal", "removal", "partial_retraction"})
_WITHDRAWN = re.compile(
    r"^\W*withdrawn\b|\b(?:paper|article|work|submission|manuscript|preprint|version)s?"
    r" (?:has been|have been|was|were|is|are) (?:\w+ )?(?:withdrawn|retracted)\b",
    re.IGNORECASE,
)


@rule("N008", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find papers of which a record says that they have been retracted."""
    for told in services_of(checked).told:
        said = next(filter(None, map(_said, _certain(told))), None)
        if said is not None:
            yield Problem(said, told.paper, "title")
        elif not _certain(told):
            yield from told.failed


def _certain(told: Told) -> list[Read]:
    return [read for read in told.found if read.own or read.match.verdict == SAME]


def _said(read: Read) -> str | None:
    record = read.record
    if record.retracted:
        notice = next((one for one in record.notices if one.type in _OF_RETRACTION), None)
        where = f"https://doi.org/{notice.doi}" if notice is not None else record.url
        what = "withdrawn" if notice is not None and notice.type == "withdrawal" else "retracted"
        return f"this work has been {what}: {where}"
    if record.source == "arxiv" and _WITHDRAWN.search(record.comment):
        return f"this preprint has been withdrawn (“{record.comment}”): {record.url}"
    return None
