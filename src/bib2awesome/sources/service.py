"""One service during one run: its turns, its retries, and when to leave it alone.

Waits follow the contract of the services: what Retry-After says, else 1, 2, 4, 8 seconds with jitter;
a service that fails five times in a row, or in one of ten requests, is left alone for this run.
"""

from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import NamedTuple

from bib2awesome.config import SourceSettings
from bib2awesome.sources.access import Access
from bib2awesome.sources.base import Credentials, Parsed, Request, Response, ShapeError, Source
from bib2awesome.sources.http import Failure, FailureError, Http, retry_after
from bib2awesome.sources.pace import ExhaustedError, Ledger, Pace, StoppedError, Ticket

__all__ = ["PERSISTENCE", "Exchanged", "Persistence", "Service", "UnusableError"]

_CHALLENGE = re.compile(
    rb"not a bot|just a moment\.\.\.|captcha|verify you are (?:a )?human|challenge-platform|anubis",
    re.IGNORECASE,
)
_TRANSIENT = frozenset({429, 500, 502, 503, 504, 408, 425})
_LEADS_SOMEWHERE = frozenset({200, 304, 400, 404, 410, 422})
_TOO_MUCH = frozenset({429, 503})


class Persistence(NamedTuple):
    """How stubborn a run is.

    Attributes:
        retries: Further attempts of one request.
        content_retries: The same where an answer came that is none: a third time seldom helps.
        first_wait: Seconds before the first of them; doubled each time.
        longest_wait: A service that asks for more is left alone.
        in_a_row: So many failures without one success end it.
        calls: After so many requests, a tenth of failures ends it.
    """

    retries: int = 4
    content_retries: int = 2
    first_wait: float = 1
    longest_wait: float = 120
    in_a_row: int = 5
    calls: int = 20


PERSISTENCE = Persistence()


class UnusableError(Exception):
    """A request has no answer; `args[0]` says why, `args[1]` is the failure's kind."""


class Exchanged(NamedTuple):
    """What an answer says (None: what we have still holds), and the answer."""

    parsed: Parsed | None
    response: Response


class Service:
    """What a run knows about one service. Its `exchange` is called by several threads.

    Args:
        source: What it is.
        access: Where it is.
        http: Sends.
        ledger: When was sent.
        persistence: How stubborn we are.
        settings: What categories.toml says about it: how often at most, how long to wait.

    Attributes:
        requests: How many were sent.
        off: Why it is left alone for the rest of the run, None while it is not.
        single_only: It takes no batches: every query gets a request of its own.
    """

    def __init__(
        self,
        source: Source,
        access: Access,
        http: Http,
        ledger: Ledger,
        persistence: Persistence = PERSISTENCE,
        *,
        settings: SourceSettings | None = None,
    ) -> None:
        self.source = source
        self.access = access
        self.requests = 0
        self.off: str | None = None
        self.single_only = False
        self._http = http
        self._persistence = persistence
        per_minute = settings.per_minute if settings else None
        self._timeout = (settings and settings.timeout) or http.patience.total
        self._paces = {
            route: Pace(ledger, f"{access.url} {route}", limit, per_minute)
            for route, limit in source.limits.items()
        }
        self._lock = threading.Lock()
        self._row = 0
        self._row_of: set[str] = set()
        self._calls = 0
        self._failed = 0

    def pace(self, route: str) -> Pace:
        """Return the turns of one route."""
        return self._paces[route]

    def exchange(
        self, request: Request, ticket: Ticket, stop: threading.Event, *, etag: str = ""
    ) -> Exchanged:
        """Send `request` with the turn `ticket`, again where that may help, and read the answer.

        Args:
            request: What is asked.
            ticket: The turn; given back in any case.
            stop: Set where the run is being ended.
            etag: What the service called the version that we have.

        Raises:
            UnusableError: It could not be asked.
            StoppedError: The run is being ended.
        """
        pace = self.pace(request.route)
        spent = 0.0
        attempt = 0
        while True:
            started = time.monotonic()
            budget = min(self._timeout, self._http.patience.total - spent)
            result = self._attempt(request, ticket, etag, budget)
            if isinstance(result, Exchanged):
                return result
            spent += time.monotonic() - started
            self._count(result, request)
            wait = self._wait(result, attempt, spent)
            if wait is None or self.off is not None:
                self._finished(failed=True)
                raise UnusableError(self.off or result.reason, result.kind)
            if result.status in _TOO_MUCH:
                pace.complained(wait)
            if stop.wait(wait):
                raise StoppedError
            attempt += 1
            try:
                ticket = pace.enter(stop)
            except ExhaustedError as error:
                self.exhausted(error.args[0])
                raise UnusableError(self.off, "refused") from None

    def exhausted(self, seconds: float) -> None:
        """Leave the service alone: its quota is used up for so long."""
        minutes = max(round(seconds / 60), 1)
        self._leave(f"its quota is used up for the next {minutes} minutes")

    def _attempt(
        self, request: Request, ticket: Ticket, etag: str, budget: float
    ) -> Failure | Exchanged:
        """Send once; return what failed, or what the answer says."""
        pace = self.pace(request.route)
        turn = [ticket]

        def sending() -> None:
            turn.append(pace.sent(ticket))

        sent: Response | None = None
        with self._lock:
            self.requests += 1
        try:
            sent = self._send(request, etag, budget, sending)
        except FailureError as error:
            return error.failure
        finally:
            pace.done(turn[-1], answered=sent is not None)
        failure = _refusal(sent)
        if failure is not None:
            return failure
        self._obey(sent, pace, request.route)
        parsed = None
        if sent.status != HTTPStatus.NOT_MODIFIED:
            try:
                parsed = self.source.parse(request, sent)
            except ShapeError as error:
                return _misread(sent, str(error))
        self._finished(failed=False)
        return Exchanged(parsed, sent)

    def _send(
        self, request: Request, etag: str, budget: float, sending: Callable[[], None]
    ) -> Response:
        given = self.source.credentials(self.access.key) if self.access.key else Credentials()
        headers = dict(given.headers)
        if etag:
            headers["If-None-Match"] = etag
        return self._http.send(
            "GET" if request.body is None else "POST",
            self.access.url + request.path,
            params=(*request.params, *given.params),
            headers=headers,
            body=request.body,
            budget=budget,
            sending=sending,
        )

    def _wait(self, failure: Failure, attempt: int, spent: float) -> float | None:
        """Return the seconds until the next attempt, None where there is none."""
        plan = self._persistence
        most = plan.content_retries if failure.kind == "content" else plan.retries
        if failure.kind == "refused" or attempt >= most:
            return None
        if failure.kind == "timeout" and spent > self._http.patience.total * 0.9:
            return None
        backoff: float = min(60.0, plan.first_wait * 2**attempt)
        # S311: jitter keeps clients apart, it hides nothing.
        return max(failure.after or 0.0, backoff * random.uniform(0.5, 1.5))  # noqa: S311

    def _count(self, failure: Failure, request: Request) -> None:
        """Decide whether a failure ends the service for this run."""
        plan = self._persistence
        with self._lock:
            self._row += 1
            self._row_of.add(f"{request.path} {request.params} {request.body}")
            # One request that never works is not yet a service that does not.
            several = len(self._row_of) > 1 or failure.status in _TOO_MUCH
            if failure.status in {401, 403, 407, 451}:
                self._leave(failure.reason)
            elif failure.after is not None and failure.after > plan.longest_wait:
                minutes = round(failure.after / 60)
                self._leave(f"{failure.reason} and asks for {minutes} minutes of rest")
            elif self._row >= plan.in_a_row and several:
                self._leave(f"{failure.reason}, {self._row} times in a row")

    def _finished(self, *, failed: bool) -> None:
        with self._lock:
            self._calls += 1
            if failed:
                self._failed += 1
            else:
                self._row = 0
                self._row_of.clear()
            if self._calls > self._persistence.calls and self._failed * 10 > self._calls:
                self._leave(f"{self._failed} of {self._calls} requests failed")

    def _leave(self, reason: str) -> None:
        if self.off is None:
            self.off = reason

    def _obey(self, answer: Response, pace: Pace, route: str) -> None:
        """Take over the limits that an answer announces, and stop where nothing is left."""
        limit = self.source.announced(answer.headers, route)
        if limit is not None and limit != pace.limit:
            pace.announce(limit)
        left, reset, cost = remaining(answer.headers)
        if left is not None and left < cost and reset is not None and reset > 0:
            if reset > self._persistence.longest_wait:
                self.exhausted(reset)
            else:
                pace.rest(reset)


def _refusal(answer: Response) -> Failure | None:
    """Return what is wrong with an answer by its status alone."""
    if answer.status in _LEADS_SOMEWHERE:
        return None
    after = retry_after(answer.headers.get("retry-after"))
    left, reset, _ = remaining(answer.headers)
    if answer.status in {403, 429} and left == 0 and reset is not None:
        return Failure("its quota is used up", "status", 429, max(reset, after or 0))
    kind = "status" if answer.status in _TRANSIENT else "refused"
    return Failure(f"answers {answer.status}", kind, answer.status, after)


def _misread(answer: Response, reason: str) -> Failure:
    """Return the failure that an answer is which does not look as it should."""
    if _CHALLENGE.search(answer.body[:20000]):
        return Failure("asks for a proof that we are no machine", "refused", HTTPStatus.FORBIDDEN)
    return Failure(reason, "content", answer.status)


def remaining(headers: Mapping[str, str]) -> tuple[int | None, float | None, int]:
    """Return how much is left, the seconds until there is more, and what one request costs.

    `x-ratelimit-*` and `ratelimit-*`: `reset` is a time since 1970 (GitHub) or a number of seconds. The
    cost is one, unless the service counts in credits (OpenAlex).
    """
    cost = headers.get("x-ratelimit-credits-used", "")
    for prefix in ("x-ratelimit-", "ratelimit-"):
        left, reset = (headers.get(prefix + name, "") for name in ("remaining", "reset"))
        if re.fullmatch(r"\d{1,9}", left):
            seconds = float(reset) if re.fullmatch(r"\d{1,12}", reset) else None
            if seconds is not None and seconds > time.time() / 2:
                seconds -= time.time()
            return int(left), seconds, int(cost) if re.fullmatch(r"[1-9]\d{0,5}", cost) else 1
    return None, None, 1
