"""arXiv ids: found in any text or URL, without version; and the month they tell (arXiv's id scheme)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bib2awesome.papers.urls import plain_tex

__all__ = ["arxiv_id", "arxiv_month"]

_MONTH = r"(?:0[1-9]|1[0-2])"
# Since April 2007 with four digits, since January 2015 with five.
_STAMPED = rf"(?:(?:07(?:0[4-9]|1[0-2])|(?:0[89]|1[0-4]){_MONTH})\.\d{{4}}|(?:1[5-9]|[2-9]\d){_MONTH}\.\d{{5}})"
_NEW = rf"({_STAMPED})(?:v\d+)?(?![\d.]*\d)"
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|"
    "cond-mat|cs|dg-ga|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|"
    "nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con"
)
_OLD = rf"(?<![a-z0-9-])((?:{_ARCHIVES})(?:\.[a-z]{{2}}(?:-[a-z]{{2,3}})?)?/\d{{2}}(?:0[1-9]|1[0-2])\d{{3}})(?:v\d+)?(?!\d)"
# How nearly all of them are written.
_PLAIN = re.compile(
    r"(?:https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/|(?:arXiv preprint )?arXiv:|abs/"
    rf"|(?:https?://doi\.org/)?10\.48550/arXiv\.)?({_STAMPED})(?:v\d+)?"
)
_DIGITS = re.compile(rf"{_STAMPED}(?!\d)|/\d{{7}}(?!\d)")
_SAID = ("xiv", "ar5iv", "corr", "lanl.gov", "huggingface.co/papers", "print")


@cache
def _whole() -> re.Pattern[str]:
    """Return the pattern of a whole string that is an id."""
    return re.compile(
        rf"(?:(?:arxiv:)?\s*(?:abs/)?(?:{_NEW}|{_OLD}))(?:\s*\[[\w.-]+\])?", re.IGNORECASE
    )


@cache
def _said() -> re.Pattern[str]:
    """Return the pattern of an id that something announces."""
    return re.compile(
        r"(?:arxiv|ar5iv|alphaxiv|corr\b|xxx\.lanl\.gov|huggingface\.co/papers|\beprint\b|\be-print\b)"
        rf"[^\d\n]{{0,40}}?(?:papers/\d{{4}}/)?(?:{_NEW}|{_OLD})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=65536)
def arxiv_id(text: str) -> str | None:
    """Return the arXiv id in `text`, without version (and old ones without subject class), or None.

    A text that is nothing but an id is one (`2407.03297v2`, `hep-th/9901001`); inside other text an id
    counts only where arXiv, CoRR, an arXiv mirror's host, Hugging Face papers or the arXiv DOI prefix
    stands in front of it, because four digits, a point and five digits are also prices and pages.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return plain[1]
    text = plain_tex(text).strip()
    if _DIGITS.search(text) is None:
        return None
    match = _whole().fullmatch(text)
    if match is None and any(word in text.lower() for word in _SAID):
        match = _said().search(text)
    if match is None:
        return None
    new, old = match.groups()
    if new is not None:
        return str(new)
    archive, _, number = old.lower().partition("/")
    return f"{archive.partition('.')[0]}/{number}"


_OLD_CENTURY = 91


def arxiv_month(identifier: str) -> tuple[int, int] | None:
    """Return (year, month) of an id as `arxiv_id` gives it, None if it is none: `2407.03297` is (2024, 7)."""
    normalised = arxiv_id(identifier)
    if normalised is None:
        return None
    stamp = normalised.rpartition("/")[2][:4]
    year = int(stamp[:2])
    return (1900 if year >= _OLD_CENTURY and "/" in normalised else 2000) + year, int(stamp[2:])
