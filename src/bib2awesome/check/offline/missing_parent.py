"""Entry that inherits from one that is not there.

BibTeX says "A bad cross reference" and prints the entry without what it meant to take over, often its
book title and year.

Bad:

    @inproceedings{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, crossref = {acm1952}}

Good:

    @inproceedings{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, crossref = {acm1952}}

    @proceedings{acm1952, title = {Proceedings of the 1952 Meeting}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.entry import fold
from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.nearest import nearest

_FIELDS = ("crossref", "xref", "xdata")


@rule("S015", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `crossref`, `xref` and `xdata` that name no entry of the survey's files."""
    keys = {fold(entry.key) for document in checked.documents for entry in document.usable()}
    names = [paper.key for paper in checked.papers]
    for paper, field, value in checked.having(*_FIELDS):
        for key in map(str.strip, value.split(",")):
            if key and fold(key) not in keys:
                yield Problem(
                    f"`{paper.key}` inherits from `{key}`, which is no entry",
                    paper,
                    field,
                    hint=_hint(key, names, paper.key),
                )


def _hint(key: str, names: list[str], own: str) -> str | None:
    close = [one for one in nearest(key, names, 4) if one != own and _is_like(one, key)][:3]
    return f"did you mean {' or '.join(f'`{one}`' for one in close)}?" if close else None


def _is_like(one: str, other: str) -> bool:
    return one[0].lower() == other[0].lower() and abs(len(one) - len(other)) <= _LIKE


_LIKE = 2
"""By how many characters a misspelt key may be longer or shorter."""
