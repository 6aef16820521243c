r"""Character that pdfLaTeX prints only by its command.

Greek letters, mathematical signs, thin blanks and letters with two accents are in its fonts, but it does not know
them as they stand: it stops with "Unicode character … not set up for use with LaTeX". So it does where an
accent is a character of its own behind its letter.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On λ Calculus}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {On {$\lambda$} Calculus}, year = {1952}}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import has_lone_dollar, named, printed, raw_characters, written
from bib2awesome.errors import Severity

_STACKED = 3
"""A letter and two accents: what is right for BibTeX, `{\\~{\\^e}}`, is not for biber."""
# Such a character is what the command before it is about.
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|[^\w\s\\])\Z")


@rule("T014", Severity.ERROR, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find characters that must be written as commands."""
    for paper, name, tex in printed(checked):
        found = [
            (match, new)
            for match, math in raw_characters(tex)
            if (new := written(match[0], math)) is not None
        ]
        if not found:
            continue
        mended, end = "", 0
        for match, new in found:
            mended += tex[end : match.start()] + new
            end = match.end()
            if new[-1:].isalpha() and tex[end : end + 1].isalpha() and "\\" in new:
                mended += " "  # or the command's name would go on
        forms = ", ".join(dict.fromkeys(f"`{new}`" for _, new in found if new.strip("~ ")))
        yield Problem(
            f"pdfLaTeX does not know {named([match[0] for match, _ in found])}",
            paper,
            name,
            hint=f"write {forms}" if forms else _instead([new for _, new in found]),
            fix=Fix(
                replace_field(paper, name, mended + tex[end:]),
                safe=not any(_is_stacked(match[0], new) for match, new in found)
                and not has_lone_dollar(tex)
                and not any(_COMMAND.search(tex, 0, match.start()) for match, _ in found),
            ),
        )


def _instead(new: list[str]) -> str:
    """Say what to do about characters that are replaced by blanks or by nothing."""
    return "write a blank in its place" if "".join(new) else "take it out"


def _is_stacked(character: str, new: str) -> bool:
    return "\\" in new and len(unicodedata.normalize("NFD", character)) >= _STACKED
