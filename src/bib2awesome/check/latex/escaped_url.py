r"""Address written as TeX, or with what no address may hold.

`\url` prints what it is given: the backslash of `\_` or `\%` becomes part of the link in IEEEtran, and biber writes
`%5C`. Blanks, braces and letters beyond ASCII are garbage under pdfLaTeX. The plain address, percent-encoded, works
in every style.

Bad:

    @misc{hopper1952,
      author = {Hopper, Grace},
      title  = {On Compilers},
      year   = {1952},
      url    = {https://example.org/on\_compilers},
    }

Good:

    @misc{hopper1952,
      author = {Hopper, Grace},
      title  = {On Compilers},
      year   = {1952},
      url    = {https://example.org/on_compilers},
    }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.urls import safe_url

_NOT_IN_ADDRESSES = re.compile(r"[\\{}\s\"<>^`|]|[^\x00-\x7f]")
# With anything else in it, what was meant is a guess.
_CERTAIN = re.compile(r"(?:\\[_%&#~](?:\{\})?|[^\x00-\x7f]|[\w.:/?=;,@!()*'+&#%~-])+")


@rule("T019", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find `url` fields with escapes, blanks, braces or letters beyond ASCII."""
    for paper, _, value in checked.having("url"):
        found = _NOT_IN_ADDRESSES.search(value)
        if not found or value.count("://") > 1:
            continue
        plain = safe_url(value)
        if plain is not None:
            sign = "blank" if found[0].isspace() else f"`{found[0]}`"
            yield Problem(
                f"styles print the {sign} of this address as it is",
                paper,
                "url",
                hint=f"write `{plain}`",
                fix=Fix(
                    replace_field(paper, "url", plain),
                    safe=_CERTAIN.fullmatch(value) is not None,
                ),
            )
