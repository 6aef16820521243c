"""Macro that is not defined.

A value without delimiters is the name of a macro. BibTeX warns and prints nothing for one that no @string
before this place defines. A few journal macros are known to some styles only.

Bad:

    @article{hopper1952, title = {On Compilers}, journal = jacm52, year = {1952}}

Good:

    @string{jacm52 = {Journal of the ACM}}
    @article{hopper1952, title = {On Compilers}, journal = jacm52, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S004", Severity.ERROR, __name__)
