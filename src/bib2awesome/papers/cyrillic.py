"""Names in Cyrillic and Greek letters, in the Latin ones of the English-speaking world (BGN/PCGN, ELOT 743).

Only good enough to recognise a person: other transcriptions differ from it by a letter or two.
"""

from __future__ import annotations

__all__ = ["romanised"]

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ",
        (
            "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u j lj nj c dj dz"
        ).split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_LATIN = {ord(letter): latin.replace("_", "") for letter, latin in (_CYRILLIC | _GREEK).items()}


def romanised(text: str) -> str:
    """Return lower-case `text` with Cyrillic and Greek letters in Latin ones; all others stay."""
    return text if text.isascii() else text.translate(_LATIN)
