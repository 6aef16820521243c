"""Most items' slots become one template: which slots, in which order and form, and what is between them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bib2awesome.importers.adoption.leftovers import GUARDS, rare_links, untold
from bib2awesome.importers.adoption.pieces import Pieces
from bib2awesome.importers.adoption.skeleton import Part, Sample, Skeleton
from bib2awesome.importers.adoption.wording import VALUES, authors_of, filled, tag_of

__all__ = ["Ballot", "Vote", "own_places", "plain", "template_of"]

_START, _END = "", "$"
_LEAST_SHARE = 0.1
"""A label that more of the items with further links have gets a place of its own."""
_NAMES = {"paper": "Paper", "code": "Code"}
_ALWAYS = frozenset(("title", "number"))
_URLS = re.compile(r"\{(?:link|paper|code)_url\}")
_JINJA = re.compile(r"\{\{|\{%|\{#")


class Vote(NamedTuple):
    """What the items of a stretch agree on.

    Attributes:
        template: A Jinja template for `item`.
        shown: The slots it shows.
        linked: Whether its titles are links.
        link: How a link is written, as `links` says it: `[[Paper](u)]`; "" where there are none.
    """

    template: str
    link: str
    shown: frozenset[str]
    linked: bool

    def whole(self, samples: Sequence[Sample]) -> str:
        """Return the template with what else the items have to say behind it, of a row in the last cell."""
        more = untold(samples, self.shown, self.link, linked=self.linked)
        if more and self.template.startswith("|"):
            head, pipe, _ = self.template.rstrip().removesuffix("|").rstrip(), " |", ""
            return head + more + pipe
        return self.template + more


def template_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> Vote | None:
    """Return the template that most items would be made by, None where it cannot be written.

    Args:
        samples: The items that have a skeleton.
        skeletons: Theirs.
    """
    if not skeletons:
        return None
    skeletons = _one_tag(skeletons)
    own = own_places(skeletons)
    linked = sum(
        "{url}" in part.form for one in skeletons for part in one.parts if part.slot == "title"
    )
    ballot = Ballot(samples, skeletons, own, linked=linked * 2 > len(skeletons))
    return Vote(ballot.template(), ballot.link_form(), frozenset(ballot.order), ballot.linked)


def plain(skeletons: Iterable[Skeleton]) -> bool:
    """Whether nothing in the items could be taken for Jinja."""
    return not any(
        _JINJA.search(text)
        for one in skeletons
        for text in (*one.between, *(part.form for part in one.parts))
    )


def own_places(skeletons: Sequence[Skeleton]) -> frozenset[str]:
    """Return the further links that are frequent enough for a place of their own."""
    linked = [
        {part.slot for part in one.parts if part.slot.startswith("link-")} for one in skeletons
    ]
    found = Counter(slot for slots in linked for slot in slots)
    least = max(2, sum(map(bool, linked)) * _LEAST_SHARE)
    return frozenset(slot for slot, count in found.items() if count >= least)


class Ballot:
    """The votes of items on their slots.

    Args:
        samples: The items.
        skeletons: Theirs, in the same order.
        own: `own_places` of the whole list.
        linked: Whether titles are links.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        skeletons: Sequence[Skeleton],
        own: frozenset[str],
        *,
        linked: bool,
    ) -> None:
        self.samples = samples
        self.own = own
        self.linked = linked
        self.skeletons = [self._joined(one) for one in skeletons]
        self.order = self._order()
        self.forms = self._forms()
        self.general = self._general()
        papers = sum(any(part.slot == "paper" for part in one.parts) for one in self.skeletons)
        self.twice = papers * 2 > len(self.skeletons)
        self.seps, self.into = self._separators()

    # Which slots

    def _joined(self, skeleton: Skeleton) -> Skeleton:
        """Return a skeleton with its rarer links side by side as one slot, and no slot twice."""
        parts: list[Part] = []
        between = [skeleton.between[0]]
        seen: set[str] = set()
        for part, behind in zip(skeleton.parts, skeleton.between[1:], strict=True):
            rare = part.slot.startswith("link-") and part.slot not in self.own
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

    def _order(self) -> list[str]:
        """Return the slots in the order of the most frequent item, the others behind what they follow."""
        sequences = Counter(tuple(part.slot for part in one.parts) for one in self.skeletons)
        best = max(sequences, key=lambda one: (sequences[one], len(one)))
        order = list(best)
        follows: dict[str, Counter[str]] = defaultdict(Counter)
        for sequence, count in sequences.items():
            for before, slot in zip((_START, *sequence), sequence, strict=False):
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
        return order

    def _forms(self) -> dict[str, Counter[str]]:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self.skeletons:
            for part in one.parts:
                forms[part.slot][part.form] += 1
        return forms

    def _general(self) -> dict[str, str]:
        """Return the form of links of whose labels none is frequent, with a label of ours."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self.skeletons:
            for part in one.parts:
                bare = part.text.strip("[]\\")
                name = _NAMES.get(
                    part.slot, part.slot.removeprefix("link-").replace("-", " ").title()
                )
                if part.text and "_url}" in part.form and bare:
                    votes[part.slot][part.form.replace(bare, name, 1)] += 1
        return {slot: found.most_common(1)[0][0] for slot, found in votes.items()}

    def _separators(self) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
        """Return the most frequent text between two slots that follow each other, and before a slot."""
        pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        into: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self.skeletons:
            slots = [_START, *(part.slot for part in one.parts), _END]
            for (before, behind), text in zip(pairwise(slots), one.between, strict=True):
                text = text.rstrip() if behind == _END else text  # noqa: PLW2901
                if "\0" not in text:
                    pairs[before, behind][text] += 1
                    into[behind][text] += 1
        return (
            {pair: said for pair, found in pairs.items() if (said := _agreed(found)) is not None},
            {slot: said for slot, found in into.items() if (said := _agreed(found)) is not None},
        )

    # The template

    def template(self) -> str:
        """Return the template that most items agree on."""
        pieces = Pieces()
        start = _common_start([text for (before, _), text in self.seps.items() if before == _START])
        pieces.text(start)
        for number, slot in enumerate(self.order):
            if slot == "links":
                pieces.raw(rare_links(self.own, self.into.get("links", " ") or " "))
                continue
            guard = self.guard(slot)
            if guard:
                pieces.tag(f"if {guard}")
            self._between(pieces, number, slot, start)
            pieces.raw(self._shown(slot))
            if guard:
                pieces.tag("endif")
        self._between(pieces, len(self.order), _END, start)
        return pieces.source()

    def guard(self, slot: str) -> str:  # noqa: PLR0911 - one case each
        """Return the condition under which a slot is shown, "" for always."""
        if slot in _ALWAYS:
            return ""
        if slot == "code" and self.linked:
            return "code_url and code_url != url"
        if slot == "paper" and self.linked and not self.twice:
            return "paper_url and paper_url != url"
        if slot == "tag":
            return self._tag_guard()
        if slot.startswith("link-"):
            return f'link["{slot[5:]}"]'
        if slot.startswith("field-"):
            return f'field["{slot[6:]}"]'
        return GUARDS[slot]

    def _tag_guard(self) -> str:
        """Return when the tag is shown: not for arXiv where most such items do not show it."""
        shown = [0, 0]
        tagged = {
            id(sample.paper)
            for sample, one in self._pairs()
            if any(part.slot == "tag" for part in one.parts)
        }
        for sample in self.samples:
            if sample.paper.venue_short == "arXiv":
                shown[id(sample.paper) in tagged] += 1
        if shown[0] > shown[1]:
            return 'venue and venue != "arXiv"'
        return "tag" if any("{y" in form for form in self.forms["tag"]) else "venue"

    def _pairs(self) -> Iterable[tuple[Sample, Skeleton]]:
        return zip(self.samples, self.skeletons, strict=True)

    def form(self, slot: str) -> str:
        """Return the form of a slot that most items have."""
        found = self.forms.get(slot)
        if not found:
            return f"{{{slot}}}"
        form, count = found.most_common(1)[0]
        if count * 3 < found.total() and (general := self.general.get(slot)):
            return general
        return form

    def _between(self, pieces: Pieces, number: int, slot: str, start: str) -> None:
        """Put what stands before a slot, which depends on the slot that was shown last."""
        choices: list[tuple[str, str]] = []
        for before in reversed([_START, *self.order[:number]]):
            if before == "links":
                continue
            text = self.seps.get((before, slot))
            if text is None:
                text = self.into.get(slot, "" if slot == _END else " ")
                if before == _START:
                    text = self.into.get(slot, "") if slot == _END else start
            text = text.removeprefix(start) if before == _START and slot != _END else text
            choices.append((self.guard(before) if before else "", text))
            if before == _START or before in _ALWAYS:
                break
        *guarded, (_, last) = choices
        while guarded and guarded[-1][1] == last:
            guarded.pop()
        if not guarded:
            pieces.text(last)
            return
        for place, (guard, text) in enumerate(guarded):
            pieces.tag(f"{'elif' if place else 'if'} {guard}")
            pieces.text(text)
        if last:
            pieces.tag("else")
            pieces.text(last)
        pieces.tag("endif")

    def _shown(self, slot: str) -> str:
        """Return the Jinja of a slot."""
        if slot == "tag":
            return tag_of(self.samples, self.skeletons)
        values = dict(VALUES, authors=authors_of(self.samples, self.skeletons))
        if slot.startswith("link-"):
            values["link_url"] = f'{{{{ link["{slot[5:]}"] }}}}'
        form = self.form(slot)
        if slot.startswith("field-"):
            return form.replace(f"{{{slot}}}", f'{{{{ field["{slot[6:]}"] }}}}')
        if slot == "paper" and "{venue}" in form:
            form = form.replace("{venue}", "{% if venue %}{venue}{% else %}Paper{% endif %}")
        return filled(form, values)

    def link_form(self) -> str:
        """Return how further links are written, else code's and the paper's."""
        votes: Counter[str] = Counter()
        parts = [part for one in self.skeletons for part in one.parts if part.text]
        for weight, slots in ((1000, "links"), (100, "link-"), (1, "code"), (1, "paper")):
            for part in parts:
                if part.slot.startswith(slots):
                    bare = part.text.strip("[]\\")
                    votes[_URLS.sub("u", part.form.replace(bare, "Paper", 1))] += weight
        return votes.most_common(1)[0][0] if votes else ""


def _one_tag(skeletons: Sequence[Skeleton]) -> list[Skeleton]:
    """Return the skeletons so that a date is no slot of its own where most venues have one with them."""
    forms = Counter(part.form for one in skeletons for part in one.parts if part.slot == "tag")
    dated = sum(count for form, count in forms.items() if "{y" in form)
    if dated * 2 < forms.total() or not forms:
        return list(skeletons)
    found = []
    for one in skeletons:
        tagged = any(part.slot == "tag" for part in one.parts)
        if tagged:
            found.append(_without(one, "date"))
        else:
            parts = (
                part._replace(slot="tag") if part.slot == "date" else part for part in one.parts
            )
            found.append(one._replace(parts=tuple(parts)))
    return found


def _without(skeleton: Skeleton, slot: str) -> Skeleton:
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


def _agreed(found: Counter[str]) -> str | None:
    """Return the most frequent text between slots; words in it have to be those of many items."""
    enough = max(3, found.total() // 2)
    for text, count in found.most_common(20):
        if (
            not any(sign.isalnum() for sign in re.sub(r"^\s*1[.)](?=\s)|</?\w+ ?/?>", "", text))
            or count >= enough
        ):
            return text
    return None


def _common_start(texts: Sequence[str]) -> str:
    """Return what all texts begin with."""
    if not texts:
        return ""
    first, last = min(texts), max(texts)
    length = next((i for i, sign in enumerate(first) if last[i : i + 1] != sign), len(first))
    return first[:length]
