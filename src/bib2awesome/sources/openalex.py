"""OpenAlex: a second voice on retraction and open versions, by DOI and by title; metered, with a key only.

https://docs.openalex.org. It takes up reposts' DOIs and years of re-indexing: a pointer, no authority.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

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

name = "openalex"
help = "A second voice on retractions and preprints; asked only with a key"  # noqa: A001
url = "https://api.openalex.org"
schemes = {"doi": 50, "title": 1}
limits = {"list": Limit(5, 1.0, 2), "search": Limit(2, 1.0, 1), "single": Limit(5, 1.0, 2)}
keep = Keep(found=30, absent=7, search=14)
key = "BIB2AWESOME_OPENALEX_KEY"
needs_key = True
announced = nothing_announced

_SELECT = (
    "id,doi,title,display_name,publication_year,publication_date,type,primary_location,locations,"
    "authorships,biblio,is_retracted"
)
_ROWS = 10
_TYPES = {
    "article": "article",
    "review": "article",
    "letter": "article",
    "preprint": "preprint",
    "book": "book",
    "book-chapter": "incollection",
    "dissertation": "phdthesis",
    "report": "techreport",
    "other": "misc",
}


def route(query: Query, *, alone: bool) -> str:
    """Return the route; DOIs with the filter's own characters are asked alone."""
    if query.scheme == "title":
        return "search"
    return "single" if alone or set(query.value) & set(",|:") else "list"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return a filter over DOIs, a search by title, or the request for one work."""
    first = queries[0]
    if route == "single":
        path = f"/works/doi:{quote(first.value, safe='')}"
        return Request(path, (first,), (("select", _SELECT),), route=route)
    if first.scheme == "title":
        words = " ".join(re.findall(r"[\w'+-]+", first.value))
        wanted, rows, queries = f"title.search:{words[:500]}", _ROWS, queries[:1]
    else:
        wanted, rows = "doi:" + "|".join(query.value for query in queries), 100
    params = (("filter", wanted), ("per_page", str(rows)), ("select", _SELECT))
    return Request("/works", tuple(queries), params, route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read a list or one work; a work that is not there is a page of HTML with status 404.

    Raises:
        ShapeError: It is no answer of OpenAlex's.
    """
    if request.route == "single" and response.status == HTTPStatus.NOT_FOUND:
        return Parsed({})
    value = members(read_json(response))
    if request.route == "single":
        if response.status != HTTPStatus.OK or not text(value.get("id")):
            raise ShapeError(f"answers {response.status} without a work")
        return Parsed({request.queries[0]: [value]})
    results = value.get("results")
    if response.status != HTTPStatus.OK or not isinstance(results, list):
        raise ShapeError(f"answers {response.status} without `results`")
    works = [one for one in results if isinstance(one, dict)]
    if request.queries[0].scheme == "title":
        return Parsed({request.queries[0]: works})
    by_doi = {doi(text(one.get("doi"))): one for one in works}
    return Parsed(
        {query: [by_doi[query.value]] for query in request.queries if query.value in by_doi}
    )


def record(item: Any) -> Record:
    """Read one work.

    Raises:
        ShapeError: It has no id.
    """
    work = members(item)
    own = re.search(r"W\d+$", text(work.get("id")))
    if own is None:
        raise ShapeError("a work without an id")
    places = [members(one) for one in entries(work.get("locations"))]
    authors = tuple(filter(None, map(_name, entries(work.get("authorships")))))
    year = year_of(work.get("publication_year"))
    biblio = members(work.get("biblio"))
    venue = members(work, "primary_location", "source")
    preprint = next(
        filter(None, (arxiv_id(text(one.get("landing_page_url"))) for one in places)), None
    )
    return Record(
        source=name,
        url=f"https://openalex.org/{own[0]}",
        doi=doi(text(work.get("doi"))),
        arxiv=preprint,
        title=plain_title(work.get("title") or work.get("display_name")),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        month=month_of(work.get("publication_date")),
        type=_type(work, venue),
        container=""
        if venue.get("type") == "repository"
        else plain_title(venue.get("display_name")),
        volume=text(biblio.get("volume")),
        number=text(biblio.get("issue")),
        pages=page_range(
            "-".join(filter(None, (text(biblio.get("first_page")), text(biblio.get("last_page")))))
        ),
        publisher=text(venue.get("host_organization_name")),
        retracted=work.get("is_retracted") is True,
    )


def _name(value: Any) -> Any:
    one = members(value)
    return person_of(
        text(one.get("raw_author_name")) or text(members(one, "author").get("display_name"))
    )


def _type(work: Mapping[str, Any], venue: Mapping[str, Any]) -> str:
    kind = text(work.get("type"))
    if kind == "article" and venue.get("type") == "conference":
        return "inproceedings"
    return _TYPES.get(kind, "none") if kind else ""


def credentials(key: str) -> Credentials:
    """Return the parameter of the query string."""
    return Credentials(params=(("api_key", key),))
