"""The grammar of a list: the form that most of its items have."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from bib2awesome.importers.lists.model import Grammar, Listing

__all__ = ["grammar_of"]

_FORMS = (
    ("[[X]](u)", re.compile(r"\[\\?\[[^\[\]]+\\?\]\]\(")),
    ("[[X](u)]", re.compile(r"\[\[[^\[\]]+\]\([^()\s]*\)\]")),
    ("badge", re.compile(r"\[!\[[^\]]*\]\([^)]*\)\]\(")),
    ("[X](u)", re.compile(r"\[(?<![\[!]\[)[^\[\]!]{1,20}\]\(http")),
)


def grammar_of(listing: Listing) -> Grammar:
    """Return the form that most papers of a list have."""
    papers = listing.papers
    if not papers:
        return Grammar()
    readings = [item.reading for item in papers if item.reading]
    votes = Counter(
        (item.container, reading.style, reading.place)
        for item, reading in zip(papers, readings, strict=True)
    )
    container, style, place = votes.most_common(1)[0][0]
    sources = [listing.source(item) for item in papers]
    forms = Counter(filter(None, map(_link_form, sources)))
    levels = [item.section.chain[0].level for item in papers if item.section.chain]
    lines = sum(item.end_line - item.line > 1 for item in papers)
    return Grammar(
        container,
        style,
        place,
        forms.most_common(1)[0][0] if forms else "title",
        lines * 2 > len(papers),
        levels[0] if levels else 2,
        _newest_first(listing),
        dict(votes),
    )


def _link_form(source: str) -> str | None:
    return next((name for name, pattern in _FORMS if pattern.search(source)), None)


def _newest_first(listing: Listing) -> bool | None:
    falls = rises = 0
    for section in listing.root.walk():
        years = [item.reading.year for item in section.items if item.reading and item.reading.year]
        falls += sum(a > b for a, b in pairwise(years))
        rises += sum(a < b for a, b in pairwise(years))
    if falls == rises or min(falls, rises) * 4 > max(falls, rises):
        return None
    return falls > rises
