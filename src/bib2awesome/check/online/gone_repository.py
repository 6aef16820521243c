"""Repository that is gone.

GitHub has no repository of that name, or only for its owners: whoever follows the link finds nothing.

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS},
      code = {https://github.com/ito/no-songs}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS},
      code = {https://github.com/ito/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.repositories import each_once, repositories, tell_unasked
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked


@rule("N013", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find repositories that their host does not have."""
    for one in each_once(repositories(checked)):
        if one.gone:
            yield Problem(
                f"there is no repository `{one.name}`, or it is not public", one.paper, one.field
            )
        yield from tell_unasked(one)
