r"""BibTeX's own rules for name lists, on source text: where a name ends, its tokens, the case of a word.

The rules are those of bibtex.web ("name scanning", sections 377-401): a list is cut at `and` between
blanks at brace depth 0, a name at commas, blanks, ties and hyphens at depth 0, and the case of a word is
that of its first letter at depth 0 or of its first special character. Beyond them, letters are Unicode
letters: BibTeX looks at bytes and takes `Élie` for lower case, because its first ASCII letter is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

__all__ = ["Word", "is_lower", "respelled", "split_list", "split_outside_braces", "words_of"]

_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"(?<=\s)and(?=\s)|[{}]", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\s~\-{}]+|[\s~\-]+|[{}]")
# The control sequences whose case BibTeX knows (bibtex.web, section 334).
_LOWER = frozenset({"i", "j", "oe", "ae", "aa", "o", "l", "ss"})
_UPPER = frozenset({"OE", "AE", "AA", "O", "L"})
_CONTROL = re.compile(r"\\([A-Za-z]*)")


class Word(NamedTuple):
    """One word of a name with what separates it from the word before: blanks, `~` or `-`."""

    text: str
    separator: str

    @property
    def hyphened(self) -> bool:
        """Whether a hyphen joins it to the word before: the first separator decides."""
        return self.separator.startswith("-")


def split_list(source: str) -> list[str]:
    """Return the names of a list, stripped; an empty one stays as an empty string."""
    if "{" not in source:
        return [name.strip() for name in _AND.split(source)]
    return [source[start:end].strip() for start, end in _between(source)]


def _between(source: str) -> Iterator[tuple[int, int]]:
    """Yield where the text between two `and`s of a list begins and ends, blanks around it included."""
    start = depth = 0
    for found in _AND_OR_BRACE.finditer(source):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            yield start, found.start()
            start = found.end()
    yield start, len(source)


def respelled(source: str, new: Mapping[str, str]) -> str:
    """Return a list with those of its names that are in `new` as that writes them; all else stays."""
    parts: list[str] = []
    at = 0
    for start, end in _between(source):
        name = source[start:end].strip()
        begin = source.index(name, start, end)
        parts += (source[at:begin], new.get(name, name))
        at = begin + len(name)
    return "".join([*parts, source[at:]])


def split_outside_braces(source: str, sign: str) -> list[str]:
    """Return the parts of `source` between each `sign` (one character) at brace depth 0."""
    if "{" not in source:
        return source.split(sign)
    parts: list[str] = []
    start = depth = 0
    for index, character in enumerate(source):
        if character == "{":
            depth += 1
        elif character == "}":
            depth = max(depth - 1, 0)
        elif character == sign and not depth:
            parts.append(source[start:index])
            start = index + 1
    parts.append(source[start:])
    return parts


def words_of(source: str) -> list[Word]:
    """Return the words of one part of a name. Separators before the first word are dropped."""
    words: list[Word] = []
    depth = 0
    text = separator = ""
    for piece in _WORD.findall(source):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(depth - 1, 0)
        elif not depth and piece[0] in " ~-\t\n\r\f\v":
            if text:
                words.append(Word(text, separator))
                text = separator = ""
            separator += _BLANKS.sub(" ", piece)
            continue
        text += piece
    if text:
        words.append(Word(text, separator))
    return words


def is_lower(word: str) -> bool:
    """Return whether BibTeX takes `word` for lower case, so for part of a prefix."""
    index = depth = 0
    while index < len(word):
        character = word[index]
        if character == "{":
            if not depth and word.startswith("{\\", index):
                return _special_is_lower(word, index + 1)
            depth += 1
        elif character == "}":
            depth = max(depth - 1, 0)
        elif not depth and character.isalpha():
            return character.islower()
        index += 1
    return False


def _special_is_lower(word: str, index: int) -> bool:
    """Return the case of the special character whose backslash stands at `index`."""
    found = _CONTROL.match(word, index)
    name = found[1] if found else ""
    if name in _LOWER or name in _UPPER:
        return name in _LOWER
    depth = 1
    for character in word[index + 1 + len(name) :]:
        depth += (character == "{") - (character == "}")
        if not depth:
            return False
        if character.isalpha():
            return character.islower()
    return False
