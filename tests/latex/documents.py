r"""Documents that use everything in latex/, in the classes and styles that surveys are written in.

A document is compiled once per session, whatever looks at it: TeX takes seconds.
"""

from __future__ import annotations

import atexit
import re
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import pytest

from bib2awesome import config, plugins
from bib2awesome.bib.document import Document
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
from tests.conftest import ROOT
from tests.latex.compile import _found, _run, run_bibtex, squeezed

NASTY = ROOT / "tests" / "data" / "latex-render" / "nasty.bib"
_PACKAGES = r"""\usepackage[T1]{fontenc}\usepackage{lmodern}
\usepackage[edges]{forest}\usepackage{adjustbox}
\usepackage{array,booktabs,longtable,pifont}
"""
_BODY = r"""\SurveyTotal{} papers, \SurveyYear{1900} of 1900, \the\numexpr\SurveyTotal+1\relax.
\input{latex/taxonomy}
\clearpage
\input{latex/tables}
\nocite{*}
\sloppy
"""
_NATBIB = r"\usepackage[numbers]{natbib}"
_HYPERREF = r"\usepackage[hidelinks]{hyperref}"
CLASSIC = {
    "article": (r"\documentclass{article}", _NATBIB + _HYPERREF, "", "plainnat"),
    "IEEEtran": (r"\documentclass[journal]{IEEEtran}", _HYPERREF, "", "IEEEtran"),
    "acmart": (
        r"\documentclass[sigconf,nonacm]{acmart}",
        "",
        r"\title{T}\author{A}\affiliation{\institution{I}\city{D}\country{C}}\maketitle",
        "ACM-Reference-Format",
    ),
    "llncs": (r"\documentclass{llncs}", _HYPERREF, "", "splncs04"),
    "elsarticle": (r"\documentclass{elsarticle}", _HYPERREF, "", "elsarticle-num"),
}
BIBLATEX = ("numeric", "authoryear", "apa", "ieee")


class Made(NamedTuple):
    """A compiled document: what went wrong, its text, and its folder."""

    problems: list[str]
    overfull: list[str]
    text: str
    folder: Path


def need(*files: str, programs: tuple[str, ...] = ("bibtex",)) -> None:
    """Skip the test where a program or a file of TeX is missing."""
    missing = [one for one in ("pdflatex", "pdftotext", *programs) if shutil.which(one) is None]
    if not missing:
        found = {Path(line).name for line in _found(files).splitlines()}
        missing = [file for file in files if file not in found]
    if missing:
        pytest.skip(f"no {', '.join(missing)} here: real TeX runs where it is installed")


FIGURES = ("forest.sty", "adjustbox.sty", "booktabs.sty", "pifont.sty", "lmodern.sty", "pzdr.tfm")


@cache
def survey_of(name: str) -> Survey:
    """Return this repository's survey, or the nasty file with its entries spread over categories."""
    if name == "survey":
        return Survey.open(ROOT)
    text = NASTY.read_text(encoding="utf-8")
    count = iter(range(1000))
    text = re.sub(
        r"^(@(?!string|preamble)\w+\{[^,]+,)",
        lambda match: f"{match[1]} category = {{c{next(count) % 3}}},",
        text.replace("category = {a & b_c}, ", ""),
        flags=re.MULTILINE,
    )
    settings = (
        '[survey]\ntitle = "50% of R&D: #1_x, [y] = $L^2$"\n'
        '[categories.c0]\ntitle = "A, B & C"\n[categories.c1]\ntitle = "[x] = 50%"\n'
        '[categories.c0.c2]\ntitle = "Ünder_score\\\\end{forest} #"\n'
        '[tables.marks]\ncaption = "100% & more"\ncolumns = [{ field = "title" }, { field = "tldr" }]\n'
    )
    loaded = config.loads(settings.encode(), plugins.load("targets"), path=Path("categories.toml"))
    return Survey(Path(), loaded, [Document.parse(text.encode(), "nasty.bib")])


def fresh_folder() -> Path:
    """Return an empty folder that goes with this process."""
    folder = mkdtemp(prefix="bib2awesome-tex-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def folder_with(survey: Survey) -> Path:
    """Return a fresh folder with latex/ of a survey in it."""
    folder = fresh_folder()
    (folder / "latex").mkdir()
    for output in render(survey, ["latex"], present=lambda _: None):
        (folder / output.path).write_bytes(output.data)
    return folder


@cache
def classic(name: str, which: str) -> Made:
    """Compile everything with BibTeX in one of the classes of `CLASSIC`."""
    head, packages, start, style = CLASSIC[which]
    end = rf"\bibliographystyle{{{style}}}\bibliography{{latex/references}}"
    source = document(head, packages, start + _BODY + end)
    folder = folder_with(survey_of(name))
    said = bibtex(folder, style, "latex/references")
    return compiled(folder, source, said)


@cache
def biblatex(name: str, style: str) -> Made:
    """Compile a survey with biblatex and biber in one style: with `numeric` by category.

    Figure and tables are in one of the documents: a citation takes biblatex as long as an entry.
    """
    model = "" if style == "apa" else ",datamodel=latex/survey"  # apa has one of its own
    packages = (
        rf"\usepackage{{csquotes}}\usepackage[style={style}{model}]{{biblatex}}"
        r"\addbibresource{latex/references-biblatex.bib}" + _HYPERREF
    )
    body = r"\nocite{*}\sloppy\printbibliography"
    if style == "numeric":
        shown = _BODY if name == "nasty" else r"\nocite{*}\sloppy"
        body = shown + r"\input{latex/bib-by-category}"
    folder = folder_with(survey_of(name))
    said = biber(folder, packages)
    source = document(r"\documentclass{article}", packages, body)
    return compiled(folder, source, said, runs=1 if body.startswith(r"\nocite") else _MOST)


def document(head: str, packages: str, body: str) -> str:
    return (
        f"{head}\n{_PACKAGES}{packages}\\input{{latex/numbers}}\n"
        f"\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )


def bibtex(folder: Path, style: str, bib: str) -> list[str]:
    """Make job.bbl with everything in a bibliography, and return BibTeX's complaints."""
    code, said = run_bibtex(folder, style, bib)
    return [said] * (code > 1) + re.findall(r"^Warning--.*", said, re.MULTILINE)


def biber(folder: Path, packages: str) -> list[str]:
    """Make job.bbl with everything in a bibliography, from an empty document; return the complaints."""
    source = (
        f"\\documentclass{{article}}\\usepackage[T1]{{fontenc}}\\usepackage{{lmodern}}\n{packages}\n"
        "\\begin{document}\\nocite{*}\\end{document}\n"
    )
    (folder / "job.tex").write_text(source, encoding="utf-8")
    _run(folder, *_LATEX)
    code, out = _run(folder, "biber", "--output-safechars", "job")
    said = out.decode("utf-8", "replace")
    return [said] * (code > 1) + re.findall(r"^(?:WARN|ERROR) - .*", said, re.MULTILINE)


_LATEX = ("pdflatex", "-interaction=batchmode", "-no-shell-escape", "job.tex")


_MOST = 4


def compiled(folder: Path, source: str, said: Iterable[str] = (), runs: int = _MOST) -> Made:
    """Run LaTeX until it does not ask for more; `said` is what the bibliography's program complained of.

    With one of `runs`, that it asks for more is no problem: a bibliography alone is there by then.
    """
    (folder / "job.tex").write_text(source, encoding="utf-8")
    for _ in range(runs):
        _run(folder, *_LATEX)
        log = (folder / "job.log").read_text(encoding="utf-8", errors="replace")
        if not _AGAIN.search(log):
            break
    problems = re.findall(r"^!.*(?:\n.*){0,4}", log, re.MULTILINE)
    problems += re.findall(r"^Missing character.*", log, re.MULTILINE)
    warnings = [one for one in _WARNING.findall(log) if runs > 1 or not _AGAIN.search(one)]
    problems += [one for one in (*warnings, *said) if not _THEIRS.search(one)]
    _, text = _run(folder, "pdftotext", "-enc", "UTF-8", "-nopgbrk", "job.pdf", "-")
    overfull = re.findall(r"^Overfull \\hbox.*", log, re.MULTILINE)
    return Made(problems, overfull, squeezed(text.decode("utf-8")), folder)


_AGAIN = re.compile(r"[Rr]erun (?:to|LaTeX)|undefined (?:citations|references)|may have changed")
_WARNING = re.compile(r"^(?:LaTeX|Package (?!hyperref)\w+|Class \w+) Warning: .*", re.MULTILINE)
# What classes and styles say whatever the data, or of data that no survey has to have.
_THEIRS = re.compile(
    r"empty (?:publisher|address|pages)\b|page numbers missing|Font Warning|font shape"
    r"|libertine package|zi4 package|newtxmath package|inconsolata|Package balance|ACM keywords|CCS|missing in \d|float specifier changed|[Cc]ommand \\\w+ invalid in math"
    r"|Marginpar|No printed city|A possible image without description|without description"
)
