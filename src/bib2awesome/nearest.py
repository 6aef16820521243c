"""The known names nearest to a misspelt one, for hints. Only error paths come here."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

_SIMILAR = 60
"""Score (0 to 100) from which two names look alike; `algoritm` to `algorithm` is 94."""
_LONGEST = 200
"""Longer texts are no misspelt names, and comparing them costs their length squared."""


def nearest(word: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return up to `limit` of `names` that look like `word`, the most similar first.

    The last part of a path counts as much as the whole, so `noise-shedule` finds
    `algorithm/efficient-training/noise-schedule`.
    """
    if not word or len(word) > _LONGEST:
        return ()
    from rapidfuzz import fuzz  # noqa: PLC0415  (6 ms that only an error pays)

    wanted = word.casefold()
    tail = wanted.rpartition("/")[2]
    scored = []
    for name in dict.fromkeys(names):
        known = name.casefold()
        score = fuzz.ratio(wanted, known)
        if "/" in known:
            score = max(score, fuzz.ratio(tail, known.rpartition("/")[2]) - 1)
        if score >= _SIMILAR:
            scored.append((-score, name))
    return tuple(name for _, name in sorted(scored)[:limit])


def did_you_mean(word: str, names: Iterable[str]) -> str | None:
    """Return the hint for an unknown `word` among `names`, or None where there are no names at all."""
    known = sorted(set(names))
    if not known:
        return None
    close = nearest(word, known)
    if close:
        return "did you mean " + " or ".join(f"`{name}`" for name in close) + "?"
    shown = ", ".join(f"`{name}`" for name in known[:_FEW])
    more = f" and {len(known) - _FEW} more" if len(known) > _FEW else ""
    return f"known are {shown}{more}"


_FEW = 12
