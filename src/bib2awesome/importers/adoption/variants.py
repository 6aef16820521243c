"""What a few items have otherwise than most, where nothing that is known of the papers tells which these are.

Such papers have a letter in their field `variant`, which the item style asks for: one without a full stop,
one with a blank more. Without the field an item looks as most do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from string import ascii_lowercase

from bib2awesome.importers.adoption.conditions import Choice, Questions

__all__ = ["VARIANT", "Variants", "asked"]

VARIANT = "variant"
"""The field with the letters of what a paper's item has otherwise."""
_ALONE = 4
"""So many variants may be those of one item: a template with more of them is nothing to be read."""


class Variants:
    """The variants of a template.

    Args:
        questions: What may be asked of the items.

    Attributes:
        letters: Those of each item.
    """

    def __init__(self, questions: Questions) -> None:
        self.questions = questions
        self.letters: list[list[str]] = [[] for _ in questions.samples]
        self._free = iter(ascii_lowercase)
        self._alone = _ALONE

    def by_sample(self) -> dict[int, tuple[str, ...]]:
        """Return the letters of the samples that have some, by their `id`."""
        letters = zip(self.questions.samples, self.letters, strict=True)
        return {id(one): tuple(some) for one, some in letters if some}

    def added(
        self, choice: Choice[str], outcomes: Sequence[str | None], possible: Collection[str]
    ) -> Choice[str]:
        """Return a choice with what items have that it is not right for.

        Args:
            choice: What most items have.
            outcomes: What each item has, None where it does not matter.
            possible: What any item may have.
        """
        chosen = self.questions.chosen(choice)
        wrong = [
            have if have is not None and have != by_choice and have in possible else None
            for have, by_choice in zip(outcomes, chosen, strict=True)
        ]
        votes = Counter(have for have in wrong if have is not None)
        others = []
        for text, _ in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
            letter = self._letter([have == text for have in wrong])
            if letter:
                others.append((letter, text))
        return choice._replace(others=tuple(others))

    def guarded(
        self, guard: str | None, shown: Sequence[bool], there: Sequence[bool]
    ) -> str | None:
        """Return the condition of a slot so that items that show it against the condition have a letter.

        Args:
            guard: The condition, None for never.
            shown: Whether each item shows it.
            there: Whether the condition is true of it.
        """
        hidden = self._letter([one and not have for have, one in zip(shown, there, strict=True)])
        though = self._letter([have and not one for have, one in zip(shown, there, strict=True)])
        some = [] if guard is None else [guard]
        if hidden and guard is not None:
            whole = f"({guard}) and " if " or " in guard else f"{guard} and " if guard else ""
            some = [f'{whole}"{hidden}" not in field.{VARIANT}']
        if though:
            some.append(f'"{though}" in field.{VARIANT}')
        return " or ".join(some) if some else None

    def _letter(self, which: Sequence[bool]) -> str:
        """Return a letter for items, "" where they are too few."""
        self._alone -= sum(which) == 1
        enough = sum(which) > 1 or (sum(which) == 1 and self._alone >= 0)
        letter = next(self._free, "") if enough else ""
        for number, one in enumerate(which):
            if one and letter:
                self.letters[number].append(letter)
        return letter


def asked(choice: Choice[str], jinja: str) -> str:
    """Return the Jinja of a choice, with what items have by their variants in front."""
    if not choice.others:
        return jinja
    branches = "".join(
        f'{{% {"elif" if number else "if"} "{letter}" in field.{VARIANT} %}}{text}'
        for number, (letter, text) in enumerate(choice.others)
    )
    return f"{branches}{{% else %}}{jinja}{{% endif %}}"
