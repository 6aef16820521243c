r"""The keys in `\cite`-like commands of .tex files: found, and replaced where they stand.

Bytes are read as Latin-1, so that every file keeps its encoding. Comments and verbatim text are blanked
out before anything is looked for: what stands in them is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

__all__ = ["cited_keys", "recited"]

_HIDDEN = re.compile(
    r"\\begin\{(?P<name>verbatim\*?|Verbatim\*?|BVerbatim|lstlisting|minted|comment|filecontents\*?)\}"
    r".*?\\end\{(?P=name)\}"
    r"|\\(?:verb|lstinline)\*?(?P<mark>[^\w\s*{\[])[^\n]*?(?P=mark)"
    r"|\\(?:[^\r\n]|$)"
    r"|(?P<comment>%[^\r\n]*)",
    re.DOTALL,
)
_CITE = re.compile(r"\\(?!newcites|citestyle|citesetup)[A-Za-z]*[cC]ite[A-Za-z]*\*?")
_BLANK = re.compile(r"\s*")
_OPTION = re.compile(r"\[[^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*\]|\([^(){}]*\)|<[^<>{}]*>")
_KEYS = re.compile(r"\{([^{}]*)\}")
_KEY = re.compile(r"[^\s,]+")


def _masked(text: str) -> str:
    def blank(match: re.Match[str]) -> str:
        hidden = match["name"] or match["mark"] or match["comment"]
        return re.sub(r"[^\r\n]", " ", match[0]) if hidden else match[0]

    return _HIDDEN.sub(blank, text)


def _found(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the spans of keys; of `\cites{a}{b}` the groups follow each other."""
    masked = _masked(text)
    for command in _CITE.finditer(masked):
        several = command[0].rstrip("*").endswith("s")
        at = command.end()
        while True:
            at = _after_options(masked, at)
            keys = _KEYS.match(masked, at)
            if keys is None:
                break
            for key in _KEY.finditer(masked, keys.start(1), keys.end(1)):
                yield key.span()
            at = keys.end()
            if not several:
                break


def _after_options(text: str, at: int) -> int:
    while True:
        blank = _BLANK.match(text, at)
        at = blank.end() if blank else at
        option = _OPTION.match(text, at)
        if option is None:
            return at
        at = option.end()


def cited_keys(data: bytes) -> list[str]:
    r"""Return the keys that a .tex file cites, in the order of their first use; `*` is `\nocite{*}`."""
    text = data.decode("latin-1")
    keys = (text[start:end] for start, end in _found(text))
    return [key.encode("latin-1").decode("utf-8", "surrogateescape") for key in dict.fromkeys(keys)]


def recited(data: bytes, names: Mapping[str, str]) -> bytes:
    """Return a .tex file with old keys (`names` is old to new) replaced wherever they are cited."""
    text = data.decode("latin-1")
    latin = {
        old.encode().decode("latin-1"): new.encode().decode("latin-1") for old, new in names.items()
    }
    parts: list[str] = []
    at = 0
    for start, end in _found(text):
        new = latin.get(text[start:end])
        if new is not None:
            parts += (text[at:start], new)
            at = end
    return "".join([*parts, text[at:]]).encode("latin-1")
