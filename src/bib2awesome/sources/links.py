"""Whether links still lead somewhere: alive, moved for good, gone, or not to be told from here.

Only an answer of the server (404, 410) makes a link dead. A host that is not found, a time-out, a page
that wants a log-in or a proof of being human may look different from another place: `unknown`.
"""

from __future__ import annotations

import contextlib
import ipaddress
import queue
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from bib2awesome.papers.urls import safe_url
from bib2awesome.sources.base import Response
from bib2awesome.sources.cache import Cache, Kept
from bib2awesome.sources.http import FailureError, Http

__all__ = ["Link", "LinkState", "check_links"]

_KEPT_AS = "links"
_DAYS = {"alive": 14.0, "moved": 7.0, "dead": 1.0}
_HOPS = 8
_AT_ONCE = 8
_PER_HOST = 0.5
"""Seconds between two requests to one host."""
_SILENT = 3
"""After so many links without any answer the host's others are not tried: each may take half a minute."""
_NO_ANSWER = frozenset({"connection", "timeout"})
_FOR_GOOD = frozenset({301, 308})
_FOR_NOW = frozenset({302, 303, 307})
_GONE = frozenset({404, 410})
_NO_HEAD = frozenset({400, 403, 404, 405, 406, 410, 429, 500, 501, 503})


class LinkState(StrEnum):
    """What became of a link."""

    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"
    UNKNOWN = "unknown"


class Link(NamedTuple):
    """A link and its state.

    Attributes:
        url: As it was given.
        state: What became of it.
        target: For `moved`: where it leads for good, alive there.
        reason: For `dead` and `unknown`, as a sentence's part: `answers 404`.
    """

    url: str
    state: LinkState
    target: str | None = None
    reason: str = ""


def check_links(
    http: Http,
    cache: Cache,
    urls: Iterable[str],
    *,
    offline: bool = False,
    refresh: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Link]:
    """Ask for every link once; hosts side by side, one host's links one after the other.

    Args:
        http: Sends; nothing but the User-Agent.
        cache: Remembers links that are alive for two weeks, moved ones for one, dead ones for a day.
        urls: http(s) URLs; what is none is `unknown`.
        offline: Ask nobody.
        refresh: Ask again what is remembered.
        progress: Told after every link: how many are done, how many there are.

    Raises:
        KeyboardInterrupt: The user ends it; what came until then is remembered.
    """
    found: dict[str, Link] = {}
    by_host: dict[str, list[str]] = {}
    wanted = list(dict.fromkeys(urls))
    for url in wanted:
        link = _without_asking(cache, url, offline=offline, refresh=refresh)
        if link is None:
            by_host.setdefault(urlsplit(safe_url(url) or "").hostname or "", []).append(url)
        else:
            found[url] = link
    for link in _asked(http, by_host):
        found[link.url] = link
        _remember(cache, link)
        if progress is not None:
            progress(len(found), len(wanted))
    return {url: found[url] for url in wanted}


def _without_asking(cache: Cache, url: str, *, offline: bool, refresh: bool) -> Link | None:
    if safe_url(url) is None:
        return Link(url, LinkState.UNKNOWN, reason="is no http(s) URL")
    kept = None if refresh else cache.get(_KEPT_AS, url)
    if kept is not None and kept.items:
        state, target, reason = kept.items
        if state in _DAYS and (offline or kept.is_fresh(_DAYS[state])):
            return Link(url, LinkState(state), target, reason)
    return Link(url, LinkState.UNKNOWN, reason="offline") if offline else None


def _remember(cache: Cache, link: Link) -> None:
    if link.state is not LinkState.UNKNOWN:
        kept = Kept((link.state.value, link.target, link.reason), link.url, time.time())
        cache.put(_KEPT_AS, [(link.url, kept)])


def _asked(http: Http, by_host: Mapping[str, list[str]]) -> Iterable[Link]:
    """Yield the links as they are told."""
    hosts: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    results: queue.Queue[Link | Exception] = queue.Queue()
    stop = threading.Event()
    for urls in by_host.values():
        hosts.put(urls)
    for _ in range(min(_AT_ONCE, len(by_host))):
        threading.Thread(target=_work, args=(http, hosts, results, stop), daemon=True).start()
    left = sum(map(len, by_host.values()))
    try:
        while left:
            try:
                # Without a limit, Windows would not see Ctrl-C.
                result = results.get(timeout=0.2)
            except queue.Empty:
                continue
            if isinstance(result, Exception):
                raise result
            left -= 1
            yield result
    finally:
        stop.set()


def _work(
    http: Http,
    hosts: queue.SimpleQueue[list[str]],
    results: queue.Queue[Link | Exception],
    stop: threading.Event,
) -> None:
    """Take hosts and ask for their links, until none is left or the run ends."""
    with contextlib.suppress(queue.Empty):
        while not stop.is_set():
            silent, reason = 0, ""
            for url in hosts.get_nowait():
                if silent >= _SILENT:
                    results.put(Link(url, LinkState.UNKNOWN, reason=reason))
                    continue
                try:
                    link = _state(http, url)
                except UnreachableError as error:
                    silent, reason = silent + 1, str(error)
                    link = Link(url, LinkState.UNKNOWN, reason=reason)
                except Exception as bug:  # noqa: BLE001  (raised where the results are read)
                    results.put(bug)
                    continue
                else:
                    silent = 0
                results.put(link)
                if stop.wait(_PER_HOST):
                    return


class UnreachableError(Exception):
    """A link's own host did not answer; the text says why."""


def _state(http: Http, url: str) -> Link:
    """Follow one link to its end.

    Raises:
        UnreachableError: Its host does not answer.
    """
    start = safe_url(url) or ""
    place = start
    target: str | None = None
    for_good = True
    for _ in range(_HOPS):
        try:
            answer = _head_or_get(http, place)
        except FailureError as error:
            if place == start and error.failure.kind in _NO_ANSWER:
                raise UnreachableError(error.failure.reason) from None
            return Link(url, LinkState.UNKNOWN, reason=error.failure.reason)
        location = answer.headers.get("location")
        if answer.status not in _FOR_GOOD | _FOR_NOW or not location:
            return _end(url, answer, target)
        further = _followed(place, location)
        if further is None:
            return Link(url, LinkState.UNKNOWN, reason="redirects to where no link may lead")
        place = further
        # What comes behind a redirect for now is no new address.
        for_good = for_good and answer.status in _FOR_GOOD
        if for_good:
            target = place
    return Link(url, LinkState.UNKNOWN, reason="redirects without end")


def _head_or_get(http: Http, url: str) -> Response:
    """Ask for the head; some servers answer that only for the whole page."""
    answer = http.hop("HEAD", url)
    return http.hop("GET", url) if answer.status in _NO_HEAD else answer


def _end(url: str, answer: Response, target: str | None) -> Link:
    reason = f"answers {answer.status}"
    if answer.status in _GONE:
        return Link(url, LinkState.DEAD, reason=reason)
    if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return Link(url, LinkState.UNKNOWN, reason=reason)
    if target is None or target == url:
        return Link(url, LinkState.ALIVE)
    return Link(url, LinkState.MOVED, target)


def _followed(before: str, location: str) -> str | None:
    """Return where a redirect leads, None where that is no http(s) URL or a private network's."""
    target = safe_url(urljoin(before, location))
    into_private = target is not None and _is_private(target) and not _is_private(before)
    return None if into_private else target


def _is_private(url: str) -> bool:
    """Whether `url` names this machine or a private network by its number."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
