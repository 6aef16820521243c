"""New citation keys: family name, year, first word of the title, as `ho2020denoising`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import count

from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import Name, family_name

__all__ = ["new_key"]

# Words that begin so many titles that they tell no two papers apart.
_STOP_WORDS = frozenset(
    "a an the on of in for and or to with by from at as is are be do does can how what why when which via "
    "towards toward using use it its into over under you your we our not no".split()
)
# Letters that Unicode does not take apart, by what their names say: `LATIN SMALL LETTER O WITH STROKE`.
_LETTER = re.compile(
    r"(?:LATIN|GREEK) SMALL (?:LETTER|LIGATURE) (?:DOTLESS )?([A-Z ]+?)(?: WITH .*)?"
)
_NAMED = {"SHARP S": "ss", "ETH": "d", "THORN": "th", "ENG": "n", "KRA": "k", "SCHWA": "e"}
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010-\u2011-][^\W_]+)*")
_MOST_WORDS = 4
_LONGEST_PART = 32


def new_key(authors: Iterable[Name], year: int | None, title: str, taken: Collection[str]) -> str:
    """Return a citation key that is not taken: ASCII letters and digits, the same for the same input.

    Family name of the first author, year, first telling word of the title: `ho2020denoising`. Without
    an author the first word, the year and the second word: `awesome2024diffusion`. Whatever is missing
    or has no Latin letters is left out. A taken key gets further words of the title, then a letter.

    Args:
        authors: The authors in order; only the first counts. Parts are TeX source or plain text.
        year: The year, None where it is not known.
        title: The title, TeX source or plain text.
        taken: The keys that are in use, in lower case (BibTeX ignores case).
    """
    words = _words(title)
    first = next(iter(authors), None)
    family = _ascii(family_name(first))[:_LONGEST_PART] if first is not None else ""
    stamp = str(year) if year is not None else ""
    if not family and words:
        family = words.pop(0)
    stem = family + stamp
    for used in range(1, min(len(words), _MOST_WORDS) + 1):
        key = stem + "".join(words[:used])
        if key not in taken:
            return key
    base = (stem + "".join(words[:1])) or "paper"
    return base if base not in taken else _numbered(base, taken)


def _numbered(base: str, taken: Collection[str]) -> str:
    """Return `base` with the first free letter behind it, then with the first free number."""
    for letter in "bcdefghijklmnopqrstuvwxyz":
        if base + letter not in taken:
            return base + letter
    return next(key for number in count(2) if (key := f"{base}x{number}") not in taken)


def _words(title: str) -> list[str]:
    """Return the telling words of a title in ASCII, all of them where none is telling."""
    found = [_ascii(word)[:_LONGEST_PART] for word in _WORD.findall(to_unicode(title))]
    found = [word for word in found if word]
    return [word for word in found if word not in _STOP_WORDS and not word.isdigit()] or found


@lru_cache(maxsize=1 << 16)
def _ascii(text: str) -> str:
    """Return the letters and digits of a text in lower case: `Łukasz` is lukasz, `β-VAE` betavae."""
    signs = unicodedata.normalize("NFKD", text.lower()).lower()  # of letters of formulas, too
    found = "".join(sign if sign.isascii() else _spelled(sign) for sign in signs)
    return "".join(sign for sign in found if sign.isalnum())


def _spelled(sign: str) -> str:
    match = _LETTER.fullmatch(unicodedata.name(sign, ""))
    return _NAMED.get(match[1], match[1].lower()) if match else ""
