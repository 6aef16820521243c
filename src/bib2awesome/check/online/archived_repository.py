"""Repository that has been archived.

It can be read and no longer changed: nobody answers questions or mends it. Readers may want to know, and the
authors may have a newer one.

Bad:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS},
      code = {https://github.com/ito/archived-songs}}

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


@rule("N012", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find repositories that are read-only."""
    for one in each_once(repositories(checked)):
        if one.archived:
            yield Problem(f"the repository `{one.name}` is archived", one.paper, one.field)
        yield from tell_unasked(one)
