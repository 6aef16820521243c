"""Title that differs from the work's record.

No record of the work has the title that the entry has. Readers search for titles, and so do the services: a
wrong word costs the citation. A missing subtitle, spelling with other hyphens, accents or capitals is no
difference, and the title of any version will do.

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Calls at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.inquiry import AS_WRITTEN, Read, Told
from bib2awesome.check.records import differences, overwriting
from bib2awesome.enrich.judging import is_publication
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked

_ALIKE = 0.6
"""A preprint whose title is less like that of the published work was renamed."""
_GROUP, _ALONE = 2, 0.8
"""Of one author the same name says less, so the title has to say more."""


@rule("N004", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find titles that no record of the work has."""
    return differences(checked, _agrees, _differs, _problem)


def _agrees(told: Told, read: Read) -> bool | None:
    if not read.record.title or not told.entry.title:
        return None
    if read.title.relation in AS_WRITTEN:
        return True
    renamed = not told.paper.is_preprint and not is_publication(read.record)
    return None if renamed and read.title.ratio < _ALIKE else False


def _differs(read: Read) -> bool:
    ratio = _ALIKE if read.authors.shorter >= _GROUP else _ALONE
    return read.title.ratio >= ratio and read.authors.all and read.near


def _problem(told: Told, read: Read) -> Problem:
    record = read.record
    return Problem(
        f"{record.source} has the title “{record.whole_title}” ({record.url})",
        told.paper,
        "title",
        hint=overwriting(told, read, "title"),
    )
