r"""Run a bibliography through pdfLaTeX and BibTeX, and say what they and the PDF say.

The traps this knows: a job's standard output never goes to `JOB.out`, which hyperref reads; every
run has a fresh folder, so no stale `.bbl` poisons it; log lines are not wrapped; BibTeX's errors
are told by its exit code, since it prints them without a mark.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

TOOLS = ("pdflatex", "bibtex", "pdftotext")
STYLES = ("plain", "plainnat", "IEEEtran", "ACM-Reference-Format", "splncs04", "elsarticle-num")
_NATBIB = frozenset({"plainnat", "ACM-Reference-Format", "elsarticle-num"})
_DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
%(natbib)s
\usepackage{hyperref}
\hypersetup{colorlinks}
\pagestyle{empty}
\raggedright\hyphenpenalty=10000\exhyphenpenalty=10000
\begin{document}
\nocite{*}
\bibliographystyle{%(style)s}
\bibliography{%(bib)s}
\end{document}
"""
# What a style says about data that a survey does not have to have. Everything else is ours.
_ALLOWED = re.compile(
    r"empty (?:publisher|address|pages)\b"
    r"|page numbers missing in (?:both pages and numpages fields in )?\S"
)
# pdfLaTeX's own Delta is the sign for an increment to pdftotext.
_FOLDED = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u2206": "\u0394",
    }
)


class Compiled(NamedTuple):
    """What came out: errors of both programs, BibTeX's warnings, and the text of the pages."""

    errors: list[str]
    warnings: list[str]
    missing: list[str]
    text: str
    bbl: str
    pdf: Path

    @property
    def unexpected(self) -> list[str]:
        """BibTeX's warnings but those on an empty publisher, address or pages."""
        return [line for line in self.warnings if not _ALLOWED.match(line)]


def need_tex() -> None:
    """Skip the test where TeX or poppler is not installed."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not missing:
        wanted = (
            *(f"{style}.bst" for style in STYLES),
            "lmodern.sty",
            "hyperref.sty",
            "natbib.sty",
        )
        found = {Path(line).name for line in _found(wanted).splitlines()}
        missing = [name for name in wanted if name not in found]
    if missing:
        pytest.skip(f"no {', '.join(missing)} here: real TeX runs where it is installed")


@cache
def _found(names: tuple[str, ...]) -> str:
    """Return the paths that TeX knows of these files."""
    if shutil.which("kpsewhich") is None:
        return ""
    return _run(Path.cwd(), "kpsewhich", *names)[1].decode()


def compile_bibliography(
    folder: Path, files: Mapping[str, bytes], style: str, *, bib: str = "references"
) -> Compiled:
    r"""Cite everything in `bib`.bib with `style` from an article with T1, lmodern and hyperref.

    Args:
        folder: An empty folder for the run.
        files: What to put into it, by name; one of them is `bib`.bib.
        style: A BibTeX style; natbib is loaded for those that need it.
        bib: The argument of `\bibliography`.
    """
    for name, data in files.items():
        (folder / name).write_bytes(data)
    natbib = r"\usepackage[numbers]{natbib}" if style in _NATBIB else ""
    source = _DOCUMENT % {"natbib": natbib, "style": style, "bib": bib}
    (folder / "job.tex").write_text(source, encoding="utf-8")
    code, _ = run_bibtex(folder, style, bib)
    blg = (folder / "job.blg").read_text(encoding="utf-8", errors="replace")
    errors = [f"bibtex: {blg}"] if code > 1 else []
    _run(folder, "pdflatex", "-interaction=batchmode", "-no-shell-escape", "job.tex")
    log = (folder / "job.log").read_text(encoding="utf-8", errors="replace")
    errors += re.findall(r"^!.*(?:\n(?!!).*){0,10}", log, re.MULTILINE)
    text = _text(folder) if (folder / "job.pdf").is_file() else ""
    return Compiled(
        errors=errors,
        warnings=re.findall(r"^Warning--(.*)", blg, re.MULTILINE),
        missing=re.findall(r"^Missing character.*", log, re.MULTILINE),
        text=text,
        bbl=(folder / "job.bbl").read_text(encoding="utf-8", errors="replace"),
        pdf=folder / "job.pdf",
    )


def run_bibtex(folder: Path, style: str, bib: str) -> tuple[int, str]:
    """Make job.bbl with everything in a bibliography, without LaTeX; return the code and what was said."""
    aux = f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{{bib}}}\n"
    (folder / "job.aux").write_text(aux, encoding="utf-8")
    code, out = _run(folder, "bibtex", "job")
    return code, out.decode("utf-8", "replace")


_BIBLATEX = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage[backend=biber]{biblatex}
\addbibresource{%(bib)s.bib}
\pagestyle{empty}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""


def need_biblatex() -> None:
    """Skip the test where TeX, biblatex or biber is not installed."""
    need_tex()
    if shutil.which("biber") is None or not _found(("biblatex.sty",)):
        pytest.skip("no biblatex with biber here")


def compile_biblatex(folder: Path, data: bytes, *options: str) -> Compiled:
    """Cite everything in `data`, the text of a .bib file, with biblatex and biber from an article.

    `options` are biber's.
    """
    (folder / "references.bib").write_bytes(data)
    (folder / "job.tex").write_text(_BIBLATEX % {"bib": "references"}, encoding="utf-8")
    latex = ("pdflatex", "-interaction=batchmode", "-no-shell-escape", "job.tex")
    _run(folder, *latex)
    _run(folder, "biber", *options, "job")
    _run(folder, *latex)
    blg = (folder / "job.blg").read_text(encoding="utf-8", errors="replace")
    log = (folder / "job.log").read_text(encoding="utf-8", errors="replace")
    bbl = folder / "job.bbl"
    return Compiled(
        errors=re.findall(r"ERROR - (.*)", blg) + re.findall(r"^!.*", log, re.MULTILINE),
        warnings=re.findall(r"WARN - (.*)", blg),
        missing=re.findall(r"^Missing character.*", log, re.MULTILINE),
        text=_text(folder) if (folder / "job.pdf").is_file() else "",
        bbl=bbl.read_text(encoding="utf-8", errors="replace") if bbl.is_file() else "",
        pdf=folder / "job.pdf",
    )


def _run(folder: Path, *command: str) -> tuple[int, bytes]:
    environment = os.environ | {"max_print_line": "10000", "openout_any": "p"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=240,
        check=False,
    )
    return done.returncode, done.stdout


def _text(folder: Path) -> str:
    _, out = _run(folder, "pdftotext", "-enc", "UTF-8", "-nopgbrk", "job.pdf", "-")
    return squeezed(out.decode("utf-8"))


def squeezed(text: str) -> str:
    """Return `text` in NFC, with ligatures undone and every run of blanks as one."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())
