"""Changes that an edited list proposes: fields of known papers, new papers in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from bib2awesome.bib.capitals import protected
from bib2awesome.bib.latex import is_verbatim
from bib2awesome.bib.names import NameList, to_bibtex
from bib2awesome.errors import InputError
from bib2awesome.importers.adoption.extras import LISTED_AUTHORS
from bib2awesome.importers.lists.model import Item
from bib2awesome.importers.lists.planning import Planning
from bib2awesome.papers.arxiv import arxiv_month
from bib2awesome.papers.changes import Change, Plan
from bib2awesome.papers.dates import MONTHS
from bib2awesome.papers.entry_text import value_of
from bib2awesome.papers.new_entry import Facts, entry_of, tex_name, tex_of, venue_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.toml_changes import TomlChange

__all__ = ["Proposals", "said", "setting_of"]


class Proposals(Planning):
    """A plan that also changes fields, and puts a new paper behind the one above it in the list."""

    def __init__(self, survey: Survey) -> None:
        super().__init__(survey)
        self.changes: list[Change] = []
        self.behind: dict[int, Paper] = {}
        self.chosen: dict[int, str | None] = {}
        self.own: dict[int, list[tuple[str, str]]] = {}

    @cached_property
    def used(self) -> set[str]:
        """The names of all fields of the survey."""
        return {name for paper in self.survey.papers for name in paper.values}

    def more_of(self, item: Item) -> list[tuple[str, str]]:
        """Return what an item says in places of its own, as far as the survey has such fields."""
        return [pair for pair in self.own.get(id(item), ()) if pair[0] in self.used]

    def path_of(self, item: Item) -> str | None:
        """Return the category that was chosen for an item."""
        return self.chosen[id(item)]

    def put(self, item: Item, path: str | None, *, behind: Paper | None) -> None:
        """Take one paper for a category."""
        assert item.reading is not None  # noqa: S101 (it was understood)
        self.chosen[id(item)] = path
        if behind is not None:
            self.behind[id(item)] = behind
        self._paper(item, item.reading, "")

    def retitle(self, path: str, title: str) -> None:
        """Give a category another title."""
        keys = ("categories", *path.split("/"), "title")
        have = setting_of(self.survey, keys)
        self.toml.append(TomlChange(action="set", path=keys, old=have, new=title))

    def sort_by(self, path: str, key: str) -> None:
        """Say by what the papers of a category are sorted."""
        keys = ("categories", *path.split("/"), "sort")
        have = setting_of(self.survey, keys)
        self.toml.append(TomlChange(action="set", path=keys, old=have, new=[key]))

    def plan(self) -> Plan:
        """Return the plan with the changes of fields first."""
        plan = super().plan()
        after = {
            work.key: self.behind[id(item)].key
            for item, _, work in self.placed
            if id(item) in self.behind and not isinstance(work, Paper)
        }
        changes = [
            replace(change, after=after.get(change.key), source="list")
            if change.action == "add-entry"
            else change
            for change in plan.changes
        ]
        return replace(plan, changes=(*self.changes, *changes))

    def fields(self, paper: Paper, old: Facts, new: Facts, item: Item) -> Iterator[Change]:
        """Yield the changes of what an item says otherwise than it did, and than the entry does."""
        for change in self._differing(paper, old, new, item):
            same = change.old_text is not None and change.old_text == change.new_text
            if change.new != change.old and not same:
                yield change

    def _differing(self, paper: Paper, old: Facts, new: Facts, item: Item) -> Iterator[Change]:
        if new.title != old.title:
            yield from self._settable(paper, "title", protected(tex_of(new.title)), item, new.title)
        if new.authors != old.authors and not (new.others or old.others):
            names = NameList(tuple(map(tex_name, new.authors)))
            if names.names:
                yield from self._settable(paper, "author", to_bibtex(names), item)
        if new.year is not None and new.year != old.year:
            yield self.set(paper, "year", str(new.year), item)
        month = _month(new)
        if month not in {None, paper.month or _month(new, stamped=True)} and (
            old.month or new.month
        ):
            yield self.set(paper, "month", MONTHS[month - 1], item)
        if new.venue and new.venue != old.venue:
            yield from self._venue(paper, new, item)
        had = dict(said(old))
        for name, text in said(new):
            if name == "remark" and paper.text(name) not in {"", had.get(name)}:
                continue  # one that the list does not show
            if had.get(name) != text:
                tex = text if is_verbatim(name) else tex_of(text)
                yield from self._settable(paper, name, tex, item, text)
        yield from self._derived(paper, old, new, item)

    def relisted(self, paper: Paper, names: str, item: Item) -> Iterator[Change]:
        """Yield the change of the authors as the list writes them, "" where it writes them as all others."""
        if names:
            yield from self._settable(paper, LISTED_AUTHORS, tex_of(names), item, names)
        else:
            yield self.unset(paper, LISTED_AUTHORS)

    def _settable(self, *about: Any) -> Iterator[Change]:
        """Yield the change of one field (`set`); of a sign that the file cannot hold it is noted instead."""
        try:
            yield self.set(*about)
        except InputError as error:
            self._note(about[3], "unwritable", error.findings[0].message)

    def _derived(self, paper: Paper, old: Facts, new: Facts, item: Item) -> Iterator[Change]:
        """Yield the changes of what an entry has from an address: its identifiers, the year of a preprint."""
        was, now = (dict(entry_of(facts).fields) for facts in (old, new))
        names = ["eprint", "doi", *(["year"] if new.year is None else [])]
        for name in names:
            if name in now and now[name] != was.get(name) == paper.values.get(name):
                yield self.set(paper, name, now[name], item)

    def _venue(self, paper: Paper, new: Facts, item: Item) -> Iterator[Change]:
        kind, place = venue_fields(new.venue, new.year)
        containers = {"journal", "booktitle", "journaltitle", "howpublished"} & paper.values.keys()
        fits = not place or containers <= {name for name, _ in place}
        if not fits or (not place and containers):
            self._note(item, "venue", f"`{paper.key}` has another venue now: {new.venue}")
            return
        if kind != paper.type and paper.type in {"misc", "article", "inproceedings"}:
            yield Change(key=paper.key, action="set-type", old=paper.type, new=kind, source="list", group="venue")  # fmt: skip
        for name, text in place:
            for change in self._settable(paper, name, tex_of(text), item, text):
                yield replace(change, group="venue")

    def set(self, paper: Paper, name: str, tex: str, item: Item, text: str | None = None) -> Change:
        """Return the change of one field."""
        old = paper.entry.field(name)
        return Change(
            key=paper.key,
            action="replace" if paper.values.get(name) else "set",
            field=name,
            old=old.source if old is not None else None,
            new=value_of(paper.document, name, tex),
            old_text=paper.text(name) or None,
            new_text=text if text is not None else tex,
            source="list",
            reasons=(f"line {item.line + 1}",),
        )

    def unset(self, paper: Paper, name: str) -> Change:
        """Return the change that takes a field away which the entry has."""
        field = paper.entry.field(name)
        old = field.source if field is not None else None
        text = paper.text(name) or None
        return Change(
            key=paper.key, action="remove", field=name, old=old, old_text=text, source="list"
        )


def _month(facts: Facts, *, stamped: bool = False) -> int | None:
    """Return the month that an item says, or that of its arXiv id alone, which is none of another year."""
    stamp = arxiv_month(facts.arxiv) if facts.arxiv else None
    own = stamp[1] if stamp is not None and stamp[0] == facts.year else None
    return own if stamped else facts.month or own


def setting_of(survey: Survey, keys: tuple[str, ...]) -> Any:
    """Return what categories.toml says at a path, None where it says nothing."""
    import tomllib  # noqa: PLC0415

    value: Any = tomllib.loads(
        (survey.config_data or b"").decode("utf-8-sig").replace("\r\n", "\n")
    )
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def said(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield field and text of what an item shows as it is: addresses, and some texts."""
    yield from ((name, url) for name, url in (("url", facts.url), ("code", facts.code)) if url)
    yield from ((f"link-{label}", url) for label, url in facts.links)
    yield from (pair for pair in facts.more if pair[1])
