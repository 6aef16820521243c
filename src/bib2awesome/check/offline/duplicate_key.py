"""Key that two entries have.

Keys are compared without case, as BibTeX does. BibTeX stops with "Repeated entry" and reads the first only;
so does everything here, and neither of the two is ever edited.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
    @misc{Hopper1952, title = {Automatic Coding}, year = {1952}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
    @misc{hopper1952coding, title = {Automatic Coding}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S002", Severity.ERROR, __name__)
