"""A README that `render` wrote and somebody edited: what differs from the last rendering, as a plan.

The survey is rendered anew in memory and both files are read as lists. Items that are the same, line by
line, say nothing; of the others those that are one work are compared with each other, so that what the
reader misunderstands it misunderstands in both. Nothing is deleted: what is gone is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from bib2awesome import config as configuration
from bib2awesome import files, plugins
from bib2awesome.bib.document import Document
from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.merging import same_in, work_from
from bib2awesome.importers.lists.model import Item, Listing, Section
from bib2awesome.importers.lists.works import facts_of, identifiers_of
from bib2awesome.importers.proposals import Proposals, said
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, Category, UnknownCategoryError
from bib2awesome.render.markers import Region
from bib2awesome.render.regions import Page
from bib2awesome.render.targets import readme

__all__ = ["is_rendered", "plan_of", "renewed"]

_LISTS = frozenset({"papers", "table"})
_ALIKE = 60
"""How alike an edited item and its old self are at least, of 100."""


def is_rendered(data: bytes, name: str) -> bool:
    """Whether a file has regions of papers that `render` has filled.

    Raises:
        InputError: Its markers are wrong.
    """
    if b"bib2awesome:begin" not in data:
        return False
    return any(one.kind in _LISTS and one.checksum for one in Page.read(data, name).regions)


def plan_of(survey: Survey, data: bytes, name: str) -> Plan:
    """Return what differs in a rendered file from what the survey renders to, as a plan.

    Args:
        survey: The survey.
        data: The file's bytes.
        name: How messages call it.

    Raises:
        InputError: The survey cannot be rendered, or the file's markers are wrong.
    """
    planning = Proposals(survey)
    _Edits(planning, _Side(data, name), _Side(_rendered(survey, data), name)).take()
    return planning.plan()


def renewed(survey: Survey, plan: Plan, data: bytes, name: str) -> bytes | None:
    """Return the file as it is rendered with a plan made of its edits.

    None where something of the edits would go unsaid: what was not understood or deleted.
    """
    if plan.more.get("not_understood") or any(
        note["kind"] == "removed" for note in plan.more.get("notes", ())
    ):
        return None
    edited = survey.edited(plan)
    documents = [
        document if new is None else Document.parse(new, document.name)
        for document, new in zip(survey.documents, edited.data, strict=True)
    ]
    config = survey.config
    if edited.config is not None:
        config = configuration.loads(
            edited.config, plugins.load("targets"), path=survey.config_path, name=name
        )
    return _rendered(Survey(survey.folder, config, documents, survey.paths), data)


def _rendered(survey: Survey, data: bytes) -> bytes:
    """Return a file of the survey with its regions rendered anew."""

    def present(path: str) -> bytes | None:
        if path == readme.README:
            return data
        return files.present(files.inside(survey.folder, path), path)

    outputs = readme.render(survey, present, force=True)
    return next(one.data for one in outputs if one.path == readme.README)


class _Side:
    """One of the two files: its regions, and its items by region."""

    def __init__(self, data: bytes, name: str) -> None:
        self.page = Page.read(data, name, settle_conflicts=False)
        text = "".join(self.page.lines).replace("\r\n", "\n").replace("\r", "\n")
        self.lines = text.split("\n")
        self.listing: Listing = read_list(text)
        self.regions = [one for one in self.page.regions if one.kind in _LISTS]

    def items(self, region: Region) -> list[Item]:
        """Return what stands in a region as items."""
        return [
            item
            for item in self.listing.items
            if region.begin < item.line < region.end
            and item.reading is not None
            and (item.reading.kind == "paper" or item.reading.problem)
        ]


class _Found(NamedTuple):
    """An item that differs, with its region, the paper that it is, and the paper before it."""

    item: Item
    region: Region
    paper: Paper | None
    before: Paper | None = None


class _Edits:
    def __init__(self, planning: Proposals, edited: _Side, rendered: _Side) -> None:
        self.planning = planning
        self.survey = planning.survey
        self.edited = edited
        self.rendered = rendered

    def take(self) -> None:
        new: list[_Found] = []
        old: list[_Found] = []
        for mine, ours in zip(self.edited.regions, self.rendered.regions, strict=True):
            if self.edited.page.content(mine) == self.rendered.page.content(ours):
                continue
            self.strangers(mine, ours)
            there = self.edited.items(mine)
            here = self.rendered.items(ours)
            same = _common(
                [self.edited.listing.source(one) for one in there],
                [self.rendered.listing.source(one) for one in here],
            )
            new += self.differing(self.edited, mine, there, same)
            old += self.differing(self.rendered, ours, here, same)
        self.compare(new, old)

    def strangers(self, mine: Region, ours: Region) -> None:
        """Name the lines of a region that are no items and were not rendered."""
        known = Counter(line.strip() for line in self.rendered.lines[ours.begin : ours.end])
        covered = {
            number for item in self.edited.items(mine) for number in range(item.line, item.end_line)
        }
        for number in range(mine.begin + 1, mine.end):
            text = self.edited.lines[number].strip()
            if text and number not in covered and known[text] < 1:
                self.refuse(number, text, "no paper")
            known[text] -= 1

    def refuse(self, line: int, text: str, reason: str) -> None:
        self.planning.not_understood.append(
            {"line": line + 1, "text": text[:300], "reason": reason}
        )

    def note(self, line: int, kind: str, text: str) -> None:
        self.planning.notes.append({"line": line + 1, "kind": kind, "text": text})

    def differing(
        self, side: _Side, region: Region, items: Sequence[Item], same: Counter[str]
    ) -> Iterator[_Found]:
        """Yield the items of a side whose Markdown the other one does not have."""
        left = Counter(same)
        before: Paper | None = None
        for item in items:
            source = side.listing.source(item)
            paper = self.paper_of(item)
            if left[source] > 0:
                left[source] -= 1
            else:
                yield _Found(item, region, paper, before)
            before = paper or before

    def paper_of(self, item: Item) -> Paper | None:
        reading = item.reading
        if reading is None or reading.problem:
            return None
        facts = facts_of(reading)
        found = same_in(self.planning.known, work_from(facts), identifiers_of(reading))
        return found if isinstance(found, Paper) else None

    # What differs

    def compare(self, new: Sequence[_Found], old: Sequence[_Found]) -> None:
        waiting = list(old)
        for one in new:
            if one.item.reading is not None and one.item.reading.problem:
                source = " ".join(self.edited.listing.source(one.item).split())
                self.refuse(one.item.line, source, one.item.reading.problem)
                continue
            before = self.counterpart(one, waiting)
            if before is None:
                self.add(one)
                continue
            waiting.remove(before)
            self.change(before, one)
        for one in waiting:
            if one.paper is not None:
                text = f"`{one.paper.key}` is gone from the list; its entry stays"
                self.note(min(one.region.begin, len(self.edited.lines)), "removed", text)

    def counterpart(self, one: _Found, waiting: Sequence[_Found]) -> _Found | None:
        """Return what an item was before: the same paper, of the same category first, or nearly the same text."""
        if one.paper is not None:
            same = [old for old in waiting if old.paper is one.paper]
            here = [old for old in same if str(old.region) == str(one.region)]
            return next(iter([*here, *same]), None)
        source = self.edited.listing.source(one.item)
        scored = [
            (fuzz.ratio(source, self.rendered.listing.source(old.item)), -number, old)
            for number, old in enumerate(waiting)
            if str(old.region) == str(one.region) and old.paper is not None
        ]
        best = max(scored, default=None, key=lambda pair: pair[:2])
        return best[2] if best is not None and best[0] >= _ALIKE else None

    def add(self, one: _Found) -> None:
        """Take a new paper, or one that is to stand here, too."""
        category = self.category(self.edited, one)
        self.planning.put(one.item, category.path if category else None, behind=one.before)

    def change(self, before: _Found, after: _Found) -> None:
        """Compare an item with its old self, and propose what it says otherwise."""
        paper = before.paper
        if paper is None or before.item.reading is None or after.item.reading is None:
            return
        old, new = facts_of(before.item.reading), facts_of(after.item.reading)
        changes = list(self.planning.fields(paper, old, new, after.item))
        here, there = self.category(self.rendered, before), self.category(self.edited, after)
        if here is not None and there is not None and here is not there:
            paths = [
                there.path if self.resolved(one) is here else one for one in paper.category_refs
            ]
            name = self.survey.config.survey.category_field.lower()
            changes.append(
                self.planning.set(paper, name, ", ".join(dict.fromkeys(paths)), after.item)
            )
        self.planning.changes += changes
        gone = sorted(dict(said(old)).keys() - dict(said(new)).keys())
        if gone:
            text = f"{', '.join(f'`{one}`' for one in gone)} of `{paper.key}` is gone from the list"
            self.note(after.item.line, "removed", f"{text}; the entry keeps it")
        elif not changes:
            self.note(after.item.line, "same", f"nothing that `{paper.key}` says was changed")

    # Where

    def resolved(self, reference: str) -> Category | None:
        try:
            return self.survey.taxonomy.resolve(reference)
        except (UnknownCategoryError, AmbiguousCategoryError):
            return None

    def category(self, side: _Side, one: _Found) -> Category | None:
        """Return the category of an item: of its region, by the headings in it, else of its neighbour."""
        reference = one.region.arguments.get("category")
        here = self.resolved(reference) if reference else None
        below: Iterable[Category] = [here] if here is not None else self.survey.taxonomy.roots
        found = here
        for section in _above(one.item.section, one.region):
            named = [
                category
                for category in below
                if category.title.casefold() == section.title.casefold()
            ]
            if named:
                found, below = named[0], named[0].children
            elif found is not None and found is here:
                named = [
                    one
                    for one in found.children
                    if one.title.casefold() == section.title.casefold()
                ]
                found, below = (named[0], named[0].children) if named else (found, below)
        if (
            side is self.edited
            and one.region.arguments.get("headings") == "none"
            and one.before is not None
        ):
            near = self.survey.categories_of(one.before)
            inside = [
                category for category in near if here is None or category in tuple(here.walk())
            ]
            found = inside[0] if inside and one.region.arguments.get("depth") != "own" else found
        return found


def _above(section: Section, region: Region) -> list[Section]:
    """Return the headings in a region above something, the first first."""
    found: list[Section] = []
    current: Section | None = section
    while current is not None and current.kind != "root":
        if region.begin < current.line < region.end:
            found.append(current)
        current = current.parent
    return found[::-1]


def _common(one: Sequence[str], two: Sequence[str]) -> Counter[str]:
    return Counter(one) & Counter(two)
