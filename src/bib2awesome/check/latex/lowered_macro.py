r"""Formula or command in a title that styles put into lower case.

Most styles print titles with small letters, and outside braces BibTeX does so with everything: `$L^2$` becomes `$l^2$`,
`{\textsc{Bert}}` "bert", and `\LaTeX` the unknown `\latex`. In braces of its own it stays.

Bad:

    @misc{space1952, author = {Hopper, Grace}, title = {On $L^2$ Spaces}, year = {1952}}

    @misc{logo1952, author = {Hopper, Grace}, title = {On \LaTeX{} Compilers}, year = {1952}}

    @misc{small1952, author = {Hopper, Grace}, title = {On {\textsc{Bert}} Compilers}, year = {1952}}

Good:

    @misc{space1952, author = {Hopper, Grace}, title = {On {$L^2$} Spaces}, year = {1952}}

    @misc{logo1952, author = {Hopper, Grace}, title = {On {\LaTeX} Compilers}, year = {1952}}

    @misc{small1952, author = {Hopper, Grace}, title = {On {{\textsc{Bert}}} Compilers}, year = {1952}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bib2awesome.bib.latex import to_latex
from bib2awesome.bib.latex_tables import LETTERS
from bib2awesome.bib.latex_tokens import control_word
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.check.latex_source import Piece, has_lone_dollar, pieces, printed
from bib2awesome.errors import Severity

_CAPITAL = re.compile(r"[A-Z]")
# What stands first, and behind a colon, keeps its case.
_KEPT = re.compile(r"(?:.*:\s+)?", re.DOTALL)


@rule("T018", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find formulas and commands with capitals at brace depth 0 of titles."""
    for paper, name, tex in printed(checked, classic=True):
        if name != "title" or ("\\" not in tex and "$" not in tex):
            continue
        found = list(_lowered(tex))
        if not found:
            continue
        mended, end = "", 0
        for start, source, new in found:
            mended += tex[end:start] + new
            end = start + len(source)
        yield Problem(
            f"styles put `{found[0][1]}` into lower case",
            paper,
            name,
            hint=f"write `{found[0][2]}`",
            fix=Fix(replace_field(paper, name, mended + tex[end:]), safe=not has_lone_dollar(tex)),
        )


def _lowered(tex: str) -> Iterator[tuple[int, str, str]]:
    """Yield what is lowered: where it starts, its source, and what to write instead."""
    for unit in _units(pieces(tex)):
        source = "".join(piece.text for piece in unit).rstrip()
        if _CAPITAL.search(_lowerable(unit)) and _is_lowered(unit, tex):
            new = to_latex(source)
            if new != source:
                kept = unit[0].text[0] == "\\" and source.isascii()
                yield unit[0].start, source, new if kept else f"{{{source}}}"


def _lowerable(unit: Sequence[Piece]) -> str:
    """Return what BibTeX may lower of a unit: not the names of commands that are in braces."""
    grouped = unit[0].text == "{"
    return "".join(one.text for one in unit if not (grouped and one.text[0] == "\\"))


def _is_lowered(unit: Sequence[Piece], tex: str) -> bool:
    """Whether BibTeX would lower capitals of a unit: what is in braces keeps them, else."""
    start, first = unit[0].start, unit[0].text
    if first == "{":
        return unit[1].text[0] == "\\" and not _KEPT.fullmatch(tex, 0, start)
    if unit[0].kind == "mark":
        return True
    # The small letter of a letter that is a command is what was asked for.
    name = control_word(first)
    return name not in LETTERS and _CAPITAL.search(name) is not None


def _units(parts: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the formulas, groups and commands with their arguments at brace depth 0."""
    index = 0
    while index < len(parts):
        start, index = index, index + 1
        first = parts[start]
        if first.kind == "mark":
            index = _behind_formula(parts, start)
        elif first.text == "{":
            index = _behind_group(parts, start)
        elif first.text[0] == "\\" and first.kind == "text":
            while index < len(parts) and parts[index].text == "{":
                index = _behind_group(parts, index)
        else:
            continue
        yield parts[start:index]


def _behind_formula(parts: Sequence[Piece], start: int) -> int:
    opened = start
    while opened < len(parts) and parts[opened].kind == "mark":
        opened += 1
    closed = opened
    while closed < len(parts) and parts[closed].kind != "mark":
        closed += 1
    return closed + opened - start


def _behind_group(parts: Sequence[Piece], start: int) -> int:
    end = start + 1
    while end < len(parts) and parts[end].depth > parts[start].depth:
        end += 1
    return end + 1
