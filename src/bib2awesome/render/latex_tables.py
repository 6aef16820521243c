r"""`latex/tables.tex`: the papers of each category as a table, and the survey's comparison tables.

A table is written once, for documents in one and in two columns: `longtable` is an error in the
latter, so there the same rows go into floats over both columns. A row is a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.bib.keys import is_citable
from bib2awesome.bib.names import display
from bib2awesome.papers.links import urls_in
from bib2awesome.papers.selection import selected
from bib2awesome.render.latex_labels import label
from bib2awesome.render.latex_text import breakable, document_text, href, macros, measure

if TYPE_CHECKING:
    from bib2awesome.config import Column
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.latex_settings import Settings

__all__ = ["ABOUT", "tables"]

ABOUT = (
    "",
    r"The papers as tables, one per category, and those of [tables] in categories.toml:",
    r"  \input{latex/tables}                              all of them",
    r"  \def\SurveyTables{frameworks}\input{latex/tables}  those named, separated by commas",
    r"A category's name is its path with dashes (behind `category-` where a table of [tables] has it);",
    r"\ref{tab:NAME} refers to a table.",
    "Packages: array, booktabs, longtable, hyperref, pifont; [T1]{fontenc}.",
    "In one column they are longtables; in two, floats over both, as many as the rows need.",
)


_PROSE = 7.0  # em: a column that says more than yes and no


class _Cell(NamedTuple):
    heading: str
    show: Callable[[Paper], str]
    width: float  # in em, of which it gets its share
    align: str
    names: bool = False


def tables(survey: Survey, settings: Settings) -> str:
    """Return the content of tables.tex.

    Raises:
        InputError: A comparison table names an unknown category or key, with every problem.
    """
    parts = [macros("tables").rstrip("\n")]
    columns = _complete(_cell(survey, settings, name) for name in settings.columns)
    for category in survey.taxonomy.walk():
        rows = list(_rows(columns, survey.listed(category), settings.cite))
        if rows:
            name = category.path.replace("/", "-")
            if name in survey.config.tables:
                name = f"category-{name}"
            parts += _table(name, name, _titles(category), columns, rows)
    for name, table in survey.config.tables.items():
        cells = _complete(_column(survey, settings, column) for column in table.columns)
        rows = list(_rows(cells, selected(survey, name), settings.cite))
        caption = table.caption or name.replace("-", " ").capitalize()
        parts += _table(name, table.label or name, caption, cells, rows)
    parts.append(r"\def\SurveyTables{}")
    return "\n".join(parts) + "\n"


def _titles(category: Category) -> str:
    return f"{_titles(category.parent)}: {category.title}" if category.parent else category.title


def _complete(cells: Iterable[_Cell]) -> list[_Cell]:
    """Return the columns with one that names the paper: the first, where none of them does."""
    cells = list(cells)
    named = any(cell.names for cell in cells)
    return cells if named else [_Cell("Paper", _short, 9, "left", names=True), *cells]


def _rows(cells: Sequence[_Cell], papers: Iterable[Paper], cite: str) -> Iterator[str]:
    """Yield a row for each paper, its citation in the first column that names it."""
    named = next(index for index, cell in enumerate(cells) if cell.names)
    for paper in papers:
        if is_citable(paper.key):
            shown = [cell.show(paper) for cell in cells]
            shown[named] += rf"~\{cite}{{{paper.key}}}"
            yield " & ".join(shown)


def _table(
    name: str, label: str, caption: str, cells: Sequence[_Cell], rows: Iterable[str]
) -> Iterator[str]:
    widths = [max(cell.width, _longest_word(cell.heading) + 1.5) for cell in cells]
    kinds = {"left": "L", "center": "C", "right": "R"}
    spec = "".join(
        f"{kinds[cell.align]}{{{width / sum(widths):.3f}}}"
        for cell, width in zip(cells, widths, strict=True)
    )
    headings = " & ".join(document_text(cell.heading) for cell in cells)
    reference = _LABEL.sub("", label.removeprefix("tab:"))
    yield f"\n\\SurveyIf{{{name}}}{{%"
    yield f"\\SurveyTable{{{reference}}}{{{breakable(caption)}}}{{{spec}}}{{{headings}}}"
    for row in rows:
        yield f"  \\SurveyRow{{{row}}}"
    yield "\\SurveyTableEnd}"


def _longest_word(text: str) -> float:
    return max(map(measure, text.split()), default=0.0)


_LABEL = re.compile(r"[^A-Za-z0-9:._/+ -]")


def _short(paper: Paper) -> str:
    return breakable(label(paper, "short-title"))


def _title(paper: Paper) -> str:
    return breakable(paper.title or paper.key)


def _links(paper: Paper) -> str:
    return " ".join(href(link.url, document_text(_heading(link.label))) for link in paper.links)


def _heading(field: str) -> str:
    return (
        re.sub(r"-\d+$", "", field)
        .removeprefix("link-")
        .replace("-", " ")
        .replace("_", " ")
        .title()
    )


_SHOWN: dict[str, tuple[str, Callable[[Paper], str], float]] = {
    "title": ("Paper", _title, 22),
    "linked_title": ("Paper", _title, 22),
    "shorttitle": ("Paper", _short, 9),
    "key": ("Key", lambda paper: document_text(paper.key), 8),
    "type": ("Type", lambda paper: document_text(paper.type), 6),
    "tag": ("Venue", lambda paper: document_text(paper.tag), 8),
    "venue": ("Venue", lambda paper: document_text(paper.venue_short), 7),
    "venue_name": ("Venue", lambda paper: document_text(paper.venue_name), 15),
    "year": ("Year", lambda paper: str(paper.year or ""), 4),
    "doi": (
        "DOI",
        lambda paper: (
            href(f"https://doi.org/{paper.doi}", document_text(paper.doi)) if paper.doi else ""
        ),
        11,
    ),
    "arxiv": (
        "arXiv",
        lambda paper: (
            href(f"https://arxiv.org/abs/{paper.arxiv}", paper.arxiv) if paper.arxiv else ""
        ),
        6,
    ),
    "links": ("Links", _links, 8),
    "more_links": ("Links", _links, 8),
    "link_list": ("Links", _links, 8),
}
_NAMES = frozenset({"title", "linked_title", "shorttitle"})
_MARKS = {
    "yes": r"\SurveyYes{}",
    "true": r"\SurveyYes{}",
    "no": r"\SurveyNo{}",
    "false": r"\SurveyNo{}",
    "partial": r"\SurveyPartial{}",
    "partly": r"\SurveyPartial{}",
}


def _column(survey: Survey, settings: Settings, column: Column) -> _Cell:
    cell = _cell(survey, settings, column.field)
    heading = cell.heading if column.title is None else column.title
    width = max(cell.width, _PROSE) if column.align == "left" else cell.width
    return cell._replace(heading=heading, align=column.align or cell.align, width=width)


def _cell(survey: Survey, settings: Settings, name: str) -> _Cell:
    name = name.lower()
    if name in _SHOWN:
        heading, show, weight = _SHOWN[name]
        return _Cell(heading, show, weight, "left", name in _NAMES)
    if name in {"authors", "author"}:
        most = settings.max_authors or 3

        def authors(paper: Paper) -> str:
            return document_text(display(paper.authors, max_names=most))

        return _Cell("Authors", authors, 12, "left")
    if name == "category":

        def category(paper: Paper) -> str:
            return document_text(", ".join(one.title for one in survey.categories_of(paper)))

        return _Cell("Category", category, 8, "left")
    text = name in {"tldr", "abstract", "note", "remark"}
    return _Cell(_heading(name), _field(name), 18 if text else 4, "left" if text else "center")


def _field(name: str) -> Callable[[Paper], str]:
    def show(paper: Paper) -> str:
        value = paper.tex(name)
        if "/" in value:
            found = urls_in(value)
            if all(url for url, _ in found):
                title = document_text(_heading(name))
                return " ".join(href(url or "", title) for url, _ in found)
        text = paper.text(name)
        return _MARKS.get(text.lower()) or breakable(text)

    return show
