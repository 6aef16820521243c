"""Initials that are glued together.

BibTeX takes `J.R.` for one name: styles that abbreviate print "J." and lose the rest. With a blank between
them every initial is one.

Bad:

    @misc{tolkien1937, author = {Tolkien, J.R.R.}, title = {The Hobbit}, year = {1937}}

Good:

    @misc{tolkien1937, author = {Tolkien, J. R. R.}, title = {The Hobbit}, year = {1937}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.name_split import split_list
from bib2awesome.check.base import Checked, Fix, Problem, own_values, replace_field, rule
from bib2awesome.errors import Severity

_FIELDS = ("author", "editor")
_GLUED = re.compile(r"(?<![\w.{\\'-])(?:[A-Z]\.){2,}(?![\w}])")
_DOTS = re.compile(r"\.(?=[A-Z])")


@rule("C007", Severity.HINT, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find `J.R.` in names."""
    for paper in checked.papers:
        for field in _FIELDS:
            value = own_values(paper).get(field, "")
            if "." not in value:
                continue
            found = [
                match[0]
                for name in split_list(value)
                if name[:1] != "{"
                for match in _GLUED.finditer(name)
            ]
            if found:
                mended = _GLUED.sub(lambda match: _DOTS.sub(". ", match[0]), value)
                yield Problem(
                    f"BibTeX takes `{found[0]}` for one initial",
                    paper,
                    field,
                    hint=f"write `{_DOTS.sub('. ', found[0])}`",
                    fix=Fix(replace_field(paper, field, mended)),
                )
