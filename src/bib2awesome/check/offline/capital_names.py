"""Name in capitals.

Styles print names as they are written: an author in capitals shouts among the others.

Bad:

    @misc{hopper1952, author = {HOPPER, GRACE and Backus, John}, title = {Notes}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace and Backus, John}, title = {Notes}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from bib2awesome.bib.names import Name, NameList, family_name, parse_names, to_bibtex
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.given_names_data import GIVEN
from bib2awesome.errors import Severity

_FIELDS = ("author", "editor")
_CAPITALS = re.compile(r"(?:[A-Z]{3,}|[A-Z]{2,}[' -][A-Z]{2,})(?:[' -][A-Z]+)*")
_ROMAN = re.compile("[IVX]+")
_INITIAL = re.compile(r"[A-Z]\.?")
_PARTICLES = frozenset("VAN DER DEN DE LA DEL DI DA DOS VON ZU TEN TER".split())
_WORD = re.compile(r"[A-Z]+")


@rule("C009", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find family names of three letters or more, all in capitals; organisations stand in braces."""
    for paper, field, value in checked.having(*_FIELDS):
        if not _CAPITALS.search(value):
            continue
        names = parse_names(value)
        loud = [name for name in names if _is_loud(name)]
        # one in capitals among others, with initials only, may be an acronym
        if not any(_is_spelled(name) for name in loud) and len(loud) * 2 < len(names) + 1:
            continue
        calm = tuple(_calm(name) if name in loud else name for name in names)
        yield Problem(
            f"the name `{loud[0].family}` is in capitals",
            paper,
            field,
            hint=f"write `{family_name(_calm(loud[0]))}`",
            fix=Fix(
                replace_field(paper, field, to_bibtex(NameList(calm, others=names.others))),
                safe=False,
            ),
        )


def _is_loud(name: Name) -> bool:
    """Whether the family name is in capitals and the given name is that of a person."""
    if not _CAPITALS.fullmatch(name.family) or _ROMAN.fullmatch(name.family):
        return False
    words = name.given.replace(".", ". ").replace("-", " ").split()
    return bool(words) and all(
        _INITIAL.fullmatch(word) or word.capitalize() in GIVEN for word in words
    )


def _is_spelled(name: Name) -> bool:
    return any(word.capitalize() in GIVEN for word in name.given.replace("-", " ").split())


def _calm(name: Name) -> Name:
    given = _WORD.sub(_lowered, name.given) if name.given.isupper() else name.given
    words = _WORD.sub(_lowered, name.family).split(" ")
    prefix = " ".join(takewhile(str.islower, words))
    family = " ".join(words)[len(prefix) :].lstrip()
    return name._replace(family=family, prefix=prefix or name.prefix, given=given)


def _lowered(word: re.Match[str]) -> str:
    if word[0] in _PARTICLES and word.string[word.end() : word.end() + 1] == " ":
        return word[0].lower()
    return word[0][0] + word[0][1:].lower()
