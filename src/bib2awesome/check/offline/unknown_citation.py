"""Citation of the survey that is no entry.

`[survey] cite` names the entries that say how to cite the survey; one of its keys is not in survey.bib.

Bad:

    @misc{hopper1953, title = {Our Survey}, year = {1953}, category = {-}}

Good:

    @misc{hopper1952, title = {Our Survey}, year = {1952}, category = {-}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("L005", Severity.ERROR, __name__)
