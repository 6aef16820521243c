"""Another .bib file joins the survey: Overleaf's, Zotero's, Better BibTeX's, JabRef's, Mendeley's.

A work is recognised by identifier, then by title and authors. A known one gains what it lacks, under
the key that the survey has; a new one comes under the key it has there, unless that is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bib2awesome.bib.dialect import CONTAINERS, is_biblatex
from bib2awesome.bib.document import Document
from bib2awesome.bib.entry import fold
from bib2awesome.errors import InputError, Place
from bib2awesome.importers.base import Input, name_file
from bib2awesome.importers.bibliographies.fields import dialect_of, kept
from bib2awesome.importers.bibliographies.groups import Groups, Tree
from bib2awesome.importers.bibliographies.works import elsewhere, is_silent, is_twin, parents
from bib2awesome.papers.changes import Ambiguous, Change, Conflict, Plan
from bib2awesome.papers.citation_keys import new_key
from bib2awesome.papers.entry_text import source_of, value_of
from bib2awesome.papers.fields import OF_VENUE
from bib2awesome.papers.filters import category_paths
from bib2awesome.papers.known import Hit, Known, traits_of
from bib2awesome.papers.merging import Merged, Version, is_preprint
from bib2awesome.papers.new_entry import NewEntry
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.placing import NOT_LISTED
from bib2awesome.papers.renaming import renamed
from bib2awesome.papers.similarity import SAME, work_of
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError
from bib2awesome.papers.toml_changes import TomlChange
from bib2awesome.papers.verify import key_problem
from bib2awesome.render.generated import is_marked

__all__ = ["Wanted", "help", "plan", "suffixes"]

suffixes = (".bib", ".bibtex")
help = "a .bib file of Overleaf, Zotero, Better BibTeX, JabRef or Mendeley"  # noqa: A001 - the protocol's name

_TEXT = 80
_NEEDED = frozenset({"title", "author"})
_PARENTS = frozenset(
    {"proceedings", "mvproceedings", "collection", "mvcollection", "book", "mvbook"}
)


class Wanted(NamedTuple):
    """What an author wants of a file.

    Attributes:
        private: The reference managers' own fields come along.
        drop: Names or patterns of further fields that do not.
        groups: Groups, tags and keywords that are a category's id, path or title become that category.
        named: Further groups and keywords by name, with the category that each means.
        categories: Where new entries go that say nothing of a category themselves.
        keys: Known works take the incoming key; the old one stays usable where the file is biblatex's.
        ids: The old key stays usable in any file.
        overwrite: Fields of known works of which the incoming value is taken.
        upgrade: Known preprints take type and venue of the published version.
    """

    private: bool = False
    drop: tuple[str, ...] = ()
    groups: bool = False
    named: Mapping[str, str] = {}
    categories: tuple[str, ...] = ()
    keys: bool = False
    ids: bool = False
    overwrite: tuple[str, ...] = ()
    upgrade: bool = False


def plan(survey: Survey, inputs: Sequence[Input], wanted: Wanted | None = None) -> Plan:
    """Return what the files would change in the survey; `more` has by incoming key the survey's (`keys`).

    Args:
        survey: The survey, which may be empty.
        inputs: The files.
        wanted: What is wanted of them.

    Raises:
        InputError: A file is UTF-16, no file holds an entry, or a category of `wanted` is unknown.
    """
    joining = _Joining(survey, wanted or Wanted())
    for one in inputs:
        joining.take(Document.parse(one.data, one.name))
        if len(inputs) > 1:
            name_file((*joining.missed, *joining.notes), one.name)
    if not joining.read:
        raise InputError(
            "no entries found",
            place=Place(inputs[0].name),
            hint="an entry begins with `@article{key,`",
        )
    return joining.plan()


@dataclass(slots=True)
class _New:
    """An entry that is going to be added; what comes later may say more of the same version."""

    paper: Paper
    key: str
    type: str
    preprint: bool | None
    fields: dict[str, str]
    categories: dict[str, None]


class _Joining:
    def __init__(self, survey: Survey, wanted: Wanted) -> None:
        self.survey = survey
        self.wanted = wanted
        self.read = 0
        self.known = Known(survey.papers)
        counts = Counter(entry.key.lower() for one in survey.documents for entry in one.entries)
        self.taken = set(counts)
        self.shared = {key for key, count in counts.items() if count > 1}
        self.merged: dict[int, Merged] = {}
        self.new: dict[int, _New] = {}
        self.own = {id(paper): paper for paper in survey.papers}
        self.category_field = survey.config.survey.category_field.lower()
        paths = category_paths(survey, [*wanted.categories, *wanted.named.values()])
        self.categories = paths[: len(wanted.categories)]
        targets = paths[len(wanted.categories) :]
        self.groups = Groups(survey.taxonomy, dict(zip(wanted.named, targets, strict=True)))
        self.biblatex = any(map(is_biblatex, survey.documents)) or not survey.papers
        self.names: dict[str, str] = {}
        self.theirs: dict[str, str] = {}
        self.ambiguous: list[Ambiguous] = []
        self.conflicts: list[Conflict] = []
        self.missed: list[dict[str, Any]] = []
        self.notes: list[dict[str, Any]] = []

    def take(self, document: Document) -> None:
        """Take a file; of one that was rendered from the survey only what somebody wrote into it."""
        for block in document.blocks:
            if block.kind == "broken":
                text = document.text(block.start, block.end)[:_TEXT]
                line = document.place(block.start).line
                reason = f"expected {block.expected}"
                self.missed.append({"line": line, "text": text, "reason": reason})
        tree, rendered = Tree(document), is_marked(document.data)
        containers = parents(document)
        for entry in document.usable():
            self.read += 1
            paper = Paper(document, entry, category_field=self.category_field)
            if entry.type in CONTAINERS or (
                fold(entry.key) in containers and entry.type in _PARENTS
            ):
                what = f"`{paper.key}` only holds fields for others, which have them now"
                self._note(paper, "container", what)
                continue
            if not (rendered and self.survey.paper(paper.key)):
                self._join(paper, tree)
        if self.groups.unknown and (self.wanted.groups or self.wanted.named):
            names = ", ".join(f"`{name}`" for name in self.groups.unknown)
            text = f"groups that are no categories here: {names}"
            self.notes.append({"line": 1, "kind": "groups", "text": text})
            self.groups.unknown.clear()

    def _join(self, theirs: Paper, tree: Tree) -> None:
        """Find out which work an entry is, and give it to that one, or add it."""
        twin = self.survey.paper(theirs.key)
        if twin is not None and is_twin(twin, theirs):
            self._fill(twin, theirs, tree)
            return
        hits = self.known.find(traits_of(work_of(theirs), theirs.identifiers))
        same = [hit for hit in hits if hit.match.verdict == SAME or is_silent(hit.item, theirs)]
        if len(same) == 1:
            self._fill(same[0].item, theirs, tree)
        elif hits:
            self._doubt(theirs, hits)
        else:
            self._add(theirs, tree)

    def plan(self) -> Plan:
        changes: list[Change] = []
        for one in self.merged.values():
            changes += one.changes()
            self.conflicts += one.conflicts
        taxonomy: list[TomlChange] = []
        names = {old: new for old, new in self.names.items() if old != new}
        if names:
            ids = self.wanted.ids or any(map(is_biblatex, self.survey.documents))
            keys, taxonomy = renamed(self.survey, names, ids=ids)
            changes += keys
        entries = (self._entry(one) for one in self.new.values())
        changes += [change for change in entries if change is not None]
        return Plan(
            command="import",
            changes=tuple(changes),
            taxonomy=tuple(taxonomy),
            ambiguous=tuple(self.ambiguous),
            conflicts=tuple(self.conflicts),
            more={"not_understood": self.missed, "notes": self.notes, "keys": self.theirs},
        )

    def _note(self, paper: Paper, kind: str, text: str) -> None:
        line = paper.document.place(paper.entry.start).line
        self.notes.append({"line": line, "kind": kind, "text": text})

    def _version(self, paper: Paper, tree: Tree) -> Version:
        """Return what comes along of an entry, in the survey's dialect and with categories of the survey."""
        values = kept(paper.values, private=self.wanted.private, drop=self.wanted.drop)
        values.pop(self.category_field, None)
        values |= elsewhere(paper)
        kind, values = dialect_of(paper.type, values, biblatex=self.biblatex)
        if categories := self._categories(paper, tree):
            values[self.category_field] = ", ".join(categories)
        return Version(kind, values, is_preprint(paper))

    def _categories(self, paper: Paper, tree: Tree) -> list[str]:
        """Return the categories that the survey knows: of the entry's own field, groups and keywords."""
        found = []
        for word in paper.category_refs:
            try:
                found.append(self.survey.taxonomy.resolve(word).path)
            except (UnknownCategoryError, AmbiguousCategoryError):
                if word == NOT_LISTED:
                    found.append(word)
                else:
                    self._note(paper, "category", f"`{word}` of `{paper.key}` is no category here")
        if self.wanted.groups or self.wanted.named:
            found += self.groups.of(paper, tree)
        return list(dict.fromkeys(found))

    def _fill(self, mine: Paper, theirs: Paper, tree: Tree) -> None:
        """Give a known work what it lacks."""
        if id(mine) not in self.own:
            self._again(self.new[id(mine)], theirs, tree)
            return
        merged = self.merged.get(id(mine))
        if merged is None:
            merged = Merged(
                self.survey, mine, upgrade=self.wanted.upgrade, overwrite=self.wanted.overwrite
            )
            self.merged[id(mine)] = merged
        version = self._version(theirs, tree)
        known = [one.path for one in self.survey.categories_of(mine)]
        theirs_in = version.values.get(self.category_field, "").split(", ")
        nowhere = mine.category_refs == (NOT_LISTED,)  # the author has said so
        if nowhere or all(path in {*known, "", NOT_LISTED} for path in theirs_in):
            values = {k: v for k, v in version.values.items() if k != self.category_field}
            version = version._replace(values=values)
        merged.take(version)
        merged.overwrite = ()  # of several that are this work the first has the word
        self._keyed(mine, theirs)

    def _keyed(self, mine: Paper, theirs: Paper) -> None:
        """Say which key is to be cited, or take the incoming one where that is wanted and can be."""
        self.theirs[theirs.key] = mine.key
        if theirs.key == mine.key:
            self.names.setdefault(mine.key, mine.key)
            return
        taken = theirs.key.lower() in self.taken and fold(theirs.key) != fold(mine.key)
        taken = taken or mine.key.lower() in self.shared
        if self.wanted.keys and not taken and not key_problem(mine.document, theirs.key):
            self.names.setdefault(mine.key, theirs.key)
            self.theirs[theirs.key] = self.names[mine.key]
            self.taken.add(self.names[mine.key].lower())
        if self.theirs[theirs.key] != theirs.key:
            text = f"`{theirs.key}` is there as `{self.theirs[theirs.key]}`: cite that"
            self._note(theirs, "known", text)

    def _again(self, new: _New, theirs: Paper, tree: Tree) -> None:
        """Take the same work a second time: what the first entry lacks, of the same version."""
        version = self._version(theirs, tree)
        if new.preprint is None and version.preprint is not None:
            new.type, new.preprint = version.type, version.preprint
        foreign = version.preprint is not None and new.preprint != version.preprint
        for name, value in version.values.items():
            if name == self.category_field:
                new.categories.update(dict.fromkeys(value.split(", ")))
            elif not foreign or name not in OF_VENUE or name == "url":
                new.fields.setdefault(name, value)
        self.theirs[theirs.key] = new.key
        self._note(theirs, "twice", f"`{theirs.key}` is `{new.key}` of the same import")

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
        reason = "it may be one of these: `add` it, or give it the DOI of the one it is"
        self.ambiguous.append(Ambiguous(key=theirs.key, reason=reason, candidates=candidates))
        may_be = " or ".join(f"`{hit.item.key}` ({', '.join(hit.match.reasons)})" for hit in hits)
        what = f"`{theirs.key}` was left out, as it may be {may_be}"
        self._note(theirs, "ambiguous", what)

    def _add(self, theirs: Paper, tree: Tree) -> None:
        document = self.survey.documents[0]
        version = self._version(theirs, tree)
        fields = dict(version.values)
        categories = dict.fromkeys(filter(None, fields.pop(self.category_field, "").split(", ")))
        key = theirs.key
        if key.lower() in self.taken or key_problem(document, key):
            key = new_key(theirs.authors, theirs.year, theirs.title, self.taken)
            why = (
                "another entry's key"
                if theirs.key.lower() in self.taken
                else "no key for this file"
            )
            self._note(theirs, "key", f"`{theirs.key}` is {why}: cite `{key}`")
        self.theirs[theirs.key] = key
        self.taken.add(key.lower())
        self.known.add(theirs, traits_of(work_of(theirs), theirs.identifiers))
        self.new[id(theirs)] = _New(theirs, key, version.type, version.preprint, fields, categories)

    def _entry(self, new: _New) -> Change | None:
        """Return the change that adds an entry; without a title or author that it has, it is left out."""
        document = self.survey.documents[0]
        categories = new.categories or dict.fromkeys(self.categories)
        listed = [one for one in categories if one != NOT_LISTED]
        fields = []
        joined = ", ".join(listed or categories)
        field = {self.category_field: joined} if joined else {}
        for name, value in (new.fields | field).items():
            try:
                value_of(document, name, value)
            except InputError as error:
                reason = error.findings[0].message
                if name in _NEEDED:
                    self._missing(new.paper, reason)
                    return None
                self.conflicts.append(Conflict(key=new.key, field=name, found=value, reason=reason))
                continue
            fields.append((name, value))
        if not new.fields:
            self._missing(new.paper, "it has no fields")
            return None
        source = source_of(NewEntry(new.type, tuple(fields)), new.key, document)
        title = new.paper.title or None
        return Change(key=new.key, action="add-entry", new=source, new_text=title)

    def _missing(self, paper: Paper, reason: str) -> None:
        line = paper.document.place(paper.entry.start).line
        self.missed.append({"line": line, "text": paper.key, "reason": reason})
