"""Venue that the entry's own link or DOI contradicts.

The addresses of the ACL Anthology, the CVF, NeurIPS and PMLR, and the DOIs of some proceedings, name the
venue. Where the entry names another one, one of the two is copied from elsewhere.

Bad:

    @inproceedings{hopper2021, author = {Hopper, Grace}, title = {On Compilers}, year = {2021},
      booktitle = {International Conference on Learning Representations},
      url = {https://proceedings.mlr.press/v139/hopper21a.html}}

Good:

    @inproceedings{hopper2021, author = {Hopper, Grace}, title = {On Compilers}, year = {2021},
      booktitle = {International Conference on Machine Learning},
      url = {https://proceedings.mlr.press/v139/hopper21a.html}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.proceedings import all_stated
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.venues import VenueMatch, find_venue

_FIELDS = ("booktitle", "journal", "journaltitle")
_SPEAKING = frozenset({"acl", "cvf", "neurips", "pmlr", "doi"})


@rule("C001", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find venues that no identifier of the entry agrees with, though one names another."""
    for paper in checked.papers:
        if not any(one.scheme in _SPEAKING for one in paper.identifiers):
            continue
        field, match = _named(paper)
        if match is None or match.track or match.venue.kind not in {"conference", "journal"}:
            continue
        said = [one for one in all_stated(paper.identifiers) if one.venues]
        if said and not any(match.venue.short in one.venues for one in said):
            yield Problem(
                f"`{field}` says {match.venue.short}, but {said[0].by} is "
                f"{min(said[0].venues, key=lambda one: (len(one), one))}'s",
                paper,
                field,
            )


def _named(paper: Paper) -> tuple[str, VenueMatch | None]:
    for field in _FIELDS:
        value = paper.tex(field)
        match = find_venue(value) if value else None
        if match is not None:
            return field, match
    return "", None
