"""Surveys made from text, for the tests of what is rendered from them."""

from __future__ import annotations

from pathlib import Path

from bib2awesome import config
from bib2awesome.bib.document import Document
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.render.targets import citation, latex


def survey(*files: str | bytes, settings: str = "") -> Survey:
    """Return a survey of the given .bib files and categories.toml, without a folder."""
    documents = [
        Document.parse(text if isinstance(text, bytes) else text.encode(), f"survey{number}.bib")
        for number, text in enumerate(files)
    ]
    path = Path("categories.toml") if settings else None  # category rules hold where it is
    targets = {"latex": latex, "citation": citation}
    return Survey(Path(), config.loads(settings.encode(), targets, path=path), documents)


def paper(entry: str) -> Paper:
    """Return the first paper of a .bib file."""
    return survey(entry).papers[0]
