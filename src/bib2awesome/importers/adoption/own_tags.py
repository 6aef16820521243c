"""Venues and years as a list writes them: spelled in its own way, or in a way that differs from item to item.

Where no form is that of most (`ICLR2025`, `ICCV 2023`, `Preprint'23`), the item style shows the paper's tag,
and papers that the list tags otherwise have their `shortvenue`. So has a paper in whose brackets more is said
than in those of most: `[NeurIPS 2021 Workshop]`, `[ICLR 2024 Spotlight]`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bib2awesome.importers.adoption.marking import Part
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.papers.paper import Paper

__all__ = ["own_venues", "tagged"]

_MOST, _FEW = 0.75, 5
"""A form that this share of the tags has is that of the list; fewer tags say nothing."""
_ALONE = re.compile(r"\W*[\[(`]\W*\{venue\}[^\w\[\]()]*\{year\}\W*[\])`]\W*")
_BRACKETS = re.compile(r"\[([^\[\]()\n|]+)\](?![\[(])|\(([^\[\]()\n|]+)\)|`([^`\n|]+)`")
_WORDS = re.compile(r"[^\W_]+")
_INNER = re.compile(r"\{[^(]*\([^)]*\}\)|\{.*\}['\u2019]?", re.DOTALL)


def own_venues(samples: Sequence[Sample]) -> list[list[tuple[str, str]]]:
    """Return the `shortvenue` of each sample, where the list writes its venue otherwise than it would be shown."""
    tags = [part for one in samples for part in _tags([mark.part for mark in one.marks])]
    mixed = _are_mixed(tags)
    alone = sum(_ALONE.fullmatch(part.form) is not None for part in tags)
    found = []
    for one in samples:
        more = _said_with_it(one) if alone * 2 >= len(samples) else ""
        one.reading.remark = [said for said in one.reading.remark if not more or said not in more]
        found.append([("shortvenue", more)] if more else _own_venue(one, mixed=mixed))
    return found


def tagged(skeletons: Sequence[Skeleton], samples: Iterable[Sample]) -> list[Skeleton]:
    """Return the skeletons with the paper's tag as it is, where papers have one of which the year is no part."""
    whole = sum(_is_whole(one.paper) for one in samples)
    if whole <= len(skeletons) * (1 - _MOST) / 2:
        return list(skeletons)
    return [
        one._replace(
            parts=tuple(
                part._replace(form=_INNER.sub("{tag}", part.form)) if part.slot == "tag" else part
                for part in one.parts
            )
        )
        for one in skeletons
    ]


def _is_whole(paper: Paper) -> bool:
    written = paper.text("shortvenue")
    return any(map(str.isdigit, written)) and paper.venue_short == written


def _tags(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.slot == "tag" and "{venue}" in part.form]


def _are_mixed(parts: Sequence[Part]) -> bool:
    """Whether no form is that of most tags; that of preprints alone may be another."""
    forms = Counter(match[0] for part in parts if (match := _INNER.search(part.form)))
    dated = sum(count for form, count in forms.items() if "{y" in form)
    if forms.total() < _FEW or dated * 4 < forms.total() * 3:
        return False
    return forms.most_common(1)[0][1] < forms.total() * _MOST


def _said_with_it(sample: Sample) -> str:
    """Return what stands in the brackets of the venue, where that is more than venue and year."""
    reading, paper = sample.reading, sample.paper
    if not reading.venue or reading.year is None or paper.is_preprint:
        return ""
    wanted = {*_WORDS.findall(reading.venue.casefold()), str(reading.year)}
    for bracket in _BRACKETS.finditer(sample.source):
        inner = bracket[1] or bracket[2] or bracket[3]
        words = _WORDS.findall(inner.casefold())
        start, end = bracket.span()
        apart = any(start < mark.start and mark.end < end for mark in sample.marks)
        if wanted <= set(words) and inner != _whole(sample):
            award = reading.award and reading.award in inner
            return "" if award or not apart else inner
    return ""


def _own_venue(sample: Sample, *, mixed: bool) -> list[tuple[str, str]]:
    paper, year = sample.paper, sample.reading.year
    written = sample.venue_shown
    if mixed and written:
        whole = _whole(sample)
        return [("shortvenue", whole)] if whole not in {"", paper.tag} else []
    if (
        not written
        and year is not None
        and not paper.is_preprint
        and (around := _around_year(sample))
    ):
        return [("shortvenue", around)]
    if written in {"", paper.venue_short} or paper.venue_short == "arXiv":
        return []
    return [("shortvenue", f"{written} {year}" if year is not None else written)]


def _around_year(sample: Sample) -> str:
    """Return a venue of which the year is in the middle, with what else is said of it: `ICML 2016 Workshop on Looms`."""
    words = _WORDS.findall(sample.reading.venue)
    if len(words) < 2:  # noqa: PLR2004
        return ""
    first, year = re.escape(words[0]), sample.reading.year
    pattern = rf"(?<![^\W_]){first} {year} [^\W_][^.,;:|\[\](){{}}<>*`\"\n]+(?=[.,;|\[(*`\n]|$)"
    for found in re.finditer(pattern, sample.source):
        inside = any(one.start < found.end() and found.start() < one.end for one in sample.links)
        text = found[0].strip()
        if not inside and {word.casefold() for word in words} <= {*_WORDS.findall(text.casefold())}:
            return text
    return ""


def _whole(sample: Sample) -> str:
    """Return venue and date as an item writes them, without the marks around them."""
    for mark in sample.marks:
        if mark.part.slot == "tag" and "{venue}" in mark.part.form:
            inner = _INNER.search(mark.part.form)
            before, _, behind = mark.part.form.partition(inner[0] if inner else "")
            return sample.source[mark.start + len(before) : mark.end - len(behind)]
    return ""
