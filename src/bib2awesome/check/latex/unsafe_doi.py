"""DOI with a sign that some styles cannot set.

DOIs may hold `%`, `#` and `&`, but hardly one does: most often it was percent-encoded on the way. elsarticle and splncs04
stop at a `%` with a runaway argument, and at `#` and `&` with an error; there is no way of writing them that is right
in all styles.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, year = {1952}, doi = {10.1000/notes%2852}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, year = {1952}, doi = {10.1000/notes(52}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

_SIGN = re.compile(r"(?<!\\)[%#&]")


@rule("T002", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `doi` fields with `%`, `#` or `&`."""
    for paper, _, value in checked.having("doi"):
        found = _SIGN.search(value)
        if found:
            yield Problem(
                f"some styles cannot set the `{found[0]}` of this DOI",
                paper,
                "doi",
                hint="compare it with the publisher's page; if it is right, give the `url` instead",
            )
