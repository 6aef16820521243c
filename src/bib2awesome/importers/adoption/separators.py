"""What stands between two slots that follow each other, as most items have it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bib2awesome.importers.adoption.conditions import Choice
from bib2awesome.importers.adoption.joints import fitting_texts, one_break
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.adoption.slots import START
from bib2awesome.importers.adoption.variants import Variants

__all__ = ["BEHIND", "END", "separators"]

END = "$"
"""What stands behind the last slot of an item."""
BEHIND = {"opening": "", "number": " "}
"""What stands behind slots that begin an item, before a slot that mostly stands elsewhere."""
_MANY = 10
"""Slots that follow each other in one of so many items have between them what stands before the second mostly."""


def separators(
    samples: Sequence[Sample], skeletons: Sequence[Skeleton], variants: Variants
) -> tuple[dict[tuple[str, str], Choice[str]], dict[str, str]]:
    """Return what stands between two slots that follow each other, most often, and before a slot.

    Args:
        samples: The items.
        skeletons: Theirs.
        variants: Those of the template, which gain what a few items have there.
    """
    pairs: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    into: dict[str, Counter[str]] = defaultdict(Counter)
    for number, before, behind, text in _between(samples, skeletons):
        pairs[before, behind][number] = text
        if before != START:
            into[behind][text] += 1
    most = {slot: next(iter(fitting_texts(found)), None) for slot, found in into.items()}
    first = {slot: text for slot, text in most.items() if text is not None}
    seps = {}
    for pair, texts in pairs.items():
        found = one_break(texts)
        fit = fitting_texts(Counter(found.values()))
        # Blanks at the end of a line are nobody's way of writing.
        seen = {n: found[n] if _trimmed(text) == _trimmed(found[n]) else text for n, text in texts.items()}  # fmt: skip
        own = [seen.get(number) for number in range(len(skeletons))]
        if len(found) == 1 and len(skeletons) >= _MANY:
            choice = variants.added(_usual(*pair, first), own, fit if pair[0] != START else ())
            if choice.others:
                seps[pair] = choice
            continue
        outcomes = [found.get(number) for number in range(len(skeletons))]
        best = variants.questions.best([text if text in fit else None for text in outcomes])
        if best is not None:
            seps[pair] = variants.added(best, own, fitting_texts(Counter(seen.values())))
    return seps, first


def _between(
    samples: Sequence[Sample], skeletons: Sequence[Skeleton]
) -> Iterator[tuple[int, str, str, str]]:
    """Yield what stands between slots: the number of the item, the slots, the text."""
    for number, (sample, one) in enumerate(zip(samples, skeletons, strict=True)):
        year = sample.paper.year
        said = re.compile(rf"(?<![\d.]){year}(?!\d)") if year else None
        slots = [START, *(part.slot for part in one.parts), END]
        for (before, behind), text in zip(pairwise(slots), one.between, strict=True):
            text = text.rstrip() if behind == END else text  # noqa: PLW2901
            text = text.lstrip(" ") if before == START else text  # noqa: PLW2901 - an indentation
            text = said.sub("{{ year }}", text) if said else text  # noqa: PLW2901
            if "\0" not in text:
                yield number, before, behind, text


def _trimmed(text: str) -> str:
    return re.sub(r"[ \t]+\n", "\n", text)


def _usual(before: str, behind: str, first: Mapping[str, str]) -> Choice[str]:
    """Return what stands between slots of which one item tells nothing."""
    return Choice(BEHIND.get(before, first.get(behind, "" if behind == END else " ")))
