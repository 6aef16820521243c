"""Organisation that BibTeX reads as a person.

Without braces its last word is a family name to BibTeX: "W. H. Organization", sorted under O. In braces of its own an
organisation stays as it is.

Bad:

    @misc{who1952, author = {World Health Organization}, title = {On Compilers}, year = {1952}}

Good:

    @misc{who1952, author = {{World Health Organization}}, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.name_split import respelled, split_list
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity

_FIELDS = ("author", "editor")
_NAMES = re.compile(
    r"(?:[^{},=]*\s)?(?:Organi[sz]ation|Institute|University|Consortium|Collaboration|Association|Society|Corporation"
    r"|Foundation|Committee|Commission|Council|Ministry|Department|Agency|Laborator(?:y|ies)|Team|Group|Project"
    r"|Contributors|Community|Initiative|Alliance|Federation|Cent(?:er|re)|Authority|Inc\.?|Ltd\.?|GmbH|LLC)(?:\s[^{},=]*)?"
)
_PERSON = re.compile(r"[A-Z]\.")


@rule("T029", Severity.HINT, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find names of two words or more with a word that only organisations have, outside braces."""
    for paper, field, value in checked.having(*_FIELDS):
        found = [one for one in split_list(value) if _is_organisation(one)]
        if found:
            mended = respelled(value, {one: f"{{{one}}}" for one in found})
            yield Problem(
                f"`{found[0]}` is read as the name of a person",
                paper,
                field,
                hint=f"write `{{{found[0]}}}`",
                fix=Fix(replace_field(paper, field, mended), safe=False),
            )


def _is_organisation(name: str) -> bool:
    return (
        " " in name
        and ";" not in name
        and _NAMES.fullmatch(name) is not None
        and not _PERSON.match(name)
    )
