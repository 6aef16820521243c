r"""Citation keys that BibTeX, biber or LaTeX cannot take.

Tried with TeX Live 2022, every ASCII sign in a key of its own: `# % ~ { } \` and blanks break the \cite
itself, and biber refuses the file for one of `' " ( ) =`; all other signs pass both.
A lone `*` is \nocite's word for every entry. Letters beyond ASCII pass where all files are UTF-8.
"""

from __future__ import annotations

import re

__all__ = ["is_citable", "is_writable", "key_fault"]

_CITABLE = re.compile(r"(?!\*\Z)[^{}\\%#~,\s\x00-\x20\x7f]*+")
_WRITABLE = re.compile(r"[^\s,{}\"#%'()=~\\@\x00-\x1f\x7f]+")
_NOT_FOR_BIBER = re.compile(r"['\"()=]")


def is_citable(key: str) -> bool:
    r"""Whether the key can stand in a \cite of LaTeX."""
    return _CITABLE.fullmatch(key) is not None


def is_writable(key: str, *, raw_unicode: bool) -> bool:
    """Whether a new key can be written: all programs take it, and letters beyond ASCII the file."""
    return _WRITABLE.fullmatch(key) is not None and (key.isascii() or raw_unicode)


def key_fault(key: str) -> str | None:
    """Return what is wrong with a key, as the end of a sentence that starts with it, or None."""
    if not is_citable(key):
        return r"cannot stand in a \cite"
    if _NOT_FOR_BIBER.search(key):
        return "stops biber"
    return None
