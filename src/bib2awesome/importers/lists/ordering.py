"""The order of new entries: one in which every section finds its papers in the order of the list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TypeVar

__all__ = ["in_every_order"]

Work = TypeVar("Work", bound=Hashable)


def in_every_order(works: Sequence[Work], orders: Iterable[Sequence[Work]]) -> list[Work]:
    """Return the works so that each of `orders` holds, otherwise as they are.

    Where orders contradict each other (one section has A before B, another B before A), the work that
    comes first in `works` goes first.

    Args:
        works: Each work once.
        orders: Stretches of them.
    """
    rank = {work: number for number, work in enumerate(works)}
    behind: dict[int, list[int]] = {number: [] for number in rank.values()}
    waits = dict.fromkeys(behind, 0)
    for order in orders:
        known = [rank[work] for work in dict.fromkeys(order) if work in rank]
        for first, second in pairwise(known):
            behind[first].append(second)
            waits[second] += 1
    ready = [number for number, count in waits.items() if not count]
    heapify(ready)
    stuck = iter(range(len(works)))
    done: dict[int, None] = {}
    while len(done) < len(works):
        number = heappop(ready) if ready else next(one for one in stuck if one not in done)
        if number in done:
            continue
        done[number] = None
        for following in behind[number]:
            waits[following] -= 1
            if not waits[following]:
                heappush(ready, following)
    return [works[number] for number in done]
