"""What is decided about one paper: what is written into which field, and what is listed for its author."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bib2awesome.bib.entry import fold
from bib2awesome.enrich.choosing import Choice, choose
from bib2awesome.enrich.judging import POINTERS, Candidate, judged, venue_of
from bib2awesome.enrich.questions import posted_doi, publication_doi, rule_doi
from bib2awesome.enrich.repositories import moved_repository, repository_state
from bib2awesome.enrich.upgrade import upgrade
from bib2awesome.enrich.values import dialect, fields_of, said_otherwise, values_of
from bib2awesome.errors import InputError
from bib2awesome.papers.authorship import overlap
from bib2awesome.papers.changes import Absent, Ambiguous, Change, Conflict, Unasked
from bib2awesome.papers.decisions import BY_AUTHOR, candidate_id
from bib2awesome.papers.entry_text import value_of
from bib2awesome.papers.new_entry import tex_name
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import AMBIGUOUS, DIFFERENT, SAME, Match, work_of
from bib2awesome.sources import base
from bib2awesome.sources.base import Answer, Found, Record

__all__ = ["Decision", "Findings", "Wishes"]

_ABOUT_CODE = frozenset(("huggingface", "github"))
RULE = "rule"
"""The source of what follows from an identifier alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user asked for.

    Attributes:
        fields: The fields to fill in; None is all.
        overwrite: Fields that are replaced where something else was found.
        rejected: Whether the author has said no to a value: key, field, value.
        chosen: The candidate that the author has chosen for a key: by its DOI (field `doi`), else by
            its address (field None).
    """

    fields: Collection[str] | None = None
    overwrite: Collection[str] = ()
    rejected: Callable[[str, str | None, str | None], bool] = lambda *_: False
    chosen: Callable[[str, str | None], str | None] = lambda *_: None


@dataclass(slots=True)
class Findings:
    """What one paper comes to."""

    changes: list[Change] = field(default_factory=list)
    ambiguous: list[Ambiguous] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)
    unasked: list[Unasked] = field(default_factory=list)


class Decision:
    """One paper and what was said about it.

    Args:
        paper: A usable entry.
        answers: In the order in which they were asked for.
        wishes: What the user wants.
    """

    def __init__(self, paper: Paper, answers: Sequence[Answer], wishes: Wishes) -> None:
        self.paper = paper
        self.entry = work_of(paper)
        self.answers = answers
        self.wishes = wishes
        self.out = Findings()
        self.confirmed: set[str] = set()
        """The fields that say what a record says, and no later record replaces."""
        self.records = [
            one
            for answer in answers
            if isinstance(answer, Found) and answer.source not in POINTERS
            for one in answer.records
        ]

    def run(self) -> Findings:
        """Decide, once."""
        self.out.unasked += dict.fromkeys(
            Unasked(key=self.paper.key, source=answer.source, reason=answer.reason)
            for answer in self.answers
            if isinstance(answer, base.Unasked) and not answer.expected
        )
        own = publication_doi(self.paper)
        if own:
            self._with_doi(own)
        else:
            self._without_doi()
        posted = posted_doi(self.paper)
        if posted and not any(change.group for change in self.out.changes):
            self._with_doi(posted)
        self._preprint_fields()
        self._repository()
        return self.out

    def _with_doi(self, doi: str) -> None:
        """Fill in what the record of the entry's own DOI says, if it is the record of this paper."""
        found = [record for record in self.records if record.doi == doi]
        for record in found:
            match = self._verified(record)
            if match.verdict == DIFFERENT:
                self._of_another("doi", "the DOI", doi, Candidate(record, match))
            elif match.verdict == AMBIGUOUS:
                self._list("the DOI leads to a record that differs", [Candidate(record, match)])
            else:
                self._fill(Candidate(record, match))
            return

    def _verified(self, record: Record) -> Match:
        if not self.entry.title:  # nothing but an identifier to go by
            return Match(SAME, 0.9, ("same DOI", "no title to compare"))
        return judged(self.entry, record)

    def _without_doi(self) -> None:
        ruled = rule_doi(self.paper)
        if ruled and not self.paper.is_preprint and self._by_rule(ruled):
            return
        entry = self.entry._replace(doi=None)
        choice = self._chosen() or choose(entry, self.records)
        if choice.record is None and choice.candidates:
            self._list(choice.doubt, choice.candidates)
        elif choice.record is None or not choice.record.record.doi:
            self._absent()
        if choice.record is None:
            return
        if self.paper.is_preprint:
            self._upgrade(choice.record)
        elif choice.record.record.doi:
            self._fill(choice.record)
            self._supplement(choice.record.record.doi)
        else:
            self._fill(choice.record)

    def _chosen(self) -> Choice | None:
        """Return the record that the author chose, if it is among those that were found."""
        for record in self.records:
            field, value = candidate_id(record.doi, record.url)
            if value and self.wishes.chosen(self.paper.key, field) == value:
                return Choice(Candidate(record, Match(SAME, 1.0, (BY_AUTHOR,))))
        return None

    def _upgrade(self, candidate: Candidate) -> None:
        value = candidate.record.doi or venue_of(candidate.record)
        if not self._wanted("doi") or self.wishes.rejected(self.paper.key, None, value):
            return
        doi = candidate.record.doi
        others = [one for one in self.records if doi and one.doi == doi]
        try:
            for record in (candidate.record, *others):
                if changes := upgrade(self.paper, candidate._replace(record=record)):
                    self.out.changes += changes
                    return
        except InputError as error:
            self._conflict(value, candidate.record, f"unwritable value: {error}")

    def _by_rule(self, doi: str) -> bool:
        """Take the DOI that an ACL Anthology id stands for, unless a record of it is another work."""
        url = f"https://doi.org/{doi}"
        for record in self.records:
            if record.doi == doi:
                match = judged(self.entry._replace(doi=doi), record)
                if match.verdict == DIFFERENT:
                    self._conflict(doi, record, "the rule's DOI is of another work")
                    return True
                match = Match(
                    SAME, max(match.score, 0.9), ("by the Anthology's rule", *match.reasons)
                )
                self._fill(Candidate(replace(record, source=RULE), match), only={"doi"})
                self._fill(Candidate(record, match))
                return True
        asked = [answer for answer in self.answers if answer.query.value == doi]
        if any(isinstance(answer, base.Absent) for answer in asked):
            return False
        record = Record(source=RULE, url=url, doi=doi)
        self._fill(Candidate(record, Match(SAME, 0.95, ("by the Anthology's rule",))), only={"doi"})
        return True

    def _conflict(self, found: str, record: Record, reason: str, name: str = "doi") -> None:
        self.out.conflicts.append(
            Conflict(
                key=self.paper.key,
                field=name,
                found=found,
                source=record.source,
                url=record.url,
                reason=f"{reason}: {record.title}",
            )
        )

    def _of_another(self, name: str, what: str, have: str | None, other: Candidate) -> None:
        """Note that an identifier of the entry leads to the record of another work."""
        self.out.conflicts.append(
            Conflict(
                key=self.paper.key,
                field=name,
                have=have,
                found=other.record.title,
                source=other.record.source,
                url=other.record.url,
                reason=f"{what} is of another work: {', '.join(other.match.reasons)}",
            )
        )

    def _supplement(self, doi: str) -> None:
        """Take from other records of the accepted DOI what the first did not say."""
        for record in self.records:
            if record.doi == doi:
                match = judged(self.entry._replace(doi=doi), record)
                if match.verdict == SAME:
                    self._fill(Candidate(record, match))

    def _fill(self, candidate: Candidate, *, only: Collection[str] | None = None) -> None:
        values = values_of(self.paper, candidate.record)
        if only is not None and "doi" in only and candidate.record.doi:
            values["doi"] = candidate.record.doi
        done = self.confirmed | {change.field for change in self.out.changes}
        for name, tex in values.items():
            if (only is None or name in only) and dialect(self.paper, name) not in done:
                self._put(name, tex, candidate)

    def _put(self, name: str, tex: str, candidate: Candidate, *, proposed: bool = False) -> None:
        """Plan one value: a missing field is set, a filled one replaced only on request.

        `proposed` plans the replacement unasked: the command writes it only where that was wanted.
        """
        name = dialect(self.paper, name)
        if not self._wanted(name) or self.wishes.rejected(self.paper.key, name, tex):
            return
        own = self.paper.entry.field(name)
        old = self.paper.document.text(*own.value_span) if own else None
        now = self.paper.tex(name).strip()
        if now and fold(now) == fold(tex):
            self.confirmed.add(name)
            return
        overwrite = name in self.wishes.overwrite
        if now and not ((overwrite or proposed) and own):
            return
        if not now and said_otherwise(self.paper, name):
            return
        try:
            new = value_of(self.paper.document, name, tex)
        except InputError as error:
            self._conflict(tex, candidate.record, f"unwritable value: {error}", name)
            return
        self.out.changes.append(
            Change(
                key=self.paper.key,
                action="replace" if now else "set",
                field=name,
                old=old,
                new=new,
                old_text=self.paper.text(name) or None,
                new_text=tex,
                source=candidate.record.source,
                url=candidate.record.url,
                score=candidate.match.score,
                reasons=candidate.match.reasons,
            )
        )

    def _wanted(self, name: str) -> bool:
        return self.wishes.fields is None or name in self.wishes.fields

    def _preprint_fields(self) -> None:
        """Fill in what the preprint's own records say: code, and title, authors and year if missing."""
        allowed = {"code"} | ({"title", "author", "year"} if self.paper.is_preprint else set())
        for record in self.records:
            if record.source in {"arxiv", "huggingface"} and record.arxiv == self.paper.arxiv:
                match = self._verified(record)
                if match.verdict == SAME:
                    self._fill(
                        Candidate(record, match),
                        only=allowed & fields_of(self.paper.type) | {"code"},
                    )
                elif record.source == "arxiv" and not self._by_them(record):
                    have = self.paper.arxiv
                    self._of_another("eprint", "the arXiv id", have, Candidate(record, match))

    def _by_them(self, record: Record) -> bool:
        """Whether the authors agree: then a preprint was only renamed when it was published."""
        return overlap(self.paper.authors, map(tex_name, record.authors)).all

    def _repository(self) -> None:
        """Propose where a repository that has moved is now, and report one that is archived or gone."""
        for answer in self.answers:
            if answer.source == "github":
                self.out.conflicts += repository_state(self.paper, answer)
                if moved := moved_repository(self.paper, answer):
                    self._put("code", moved[0], moved[1], proposed=True)

    def _list(self, reason: str, candidates: Iterable[Candidate]) -> None:
        fresh = [
            one
            for one in candidates
            if not self.wishes.rejected(
                self.paper.key, *candidate_id(one.record.doi, one.record.url)
            )
        ]
        if fresh and self._wanted("doi"):
            listed = tuple(one.as_json() for one in fresh)
            self.out.ambiguous.append(
                Ambiguous(key=self.paper.key, field="doi", reason=reason, candidates=listed)
            )

    def _absent(self) -> None:
        """Say who has no DOI for the paper, where everybody could be asked."""
        asked = [answer for answer in self.answers if answer.source not in _ABOUT_CODE]
        if self.paper.doi:
            return
        if asked and self._wanted("doi") and not any(isinstance(a, base.Unasked) for a in asked):
            sources = tuple(dict.fromkeys(answer.source for answer in asked))
            self.out.absent.append(Absent(key=self.paper.key, field="doi", sources=sources))
