"""Marker of a region that cannot be right.

A region without its end, one inside another, or an argument that it does not know: nothing of the README is
rendered until the marker is mended.

Bad:

    <!-- bib2awesome:begin papers -->

Good:

    <!-- bib2awesome:begin papers -->
    <!-- bib2awesome:end papers -->
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("R005", Severity.ERROR, __name__)
