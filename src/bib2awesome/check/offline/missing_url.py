"""Paper of the list without a link to it.

No `url`, no `doi` and no arXiv id: a reader of the list cannot get to the paper, only to its code.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machines}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machines},
      url = {https://example.org/compilers}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity


@rule("L012", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find papers in the list that link nowhere; a link that is unusable is reported by itself."""
    for paper in checked.papers:
        if paper.key in checked.listed and not paper.paper_url() and not paper.unsafe_links:
            yield Problem(f"`{paper.key}` has no link", paper, "url")
