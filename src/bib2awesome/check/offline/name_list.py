"""List of names that BibTeX reads otherwise.

Names are joined with `and`, and the rest is `and others`. With commas, semicolons or "et al." BibTeX takes
several people for one, scrambles them, or stops with "Too many commas".

Bad:

    @misc{hopper1952, author = {Grace Hopper, John Backus, Ada Lovelace, Jean Bartik}, title = {Notes}, year = {1952}}

Good:

    @misc{hopper1952, author = {Grace Hopper and John Backus and others}, title = {Notes}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.name_split import respelled, split_list
from bib2awesome.bib.names import NameProblem, parse_names
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.given_names_data import GIVEN
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper

_FIELDS = ("author", "editor")
_PERSON = re.compile(
    r"(?:[A-Z](?:[\w'-]+|\.(?:-?[A-Z]\.)*) )+(?:(?:van|von|de|der|den|la) )*[A-Z][\w'-]+|[A-Z][\w'-]+,(?: ?-?[A-Z]\.)+"
)
_MAYBE = re.compile(r"(?<!and)\s[\w'-]+, [A-Z]|&")
_SIGN = re.compile(r"\s\\?&\s")
_TWO = 2
_SAFE = frozenset({"et-al", "trailing-comma"})


@rule("C008", Severity.ERROR, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find what the reader of names stumbles over, and two whole names with a comma between."""
    for paper, field, value in checked.having(*_FIELDS):
        if problem := _problem(paper, field, value):
            yield problem


def _problem(paper: Paper, field: str, value: str) -> Problem | None:
    found = tuple(one for one in parse_names(value).problems if "=" not in one.name)
    if found:
        first = found[0]
        return Problem(
            first.message,
            paper,
            field,
            hint=None if first.proposal is None else f"write `{first.proposal[:120]}`",
            fix=_fix(paper, field, value, found),
        )
    if not _MAYBE.search(value):
        return None
    glued = {name: parts for name in split_list(value) if (parts := _whole_names(name))}
    if not glued:
        return None
    proposals = {name: " and ".join(parts) for name, parts in glued.items()}
    name, proposal = next(iter(proposals.items()))
    return Problem(
        f"`{name}` is read as one name",
        paper,
        field,
        hint=f"write `{proposal}`",
        fix=Fix(replace_field(paper, field, respelled(value, proposals)), safe=False),
        severity=Severity.WARNING,
    )


def _whole_names(name: str) -> list[str]:
    """Return the two names of persons in what BibTeX reads as one; nothing where it may be one."""
    for parts in (_SIGN.split(name), name.split(", ")):
        if len(parts) == _TWO and all(map(_is_person, parts)):
            return parts
    return []


def _is_person(text: str) -> bool:
    """Whether a text is a given name, or initials, and a family name; or `Family, G.`."""
    if not _PERSON.fullmatch(text):
        return False
    first, last = text.split(maxsplit=1)[0], text.rsplit(maxsplit=1)[-1]
    return "," in text or ((first in GIVEN or "." in first) and last not in GIVEN)


def _fix(paper: Paper, field: str, value: str, found: tuple[NameProblem, ...]) -> Fix | None:
    mended = value
    for problem in found:
        if problem.proposal is None or mended.count(problem.name) != 1:
            return None
        mended = mended.replace(problem.name, problem.proposal)
    if parse_names(mended).problems:
        return None
    safe = all(problem.kind in _SAFE for problem in found)
    return Fix(replace_field(paper, field, mended), safe=safe)
