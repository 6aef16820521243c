"""What `add` makes of requests: entries to add, works that are there, candidates to choose from."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence

from bib2awesome.bib.document import Document
from bib2awesome.bib.entry import fold
from bib2awesome.cli.interactive import answer_to, candidate_lines
from bib2awesome.cli.session import STANDARD_INPUT, Session
from bib2awesome.enrich.adding import Request, Resolved
from bib2awesome.enrich.values import facts_of
from bib2awesome.errors import Finding, InputError, Severity, visible
from bib2awesome.papers.changes import Ambiguous, Change, Plan, Unasked
from bib2awesome.papers.citation_keys import new_key
from bib2awesome.papers.entry_text import source_of
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.known import Hit, Known, traits_of
from bib2awesome.papers.new_entry import Facts, NewEntry, entry_of, tex_name
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import SAME, Work, work_of
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError
from bib2awesome.sources.base import Record

__all__ = ["Additions"]

_SHOWN = 10
_BIBTEX = re.compile(rb"^\s*@\s*\w+\s*[{(]", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?")


class Additions:
    """The entries that one run of `add` makes.

    Args:
        session: Where to say what is there already, and to ask.
        survey: What to add to.
        category: Id or path of the category for all of them, or None.

    Attributes:
        undecided: Whether candidates were listed and none was chosen.
        findings: What was found of nothing, and what is wrong in pasted BibTeX.

    Raises:
        InputError: There is no such category, or it is ambiguous.
    """

    def __init__(self, session: Session, survey: Survey, category: str | None) -> None:
        self._session = session
        self._survey = survey
        self._category = _category(survey, category)
        self._category_field = survey.config.survey.category_field.lower()
        self._known = Known(survey.papers)
        self._taken = {fold(entry.key) for doc in survey.documents for entry in doc.entries}
        self._changes: list[Change] = []
        self._ambiguous: list[Ambiguous] = []
        self._unasked: list[Unasked] = []
        self._keys: dict[str, str] = {}
        self.undecided = False
        self.findings: list[Finding] = []

    def from_input(self, data: bytes) -> list[str]:
        """Take the entries of BibTeX at once; return the lines of anything else.

        Lines may be the items of a Markdown list; those that begin with `#` or `%` are comments.
        """
        document = Document.parse(data, STANDARD_INPUT)
        if not document.entries and not _BIBTEX.search(data):
            lines = (
                _ITEM.sub("", line) for line in data.decode("utf-8-sig", "replace").splitlines()
            )
            return [line for line in lines if not line.startswith(("#", "%"))]
        for entry in document.usable():
            paper = Paper(document, entry)
            what = paper.title or entry.key
            there = self._is_there(work_of(paper), paper.identifiers, what, entry.key)
            if there is not None:
                self._keys[entry.key] = there.key
                continue
            fields = tuple(
                (name, value)
                for name, value in paper.values.items()
                if name != paper.category_field
            )
            key = entry.key if fold(entry.key) not in self._taken else None
            new = NewEntry(paper.type.lower(), fields)
            self._keys[entry.key] = self._add(new, key, paper, source=None, url=None)
        self.findings += document.findings
        return []

    def is_known(self, request: Request) -> bool:
        """Say which entry a request names, if it is there already."""
        if request.is_title:
            return False
        return self._says_there(request, Work(""), request.identifiers)

    def _says_there(
        self, request: Request, work: Work, identifiers: tuple[Identifier, ...] = ()
    ) -> bool:
        paper = self._is_there(work, identifiers, request.text)
        if paper is not None:
            self._keys[request.text] = paper.key
        return paper is not None

    def _is_there(
        self, work: Work, identifiers: tuple[Identifier, ...], what: str, key: str | None = None
    ) -> Paper | None:
        """Return the paper that a work is, and say so; a work that may be one gets a hint."""
        hits = self._known.find(traits_of(work, identifiers))
        paper = _surely(hits, key)
        if paper is not None:
            self._session.report.always(f"{visible(what)}: {self._place_of(paper)}\n")
        elif hits:
            message = f"`{what}` may be `{hits[0].item.key}`: {', '.join(hits[0].match.reasons)}"
            hint = "`bib2awesome merge` makes one entry of two"
            self.findings.append(Finding("", "", Severity.HINT, message, hint=hint))
        return paper

    def _place_of(self, paper: Paper) -> str:
        if any(change.key == paper.key for change in self._changes):  # this run adds it
            where = self._category
        else:
            where = ", ".join(c.path for c in self._survey.categories_of(paper))
        return f"already there as {visible(paper.key)} ({where or 'no category'})"

    def take(self, request: Request, resolved: Resolved) -> None:
        """Add what a request was resolved to, or say why not."""
        for one in resolved.unasked:
            self._unasked.append(Unasked(key=request.text, source=one.source, reason=one.reason))
        record, facts = resolved.record, resolved.facts
        if request.is_title and resolved.candidates:
            record = self._chosen(request, resolved)
            facts = facts_of(record) if record else None
            if record is None:
                self.undecided = True
                return
        if record is None or facts is None:
            if resolved.unasked:
                said = ", ".join(f"{one.source} ({one.reason})" for one in resolved.unasked)
                more = "; its title would do, too" if request.page else ""
                self._session.report.always(
                    f"{visible(request.text)}: could not ask: {visible(said)}{more}\n"
                )
                return
            hint = None if request.is_title else "name another id of it, or its title"
            message = f"nothing was found for `{visible(request.text)}`"
            self.findings.append(Finding.error(message, hint=hint))
        elif not self._says_there(request, _work(facts)):
            self._keys[request.text] = self._add(
                entry_of(facts), None, facts, source=record.source, url=record.url
            )

    def _add(
        self,
        entry: NewEntry,
        key: str | None,
        facts: Facts | Paper,
        *,
        source: str | None,
        url: str | None,
    ) -> str:
        """Add an entry and return its key."""
        key = key or new_key(facts.authors, facts.year, facts.title, self._taken)
        self._taken.add(fold(key))
        if self._category:
            entry = replace_fields(entry, self._category_field, self._category)
        text = source_of(entry, key, self._survey.documents[0])
        after = self._changes[-1].key if self._changes else self._last()
        self._changes.append(
            Change(
                key=key,
                action="add-entry",
                new=text,
                new_text=facts.title,
                source=source,
                url=url,
                after=after,
            )
        )
        self._make_known(text)
        return key

    def _make_known(self, text: str) -> None:
        """Let a new entry be found by what comes later: one work may be named twice."""
        document = Document.parse(text.encode(), STANDARD_INPUT)
        for entry in document.usable():
            paper = Paper(document, entry, category_field=self._category_field)
            self._known.add(paper, traits_of(work_of(paper), paper.identifiers))

    def _last(self) -> str | None:
        """Return the key of the last entry of the category; None is the end of the file."""
        if self._category is None:
            return None
        category = self._survey.taxonomy.resolve(self._category)
        inside = [
            paper.key
            for paper in self._survey.in_list
            if any(one.path == category.path for one in self._survey.categories_of(paper))
        ]
        return inside[-1] if inside else None

    def _chosen(self, request: Request, resolved: Resolved) -> Record | None:
        """Return the candidate that the user chooses; off a terminal all of them are listed."""
        listed = [one.as_json() for one in resolved.candidates[:_SHOWN]]
        report = self._session.report
        report.always(f"{visible(request.text)}:\n")
        for number, one in enumerate(listed, 1):
            for line in candidate_lines(str(number), one):
                report.always(f"{visible(line)}\n")
            work = _work(facts_of(resolved.candidates[number - 1].record))
            paper = _surely(self._known.find(traits_of(work)))
            if paper is not None:
                report.always(f"     {self._place_of(paper)}\n")
        if sys.stdin.isatty() and self._session.answer is None:
            answer = answer_to("Which one? number, [n]one", "n", len(listed))
            if answer != "n":
                return resolved.candidates[int(answer) - 1].record
        else:
            report.talk("a title is not enough: name the one that is meant by its DOI or id")
        self._ambiguous.append(
            Ambiguous(key=request.text, reason="candidates for the title", candidates=tuple(listed))
        )
        return None

    def plan(self, requests: Mapping[str, int]) -> Plan:
        """Return the plan of everything that was taken."""
        return Plan(
            command="add",
            changes=tuple(self._changes),
            ambiguous=tuple(self._ambiguous),
            unasked=tuple(self._unasked),
            requests=requests,
            more={"keys": self._keys},
        )


def _surely(hits: Sequence[Hit[Paper]], key: str | None = None) -> Paper | None:
    """Return the paper that surely was found: a key in common makes sure of one that may be it."""
    return next(
        (
            hit.item
            for hit in hits
            if hit.match.verdict == SAME or (key is not None and fold(key) == fold(hit.item.key))
        ),
        None,
    )


def _work(facts: Facts) -> Work:
    authors = tuple(map(tex_name, facts.authors))
    return Work(facts.title, authors, facts.year, facts.venue, facts.doi, facts.arxiv)


def replace_fields(entry: NewEntry, name: str, value: str) -> NewEntry:
    """Return an entry with one more field, or with another value of it."""
    fields = tuple(field for field in entry.fields if field[0] != name)
    return entry._replace(fields=(*fields, (name, value)))


def _category(survey: Survey, named: str | None) -> str | None:
    if named is None:
        return None
    try:
        return survey.taxonomy.resolve(named).path
    except (UnknownCategoryError, AmbiguousCategoryError) as error:
        raise InputError(f"{error}", hint=error.hint) from None
