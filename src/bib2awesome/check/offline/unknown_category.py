"""Category that categories.toml does not have.

The paper is left out of that category; most often the name is misspelt.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machnes}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, category = {machines}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("L001", Severity.ERROR, __name__)
