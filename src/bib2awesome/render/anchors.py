"""The anchors GitHub gives to headings.

Its rule: lower case; of what is left only letters, marks, digits, connecting punctuation, blanks and
hyphens stay; blanks become hyphens. U+FE0F behind an emoji is a mark, so it stays and the emoji goes.
A repeated anchor gets `-1`, `-2`, ... until it is new (as github-slugger 2 has it).
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["Anchors", "slug"]

_ASCII_DROPPED = re.compile(r"[^a-z0-9_ -]+")
# Symbols that are letters to Unicode (Other_Alphabetic): circled, squared and negative Latin ones.
_ALPHABETIC_SYMBOLS = re.compile(
    "[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
)
_KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


def slug(text: str) -> str:
    """Return the anchor of a heading with the visible text `text`, were it the only one."""
    text = text.lower()
    if text.isascii():
        kept = _ASCII_DROPPED.sub("", text)
    else:
        kept = "".join(character for character in text if _stays(character))
    return kept.replace(" ", "-")


def _stays(character: str) -> bool:
    return (
        character in " -"
        or unicodedata.category(character) in _KEPT
        or _ALPHABETIC_SYMBOLS.match(character) is not None
    )


class Anchors:
    """Gives each heading of one document its anchor; ask for them in the document's order."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, text: str) -> str:
        """Return the anchor of the next heading, whose visible text is `text`."""
        base = anchor = slug(text)
        while anchor in self._seen:
            self._seen[base] += 1
            anchor = f"{base}-{self._seen[base]}"
        self._seen[anchor] = 0
        return anchor
