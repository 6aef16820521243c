"""What samples show of the list's own words: remarks in several places of an item, images.

A paper's `remark` is one text. Where items say something in two places, such as institutions in one line
and a summary in another, each place has its field, and the item style puts it there again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from bib2awesome.importers.adoption.finding import find
from bib2awesome.importers.adoption.marking import Mark, whole
from bib2awesome.importers.adoption.skeleton import Sample
from bib2awesome.importers.lists.labels import web_address
from bib2awesome.importers.lists.model import PaperLink
from bib2awesome.importers.lists.placing import badge_text

__all__ = ["own_images", "own_remarks"]

_FEW, _SHARE = 3, 0.2
"""Items with remarks in two places, and their share, from which on places have fields."""
_MOST = 4
_MARKUP = re.compile(r"[`*<>\[\]|\\\n&]|~~|(?<![^\W_])_|_(?![^\W_])")
_EMPHASISED = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])[^*\n]*(?<=\S)\1(?![\w*])|</?su[bp]>")
_EMPHASIS = re.compile(r"(?: \*{1,2}|\*{1,2} )")


_Place = tuple[str, bool]
"""The slot before something, and whether it stands on a line of its own."""


class _Group(NamedTuple):
    """Remarks that stand side by side: where, and their texts."""

    place: _Place
    texts: tuple[str, ...]


def own_remarks(samples: Sequence[Sample]) -> list[list[tuple[str, str]]]:
    """Return for each sample the fields of its remarks in further places, and leave in its reading the others.

    What stands side by side is one remark as the list writes it, where it has no marks in it.
    """
    for one in samples:
        if any(mark.part.slot == "number" for mark in one.marks):  # that is shown by counting
            one.reading.remark = [said for said in one.reading.remark if said != str(one.number)]
    groups = [_groups(one) for one in samples]
    several = [some for some in groups if len(some) > 1]
    apart = len(several) >= max(_FEW, _SHARE * sum(map(bool, groups)))
    places: list[Counter[_Place]] = [Counter() for _ in range(_MOST)]
    for some in several:
        for votes, group in zip(places, some, strict=False):
            votes[group.place] += 1
    found = []
    for sample, some in zip(samples, groups, strict=True):
        fields: list[list[str]] = [[] for _ in range(_MOST)]
        for number, group in enumerate(some):
            at = min(number, _MOST - 1) if apart else 0
            if apart and len(some) == 1:
                at = _likely(group.place, places)
            fields[at] += group.texts
        if some:
            sample.reading.remark = fields[0]
        more = enumerate(fields[1:], 2)
        found.append([(f"remark-{number}", "; ".join(texts)) for number, texts in more if texts])
    return found


def _likely(place: _Place, places: Sequence[Counter[_Place]]) -> int:
    """Return which of the remarks stands in a place, or at least on a line of its own as this one does."""

    def votes(number: int) -> tuple[int, int]:
        alike = sum(count for other, count in places[number].items() if other[1] == place[1])
        return places[number][place], alike

    return max(range(len(places)), key=votes)


def _groups(sample: Sample) -> list[_Group]:
    """Return the remarks of an item by where they stand, those that stand nowhere in it with the first."""
    others = [mark for mark in sample.marks if mark.part.slot != "remark"]
    spans: list[tuple[int, int, str]] = []
    nowhere: list[str] = []
    start = 0
    for remark in sample.reading.remark:
        span = find(sample.source, remark, sample.links, start=start)
        if span is None:  # what stands in front of all is said last
            span = find(sample.source[:start], remark, sample.links)
        if span is None:
            nowhere.append(remark)
        else:
            spans.append((*span, remark))
            start = max(start, span[1])
    spans.sort()
    together: list[list[tuple[int, int, str]]] = []
    for one in spans:
        before = together[-1][-1][1] if together else -1
        between = any(before <= mark.start < one[0] for mark in others)
        if together and not between and not _apart(sample.source[before : one[0]]):
            together[-1].append(one)
        else:
            together.append([one])
    found = [_group(sample, some, others) for some in together]
    if nowhere:
        first = found[0] if found else _Group(("", False), ())
        found[:1] = [first._replace(texts=(*first.texts, *nowhere))]
    return found


def _group(sample: Sample, spans: Sequence[tuple[int, int, str]], others: Iterable[Mark]) -> _Group:
    first, last = spans[0][0], spans[-1][1]
    before = [mark for mark in others if mark.end <= first]
    gap = sample.source[before[-1].end if before else 0 : first]
    slot = before[-1].part.slot.partition("-")[0] if before else ""
    text = sample.source[slice(*whole(sample.source, first, last))]
    if _MARKUP.search(_EMPHASISED.sub("", text)):
        return _Group((slot, _apart(gap)), tuple(_sentences(sample.source, spans)))
    return _Group((slot, _apart(gap)), (text,))


def _sentences(source: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """Yield remarks, as one those between which an emphasis begins or ends and nothing else: `A **loose** thread`."""
    said, at = "", 0
    for start, end, remark in spans:
        if said and not _EMPHASIS.fullmatch(source, at, start):
            yield said
            said = ""
        said = f"{said} {remark}".lstrip()
        at = end
    yield said


def _apart(gap: str) -> bool:
    return "\n" in gap or "<br" in gap


def own_images(sample: Sample) -> list[PaperLink]:
    """Return links for the images that an item shows beside its links, and take their words from its remarks."""
    reading = sample.reading
    have = {one.url for one in reading.links}
    found: list[PaperLink] = []
    for link in sample.links:
        url = unescape(sample.source[slice(*link.url)])
        inside = any(one.label[0] <= link.start < one.label[1] for one in sample.links)
        taken = any(mark.start < link.end and link.start < mark.end for mark in sample.marks)
        if not link.image or inside or taken or web_address(url) != url or url in have:
            continue
        have.add(url)
        found.append(PaperLink("image", url, "image"))
        if (said := badge_text(url)) in reading.remark:
            reading.remark.remove(said)  # the image says it
    return found
