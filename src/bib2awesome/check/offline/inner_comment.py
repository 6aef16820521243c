"""Comment inside an entry.

BibTeX knows no comments: it stops at the `%` with "You're missing a field name" and drops the rest of the
entry. (biber reads over it.) A comment belongs above the entry.

Bad:

    @misc{hopper1952,
      % the year is that of the talk
      title = {On Compilers},
      year = {1952},
    }

Good:

    % the year is that of the talk
    @misc{hopper1952,
      title = {On Compilers},
      year = {1952},
    }
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity


@rule("S011", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `%` comments between the fields of readable entries."""
    for document in checked.documents:
        starts = [entry.start for entry in document.entries] if document.inner_comments else []
        for start, end in document.inner_comments:
            entry = document.entries[bisect_right(starts, start) - 1]
            exception = b"bib2awesome:" in document.data[start:end].lower()
            yield Problem(
                f"BibTeX stops at this comment inside `{entry.key}` and loses the fields behind it",
                checked.survey.paper(entry.key),
                place=document.place(start, end),
                hint="an exception stands directly above its entry"
                if exception
                else "move it above the entry",
            )
