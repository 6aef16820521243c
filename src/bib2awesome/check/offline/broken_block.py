"""Entry, @string or @preamble that cannot be read.

A brace, quote or comma is missing or too many. BibTeX drops the entry, biber the whole file; here the
block is left out until it is mended, and everything else is still worked on.

Bad:

    @misc{hopper1952,
      title = {On Compilers,
      year = {1952}
    }

Good:

    @misc{hopper1952,
      title = {On Compilers},
      year = {1952}
    }
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S001", Severity.ERROR, __name__)
