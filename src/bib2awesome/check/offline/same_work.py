"""The same work twice.

Two entries with one identifier, or with one title and the same authors, are one work: a list shows it twice,
and a paper that cites both has it twice in the bibliography. Most often one is the preprint of the other;
keep the published one, and give it the preprint's `eprint`.

Bad:

    @article{hopper2023, author = {Hopper, Grace}, title = {Compilers That Learn to Optimise Loops},
      journal = {arXiv preprint arXiv:2301.00001}, year = {2023}}
    @inproceedings{hopper2024, author = {Hopper, Grace}, title = {Compilers that Learn to Optimise Loops},
      booktitle = {International Conference on Machine Learning}, year = {2024}}

Good:

    @inproceedings{hopper2024, author = {Hopper, Grace}, title = {Compilers that Learn to Optimise Loops},
      booktitle = {International Conference on Machine Learning}, year = {2024},
      eprint = {2301.00001}, archiveprefix = {arXiv}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.pairs import standing
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper


@rule("I001", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find papers that one before them in the survey already is."""
    for pair in checked.pairs:
        if pair.verdict == "same":
            one, two = pair.first, pair.second
            yield Problem(
                f"`{two.key}` is the work of `{one.key}` {standing(one, two)} ({pair.reason})",
                two,
                related=(one,),
                hint=_hint(one, two),
            )


def _hint(one: Paper, two: Paper) -> str:
    if one.is_preprint != two.is_preprint:
        published, preprint = (two, one) if one.is_preprint else (one, two)
        more = f" and give it the `eprint` of `{preprint.key}`" if preprint.arxiv else ""
        return f"`{published.key}` is the published one: keep it{more}"
    return f"`bib2awesome merge {one.key} {two.key}` makes them one"
