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
from bib2awesome.papers.decisions import (
    BY_AUTHOR,
    CHOSEN,
    REJECTED,
    Decision,
    Decisions,
    candidate_id,
)
from bib2awesome.papers.survey import Survey

__all__ = ["answer_to", "candidate_lines", "choose"]

_NAMED = 3
_WIDTH = 79

Accept = Callable[[Change], bool]


def choose(
    session: Session, survey: Survey, plan: Plan, accept: Accept, again: Callable[[], Plan]
) -> tuple[Plan, Accept]:
    """Ask about what is not written unasked and about candidates; Return keeps things as they are.

    Args:
        session: Where to ask.
        survey: Whose decisions these are.
        plan: What was found.
        accept: Which of its changes are written unasked.
        again: Makes the plan anew, with the decisions that are there by then.

    Returns:
        The plan with what follows from what was chosen, and which of its changes are accepted.
    """
    decided: list[Decision] = []
    wanted: set[tuple[str, str | None]] = set()
    try:
        left = [change for change in plan.changes if not accept(change)]
        for about in dict.fromkeys((change.key, change.group) for change in left):
            if _proposal(session, [c for c in left if (c.key, c.group) == about], decided):
                wanted.add(about)
        for one in plan.ambiguous:
            _candidate(session, survey, one, decided)
    finally:
        if decided:
            Decisions.append(survey.folder, decided)
    chosen = {one.key for one in decided if one.decision == CHOSEN}
    if chosen:
        plan = replace(again(), requests=plan.requests)

    def accepted(change: Change) -> bool:
        follows = change.key in chosen and BY_AUTHOR in change.reasons
        return accept(change) or (change.key, change.group) in wanted or follows

    return plan, accepted


def answer_to(question: str, letters: str, numbers: int = 0) -> str:
    """Return a number up to `numbers`, or one of `letters`, the last one for Return; ask until it is one."""
    while True:
        said = click.prompt(question, default=letters[-1], err=True, show_default=False)
        said = said.strip().lower()
        if said in map(str, range(1, numbers + 1)):
            return said
        if said and said[0] in letters:
            return said[0]


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
    answer = answer_to("Write this? [y]es, [n]ever, [l]ater", "ynl")
    if answer == "n":
        texts = {change.field: change.new_text for change in changes}
        venue = texts.get("doi") or texts.get("journal") or texts.get("booktitle")
        refused = [(None, venue)] if first.group else [*texts.items()]
        decided += [
            Decision(first.key, field, REJECTED, value, first.source, first.url)
            for field, value in refused
        ]
    return answer == "y"


def _candidate(session: Session, survey: Survey, one: Ambiguous, decided: list[Decision]) -> None:
    """Ask which of several records a paper is."""
    paper = survey.paper(one.key)
    if paper is None or paper.tex("doi"):
        return
    session.report.always(f"\n{one.key}: {visible(paper.title)}\n{visible(one.reason)}\n")
    for number, candidate in enumerate(one.candidates, 1):
        for line in candidate_lines(str(number), candidate):
            session.report.always(f"{visible(line)}\n")
    question = "Which one? number, [n]one of them, [l]ater"
    answer = answer_to(question, "nl", len(one.candidates))
    if answer == "n":
        decided += [_about(one.key, REJECTED, candidate) for candidate in one.candidates]
    elif answer != "l":
        decided.append(_about(one.key, CHOSEN, one.candidates[int(answer) - 1]))


def _about(key: str, decision: str, candidate: Mapping[str, Any]) -> Decision:
    """Return a decision on a candidate, which its DOI stands for, else its address."""
    field, value = candidate_id(candidate["doi"], candidate["url"])
    return Decision(key, field, decision, value, candidate["source"], candidate["url"])


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
