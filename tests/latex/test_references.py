r"""references.bib, and survey.bib itself, through pdfLaTeX and BibTeX in the six styles."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from bib2awesome import config
from bib2awesome.bib.document import Document
from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import display_name
from bib2awesome.papers.survey import Survey
from bib2awesome.render.targets import latex
from tests.conftest import ROOT
from tests.latex.compile import STYLES, compile_bibliography, need_tex, squeezed

pytestmark = pytest.mark.latex

NASTY = ROOT / "tests" / "data" / "latex-render" / "nasty.bib"
# Marks that pdftotext puts beside their letter, blanks and hyphens at line ends, and letter case,
# which a sentence-case style changes, are not the question here.
_IGNORED = re.compile(r"[^\w%&#$]")


@pytest.fixture(autouse=True)
def _tex():
    need_tex()


def survey_of(path: Path) -> Survey:
    if not path.is_file():
        pytest.skip(f"no {path.name} here")
    return Survey(path.parent, config.Config(), [Document.parse(path.read_bytes(), path.name)])


def references(survey: Survey) -> bytes:
    output = latex.render(survey, lambda _: None, force=False)[0]
    return output.data


def letters(text: str) -> str:
    """Return what is left to compare: letters, digits and the signs that LaTeX loses.

    A dot below a letter is a full stop to pdftotext.
    """
    plain = unicodedata.normalize("NFKD", squeezed(text)).replace("\u0323", "")
    return _IGNORED.sub("", unicodedata.normalize("NFC", plain)).lower()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", [ROOT / "survey.bib", NASTY], ids=["survey", "nasty"])
def test_references_bib_compiles_and_shows_every_paper(tmp_path, path, style):
    survey = survey_of(path)
    compiled = compile_bibliography(tmp_path, {"references.bib": references(survey)}, style)
    assert (compiled.errors, compiled.missing, compiled.unexpected) == ([], [], [])
    shown = letters(compiled.text)
    papers = [paper for paper in survey.papers if "title" in paper.values]
    assert [paper.key for paper in papers if letters(paper.title) not in shown] == []
    lost = [
        name.family
        for paper in papers
        for name in paper.authors
        if name.family and letters(to_unicode(name.family)) not in shown
    ]
    assert lost == []


@pytest.mark.parametrize("style", STYLES)
def test_survey_bib_itself_compiles(tmp_path, style):
    data = survey_of(ROOT / "survey.bib").documents[0].data
    compiled = compile_bibliography(tmp_path, {"survey.bib": data}, style, bib="survey")
    assert (compiled.errors, compiled.missing, compiled.unexpected) == ([], [], [])


@pytest.mark.parametrize("style", ["IEEEtran", "elsarticle-num", "splncs04"])
def test_initials_keep_their_accents(tmp_path, style):
    compiled = compile_bibliography(
        tmp_path, {"references.bib": references(survey_of(NASTY))}, style
    )
    for initial, family in (("É", "Çelik"), ("Ł", "Kaiser"), ("Ł", "Masłowski"), ("Á", "Nguyễn")):
        assert re.search(
            rf"{initial}\.[^\[]{{0,12}}{family}|{family}[^\[]{{0,12}}{initial}\.", compiled.text
        )


def test_full_names_are_whole(tmp_path):
    survey = survey_of(NASTY)
    compiled = compile_bibliography(tmp_path, {"references.bib": references(survey)}, "plainnat")
    people = next(paper for paper in survey.papers if paper.key == "accents").authors
    shown = letters(compiled.text)
    assert [name for name in people if letters(display_name(name)) not in shown] == []


def test_a_letter_that_cannot_be_printed_is_the_one_that_was_reported(tmp_path):
    bib = tmp_path / "cjk.bib"
    bib.write_text("@misc{a, title={T}, author={王, Xiao}, year=2020}", encoding="utf-8")
    output = latex.render(survey_of(bib), lambda _: None, force=False)[0]
    compiled = compile_bibliography(tmp_path, {"references.bib": output.data}, "plain")
    assert [finding.field for finding in output.findings] == ["author"]
    assert compiled.errors
    assert all("U+738B" in error for error in compiled.errors)
