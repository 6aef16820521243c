"""One venue under two spellings.

NIPS here and NeurIPS there are one conference; a bibliography that prints both looks like two. The spelling
that fewer entries have is reported.

Bad:

    @inproceedings{a2018, author = {Ada A}, title = {First}, booktitle = {NeurIPS}, year = {2018}}
    @inproceedings{b2019, author = {Ada B}, title = {Second}, booktitle = {NeurIPS}, year = {2019}}
    @inproceedings{c2019, author = {Ada C}, title = {Third}, booktitle = {NIPS}, year = {2019}}

Good:

    @inproceedings{a2018, author = {Ada A}, title = {First}, booktitle = {NeurIPS}, year = {2018}}
    @inproceedings{b2019, author = {Ada B}, title = {Second}, booktitle = {NeurIPS}, year = {2019}}
    @inproceedings{c2019, author = {Ada C}, title = {Third}, booktitle = {NeurIPS}, year = {2019}}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.venue_data import canonical, index
from bib2awesome.papers.venue_segments import without_lead
from bib2awesome.papers.venues import find_venue, plain

_FIELDS = ("booktitle", "journal", "journaltitle")


@rule("L009", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem]:
    """Find names of known venues that nothing but the spelling tells apart."""
    found: dict[str, dict[str, list[tuple[Paper, str]]]] = {}
    for paper, field, value in checked.having(*_FIELDS):
        spelled = _spelling(value)
        if spelled is not None:
            venue, spelling = spelled
            found.setdefault(venue, {}).setdefault(spelling, []).append((paper, field))
    for venue, spellings in found.items():
        if len(spellings) > 1:
            most = max(spellings, key=lambda one: len(spellings[one]))
            usual = spellings[most][0]
            usually = plain(usual[0].tex(usual[1]))
            for spelling, uses in spellings.items():
                if spelling == most:
                    continue
                paper, field = uses[0]
                count = f"{len(uses)} entries have" if len(uses) > 1 else "this entry has"
                yield Problem(
                    f"{venue} is spelled in two ways: {count} `{plain(paper.tex(field))[:80]}`",
                    paper,
                    field,
                    hint=f"the usual one here is `{usually[:80]}`",
                )


@lru_cache(4096)
def _spelling(text: str) -> tuple[str, str] | None:
    """Return the venue and the spelling, where a text is a name of the venue and nothing more."""
    match = find_venue(text)
    if match is None or match.track or match.venue.kind == "preprint":
        return None
    names = index().names
    for words in without_lead(canonical(plain(text))):
        if words in names:
            return match.venue.short, words
    return None
