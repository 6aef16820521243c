"""DataCite: the registration agency of arXiv's, Zenodo's and data repositories' DOIs (JSON:API).

https://support.datacite.org/docs/api. Several DOIs are asked for by a search over DOIs; where a mirror
does not offer that, each by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from bib2awesome.bib.names import Name
from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.doi import doi
from bib2awesome.sources.base import (
    Keep,
    Limit,
    Link,
    Parsed,
    Query,
    Record,
    Request,
    Response,
    ShapeError,
    no_credentials,
    nothing_announced,
)
from bib2awesome.sources.people import has_initials, organisation, person, person_of
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

name = "datacite"
help = "DOIs of arXiv, Zenodo and other repositories"  # noqa: A001
url = "https://api.datacite.org"
schemes = {"doi": 25}
limits = {"list": Limit(500, 300.0, 2), "single": Limit(500, 300.0, 4)}
keep = Keep(found=30, absent=7)
key = ""
needs_key = False
announced = nothing_announced
credentials = no_credentials

_TYPES = {
    "Preprint": "preprint",
    "JournalArticle": "article",
    "ConferencePaper": "inproceedings",
    "ConferenceProceeding": "book",
    "Book": "book",
    "BookChapter": "incollection",
    "Dissertation": "phdthesis",
    "Report": "techreport",
    "Text": "misc",
    "Other": "misc",
    "Software": "none",
}
_BIBTEX = {"article", "inproceedings", "incollection", "book", "phdthesis", "techreport"}
_RELATIONS = {
    "IsPreprintOf": "is-preprint-of",
    "HasPreprint": "has-preprint",
    "IsVersionOf": "is-version-of",
    "HasVersion": "has-version",
    "IsIdenticalTo": "is-identical-to",
}


def route(query: Query, *, alone: bool) -> str:
    """Return `list`, or `single` where a DOI is asked alone or holds the search's own characters."""
    return "single" if alone or set(query.value) & set('"\\') else "list"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return a search over DOIs, or the request for one record."""
    if route == "single" or len(queries) == 1:
        path = f"/dois/{quote(queries[0].value, safe='')}"
        return Request(path, (queries[0],), route=route)
    wanted = " OR ".join(f'"{query.value}"' for query in queries)
    params = (("query", f"doi:({wanted})"), ("page[size]", "100"))
    return Request("/dois", tuple(queries), params, route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read one record or a list.

    Raises:
        ShapeError: It is no answer of DataCite's.
    """
    if len(request.queries) > 1 and response.status != HTTPStatus.OK:
        return Parsed({}, request.queries)
    value = members(read_json(response))
    if response.status == HTTPStatus.NOT_FOUND and isinstance(value.get("errors"), list):
        return Parsed({})
    data = value.get("data")
    if response.status != HTTPStatus.OK or not isinstance(data, dict | list):
        raise ShapeError(f"answers {response.status} without `data`")
    if isinstance(data, dict):
        return Parsed({request.queries[0]: [_kept(data)]})
    by_doi = {text(members(one).get("id")).lower(): _kept(members(one)) for one in data}
    found = {query: [by_doi[query.value]] for query in request.queries if query.value in by_doi}
    return Parsed(found)


def _kept(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is worth keeping of a record: its attributes without the XML and the texts."""
    left_out = {"xml", "subjects", "fundingReferences", "rightsList", "geoLocations"}
    attributes = members(data.get("attributes"))
    descriptions = [
        one
        for one in map(members, entries(attributes.get("descriptions")))
        if one.get("descriptionType") == "Other"
    ]
    kept = {name: value for name, value in attributes.items() if name not in left_out}
    return {"doi": data.get("id")} | kept | {"descriptions": descriptions}


def record(item: Any) -> Record:
    """Read one record's attributes.

    Raises:
        ShapeError: It has no DOI.
    """
    work = members(item)
    own = doi(text(work.get("doi")))
    if own is None:
        raise ShapeError("a record without a DOI")
    preprint = arxiv_id(own) if own.startswith("10.48550/") else None
    titles = [members(one) for one in entries(work.get("titles"))]
    main = next((one for one in titles if not one.get("titleType")), {})
    sub = next((one for one in titles if one.get("titleType") == "Subtitle"), {})
    authors = tuple(filter(None, map(_name, entries(work.get("creators")))))
    year, years, month = _dates(work)
    container = members(work.get("container"))
    pages = "-".join(filter(None, (text(container.get(end)) for end in ("firstPage", "lastPage"))))
    publisher = work.get("publisher")
    return Record(
        source=name,
        url=f"https://arxiv.org/abs/{preprint}"
        if preprint
        else f"https://doi.org/{quote(own, safe='/:;()<>')}",
        doi=own,
        arxiv=preprint,
        title=plain_title(main.get("title")),
        subtitle=plain_title(sub.get("title")),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=years,
        month=month,
        type="preprint" if preprint else _type(members(work.get("types"))),
        container=plain_title(container.get("title")),
        volume=text(container.get("volume")),
        number=text(container.get("issue")),
        pages=page_range(pages),
        publisher=text(
            members(publisher).get("name") if isinstance(publisher, dict) else publisher
        ),
        relations=tuple(_relations(work.get("relatedIdentifiers"))),
        comment=_comment(work) if preprint else "",
        agency="DataCite",
    )


def _name(value: Any) -> Name | None:
    one = members(value)
    whole = text(one.get("name"))
    family = text(one.get("familyName"))
    if one.get("nameType") == "Organizational":
        return organisation(whole)
    if family:
        return person(family, text(one.get("givenName")))
    if one.get("nameType") == "Personal" or "," in whole:
        return person_of(whole)
    return organisation(whole)


def _type(types: Mapping[str, Any]) -> str:
    general = text(types.get("resourceTypeGeneral"))
    bibtex = text(types.get("bibtex"))
    if general in {"Text", "Other", ""} and bibtex in _BIBTEX:
        return bibtex
    return _TYPES.get(general, "none") if general else ""


def _dates(work: Mapping[str, Any]) -> tuple[int | None, tuple[int, ...], int | None]:
    """Return year and month of the first version, and every year that is stated."""
    stated = [members(one) for one in entries(work.get("dates"))]
    years = {year_of(work.get("publicationYear"))} | {
        year_of(one.get("date"))
        for one in stated
        if one.get("dateType") in {"Issued", "Submitted", "Available"}
    }
    first = next(
        (
            one.get("date")
            for kind in ("Submitted", "Issued", "Available")
            for one in stated
            if one.get("dateType") == kind and one.get("dateInformation") in {"v1", None}
        ),
        None,
    )
    year = year_of(work.get("publicationYear")) or year_of(first)
    month = month_of(first) if year_of(first) == year else None
    return year, tuple(sorted(one for one in years if one is not None)), month


def _relations(value: Any) -> list[Link]:
    found = []
    for one in map(members, entries(value)):
        relation = _RELATIONS.get(text(one.get("relationType")))
        other = doi(text(one.get("relatedIdentifier")))
        if relation and other and one.get("relatedIdentifierType") == "DOI":
            found.append(Link(relation, other))
    return found


def _comment(work: Mapping[str, Any]) -> str:
    described = (members(one) for one in entries(work.get("descriptions")))
    return next(
        (
            text(one.get("description"))
            for one in described
            if one.get("descriptionType") == "Other"
        ),
        "",
    )
