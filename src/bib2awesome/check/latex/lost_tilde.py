r"""Tilde that is meant to be seen.

LaTeX prints `~` as a blank, so "~50 rules" becomes "50 rules".

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {A Compiler of ~50 Rules}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {A Compiler of {$\sim$}50 Rules}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import Piece, pieces, printed
from bib2awesome.errors import Severity


@rule("T022", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find tildes between a blank, or nothing, and a number."""
    for paper, name, tex in printed(checked):
        if "~" not in tex:
            continue
        parts = pieces(tex)
        mended = "".join(
            r"{$\sim$}" if _is_seen(parts, index) else piece.text
            for index, piece in enumerate(parts)
        )
        if mended != tex:
            yield Problem(
                "LaTeX prints this `~` as a blank",
                paper,
                name,
                hint=r"write `{$\sim$}`",
                fix=Fix(replace_field(paper, name, mended), safe=False),
            )


def _is_seen(parts: Sequence[Piece], index: int) -> bool:
    if parts[index].text != "~" or parts[index].kind != "text" or index + 1 == len(parts):
        return False
    before = parts[index - 1].text[-1] if index else " "
    return before.isspace() and parts[index + 1].text[0].isdigit()
