"""Keys that change, and entries that become one: the changes of a plan, with all that names the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bib2awesome.bib.entry import fold
from bib2awesome.errors import Finding, InputError, Severity
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.assignments import given, respelled
from bib2awesome.papers.changes import Change, Conflict, Plan
from bib2awesome.papers.fields import OF_VENUE
from bib2awesome.papers.new_entry import value_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.toml_changes import TomlChange

__all__ = ["merge", "rename"]

RENAME, MERGE = "rename-key", "merge"
_NAMING = ("crossref", "xdata", "related", "entryset", "xref")
"""Fields that hold keys of other entries."""


def known(survey: Survey, keys: Sequence[str]) -> list[Paper]:
    """Return the papers of keys; raises InputError with every unknown one and the nearest."""
    names = [paper.key for paper in survey.papers]
    papers = [survey.paper(key) for key in keys]
    problems = [
        Finding("", "", Severity.ERROR, f"no entry `{key}`", hint=did_you_mean(key, names))
        for key, paper in zip(keys, papers, strict=True)
        if paper is None
    ]
    if problems:
        raise InputError(problems)
    return [paper for paper in papers if paper is not None]


def rename(survey: Survey, old: str, new: str, *, ids: bool = False) -> Plan:
    """Return the plan that gives an entry another key, in everything of the survey that names it.

    Args:
        survey: The survey.
        old: The key.
        new: Its new form.
        ids: Whether the old key stays usable through biblatex's `ids`.

    Raises:
        InputError: There is no such entry, or the new key is taken.
    """
    (paper,) = known(survey, [old])
    taken = survey.paper(new)
    if taken is not None and taken is not paper:
        raise InputError(
            f"the key `{taken.key}` is taken",
            hint=f"`merge {taken.key} {paper.key}` makes them one",
        )
    changes = (
        [Change(key=paper.key, action="set-key", old=paper.key, new=new, group=RENAME)]
        if new != paper.key
        else []
    )
    if ids and changes:
        changes += _with_ids(paper, [paper.key])
    names = {paper.key: new}
    changes += _naming(survey, names, RENAME)
    return Plan(
        command=RENAME, changes=tuple(changes), taxonomy=tuple(_in_config(survey, names, RENAME))
    )


def _with_ids(paper: Paper, keys: Iterable[str], group: str = RENAME) -> list[Change]:
    ids = [one.strip() for one in paper.tex("ids").split(",") if one.strip()]
    change = given(paper, "ids", ", ".join(dict.fromkeys([*ids, *keys])), group)
    return [] if change is None else [change]


def _naming(survey: Survey, names: Mapping[str, str], group: str) -> Iterator[Change]:
    folded = {fold(old): new for old, new in names.items()}
    for paper in survey.papers:
        if paper.key in names and group == MERGE:
            continue
        for name in _NAMING:
            change = respelled(paper, name, lambda key: folded.get(fold(key), key), group)
            if change is not None:
                yield change


def _in_config(survey: Survey, names: Mapping[str, str], group: str) -> Iterator[TomlChange]:
    lists: dict[tuple[str, ...], tuple[str, ...]] = {("survey", "cite"): survey.config.survey.cite}
    lists |= {("tables", name, "keys"): one.keys for name, one in survey.config.tables.items()}
    folded = {fold(old): new for old, new in names.items()}
    for path, keys in lists.items():
        new = list(dict.fromkeys(folded.get(fold(key), key) for key in keys))
        if new != list(keys):
            yield TomlChange(action="set", path=path, old=list(keys), new=new, group=group)


def merge(survey: Survey, keep: str, drop: Sequence[str], *, ids: bool = False) -> Plan:
    """Return the plan that makes one entry of several.

    What the kept one lacks comes from the others, categories and links are united, and where only the
    other is published its venue replaces the preprint's; the eprint stays. Every value that is given up
    is a conflict of the plan, to be read.

    Args:
        survey: The survey.
        keep: The key that stays.
        drop: The keys of the entries that go.
        ids: Whether these stay usable through biblatex's `ids`.

    Raises:
        InputError: A key is unknown, or named twice.
    """
    papers = known(survey, [keep, *drop])
    if len(set(papers)) < len(papers):
        raise InputError("an entry cannot be merged with itself")
    paper, others = papers[0], papers[1:]
    merged = _Merged(survey, paper)
    for other in others:
        merged.take(other)
    names = {other.key: paper.key for other in others}
    changes = merged.changes()
    if ids:
        changes = [change for change in changes if change.field != "ids"]
        changes += _with_ids(paper, names, MERGE)
    changes += _naming(survey, names, MERGE)
    changes += [
        Change(
            key=other.key,
            action="remove-entry",
            old=other.document.text(other.entry.start, other.entry.end),
            group=MERGE,
            after=_before(other),
        )
        for other in others
    ]
    return Plan(
        command=MERGE,
        changes=tuple(changes),
        taxonomy=tuple(_in_config(survey, names, MERGE)),
        conflicts=tuple(merged.conflicts),
        more={"merged_into": paper.key},
    )


def _before(paper: Paper) -> str | None:
    """Return the key of the entry that a paper stands behind, for a plan the other way around."""
    index = paper.entry.index
    return paper.document.entries[index - 1].key if index else None


class _Merged:
    """What the kept entry is going to say."""

    def __init__(self, survey: Survey, paper: Paper) -> None:
        self.paper = paper
        self.category_field = survey.config.survey.category_field.lower()
        self.survey = survey
        self.type = paper.type
        self.preprint = paper.is_preprint
        self.sources: dict[str, str | None] = {}
        self.conflicts: list[Conflict] = []
        self.values = dict(paper.document.own_values(paper.entry))

    def take(self, other: Paper) -> None:
        values = other.document.own_values(other.entry)
        published = self.preprint and not other.is_preprint
        if published:
            self._move(other, values)
        for name, value in values.items():
            mine = self.values.get(name)
            if name == self.category_field:
                self._unite(value)
            elif not mine:
                if (
                    name not in OF_VENUE
                    or published
                    or self.preprint == other.is_preprint
                    or name in {"url", "doi"}
                ):
                    self._put(name, value, other)
            elif mine != value:
                self._differ(name, mine, value, other)

    def _move(self, other: Paper, values: Mapping[str, str]) -> None:
        """Take type and venue of the published entry; what named the preprint server goes."""
        self.type, self.preprint = other.type, False
        for name in sorted(OF_VENUE):
            mine, value = self.values.get(name), values.get(name)
            if value and value != mine:
                if mine:
                    self._given_up(name, mine, value, "the published version's is taken")
                self._put(name, value, other)
            elif mine and not value and name not in {"url", "month"}:
                self._given_up(name, mine, None, "it is the preprint's")
                self.values.pop(name)
                self.sources[name] = None

    def _unite(self, value: str) -> None:
        mine = [one.strip() for one in self.values.get(self.category_field, "").split(",")]
        theirs = [one.strip() for one in value.split(",")]
        both = [one for one in dict.fromkeys([*mine, *theirs]) if one]
        listed = [one for one in both if one != "-"]
        self._put(self.category_field, ", ".join(listed or both), self.paper)

    def _differ(self, name: str, mine: str, value: str, other: Paper) -> None:
        if name == "code" or name.startswith("link-"):
            stem = "link-code" if name == "code" else name
            free = (f"{stem}-{number}" for number in range(2, 1000))
            taken = [one for key, one in self.values.items() if key.startswith(stem)]
            if value not in taken:
                self._put(next(one for one in free if one not in self.values), value, other)
        else:
            self._given_up(name, mine, value, f"`{self.paper.key}`'s is kept")

    def _given_up(self, name: str, have: str, found: str | None, reason: str) -> None:
        self.conflicts.append(
            Conflict(key=self.paper.key, field=name, have=have, found=found, reason=reason)
        )

    def _put(self, name: str, value: str, other: Paper) -> None:
        self.values[name] = value
        field = other.entry.field(name)
        same = other is not self.paper and other.document is self.paper.document
        self.sources[name] = (
            field.source if same and field else value_of(self.paper.document, name, value)
        )

    def changes(self) -> list[Change]:
        paper = self.paper
        found = []
        if self.type != paper.type:
            found.append(
                Change(key=paper.key, action="set-type", old=paper.type, new=self.type, group=MERGE)
            )
        for name, source in self.sources.items():
            field = paper.entry.field(name)
            old = field.source if field else None
            if source is None and old is not None:
                found.append(
                    Change(key=paper.key, action="remove", field=name, old=old, group=MERGE)
                )
            elif source is not None and source != old:
                action = "set" if field is None or field.blank else "replace"
                found.append(
                    Change(
                        key=paper.key, action=action, field=name, old=old, new=source, group=MERGE
                    )
                )
        return found
