"""Year that the entry's own link, DOI, arXiv id or book title contradicts.

Proceedings tell their year in their address or DOI, and a preprint cannot be older than its arXiv id. Where
the entry says another year, one of the two is wrong.

Bad:

    @inproceedings{hopper2019, author = {Hopper, Grace}, title = {On Compilers}, year = {2019},
      booktitle = {International Conference on Machine Learning},
      url = {https://proceedings.mlr.press/v139/hopper21a.html}}

Good:

    @inproceedings{hopper2021, author = {Hopper, Grace}, title = {On Compilers}, year = {2021},
      booktitle = {International Conference on Machine Learning},
      url = {https://proceedings.mlr.press/v139/hopper21a.html}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.proceedings import all_stated
from bib2awesome.errors import Severity
from bib2awesome.papers.dates import written_date
from bib2awesome.papers.identifiers import arxiv_month
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.venues import find_venue

_EDITIONS = frozenset({"inproceedings", "conference"})


@rule("C002", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find years that differ from those that identifiers and book titles state."""
    for paper in checked.papers:
        year = written_date(paper.values)[0]
        if year is None:
            continue
        said = _said(paper, year)
        if said is not None:
            field = "year" if paper.entry.field("year") else "date"
            yield Problem(f"the year is {year}, but {said}", paper, field)
        elif (stamp := _first_version(paper, year)) is not None:
            field = "year" if paper.entry.field("year") else "date"
            yield Problem(
                f"the year is {year}, but the arXiv id `{paper.arxiv}` is of {stamp[0]}-{stamp[1]:02}",
                paper,
                field,
                hint="arXiv's own BibTeX states the year of the last version; lists sort by the first",
                severity=Severity.HINT,
            )


def _said(paper: Paper, year: int) -> str | None:
    """Return who says another year, None where nobody does."""
    stated = [one for one in all_stated(paper.identifiers) if one.year is not None]
    if stated:
        if all(abs(year - (one.year or year)) > _late(one.venues) for one in stated):
            return f"{stated[0].by} says {stated[0].year}"
        return None
    stamp = arxiv_month(paper.arxiv) if paper.arxiv and paper.is_preprint else None
    if stamp is not None and year < stamp[0]:
        return f"the arXiv id `{paper.arxiv}` is of {stamp[0]}-{stamp[1]:02}"
    if paper.type in _EDITIONS and (title := paper.tex("booktitle")):
        match = find_venue(title)
        edition = match.year if match is not None and match.venue.kind == "conference" else None
        if edition is not None and abs(edition - year) > 1 and str(year) not in title:
            return f"`booktitle` names the edition of {edition}"
    return None


def _first_version(paper: Paper, year: int) -> tuple[int, int] | None:
    """Return the month of a preprint's arXiv id where its year is much later, else None."""
    stamp = arxiv_month(paper.arxiv) if paper.arxiv and paper.is_preprint else None
    return stamp if stamp is not None and year > stamp[0] + 1 else None


def _late(venues: frozenset[str]) -> int:
    """Return by how many years an entry may be off: volumes of some come out in another year."""
    return 0 if venues & {"CVPR", "ICCV", "NeurIPS", "ICML", "ACL", "EMNLP", "NAACL", "EACL"} else 1
