r"""Key that BibTeX, biber or LaTeX cannot take.

A blank, `%`, `#`, `~`, a brace or a backslash ends or breaks a \cite; biber drops entries whose key holds
a quote, a parenthesis or an equals sign; letters beyond ASCII depend on the engine. Letters, digits and
`:._/+-` work everywhere.

Bad:

    @misc{hopper#52, title = {On Compilers}, year = {1952}}

Good:

    @misc{hopper:1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("S010", Severity.ERROR, __name__)
