"""Field without a value.

BibTeX warns and prints nothing for it; most often a value was meant to follow. It counts as missing.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, remove_field, rule
from bib2awesome.errors import Severity

_SHORT = 2
"""Bytes of a value that is nothing but delimiters; a number as short is looked at again."""


@rule("S012", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find fields between whose delimiters there is nothing but blanks."""
    for paper in checked.papers:
        spans = paper.document.layout.fields_of(paper.entry.index)
        if all(len(one[2]) > _SHORT and not one[2][1:-1].isspace() for one in spans):
            continue  # no view is made of what is full
        for field in paper.entry.fields:
            if field.blank:
                yield Problem(
                    f"`{field.name}` is empty",
                    paper,
                    field.name,
                    fix=Fix(remove_field(paper, field.name)),
                )
