"""What the page of a paper says about it: the `citation_…` elements that publishers write for search engines.

Proceedings without a service (PMLR, NeurIPS, CVF, JMLR, the ACL Anthology, OpenReview, …) have them:
https://scholar.google.com/intl/en/scholar/inclusion.html#indexing. A page is read once for a title that
somebody names, never searched.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from http import HTTPStatus

from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.doi import doi
from bib2awesome.sources.base import Absent, Answer, Found, Query, Record, Unasked
from bib2awesome.sources.cache import Cache, Kept
from bib2awesome.sources.http import FailureError, Http
from bib2awesome.sources.people import has_initials, person_of
from bib2awesome.sources.shapes import month_of, page_range, year_of
from bib2awesome.sources.titles import plain_title

__all__ = ["PAGE", "read_page"]

PAGE = "page"
"""The source of what a page says."""
_DAYS = 90.0
_GONE = frozenset({404, 410})
_MOST = 2000
"""Elements of one page; more authors than that no paper has."""

Metadata = tuple[tuple[str, str], ...]


def read_page(
    http: Http, cache: Cache, url: str, *, offline: bool = False, since: float = 0.0
) -> Answer:
    """Return the record of the paper that the page at `url` is about.

    Args:
        http: Sends; only redirects on the same host are followed.
        cache: Remembers what a page said for 90 days.
        url: An http(s) URL.
        offline: Ask nobody; what is remembered holds, whatever its age.
        since: What was remembered before is asked again (seconds since 1970).

    Returns:
        `Absent` where there is no such page, or it names no title.
    """
    query = Query("url", url)
    kept = cache.get(PAGE, url)
    if kept is None or not (offline or (kept.asked >= since and kept.is_fresh(_DAYS))):
        if offline:
            return Unasked(PAGE, query, url, "offline", expected=True)
        try:
            answer = http.send("GET", url)
        except FailureError as error:
            return Unasked(PAGE, query, url, error.failure.reason)
        if answer.status != HTTPStatus.OK and answer.status not in _GONE:
            return Unasked(PAGE, query, url, f"answers {answer.status}")
        metadata = _metadata(answer.body) if answer.status == HTTPStatus.OK else ()
        kept = Kept(metadata or None, url, time.time())
        if metadata:
            cache.put(PAGE, [(url, kept)])
    record = _record(url, [(str(name), str(text)) for name, text in kept.items or ()])
    day = datetime.fromtimestamp(kept.asked, UTC).date().isoformat()
    return Found(PAGE, query, (record,), url, day) if record else Absent(PAGE, query, url, day)


class _Reader(HTMLParser):
    """Collects the `citation_…` elements of a page, in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = (values.get("name") or values.get("property") or "").lower()
        text = " ".join((values.get("content") or "").split())
        if tag == "meta" and name.startswith("citation_") and text and len(self.found) < _MOST:
            self.found.append((name.removeprefix("citation_"), text))


def _metadata(body: bytes) -> Metadata:
    reader = _Reader()
    reader.feed(body.decode("utf-8", "replace"))
    kept = tuple(one for one in reader.found if one[0] != "abstract")
    return kept if any(name == "title" for name, _ in kept) else ()


def _record(url: str, metadata: Sequence[tuple[str, str]]) -> Record | None:
    """Read what a page says; None where that is no title."""

    def first(*names: str) -> str:
        return next((text for name in names for own, text in metadata if own == name), "")

    title = plain_title(first("title"))
    if not title:
        return None
    names = [text for name, text in metadata if name == "author"]
    names = names or re.split(r"\s*;\s*", first("authors"))
    authors = tuple(filter(None, map(person_of, names)))
    date = first("publication_date", "date", "year", "online_date").replace("/", "-")
    year = year_of(date[:4])
    journal = first("journal_title")
    pages = "-".join(dict.fromkeys(filter(None, (first("firstpage"), first("lastpage")))))
    return Record(
        source=PAGE,
        url=url,
        doi=doi(first("doi")),
        arxiv=arxiv_id(first("arxiv_id")),
        title=title,
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        month=month_of(date) if journal else None,
        type="article" if journal else "inproceedings",
        container=journal or first("conference_title", "inbook_title", "conference"),
        volume=first("volume"),
        number=first("issue"),
        pages=page_range(pages),
        publisher=first("publisher"),
    )
