"""Name whose parts are swapped.

`Family, Given` or `Given Family`: a given name in the place of the family name sorts, abbreviates and cites
the author wrongly.

Bad:

    @misc{vaswani2017, author = {Ashish, Vaswani and Hopper, Grace}, title = {Attention}, year = {2017}}

Good:

    @misc{vaswani2017, author = {Vaswani, Ashish and Hopper, Grace}, title = {Attention}, year = {2017}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.names import Name, NameList, parse_names, to_bibtex
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.given_names_data import GIVEN, ONLY_GIVEN
from bib2awesome.errors import Severity

_FIELDS = ("author", "editor")
_INITIALS = 2


@rule("C006", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find family names that are given names, beside given names that are family names."""
    for paper, field, value in checked.having(*_FIELDS):
        names = parse_names(value)
        wrong = _swapped(names)
        if not wrong:
            continue
        turned = tuple(
            name._replace(given=name.family, family=name.given) if name in wrong else name
            for name in names
        )
        first = wrong[0]
        yield Problem(
            f"the name `{first.family}, {first.given}` looks swapped",
            paper,
            field,
            hint=f"write `{first.given}, {first.family}`",
            fix=Fix(
                replace_field(paper, field, to_bibtex(NameList(turned, others=names.others))),
                safe=False,
            ),
        )


def _swapped(names: NameList) -> list[Name]:
    """Return the swapped names of a list; where there is only one, its given name has to be a family's."""
    likely = [name for name in names if name.family in ONLY_GIVEN and _may_be_family(name)]
    if len(likely) == 1:
        from bib2awesome.check.family_names_data import ONLY_FAMILY  # noqa: PLC0415  (rarely asked)

        return [name for name in likely if name.given in ONLY_FAMILY]
    return likely


def _may_be_family(name: Name) -> bool:
    given = name.given
    whole = len(given) > _INITIALS and given.isalpha() and given[1:].islower()
    return whole and given[0].isupper() and given not in GIVEN and not (name.prefix or name.suffix)
