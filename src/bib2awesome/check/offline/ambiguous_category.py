"""Category that several paths end with.

The last part of a path will do only where one category has it; write the whole path.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {other}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machines/other}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("L003", Severity.ERROR, __name__)
