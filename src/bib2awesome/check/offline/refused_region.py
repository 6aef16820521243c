"""Region of the README that was edited by hand.

`render` never overwrites what a person wrote. Move the edit to survey.bib, categories.toml or outside the
region, or discard it with `render --force`.

Bad:

    <!-- bib2awesome:begin papers -->
    - A paper that somebody added here.
    <!-- bib2awesome:end papers -->

Good:

    <!-- bib2awesome:begin papers -->
    <!-- bib2awesome:end papers -->
"""

from __future__ import annotations

from bib2awesome.check.base import reported
from bib2awesome.errors import Severity

check = reported("R001", Severity.ERROR, __name__)
