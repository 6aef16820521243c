"""The threads that ask: one lane for each route of each service, as many at once as the service allows."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from bib2awesome.sources.base import Parsed, Query, Request, Response
from bib2awesome.sources.pace import ExhaustedError, StoppedError, Ticket
from bib2awesome.sources.service import Service, UnusableError

__all__ = ["Lanes", "Outcome"]

_MOST_AT_ONCE = 5
"""Threads of one lane; the service's own limit of concurrency is mostly lower."""
_TICK = 0.2
"""Seconds after which a waiting thread looks whether the run is being ended."""


class Outcome(NamedTuple):
    """What became of one request.

    Attributes:
        service: Who was asked.
        request: What was asked.
        parsed: What the answer says; None where it could not be had, or what we have still holds.
        response: The answer, None where there was none.
        reason: Why there was none.
        kind: Of the failure, as in `http.Failure`.
        bug: An exception that nobody expected.
    """

    service: Service
    request: Request
    parsed: Parsed | None = None
    response: Response | None = None
    reason: str = ""
    kind: str = ""
    bug: BaseException | None = None


class _Lane:
    """One route of one service: what waits, and the threads that ask it."""

    def __init__(
        self,
        service: Service,
        route: str,
        results: queue.Queue[Outcome],
        stop: threading.Event,
        etag: Callable[[Service, Query], str],
    ) -> None:
        self.service = service
        self.route = route
        self._results = results
        self._stop = stop
        self._etag = etag
        self._waiting: dict[str, deque[Query]] = {}
        self._change = threading.Condition()
        self._threads = 0

    def put(self, queries: Iterable[Query]) -> None:
        """Let queries wait for their turn."""
        with self._change:
            for query in queries:
                self._waiting.setdefault(query.scheme, deque()).append(query)
            count = sum(len(waiting) for waiting in self._waiting.values())
            while self._threads < min(_MOST_AT_ONCE, count):
                self._threads += 1
                threading.Thread(target=self._work, daemon=True).start()
            self._change.notify_all()

    def _take(self) -> Request | None:
        """Return the next request, identifiers before searches; None where nothing waits."""
        with self._change:
            for scheme in sorted(self._waiting, key="title".__eq__):
                waiting = self._waiting[scheme]
                if waiting:
                    most = self.service.source.schemes[scheme]
                    request = self.service.source.request([*islice(waiting, most)], self.route)
                    offered = [waiting.popleft() for _ in range(min(most, len(waiting)))]
                    taken = set(request.queries)
                    waiting.extendleft(query for query in offered[::-1] if query not in taken)
                    return request
            return None

    def _work(self) -> None:
        """Ask until the run ends."""
        while not self._stop.is_set():
            with self._change:
                if not any(self._waiting.values()):
                    self._change.wait(_TICK)
                    continue
            try:
                self._once()
            except StoppedError:
                return
            except Exception as bug:  # noqa: BLE001  (the thread that waits for us raises it)
                self._results.put(Outcome(self.service, Request("", ()), bug=bug))
                return

    def _once(self) -> None:
        """Wait for a turn and send what waits by then.

        Raises:
            StoppedError: The run is being ended.
        """
        pace = self.service.pace(self.route)
        ticket: Ticket | None = None
        if self.service.off is None:
            try:
                ticket = pace.enter(self._stop)
            except ExhaustedError as error:
                self.service.exhausted(error.args[0])
        request = self._take()
        if ticket is None or request is None or self.service.off is not None:
            if ticket is not None:
                pace.give_back(ticket)
            if request is not None:
                reason = self.service.off or ""
                self._results.put(Outcome(self.service, request, reason=reason, kind="refused"))
            return
        self._results.put(self._outcome(request, ticket))

    def _outcome(self, request: Request, ticket: Ticket) -> Outcome:
        etag = self._etag(self.service, request.queries[0]) if len(request.queries) == 1 else ""
        try:
            parsed, response = self.service.exchange(request, ticket, self._stop, etag=etag)
        except UnusableError as error:
            return Outcome(self.service, request, reason=error.args[0], kind=error.args[1])
        return Outcome(self.service, request, parsed, response)


class Lanes:
    """All lanes of a run, and one place where their results arrive.

    Args:
        etag: Returns what the service called the version of an answer that we have, "" for none.
    """

    def __init__(self, etag: Callable[[Service, Query], str]) -> None:
        self._etag = etag
        self._results: queue.Queue[Outcome] = queue.Queue()
        self._stop = threading.Event()
        self._lanes: dict[tuple[str, str], _Lane] = {}

    def put(self, service: Service, queries: Iterable[Query], *, alone: bool = False) -> None:
        """Ask `queries`; `alone` each in a request of its own."""
        by_route: dict[str, list[Query]] = {}
        for query in queries:
            route = service.source.route(query, alone=alone or service.single_only)
            by_route.setdefault(route, []).append(query)
        for route, some in by_route.items():
            key = service.source.name, route
            if key not in self._lanes:
                self._lanes[key] = _Lane(service, route, self._results, self._stop, self._etag)
            self._lanes[key].put(some)

    def next(self) -> Outcome:
        """Wait for the next result. The wait ends at once where the user interrupts it."""
        while True:
            try:
                # Without a limit, Windows would not see Ctrl-C.
                return self._results.get(timeout=_TICK)
            except queue.Empty:
                continue

    def close(self) -> None:
        """Let the threads end; one that waits for a service is left to itself."""
        self._stop.set()
