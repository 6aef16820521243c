"""Entry type that no standard style knows.

BibTeX warns and prints such an entry as @misc, without what makes it an article or a book; biblatex has no
layout for it. Types of styles with rules of their own (jurabib, biblatex-software and the like) are known.

Bad:

    @artcle{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1952}}

Good:

    @article{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.dialect import STYLE_TYPES, TYPES
from bib2awesome.check.base import Checked, Fix, Problem, rule, set_type
from bib2awesome.errors import Severity
from bib2awesome.nearest import nearest

_KNOWN = TYPES | STYLE_TYPES
_OF_WORKS = frozenset(
    "author editor title booktitle journal journaltitle year date publisher doi eprint".split()
)
_OTHERS = {
    "preprint": "misc",
    "website": "online",
    "webpage": "online",
    "web": "online",
    "web_page": "online",
    "unknown": "misc",
    "url": "online",
    "internet": "online",
    "blog": "online",
    "workshop": "inproceedings",
    "paper": "inproceedings",
    "journal": "article",
    "chapter": "incollection",
    "bookchapter": "incollection",
    "mscthesis": "mastersthesis",
    "bachelorsthesis": "mastersthesis",
    "doctoralthesis": "phdthesis",
    "dissertation": "phdthesis",
    "tech-report": "techreport",
    "technicalreport": "techreport",
    "code": "software",
    "other": "misc",
}
"""Names that people make up, and the type that is meant."""


@rule("S014", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find types that neither dialect has."""
    for paper in checked.papers:
        # glossaries (bib2gls) and control entries (IEEEtranBSTCTL) are no works and say so by their fields
        if paper.type in _KNOWN or _OF_WORKS.isdisjoint(paper.values):
            continue
        meant = _OTHERS.get(paper.type) or next(iter(nearest(paper.type, TYPES, 1)), None)
        yield Problem(
            f"no standard style knows the type `@{paper.type}`",
            paper,
            place=paper.document.place(*paper.entry.type_span),
            hint=f"`@{meant}` seems to be meant" if meant else "`@misc` takes everything",
            fix=Fix(set_type(paper, meant), safe=False) if meant else None,
        )
