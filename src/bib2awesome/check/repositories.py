"""The repositories that a survey links to, and what became of them: for the rules of `check/online/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bib2awesome.check.base import Checked
from bib2awesome.check.services import linked, services_of
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.identifiers import repository_of
from bib2awesome.papers.paper import Paper
from bib2awesome.sources.base import Absent, Found

__all__ = ["Repository", "each_once", "repositories", "tell_unasked"]


class Repository(NamedTuple):
    """A repository on GitHub and what is known of it.

    Attributes:
        paper: The paper that links to it.
        field: The field with the link.
        name: Owner and name, as in the link.
        new: Where it is now; None where it did not move.
        archived: Whether it is read-only.
        gone: Whether there is none, or none for the public.
        unasked: Why nothing is known; "" where something is.
    """

    paper: Paper
    field: str
    name: str
    new: str | None = None
    archived: bool = False
    gone: bool = False
    unasked: str = ""


def repositories(checked: Checked) -> Iterator[Repository]:
    """Yield each link to a repository with what GitHub said, without those it was not asked about."""
    services = services_of(checked)
    for paper in services.papers:
        for field, url in linked(paper):
            name = repository_of(url)
            answer = services.repositories.get(name.lower()) if name else None
            if name is None or answer is None:
                continue
            found = Repository(paper, field, name)
            if isinstance(answer, Found):
                record = answer.records[0]
                now = repository_of(record.code or "") or name
                moved = now.lower() != name.lower()
                yield found._replace(
                    new=record.code if moved else None, archived=record.archived is True
                )
            elif isinstance(answer, Absent):
                yield found._replace(gone=True)
            elif not answer.expected:
                yield found._replace(unasked=answer.reason)


def each_once(found: Iterable[Repository]) -> Iterator[Repository]:
    """Yield the repositories of each entry once: a tool's `url` is its `code`, too."""
    seen = set()
    for one in found:
        about = one.paper.key, one.name.lower()
        if about not in seen:
            seen.add(about)
            yield one


def tell_unasked(one: Repository) -> Iterator[Unasked]:
    """Yield that a repository could not be looked up, where that is so."""
    if one.unasked:
        yield Unasked(key=one.paper.key, source="github", reason=one.unasked)
