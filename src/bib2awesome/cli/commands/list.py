"""Find entries, and print them as a table, CSV, JSON, BibTeX or keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.filtering import filters
from bib2awesome.errors import visible

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.filters import Filter
    from bib2awesome.papers.paper import Paper

__all__ = ["command"]

_COLUMNS = ("tag", "title")


@click.command(
    epilog=example(
        "bib2awesome list --category sampling --missing code",
        "bib2awesome list --format csv --fields title,year,code",
    )
)
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "bibtex", "keys"]),
    default="table",
    show_default=True,
    help="How the entries are printed.",
)
@click.option("--fields", metavar="NAMES", help="The columns of table, CSV and JSON, by commas.")
@filters
@click.pass_obj
def command(
    session: Session, keys: tuple[str, ...], *, form: str, fields: str | None, wanted: Filter
) -> int:
    """List the papers with these KEYs or patterns that the filters let through, in file order.

    CSV and JSON hold the fields as they stand in the file, in TeX; the table shows text. `tag` is the
    venue and year as in the list.
    """
    from bib2awesome.papers.filters import matching  # noqa: PLC0415 - start-up

    survey = session.survey()
    papers = matching(survey, wanted._replace(keys=keys))
    default = _COLUMNS if form == "table" else ("title", survey.config.survey.category_field)
    chosen = fields.split(",") if fields else default
    names = [name.strip().lower() for name in chosen if name.strip()]
    report = session.report
    if form == "keys":
        report.data("".join(f"{visible(paper.key)}\n" for paper in papers))
    elif form == "bibtex":
        report.data("\n".join(visible(_source(paper)) + "\n" for paper in papers))
    elif form == "csv":
        report.data(_csv(papers, names))
    elif form == "json":
        entries = [
            {"key": paper.key, "type": paper.type} | {name: _raw(paper, name) for name in names}
            for paper in papers
        ]
        report.json({"command": "list", "version": 1, "entries": entries})
    else:
        rows = [[paper.key, *(_text(paper, name) for name in names)] for paper in papers]
        report.table(("key", *names), rows)
    report.talk(f"list: {len(papers)} of {len(survey.papers)} entries")
    return 0


def _source(paper: Paper) -> str:
    source = paper.document.text(paper.entry.start, paper.entry.end)
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _text(paper: Paper, name: str) -> str:
    if name in {"tag", "title"}:
        return str(getattr(paper, name))
    return paper.type if name == "type" else paper.text(name)


def _raw(paper: Paper, name: str) -> str:
    if name == "tag":
        return paper.tag
    return paper.type if name == "type" else paper.tex(name)


def _csv(papers: Sequence[Paper], names: Sequence[str]) -> str:
    import csv  # noqa: PLC0415 - start-up
    import io  # noqa: PLC0415

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["key", *names])
    for paper in papers:
        writer.writerow([paper.key, *(visible(_raw(paper, name)) for name in names)])
    return out.getvalue()
