r"""`latex/`: everything that a survey's LaTeX needs, ready for `\input` and `\bibliography`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.errors import Finding, InputError, Place, Severity
from bib2awesome.render import generated
from bib2awesome.render.conflicts import has_conflicts
from bib2awesome.render.latex_settings import OPTIONS, Settings, settings_of, with_cited

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Output, Present

__all__ = ["help", "name", "options", "render", "renew"]

name = "latex"
help = "Write latex/: bibliographies in both dialects, the taxonomy figure, tables, numbers"  # noqa: A001
options = OPTIONS

FOLDER = "latex/"
_REFERENCES_ABOUT = (
    "",
    "The papers of the survey for BibTeX. In the LaTeX source:",
    r"  \bibliography{latex/references}  \bibliographystyle{plain}",
    "Any style serves: plain, plainnat, IEEEtran, acmart, splncs04, elsarticle-num, ...",
    r"Packages: [T1]{fontenc}, and hyperref or url for addresses; natbib where the style wants it.",
    "Change the papers in survey.bib; `bib2awesome render latex` writes this file again.",
)
_BIBLATEX_ABOUT = (
    "",
    "The papers of the survey for biblatex and biber. In the LaTeX source:",
    r"  \usepackage{biblatex}  \addbibresource{latex/references-biblatex.bib}  \printbibliography",
    "Each paper has its categories as keywords, cat:path, with those above them.",
    "Packages: biblatex, csquotes; with pdfLaTeX [T1]{fontenc}, and `biber --output-safechars` for",
    "letters with two accents. Change the papers in survey.bib; `bib2awesome render latex` writes this",
    "file again.",
)


class _Made(NamedTuple):
    """What a file says: how to use it, its content, and what is to be said about that."""

    about: tuple[str, ...]
    body: str
    findings: tuple[Finding, ...] = ()


def render(survey: Survey, present: Present, *, force: bool) -> list[Output]:
    """Return every file of latex/.

    Raises:
        InputError: A comparison table names an unknown category or key, a document of `cited` is not
            there; with every problem.
    """
    return _outputs(survey, present, _FILES, force=force)


def renew(survey: Survey, present: Present, *, force: bool) -> list[Output]:
    """Return references.bib and those of the other files that are there: what plain `render` writes.

    A survey whose author wants no figure and no tables has none; one that has them never has old
    ones. A file of the same name that is the author's own is left alone.

    Raises:
        InputError: As `render`.
    """
    files = {
        file: make
        for file, make in _FILES.items()
        if file == _REFERENCES or generated.is_marked(present(FOLDER + file))
    }
    return _outputs(survey, present, files, force=force)


def _outputs(
    survey: Survey, present: Present, files: Mapping[str, _Maker], *, force: bool
) -> list[Output]:
    settings = with_cited(survey, settings_of(survey), present)
    merging = any(has_conflicts(document.data) for document in survey.documents)
    outputs = []
    problems: list[Finding] = []
    for file, make in files.items():
        try:
            made = make(survey, settings)
        except InputError as error:
            problems += error.findings
            continue
        path = FOLDER + file
        data = generated.with_header("%", made.about, made.body)
        said = made.findings or _unprintable(path, data, made.body, strict=settings.strict)
        outputs.append(
            generated.output(path, data, present(path), force=force, merging=merging, findings=said)
        )
    if problems:
        raise InputError(problems)
    return outputs


def _unprintable(path: str, data: bytes, body: str, *, strict: bool) -> list[Finding]:
    """Return a finding for a document that holds what pdfLaTeX cannot print: of a title, a caption."""
    if body.isascii() or not path.endswith(".tex"):
        return []
    from bib2awesome.bib.latex import unprintable  # noqa: PLC0415 - only where a letter has no form
    from bib2awesome.render.latex_text import named  # noqa: PLC0415 - as above

    characters = unprintable(body)
    line = next(
        number for number, text in enumerate(data.decode().split("\n"), 1) if not text.isascii()
    )
    return [
        Finding(
            "T001",
            "no-latex-form",
            Severity.ERROR if strict else Severity.WARNING,
            f"pdfLaTeX cannot print {named(characters)}",
            Place(path, line),
            hint="compile with XeLaTeX and a font that has it",
        )
    ]


def _references(survey: Survey, settings: Settings) -> _Made:
    from bib2awesome.render.references import classic_entries  # noqa: PLC0415 - a file is made when asked for

    findings: list[Finding] = []
    body = classic_entries(survey, settings, findings)
    return _Made(_REFERENCES_ABOUT, body, tuple(findings))


def _biblatex(survey: Survey, settings: Settings) -> _Made:
    from bib2awesome.render.references import biblatex_entries  # noqa: PLC0415 - as above

    return _Made(_BIBLATEX_ABOUT, biblatex_entries(survey, settings))


def _by_category(survey: Survey, _: Settings) -> _Made:
    from bib2awesome.render import latex_categories as made  # noqa: PLC0415 - as above

    return _Made(made.BY_CATEGORY_ABOUT, made.by_category(survey))


def _data_model(survey: Survey, _: Settings) -> _Made:
    from bib2awesome.render import latex_categories as made  # noqa: PLC0415 - as above

    return _Made(made.DATA_MODEL_ABOUT, made.data_model(survey))


def _source_map(survey: Survey, _: Settings) -> _Made:
    from bib2awesome.render import latex_categories as made  # noqa: PLC0415 - as above

    return _Made(made.SOURCE_MAP_ABOUT, made.source_map(survey))


def _taxonomy(survey: Survey, settings: Settings) -> _Made:
    from bib2awesome.render import taxonomy_figure as made  # noqa: PLC0415 - as above

    return _Made(made.ABOUT, made.taxonomy(survey, settings))


def _tables(survey: Survey, settings: Settings) -> _Made:
    from bib2awesome.render import latex_tables as made  # noqa: PLC0415 - as above

    return _Made(made.ABOUT, made.tables(survey, settings))


def _numbers(survey: Survey, _: Settings) -> _Made:
    from bib2awesome.render import latex_numbers as made  # noqa: PLC0415 - as above

    return _Made(made.ABOUT, made.numbers(survey))


_Maker = Callable[["Survey", Settings], _Made]
_REFERENCES = "references.bib"
_FILES: Mapping[str, _Maker] = {
    _REFERENCES: _references,
    "references-biblatex.bib": _biblatex,
    "bib-by-category.tex": _by_category,
    "survey.dbx": _data_model,
    "survey-sourcemap.tex": _source_map,
    "taxonomy.tex": _taxonomy,
    "tables.tex": _tables,
    "numbers.tex": _numbers,
}
