"""`enrich`: ask the bibliographic services, and write what is certain."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import FINDINGS, UNANSWERED
from bib2awesome.cli.writing import Writing, settle, writes

if TYPE_CHECKING:
    from bib2awesome.cli.interactive import Accept
    from bib2awesome.cli.session import Session
    from bib2awesome.enrich.decision import Wishes
    from bib2awesome.enrich.questions import Asked
    from bib2awesome.papers.changes import Change, Plan
    from bib2awesome.papers.decisions import Decisions
    from bib2awesome.papers.paper import Paper
    from bib2awesome.papers.survey import Survey
    from bib2awesome.sources.base import Answer

__all__ = ["command"]


@click.command(
    "enrich",
    epilog=example("bib2awesome enrich --diff", "bib2awesome enrich ho2020denoising --upgrade"),
)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--only", metavar="FIELD,…", help="Fill in these fields and no others.")
@click.option(
    "--overwrite",
    metavar="FIELD",
    multiple=True,
    help="Replace FIELD where it differs (repeatable).",
)
@click.option(
    "--source", "sources", metavar="NAME", multiple=True, help="Ask NAME only (repeatable)."
)
@click.option(
    "--upgrade", is_flag=True, help="Write the upgrades of preprints that have been published."
)
@click.option(
    "--interactive", is_flag=True, help="Ask about every upgrade and choose among candidates."
)
@click.option("--reconsider", is_flag=True, help="Forget what was said no to, or chosen, before.")
@click.option("--offline", is_flag=True, help="Ask nobody: only rules and what is remembered.")
@click.option("--refresh", is_flag=True, help="Ask again what is remembered.")
@writes("enrich")
def command(
    session: Session,
    *,
    writing: Writing,
    keys: tuple[str, ...],
    only: str | None,
    overwrite: tuple[str, ...],
    sources: tuple[str, ...],
    upgrade: bool,
    interactive: bool,
    reconsider: bool,
    offline: bool,
    refresh: bool,
) -> int:
    """Fill in missing DOIs and what follows from them.

    Crossref, DataCite, arXiv, DBLP and others are asked about every paper (or those of KEY), by
    identifier first. Only what is certain is written; preprints that have been published are proposed,
    and written with --upgrade. Fields that are filled stay as they are.
    """
    from bib2awesome.cli.asking import asked  # noqa: PLC0415 - start-up
    from bib2awesome.cli.interactive import choose  # noqa: PLC0415
    from bib2awesome.enrich.plan import enrichment  # noqa: PLC0415
    from bib2awesome.enrich.questions import Dialogue  # noqa: PLC0415
    from bib2awesome.papers.decisions import Decisions  # noqa: PLC0415

    if offline and refresh:
        raise click.UsageError("`--offline` and `--refresh` exclude each other")
    if interactive and writing.dry:
        raise click.UsageError("`--interactive` writes; `--check`, `--diff` and `--plan` do not")
    survey = session.survey()
    papers = _named(survey, keys)
    names = _sources(survey, sources)
    decisions = Decisions.load(survey.folder)
    if reconsider:
        decisions = _forgotten(survey, papers, decisions, dry=writing.dry)
    wishes = _wishes(only, overwrite, decisions)
    dialogue = Dialogue(papers, names, wishes.fields)
    known: dict[Asked, Answer] = {}

    def decide(answers: Mapping[Asked, Answer]) -> Plan:
        known.update(answers)
        return enrichment(dialogue, answers, wishes)

    def again() -> Plan:
        return enrichment(dialogue, known, _wishes(only, overwrite, Decisions.load(survey.folder)))

    plan, failed = asked(session, survey.config, dialogue, decide, offline=offline, refresh=refresh)
    accept = _accepted(wishes.overwrite, upgrade=upgrade)
    if interactive:
        plan, accept = choose(session, survey, plan, accept, again)
    _summary(session, plan, accept, interactive=interactive)
    codes = [*([UNANSWERED] if failed else []), *([FINDINGS] if session.leaves_out else [])]
    return settle(session, survey, plan, writing, accept=accept, codes=codes)


def _named(survey: Survey, keys: tuple[str, ...]) -> tuple[Paper, ...]:
    """Return the papers of `keys`, all where none is named.

    Raises:
        InputError: With every key that is no entry.
    """
    if not keys:
        return tuple(paper for paper in survey.papers if paper.type.lower() not in {"xdata", "set"})
    return tuple(survey.named(keys))


def _sources(survey: Survey, named: tuple[str, ...]) -> tuple[str, ...]:
    from bib2awesome import plugins  # noqa: PLC0415 - start-up

    registry = plugins.load("sources")
    for name in named:
        registry.find(name)
    return named or survey.config.enrich.sources


def _wishes(only: str | None, overwrite: tuple[str, ...], decisions: Decisions) -> Wishes:
    from bib2awesome.enrich.decision import Wishes  # noqa: PLC0415 - start-up

    return Wishes(
        fields=None if only is None else _named_fields("--only", only),
        overwrite=_named_fields("--overwrite", ",".join(overwrite)) if overwrite else (),
        rejected=decisions.rejected,
        chosen=decisions.chosen,
    )


def _named_fields(option: str, text: str) -> frozenset[str]:
    """Return the fields that an option names.

    Raises:
        click.UsageError: None, or one that `enrich` fills in in no entry.
    """
    from bib2awesome.enrich.values import FIELDS_OF  # noqa: PLC0415 - start-up
    from bib2awesome.nearest import did_you_mean  # noqa: PLC0415

    names = frozenset(name.strip().lower() for name in text.split(",") if name.strip())
    if not names:
        raise click.UsageError(f"`{option}` names no field")
    known = sorted({"journaltitle", "date"}.union(*FIELDS_OF.values()))
    unknown = sorted(names - {*known})
    if unknown:
        hint = did_you_mean(unknown[0], known)
        raise click.UsageError(f"`{option}`: no service fills in `{unknown[0]}`; {hint}")
    return names


def _accepted(overwrite: Collection[str], *, upgrade: bool) -> Accept:
    """Return which changes are written unasked: what is missing, and what the user wanted replaced."""

    def accepted(change: Change) -> bool:
        if change.group is not None:
            return upgrade
        return change.action != "replace" or change.field in overwrite

    return accepted


def _forgotten(
    survey: Survey, papers: tuple[Paper, ...], decisions: Decisions, *, dry: bool
) -> Decisions:
    """Forget the decisions on `papers`: nothing was said no to, nothing chosen."""
    from bib2awesome.papers.decisions import RECONSIDERED, Decision, Decisions  # noqa: PLC0415

    if not dry:
        old = [paper.key for paper in papers if paper.key in decisions]
        Decisions.append(survey.folder, [Decision(key, None, RECONSIDERED, None) for key in old])
    return Decisions()


_SHOWN = 20


def _summary(session: Session, plan: Plan, accept: Accept, *, interactive: bool) -> None:
    """Say what is left to the author: upgrades, candidates, what has no DOI or was not asked."""
    from bib2awesome.cli.asking import unasked_lines  # noqa: PLC0415 - start-up
    from bib2awesome.cli.interactive import candidate_lines  # noqa: PLC0415

    talk = session.report.talk
    left = [change for change in plan.changes if not accept(change)]
    published = {} if interactive else {c.key: c for c in left if c.group}
    for key, change in published.items():
        talk(f"{key}: has been published ({change.url}); write it with --upgrade")
    for change in left:
        if change.group is None and not interactive:
            why = ", ".join(change.reasons)
            talk(
                f"{change.key}: {why}: {change.new_text}; write it with --overwrite {change.field}"
            )
    for one in plan.ambiguous:
        talk(f"{one.key}: {one.reason}")
        for candidate in one.candidates:
            for line in candidate_lines("-", candidate):
                talk(line)
    if plan.ambiguous and not interactive:
        papers = "1 paper" if len(plan.ambiguous) == 1 else f"{len(plan.ambiguous)} papers"
        talk(f"{papers} not certain: `enrich --interactive` asks which of the candidates it is")
    absent = [one.key for one in plan.absent]
    if absent:
        more = f" and {len(absent) - _SHOWN} more" if len(absent) > _SHOWN else ""
        talk(f"no DOI found for {len(absent)}: {', '.join(absent[:_SHOWN])}{more}")
    for line in unasked_lines(plan.unasked):
        talk(line)
