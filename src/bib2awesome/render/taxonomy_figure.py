r"""`latex/taxonomy.tex`: the category tree as the figure that surveys have, drawn by forest.

Measured traps: forest's own `align` makes a tabular in which text never wraps, so it goes through
`node options`; commas, `=` and brackets are forest's syntax, so every text stands in braces. Widths
come from the categories' titles and the width of the page, never from the papers: one paper more is
one line more. How high a tree is, and how many figures it takes, TeX finds out (templates/latex/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bib2awesome.bib.keys import is_citable
from bib2awesome.render.latex_labels import label
from bib2awesome.render.latex_text import LONGEST_WORD, breakable, document_text, macros, measure

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.latex_settings import Settings

__all__ = ["ABOUT", "taxonomy"]

ABOUT = (
    "",
    r"The taxonomy of the survey as a figure over the whole page: \input{latex/taxonomy}",
    r"Packages: [edges]{forest}, adjustbox; [T1]{fontenc}. Refer to it by \ref{fig:taxonomy}.",
    r"To your taste: \renewcommand the commands below, or \colorlet{survey-1}{...} behind it.",
    "What it shows is set under [render.latex] in categories.toml, as taxonomy-...",
)
_COLORS = 8  # survey-1 and so on
_ROOT, _GAP, _BOX = 2.9, 1.1, 0.9  # em: the root with its frame, between levels, a box's frame
_NARROW, _WIDE, _WIDEST = 4.0, 7.8, 11.0
_FEW = 2
_LEAF = 10.0  # em: the least width of a leaf
_LONGEST_ROOT = 16.0


def taxonomy(survey: Survey, settings: Settings) -> str:
    """Return the content of taxonomy.tex: one figure, or one for each category of the first level.

    A tree that is higher than a page goes on in a further figure; a reference is to the first.
    """
    roots = [root for root in survey.taxonomy.roots if _is_shown(survey, root, settings)]
    if not roots:
        return "% There is no category with papers yet, so there is no figure.\n"
    title = survey.config.survey.title.removeprefix("Awesome ") or "Survey"
    caption = settings.caption or f"Taxonomy of {title}"
    if not settings.split:
        tree = _Tree(survey, settings, roots)
        whole = settings.caption or f"{caption}."
        return macros("taxonomy") + tree.figure(settings.root or title, roots, whole, "taxonomy")
    figures = [macros("taxonomy")]
    for number, root in enumerate(roots):
        below = [child for child in root.children if _is_shown(survey, child, settings)]
        tree = _Tree(survey, settings, below, number)
        name = f"taxonomy-{root.id}"
        figures.append(tree.figure(root.title, below, f"{caption}: {root.title}.", name, root))
    return "\n".join(figures)


def _is_shown(survey: Survey, category: Category, settings: Settings) -> bool:
    return (settings.empty or category.empty) == "keep" or survey.count(category) > 0


class _Tree:
    """Writes one tree; `widths` are those of its levels of categories, in em."""

    def __init__(
        self,
        survey: Survey,
        settings: Settings,
        roots: Sequence[Category],
        color: int | None = None,
    ) -> None:
        self._survey = survey
        self._settings = settings
        self._color = color
        titles: list[list[str]] = []
        stack = list(roots)
        self._top = roots[0].depth if roots else 0
        while stack:
            category = stack.pop()
            level = category.depth - self._top
            titles += [[] for _ in range(level + 1 - len(titles))]
            titles[level].append(category.title)
            stack += self._below(category)
        self._widths = [max(_width(title, len(titles)) for title in level) for level in titles]

    def figure(
        self,
        title: str,
        categories: Sequence[Category],
        caption: str,
        name: str,
        own: Category | None = None,
    ) -> str:
        """Return a figure: the root's title, the categories below it, and the papers of `own`."""
        width = min(measure(title) * 1.12 + 0.5, _LONGEST_ROOT)
        least = self._taken(len(self._widths)) + _LEAF
        lines = [
            f"\\SurveyTree{{{name}}}{{{document_text(caption)}}}",
            f"  {{{breakable(title)}}}{{{width:.1f}}}{{{least:.1f}}}{{%",
        ]
        if own is not None:
            lines += self._leaf(self._papers(own, deep=not categories), 0, self._color or 0, "  ")
        for number, category in enumerate(categories):
            color = number if self._color is None else self._color
            lines += self._category(category, color)
        lines.append("}\n")
        return "\n".join(lines)

    def _below(self, category: Category) -> list[Category]:
        if self._settings.depth is not None and category.depth + 1 >= self._settings.depth:
            return []
        return [
            child for child in category.children if _is_shown(self._survey, child, self._settings)
        ]

    def _category(self, category: Category, color: int) -> Iterator[str]:
        level = category.depth - self._top
        indent = "  " * (level + 1)
        number = color % _COLORS + 1
        yield (
            f"{indent}\\SurveyTopic{{{level}}}{{{number}}}{{{self._widths[level]:.1f}}}"
            f"{{{breakable(category.title)}}}%"
        )
        below = self._below(category)
        papers = self._papers(category, deep=not below)
        if papers or not below:
            yield from self._leaf(papers, level + 1, color, indent + "  ")
        for child in below:
            yield from self._category(child, color)

    def _papers(self, category: Category, *, deep: bool) -> list[Paper]:
        walked = category.walk() if deep else (category,)
        papers = [paper for one in walked for paper in self._survey.listed(one)]
        return [paper for paper in dict.fromkeys(papers) if is_citable(paper.key)]

    def _leaf(self, papers: Sequence[Paper], level: int, color: int, indent: str) -> Iterator[str]:
        start = f"{indent}\\SurveyLeaf{{{level}}}{{{color % _COLORS + 1}}}{{{self._taken(level):.1f}}}{{"
        if not papers:
            if level:
                yield rf"{start}\SurveyEmpty}}%"
            return
        yield f"{start}%"
        most = self._settings.entries
        for paper in papers[:most]:
            named = breakable(label(paper, self._settings.label))
            cite = rf"\{self._settings.cite}{{{paper.key}}}"
            yield rf"{indent}  \SurveyItem{{{named}}}{{{cite}}}%"
        if most is not None and len(papers) > most:
            yield rf"{indent}  \SurveyItem{{\SurveyEtc}}{{}}%"
        yield f"{indent}}}%"

    def _taken(self, level: int) -> float:
        """Return how many em of the width are not a leaf's text at this level."""
        return _ROOT + sum(width + _BOX + _GAP for width in self._widths[:level]) + _GAP + _BOX


def _width(title: str, levels: int) -> float:
    """Return how wide the box of a category's title is, in em.

    It has two lines where the words allow it, but one where there are few levels of categories.
    """
    whole = measure(title)
    words = [measure(word) for word in re.split(r"[\s-]+", title) if word]
    least = min(max(words, default=0.0), LONGEST_WORD) + 0.4
    if levels <= _FEW:
        return max(_NARROW, least, min(_WIDEST, whole + 0.8))
    lines = 1 if whole <= _NARROW else 2
    return max(_NARROW, least, min(_WIDE, whole / lines + 0.8))
