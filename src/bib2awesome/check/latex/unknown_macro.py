r"""Command that LaTeX does not know.

It stops with "Undefined control sequence" in every document that does not define it. What a `@preamble` of the file or
one of the given `--tex` sources defines is known; a `@preamble` that inputs a file may define anything.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compilers by \ours}, year = {1952}}

Good:

    @preamble{"\newcommand{\ours}{A-0}"}

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compilers by \ours}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.dialect import is_biblatex
from bib2awesome.bib.latex_tokens import control_word
from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.latex_source import pieces, printed
from bib2awesome.check.macros_data import DEFINED, PACKAGES
from bib2awesome.errors import Severity
from bib2awesome.nearest import did_you_mean

_DEFINITION = re.compile(
    r"\\(?:(?:re|provide)?(?:new)?command|providecommand|def|gdef|edef|xdef|let|DeclareRobustCommand"
    r"|DeclareMathOperator|DeclarePairedDelimiter|DeclareTextFontCommand|(?:New|Renew|Provide)DocumentCommand"
    r"|newcommandx|newacronym|DeclareUnicodeCharacter)\*?\s*\{?\s*\\([A-Za-z]+)"
)
_INPUT = re.compile(r"\\(?:input|include|usepackage|RequirePackage)\b")


@rule("T017", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem]:
    """Find commands that are neither LaTeX's nor defined in the files at hand."""
    ours = {name for tex in checked.tex for name in _DEFINITION.findall(tex.text)}
    for document in checked.documents:
        ours.update(_DEFINITION.findall(document.preamble))
    if any(_INPUT.search(document.preamble) for document in checked.documents):
        return
    for paper, name, tex in printed(checked):
        if "\\" not in tex:
            continue
        used = (
            control_word(piece.text)
            for piece in pieces(tex)
            if piece.text[0] == "\\" and piece.kind in {"text", "math"}
        )
        for macro in dict.fromkeys(used):
            if not (macro.isascii() and macro.isalpha()) or macro in DEFINED or macro in ours:
                continue
            package = PACKAGES.get(macro)
            if package == "biblatex" and is_biblatex(paper.document):
                continue
            yield Problem(
                rf"LaTeX does not know `\{macro}`"
                + (f" without the package {package}" if package else ""),
                paper,
                name,
                hint=did_you_mean(f"\\{macro}", [f"\\{one}" for one in DEFINED])
                if package is None
                else "load it in every document that cites this entry, or write it in plain LaTeX",
                severity=Severity.WARNING if package else None,
            )
