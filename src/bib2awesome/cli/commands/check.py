"""Say what is wrong with a survey before a reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.errors import Severity

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session

__all__ = ["command"]


@click.command(epilog=example("bib2awesome check", "bib2awesome check --explain broken-block"))
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out.")
@click.option("--latex", is_flag=True, help="Also find what breaks LaTeX.")
@click.option("--online", is_flag=True, help="Also ask the bibliographic services.")
@click.pass_obj
def command(
    session: Session, *, select: tuple[str, ...], ignore: tuple[str, ...], latex: bool, online: bool
) -> int:
    """Find mistakes in survey.bib, in the list and in what refers to them."""
    from bib2awesome.check.base import Checked  # noqa: PLC0415 - start-up
    from bib2awesome.check.run import run  # noqa: PLC0415
    from bib2awesome.check.selection import rules  # noqa: PLC0415
    from bib2awesome.check.selection import select as selected  # noqa: PLC0415

    rooms = {"offline", *(["latex"] if latex else []), *(["online"] if online else [])}
    known = [rule for rule in rules() if rule.room in rooms]
    checked = Checked(session.survey())
    outcome = run(checked, selected(known, selected=select, ignored=ignore))
    session.report.findings(outcome.findings)
    return int(any(one.severity is not Severity.HINT for one in outcome.findings))
