r"""Accent or letter of a name outside braces.

Only in braces a command is one letter to BibTeX. Of `\'Elie` it makes the initial "E.", of `\L ukasz` two names, since
the blank ends the first.

Bad:

    @misc{martin1952, author = {Martin, \'Elie}, title = {On Compilers}, year = {1952}}

    @misc{kaiser1952, author = {Kaiser, \L ukasz}, title = {On Compilers}, year = {1952}}

Good:

    @misc{martin1952, author = {Martin, {\'E}lie}, title = {On Compilers}, year = {1952}}

    @misc{kaiser1952, author = {Kaiser, {\L}ukasz}, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.latex import to_latex
from bib2awesome.bib.latex_tables import ACCENTS, LETTERS
from bib2awesome.bib.latex_tokens import control_word
from bib2awesome.bib.name_split import respelled, split_list, words_of
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import NAMES, given_name, pieces, printed
from bib2awesome.errors import Severity


@rule("T016", Severity.WARNING, fix="safe")
def check(checked: Checked) -> Iterator[Problem]:
    r"""Find given names that start with a bare accent, and letters like `\L` before a blank."""
    for paper, name, tex in printed(checked, classic=True):
        if name not in NAMES or "\\" not in tex:
            continue
        bare = [one for one in dict.fromkeys(split_list(tex)) if _is_bare(one)]
        if bare:
            mended = respelled(tex, {one: to_latex(one) for one in bare})
            yield Problem(
                f"BibTeX does not take the command in `{bare[0]}` for a letter",
                paper,
                name,
                hint=f"write `{to_latex(bare[0])}`",
                fix=Fix(replace_field(paper, name, mended)),
            )


def _is_bare(one: str) -> bool:
    for piece in pieces(one):
        if piece.depth or piece.text[0] != "\\" or piece.kind != "text":
            continue
        command = control_word(piece.text)
        if piece.text[-1].isspace() and (command in LETTERS or command in ACCENTS):
            return True
    words = words_of(given_name(one))
    return any(word.text[0] == "\\" and word.text[1:2] in _SIGNS for word in words)


_SIGNS = frozenset(name for name in ACCENTS if not name.isalpha())
