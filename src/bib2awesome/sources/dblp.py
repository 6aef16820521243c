"""dblp: computer science by venue, volume and pages; search by title, or by the address of a paper's page.

https://dblp.org/faq/. Behind a bot challenge at times: a page instead of JSON is an outage, never "no hits".
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.doi import doi
from bib2awesome.papers.identifiers import identify
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
from bib2awesome.sources.shapes import (
    entries,
    members,
    page_range,
    read_json,
    text,
    texts,
    year_of,
)
from bib2awesome.sources.titles import plain_title

name = "dblp"
help = "Computer science: venue, volume and pages of conference papers; finds them by title"  # noqa: A001
url = "https://dblp.org"
schemes = {"title": 1, "page": 1}
limits = {"search": Limit(1, 1.0, 1)}
keep = Keep(found=90, absent=14, search=90)
key = ""
needs_key = False
announced = nothing_announced
credentials = no_credentials

_HITS = 20
_MOST_HITS = 1000
_NEURIPS_SINCE = "2018"
_FEW_WORDS = 3
_TYPES = {
    "Conference and Workshop Papers": "inproceedings",
    "Journal Articles": "article",
    "Informal and Other Publications": "misc",
    "Informal Publications": "misc",
    "Books and Theses": "book",
    "Parts in Books or Collections": "incollection",
    "Editorship": "none",
    "Reference Works": "incollection",
    "Data and Artifacts": "none",
}


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route there is."""
    return "search"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return a search for the title's words, all of which must occur; short titles with the author."""
    first = queries[0]
    hits = _HITS
    if first.scheme == "page":
        words, hits = page_words(first.value), _MOST_HITS
    else:
        words = re.findall(r"[^\W_]+", first.value)
        if len(words) <= _FEW_WORDS:
            words += re.findall(r"[^\W_]+", first.author)
    params = (("q", " ".join(words)[:500]), ("format", "json"), ("h", str(hits)))
    return Request("/search/publ/api", (first,), params, route=route)


def page_words(url: str) -> list[str]:
    """Return what dblp can search for of what the address of a paper's page says; [] if that is nothing.

    PMLR's says the first author and the year (`v139/nichol21a`), NeurIPS' the year, USENIX' the first
    author and a word of the title; which hit is meant, the address itself decides.
    """
    for scheme, value in identify(url):
        if scheme == "pmlr" and (key := re.search(r"/([a-z]+?)(\d\d)[a-z]*$", value)):
            return [key[1], f"{'19' if key[2] > '80' else '20'}{key[2]}"]
        if scheme == "neurips" and "/" in value:
            year = value.partition("/")[0]
            return ["NeurIPS" if year >= _NEURIPS_SINCE else "NIPS", year]
    usenix = re.search(r"//www\.usenix\.org/conference/[a-z]+(\d\d)/presentation/([a-z-]+)$", url)
    return [*usenix[2].split("-"), f"20{usenix[1]}"] if usenix else []


def _is_page(info: Mapping[str, Any], url: str) -> bool:
    """Whether `url`, or another address of the same page, is one of a hit's."""
    known = set(identify(url))
    bare = url.partition("//")[2].rstrip("/")
    return any(
        known & {*identify(place)} or place.partition("//")[2].rstrip("/") == bare
        for place in texts(info.get("ee"))
    )


def parse(request: Request, response: Response) -> Parsed:
    """Read the hits; without any, dblp leaves the list out. Of a page, the hits that name it count.

    Raises:
        ShapeError: It is no answer of dblp's search.
    """
    value = read_json(response)
    result = members(value).get("result")
    if response.status != HTTPStatus.OK or not isinstance(result, dict):
        raise ShapeError(f"answers {response.status} without a `result`")
    status = text(members(result, "status").get("@code"))
    hits = result.get("hits")
    if status != str(HTTPStatus.OK) or not isinstance(hits, dict):
        raise ShapeError(f"its search answers {status or 'nothing'}")
    first = request.queries[0]
    found = [members(members(hit).get("info")) for hit in entries(hits.get("hit"))]
    if first.scheme == "page":
        return Parsed({first: [info for info in found if _is_page(info, first.value)][:1]})
    return Parsed({first: [info for info in found if info]})


def record(item: Any) -> Record:
    """Read one hit's `info`.

    Raises:
        ShapeError: It has no key.
    """
    info = members(item)
    own = text(info.get("key"))
    if not re.fullmatch(r"[\w./+*-]+", own):
        raise ShapeError("a hit without a key")
    people = (
        members(one).get("text") if isinstance(one, dict) else one
        for one in entries(members(info.get("authors")).get("author"))
    )
    authors = tuple(filter(None, (person_of(html.unescape(text(one))) for one in people)))
    year = year_of(info.get("year"))
    places = texts(info.get("ee"))
    preprint = own.startswith("journals/corr/") or text(info.get("venue")) == "CoRR"
    venue = next(iter(texts(info.get("venue"))), "")
    return Record(
        source=name,
        url=f"https://dblp.org/rec/{quote(own)}",
        doi=_doi(info, places),
        arxiv=_arxiv(places, text(info.get("volume"))) if preprint else None,
        openreview=_openreview(places),
        dblp=own,
        title=re.sub(r"(?<!\.)\.$", "", plain_title(info.get("title"))),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        type="preprint" if preprint else _TYPES.get(text(info.get("type")), "misc"),
        venue=html.unescape(venue),
        volume="" if preprint else text(info.get("volume")),
        number=text(info.get("number")),
        pages=page_range(info.get("pages")),
        publisher=html.unescape(text(info.get("publisher"))),
    )


def _doi(info: Mapping[str, Any], places: tuple[str, ...]) -> str | None:
    stated = doi(text(info.get("doi")))
    if stated is not None:
        return stated
    return next((doi(place) for place in places if "//doi.org/" in place), None)


def _arxiv(places: tuple[str, ...], volume: str) -> str | None:
    """Return the id of a CoRR paper: `abs/2006.11239` is its volume."""
    return next(filter(None, map(arxiv_id, (*places, volume))), None)


def _openreview(places: tuple[str, ...]) -> str | None:
    found = (re.search(r"openreview\.net/forum\?id=([\w-]{6,})", place) for place in places)
    return next((match[1] for match in found if match), None)
