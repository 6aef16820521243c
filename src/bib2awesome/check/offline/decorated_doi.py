r"""DOI with its resolver, or with escapes.

Styles put `https://doi.org/` in front of a DOI themselves, so an address in the field becomes a doubled link,
and the backslash of `\_` becomes a part of the link. The bare DOI works everywhere.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, doi = {https://doi.org/10.1000/notes\_52}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, doi = {10.1000/notes_52}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.identifiers import doi

_BARE = re.compile(r"10\.[^\s\\{}%&#$]+(?<![.,;])")
_ESCAPE = re.compile(r"\\([_%&#$~{}])|\{?\$([<>])\$\}?")
_DECORATION = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s*:?\s*|[\s{}.,;]|\\url|\\(?:lt|gt|textless|textgreater)\b)*"
)


@rule("I004", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find `doi` fields that hold more than the DOI."""
    for paper, _, value in checked.having("doi"):
        if _BARE.fullmatch(value):
            continue
        bare = doi(value)
        if bare is None or bare == value.lower():
            continue
        start = value.lower().find(bare)
        written = value[start : start + len(bare)] if start >= 0 else bare
        yield Problem(
            f"the DOI `{written}` is written as `{value[:80]}`",
            paper,
            "doi",
            hint="styles add the resolver and the escapes themselves",
            fix=Fix(replace_field(paper, "doi", written), safe=_is_certain(value, bare)),
        )


def _is_certain(value: str, bare: str) -> bool:
    """Whether nothing but a resolver, a label, escapes and punctuation stands around the DOI."""
    plain = _ESCAPE.sub(lambda match: match[1] or match[2], value.lower())
    before, found, behind = plain.partition(bare)
    return bool(found and _DECORATION.fullmatch(before) and _DECORATION.fullmatch(behind))
