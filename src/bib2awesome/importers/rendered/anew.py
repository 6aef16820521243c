"""The survey as a plan makes it, and a file of it with its regions rendered anew."""

from __future__ import annotations

from bib2awesome import config as configuration
from bib2awesome import files, plugins
from bib2awesome.bib.document import Document
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey
from bib2awesome.render.targets import readme

__all__ = ["rendered_file", "survey_with"]


def survey_with(survey: Survey, plan: Plan, name: str) -> Survey:
    """Return the survey as it would be with a plan."""
    edited = survey.edited(plan)
    documents = [
        document if new is None else Document.parse(new, document.name)
        for document, new in zip(survey.documents, edited.data, strict=True)
    ]
    config = survey.config
    if edited.config is not None:
        config = configuration.loads(
            edited.config, plugins.load("targets"), path=survey.config_path, name=name
        )
    return Survey(survey.folder, config, documents, survey.paths)


def rendered_file(survey: Survey, data: bytes, name: str) -> bytes:
    """Return a file of the survey with its regions rendered anew, those that somebody edited, too."""

    def present(path: str) -> bytes | None:
        return files.present(files.inside(survey.folder, path), path)

    return readme.rendered(survey, data, name, present)
