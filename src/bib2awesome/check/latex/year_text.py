"""Year that is no number.

biber warns that it "is not an integer" and cannot sort by it, and styles print it as it is. What else is known about the
time has fields of its own: `month`, or `note` for "to appear".

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, year = {1952, to appear}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, year = {1952}, note = {To appear}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

# A year, a span of years, "no date", or a year behind a key to sort by, which is a command.
_YEAR = re.compile(r"\{*(?:-?\d{1,4}(?:\s*--?\s*\d{0,4})?|n\.\s?d\.)\}*|.*\\.*", re.DOTALL)
# ... but not a year and a month.
_MONTH = re.compile(r"\d{4}-\d{2}")


@rule("T026", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `year` fields that hold more, or something else, than a year."""
    for paper, _, value in checked.having("year"):
        if _MONTH.fullmatch(value) or not _YEAR.fullmatch(value):
            yield Problem(
                f"the year `{value[:40]}` is no number",
                paper,
                "year",
                hint="give the year alone; the rest belongs to `month`, `date` or `note`",
            )
