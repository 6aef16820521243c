"""The author decides: about every upgrade, and among candidates; what was decided is remembered."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import click

from bib2awesome.cli.session import Session
from bib2awesome.errors import visible
from bib2awesome.papers.changes import Ambiguous, Change, Plan
from bib2awesome.papers.decisions import CHOSEN, REJECTED, Decision, Decisions
from bib2awesome.papers.entry_text import value_of
from bib2awesome.papers.survey import Survey

__all__ = ["candidate_lines", "choose"]

_NAMED = 3
_WIDTH = 79

Accept = Callable[[Change], bool]


def choose(session: Session, survey: Survey, plan: Plan, accept: Accept) -> tuple[Plan, Accept]:
    """Ask about what is not written unasked and about ambiguous DOIs; Return keeps things as they are.

    Returns:
        The plan with what was chosen, and which of its changes are accepted.
    """
    decided: list[Decision] = []
    wanted: set[tuple[str, str | None]] = set()
    try:
        left = [change for change in plan.changes if not accept(change)]
        for about in dict.fromkeys((change.key, change.group) for change in left):
            if _proposal(session, [c for c in left if (c.key, c.group) == about], decided):
                wanted.add(about)
        chosen: list[Change] = []
        rest: list[Ambiguous] = []
        for one in plan.ambiguous:
            change = _candidate(session, survey, one, decided)
            chosen += [change] if change else []
            rest += [] if change else [one]
    finally:
        if decided:
            Decisions.append(survey.folder, decided)
    plan = replace(plan, changes=(*plan.changes, *chosen), ambiguous=tuple(rest))
    return plan, lambda change: accept(change) or (change.key, change.group) in wanted


def _proposal(session: Session, changes: Sequence[Change], decided: list[Decision]) -> bool:
    """Ask about the changes of one entry that are not written unasked: an upgrade, or replacements."""
    first = changes[0]
    what = "has been published" if first.group else ", ".join(first.reasons)
    session.report.always(f"\n{first.key}: {visible(what)}: {first.url}\n")
    for change in changes:
        old = "" if change.old_text is None else f"{visible(change.old_text)} -> "
        session.report.always(
            f"  {change.field or 'type'}: {old}{visible(change.new_text or '(removed)')}\n"
        )
    answer = click.prompt(
        "Write this? [y]es, [n]ever, [l]ater", default="l", err=True, show_default=False
    )
    if answer.strip().lower().startswith("n"):
        texts = {change.field: change.new_text for change in changes}
        venue = texts.get("doi") or texts.get("journal") or texts.get("booktitle")
        refused = [(None, venue)] if first.group else [*texts.items()]
        decided += [
            Decision(first.key, field, REJECTED, value, first.source, first.url)
            for field, value in refused
        ]
    return bool(answer.strip().lower().startswith("y"))


def _candidate(
    session: Session, survey: Survey, one: Ambiguous, decided: list[Decision]
) -> Change | None:
    paper = survey.paper(one.key)
    listed = [candidate for candidate in one.candidates if candidate.get("doi")]
    if paper is None or not listed or paper.tex("doi"):
        return None
    session.report.always(f"\n{one.key}: {visible(paper.title)}\n{visible(one.reason)}\n")
    for number, candidate in enumerate(listed, 1):
        for line in candidate_lines(str(number), candidate):
            session.report.always(f"{visible(line)}\n")
    answer = click.prompt(
        "Which one? number, [n]one of them, [l]ater", default="l", err=True, show_default=False
    )
    answer = answer.strip().lower()
    if answer.startswith("n"):
        decided += [
            Decision(one.key, "doi", REJECTED, c["doi"], c["source"], c["url"]) for c in listed
        ]
    if not answer.isdigit() or not 1 <= int(answer) <= len(listed):
        return None
    picked = listed[int(answer) - 1]
    decided.append(Decision(one.key, "doi", CHOSEN, picked["doi"], picked["source"], picked["url"]))
    own = paper.entry.field("doi")
    return Change(
        key=one.key,
        action="set",
        field="doi",
        old=paper.document.text(*own.value_span) if own else None,
        new=value_of(paper.document, "doi", picked["doi"]),
        new_text=picked["doi"],
        source=picked["source"],
        url=picked["url"],
        score=picked["score"],
        reasons=("chosen by the author",),
    )


def candidate_lines(mark: str, candidate: Mapping[str, Any]) -> Iterator[str]:
    """Yield one candidate of a list: title, authors, venue and year, and below where to look at it.

    Lines are broken as a terminal of 80 columns needs it; `mark` is a number or a dash.
    """
    authors = ", ".join(candidate["authors"][:_NAMED]) + " …" * (len(candidate["authors"]) > _NAMED)
    place = f"{candidate['venue'] or '?'} {candidate['year'] or ''}".strip()
    text = " / ".join(filter(None, (candidate["title"], authors, place)))
    indent = " " * (len(mark) + 4)
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=f"  {mark}  ", subsequent_indent=indent, break_on_hyphens=False
    )
    where = f"https://doi.org/{candidate['doi']}" if candidate["doi"] else candidate["url"]
    yield f"{indent}{where}"
