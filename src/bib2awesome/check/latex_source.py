r"""What the rules of `check/latex/` look at: the fields that are printed, cut into pieces of TeX.

A piece is a token as TeX and BibTeX see it, with what it is part of: text, a formula, a formula's own
dollars, or an address that is copied as it is. Joined, the pieces are the source again.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.bib.latex_characters import encode_character, encode_in_formula
from bib2awesome.bib.latex_commands import TEXT, VERBATIM
from bib2awesome.bib.latex_tokens import control_word, formula, partners
from bib2awesome.bib.name_parse import parse_name
from bib2awesome.check.base import Checked
from bib2awesome.check.printable_characters import PRINTABLE
from bib2awesome.papers.paper import Paper
from bib2awesome.render.classic import PRINTED

__all__ = [
    "NAMES",
    "Piece",
    "after_digits",
    "escape_percents",
    "given_name",
    "has_lone_dollar",
    "named",
    "pieces",
    "printed",
    "raw_characters",
    "rewritten",
    "written",
]

NAMES = frozenset({"author", "editor", "translator", "bookauthor"})
"""Fields that are lists of names."""

# What styles print as text: classic ones, and biblatex's beside them.
_TEXT_FIELDS = frozenset(
    {name for names in PRINTED.values() for name in names}
    - set("doi url eprint archiveprefix primaryclass month key".split())
    | set(
        "subtitle titleaddon booksubtitle booktitleaddon maintitle mainsubtitle journaltitle "
        "journalsubtitle issuetitle eventtitle location translator bookauthor".split()
    )
)
_CACHED = 1 << 14
_SPECIAL = re.compile(r"[\\$&%#_^~]|[^\x00-\x7f]|://|www\.")
_ADDRESS = r"(?:https?://|www\.)(?:[^\s{}<>\"\\]|\\[_%&\#~])+"
_TOKEN = re.compile(
    rf"\\[A-Za-z]+\s*+ | \\[\s\S] | [{{}}$&%\#_^~\\] | {_ADDRESS} | [^\x00-\x7f]++"
    rf"| (?: (?!{_ADDRESS}) [^\x80-\U0010ffff{{}}$&%\#_^~\\] )++",
    re.VERBOSE,
)


class Piece(NamedTuple):
    r"""One token: its source, its offset, what it is part of, and the braces it stands in.

    `kind` is "text", "math", "mark" (what opens or closes a formula), "raw" (the argument of a command
    like `\url`) or "address" (one that stands in the text as it is).
    """

    text: str
    start: int
    kind: str
    depth: int


def printed(checked: Checked, *, classic: bool = False) -> Iterator[tuple[Paper, str, str]]:
    """Yield the fields that are set as text and hold more than plain words: paper, name, TeX source.

    With `classic` without those of files that are written for biblatex.
    """
    names = [name for name in checked.fields if name in _TEXT_FIELDS]
    for paper, name, tex in checked.having(*names):
        if _SPECIAL.search(tex) and not (classic and is_biblatex(paper.document)):
            yield paper, name, tex


def rewritten(parts: Sequence[Piece], new: Callable[[Piece], str]) -> str:
    """Return the source with each piece as `new` wants it."""
    return "".join(new(part) for part in parts)


def escape_percents(tex: str) -> str:
    r"""Return the source with a backslash before every bare `%` outside the arguments of `\url`."""

    def escaped(piece: Piece) -> str:
        return "\\%" if piece.text == "%" and piece.kind != "raw" else piece.text

    return rewritten(pieces(tex), escaped)


def after_digits(tex: str) -> bool:
    """Whether every `%` stands behind a number: then it is no comment that was meant."""
    return all(before[-1:].isdigit() for before in re.split(r"(?:\\ |~| )?\\?%", tex)[:-1])


def has_lone_dollar(tex: str) -> bool:
    """Whether there is a dollar that opens no formula: then what is one is uncertain."""
    if "$" not in tex:
        return False
    parts = pieces(tex)
    lone = [index for index, one in enumerate(parts) if one.text == "$" and one.kind == "text"]
    if len(lone) % 2:
        return True
    between = (
        "".join(one.text for one in parts[a + 1 : b])
        for a, b in zip(lone[::2], lone[1::2], strict=True)
    )
    return not all(_PADDED.fullmatch(inside) for inside in between)


# Blanks on both sides and no price: a formula to TeX, and hardly anything else to its author.
_PADDED = re.compile(r"\s+(?:[^\s\d{}][^{}]*\s)?")


# What prints nothing: zero-width blanks and what sets the direction of text.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# A character with its combining marks.
_CHARACTER = re.compile(r"[A-Za-z][\u0300-\u036f]+|[^\x00-\x7f][\u0300-\u036f]*")


def raw_characters(tex: str) -> list[tuple[re.Match[str], bool]]:
    """Return the characters that pdfLaTeX does not know as they stand, each with whether in a formula."""
    if PRINTABLE.fullmatch(tex):
        return []
    parts = pieces(tex)
    starts = [piece.start for piece in parts]
    found = []
    for match in _CHARACTER.finditer(tex):
        kind = parts[bisect_right(starts, match.end() - 1) - 1].kind
        if kind in {"text", "math"} and not PRINTABLE.fullmatch(match[0]):
            found.append((match, kind == "math"))
    return found


def written(character: str, math: bool) -> str | None:  # noqa: FBT001  (where it stands)
    """Return a character with its combining marks as LaTeX needs it; None where there is no form."""
    character = _INVISIBLE.sub("", unicodedata.normalize("NFC", character))
    if PRINTABLE.fullmatch(character):
        return character
    return encode_in_formula(character) if math else encode_character(character)


def given_name(one: str) -> str:
    """Return the given names of one name of a list, as TeX source; "" where it has none."""
    name = parse_name(one)[0]
    return "" if name is None else name.given


def named(characters: Sequence[str]) -> str:
    """Return characters for a message, each once: `λ` (U+03BB)."""
    shown = [
        f"`{one}` ({' '.join(f'U+{ord(character):04X}' for character in one)})"
        for one in dict.fromkeys(characters)
    ]
    more = f" and {len(shown) - _NAMED} more" if len(shown) > _NAMED else ""
    return ", ".join(shown[:_NAMED]) + more


_NAMED = 5


@lru_cache(_CACHED)
def pieces(tex: str) -> tuple[Piece, ...]:
    """Return the pieces of TeX source, in order."""
    return tuple(_Cutter(_TOKEN.findall(tex)).cut())


class _Cutter:
    """One pass over the tokens of a value, with what is open at each of them."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.partner = partners(tokens)
        self.math = False
        self.modes: list[bool] = []
        self.next_math: bool | None = None
        self.ends: dict[int, int] = {}  # where a formula ends: the index behind its closing marks
        self.marks_end = self.raw_end = 0

    def cut(self) -> Iterator[Piece]:
        start = 0
        for index, token in enumerate(self.tokens):
            depth = len(self.modes)
            kind = self.kind(index, token)
            yield Piece(token, start, kind, min(depth, len(self.modes)))
            start += len(token)

    def kind(self, index: int, token: str) -> str:
        """Say what the token is part of, and note what it opens or closes."""
        if index < self.marks_end:
            return "mark"
        if index < self.raw_end:
            return "raw"
        if index in self.ends:
            self.marks_end, self.math = self.ends.pop(index), False
            return "mark"
        if token in {"$", "\\(", "\\["} and not self.math and self.opens_formula(index):
            return "mark"
        kind = "math" if self.math else "text"
        if token in {"{", "}"} and index in self.partner:
            self.brace(token)
        elif token[0] == "\\":
            self.command(index, control_word(token))
        elif kind == "text" and (token.startswith("www.") or "://" in token):
            return "address"
        return kind

    def opens_formula(self, index: int) -> bool:
        found = formula(self.tokens, self.partner, index, len(self.tokens))
        if found is None:
            return False
        self.marks_end, end, after = found
        self.ends[end] = after
        self.math = True
        return True

    def brace(self, token: str) -> None:
        if token == "{":  # noqa: S105  (a token is a piece of TeX)
            self.modes.append(self.math)
            if self.next_math is not None:
                self.math, self.next_math = self.next_math, None
        else:
            self.math = self.modes.pop()

    def command(self, index: int, name: str) -> None:
        """Note what the argument of a command is."""
        if self.tokens[index + 1 : index + 2] != ["{"] or index + 1 not in self.partner:
            return
        if name in VERBATIM:
            self.raw_end = self.partner[index + 1] + 1
        elif name == "ensuremath":
            self.next_math = True
        elif name in TEXT:
            self.next_math = False
