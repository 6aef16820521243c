"""Ask the services for a command: progress for a terminal, plain lines elsewhere, warnings once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from bib2awesome.cli.session import Session
from bib2awesome.config import Config
from bib2awesome.enrich.questions import Asked, Dialogue
from bib2awesome.sources.ask import Client, Progress
from bib2awesome.sources.base import Answer, Unasked

__all__ = ["answers_to", "asked"]


def asked(
    session: Session,
    config: Config,
    dialogue: Dialogue,
    *,
    offline: bool = False,
    refresh: bool = False,
) -> tuple[Mapping[Asked, Answer], Mapping[str, int], bool]:
    """Return the answers to a dialogue, the requests by service, and whether one was left unasked."""
    with Client(config, offline=offline, refresh=refresh) as client, _progress(session) as progress:
        ready = {name for name in dialogue.sources if client.missing(name) is None}
        dialogue.sources = ready
        answers = client.ask(dialogue.begin(), then=dialogue.then, progress=progress)
        for warning in client.warnings:
            session.report.talk(f"warning: {warning}")
        failed = any(isinstance(one, Unasked) and not one.expected for one in answers.values())
        return answers, dict(client.requests), failed


def answers_to(
    session: Session, config: Config, wanted: list[Asked], then: Callable[[Answer], Iterable[Asked]]
) -> tuple[Mapping[Asked, Answer], Mapping[str, int]]:
    """Return the answers to single questions and to what follows from them, and the requests by service."""
    if not wanted:
        return {}, {}
    with Client(config) as client, _progress(session) as progress:
        sources = {name for name in config.enrich.sources if client.missing(name) is None}

        def following(answer: Answer) -> Iterable[Asked]:
            return [one for one in then(answer) if one[0] in sources]

        ready = [one for one in wanted if one[0] in sources]
        answers = client.ask(ready, then=following, progress=progress)
        for warning in client.warnings:
            session.report.talk(f"warning: {warning}")
        return answers, dict(client.requests)


@contextmanager
def _progress(session: Session) -> Iterator[Progress | None]:
    """Show how far each service is: bars on a terminal, elsewhere a line when it has answered all."""
    if session.report.verbosity < 0:
        yield None
        return
    if not sys.stderr.isatty():
        last: dict[str, tuple[int, int]] = {}
        yield lambda source, done, of: last.__setitem__(source, (done, of))
        for source, (done, of) in last.items():
            session.report.detail(f"{source}: {done} of {of} answered")
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def shown(source: str, done: int, of: int) -> None:
            task = (
                tasks.setdefault(source, bars.add_task(source))
                if source not in tasks
                else tasks[source]
            )
            bars.update(task, completed=done, total=of)  # type: ignore[arg-type]

        yield shown
