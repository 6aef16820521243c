"""Semantic Scholar: pointers from one identifier to others, 500 at once, and match by title; with a key.

https://api.semanticscholar.org/api-docs/graph. Its venues, years and DOIs are mixed from versions and
its names are poor: what it says is asked of an authority before anybody believes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.doi import doi
from bib2awesome.sources.base import (
    Credentials,
    Keep,
    Limit,
    Parsed,
    Query,
    Record,
    Request,
    Response,
    ShapeError,
    nothing_announced,
)
from bib2awesome.sources.people import has_initials, person_of
from bib2awesome.sources.shapes import (
    entries,
    members,
    month_of,
    page_range,
    read_json,
    text,
    year_of,
)
from bib2awesome.sources.titles import plain_title

name = "semanticscholar"
help = "Pointers from preprints to published versions; asked only with a key"  # noqa: A001
url = "https://api.semanticscholar.org"
schemes = {"doi": 500, "arxiv": 500, "acl": 500, "title": 1}
limits = {"all": Limit(1, 1.0, 1)}
keep = Keep(found=30, absent=7, search=14)
key = "BIB2AWESOME_SEMANTICSCHOLAR_KEY"
needs_key = True
announced = nothing_announced

_FIELDS = (
    "externalIds,title,venue,publicationVenue,year,publicationTypes,publicationDate,journal,authors"
)
_PREFIXES = {"doi": "DOI:", "arxiv": "ARXIV:", "acl": "ACL:"}
_TYPES = {"JournalArticle": "article", "Conference": "inproceedings", "Book": "book"}


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route: a key's second counts over all endpoints."""
    return "all"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return a batch of identifiers, or the best match of a title."""
    first = queries[0]
    fields = ("fields", _FIELDS)
    if first.scheme == "title":
        params = (("query", " ".join(first.value.split())[:300]), fields)
        return Request("/graph/v1/paper/search/match", (first,), params, route=route)
    ids = [_PREFIXES[query.scheme] + query.value for query in queries]
    return Request("/graph/v1/paper/batch", tuple(queries), (fields,), {"ids": ids}, route)


def parse(request: Request, response: Response) -> Parsed:
    """Read a batch, in which null is an unknown id, or a match, which may be missing in two ways.

    Raises:
        ShapeError: It is no answer of Semantic Scholar's.
    """
    value = read_json(response)
    first = request.queries[0]
    if first.scheme == "title":
        if (
            response.status == HTTPStatus.NOT_FOUND
            and "not found" in text(members(value).get("error")).lower()
        ):
            return Parsed({})
        data = members(value).get("data")
        if response.status != HTTPStatus.OK or not isinstance(data, list):
            raise ShapeError(f"answers {response.status} without `data`")
        return Parsed({first: [one for one in data if isinstance(one, dict)]})
    if response.status == HTTPStatus.BAD_REQUEST and "No valid paper ids" in text(
        members(value).get("error")
    ):
        return Parsed({})
    if (
        response.status != HTTPStatus.OK
        or not isinstance(value, list)
        or len(value) != len(request.queries)
    ):
        raise ShapeError(f"answers {response.status} without one record for each id")
    pairs = zip(request.queries, value, strict=True)
    return Parsed({query: [one] for query, one in pairs if isinstance(one, dict)})


def record(item: Any) -> Record:
    """Read one paper.

    Raises:
        ShapeError: It has no id.
    """
    paper = members(item)
    own = text(paper.get("paperId"))
    if not re.fullmatch(r"[0-9a-f]{40}", own):
        raise ShapeError("a paper without an id")
    others = members(paper.get("externalIds"))
    journal = members(paper.get("journal"))
    names = (text(members(one).get("name")) for one in entries(paper.get("authors")))
    authors = tuple(filter(None, map(person_of, names)))
    year = year_of(paper.get("year"))
    venue = plain_title(paper.get("venue"))
    return Record(
        source=name,
        url=f"https://www.semanticscholar.org/paper/{own}",
        doi=doi(text(others.get("DOI"))),
        arxiv=arxiv_id(text(others.get("ArXiv"))),
        acl=text(others.get("ACL")) or None,
        dblp=text(others.get("DBLP")) or None,
        title=plain_title(paper.get("title")),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        month=month_of(paper.get("publicationDate")),
        type=next(
            (
                _TYPES[one]
                for one in entries(paper.get("publicationTypes"))
                if one in ("JournalArticle", "Conference", "Book")
            ),
            "",
        ),
        venue=venue,
        container=plain_title(members(paper.get("publicationVenue")).get("name")) or venue,
        volume=text(journal.get("volume")),
        pages=page_range(journal.get("pages")),
    )


def credentials(key: str) -> Credentials:
    """Return the header that carries the key."""
    return Credentials({"x-api-key": key})
