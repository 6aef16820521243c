r"""Paper that is never cited, or neither cited nor listed.

With `check --tex`: a paper of the list that the survey's text does not cite, and an entry outside the list
(`category = {-}`) that nothing cites and that could go.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
    @misc{backus1954, title = {Speedcoding}, year = {1954}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.citations import citations
from bib2awesome.bib.dialect import CONTAINERS
from bib2awesome.bib.entry import fold
from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.tex_citations import keys_of


@rule("L015", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem]:
    """Find entries whose key is in no LaTeX source; none where no source is given."""
    if not checked.tex:
        return
    cited = {fold(one.key) for tex in checked.tex for one in citations(tex.text)}
    if "*" in cited:
        return
    parents = {fold(paper.tex(name)) for paper in checked.papers for name in ("crossref", "xref")}
    own = {paper.key for paper in checked.survey.cited}
    for paper in checked.papers:
        if not cited.isdisjoint(map(fold, keys_of(paper))):
            continue
        if fold(paper.key) in parents or paper.key in own or paper.type in CONTAINERS:
            continue
        if paper.key in checked.listed or not checked.survey.has_categories:
            yield Problem(f"`{paper.key}` is never cited", paper)
        else:
            yield Problem(
                f"`{paper.key}` is neither cited nor in the list", paper, severity=Severity.WARNING
            )
