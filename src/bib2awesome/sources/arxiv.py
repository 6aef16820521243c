"""arXiv: preprints by id, a hundred at once, and search (Atom).

https://info.arxiv.org/help/api/. Its terms: one request in three seconds and one connection at a time, over all machines of a user.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from xml.etree import ElementTree as ET

from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.doi import doi
from bib2awesome.sources.base import (
    Keep,
    Limit,
    Parsed,
    Query,
    Record,
    Request,
    Response,
    ShapeError,
    no_credentials,
    nothing_announced,
)
from bib2awesome.sources.people import has_initials, person_of
from bib2awesome.sources.shapes import entries, members, month_of, text, year_of
from bib2awesome.sources.titles import plain_title

name = "arxiv"
help = "Preprints: title, authors and date of the first version; the published DOI where authors gave it"  # noqa: A001
url = "https://export.arxiv.org"
schemes = {"arxiv": 100, "title": 1}
limits = {"query": Limit(1, 3.0, 1)}
keep = Keep(found=7, absent=7, search=14)
key = ""
needs_key = False
announced = nothing_announced
credentials = no_credentials

_SEARCHED = 10
_WORDS = 12
_STOP = frozenset("a an and as at by for from in into is of on or the to via with".split())
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route there is."""
    return "query"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return the request for a list of ids, or a search for the words of a title."""
    first = queries[0]
    if first.scheme == "title":
        words = [
            word for word in re.findall(r"[^\W_]{2,}", first.value) if word.lower() not in _STOP
        ]
        asked = " AND ".join(f"ti:{word}" for word in words[:_WORDS] or ["none"])
        params = (("search_query", asked), ("max_results", str(_SEARCHED)))
        return Request("/api/query", (first,), params, route=route)
    # An id that is none makes arXiv refuse the whole list; those never get here.
    ids = ",".join(query.value for query in queries)
    params = (("id_list", ids), ("max_results", str(len(queries))))
    return Request("/api/query", tuple(queries), params, route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read a feed.

    Raises:
        ShapeError: It is none.
    """
    feed = _feed(response)
    items = [_item(entry) for entry in feed.iter(f"{_ATOM}entry")]
    refused = any("api/errors" in item["id"] for item in items)
    if refused or response.status != HTTPStatus.OK:
        if len(request.queries) > 1:
            return Parsed({}, request.queries)
        if response.status == HTTPStatus.BAD_REQUEST:
            return Parsed({})
        raise ShapeError(f"answers {response.status} with an error")
    first = request.queries[0]
    if first.scheme == "title":
        return Parsed({first: items})
    by_id = {arxiv_id(item["id"]): item for item in items}
    return Parsed(
        {query: [by_id[query.value]] for query in request.queries if query.value in by_id}
    )


def _feed(response: Response) -> ET.Element:
    body = response.body
    # No feed of arXiv's declares entities; those of others can fill the memory.
    if b"<!DOCTYPE" in body[:2000] or b"<!ENTITY" in body:
        raise ShapeError(f"answers {response.status} with a page instead of a feed")
    try:
        feed = ET.fromstring(body)  # noqa: S314  (no entities: see above)
    except (ET.ParseError, ValueError, RecursionError):
        raise ShapeError(f"answers {response.status} with broken XML") from None
    if feed.tag != f"{_ATOM}feed":
        raise ShapeError(f"answers {response.status} without a feed")
    return feed


def _item(entry: ET.Element) -> dict[str, Any]:
    """Return an entry's texts by name; elements come in any order."""

    def one(tag: str) -> str:
        return " ".join((entry.findtext(tag) or "").split())

    return {
        "id": one(f"{_ATOM}id"),
        "title": one(f"{_ATOM}title"),
        "published": one(f"{_ATOM}published"),
        "authors": [
            author.findtext(f"{_ATOM}name") or "" for author in entry.iter(f"{_ATOM}author")
        ],
        "comment": one(f"{_ARXIV}comment"),
        "doi": one(f"{_ARXIV}doi"),
    }


def record(item: Any) -> Record:
    """Read one entry.

    Raises:
        ShapeError: It has no id.
    """
    entry = members(item)
    own = arxiv_id(text(entry.get("id")))
    if own is None:
        raise ShapeError("an entry without an id")
    published = text(entry.get("published"))
    year = year_of(published)
    authors = tuple(filter(None, map(person_of, map(text, entries(entry.get("authors"))))))
    named = doi(text(entry.get("doi")))
    return Record(
        source=name,
        url=f"https://arxiv.org/abs/{own}",
        arxiv=own,
        title=plain_title(entry.get("title")),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        month=month_of(published),
        type="preprint",
        published=None if named is None or named.startswith("10.48550/") else named,
        comment=text(entry.get("comment")),
    )
