r"""Percent sign without a backslash in a field that biblatex copies.

Classic styles never look at an abstract. biber copies it into the `.bbl` file, where a `%` swallows the brace
that closes the field: the whole bibliography is lost.

Bad:

    @misc{hopper1952,
      author   = {Hopper, Grace},
      title    = {On Compilers},
      year     = {1952},
      abstract = {They are 50% faster.},
    }

Good:

    @misc{hopper1952,
      author   = {Hopper, Grace},
      title    = {On Compilers},
      year     = {1952},
      abstract = {They are 50\% faster.},
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import after_digits, escape_percents, pieces
from bib2awesome.errors import Severity

_COPIED = ("abstract", "annotation", "annote", "addendum", "pubstate", "library")


@rule("T012", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find bare `%` in fields that only biblatex reads."""
    for paper, name, tex in checked.having(*_COPIED):
        if "%" in tex and any(p.text == "%" and p.kind != "raw" for p in pieces(tex)):
            yield Problem(
                f"bare `%` in `{name}`: with biblatex the whole bibliography is lost",
                paper,
                name,
                hint=r"write `\%`",
                fix=Fix(replace_field(paper, name, escape_percents(tex)), safe=after_digits(tex)),
            )
