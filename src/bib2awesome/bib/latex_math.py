r"""Formulas as readable Unicode: `\alpha` -> α, `L^2` -> L², `\mathcal{O}(n\log n)` -> 𝒪(n log n).

A formula comes out whole or not at all: where one piece has no readable form in a line of text (a
matrix, a superscript that Unicode lacks, an unknown command) the caller keeps the TeX source. Blanks
mean nothing in a formula; here one is kept around operators and after commas, where a reader expects it.
"""

# ruff: noqa: RUF001, RUF002, S105 (characters that look like others are what this is about; a token is a piece of TeX)
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bib2awesome.bib.latex_commands import TEXT
from bib2awesome.bib.latex_math_tables import (
    ALPHABETS,
    FUNCTIONS,
    MATH_ACCENTS,
    MATH_SYMBOLS,
    OPERATORS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)

__all__ = ["formula_text", "script"]

_TOKEN = re.compile(r"\\[A-Za-z]+|\\[\s\S]|\s+|[\s\S]")
_MAX_DEPTH = 20

_SPACES = frozenset({",", ";", ":", ">", " ", "quad", "qquad", "enspace", "thinspace", "space"})
_NOTHING = frozenset(
    """! left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle
    scriptstyle limits nolimits mathstrut boldmath relax bf rm it cal mathsurround""".split()
)
# Commands that dress a formula or text without a meaning of their own.
_PLAIN = frozenset(
    """mathbf mathrm mathit mathsf mathtt mathnormal bm boldsymbol pmb mathop mathrel mathbin mathord
    operatorname symbf symup symrm ensuremath bold""".split()
)
_FRACTIONS = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/8": "⅛"}
_SIGNS = {"-": "−", "'": "′", "`": "‘", "~": " ", "*": "∗"}
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
# Superscripts that are endings of ordinals: plain letters read better ("4th").
_ORDINALS = frozenset({"th", "st", "nd", "rd"})

_PRINTED: dict[str, str] = {
    **{name: name for name in FUNCTIONS},
    **{name: name for name in "{}%&#$_"},
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_NOTHING, ""),
    **MATH_SYMBOLS,
    "|": "‖",
}


class _NoFormError(Exception):
    """Raised where a formula has a piece that a line of Unicode cannot show."""


@lru_cache(1 << 12)
def formula_text(source: str) -> str | None:
    """Return the formula in `source` (without its dollars) as readable text, or None.

    None means that some piece of it has no readable form; the source is then the best there is.
    """
    try:
        text = _Formula(_TOKEN.findall(source), 0).read()
    except _NoFormError:
        return None
    return unicodedata.normalize("NFC", text)


def script(text: str, table: dict[str, str]) -> str | None:
    """Return `text` in superscript or subscript characters, or None where one is missing."""
    if all(character in table for character in text):
        return "".join(table[character] for character in text)
    return None


class _Formula:
    """A reader over the tokens of one formula; `read` goes to the end of the group."""

    __slots__ = ("depth", "index", "tokens")

    def __init__(self, tokens: list[str], depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise _NoFormError
        self.tokens = tokens
        self.index = 0
        self.depth = depth

    def read(self) -> str:
        """Return the text of all tokens."""
        out: list[str] = []
        gap = function = swallowed = False
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.isspace():
                gap = not swallowed
                continue
            word = token[0] == "\\" and token[1:].isalpha()
            piece = self.piece(token)
            if not piece:
                continue
            last = out[-1][-1] if out else ""
            named = word and token[1:] in FUNCTIONS
            if self._spaced(last, piece, gap=gap, around=named or function):
                out.append(" ")
            out.append(piece)
            # TeX swallows the blank behind a command; it counts where one stands before, too.
            swallowed = word and not gap
            gap, function = False, named
        return "".join(out).strip().replace("′′", "″")

    @staticmethod
    def _spaced(last: str, piece: str, *, gap: bool, around: bool) -> bool:
        """Return whether a blank belongs between `last`, a character or none, and `piece`."""
        if not last or last.isspace() or piece.isspace():
            return False
        if gap and (last in OPERATORS or last in ",;" or piece in OPERATORS):
            return True
        return around and piece[0].isalnum() and (last.isalnum() or last in ")]")

    def piece(self, token: str) -> str:
        """Return the text of one token, with the arguments it takes."""
        if token[0] == "\\" and len(token) > 1:
            return self.command(token[1:])
        if token == "{":
            return self.nested(self.group())
        if token in {"^", "_"}:
            return self.raised(token)
        if token in "}&#%$\\":
            raise _NoFormError
        return _SIGNS.get(token, token)

    def group(self) -> list[str]:
        """Return the tokens up to the brace that closes the group just opened."""
        start, level = self.index, 1
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            level += (token == "{") - (token == "}")
            if not level:
                return self.tokens[start : self.index - 1]
        raise _NoFormError

    def nested(self, tokens: list[str]) -> str:
        return _Formula(tokens, self.depth + 1).read()

    def argument_tokens(self) -> list[str]:
        """Return the tokens of the next argument: a group, or a single token."""
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token == "{":
                return self.group()
            if not token.isspace():
                return [token]
        raise _NoFormError

    def argument(self) -> str:
        tokens = self.argument_tokens()
        if len(tokens) == 1 and tokens[0][0] == "\\":
            # `x^\mathcal{O}`: TeX wants braces there, authors leave them out, both mean this.
            self.depth += 1
            if self.depth > _MAX_DEPTH:
                raise _NoFormError
            text = self.piece(tokens[0])
            self.depth -= 1
            return text
        return self.nested(tokens)

    def raised(self, token: str) -> str:
        text = self.argument()
        if token == "^" and text in _ORDINALS:
            return text
        shown = script(text.replace(" ", ""), SUPERSCRIPTS if token == "^" else SUBSCRIPTS)
        if shown is None:
            raise _NoFormError
        return shown

    def command(self, name: str) -> str:
        if name in _PRINTED:
            return _PRINTED[name]
        if name in ALPHABETS:
            return "".join(ALPHABETS[name].get(letter, letter) for letter in self.argument())
        if name in _PLAIN:
            return self.argument()
        return self.construct(name)

    def construct(self, name: str) -> str:
        """Return the text of a command with arguments of its own kind."""
        if name in MATH_ACCENTS:
            base = self.argument().replace("ı", "i").replace("ȷ", "j")
            if len(base) != 1:
                raise _NoFormError
            return base + MATH_ACCENTS[name]
        if name in {"frac", "tfrac", "dfrac", "nicefrac", "sfrac"}:
            above, below = self.argument(), self.argument()
            if not (above.isalnum() and below.isalnum()):
                raise _NoFormError
            return _FRACTIONS.get(f"{above}/{below}", f"{above}/{below}")
        if name == "sqrt":
            return self.root()
        if name in TEXT:
            text = "".join(self.argument_tokens())
            if any(character in text for character in "\\{$"):
                raise _NoFormError
            return text.replace("~", " ")
        if name == "not":
            return unicodedata.normalize("NFC", self.argument() + "\u0338")
        raise _NoFormError

    def root(self) -> str:
        degree = ""
        if self.index < len(self.tokens) and self.tokens[self.index] == "[":
            while self.index < len(self.tokens) and self.tokens[self.index] != "]":
                self.index += 1
                degree += self.tokens[self.index] if self.index < len(self.tokens) else ""
            self.index += 1
            degree = degree.rstrip("]")
        under = self.argument()
        if degree not in _ROOTS:
            raise _NoFormError
        return _ROOTS[degree] + (under if under.isalnum() else f"({under})")
