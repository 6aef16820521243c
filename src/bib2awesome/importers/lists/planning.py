"""From lists to a plan: new entries, what known papers gain, and the categories."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

from bib2awesome.config_settings import CategorySettings
from bib2awesome.errors import InputError
from bib2awesome.importers.lists.contradictions import Titles, two_venues
from bib2awesome.importers.lists.edges import without_emoji
from bib2awesome.importers.lists.field_names import slug, tick_field
from bib2awesome.importers.lists.gains import gains
from bib2awesome.importers.lists.merging import (
    is_name,
    same_in,
    work_from,
    writable,
)
from bib2awesome.importers.lists.model import Item, Listing, Reading, Section
from bib2awesome.importers.lists.new_works import NewWork, NewWorks
from bib2awesome.importers.lists.ordering import in_every_order
from bib2awesome.importers.lists.works import facts_of, identifiers_of
from bib2awesome.papers.changes import Change, Plan
from bib2awesome.papers.citation_keys import new_key
from bib2awesome.papers.entry_text import source_of
from bib2awesome.papers.known import Known, traits_of
from bib2awesome.papers.new_entry import Facts, entry_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.toml_changes import TomlChange
from bib2awesome.render.structure import leaves_open

__all__ = ["TOP", "Planning"]

TOP = "Papers"
"""The title of the category of papers that stand in no section."""

_OPTIONS = frozenset(option.name for option in CategorySettings.declared)
_SHOWN = 300
_NOT_IN_INTRO = ("<!--", "-->", "bib2awesome:")
"""What would end or hide the region that an intro stands in, and stays hand-written."""
_NUMBERED = re.compile(r"^\W*(?:\d+[.)]|\d+(?:\.\d+)+[.)]?)\s+(?=\S)")


class Planning:
    """Collects what lists say, then makes one plan of it.

    Args:
        survey: What is there already; its papers gain categories and links, and are not replaced.
    """

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.new = NewWorks()
        self.gains: dict[str, tuple[Paper, list[str], list[Facts]]] = {}
        self.toml: list[TomlChange] = []
        self.paths: dict[int, str] = {}
        self.taken_paths = {category.path for category in survey.taxonomy.walk()}
        self.titles = {
            (
                category.parent.path if category.parent else "",
                _folded(category.title),
            ): category.path
            for category in survey.taxonomy.walk()
        }
        self.not_understood: list[dict[str, Any]] = []
        self.notes: list[dict[str, Any]] = []
        self.titles_of = Titles()
        self.placed: list[tuple[Item, str | None, Paper | NewWork]] = []

    @cached_property
    def known(self) -> Known:
        """The papers that are there already."""
        return Known(self.survey.papers)

    # What a list says

    def take(self, listing: Listing, name: str) -> None:
        """Take a list; `name` is what messages call its file."""
        if not self.survey.has_categories and not self.toml:
            self._settings(listing)
        first = len(self.toml)
        for section in listing.root.walk():
            if section.category:
                self._category(listing, section)
        if any(not item.section.chain for item in listing.papers):
            made = len(self.toml)
            self.paths[id(listing.root)] = self.top()
            self.toml[first:first] = [self.toml.pop() for _ in self.toml[made:]]
        for item in listing.papers:
            assert item.reading is not None  # noqa: S101 (papers have been read)
            self._paper(item, item.reading, name)
        for item in listing.not_understood:
            assert item.reading is not None  # noqa: S101 (they have been read)
            self._refuse(listing.source(item), item, item.reading.problem)
        self.notes += [
            {"line": note.line, "kind": note.kind, "text": note.text} for note in listing.notes
        ]

    def _settings(self, listing: Listing) -> None:
        options = {"title": listing.root.title} if listing.root.title else {}
        self.toml.append(TomlChange(action="add", path=("survey",), new=options))
        level = listing.grammar.levels
        if level != 3 and level <= 6:  # noqa: PLR2004
            self.toml.append(TomlChange(action="add", path=("render",), new={"heading": level}))

    def _refuse(self, text: str, item: Item, reason: str) -> None:
        text = " ".join(text.split())
        self.not_understood.append({"line": item.line + 1, "text": text[:_SHOWN], "reason": reason})

    def _note(self, item: Item, kind: str, text: str) -> None:
        self.notes.append({"line": item.line + 1, "kind": kind, "text": text})

    def top(self) -> str:
        """Return the category of papers that stand in no section."""
        return self.category_for("", TOP)

    def _category(self, listing: Listing, section: Section) -> None:
        """Find or make the category of a heading."""
        above = section.chain[:-1]
        parent = self.paths[id(above[-1])] if above else ""
        options: dict[str, Any] = {}
        intro = self._intro(listing, section)
        if intro:
            options["intro"] = intro
        if section.columns:
            options["layout"] = "table"
            titles: dict[str, str] = {}
            for title in section.columns:
                titles.setdefault(tick_field(title), title)
            options["columns"] = [{"field": one, "title": said} for one, said in titles.items()]
        self.paths[id(section)] = self.category_for(parent, section.title, options)

    def category_for(
        self, parent: str, title: str, options: Mapping[str, Any] = MappingProxyType({})
    ) -> str:
        """Return the path of the category of a heading, made with some options where it is new."""
        known = self.titles.get((parent, _folded(title)))
        return known or self.made(parent, title, options)

    def made(
        self, parent: str, title: str, options: Mapping[str, Any] = MappingProxyType({})
    ) -> str:
        """Return the path of a new category."""
        path = self.new_path(parent, title)
        keys = ("categories", *path.split("/"))
        self.toml.append(TomlChange(action="add", path=keys, new={"title": title, **options}))
        return path

    def new_path(self, parent: str, title: str) -> str:
        """Return the path that a new category gets below another one, "" for the top."""
        base = slug(without_emoji(_NUMBERED.sub("", title))) or slug(title) or "category"
        name, number = base, 2
        while name in _OPTIONS or _joined(parent, name) in self.taken_paths:
            name, number = f"{base}-{number}", number + 1
        path = _joined(parent, name)
        self.taken_paths.add(path)
        self.titles[parent, _folded(title)] = path
        return path

    def _intro(self, listing: Listing, section: Section) -> str:
        """Return the text between a heading and its first item or subheading."""
        first = min(
            [item.line for item in section.items] + [below.line for below in section.children],
            default=None,
        )
        parts = [
            "\n".join(listing.lines[start:end]).strip()
            for start, end in section.prose
            if first is None or start < first
        ]
        text = "\n\n".join(part for part in parts if part)
        kept = leaves_open(text) or any(sign in text for sign in _NOT_IN_INTRO)
        return "" if kept else text

    # Papers

    def _paper(self, item: Item, reading: Reading, name: str) -> None:
        identifiers = identifiers_of(reading)
        facts = facts_of(reading, identifiers, self.more_of(item))
        path = self.path_of(item)
        traits = traits_of(work_from(facts), identifiers)
        for said in self.titles_of.others(facts.title, item.line + 1, identifiers):
            self._note(item, "two-titles", said)
        arxiv = dict.fromkeys(one.value for one in identifiers if one.scheme == "arxiv")
        if len(arxiv) > 1:
            self._note(
                item,
                "several-ids",
                f"several arXiv ids, the first was taken: {', '.join(arxiv)}",
            )
        paper = same_in(self.known, traits)
        if paper is not None:
            _, categories, gained = self.gains.setdefault(paper.key, (paper, [], []))
            if path in categories:
                self._note(item, "duplicate", f"`{facts.title}` is twice in this section")
            if path and path not in categories:
                categories.append(path)
            gained.append(facts)
            self.placed.append((item, path, paper))
            return
        new, before = self.new.take(facts, traits, item.line + 1, name)
        if path in new.categories:
            said = f"`{facts.title}` is twice in this section (line {new.line})"
            self._note(item, "duplicate", said)
        if before is not None and (venues := two_venues(before, facts)) is not None:
            said = f"`{facts.title}` is of {venues[0]} in line {new.line}, here of {venues[1]}"
            self._note(item, "two-venues", said)
        if path and path not in new.categories:
            new.categories.append(path)
        self.placed.append((item, path, new))

    def _ordered(self) -> list[NewWork]:
        """Return the new works so that every section has them in the order of the list."""
        works = self.new.titled()
        orders: dict[str | None, list[NewWork]] = {}
        for _, path, work in self.placed:
            if isinstance(work, NewWork):
                orders.setdefault(path, []).append(work)
        return in_every_order(works, orders.values())

    def more_of(self, item: Item) -> list[tuple[str, str]]:
        """Return further fields of an item's paper."""
        del item
        return []

    def path_of(self, item: Item) -> str | None:
        """Return the category of an item: that of the nearest heading that is one, else of the top."""
        section = item.section
        while id(section) not in self.paths and section.parent is not None:
            section = section.parent
        return self.paths[id(section)]

    # The plan

    def plan(self) -> Plan:
        """Return the plan: categories, what known papers gain, new entries in the order of the list."""
        changes = [
            change
            for paper, paths, facts in self.gains.values()
            for change in gains(self.survey, paper, paths, facts)
        ]
        document = self.survey.documents[0]
        taken = {entry.key.lower() for one in self.survey.documents for entry in one.entries}
        works = self._ordered()
        self._names(works)
        for work in works:
            placed = self._category_field(work.categories)
            facts = work.facts._replace(more=(*work.facts.more, *placed))
            key = new_key(facts.authors, facts.year, facts.title, taken)
            try:
                source = source_of(entry_of(writable(facts, document)), key, document)
            except InputError as error:
                self.not_understood.append(
                    {
                        "line": work.line,
                        "text": facts.title[:_SHOWN],
                        "reason": error.findings[0].message,
                    }
                )
                continue
            taken.add(key)
            work.key = key
            changes.append(
                Change(
                    key=key,
                    action="add-entry",
                    new=source,
                    new_text=facts.title,
                    source=work.file,
                    reasons=(f"line {work.line}",),
                )
            )
        return Plan(
            command="import",
            changes=tuple(changes),
            taxonomy=tuple(self.toml),
            more={
                "not_understood": sorted(self.not_understood, key=lambda one: one["line"]),
                "notes": sorted(self.notes, key=lambda one: one["line"]),
            },
        )

    def _names(self, works: Sequence[NewWork]) -> None:
        """Note the works of which the list says no more than a name, as tables of models do."""
        named = [
            work
            for work in works
            if is_name(work.facts.title) and (work.facts.arxiv or work.facts.doi)
        ]
        if named:
            first, count = named[0], f"{len(named)} title{'s' * (len(named) > 1)}"
            said = f"{count} of a single word, first `{first.facts.title}`: `enrich --overwrite title` asks for the whole"
            self.notes.append({"line": first.line, "kind": "name", "text": said})

    def _category_field(self, paths: list[str]) -> list[tuple[str, str]]:
        return (
            [(self.survey.config.survey.category_field.lower(), ", ".join(paths))] if paths else []
        )


def _joined(parent: str, name: str) -> str:
    return f"{parent}/{name}" if parent else name


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
