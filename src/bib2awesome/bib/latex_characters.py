r"""One character to LaTeX: by table, by taking its accents apart, or as a formula."""

# ruff: noqa: RUF001 (characters that look like others are what this is about)
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bib2awesome.bib.latex_math_tables import SUBSCRIPTS, SUPERSCRIPTS, WRITTEN
from bib2awesome.bib.latex_tables import ABOVE, ENCODED, LETTERS, MARKS

__all__ = ["SCRIPTS", "encode_character", "encode_in_formula", "encode_scripts"]

_MATH = {character: command for command, character in WRITTEN.items()}
_FORMULAS = {
    "\u2212": "-",
    "′": "'",
    "″": "''",
    "⅓": "\\frac{1}{3}",
    "⅔": "\\frac{2}{3}",
    "⅕": "\\frac{1}{5}",
    "⅛": "\\frac{1}{8}",
}
_LETTER_COMMANDS = {character: command for command, character in LETTERS.items()}
# i with these accents has a glyph of its own; under the others it must lose its dot by hand.
_DOTTED = frozenset("\u0300\u0301\u0302\u0308")

_RAISED = {
    shown: plain for plain, shown in SUPERSCRIPTS.items() if shown not in "*°′″†‡ᵡ" and plain != "-"
}
_LOWERED = {shown: plain for plain, shown in SUBSCRIPTS.items() if plain != "-"}

_TIED = re.compile("[A-Za-z]\u0361[A-Za-z]")
# Runs of superscript or subscript characters: one formula each.
SCRIPTS = re.compile(f"[{''.join(_RAISED)}]+|[{''.join(_LOWERED)}]+")


@lru_cache(1 << 12)
def encode_character(cluster: str) -> str | None:
    r"""Return a character, with its combining marks, as LaTeX text; None where there is no form.

    Letters come out as one braced special character: `{\'E}`, `{\~{\^e}}`, `{\'{\o}}`.
    """
    direct = ENCODED.get(cluster)
    if direct is not None:
        return direct
    if cluster in _MATH or cluster in _FORMULAS:
        return f"{{${encode_in_formula(cluster)}$}}"
    if SCRIPTS.fullmatch(cluster):
        return encode_scripts(cluster, in_formula=False)
    if _TIED.fullmatch(cluster):
        return f"{{\\t{{{cluster[0]}{cluster[2]}}}}}"
    parts = unicodedata.normalize("NFD", cluster)
    return _accented(parts[0], parts[1:])


def _accented(base: str, marks: str) -> str | None:
    """Return the braced special character of `base` under `marks`, the innermost first."""
    is_letter = (base.isascii() and base.isalpha()) or base in _LETTER_COMMANDS
    if not (is_letter and marks and all(mark in MARKS for mark in marks)):
        return None
    text = f"{{\\{_LETTER_COMMANDS[base]}}}" if base in _LETTER_COMMANDS else base
    if (base == "j" and marks[0] in ABOVE) or (base == "i" and marks[0] in ABOVE - _DOTTED):
        text = f"{{\\{base}}}"
    for mark in marks:
        command = MARKS[mark]
        if command.isalpha() and not text.startswith("{"):
            text = f"{{{text}}}"
        text = f"{{\\{command}{text}}}"
    return text


def encode_in_formula(character: str) -> str | None:
    """Return a character as LaTeX inside a formula, without a blank behind it; None without a form."""
    if character in _FORMULAS:
        return _FORMULAS[character]
    if character in _MATH:
        return f"\\{_MATH[character]}"
    text = encode_character(character)
    if text is None or "\\" not in text:
        return text
    return f"\\mbox{{{text}}}"


def encode_scripts(run: str, *, in_formula: bool) -> str:
    """Return a run of superscript or subscript characters as LaTeX, with its own dollars or without."""
    table, sign = (_RAISED, "^") if run[0] in _RAISED else (_LOWERED, "_")
    parts = []
    for shown in run:
        plain = table[shown]
        if not plain.isascii():
            plain = encode_in_formula(plain) or plain
        elif plain.isalpha():
            plain = f"\\mathrm{{{plain}}}"
        parts.append(plain)
    inside = "".join(parts)
    text = f"{sign}{inside}" if len(inside) == 1 else f"{sign}{{{inside}}}"
    return text if in_formula else f"{{${text}$}}"
