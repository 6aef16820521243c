"""The way of every command that changes the survey: preview, diff, JSON, plan, write, provenance.

A command makes a `Plan` and hands it to `settle`; the options that all of them share come from the
decorator `writes`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bib2awesome.cli.exit_codes import FINDINGS, UNUSABLE, worst
from bib2awesome.cli.following import following
from bib2awesome.cli.plan_files import save_plan
from bib2awesome.errors import Bib2AwesomeError, Finding, Severity

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.files import New
    from bib2awesome.papers.changes import Change, Plan
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.writing import Edited

__all__ = ["Settled", "Writing", "begin_answer", "carry_out", "settle", "writes"]

_SHOWN = 20
"""Changes that are shown one by one without `-v`."""
_WIDEST = 60

Command = Callable[..., int]


class Writing(NamedTuple):
    """What the shared options say.

    `plan` is the file of `--plan`, relative to the session's folder; `aside` says that something else than
    the diff goes to standard output.
    """

    check: bool = False
    diff: bool = False
    plan: str | None = None
    aside: bool = False

    @property
    def dry(self) -> bool:
        """Whether the survey's files stay as they are."""
        return self.check or self.diff or self.plan is not None


_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option("--check", is_flag=True, help="Write nothing; exit 1 if something would change."),
    click.option(
        "--diff", is_flag=True, help="As --check, and print the changes as a unified diff."
    ),
    click.option(
        "--plan",
        "plan_file",
        metavar="FILE",
        help="Write the plan to FILE and not the survey; `apply` takes it later.",
    ),
    click.option(
        "--json", "as_json", is_flag=True, help="Print what was found and done as a JSON object."
    ),
)


def writes(name: str) -> Callable[[Command], Command]:
    """Give a command the options `--check`, `--diff`, `--plan` and `--json`.

    The function gets the session first and what the options say as `writing`. `name` is the command's
    name in the JSON answer, which is whole from then on, also where the command fails.
    """

    def decorate(function: Command) -> Command:
        @functools.wraps(function)
        def run(
            session: Session,
            *args: Any,
            check: bool,
            diff: bool,
            plan_file: str | None,
            as_json: bool,
            **more: Any,
        ) -> int:
            if as_json:
                begin_answer(session, name)
            writing = Writing(check=check, diff=diff, plan=plan_file)
            return function(session, *args, writing=writing, **more)

        command: Command = click.pass_obj(run)
        for option in reversed(_OPTIONS):
            command = option(command)
        return command

    return decorate


def begin_answer(session: Session, name: str) -> None:
    """Begin the JSON answer of the command `name`: a plan in which nothing is planned."""
    from bib2awesome.papers.changes import Plan  # noqa: PLC0415 - start-up

    session.answer = Plan(command=name).to_json() | {"findings": []}


class Settled(NamedTuple):
    """What became of a plan, and the exit codes that follow."""

    plan: Plan
    codes: frozenset[int]


def settle(
    session: Session,
    survey: Survey,
    plan: Plan,
    writing: Writing,
    *,
    accept: Callable[[Change], bool] = lambda _: True,
    findings: Sequence[Finding] = (),
    codes: Iterable[int] = (),
    also: Sequence[New] = (),
) -> int:
    """Carry out a plan as `carry_out` does, print the JSON answer where it is asked for; return the exit code.

    `codes` are further exit codes of the command; the worst of all wins.
    """
    settled = carry_out(session, survey, plan, writing, accept=accept, findings=findings, also=also)
    if session.answer is not None:
        session.report.json(session.answer)
    return worst([*codes, *settled.codes])


def carry_out(
    session: Session,
    survey: Survey,
    plan: Plan,
    writing: Writing,
    *,
    accept: Callable[[Change], bool] = lambda _: True,
    findings: Sequence[Finding] = (),
    also: Sequence[New] = (),
) -> Settled:
    """Show a plan, save it or write it, and return what became of it.

    Args:
        session: The way out.
        survey: What the plan was made for.
        plan: Its `proposed` changes are tried.
        writing: What the shared options say.
        accept: Which changes; the others stay proposed.
        findings: What else was found; errors and warnings make the exit code 1.
        also: Further files (.tex) that are written together with the survey's, all or none; a plan
            does not hold them.

    Raises:
        BugError: The result is not what was planned; nothing was written.
        RefusedError: A file changed since it was read; nothing was written.
        InputError: The file system refuses, or the file of `--plan` holds something else.
    """
    from dataclasses import replace  # noqa: PLC0415 - start-up

    if plan.bib is None:
        plan = replace(plan, bib=survey.documents[0].name)
    edited = survey.edited(plan, accept)
    if any(one.status == "skipped" for one in edited.plan.everything):
        also = ()  # a key that stays is not to be cited by another name
    behind = following(survey, edited, [new.path for new in also])
    also, findings = (*also, *behind.files), (*findings, *behind.findings)
    if session.answer is not None:
        _answer(session, _proposed(edited.plan), findings)
    session.report.findings(findings)
    if writing.plan is not None:
        save_plan(session, writing.plan, _proposed(edited.plan))
        for file in also[: len(also) - len(behind.files)]:
            session.report.talk(f"a plan does not hold {file.name}: it stays as it is")
    failed: tuple[Finding, ...] = ()
    if not writing.dry:
        survey.write(edited, also)
        failed = _record(survey, edited.plan)
    done = _proposed(edited.plan) if writing.dry else edited.plan
    _answer(session, done, (*findings, *failed))
    _show(session, [*survey.changed(edited), *also], edited, writing)
    session.report.findings(failed)
    named = () if writing.plan is not None else [new.name for new in also]
    _tell(session, edited.plan, named, dry=writing.dry)
    codes = {*_codes(plan, edited, writing, findings, also), *([UNUSABLE] if failed else [])}
    return Settled(done, frozenset(codes))


def _codes(
    plan: Plan,
    edited: Edited,
    writing: Writing,
    findings: Iterable[Finding],
    also: Sequence[New],
) -> Iterable[int]:
    if any(finding.severity is not Severity.HINT for finding in findings):
        yield FINDINGS
    if (writing.check or writing.diff) and (edited.plan.written or also):
        yield FINDINGS
    before = [change.status for change in plan.everything]
    after = [change.status for change in edited.plan.everything]
    if after.count("skipped") > before.count("skipped"):
        yield FINDINGS


def _proposed(plan: Plan) -> Plan:
    """Return the plan as one of which nothing is written."""
    from dataclasses import replace  # noqa: PLC0415 - start-up

    from bib2awesome.papers.changes import PROPOSED, WRITTEN  # noqa: PLC0415 - start-up

    return replace(
        plan,
        changes=tuple(
            replace(change, status=PROPOSED) if change.status == WRITTEN else change
            for change in plan.changes
        ),
        taxonomy=tuple(
            replace(change, status=PROPOSED) if change.status == WRITTEN else change
            for change in plan.taxonomy
        ),
    )


def _answer(session: Session, plan: Plan, findings: Iterable[Finding]) -> None:
    if session.answer is not None:
        session.answer |= plan.to_json()
        said = (*session.left_out, *findings)
        session.answer["findings"] = [finding.as_json() for finding in said]


def _record(survey: Survey, plan: Plan) -> tuple[Finding, ...]:
    """Add what was written to the journals; what that fails with does not undo the writing."""
    from bib2awesome.papers import provenance  # noqa: PLC0415 - start-up
    from bib2awesome.papers.decisions import Decisions  # noqa: PLC0415 - start-up

    renamed = {
        change.key: change.new
        for change in plan.changes
        if change.action == "set-key" and change.status == "written" and change.new
    }
    try:
        provenance.record(survey.folder, plan)
        if renamed:
            Decisions.rename(survey.folder, renamed)
    except Bib2AwesomeError as error:
        return error.findings
    return ()


# What people see


def _show(session: Session, changed: Sequence[New], edited: Edited, writing: Writing) -> None:
    from bib2awesome.cli.preview import preview  # noqa: PLC0415 - start-up

    report = session.report
    if writing.diff:
        from bib2awesome.cli.diff import unified  # noqa: PLC0415 - start-up

        text = "".join(unified(new.name, new.expected, new.data) for new in changed)
        if session.answer is not None:
            session.answer["diff"] = session.answer.get("diff", "") + text
        else:
            report.diff(text, to_stderr=writing.aside)
            return
    heading, rows = preview(edited.plan)
    shown = rows if report.verbosity > 0 else rows[:_SHOWN]
    report.table(heading, [[_cut(cell) for cell in row] for row in shown], to_stderr=True)
    if len(rows) > len(shown):
        report.talk(f"… and {len(rows) - len(shown)} more changes; `-v` shows all")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _tell(session: Session, plan: Plan, files: Sequence[str], *, dry: bool) -> None:
    from bib2awesome.cli.preview import remarks, summary  # noqa: PLC0415 - start-up

    for line in remarks(plan):
        session.report.talk(line)
    session.report.talk(summary(plan, files, dry=dry))
