"""Preprint that has been published.

The entry names a preprint server, and a record shows where the work appeared since. Readers look for the
published version, and authors want it cited. What the author said no to (`.bib2awesome/decisions.jsonl`) is
not proposed again.

Bad:

    @misc{ito2019, author = {Ito, Aya and Kim, Minji}, year = {2019}, eprint = {1910.00001},
      title = {Sparse Bird Songs at Dawn in Cities}, archiveprefix = {arXiv}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}, eprint = {1910.00001},
      archiveprefix = {arXiv}, doi = {10.1000/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bib2awesome.check.base import UNSAFE, Checked, Fix, Problem, rule
from bib2awesome.check.services import services_of
from bib2awesome.enrich.upgrade import GROUP
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Change, Unasked


@rule("N010", Severity.WARNING, fix=UNSAFE)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find preprints for which `enrich` would propose the published version."""
    services = services_of(checked)
    upgrades: dict[str, list[Change]] = {}
    for change in services.upgrades.changes:
        if change.group == GROUP:
            upgrades.setdefault(change.key, []).append(change)
    for told in services.told:
        changes = upgrades.get(told.paper.key)
        if changes:
            yield Problem(
                f"this preprint has been published: {_where(changes)}",
                told.paper,
                hint=f"`bib2awesome enrich {told.paper.key} --upgrade` writes it",
                fix=Fix(tuple(changes), safe=False),
            )
        elif told.paper.is_preprint:
            yield from told.failed


def _where(changes: Sequence[Change]) -> str:
    said = {change.field: change.new_text for change in changes if change.new_text}
    venue = said.get("booktitle") or said.get("journal") or said.get("journaltitle") or ""
    place = " ".join(filter(None, (venue, said.get("year"))))
    return ", ".join(filter(None, (place, changes[0].url)))
