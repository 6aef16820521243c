"""Month that is no macro.

The twelve macros `jan` to `dec` are right in BibTeX and in biblatex, and each style prints them its own way. A
number is printed as it is ("7 1952"), and biblatex cannot sort by a name.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, month = {7}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, month = jul, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.check.base import Checked, Fix, Problem, rule
from bib2awesome.check.fixes import SOURCE
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Change
from bib2awesome.papers.dates import MONTHS
from bib2awesome.render.values import month_number


@rule("T025", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find numbers and names of months in place of macros."""
    for paper in checked.papers:
        field = paper.entry.field("month")
        source = "" if field is None else field.source
        if not source or (source[0] not in '{"' and not source.isdigit()):
            continue
        written = paper.document.value(paper.entry, "month") or ""
        number = month_number(written)
        if number is None or (written.isdigit() and is_biblatex(paper.document)):
            continue  # biblatex wants the number
        macro = MONTHS[number - 1]
        change = Change(
            key=paper.key,
            action="replace",
            field="month",
            old=source,
            new=macro,
            old_text=written,
            new_text=paper.document.macros[macro],
            source=SOURCE,
        )
        yield Problem(
            f"the month is the {'number' if written.isdigit() else 'word'} `{written}`",
            paper,
            "month",
            hint=f"write `month = {macro}`",
            fix=Fix((change,)),
            severity=None if written.isdigit() else Severity.HINT,
        )
