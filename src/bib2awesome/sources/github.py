"""GitHub: whether a repository is there, has moved or is archived.

https://docs.github.com/rest/repos/repos. A repository that moved is found under its new address: the
record's `code` differs from the query then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from bib2awesome.papers.urls import safe_url
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
)
from bib2awesome.sources.shapes import members, number, read_json, text

name = "github"
help = "Repositories: moved, archived, gone"  # noqa: A001
url = "https://api.github.com"
schemes = {"github": 1}
limits = {"repo": Limit(60, 3600.0, 3)}
keep = Keep(found=1, absent=1)
key = "GITHUB_TOKEN"
needs_key = False

_HOUR = 3600.0


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route there is."""
    return "repo"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return the request for one repository, `owner/name`."""
    return Request(f"/repos/{queries[0].value}", (queries[0],), route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read one repository.

    Raises:
        ShapeError: It is no answer of GitHub's.
    """
    value = members(read_json(response))
    if response.status == HTTPStatus.NOT_FOUND and text(value.get("message")) == "Not Found":
        return Parsed({})
    if response.status != HTTPStatus.OK or not text(value.get("full_name")):
        raise ShapeError(f"answers {response.status} without a repository")
    names = ("full_name", "html_url", "archived")
    return Parsed({request.queries[0]: [{name: value.get(name) for name in names}]})


def record(item: Any) -> Record:
    """Read one repository.

    Raises:
        ShapeError: It has no name or no page.
    """
    repository = members(item)
    page = safe_url(text(repository.get("html_url")))
    if page is None or not re.fullmatch(r"[\w.-]+/[\w.-]+", text(repository.get("full_name"))):
        raise ShapeError("a repository without a name")
    return Record(
        source=name,
        url=page,
        code=page,
        archived=repository.get("archived") is True,
        type="none",
    )


def announced(headers: Mapping[str, str], route: str) -> Limit | None:
    """Return the requests an hour that `x-ratelimit-limit` tells."""
    rate = number(headers.get("x-ratelimit-limit"))
    return Limit(rate, _HOUR, limits[route].concurrency) if rate else None


def credentials(key: str) -> Credentials:
    """Return the header that carries the token."""
    return Credentials({"Authorization": f"Bearer {key}"})
