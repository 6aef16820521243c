"""Venue that differs from the work's record.

Both venues are known, they are not the same, and no record of the work has the entry's. Journals that publish
a conference's papers are no difference, nor are preprint servers (see `published-preprint`).

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {CVPR}, doi = {10.1000/songs}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.inquiry import Read, Told, equal_title
from bib2awesome.check.records import differences
from bib2awesome.enrich.judging import is_publication, venue_of
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.titles import folded
from bib2awesome.papers.venues import VenueMatch, find_venue
from bib2awesome.sources.base import Record


@rule("N006", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find venues that no record of the work has."""
    return differences(checked, _agrees, _differs, _problem)


def _agrees(told: Told, read: Read) -> bool | None:
    if not told.entry.venue or not is_publication(read.record):
        return None
    match = find_venue(told.entry.venue)
    if match is None or read.venue:
        return read.venue
    record = read.record
    said = folded(f"{record.container} {record.event} {record.venue} {record.series}")
    if folded(match.venue.name) in said or match.venue.short.casefold() in said.split():
        return True  # beside another one: some conferences are held together
    return False if read.venue is False or _of_workshop(match, told, record) else None


def _of_workshop(match: VenueMatch, told: Told, record: Record) -> bool:
    """Whether the record is of a workshop that no list knows, and the entry of something larger."""
    said = venue_of(record)
    workshop = "workshop" in folded(said) and "workshop" not in folded(told.entry.venue)
    larger = match.venue.kind in {"conference", "journal"} and not match.track
    return workshop and larger and find_venue(said) is None


def _differs(read: Read) -> bool:
    return equal_title(read) and read.authors.all and (read.years is None or read.years <= 1)


def _problem(told: Told, read: Read) -> Problem:
    names = ("booktitle", "journal", "journaltitle", "eventtitle")
    field = next(name for name in names if told.paper.tex(name))
    return Problem(
        f"the venue is {told.paper.venue_short}, but {read.record.source} says "
        f"{venue_of(read.record)} ({read.record.url})",
        told.paper,
        field,
    )
