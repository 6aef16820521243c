"""Field that stands behind the end of its entry.

A brace too many closes the entry early. BibTeX and biber take what follows for a comment and say nothing, so
the fields are lost.

Bad:

    @misc{hopper1952,
      title = {On Compilers}},
      year  = {1952},
    }

Good:

    @misc{hopper1952,
      title = {On Compilers},
      year  = {1952},
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

_FIELD = re.compile(rb"(?:[ \t\r\n]*,)?[ \t\r\n]*([A-Za-z][\w-]*)[ \t\r\n]*=[ \t\r\n]*[{\"\d]")


@rule("S018", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find text that looks like a field directly behind an entry."""
    for document in checked.documents:
        for entry in document.entries:
            found = _FIELD.match(document.data, entry.end)
            if found and not entry.commented:
                name = document.decode(found[1])
                line = document.place(entry.end - 1).line
                yield Problem(
                    f"`{name}` stands behind the end of `{entry.key}`, so nobody reads it",
                    checked.survey.paper(entry.key),
                    place=document.place(*found.span(1)),
                    hint=f"line {line} has a `}}` too many, which closes the entry",
                )
