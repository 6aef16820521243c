r"""Dollar sign that opens no formula.

LaTeX takes it for the start of one: it stops where nothing closes it, and sets the words between two prices
as a formula. `\$` prints a dollar.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {A Compiler for $100}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {A Compiler for \$100}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import has_lone_dollar, pieces, printed, rewritten
from bib2awesome.errors import Severity


@rule("T013", Severity.ERROR, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find dollars that have no partner, or are prices."""
    for paper, name, tex in printed(checked):
        if has_lone_dollar(tex):
            mended = rewritten(
                pieces(tex),
                lambda piece: r"\$" if (piece.text, piece.kind) == ("$", "text") else piece.text,
            )
            yield Problem(
                "a `$` that opens no formula",
                paper,
                name,
                hint=r"write `\$` for a dollar, or close the formula",
                fix=Fix(replace_field(paper, name, mended), safe=False),
            )
