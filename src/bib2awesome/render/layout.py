"""The category tree as headings, bullets and items.

Headings stand at the left edge up to a chosen level, from there on inside bullets, as in
`- ##### Noise Schedule`; what would be deeper than markdown's six levels is a bold bullet. What stands in a
bullet is indented by the two blanks its contents begin at (CommonMark 5.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.errors import InputError
from bib2awesome.render.bibtex import entry_for_readers
from bib2awesome.render.items import Item
from bib2awesome.render.markdown import escape, fence
from bib2awesome.render.structure import leaves_open
from bib2awesome.render.table import rows, table

if TYPE_CHECKING:
    from bib2awesome.errors import Place
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.styles import Styles

__all__ = ["items", "some", "tree"]

_DEEPEST = 6
_INDENT = "  "
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ ]+")


class _Place(NamedTuple):
    """Where text goes: the level of the next heading, and how many bullets it is inside of."""

    level: int
    bullets: int = 0
    in_bullets: bool = False

    @property
    def indent(self) -> str:
        return _INDENT * self.bullets


def tree(survey: Survey, styles: Styles, roots: Iterable[Category], *, deep: bool = True) -> str:
    """Return the categories with their headings, intros and papers; those below them where `deep`.

    Raises:
        InputError: An intro leaves a fence or a comment open; a template goes wrong.
    """
    render = survey.config.render
    first_bullet = min(render.heading_bullets or _DEEPEST + 1, _DEEPEST + 1)
    writer = _Writer(survey, styles, first_bullet)
    blocks: list[str] = []
    for root in roots:
        level = render.heading + root.depth
        blocks += writer.category(root, writer.inside(_Place(level), level), deep=deep)
    return "\n\n".join(blocks)


def items(survey: Survey, styles: Styles, categories: Iterable[Category]) -> str:
    """Return the papers of these categories, each once, without headings, in its category's style."""
    writer = _Writer(survey, styles, _DEEPEST + 1)
    shown, above, seen = "", "", set[str]()
    for category in categories:
        papers = [paper for paper in survey.listed(category) if paper.key not in seen]
        seen.update(paper.key for paper in papers)
        for block in writer.papers(category, papers, _Place(_DEEPEST), headings=False):
            # Bullets of neighbours are one list, not one with gaps.
            tight = not category.loose and _MARKER.match(block) and _MARKER.match(above)
            shown += ("\n" if tight else "\n\n" if shown else "") + block
            above = block
    return shown


def some(
    survey: Survey, styles: Styles, category: Category, papers: Sequence[Paper], first: int
) -> str:
    """Return some papers of a category without headings; `first` is the number of the first of them."""
    writer = _Writer(survey, styles, _DEEPEST + 1, first)
    return "\n\n".join(writer.papers(category, papers, _Place(_DEEPEST), headings=False))


class _Writer:
    """Writes categories as blocks of text; between two blocks is a blank line."""

    def __init__(
        self, survey: Survey, styles: Styles, first_bullet: int, first_number: int = 1
    ) -> None:
        self._first_number = first_number
        self._survey = survey
        self._styles = styles
        self._first_bullet = first_bullet
        self._filled: dict[str, bool] = {}

    def inside(self, place: _Place, level: int) -> _Place:
        return place._replace(level=level, in_bullets=level >= self._first_bullet)

    def category(self, category: Category, place: _Place, *, deep: bool = True) -> Iterator[str]:
        """Yield the blocks of a category: a bullet with what is in it belongs together."""
        if category.empty == "hide" and not self._holds(category):
            return
        heading = self._heading(category.title, place)
        below = place._replace(level=place.level + 1, bullets=place.bullets + place.in_bullets)
        below = self.inside(below, below.level)
        blocks: list[str] = []
        if category.intro.strip():
            blocks.append(_indented(self._intro(category), below.indent))
        blocks += self.papers(category, self._survey.listed(category), below, headings=True)
        for child in category.children if deep else ():
            blocks += self.category(child, below)
        yield from _headed(heading, blocks, place)

    def _intro(self, category: Category) -> str:
        path = ("categories", *category.path.split("/"), "intro")
        return _intro(category, self._survey.config.place(*path))

    def papers(
        self, category: Category, papers: Sequence[Paper], place: _Place, *, headings: bool
    ) -> Iterator[str]:
        """Yield the blocks of papers in a category, by year where it says so."""
        if not papers:
            return
        if category.layout == "table":
            options = self._styles.of(category)
            shown = (
                rows(papers, category.head, options, category.title, align=category.align)
                if category.head
                else table(papers, category.columns, options, category.title)
            )
            yield _indented(shown, place.indent)
        elif category.group == "year" and headings:
            for year, group in _by_year(papers):
                inner = place.indent + _INDENT * place.in_bullets
                blocks = list(self._items(group, category, inner))
                yield from _headed(self._heading(year, place), blocks, place)
        elif category.group == "year":
            for _, group in _by_year(papers):
                yield from self._items(group, category, place.indent)
        else:
            yield from self._items(papers, category, place.indent)

    def _holds(self, category: Category) -> bool:
        known = self._filled.get(category.path)
        if known is None:
            known = bool(self._survey.listed(category)) or any(
                self._holds(child) for child in category.children
            )
            self._filled[category.path] = known
        return known

    def _heading(self, title: str, place: _Place) -> str:
        text = escape(title)
        if not place.in_bullets:
            return f"{'#' * place.level} {text}"
        if place.level <= _DEEPEST:
            return f"{place.indent}- {'#' * place.level} {text}"
        return f"{place.indent}- **{text}**"

    def _items(self, papers: Sequence[Paper], category: Category, indent: str) -> Iterator[str]:
        """Yield bullets that stand side by side as one block, everything else as one each."""
        options = self._styles.of(category)
        template, title = options.template, category.title
        bullets: list[str] = []
        for number, paper in enumerate(papers, self._first_number):
            item = Item(paper, options, title, number)
            text = template(item).strip("\n").rstrip()
            marker = _MARKER.match(text)
            if options.bibtex:
                text += _details(paper, " " * len(marker[0]) if marker else "")
            text = _indented(text, indent) if indent else text
            if marker and not category.loose:
                bullets.append(text)
            else:
                if bullets:
                    yield "\n".join(bullets)
                    bullets = []
                yield text
        if bullets:
            yield "\n".join(bullets)


def _headed(heading: str, blocks: list[str], place: _Place) -> list[str]:
    """Return heading and blocks; `- ##### Solver` and its first bullet need no blank line between."""
    if place.in_bullets and blocks and _MARKER.match(blocks[0].lstrip(" ")):
        return [f"{heading}\n{blocks[0]}", *blocks[1:]]
    return [heading, *blocks]


def _details(paper: Paper, indent: str) -> str:
    entry = fence(entry_for_readers(paper), "bibtex")
    # The blank line ends the HTML block, so that the fence is read as markdown.
    return "\n" + _indented(
        f"\n<details><summary>BibTeX</summary>\n\n{entry}\n\n</details>", indent
    )


def _by_year(papers: Sequence[Paper]) -> Iterator[tuple[str, list[Paper]]]:
    """Yield the papers by year, the latest first, those without one last; in their order within."""
    years: dict[int, list[Paper]] = {}
    for paper in papers:
        years.setdefault(paper.year or 0, []).append(paper)
    for year in sorted(years, reverse=True):
        yield str(year) if year else "Undated", years[year]


def _indented(text: str, indent: str) -> str:
    if not indent:
        return text
    return "\n".join(f"{indent}{line}" if line else line for line in text.split("\n"))


def _intro(category: Category, place: Place) -> str:
    """Return a category's intro, made sure that it ends where it ends.

    Raises:
        InputError: A fence or a comment in it is still open, and would swallow what follows.
    """
    text = category.intro.strip("\n").rstrip()
    left_open = leaves_open(text)
    if left_open or "bib2awesome:" in text:
        what = "leaves a fence or a comment open" if left_open else "speaks of region markers"
        raise InputError(
            f"the intro of the category `{category.path}` {what}",
            place=place,
            hint="close it, or put the text outside of the regions",
        )
    return text
