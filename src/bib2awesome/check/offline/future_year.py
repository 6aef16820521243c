"""Year that lies in the future.

A work that is to come out next year may be cited; later than that, the year is a slip of the keyboard.

Bad:

    @article{hopper2091, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {2091}}

Good:

    @article{hopper1991, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1991}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.dates import written_date


@rule("C004", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find years later than the next one."""
    for paper in checked.papers:
        year = written_date(paper.values)[0]
        if year is not None and year > checked.today.year + 1:
            field = "year" if paper.entry.field("year") else "date"
            yield Problem(f"the year {year} lies in the future", paper, field)
