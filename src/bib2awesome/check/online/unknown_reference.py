"""Reference that no service knows.

Crossref, DBLP and the others were asked for its title, and none has a work of that title by these authors: a
likely invented reference, or one whose title or authors are wrong. The nearest record is shown. Entries of
types that the services hardly hold (books, theses, reports, web pages) are not judged, nor is one about which
somebody could not be asked; a work of this year may be too new, and is a hint only.

Bad:

    @inproceedings{hopper2019, author = {Hopper, Grace and Turing, Alan}, year = {2019},
      title = {Diffusion Compilers for Analytical Engines}, booktitle = {NeurIPS}}

Good:

    @inproceedings{ito2020, author = {Ito, Aya and Kim, Minji}, year = {2020},
      title = {Sparse Bird Songs at Dawn in Cities}, booktitle = {NeurIPS}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.inquiry import Told
from bib2awesome.check.records import described
from bib2awesome.check.services import services_of
from bib2awesome.enrich.questions import publication_doi
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.dates import written_date

_ALIKE = 0.5
"""A record less like the title than this is not worth showing."""


@rule("N001", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find papers of which no service that could know them has a record."""
    for told in services_of(checked).told:
        if told.unknown:
            year = written_date(told.paper.values)[0]
            new = year is not None and year >= checked.today.year
            severity = Severity.HINT if new else None
            yield Problem(_said(told), told.paper, "title", hint=_nearest(told), severity=severity)
        elif told.lost:
            yield from told.failed


def _said(told: Told) -> str:
    asked = ", ".join(dict.fromkeys(answer.source for answer in told.answers))
    dead = [f"nobody has registered the DOI `{publication_doi(told.paper)}`"] * told.dead("doi")
    dead += [f"arXiv has no preprint `{told.paper.arxiv}`"] * told.dead("arxiv")
    return "; ".join([f"no service knows this work; asked: {asked}", *dead])


def _nearest(told: Told) -> str | None:
    near = [read for read in told.reads if read.title.ratio >= _ALIKE]
    if not near:
        return None
    best = max(near, key=lambda read: (read.title.ratio, read.authors.common))
    return f"the nearest is {described(best.record)}"
