r"""Given name that starts with a letter beyond ASCII.

BibTeX works on bytes: a style that abbreviates given names takes the first byte of `É` and leaves the other behind,
and pdfLaTeX stops with "Invalid UTF-8 byte sequence" (abbrv, IEEEtran, splncs04, elsarticle-num, apalike). Without a
comma it takes `Élie` for a prefix like "von", and sorts by it. `{\'E}lie` is one letter for it.

Bad:

    @misc{celik1952, author = {Martin, Élie}, title = {On Compilers}, year = {1952}}

Good:

    @misc{celik1952, author = {Martin, {\'E}lie}, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.bib.latex_characters import encode_character
from bib2awesome.bib.name_split import respelled, split_list, words_of
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import NAMES, given_name, printed
from bib2awesome.check.printable_characters import PRINTABLE
from bib2awesome.errors import Severity


@rule("T015", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find given names whose initial BibTeX cuts in half."""
    for paper, name, tex in printed(checked, classic=True):
        if name not in NAMES or tex.isascii():
            continue
        cut = [one for one in dict.fromkeys(split_list(tex)) if _is_cut(one)]
        if cut:
            mended = respelled(tex, {one: _LETTER.sub(_encoded, one) for one in cut})
            yield Problem(
                f"BibTeX cuts the initial of `{cut[0]}` in half"
                + (f", and of {len(cut) - 1} more" if cut[1:] else ""),
                paper,
                name,
                hint=f"write `{_LETTER.sub(_encoded, cut[0])}`",
                fix=Fix(replace_field(paper, name, mended)),
            )


# One that stands in braces of its own needs no second pair.
_LETTER = re.compile(r"\{([^\x00-\x7f])\}|([^\x00-\x7f])")


def _is_cut(one: str) -> bool:
    """Whether a given name starts with a letter of several bytes that pdfLaTeX could print whole."""
    if one.isascii() or not PRINTABLE.fullmatch(one):
        return False
    return any(
        (first := word.text.lstrip("{")[:1]) and not first.isascii() and first.isalpha()
        for word in words_of(given_name(one))
    )


def _encoded(match: re.Match[str]) -> str:
    return encode_character(match[1] or match[2]) or match[0]
