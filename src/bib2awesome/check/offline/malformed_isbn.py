"""ISBN or ISSN that cannot be.

The last digit is a check over the others (ISO 2108, ISO 3297); where it does not fit, a digit is wrong.

Bad:

    @book{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, publisher = {Press}, year = {1952},
      isbn = {978-3-16-148410-1}}

Good:

    @book{hopper1952, author = {Hopper, Grace}, title = {On Compilers}, publisher = {Press}, year = {1952},
      isbn = {978-3-16-148410-0}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity

_SEPARATORS = re.compile(r"\s*(?:[,;/]|\band\b|\s)\s*")
_NUMBER = re.compile(r"[\dXx][\dXx\u2010-\u2014-]{6,}[\dXx]")
_DASHES = re.compile(r"[\u2010-\u2014-]|\\textendash")
_ISSN, _ISBN_OLD, _ISBN = 8, 10, 13


@rule("I006", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find numbers whose length or check digit is wrong."""
    for paper, field, value in checked.having("isbn", "issn"):
        for number in _NUMBER.findall(value.replace("--", "-")):
            fault = _fault(_DASHES.sub("", number).upper(), field)
            if fault:
                yield Problem(f"the {field.upper()} `{number}` {fault}", paper, field)


def _fault(digits: str, field: str) -> str | None:
    if "X" in digits[:-1]:
        return "has an X that is not its last digit"
    if len(digits) == _ISBN and digits.isdigit():
        total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
        return "has a wrong check digit" if total % 10 else None
    wanted = _ISSN if field == "issn" else _ISBN_OLD
    if len(digits) == wanted or (field == "isbn" and len(digits) == _ISSN):
        weights = range(len(digits), 0, -1)
        total = sum(
            (10 if digit == "X" else int(digit)) * weight
            for digit, weight in zip(digits, weights, strict=True)
        )
        return "has a wrong check digit" if total % 11 else None
    lengths = "8" if field == "issn" else "10 or 13"
    return f"has {len(digits)} digits, not {lengths}"
