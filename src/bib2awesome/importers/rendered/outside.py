"""What somebody wrote where no papers are rendered: beside the regions of a README, or in those of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.rendered.proposals import Proposals
from bib2awesome.importers.rendered.sides import (
    LISTS,
    is_conflict_mark,
    paper_of,
    problem,
    unmarked,
)
from bib2awesome.render.regions import Page

__all__ = ["misplaced", "outside"]

_FORM = 600
"""Lines of all regions that are read, half of them from their beginnings and half from their ends."""
_OPENING = re.compile(r"\s*(?:```|~~~|<)")
"""The beginning of a line that may open what is closed later, and so is not to be read without it."""


def misplaced(page: Page, rendered: Page) -> Iterator[dict[str, Any]]:
    """Yield the lines of regions of other kinds, such as `contributing`, that were not rendered there.

    A region with a merge conflict is left to `render`, which settles it.
    """
    for mine, ours in zip(page.regions, rendered.regions, strict=True):
        if mine.kind in LISTS or page.is_ours(mine, rendered.content(ours)):
            continue
        lines = page.content(mine).split("\n")
        if any(map(is_conflict_mark, lines)):
            continue
        known = set(map(str.strip, rendered.content(ours).split("\n")))
        for line, text in enumerate(map(str.strip, lines), mine.begin + 1):
            if text and text not in known:
                reason = f"the region `{mine.kind}` is for what `render` writes"
                yield problem(line, text, reason)


def outside(page: Page, planning: Proposals) -> list[dict[str, Any]]:
    """Return a note of how many papers stand outside of the regions that the survey does not have.

    Of what was rendered only a part is read, for the form of the list: what follows is like it.
    """
    lines = unmarked(page)
    numbers = _read(page, lines)
    listing = read_list("\n".join(lines[number] for number in numbers))
    found = [
        line
        for item in listing.papers
        if not any(one.begin <= (line := numbers[item.line]) <= one.end for one in page.regions)
        and paper_of(item, planning.known) is None
    ]
    if not found:
        return []
    count = "1 paper stands" if len(found) == 1 else f"{len(found)} papers stand"
    text = f"{count} outside of the regions and not in the survey: `--adopt` takes over what it can"
    return [{"line": found[0] + 1, "kind": "outside", "text": text}]


def _read(page: Page, lines: list[str]) -> list[int]:
    """Return the numbers of the lines that are read."""
    numbers: list[int] = []
    at, half = 0, _FORM // 2 // (len(page.regions) or 1) + 1
    for region in page.regions:
        first, last = region.begin + 1 + half, region.end - half
        if not any(map(_OPENING.match, lines[region.begin + 1 : region.end])) and first < last:
            numbers += range(at, first)
            at = last
    return [*numbers, *range(at, len(lines))]
