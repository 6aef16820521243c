"""One identifier under two titles.

An identifier belongs to one work, so one of the two entries has that of another paper: a copied DOI, arXiv id
or link. (A repository of code may be that of several papers.)

Bad:

    @article{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1952},
      doi = {10.1000/notes.52}}
    @article{backus1954, author = {Backus, John}, title = {Speedcoding for the 701}, journal = {Notes},
      year = {1954}, doi = {10.1000/notes.52}}

Good:

    @article{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1952},
      doi = {10.1000/notes.52}}
    @article{backus1954, author = {Backus, John}, title = {Speedcoding for the 701}, journal = {Notes},
      year = {1954}, doi = {10.1000/notes.54}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.pairs import standing
from bib2awesome.errors import Severity


@rule("I002", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find papers that have the identifier of another one before them."""
    for pair in checked.pairs:
        if pair.verdict != "same" and pair.shared is not None:
            one, two = pair.first, pair.second
            scheme = {"doi": "DOI", "arxiv": "arXiv id"}.get(
                pair.shared.scheme, f"{pair.shared.scheme} id"
            )
            yield Problem(
                f"`{two.key}` has the {scheme} of `{one.key}` {standing(one, two)}, another title: "
                f"`{pair.shared.value}`",
                two,
                pair.shared.scheme if two.entry.field(pair.shared.scheme) else None,
                related=(one,),
                hint="one of the two is wrong",
            )
