r"""Titles and other texts as services send them, as plain text: HTML, MathML, entities and TeX decoded."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from bib2awesome.bib.latex import to_unicode
from bib2awesome.sources.shapes import text

__all__ = ["plain_title"]

_TAG = re.compile(r"</?(?:[a-z][\w-]*:)?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")
_MATHML = re.compile(r"<((?:mml:)?math)\b[^<>]*>(.*?)</\1>", re.DOTALL)
_TEX = re.compile(
    r"<tex-math\b[^<>]*>(.*?)</tex-math>|<tex\b[^<>]*>(.*?)</tex>", re.DOTALL | re.IGNORECASE
)
_RAISED = re.compile(r"<(sub|sup)\b[^<>]*>([^<>]*)</\1>", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_FORMULA = re.compile(r"(?<!\\)\$[^$]{1,200}\$")
_ACCENT = re.compile(
    r"\\(?:[`'^\"~=.]|[uvHcdbkrto](?![A-Za-z]))\s*\{?\\?[A-Za-z]\}?|\{\\[`'^\"~=.][^{}]{1,4}\}"
)


@lru_cache(maxsize=4096)
def _plain(source: str) -> str:
    for _ in range(3):  # entities are escaped once or twice, and tags inside them
        unescaped = html.unescape(source)
        if unescaped == source:
            break
        source = unescaped
    source = _TEX.sub(lambda match: _as_formula(match[1] or match[2] or ""), source)
    source = _MATHML.sub(_of_mathml, source)
    source = _RAISED.sub(_raised, source)
    source = _TAG.sub("", source)
    source = _FORMULA.sub(lambda match: to_unicode(match[0]), source)
    return text(_ACCENT.sub(lambda match: to_unicode(match[0]), source))


def _as_formula(tex: str) -> str:
    return f"${tex.strip().strip('$')}$" if tex.strip(" $") else ""


def _of_mathml(match: re.Match[str]) -> str:
    """Return the letters of a formula; what stands beside it as TeX was taken already."""
    inside = re.sub(
        r"<(?:mml:)?annotation\b.*?</(?:mml:)?annotation>", "", match[2], flags=re.DOTALL
    )
    inside = _FORMULA.search(inside)[0] if _FORMULA.search(inside) else inside  # type: ignore[index]
    return "".join(_TAG.sub("", inside).split())


def _raised(match: re.Match[str]) -> str:
    table = _SUPERSCRIPTS if match[1].lower() == "sup" else _SUBSCRIPTS
    inside = match[2].strip()
    return inside.translate(table) if all(ord(letter) in table for letter in inside) else inside


def plain_title(value: object) -> str:
    """Return a title as a reader sees it, "" for what is no text.

    Formulas come out as Unicode where that is readable (`<tex>$L^2$</tex>` -> L²), else as TeX between
    dollars. Text that only looks like a tag (`a < b`) stays.
    """
    source = value if isinstance(value, str) else ""
    if source.isascii() and not re.search(r"[&<$\\]", source):
        return text(source)
    return _plain(source[:20000])
