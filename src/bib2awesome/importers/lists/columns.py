"""The columns of tables: what each holds, by its title and by what stands in it."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.model import Item

__all__ = ["TICKS", "cell_of", "columns_of"]

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

_ROLES = (
    (
        "title",
        re.compile(
            r"\b(?:titles?|papers? titles?|papers?|publications?|articles?|works?|论文)\b",
            re.IGNORECASE,
        ),
    ),
    ("authors", re.compile(r"\bauthors?\b", re.IGNORECASE)),
    (
        "venue",
        re.compile(
            r"\b(?:venues?|pub\.?|published|publisher|conference|journal|conf|source|where)\b",
            re.IGNORECASE,
        ),
    ),
    ("date", re.compile(r"\b(?:dates?|years?|time|month)\b", re.IGNORECASE)),
    (
        "links",
        re.compile(
            r"\b(?:code|codes|github|git|repo\w*|links?|urls?|pdf|arxiv|web ?site|website|project|page|demo|doi)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "name",
        re.compile(
            r"\b(?:names?|models?|methods?|abbr\w*|acronym|alias|tool|system|framework)\b",
            re.IGNORECASE,
        ),
    ),
)


def columns_of(rows: list[Item]) -> list[str]:
    """Return what each column of a table holds: `title`, `authors`, `venue`, `date`, `links`, `name`, `ticks`, ``.

    The header row says it; among several candidates, and without a header, the column with the longest
    words is the title.
    """
    header = rows[0].header
    width = max([len(header), *(max(row.cells, default=-1) + 1 for row in rows)])
    texts = [[cell_of(row, number) for row in rows] for number in range(width)]
    roles = []
    for number in range(width):
        said = header[number] if number < len(header) else ""
        ticks = [text for text in texts[number] if text]
        if (
            ticks
            and all(text.lower() in TICKS for text in ticks)
            and any(text != "-" for text in ticks)
        ):
            roles.append("ticks")
            continue
        roles.append(next((role for role, pattern in _ROLES if pattern.search(said)), ""))
    lengths = [sum(len(text) for text in column) / max(len(column), 1) for column in texts]
    candidates = [n for n in range(width) if roles[n] == "title" and lengths[n] > 12]  # noqa: PLR2004
    if not candidates:
        named = [n for n in range(width) if roles[n] == "name" and lengths[n] > 0]
        others = [n for n in range(width) if roles[n] in {"", "links"} and lengths[n] > 0]
        candidates = named or others
    best = max(candidates, key=lambda n: (min(lengths[n], 90), -n), default=None)
    for number in range(width):
        if roles[number] == "title" and number != best:
            roles[number] = "name" if lengths[number] else "links"
    if best is not None:
        roles[best] = "title"
    return roles


def cell_of(row: Item, number: int) -> str:
    """Return the words of a row in column `number`."""
    return plain(
        " ".join(
            p.text
            for p, at in zip(row.text.pieces, row.cells, strict=True)
            if at == number and not p.image
        )
    )
