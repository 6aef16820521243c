"""Many queries to many services side by side: from the cache where it can, else politely over the network.

Each route of each service has threads of its own, so that a run takes as long as its slowest service.
The calling thread alone reads and writes the cache; what it has received is kept also where the run
is interrupted.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any, Self

from bib2awesome import plugins
from bib2awesome.config import Config
from bib2awesome.sources.access import access, mailto, user_agent
from bib2awesome.sources.base import (
    Answer,
    Query,
    Source,
    Unasked,
)
from bib2awesome.sources.cache import Cache, Kept, cache_folder
from bib2awesome.sources.http import PATIENCE, Http, Patience
from bib2awesome.sources.lanes import Lanes
from bib2awesome.sources.links import Link, check_links
from bib2awesome.sources.pace import Ledger
from bib2awesome.sources.pages import read_page
from bib2awesome.sources.run import Answers, Progress, Run, Then, identity
from bib2awesome.sources.service import PERSISTENCE, Persistence, Service

__all__ = ["Answers", "Client", "Progress", "identity"]

_NO_DOI_DAYS = 30.0
"""For how long it holds that a work has no DOI."""
_NO_DOI = "no DOI"


class Client:
    """Asks services for one run; a context manager that ends threads and connections.

    Args:
        config: Where services are, and the user's mail address.
        offline: Ask nobody; answer from the cache, whatever its age.
        refresh: Ask again what the cache holds.
        environ: URLs, keys, address and cache folder.
        patience: The bounds of one exchange.
        persistence: Retries, and when a service is left alone.

    Attributes:
        warnings: What the user should know, such as a cache that cannot be used; in order.
        unasked: What could not be asked although it was wanted, in the order it became known.

    Raises:
        InputError: A URL or the mail address of the environment is none.
    """

    def __init__(
        self,
        config: Config,
        *,
        offline: bool = False,
        refresh: bool = False,
        environ: Mapping[str, str] = os.environ,
        patience: Patience = PATIENCE,
        persistence: Persistence = PERSISTENCE,
    ) -> None:
        self.unasked: list[Unasked] = []
        self._config = config
        self._environ = environ
        self.offline = offline
        self.since = time.time() if refresh else 0.0
        self._persistence = persistence
        self._address = mailto(config, environ)
        self.http = Http(user_agent(self._address), patience)
        self.cache = Cache(cache_folder(environ))
        self._ledger = Ledger(self.cache.folder)
        self._services: dict[str, Service] = {}
        self._notes: list[str] = []
        self.etags: dict[tuple[str, str], Kept] = {}
        self.lanes = Lanes(self._etag)

    @property
    def warnings(self) -> list[str]:
        """Return what the user should know."""
        return [*([self.cache.problem] if self.cache.problem else []), *self._notes]

    @property
    def requests(self) -> dict[str, int]:
        """Return how many requests were sent to each service that was asked."""
        return {name: one.requests for name, one in self._services.items() if one.requests}

    def __enter__(self) -> Self:
        """Return the client."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the threads, close connections and the cache."""
        self.lanes.close()
        self.http.close()
        self._ledger.close()
        self.cache.close()

    def source(self, name: str) -> Source:
        """Return the source of that name.

        Raises:
            InputError: There is none.
        """
        found: Source = plugins.load("sources").find(name)
        return found

    def missing(self, name: str) -> str | None:
        """Return why `name` is not asked in this run although nobody said so (no key), else None."""
        service = self.service(name)
        if service.source.needs_key and not service.access.key:
            return f"`{service.source.key}` is not set"
        return None

    def _etag(self, service: Service, query: Query) -> str:
        kept = self.etags.get((service.source.name, identity(query)))
        return kept.etag if kept is not None else ""

    def kept(self, service: Service, query: Query) -> Kept | None:
        """Return what is remembered of an answer to `query`, however old; None if nothing.

        A search without an author answers the one with an author, too: `enrich` may have filled it in.
        """
        found = self.cache.get(service.access.name, identity(query))
        if found is None and query.scheme == "title" and query.author:
            return self.cache.get(service.access.name, identity(query._replace(author="")))
        return found

    def service(self, name: str) -> Service:
        """Return what this run knows about a service.

        Raises:
            InputError: There is none of that name, or the environment's URL of it is none.
        """
        service = self._services.get(name)
        if service is None:
            source = self.source(name)
            where = access(source, self._config, self._environ)
            if where.warning:
                self._notes.append(where.warning)
            service = Service(
                source,
                where,
                self.http,
                self._ledger,
                self._persistence,
                settings=self._config.sources.get(name),
            )
            self._services[name] = service
        return service

    def ask(
        self,
        wanted: Iterable[tuple[str, Query]],
        *,
        then: Then | None = None,
        progress: Progress | None = None,
        max_age: float | None = None,
    ) -> Answers:
        """Ask every query of `wanted` (service's name, query) and what `then` adds, and wait for all.

        Args:
            wanted: What to ask whom.
            then: Told every answer as it comes, in the calling thread; what it returns is asked too.
            progress: Told after every answer.
            max_age: Remembered answers older than so many days are asked again, even if the service's
                terms would let us keep them.

        Returns:
            One answer for each query.

        Raises:
            InputError: A service that does not exist.
            ValueError: A service does not know a query's scheme.
            KeyboardInterrupt: The user ends it; what came until then is in the cache.
        """
        run = Run(self, then, progress, max_age)
        return run.answers_to(wanted)

    def check_links(
        self, urls: Iterable[str], *, progress: Callable[[int, int], None] | None = None
    ) -> dict[str, Link]:
        """Return whether each link still leads somewhere; see `links.check_links`."""
        return check_links(
            self.http,
            self.cache,
            urls,
            offline=self.offline,
            refresh=bool(self.since),
            progress=progress,
        )

    def conclude_absent(self, search: Query) -> None:
        """Remember that the answers to a search, all taken together, mean that no DOI exists.

        For 30 days from the first time on, they are not asked for again.
        """
        if self.recall(_NO_DOI, identity(search), _NO_DOI_DAYS) is None and not self.offline:
            self.remember(_NO_DOI, identity(search), value=True)

    def kept_for(self, source: Source, query: Query, kept: Kept) -> float:
        """Return for how many days the answer `kept` to `query` holds."""
        if query.scheme == "title" and self.recall(_NO_DOI, identity(query), _NO_DOI_DAYS):
            return _NO_DOI_DAYS
        if kept.items is None:
            return source.keep.absent
        return source.keep.search if query.scheme == "title" else source.keep.found

    def page(self, url: str) -> Answer:
        """Return what the page of a paper says about it; see `pages.read_page`."""
        answer = read_page(self.http, self.cache, url, offline=self.offline, since=self.since)
        if isinstance(answer, Unasked) and not answer.expected:
            self.unasked.append(answer)
        return answer

    def remember(self, topic: str, identifier: str, value: Any, url: str = "") -> None:
        """Keep a conclusion, such as "no DOI exists", in the cache."""
        self.cache.put(f"concluded {topic}", [(identifier, Kept((value,), url, time.time()))])

    def recall(self, topic: str, identifier: str, days: float) -> Any:
        """Return a conclusion that is at most `days` old, None where there is none (or `--refresh`)."""
        kept = self.cache.get(f"concluded {topic}", identifier)
        if kept is None or not kept.items or kept.asked < self.since:
            return None
        return kept.items[0] if self.offline or kept.is_fresh(days) else None
