"""Run rules over a survey, and mend what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bib2awesome.bib.entry import fold
from bib2awesome.check.base import Checked, Problem, Rule
from bib2awesome.check.blocks import Exceptions
from bib2awesome.check.selection import matches
from bib2awesome.errors import Finding, Place, Severity
from bib2awesome.papers.changes import SKIPPED, Change, Plan, Unasked
from bib2awesome.papers.survey import Survey

__all__ = ["Found", "Outcome", "fixes", "run"]

_MOST_ROUNDS = 10
"""Mending one thing may uncover another; more rounds than this would mean that two rules disagree."""
_RENDERED = "R"
"""The letter of the codes that rendering the README reports."""


class Found(NamedTuple):
    """A finding, the keys of all entries that it is about, and the changes that mend it."""

    finding: Finding
    keys: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Outcome(NamedTuple):
    """What the rules came to: the findings by file and place, and what could not be asked."""

    found: tuple[Found, ...]
    unasked: tuple[Unasked, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings alone."""
        return tuple(one.finding for one in self.found)


def run(
    checked: Checked,
    rules: Sequence[Rule],
    *,
    severities: Mapping[str, Severity] | None = None,
    keep: Callable[[Found], bool] = lambda _: True,
) -> Outcome:
    """Return what `rules` find in a survey.

    Args:
        checked: The survey, and what else the rules look at.
        rules: Those that run, each once.
        severities: By code, instead of the rules' own.
        keep: Says which findings are of interest (`--since`, some of the files).
    """
    severities = severities or {}
    exceptions = Exceptions(checked.documents)
    found: list[Found] = []
    unasked: list[Unasked] = []
    for rule, one in _all(checked, rules):
        if isinstance(one, Unasked):
            if not any(matches(selector, rule) for selector in exceptions.of(None, (one.key,))):
                unasked.append(one)
            continue
        excepted = exceptions.of(one.finding.place, one.keys)
        if not any(matches(selector, rule) for selector in excepted) and keep(one):
            severity = severities.get(rule.code, one.finding.severity)
            found.append(one._replace(finding=one.finding._replace(severity=severity)))
    order = {document.name: index for index, document in enumerate(checked.documents)}
    found.sort(key=lambda one: _position(one.finding, order))
    return Outcome(tuple(found), tuple(dict.fromkeys(unasked)))


def _position(finding: Finding, order: Mapping[str, int]) -> tuple[int, str, int, int, str]:
    place = finding.place or Place("")
    last = len(order) if place.file else -1
    return (
        order.get(place.file, last),
        place.file,
        place.line or 0,
        place.column or 0,
        finding.code,
    )


def _all(checked: Checked, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Found | Unasked]]:
    waiting: dict[str, Rule] = {}
    for rule in rules:
        if rule.room == "online" and checked.services is None:
            continue
        if rule.find is None:
            waiting[rule.code] = rule
            continue
        for problem in rule.find(checked):
            yield rule, problem if isinstance(problem, Unasked) else _found(rule, problem)
    for finding in dict.fromkeys(_reported(checked, waiting)):
        its_rule = waiting.get(finding.code)
        if its_rule is not None:
            keys = (finding.key,) if finding.key else ()
            yield its_rule, Found(finding._replace(severity=its_rule.severity), keys)


def _found(rule: Rule, problem: Problem) -> Found:
    papers = ((problem.paper,) if problem.paper else ()) + problem.related
    changes = problem.fix.changes if problem.fix else ()
    return Found(rule.finding(problem), tuple(paper.key for paper in papers), changes)


def _reported(checked: Checked, codes: Iterable[str]) -> Iterator[Finding]:
    """Yield what reading the survey has found, and rendering its README where a rule waits for that."""
    yield from checked.survey.findings
    if any(code[0] == _RENDERED for code in codes):
        yield from checked.pages.problems
        for output in checked.pages.outputs:
            yield from output.findings


def fixes(
    checked: Checked,
    rules: Sequence[Rule],
    outcome: Outcome,
    *,
    unsafe: bool = False,
    keep: Callable[[Found], bool] = lambda _: True,
) -> Plan:
    """Return the plan that mends what was found, as far as it can be mended.

    Mended entries are checked again, for what shows only then; the changes of all rounds are one plan.

    Args:
        checked: What was checked.
        rules: The rules that ran over it.
        outcome: What they found.
        unsafe: Whether fixes that guess count, too.
        keep: As for `run`.
    """
    changes: list[Change] = []
    survey = checked.survey
    kinds = {"safe", "unsafe"} if unsafe else {"safe"}
    for _ in range(_MOST_ROUNDS):
        step = _once(outcome, kinds)
        edited = survey.edited(Plan(command="check", changes=tuple(step)))
        refused = [one for one in edited.plan.changes if one.status == SKIPPED]
        changes += [one for one in step if not _among(one, refused)]
        if not any(data is not None for data in edited.data):
            break
        survey = _with(survey, edited.data)
        again = Checked(survey, tex=checked.tex, today=checked.today)
        mending = [rule for rule in rules if rule.fix is not None and rule.room != "online"]
        outcome = run(again, mending, keep=keep)
    return Plan(
        command="check", bib=", ".join(d.name for d in checked.documents), changes=tuple(changes)
    )


def _among(change: Change, refused: Iterable[Change]) -> bool:
    return any(
        (one.key, one.action, one.field, one.old)
        == (change.key, change.action, change.field, change.old)
        for one in refused
    )


def _once(outcome: Outcome, kinds: set[str]) -> list[Change]:
    """Return the changes of one round: no entry's field is changed twice in it."""
    touched: set[tuple[str, str | None]] = set()
    step: list[Change] = []
    for one in outcome.found:
        if one.finding.fix not in kinds:
            continue
        about = {(fold(change.key), name) for change in one.changes for name in _names(change)}
        if not touched & about:
            touched |= about
            step += one.changes
    return step


def _names(change: Change) -> tuple[str | None, ...]:
    """Return the fields that a change is about; None stands for the entry itself."""
    return (change.field, change.new) if change.action == "rename" else (change.field,)


def _with(survey: Survey, data: Sequence[bytes | None]) -> Survey:
    """Return the survey with new bytes in place of those of its files."""
    documents = [
        document if new is None else document.edited(new)
        for document, new in zip(survey.documents, data, strict=True)
    ]
    return Survey(survey.folder, survey.config, documents, survey.paths)
