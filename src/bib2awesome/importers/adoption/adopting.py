"""`import LIST.md --adopt`: a plan for the survey, and the list with regions in the place of its items.

Everything is rendered and compared before anything is written: an address or a heading that would be
gone afterwards is kept in a field of its paper, or its item stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from bib2awesome.errors import BugError, InputError, Place, RefusedError
from bib2awesome.importers.adoption.extras import chosen_fields, own_fields
from bib2awesome.importers.adoption.losing import lost_in
from bib2awesome.importers.adoption.made import Made, UnshownError
from bib2awesome.importers.adoption.paging import refuse_twice
from bib2awesome.importers.adoption.planning import Adopting
from bib2awesome.importers.adoption.spans import folded, links_in
from bib2awesome.importers.adoption.stretches import Stretch, Unfit, stretches_of
from bib2awesome.importers.base import Input
from bib2awesome.importers.lists.labels import label_of, web_address
from bib2awesome.importers.lists.model import Item, Listing, PaperLink
from bib2awesome.importers.markdown import listing_of
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey
from bib2awesome.render.regions import Page
from bib2awesome.render.targets import readme

__all__ = ["Adopted", "adopt", "mended"]

_ROUNDS, _TRIES, _CHANGES = 8, 1, 3
_LEFT = ", so it stays as it is"
_BELOW_REGION = "its section has a region: written in there, `import` takes it"


class Adopted(NamedTuple):
    """What adopting a list would change: the plan, and the list's new bytes."""

    plan: Plan
    data: bytes


def mended(one: Input) -> Input:
    """Return a list whose comment, which never closes and hides all behind it, ends with the file."""
    newline = b"\r\n" if b"\r\n" in one.data else b"\n"
    gap = b"" if one.data.endswith((b"\n", b"\r")) else newline
    return one._replace(data=one.data + gap + b"-->" + newline)


def adopt(survey: Survey, one: Input, name: str, *, mend: bool = False) -> Adopted:
    """Return what makes a list one that `render` gives back in its own look.

    Args:
        survey: What is there already.
        one: The list.
        name: Its path in the survey's folder.
        mend: Whether a comment that never closes may be closed.

    Raises:
        InputError: It cannot be read, holds no paper, or its markers are wrong.
        RefusedError: It cannot be adopted without losing something, or a comment never closes.
    """
    listing = listing_of(one)
    if listing.unclosed is not None:
        if not mend:
            raise RefusedError(
                "an HTML comment that never closes hides the rest of the file",
                place=Place(one.name, listing.unclosed),
                hint="close it, or give `--mend-comments`, which ends it at the end of the file",
            )
        one = mended(one)
        listing = listing_of(one)
    return _Adoption(survey, one, name, listing).run()


class _Adoption:
    def __init__(self, survey: Survey, one: Input, name: str, listing: Listing) -> None:
        self.survey = survey
        self.one = one
        self.name = name
        self.listing = listing
        self.page = Page.read(one.data, name)
        self.taken = tuple((region.begin, region.end) for region in self.page.regions)
        self.old = one.data.decode("utf-8-sig")
        self.unfit: list[Unfit] = []
        self.apart: dict[int, str] = {}
        self.doubled: dict[int, PaperLink] = {}
        self.raw = Plan(command="import")
        self.more = own_fields(self.listing)
        self.chosen = chosen_fields(self.listing)
        self.plain = True
        self.differences: dict[int, list[tuple[str, str]]] = {}
        self.changes = _CHANGES
        self.below_regions()

    def run(self) -> Adopted:
        """Try until nothing is lost; a list all of whose papers stand in regions stays as it is."""
        if self.page.regions and not any(stretches_of(self.listing, self.taken)):
            return Adopted(self.untouched(), self.one.data)
        for tried in range(_ROUNDS):
            adopted, lost = self.attempt()
            if not lost:
                return adopted
            for item, gone in lost:
                self.keep(item, gone, tried)
        raise RefusedError(
            "the list cannot be adopted without losing something, and was left as it is",
            place=Place(self.one.name, lost[0][0].line + 1),
            hint=f"what would be lost first: `{lost[0][1][0]}`",
        )

    def untouched(self) -> Plan:
        """Return a plan without changes that names what stands outside of the regions and stays there."""
        notes = [
            Unfit(item.line + 1, 1, _BELOW_REGION).note
            for item in self.listing.items
            if item.reading and item.reading.problem == _BELOW_REGION
        ]
        return Plan(command="import", more={"not_understood": [], "notes": notes})

    # What is lost

    def keep(self, item: Item, gone: Sequence[str], tried: int) -> None:
        """Keep what an item would lose in fields of its paper, or leave the item as it is."""
        assert item.reading is not None  # noqa: S101 (papers have been read)
        source = self.listing.source(item)
        links = [(folded(source[slice(*link.url)]), link) for link in links_in(source)]
        for address in gone:
            link = next((one for url, one in links if url == address), None)
            url = web_address(unescape(source[slice(*link.url)])) if link is not None else None
            if link is None or url is None or folded(url) != address or tried > _TRIES:
                break
            label = label_of(source[slice(*link.label)]) or ("image" if link.image else "link")
            item.reading.links.append(PaperLink(label, url, label))
        else:
            return
        self.leave(item, f"`{gone[0]}` would be lost")

    def leave(self, item: Item, reason: str) -> None:
        """Leave an item as it is: of a table the whole, else the item alone."""
        assert item.reading is not None  # noqa: S101 (papers have been read)
        if item.container == "row":
            self.apart[id(item)] = "an address would be lost"
        else:
            item.reading.problem = reason + _LEFT

    def below_regions(self) -> None:
        """Leave papers as they are whose section has a region, which would show them a second time."""
        regions = [
            (one.begin, one.end) for one in self.page.regions if one.kind in {"papers", "table"}
        ]
        outside, sections = [], set()
        for item in self.listing.papers:
            if any(begin < item.line < end for begin, end in regions):
                sections.add(id(item.section))
            else:
                outside.append(item)
        for item in outside:
            if id(item.section) in sections:
                assert item.reading is not None  # noqa: S101 (papers have been read)
                item.reading.problem = _BELOW_REGION

    # One attempt

    def attempt(self) -> tuple[Adopted, list[tuple[Item, list[str]]]]:
        stretches = self.fit()
        planning = self.complete()
        unwritten = [
            item for item, _, work in planning.placed if not work.key and id(item) not in self.apart
        ]
        if unwritten:
            for item in unwritten:
                self.leave(item, "survey.bib cannot hold it")
            return self.attempt()
        made = Made(
            self.survey,
            planning,
            stretches,
            self.listing,
            name=self.name,
            chosen=self.chosen,
            raw=self.raw,
        )
        if self.worded(made):
            return self.attempt()
        try:
            plan = made.plan(self.unfit)
        except UnshownError as error:
            reason = "its items have no form that a style could have"
            self.apart |= {id(one.items[0]): reason for one in error.stretches}
            return self.attempt()
        if self.varied(made):
            return self.attempt()
        survey = made.survey
        refuse_twice(self.page, survey, made.by_path, self.one.name)
        data = made.paged(self.page)
        rendered = self.rendered(survey, data)
        lost = lost_in(self.listing, stretches, self.old, rendered.decode("utf-8-sig"))
        if not lost and self.rendered(survey, rendered) != rendered:
            raise BugError("rendering the adopted list twice gives two results")
        return Adopted(plan, rendered), lost

    def fit(self) -> list[Stretch]:
        """Return the stretches that become regions.

        Raises:
            RefusedError: There are none.
        """
        self.listing.__dict__.pop("runs", None)  # some items may have become hand-written
        fit, self.unfit = stretches_of(self.listing, self.taken)
        stretches = []
        for one in fit:
            reason = next((self.apart[id(item)] for item in one.items if id(item) in self.apart), "")  # fmt: skip
            if reason:
                self.unfit.append(Unfit(one.items[0].line + 1, len(one.items), reason))
            else:
                stretches.append(one)
        if not stretches:
            line, reason = self.why_nothing()
            what = "nothing of the list can become a region"
            raise RefusedError(what, place=Place(self.one.name, line), hint=reason)
        return stretches

    def why_nothing(self) -> tuple[int, str]:
        """Return the line of the first item that stays as it is, and why."""
        if self.unfit:
            return self.unfit[0].line, self.unfit[0].reason
        problems = ((one.line, one.reading.problem) for one in self.listing.items if one.reading)
        line, problem = next(one for one in problems if one[1].endswith(_LEFT))
        return line + 1, problem

    def worded(self, made: Made) -> bool:
        """Take what the list says in words of its own, once; returns whether it says any."""
        words = made.own_words() if self.plain else None
        self.plain = False
        for number, fields in (words or {}).items():
            self.more.setdefault(number, []).extend(fields)
        return words is not None

    def varied(self, made: Made) -> bool:
        """Take what items have otherwise than most; returns whether that is news."""
        known = {number: self.differences.get(number, []) for number in made.differences}
        if made.differences == known or not self.changes:
            return False
        self.changes -= 1
        for number, fields in made.differences.items():
            before = self.differences.get(number, [])
            others = [one for one in self.more.get(number, ()) if one not in before]
            self.more[number] = [*others, *fields]
        self.differences = made.differences
        return True

    def complete(self) -> Adopting:
        """Return a plan in which no address of an item is lost where it is one work with another item."""
        while True:
            planning = self.planned()
            lacking = False
            for item, _, work in planning.placed:
                have = planning.urls_of(work)
                for link in tuple(item.reading.links if item.reading is not None else ()):
                    if folded(link.url) not in have and id(link) not in self.doubled:
                        assert item.reading is not None  # noqa: S101 (it has links)
                        label = label_of(link.shown) or "link"
                        again = PaperLink(label, link.url, link.shown)
                        self.doubled |= {id(link): link, id(again): again}
                        item.reading.links.append(again)
                        lacking = True
            if not lacking:
                self.raw = planning.plan()
                return planning

    def planned(self) -> Adopting:
        planning = Adopting(self.survey, self.more)
        planning.take(self.listing, self.one.name)
        return planning

    def rendered(self, survey: Survey, data: bytes) -> bytes:
        def present(path: str) -> bytes | None:
            return data if path == self.name else None

        outputs = readme.render(survey, present, force=False)
        return next(output.data for output in outputs if output.path == self.name)


def path_in(folder: Path, file: Path) -> str:
    """Return how a survey names a file of its folder.

    Raises:
        InputError: It is somewhere else.
    """
    try:
        return file.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        raise InputError(
            "the list is not in the survey's folder",
            place=Place(file.as_posix()),
            hint="`-C DIR` says where the survey is",
        ) from None
