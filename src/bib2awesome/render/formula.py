r"""Formulas that may stand in a document as they are: nothing but symbols, and well formed.

A formula that TeX stumbles over costs a reference in a bibliography, but a figure or a whole document
elsewhere: `$\sqrt[3$` reads on to the end of the file. So arguments have to be there, in braces, `\left`
has its `\right`, and nothing has two superscripts (The TeXbook, chapter 17).
"""

# ruff: noqa: S105 (a token is a piece of TeX)
from __future__ import annotations

import re

from bib2awesome.bib.latex_commands import MATH_ARGUMENT, TEXT
from bib2awesome.bib.latex_math_tables import MATH_SYMBOLS

__all__ = ["is_harmless"]

_TOKEN = re.compile(r"\\([A-Za-z]+)|\\[,;:!{}|]|[A-Za-z0-9 +\-*/=<>()\[\].,:;|!'^_{}]")
_TEXT = TEXT - {"mbox", "hbox"}
_ARGUMENTS = dict.fromkeys((*MATH_ARGUMENT, *_TEXT, "mathrm", "operatorname"), 1) | {"frac": 2}
_KNOWN = frozenset({*MATH_SYMBOLS, *_ARGUMENTS, "left", "right", "quad"})
_DELIMITERS = frozenset("()[]|./<>") | {
    *(r"\{", r"\}", r"\|", r"\langle", r"\rangle", r"\lfloor", r"\rfloor", r"\lceil", r"\rceil"),
    *(r"\lbrace", r"\rbrace", r"\vert", r"\Vert"),
}
_APART = re.compile(r"' +['^]")
"""Primes that a blank keeps from joining what follows: two superscripts."""
_DEEPEST = 20


_SIGNS = frozenset("infty ast star circ dagger ddagger prime top bot perp pm mp times".split())


class _MalformedError(Exception):
    """Raised where TeX would stop, or read on behind the formula."""


def is_harmless(formula: str) -> bool:
    """Whether TeX sets a formula, given without its dollars, and does nothing else."""
    if _APART.search(formula):
        return False
    tokens, end = [], 0
    for match in _TOKEN.finditer(formula):
        if match.start() != end or (match[1] and match[1] not in _KNOWN):
            return False
        tokens.append(match[0])
        end = match.end()
    try:
        _Reader([token for token in tokens if token != " "]).until("")
    except _MalformedError:
        return False
    return end == len(formula)


def _is_letter(name: str) -> bool:
    return name in _SIGNS or MATH_SYMBOLS.get(name, "").isalpha()


class _Reader:
    """Steps over the tokens of a formula; "" stands behind the last one."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = [*tokens, ""]
        self._at = 0
        self._depth = 0

    def next(self) -> str:
        token = self._tokens[self._at]
        if not token:
            raise _MalformedError
        self._at += 1
        return token

    def until(self, closing: str) -> None:
        """Step over everything up to `closing` of this level, and over that."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _MalformedError
        while self._tokens[self._at] != closing:
            self.nucleus()
            self.scripts()
        self._at += bool(closing)
        self._depth -= 1

    def nucleus(self) -> None:
        """Step over what scripts may stand at; before a script there may be nothing."""
        if self._tokens[self._at] in {"^", "_", "'"}:
            return
        token = self.next()
        name = token[1:]
        if token == "{":
            self.until("}")
        elif token == r"\left":
            self.delimiter()
            self.until(r"\right")
            self.delimiter()
        elif token in {"}", r"\right"}:
            raise _MalformedError
        elif token[0] == "\\" and name in _ARGUMENTS:
            if name == "sqrt" and self._tokens[self._at] == "[":
                self._at += 1
                self.until("]")
            for _ in range(_ARGUMENTS[name]):
                self.group(text=name in _TEXT)

    def scripts(self) -> None:
        """Step over at most one superscript and one subscript; primes are one, and join one behind them."""
        seen = set[str]()
        while (sign := self._tokens[self._at]) in {"^", "_", "'"}:
            primed = sign == "'"
            while self._tokens[self._at] == "'":
                self._at += 1
            if primed and self._tokens[self._at] == "^":
                sign = "^"
            if (sign if sign == "_" else "^") in seen:
                raise _MalformedError
            seen.add(sign if sign == "_" else "^")
            if sign != "'":
                self._at += 1
                self.script()

    def script(self) -> None:
        """Step over a script: a group, a sign, or a symbol that is no macro to amsmath, as sums are."""
        token = self.next()
        if token == "{":
            self.until("}")
        elif token in {"^", "_", "'", "}"} or (token[0] == "\\" and not _is_letter(token[1:])):
            raise _MalformedError

    def group(self, *, text: bool) -> None:
        """Step over an argument in braces; in text nothing can be raised or lowered."""
        start = self._at
        if self.next() != "{":
            raise _MalformedError
        self.until("}")
        if text and {"^", "_"} & set(self._tokens[start : self._at]):
            raise _MalformedError

    def delimiter(self) -> None:
        if self.next() not in _DELIMITERS:
            raise _MalformedError
