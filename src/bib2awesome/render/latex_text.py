r"""Text in a LaTeX document: figures, tables and captions that show it, and nothing else.

In a .bib file a title is TeX source; here it stands in the middle of a document, where `\end{forest}`
or `\input` would be obeyed. So what a reader sees of it (`to_unicode`) is written anew: every sign of
TeX's own escaped, formulas kept where they hold nothing but symbols and are well formed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from bib2awesome.bib.latex import to_latex
from bib2awesome.render.values import one_line

__all__ = ["LONGEST_WORD", "breakable", "document_text", "href", "macros", "measure", "named"]

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


@lru_cache(1 << 14)
def document_text(shown: str) -> str:
    r"""Return LaTeX that prints the Unicode text `shown`, on one line, safe in any argument."""
    if _ORDINARY.fullmatch(shown):
        return " ".join(shown.split())
    return _with_formulas(shown, _escaped)


def breakable(shown: str) -> str:
    """Return the same as `document_text`, with places to break at in words longer than `LONGEST_WORD`."""
    if measure(shown) <= LONGEST_WORD:
        return document_text(shown)
    return _with_formulas(shown, lambda text: _WORD.sub(_broken, text))


LONGEST_WORD = 8.6  # em: any box and column of a table is about as wide
_WORD = re.compile(r"[^\s-]+")


def _broken(match: re.Match[str]) -> str:
    word = match[0]
    if measure(word) <= LONGEST_WORD:
        return _escaped(word)
    return r"\allowbreak{}".join(_escaped(word[at : at + 6]) for at in range(0, len(word), 6))


def _with_formulas(shown: str, text: Callable[[str], str]) -> str:
    if "$" not in shown:
        return text(one_line(shown))
    from bib2awesome.render.formula import is_harmless  # noqa: PLC0415 - few titles have any

    out = []
    for index, piece in enumerate(_FORMULA.split(one_line(shown))):
        if index % 2 == 0:
            out.append(text(piece))
        else:
            out.append(f"${piece}$" if is_harmless(piece) else text(f"${piece}$"))
    return "".join(out)


def _escaped(text: str) -> str:
    escaped = text.translate(_TABLE)
    return escaped if escaped.isascii() else to_latex(escaped)


def href(url: str, label: str) -> str:
    r"""Return a link for the argument of another command, where hyperref wants `\%` and `\#`."""
    if not url:
        return label
    target = re.sub(r"([%#&_])", r"\\\1", url)
    return rf"\href{{{target}}}{{{label}}}"


def named(characters: Iterable[str]) -> str:
    """Return characters with their code points, for a message: `U+4E2D (中)`."""
    return ", ".join(
        f"{' '.join(f'U+{ord(point):04X}' for point in character)} ({character})"
        for character in characters
    )


def measure(text: str) -> float:
    """Return about how wide Unicode text is, in em of a Roman font."""
    return sum(
        0.3 if c in "iljtfrI.,:;'!|()[] -" else 0.85 if c in "mwMW@%" else 0.72 if c.isupper() else 0.53
        if c.isascii() else 0.75
        for c in text
    )  # fmt: skip


def macros(name: str) -> str:
    """Return the TeX macros of `templates/latex/NAME.tex`."""
    return (_FOLDER / f"{name}.tex").read_text("utf-8")


_FOLDER = Path(__file__).parent / "templates" / "latex"
