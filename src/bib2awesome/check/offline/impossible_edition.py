"""Edition that a conference never had.

Some conferences meet every other year only, and none met before its first time: the year or the venue is
wrong.

Bad:

    @inproceedings{hopper2021, author = {Hopper, Grace}, title = {On Compilers},
      booktitle = {European Conference on Computer Vision}, year = {2021}}

Good:

    @inproceedings{hopper2022, author = {Hopper, Grace}, title = {On Compilers},
      booktitle = {European Conference on Computer Vision}, year = {2022}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.venues import Venue, find_venue

_PARTS = frozenset({"inproceedings", "conference"})


@rule("C003", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find editions in years in which the venue did not meet."""
    for paper in checked.papers:
        title = paper.tex("booktitle")
        match = find_venue(title) if title and paper.type in _PARTS else None
        if match is None or match.track or match.venue.kind != "conference":
            continue
        stated = match.year
        year = stated or paper.year
        fault = _fault(match.venue, year, title) if year else None
        # proceedings may come out a year late, so a year beside the title says less than one in it
        if fault and (stated or not _fits(match.venue, paper, year or 0)):
            yield Problem(
                f"there was no {match.venue.short} {year}: {fault}",
                paper,
                "booktitle" if stated else "year",
            )


def _fits(venue: Venue, paper: Paper, year: int) -> bool:
    """Whether the entry is from a volume of the year before that came out late (it names its publisher)."""
    late = any(name in paper.values for name in ("volume", "series", "pages", "doi"))
    return (
        late
        and _fault(venue, year - 1, "") is None
        and venue.publisher == "Springer"
        and ("series" in paper.values or "volume" in paper.values)
    )


def _fault(venue: Venue, year: int, title: str) -> str | None:
    since = venue.parity_since
    if venue.parity and since is not None and year >= since:
        odd = bool(year % 2)
        if odd != (venue.parity == "odd"):
            return f"it meets in {venue.parity} years"
    # under another name it may have met before: CIG became CoG, Eurospeech became Interspeech
    named = venue.short in title or venue.name.lower() in title.lower()
    if named and venue.since is not None and year < venue.since:
        return f"the first was in {venue.since}"
    return None
