"""Entry without a key.

Nothing can cite it, and no command edits it.

Bad:

    @misc{, title = {On Compilers}, year = {1952}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S006", Severity.WARNING, __name__)
