"""Brackets around more than one slot: `(ICML 2021 Oral)`, where most items have `(ICML 2021)`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bib2awesome.importers.adoption.leftovers import GUARDS
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.adoption.slots import without
from bib2awesome.importers.adoption.wording import VALUES

__all__ = ["Enclosed", "enclosed", "whole_forms"]

_INSIDE = ("remark", "award")


class Enclosed(NamedTuple):
    """Skeletons whose venues enclose more: `{within}` in their forms stands for `jinja`, which shows `slots`.

    `rest` shows them of the papers that have no venue.
    """

    skeletons: list[Skeleton]
    jinja: str = ""
    rest: str = ""
    slots: frozenset[str] = frozenset()


def enclosed(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> Enclosed:
    """Return the skeletons with the remarks or awards that mostly stand inside of a venue's brackets in there."""
    forms = Counter(part.form for one in skeletons for part in one.parts if part.slot == "tag")
    for slot in _INSIDE:
        have = [one for one in skeletons if any(part.slot == slot for part in one.parts)]
        inside = {id(one): _inside(one, slot, forms) for one in have}
        votes = Counter(found for found in inside.values() if found is not None)
        tagged = all(one.paper.tag for one in samples if one.paper.text(slot))
        if votes.total() < 2 or votes.total() * 2 <= len(have):  # noqa: PLR2004
            continue
        _, gap, behind = votes.most_common(1)[0][0]
        moved = [_moved(one, slot, inside.get(id(one))) for one in skeletons]
        jinja = f"{{% if {GUARDS[slot]} %}}{gap}{VALUES[slot]}{{% endif %}}"
        rest = f"{{% if {GUARDS[slot]} and not tag %}} {VALUES[slot]}{{% endif %}}"
        opened = [_opened(one, behind) for one in moved]
        return Enclosed(opened, jinja, "" if tagged else rest, frozenset({slot}))
    return Enclosed(list(skeletons))


def _inside(skeleton: Skeleton, slot: str, forms: Counter[str]) -> tuple[str, str, str] | None:
    """Return opening, gap and closing where a slot stands behind a venue in its brackets."""
    for number, (part, other) in enumerate(zip(skeleton.parts, skeleton.parts[1:], strict=False)):
        if part.slot != "tag" or other.slot != slot or other.form != f"{{{slot}}}":
            continue
        for form, count in forms.most_common():
            before, found, behind = form.partition(part.form)
            around = skeleton.between[number].endswith(before) and skeleton.between[
                number + 2
            ].startswith(behind)
            if found and before and behind and around and count > forms[part.form]:
                return before, skeleton.between[number + 1], behind
    return None


def _moved(skeleton: Skeleton, slot: str, inside: tuple[str, str, str] | None) -> Skeleton:
    if inside is None:
        return without(skeleton, slot)
    before, _, behind = inside
    at = next(number for number, part in enumerate(skeleton.parts) if part.slot == "tag")
    tag = skeleton.parts[at]._replace(form=before + skeleton.parts[at].form + behind)
    between = skeleton.between
    return Skeleton(
        (*skeleton.parts[:at], tag, *skeleton.parts[at + 2 :]),
        (
            *between[:at],
            between[at].removesuffix(before),
            between[at + 2].removeprefix(behind),
            *between[at + 3 :],
        ),
    )


def _opened(skeleton: Skeleton, behind: str) -> Skeleton:
    """Return a skeleton with a place inside of the brackets of its venue."""
    parts = (
        part._replace(form=part.form.removesuffix(behind) + "{within}" + behind)
        if part.slot == "tag" and part.form.endswith(behind)
        else part
        for part in skeleton.parts
    )
    return skeleton._replace(parts=tuple(parts))


def whole_forms(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons so that brackets close behind the slot that they mostly enclose: `(ICML) Oral`, not `(ICML Oral)`."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in skeletons:
        for part in one.parts:
            forms[part.slot][part.form] += 1
    return [_closed(one, forms) for one in skeletons]


def _closed(skeleton: Skeleton, forms: Mapping[str, Counter[str]]) -> Skeleton:
    parts, between = list(skeleton.parts), list(skeleton.between)
    for number, part in enumerate(parts):
        for form, count in forms[part.slot].most_common():
            before, found, behind = form.partition(part.form)
            later = [at for at in range(number + 2, len(between)) if between[at].startswith(behind)]
            if count <= forms[part.slot][part.form] or not (found and before and behind and later):
                continue
            if between[number].endswith(before):
                between[number] = between[number].removesuffix(before)
                between[later[0]] = between[later[0]].removeprefix(behind)
                parts[number] = part._replace(form=form)
                break
    return Skeleton(tuple(parts), tuple(between))
