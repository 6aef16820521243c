"""Entry that is commented out and alive.

BibTeX knows no comments: it reads any `@type{` that it meets, behind a `%` or inside `@comment{…}`, and prints
the entry where it is cited; biber reads it as a comment. So there are two bibliographies. Here the entry is
skipped.

Bad:

    % @misc{hopper1952, title = {On Compilers}, year = {1952}}

Good:

    % misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S005", Severity.ERROR, __name__)
