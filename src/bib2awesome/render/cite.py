"""How to cite the survey: its own entries, as BibTeX to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bib2awesome.render.bibtex import entry_for_readers
from bib2awesome.render.markdown import fence

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey

__all__ = ["citation"]


def citation(survey: Survey) -> str:
    """Return the entries of `[survey] cite` in one fenced block, empty where there are none."""
    entries = [entry_for_readers(paper) for paper in survey.cited]
    return fence("\n\n".join(entries), "bibtex") if entries else ""
