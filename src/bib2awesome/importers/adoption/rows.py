"""Rows of a table become one template: each column by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bib2awesome.importers.adoption.conditions import Choice, Questions
from bib2awesome.importers.adoption.joints import written
from bib2awesome.importers.adoption.leftovers import Vote
from bib2awesome.importers.adoption.marking import Part
from bib2awesome.importers.adoption.own_tags import tagged
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.adoption.slots import is_linked, one_link, own_places, plain
from bib2awesome.importers.adoption.variants import Variants
from bib2awesome.importers.adoption.voting import Ballot
from bib2awesome.importers.lists.column_titles import is_count_column
from bib2awesome.importers.lists.field_names import field_name, tick_field
from bib2awesome.render.table import aligned

__all__ = ["is_aligned", "row_template", "squeezed"]

_PIPE = re.compile(r"(?<!\\)\|")
_WIDEST = 4
"""A longer gap between two cells pads one of them."""
_TICKS = {"yes": "\u2705", "no": "\u274c"}


def row_template(samples: Sequence[Sample]) -> Vote | None:
    """Return the template that makes most of the rows, None where it cannot be written.

    Args:
        samples: Rows of tables with the same columns.
    """
    rows = [(one, _cells(one.source)) for one in samples]
    width = Counter(len(cells) for _, cells in rows).most_common(1)[0][0] if rows else 0
    rows = [(one, cells) for one, cells in rows if len(cells) == width]
    if not rows:
        return None
    split = [_columns(one, cells) for one, cells in rows]
    some = [one for one, _ in rows]
    columns_of_all = [one_link(tagged(column, some)) for column in zip(*split, strict=True)]
    split = [list(row) for row in zip(*columns_of_all, strict=True)]
    whole = [Skeleton(tuple(part for column in one for part in column.parts), ()) for one in split]
    own = own_places(whole, some)
    split = _settled(split, own)
    linked = sum(map(is_linked, whole))
    variants = Variants(Questions(some))
    authors = ""
    shown: set[str] = set()
    columns: list[str] = []
    forms: Counter[str] = Counter()
    for number in range(width):
        cells = [one[number] for one in split]
        if not plain(cells):
            return None
        ballot = Ballot(some, cells, own, linked=linked * 2 > len(whole), variants=variants)
        title = some[0].header[number] if number < len(some[0].header) else ""
        counted = is_count_column(title) and _are_numbers(cells)
        columns.append("{{ number }}" if counted else _chosen(cells) or ballot.template())
        shown |= ballot.shown()
        authors = authors or ballot.authors()
        forms[ballot.link_form()] += sum(len(one.parts) for one in cells)
    *gaps, behind = _frame(rows)
    cells_of_all = zip(columns, gaps, zip(*(cells for _, cells in rows), strict=True), strict=True)
    shown_cells = [_empty(*one, rows) for one in cells_of_all]
    edges = [
        cell.replace(gap, _gap(gap, number, rows, variants), 1) if cell.startswith(gap) else cell
        for number, (gap, cell) in enumerate(zip(gaps, shown_cells, strict=True))
    ]
    template = "".join(edges) + _gap(behind, width, rows, variants)
    names = frozenset(f"field-{one[5:]}" if one.startswith("tick-") else one for one in shown)
    link = forms.most_common(1)[0][0]
    return Vote(template, link, names, linked * 2 > len(whole), variants.by_sample(), authors)


def squeezed(row: str) -> str:
    """Return a row with no more than one blank beside each pipe."""
    return re.sub(r"(?<!\\)[ \t]*\|[ \t]*", lambda match: _squeezed(match[0]), row)


def _squeezed(gap: str) -> str:
    before, _, behind = gap.partition("|")
    return f"{before[:1]}|{behind[:1]}"


def is_aligned(sources: Sequence[str], head: str) -> bool:
    """Whether most rows of a table have cells as wide as its head's, by blanks put into them."""
    wide = [one for one in sources if squeezed(one) != one]
    same = sum(aligned(squeezed(one), head) == one for one in wide)
    return same * 2 > len(sources)


def _settled(split: Sequence[Sequence[Skeleton]], own: frozenset[str]) -> list[list[Skeleton]]:
    """Return the rows with each slot only in the column where most rows have it."""

    def name(part: Part) -> str:
        rare = part.slot.startswith("link-") and part.slot not in own
        return "links" if rare else part.slot

    places: dict[str, Counter[int]] = {}
    for row in split:
        for number, cell in enumerate(row):
            for part in cell.parts:
                places.setdefault(name(part), Counter())[number] += 1
    home = {slot: found.most_common(1)[0][0] for slot, found in places.items()}
    settled = []
    for row in split:
        cells = []
        for number, cell in enumerate(row):
            parts = tuple(part for part in cell.parts if home[name(part)] == number)
            if len(parts) < len(cell.parts):  # what is between them is nothing that others have
                cell = Skeleton(parts, ("\0",) * (len(parts) + 1))  # noqa: PLW2901
            cells.append(cell)
        settled.append(cells)
    return settled


def _cells(source: str) -> list[tuple[int, int]]:
    """Return where the text of each cell begins and ends."""
    edges = [match.start() for match in _PIPE.finditer(source)]
    if not source.startswith("|"):
        edges.insert(0, -1)
    if not source.rstrip().endswith("|") or source.rstrip().endswith("\\|"):
        edges.append(len(source))
    found = []
    for first, last in pairwise(edges):
        text = source[first + 1 : last]
        start = first + 1 + len(text) - len(text.lstrip())
        found.append((start, max(start, first + 1 + len(text.rstrip()))))
    return found


def _columns(sample: Sample, cells: Sequence[tuple[int, int]]) -> list[Skeleton]:
    """Return a row as one skeleton for each cell."""
    found = []
    for number, (start, end) in enumerate(cells):
        title = sample.header[number] if number < len(sample.header) else ""
        text = sample.source[start:end]
        name, value = _choice(sample, title) if title else ("", "")
        if value:
            form = f"{value}:{text}"
            found.append(Skeleton((Part(f"tick-{name}", form, text),), ("", "")))
            continue
        own = [mark for mark in sample.marks if start <= mark.start and mark.end <= end]
        between, at = [], start
        for mark in own:
            between.append(sample.source[at : mark.start])
            at = mark.end
        found.append(Skeleton(tuple(mark.part for mark in own), (*between, sample.source[at:end])))
    return found


def _choice(sample: Sample, title: str) -> tuple[str, str]:
    """Return field and value of what a column says by one of a few signs, "" for another column."""
    name = tick_field(title)
    if (value := sample.paper.text(name)) in _TICKS:
        return name, value
    name = field_name(title)
    return name, sample.paper.text(name) if name in sample.chosen else ""


def _are_numbers(cells: Sequence[Skeleton]) -> bool:
    numbers = sum(one.between[0].isdigit() for one in cells if not one.parts)
    return numbers * 2 > len(cells)


def _chosen(cells: Sequence[Skeleton]) -> str:
    """Return the Jinja of a column that holds one of a few things, "" for another."""
    votes: dict[str, Counter[str]] = {}
    nothing: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for one in cells:
        for part in one.parts:
            if part.slot.startswith("tick-"):
                names[part.slot.removeprefix("tick-")] += 1
                votes.setdefault(part.form.partition(":")[0], Counter())[part.text] += 1
        if not one.parts:
            nothing[one.between[0]] += 1
    if names.total() * 2 < len(cells):
        return ""
    field = f'field["{names.most_common(1)[0][0]}"]'
    known = set(_TICKS) if votes.keys() <= _TICKS.keys() else set()
    shown = {value: found.most_common(1)[0][0] for value, found in votes.items()}
    shown |= {value: _TICKS[value] for value in sorted(known - shown.keys())}
    whole = "".join(
        f'{{% {"elif" if place else "if"} {field} == "{value}" %}}{text}'
        for place, (value, text) in enumerate(shown.items())
    )
    empty = nothing.most_common(1)[0][0] if nothing else ""
    return whole + (f"{{% else %}}{empty}" if empty else "") + "{% endif %}"


_ONE_IF = re.compile(
    r"(\{% if (?:(?!%\}).)+ %\})((?:(?!\{% (?:if|else|elif|endif)).)*\{% endif %\})"
)


def _empty(
    column: str,
    gap: str,
    places: Sequence[tuple[int, int]],
    rows: Sequence[tuple[Sample, list[tuple[int, int]]]],
) -> str:
    """Return a column with the gap before it; one blank is all there is of it where most rows have it so."""
    only = _ONE_IF.fullmatch(column)
    if only is None or not gap.endswith("| "):
        return gap + column
    empty = [
        one.source[start - 2 : start + 1] == "| |"
        for (one, _), (start, end) in zip(rows, places, strict=True)
        if start == end
    ]
    return f"{gap[:-1]}{only[1]} {only[2]}" if sum(empty) * 2 > len(empty) else gap + column


def _gap(
    usual: str,
    number: int,
    rows: Sequence[tuple[Sample, list[tuple[int, int]]]],
    variants: Variants,
) -> str:
    """Return the Jinja of what stands before a cell, or behind the last: a few rows may have a blank more or less there."""
    found: list[str | None] = []
    for sample, cells in rows:
        begin = cells[number - 1][1] if number else 0
        end = cells[number][0] if number < len(cells) else len(sample.source)
        beside = cells[max(number - 1, 0) : number + 1]
        text = sample.source[begin:end]
        filled = all(start < last for start, last in beside)
        found.append(text if filled and len(text) <= _WIDEST else None)
    return written(variants.added(Choice(usual), found, {one for one in found if one is not None}))


def _frame(rows: Sequence[tuple[Sample, list[tuple[int, int]]]]) -> tuple[str, ...]:
    """Return what most rows have before, between and behind their cells."""
    votes: Counter[tuple[str, ...]] = Counter()
    for sample, cells in rows:
        if all(start < end for start, end in cells):
            edges = [0, *(edge for cell in cells for edge in cell), len(sample.source)]
            gaps = [sample.source[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
            votes[tuple(map(squeezed, gaps))] += 1
    whole, count = max(votes.items(), key=lambda one: one[1], default=((), 0))
    if count * 2 > votes.total():
        return whole
    if not votes:
        return ("| ", *(" | ",) * (len(rows[0][1]) - 1), " |")
    places = zip(*votes.elements(), strict=True)
    return tuple(Counter(place).most_common(1)[0][0] for place in places)
