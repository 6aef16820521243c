"""Which slots the items of a list have: links with a place of their own, a date that belongs to the venue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bib2awesome.bib.names import display_name
from bib2awesome.importers.adoption.joints import evened
from bib2awesome.importers.adoption.marking import Part
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.lists.labels import label_of

__all__ = [
    "START",
    "in_order",
    "is_linked",
    "joined",
    "numbered",
    "one_bracket",
    "one_link",
    "one_stop",
    "one_tag",
    "own_places",
    "plain",
    "without",
]

START = ""
"""What stands before the first slot of an item."""
_LEAST_SHARE = 0.1
"""A label that more of the items with further links have gets a place of its own."""
_JINJA = re.compile(r"\{\{|\{%|\{#")


def plain(skeletons: Iterable[Skeleton]) -> bool:
    """Whether nothing in the items could be taken for Jinja."""
    return not any(
        _JINJA.search(text)
        for one in skeletons
        for text in (*one.between, *(part.form for part in one.parts))
    )


def own_places(skeletons: Sequence[Skeleton], samples: Iterable[Sample] = ()) -> frozenset[str]:
    """Return the further links that are frequent enough for a place of their own; pages of authors are none."""
    people = {
        f"link-{label_of(display_name(name))}"
        for one in samples
        for name in one.paper.authors.names
    }
    linked = [
        {part.slot for part in one.parts if part.slot.startswith("link-")} for one in skeletons
    ]
    found = Counter(slot for slots in linked for slot in slots)
    least = max(2, sum(map(bool, linked)) * _LEAST_SHARE)
    return frozenset(slot for slot, count in found.items() if count >= least and slot not in people)


_WHOLE = re.compile(r"(.*\[)([^\[\]]*\{title\}[^\[\]]*)(\]\(\{url\}.*)", re.DOTALL)


def is_linked(skeleton: Skeleton) -> bool:
    """Whether the title of an item is a link, or stands in one."""
    return any("{url}" in part.form for part in skeleton.parts if part.slot in {"title", "target"})


def one_link(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons so that the link of the title holds what it holds in most: the title, or more."""
    more = sum(any(part.slot == "target" for part in one.parts) for one in skeletons)
    alone = sum(map(is_linked, skeletons)) - more
    if not more:
        return list(skeletons)
    return [_parted(one) if more > alone else _narrowed(one) for one in skeletons]


def _parted(skeleton: Skeleton) -> Skeleton:
    """Return a skeleton whose title and the end of the link around it are slots of their own."""
    for number, part in enumerate(skeleton.parts):
        whole = _WHOLE.fullmatch(part.form) if part.slot == "title" else None
        if whole:
            before, title, behind = whole.groups()
            parts = Part("opening", before), part._replace(form=title), Part("target", behind)
            between = skeleton.between
            return Skeleton(
                (*skeleton.parts[:number], *parts, *skeleton.parts[number + 1 :]),
                (*between[: number + 1], "", "", *between[number + 1 :]),
            )
    return skeleton


def _narrowed(skeleton: Skeleton) -> Skeleton:
    """Return a skeleton whose link holds the title alone; the rest is nothing that others have."""
    title = next((part for part in skeleton.parts if part.slot == "title"), None)
    if title is None or not any(part.slot == "target" for part in skeleton.parts):
        return skeleton
    return Skeleton((title._replace(form=f"[{title.form}]({{url}})"),), ("\0", "\0"))


def one_tag(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons so that a date is no slot of its own where most venues have one with them."""
    forms = Counter(part.form for one in skeletons for part in one.parts if part.slot == "tag")
    dated = sum(count for form, count in forms.items() if "{y" in form)
    dates = sum(
        any(part.slot == "date" for part in one.parts)
        and not any(part.slot == "tag" for part in one.parts)
        for one in skeletons
    )
    if dated * 2 < forms.total() or dates > forms.total() or not forms:
        return list(skeletons)
    found = []
    for one in skeletons:
        tagged = any(part.slot == "tag" for part in one.parts)
        if tagged:
            found.append(without(one, "date"))
        else:
            parts = (
                part._replace(slot="tag") if part.slot == "date" else part for part in one.parts
            )
            found.append(one._replace(parts=tuple(parts)))
    return found


_BRACKETED = re.compile(
    r"(\*{0,2}[\[(\uff08\u3010])([^\[\]()\uff08\uff09\u3010\u3011]*)([\])\uff09\u3011]\*{0,2})"
)
_OPENS, _CLOSES = "[(\uff08\u3010", "])\uff09\u3011"


def one_bracket(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons so that brackets around the venue are none of it where those of some hold more.

    Of `[ICLR 2024]` and `[ICLR 2024 Spotlight]` both end before what follows the brackets.
    """
    if not any(map(_holds_more, skeletons)):
        return list(skeletons)
    return [_unbracketed(one) for one in skeletons]


def _holds_more(skeleton: Skeleton) -> bool:
    """Whether the brackets that the venue begins in end behind another slot."""
    for number, part in enumerate(skeleton.parts):
        if part.slot == "tag" and skeleton.between[number][-1:] in {*_OPENS}:
            closing = _CLOSES[_OPENS.index(skeleton.between[number][-1])]
            behind = skeleton.between[number + 1 :]
            brackets = (
                next((sign for sign in text if sign in _OPENS + _CLOSES), "") for text in behind
            )
            first = next(filter(None, brackets), "")
            return first == closing and closing not in behind[0]
    return False


def _unbracketed(skeleton: Skeleton) -> Skeleton:
    """Return a skeleton whose brackets around the venue stand between slots."""
    for number, part in enumerate(skeleton.parts):
        whole = _BRACKETED.fullmatch(part.form) if part.slot == "tag" else None
        if whole:
            before, inner, behind = whole.groups()
            between = list(skeleton.between)
            between[number] += before
            between[number + 1] = behind + between[number + 1]
            parts = list(skeleton.parts)
            parts[number] = part._replace(form=inner)
            return Skeleton(tuple(parts), tuple(between))
    return skeleton


def numbered(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons without numbers where most items have none."""
    some = sum(any(part.slot == "number" for part in one.parts) for one in skeletons)
    if not some or some * 2 > len(skeletons):
        return list(skeletons)
    return [without(one, "number") for one in skeletons]


def one_stop(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons so that a full stop behind the names is one where most names have one behind them.

    That of `et al.` tells nothing: it is there anyway.
    """
    old = "{authors}{authors_stop}"
    parts = [part for one in skeletons for part in one.parts if part.slot == "authors"]
    told = [old in part.form for part in parts if not part.text.endswith(".")]
    if not told or sum(told) * 2 > len(told):
        return list(skeletons)
    return [
        one._replace(
            parts=tuple(
                part._replace(form=part.form.replace(old, "{authors}"))
                if part.text.endswith(".")
                else part
                for part in one.parts
            )
        )
        for one in skeletons
    ]


def without(skeleton: Skeleton, slot: str) -> Skeleton:
    """Return a skeleton without a slot; what was around it is nothing that others have."""
    parts: list[Part] = []
    between = [skeleton.between[0]]
    for part, behind in zip(skeleton.parts, skeleton.between[1:], strict=True):
        if part.slot == slot:
            between[-1] += "\0"
        else:
            parts.append(part)
            between.append(behind)
    return Skeleton(tuple(parts), tuple(between))


def joined(skeleton: Skeleton, own: frozenset[str]) -> Skeleton:
    """Return a skeleton with its rarer links side by side as one slot, and no slot twice."""
    parts: list[Part] = []
    texts = [evened(text) for text in skeleton.between]
    between = [texts[0]]
    seen: set[str] = set()
    for part, behind in zip(skeleton.parts, texts[1:], strict=True):
        rare = part.slot.startswith("link-") and part.slot not in own
        slot = "links" if rare else part.slot
        if slot in seen:
            if not (parts and parts[-1].slot == slot == "links"):
                between[-1] += "\0"  # nothing that others have
            between[-1] = behind if parts[-1].slot == slot else between[-1] + behind
            continue
        seen.add(slot)
        parts.append(part._replace(slot=slot))
        between.append(behind)
    return Skeleton(tuple(parts), tuple(between))


def in_order(skeletons: Iterable[Skeleton]) -> list[str]:
    """Return the slots in the order of the most frequent item, the others behind what they follow."""
    sequences = Counter(tuple(part.slot for part in one.parts) for one in skeletons)
    best = max(sequences, key=lambda one: (sequences[one], len(one)))
    order = list(best)
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    for sequence, count in sequences.items():
        for before, slot in zip((START, *sequence), sequence, strict=False):
            follows[slot][before] += count
    waiting = [slot for slot in follows if slot not in order]
    waiting.sort(key=lambda slot: -follows[slot].total())
    for slot in waiting:
        places = [
            (count, order.index(before) + 1 if before else 0)
            for before, count in follows[slot].items()
            if not before or before in order
        ]
        order.insert(max(places)[1] if places else len(order), slot)
    if len(order) > 1 and order[0] == "links":
        order.append(order.pop(0))  # what stands before them is nothing to stand between them
    return order
