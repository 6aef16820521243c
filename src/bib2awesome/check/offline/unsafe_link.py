"""Link that is no web address.

Only http and https addresses become links; anything else is left out of the list.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {htp:/example.org}, category = {machines}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {http://example.org}, category = {machines}}
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("L004", Severity.WARNING, __name__)
