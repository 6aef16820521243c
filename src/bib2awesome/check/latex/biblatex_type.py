"""Type that only biblatex knows.

Most of BibTeX's styles say "entry type isn't style-file defined" and print the entry as a @misc: of a thesis or
report the school or institution is lost.

Bad:

    @thesis{hopper1934,
      author = {Hopper, Grace},
      title  = {New Types of Irreducibility Criteria},
      school = {Yale University},
      year   = {1934},
    }

Good:

    @phdthesis{hopper1934,
      author = {Hopper, Grace},
      title  = {New Types of Irreducibility Criteria},
      school = {Yale University},
      year   = {1934},
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.check.base import Checked, Fix, Problem, rule, set_type
from bib2awesome.errors import Severity
from bib2awesome.render.classic import classic

_LOSING = frozenset(
    "thesis report collection mvbook mvcollection mvproceedings reference mvreference inreference "
    "bookinbook suppbook suppcollection suppperiodical".split()
)
_AS_MISC = frozenset("online electronic www software dataset patent periodical".split())
"""Types that lose hardly anything as a @misc, and that IEEEtran or acmart know."""


@rule("T023", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find entries of biblatex's types in files that are written for BibTeX."""
    for paper in checked.papers:
        if paper.type in _LOSING | _AS_MISC and not is_biblatex(paper.document):
            new = classic(paper.type, paper.values, paper.arxiv)[0]
            yield Problem(
                f"most of BibTeX's styles do not know the type `@{paper.type}`",
                paper,
                hint=f"`@{new}` is known to both",
                fix=Fix(set_type(paper, new), safe=False),
                severity=Severity.HINT if paper.type in _AS_MISC else None,
            )
