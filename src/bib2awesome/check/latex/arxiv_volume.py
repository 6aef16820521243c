"""arXiv id as the volume.

DBLP and Semantic Scholar write `abs/2301.00001` for want of a volume. `biber --validate-datamodel` warns that it is no
integer, and styles print it bold, as "vol. abs/2301.00001". The id belongs into `eprint`.

Bad:

    @article{hopper2023,
      author  = {Hopper, Grace},
      title   = {On Compilers},
      journal = {CoRR},
      volume  = {abs/2301.00001},
      year    = {2023},
    }

Good:

    @article{hopper2023,
      author        = {Hopper, Grace},
      title         = {On Compilers},
      journal       = {CoRR},
      year          = {2023},
      eprint        = {2301.00001},
      archiveprefix = {arXiv},
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

_ID = re.compile(r"(?:abs/|arxiv:).+", re.IGNORECASE)


@rule("T028", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `volume` fields that hold an arXiv id."""
    for paper, _, value in checked.having("volume"):
        if _ID.fullmatch(value):
            yield Problem(
                f"the volume `{value[:40]}` is an arXiv id",
                paper,
                "volume",
                hint="`eprint` has it already"
                if "eprint" in paper.values
                else "it belongs into `eprint`",
            )
