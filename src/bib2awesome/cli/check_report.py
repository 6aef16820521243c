"""What `check` prints: findings in four formats, what could not be asked, and a summary per rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.errors import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from bib2awesome.check.base import Rule
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.changes import Plan, Unasked

__all__ = ["GITHUB", "JSON", "SARIF", "TEXT", "Result", "tell"]

TEXT, JSON, GITHUB, SARIF = "text", "json", "github", "sarif"


class Result(NamedTuple):
    """What was found in all the surveys that were checked.

    Attributes:
        findings: What is left to say, in order.
        rules: Those that ran, each once.
        plans: What `--fix` made of each survey; empty without.
        unasked: What could not be asked.
        requests: By service.
        entries: How many were looked at.
        bib: The files that were looked at.
    """

    findings: Sequence[Finding]
    rules: Sequence[Rule]
    plans: Sequence[Plan]
    unasked: Sequence[Unasked]
    requests: Counter[str]
    entries: int
    bib: str


def tell(
    session: Session, result: Result, kind: str, folder: Path, *, silent: bool = False
) -> None:
    """Print what was found.

    Args:
        session: The way out.
        result: What was found.
        kind: `text`, `json`, `github` or `sarif`.
        folder: The survey's: files are named from the root of its repository where machines read them.
        silent: Standard output holds a diff: print no findings as text.
    """
    report = session.report
    if kind == JSON:
        _tell_json(session, result)
    elif kind == TEXT:
        report.findings([] if silent else result.findings, as_data=True)
    else:
        from bib2awesome.check.formats import github, sarif  # noqa: PLC0415 - start-up
        from bib2awesome.cli.git import prefix  # noqa: PLC0415 - start-up

        below = prefix(folder)
        if kind == GITHUB:
            report.data(github(result.findings, below))
        else:
            report.json(sarif(result.findings, result.rules, below))
    if result.unasked:
        from bib2awesome.cli.asking import unasked_lines  # noqa: PLC0415 - start-up

        for line in unasked_lines(result.unasked):
            report.talk(line)
    if kind in {TEXT, GITHUB}:
        for line in _summary(result.findings, result.entries):
            report.talk(line)


def _tell_json(session: Session, result: Result) -> None:
    from dataclasses import replace  # noqa: PLC0415 - start-up

    from bib2awesome.papers.changes import Plan  # noqa: PLC0415 - start-up

    plan = result.plans[0] if result.plans else Plan(command="check", bib=result.bib)
    whole = replace(
        plan,
        changes=tuple(change for one in result.plans for change in one.changes),
        conflicts=tuple(conflict for one in result.plans for conflict in one.conflicts),
        unasked=tuple(result.unasked),
        requests=dict(result.requests),
    )
    answer = (session.answer or {}) | whole.to_json()
    answer["findings"] = [finding.as_json() for finding in result.findings]
    session.report.json(answer)


def _summary(findings: Iterable[Finding], entries: int) -> list[str]:
    """Return a line per rule, the most frequent first, and one for all."""
    findings = list(findings)
    counted = Counter((finding.code, finding.name) for finding in findings)
    fixable = Counter((f.code, f.name) for f in findings if f.fix == "safe")
    lines = [
        f"{count:6}  {code} {name}"
        + (f" ({fixable[code, name]} with --fix)" if fixable[code, name] else "")
        for (code, name), count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    ]
    severities = Counter(finding.severity for finding in findings)
    said = ", ".join(
        f"{severities[one]} {one}{'' if severities[one] == 1 else 's'}"
        for one in Severity
        if severities[one]
    )
    among = "1 entry" if entries == 1 else f"{entries} entries"
    return [*lines, f"check: {said or 'nothing found'} in {among}"]
