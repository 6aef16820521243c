"""Hugging Face papers: the code of a preprint, where its authors linked it."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.urls import safe_url
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
from bib2awesome.sources.shapes import entries, members, month_of, read_json, text, year_of
from bib2awesome.sources.titles import plain_title

name = "huggingface"
help = "Code repositories of arXiv papers"  # noqa: A001
url = "https://huggingface.co"
schemes = {"arxiv": 1}
limits = {"paper": Limit(500, 300.0, 3)}
keep = Keep(found=14, absent=7)
key = ""
needs_key = False
announced = nothing_announced
credentials = no_credentials


def route(query: Query, *, alone: bool) -> str:  # noqa: ARG001
    """Return the one route there is."""
    return "paper"


def request(queries: Sequence[Query], route: str) -> Request:
    """Return the request for one paper."""
    return Request(f"/api/papers/{quote(queries[0].value, safe='')}", (queries[0],), route=route)


def parse(request: Request, response: Response) -> Parsed:
    """Read one paper.

    Raises:
        ShapeError: It is no answer of Hugging Face's.
    """
    value = members(read_json(response))
    if response.status == HTTPStatus.NOT_FOUND and text(value.get("error")):
        return Parsed({})
    if response.status != HTTPStatus.OK or not text(value.get("id")):
        raise ShapeError(f"answers {response.status} without a paper")
    names = ("id", "title", "authors", "publishedAt", "githubRepo")
    return Parsed({request.queries[0]: [{name: value.get(name) for name in names}]})


def record(item: Any) -> Record:
    """Read one paper.

    Raises:
        ShapeError: It has no arXiv id.
    """
    paper = members(item)
    own = arxiv_id(text(paper.get("id")))
    if own is None:
        raise ShapeError("a paper without an arXiv id")
    names = (text(members(one).get("name")) for one in entries(paper.get("authors")))
    authors = tuple(filter(None, map(person_of, names)))
    year = year_of(paper.get("publishedAt"))
    return Record(
        source=name,
        url=f"https://huggingface.co/papers/{own}",
        arxiv=own,
        title=plain_title(paper.get("title")),
        authors=authors,
        initials=has_initials(authors),
        year=year,
        years=(year,) if year else (),
        month=month_of(paper.get("publishedAt")),
        type="preprint",
        code=safe_url(text(paper.get("githubRepo"))),
    )
