"""Merge conflicts in generated text: two branches that both rendered.

Such a conflict has nothing in it that a person decided: survey.bib says what belongs there. So a
hunk that holds nothing but the contents and markers of regions is replaced by one side of it, and the
region rendered anew. A hunk in which both sides also differ in hand-written text stays a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bib2awesome.errors import Finding, InputError
from bib2awesome.render.markers import is_marker, marker_problem

__all__ = ["Settled", "has_conflicts", "settle"]

_IN_BYTES = re.compile(rb"^(?:<{7}|>{7})(?: |\r?$)", re.MULTILINE)
_OURS, _BASE, _THEIRS, _END = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)


def has_conflicts(data: bytes) -> bool:
    """Whether a file holds git's conflict markers."""
    return b"<<<<<<<" in data and _IN_BYTES.search(data) is not None


class Settled(NamedTuple):
    """The lines without the conflicts in regions, and where those were (lines from 0)."""

    lines: list[str]
    touched: frozenset[int]


class _Hunk(NamedTuple):
    start: int
    end: int
    ours: list[str]
    theirs: list[str]


def settle(lines: Sequence[str], file: str) -> Settled:
    """Return the lines with one side of every conflict in or around a region.

    A conflict outside of regions stays: it is text like any other.

    Raises:
        InputError: Where a conflict reaches from a region into text that both sides wrote by hand.
    """
    settled: list[str] = []
    touched: set[int] = set()
    problems: list[Finding] = []
    inside, at = False, 0
    for hunk in _hunks(lines):
        settled += lines[at : hunk.start]
        inside = _inside(lines[at : hunk.start], inside=inside)
        at = hunk.end + 1
        if not inside and not any(map(is_marker, (*hunk.ours, *hunk.theirs))):
            settled += lines[hunk.start : at]
            continue
        if _by_hand(hunk.ours, inside=inside) != _by_hand(hunk.theirs, inside=inside):
            problems.append(
                marker_problem(
                    file,
                    hunk.start,
                    "a merge conflict that is not only in a region",
                    "settle the hand-written lines; what stands in regions is rendered anew",
                )
            )
        touched.update(range(len(settled), len(settled) + len(hunk.ours) + 1))
        settled += hunk.ours
        inside = _inside(hunk.ours, inside=inside)
    if problems:
        raise InputError(problems)
    return Settled(settled + list(lines[at:]), frozenset(touched))


def _hunks(lines: Sequence[str]) -> Iterable[_Hunk]:
    """Yield what is between `<<<<<<<` and `>>>>>>>`, in git's merge and diff3 styles."""
    start = side = None
    ours: list[str] = []
    theirs: list[str] = []
    for number, line in enumerate(lines):
        head = line[:7]
        if head == _OURS:
            start, side, ours, theirs = number, ours, [], []
            side = ours
        elif start is None:
            continue
        elif head == _BASE and side is ours:
            side = None
        elif head == _THEIRS and side is not theirs and not line[7:].strip():
            side = theirs
        elif head == _END and side is theirs:
            yield _Hunk(start, number, ours, theirs)
            start = None
        elif side is not None:
            side.append(line)


def _inside(lines: Iterable[str], *, inside: bool) -> bool:
    for line in lines:
        if is_marker(line):
            inside = "bib2awesome:begin" in line
    return inside


def _by_hand(lines: Iterable[str], *, inside: bool) -> list[str]:
    """Return what a person wrote in `lines`: the markers without checksums, and text outside."""
    kept: list[str] = []
    for line in lines:
        marker = is_marker(line)
        if marker:
            inside = "bib2awesome:begin" in line
            kept.append(re.sub(r"\s*sha256:[0-9a-f]*", "", line).strip())
        elif not inside:
            kept.append(line.rstrip("\r\n"))
    return [*kept, str(inside)]
