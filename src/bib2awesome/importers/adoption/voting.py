"""Most items' slots become one template: which slots, in which order and form, and what is between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from bib2awesome.importers.adoption.conditions import Choice, Questions
from bib2awesome.importers.adoption.extras import ANCHOR
from bib2awesome.importers.adoption.filling import (
    VALUES,
    filled,
    in_brackets,
    in_code,
    or_paper,
    plainer,
)
from bib2awesome.importers.adoption.forms import Forms
from bib2awesome.importers.adoption.guards import ALWAYS, Guards
from bib2awesome.importers.adoption.joints import (
    common_start,
    texts_of,
    written,
)
from bib2awesome.importers.adoption.leftovers import Vote, rare_links
from bib2awesome.importers.adoption.own_labels import field_of, labelled
from bib2awesome.importers.adoption.own_tags import tagged
from bib2awesome.importers.adoption.pieces import Pieces
from bib2awesome.importers.adoption.separators import BEHIND, END, separators
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.adoption.slots import (
    START,
    in_order,
    is_linked,
    joined,
    numbered,
    one_bracket,
    one_link,
    one_stop,
    one_tag,
    own_places,
)
from bib2awesome.importers.adoption.variants import Variants, asked
from bib2awesome.importers.adoption.wording import authors_of, dated, remarks_of, tag_of, titles_of

__all__ = ["Ballot", "template_of"]

_MARKER = re.compile(r"(?:(?:[-*+]|\d+[.)])\s+)?")
_URLS = re.compile(r"\{(?:link|paper|code)_url\}")


def template_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> Vote | None:
    """Return the template that most items would be made by, None where it cannot be written.

    Args:
        samples: The items that have a skeleton.
        skeletons: Theirs.
    """
    if not skeletons:
        return None
    skeletons = numbered(one_bracket(one_stop(one_tag(one_link(tagged(skeletons, samples))))))
    own = own_places(skeletons, samples)
    linked = sum(map(is_linked, skeletons))
    ballot = Ballot(samples, skeletons, own, linked=linked * 2 > len(skeletons))
    template = ballot.template()
    variants, authors = ballot.variants.by_sample(), ballot.authors()
    return Vote(template, ballot.link_form(), ballot.shown(), ballot.linked, variants, authors)


class Ballot:
    """The votes of items on their slots.

    Args:
        samples: The items.
        skeletons: Theirs, in the same order.
        own: `own_places` of the whole list.
        linked: Whether titles are links.
        variants: Of the template that this one is a part of; None where it is the whole.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        skeletons: Sequence[Skeleton],
        own: frozenset[str],
        *,
        linked: bool,
        variants: Variants | None = None,
    ) -> None:
        self.samples = samples
        self.own = own
        self.linked = linked
        named, self.labels = labelled(skeletons, samples)
        self.skeletons = [joined(one, own) for one in named]
        self.order = in_order(self.skeletons)
        self.forms = Forms(self.skeletons)
        self.variants = variants or Variants(Questions(samples))
        self.questions = self.variants.questions
        self.seps, self.into = separators(samples, self.skeletons, self.variants)
        guards = Guards(self.skeletons, self.questions, self.forms, linked=linked)
        self.guards = {slot: guards.varied(slot, self.variants) for slot in self.order}
        self.order = [slot for slot in self.order if self.guards[slot] is not None]

    # The template

    def template(self) -> str:
        """Return the template that most items agree on."""
        pieces = Pieces()
        start = self._start()
        pieces.text(start)
        for number, slot in enumerate(self.order):
            if slot == "links":
                images = any(
                    "![" in part.form
                    for one in self.skeletons
                    for part in one.parts
                    if part.slot == slot
                )
                pieces.raw(rare_links(self.own, self.into.get("links", " ") or " ", images=images))
                continue
            guard = self.guards[slot]
            if guard:
                pieces.tag(f"if {guard}")
            self._between(pieces, number, slot, start)
            pieces.raw(self._shown(slot))
            if guard:
                pieces.tag("endif")
        self._between(pieces, len(self.order), END, start)
        return pieces.source()

    def _start(self) -> str:
        """Return what all items begin with: at least how most begin as items of a list do."""
        choices = [choice for (before, _), choice in self.seps.items() if before == START]
        texts = [text for one in choices for text in texts_of(one)]
        if texts:
            return common_start(texts)
        found = (_MARKER.match(one.between[0]) for one in self.skeletons)
        return Counter(match[0] for match in found if match).most_common(1)[0][0]

    def _between(self, pieces: Pieces, number: int, slot: str, start: str) -> None:
        """Put what stands before a slot, which depends on the slot that was shown last."""
        choices = self._choices(number, slot, start)
        *guarded, (_, last) = choices
        while guarded and guarded[-1][1] == last:
            guarded.pop()
        alike = [
            (choice, [guard for guard, _ in some])
            for choice, some in groupby(guarded, itemgetter(1))
        ]
        said = any(text for one in (alike[0][0], last) for text in texts_of(one)) if alike else True
        if len(alike) == 2 and not said:  # noqa: PLR2004
            alike = [
                (
                    alike[1][0],
                    [f"not ({' or '.join(alike[0][1])}) and ({' or '.join(alike[1][1])})"],
                )
            ]
        for place, (choice, guards) in enumerate(alike):
            pieces.tag(f"{'elif' if place else 'if'} {' or '.join(guards)}")
            pieces.raw(written(choice))
        if guarded and any(texts_of(last)):
            pieces.tag("else")
        if not guarded or any(texts_of(last)):
            pieces.raw(written(last))
        if guarded:
            pieces.tag("endif")

    def _choices(self, number: int, slot: str, start: str) -> list[tuple[str, Choice[str]]]:
        """Return what stands before a slot by the condition of the slot before it, the nearest first."""
        choices: list[tuple[str, Choice[str]]] = []
        for before in reversed([START, *self.order[:number]]):
            if before == "links":
                continue
            choice = self.seps.get((before, slot))
            if choice is None:
                usual = self.into.get(slot, "" if slot == END else " ")
                usual = BEHIND.get(before, usual)
                if before != START and "stop}" in self.forms.best(before, self.questions):
                    usual = usual.removeprefix(".")
                choice = Choice(start if before == START and slot != END else usual)
            if before == START and slot != END:
                second = choice.second
                choice = choice._replace(
                    first=choice.first.removeprefix(start),
                    second=second.removeprefix(start) if second is not None else None,
                    others=tuple((key, text.removeprefix(start)) for key, text in choice.others),
                )
            choices.append((self.guards[before] or "" if before else "", choice))
            if before == START or before in ALWAYS:
                break
        return choices

    def _shown(self, slot: str) -> str:  # noqa: PLR0911 - one case each
        """Return the Jinja of a slot."""
        if slot == "tag":
            return tag_of(self.samples, self.skeletons, self.variants)
        if slot == "target":
            form = filled(self.forms.best(slot, self.questions), VALUES)
            return f"{{% if url %}}{form}{{% else %}}]{{% endif %}}"
        if slot == "date":
            return dated(self.forms.best(slot, self.questions), self.samples)
        values = self._values(slot)
        form = self.forms.best(slot, self.questions, self.variants)
        if slot == f"field-{ANCHOR}":  # in an attribute, which quotes end
            value = f"{{{{ field.{ANCHOR} | replace('\"', '') }}}}"
            return form.replace(f"{{{slot}}}", value)
        if slot.startswith("field-"):
            jinja = in_code(form.replace(f"{{{slot}}}", f"{{{{ {self.guards[slot]} }}}}"))
            return in_brackets(jinja, *self._said_in(slot))
        if slot in {"award", "remark", "tldr"}:
            return in_brackets(in_code(filled(form, values)), *self._said_in(slot))
        if slot == "paper" and not form.startswith("{% if venue"):
            form = or_paper(form)
        usual = plainer(in_code(filled(form, values)))
        if slot != "title":
            return usual
        others = (
            (letter, plainer(in_code(filled(form, values | {"title": title}))))
            for letter, title in self._titles.others
        )
        return asked(Choice(usual, others=tuple(others)), usual)

    @cached_property
    def _said(self) -> Mapping[str, str]:
        """The Jinja of values, authors and titles as most items write them."""
        authors = authors_of(self.samples, self.skeletons)
        return VALUES | {"authors": authors, "title": self._titles.first}

    @cached_property
    def _titles(self) -> Choice[str]:
        """The Jinja of titles, as most items have them and as a few do."""
        return titles_of(self.samples, self.variants)

    def authors(self) -> str:
        """Return the Jinja of the authors and of a full stop behind them, "" where they are not shown."""
        shown = any("{authors}" in form for slot in self.order for form in self.forms.found[slot])
        found = self.forms.found["authors"]
        stops = bool(found) and "{authors_stop}" in found.most_common(1)[0][0]
        return self._said["authors"] + VALUES["authors_stop"] * stops if shown else ""

    def _values(self, slot: str) -> dict[str, str]:
        """Return the Jinja of the values that the form of a slot may have."""
        values = dict(self._said)
        if slot == "remark":
            values["remark"] = remarks_of(self.samples, self.skeletons)
        if slot in self.labels:
            values["label"] = self.labels[slot]
        if slot.startswith("link-"):
            values["link_url"] = f'{{{{ link["{slot[5:]}"] }}}}'
        return values

    def _said_in(self, slot: str) -> tuple[list[str], list[str]]:
        """Return what stands in a slot, and behind it."""
        found = [
            (part.text, behind)
            for one in self.skeletons
            for part, behind in zip(one.parts, one.between[1:], strict=True)
            if part.slot == slot
        ]
        return [text for text, _ in found], [behind for _, behind in found]

    def shown(self) -> frozenset[str]:
        """Return the slots of the template, and what it never shows; `repository` is the code, where stars are a link to it."""
        starred = any("{code_url}" in form for form in self.forms.found["stars"])
        labels = {f"field-{field_of(slot)}" for slot in self.labels}
        never = {slot for slot in ("paper",) if self.guards.get(slot, "") is None}
        return frozenset(self.order) | labels | never | ({"repository"} if starred else set())

    def link_form(self) -> str:
        """Return how further links are written, else code's and the paper's."""
        votes: Counter[str] = Counter()
        parts = [part for one in self.skeletons for part in one.parts if part.text]
        for weight, slots in ((1000, "links"), (100, "link-"), (1, "code"), (1, "paper")):
            for part in parts:
                if part.slot.startswith(slots):
                    bare = part.text.strip("[]\\")
                    form = _URLS.sub("u", part.form.replace(bare, "Paper", 1))
                    # Words that are of each paper, and images, are no form of every link.
                    votes[form] += weight * ("{" not in form and "![" not in form)
        votes += Counter()
        return votes.most_common(1)[0][0] if votes else ""
