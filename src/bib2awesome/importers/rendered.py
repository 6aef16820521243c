"""A README that `render` wrote and somebody edited: what differs from the last rendering, as a plan.

The survey is rendered anew in memory and both files are read as lists. Items that are the same, line by
line, say nothing; of the others those that are one work are compared with each other, so that what the
reader misunderstands it misunderstands in both. Nothing is deleted: what is gone is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from bib2awesome import config as configuration
from bib2awesome import files, plugins
from bib2awesome.bib.document import Document
from bib2awesome.importers.lists.merging import same_in, work_from
from bib2awesome.importers.lists.model import Item
from bib2awesome.importers.lists.works import facts_of, identifiers_of
from bib2awesome.importers.proposals import Proposals, said
from bib2awesome.importers.sides import LISTS, Found, Side, above, by_place, differing
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.sorting import in_order
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, Category, UnknownCategoryError
from bib2awesome.render.markers import Region
from bib2awesome.render.regions import Page
from bib2awesome.render.targets import readme

__all__ = ["is_rendered", "plan_of", "renewed"]

_ORDERS = ("-date", "date", "title", "author", "venue")
_ALIKE = 60
"""How alike an edited item and its old self are at least, of 100."""
_RULE = re.compile(r"\|?[ :|-]*-[ :|-]*\|[ :|-]*")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")


def is_rendered(data: bytes, name: str) -> bool:
    """Whether a file has regions of papers that `render` has filled.

    Raises:
        InputError: Its markers are wrong.
    """
    if b"bib2awesome:begin" not in data:
        return False
    return any(one.kind in LISTS and one.checksum for one in Page.read(data, name).regions)


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
    _Edits(planning, Side(data, name), Side(_rendered(survey, data), name)).take()
    return planning.plan()


def renewed(survey: Survey, plan: Plan, data: bytes, name: str) -> bytes | None:
    """Return the file as it is rendered with a plan made of its edits.

    None where something of the edits would go unsaid: what was not understood or deleted.
    """
    if plan.more.get("not_understood") or any(
        note["kind"] in {"removed", "order"} for note in plan.more.get("notes", ())
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


class _Edits:
    def __init__(self, planning: Proposals, edited: Side, rendered: Side) -> None:
        self.planning = planning
        self.survey = planning.survey
        self.edited = edited
        self.rendered = rendered
        self.headings: set[int] = set()

    def take(self) -> None:
        new: list[Found] = []
        old: list[Found] = []
        edited = [
            (mine, ours)
            for mine, ours in zip(self.edited.regions, self.rendered.regions, strict=True)
            if self.edited.page.content(mine) != self.rendered.page.content(ours)
        ]
        for mine, ours in edited:
            there = list(self.found(self.edited, mine))
            here = list(self.found(self.rendered, ours))
            same = Counter(one.said for one in there) & Counter(one.said for one in here)
            new += differing(there, same)
            old += differing(here, same)
            self.reordered(there, here)
        self.compare(new, old)
        for mine, ours in edited:
            self.strangers(mine, ours)

    def found(self, side: Side, region: Region) -> Iterator[Found]:
        """Yield the items of a region, each with what it is and where it stands."""
        before: Paper | None = None
        for item in side.items(region):
            paper = self.paper_of(item)
            titles = tuple(one.title.casefold() for one in above(item.section, region))
            shown = (side.listing.source(item), titles)
            yield Found(item, region, paper, shown, before)
            before = paper or before

    def reordered(self, new: Sequence[Found], old: Sequence[Found]) -> None:
        """Say by what a category is sorted now, where its papers stand in another order."""
        there, here = by_place(new), by_place(old)
        for place, papers in there.items():
            common = {one.paper.key for one in here.get(place, ()) if one.paper is not None}
            common &= {one.paper.key for one in papers if one.paper is not None}
            now, was = (
                [one.paper for one in some if one.paper is not None and one.paper.key in common]
                for some in (papers, here.get(place, ()))
            )
            if now == was:
                continue
            category = self.category(self.edited, papers[0])
            listed = [paper for paper in self.survey.papers if paper.key in common]
            key = next((key for key in _ORDERS if in_order(listed, (key,)) == now), None)
            if key is not None and category is not None:
                self.planning.sort_by(category.path, key)
            else:
                text = "the papers stand in another order; it is that of survey.bib that holds"
                self.note(papers[0].item.line, "order", text)

    def strangers(self, mine: Region, ours: Region) -> None:
        """Name the lines of a region that are no items and were not rendered."""
        known = {line.strip() for line in self.rendered.lines[ours.begin : ours.end]}
        covered = {
            number for item in self.edited.items(mine) for number in range(item.line, item.end_line)
        }
        for number in range(mine.begin + 1, mine.end):
            text = self.edited.lines[number].strip()
            if not text or number in covered | self.headings or _RULE.fullmatch(text):
                continue
            if text not in known:
                self.refuse(number, text, "no paper")

    def refuse(self, line: int, text: str, reason: str) -> None:
        if _CONFLICT.match(text):
            reason = "a merge conflict, of which both sides are read"
        self.planning.not_understood.append(
            {"line": line + 1, "text": text[:300], "reason": reason}
        )

    def note(self, line: int, kind: str, text: str) -> None:
        self.planning.notes.append({"line": line + 1, "kind": kind, "text": text})

    def paper_of(self, item: Item) -> Paper | None:
        reading = item.reading
        if reading is None or reading.problem:
            return None
        facts = facts_of(reading)
        found = same_in(self.planning.known, work_from(facts), identifiers_of(reading))
        return found if isinstance(found, Paper) else None

    # What differs

    def compare(self, new: Sequence[Found], old: Sequence[Found]) -> None:
        waiting = list(old)
        for one in new:
            if one.item.reading is not None and one.item.reading.problem:
                source = " ".join(self.edited.listing.source(one.item).split())
                self.refuse(one.item.line, source, one.item.reading.problem)
                continue
            if one.said[1] and one.region.arguments.get("headings") == "none":
                source = " ".join(self.edited.listing.source(one.item).split())
                self.refuse(
                    one.item.line, source, "it stands below a heading in a region without any"
                )
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

    def counterpart(self, one: Found, waiting: Sequence[Found]) -> Found | None:
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

    def add(self, one: Found) -> None:
        """Take a new paper, or one that is to stand here, too."""
        self.planning.put(one.item, self.path(one), behind=one.before)

    def change(self, before: Found, after: Found) -> None:
        """Compare an item with its old self, and propose what it says otherwise."""
        paper = before.paper
        if paper is None or before.item.reading is None or after.item.reading is None:
            return
        old, new = facts_of(before.item.reading), facts_of(after.item.reading)
        changes = list(self.planning.fields(paper, old, new, after.item))
        here, there = self.category(self.rendered, before), self.path(after)
        if here is not None and there is not None and here.path != there:
            paths = [there if self.resolved(one) is here else one for one in paper.category_refs]
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

    def path(self, one: Found) -> str | None:
        """Return the path of an item's category, which is made where its heading is new."""
        category = self.category(self.edited, one)
        path = category.path if category else ""
        if one.region.arguments.get("headings") != "none":
            sections = above(one.item.section, one.region)
            titles = [section.title.casefold() for section in sections]
            known = titles.index(category.title.casefold()) + 1 if category and category.title.casefold() in titles else 0  # fmt: skip
            if category is not None and not known and path != self.rooted(one.region):
                known = len(sections)
            for section in sections[known:]:
                self.headings.add(section.line)
                path = self.planning.category_for(path, section.title)
        return path or None

    def rooted(self, region: Region) -> str:
        """Return the path of the category that a region shows, "" for all."""
        reference = region.arguments.get("category")
        category = self.resolved(reference) if reference else None
        return category.path if category else ""

    def category(self, side: Side, one: Found) -> Category | None:
        """Return the category of an item: of its region, by the headings in it, else of its neighbour."""
        reference = one.region.arguments.get("category")
        here = self.resolved(reference) if reference else None
        below: Iterable[Category] = [here] if here is not None else self.survey.taxonomy.roots
        found = here
        for section in above(one.item.section, one.region):
            named = [
                category
                for category in below
                if category.title.casefold() == section.title.casefold()
            ]
            if named:
                found, below = named[0], named[0].children
            elif found is not None and found is here:
                named = [
                    category
                    for category in found.children
                    if category.title.casefold() == section.title.casefold()
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
