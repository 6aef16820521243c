"""Entry that stands behind the one it inherits from.

BibTeX reads a file once: an entry that others inherit from has to come after them, or it is lost where it is
cited too, and its papers lose their book title and year. (biber takes any order, so a file in its dialect is
left alone.)

Bad:

    @proceedings{acm1952, title = {Proceedings of the 1952 Meeting}, year = {1952}}

    @inproceedings{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, crossref = {acm1952}}

Good:

    @inproceedings{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, crossref = {acm1952}}

    @proceedings{acm1952, title = {Proceedings of the 1952 Meeting}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.bib.entry import fold
from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.pairs import standing
from bib2awesome.errors import Severity


@rule("S016", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `crossref` fields that lead back, in files that BibTeX reads."""
    places = {
        fold(paper.key): (checked.documents.index(paper.document), paper.entry.start)
        for paper in checked.papers
    }
    for paper in checked.papers:
        parent = fold(paper.values.get("crossref", ""))
        if not parent or is_biblatex(paper.document):
            continue
        there = places.get(parent)
        if there is not None and there < places[fold(paper.key)]:
            before = checked.survey.paper(parent) or paper
            yield Problem(
                f"`{paper.key}` inherits from `{before.key}`, which already stood {standing(before, paper)}",
                paper,
                "crossref",
                hint="move the entry of the proceedings behind its papers, to the end of the file",
            )
