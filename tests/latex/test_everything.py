r"""latex/ as a whole through real TeX: this repository's survey and the nasty file, in many classes."""

from __future__ import annotations

import pytest

from bib2awesome.bib.latex import to_unicode
from bib2awesome.cli.starter import starter_files
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
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


@pytest.mark.parametrize(
    ("name", "style"),
    [
        *(("nasty", style) for style in documents.BIBLATEX),
        ("survey", documents.BIBLATEX[0]),
        *(
            pytest.param("survey", style, marks=pytest.mark.slow)
            for style in documents.BIBLATEX[1:]
        ),
    ],
)
def test_everything_compiles_with_biber(name, style):
    documents.need(*FIGURES, "biblatex.sty", "csquotes.sty", f"{style}.bbx", programs=("biber",))
    made = documents.biblatex(name, style)
    assert made.problems == []
    shown = letters(made.text)
    papers = [paper for paper in documents.survey_of(name).papers if "title" in paper.values]
    assert [one.title for one in papers if letters(one.title) not in shown] == []


def test_survey_bib_itself_serves_biblatex():
    documents.need("biblatex.sty", "lmodern.sty", programs=("biber",))
    survey = documents.survey_of("survey")
    folder = documents.folder_with(survey)
    (folder / "survey.bib").write_bytes(survey.documents[0].data)
    packages = (
        "\\usepackage[datamodel=latex/survey]{biblatex}\\input{latex/survey-sourcemap}\n"
        "\\addbibresource{survey.bib}"
    )
    said = documents.biber(folder, packages)
    source = (
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\n"
        f"{packages}\\begin{{document}}\\nocite{{*}}\\sloppy\n"
        "\\input{latex/bib-by-category}\\end{document}\n"
    )
    made = documents.compiled(folder, source, said, runs=1)
    assert made.problems == []
    at = [
        made.text.find(word) for word in ("Noise Schedule", "Denoising Diffusion Implicit Models")
    ]
    assert -1 < at[0] < at[1]


@pytest.mark.parametrize("style", ["unsrt", "plain", "plainnat", "IEEEtran"])
def test_a_bbl_is_what_bibtex_makes(style):
    documents.need("IEEEtran.bst", "plainnat.bst", "plain.bst")
    survey = documents.survey_of("survey")
    folder = documents.folder_with(survey)
    config = survey.config
    try:
        survey.config = config.changed("bbl", style=style)
        [output] = render(survey, ["bbl"], present=lambda _: None)
    finally:
        survey.config = config
    documents.bibtex(folder, style, "latex/references")
    ours = output.data.decode().partition("\n\n")[2]
    assert ours.split() == (folder / "job.bbl").read_text("utf-8").split()


def test_the_example_document_compiles(tmp_path):
    documents.need(*FIGURES, "natbib.sty")
    for path, text in starter_files(tmp_path / "Awesome_R&D", latex=True):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "latex").mkdir()
    for output in render(Survey.open(tmp_path), ["latex"]):
        (tmp_path / output.path).write_bytes(output.data)
    folder = tmp_path / "example"
    source = (folder / "main.tex").read_text("utf-8")
    (folder / "job.tex").write_text(source, "utf-8")
    said = documents.bibtex(folder, "plainnat", "../latex/references")
    made = documents.compiled(folder, source, said)
    assert made.problems == []
    assert made.overfull == []
    assert "We survey 3 papers in 4 categories" in made.text
