"""The exit codes and which of them wins where several apply."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["BUG", "DONE", "FINDINGS", "INTERRUPTED", "UNANSWERED", "UNUSABLE", "worst"]

DONE = 0
FINDINGS = 1
"""Findings, something would change, or something was refused."""
UNUSABLE = 2
"""Wrong usage, unusable input, a file system that refuses."""
UNANSWERED = 3
"""An answer that could have mattered could not be had."""
BUG = 70
INTERRUPTED = 130

_ORDER = (BUG, INTERRUPTED, UNUSABLE, UNANSWERED, FINDINGS)


def worst(codes: Iterable[int]) -> int:
    """Return the code that wins: 70 before 130 before 2 before 3 before 1 before 0."""
    found = set(codes)
    return next((code for code in _ORDER if code in found), DONE)
