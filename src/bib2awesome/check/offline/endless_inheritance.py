"""Inheritance that goes round in a circle.

`crossref` and `xdata` lead back to the entry itself, or through more entries than anybody means.

Bad:

    @inproceedings{hopper1952, title = {On Compilers}, crossref = {acm1952}}
    @proceedings{acm1952, title = {Proceedings}, year = {1952}, crossref = {acm1952}}

Good:

    @inproceedings{hopper1952, title = {On Compilers}, crossref = {acm1952}}
    @proceedings{acm1952, title = {Proceedings}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S008", Severity.WARNING, __name__)
