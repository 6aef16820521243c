"""What to ask about each paper, and which of the answers are about it: for the rules of `check/online/`.

`enrich` asks what it needs in order to fill in; a check asks on where an identifier leads nowhere or to
another work, because then the work may still exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from bib2awesome.enrich.judging import judged, work_of_record
from bib2awesome.enrich.questions import Asked, Dialogue, publication_doi
from bib2awesome.papers.authorship import Overlap, overlap
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import (
    AMBIGUOUS,
    DIFFERENT,
    SAME,
    Match,
    same_venue,
    work_of,
    years_apart,
)
from bib2awesome.papers.title_likeness import Likeness, Relation, likeness
from bib2awesome.papers.titles import title_of
from bib2awesome.sources import base
from bib2awesome.sources.base import Absent, Answer, Found, Query, Record

__all__ = ["AS_WRITTEN", "FIELDS", "Inquiry", "Read", "Told", "equal_title"]

FIELDS = frozenset({"doi", "booktitle", "journal"})
"""What the questions are after: which record a paper is, and where it was published."""
AS_WRITTEN = frozenset({Relation.EQUAL, Relation.PART})
"""How a title agrees with a record's: the same, or without the subtitle."""
_HELD = frozenset({"article", "inproceedings", "conference", "incollection"})
"""Types of which the services hold nearly all works; of others only those that are preprints."""
_INDEXES = frozenset({"dblp", "openalex", "semanticscholar"})
"""Who knows works without a DOI: Crossref alone cannot tell that there is none."""
_NEAR = 1
_SIGNIFICANT = 3


class Inquiry(Dialogue):
    """The questions about each paper: as `enrich` asks them, and a search where an identifier misleads."""

    def _next(self, paper: Paper, answer: Answer) -> Iterator[Asked]:
        yield from super()._next(paper, answer)
        if answer.query != Query("doi", publication_doi(paper) or "") or answer.source == "doi":
            return
        last = answer.source == "datacite" or "datacite" not in self.sources
        if isinstance(answer, Absent) and last:
            yield "doi", answer.query
            yield from self._search(paper)
        elif isinstance(answer, Found):
            entry = work_of(paper)
            if all(judged(entry, record).verdict == DIFFERENT for record in answer.records):
                yield from self._search(paper)


class Read(NamedTuple):
    """One record beside a paper.

    `own` says that it is the record of an identifier that the entry names; `venue` whether both name the
    same venue (None: cannot be told), `years` how many years are between them (None: not stated).
    """

    record: Record
    match: Match
    title: Likeness
    authors: Overlap
    venue: bool | None
    years: int | None
    own: bool

    @property
    def near(self) -> bool:
        """Whether nothing is known to speak against the years and venues being one work's."""
        return self.venue is not False and (self.years is None or self.years <= _NEAR)


class Told:
    """What the services said about one paper.

    Args:
        paper: The paper.
        answers: In the order in which they were asked for.
    """

    def __init__(self, paper: Paper, answers: Sequence[Answer]) -> None:
        self.paper = paper
        self.answers = tuple(answers)
        self.entry = work_of(paper)

    @cached_property
    def failed(self) -> tuple[Unasked, ...]:
        """Who could not be asked although it was wanted."""
        return tuple(
            dict.fromkeys(
                Unasked(key=self.paper.key, source=answer.source, reason=answer.reason)
                for answer in self.answers
                if isinstance(answer, base.Unasked) and not answer.expected
            )
        )

    @property
    def whole(self) -> bool:
        """Whether everybody answered."""
        return not any(isinstance(answer, base.Unasked) for answer in self.answers)

    @cached_property
    def reads(self) -> tuple[Read, ...]:
        """Every record beside the paper; those of its own identifiers first, the likest first."""
        records = dict.fromkeys(
            record
            for answer in self.answers
            if isinstance(answer, Found)
            for record in answer.records
            if record.source != "doi"
        )
        found = [self._read(record) for record in records]
        found.sort(key=lambda read: (not read.own, -read.match.score, -read.title.ratio))
        return tuple(found)

    def _read(self, record: Record) -> Read:
        other = work_of_record(record)
        doi = publication_doi(self.paper)
        read = Read(
            record,
            judged(self.entry, record),
            self._likeness(record),
            overlap(self.entry.authors, other.authors),
            same_venue(self.entry, other),
            years_apart(self.entry, other),
            own=(doi is not None and record.doi == doi)
            or (record.arxiv is not None and record.arxiv == self.paper.arxiv),
        )
        if read.own and read.match.verdict == DIFFERENT and self._is_it(read):
            return read._replace(match=read.match._replace(verdict=SAME))
        return read

    def _likeness(self, record: Record) -> Likeness:
        """Compare the titles; a subtitle that only the record has is no difference, whatever it says."""
        own = title_of(self.entry.title)
        whole = likeness(own, title_of(record.whole_title))
        bare = likeness(own, title_of(record.title)) if record.subtitle else whole
        if whole.relation not in AS_WRITTEN and bare.relation in AS_WRITTEN:
            return bare._replace(relation=Relation.PART)
        return whole

    def _is_it(self, read: Read) -> bool:
        """Whether an own identifier's record is what the entry says, though no paper that `enrich` would take.

        The entry cites a notice itself, or leaves out a subtitle that sounds like one ("Comment on …").
        """
        as_written = read.title.relation in AS_WRITTEN
        return as_written and (read.authors.enough or not read.authors.known)

    @cached_property
    def misled(self) -> tuple[Read, ...]:
        """The records of the entry's own identifiers that are other works."""
        if not self.entry.title:
            return ()
        others = [
            read
            for read in self.reads
            if read.own
            and read.match.verdict == DIFFERENT
            and (read.record.notice_of or (read.record.title and read.record.type != "none"))
        ]
        # who did not answer might say that people of these names wrote the one as the other
        return tuple(
            read
            for read in others
            if not self._renamed(read) and (self.whole or not read.authors.enough)
        )

    def _renamed(self, read: Read) -> bool:
        """Whether it is the title that differs: of a preprint, or where another identifier agrees."""
        another = any(one.own and one.match.verdict != DIFFERENT for one in self.reads)
        preprint = read.record.type == "preprint" and read.authors.all
        return preprint or (another and read.authors.enough)

    @cached_property
    def found(self) -> tuple[Read, ...]:
        """The records that are this paper, or may be."""
        return tuple(read for read in self.reads if read.match.verdict != DIFFERENT)

    def about(self, differs: Callable[[Read], bool]) -> Iterator[Read]:
        """Yield the records that are this paper, or differ from it in nothing but what `differs` allows."""
        for read in self.found:
            sure = read.own or read.match.verdict == SAME
            if sure or (read.match.verdict == AMBIGUOUS and differs(read)):
                yield read

    def dead(self, scheme: str) -> bool:
        """Whether nobody has what the paper's own identifier of a scheme (`doi`, `arxiv`) names."""
        own = publication_doi(self.paper) if scheme == "doi" else self.paper.arxiv
        return any(
            isinstance(answer, Absent)
            and answer.source == scheme  # doi.org has the last word on DOIs, arXiv on its ids
            and answer.query == Query(scheme, own or "")
            for answer in self.answers
        )

    @property
    def lost(self) -> bool:
        """Whether no answer is about the paper, though it is one of those that the services hold."""
        held = self.paper.type.lower() in _HELD or self.paper.is_preprint
        return held and not self.misled and not any(map(_may_be, self.found))

    @property
    def unknown(self) -> bool:
        """Whether all who could know the work were asked, and none does: the work, or a repost of it."""
        if not self.lost:
            return False
        reposted = any(equal_title(read) and read.authors.enough for read in self.reads)
        answered = {answer.source for answer in self.answers}
        complete = self.whole and "crossref" in answered and bool(_INDEXES & answered)
        return self.searched is not None and complete and not reposted

    @cached_property
    def searched(self) -> Query | None:
        """The search for the paper's title, None where an identifier was enough."""
        return next((one.query for one in self.answers if one.query.scheme == "title"), None)


def _may_be(read: Read) -> bool:
    """Whether a record is not another work that only has a similar title, at another place or time."""
    sure = read.own or read.match.verdict == SAME
    return sure or read.near or read.title.relation is not Relation.CLOSE


def equal_title(read: Read) -> bool:
    """Whether the titles are equal, and long enough to say something."""
    significant = title_of(read.record.whole_title).significant
    return read.title.relation is Relation.EQUAL and significant > _SIGNIFICANT
