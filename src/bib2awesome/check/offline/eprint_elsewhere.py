"""Preprint whose arXiv id is only in its URL or journal.

Styles print the `eprint` field, services are asked by it, and the list links to it; an id in the middle of
other text is found by none of them.

Bad:

    @article{hopper2023, author = {Hopper, Grace}, title = {On Compilers}, year = {2023},
      journal = {arXiv preprint arXiv:2301.00001}}

Good:

    @article{hopper2023, author = {Hopper, Grace}, title = {On Compilers}, year = {2023},
      journal = {arXiv preprint arXiv:2301.00001}, eprint = {2301.00001}, archiveprefix = {arXiv}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.check.base import Checked, Fix, Problem, rule, set_field
from bib2awesome.errors import Severity

_FIELDS = ("eprint", "arxiv", "arxivid")


@rule("I008", Severity.HINT, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find preprints without `eprint` whose id stands elsewhere in the entry."""
    for paper in checked.papers:
        if paper.arxiv is None or not paper.is_preprint:
            continue
        written = {field.name for field in paper.entry.fields}
        if not written.isdisjoint(_FIELDS) or "eprint" in paper.values:
            continue
        kind = "eprinttype" if is_biblatex(paper.document) else "archiveprefix"
        changes = set_field(paper, "eprint", paper.arxiv)
        if kind not in paper.values:
            name = "arxiv" if kind == "eprinttype" else "arXiv"
            changes += set_field(paper, kind, name)
        yield Problem(
            f"the arXiv id `{paper.arxiv}` is not in `eprint`",
            paper,
            "eprint",
            fix=Fix(changes),
        )
