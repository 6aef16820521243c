"""Field that an entry has twice.

The first value counts, BibTeX warns, and the second is lost without a trace.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, Year = {1953}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S003", Severity.ERROR, __name__)
