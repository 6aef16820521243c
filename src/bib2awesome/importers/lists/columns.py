"""The columns of tables: what each holds, by its title and by what stands in it."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.column_titles import said_in
from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.labels import is_label
from bib2awesome.importers.lists.model import Item
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import when_where

__all__ = [
    "TICKS",
    "cell_of",
    "columns_of",
    "holds_figures",
    "names_titles",
]

TICKS = {
    "✅": True,
    "✔": True,
    "✔️": True,
    "☑️": True,
    "✓": True,
    "yes": True,
    "❌": False,
    "✗": False,
    "✘": False,
    "✖️": False,
    "no": False,
    "-": False,
}

NOTHING = frozenset(("", "-", "/", "n/a", "na", "tbd", "none", "nan", "null"))
"""Of a cell that says nothing."""
ANSWERS = NOTHING | {"unknown", "yes", "no", "partly", "partial"}

_DATA = re.compile(r"\b(?:datasets?|benchmarks?)\b", re.IGNORECASE)
"""Behind the title of a work: what it was tried on, not its name."""
_JOURNALS = re.compile(r"\bpublications?\b", re.IGNORECASE)
_TITLES = re.compile(r"\b(?:titles?|papers?|articles?)\b|\u8bba\u6587|\u6807\u9898", re.IGNORECASE)
_LEAST_TITLE, _LONG_TITLE = 12, 90
"""Characters a column of titles has on average, and those above which longer is no better."""
_MOST, _FEW = 0.6, 3
"""The share of cells that say what a column holds where its title does not."""


def columns_of(rows: list[Item]) -> list[str]:
    """Return what each column of a table holds: `title`, `authors`, `employers`, `venue`, `date`, `links`, `name`, `about`, `ticks`, ``.

    The header row says it. Among several candidates for the title the column with the longest words is it;
    without any it is the one that names things, or has linked words, or the longest. What the header
    leaves open, the cells say.
    """
    header = rows[0].header
    width = max([len(header), *(max(row.cells, default=-1) + 1 for row in rows)])
    texts = [[cell_of(row, number) for row in rows] for number in range(width)]
    roles = [
        "ticks" if _are_ticks(texts[n]) else said_in(header[n] if n < len(header) else "")
        for n in range(width)
    ]
    roles = [
        "about" if role == "name" and (_answers(texts[n]) or _repeats(texts[n])) else role
        for n, role in enumerate(roles)
    ]
    best = _title_column(rows, roles, texts)
    for number in range(width):
        if number == best:
            roles[number] = "title"
        elif (
            best is not None
            and number > best
            and roles[number] == "name"
            and _DATA.search(header[number])
        ):
            roles[number] = "about"
        elif roles[number] == "title" and _is_journal_column(header, number):
            roles[number] = "links" if _leads_away(rows, number) else "venue"
        elif roles[number] in {"title", ""}:
            fallback = roles[number] and ("links" if _are_labels(texts[number]) else "name")
            labelled = (
                _are_labels(texts[number]) and _share_linked(rows, number, labels=True) > _MOST
            )
            roles[number] = "links" if labelled else _held(texts[number]) or fallback
    return roles


def _is_journal_column(header: tuple[str, ...], number: int) -> bool:
    """Whether a column says where works appeared, as another has their titles: `Title`, `Publication`."""
    journals = _JOURNALS.search(header[number]) is not None
    return journals and any(_TITLES.search(one) for one in header)


def holds_figures(rows: list[Item], roles: list[str]) -> bool:
    """Whether a table compares works that stand elsewhere: no column is said to have titles, and no link, author or venue."""
    stated = "authors" in roles or "venue" in roles
    return not (stated or names_titles(rows[0].header) or any(row.text.urls for row in rows))


def names_titles(header: tuple[str, ...]) -> bool:
    """Whether a column of a table is said to have the titles of works."""
    return any(said_in(title) == "title" for title in header)


def _are_ticks(cells: list[str]) -> bool:
    ticks = [text for text in cells if text]
    return bool(ticks) and all(text.lower() in TICKS for text in ticks) and set(ticks) != {"-"}


def _answers(cells: list[str]) -> bool:
    """Whether most cells of a column of names only answer a question: `Yes`, `N/A`, `Code only`."""
    answers = (text.lower() in ANSWERS or is_label(text) for text in cells)
    return sum(answers) > _MOST * len(cells)


def _repeats(cells: list[str]) -> bool:
    """Whether the cells of a column do not tell works apart: one name in all of several rows."""
    filled = [text for text in cells if text]
    return len(filled) >= _FEW and len(set(filled)) * 2 < len(filled)


def _title_column(rows: list[Item], roles: list[str], texts: list[list[str]]) -> int | None:
    """Return the number of the column of titles, None where no cell has words."""
    lengths = [sum(map(len, column)) / max(len(column), 1) for column in texts]
    filled = [n for n, length in enumerate(lengths) if length > 0]
    header = rows[0].header
    said = [n for n in filled if roles[n] == "title" and not _is_journal_column(header, n)]
    titles = [
        n
        for n in said
        if lengths[n] > _LEAST_TITLE
        and (_held(texts[n]) not in {"authors", "venue"} or _links_names(rows, n))
    ]
    if titles:
        return max(titles, key=lambda n: (min(lengths[n], _LONG_TITLE), -n))
    short = [n for n in said if not _held(texts[n])]
    named = [n for n in short if not _are_labels(texts[n])]
    named = named or [n for n in filled if roles[n] == "name"]
    if named:
        return named[0]
    others = [n for n in filled if roles[n] in {"", "links"}]
    linked = {n: _share_linked(rows, n) for n in others}
    return max(
        others or [n for n in filled if roles[n] == "title"],
        key=lambda n: (linked.get(n, 0) > _MOST, min(lengths[n], _LONG_TITLE), -n),
        default=None,
    )


def _leads_away(rows: list[Item], number: int) -> bool:
    """Whether a cell of a column has a link."""
    return any(
        at == number and piece.link >= 0
        for row in rows
        for piece, at in zip(row.text.pieces, row.cells, strict=True)
    )


def _share_linked(rows: list[Item], number: int, *, labels: bool = False) -> float:
    """Return the share of cells that link words which are no label, or `labels`."""
    count = sum(
        any(
            at == number and piece.link >= 0 and not piece.image and is_label(piece.text) == labels
            for piece, at in zip(row.text.pieces, row.cells, strict=True)
        )
        for row in rows
    )
    return count / len(rows)


def _links_names(rows: list[Item], number: int) -> bool:
    """Whether a column links what is neither label nor venue, whatever stands beside it: `[Loom](u), ICML 2021`."""
    linked = [
        piece.text
        for row in rows
        for piece, at in zip(row.text.pieces, row.cells, strict=True)
        if at == number and piece.link >= 0 and not piece.image and not is_label(piece.text)
    ]
    return len(linked) > _MOST * len(rows) and not _held(linked)


def _are_labels(cells: list[str]) -> bool:
    filled = [text for text in cells if any(map(str.isalnum, text))]
    return sum(map(is_label, filled)) * 2 > len(filled)


def _held(cells: list[str]) -> str:
    """Return what most cells of a column are: `venue`, `date`, `authors`, or ""."""
    filled = [text for text in cells if any(map(str.isalnum, text))]
    found = [when_where(text) for text in filled]
    venues = sum(one is not None and bool(one.venue) for one in found)
    dates = sum(one is not None and not one.venue for one in found)
    few = len(filled) < _FEW or venues or dates
    people = sum(
        found is not None and (not few or len(found.names) >= _FEW)
        for found in map(people_in, filled)
    )
    for role, count in (("venue", venues), ("date", venues + dates), ("authors", people)):
        if count > _MOST * len(filled):
            return role
    return ""


def cell_of(row: Item, number: int) -> str:
    """Return the words of a row in column `number`."""
    return plain(
        " ".join(
            p.text
            for p, at in zip(row.text.pieces, row.cells, strict=True)
            if at == number and not p.image
        )
    )
