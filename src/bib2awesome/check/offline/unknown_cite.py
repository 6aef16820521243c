r"""\cite of a key that is not in survey.bib.

LaTeX prints "[?]" for it. Looked for in the files of `check --tex`, and in all that they input.

Bad:

    Compilers \cite{hoper1952} came first.

Good:

    Compilers \cite{hopper1952} came first.
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.citations import citations
from bib2awesome.bib.entry import fold
from bib2awesome.check.base import Checked, Problem, Tex, rule
from bib2awesome.errors import Place, Severity
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.tex_citations import keys_of


@rule("L014", Severity.ERROR)
def check(checked: Checked) -> Iterator[Problem]:
    r"""Find keys in \cite and its relatives that no entry has, each once per file."""
    keys = {key for paper in checked.papers for key in keys_of(paper)}
    folded = {fold(key): key for key in keys}
    for tex in checked.tex:
        seen = set()
        for one in citations(tex.text):
            if one.key in keys or one.key == "*" or one.key in seen:
                continue
            seen.add(one.key)
            other = folded.get(fold(one.key))
            yield Problem(
                f"`{one.key}` is cited and is no entry",
                place=_place(tex, one.start, one.end),
                hint=f"the key is `{other}`" if other else did_you_mean(one.key, keys),
            )


def _place(tex: Tex, start: int, end: int) -> Place:
    line = tex.text.count("\n", 0, start) + 1
    column = start - tex.text.rfind("\n", 0, start)
    return Place(tex.name, line, column, line, column + end - start)
