"""A README that `render` wrote and somebody edited: what differs from the last rendering, as a plan.

The survey is rendered anew in memory and both files are read as lists. Items that are the same, line by
line, say nothing; of the others those that are one work are compared with each other, so that what the
reader misunderstands it misunderstands in both. Nothing is deleted: what is gone is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bib2awesome.importers.adoption.extras import LISTED_AUTHORS
from bib2awesome.importers.adoption.people import written
from bib2awesome.importers.adoption.variants import VARIANT
from bib2awesome.importers.lists.works import facts_of, identifiers_of
from bib2awesome.importers.rendered.pairing import paired, title_reworded
from bib2awesome.importers.rendered.placing import Places, has_headings
from bib2awesome.importers.rendered.proposals import Proposals, said
from bib2awesome.importers.rendered.sides import (
    LISTS,
    Found,
    Placed,
    Side,
    by_place,
    differing,
    found_in,
    is_conflict_mark,
    problem,
)
from bib2awesome.importers.rendered.staying import unlinked, unsaid
from bib2awesome.importers.rendered.wording import own_words
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.new_entry import tex_name
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.sorting import in_order
from bib2awesome.render.markers import Region
from bib2awesome.render.regions import Page

__all__ = ["Edits"]

_BY_DATE, _BY_NAME = ("-date", "date"), ("title", "author", "venue")
_LEAST_SORTED = 5
"""Papers that stand by title, author or venue for a reason; fewer often do by chance."""
_RULE = re.compile(r"\|?[ :|-]*-[ :|-]*\|[ :|-]*")


def _papers(found: Iterable[Found]) -> Iterable[Paper]:
    """Return the papers of some items, each once."""
    return {one.paper.key: one.paper for one in found if one.paper is not None}.values()


class Edits:
    """What differs between an edited file and its last rendering, as changes of a plan.

    Args:
        planning: Takes the changes.
        edited: The file as somebody edited it.
        rendered: The file as the survey renders it.
    """

    def __init__(self, planning: Proposals, edited: Side, rendered: Side) -> None:
        self.planning = planning
        self.survey = planning.survey
        self.edited = edited
        self.rendered = rendered
        self.places = Places(planning)
        edited.take_over(rendered)
        words = own_words(self.survey, edited, planning.used, edited.page.file)
        own = {number: [*edited.more.get(number, ()), *more] for number, more in words.items()}
        planning.own = {**edited.more, **rendered.more, **own}
        self.touched: list[tuple[Found, Paper, bool]] = []
        """The items of known papers that were edited, and whether a change or a note says how."""
        self.added: list[Found] = []
        self.unchanged: list[dict[str, Any]] = []
        self.wanted: dict[Placed, list[Found]] = {}
        """The order in which items are to stand, and below what it means where they cannot."""
        self.disorder: dict[Placed, dict[str, Any]] = {}

    def take(self) -> None:
        """Take all that differs."""
        new: list[Found] = []
        old: list[Found] = []
        edited = [
            (mine, ours)
            for mine, ours in zip(self.edited.regions, self.rendered.regions, strict=True)
            if self.edited.page.content(mine) != self.rendered.page.content(ours)
            # where it is as it was rendered, the survey has changed since, and nobody's hand did it
            and not self.edited.page.is_as_rendered(mine)
        ]
        for mine, ours in edited:
            there = list(found_in(self.edited, mine, self.planning.known))
            here = list(found_in(self.rendered, ours, self.planning.known))
            if self.places.retitled(there, here):
                there = list(found_in(self.edited, mine, self.planning.known))
            same = Counter(one.said for one in there) & Counter(one.said for one in here)
            new += differing(there, same)
            old += differing(here, same)
            self.reordered(there, here)
        self.compare(new, old)
        for mine, ours in edited:
            self.strangers(mine, ours)

    def are_shown(self, rendered: bytes) -> bool:
        """Whether a rendering has all that was edited, letter for letter."""
        mine, page = self.edited, Page.read(rendered, self.edited.page.file, settle_conflicts=False)
        shown = [one for one in page.regions if one.kind in LISTS]
        return all(
            mine.page.content(one) == page.content(ours)
            for one, ours in zip(mine.regions, shown, strict=True)
            if not mine.page.is_as_rendered(one)
        )

    def reordered(self, new: Sequence[Found], old: Sequence[Found]) -> None:
        """Say by what a category is sorted now, or which order of papers is wanted."""
        there, here = by_place(new), by_place(old)
        for place, found in there.items():
            were = {paper.key for paper in _papers(here.get(place, ()))}
            are = {paper.key for paper in _papers(found)}
            now, was = (
                [paper for paper in _papers(some) if paper.key in were & are]
                for some in (found, here.get(place, ()))
            )
            category = self.places.category(found[0])
            placed = (self.edited.regions.index(found[0].region), place)
            if now == was:
                if are - were or any(one.paper is None for one in found):
                    self.wanted[placed] = found
                continue
            listed = [paper for paper in self.survey.papers if paper.key in were & are]
            keys = _BY_DATE if len(now) < _LEAST_SORTED else _BY_DATE + _BY_NAME
            key = next((key for key in keys if in_order(listed, (key,)) == now), None)
            if key is not None and category is not None:
                self.planning.sort_by(category.path, key)
                continue
            text = "the papers stand in another order; it is that of survey.bib that holds"
            line = found[0].item.line + 1
            self.disorder[placed] = {"line": line, "kind": "order", "text": text}
            self.wanted[placed] = found

    def keys(self) -> dict[Placed, list[str]]:
        """Return the orders that are wanted, by citation key."""
        new = {id(item): work.key for item, _, work in self.planning.placed}
        orders = {}
        for place, found in self.wanted.items():
            keys = (
                one.paper.key if one.paper is not None else new.get(id(one.item), "")
                for one in found
            )
            orders[place] = list(dict.fromkeys(filter(None, keys)))
        return orders

    def strangers(self, mine: Region, ours: Region) -> None:
        """Name the lines of a region that are no items and were not rendered."""
        known = {line.strip() for line in self.rendered.lines[ours.begin : ours.end]}
        covered = self.places.headings | {
            number for item in self.edited.items(mine) for number in range(item.line, item.end_line)
        }
        for number in range(mine.begin + 1, mine.end):
            text = self.edited.lines[number].strip()
            if not text or number in covered or _RULE.fullmatch(text):
                continue
            if text not in known:
                self.refuse(number, text, "no paper")

    def refuse(self, line: int, text: str, reason: str) -> None:
        """Name something that is not understood."""
        if is_conflict_mark(text):
            reason = "a merge conflict, of which both sides are read"
        self.planning.not_understood.append(problem(line, text, reason))

    def note(self, line: int, kind: str, text: str) -> None:
        """Put down a note for the author."""
        self.planning.notes.append({"line": line + 1, "kind": kind, "text": text})

    # What differs

    def compare(self, new: Sequence[Found], old: Sequence[Found]) -> None:
        """Take new items, and changes of old ones; what is gone is noted."""
        read = [one for one in new if self.is_read(one)]
        before, waiting = paired(
            read,
            old,
            lambda one: self.edited.listing.source(one.item),
            lambda one: self.rendered.listing.source(one.item),
        )
        for one in read:
            if id(one.item) in before:
                self.change(before[id(one.item)], one)
            else:
                self.add(one)
        for one in waiting:
            if one.paper is not None:
                text = f"`{one.paper.key}` is gone from the list; its entry stays"
                self.note(min(one.region.begin, len(self.edited.lines)), "removed", text)

    def is_read(self, one: Found) -> bool:
        """Whether an item says something that can be taken; else it is named."""
        reading = one.item.reading
        reason = reading.problem if reading is not None else ""
        if not reason and one.said[1] and not has_headings(one.region):
            reason = "it stands below a heading in a region without any"
        if reason:
            source = " ".join(self.edited.listing.source(one.item).split())
            self.refuse(one.item.line, source, reason)
        return not reason

    def add(self, one: Found) -> None:
        """Take a new paper, or one that is to stand here, too."""
        if one.paper is not None and self.places.path(one) in {
            category.path for category in self.survey.categories_of(one.paper)
        }:
            self.note(one.item.line, "duplicate", f"`{one.paper.key}` is twice in this section")
        self.planning.put(one.item, self.places.path(one), behind=one.before)
        self.added.append(one)

    def change(self, before: Found, after: Found) -> None:
        """Compare an item with its old self, and propose what it says otherwise."""
        paper = before.paper
        if paper is None or before.item.reading is None or after.item.reading is None:
            return
        old, new = (
            facts_of(reading, identifiers_of(reading), self.planning.more_of(one.item))
            for one, reading in ((before, before.item.reading), (after, after.item.reading))
        )
        sources = [
            side.listing.source(one.item)
            for side, one in ((self.rendered, before), (self.edited, after))
        ]
        title = title_reworded(paper.title, *sources)
        if title is not None:  # whatever else the new words look like to the reader
            new = old._replace(title=title)
        changes = list(self.planning.fields(paper, old, new, after.item))
        if paper.text(LISTED_AUTHORS) and any(one.field == "author" for one in changes):
            names = written(sources[1], list(map(tex_name, new.authors)))
            changes += self.planning.relisted(paper, names, after.item)
        here, there = self.places.category(before, rendered=True), self.places.path(after)
        if here is not None and there is not None and here.path != there:
            paths = [
                there if self.places.resolved(one) is here else one for one in paper.category_refs
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
        self.touched.append((after, paper, bool(gone or changes)))

    def unvaried(self, plan: Plan) -> Plan:
        """Return a plan that also takes edited items for those of no variant, if they are of one."""
        papers = {paper.key: paper for _, paper, _ in self.touched if paper.text(VARIANT)}
        gone = [self.planning.unset(paper, VARIANT) for paper in papers.values()]
        return replace(plan, changes=(*plan.changes, *gone)) if gone else plan

    def lost(self, side: Side) -> Iterator[dict[str, Any]]:
        """Yield what the edited items say that is not shown when the plan is made and rendered."""
        self.unchanged.clear()
        for one in self.added:
            source = self.edited.listing.source(one.item)
            missing = unlinked(source, side.listing.text)
            if missing:
                reason = f"`{missing}` is nothing that a new paper shows in this style"
                yield problem(one.item.line, " ".join(source.split()), reason)
        regions = dict(zip(map(id, self.edited.regions), side.regions, strict=True))
        for one, paper, changed in self.touched:
            source = self.edited.listing.source(one.item)
            shown = map(side.listing.source, side.items(regions[id(one.region)]))
            missing = unsaid(source, shown)
            if missing:
                reason = (
                    f"`{missing}` is nothing that the entry of `{paper.key}` shows in this style"
                )
                yield problem(one.item.line, " ".join(source.split()), reason)
            elif not changed:
                text = f"nothing that `{paper.key}` says was changed"
                self.unchanged.append({"line": one.item.line + 1, "kind": "same", "text": text})
