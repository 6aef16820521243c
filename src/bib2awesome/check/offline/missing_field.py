"""Field that the entry's type requires and that is missing.

BibTeX warns and prints a reference with a hole in it. What is required follows the file's dialect; what an
entry takes over from its `crossref` or `xdata` is there, and a @misc with an `eprint` is a paper that needs
author, title and year.

Bad:

    @inproceedings{hopper1952, author = {Hopper, Grace}, title = {The Education of a Computer}, year = {1952}}

Good:

    @inproceedings{hopper1952,
      author    = {Hopper, Grace},
      title     = {The Education of a Computer},
      booktitle = {Proceedings of the 1952 ACM National Meeting},
      year      = {1952},
    }
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from bib2awesome.bib.dialect import ALIASES, is_biblatex, required
from bib2awesome.bib.entry import fold
from bib2awesome.check.base import Checked, Fix, Problem, rename_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper

_INSTEAD = {"booktitle": ("journal", "journaltitle"), "journal": ("booktitle",)}
"""Where the value of a missing field may have gone."""
_SIMILAR = 80


@rule("S013", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find entries that lack what their type requires; what is there and empty is `empty-field`'s."""
    keys = {fold(entry.key) for document in checked.documents for entry in document.usable()}
    for paper in checked.papers:
        values = paper.values
        biblatex = is_biblatex(paper.document)
        wanted = _wanted(paper.type, biblatex=biblatex, preprint="eprint" in values)
        missing = [one for one, names in wanted if names.isdisjoint(values)]
        if not missing or not _parents_are_there(paper, keys):
            continue
        written = paper.entry.names()
        missing = [one for one in missing if written.isdisjoint(_names(one))]
        if missing:
            yield _problem(paper, missing, written)


def _names(field: str) -> list[str]:
    return [name for one in field.split("/") for name in ALIASES.get(one, (one,))]


@cache
def _wanted(kind: str, *, biblatex: bool, preprint: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return what a type requires, each with the names that it may have."""
    fields = required(kind, biblatex=biblatex, preprint=preprint)
    return tuple((one, frozenset(_names(one))) for one in fields)


def _parents_are_there(paper: Paper, keys: Collection[str]) -> bool:
    """Whether what an entry inherits is known; a parent that is not there is `missing-parent`'s."""
    named = [paper.tex("crossref"), *paper.tex("xdata").split(",")]
    return all(not key.strip() or fold(key.strip()) in keys for key in named)


def _problem(paper: Paper, missing: list[str], written: set[str]) -> Problem:
    said = [" or ".join(f"`{name}`" for name in one.split("/")) for one in missing]
    hint, fix = None, None
    for one in missing:
        there = _misplaced(written, one)
        if there is not None:
            hint = f"its `{there}` seems to be the `{one}`"
            fix = Fix(rename_field(paper, there, one), safe=False)
            break
    return Problem(
        f"@{paper.type} `{paper.key}` has no {', no '.join(said)}",
        paper,
        missing[0].partition("/")[0],
        hint=hint,
        fix=fix,
    )


def _misplaced(written: set[str], field: str) -> str | None:
    """Return the field that holds what is missing: the other kind of container, or a misspelt name."""
    for name in _INSTEAD.get(field, ()):
        if name in written:
            return name
    from rapidfuzz import fuzz  # noqa: PLC0415  (6 ms that only a finding pays)

    scored = [(fuzz.ratio(name, field), name) for name in written - _TAKEN]
    best = max(scored, default=(0, ""))
    return best[1] if best[0] >= _SIMILAR else None


_TAKEN = frozenset(
    "author editor title booktitle journal year date pages number month note url doi type editors "
    "journaltitle maintitle shorttitle subtitle eventtitle issuetitle author+an publisher".split()
)
"""Names near a required one that mean something else."""
