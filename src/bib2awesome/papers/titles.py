r"""Titles, made comparable: what two writings of one title have in common, and what tells two titles apart.

A title comes as TeX (`CrI$_3$`), with HTML or MathML (`CrI<sub>3</sub>`), in capitals, with other
hyphens, quotes and accents; all of these have the same `Title.key`. Numbers, part and version marks, `++`
and words such as "Correction to" are kept apart, because they make two works of nearly equal titles.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

from bib2awesome.bib.latex import to_unicode
from bib2awesome.papers.title_words import (
    BADGES,
    FRONT_MATTER,
    GREEK,
    LETTERS,
    MARKED,
    MATERIALS,
    NOTICES,
    NUMBER_WORDS,
    ROMAN,
    SMALL_WORDS,
)

__all__ = ["Title", "folded", "plain_title", "title_key", "title_of"]

_CACHED = 1 << 16
_LONGEST = 2000
_TEX_SIGN = re.compile(r"[\\{}$~`'-]")
_RUN = re.compile(r"[^\W_]+")


class Title(NamedTuple):
    """One title, read.

    Attributes:
        text: As a reader sees it, without badges such as "(poster)" and "RETRACTED:".
        words: Folded to lower-case ASCII where that has a form; signs that carry meaning stay (`c++`).
        key: The words in one piece; equal keys are equal titles.
        notice: What kind of notice or supplement the title says it is (`correction`), "" for none.
        parts: Places in `words` where a subtitle begins.
    """

    text: str
    words: tuple[str, ...]
    key: str
    notice: str
    parts: tuple[int, ...]

    @property
    def shapes(self) -> frozenset[str]:
        """Words that the title writes with capitals inside (`DDPM`, `ToMe`), folded: names, in which every letter counts."""
        return _shapes(self.text, self.notice)

    @property
    def front_matter(self) -> bool:
        """Whether it is a title like "Preface", which hundreds of works have."""
        return _is_front_matter(" ".join(self.words))

    @property
    def significant(self) -> int:
        """How many words say something: neither articles nor prepositions."""
        return sum(word not in SMALL_WORDS for word in self.words)


def title_key(title: str) -> str:
    """Return the text under which equal titles meet: letters, digits and meaning signs only; "" for none.

    Args:
        title: TeX source, HTML or plain text.
    """
    return title_of(title).key


@lru_cache(_CACHED)
def title_of(title: str) -> Title:
    """Read a title: TeX source, HTML or plain text, of at most 2,000 characters (the rest is left out)."""
    text = _without_badges(plain_title(title[:_LONGEST]))
    words, parts = _in_parts(text)
    notice = ""
    if not _notice_words().isdisjoint(words):
        notice, rest = _notice(text)
        words, parts = _in_parts(rest)
    return Title(text, tuple(words), "".join(words), notice, tuple(parts))


def _in_parts(text: str) -> tuple[list[str], list[int]]:
    """Return the words of a title, and the places among them where a subtitle begins."""
    words: list[str] = []
    parts: list[int] = []
    for piece in _part_pattern().split(text):
        found = _words(piece)
        if found and words:
            parts.append(len(words))
        words += found
    return words, parts


def plain_title(title: str) -> str:
    """Return a title as one line of text: entities, tags and TeX decoded."""
    if "&" in title and ";" in title:
        import html  # noqa: PLC0415 - few titles have entities; costs start-up

        title = html.unescape(html.unescape(title))  # services escape once or twice
    if "<" in title:
        title = _tag_pattern().sub("", title)
    if _TEX_SIGN.search(title) is not None:
        title = to_unicode(title)
    return " ".join(title.split())


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)


@cache
def _part_pattern() -> re.Pattern[str]:
    """Return the pattern of what stands between a title and its subtitle, on one line.

    Each alternative begins with a sign of its own, which is fast to look for.
    """
    return re.compile(
        r": |:$|; |\? |! |\. +(?=[^\W\d_])| [-\u2010-\u2013\u2015\u2212|~] | \u2014 ?|\u2014 ?"
    )


def _without_badges(text: str) -> str:
    """Return a title without what lists and publishers write in front of it or behind it."""
    if text[-1:].isalnum() and text.lstrip(" [(")[:9].lower() not in _TAKEN_BACK:
        return text
    before = None
    while before != text:
        before = text
        text = _badge_pattern().sub("", text).strip()
    return text or before


_TAKEN_BACK = frozenset({"retracted", "withdrawn"})


@cache
def _badge_pattern() -> re.Pattern[str]:
    front = r"^\s*[\[(]?\s*(?:retracted(?: article| paper)?|withdrawn(?: article| paper)?)\s*[\])]?\s*[:.\u2013\u2014-]\s*"
    front += r"|^\s*[\[(](?:retracted|withdrawn)(?: article| paper)?[\])]\s*"
    back = rf"\s*[\[(](?:{'|'.join(BADGES)})[\])]\s*\.?$|\s*[\u2606\u2605\u2020\u2021\u2217]+$|(?<=\w{{5}})\*$|\s\*$"
    return re.compile(f"{front}|{back}", re.IGNORECASE)


def _notice(text: str) -> tuple[str, str]:
    """Return the kind of notice a title announces and the title without it; "" and the title for none."""
    for pattern in _notice_patterns():
        match = pattern.search(text)
        if match is not None:
            rest = f"{text[: match.start()]} {text[match.end() :]}".strip(' :.-\u2013\u2014"“”')
            words = next(group for group in match.groups() if group).lower().split()
            return NOTICES[" ".join(words)], rest
    return "", text


@cache
def _notice_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    notices, materials = _either(NOTICES.keys() - MATERIALS), _either(MATERIALS)
    whose = r"(?:(?:the\s+)?(?:author|publisher|editor)s?['\u2019]?s?\s+|editorial\s+)?"
    noted = r"(?:\s+(?:note|notice))?"
    # `Data for: X` is of a repository, `A Dataset for X` and `X: A Dataset for Y` are papers.
    front = rf"^[\[(]?(?:a\s+)?{whose}({notices}){noted}[\])]?(?:\s*:|\s+(?:to|on|of|for)\b\s*:?|\s*[\u2013\u2014-]\s)"
    front += rf"|^({materials})(?:\s+(?:to|from|of|for))?\s*:"
    about = rf"{whose}({notices}){noted}\s+(?:to|on|of|for)\b[^:]*"
    end = rf"(?:a\s+)?{whose}({notices}){noted}|({materials})|{about}"
    back = rf"(?:[\[(]|[:.\u2013\u2014]\s*|\s-\s)(?:{end})[\])]?\.?$"
    return re.compile(front, re.IGNORECASE), re.compile(back, re.IGNORECASE)


@cache
def _notice_words() -> frozenset[str]:
    """Return words of which every notice has one; few titles do."""
    return frozenset(max(said.split(), key=len) for said in NOTICES.keys() | MATERIALS)


def _either(words: Collection[str]) -> str:
    return "|".join(sorted((word.replace(" ", r"\s+") for word in words), key=len, reverse=True))


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\d+(?:\.\d+)+|[^\W_]+(?:\+\+|[+#*](?![^\W_]))*")


def _words(text: str) -> list[str]:
    """Return the comparable words of a piece of a title."""
    found: list[str] = _word_pattern().findall(folded(text))
    if _NUMERALS.isdisjoint(found):
        return found
    return [_word(found, index) for index in range(len(found))]


def folded(text: str) -> str:
    """Return `text` in lower case without accents; letters of Greek by name, `&` as "and"."""
    if "," in text:
        text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = text.replace("&", " and ")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = text.casefold().replace("'", "").replace("`", "")
    if not text.isascii():
        text = "".join(LETTERS.get(sign) or GREEK.get(sign) or sign for sign in text)
    return text


_NUMERALS = frozenset(NUMBER_WORDS.keys() | ROMAN.keys())


def _word(words: list[str], index: int) -> str:
    """Return a word with its number in digits: `two` and `II` are 2, behind "part" also `I`, `V`, `X`."""
    word = words[index]
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word in ROMAN:
        marked = index > 0 and words[index - 1] in MARKED
        if len(word) > 1 or marked or (word == "i" and index and index == len(words) - 1):
            return ROMAN[word]
    return word


@lru_cache(_CACHED)
def _shapes(text: str, notice: str) -> frozenset[str]:
    if not any(map(str.islower, text)):
        return frozenset()
    rest = _notice(text)[1] if notice else text
    found = (
        word
        for word in _RUN.findall(rest)
        if not word[1:].islower() and any(map(str.isupper, word[1:]))
    )
    return frozenset("".join(_words(word)) for word in found)


def _is_front_matter(text: str) -> bool:
    return not text or text in FRONT_MATTER or re.match(_FRONT, text) is not None


_FRONT = (
    r"(?:guest )?(?:editors? |editorial )?(?:introduction|preface|foreword|editorial|overview|message)"
    r" (?:to|of|for|from) (?:the |this )?(?:special |theme |themed |thematic )?"
    r"(?:issue|section|collection|volume|minitrack|track|editors?|chairs?|organi[sz]ers|proceedings|conference|workshop)\b"
    r"|(?:message|welcome) (?:from|to|by)\b|(?:author|subject|keyword) index\b|table of contents\b"
    r"|(?:call for papers|list of (?:reviewers|authors|participants))\b|proceedings of\b"
    r"|(?:session|keynote|invited) (?:\d+|talk|address|speech)$|(?:introduction|preface|editorial) \d+$"
)
