"""OpenReview: which venue took a submission, long before there are pages or a DOI; by title and by id.

https://docs.openreview.net (version 2 of the API). Without an account only `/notes/search` is sure to
answer; a note by its id often is not to be had.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

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
)
from bib2awesome.sources.people import has_initials, person_of
from bib2awesome.sources.shapes import (
    entries,
    first_text,
    members,
    number,
    read_json,
    text,
    year_of,
)
from bib2awesome.sources.titles import plain_title

name = "openreview"
help = "Which conference accepted a paper (ICLR, NeurIPS, ICML, TMLR, ...)"  # noqa: A001
url = "https://api2.openreview.net"
schemes = {"openreview": 1, "title": 1}
limits = {"search": Limit(180, 60.0, 2)}
keep = Keep(found=14, absent=7, search=14)
key = ""
needs_key = False
credentials = no_credentials

_HITS = 20
_NOT_ACCEPTED = re.compile(r"submi|reject|withdr|desk|under review", re.IGNORECASE)
_VENUE = re.compile(
    r"(?P<conference>.+)/(?P<year>\d{4})/(?:Conference|Workshop/.+|Track/.+|.*Track.*)$"
)
_JOURNALS = {"TMLR", "DMLR"}


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route there is."""
    return "search"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return a search for the title, or the request for a note."""
    if queries[0].scheme == "openreview":
        params = (("id", queries[0].value), ("limit", "1"))
        return Request("/notes", (queries[0],), params, route=route)
    term = " ".join(queries[0].value.split())[:300]
    params = (("term", term), ("limit", str(_HITS)))
    return Request("/notes/search", (queries[0],), params, route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read the notes.

    Raises:
        ShapeError: It is no answer of OpenReview's.
    """
    value = members(read_json(response))
    if response.status == HTTPStatus.NOT_FOUND and text(value.get("name")) == "NotFoundError":
        return Parsed({})
    notes = value.get("notes")
    if response.status != HTTPStatus.OK or not isinstance(notes, list):
        raise ShapeError(f"answers {response.status} without `notes`")
    return Parsed({request.queries[0]: [_kept(note) for note in notes if isinstance(note, dict)]})


def _kept(note: Mapping[str, Any]) -> dict[str, Any]:
    """Return a note without its texts; version 1 writes values bare, version 2 wraps them."""
    content = members(note.get("content"))
    names = ("title", "authors", "venue", "venueid")
    kept = {name: _value(content.get(name)) for name in names}
    dates = {name: note.get(name) for name in ("cdate", "pdate")}
    invitations = texts_of(note.get("invitations") or note.get("invitation"))
    return (
        {"id": note.get("id"), "forum": note.get("forum"), "invitations": invitations}
        | dates
        | kept
    )


def texts_of(value: Any) -> list[str]:
    """Return the texts of a list or a lone one."""
    return [text(one) for one in entries(value)]


def _value(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value


def record(item: Any) -> Record:
    """Read one note.

    Raises:
        ShapeError: It has no id.
    """
    note = members(item)
    ids = (text(note.get(name)) for name in ("forum", "id"))
    own = next((one for one in ids if re.fullmatch(r"[\w-]+", one, re.ASCII)), None)
    if own is None:
        raise ShapeError("a note without an id")
    venue, venueid = first_text(note.get("venue")), first_text(note.get("venueid"))
    accepted = _accepted(venue, venueid, texts_of(note.get("invitations")))
    people = note.get("authors")
    names = people.split(",") if isinstance(people, str) else entries(people)
    authors = tuple(filter(None, (person_of(text(one)) for one in names)))
    edition = _VENUE.match(venueid)
    year = year_of(edition["year"]) if edition else _year_in(venue) or _year_of_date(note)
    return Record(
        source=name,
        url=f"https://openreview.net/forum?id={own}",
        openreview=own,
        title=plain_title(note.get("title")),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        type=("article" if venueid in _JOURNALS else "inproceedings") if accepted else "misc",
        venue=venue,
        container="",
        accepted=accepted,
    )


def _accepted(venue: str, venueid: str, invitations: list[str]) -> bool | None:
    """Return whether the venue took it; None for mirrors of dblp and self-archived papers."""
    mirrored = any(one.startswith(("DBLP.org/", "OpenReview.net/")) for one in invitations)
    if mirrored or venueid.startswith(("dblp.org/", "OpenReview.net/")) or not venueid:
        return None
    if _NOT_ACCEPTED.search(f"{venue} {venueid.rpartition('/')[2]}"):
        return False
    return True if venueid in _JOURNALS or _VENUE.match(venueid) else None


def _year_in(venue: str) -> int | None:
    match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", venue)
    return int(match[0]) if match else None


def _year_of_date(note: Mapping[str, Any]) -> int | None:
    """Return the year of publication from milliseconds since 1970."""
    milliseconds = number(note.get("pdate")) or number(note.get("cdate"))
    if not milliseconds:
        return None
    return year_of(int(1970 + milliseconds / 31_556_952_000))


def announced(headers: Mapping[str, str], route: str) -> Limit | None:
    """Return the limit of a `ratelimit-policy` such as `180;w=60`."""
    policy = re.fullmatch(
        r"(\d{1,6})\s*;\s*w=(\d{1,6})", headers.get("ratelimit-policy", "").strip(), re.ASCII
    )
    if policy is None or not int(policy[1]) or not int(policy[2]):
        return None
    return Limit(int(policy[1]), float(policy[2]), limits[route].concurrency)
