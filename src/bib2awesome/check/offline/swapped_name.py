"""Name whose parts are swapped.

`Family, Given` or `Given Family`: a given name in the place of the family name sorts, abbreviates and cites
the author wrongly.

Bad:

    @misc{lovelace1843, author = {Ashish, Kumaran and Hopper, Grace}, title = {Notes}, year = {1843}}

Good:

    @misc{lovelace1843, author = {Kumaran, Ashish and Hopper, Grace}, title = {Notes}, year = {1843}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.names import Name, NameList, parse_names, to_bibtex
from bib2awesome.check.base import Checked, Fix, Problem, own_values, replace_field, rule
from bib2awesome.check.given_names_data import GIVEN, ONLY_GIVEN
from bib2awesome.errors import Severity

_FIELDS = ("author", "editor")
_SHORT = 2


@rule("C006", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find family names that are given names, beside given names that are none."""
    for paper in checked.papers:
        for field in _FIELDS:
            value = own_values(paper).get(field)
            if not value:
                continue
            names = parse_names(value)
            wrong = [name for name in names if name.family in ONLY_GIVEN and _is_swapped(name)]
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


def _is_swapped(name: Name) -> bool:
    given = name.given
    whole = len(given) > _SHORT - 1 and given.isalpha() and not given.isupper()
    return whole and given[0].isupper() and given not in GIVEN and not (name.prefix or name.suffix)
