"""What a rule is, what it is given and what it gives back.

How to write one
----------------
A rule is one file in `check/offline/`, `check/online/` or `check/latex/`; the file's name with dashes is
the rule's name, and nothing else has to be edited. Its docstring is what `check --explain` prints and
what docs/rules/ holds: one line that says what is wrong, why it matters, and `Bad:` and
`Good:`, each with an indented example that is run by the tests (the first must be found, the second
not):

    '''Field without a value.

    BibTeX prints nothing for it and warns; most often a value was meant to follow.

    Bad:

        @misc{hopper1952, title = {On Compilers}, year = {}}

    Good:

        @misc{hopper1952, title = {On Compilers}, year = {1952}}
    '''

    @rule("S012", Severity.WARNING, fix="safe")
    def check(checked: Checked) -> Iterator[Problem]:
        for paper in checked.papers:
            for field in paper.entry.fields:
                if field.blank:
                    yield Problem(f"`{field.name}` is empty", paper, field.name,
                                  fix=Fix(remove_field(paper, field.name)))

The first letter of a code is its group (`GROUPS`). A rule says what is wrong and where; the rest is put
together here. A problem is about a paper and one of its fields (its place is the field's value, or the key
of an entry that lacks the field), or has a `place` of its own. `related` are the other papers that it is
about: an exception above one of them, or a change of one since a revision, counts as well.

A fix is a tuple of `Change`s, made with the functions of `check/fixes.py`, so that it is previewed, verified and
written as any other. It is safe where it cannot lose or guess anything; a rule declares the kind it has.

How to test one
---------------
`tests/check/fixtures/NAME.bib` is a .bib file in which `% expect:` lines stand directly above an entry
(not inside: BibTeX knows no comments there), one for each problem of that entry, with a piece of its
message; the rule must find these and nothing else. `NAME.fixed.bib` is what `--fix --unsafe-fixes` makes
of it. `NAME.toml`, `NAME.tex` and `NAME.md` are the categories.toml, the LaTeX source and the README of
that survey. `tests/check/test_rules.py` runs all of them, and the examples of the docstrings.

A rule of `check/online/` asks `services_of(checked)` (`check/services.py`), yields an `Unasked` where an answer
that could have mattered could not be had, and never accuses there. `tests/check/test_online_rules.py` runs
its fixture against a server that knows the works of `tests/check/works.json`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from bib2awesome.check.fixes import (
    remove_field,
    rename_field,
    replace_field,
    set_field,
    set_type,
)
from bib2awesome.errors import Finding, InputError, Place, Severity
from bib2awesome.papers.changes import Change, Unasked

if TYPE_CHECKING:
    from bib2awesome.bib.document import Document
    from bib2awesome.check.pairs import Pair
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Output

__all__ = [
    "GROUPS",
    "SAFE",
    "UNSAFE",
    "Checked",
    "Fix",
    "Pages",
    "Problem",
    "Rule",
    "Tex",
    "own_values",
    "remove_field",
    "rename_field",
    "replace_field",
    "reported",
    "rule",
    "set_field",
    "set_type",
]

GROUPS = {
    "S": "structure",
    "I": "identity",
    "C": "truth",
    "L": "list",
    "R": "render",
    "T": "latex",
    "N": "online",
}
"""The group of a rule by the first letter of its code."""
SAFE, UNSAFE = "safe", "unsafe"
_README = "README.md"


class Fix(NamedTuple):
    """Changes that mend a problem; `safe` ones are written by `--fix`, the others by `--unsafe-fixes`.

    Without changes (they could not be written) it is no fix.
    """

    changes: tuple[Change, ...]
    safe: bool = True


class Problem(NamedTuple):
    """What a rule found; see the module's text. `severity` is None for the rule's own."""

    message: str
    paper: Paper | None = None
    field: str | None = None
    place: Place | None = None
    hint: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    related: tuple[Paper, ...] = ()


class Tex(NamedTuple):
    """One LaTeX source that was given with `--tex`: how messages name it, and its text."""

    name: str
    text: str


class Checked:
    """What the rules look at: a survey, and what else the command was given.

    Attributes:
        survey: The survey.
        tex: The LaTeX sources of `--tex`, with those that they input; empty without.
        today: The day of the run: dates behind it are in the future.
        services: What the rules of `check/online/` ask; None where nothing may be asked.
    """

    def __init__(
        self,
        survey: Survey,
        *,
        tex: Sequence[Tex] = (),
        today: date | None = None,
        services: Any = None,
    ) -> None:
        self.survey = survey
        self.tex = tuple(tex)
        self.today = today or date.today()  # noqa: DTZ011  the author's own day
        self.services = services

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The usable entries: with a key, not commented out, the first of their key."""
        return self.survey.papers

    @property
    def documents(self) -> tuple[Document, ...]:
        """The survey's .bib files."""
        return self.survey.documents

    @cached_property
    def fields(self) -> Mapping[str, Sequence[tuple[Paper, str]]]:
        """By field, the papers whose own entry has it and is not empty, and its value."""
        found: dict[str, list[tuple[Paper, str]]] = {}
        for paper in self.papers:
            for name, value in own_values(paper).items():
                found.setdefault(name, []).append((paper, value))
        return found

    def having(self, *names: str) -> Iterator[tuple[Paper, str, str]]:
        """Yield what entries themselves say in these fields: paper, field and value."""
        for name in names:
            for paper, value in self.fields.get(name, ()):
                yield paper, name, value

    @cached_property
    def listed(self) -> frozenset[str]:
        """The keys of the papers in the list; none where there is no taxonomy."""
        return frozenset(paper.key for paper in self.survey.in_list)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The papers that are one work, or have one identifier, with the one before them."""
        from bib2awesome.check.pairs import pairs  # noqa: PLC0415  (compares every title)

        return tuple(pairs(self.papers))

    @cached_property
    def pages(self) -> Pages:
        """The README and its like as they would be rendered; nothing without README or taxonomy."""
        from bib2awesome import files  # noqa: PLC0415  (a lone .bib renders nothing)

        survey = self.survey
        if not survey.has_categories or files.present(survey.folder / _README, _README) is None:
            return Pages()
        from bib2awesome.render.base import render  # noqa: PLC0415

        try:
            return Pages(tuple(render(survey, ("readme",))))
        except InputError as error:
            return Pages(problems=error.findings)


class Pages(NamedTuple):
    """The files of the target `readme`, or why it cannot be rendered."""

    outputs: tuple[Output, ...] = ()
    problems: tuple[Finding, ...] = ()


Find = Callable[[Checked], "Iterable[Problem | Unasked]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: Stable: a letter of `GROUPS` and three digits.
        severity: Of its problems, unless one says otherwise.
        find: Looks for problems; None where reading or rendering the survey reports them already
            (`Survey.findings`, `Output.findings`): then they are found there, once.
        module: The name of its module, which holds its text.
        fix: `safe` or `unsafe` where it can mend what it finds, else None.
    """

    code: str
    severity: Severity
    find: Find | None
    module: str
    fix: str | None = None

    @property
    def name(self) -> str:
        """The name, from that of its file: `empty-field`."""
        return self.module.rpartition(".")[2].replace("_", "-")

    @property
    def group(self) -> str:
        """The group by the code's letter: `structure`."""
        return GROUPS[self.code[0]]

    @property
    def room(self) -> str:
        """`online` or `latex` for the rules that run only on request, else `offline`."""
        folder = self.module.rpartition(".")[0]
        ours = folder.removeprefix("bib2awesome.check.")
        return ours if ours in {"online", "latex"} else "offline"

    @property
    def explanation(self) -> str:
        """The docstring of its module: what, why, `Bad:` and `Good:`."""
        return (sys.modules[self.module].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of the explanation, without the full stop."""
        return self.explanation.partition("\n")[0].removesuffix(".")

    def finding(self, problem: Problem) -> Finding:
        """Return a problem as a finding of this rule."""
        paper, fix = problem.paper, problem.fix
        place = problem.place
        if place is None and paper is not None:
            own = paper.entry.value_span(problem.field) if problem.field else None
            place = paper.document.place(*(own or paper.entry.key_span))
        kind = (SAFE if fix.safe else UNSAFE) if fix is not None and fix.changes else None
        return Finding(
            self.code,
            self.name,
            problem.severity or self.severity,
            problem.message,
            place,
            None if paper is None else paper.key,
            problem.field,
            hint=problem.hint,
            fix=kind,
        )


def rule(code: str, severity: Severity, *, fix: str | None = None) -> Callable[[Find], Rule]:
    """Make a function that looks for problems a rule; its module is the rule's text."""

    def made(find: Find) -> Rule:
        return Rule(code, severity, find, find.__module__, fix)

    return made


def reported(code: str, severity: Severity, module: str) -> Rule:
    """Return the rule for findings of `code` that reading or rendering the survey reports anyway.

    Args:
        code: Their code.
        severity: How `check` takes them; other commands may take them less seriously.
        module: `__name__` of the rule's module.
    """
    return Rule(code, severity, None, module)


def own_values(paper: Paper) -> dict[str, str]:
    """Return what the entry itself says, without what it inherits; see `Document.own_values`."""
    values = paper.values
    if "crossref" in values or "xdata" in values:
        return paper.document.own_values(paper.entry)
    return values
