"""Small lists of every form and their crossings: what is read of each item is written down beside the list.

`NAME.txt` has a line for each item of `NAME.md` that is a paper: its line, title, short name, authors, venue
and date, links by role, what became of the rest, and the headings above it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Item

LISTS = sorted((Path(__file__).parent / "data" / "lists").glob("*.md"))


def said(item: Item) -> str:
    reading = item.reading
    assert reading is not None
    authors = [
        " ".join(filter(None, (one.given, one.prefix, one.family))) for one in reading.authors
    ]
    date = "/".join(str(part) for part in (reading.year, reading.month) if part)
    parts = (
        f"{item.line + 1}: {reading.title}",
        f"short {reading.short}" if reading.short else "",
        f"by {', '.join(authors)}{' and others' if reading.others else ''}" if authors else "",
        f"in {reading.venue}" if reading.venue else "",
        f"{'volume' if reading.issue.volume else 'pages'} {', '.join(filter(None, reading.issue[2:]))}"
        if reading.issue
        else "",
        date,
        *(f"{link.role} {link.url.removeprefix('https://')}" for link in reading.links),
        f"award {reading.award}" if reading.award else "",
        f"rest {', '.join(reading.remark)}" if reading.remark else "",
        f"under {' > '.join(section.title for section in item.section.chain)}",
    )
    return " | ".join(part for part in parts if part)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_item_says_its_facts(path):
    listing = read_list(path.read_text(encoding="utf-8"))
    assert [said(item) for item in listing.papers] == path.with_suffix(".txt").read_text(
        encoding="utf-8"
    ).splitlines()
    assert not listing.not_understood


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_line_ends_and_tabs_change_nothing(path):
    text = path.read_text(encoding="utf-8")
    listing = read_list(text)
    tabbed = read_list(text.replace("\n    ", "\n\t"))
    assert [said(item) for item in tabbed.papers] == [said(item) for item in listing.papers]
