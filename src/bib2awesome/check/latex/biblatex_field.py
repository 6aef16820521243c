"""Field that only biblatex knows, where BibTeX has another for it.

Classic styles print neither `journaltitle` nor `date`, nor the `location` of a publisher or the `institution` of a
thesis, and warn of what is missing. biblatex takes the older names as well.

Bad:

    @article{hopper1952,
      author       = {Hopper, Grace},
      title        = {On Compilers},
      journaltitle = {Compiler Notes},
      volume       = {1},
      year         = {1952},
    }

Good:

    @article{hopper1952,
      author  = {Hopper, Grace},
      title   = {On Compilers},
      journal = {Compiler Notes},
      volume  = {1},
      year    = {1952},
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.check.base import Checked, Fix, Problem, rename_field, rule
from bib2awesome.errors import Severity

_CLASSIC = {
    "journaltitle": "journal",
    "date": "year",
    "location": "address",
    "institution": "school",
}
_TALKS = frozenset({"inproceedings", "proceedings", "conference"})
"""Types whose `location` is that of the meeting to ACM's style."""
_THESES = frozenset({"phdthesis", "mastersthesis"})
_YEAR = re.compile(r"\{*\d{4}\}*")


@rule("T024", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find biblatex's names of fields in files that are written for BibTeX."""
    for paper in checked.papers:
        values = {} if is_biblatex(paper.document) else paper.values
        for name, other in _CLASSIC.items():
            if name not in values or other in values or not paper.entry.field(name):
                continue
            if (name == "institution" and paper.type not in _THESES) or (
                name == "location" and paper.type in _TALKS
            ):
                continue
            same = name != "date" or _YEAR.fullmatch(values[name])
            yield Problem(
                f"BibTeX's styles do not know `{name}`",
                paper,
                name,
                hint=f"`{other}` is known to both",
                fix=Fix(rename_field(paper, name, other) if same else ()),
            )
