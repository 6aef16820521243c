"""Repository that has moved.

Its old address redirects to the new one until somebody else takes the old name. The fix writes the new
address, unless the author has said no to it.

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS},
      code = {https://github.com/ito/old-songs}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS},
      code = {https://github.com/ito/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import SAFE, Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.repositories import Repository, repositories, tell_unasked
from bib2awesome.check.services import services_of
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Change, Unasked


@rule("N011", Severity.WARNING, fix=SAFE)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find repositories that their host knows under another name."""
    decisions = services_of(checked).decisions
    for one in repositories(checked):
        if one.new is not None and not decisions.rejected(one.paper.key, one.field, one.new):
            yield Problem(
                f"the repository `{one.name}` has moved to {one.new}",
                one.paper,
                one.field,
                fix=Fix(_moved(one)),
            )
        yield from tell_unasked(one)


def _moved(one: Repository) -> tuple[Change, ...]:
    """Return the change of the link, whose tail (a branch, a folder) stays."""
    source = one.paper.tex(one.field)
    before, name, behind = source.partition(one.name)
    new = (one.new or "").removeprefix("https://github.com/")
    if (
        not name
        or one.name in behind
        or (behind[:1] not in {"", "/", "#", "?"} and behind != ".git")
    ):
        return ()
    return replace_field(one.paper, one.field, f"{before}{new}{behind}")
