r"""LaTeX <-> Unicode: what a field of survey.bib shows, and how text is written so that LaTeX prints it.

Both directions are table-driven and work on the value of a field (without its delimiters), never on
one that `is_verbatim`. The specification is the LaTeX kernel's (text commands of T1 and TS1) and, for
braces and letter case, BibTeX's: a group at brace depth 0 that starts with a backslash is one letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bib2awesome.bib.latex_decode import decode
from bib2awesome.bib.latex_encode import encode, without_form

__all__ = ["is_verbatim", "to_latex", "to_unicode", "unprintable"]

_VERBATIM_FIELDS = frozenset(
    "category code crossref doi eprint file ids keywords pdf sha url urldate urlraw verba verbb "
    "verbc xdata xref".split()
)

_CACHED = 1 << 14
# What makes plain ASCII in groups need a decoder: TeX's own characters, blanks to fold.
_DECODED = re.compile(r"[\\$~`\t-\r\x1c-\x1f]")
_GROUPS = re.compile(r"[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+")


def is_verbatim(field: str) -> bool:
    """Return whether the field named `field` (lower case) holds an address or key, not TeX."""
    return field in _VERBATIM_FIELDS or field.startswith("link-")


@lru_cache(_CACHED)
def to_unicode(tex: str) -> str:
    r"""Return the text a reader sees where the TeX source `tex` is set.

    The result is NFC with blanks folded to single spaces. Formulas come out as Unicode where that is
    readable (`$L^2$` -> L²), else as their source between dollars. Text without TeX comes back as it
    is, so decoding twice changes nothing, except where the text shows TeX's own characters
    (`\{x\}` shows braces, `\textbackslash`, `\textasciitilde`). Any string is accepted.
    """
    if tex.isascii() and _GROUPS.fullmatch(tex):
        plain = tex.replace("{", "").replace("}", "") if "{" in tex else tex
        folded = "--" in plain or "''" in plain or "  " in plain or ",," in plain
        if not folded and _DECODED.search(plain) is None:
            return plain.strip()
    return decode(tex)


@lru_cache(_CACHED)
def to_latex(text: str) -> str:
    r"""Return `text`, Unicode or TeX source or both, as TeX source that pdfLaTeX and BibTeX read right.

    Every non-ASCII letter becomes a braced special character (`{\'E}`, `{\L}`, `{\~{\^e}}`), symbols
    become commands or braced formulas, bare `& % # _ ^` and a lone dollar are escaped outside formulas
    and addresses, and what a sentence-case style would lower (`$L^2$`, `\LaTeX`, `{\textsc{Bert}}`) is
    braced. TeX that is there already stays, so encoding twice changes nothing. A character without a
    form stays as it is: `unprintable` names it.
    """
    return encode(text)


def unprintable(tex: str) -> list[str]:
    """Return the characters of `tex` that pdfLaTeX (T1, no package) cannot print, each once, in order.

    A character that needs its combining marks is returned with them. Beside letters of other scripts
    these are control characters.
    """
    return (
        without_form(unicodedata.normalize("NFC", tex)) if not tex.isascii() else without_form(tex)
    )
