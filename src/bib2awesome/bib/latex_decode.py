r"""TeX source to the text a reader sees: one pass over tokens, macros by table.

Expectations follow TeX: a blank after a control word is swallowed, `\-` prints nothing, `~` is a
blank. Where a .bib in the wild is not what TeX would accept, the text stays visible: a bare `%` or `&`
is itself, an unbalanced brace stays, an unknown command leaves its argument or, without one, itself.
"""

# ruff: noqa: RUF001, S105 (characters that look like others are what this is about; a token is a piece of TeX)
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from bib2awesome.bib.latex_commands import DROPPED, SWITCHES, TRANSPARENT
from bib2awesome.bib.latex_math import formula_text, script
from bib2awesome.bib.latex_math_tables import (
    ALPHABETS,
    FUNCTIONS,
    MATH_SYMBOLS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)
from bib2awesome.bib.latex_tables import (
    ABOVE,
    ACCENTS,
    ENCODED,
    ESCAPES,
    INVISIBLE,
    LETTERS,
    LIGATURES,
    SPACING,
    SYMBOLS,
)
from bib2awesome.bib.latex_tokens import control_word, formula, partners

__all__ = ["decode"]

_TOKEN = re.compile(
    r"""\\[A-Za-z]+\s*+ | \\[\x00-\x7f] | [{}$~] | ---? | ``? | '' | [!?]` | ,,
    | (?: [^\\{}$~`',!?\-]++ | -(?!-) | '(?!') | ,(?!,) | [!?](?!`) )++ | [\s\S]""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"`([^`']*)'(?!\w)")
# What no accent stands on; `&` and the like are bare here, and so are characters.
_NO_LETTER = frozenset("\\{}$&%#_^~")
_FIRST = re.compile(r"\s*(\w[\u0300-\u036f]*)")
_MAX_DEPTH = 50
_ORDINALS = frozenset({"st", "nd", "rd", "th", "e", "er", "re", "ème", "eme", "ère"})
_MARKS_OF = {"TM": "™", "tm": "™", "SM": "℠", "sm": "℠", "R": "®", "®": "®", "©": "©"}

# What a command without an argument prints. Formulas' commands are read in text, too: authors forget
# the dollars.
_PRINTED: dict[str, str] = {
    **{name: name for name in FUNCTIONS},
    **MATH_SYMBOLS,
    **SYMBOLS,
    **ESCAPES,
    **dict.fromkeys(TRANSPARENT | SWITCHES, ""),
}

# Typesetting characters that stand for plain ones, and are in the way of whoever searches the text.
_FOLDED = re.compile("[\ufb00-\ufb06\u2010\u2011]")


def _folded(found: re.Match[str]) -> str:
    return ENCODED[found[0]]


def decode(tex: str) -> str:
    """Return `tex` as display text, normalised to NFC, with blanks folded."""
    if not tex.isascii():
        tex = _FOLDED.sub(_folded, INVISIBLE.sub("", tex))
    tokens: list[str] = _TOKEN.findall(tex)
    out: list[str] = []
    _Decoder(tokens).span(0, len(tokens), out)
    text = " ".join("".join(out).split())
    if "`" in text:  # one that no ' closes is no quotation mark but what it looks like: `code`
        text = _QUOTED.sub("‘\\1’", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class _Decoder:
    """The tokens of one string; `span` writes the text of a stretch of them."""

    __slots__ = ("depth", "partner", "tokens")

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.partner = partners(tokens)
        self.depth = 0

    def span(self, index: int, end: int, out: list[str]) -> None:
        """Write the text of the tokens from `index` to before `end` to `out`."""
        tokens = self.tokens
        while index < end:
            token = tokens[index]
            if token[0] == "\\" and len(token) > 1:
                index = self.command(index, end, out)
                continue
            if token == "$":
                index = self.formula(index, end, out)
                continue
            if token in LIGATURES:
                out.append(token if self.points(index, out) else LIGATURES[token])
            elif index not in self.partner:
                out.append(token)
            index += 1

    def points(self, index: int, out: list[str]) -> bool:
        """Whether hyphens are part of an arrow or of a comment's mark, `-->` and `<!--`: no dash."""
        if self.tokens[index][0] != "-":
            return False
        before = out[-1] if out else ""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else ""
        return after.startswith(">") or before.endswith(("<", "<!"))

    def text(self, index: int, end: int) -> str:
        """Return the text of a stretch; beyond a sane depth, its source."""
        if self.depth > _MAX_DEPTH:
            return "".join(self.tokens[index:end])
        out: list[str] = []
        self.depth += 1
        self.span(index, end, out)
        self.depth -= 1
        return "".join(out)

    def command(self, index: int, end: int, out: list[str]) -> int:
        """Write what the command at `index` prints; return the index behind it and its arguments."""
        token = self.tokens[index]
        name = control_word(token)
        if name in ACCENTS:
            text, index = self.accent(ACCENTS[name], index + 1, end)
            out.append(text)
            return index
        if name in _PRINTED:
            out.append(_PRINTED[name])
            return index + 1
        if name in DROPPED:
            return self.argument(index + 1, end)[2]
        if name in {"(", "["}:
            return self.formula(index, end, out)
        handler = _HANDLERS.get(name)
        if handler is not None and self.partner.get(index + 1, end) < end:
            text, index = handler(self, index + 1, end)
            out.append(text)
            return index
        return self.unknown(index, end, out)

    def unknown(self, index: int, end: int, out: list[str]) -> int:
        """Write an unknown command: nothing where an argument speaks for it, else its source."""
        start = index + 1
        close = self.partner.get(start) if start < end else None
        if close is None or self.tokens[start] != "{" or not self.tokens[index][-1].isalpha():
            out.append(self.tokens[index])
            return start
        if close == start + 1:
            out.append(self.tokens[index].rstrip())
            return close + 1
        return start

    def argument(self, index: int, end: int) -> tuple[int, int, int]:
        """Return start and end of the argument at `index`, and the index behind it.

        An argument is a group or, as TeX has it, the next token; none there is an empty stretch.
        """
        if index < end and self.tokens[index].isspace():
            index += 1
        if index >= end or self.tokens[index] in {"}", "$"}:
            return index, index, index
        if self.tokens[index] == "{" and index in self.partner:
            close = self.partner[index]
            return index + 1, close, close + 1
        return index, index + 1, index + 1

    def shown(self, index: int, end: int) -> tuple[str, int]:
        """Return the text of the argument at `index` and the index behind it."""
        start, stop, after = self.argument(index, end)
        return self.text(start, stop), after

    def source(self, index: int, end: int) -> tuple[str, int]:
        """Return the source of the argument at `index` and the index behind it."""
        start, stop, after = self.argument(index, end)
        return "".join(self.tokens[start:stop]), after

    def accent(self, mark: str, index: int, end: int) -> tuple[str, int]:
        """Return the accented letter whose base stands at `index`, and the index behind it."""
        token = self.tokens[index] if index < end else ""
        name = control_word(token) if token[:1] == "\\" else ""
        if name in ACCENTS or name in LETTERS:
            out: list[str] = []
            if self.depth > _MAX_DEPTH:
                return SPACING.get(mark, ""), index
            self.depth += 1
            after = self.command(index, end, out)
            self.depth -= 1
            return _accented("".join(out), mark), after
        if token == "{":
            text, after = self.shown(index, end)
            return _accented(text, mark), after
        found = None if token[:1] in _NO_LETTER else _FIRST.match(token)
        if found is not None:
            self.tokens[index] = token[found.end() :]
            return _accented(found[1], mark), index if self.tokens[index] else index + 1
        if token.isspace():
            return self.accent(mark, index + 1, end)
        return SPACING.get(mark, ""), index

    def formula(self, index: int, end: int, out: list[str]) -> int:
        """Write the formula that opens at `index`, or the token that opens nothing."""
        tokens = self.tokens
        found = formula(tokens, self.partner, index, end)
        if found is None:
            out.append(tokens[index])
            return index + 1
        start, stop, after = found
        out.append(_formula("".join(tokens[start:stop]), "$" * (after - stop)))
        return after


def _accented(text: str, mark: str) -> str:
    """Return `text` with `mark` on its first letter; the mark by itself where there is none."""
    text = text.lstrip()
    if not text:
        return SPACING.get(mark, "")
    first = text[0]
    if mark in ABOVE:
        first = {"ı": "i", "ȷ": "j"}.get(first, first)
    length = 1
    while length < len(text) and unicodedata.combining(text[length]):
        length += 1
    return f"{first}{text[1:length]}{mark}{text[length:]}"


def _formula(source: str, dollars: str) -> str:
    shown = formula_text(source)
    return f"{dollars}{source}{dollars}" if shown is None else shown


def _url(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
    return decoder.source(index, end)


def _ensuremath(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
    source, after = decoder.source(index, end)
    return _formula(source, "$"), after


def _superscript(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
    text, after = decoder.shown(index, end)
    if text in _ORDINALS:
        return text, after
    return _MARKS_OF.get(text) or script(text, SUPERSCRIPTS) or text, after


def _subscript(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
    text, after = decoder.shown(index, end)
    return script(text, SUBSCRIPTS) or text, after


def _first(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
    r"""Return the first of two arguments (xampl.bib's `\printfirst`)."""
    text, after = decoder.shown(index, end)
    return text, decoder.argument(after, end)[2]


def _switched(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
    r"""Return two arguments in the other order (xampl.bib's `\switchargs`)."""
    first, after = decoder.shown(index, end)
    second, after = decoder.shown(after, end)
    return second + first, after


def _between(left: str, right: str) -> _Handler:
    def handler(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
        text, after = decoder.shown(index, end)
        return f"{left}{text}{right}", after

    return handler


def _cased(change: Callable[[str], str]) -> _Handler:
    def handler(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
        text, after = decoder.shown(index, end)
        return change(text), after

    return handler


def _alphabet(name: str) -> _Handler:
    def handler(decoder: _Decoder, index: int, end: int) -> tuple[str, int]:
        text, after = decoder.shown(index, end)
        return "".join(ALPHABETS[name].get(letter, letter) for letter in text), after

    return handler


_Handler = Callable[[_Decoder, int, int], tuple[str, int]]

_HANDLERS: dict[str, _Handler] = {
    "url": _url,
    "nolinkurl": _url,
    "path": _url,
    "ensuremath": _ensuremath,
    "textsuperscript": _superscript,
    "textsubscript": _subscript,
    "enquote": _between("“", "”"),
    "mkbibquote": _between("“", "”"),
    "MakeUppercase": _cased(str.upper),
    "uppercase": _cased(str.upper),
    "MakeLowercase": _cased(str.lower),
    "lowercase": _cased(str.lower),
    "printfirst": _first,
    "switchargs": _switched,
    **{name: _alphabet(name) for name in ALPHABETS},
}
