"""Character that pdfLaTeX cannot print at all.

For letters of other scripts, emoji and rarer signs the fonts of pdfLaTeX have nothing: it stops with "Unicode
character … not set up for use with LaTeX". XeLaTeX and LuaLaTeX drop what their font lacks without an error.

Bad:

    @misc{hopper1952, author = {王, Xiaoming}, title = {On Compilers}, year = {1952}}

Good:

    @misc{hopper1952, author = {Wang, Xiaoming}, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.latex_source import named, printed, raw_characters, written
from bib2awesome.errors import Severity


@rule("T001", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem]:
    """Find characters that LaTeX has no form for."""
    for paper, name, tex in printed(checked):
        without = [
            match[0] for match, math in raw_characters(tex) if written(match[0], math) is None
        ]
        if without:
            yield Problem(
                f"pdfLaTeX cannot print {named(without)}",
                paper,
                name,
                hint="write a transliteration, or compile with XeLaTeX and a font that has it",
            )
