"""Papers as the rows of a table (GFM 4.10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, east_asian_width

from bib2awesome.papers.paper import Paper
from bib2awesome.render.items import VARIABLES, Fields, Item, Options
from bib2awesome.render.markdown import Markdown, escape

if TYPE_CHECKING:
    from bib2awesome.config import Column

__all__ = ["aligned", "grid", "rows", "table"]

_ANSWERS = {"yes": "✅", "true": "✅", "no": "❌", "false": "❌", "partial": "🟡", "partly": "🟡"}
"""What a field that says nothing but this is shown as."""

_NAMES = frozenset({"title", "linked_title", "shorttitle"})


class _Cell(NamedTuple):
    heading: str
    show: Callable[[Item], str]
    centred: bool | None


def table(
    papers: Sequence[Paper], columns: Sequence[Column], options: Options, category: str = ""
) -> str:
    """Return the papers as a table: the title with its links, and one column per field.

    A column's `field` is a variable of item templates (`venue`, `authors`, `links`) or a field of the
    entry. Where a column shows the title itself, the first column is not added; without any columns
    they are title, venue and links.
    """
    cells = [_cell(column) for column in columns]
    if not columns:
        cells = [
            _Cell("Paper", _variable("linked_title"), centred=False),
            _Cell("Venue", _variable("tag"), centred=False),
            _Cell("Links", _variable("more_links"), centred=False),
        ]
    elif not any(column.field in _NAMES for column in columns):
        cells.insert(0, _Cell("", _name, centred=False))
    rows = []
    for number, paper in enumerate(papers, 1):
        item = Item(paper, options, category, number)
        rows.append([cell.show(item) for cell in cells])
    return grid([cell.heading for cell in cells], rows, [cell.centred for cell in cells])


def rows(
    papers: Sequence[Paper], head: str, options: Options, category: str = "", *, align: bool = False
) -> str:
    """Return the papers as rows that the item template makes, below the head that the author wrote.

    Args:
        papers: In order.
        head: Heading and delimiter row, as in the region.
        options: The template and how links look.
        category: The category's path, for the template.
        align: Whether cells are padded to the width of the head's.
    """
    lines = [head.strip("\n")]
    for number, paper in enumerate(papers, 1):
        item = Item(paper, options, category, number)
        row = " ".join(options.template(item).split("\n")).strip()
        row = _NO_START.sub("", row)
        lines.append(aligned(row, lines[0]) if align else row)
    return "\n".join(lines)


_PIPE = re.compile(r"(?<!\\)\|")
_NO_START = re.compile(r"(?<=\| )\\(?=[#>=+-])")
"""The backslash before what means something at the start of a line, which a cell is not: `| >7B |`."""


def aligned(row: str, head: str) -> str:
    """Return a row with its cells as wide as those of the head, where they are not wider.

    Args:
        row: The row; one with more or fewer cells is returned as it is.
        head: Two lines, the second of which says what is centred.
    """
    titles, rule = (_PIPE.split(line.strip()) for line in head.split("\n"))
    cells = _PIPE.split(row)
    if not len(cells) == len(titles) == len(rule):
        return row
    for number, (title, dashes) in enumerate(zip(titles, rule, strict=True)):
        cell = cells[number].strip()
        blanks = max(_width(title) - _width(cell), 2 if cell else 1)
        left = blanks // 2 if _middle(dashes) else blanks - 1 if dashes.strip().endswith(":") else 1
        if 0 < number < len(cells) - 1:
            cells[number] = " " * left + cell + " " * (blanks - left)
    return "|".join(cells)


def _middle(dashes: str) -> bool:
    return dashes.strip().startswith(":") and dashes.strip().endswith(":")


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for wide signs and emoji."""
    widths = {"W": 2, "F": 2}
    return sum(
        0 if combining(sign) or sign == "\ufe0f" else widths.get(east_asian_width(sign), 1)
        for sign in text
    )


_RULES = {True: ":---:", False: ":---", None: "---:"}


def grid(
    headings: Sequence[str], rows: Sequence[Sequence[str]], centred: Sequence[bool | None]
) -> str:
    """Return a table of finished markdown; headings are text, None in `centred` is at the right."""
    lines: list[Sequence[str]] = [
        [escape(heading) for heading in headings],
        [_RULES[middle] for middle in centred],
        *rows,
    ]
    return "\n".join(
        f"|{''.join(f' {cell} |' if cell else ' |' for cell in line)}" for line in lines
    )


def _cell(column: Column) -> _Cell:
    heading = column.title if column.title is not None else column.field.replace("-", " ").title()
    shown = _shown(heading, column)
    return shown if column.align is None else shown._replace(centred=_CENTRED[column.align])


_CENTRED = {"left": False, "center": True, "right": None}


def _shown(heading: str, column: Column) -> _Cell:
    if column.field == "shorttitle":
        return _Cell(heading, _short, centred=False)
    if column.field in VARIABLES and VARIABLES[column.field].type is str:
        return _Cell(heading, _variable(column.field), centred=False)
    return _Cell(heading, _field(column.field), centred=True)


def _short(item: Item) -> str:
    return escape(item.paper.text("shorttitle") or item.title)


def _variable(name: str) -> Callable[[Item], str]:
    get = VARIABLES[name].get
    return lambda item: (
        escape(str(value)) if not isinstance(value := get(item), Markdown) else value
    )


def _field(name: str) -> Callable[[Item], str]:
    def show(item: Item) -> str:
        links = [
            link
            for link in item.links
            if name == f"link-{link.label}" or name == link.kind == "code"
        ]
        if links:
            return item.shown(links)
        text = Fields(item.paper)[name]
        return _ANSWERS.get(text.lower()) or escape(text)

    return show


def _name(item: Item) -> str:
    return f"{_short(item)} {item.shown(item.links)}".rstrip()
