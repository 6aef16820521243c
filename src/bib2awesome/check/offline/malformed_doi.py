r"""DOI that is none.

A DOI is `10.`, a registrant's number, a slash and a name. What is something else leads nowhere.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, doi = {1000/notes.52}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, doi = {10.1000/notes.52}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.identifiers import doi

_SHORT = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?10/[a-z0-9]+", re.IGNORECASE)
"""A DOI shortened by https://shortdoi.org."""


@rule("I003", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `doi` fields in which there is no DOI."""
    for paper, _, value in checked.having("doi"):
        if doi(value) is None and not _SHORT.fullmatch(value):
            yield Problem(f"`{value[:80]}` is no DOI", paper, "doi", hint="it starts with `10.`")
