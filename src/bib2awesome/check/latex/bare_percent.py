r"""Percent sign without a backslash: the rest is lost.

For LaTeX a `%` starts a comment, so "50% Faster" is printed as "50", mostly without a message; some styles
stop with a runaway argument, and with biblatex the whole bibliography is lost.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compiling 50% Faster}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compiling 50\% Faster}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import after_digits, escape_percents, pieces, printed
from bib2awesome.errors import Severity


@rule("T011", Severity.ERROR, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find bare `%` in fields that are printed."""
    for paper, name, tex in printed(checked):
        bare = [p for p in pieces(tex) if p.text == "%" and p.kind in {"text", "math"}]
        if bare:
            yield Problem(
                f"bare `%`: the rest of the {name} is lost",
                paper,
                name,
                hint=r"write `\%`",
                fix=Fix(replace_field(paper, name, escape_percents(tex)), safe=after_digits(tex)),
            )
