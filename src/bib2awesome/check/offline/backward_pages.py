"""Page range that runs backwards.

The last page comes before the first: digits are swapped, or one is missing.

Bad:

    @article{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1952},
      pages = {243--234}}

Good:

    @article{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, journal = {Notes}, year = {1952},
      pages = {234--243}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

_RANGE = re.compile(
    r"(?<![\w.:/-])([A-Za-z]{0,3})(\d+)\s*(?:-{1,3}|\u2013|\u2014|\\textendash(?:\{\})?)\s*\1(\d+)(?![\w.:/-])"
)


@rule("C010", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find ranges whose end is smaller than their start; `321--7` is short for 327."""
    for paper, _, value in checked.having("pages"):
        for _, first, last in _RANGE.findall(value):
            shortened = first[: -len(last)] + last if len(last) < len(first) else last
            if int(shortened) < int(first):
                yield Problem(f"the pages `{first}--{last}` run backwards", paper, "pages")
                break
