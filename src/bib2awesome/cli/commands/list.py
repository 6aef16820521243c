"""Find entries, and print them as a table, CSV, JSON, BibTeX or keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import DONE, FINDINGS
from bib2awesome.cli.filtering import filters
from bib2awesome.errors import visible

if TYPE_CHECKING:
    from bib2awesome.check.base import Tex
    from bib2awesome.cli.session import Session
    from bib2awesome.errors import Finding
    from bib2awesome.papers.filters import Filter
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey

__all__ = ["command"]

_COLUMNS = ("tag", "title")


@click.command(
    epilog=example(
        "bib2awesome list --category sampling --missing code",
        "bib2awesome list --format csv --fields title,year,code",
        "bib2awesome list --tex 'paper/*.tex' --not-cited --format keys",
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
@click.option("--json", "as_json", is_flag=True, help="As --format json.")
@click.option("--fields", metavar="NAMES", help="The columns of table, CSV and JSON, by commas.")
@click.option(
    "--tex",
    multiple=True,
    metavar="GLOB",
    help="Also name what these files cite and survey.bib lacks (repeatable).",
)
@click.option(
    "--cited/--not-cited",
    default=None,
    help="Only papers that the files of --tex cite, or do not.",
)
@filters
@click.pass_obj
def command(
    session: Session,
    keys: tuple[str, ...],
    *,
    form: str,
    as_json: bool,
    fields: str | None,
    tex: tuple[str, ...],
    cited: bool | None,
    wanted: Filter,
) -> int:
    """List papers by key, category, venue, year or text.

    Without KEY, all papers that the options let through; KEY can be a pattern such as `smith2026*`. The
    order is that of the file. An option that is given twice lets through what fits either; twice
    --missing or --text, only what fits both. CSV and JSON hold the fields as they stand in the file, in
    TeX; the table shows text. `tag` is the venue and year as in the list.
    """
    from bib2awesome.papers.filters import matching  # noqa: PLC0415 - start-up

    if as_json or form == "json":
        form = "json"
        session.answer_with("list", entries=[])
    if cited is not None and not tex:
        raise click.UsageError("`--cited` and `--not-cited` need `--tex GLOB`")
    survey = session.survey()
    papers = matching(survey, wanted._replace(keys=keys))
    sources = _sources(session, tex)
    if cited is not None:
        texts = _cited(sources)
        papers = [paper for paper in papers if _is_cited(paper, texts) is cited]
    missing = _missing(survey, sources)
    default = _COLUMNS if form == "table" else ("title", survey.config.survey.category_field)
    chosen = fields.split(",") if fields else default
    names = list(dict.fromkeys(name.strip().lower() for name in chosen if name.strip()))
    _print(session, papers, form, [name for name in names if name != "key"], missing)
    session.report.findings(missing)
    session.report.talk(f"list: {len(papers)} of {len(survey.papers)} entries")
    return FINDINGS if missing or session.leaves_out else DONE


def _print(
    session: Session,
    papers: Sequence[Paper],
    form: str,
    names: Sequence[str],
    missing: Iterable[Finding],
) -> None:
    report = session.report
    if form == "keys":
        report.data("".join(f"{visible(paper.key)}\n" for paper in papers))
    elif form == "bibtex":
        report.data("\n".join(visible(_source(paper)) + "\n" for paper in papers))
    elif form == "csv":
        from bib2awesome.papers.spreadsheet import table_of  # noqa: PLC0415 - start-up

        report.data(table_of(papers, names))
    elif form == "json":
        from bib2awesome.papers.spreadsheet import raw  # noqa: PLC0415 - start-up

        entries = [
            {"key": paper.key, "type": paper.type} | {name: raw(paper, name) for name in names}
            for paper in papers
        ]
        findings = [one.as_json() for one in (*session.left_out, *missing)]
        report.json((session.answer or {}) | {"entries": entries, "findings": findings})
    else:
        rows = [[paper.key, *(_text(paper, name) for name in names)] for paper in papers]
        report.table(("key", *names), rows)


def _source(paper: Paper) -> str:
    source = paper.document.text(paper.entry.start, paper.entry.end)
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _text(paper: Paper, name: str) -> str:
    if name in {"tag", "title"}:
        return str(getattr(paper, name))
    return paper.type if name == "type" else paper.text(name)


# What a text cites


def _sources(session: Session, patterns: Sequence[str]) -> list[Tex]:
    """Return the LaTeX sources of `--tex`, with those that they read."""
    if not patterns:
        return []
    from bib2awesome.cli.checking import tex_sources  # noqa: PLC0415 - start-up
    from bib2awesome.cli.citing import tex_names  # noqa: PLC0415 - start-up

    return tex_sources(session, tex_names(session, patterns))


def _cited(sources: Iterable[Tex]) -> set[str]:
    from bib2awesome.bib.citations import citations  # noqa: PLC0415 - start-up
    from bib2awesome.bib.entry import fold  # noqa: PLC0415 - start-up

    return {fold(one.key) for tex in sources for one in citations(tex.text)}


def _is_cited(paper: Paper, cited: set[str]) -> bool:
    from bib2awesome.bib.entry import fold  # noqa: PLC0415 - start-up
    from bib2awesome.papers.tex_citations import keys_of  # noqa: PLC0415 - start-up

    return "*" in cited or not cited.isdisjoint(map(fold, keys_of(paper)))


def _missing(survey: Survey, sources: Sequence[Tex]) -> tuple[Finding, ...]:
    """Return what is cited and is no entry, as `check --tex` says it."""
    if not sources:
        return ()
    from bib2awesome.check.base import Checked  # noqa: PLC0415 - start-up
    from bib2awesome.check.run import run  # noqa: PLC0415 - start-up
    from bib2awesome.check.selection import find_rule, rules  # noqa: PLC0415 - start-up

    rule = find_rule("unknown-cite", rules(frozenset({"offline"})))
    return run(Checked(survey, tex=sources), [rule]).findings
