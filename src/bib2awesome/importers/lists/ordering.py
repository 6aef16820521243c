"""The order of new entries: one in which every section finds its papers in the order of the list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from heapq import heappop, heappush
from typing import TypeVar

__all__ = ["in_every_order"]

Work = TypeVar("Work", bound=Hashable)


def in_every_order(works: Sequence[Work], orders: Iterable[Sequence[Work]]) -> list[Work]:
    """Return the works so that each of `orders` holds, otherwise as they are.

    Where orders contradict each other (one section has A before B, another B before A), one work goes
    before its turn in as few sections as can be, past as few others as can be; the others stay in order.

    Args:
        works: Each work once.
        orders: Stretches of them.
    """
    rank = {work: number for number, work in enumerate(works)}
    queues = [[rank[work] for work in dict.fromkeys(order) if work in rank] for order in orders]
    queues = [queue for queue in queues if queue]
    if all(queue == sorted(queue) for queue in queues):
        return list(works)
    return [works[number] for number in _Queues(len(works), queues).merged()]


class _Queues:
    """Stretches of numbers that are taken from their fronts."""

    def __init__(self, count: int, queues: Sequence[Sequence[int]]) -> None:
        self.queues = queues
        self.fronts = [0] * len(queues)
        self.places: list[list[tuple[int, int]]] = [[] for _ in range(count)]
        for queue, numbers in enumerate(queues):
            for place, number in enumerate(numbers):
                self.places[number].append((queue, place))
        self.done = [False] * count
        self.waits = [len(places) for places in self.places]
        self.ready = [number for number in range(count) if not self.waits[number]]
        for queue in range(len(queues)):
            self._step(queue)

    def _step(self, queue: int) -> None:
        """Let the number at the front of a queue know that it is there."""
        numbers, front = self.queues[queue], self.fronts[queue]
        while front < len(numbers) and self.done[numbers[front]]:
            front += 1
        self.fronts[queue] = front
        if front < len(numbers):
            first = numbers[front]
            self.waits[first] -= 1
            if not self.waits[first]:
                heappush(self.ready, first)

    def merged(self) -> list[int]:
        """Return all numbers."""
        found: list[int] = []
        while len(found) < len(self.done):
            number = heappop(self.ready) if self.ready else self._least_early()
            self.done[number] = True
            found.append(number)
            for queue, place in self.places[number]:
                if place == self.fronts[queue]:
                    self._step(queue)
        return found

    def _least_early(self) -> int:
        """Return the front of a queue that goes past the fewest where it is no front."""
        fronts = {
            numbers[front]
            for numbers, front in zip(self.queues, self.fronts, strict=True)
            if front < len(numbers)
        }

        def early(number: int) -> tuple[int, int, int]:
            past = sum(place - self.fronts[queue] for queue, place in self.places[number])
            return self.waits[number], past, number

        return min(fronts, key=early)
