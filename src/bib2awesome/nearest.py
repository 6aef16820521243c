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
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (6 ms that only an error pays)

    names = list(dict.fromkeys(names))
    folded = [name.casefold() for name in names]
    wanted = word.casefold()
    similar = process.extract_iter(wanted, folded, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    scores = {names[index]: score for _, score, index in similar}
    tails = {
        name: one.rpartition("/")[2] for name, one in zip(names, folded, strict=True) if "/" in one
    }
    tail = wanted.rpartition("/")[2]
    of_tails = process.extract_iter(tail, tails, scorer=fuzz.ratio, score_cutoff=_SIMILAR + 1)
    for _, score, name in of_tails:
        scores[name] = max(scores.get(name, 0.0), score - 1)
    return tuple(sorted(scores, key=lambda name: (-scores[name], name))[:limit])


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
