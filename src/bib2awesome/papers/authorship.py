"""Authors of two records compared: is this the same group of people?

Families are compared without accents, in every usual transcription (`Müller`, `Mueller`, `Muller`); given
names only as far as both sides state them. Order within a name does not matter, because East Asian names
are written either way, nor does the order of the names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.name_parse import Name, parse_name
from bib2awesome.papers.cyrillic import romanised
from bib2awesome.papers.title_words import LETTERS

__all__ = ["Overlap", "Person", "family_keys", "overlap", "person_of"]

_CACHED = 1 << 15
_LONG_FAMILY = 5
_LONGER_FAMILY = 8

_EXPANSIONS = {
    "ä": ("a", "ae"),
    "ö": ("o", "oe"),
    "ü": ("u", "ue"),
    "å": ("a", "aa"),
    "ø": ("o", "oe"),
    "æ": ("ae", "a"),
    "œ": ("oe", "o"),
    "ß": ("ss", "s"),
    "đ": ("d", "dj"),
    "ð": ("d", "dh"),
    "þ": ("th", "t"),
    "ł": ("l", "w"),
    "ñ": ("n", "ny"),
    "č": ("c", "ch"),
    "ć": ("c", "ch"),
    "š": ("s", "sh"),
    "ş": ("s", "sh"),
    "ž": ("z", "zh"),
}


class Person(NamedTuple):
    """One name, folded for comparison.

    Attributes:
        family: Writings of the family name without blanks; of an organisation its whole name.
        family_words: Writings of its single words without particles.
        given: Given names, folded; initials are single letters.
        words: Writings of all words of the name.
        organisation: Whether it is no person.
    """

    family: frozenset[str]
    family_words: tuple[frozenset[str], ...]
    given: tuple[str, ...]
    words: frozenset[str]
    organisation: bool = False


class Overlap(NamedTuple):
    """How two lists of authors agree.

    Attributes:
        common: Persons on both lists.
        shorter: Persons on the shorter list.
        firsts: Whether the first persons of both are the same.
        known: Both name persons. Without that, nothing is known about their agreement.
        organisation: A side names an organisation and no person, or both name the same one.
        initials: No common person has a given name in full on both lists.
    """

    common: int
    shorter: int
    firsts: bool = False
    known: bool = True
    organisation: bool = False
    initials: bool = False

    @property
    def all(self) -> bool:
        """Whether everybody on the shorter list is on the other one."""
        return self.known and self.common == self.shorter

    @property
    def enough(self) -> bool:
        """Whether it is the same group: half of the shorter list, and nobody by chance.

        Of two, both; one alone has to be the first of the other list as well. One namesake on a list
        of two is what two surveys of one title have in common.
        """
        if not self.known:
            return False
        if self.shorter == 1:
            return self.common == 1 and self.firsts
        return self.common >= max(2, (self.shorter + 1) // 2)

    @property
    def words(self) -> str:
        """Say it for a list of reasons."""
        if self.organisation:
            return "the same organisation" if self.known else "an organisation as author"
        return f"{self.common} of {self.shorter} authors" if self.known else "no authors to compare"


def overlap(some: Iterable[Name | str], others: Iterable[Name | str]) -> Overlap:
    """Compare two lists of authors, each in its own order; `and others` is simply left out."""
    one = [person_of(name) for name in some]
    two = [person_of(name) for name in others]
    persons = [person for person in one if not person.organisation]
    people = [person for person in two if not person.organisation]
    if not persons or not people:
        if one and two and not persons and not people:
            same = any(a.family & b.family for a in one for b in two)
            return Overlap(int(same), 1, firsts=same, organisation=same)
        return Overlap(0, 0, known=False, organisation=bool(one and two))
    if len(persons) > len(people):
        persons, people = people, persons
    common, spelled = _common(persons, people)
    return Overlap(common, len(persons), _same(persons[0], people[0]), initials=not spelled)


def _common(few: list[Person], many: list[Person]) -> tuple[int, bool]:
    """Return how many of `few` are among `many`, each used once, and whether any with a full given name."""
    free = list(many)
    common, spelled = 0, False
    for person in few:
        match = next((other for other in free if _same(person, other)), None)
        if match is not None:
            free.remove(match)
            common += 1
            spelled = spelled or (_spelled(person) and _spelled(match))
    return common, spelled


def _spelled(person: Person) -> bool:
    return any(len(word) > 1 for word in person.given)


@lru_cache(_CACHED)
def _same(one: Person, two: Person) -> bool:
    """Whether two names can be one person's."""
    if one.family & two.family or _shares_family(one, two):
        return _given_agree(one.given, two.given)
    if _swapped(one, two) or _swapped(two, one):
        return True
    return _nearly(one.family, two.family) and _given_agree(one.given, two.given)


def _shares_family(one: Person, two: Person) -> bool:
    """Whether one of them is known by a part of the other's family name (`García Márquez`, `García`)."""
    if len(one.family_words) + len(two.family_words) <= 2:  # noqa: PLR2004 - one word each: compared already
        return False
    ends = [words for words in (one.family_words, two.family_words) if words]
    if len(ends) < 2:  # noqa: PLR2004
        return False
    return any(a & b for a in {ends[0][0], ends[0][-1]} for b in {ends[1][0], ends[1][-1]})


def _swapped(one: Person, two: Person) -> bool:
    """Whether the one's family is a given name of the other and the other way round."""
    if not (one.given and two.given):
        return not one.given and len(one.family_words) > 1 and one.words == two.words
    whole = "".join(two.given)
    return (whole in one.family or two.given[0] in one.family) and any(
        _agree("".join(one.given), family) for family in two.family
    )


def _given_agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: unknown, equal, an initial of the other, or a short form.

    The first names decide, or any two full ones that are equal (`J. Robert`, `Robert`).
    """
    if not one or not two or _agree(one[0], two[0]):
        return True
    if _agree("".join(one), "".join(two)):
        return True
    return any(len(word) > 1 and word in two for word in one)


def _agree(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    if long.startswith(short):
        return True
    if len(short) <= 2:  # noqa: PLR2004 - `JF` for Jean-François
        return short[:1] == long[:1] and len(short) == 2 and short[1] in long  # noqa: PLR2004
    return (
        long[:3] == short[:3]
        or OSA.distance(one, two, score_cutoff=1) <= 1
        or {one, two} in _NICKNAMES
    )


_NICKNAMES = [
    {short, name}
    for short, names in {
        "bob": "robert", "rob": "robert", "bill": "william", "will": "william", "mike": "michael",
        "dick": "richard", "rick": "richard", "tony": "anthony", "jim": "james", "jack": "john",
        "ted": "edward theodore", "ned": "edward", "hank": "henry", "larry": "lawrence",
        "peggy": "margaret", "meg": "margaret", "liz": "elizabeth", "beth": "elizabeth",
        "kate": "catherine katherine", "katie": "katherine", "joe": "joseph", "sasha": "alexander aleksandr",
        "misha": "mikhail", "kolya": "nikolai", "chuck": "charles", "harry": "harold henry", "andy": "andrew",
        "drew": "andrew", "gus": "augustus", "zack": "zachary", "steve": "stephen steven",
        "nick": "nicholas nikolaos", "yuri": "jurij yury", "sergei": "sergey serge", "andrei": "andrey",
    }.items()
    for name in names.split()
]  # fmt: skip


def _nearly(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two families differ by a typing error: one letter of five, two of eight."""
    for one in some:
        for two in others:
            length = min(len(one), len(two))
            allowed = (length >= _LONG_FAMILY) + (length >= _LONGER_FAMILY)
            if allowed and one[0] == two[0] and OSA.distance(one, two) <= allowed:
                return True
    return False


@lru_cache(_CACHED)
def family_keys(name: Name | str) -> frozenset[str]:
    """Return the writings under which a name's family can be looked up: whole, first and last word."""
    whole, words = _family_of(_read(name))
    return whole.union(*words[:1], *words[-1:])


@lru_cache(_CACHED)
def person_of(name: Name | str) -> Person:
    """Return a name for comparison; a string is read as BibTeX reads a name."""
    name = _read(name)
    whole, family_words = _family_of(name)
    if name.literal is not None:
        return Person(whole, (), (), frozenset(), organisation=True)
    given, family = map(_split, _given_and_family(name))
    givens = tuple(word for part in given for word in _initials(part))
    words = frozenset(min(_writings(word)) for word in (*given, *family))
    return Person(whole, family_words, givens, words)


def _read(name: Name | str) -> Name:
    return (parse_name(name)[0] or Name()) if isinstance(name, str) else name


def _given_and_family(name: Name) -> tuple[str, str]:
    given, family = to_unicode(name.given), to_unicode(name.family)
    if "," in family and not given:  # services: {"family": "Lee,Sang-Youp"}
        family, _, given = family.partition(",")
    return given, family


def _family_of(name: Name) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Return the writings of a family name, and of its single words; of an organisation of its name."""
    if name.literal is not None:
        return _writings(to_unicode(name.literal)), ()
    _, family = _given_and_family(name)
    known = [word for word in _split(family) if word.lower() not in _SUFFIXES]
    whole = _writings("".join(known) or family)
    if prefix := to_unicode(name.prefix):
        whole |= _writings(prefix + family)
    return whole, tuple(map(_writings, known))


_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


_BETWEEN_WORDS = re.compile(r"[\s~\u2010-\u2015-]+")


def _split(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(text) if _writings(word)]


def _initials(word: str) -> list[str]:
    """Return the folded given names in a word: `J.F.` and `JF` are two initials."""
    parts = [part for part in word.split(".") if part]
    if len(parts) > 1:
        return [folded for part in parts if (folded := _letters(part))]
    letters = _letters(word)
    if len(letters) == 2 and word.strip(".").isupper() and not set(letters) & set("aeiouy"):  # noqa: PLR2004
        return list(letters)
    return [letters]


def _letters(text: str) -> str:
    return min(_writings(text), key=len, default="")


@lru_cache(_CACHED)
def _writings(text: str) -> frozenset[str]:
    """Return the usual transcriptions of a name: letters only, lower case, at most a few dozen."""
    if text.isascii():
        letters = "".join(filter(str.isalpha, text.lower()))
        return frozenset((letters,)) if letters else frozenset()
    text = romanised(unicodedata.normalize("NFC", text.lower()))
    found = [""]
    for sign in text:
        ways = _EXPANSIONS.get(sign) or (_plain(sign),)
        ways = ways if len(found) <= 16 else ways[:1]  # noqa: PLR2004
        found = [done + way for done in found for way in ways]
    return frozenset(writing for writing in found if writing)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    plain = "".join(
        LETTERS.get(part, part) for part in unicodedata.normalize("NFKD", sign).casefold()
    )
    return "".join(part for part in plain if part.isalpha() and not unicodedata.combining(part))
