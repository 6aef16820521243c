r"""The bibliographies: references.bib in classic BibTeX, references-biblatex.bib in BibLaTeX's dialect.

The first is one file that plain, plainnat, IEEEtran, acmart, splncs04, elsarticle-num and their like
read without an error or a complaint: fields that are printed, letters as braced specials, addresses
raw. The second has raw letters, every entry's own type, and the categories as keywords.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bib2awesome.bib.capitals import protected
from bib2awesome.bib.entry import fold
from bib2awesome.bib.keys import is_citable
from bib2awesome.bib.latex import unprintable
from bib2awesome.errors import Finding, Place, Severity
from bib2awesome.render import bibtex
from bib2awesome.render.classic import CONTAINERS, classic
from bib2awesome.render.latex_text import named
from bib2awesome.render.values import balanced, month_number

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.latex_settings import Settings

__all__ = ["biblatex_entries", "classic_entries"]

# splncs04 sets a DOI as plain text where the class does not say how: an underscore is an error there.
_DOI_COMMAND = r"\providecommand{\doi}[1]{\url{https://doi.org/#1}}"
_DEFINES_DOI = re.compile(r"command\*?\s*\{?\s*\\doi\b|\\def\s*\\doi\b")
_REACHES_OUT = re.compile(
    r"\\(?:input|include|InputIfFileExists|write|immediate|openin|openout|read|special|directlua|latelua"
    r"|csname|catcode|usepackage)(?![A-Za-z@])"
)
_WIDTH = len("archiveprefix")
_UNSAFE_IN_DOI = re.compile("[%#&]")


def _cited_papers(survey: Survey, settings: Settings) -> Iterator[Paper]:
    """Yield the papers of a bibliography in file order: all works, or those that are cited."""
    keys = settings.keys
    wanted = None if keys is None or "*" in keys else set(map(fold, keys))
    for paper in survey.papers:
        if paper.type not in CONTAINERS and (wanted is None or fold(paper.key) in wanted):
            yield paper


def classic_entries(survey: Survey, settings: Settings, findings: list[Finding]) -> str:
    """Return the content of references.bib; what is to be said about it goes into `findings`."""
    entries = _entries(survey, settings, findings)
    return "\n".join((_preamble(survey, findings), *entries))


def biblatex_entries(survey: Survey, settings: Settings) -> str:
    """Return the content of references-biblatex.bib."""
    preamble = _preamble(survey, [], doi=False)
    return "\n".join((*([preamble] if preamble else ()), *_modern_entries(survey, settings)))


def _preamble(survey: Survey, findings: list[Finding], *, doi: bool = True) -> str:
    """Return the authors' own preambles, whose commands their entries may use, with ours."""
    texts = []
    for document in survey.documents:
        text = document.preamble.strip()
        if _REACHES_OUT.search(text):
            findings.append(_unsafe_preamble(document.name))
        elif text:
            texts.append(text)
    if doi and not any(_DEFINES_DOI.search(text) for text in texts):
        texts.append(_DOI_COMMAND)
    return f"@preamble{{{{{balanced(chr(10).join(texts))}}}}}\n" if texts else ""


def _entries(survey: Survey, settings: Settings, findings: list[Finding]) -> Iterator[str]:
    for paper in _cited_papers(survey, settings):
        if not is_citable(paper.key):
            continue  # a finding of its file
        kind, fields = _fields(paper, settings)
        entry = bibtex.laid_out(kind, paper.key, fields, _WIDTH)
        if not entry.isascii():
            findings.extend(_unprintable(paper, fields, strict=settings.strict))
        if _UNSAFE_IN_DOI.search(fields.get("doi", "")):
            findings.append(_unsafe_doi(paper))
        yield entry + "\n"


def _fields(paper: Paper, settings: Settings) -> tuple[str, Mapping[str, str]]:
    """Return the classic type and the source of each field."""
    kind, fields = classic(paper.type, _said(paper, settings), paper.arxiv)
    most = settings.max_authors
    sources = {field: bibtex.field_source(field, tex, most) for field, tex in fields.items()}
    return kind, _as_wanted(sources, settings)


def _said(paper: Paper, settings: Settings) -> Mapping[str, str]:
    if settings.venues == "as-written":
        return paper.values
    from bib2awesome.render.venue_forms import in_form  # noqa: PLC0415 - only where it is wanted

    return in_form(paper.values, settings.venues)


def _as_wanted(sources: dict[str, str], settings: Settings) -> dict[str, str]:
    """Return the fields without those that the settings leave out, acronyms braced if they say so."""
    if settings.protect and "title" in sources:
        sources["title"] = f"{{{protected(sources['title'][1:-1])}}}"
    if settings.url == "never" or (settings.url == "if-no-doi" and sources.get("doi")):
        sources.pop("url", None)
    for name in settings.drop:
        sources.pop(name.lower(), None)
    return sources


def _modern_entries(survey: Survey, settings: Settings) -> Iterator[str]:
    from bib2awesome.render.modern import modern, raw_letters  # noqa: PLC0415 - as above

    most = settings.max_authors
    for paper in _cited_papers(survey, settings):
        if not is_citable(paper.key):
            continue
        kind, fields = modern(paper.type, _said(paper, settings), paper.arxiv)
        sources = {}
        for field, tex in fields.items():
            if field == "month":
                sources[field] = f"{{{month_number(tex)}}}"
            else:
                sources[field] = raw_letters(bibtex.field_source(field, tex, most))
        sources = _as_wanted(sources, settings)
        keywords = _keywords(survey, paper)
        if keywords:
            sources["keywords"] = f"{{{keywords}}}"
        yield bibtex.laid_out(kind, paper.key, sources, len("journaltitle")) + "\n"


def _keywords(survey: Survey, paper: Paper) -> str:
    """Return `cat:` and the path of every category of a paper and of those above them."""
    paths: dict[str, None] = {}
    for category in survey.categories_of(paper):
        parts = category.path.split("/")
        paths |= {"/".join(parts[:end]): None for end in range(1, len(parts) + 1)}
    return ",".join(f"cat:{path}" for path in paths)


def _unprintable(paper: Paper, fields: Mapping[str, str], *, strict: bool) -> Iterator[Finding]:
    for field, source in fields.items():
        # A sort key is the title again, or is never printed.
        characters = [] if source.isascii() or field == "key" else unprintable(source)
        if not characters:
            continue
        own = paper.entry.field(field)
        yield Finding(
            "T001",
            "no-latex-form",
            Severity.ERROR if strict else Severity.WARNING,
            f"pdfLaTeX cannot print {named(characters)} in `{field}` of `{paper.key}`",
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


def _unsafe_preamble(file: str) -> Finding:
    return Finding(
        "T004",
        "unsafe-preamble",
        Severity.WARNING,
        "a @preamble reads or writes files; it is not copied into the bibliographies",
        Place(file),
        hint="definitions such as `\\newcommand` are copied; anything else belongs into your document",
    )
