"""Year that differs from the work's record.

No record of the work states the entry's year: neither the year of print nor that of the first publication
online, nor the edition that the proceedings name. A preprint's year is not judged here (see `wrong-year`).

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2017},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import UNSAFE, Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.inquiry import Read, Told, equal_title
from bib2awesome.check.records import credited, differences
from bib2awesome.enrich.judging import is_publication, venue_of
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.dates import written_date
from bib2awesome.papers.venues import find_venue
from bib2awesome.sources.base import Record


@rule("N007", Severity.WARNING, fix=UNSAFE)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find years that no record of the work states."""
    return differences(checked, _agrees, _differs, _problem)


def _agrees(told: Told, read: Read) -> bool | None:
    year = written_date(told.paper.values)[0]
    stated = _years(read.record)
    if year is None or not stated or told.paper.is_preprint or not is_publication(read.record):
        return None
    return year in stated


def _years(record: Record) -> set[int]:
    """Return every year that holds for a record."""
    venue = venue_of(record)
    match = find_venue(venue) if venue else None
    edition = match.year if match is not None else None
    return {year for year in (record.year, *record.years, edition) if year}


def _differs(read: Read) -> bool:
    return equal_title(read) and read.authors.all and read.venue is not False


def _problem(told: Told, read: Read) -> Problem:
    paper, record = told.paper, read.record
    stated = sorted(_years(record))
    name = "year" if paper.entry.field("year") else "date"
    changes = (
        replace_field(paper, name, str(stated[0])) if len(stated) == 1 and name == "year" else ()
    )
    return Problem(
        f"the year is {written_date(paper.values)[0]}, but {record.source} says "
        f"{' or '.join(map(str, stated))} ({record.url})",
        paper,
        name,
        fix=Fix(credited(changes, read), safe=False),
    )
