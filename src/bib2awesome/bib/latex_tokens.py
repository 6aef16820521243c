r"""TeX source cut into tokens, which braces belong together, and which dollars open a formula.

Decoding and encoding must agree on these, or text would change its meaning on the way back. A token
is a control word with the blanks that TeX swallows after it, a control symbol, a brace, a dollar, or
a run of anything else; joined, the tokens are the source again.
"""

# ruff: noqa: S105 (a token is a piece of TeX)
from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["control_word", "formula", "partners"]

_OPENERS = {"\\(": "\\)", "\\[": "\\]"}
_CLOSERS = frozenset(_OPENERS.values())

# What only a formula can contain; without it a pair of dollars may as well be two prices.
_MATH_ONLY = re.compile(r"[\\^_{]")


def partners(tokens: Sequence[str]) -> dict[int, int]:
    r"""Return where each opening brace closes, and where each closing one opened, by token index.

    So for `\(` and `\)`, `\[` and `\]` within one group. What has no partner is not in the result.
    """
    found: dict[int, int] = {}
    pending: list[int] = []
    formulas: dict[tuple[int, str], int] = {}
    for index, token in enumerate(tokens):
        if token == "{":
            pending.append(index)
        elif token == "}":
            if pending:
                start = pending.pop()
                found[start] = index
                found[index] = start
        elif token in _OPENERS:
            formulas.setdefault((pending[-1] if pending else -1, _OPENERS[token]), index)
        elif token in _CLOSERS:
            opened = formulas.pop((pending[-1] if pending else -1, token), None)
            if opened is not None:
                found[opened] = index
    return found


def control_word(token: str) -> str:
    r"""Return the name in a token that starts with a backslash: `alpha` for `\alpha `, `'` for `\'`."""
    name = token[1:]
    return name.rstrip() or name


def formula(
    tokens: Sequence[str], partner: dict[int, int], index: int, end: int
) -> tuple[int, int, int] | None:
    r"""Return start, end and the index behind the formula that the token at `index` opens.

    The token is a dollar (a second one makes it a displayed formula), `\(` or `\[`. None means that
    it opens nothing.
    """
    if tokens[index] in _OPENERS:
        close = partner.get(index)
        return None if close is None or close >= end else (index + 1, close, close + 1)
    if index + 1 < end and tokens[index + 1] == "$":
        close = _closing_dollar(tokens, partner, index + 1, end)
        if close is not None and close + 1 < end and tokens[close + 1] == "$":
            return index + 2, close, close + 2
        return None
    close = _closing_dollar(tokens, partner, index, end)
    return None if close is None else (index + 1, close, close + 1)


def _closing_dollar(
    tokens: Sequence[str], partner: dict[int, int], start: int, end: int
) -> int | None:
    """Return the index of the dollar that closes the formula opened at `start`, or None.

    None means the dollar is a dollar sign: nothing closes it before `end` or before the group ends,
    or what lies between holds nothing of a formula and is not set tightly between its dollars, as in
    "from $5 to $6" (TeX would set "5 to" as a formula there; no author means it).
    """
    index = start + 1
    while index < end:
        token = tokens[index]
        if token == "$":
            after = tokens[index + 1][0] if index + 1 < end else ""
            return index if _is_formula(tokens, start + 1, index, after) else None
        if token == "}" and index in partner:
            return None
        index = partner.get(index, index) + 1
    return None


def _is_formula(tokens: Sequence[str], start: int, end: int, after: str) -> bool:
    """Return whether the tokens from `start` to before `end` are meant as a formula."""
    if any(_MATH_ONLY.search(tokens[index]) for index in range(start, end)):
        return True
    inside = "".join(tokens[start:end])
    if not inside or inside[0].isspace() or inside[-1].isspace():
        return False
    return not after.isdigit()
