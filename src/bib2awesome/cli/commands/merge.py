"""Two entries of one work become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bib2awesome.cli.citing import follows_tex, recited_files
from bib2awesome.cli.examples import example
from bib2awesome.cli.writing import Writing, settle, writes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bib2awesome.cli.session import Session
    from bib2awesome.errors import Finding
    from bib2awesome.papers.survey import Survey

__all__ = ["command"]


@click.command(
    epilog=example(
        "bib2awesome merge ho2020ddpm ho2020preprint --diff",
        "bib2awesome merge ho2020ddpm ho2020preprint --tex 'paper/*.tex' --ids",
    )
)
@click.argument("keep")
@click.argument("drop", nargs=-1, required=True)
@follows_tex
@writes("merge")
def command(
    session: Session,
    keep: str,
    drop: tuple[str, ...],
    *,
    tex: tuple[str, ...],
    ids: bool,
    writing: Writing,
) -> int:
    """Make one entry, KEEP, of it and the entries DROP.

    What KEEP lacks is taken over, categories and links are united, a published version's venue beats
    a preprint's, and the eprint stays. Every value that is given up is shown. Citations follow as in
    rename-key.
    """
    from bib2awesome.papers.renaming import merge  # noqa: PLC0415 - start-up

    survey = session.survey()
    plan = merge(survey, keep, drop, ids=ids)
    into = str(plan.more["merged_into"])
    names = {one.key: into for one in plan.changes if one.action == "remove-entry"}
    also = recited_files(session, tex, names)
    findings = list(_doubts(survey, keep, drop))
    return settle(session, survey, plan, writing, findings=findings, also=also)


def _doubts(survey: Survey, keep: str, drop: tuple[str, ...]) -> Iterator[Finding]:
    """Yield a hint for each entry that looks like another work than the one that is kept."""
    from bib2awesome.errors import Finding, Severity  # noqa: PLC0415 - start-up
    from bib2awesome.papers.similarity import DIFFERENT, compare, work_of  # noqa: PLC0415

    kept, *others = survey.named([keep, *drop])
    for other in others:
        match = compare(work_of(kept), work_of(other))
        if match.verdict == DIFFERENT:
            said = f"`{other.key}` looks like another work than `{kept.key}`"
            yield Finding("", "two-works", Severity.HINT, f"{said}: {', '.join(match.reasons)}")
