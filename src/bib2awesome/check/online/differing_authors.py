"""Authors that differ from those of the work's record.

Somebody is named who is not among the authors, somebody is missing though the list does not end in
`and others`, or the order is another one, and no record of the work agrees with the entry. Initials, accents
and other usual writings of a name are no difference.

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Turing, Alan}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}

Good:

    @inproceedings{ito2020, author = {Ito, A. and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bib2awesome.bib.names import Name, display_name
from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.inquiry import Read, Told, equal_title
from bib2awesome.check.records import differences, overwriting
from bib2awesome.errors import Severity
from bib2awesome.papers.authorship import overlap
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.new_entry import tex_name

_NAMED = 3


@rule("N005", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find lists of authors that no record of the work has."""
    return differences(checked, _agrees, _differs, _problem)


def _agrees(told: Told, read: Read) -> bool | None:
    if not read.authors.known or "author" not in told.paper.values:
        return None
    return not _difference(told, read)


def _differs(read: Read) -> bool:
    return equal_title(read) and read.authors.common > 0 and read.near


def _problem(told: Told, read: Read) -> Problem:
    return Problem(
        f"{_difference(told, read)} ({read.record.source}: {read.record.url})",
        told.paper,
        "author",
        hint=overwriting(told, read, "author"),
    )


def _difference(told: Told, read: Read) -> str:
    """Say how the authors of an entry differ from a record's, "" where they do not."""
    ours = [name for name in told.paper.authors if name.literal is None]
    theirs = [tex_name(name) for name in read.record.authors]
    places = _places(ours, theirs)
    extra = [name for name, place in zip(ours, places, strict=True) if place is None]
    if extra and len(theirs) > 1:
        return f"{_listed(extra)} {'is' if len(extra) == 1 else 'are'} not among the authors of the record"
    found = [place for place in places if place is not None]
    missing = [name for place, name in enumerate(theirs) if place not in found]
    if missing and not extra and not told.paper.authors.others:
        return f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    if found != sorted(found) and not _sorted(read, theirs):
        return f"the record's order of authors is {_listed(theirs)}"
    return ""


def _places(ours: Sequence[Name], theirs: Sequence[Name]) -> list[int | None]:
    """Return where each of our authors stands in the record, None where it does not."""
    free = dict(enumerate(theirs))
    places: list[int | None] = []
    for name in ours:
        place = next((at for at, other in free.items() if overlap([name], [other]).common), None)
        if place is not None:
            del free[place]
        places.append(place)
    return places


def _sorted(read: Read, theirs: Sequence[Name]) -> bool:
    """Whether the record's order may be that of the alphabet, which says nothing."""
    families = [name.family.casefold() for name in theirs]
    return read.record.sorted_authors or families == sorted(families)


def _listed(names: Sequence[Name]) -> str:
    shown = ", ".join(display_name(name) for name in names[:_NAMED])
    return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown
