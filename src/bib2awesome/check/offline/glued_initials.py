"""Initials that are glued together.

BibTeX takes `J.R.` for one name, and `JR` as well: styles that abbreviate print "J." and lose the rest. With a
blank between them every initial is one. (A single `JR` in a list may be what its owner writes.)

Bad:

    @misc{tolkien1937, author = {Tolkien, J.R.R.}, title = {The Hobbit}, year = {1937}}

Good:

    @misc{tolkien1937, author = {Tolkien, J. R. R.}, title = {The Hobbit}, year = {1937}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.name_split import respelled, split_list
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper

_FIELDS = ("author", "editor")
_GLUED = re.compile(r"(?<![\w.{\\'-])(?:[A-Z]\.){2,}(?![\w}])")
_COUNTRY = re.compile(r"\{|(?:U\.S|U\.K|U\.N|E\.U)\.")
_DOTS = re.compile(r"\.(?=[A-Z])")
_BARE = re.compile(r"(?<=[a-z], )(?!II|IV|VI|[JS]R$)[A-Z]{2,3}$")
_MAYBE = re.compile(r"[A-Z]\.[A-Z]\.|, [A-Z]{2,3}(?:\s|$)")
_SEVERAL = 2


@rule("C007", Severity.HINT, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find `J.R.` in names, and `JR` in two names of a list."""
    for paper, field, value in checked.having(*_FIELDS):
        if _MAYBE.search(value) and (problem := _problem(paper, field, value)) is not None:
            yield problem


def _problem(paper: Paper, field: str, value: str) -> Problem | None:
    names = [name for name in split_list(value) if not _COUNTRY.match(name)]
    for pattern, least in ((_GLUED, 1), (_BARE, _SEVERAL)):
        found = [(name, match[0]) for name in names for match in pattern.finditer(name)]
        if len(found) >= least:
            break
    else:
        return None
    parted = {name: pattern.sub(lambda match: _parted(match[0]), name) for name, _ in found}
    mended = respelled(value, parted)
    first = found[0][1]
    return Problem(
        f"BibTeX takes `{first}` for one initial",
        paper,
        field,
        hint=f"write `{_parted(first)}`",
        fix=Fix(replace_field(paper, field, mended), safe=pattern is _GLUED),
    )


def _parted(initials: str) -> str:
    return _DOTS.sub(". ", initials) if "." in initials else ". ".join(initials) + "."
