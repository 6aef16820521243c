"""What the rules of `check/online/` say about records, and what they do with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bib2awesome.bib.names import display_name
from bib2awesome.check.base import Checked, Problem, own_values
from bib2awesome.check.inquiry import Read, Told
from bib2awesome.check.services import services_of
from bib2awesome.enrich.judging import venue_of
from bib2awesome.enrich.questions import publication_doi
from bib2awesome.papers.changes import Change, Unasked
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.new_entry import tex_name
from bib2awesome.papers.paper import Paper
from bib2awesome.sources.base import Record

__all__ = ["credited", "described", "differences", "field_of", "overwriting"]

_NAMED = 3
_LONGEST = 300


def described(record: Record) -> str:
    """Return a record in words, with where a person can look at it."""
    names = [display_name(tex_name(name)) for name in record.authors]
    people = ", ".join(names[:_NAMED]) + (" and others" if len(names) > _NAMED else "")
    where = " ".join(filter(None, (venue_of(record), str(record.year or ""))))
    about = "; ".join(filter(None, (people, where)))
    title = record.whole_title
    title = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
    return f"“{title}”{f' ({about})' if about else ''}, {record.url}"


def field_of(paper: Paper, scheme: str) -> str | None:
    """Return the field in which the entry names its DOI or arXiv id; None where it is not its own."""
    own = own_values(paper)
    value = publication_doi(paper) if scheme == "doi" else paper.arxiv
    first = ("doi",) if scheme == "doi" else ("eprint",)
    for name in (*first, *own):
        found = {one.value for one in identify(own.get(name, "")) if one.scheme == scheme}
        if value in found or (name in first and own.get(name)):
            return name
    return None


def credited(changes: Sequence[Change], read: Read) -> tuple[Change, ...]:
    """Return changes with the record that they follow, for the survey's provenance."""
    record, match = read.record, read.match
    return tuple(
        replace(
            change, source=record.source, url=record.url, score=match.score, reasons=match.reasons
        )
        for change in changes
    )


def overwriting(told: Told, read: Read, field: str) -> str | None:
    """Return how to take a field from the record of the entry's own DOI; None for another record's."""
    doi = publication_doi(told.paper)
    if doi is None or read.record.doi != doi:
        return None
    return f"`bib2awesome enrich {told.paper.key} --overwrite {field}` takes the record's"


def differences(
    checked: Checked,
    agrees: Callable[[Told, Read], bool | None],
    differs: Callable[[Read], bool],
    problem: Callable[[Told, Read], Problem],
) -> Iterator[Problem | Unasked]:
    """Yield what is wrong with a field that no record of a paper agrees with, though one says another value.

    A value that the author said no to is not said again.

    Args:
        checked: What is checked.
        agrees: Whether a record agrees with the paper; None where it does not say.
        differs: Whether a record that is not certain to be the paper differs from it in this field alone.
        problem: Says so.
    """
    rejected = services_of(checked).decisions.rejected
    for told in services_of(checked).told:
        verdicts = [(read, agrees(told, read)) for read in told.about(differs)]
        if any(verdict for _, verdict in verdicts):
            continue
        other = next((read for read, verdict in verdicts if verdict is False), None)
        if other is not None and told.whole:
            found = problem(told, other)
            changes = found.fix.changes if found.fix else ()
            if not any(rejected(one.key, one.field, one.new_text) for one in changes):
                yield found
        else:  # who did not answer might agree with the entry
            yield from told.failed
