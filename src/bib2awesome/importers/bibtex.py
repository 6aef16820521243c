"""Another .bib file joins the survey: Overleaf's, Zotero's, Better BibTeX's, JabRef's, Mendeley's.

A work is recognised by identifier, then by title and authors. A known one gains what it lacks, under
the key that the survey has; a new one comes under the key it has there, unless that is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bib2awesome.bib.document import Document
from bib2awesome.bib.entry import fold
from bib2awesome.errors import InputError, Place
from bib2awesome.importers.base import Input
from bib2awesome.papers.assignments import given
from bib2awesome.papers.changes import Ambiguous, Change, Conflict, Plan
from bib2awesome.papers.citation_keys import new_key
from bib2awesome.papers.fields import OF_VENUE
from bib2awesome.papers.known import Hit, Known
from bib2awesome.papers.new_entry import MONTHS, NewEntry, source_of, value_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import work_of
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError

__all__ = ["help", "plan", "suffixes"]

suffixes = (".bib", ".bibtex")
help = "a .bib file of Overleaf, Zotero, Better BibTeX, JabRef or Mendeley"  # noqa: A001 - the protocol's name

_PRIVATE = re.compile(
    r"file|groups|owner|timestamp|username|citationkey|__\w+|creationdate|modificationdate|readstatus"
    r"|ranking|priority|relevance|printed|qualityassured|local-url|date-(?:added|modified)"
    r"|(?:bdsk|mendeley|posted-at|citeulike)-?.*|biburl|bibsource"
)
"""Fields in which reference managers keep their own affairs."""
_INHERITING = frozenset({"crossref", "xdata"})
_TEXT = 80


def plan(
    survey: Survey,
    inputs: Sequence[Input],
    *,
    private: bool = False,
    groups: bool = False,
) -> Plan:
    """Return what the files would change in the survey.

    Args:
        survey: The survey, which may be empty.
        inputs: The files.
        private: Whether the reference managers' own fields come along.
        groups: Whether JabRef's `groups`, and `keywords`, that are a category's id, path or title become
            that category.

    Raises:
        InputError: A file is UTF-16, or no file holds an entry.
    """
    joining = _Joining(survey, private=private, groups=groups)
    for one in inputs:
        joining.take(Document.parse(one.data, one.name))
    if not joining.read:
        raise InputError(
            "no entries found",
            place=Place(inputs[0].name),
            hint="an entry begins with `@article{key,`",
        )
    return joining.plan()


class _Joining:
    def __init__(self, survey: Survey, *, private: bool, groups: bool) -> None:
        self.survey = survey
        self.private = private
        self.groups = groups
        self.read = 0
        self.known = Known(survey.papers)
        self.keys = {fold(paper.key): paper for paper in survey.papers}
        self.taken = {entry.key.lower() for one in survey.documents for entry in one.entries}
        self.own = {id(paper) for paper in survey.papers}
        self.category_field = survey.config.survey.category_field.lower()
        self.changes: list[Change] = []
        self.ambiguous: list[Ambiguous] = []
        self.conflicts: list[Conflict] = []
        self.missed: list[dict[str, object]] = []
        self.notes: list[dict[str, object]] = []
        self.filled: dict[tuple[str, str], str] = {}

    def take(self, document: Document) -> None:
        for block in document.blocks:
            if block.kind == "broken":
                text = document.text(block.start, block.end)[:_TEXT]
                line = document.place(block.start).line
                reason = f"expected {block.expected}"
                self.missed.append({"line": line, "text": text, "reason": reason})
        for entry in document.usable():
            self.read += 1
            paper = Paper(document, entry, category_field=self.category_field)
            hits = self.known.find(work_of(paper), paper.identifiers)
            same = [hit for hit in hits if hit.match.verdict == "same"]
            if len(same) == 1:
                self._fill(same[0].item, paper)
            elif hits:
                self._doubt(paper, hits)
            else:
                self._add(paper)

    def plan(self) -> Plan:
        return Plan(
            command="import",
            changes=tuple(self.changes),
            ambiguous=tuple(self.ambiguous),
            conflicts=tuple(self.conflicts),
            more={"not_understood": self.missed, "notes": self.notes},
        )

    def _note(self, paper: Paper, kind: str, text: str) -> None:
        line = paper.document.place(paper.entry.start).line
        self.notes.append({"line": line, "kind": kind, "text": text})

    def _values(self, paper: Paper) -> Iterator[tuple[str, str]]:
        """Yield the fields that come along, categories apart."""
        for name, value in paper.values.items():
            skipped = name in _INHERITING or name == self.category_field
            if not skipped and (self.private or not _PRIVATE.fullmatch(name)):
                month = value[:3].lower()
                yield name, month if name == "month" and month in MONTHS else value

    def _categories(self, paper: Paper) -> list[str]:
        """Return the categories that the survey knows: of the entry's own field, groups and keywords."""
        words = list(paper.category_refs)
        if self.groups:
            words += re.split(r"[,;]", f"{paper.text('groups')},{paper.text('keywords')}")
        titles = {one.title.casefold(): one.path for one in self.survey.taxonomy.walk()}
        found = []
        for word in words:
            try:
                found.append(self.survey.taxonomy.resolve(word).path)
            except (UnknownCategoryError, AmbiguousCategoryError):
                path = titles.get(word.strip().casefold())
                found += [path] if path else []
        return list(dict.fromkeys(found))

    def _fill(self, mine: Paper, theirs: Paper) -> None:
        """Give a known work what it lacks; a venue only where both are preprints or both published."""
        if id(mine) not in self.own:
            self._note(theirs, "twice", f"`{theirs.key}` is `{mine.key}` of the same import")
            return
        if fold(mine.key) != fold(theirs.key):
            self._note(theirs, "known", f"`{theirs.key}` is there as `{mine.key}`: cite that")
        for name, value in self._values(theirs):
            have = mine.tex(name)
            foreign = name in OF_VENUE and mine.is_preprint != theirs.is_preprint
            if have == value or self.filled.get((mine.key, name)) == value:
                continue
            if have or foreign or (mine.key, name) in self.filled:
                reason = "another version of the work" if foreign else "the survey's is kept"
                self._conflict(mine, name, have or None, value, reason)
            else:
                self._give(mine, name, value)
        refs = list(mine.category_refs)
        known = [one.path for one in self.survey.categories_of(mine)]
        new = [path for path in self._categories(theirs) if path not in known]
        if new:
            self._give(mine, self.category_field, ", ".join([*(r for r in refs if r != "-"), *new]))

    def _give(self, mine: Paper, name: str, value: str) -> None:
        try:
            change = given(mine, name, value)
        except InputError as error:
            self._conflict(mine, name, None, value, error.findings[0].message)
            return
        if change is not None:
            self.filled[mine.key, name] = value
            self.changes.append(change)

    def _conflict(self, mine: Paper, name: str, have: str | None, found: str, reason: str) -> None:
        self.conflicts.append(
            Conflict(key=mine.key, field=name, have=have, found=found, reason=reason)
        )

    def _doubt(self, theirs: Paper, hits: Sequence[Hit[Paper]]) -> None:
        candidates: tuple[Mapping[str, object], ...] = tuple(
            {
                "key": hit.item.key,
                "title": hit.item.title,
                "year": hit.item.year,
                "doi": hit.item.doi,
                "score": hit.match.score,
                "reasons": list(hit.match.reasons),
            }
            for hit in hits
        )
        reason = "it may be one of these; `merge` or rename it there first"
        self.ambiguous.append(Ambiguous(key=theirs.key, reason=reason, candidates=candidates))

    def _add(self, theirs: Paper) -> None:
        document = self.survey.documents[0]
        fields = []
        for name, value in self._values(theirs):
            try:
                value_of(document, name, value)
            except InputError as error:
                self._conflict(theirs, name, None, value, error.findings[0].message)
                continue
            fields.append((name, value))
        categories = self._categories(theirs)
        if categories:
            fields.append((self.category_field, ", ".join(categories)))
        key = theirs.key
        if key.lower() in self.taken or not key.isascii():
            key = new_key(theirs.authors, theirs.year, theirs.title, self.taken)
            self._note(theirs, "key", f"`{theirs.key}` is another entry's key: cite `{key}`")
        self.taken.add(key.lower())
        self.known.add(theirs, work_of(theirs), theirs.identifiers)
        source = source_of(NewEntry(theirs.type, tuple(fields)), key, document)
        self.changes.append(
            Change(key=key, action="add-entry", new=source, new_text=theirs.title or None)
        )
