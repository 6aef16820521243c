"""Paper of the list without a link to code.

Readers of a list look for code first. Where there is none, an exception above the entry says so:
`% bib2awesome: ignore missing-code`.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machines}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machines},
      code = {https://github.com/hopper/a-0}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

_WITHOUT = frozenset("book mvbook proceedings collection phdthesis mastersthesis thesis".split())


@rule("L011", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem]:
    """Find papers in the list without `code`."""
    for paper in checked.papers:
        if paper.key in checked.listed and paper.type not in _WITHOUT and not paper.tex("code"):
            yield Problem(f"`{paper.key}` has no link to code", paper, "code")
