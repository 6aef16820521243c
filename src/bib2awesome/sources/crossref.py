"""Crossref: the registration agency of most papers' DOIs; records by DOI, 50 at once, and search.

https://api.crossref.org/swagger-ui/index.html. The relevance score of a search is no threshold, and a
repost can come first: whoever uses a hit verifies it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from bib2awesome.bib.names import Name
from bib2awesome.papers.doi import doi
from bib2awesome.sources.base import (
    Credentials,
    Keep,
    Limit,
    Link,
    Notice,
    Parsed,
    Query,
    Record,
    Request,
    Response,
    ShapeError,
)
from bib2awesome.sources.people import has_initials, organisation, person
from bib2awesome.sources.shapes import (
    entries,
    members,
    number,
    page_range,
    read_json,
    text,
    year_of,
)
from bib2awesome.sources.titles import plain_title

name = "crossref"
help = "DOIs and their records: venue, pages, retraction; finds the DOI of a title"  # noqa: A001
url = "https://api.crossref.org"
schemes = {"doi": 50, "title": 1}
limits = {"list": Limit(1, 1.0, 1), "single": Limit(5, 1.0, 1)}
keep = Keep(found=30, absent=7, search=14)
key = "CROSSREF_PLUS_TOKEN"
needs_key = False

_SELECT = (
    "DOI,type,title,subtitle,author,editor,container-title,event,volume,issue,page,article-number,"
    "publisher,ISBN,issued,published,published-print,published-online,posted,relation,update-to,"
    "updated-by,assertion"
)
_ROWS = 10
_LONGEST = 3500
_AZ_PREFIX = "10.52202/"
_TYPES = {
    "journal-article": "article",
    "proceedings-article": "inproceedings",
    "book-chapter": "incollection",
    "book-section": "incollection",
    "book-part": "incollection",
    "reference-entry": "incollection",
    "posted-content": "preprint",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings": "book",
    "dissertation": "phdthesis",
    "report": "techreport",
    "report-component": "techreport",
    "other": "misc",
}
_SERIES = re.compile(
    r"lecture notes in|communications in computer|advances in intelligent|ifip advances|\bLNCS\b"
    r"|\bLNNS\b|\bAISC\b|\bLNAI\b|\bLNBI\b|\bCCIS\b|proceedings of machine learning research|smart innovation"
    r"|studies in (?:computational|health|fuzz)|advances in (?:\w+ ){1,4}research$|springer proceedings",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:conference|proceedings|workshop|symposium|ECCV|ACCV)\b", re.IGNORECASE)
_RETRACTED = frozenset({"retraction", "withdrawal", "removal", "partial_retraction"})
_RETRACTED_TITLE = re.compile(r"\s*(?:RETRACTED(?: ARTICLE| CHAPTER)?|WITHDRAWN)\s*:\s*")


def route(query: Query, *, alone: bool) -> str:
    """Return `single` for what a list's filter cannot hold, or what is asked alone."""
    awkward = query.scheme == "doi" and bool(set(query.value) & set(",:"))
    return "single" if query.scheme == "doi" and (alone or awkward) else "list"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return one list request for DOIs as long as the URL stays short, a search, or a single record."""
    first = queries[0]
    if route == "single":
        return Request(f"/works/{quote(first.value, safe='')}", (first,), route=route)
    if first.scheme == "title":
        words = [first.value, first.author, str(first.year or "")]
        asked = " ".join(" ".join(words).replace('"', " ").split())
        params = (
            ("query.bibliographic", asked[:1000]),
            ("rows", str(_ROWS)),
            ("select", f"{_SELECT},score"),
        )
        return Request("/works", (first,), params, route=route)
    taken: list[Query] = []
    length = 0
    for query in queries:
        length += len(quote(f"doi:{query.value},", safe=""))
        if taken and length > _LONGEST:
            break
        taken.append(query)
    wanted = ",".join(f"doi:{query.value}" for query in taken)
    params = (("filter", wanted), ("rows", "100"), ("select", _SELECT))
    return Request("/works", tuple(taken), params, route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read a list or a single record.

    A DOI that a list does not have may be an alias of another: it is asked for singly.

    Raises:
        ShapeError: It is no answer of Crossref's.
    """
    first = request.queries[0]
    if request.route == "single":
        if response.status == HTTPStatus.NOT_FOUND and _is_missing(response):
            return Parsed({})
        return Parsed({first: [_message(response, "work")]})
    if (
        response.status == HTTPStatus.BAD_REQUEST
        and first.scheme == "doi"
        and len(request.queries) > 1
    ):
        return Parsed({}, request.queries)
    items = _message(response, "work-list").get("items")
    if not isinstance(items, list):
        raise ShapeError("its list has no `items`")
    if first.scheme == "title":
        return Parsed({first: [item for item in items if isinstance(item, dict)]})
    by_doi = {text(members(item).get("DOI")).lower(): item for item in items}
    found = {query: [by_doi[query.value]] for query in request.queries if query.value in by_doi}
    return Parsed(found, [query for query in request.queries if query not in found])


def _is_missing(response: Response) -> bool:
    return b"Resource not found" in response.body


def _message(response: Response, kind: str) -> dict[str, Any]:
    value = read_json(response)
    message = members(value).get("message")
    if response.status != HTTPStatus.OK or members(value).get("message-type") != kind:
        raise ShapeError(f"answers {response.status} without a `{kind}`")
    if not isinstance(message, dict):
        raise ShapeError("its `message` is no object")
    return message


def record(item: Any) -> Record:
    """Read one work.

    Raises:
        ShapeError: It has no DOI.
    """
    work = members(item)
    own = doi(text(work.get("DOI")))
    if own is None:
        raise ShapeError("a work without a DOI")
    title = next((found for found in map(plain_title, entries(work.get("title"))) if found), "")
    retracted = _RETRACTED_TITLE.match(title)
    notices = tuple(_notices(work.get("updated-by")))
    container, series = _containers(work)
    year, years, month = _dates(work)
    authors = _people(work.get("author"))
    event = members(work.get("event"))
    return Record(
        source=name,
        url=f"https://doi.org/{quote(own, safe='/:;()<>')}",
        doi=own,
        title=title[retracted.end() :] if retracted else title,
        subtitle=_subtitle(work.get("subtitle"), title),
        authors=authors,
        sorted_authors=own.startswith(_AZ_PREFIX),
        initials=has_initials(authors),
        year=year,
        years=years,
        month=month,
        type=_type(work, container, series),
        venue=text(event.get("acronym")),
        container=container,
        series=series,
        event=plain_title(event.get("name")),
        volume=_stated(work.get("volume")),
        number=_stated(work.get("issue")),
        pages=page_range(work.get("page")) or page_range(work.get("article-number")),
        publisher=plain_title(work.get("publisher")),
        retracted=retracted is not None or any(one.type in _RETRACTED for one in notices),
        notices=notices,
        notice_of=tuple(
            one.doi
            for one in _notices(work.get("update-to"))
            if one.doi != own and one.type != "new_version"
        ),
        relations=tuple(_relations(work.get("relation"))),
        published=None,
    )


def _stated(value: Any) -> str:
    """Return a volume or issue; publishers write 0 for none."""
    found = text(value)
    return "" if found in {"0", "00", "-"} else found


def _subtitle(value: Any, title: str) -> str:
    found = next((one for one in map(plain_title, entries(value)) if one), "")
    return "" if _letters(found) in _letters(title) else found


def _letters(value: str) -> str:
    return re.sub(r"\W+", "", value.casefold())


def _containers(work: Mapping[str, Any]) -> tuple[str, str]:
    """Return the title of the book or journal, and its series; publishers list them in any order."""
    found = tuple(filter(None, map(plain_title, entries(work.get("container-title")))))
    known = next((one for one in found if _SERIES.search(one)), "")
    books = [one for one in found if one != known]
    if not books:
        return known, ""
    return books[0], known or (books[1] if len(books) > 1 else "")


def _type(work: Mapping[str, Any], container: str, series: str) -> str:
    kind = text(work.get("type"))
    if not kind:
        return ""
    if kind == "book-chapter":
        sessions = (members(one).get("group") for one in entries(work.get("assertion")))
        conference = any(members(one).get("name") == "ConferenceInfo" for one in sessions)
        # Springer's volumes of conferences: `Computer Vision - ECCV 2020` in Lecture Notes.
        lecture_notes = "lecture notes in computer science" in f"{container} {series}".lower()
        if conference or lecture_notes or _MEETING.search(container):
            return "inproceedings"
    return _TYPES.get(kind, "none")


def _dates(work: Mapping[str, Any]) -> tuple[int | None, tuple[int, ...], int | None]:
    """Return the year of publication, every year that is stated, and the month."""
    found = {
        name: _date(work.get(name))
        for name in ("published-print", "published", "issued", "published-online", "posted")
    }
    in_print = work.get("volume") or work.get("issue") or work.get("page")
    order = list(found) if in_print else ["published", "issued", *found]
    best = next((found[name] for name in order if found[name][0]), (None, None))
    years = tuple(sorted({year for year, _ in found.values() if year is not None}))
    return best[0], years, best[1]


def _date(value: Any) -> tuple[int | None, int | None]:
    """Return year and month of `{"date-parts": [[2020, 5, 1]]}`; the year may be null."""
    parts = entries(members(value).get("date-parts"))
    numbers = [number(part) for part in entries(parts[0] if parts else None)]
    year = year_of(numbers[0]) if numbers else None
    month = numbers[1] if year and len(numbers) > 1 else None
    return year, month if month is not None and 1 <= month <= 12 else None  # noqa: PLR2004


def _people(value: Any) -> tuple[Name, ...]:
    found = []
    for one in map(members, entries(value)):
        parts = (text(one.get(part)) for part in ("family", "given", "suffix", "prefix"))
        found.append(person(*parts) or organisation(one.get("name")))
    return tuple(one for one in found if one is not None)


def _notices(value: Any) -> list[Notice]:
    found = (
        (text(one.get("type")).lower().replace("-", "_"), doi(text(one.get("DOI"))))
        for one in map(members, entries(value))
    )
    return [Notice(kind, other) for kind, other in found if other is not None]


def _relations(value: Any) -> list[Link]:
    wanted = ("is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-identical-to")
    return [
        Link(relation, other)
        for relation in wanted
        for one in map(members, entries(members(value).get(relation)))
        if (other := doi(text(one.get("id")))) is not None
    ]


def announced(headers: Mapping[str, str], route: str) -> Limit | None:
    """Return the limit of the route's pool; an answer of another pool says nothing about it."""
    pool = headers.get("x-api-pool", "")
    if pool.endswith(("-single", "-array")) and pool.endswith("-array") != (route == "list"):
        return None
    rate = number(headers.get("x-rate-limit-limit"))
    interval = re.fullmatch(
        r"(\d{1,5})s", headers.get("x-rate-limit-interval", "").strip(), re.ASCII
    )
    if not rate or interval is None or not int(interval[1]):
        return None
    at_once = number(headers.get("x-concurrency-limit")) or limits[route].concurrency
    return Limit(rate, float(interval[1]), at_once)


def credentials(key: str) -> Credentials:
    """Return the header of subscribers."""
    return Credentials({"Crossref-Plus-API-Token": f"Bearer {key}"})
