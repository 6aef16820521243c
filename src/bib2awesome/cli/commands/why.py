"""Where a value came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bib2awesome.cli.examples import example
from bib2awesome.errors import InputError
from bib2awesome.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """Tell where the values of an entry came from, or that of one FIELD.

    What stands in .bib2awesome/provenance.jsonl is shown, oldest first, and whether the value was
    changed by hand since. A value that is not in that file was written by hand.
    """
    from bib2awesome.papers.provenance import origins  # noqa: PLC0415 - start-up

    if as_json:
        session.answer_with("why", origins=[])
    survey = session.survey()
    paper = survey.paper(key)
    if paper is None:
        keys = [paper.key for paper in survey.papers]
        raise InputError(f"there is no entry `{key}`", hint=did_you_mean(key, keys))
    field = field.lower() if field else None
    known = [one for one in origins(survey.folder, paper.key) if field in (None, one.field)]
    told = [_told(one, paper, known) for one in known]
    if session.answer is not None:
        session.answer["origins"] = told
        session.report.json(session.answer)
    else:
        session.report.table(
            ["field", "value", "source", "retrieved", "why"],
            [[str(one[name] or "") for name in _COLUMNS] for one in told],
        )
        if not told:
            what = f"`{field}` of `{paper.key}`" if field else f"`{paper.key}`"
            session.report.talk(f"nothing is recorded of {what}: it was written by hand")
    return 0


_COLUMNS = ("about", "new", "source", "retrieved", "said")


def _told(one: Origin, paper: Paper, known: Sequence[Origin]) -> dict[str, Any]:
    """Return a record as `--json` prints it, with whether it still holds."""
    by_hand = False
    if one.field is not None:
        last = [other for other in known if other.field == one.field][-1]
        by_hand = one is last and paper.entry.source(one.field) != one.new
    reasons = ", ".join(one.reasons)
    words = [reasons, one.url or "", "changed by hand since" if by_hand else ""]
    return one._asdict() | {
        "reasons": list(one.reasons),
        "changed_by_hand": by_hand,
        "about": one.field or one.action,
        "said": "; ".join(filter(None, words)),
    }
