r"""Sign of TeX's own that is meant as text.

A bare `&` or `#` stops LaTeX and vanishes; behind a bare `_` or `^` the rest of the reference is set as a
formula, in italics and without blanks. With a backslash they print themselves.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compilers & Interpreters}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compilers \& Interpreters}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import NAMES, Piece, pieces, printed, rewritten
from bib2awesome.errors import Severity

_ESCAPED = {"&": r"\&", "#": r"\#", "_": r"\_", "^": r"{\textasciicircum}"}
_FORMULA = frozenset("_^")
"""Signs that may have been meant to raise or lower something."""
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}\d?|#\d{2,6}|#x[0-9A-Fa-f]{2,6});")
"""HTML; the rule `markup` finds it."""


@rule("T010", Severity.ERROR, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find `&`, `#`, `_` and `^` outside formulas and addresses."""
    for paper, name, tex in printed(checked):
        if not any(sign in tex for sign in _ESCAPED):
            continue
        entities = [match.span() for match in _ENTITY.finditer(tex)]

        def is_bare(piece: Piece, entities: list[tuple[int, int]] = entities) -> bool:
            return (
                piece.kind == "text"
                and piece.text in _ESCAPED
                and not any(start <= piece.start < end for start, end in entities)
            )

        parts = pieces(tex)
        bare = list(dict.fromkeys(piece.text for piece in parts if is_bare(piece)))
        if not bare:
            continue
        mended = rewritten(
            parts, lambda piece: _ESCAPED[piece.text] if is_bare(piece) else piece.text
        )
        signs = ", ".join(f"`{sign}`" for sign in bare)
        sets = _FORMULA & set(bare)
        yield Problem(
            f"bare {signs}: LaTeX "
            + ("sets what follows as a formula" if sets else "stops, and prints nothing for it"),
            paper,
            name,
            hint=f"write {', '.join(f'`{_ESCAPED[sign]}`' for sign in bare)}"
            + (", or the formula between dollars" if sets else ""),
            fix=Fix(replace_field(paper, name, mended), safe=not sets and name not in NAMES),
        )
