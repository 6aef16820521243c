r"""The names of one field, read: BibTeX's three forms and BibLaTeX's fourth.

`First von Last`, `von Last, First`, `von Last, Jr, First`, `{Organisation}`, `and others`, and
`family=..., given=..., prefix=..., suffix=...`. Parts are TeX source, as written. Nothing here raises on
content: what BibTeX would complain about is in `NameList.problems`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.name_split import Word, is_lower, split_list, split_outside_braces, words_of

__all__ = ["Name", "NameList", "NameProblem", "literal_in", "parse_name", "parse_names"]

_CACHED = 1 << 14
_EXTENDED = re.compile(r"\s*[\"{]?\s*(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
# Most names need no rules: ASCII words that all start with a capital.
_WORDS = r"[A-Z][A-Za-z]*\.?(?: [A-Z][A-Za-z]*\.?)*"
_SIMPLE = re.compile(rf"({_WORDS}), ({_WORDS})|(?:({_WORDS}) )?([A-Z][A-Za-z]*)")
_MAX_COMMAS = 2
_ET_AL = re.compile(r"(?:\A|[\s,]+)et\.?\s+al\.?[\s,]*\Z", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_INITIALS = re.compile(r"\s*(?:[A-Z]\.?[\s~-]*)+")
_DANGLING = re.compile(r"\Aand\s|\sand\Z", re.IGNORECASE)


class Name(NamedTuple):
    """One name, each part as TeX source, "" where it has none.

    `literal` is the name of an organisation (written in braces) without them, else None; the other
    parts are then empty.
    """

    given: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str | None = None


class NameProblem(NamedTuple):
    """What is wrong with one name: which, what, and the text to write instead where that is clear."""

    kind: str
    name: str
    message: str
    proposal: str | None = None


class NameList:
    """The names of one field in order; `others` where it ends in `and others`.

    Iterating and `len` go over the names.
    """

    __slots__ = ("names", "others", "problems")

    def __init__(
        self,
        names: tuple[Name, ...] = (),
        *,
        others: bool = False,
        problems: tuple[NameProblem, ...] = (),
    ) -> None:
        self.names = names
        self.others = others
        self.problems = problems

    def __iter__(self) -> Iterator[Name]:
        """Iterate over the names."""
        return iter(self.names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self.names)

    def __eq__(self, other: object) -> bool:
        """Compare names and `others`, not problems."""
        if not isinstance(other, NameList):
            return NotImplemented
        return self.names == other.names and self.others == other.others

    def __hash__(self) -> int:
        """Hash what `==` compares."""
        return hash((self.names, self.others))

    def __repr__(self) -> str:
        """Return the names as they are held."""
        return f"NameList({self.names!r}, others={self.others})"


@lru_cache(_CACHED)
def parse_names(source: str) -> NameList:
    """Return the names in `source`, the value of an author or editor field without its delimiters."""
    if not source.strip(" {}\t\r\n"):
        return NameList()
    written = split_list(source)
    others = written[-1] == "others"
    if others:
        written.pop()
    names: list[Name] = []
    problems: list[NameProblem] = []
    if "others" in written:
        message = "`others` stands for the rest, so it comes last"
        problems.append(NameProblem("misplaced-others", "others", message))
    for text in written:
        name, found = parse_name(text)
        problems += found
        if name is not None:
            names.append(name)
    return NameList(tuple(names), others=others, problems=tuple(problems))


@lru_cache(_CACHED)
def parse_name(text: str) -> tuple[Name | None, tuple[NameProblem, ...]]:
    """Return one name, or None where nothing is between two `and`s, and what is wrong with it."""
    simple = _SIMPLE.fullmatch(text)
    if simple is not None:
        family_first = simple[1] is not None
        name = Name(simple[2], simple[1]) if family_first else Name(simple[3] or "", simple[4])
        return name, ()
    if not text.strip(" {}~,-"):
        problem = NameProblem("empty-name", text, "a name is missing beside an `and`")
        return None, (problem,)
    if "=" in text and _EXTENDED.match(text):
        return _extended(text), ()
    literal = literal_in(text.strip(" ~-\t\r\n"))
    if literal is not None:
        return Name(literal=literal), ()
    return _classic(text)


def literal_in(text: str) -> str | None:
    """Return what is in the braces when they hold the whole name, else None."""
    lead = len(text) - len(text.lstrip("{"))
    trail = len(text) - len(text.rstrip("}"))
    if not (lead and trail):
        return None
    low = depth = lead
    for character in text[lead : len(text) - trail]:
        depth += (character == "{") - (character == "}")
        low = min(low, depth)
    wrapped = min(low, trail)
    if depth != trail or wrapped < 1:
        return None
    return text[wrapped : len(text) - wrapped].strip() or None


def _classic(text: str) -> tuple[Name, tuple[NameProblem, ...]]:
    """Return a name in one of BibTeX's three forms, told apart by their commas."""
    stripped = text.rstrip(" \t\r\n~,")
    written = split_outside_braces(stripped, ",")
    parts = [words_of(part) for part in written]
    if len(parts) == 1:
        name = _first_von_last(parts[0])
    else:
        prefix, family = _von_last(parts[0])
        suffix = _joined(parts[1]) if len(parts) > _MAX_COMMAS else ""
        given = parts[1] if len(parts) == _MAX_COMMAS else [w for p in parts[2:] for w in p]
        # `Smith, Jr, {}` is how a suffix is written where there is no given name.
        name = Name(_joined(given).removeprefix("{}"), family, prefix, suffix)
    found = _commas(text, stripped, parts), _written_wrong(text)
    return name, tuple(one for one in found if one is not None)


def _commas(text: str, stripped: str, parts: list[list[Word]]) -> NameProblem | None:
    """Return what is wrong with the commas of a name; `parts` are what stands between them."""
    whole = len(parts) > 1 and all(len(words) > 1 for words in parts)
    names = [_joined(words) for words in parts]
    if len(parts) - 1 > _MAX_COMMAS or (whole and len(parts) - 1 == _MAX_COMMAS):
        message = f"too many commas in the name `{text}`: names are joined with `and`"
        return NameProblem("too-many-commas", text, message, _joined_names(names))
    if "," not in text[len(stripped) :] or _ET_AL.search(text):
        return None
    message = f"a comma ends the name `{text}`"
    if not whole:
        return NameProblem("trailing-comma", text, message, stripped)
    # `A. Lovelace, C. Babbage, and G. Hopper`, or a double family name
    sure = any(_INITIAL.fullmatch(word.text) for word in parts[0])
    return NameProblem("whole-names", text, message, _joined_names(names) if sure else None)


def _joined_names(parts: list[str]) -> str | None:
    """Return the names that commas were to join; None where it is unclear which parts are one name."""
    if all(len(part.split()) > 1 for part in parts):
        return " and ".join(parts)
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return " and ".join(map(", ".join, zip(parts[::2], parts[1::2], strict=True)))
    return None


def _written_wrong(text: str) -> NameProblem | None:
    """Return what BibTeX reads as part of a name although it is meant to join names."""
    if ";" in text and len(parts := split_outside_braces(text, ";")) > 1:
        message = f"semicolons in `{text}`: names are joined with `and`"
        proposal = " and ".join(part.strip() for part in parts if part.strip())
        return NameProblem("semicolon", text, message, proposal)
    if _ET_AL.search(text):
        message = f"`{text}`: BibTeX's word for the rest is `and others`"
        proposal = f"{_ET_AL.sub('', text)} and others".strip()
        return NameProblem("et-al", text, message, proposal)
    if _DANGLING.search(text):
        return NameProblem("empty-name", text, f"a name is missing beside the `and` in `{text}`")
    return None


def _first_von_last(words: list[Word]) -> Name:
    """Return a name without commas: the prefix starts at the first particle but the last word."""
    particles = _particles(words)
    last = len(words) - 1
    for start in range(last):
        if particles[start]:
            prefix, family = _von_last(words[start:])
            return Name(_joined(words[:start]), family, prefix)
    # Without a prefix, hyphened words at the end are one family name.
    start = last
    while start > 0 and words[start].hyphened:
        start -= 1
    return Name(_joined(words[:start]), _joined(words[start:]))


def _von_last(words: list[Word]) -> tuple[str, str]:
    """Return prefix and family: the prefix ends at the last particle but the very last word."""
    particles = _particles(words)
    end = len(words) - 1
    while end > 0 and not particles[end - 1]:
        end -= 1
    if end <= 0:
        return "", _joined(words)
    prefix = _joined(words[:end])
    return prefix + ("-" if words[end].hyphened else ""), _joined(words[end:])


def _particles(words: list[Word]) -> list[bool]:
    """Return which words are in lower case, so part of a prefix.

    To BibTeX the second half of `Kyung-hyun` is one as well; here it is only behind another particle.
    """
    found: list[bool] = []
    for word in words:
        behind = not found or not word.hyphened or found[-1]
        found.append(behind and is_lower(word.text))
    return found


def _joined(words: list[Word]) -> str:
    """Return words as one text, hyphens and ties between them as written."""
    return "".join(word.separator + word.text for word in words).lstrip(" ~-")


def _extended(text: str) -> Name:
    """Return a name in BibLaTeX's extended format (biblatex manual, section 3.4)."""
    values: dict[str, str] = {}
    for part in split_outside_braces(text.strip().strip('"'), ","):
        label, _, value = part.partition("=")
        value = value.strip().strip('"').strip()
        literal = literal_in(value)
        values[label.strip().strip('"').lower()] = value if literal is None else literal
    return Name(
        values.get("given", ""),
        values.get("family", ""),
        values.get("prefix", ""),
        values.get("suffix", ""),
    )
