"""Where words and names stand in an item's Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bib2awesome.bib.names import Name, display_name, family_name
from bib2awesome.importers.adoption.spans import LinkSpan

__all__ = ["ET_AL", "find", "people_in", "to_the_last"]

ET_AL = re.compile(r",?\s*(?:et\.?\s+al\.?|and others|等)", re.IGNORECASE)
"""What stands for further authors."""


def find(
    text: str,
    wanted: str,
    links: Sequence[LinkSpan],
    free: Callable[[int, int], bool] | None = None,
    start: int = 0,
) -> tuple[int, int] | None:
    """Return where the words of `wanted` stand, with whatever marks are between them; signs stand as they are."""
    words = re.findall(r"[^\W_]+", wanted)
    if not words:
        found = (
            (match.start(), match.end()) for match in re.finditer(re.escape(wanted), text) if wanted
        )
        return next(
            (one for one in found if one[0] >= start and (free is None or free(*one))), None
        )
    edges = re.match(r"[^\w\s]*", wanted), re.search(r"[^\w\s]*$", wanted)
    head, tail = (edge[0] if edge else "" for edge in edges)
    bare = wanted[len(head) : len(wanted) - len(tail)]
    for first, last in _places(text, bare, words, links, start):
        begin = first - len(head) * text.endswith(head, start, first)
        end = last + len(tail) * text.startswith(tail, last)
        if any(link.url[0] <= begin < link.url[1] and (begin, end) != link.url for link in links):
            continue  # part of an address; the whole may be what is wanted
        if free is None or free(begin, end):
            return begin, end
    return None


def _places(
    text: str, wanted: str, words: Sequence[str], links: Sequence[LinkSpan], start: int
) -> Iterator[tuple[int, int]]:
    """Yield where words stand one behind the other: as they are, else with other marks between them."""
    at = text.find(wanted, start)
    while at >= 0:
        end = at + len(wanted)
        if not (text[max(at - 1, 0) : at].isalnum() or text[end : end + 1].isalnum()):
            yield at, end
        at = text.find(wanted, end)
    # Most that is looked for a second time is an arXiv id, which stands in addresses only.
    outside = text if wanted.startswith("http") else _outside(text, links)
    folded = outside.casefold().count(words[0].casefold())
    if folded > (outside.count(wanted) if words == [wanted] else 0):
        between = r"(?:[\W_]|&\w{2,6};){0,12}?".join(map(re.escape, words))
        pattern = re.compile(rf"(?<![^\W_]){between}(?![^\W_])", re.IGNORECASE)
        yield from (match.span() for match in pattern.finditer(text, start))


def _outside(text: str, links: Sequence[LinkSpan]) -> str:
    """Return a text without the addresses in it."""
    pieces, at = [], 0
    for link in links:
        start, end = link.url
        if start >= at:
            pieces.append(text[at:start])
            at = end
    return " ".join([*pieces, text[at:]])


def to_the_last(
    text: str,
    first: tuple[int, int],
    names: Sequence[str],
    free: Callable[[int, int], bool] | None = None,
) -> tuple[int, int]:
    """Return the stretch from the first of some names to the last that stands in a text, with `et al.` behind it."""
    start, end = first
    for name in reversed(names[1:]):
        last = find(text, name, (), free, start)
        if last is not None:
            end = last[1]
            break
    more = ET_AL.match(text, end)
    return start, more.end() if more else end


def people_in(
    text: str, names: Sequence[Name], free: Callable[[int, int], bool]
) -> tuple[int, int, bool] | None:
    """Return where names stand that are not marked yet, and whether they end with an initial: `Lovelace, A.`."""
    turned = bool(names) and f"{family_name(names[0])}," in text
    # `Sato, X., Ito, X., Sato, M.` has an `X. Sato`, too
    for family_first in (True, False) if turned else (False,):
        written = [display_name(name, family_first=family_first) for name in names]
        first = find(text, written[0], (), free) if written else None
        if first is not None:
            start, end = to_the_last(text, first, written, free)
            more = ET_AL.search(text[start:end]) is not None
            return start, end, family_first and not more and written[-1].endswith(".")
    return None
