"""The forms of slots, `**{title}**` or `[[Paper]({paper_url})]`: words in them are labels, or what many items say.

What one item says beside its title must not stand beside those of others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from bib2awesome.importers.adoption.conditions import Choice, Questions
from bib2awesome.importers.adoption.joints import written
from bib2awesome.importers.adoption.marking import Part
from bib2awesome.importers.adoption.skeleton import Skeleton
from bib2awesome.importers.adoption.variants import Variants
from bib2awesome.importers.lists.labels import is_label

__all__ = ["Forms", "says"]

_NAMES = {"paper": "Paper", "code": "Code"}
_LEAST_ALIKE = 3
_FRAMEWORK = re.compile(
    r"\b(?:py)?torch\b|tensorflow|keras|caffe|\bjax\b|matlab|mxnet|theano|paddle|mindspore",
    re.IGNORECASE,
)
"""Labels that say more of the code behind a link than that it is some."""
_INSTEAD = re.compile(r"<[^<>]*\balt=\"([^\"]*)\"[^<>]*>")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LESS = frozenset(("stop", "tag", "venue", "year", "yy", "month", "m"))
_NO_WORDS = re.compile(r"\{\w+\}|<[^<>]*>|https?://[^\s()]*|!\[[^\[\]]*\]")


def says(form: str) -> bool:
    """Whether a form or a text between slots has words: of tags, images and addresses none counts but what is shown instead."""
    return any(map(str.isalnum, _NO_WORDS.sub("", _INSTEAD.sub(r"\1", form))))


class Forms:
    """The forms of the slots of some items.

    Args:
        skeletons: The items'.
    """

    def __init__(self, skeletons: Sequence[Skeleton]) -> None:
        self.skeletons = skeletons
        parts = [part for one in skeletons for part in one.parts]
        self._counts = Counter((part.slot, part.form) for part in parts)
        self._slots = Counter(part.slot for part in parts)
        self.general = self._general(parts)
        self.found: dict[str, Counter[str]] = defaultdict(Counter)
        for part in parts:
            self.found[part.slot][self._form(part)] += 1

    def _general(self, parts: Sequence[Part]) -> dict[str, str]:
        """Return the form of links of whose labels none is frequent, with a label of ours."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for part in parts:
            bare = part.text.strip("[]\\")
            name = _NAMES.get(part.slot, part.slot.removeprefix("link-").replace("-", " ").title())
            if part.text and "_url}" in part.form and bare:
                votes[part.slot][part.form.replace(bare, name, 1)] += 1
        return {slot: found.most_common(1)[0][0] for slot, found in votes.items()}

    def _form(self, part: Part) -> str:
        """Return a part's form, without words that hardly any other item has there.

        What is no label has to be that of most: else it would be said of papers that it is not said of.
        """
        text = part.text.strip("[]\\*_` ")
        label = bool(text) and is_label(text) and not says(part.form.replace(text, "", 1))
        label = label and not _FRAMEWORK.search(text)
        many = max(_LEAST_ALIKE, self._slots[part.slot] / 2)
        if label or not says(part.form) or self._counts[part.slot, part.form] >= many:
            return part.form
        return self.general.get(part.slot, part.form)

    def best(self, slot: str, questions: Questions, variants: Variants | None = None) -> str:
        """Return the form of a slot that most items have, of two where a condition tells them apart.

        With `variants` a few items may have another.
        """
        found = self.found[slot]
        count = found.most_common(1)[0][1]
        general = self.general.get(slot) if count * 3 < found.total() else None
        if general is not None and count < _LEAST_ALIKE:
            return general
        outcomes = [
            next((self._form(part) for part in one.parts if part.slot == slot), None)
            for one in self.skeletons
        ]
        choice = questions.best(outcomes)
        if choice is None or choice.second is None:
            choice = Choice(general or found.most_common(1)[0][0])
        if variants is not None:
            values = _values(choice.first)
            alike = {form for form in found if _values(form) == values}
            choice = variants.added(choice, outcomes, alike)
        return written(choice)


def _values(form: str) -> list[str]:
    """Return the placeholders of a form but that of the full stop behind a title, and of when and where in a label."""
    return sorted(name for name in _PLACEHOLDER.findall(form) if name not in _LESS)
