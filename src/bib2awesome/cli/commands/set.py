"""Fields set by hand, for one paper or forty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.filtering import filters
from bib2awesome.cli.writing import Writing, settle, writes
from bib2awesome.errors import Finding, InputError

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.changes import Change
    from bib2awesome.papers.filters import Filter
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey

__all__ = ["command"]


@click.command(
    epilog=example(
        "bib2awesome set ho2020ddpm code=https://github.com/hojonathanho/diffusion",
        "bib2awesome set 'smith2026*' --venue 'NeurIPS 2026'",
        "bib2awesome set --venue-is arXiv --category sampling --unset remark --diff",
    )
)
@click.argument("words", metavar="[KEY|FIELD=VALUE]...", nargs=-1)
@click.option("--unset", multiple=True, metavar="FIELD", help="Remove this field (repeatable).")
@click.option(
    "--venue", metavar="TEXT", help="Set type, booktitle or journal, and year; eprint stays."
)
@click.option("--type", "type_", metavar="TYPE", help="Make it an entry of this type.")
@click.option(
    "--csv",
    "table",
    metavar="FILE",
    help="Take keys and values from a table of `list`; empty cells change nothing.",
)
@filters
@writes("set")
def command(
    session: Session,
    words: tuple[str, ...],
    *,
    unset: tuple[str, ...],
    venue: str | None,
    type_: str | None,
    table: str | None,
    wanted: Filter,
    writing: Writing,
) -> int:
    """Set fields of one paper or of many.

    Papers are named by KEY, by a pattern such as `smith2026*`, or by the options that `list` takes, too.
    A word with `=` is a field and its value, in TeX as it stands in the file. Categories are written
    as full paths. Nothing is written where a key, a category or a value is wrong.
    """
    from bib2awesome.papers.changes import Plan  # noqa: PLC0415 - start-up

    values = {name.strip(): value.strip() for name, mark, value in map(_split, words) if mark}
    asked = _Asked(values, tuple(name.strip() for name in unset), venue, type_)
    wanted = wanted._replace(keys=tuple(word for word in words if "=" not in word))
    if table is not None and (any(wanted) or any(asked)):
        raise click.UsageError("`--csv` says which keys and fields; give nothing else")
    if table is None:
        _check(wanted, asked)
    survey = session.survey()
    if table is not None:
        changes, findings = _from_table(session, survey, table)
    else:
        changes, findings = _changes(survey, wanted, asked)
    plan = Plan(command="set", changes=tuple(changes))
    return settle(session, survey, plan, writing, findings=findings)


class _Asked(NamedTuple):
    """What is to be set."""

    values: Mapping[str, str]
    unset: tuple[str, ...]
    venue: str | None
    type: str | None


def _check(wanted: Filter, asked: _Asked) -> None:
    if not any(wanted):
        raise click.UsageError("name the keys, or filter with `--category` and the like")
    if not any(asked):
        raise click.UsageError("nothing to set: give `FIELD=VALUE`, `--unset` or `--venue`")
    empty = [name for name, value in asked.values.items() if not value]
    if empty:
        raise click.UsageError(f"`{empty[0]}=` has no value; `--unset {empty[0]}` removes a field")
    both = [name for name in asked.unset if name.lower() in map(str.lower, asked.values)]
    if both:
        raise click.UsageError(f"`{both[0]}` cannot be set and removed at once")


def _changes(survey: Survey, wanted: Filter, asked: _Asked) -> tuple[list[Change], list[Finding]]:
    """Return the changes and hints; all that is wrong with keys and values is named at once."""
    from bib2awesome.papers.assignments import assigned, retyped  # noqa: PLC0415 - start-up
    from bib2awesome.papers.filters import matching  # noqa: PLC0415 - start-up
    from bib2awesome.papers.venue_moves import at_venue, unknown_venue  # noqa: PLC0415

    problems: list[Finding] = []
    papers: list[Paper] = []
    changes: list[Change] = []
    try:
        papers = matching(survey, wanted)
    except InputError as error:
        problems += error.findings
    by_hand = {name.lower() for name in (*asked.values, *asked.unset)}
    if asked.venue:
        changes += (one for one in at_venue(papers, asked.venue) if one.field not in by_hand)
    if asked.type:
        changes = [one for one in changes if one.action != "set-type"]
    try:
        changes += retyped(papers, asked.type) if asked.type else []
    except InputError as error:
        problems += error.findings
    try:
        changes += assigned(survey, papers, asked.values, asked.unset)
    except InputError as error:
        problems += error.findings
    if problems:
        raise InputError(problems)
    return changes, unknown_venue(asked.venue) if asked.venue else []


def _from_table(session: Session, survey: Survey, name: str) -> tuple[list[Change], list[Finding]]:
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.papers.spreadsheet import changes_of, unknown_columns  # noqa: PLC0415

    changes = changes_of(survey, files.read(session.folder / name, name), name)
    return changes, unknown_columns(survey, changes, name)


def _split(word: str) -> tuple[str, str, str]:
    return word.partition("=")
