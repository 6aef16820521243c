r"""Address in a field that is set as text.

There `_`, `%`, `#`, `&` and `~` of an address mean to LaTeX what they mean in any text: it stops, or loses the
rest. In `\url{…}` a `%` still breaks with styles whose class loads neither url nor hyperref, and with biblatex. The
field `url` is made for it.

Bad:

    @misc{hopper1952,
      author       = {Hopper, Grace},
      title        = {On Compilers},
      year         = {1952},
      howpublished = {https://example.org/on_compilers},
    }

Good:

    @misc{hopper1952,
      author = {Hopper, Grace},
      title  = {On Compilers},
      year   = {1952},
      url    = {https://example.org/on_compilers},
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, rename_field, replace_field, rule
from bib2awesome.check.latex_source import Piece, pieces, printed, rewritten
from bib2awesome.errors import Severity

_SPECIAL = re.compile(r"(?<!\\)[%#&_~^]")
_PERCENT = re.compile(r"(?<!\\)%")
_WHOLE = re.compile(r"\\url\s*\{[^{}\s]*\}|(?:https?://|www\.)[^\s{}]*")


@rule("T020", Severity.ERROR, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    r"""Find addresses with signs of TeX's own, bare or, for `%`, in `\url`."""
    for paper, name, tex in printed(checked):
        if "/" not in tex and "www." not in tex:
            continue
        parts = pieces(tex)
        bare = next((piece for piece in parts if _breaks(piece)), None)
        if bare is None and not any(
            piece.kind == "raw" and _PERCENT.search(piece.text) for piece in parts
        ):
            continue
        changes = rename_field(paper, name, "url") if _WHOLE.fullmatch(tex) else ()
        if bare is not None and not changes:
            changes = replace_field(paper, name, rewritten(parts, _as_url))
        yield Problem(
            f"LaTeX reads the address `{bare.text}` as text"
            if bare
            else r"a `%` in `\url` breaks where neither url nor hyperref is loaded, and biblatex",
            paper,
            name,
            hint="move it to the field `url`",
            fix=Fix(changes, safe=False),
            severity=None if bare else Severity.WARNING,
        )


def _breaks(piece: Piece) -> bool:
    return piece.kind == "address" and _SPECIAL.search(piece.text) is not None


def _as_url(piece: Piece) -> str:
    if not _breaks(piece):
        return piece.text
    address = piece.text.rstrip(".,;:)")
    return f"\\url{{{address}}}{piece.text[len(address) :]}"
