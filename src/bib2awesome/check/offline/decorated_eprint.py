"""arXiv id with its address or label.

Styles and services put `arXiv:` and the address in front of the id themselves, so it is printed twice and the
link leads nowhere. The bare id, with or without its version, works everywhere.

Bad:

    @misc{hopper2023, author = {Hopper, Grace}, title = {On Compilers}, year = {2023},
      eprint = {https://arxiv.org/abs/2301.00001}, archiveprefix = {arXiv}}

Good:

    @misc{hopper2023, author = {Hopper, Grace}, title = {On Compilers}, year = {2023},
      eprint = {2301.00001}, archiveprefix = {arXiv}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.identifiers import arxiv_id

_DECORATED = re.compile(
    r"(?:(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv\s*:)\s*([\w./-]+?)(?:\.pdf)?/?",
    re.IGNORECASE,
)


@rule("I009", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find `eprint` fields that hold an arXiv id and more."""
    for paper, _, value in checked.having("eprint"):
        found = _DECORATED.fullmatch(value)
        if found is not None and arxiv_id(found[1]) is not None:
            yield Problem(
                f"the arXiv id `{found[1]}` is written as `{value[:80]}`",
                paper,
                "eprint",
                fix=Fix(replace_field(paper, "eprint", found[1])),
            )
