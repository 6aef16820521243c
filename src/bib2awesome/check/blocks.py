"""Findings and the blocks of a .bib file that they are about: exceptions, and what changed since.

An exception is a comment line directly above an entry, or among the comment lines that stand there:

    % bib2awesome: ignore missing-code, missing-url -- never released
    @misc{hopper1952, ...}

It names rules as `--ignore` does; what stands behind ` -- ` is the reason. Inside an entry it would stop
BibTeX, and the rule `inner-comment` finds it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bib2awesome.bib.document import Block, Document
from bib2awesome.bib.entry import fold
from bib2awesome.bib.entry_edits import EXCEPTION
from bib2awesome.errors import Place

__all__ = ["Changed", "Exceptions", "Ignore", "ignores"]

_IGNORE = re.compile(rb"^" + EXCEPTION + rb"([^\r\n]*+)", re.MULTILINE | re.IGNORECASE)
_MARK = b"bib2awesome:"
_COMMENT_LINES = re.compile(rb"(?:[ \t]*+%[^\r\n]*+(?:\r\n?|\n))*+[ \t]*+")
_LONE_CR = re.compile(rb"\r(?!\n)")
_LINE_END = re.compile(rb"\r\n?|\n")
_TEXT_KINDS = frozenset({"text", "comment"})


class Ignore(NamedTuple):
    """One exception: what it names, where it stands, and the block below (None: there is none)."""

    selectors: tuple[str, ...]
    start: int
    end: int
    block: Block | None


def ignores(document: Document) -> list[Ignore]:
    """Return the exceptions of a file, without those inside entries, in file order."""
    data = document.data
    if _MARK not in data.lower():
        return []
    starts = {block.start: block for block in document.blocks if block.kind not in _TEXT_KINDS}
    entries = [(entry.start, entry.end) for entry in document.entries]
    found = []
    # `re.MULTILINE` knows no line end but a line feed
    for match in _IGNORE.finditer(_LONE_CR.sub(b"\n", data)):
        start = match.end() - len(match[0].lstrip())
        number = bisect_right(entries, (start, len(data)))
        if number and start < entries[number - 1][1]:
            continue
        line = _LINE_END.match(data, match.end())
        below = _COMMENT_LINES.match(data, line.end()) if line else None
        words = document.decode(match[1]).partition(" -- ")[0].replace(",", " ").split()
        block = starts.get(below.end()) if below else None
        found.append(Ignore(tuple(words), start, match.end(), block))
    return found


def _lines(document: Document, block: Block) -> range:
    """Return the lines of a block; of text behind another block only those that are its own."""
    first, last = document.place(block.start), document.place(block.end)
    shared = block.kind == "text" and first.column != 1
    return range((first.line or 1) + shared, (last.line or 1) + 1)


class Exceptions:
    """What the authors of a survey do not want to hear, entry by entry."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._of_line: dict[tuple[str, int], tuple[str, ...]] = {}
        self._of_key: dict[str, tuple[str, ...]] = {}
        for document in documents:
            for ignore in ignores(document):
                if ignore.block is not None:
                    self._note(document, ignore.block, ignore.selectors)

    def _note(self, document: Document, block: Block, selectors: tuple[str, ...]) -> None:
        for line in _lines(document, block):
            at = document.name, line
            self._of_line[at] = self._of_line.get(at, ()) + selectors
        if block.entry is not None:
            key = fold(block.entry.key)
            self._of_key[key] = self._of_key.get(key, ()) + selectors

    def of(self, place: Place | None, keys: Sequence[str]) -> tuple[str, ...]:
        """Return what is not to be said about this place and the entries of these keys."""
        found = () if place is None else self._of_line.get((place.file, place.line or 0), ())
        for key in keys:
            found += self._of_key.get(fold(key), ())
        return found


class Changed:
    """What is new in a survey's files, compared with how they were.

    An entry changed where its text did or what it takes over (a macro, a parent); one that only moved,
    within its file or to another one, did not.

    Args:
        documents: The .bib files as they are.
        before: The files as they were, those by another name by now included.
    """

    def __init__(self, documents: Iterable[Document], before: Sequence[Document]) -> None:
        self._lines: set[tuple[str, int]] = set()
        self._keys: set[str] = set()
        sources = {_source(old, block) for old in before for block in old.blocks}
        for document in documents:
            for block in document.blocks:
                if _source(document, block) not in sources or _says_else(document, block, before):
                    self._lines.update((document.name, line) for line in _lines(document, block))
                    if block.entry is not None:
                        self._keys.add(fold(block.entry.key))

    def has(self, place: Place | None, keys: Sequence[str]) -> bool:
        """Whether this place, or the entry of one of these keys, is new or changed."""
        there = place is not None and (place.file, place.line or 0) in self._lines
        return there or any(fold(key) in self._keys for key in keys)


def _source(document: Document, block: Block) -> bytes:
    return document.data[block.start : block.end].strip()


def _says_else(new: Document, block: Block, before: Iterable[Document]) -> bool:
    """Whether an entry whose text was there before resolves to something else now."""
    entry = block.entry
    if entry is None or entry.commented:
        return False
    was = next((values for old in before if (values := _values(old, entry.key)) is not None), None)
    return was is not None and new.values(entry) != was


def _values(document: Document, key: str) -> Mapping[str, str] | None:
    entry = document.entry(key)
    return None if entry is None else document.values(entry)
