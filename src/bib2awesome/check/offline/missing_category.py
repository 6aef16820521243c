"""Paper without a category.

It is in the bibliography and not in the list. Where that is meant, `category = {-}` says so; entries of
`[survey] cite` need none.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {-}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("L002", Severity.WARNING, __name__)
