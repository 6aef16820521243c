"""A saved plan, applied later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.plan_files import read_plan
from bib2awesome.cli.writing import Writing, settle, writes
from bib2awesome.errors import Finding, InputError
from bib2awesome.nearest import did_you_mean

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.changes import Plan

__all__ = ["command"]


@click.command(
    epilog=example("bib2awesome apply plan.json --diff", "bib2awesome apply plan.json --reverse")
)
@click.argument("saved", metavar="PLAN.json")
@click.option(
    "--only", multiple=True, metavar="KEY", help="Apply the changes of KEY alone (repeatable)."
)
@click.option(
    "--skip", multiple=True, metavar="KEY", help="Leave the changes of KEY out (repeatable)."
)
@click.option(
    "--reverse", is_flag=True, help="Take back what the plan wrote, where it still stands."
)
@writes("apply")
def command(
    session: Session,
    *,
    saved: str,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    reverse: bool,
    writing: Writing,
) -> int:
    """Apply a plan that `--plan` saved.

    `-` reads it from standard input. No service is asked. A change is made only where the survey still says what the plan found there;
    others are skipped as stale, and the exit code is 1. Nothing in a plan is a path to open.
    """
    from dataclasses import replace  # noqa: PLC0415 - start-up

    from bib2awesome.bib.entry import fold  # noqa: PLC0415 - start-up

    plan = replace(read_plan(session, saved), command="apply", bib=None)
    if reverse:
        from bib2awesome.papers.reversal import reversed_plan  # noqa: PLC0415 - start-up

        plan = reversed_plan(plan)
    wanted, unwanted = set(map(fold, only)), set(map(fold, skip))
    _known([*only, *skip], plan)
    survey = session.survey(new=True)
    return settle(
        session,
        survey,
        plan,
        writing,
        accept=lambda change: (
            (not wanted or fold(change.key) in wanted) and fold(change.key) not in unwanted
        ),
    )


def _known(keys: list[str], plan: Plan) -> None:
    """Refuse keys that the plan does not speak of, all at once."""
    from bib2awesome.bib.entry import fold  # noqa: PLC0415 - start-up

    there = {fold(change.key) for change in plan.changes}
    names = sorted({change.key for change in plan.changes})
    findings = [
        Finding.error(f"the plan has no change of `{key}`", hint=did_you_mean(key, names))
        for key in keys
        if fold(key) not in there
    ]
    if findings:
        raise InputError(findings)
