"""What stands around the words of a text: punctuation, brackets without another half, emoji, figures."""

from __future__ import annotations

import re

__all__ = ["EDGES", "EMOJI", "has_figure", "is_punctuation", "unbracketed", "without_emoji"]

EDGES = " <>\\\t\u00a0,;|\u00b7\u2022\u2013\u2014-*_`~/:"
EMOJI = r"\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
"""Arrows, pictures and other signs that are no letters, as a range of a pattern."""
_NAMES = re.compile(r"(?<![^\s*_\[(])(?::[a-z][a-z0-9_+-]+:)+(?=[\s*_\[(]|$)")
_SIGN = rf"[{EMOJI}\ufe0f\u200d]"
_SIGNS = re.compile(f"{_SIGN}{_SIGN}*")
"""Not `+`: what begins with a repeat is searched for at half the speed."""


_FIGURE = re.compile(r"\d")


def has_figure(text: str) -> bool:
    """Whether a text has a figure, as dates, volumes and pages do."""
    return _FIGURE.search(text) is not None


def is_punctuation(text: str) -> bool:
    """Whether a text has no words, and no emoji that might say something."""
    return text.isascii() and not any(map(str.isalnum, text))


def without_emoji(text: str) -> str:
    """Return text with blanks for its emoji, signs and names alike: `:fire:`."""
    text = _NAMES.sub(" ", text) if text.count(":") > 1 else text
    return text if text.isascii() else _SIGNS.sub(" ", text)


def unbracketed(text: str) -> str:
    """Return text without blanks and punctuation around it, and without brackets that have no other half."""
    text = text.strip(EDGES)
    if not ("[" in text or "]" in text):
        return text
    while text[:1] in {"[", "]"} and (text[0] == "]" or text.count("[") > text.count("]")):
        text = text[1:].strip(EDGES)
    while text[-1:] in {"[", "]"} and (text[-1] == "[" or text.count("]") > text.count("[")):
        text = text[:-1].strip(EDGES)
    while text.startswith("[") and text.endswith("]") and text.count("[") == 1:
        text = text[1:-1].strip(EDGES)
    return text
