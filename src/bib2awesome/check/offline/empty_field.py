"""Field without a value.

BibTeX warns and prints nothing for it; most often a value was meant to follow. It counts as missing.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, remove_field, rule
from bib2awesome.errors import Severity

_BLANK = re.compile(rb"=\s*+(?:\{\s*+\}|\"\s*+\")")
"""Most files have no such value: then no entry is looked at."""


@rule("S012", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find fields between whose delimiters there is nothing but blanks."""
    blanks = {id(one): [m.start() for m in _BLANK.finditer(one.data)] for one in checked.documents}
    for paper in checked.papers:
        found, entry = blanks[id(paper.document)], paper.entry
        if bisect_left(found, entry.start) == bisect_left(found, entry.end):
            continue
        for field in paper.entry.fields:
            if field.blank:
                yield Problem(
                    f"`{field.name}` is empty",
                    paper,
                    field.name,
                    fix=Fix(remove_field(paper, field.name)),
                )
