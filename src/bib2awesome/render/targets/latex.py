r"""`latex/references.bib`: the survey's papers for `\bibliography`, in classic BibTeX.

One file that plain, plainnat, IEEEtran, acmart, splncs04, elsarticle-num and their like read without
an error or a complaint: fields that are printed, letters as braced specials, addresses raw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.bib.capitals import protected
from bib2awesome.bib.latex import unprintable
from bib2awesome.config_options import Option
from bib2awesome.errors import Finding, Severity
from bib2awesome.render import bibtex, generated
from bib2awesome.render.classic import CONTAINERS, classic
from bib2awesome.render.conflicts import has_conflicts
from bib2awesome.render.values import balanced

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Output, Present

__all__ = ["help", "name", "options", "render"]

name = "latex"
help = "Write latex/references.bib, the papers for BibTeX"  # noqa: A001 - what a target is called by
options = (
    Option(
        "url",
        "string",
        "if-no-doi",
        "Which papers have their URL printed; IEEEtran prints no DOI, so there `always` is of use",
        choices=("never", "if-no-doi", "always"),
    ),
    Option(
        "max-authors",
        "integer",
        None,
        "Most names that are written before `and others`; all where absent",
        minimum=1,
    ),
    Option(
        "protect",
        "boolean",
        False,  # noqa: FBT003
        "Braces around acronyms in titles, which sentence-case styles lower otherwise",
    ),
    Option(
        "strict",
        "boolean",
        False,  # noqa: FBT003
        "A character that pdfLaTeX cannot print is an error, not a warning",
    ),
)

PATH = "latex/references.bib"
_ABOUT = (
    "",
    "The papers of the survey for BibTeX. In the LaTeX source:",
    r"  \bibliography{latex/references}  \bibliographystyle{plain}",
    "Any style serves: plain, plainnat, IEEEtran, acmart, splncs04, elsarticle-num, ...",
    r"Packages: [T1]{fontenc}, and hyperref or url for addresses; natbib where the style wants it.",
    "Change the papers in survey.bib; `bib2awesome render latex` writes this file again.",
)
# splncs04 sets a DOI as plain text where the class does not say how: an underscore is an error there.
_DOI_COMMAND = r"\providecommand{\doi}[1]{\url{https://doi.org/#1}}"
_DEFINES_DOI = re.compile(r"command\*?\s*\{?\s*\\doi\b|\\def\s*\\doi\b")
_WIDTH = len("archiveprefix")
_UNSAFE_IN_DOI = re.compile("[%#&]")
_UNCITABLE = re.compile(r"[{}\\%#~,\s\x00-\x20\x7f]")


class _Settings(NamedTuple):
    url: str
    max_authors: int | None
    protect: bool
    strict: bool


def render(survey: Survey, present: Present, *, force: bool) -> list[Output]:
    """Return latex/references.bib: every usable entry in file order, listed in the README or not."""
    table = survey.config.table(name, options)
    settings = _Settings(*(table[option.name] for option in options))
    findings: list[Finding] = []
    entries = list(_entries(survey, settings, findings))
    data = generated.with_header("%", _ABOUT, "\n".join((_preamble(survey), *entries)))
    merging = any(has_conflicts(document.data) for document in survey.documents)
    return [
        generated.output(PATH, data, present(PATH), force=force, merging=merging, findings=findings)
    ]


def _preamble(survey: Survey) -> str:
    """Return the authors' own preambles, whose commands their entries may use, with ours."""
    texts = [document.preamble.strip() for document in survey.documents]
    if not any(_DEFINES_DOI.search(text) for text in texts):
        texts.append(_DOI_COMMAND)
    joined = "\n".join(filter(None, texts))
    return f"@preamble{{{{{balanced(joined)}}}}}\n"


def _entries(survey: Survey, settings: _Settings, findings: list[Finding]) -> Iterator[str]:
    for paper in survey.papers:
        if paper.type in CONTAINERS:
            continue
        if _UNCITABLE.search(paper.key):
            findings.append(_uncitable(paper))
            continue
        kind, fields = _fields(paper, settings)
        entry = bibtex.laid_out(kind, paper.key, fields, _WIDTH)
        if not entry.isascii():
            findings.extend(_unprintable(paper, fields, strict=settings.strict))
        if _UNSAFE_IN_DOI.search(fields.get("doi", "")):
            findings.append(_unsafe_doi(paper))
        yield entry + "\n"


def _fields(paper: Paper, settings: _Settings) -> tuple[str, Mapping[str, str]]:
    """Return the classic type and the source of each field."""
    said = paper.values
    kind, fields = classic(paper.type, said, paper.arxiv)
    most = settings.max_authors
    sources = {field: bibtex.field_source(field, tex, most) for field, tex in fields.items()}
    if settings.protect and "title" in sources:
        sources["title"] = f"{{{protected(sources['title'][1:-1])}}}"
    if settings.url == "never" or (settings.url == "if-no-doi" and sources.get("doi")):
        sources.pop("url", None)
    return kind, sources


def _unprintable(paper: Paper, fields: Mapping[str, str], *, strict: bool) -> Iterator[Finding]:
    for field, source in fields.items():
        # A sort key is the title again, or is never printed.
        characters = [] if source.isascii() or field == "key" else unprintable(source)
        if not characters:
            continue
        named = ", ".join(
            f"{' '.join(f'U+{ord(point):04X}' for point in character)} ({character})"
            for character in characters
        )
        own = paper.entry.field(field)
        yield Finding(
            "T001",
            "no-latex-form",
            Severity.ERROR if strict else Severity.WARNING,
            f"pdfLaTeX cannot print {named} in `{field}` of `{paper.key}`",
            paper.document.place(*(own.value_span if own else paper.entry.key_span)),
            paper.key,
            field,
            hint="write a transliteration in braces, or compile with XeLaTeX and a font that has it",
        )


def _unsafe_doi(paper: Paper) -> Finding:
    own = paper.entry.field("doi")
    return Finding(
        "T002",
        "unsafe-doi",
        Severity.WARNING,
        f"the DOI of `{paper.key}` holds `%`, `#` or `&`, which some styles cannot set",
        paper.document.place(*(own.value_span if own else paper.entry.key_span)),
        paper.key,
        "doi",
        hint="compare it with the publisher's page; if it is right, give the `url` instead",
    )


def _uncitable(paper: Paper) -> Finding:
    return Finding(
        "T003",
        "uncitable-key",
        Severity.WARNING,
        rf"`{paper.key}` cannot stand in a \cite; it is not in {PATH}",
        paper.document.place(*paper.entry.key_span),
        paper.key,
        hint="keys of letters, digits and `:._/+-` work everywhere",
    )
