"""Preprint whose reference says nothing of where it is.

plain, IEEEtran, splncs04 and most other classic styles do not know `eprint`: where an entry has nothing else, its
reference ends with the year. `howpublished` of a @misc and `journal` of an @article are printed by all of them.

Bad:

    @misc{hopper2023,
      author        = {Hopper, Grace},
      title         = {On Compilers},
      year          = {2023},
      eprint        = {2301.00001},
      archiveprefix = {arXiv},
    }

Good:

    @misc{hopper2023,
      author        = {Hopper, Grace},
      title         = {On Compilers},
      howpublished  = {arXiv preprint arXiv:2301.00001},
      year          = {2023},
      eprint        = {2301.00001},
      archiveprefix = {arXiv},
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.check.base import Checked, Fix, Problem, rule, set_field
from bib2awesome.errors import Severity

_FIELDS = {"misc": "howpublished", "article": "journal"}
_SAYING = frozenset(
    "journal journaltitle booktitle howpublished note url doi publisher series institution organization".split()
)


@rule("T027", Severity.HINT, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find arXiv preprints without any field that classic styles print, in files that BibTeX reads."""
    for paper in checked.papers:
        field = _FIELDS.get(paper.type)
        if field is None or not paper.arxiv or is_biblatex(paper.document):
            continue
        if "eprint" in paper.values and _SAYING.isdisjoint(paper.values):
            said = f"arXiv preprint arXiv:{paper.arxiv}"
            yield Problem(
                "most of BibTeX's styles do not print `eprint`, and there is nothing else",
                paper,
                "eprint",
                hint=f"add `{field} = {{{said}}}`",
                fix=Fix(set_field(paper, field, said), safe=False),
            )
