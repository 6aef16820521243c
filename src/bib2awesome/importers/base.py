"""What an importer is: files of one kind in, a plan for the survey out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey

__all__ = ["Importer", "Input", "name_file"]


class Input(NamedTuple):
    """A file to import: how messages name it, and its bytes."""

    name: str
    data: bytes


def name_file(records: Iterable[dict[str, Any]], name: str) -> None:
    """Say in records of several files, `not_understood` or `notes`, of which one they are that name none yet."""
    for one in records:
        one.setdefault("file", name)


class Importer(Protocol):
    """A module of this room, or what an entry point of `bib2awesome.importers` names."""

    suffixes: tuple[str, ...]
    """The ends of file names that it reads, in lower case: `(".md", ".markdown")`."""
    help: str
    """What it reads, as a phrase for the documentation."""

    def plan(self, survey: Survey, inputs: Sequence[Input]) -> Plan:
        """Return what the files would change in the survey; `command` is `import`.

        Raises:
            InputError: A file cannot be read, or holds nothing to import.
        """
