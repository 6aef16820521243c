"""One round of questions: what the cache answers, what the lanes bring, and who hears of it."""

from __future__ import annotations

import time
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bib2awesome.sources.base import (
    Absent,
    Answer,
    Found,
    Parsed,
    Query,
    Request,
    Response,
    ShapeError,
    Source,
    Unasked,
)
from bib2awesome.sources.cache import Kept
from bib2awesome.sources.lanes import Outcome
from bib2awesome.sources.service import Service

if TYPE_CHECKING:
    from bib2awesome.sources.ask import Client

__all__ = ["Answers", "Progress", "Run", "Then", "identity"]

Answers = dict[tuple[str, Query], Answer]
"""What was said, by the service's name and the query."""
Progress = Callable[[str, int, int], None]
"""Told after every answer: the service, how many of its queries are answered, how many there are."""
Then = Callable[[Answer], Iterable[tuple[str, Query]]]
"""Told every answer; returns what to ask now."""


def identity(query: Query) -> str:
    """Return under which name an answer to `query` is remembered.

    An identifier's is itself in lower case; a search's is its normalised title and author, never its
    year, which `enrich` may fill in afterwards.
    """
    value = " ".join(unicodedata.normalize("NFKC", query.value).casefold().split())
    author = " ".join(unicodedata.normalize("NFKC", query.author).casefold().split())
    return (
        f"{query.scheme}:{value}|{author}" if query.scheme == "title" else f"{query.scheme}:{value}"
    )


class Run:
    """One call of `Client.ask`: in the calling thread, which alone sees the cache."""

    def __init__(
        self,
        client: Client,
        then: Then | None,
        progress: Progress | None,
        max_age: float | None,
    ) -> None:
        self._client = client
        self._then = then
        self._progress = progress
        self._max_age = max_age
        self._answers: Answers = {}
        self._open: dict[tuple[str, str], list[Query]] = {}
        self._again: set[tuple[str, str]] = set()
        self._told: deque[Answer] = deque()
        self._counts: dict[str, tuple[int, int]] = {}

    def answers_to(self, wanted: Iterable[tuple[str, Query]]) -> Answers:
        """Run until everything is answered."""
        self._submit(wanted)
        while self._told or self._open:
            if self._told:
                answer = self._told.popleft()
                if self._then is not None:
                    self._submit(self._then(answer))
            else:
                self._receive(self._client.lanes.next())
        return self._answers

    def _submit(self, wanted: Iterable[tuple[str, Query]]) -> None:
        """Answer from the cache what can be, and put the rest into the lanes."""
        new: dict[str, list[Query]] = {}
        for name, query in wanted:
            service = self._client.service(name)
            if query.scheme not in service.source.schemes:
                raise ValueError(f"{name} cannot be asked for {query.scheme}")
            key = name, identity(query)
            if (name, query) in self._answers or query in self._open.get(key, ()):
                continue
            self._count(name, wanted=1)
            waiting = self._open.setdefault(key, [])
            waiting.append(query)
            if len(waiting) == 1 and not self._answered_here(service, query):
                new.setdefault(name, []).append(query)
        for name, queries in new.items():
            self._client.lanes.put(self._client.service(name), queries)

    def _answered_here(self, service: Service, query: Query) -> bool:
        """Answer `query` if that needs no request."""
        client, source = self._client, service.source
        kept = client.kept(service, query)
        if kept is not None and (client.offline or self._is_fresh(kept, query, source)):
            self._keep_or_drop(service, query, kept)
        elif client.offline:
            self._tell(service, query, reason="offline", expected=True)
        elif (reason := client.missing(source.name)) is not None:
            self._tell(service, query, reason=reason, expected=True)
        elif service.off is not None:
            self._tell(service, query, reason=service.off)
        else:
            if kept is not None and kept.etag:
                client.etags[source.name, identity(query)] = kept
            return False
        return True

    def _is_fresh(self, kept: Kept, query: Query, source: Source) -> bool:
        days = self._client.kept_for(source, query, kept)
        if self._max_age is not None:
            days = min(days, self._max_age)
        return kept.asked >= self._client.since and kept.is_fresh(days)

    def _receive(self, outcome: Outcome) -> None:
        """Take in what became of one request."""
        if outcome.bug is not None:
            raise outcome.bug
        service, request = outcome.service, outcome.request
        if outcome.response is None:
            self._failed(outcome)
        elif outcome.parsed is None:
            query = request.queries[0]
            old = self._client.etags[service.source.name, identity(query)]
            self._remember(service, {query: old._replace(asked=time.time())})
        else:
            self._understood(service, request, outcome.parsed, outcome.response)

    def _failed(self, outcome: Outcome) -> None:
        """Ask each query of a batch for itself where that may help, else give up on them."""
        service, queries = outcome.service, outcome.request.queries
        # One record that cannot be read must not cost the other 49; a service that is down is.
        if len(queries) > 1 and service.off is None and outcome.kind == "content":
            self._client.lanes.put(service, queries, alone=True)
            return
        for query in queries:
            self._tell(service, query, reason=outcome.reason)

    def _understood(
        self, service: Service, request: Request, parsed: Parsed, response: Response
    ) -> None:
        """Remember and tell what an answer says about each of its queries."""
        url = service.access.url + request.path
        again = [query for query in parsed.alone if self._is_first(service, query)]
        if len(again) == len(request.queries) > 1:
            service.single_only = True
        now = time.time()
        etag = response.headers.get("etag", "") if len(request.queries) == 1 else ""
        kept = {
            query: Kept(tuple(items) if items else None, url, now, etag)
            for query in request.queries
            if query not in again
            for items in [parsed.items.get(query, ())]
        }
        self._remember(service, kept)
        self._client.lanes.put(service, again, alone=True)

    def _is_first(self, service: Service, query: Query) -> bool:
        """Whether `query` was not yet asked alone in this run; an answer cannot send us in circles."""
        key = service.source.name, identity(query)
        first = key not in self._again
        self._again.add(key)
        return first

    def _remember(self, service: Service, kept: Mapping[Query, Kept]) -> None:
        """Store answers, and each record also under its own identifiers; tell the answers."""
        name = service.access.name
        rows = {}
        for one in kept.values():
            for item in one.items or ():
                for query in _own_queries(service.source, item):
                    rows[identity(query)] = one._replace(items=(item,), etag="")
        rows |= {identity(query): one for query, one in kept.items() if _is_whole(service, one)}
        self._client.cache.put(name, rows.items())
        for query, one in kept.items():
            self._keep_or_drop(service, query, one)

    def _keep_or_drop(self, service: Service, query: Query, kept: Kept) -> None:
        """Tell what was kept; a record that cannot be read is no answer."""
        records = []
        reason = ""
        for item in kept.items or ():
            try:
                records.append(service.source.record(item))
            except ShapeError as error:
                reason = f"its record cannot be read: {error}"
        if reason and not records:
            self._tell(service, query, reason=reason, url=kept.url)
            return
        day = datetime.fromtimestamp(kept.asked, UTC).date().isoformat()
        source = service.source.name
        for each in self._open.pop((source, identity(query)), [query]):
            if records:
                self._say(each, Found(source, each, tuple(records), kept.url, day))
            else:
                self._say(each, Absent(source, each, kept.url, day))

    def _tell(
        self,
        service: Service,
        query: Query,
        *,
        reason: str,
        expected: bool = False,
        url: str = "",
    ) -> None:
        """Tell that nothing is known."""
        source = service.source.name
        for each in self._open.pop((source, identity(query)), [query]):
            unasked = Unasked(source, each, url or service.access.url, reason, expected)
            if not expected:
                self._client.unasked.append(unasked)
            self._say(each, unasked)

    def _say(self, query: Query, answer: Answer) -> None:
        self._answers[answer.source, query] = answer
        self._told.append(answer)
        self._count(answer.source, done=1)
        if self._progress is not None:
            self._progress(answer.source, *self._counts[answer.source])

    def _count(self, name: str, *, done: int = 0, wanted: int = 0) -> None:
        before = self._counts.get(name, (0, 0))
        self._counts[name] = before[0] + done, before[1] + wanted


def _own_queries(source: Source, item: Any) -> Iterator[Query]:
    """Yield the queries by identifier that `item` answers.

    A title is none: one hit of another search is not what a search for its title would have found.
    """
    try:
        record = source.record(item)
    except ShapeError:
        return
    for scheme in source.schemes.keys() - {"title"}:
        value = getattr(record, scheme, None)
        if isinstance(value, str) and value:
            yield Query(scheme, value)


def _is_whole(service: Service, kept: Kept) -> bool:
    """Whether every record of an answer can be read; else it is asked for again the next time."""
    try:
        for item in kept.items or ():
            service.source.record(item)
    except ShapeError:
        return False
    return True
