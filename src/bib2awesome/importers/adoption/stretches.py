"""Which stretches of a list become regions: contiguous items of one section that can be rendered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bib2awesome.importers.lists.model import Item, Listing, Run, Section

__all__ = ["Stretch", "Unfit", "stretches_of"]

_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*")


@dataclass(slots=True, eq=False)
class Stretch:
    """A stretch that becomes a region.

    Attributes:
        items: Its papers, in order.
        section: What they stand under.
        first: Its first line, from 0; of a table that of its head.
        last: The line behind its last one.
        indent: How far its lines are indented.
        head: The two lines above the rows of a table, else "".
    """

    items: tuple[Item, ...]
    section: Section
    first: int
    last: int
    indent: int
    head: str = ""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A stretch that stays as it is, its line (from 1), and why."""

    line: int
    items: int
    reason: str

    @property
    def note(self) -> dict[str, Any]:
        """The note of a plan that says so."""
        stay = "1 paper stays" if self.items == 1 else f"{self.items} papers stay"
        text = f"{stay} hand-written: {self.reason}"
        return {"line": self.line, "kind": "kept", "text": text}


def stretches_of(
    listing: Listing, taken: Iterable[tuple[int, int]]
) -> tuple[list[Stretch], list[Unfit]]:
    """Return the stretches of a list that can become regions, and those that cannot.

    Args:
        listing: The list.
        taken: First and last lines of regions that are there already.
    """
    lines = listing.lines
    taken = tuple(taken)
    fit: list[Stretch] = []
    unfit: list[Unfit] = []
    for run in listing.runs:
        if any(start <= run.items[0].line <= end for start, end in taken):
            continue
        found = _stretch(run, lines)
        if isinstance(found, Stretch):
            fit.append(found)
        else:
            unfit.append(Unfit(run.items[0].line + 1, len(run.items), found))
    return _one_form(fit, unfit), unfit


def _stretch(run: Run, lines: Sequence[str]) -> Stretch | str:  # noqa: PLR0911 - one reason each
    """Return the stretch of a run, or why there is none."""
    items = run.items
    first, last = items[0].line, items[-1].end_line
    containers = {item.container for item in items}
    if containers & {"html-row", "html-bullet"}:
        return "HTML tables and lists stay as they are"
    if len({item.line for item in items}) < len(items):
        return "several papers stand on one line"
    blanks = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    if "\t" in blanks:
        return "the lines are indented by tabs"
    if lines[first].lstrip().startswith(">"):
        return "what stands in a quotation stays as it is"
    if any("bib2awesome:" in line for line in lines[first:last]):
        return "there are markers of regions in it"
    if containers != {"row"}:
        return "rows of a table and other items are mixed" if "row" in containers else Stretch(
            items, run.section, first, last, len(blanks)
        )  # fmt: skip
    head = lines[first - 2 : first] if first > 1 else []
    if len(head) < 2 or not _RULE.fullmatch(head[1]) or "|" not in head[0]:  # noqa: PLR2004
        return "a row above is no paper, and a table is rendered as a whole"
    if last < len(lines) and lines[last].strip() and "|" in lines[last]:
        return "a row below is no paper, and a table is rendered as a whole"
    if any(a.end_line != b.line for a, b in pairwise(items)):
        return "a row is no paper, and a table is rendered as a whole"
    dedented = [line[len(blanks) :] if line.startswith(blanks) else line.lstrip() for line in head]
    return Stretch(
        items, run.section, first - 2, last, len(blanks), "\n".join(map(str.rstrip, dedented))
    )


def _one_form(fit: Sequence[Stretch], unfit: list[Unfit]) -> list[Stretch]:
    """Return the stretches that have the form of their section: it has one item style, a table one head."""
    heads: dict[int, Counter[str]] = {}
    for one in fit:
        heads.setdefault(id(one.section), Counter())[one.head] += len(one.items)
    kept = []
    for one in fit:
        if one.head == heads[id(one.section)].most_common(1)[0][0]:
            kept.append(one)
        else:
            reason = "most items of its section have another form"
            unfit.append(Unfit(one.items[0].line + 1, len(one.items), reason))
    return kept
