"""New citation keys: family name, year, first word of the title, as `ho2020denoising`."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice

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
    tried = [(family or next(words, "")) + stamp]
    for word in islice(words, _MOST_WORDS):
        key = tried[-1] + word
        if key not in taken:
            return key
        tried.append(key)
    base = tried[:2][-1] or "paper"
    return base if base not in taken else _numbered(base, taken)


def _numbered(base: str, taken: Collection[str]) -> str:
    """Return `base` with the first free letter behind it, then with a free number: the first, unless some below it went.

    The number is looked for by halves, as a list may have thousands of works whose titles begin alike.
    """
    for letter in "bcdefghijklmnopqrstuvwxyz":
        if base + letter not in taken:
            return base + letter
    high = 2
    while f"{base}x{high}" in taken:
        high *= 2
    between = range(high // 2 + 1, high)
    free = bisect_left(between, 1, key=lambda number: f"{base}x{number}" not in taken)
    return f"{base}x{high // 2 + 1 + free}"


def _words(title: str) -> Iterator[str]:
    """Yield the telling words of a title in ASCII, all of them where none is telling."""
    written = _WORD.findall(to_unicode(title))
    words = (word for part in written if (word := _ascii(part)[:_LONGEST_PART]))
    telling = (word for word in words if word not in _STOP_WORDS and not word.isdigit())
    first = next(telling, None)
    if first is None:
        yield from filter(None, (_ascii(part)[:_LONGEST_PART] for part in written))
    else:
        yield first
        yield from telling


@lru_cache(maxsize=1 << 16)
def _ascii(text: str) -> str:
    """Return the letters and digits of a text in lower case: `Łukasz` is lukasz, `β-VAE` betavae."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    signs = unicodedata.normalize("NFKD", text.lower()).lower()  # of letters of formulas, too
    found = "".join(sign if sign.isascii() else _spelled(sign) for sign in signs)
    return "".join(sign for sign in found if sign.isalnum())


def _spelled(sign: str) -> str:
    match = _LETTER.fullmatch(unicodedata.name(sign, ""))
    return _NAMED.get(match[1], match[1].lower()) if match else ""
