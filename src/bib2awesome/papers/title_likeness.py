"""Two titles compared word by word: spelling is forgiven, another word is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from bib2awesome.papers.title_words import SMALL_WORDS
from bib2awesome.papers.titles import Title
from bib2awesome.papers.word_pairs import AFFIXES, CONFUSED, SUCCESSORS, SYNONYMS

__all__ = ["Likeness", "Relation", "likeness"]

_CACHED = 1 << 14
_CLOSE = 0.85
_CLOSER_THAN_CHANCE = 0.5
_MOST_TYPOS = 2
_TAIL = 5
_SHORT = 3
_TYPO, _TYPOS = 5, 9
_STEM = 5
_PLURAL = 3
_SWAPPED = 4
_LEGIBLE = 10
"""Letters of a title in which another spelling can still be told from another title."""


class Relation(Enum):
    """What one title is to the other, the best that holds."""

    EQUAL = "title equal"
    SPELLING = "title differs in spelling"
    PART = "subtitle missing"
    INSERTED = "one word more"
    CLOSE = "title similar"
    VETOED = "title of another work"
    FAR = "title different"


class Likeness(NamedTuple):
    """How two titles compare.

    `ratio` is the similarity of their letters from 0 to 1, `distinctive` whether what they have in common
    is more than a few common words: a method's name, a number, or a longer text.
    """

    relation: Relation
    ratio: float
    reason: str
    distinctive: bool = False


def likeness(one: Title, two: Title) -> Likeness:
    """Compare two titles; their order does not matter."""
    return _likeness(*sorted((one, two), key=lambda title: (len(title.key), title.key, title.text)))


@lru_cache(_CACHED)
def _likeness(one: Title, two: Title) -> Likeness:
    ratio = fuzz.ratio(one.key, two.key) / 100
    if not one.key or not two.key:
        return Likeness(Relation.FAR, 0.0, "no title to compare")
    if one.notice != two.notice:
        return _vetoed(ratio, f"one only is called `{one.notice or two.notice}`")
    if one.key == two.key:
        return Likeness(Relation.EQUAL, 1.0, "title equal", distinctive=True)
    part = _part(one, two)
    if part is not None:
        return part
    relation, reason = _by_words(one, two, ratio)
    return Likeness(relation, ratio, reason)


def _vetoed(ratio: float, reason: str) -> Likeness:
    return Likeness(Relation.VETOED, ratio, reason)


def _part(one: Title, two: Title) -> Likeness | None:
    """Return the likeness of titles of which one is the other's head or, if long, its tail."""
    short, long = (one, two) if len(one.key) < len(two.key) else (two, one)
    for start in long.parts:
        head, tail = long.words[:start], long.words[start:]
        if "".join(head) == short.key:
            if _is_numbered(tail) and not _COMPOUND.search(long.text):
                return _vetoed(
                    fuzz.ratio(one.key, two.key) / 100, f"`{' '.join(tail)}` in one only"
                )
            return Likeness(Relation.PART, 0.95, Relation.PART.value, _is_distinctive(short))
        if "".join(tail) == short.key and len(tail) >= _TAIL:
            return Likeness(Relation.PART, 0.95, "name in front missing", distinctive=True)
        if short.significant > 1 and len(short.key) >= _LEGIBLE and not _is_numbered(tail):
            front = long._replace(words=head, key="".join(head), parts=())
            if _by_words(front, short, 1.0)[0] is Relation.SPELLING:
                return Likeness(Relation.PART, 0.9, "subtitle missing, spelling differs")
    return None


def _is_numbered(tail: Sequence[str]) -> bool:
    """Whether a subtitle is one of a series: `Part 2`, `Volume B`, `2`, `v2`, `2024 edition`.

    A letter alone has to be all of it: `A Case Study` is no `A`.
    """
    return _SERIES.match(" ".join(tail)) is not None


_NUMBERED = "part|pt|vol|volume|chapter|book|phase|version|v|no|number|episode|paper|section|session|lecture|day|supplement|appendix"
_SERIES = re.compile(
    rf"(?:{_NUMBERED})(?: ?\d+(?:\.\d+)*| [a-z])(?: |$)|\d+(?:\.\d+)*(?: |$)|[a-z]$|\d+(?:st|nd|rd|th)? edition"
)
_COMPOUND = re.compile(r"[:?!.\u2013\u2014] +(?:two|three|four|five|six|\d+)-[a-z]", re.IGNORECASE)
"""A subtitle's beginning that is a word and no number of a series: `Two-Step Selection`."""


def _is_distinctive(title: Title) -> bool:
    return (
        title.significant > _SHORT
        or bool(title.shapes)
        or any(sign.isdigit() for sign in title.key)
        or any(not sign.isalnum() for sign in title.key)
        or re.match(r"[A-Z][\w]*-[A-Z]", title.text) is not None
    )


def _by_words(one: Title, two: Title, ratio: float) -> tuple[Relation, str]:
    """Compare titles that are not equal: the words in which they differ decide."""
    if _is_hedged(one, two):
        return Relation.INSERTED, Relation.INSERTED.value
    shapes = one.shapes | two.shapes
    typos, inserted = 0, 0
    for some, others in _blocks(one.words, two.words):
        if "".join(some) == "".join(others):
            continue
        veto = _veto(some, others, shapes)
        if veto:
            return (Relation.VETOED if ratio >= _CLOSER_THAN_CHANCE else Relation.FAR), veto
        slips = _slips(some, others)
        typos += slips
        words = *_content(some), *_content(others)
        if not slips and "".join(_content(some)) != "".join(_content(others)):
            if len(words) > 1 or SUCCESSORS & {*words}:
                return _otherwise(ratio, words)
            inserted += 1
    if inserted == 1 and not typos and _inside(one, two):
        return Relation.INSERTED, Relation.INSERTED.value
    if inserted or typos > _MOST_TYPOS:
        return _otherwise(ratio, ())
    return Relation.SPELLING, Relation.SPELLING.value


def _slips(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many typing errors make `others` of `some`, 0 where they are other words."""
    if len(some) == len(others) == 1 and _is_typo(some[0], others[0]):
        return 1
    one, two = _content(some), _content(others)
    a, b = "".join(one), "".join(two)
    return min(len(one), len(two)) if a != b and one and two and _is_typo(a, b) else 0


def _otherwise(ratio: float, words: Sequence[str]) -> tuple[Relation, str]:
    if ratio < _CLOSE:
        return Relation.FAR, Relation.FAR.value
    named = ", ".join(f"`{word}`" for word in words)
    return Relation.CLOSE, f"title similar ({named} differs)" if named else Relation.CLOSE.value


def _blocks(
    one: Sequence[str], two: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the words in which two titles differ, place by place."""
    begin: tuple[int, int] | None = None
    for step in Levenshtein.opcodes(one, two):
        if step.tag == "equal":
            if begin is not None:
                yield tuple(one[begin[0] : step.src_start]), tuple(two[begin[1] : step.dest_start])
            begin = None
        elif begin is None:
            begin = step.src_start, step.dest_start
    if begin is not None:
        yield tuple(one[begin[0] :]), tuple(two[begin[1] :])


def _content(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in SMALL_WORDS)


def _marks(words: Sequence[str]) -> Counter[str]:
    """Return what tells works apart in `words`: numbers, signs, single letters (but articles)."""
    found: Counter[str] = Counter()
    for word in words:
        found.update(re.findall(r"\d+(?:\.\d+)*|[+#*]+", word))
        if len(letter := word.rstrip("+#*")) == 1 and letter.isalpha() and letter != "a":
            found[letter] += 1
    return found


def _veto(one: Sequence[str], two: Sequence[str], shapes: frozenset[str]) -> str:
    """Return why differing words make two works, "" where they need not."""
    if _marks(one) != _marks(two):
        said = sorted((_marks(one) - _marks(two)) | (_marks(two) - _marks(one)))
        return f"{' and '.join(f'`{mark}`' for mark in said)} in one title only"
    if len(one) == len(two) == 1 and shapes & {*one, *two}:
        return f"`{one[0]}` is not `{two[0]}`"
    if len(one) == len(two) == 1 and _is_typo(one[0], two[0]):
        return ""
    negated = {"no", "not", "non", "without", "never", "nor"}
    if negated & {*one, *two} and negated & {*one} != negated & {*two}:
        return f"`{min(negated & {*one, *two})}` in one title only"
    return ""


@lru_cache(_CACHED)
def _is_typo(one: str, two: str) -> bool:
    """Whether two words are spellings or forms of one: at most a letter of five, two of nine."""
    if any({one, two} <= words for words in CONFUSED) or _affixed(one, two):
        return False
    if {one, two} in SYNONYMS:
        return True
    if one + "s" == two or two + "s" == one:
        return min(len(one), len(two)) >= _PLURAL
    short = min(len(one), len(two))
    stem = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), short)
    if stem >= _STEM and one[stem:] in _ENDINGS and two[stem:] in _ENDINGS:
        return True
    allowed = (short >= _TYPO) + (short >= _TYPOS)
    same_start = one[0] == two[0] or one[:2] == two[1::-1]
    if len(one) == len(two) >= _SWAPPED and sorted(one) == sorted(two):
        allowed = max(allowed, 1)  # two letters in the wrong order
    return same_start and OSA.distance(one, two) <= allowed


_ENDINGS = frozenset(
    (
        "_ s es d ed ing ic ical y ies al ally ly e er ers tic tical tics ise ize ised ized ising izing isation "
        "ization isations izations our or ours ors re er ion ions ional etic etical ation ations ive ency ence ences "
        "ency ting ted tion tions etically ization ling led ring red d a ar"
    ).split()
) - {"_"} | {""}


def _affixed(one: str, two: str) -> bool:
    """Whether two words differ in a beginning that makes another word: un-, semi-, intra- and inter-."""
    for a, b in AFFIXES:
        for some, others in ((one, two), (two, one)):
            if some.startswith(a) and others.startswith(b) and some[len(a) :] == others[len(b) :]:
                return True
    return False


def _is_hedged(one: Title, two: Title) -> bool:
    """Whether one title is the other with `Towards` in it, which many preprints lose."""
    short, long = sorted((one, two), key=lambda title: len(title.words))
    words = long.words
    return any(
        word in {"toward", "towards"} and words[:at] + words[at + 1 :] == short.words
        for at, word in enumerate(words)
    )


def _inside(one: Title, two: Title) -> bool:
    """Whether the word that one title has more stands neither at its ends nor beside a colon."""
    short, long = sorted((one, two), key=lambda title: len(title.words))
    at = next(
        (i for i, (a, b) in enumerate(zip(short.words, long.words, strict=False)) if a != b), -1
    )
    edges = {0, len(long.words) - 1, *long.parts, *(start - 1 for start in long.parts)}
    return at not in edges
