"""Lists of a few items, and what importing them makes of a survey."""

from __future__ import annotations

from pathlib import Path

from bib2awesome.importers import markdown
from bib2awesome.importers.base import Input
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey

DDIM = "Denoising Diffusion Implicit Models"
URL = "https://arxiv.org/abs/2010.02502"
ITEM = f"- [{DDIM}]({URL})\n"


def of_section(items: str) -> str:
    """Return a list with items in its only section."""
    return f"# A List\n\n## Models\n\n{items}\n"


def planned(folder: Path, text: str) -> Plan:
    """Return what importing a list would change in the survey of a folder, old or new."""
    return markdown.plan(Survey.open(folder, new=True), [Input("LIST.md", text.encode())])


def imported(folder: Path, text: str) -> dict[str, Paper]:
    """Import a list into the survey of a folder; returns the papers by title."""
    Survey.open(folder, new=True).apply(planned(folder, text))
    assert not planned(folder, text).changes, "importing twice changes nothing"
    return {paper.title: paper for paper in Survey.open(folder).papers}


def paper_of(folder: Path, items: str) -> Paper:
    """Import a section into the survey of a folder; returns the one paper that its items hold."""
    [paper] = imported(folder, of_section(items)).values()
    return paper
