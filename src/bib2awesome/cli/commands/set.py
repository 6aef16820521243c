"""Fields set by hand, for one paper or forty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.filtering import filters
from bib2awesome.cli.writing import Writing, settle, writes
from bib2awesome.errors import Finding, InputError, Place

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
@click.option("--unset", multiple=True, metavar="FIELD", help="Remove this field.")
@click.option(
    "--venue", metavar="TEXT", help="Set type, booktitle or journal, and year; eprint stays."
)
@click.option("--csv", "table", metavar="FILE", help="Take keys and values from a table of `list`.")
@filters
@writes("set")
def command(
    session: Session,
    words: tuple[str, ...],
    *,
    unset: tuple[str, ...],
    venue: str | None,
    table: str | None,
    wanted: Filter,
    writing: Writing,
) -> int:
    """Set fields of the papers with these KEYs or patterns, or of those that the filters let through.

    A word with `=` is a field and its value, in TeX as it stands in the file. Categories are written
    as full paths. Nothing is written where a key, a category or a value is wrong.
    """
    from bib2awesome.papers.assignments import assigned, at_venue  # noqa: PLC0415 - start-up
    from bib2awesome.papers.changes import Plan  # noqa: PLC0415 - start-up

    wanted = wanted._replace(keys=tuple(word for word in words if "=" not in word))
    values = {name.strip(): value.strip() for name, mark, value in map(_split, words) if mark}
    if table is not None and (any(wanted) or values or unset or venue):
        raise click.UsageError("`--csv` says which keys and fields; give nothing else")
    if table is None and not any(wanted):
        raise click.UsageError("name the keys, or filter with `--category` and the like")
    if table is None and not (values or unset or venue):
        raise click.UsageError("nothing to set: give `FIELD=VALUE`, `--unset` or `--venue`")
    empty = [name for name, value in values.items() if not value]
    if empty:
        raise click.UsageError(f"`{empty[0]}=` has no value; `--unset {empty[0]}` removes a field")
    survey = session.survey()
    if table is not None:
        changes = _from_table(session, survey, table)
        return settle(session, survey, Plan(command="set", changes=tuple(changes)), writing)
    papers = _found(survey, wanted, values)
    changes = at_venue(papers, venue) if venue else []
    changes += assigned(survey, papers, values, unset)
    return settle(session, survey, Plan(command="set", changes=tuple(changes)), writing)


def _found(survey: Survey, wanted: Filter, values: Mapping[str, str]) -> list[Paper]:
    """Return the papers; unknown keys and categories, of the values too, are named all at once."""
    from bib2awesome.papers.assignments import with_paths  # noqa: PLC0415 - start-up
    from bib2awesome.papers.filters import matching  # noqa: PLC0415 - start-up

    problems: list[Finding] = []
    papers: list[Paper] = []
    try:
        papers = matching(survey, wanted)
    except InputError as error:
        problems += error.findings
    try:
        with_paths(survey, values)
    except InputError as error:
        problems += error.findings
    if problems:
        raise InputError(problems)
    return papers


def _from_table(session: Session, survey: Survey, name: str) -> list[Change]:
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.papers.assignments import from_csv  # noqa: PLC0415 - start-up

    try:
        text = files.read(session.folder / name, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("the table is not UTF-8", place=Place(name)) from None
    return from_csv(survey, text, name)


def _split(word: str) -> tuple[str, str, str]:
    return word.partition("=")
