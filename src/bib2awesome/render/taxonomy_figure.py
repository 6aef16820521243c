r"""`latex/taxonomy.tex`: the category tree as the figure that surveys have, drawn by forest.

Measured traps: forest's own `align` makes a tabular in which text never wraps, so it goes through
`node options`; commas, `=` and brackets are forest's syntax, so every text stands in braces. Widths
come from the categories' titles and the width of the page, never from the papers: one paper more is
one line more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from bib2awesome.bib.keys import is_citable
from bib2awesome.bib.names import family_name
from bib2awesome.errors import Finding, Severity
from bib2awesome.render.latex_text import document_text

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.latex_settings import Settings

__all__ = ["ABOUT", "label", "taxonomy"]

ABOUT = (
    "",
    r"The taxonomy of the survey as a figure over the whole page: \input{latex/taxonomy}",
    r"Packages: [edges]{forest}, adjustbox; [T1]{fontenc}. Refer to it by \ref{fig:taxonomy}.",
    r"To your taste: \renewcommand the commands below, or \colorlet{survey-1}{...} behind it.",
    "What it shows is set under [render.latex] in categories.toml, as taxonomy-...",
)
_LONGEST = 24  # characters of a title before its colon that still are a name
_PALETTE = ("3B6FA0", "4E8F6A", "B0713A", "7A5C99", "A8505A", "3E8C93", "8A7D35", "6B7280")
_STYLE = r"""
\definecolor{survey-root}{HTML}{4B5563}%
%(colors)s
\providecommand{\SurveyTreeFont}{\ifdim\textwidth<400pt\scriptsize\else\footnotesize\fi}%
\providecommand{\SurveyComma}{, }%
\providecommand{\SurveyEtc}{\SurveyItem etc.}%
\providecommand{\SurveyEmpty}{--}%
% In a leaf, every item but the first stands behind a comma.
\def\SurveyFirst{\let\SurveyItem\SurveyComma}%
\forestset{
  survey tree/.style={
    forked edges,
    for tree={
      grow'=east, parent anchor=east, child anchor=west, anchor=west, calign=center,
      rectangle, rounded corners=2pt, line width=0.6pt, inner xsep=0.35em, inner ysep=0.3em,
      draw=survey-root!70, text=black, edge={draw=survey-root!55, line width=0.6pt},
      l=0pt, l sep=1.1em, fork sep=0.55em, s sep=0.35em,
      node options={align=center},
    },
  },
  survey root/.style={
    rotate=90, parent anchor=south, child anchor=north, anchor=center, font=\bfseries,
    draw=survey-root, fill=survey-root!10, text width=#1em, inner xsep=0.5em, inner ysep=0.4em,
  },
  survey topic/.style 2 args={text width=#2em, draw=#1!75, fill=#1!16, edge={draw=#1!65}},
  survey leaf/.style 2 args={
    text width=\SurveyTreeWidth-#2em, draw=#1!60, fill=#1!5, edge={draw=#1!65},
    node options={align=flush left},
  },
}%
"""
_BEGIN = r"""\begin{figure*}[tp]
  \centering\SurveyTreeFont
  %% As wide as the page; where that leaves too little to the leaves, wider, and then made smaller.
  \ifdim\textwidth<%.1fem \def\SurveyTreeWidth{%.1fem}\else\def\SurveyTreeWidth{\textwidth}\fi
  \begin{adjustbox}{max width=\textwidth, max totalheight=.9\textheight}
  \begin{forest}
    survey tree"""
_END = r"""  \end{forest}
  \end{adjustbox}
  \caption{%s}
  \label{fig:%s}
  \ifcsname Description\endcsname\Description{A tree of categories; its leaves cite their papers.}\fi
\end{figure*}
"""
_ROOT, _GAP, _BOX = 2.9, 1.1, 0.9  # em: the root with its frame, between levels, a box's frame
_NARROW, _WIDE = 4.0, 7.8
_LEAF = 14.0  # em: the least width of a leaf
_LONGEST_ROOT = 16.0
_CITATION, _LINE, _FRAME = 3.2, 1.2, 1.0  # em: ` [123], `, a line, a box's frame with the gap below
_PAGE = 110.0  # em: what is shrunk by a third to the height of a page


def taxonomy(survey: Survey, settings: Settings, findings: list[Finding]) -> str:
    """Return the content of taxonomy.tex: one figure, or one for each category of the first level.

    A figure that is too high to be read once it fits a page is noted in `findings`.
    """
    roots = [root for root in survey.taxonomy.roots if _is_shown(survey, root, settings)]
    colors = "\n".join(
        rf"\definecolor{{survey-{number}}}{{HTML}}{{{color}}}%"
        for number, color in enumerate(_PALETTE, 1)
    )
    style = _STYLE.lstrip("\n").replace("%(colors)s", colors)
    title = survey.config.survey.title.removeprefix("Awesome ") or "Survey"
    root_title = settings.root or title
    if not roots:
        return "% There is no category with papers yet, so there is no figure.\n"
    if not settings.split:
        caption = settings.caption or f"Taxonomy of {title}."
        tree = _Tree(survey, settings, roots)
        text = tree.figure(root_title, roots, caption, "taxonomy")
        findings += tree.findings
        return style + text
    figures = []
    for number, root in enumerate(roots):
        below = [child for child in root.children if _is_shown(survey, child, settings)]
        caption = f"{settings.caption or f'Taxonomy of {title}'}: {root.title}."
        tree = _Tree(survey, settings, below, number)
        figures.append(tree.figure(root.title, below, caption, f"taxonomy-{root.id}", root))
        findings += tree.findings
    return style + "\n".join(figures)


def label(paper: Paper, kind: str) -> str:
    """Return what names a paper before its citation, as Unicode text; "" for `number`.

    A short title is `shorttitle`, a method's or abbreviation's field, the title before a colon if that
    is short, else the authors.
    """
    if kind == "number":
        return ""
    if kind == "author-year":
        return f"{_authors(paper)} ({paper.year})" if paper.year else _authors(paper)
    for field in ("shorttitle", "method", "abbr", "abbreviation"):
        if written := paper.text(field):
            return written
    before, colon, _ = paper.title.partition(":")
    if colon and 0 < len(before.strip()) <= _LONGEST:
        return before.strip()
    return _authors(paper)


def _authors(paper: Paper) -> str:
    names = paper.authors
    if not names.names:
        return paper.title or paper.key
    first = family_name(names.names[0])
    if len(names.names) == 2 and not names.others:  # noqa: PLR2004
        return f"{first} and {family_name(names.names[1])}"
    return f"{first} et al." if len(names.names) > 1 or names.others else first


def _is_shown(survey: Survey, category: Category, settings: Settings) -> bool:
    return (settings.empty or category.empty) == "keep" or survey.count(category) > 0


class _Tree:
    """Writes one forest; `widths` are those of its levels of categories, in em."""

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
        self._height = 0.0  # of the leaves, in em
        titles: list[list[str]] = []
        stack = list(roots)
        self._top = roots[0].depth if roots else 0
        while stack:
            category = stack.pop()
            level = category.depth - self._top
            titles += [[] for _ in range(level + 1 - len(titles))]
            titles[level].append(category.title)
            stack += self._below(category)
        self._widths = [max(map(_width, level)) for level in titles]

    def figure(
        self,
        title: str,
        categories: Sequence[Category],
        caption: str,
        name: str,
        own: Category | None = None,
    ) -> str:
        """Return a figure: the root's title, the categories below it, and the papers of `own`."""
        least = self._taken(len(self._widths)) + _LEAF
        lines = [_BEGIN % (least, least)]
        width = min(_measure(title) * 1.12 + 0.5, _LONGEST_ROOT)
        lines.append(f"    [{{{document_text(title)}}}, survey root={width:.1f}")
        if own is not None:
            lines += self._leaf(
                self._papers(own, deep=not categories), 0, self._color or 0, "      "
            )
        for number, category in enumerate(categories):
            color = number if self._color is None else self._color
            lines += self._category(category, color, "      ")
        lines.append("    ]")
        lines.append(_END % (document_text(caption), name))
        return "\n".join(lines)

    def _below(self, category: Category) -> list[Category]:
        if self._settings.depth is not None and category.depth + 1 >= self._settings.depth:
            return []
        return [
            child for child in category.children if _is_shown(self._survey, child, self._settings)
        ]

    def _category(self, category: Category, color: int, indent: str) -> Iterator[str]:
        level = category.depth - self._top
        style = f"survey topic={{survey-{color % len(_PALETTE) + 1}}}{{{self._widths[level]:.1f}}}"
        yield f"{indent}[{{{document_text(category.title)}}}, {style}"
        below = self._below(category)
        papers = self._papers(category, deep=not below)
        if papers or not below:
            yield from self._leaf(papers, level + 1, color, indent + "  ")
        for child in below:
            yield from self._category(child, color, indent + "  ")
        yield f"{indent}]"

    def _papers(self, category: Category, *, deep: bool) -> list[Paper]:
        walked = category.walk() if deep else (category,)
        papers = [paper for one in walked for paper in self._survey.listed(one)]
        return [paper for paper in dict.fromkeys(papers) if is_citable(paper.key)]

    def _leaf(self, papers: Sequence[Paper], level: int, color: int, indent: str) -> Iterator[str]:
        if not papers:
            if level:
                yield f"{indent}[{{\\SurveyEmpty}}, {self._leaf_style(level, color)}]"
            return
        most = self._settings.entries
        self._add(papers[:most])
        yield f"{indent}[{{\\let\\SurveyItem\\SurveyFirst"
        for paper in papers[:most]:
            named = document_text(label(paper, self._settings.label))
            cite = rf"\{self._settings.cite}{{{paper.key}}}"
            yield (
                f"{indent}  \\SurveyItem {named}~{cite}%"
                if named
                else f"{indent}  \\SurveyItem {cite}%"
            )
        if most is not None and len(papers) > most:
            yield f"{indent}  \\SurveyEtc"
        yield f"{indent}  }}, {self._leaf_style(level, color)}]"

    def _add(self, papers: Sequence[Paper]) -> None:
        """Add the height of a leaf, of lines that are as long as in an article of one column."""
        kind = self._settings.label
        width = sum(_measure(label(paper, kind)) + _CITATION for paper in papers)
        self._height += ceil(width / _LEAF) * _LINE + _FRAME

    @property
    def findings(self) -> list[Finding]:
        """What there is to say about the figure, once it is written."""
        if self._height <= _PAGE:
            return []
        return [
            Finding(
                "T007",
                "large-figure",
                Severity.HINT,
                "the taxonomy is higher than a page of one column, and small print once it fits",
                hint="under [render.latex]: `taxonomy-split`, fewer `taxonomy-entries`, or `taxonomy-depth`",
            )
        ]

    def _leaf_style(self, level: int, color: int) -> str:
        color_name = f"survey-{color % len(_PALETTE) + 1}"
        return f"survey leaf={{{color_name}}}{{{self._taken(level):.1f}}}"

    def _taken(self, level: int) -> float:
        """Return how many em of the width are not a leaf's text at this level."""
        return _ROOT + sum(width + _BOX + _GAP for width in self._widths[:level]) + _GAP + _BOX


def _width(title: str) -> float:
    """Return how wide the box of a category's title is, in em: two lines where the words allow it."""
    whole = _measure(title)
    words = [_measure(word) for word in re.split(r"[\s-]+", title) if word]
    least = max(words, default=0.0) + 0.4
    lines = 1 if whole <= _NARROW else 2
    return max(_NARROW, least, min(_WIDE, whole / lines + 0.8))


def _measure(text: str) -> float:
    """Return about how wide `text` is, in em of a Roman font."""
    return sum(
        0.3 if c in "iljtfrI.,:;'!|()[] -" else 0.85 if c in "mwMW@%" else 0.72 if c.isupper() else 0.53
        if c.isascii() else 0.75
        for c in text
    )  # fmt: skip
