r"""Text in a LaTeX document: figures, tables and captions that show it, and nothing else.

In a .bib file a title is TeX source; here it stands in the middle of a document, where `\end{forest}`
or `\input` would be obeyed. So what a reader sees of it (`to_unicode`) is written anew: every sign of
TeX's own escaped, formulas kept where they hold nothing but symbols, scripts and braces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bib2awesome.bib.latex import to_latex
from bib2awesome.bib.latex_commands import MATH_ARGUMENT, TEXT
from bib2awesome.bib.latex_math_tables import MATH_SYMBOLS
from bib2awesome.render.values import one_line

__all__ = ["document_text", "href"]

_ESCAPED = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
}
_TABLE = str.maketrans(_ESCAPED | {'"': "''"})
_ORDINARY = re.compile(r"[A-Za-z0-9 ,.:;'!?()/+=@*\[\]-]*")
_FORMULA = re.compile(r"\$([^$]+)\$")
_FORMULA_TOKEN = re.compile(r"\\([A-Za-z]+)|\\[,;:!{}|]|[A-Za-z0-9 +\-*/=<>()\[\].,:;|!'^_{}]")
_HARMLESS = frozenset(
    {
        *MATH_SYMBOLS,
        *MATH_ARGUMENT,
        *TEXT,
        "frac",
        "left",
        "right",
        "quad",
        "mathrm",
        "operatorname",
    }
) - {"mbox", "hbox"}


@lru_cache(1 << 14)
def document_text(shown: str) -> str:
    r"""Return LaTeX that prints the Unicode text `shown`, on one line, safe in any argument."""
    if _ORDINARY.fullmatch(shown):
        return " ".join(shown.split())
    pieces = _FORMULA.split(one_line(shown))
    out = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            out.append(_escaped(piece))
        elif _is_harmless(piece):
            out.append(f"${piece}$")
        else:
            out.append(_escaped(f"${piece}$"))
    return "".join(out)


def _escaped(text: str) -> str:
    escaped = text.translate(_TABLE)
    return escaped if escaped.isascii() else to_latex(escaped)


def _is_harmless(formula: str) -> bool:
    """Whether a formula holds only symbols that LaTeX knows, and its braces pair up."""
    end = depth = 0
    for match in _FORMULA_TOKEN.finditer(formula):
        if match.start() != end or (match[1] and match[1] not in _HARMLESS):
            return False
        end = match.end()
        depth += (match[0] == "{") - (match[0] == "}")
        if depth < 0:
            return False
    return end == len(formula) and not depth and not re.search(r"[_^]\s*(?:[_^}]|$)|__", formula)


def href(url: str, label: str) -> str:
    r"""Return a link for the argument of another command, where hyperref wants `\%` and `\#`."""
    if not url:
        return label
    target = re.sub(r"([%#&_])", r"\\\1", url)
    return rf"\href{{{target}}}{{{label}}}"
