"""markdown-it's block parser, asked only for what can begin a line.

The library tries each of its eleven rules at every line, and most of them again at the next to see whether
a paragraph ends there. Most rules begin with a sign of their own, so here a table says which to try; the
rules, their order and what comes out are the library's (as in `bib2awesome.importers.lists.inline_rules`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    fence,
    heading,
    hr,
    html_block,
    list_block,
    reference,
)

__all__ = ["BlockParser"]

_SIGNS: Mapping[RuleFuncBlockType, str] = {
    fence: "`~",
    blockquote: ">",
    hr: "*-_",
    list_block: "*-+0123456789",
    reference: "[",
    html_block: "<",
    heading: "#",
}
"""The signs that a rule's block begins with; any of a rule that is not here."""
_BEGINNINGS: Mapping[RuleFuncBlockType, re.Pattern[str]] = {
    hr: re.compile(r"([*_-])(?:[ \t]*\1){2}"),
    list_block: re.compile(r"(?:[*+-]|\d{1,9}[.)])(?![^ \t\n])"),
    reference: re.compile(r"\[(?:[^\[\]\\]++|\\.)*+\]:", re.DOTALL),
}
"""More of the beginning, where other blocks begin with the sign as often: bold words, links."""
_CHAINS = ("", "paragraph", "reference", "blockquote", "list")
"""What may begin anywhere, and what ends a block of these kinds."""


def _by_sign(rules: Sequence[RuleFuncBlockType]) -> RuleFuncBlockType:
    """Return one rule that stands for all of `rules`."""
    others = [rule for rule in rules if rule not in _SIGNS]
    of_sign = {
        sign: [rule for rule in rules if sign in _SIGNS.get(rule, sign)]
        for sign in "".join(_SIGNS.values())
    }

    def first(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        at = state.bMarks[line] + state.tShift[line]
        for rule in of_sign.get(state.src[at : at + 1], others):
            beginning = _BEGINNINGS.get(rule)
            may_be = beginning is None or beginning.match(state.src, at) is not None
            if may_be and rule(state, line, end, silent):
                return True
        return False

    return first


class _Chains(Ruler[RuleFuncBlockType]):
    """The rules that another ruler has enabled, those of each chain as one."""

    def __init__(self, other: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.active = other.get_active_rules()
        self.chains = {name: [_by_sign(other.getRules(name))] for name in _CHAINS}

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803
        return self.chains[chainName]

    def get_active_rules(self) -> list[str]:
        return self.active


class BlockParser(ParserBlock):
    """The library's block parser with the rules that another has enabled."""

    def __init__(self, other: ParserBlock) -> None:
        super().__init__()
        self.ruler = _Chains(other.ruler)
