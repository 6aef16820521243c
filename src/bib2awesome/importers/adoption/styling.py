"""The look of a list as options of categories.toml: item style, link style, labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import fuzz

from bib2awesome.errors import InputError, Place
from bib2awesome.importers.adoption.leftovers import Said, said_by
from bib2awesome.importers.adoption.rows import row_template
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.adoption.slots import plain
from bib2awesome.importers.adoption.variants import VARIANT
from bib2awesome.importers.adoption.voting import template_of
from bib2awesome.render.items import VARIABLES, Item, Options, preset, preset_names
from bib2awesome.render.links import STYLES, LinkWriter, link_style
from bib2awesome.render.template import Origin, Template, compiled

__all__ = ["BEST", "Look", "fitting", "judged", "labels_of", "rendering"]

_TYPES = {name: variable.type for name, variable in VARIABLES.items()}
_MOST = 300
"""Items that are looked at; the form of a list is stable."""
_LONGEST = 40
"""Characters of a label."""
_EXACT = 1.3
"""The least fit of a preset: it gives back many items as they were, and no others nearly."""
_ENOUGH = 0.98
"""A preset that does this much of what the best template does is easier to read, and taken."""


BEST = 2.0
"""The fit of a look that gives back every item as it was."""


class Look(NamedTuple):
    """How items are written: `item` and `links` as categories.toml says them, and how well they fit.

    `fit` is the share of items that come out as they were, plus how alike the others are, from 0 to `BEST`;
    `variants` are the letters of samples by their `id`, `authors` is how authors are shown, "" where they are not.
    """

    item: str
    links: str
    fit: float
    variants: Mapping[int, Sequence[str]] = MappingProxyType({})
    authors: str = ""


def labels_of(samples: Sequence[Sample]) -> dict[str, str]:
    """Return the display text of each label of links, as most items write it."""
    votes: dict[str, Counter[str]] = {}
    for sample in samples:
        for part in sample.skeleton.parts if sample.skeleton is not None else ():
            name = part.slot.removeprefix("link-")
            text = part.text.strip("[]\\*_` :")
            named = part.slot.startswith(("link-", "paper", "code")) and part.form.count("{") == 1
            if named and 0 < len(text) <= _LONGEST and not re.search(r"[\[\]()<>\n|]", text):
                votes.setdefault(name, Counter())[text] += 1
    return {name: found.most_common(1)[0][0] for name, found in votes.items()}


def fitting(
    samples: Sequence[Sample], labels: Mapping[str, str], said: Said | None = None
) -> Look | None:
    """Return the look that gives back most items, None where none can be found.

    Args:
        samples: Items of one kind: all rows, or none.
        labels: The display texts of links.
        said: By all items that may be shown so; None where these are all.
    """
    said = said or said_by(samples)
    step = max(1, len(samples) // _MOST)
    some = samples[::step]
    read = ((sample, sample.skeleton) for sample in samples)  # all: some of them have variants
    whole = [(sample, one) for sample, one in read if one is not None and plain([one])]
    candidates: list[Look] = []
    groups = [whole, _alike(whole)]
    for group in groups:
        those = [one for one, _ in group]
        row = bool(those) and bool(those[0].header)
        vote = row_template(those) if row else template_of(those, [one for _, one in group])
        if vote is not None:
            links = _link_style(vote.link)
            looks = _judged(some, vote.whole(said), links, labels, vote.variants)
            candidates += [one._replace(authors=vote.authors) for one in looks]
    styles = dict.fromkeys([one.links for one in candidates] + list(STYLES)[:3])
    row = bool(some) and bool(some[0].header)
    marker = Counter(_marker(one.source) for one in some).most_common(1)[0][0] if some else ""
    presets = [
        look
        for name in (() if row else preset_names())
        if not candidates or preset_marker(name) == marker
        if name != "plain" or not said.linked
        for links in styles
        for look in _judged(some, name, links, labels)
    ]
    best = max(candidates, key=lambda look: look.fit, default=None)
    ready = max(presets, key=lambda look: (look.fit, -len(preset(look.item).source)), default=None)
    if best is None or (ready is not None and ready.fit >= max(best.fit * _ENOUGH, _EXACT)):
        return ready
    return best


_MARKER = re.compile(r"(?:[-*+]|\d+([.)]))[ ]+")


def _marker(text: str) -> str:
    """Return how an item begins as a list does: `- `, `1. `, "" for a paragraph."""
    found = _MARKER.match(text)
    return "" if found is None else f"1{found[1]} " if found[1] else found[0]


def preset_marker(name: str) -> str:
    """Return the same of a preset."""
    return _marker(preset(name).source.replace("{{ number }}", "1"))


def _alike(whole: Sequence[tuple[Sample, Skeleton]]) -> list[tuple[Sample, Skeleton]]:
    """Return the items that begin and end as most do."""
    ends = Counter(one.between[0] for _, one in whole)
    if not ends:
        return []
    most = ends.most_common(1)[0][0]
    return [pair for pair in whole if pair[1].between[0] == most]


def _link_style(form: str) -> str:
    try:
        link_style(form, None)
    except InputError:
        return "[[Paper]](u)" if form.startswith("[[") else "[Paper](u)"
    return form


def judged(samples: Sequence[Sample], look: Look, labels: Mapping[str, str]) -> float:
    """Return how well a look fits other items (`Look.fit`); 0 where it cannot show them."""
    step = max(1, len(samples) // _MOST)
    looks = _judged(samples[::step], look.item, look.links, labels, look.variants)
    return max((one.fit for one in looks), default=0.0)


def _judged(
    samples: Sequence[Sample],
    item: str,
    links: str,
    labels: Mapping[str, str],
    variants: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> list[Look]:
    try:
        show = rendering(item, links, labels, variants)
        found = [fuzz.ratio(show(sample), sample.source) / 100 for sample in samples]
    except InputError:
        return []
    fit = sum(one + (one == 1) for one in found) / max(len(found), 1)
    return [Look(item, links, fit, variants)]


class rendering:  # noqa: N801 - used as a function
    """Shows a sample in a style.

    Args:
        item: Preset or template.
        links: Link style.
        labels: Display texts of links.
        variants: The letters of samples by their `id`, of those that have them not in their papers yet.

    Raises:
        InputError: The template is none, or goes wrong with an item.
    """

    def __init__(
        self,
        item: str,
        links: str,
        labels: Mapping[str, str],
        variants: Mapping[int, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self.variants = variants
        writer = LinkWriter(link_style(links, None), labels)
        self.options = Options(
            _template(item), writer, ("url", "eprint", "doi"), None, bibtex=False, stars=False
        )

    def __call__(self, sample: Sample) -> str:
        """Return the Markdown of an item."""
        item = Item(sample.paper, self.options, "", sample.number)
        if letters := self.variants.get(id(sample)):
            item["field"] = _Varied(item["field"], ", ".join(letters))
        text = self.options.template(item)
        return text.strip("\n").rstrip()


class _Varied:
    """The fields of a paper as they will be with its variant."""

    def __init__(self, fields: Mapping[str, str], letters: str) -> None:
        self.fields = fields
        self.letters = letters

    def __getitem__(self, name: str) -> str:
        return self.letters if name == VARIANT else self.fields[name]


@lru_cache(maxsize=256)
def _template(item: str) -> Template:
    ready = item in preset_names()
    source = preset(item).source if ready else item
    return compiled(source, Origin(Place("categories.toml"), inline=not ready), _TYPES)
