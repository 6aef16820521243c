"""What new items of an edited list say in the list's own words, in the fields that adopting it has made for them.

An adopted list has remarks in several places of an item, images, venues in its own spelling. Where the
survey's papers have fields for these, a new paper gets its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import chain

from bib2awesome.importers.adoption.own_labels import SUFFIX, own_labels
from bib2awesome.importers.adoption.own_tags import own_venues
from bib2awesome.importers.adoption.places import own_images, own_remarks
from bib2awesome.importers.adoption.skeleton import Sample, at_edge
from bib2awesome.importers.lists.model import Item
from bib2awesome.importers.rendered.anew import survey_with
from bib2awesome.importers.rendered.proposals import Proposals
from bib2awesome.importers.rendered.sides import Side, paper_of
from bib2awesome.papers.known import Known
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.render.markers import Region

__all__ = ["own_words"]

Fields = list[tuple[str, str]]

_MOST = 300
"""Items that are looked at beside the new ones; the form of a list is stable."""


def own_words(survey: Survey, side: Side, used: Collection[str], name: str) -> dict[int, Fields]:
    """Return by the id of a new item its fields, and put into its reading what it says in the list's own words.

    Args:
        survey: The survey as it is.
        side: The edited file.
        used: The names of all fields of the survey.
        name: How messages call the file.
    """
    own = ("remark-", "link-image", "shortvenue")
    if not any(one.startswith(own) or one.endswith(SUFFIX) for one in used):
        return {}
    known = Known(survey.papers)
    new = _made(survey, [item for item in _read(side) if _paper(side, item, known) is None], name)
    alike: dict[tuple[str, ...], list[tuple[Region, Item]]] = {}
    for region in side.regions:
        for item in side.items(region):
            if _understood(item):
                alike.setdefault(item.header, []).append((region, item))
    found: dict[int, Fields] = {}
    for pairs in alike.values():
        if any(id(item) in new for _, item in pairs):
            step = len(pairs) // _MOST + 1
            some = [one for at, one in enumerate(pairs) if at % step == 0 or id(one[1]) in new]
            samples = [_sample(side, *one, new, known) for one in some]
            found |= _words([one for one in samples if one is not None], new, used)
    return found


def _understood(item: Item) -> bool:
    return item.reading is not None and not item.reading.problem


def _read(side: Side) -> list[Item]:
    return [item for region in side.regions for item in side.items(region) if _understood(item)]


def _paper(side: Side, item: Item, known: Known) -> Paper | None:
    return side.papers.get(id(item)) or paper_of(item, known)


def _made(survey: Survey, items: list[Item], name: str) -> dict[int, Paper]:
    """Return by the id of an item the paper that would be made of it."""
    planning = Proposals(survey)
    for item in items:
        planning.put(item, None, behind=None)
    after = survey_with(survey, planning.plan(), name)
    papers = ((item, after.paper(work.key)) for item, _, work in planning.placed)
    return {id(item): paper for item, paper in papers if paper is not None}


def _sample(
    side: Side, region: Region, item: Item, new: Mapping[int, Paper], known: Known
) -> tuple[Item, Sample] | None:
    """Return an item as one to learn from; the reading of one that is there already is a copy."""
    reading = item.reading
    paper = new.get(id(item)) or _paper(side, item, known)
    if reading is None or paper is None:
        return None
    if id(item) not in new:
        reading = replace(reading, remark=list(reading.remark), links=list(reading.links))
    marker = side.lines[region.begin]
    source = at_edge(side.listing.source(item).rstrip(), len(marker) - len(marker.lstrip()))
    return item, Sample(source, reading, paper, 1, dict(side.more.get(id(item), ())), item.header)


def _words(
    pairs: list[tuple[Item, Sample]], new: Mapping[int, Paper], used: Collection[str]
) -> dict[int, Fields]:
    samples = [sample for _, sample in pairs]
    if any(one.startswith("link-image") for one in used):
        for sample in samples:
            sample.reading.links += own_images(sample)
    apart = any(one.startswith("remark-") for one in used)
    remarks = own_remarks(samples) if apart else [[] for _ in samples]
    labels = [[one for one in some if one[0] in used] for some in own_labels(samples)]
    return {
        id(item): [*chain(*fields)]
        for (item, _), *fields in zip(pairs, remarks, labels, own_venues(samples), strict=True)
        if id(item) in new
    }
