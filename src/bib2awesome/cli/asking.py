"""Ask the services for a command: progress for a terminal, plain lines elsewhere, warnings once."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from bib2awesome.cli.session import Session
from bib2awesome.config import Config
from bib2awesome.enrich.questions import Asked, Dialogue
from bib2awesome.papers import changes
from bib2awesome.sources.ask import Client, Progress
from bib2awesome.sources.base import Answer, Unasked
from bib2awesome.sources.pages import PAGE

__all__ = ["answers_to", "asked", "asking", "unasked_lines"]

_EVERY = 10.0
"""Seconds between two lines of progress where there is no terminal."""


@contextmanager
def asking(
    session: Session, config: Config, *, offline: bool = False, refresh: bool = False
) -> Iterator[tuple[Client, Progress | None]]:
    """Give a client and what shows its progress; afterwards say what it warns of.

    Args:
        session: The way out.
        config: Where the services are.
        offline: Ask nobody: only what is remembered.
        refresh: Ask again what is remembered.
    """
    with Client(config, offline=offline, refresh=refresh) as client, _progress(session) as progress:
        yield client, progress
        for warning in client.warnings:
            session.report.talk(f"warning: {warning}")


def asked(
    session: Session,
    config: Config,
    dialogue: Dialogue,
    decide: Callable[[Mapping[Asked, Answer]], changes.Plan],
    *,
    offline: bool = False,
    refresh: bool = False,
) -> tuple[changes.Plan, bool]:
    """Return what `decide` makes of the answers to a dialogue, and whether one could not be had.

    Args:
        session: The way out.
        config: Where the services are.
        dialogue: What to ask, and what to ask on; those of its services that lack a key are left out.
        decide: Makes a plan of the answers.
        offline: As of `asking`.
        refresh: As of `asking`.

    That no DOI exists is remembered as a conclusion: what it was drawn from then holds for longer. About
    a preprint nothing is concluded, because it may be published tomorrow.
    """
    with asking(session, config, offline=offline, refresh=refresh) as (client, progress):
        ready = {name for name in dialogue.sources if client.missing(name) is None}
        dialogue.sources = ready
        answers = client.ask(dialogue.begin(), then=dialogue.then, progress=progress)
        failed = any(isinstance(one, Unasked) and not one.expected for one in answers.values())
        plan = decide(answers)
        absent = {one.key for one in plan.absent}
        for paper in dialogue.papers:
            if paper.key in absent and not paper.is_preprint:
                client.conclude_absent(dialogue.search_for(paper))
        return replace(plan, requests=dict(client.requests)), failed


def answers_to(
    session: Session, config: Config, wanted: list[Asked], then: Callable[[Answer], Iterable[Asked]]
) -> tuple[Mapping[Asked, Answer], Mapping[str, int]]:
    """Return the answers to single questions and to what follows from them, and the requests by service.

    Args:
        session: The way out.
        config: Where the services are, and which of them are asked.
        wanted: The questions; one to `PAGE` reads a page.
        then: Takes an answer and gives what to ask on.
    """
    if not wanted:
        return {}, {}
    with asking(session, config) as (client, progress):
        sources = {name for name in config.enrich.sources if client.missing(name) is None}

        def following(answer: Answer) -> Iterable[Asked]:
            return [one for one in then(answer) if one[0] in sources]

        ready = [one for one in wanted if one[0] in sources]
        answers: dict[Asked, Answer] = {}
        for asked in wanted:
            if asked[0] == PAGE:
                answers[asked] = client.page(asked[1].value)
                ready += following(answers[asked])
        answers |= client.ask(ready, then=following, progress=progress)
        return answers, dict(client.requests)


def unasked_lines(unasked: Iterable[changes.Unasked]) -> Iterator[str]:
    """Yield a line for each service that could not be asked, with the reason and about how many papers."""
    reasons: dict[tuple[str, str], set[str]] = {}
    for one in unasked:
        reasons.setdefault((one.source, one.reason), set()).add(one.key)
    for (source, reason), keys in reasons.items():
        papers = "1 paper" if len(keys) == 1 else f"{len(keys)} papers"
        yield f"{source} could not be asked about {papers}: {reason}"


@contextmanager
def _progress(session: Session) -> Iterator[Progress | None]:
    """Show how far each service is: bars on a terminal, elsewhere a plain line now and then."""
    if session.report.verbosity < 0:
        yield None
        return
    if not sys.stderr.isatty():
        counts: dict[str, tuple[int, int]] = {}
        told = time.monotonic()

        def counted(source: str, done: int, of: int) -> None:
            nonlocal told
            counts[source] = done, of
            if time.monotonic() - told >= _EVERY:
                told = time.monotonic()
                said = (f"{name} {some} of {all_}" for name, (some, all_) in counts.items())
                session.report.talk(f"answered: {', '.join(said)}")

        yield counted
        for source, (done, of) in counts.items():
            session.report.detail(f"{source}: {done} of {of} answered")
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def shown(source: str, done: int, of: int) -> None:
            if source not in tasks:
                tasks[source] = bars.add_task(source, total=of)
            bars.update(tasks[source], completed=done, total=of)  # type: ignore[arg-type]

        yield shown
