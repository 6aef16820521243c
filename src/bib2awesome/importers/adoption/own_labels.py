"""Labels of links that differ from item to item and say more than what the link is: `[unofficial]`, `[Torch]`.

A paper with another label than most has it in a field (`code-label`), which the item style shows before
the usual one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bib2awesome.importers.adoption.marking import Part
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton

__all__ = ["SUFFIX", "field_of", "labelled", "own_labels"]

SUFFIX = "-label"
"""What the name of a field with a label ends with."""
_FEW, _LONGEST = 3, 30
_SIGNS = "[]\\\\*_`\"'“” :"
_TEXT = re.compile(r"[^\W_][\w .,:()+&/'-]*")
_NOTHING_MORE = re.compile(
    r"(?:the )?(?:papers?|pdf|links?|urls?|arxiv|codes?|github|git|repo(?:sitory)?|here|html|abs(?:tract)?"
    r"|sources?(?: code)?|web ?(?:site|page)?|page|home ?page|project(?: page)?|site|doi|publication|official(?: code)?)",
    re.IGNORECASE,
)
"""Labels that say what a link is, and no more."""


def _label(part: Part) -> str:
    """Return the words of a link's label, "" where it is an image or holds what is known otherwise."""
    bare = part.text.strip(_SIGNS)
    if (
        part.slot not in {"paper", "code"}
        or part.form.count("{") != 1
        or len(bare) > _LONGEST
        or bare not in part.form
    ):
        return ""
    return bare if _TEXT.fullmatch(bare) else ""


def field_of(slot: str) -> str:
    """Return the name of the field for the labels of a slot."""
    return slot + SUFFIX


def own_labels(samples: Iterable[Sample]) -> list[list[tuple[str, str]]]:
    """Return for each sample the fields of its labels that are not the usual ones."""
    shown = [
        [(mark.part.slot, label) for mark in one.marks if (label := _label(mark.part))]
        for one in samples
    ]
    usual = _usual(pair for pairs in shown for pair in pairs)
    others = [
        {slot: label for slot, label in pairs if label.casefold() != usual[slot].casefold()}
        for pairs in shown
    ]
    plain: Counter[str] = Counter()
    telling: Counter[str] = Counter()
    for some in others:
        for slot, label in some.items():
            (plain if _NOTHING_MORE.fullmatch(label) else telling)[slot] += 1
    slots = {one for one, count in telling.items() if count >= max(_FEW, plain[one])}
    return [
        [
            (field_of(slot), label)
            for slot, label in some.items()
            if slot in slots and not _NOTHING_MORE.fullmatch(label)
        ]
        for some in others
    ]


def _usual(shown: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the label of each slot that most have, or the most frequent one that says no more than what it is."""
    votes: dict[str, Counter[str]] = {}
    for slot, label in shown:
        votes.setdefault(slot, Counter())[label] += 1
    found = {}
    for slot, some in votes.items():
        likely = [one for one in some if some[one] * 2 > some.total() or _NOTHING_MORE.fullmatch(one)]  # fmt: skip
        found[slot] = max(likely, key=some.__getitem__, default=slot.title())
    return found


def labelled(
    skeletons: Sequence[Skeleton], samples: Iterable[Sample]
) -> tuple[list[Skeleton], dict[str, str]]:
    """Return the skeletons with a placeholder for labels that have fields, and the Jinja of these by slot."""
    fields = {name for one in samples for name in one.more if name.endswith(SUFFIX)}
    if not fields:
        return list(skeletons), {}
    parts = [part for one in skeletons for part in one.parts if field_of(part.slot) in fields]
    usual = _usual((part.slot, label) for part in parts if (label := _label(part)))
    named = [_named(one, usual) for one in skeletons]
    return named, {
        slot: f'{{{{ field["{field_of(slot)}"] or "{label}" }}}}' for slot, label in usual.items()
    }


def _named(skeleton: Skeleton, slots: Iterable[str]) -> Skeleton:
    parts = (
        part._replace(form=part.form.replace(label, "{label}", 1), text="")
        if part.slot in slots and (label := _label(part))
        else part
        for part in skeleton.parts
    )
    return skeleton._replace(parts=tuple(parts))
