"""Names of people and organisations as services send them, as `Name`s of plain text."""

from __future__ import annotations

import re
from functools import lru_cache

from bib2awesome.bib.name_parse import parse_name
from bib2awesome.bib.names import Name
from bib2awesome.sources.shapes import text

__all__ = ["has_initials", "organisation", "person", "person_of"]

_SPECIAL = re.compile(r"[{}\\$]|\s(?:and|AND)\s")
_SHORT = 2
_INITIALS = re.compile(r"(?:[^\W\d_](?:\.[\s-]*|[\s-]+|$))+")
_SUFFIX = re.compile(r"(?<=\w{2}),?\s+((?:[JS]r)\.?|I{2,3}|IV)$")
_NUMBER = re.compile(r"\s\d{4}$")


def organisation(name: object) -> Name | None:
    """Return an organisation's name, None for no text."""
    found = text(name)
    return Name(literal=found) if found else None


@lru_cache(maxsize=16384)
def person(family: str, given: str = "", suffix: str = "", prefix: str = "") -> Name | None:
    """Return a name by its parts; a prefix inside the family name (`van der Berg`) is taken out.

    Names in capitals are written as names are, initials that are glued (`AJ`) are parted.
    """
    family, given, suffix, prefix = (text(part) for part in (family, given, suffix, prefix))
    if not given and "," in family:
        family, _, given = (part.strip() for part in family.partition(","))
    family, suffix, prefix = (part.replace(",", "").strip() for part in (family, suffix, prefix))
    given = given.replace(",", " ").strip()
    if not family:
        family, given = given, ""
    if not family:
        return None
    family = _decapitalised(family)
    given = _parted(given)
    if _SPECIAL.search(f"{family} {given} {suffix} {prefix}"):
        return Name(given, family, prefix, suffix)
    head = f"{prefix} {family}".strip()
    written = ", ".join(part for part in (head, suffix, given) if part)
    name = parse_name(written)[0] if given else None
    return name or Name(given, family, prefix, suffix)


@lru_cache(maxsize=16384)
def person_of(name: str) -> Name | None:
    """Return the name that `Given von Family Jr.` writes; dblp's numbers of homonyms come off."""
    found = _NUMBER.sub("", text(name))
    if not found:
        return None
    suffix = _SUFFIX.search(found)
    if suffix is not None:
        whole = person_of(found[: suffix.start()])
        return whole and person(whole.family, whole.given, suffix[1], whole.prefix)
    if "," in found:
        family, _, given = found.partition(",")
        return person(family, given)
    if _SPECIAL.search(found):
        given, _, family = found.rpartition(" ")
        return Name(given, family)
    return parse_name(found)[0]


def has_initials(names: tuple[Name, ...]) -> bool:
    """Whether at least one person has nothing but initials for a given name."""
    return any(_INITIALS.fullmatch(name.given) is not None for name in names if name.given)


def _decapitalised(family: str) -> str:
    """Return SMITH-JONES as Smith-Jones; short words and words of both cases stay."""
    letters = [letter for letter in family if letter.isalpha()]
    if len(letters) <= _SHORT or not all(letter.isupper() for letter in letters):
        return family
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), family)


def _parted(given: str) -> str:
    """Return `AJ` as `A. J.` and JOHN as John."""
    if re.fullmatch(r"[A-Z]{1,3}", given, re.ASCII):
        return " ".join(f"{letter}." for letter in given)
    return _decapitalised(given)
