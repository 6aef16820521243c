"""Tables: drawn for a terminal, plain for a pipe."""

from __future__ import annotations

import io
import shutil
import unicodedata
from collections.abc import Sequence

__all__ = ["drawn", "plain"]

Rows = Sequence[Sequence[str]]


def drawn(heading: Sequence[str], rows: Rows, *, color: bool) -> str:
    """Return a table with lines, as wide as the terminal at most."""
    from rich import box  # noqa: PLC0415 - only a terminal pays for it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD)
    for index, name in enumerate(heading):
        # Folded: an address that is cut is of no use.
        table.add_column(
            name, justify="right" if _numbers(rows, index) else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: `[bold]` in a title stays what it is
    out = io.StringIO()
    width = shutil.get_terminal_size().columns
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, legacy_windows=False
    )
    console.print(table)
    return out.getvalue()


def plain(heading: Sequence[str], rows: Rows) -> str:
    """Return aligned columns, two blanks apart, with an empty line after the last row."""
    columns = range(len(heading))
    table = [list(heading), *[list(row) for row in rows]]
    widths = [max(_width(row[index]) for row in table) for index in columns]
    right = [_numbers(rows, index) for index in columns]
    lines = [
        "  ".join(
            _padded(cell, width, right=flag)
            for cell, width, flag in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in table
    ]
    return "\n".join(lines) + "\n\n"


def _numbers(rows: Rows, index: int) -> bool:
    return index > 0 and all(row[index].isdigit() for row in rows)


def _padded(text: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if right else text + blanks


def _width(text: str) -> int:
    """Return how many columns a terminal gives the text: two for East Asian letters, none for marks."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )
