r"""The keys in `\cite`-like commands of .tex files, replaced where they stand.

Bytes are read as Latin-1, so that every file keeps its encoding; what is a citation and what only looks
like one (comments, verbatim text) `bib2awesome.bib.citations` knows.
"""

from __future__ import annotations

from collections.abc import Mapping

from bib2awesome.bib.citations import citations
from bib2awesome.papers.paper import Paper

__all__ = ["keys_of", "recited"]


def keys_of(paper: Paper) -> tuple[str, ...]:
    """Return the keys that a paper can be cited by: its own, and those of biblatex's `ids`."""
    ids = (one.strip() for one in paper.tex("ids").split(","))
    return (paper.key, *(one for one in ids if one))


def recited(data: bytes, names: Mapping[str, str]) -> bytes:
    """Return a .tex file with old keys (`names` is old to new) replaced wherever they are cited."""
    text = data.decode("latin-1")
    known = {_latin(old): _latin(new) for old, new in names.items()}
    parts: list[str] = []
    at = 0
    for citation in citations(text):
        new = known.get(citation.key)
        if new is not None:
            parts += (text[at : citation.start], new)
            at = citation.end
    return "".join([*parts, text[at:]]).encode("latin-1")


def _latin(key: str) -> str:
    return key.encode().decode("latin-1")
