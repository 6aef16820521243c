"""Badges: the Awesome badge, how many papers the list has, the repository's stars."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey

__all__ = ["badges"]


def badges(survey: Survey) -> str:
    """Return the badges, one a line; what they say comes from the survey alone."""
    papers = survey.in_list if survey.has_categories else survey.papers
    count = f"{len(papers)} paper{'' if len(papers) == 1 else 's'}"
    lines = [
        "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)",
        f"![{count}](https://img.shields.io/badge/papers-{len(papers)}-blue)",
    ]
    code = sum(paper.has_code for paper in papers)
    if code:
        lines.append(f"![{code} with code](https://img.shields.io/badge/with_code-{code}-blue)")
    repository = survey.config.survey.repository
    if repository:
        where = quote(repository)
        image = f"https://img.shields.io/github/stars/{where}?style=social"
        lines.append(f"[![GitHub stars]({image})](https://github.com/{where}/stargazers)")
    return "\n".join(lines)
