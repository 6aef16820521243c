r"""latex/ as a whole through real TeX: this repository's survey and the nasty file, in many classes."""

from __future__ import annotations

import pytest

from bib2awesome.bib.latex import to_unicode
from bib2awesome.papers.paper import Paper
from tests.latex import documents
from tests.latex.documents import FIGURES
from tests.latex.test_references import letters

pytestmark = pytest.mark.latex
CLASSES = {
    "article": ("natbib.sty",),
    "IEEEtran": ("IEEEtran.cls",),
    "acmart": ("acmart.cls",),
    "llncs": ("llncs.cls",),
    "elsarticle": ("elsarticle.cls",),
}


def lost(made: documents.Made, name: str) -> list[str]:
    """Return what of titles and family names is not in the text of the pages."""
    shown = letters(made.text)
    papers: list[Paper] = [
        paper for paper in documents.survey_of(name).papers if "title" in paper.values
    ]
    titles = [paper.title for paper in papers if letters(paper.title) not in shown]
    names = [
        to_unicode(one.family)
        for paper in papers
        for one in paper.authors
        if one.family and letters(to_unicode(one.family)) not in shown
    ]
    return titles + names


@pytest.mark.parametrize("which", CLASSES)
@pytest.mark.parametrize("name", ["survey", "nasty"])
def test_everything_compiles_with_bibtex_and_shows_what_was_meant(name, which):
    documents.need(*FIGURES, *CLASSES[which])
    made = documents.classic(name, which)
    assert made.problems == []
    if which != "acmart":  # it cuts long lists of authors
        assert lost(made, name) == []
    if name == "nasty":
        assert "50% Faster Diffusion" in made.text


@pytest.mark.parametrize("style", documents.BIBLATEX)
@pytest.mark.parametrize("name", ["survey", "nasty"])
def test_everything_compiles_with_biber(name, style):
    if name == "survey" and style != "numeric":
        pytest.skip("biber is slow: the nasty file shows what a style makes of fields")
    documents.need(*FIGURES, "biblatex.sty", "csquotes.sty", f"{style}.bbx", programs=("biber",))
    made = documents.biblatex(name, style)
    assert made.problems == []
    shown = letters(made.text)
    papers = [paper for paper in documents.survey_of(name).papers if "title" in paper.values]
    assert [one.title for one in papers if letters(one.title) not in shown] == []
