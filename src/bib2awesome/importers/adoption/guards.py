"""Under which condition a slot is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import and_
from typing import Any

from bib2awesome.errors import Place
from bib2awesome.importers.adoption.conditions import PREPRINT, Questions
from bib2awesome.importers.adoption.extras import DATES, shown_date
from bib2awesome.importers.adoption.forms import Forms
from bib2awesome.importers.adoption.leftovers import GUARDS
from bib2awesome.importers.adoption.skeleton import Skeleton
from bib2awesome.importers.adoption.variants import Variants
from bib2awesome.render.items import VARIABLES
from bib2awesome.render.template import Origin, compiled

__all__ = ["ALWAYS", "Guards"]

ALWAYS = frozenset(("title", "opening", "target", "number"))
"""Slots that are shown of each paper."""
_KEPT = frozenset(("authors", "award", "code", "links", "paper", "remark", "shorttitle", "tldr"))
"""What is shown wherever it is, rather than lost."""
_VARIED = frozenset(("tag", "date", "stars"))
_FEW, _SELDOM, _NEVER = 2, 0.2, 0.05
"""What so few of the items show that have it is not shown; a paper's link, which its id has, from still fewer on."""
_INSTEAD = {"date": ("tag", "{y", "venue"), "code": ("stars", "{code_url}", "repository")}
"""What another slot may show instead of a slot: by which value in its form, and which papers have it at least."""


class Guards:
    """The conditions of slots.

    Args:
        skeletons: The items'.
        questions: What may be asked of them.
        forms: The forms of their slots.
        linked: Whether titles are links.
    """

    def __init__(
        self, skeletons: Sequence[Skeleton], questions: Questions, forms: Forms, *, linked: bool
    ) -> None:
        self.skeletons = skeletons
        self.questions = questions
        self.forms = forms
        self.linked = linked
        self.twice = sum(self._shown("paper")) * 2 > len(skeletons)

    def varied(self, slot: str, variants: Variants) -> str | None:
        """Return the same, of venue, date and stars with the variants of items that show them against it."""
        guard = self.of(slot)
        if slot not in _VARIED:
            return guard
        has = self._holds(self._has(slot))
        shown = [have and one for have, one in zip(self._shown(slot), has, strict=True)]
        there = [False] * len(shown) if guard is None else self._holds(guard)
        return variants.guarded(guard, shown, there)

    def of(self, slot: str) -> str | None:  # noqa: PLR0911 - one case each
        """Return the condition under which a slot is shown, "" for always, None for never."""
        guard = self._has(slot)
        if slot in ALWAYS or slot.startswith(("field-", "tick-")):
            return guard
        shown = self._shown(slot)
        other, value, has = _INSTEAD.get(slot, ("", "", ""))
        if other and self._apart(slot, other, value):
            told = self.of(other)
            told = f"({told})" if told not in {None, "tag", has} else has
            though = sum(map(and_, shown, self._holds(told)))
            if though <= sum(self._shown(other)):
                return f"{guard} and not {told}"
        there = self._holds(guard)
        choice = self.questions.best(
            [have if able else None for have, able in zip(shown, there, strict=True)]
        )
        if choice is None or (choice.first and not choice.condition):
            return guard
        if not choice.condition:
            kept = slot in _KEPT or slot.startswith("link-")
            least = _NEVER if slot == "paper" else 0 if kept else _SELDOM
            if sum(shown) > sum(there) * least:
                return guard
            return f"venue and not ({PREPRINT})" if self._published(slot, shown) else None
        more = choice.condition if choice.first else f"not ({choice.condition})"
        if slot in _KEPT or slot.startswith("link-"):
            answers = self.questions.answers[choice.condition]
            if any(have and answer is not choice.first for have, answer in zip(shown, answers, strict=True)):  # fmt: skip
                return guard  # an address is not lost for a look
        return f"{guard} and {more}" if guard and guard != more else more

    def _shown(self, slot: str) -> list[bool]:
        """Return of each item whether it shows a slot."""
        return [any(part.slot == slot for part in one.parts) for one in self.skeletons]

    def _holds(self, condition: str) -> list[bool]:
        """Return of each item whether a condition is true."""
        if not condition:
            return [True] * len(self.skeletons)
        true = _template(f"{{% if {condition} %}}1{{% endif %}}")
        return [bool(true(item)) for item in self.questions.items]

    def _published(self, slot: str, shown: Sequence[bool]) -> bool:
        """Whether most papers that are no preprints show their venue, however few they are."""
        preprints = self.questions.answers.get(PREPRINT, ())
        rest = [have for have, one, item in zip(shown, preprints, self.questions.items, strict=False) if item["venue"] and not one]  # fmt: skip
        return slot == "tag" and sum(rest) * 2 > len(rest) > _FEW

    def _apart(self, slot: str, other: str, value: str) -> bool:
        """Whether another slot shows what a slot shows, by a value in its form, and hardly any item has both."""
        saying = [
            one
            for one in self.skeletons
            if any(part.slot == other and value in part.form for part in one.parts)
        ]
        others = sum(self._shown(other))
        both = sum(any(part.slot == slot for part in one.parts) for one in saying)
        return len(saying) * 2 > others and both < max(1, len(saying) * _SELDOM / 2)

    def _has(self, slot: str) -> str:  # noqa: PLR0911 - one case each
        """Return the condition under which a paper has what a slot shows, "" for always."""
        if slot in ALWAYS:
            return ""
        if slot == "code" and self.linked:
            return "code_url and code_url != url"
        if slot == "paper" and self.linked and not self.twice:
            return "paper_url and paper_url != url"
        if slot == "tag":
            dated = any("{y" in form or "{tag}" in form for form in self.forms.found["tag"])
            return "tag" if dated else "venue"
        if slot.startswith("link-"):
            return f'link["{slot[5:]}"]'
        if slot.startswith(f"field-{DATES}"):
            parts = (part for one in self.skeletons for part in one.parts)
            return shown_date(slot[6:], [part.text for part in parts if part.slot == slot])
        if slot.startswith(("field-", "tick-")):
            return f'field["{slot.partition("-")[2]}"]'
        return GUARDS[slot]


@cache
def _template(source: str) -> Callable[[Mapping[str, Any]], str]:
    """Return the template of a condition."""
    types = {name: variable.type for name, variable in VARIABLES.items()}
    return compiled(source, Origin(Place("categories.toml"), inline=True), types)
