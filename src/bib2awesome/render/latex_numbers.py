r"""`latex/numbers.tex`: macros for the text, so that no number in it grows old."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey

__all__ = ["ABOUT", "numbers"]

ABOUT = (
    "",
    r"Numbers for the text. In the preamble: \input{latex/numbers}, then anywhere:",
    r"  \SurveyTotal  \SurveyCategories  \SurveyWithCode  \SurveyFirstYear  \SurveyLastYear",
    r"  \SurveyCategory{path/of/category}  (with those below it)   \SurveyYear{2024}",
    r"They expand to digits, so \numexpr and \num take them. Packages: none.",
)
_COMMANDS = r"""
% An unknown category prints ?? and warns, as an unknown reference does; a year without papers is 0.
\def\SurveyCategory#1{\ifcsname SurveyCategory:#1\endcsname\csname SurveyCategory:#1\endcsname
  \else\textbf{??}\GenericWarning{}{LaTeX Warning: There is no category `#1' in the survey}\fi}
\def\SurveyYear#1{\ifcsname SurveyYear:#1\endcsname\csname SurveyYear:#1\endcsname\else0\fi}
"""


def numbers(survey: Survey) -> str:
    """Return the content of numbers.tex: of the papers in the list, each counted once."""
    papers = survey.in_list if survey.has_categories else survey.papers
    years = Counter(paper.year for paper in papers if paper.year)
    coded = sum(paper.has_code for paper in papers)
    said = {
        "Total": len(papers),
        "Categories": len(survey.taxonomy),
        "WithCode": coded,
        "FirstYear": min(years, default="--"),
        "LastYear": max(years, default="--"),
    }
    lines = [rf"\def\Survey{name}{{{number}}}" for name, number in said.items()]
    lines += [
        _named("Category", category.path, survey.count(category))
        for category in survey.taxonomy.walk()
    ]
    lines += [_named("Year", year, years[year]) for year in sorted(years)]
    return _COMMANDS.lstrip("\n") + "\n".join(lines) + "\n"


def _named(kind: str, name: object, number: int) -> str:
    return rf"\expandafter\def\csname Survey{kind}:{name}\endcsname{{{number}}}"
