"""Acronym in a title that styles put into lower case.

Most styles print titles with small letters: "LLMs" becomes "Llms". In braces it stays as it is.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {The UNIVAC Compiler}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {The {UNIVAC} Compiler}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.capitals import protected
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity

_LOUD = 0.6


@rule("T021", Severity.HINT, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find words with two capitals, or a capital and a digit, outside braces."""
    for paper, _, title in checked.having("title"):
        letters = [letter for letter in title if letter.isalpha()]
        if sum(map(str.isupper, letters)) > len(letters) * _LOUD:
            continue  # in capitals as a whole: there acronyms cannot be told
        braced = protected(title)
        if braced != title:
            yield Problem(
                "styles put the acronyms of this title into lower case",
                paper,
                "title",
                hint=f"write `{braced}`",
                fix=Fix(replace_field(paper, "title", braced), safe=False),
            )
