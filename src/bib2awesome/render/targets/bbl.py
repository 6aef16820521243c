r"""`latex/references.bbl`: the finished bibliography, for authors who submit one.

pybtex runs the `.bst` style. What it prints is compared with BibTeX's own in the documentation
(docs/latex.md): the same for most styles, but for the order of names that begin with a letter that
is a command.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bib2awesome.config_options import Option
from bib2awesome.errors import Finding, Severity
from bib2awesome.paths import relative_problem
from bib2awesome.render import generated
from bib2awesome.render.conflicts import has_conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Output, Present

__all__ = ["help", "name", "options", "render"]

name = "bbl"
help = "Write latex/references.bbl, the bibliography as a .bst style prints it"  # noqa: A001
options = (
    Option(
        "style",
        "string",
        "plain",
        "The style, a .bst file of the survey or of the TeX installation; or `--style`",
        check=relative_problem,
    ),
)

PATH = "latex/references.bbl"
_ABOUT = (
    "",
    "The bibliography as the style %s prints it, for submission. In the place of \\bibliography:",
    r"  \input{latex/references.bbl}, or a copy with the name of the .tex file.",
    "Packages: what the style wants, such as natbib; hyperref or url for addresses.",
)
# pybtex's purify$ drops these letters, BibTeX's writes them out: sorting and labels differ.
_LOST_LETTER = re.compile(r"\{\\(?:L|l|O|o|ss|AA|aa|AE|ae|OE|oe|i|j)\b")
_AS_BIBTEX = frozenset({"unsrt", "unsrtnat", "IEEEtran", "elsarticle-num"})
"""Styles that keep the order of citations: nothing is sorted, nothing differs."""


def render(survey: Survey, present: Present, *, force: bool) -> list[Output]:
    """Return latex/references.bbl, of the papers of latex/references.bib.

    Raises:
        InputError: The style is nowhere, or is none; what `[render.latex] cited` names is not there.
    """
    from bib2awesome.render.bst import bibliography  # noqa: PLC0415 - pybtex takes as long as Python
    from bib2awesome.render.latex_settings import settings_of, with_cited  # noqa: PLC0415 - as above
    from bib2awesome.render.references import classic_entries  # noqa: PLC0415 - as above

    style = survey.config.table(name, options)["style"].removesuffix(".bst")
    findings: list[Finding] = []
    bib = classic_entries(survey, with_cited(survey, settings_of(survey), present), findings)
    text, said = bibliography(bib, style, present)
    findings += [
        Finding("T006", "style-complains", Severity.WARNING, f"the style `{style}` says: {one}")
        for one in said
    ]
    findings += _differing(bib, style)
    about = (_ABOUT[0], _ABOUT[1] % style, *_ABOUT[2:])
    data = generated.with_header("%", about, text)
    merging = any(has_conflicts(document.data) for document in survey.documents)
    there = present(PATH)
    return [generated.output(PATH, data, there, force=force, merging=merging, findings=findings)]


def _differing(bib: str, style: str) -> Iterator[Finding]:
    """Yield what is known to come out different from BibTeX."""
    if style in _AS_BIBTEX:
        return
    keys = [
        entry.partition("{")[2].partition(",")[0]
        for entry in bib.split("\n@")
        if any(_LOST_LETTER.search(line) for line in _NAMES.findall(entry))
    ]
    if keys:
        yield Finding(
            "T005",
            "bbl-differs",
            Severity.WARNING,
            "letters such as \\L, \\O and \\ss are sorted and abbreviated otherwise than by BibTeX, in "
            + ", ".join(f"`{key}`" for key in keys),
            hint="where their order or label is wrong, run BibTeX itself on latex/references.bib",
        )
    if style == "alpha":
        yield Finding(
            "T005",
            "bbl-differs",
            Severity.HINT,
            "the widest label of `alpha` can be another one than BibTeX's; the list looks the same",
        )


_NAMES = re.compile(r"^  (?:author|editor|key) .*$", re.MULTILINE)
