"""What a template may ask of a paper, and which question tells best what items look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from bib2awesome.importers.adoption.own_labels import SUFFIX
from bib2awesome.importers.adoption.skeleton import Sample
from bib2awesome.render.items import Item, Options
from bib2awesome.render.links import LinkStyle, LinkWriter

__all__ = ["PREPRINT", "Choice", "Questions"]

Outcome = TypeVar("Outcome", bound=Hashable)

PREPRINT = 'venue == "arXiv"'
_PLAIN = (
    "venue", "month", "authors", "code_url", "paper_url", "shorttitle", "award", "tldr", "doi", "arxiv", "repository",
    "further_links",
)  # fmt: skip
_OPTIONS = Options(
    lambda _: "", LinkWriter(LinkStyle("[", "]", ""), {}), ("url", "eprint", "doi"), None, bibtex=False, stars=False
)  # fmt: skip
_LEAST, _SHARE = 2, 0.03
"""A question is worth a branch from so many items on, and from this share of them; one about an address from twice as many."""


class Choice(NamedTuple, Generic[Outcome]):
    """One of two things by a condition in Jinja; always the first where that is "".

    `others` are what items with a variant have instead, by its letter (`bib2awesome.importers.adoption.variants`).
    """

    first: Outcome
    condition: str = ""
    second: Outcome | None = None
    others: tuple[tuple[str, Outcome], ...] = ()


class Questions:
    """The conditions that a template could have, and for which of the items each holds.

    Args:
        samples: The items.
    """

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.samples = samples

    @cached_property
    def items(self) -> list[Item]:
        """The items as templates see them."""
        return [Item(one.paper, _OPTIONS, "", one.number) for one in self.samples]

    @cached_property
    def answers(self) -> Mapping[str, Sequence[bool]]:
        """For each condition, of which items it is true; none that is the same for all."""
        tests: dict[str, Callable[[Item], object]] = {
            PREPRINT: lambda item: item["venue"] == "arXiv",
            **{name: lambda item, name=name: item[name] for name in _PLAIN},  # type: ignore[misc]
            'authors[-6:] == "et al."': lambda item: item["authors"].endswith("et al."),
            'url[-4:] == ".pdf"': lambda item: item["url"].endswith(".pdf"),
            '"arxiv.org" in url': lambda item: "arxiv.org" in item["url"],
            "field.remark": lambda item: item["field"]["remark"],
            "field.url": lambda item: item["field"]["url"],
        }
        for host in _hosts(self.items):
            tests[f'"{host}" in url'] = lambda item, host=host: host in item["url"]  # type: ignore[misc]
        names = (name for one in self.samples for name in one.more if not name.endswith(SUFFIX))
        for name in dict.fromkeys(names):
            tests[f'field["{name}"]'] = lambda item, name=name: item["field"][name]  # type: ignore[misc]
        for label in _labels(self.samples):
            tests[f'link["{label}"]'] = lambda item, label=label: item["link"][label]  # type: ignore[misc]
        found = {one: [bool(test(item)) for item in self.items] for one, test in tests.items()}
        return {one: answers for one, answers in found.items() if 0 < sum(answers) < len(answers)}

    def chosen(self, choice: Choice[Outcome]) -> list[Outcome | None]:
        """Return what each item has by a choice."""
        if not choice.condition:
            return [choice.first] * len(self.samples)
        answers = self.answers[choice.condition]
        return [choice.first if answer else choice.second for answer in answers]

    def best(self, outcomes: Sequence[Outcome | None]) -> Choice[Outcome] | None:
        """Return what tells best which item has which outcome, None where there are none.

        Args:
            outcomes: One for each item, None where it does not matter.
        """
        votes = Counter(one for one in outcomes if one is not None)
        if not votes:
            return None
        [(most, count), *others] = votes.most_common()
        best: tuple[int, Choice[Outcome]] = (count, Choice(most))
        least = count + max(_LEAST, _SHARE * votes.total())
        if others and votes.total() >= least:
            for condition, answers in self.answers.items():
                sides: tuple[Counter[Outcome], Counter[Outcome]] = (Counter(), Counter())
                for outcome, answer in zip(outcomes, answers, strict=True):
                    if outcome is not None:
                        sides[not answer][outcome] += 1
                if not all(sides):
                    continue
                (yes, right), (no, more) = (side.most_common(1)[0] for side in sides)
                enough = least + _LEAST * (" in url" in condition or condition.startswith("url["))
                if yes != no and right + more > best[0] and right + more >= enough:
                    best = (right + more, Choice(yes, condition, no))
        return best[1]


_HOST = re.compile(r"https?://(?:www\.)?([a-z0-9.-]+)", re.IGNORECASE)


def _hosts(items: Sequence[Item]) -> list[str]:
    """Return the hosts that several papers are on, the most frequent first."""
    found = Counter(match[1].lower() for one in items if (match := _HOST.match(one["url"])))
    return [host for host, count in found.most_common(6) if count > 1]


def _labels(samples: Sequence[Sample]) -> list[str]:
    """Return the labels that several items' further links have, the most frequent first."""
    found = Counter(
        label
        for one in samples
        for label in {link.label for link in one.paper.links if link.kind == "link"}
    )
    return [label for label, count in found.most_common(8) if count > 1]
