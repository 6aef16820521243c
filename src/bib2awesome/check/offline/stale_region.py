"""README that is out of date.

The regions of the README are not what `render` makes of survey.bib now. (One that was edited by hand is
`refused-region`.)

Bad:

    <!-- bib2awesome:begin papers -->
    <!-- bib2awesome:end papers -->

Good:

    <!-- bib2awesome:begin papers -->

    ### Machines

    - **[1952]** Another Title. [[Paper]](https://example.org/c)

    #### Other

    ### Parts

    #### Other

    <!-- bib2awesome:end papers sha256:837d20d989c3c272885c311818906f937f6f919ff65a6dd0983b666183e66b29 -->
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Place, Severity


@rule("L013", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem]:
    """Find pages that `render` would change, and say why it cannot where it cannot."""
    for output in checked.pages.outputs:
        if output.changes and output.refused is None and output.present is not None:
            line = _first_difference(output.present, output.data)
            yield Problem(
                f"{output.path} is out of date from here on",
                place=Place(output.path, line),
                hint="`bib2awesome render` renews it",
            )
    for finding in checked.pages.problems:
        if not finding.code:
            yield Problem(
                f"the README cannot be rendered: {finding.message}",
                place=finding.place,
                hint=finding.hint,
                severity=Severity.ERROR,
            )


def _first_difference(old: bytes, new: bytes) -> int:
    lines = zip(old.split(b"\n"), new.split(b"\n"), strict=False)
    return next((n for n, (one, two) in enumerate(lines, 1) if one != two), 1)
