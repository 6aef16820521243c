r"""Names of authors and editors: what other rooms call. Reading them, and how lists show them.

Parts are TeX source, as written; only what is for readers (`display`, `display_name`, `family_name`) is
Unicode.
"""

from __future__ import annotations

from functools import lru_cache

from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.name_parse import (
    Name,
    NameList,
    NameProblem,
    literal_in,
    parse_name,
    parse_names,
)
from bib2awesome.bib.name_split import split_list, words_of

__all__ = [
    "Name",
    "NameList",
    "NameProblem",
    "display",
    "display_name",
    "family_name",
    "parse_names",
    "to_bibtex",
]

_CACHED = 1 << 14
_PAIR = 2


def to_bibtex(names: NameList) -> str:
    """Return the names as the value of a BibTeX field, without delimiters.

    Each is `von Last, First` or `von Last, Jr, First`, an organisation stands in one pair of braces (so
    that `author = {` value `}` reads `{{Organisation}}`). A part that would be read as something else
    (a family name `de la Cruz` without a prefix) is put in braces.
    """
    written = [_written(name) for name in names.names]
    if names.others:
        written.append("others")
    return " and ".join(written)


@lru_cache(_CACHED)
def _written(name: Name) -> str:
    if name.literal is not None:
        special = name.literal.startswith("\\")
        return f"{{{{{name.literal}}}}}" if special else f"{{{name.literal}}}"
    text = _composed(name)
    literal = literal_in(text)
    if literal is not None:
        return _written(Name(literal=literal))
    if parse_name(text)[0] == name and len(split_list(text)) == 1 and text != "others":
        return text
    if not (name.given or name.suffix):
        return f"{{{text}}}"
    return _composed(Name(*(_braced(part) for part in name[:4])))


def _composed(name: Name) -> str:
    between = "" if name.prefix.endswith("-") or not name.prefix else " "
    family = f"{name.prefix}{between}{name.family}"
    if name.suffix:
        return f"{family}, {name.suffix}, {name.given or '{}'}"
    return f"{family}, {name.given}" if name.given else family


def _braced(part: str) -> str:
    plain = part.replace("-", "").isalpha() and part[0].isupper()
    return part if plain or not part else f"{{{part}}}"


@lru_cache(_CACHED)
def display_name(name: Name, *, initials: bool = False, family_first: bool = False) -> str:
    """Return one name for readers: `Given von Family Jr`, or with the given names' initials.

    With `family_first` it is `von Family Jr, Given`.
    """
    if name.literal is not None:
        return to_unicode(name.literal)
    given = to_unicode(_initials(name.given) if initials else name.given)
    shown = "" if family_first else given
    for part in (name.prefix, name.family, name.suffix):
        if part:
            text = to_unicode(part)
            shown += text if not shown or shown.endswith("-") else f" {text}"
    return f"{shown}, {given}" if family_first and given else shown


def family_name(name: Name) -> str:
    """Return the family name with its prefix for readers: `van der Berg`; an organisation's name."""
    return display_name(Name("", name.family, name.prefix, "", name.literal))


def _initials(given: str) -> str:
    r"""Return the initials of given names: `Jean-Pierre {\'E}lie` -> `J.-P. É.`."""
    text = ""
    for word in words_of(given):
        if text:
            text += "-" if word.hyphened else " "
        text += _initial(word.text)
    return text


def _initial(word: str) -> str:
    if word.startswith("{\\relax"):
        return to_unicode(word[: word.find("}") + 1 or None]) + "."
    shown = to_unicode(word)
    for index, character in enumerate(shown):
        if character.isalnum():
            # Scripts without case have no initials: 小明 stays as it is.
            return f"{character}." if character.upper() != character.lower() else shown[index:]
    return shown


def display(names: NameList, *, max_names: int | None = None, initials: bool = False) -> str:
    """Return a list of names for readers: `A B`, `A B and C D`, `A B, C D, and E F`.

    With more than `max_names` names, only so many and "et al."; the same where the list ends in
    `and others`. `initials` shortens given names: `J.-P. Serre`.
    """
    shown = [display_name(name, initials=initials) for name in names.names]
    if names.others or (max_names is not None and len(shown) > max_names):
        shown = shown if max_names is None else shown[: max(max_names, 1)]
        if len(shown) > 1:
            return f"{', '.join(shown)}, et al."
        return f"{shown[0]} et al." if shown else ""
    if len(shown) > _PAIR:
        return f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return " and ".join(shown)
