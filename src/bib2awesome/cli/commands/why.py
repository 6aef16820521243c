"""Where a value came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bib2awesome.cli.examples import example
from bib2awesome.errors import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bib2awesome.cli.session import Session
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.provenance import Origin

__all__ = ["command"]


@click.command(epilog=example("bib2awesome why ho2020ddpm", "bib2awesome why ho2020ddpm doi"))
@click.argument("key", metavar="KEY")
@click.argument("field", metavar="[FIELD]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print it as a JSON object.")
@click.pass_obj
def command(session: Session, *, key: str, field: str | None, as_json: bool) -> int:
    """Tell where the values of an entry came from.

    With FIELD, only where that one came from. What stands in .bib2awesome/provenance.jsonl is shown, oldest first, and whether the value was
    changed by hand since. A value that is not in that file was written by hand.
    """
    from bib2awesome.papers.provenance import origins  # noqa: PLC0415 - start-up

    if as_json:
        session.answer_with("why", origins=[])
    survey = session.survey()
    [paper] = survey.named([key])
    field = field.lower() if field else None
    known = [one for one in origins(survey.folder, paper.key) if field in (None, one.field)]
    told = [_told(one, paper, known) for one in known]
    if session.answer is not None:
        session.answer["origins"] = told
        session.report.json(session.answer)
    else:
        session.report.data("".join(map(_paragraph, told)))
        if not told:
            session.report.talk(_nothing(paper, field))
    return 0


def _nothing(paper: Paper, field: str | None) -> str:
    """Return what to say where nothing is recorded."""
    if field is None:
        return f"nothing is recorded of `{paper.key}`: it was written by hand"
    if paper.entry.field(field) is None:
        return f"`{paper.key}` has no field `{field}`, and nothing is recorded of it"
    return f"nothing is recorded of `{field}` of `{paper.key}`: it was written by hand"


def _paragraph(one: Mapping[str, Any]) -> str:
    """Return what a record says to people: the value, who said it and when, why, and where to look."""
    by = ", ".join(filter(None, (one["source"], one["retrieved"])))
    last = "changed by hand since" if one["changed_by_hand"] else None
    lines = (by, ", ".join(one["reasons"]), one["url"], last)
    what = one["field"] or one["action"]
    head = "the entry was added" if what == "add-entry" else f"{what} = {one['new'] or '(removed)'}"
    return "".join(f"{visible(line)}\n" for line in (head, *(f"  {x}" for x in lines if x)))


def _told(one: Origin, paper: Paper, known: Sequence[Origin]) -> dict[str, Any]:
    """Return a record as `--json` prints it, with whether it still holds."""
    by_hand = False
    if one.field is not None:
        last = [other for other in known if other.field == one.field][-1]
        by_hand = one is last and paper.entry.source(one.field) != one.new
    return one._asdict() | {"reasons": list(one.reasons), "changed_by_hand": by_hand}
