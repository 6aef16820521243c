"""Which item of the last rendering an edited one was, and what of its title is new."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from bib2awesome.importers.adoption.finding import find
from bib2awesome.importers.adoption.spans import links_in
from bib2awesome.importers.lists.inlines import text_of
from bib2awesome.importers.rendered.sides import Found

__all__ = ["paired", "title_reworded"]

_ALIKE = 60
"""How alike an edited item and its old self are at least, of 100."""
_NUMBER = re.compile(r"\s*\d+[.)]")
_OTHER = re.compile(r"\]\(|https?:|\n|<")
"""What is no part of a title."""

Source = Callable[[Found], str]


def paired(
    new: Sequence[Found], old: Sequence[Found], source: Source, was: Source
) -> tuple[dict[int, Found], list[Found]]:
    """Return by the id of an edited item its old self, and the old ones that are gone.

    Known papers are found first, so that nothing new takes their place.

    Args:
        new: Items that differ.
        old: Those that were rendered and differ.
        source: Gives the Markdown of an edited item.
        was: Gives that of an old one.
    """
    waiting = list(old)
    before: dict[int, Found] = {}
    for one in new:
        if (found := _same_paper(one, waiting)) is not None:
            waiting.remove(found)
            before[id(one.item)] = found
    for one in new:
        if one.paper is None and (found := _alike(one, waiting, source(one), was)) is not None:
            waiting.remove(found)
            before[id(one.item)] = found
    return before, waiting


def _same_paper(one: Found, waiting: Sequence[Found]) -> Found | None:
    """Return what an item was before: the same paper, of the same category first."""
    same = [old for old in waiting if one.paper is not None and old.paper is one.paper]
    here = [old for old in same if str(old.region) == str(one.region)]
    return next(iter([*here, *same]), None)


def _alike(one: Found, waiting: Sequence[Found], source: str, was: Source) -> Found | None:
    """Return what an item was before: nearly the same text."""
    scored = [
        (fuzz.ratio(source, was(old)), -number, old)
        for number, old in enumerate(waiting)
        if str(old.region) == str(one.region) and old.paper is not None
    ]
    best = max(scored, default=None, key=lambda pair: pair[:2])
    return best[2] if best is not None and best[0] >= _ALIKE else None


def title_reworded(title: str, old: str, new: str) -> str | None:
    """Return the new title of an item in which nothing but words of its title differ; else None.

    Args:
        title: The title that it had.
        old: Its Markdown as rendered.
        new: Its Markdown as edited.
    """
    old, new = _NUMBER.sub("", old, count=1), _NUMBER.sub("", new, count=1)
    span = find(old, title, links_in(old))
    if span is None or old == new:
        return None
    start, end = span
    first = _alike_up_to(old, new)
    last = len(old) - min(_alike_up_to(old[::-1], new[::-1]), len(old) - first, len(new) - first)
    if not (start <= first < end and start < last <= end):
        return None
    words = new[start : len(new) - (len(old) - end)]
    return None if _OTHER.search(words) else text_of(words, {}) or None


def _alike_up_to(old: str, new: str) -> int:
    """Return how many signs two texts have in common from their start on."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
