"""Capital letters that a sentence-case style must not lower."""

from __future__ import annotations

import re

__all__ = ["protected"]

_WORD = r"[A-Za-z0-9]+(?:\{\$[_^][^$]*\$\}[A-Za-z0-9]+)*"  # `H{$_2$}O` is one, too
_ACRONYM = re.compile(r"[A-Z].*?[A-Z0-9]|[0-9].*?[A-Z]")
_TEX_SIGN = re.compile(r"[\\{}$]")
_ACRONYM_ALONE = re.compile(r"[a-z]*+(?:[A-Z][a-z]*+[A-Z0-9]|[0-9][a-z0-9]*+[A-Z])[A-Za-z0-9]*+")
"""A word of a text without TeX in which `_ACRONYM` is found."""
_TOKEN = re.compile(rf"\\(?:[A-Za-z]+|.)|[{{}}]|\$[^$]*\$|{_WORD}")


def protected(tex: str) -> str:
    """Return a title with braces around acronyms: words with two capitals, or a capital and a digit."""
    if _TEX_SIGN.search(tex) is None:
        return _ACRONYM_ALONE.sub(lambda word: f"{{{word[0]}}}", tex)
    pieces: list[str] = []
    depth = end = 0
    for match in _TOKEN.finditer(tex):
        word = match[0]
        if word == "{":
            depth += 1
        elif word == "}":
            depth -= 1
        elif depth == 0 and word[0].isalnum() and _ACRONYM.search(word):
            pieces += (tex[end : match.start()], "{", word, "}")
            end = match.end()
    return "".join((*pieces, tex[end:]))
