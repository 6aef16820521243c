"""Macro that grows without end.

Macros that are made of each other can double with every line; what would be longer than anybody means
counts as empty.

Bad:

    @string{a = {0123456789012345678901234567890123456789012345678901234567890123456789}}
    @string{b = a # a # a # a # a # a # a # a # a # a # a # a # a # a # a # a # a # a # a # a}
    @string{c = b # b # b # b # b # b # b # b # b # b # b # b # b # b # b # b # b # b # b # b}
    @misc{hopper1952, title = {On Compilers}, note = c, year = {1952}}

Good:

    @string{a = {0123456789}}
    @misc{hopper1952, title = {On Compilers}, note = a # a, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S007", Severity.ERROR, __name__)
