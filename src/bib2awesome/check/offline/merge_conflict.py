"""Conflict that git has left in the file.

The entries of both sides are read as they stand, so most of them are there twice.

Bad:

    <<<<<<< HEAD
    @misc{hopper1952, title = {On Compilers}, year = {1952}}
    =======
    @misc{hopper1953, title = {On Compilers}, year = {1953}}
    >>>>>>> theirs

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S009", Severity.ERROR, __name__)
