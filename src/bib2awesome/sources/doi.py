"""doi.org: whether a DOI or a prefix exists, and which agency registered it (Crossref, DataCite, ...)."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

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
from bib2awesome.sources.shapes import entries, members, read_json, text

name = "doi"
help = "Whether a DOI exists, and who registered it"  # noqa: A001
url = "https://doi.org"
schemes = {"doi": 20, "prefix": 20}
limits = {"agency": Limit(5, 1.0, 2)}
keep = Keep(found=400, absent=7)
key = ""
needs_key = False
announced = nothing_announced
credentials = no_credentials


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route there is."""
    return "agency"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return the request for several DOIs or prefixes; one with a comma goes alone."""
    taken: list[Query] = []
    for query in queries:
        if "," in query.value:
            taken = taken or [query]
            break
        taken.append(query)
    path = ",".join(quote(query.value, safe="") for query in taken)
    return Request(f"/ra/{path}", tuple(taken), route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read the agencies, one for each DOI in the question's order.

    Raises:
        ShapeError: It is no answer of doi.org's.
    """
    value = read_json(response)
    if response.status != HTTPStatus.OK or not isinstance(value, list):
        raise ShapeError(f"answers {response.status} without a list")
    if len(request.queries) == 1 and len(entries(value)) != 1:
        raise ShapeError("does not answer for one DOI")
    stated = {text(members(one).get("DOI")).lower(): members(one) for one in value}
    if any(query.value.lower() not in stated for query in request.queries):
        if len(request.queries) > 1:
            return Parsed({}, request.queries)
        raise ShapeError("answers for another DOI")
    found = {query: stated[query.value.lower()] for query in request.queries}
    strange = [
        one for one in found.values() if not (text(one.get("RA")) or text(one.get("status")))
    ]
    if strange:
        raise ShapeError("names neither an agency nor a status")
    return Parsed({query: [one] for query, one in found.items() if text(one.get("RA"))})


def record(item: Any) -> Record:
    """Read one agency.

    Raises:
        ShapeError: There is none.
    """
    stated = members(item)
    agency, value = text(stated.get("RA")), text(stated.get("DOI"))
    if not agency or not value:
        raise ShapeError("an answer without an agency")
    own = doi(value)
    return Record(
        source=name,
        url=f"https://doi.org/{quote(own or '', safe='/:;()<>')}",
        doi=own,
        agency=agency,
    )
