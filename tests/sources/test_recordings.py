"""Every recorded answer of the real services: no crash, and the facts that stand in it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from bib2awesome import plugins
from bib2awesome.papers.doi import doi
from bib2awesome.sources.base import Query, Record, Request, Response, ShapeError
from bib2awesome.sources.service import _CHALLENGE

SOURCES = plugins.load("sources")
SERVICES = {
    "crossref",
    "crossref-excerpts",
    "datacite",
    "arxiv",
    "openalex",
    "dblp",
    "doi-ra",
    "github",
    "openreview",
}


def recorded(shared: Path) -> list[dict[str, str]]:
    with (shared / "corpus/recordings/manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["service"] in SERVICES]


def response(shared: Path, row: dict[str, str]) -> Response:
    body = (shared / "corpus/recordings" / row["file"]).read_bytes()
    return Response(int(row["status"] or 200), {"content-type": row["content_type"]}, body)


def question(row: dict[str, str]) -> tuple[Any, Query]:
    """Return the source and what the recorded request asked, as far as we would ask it."""
    path = unquote(urlsplit(row["url"]).path)
    name = {"doi-ra": "doi", "crossref-excerpts": "crossref"}.get(row["service"], row["service"])
    found = doi(path)
    if name == "doi":
        return SOURCES["doi"], Query("prefix", path.removeprefix("/ra/"))
    if name == "github":
        return SOURCES["github"], Query("github", "/".join(path.split("/")[2:4]) or "a/b")
    if name in {"crossref", "datacite", "openalex"} and found:
        return SOURCES[name], Query("doi", found)
    return SOURCES[name], Query("title" if "title" in SOURCES[name].schemes else "doi", "x")


def asked(source: Any, query: Query) -> Request:
    request: Request = source.request([query], source.route(query, alone=True))
    return request


def records(shared: Path, row: dict[str, str]) -> list[Record]:
    source, query = question(row)
    parsed = source.parse(asked(source, query), response(shared, row))
    found = []
    for items in parsed.items.values():
        for item in items:
            try:
                found.append(source.record(item))
            except ShapeError:
                continue
    return found


def test_no_recording_crashes_and_pages_are_never_absences(shared):
    read = 0
    for row in recorded(shared):
        source, query = question(row)
        answer = response(shared, row)
        try:
            parsed = source.parse(asked(source, query), answer)
        except ShapeError:
            continue
        read += bool(parsed.items)
        if not parsed.items and not parsed.alone:
            assert answer.status in {200, 404, 400}, row["file"]
            assert answer.status != 200 or "html" not in row["content_type"], row["file"]
        for items in parsed.items.values():
            for item in items:
                try:
                    record = source.record(item)
                except ShapeError:
                    continue
                assert "<i>" not in record.title
                assert "&amp;" not in record.title
                assert "\n" not in record.title
    assert read > 100


def test_crossref_works_say_what_stands_in_them(shared):
    checked = 0
    for row in recorded(shared):
        if (
            row["service"] not in {"crossref", "crossref-excerpts"}
            or "json" not in row["content_type"]
            or row["status"] == "404"
        ):
            continue
        message = json.loads(response(shared, row).body)
        message = message.get("message") if isinstance(message, dict) else None
        works = message.get("items", [message]) if isinstance(message, dict) else []
        for work in works:
            if not (isinstance(work, dict) and work.get("DOI") and work.get("type")):
                continue
            record = SOURCES["crossref"].record(work)
            people = [
                one for one in work.get("author") or () if one.get("family") or one.get("name")
            ]
            assert record.doi == doi(work["DOI"]) or "<" in work["DOI"]
            assert len(record.authors) == len(people)
            assert bool(record.title) == bool(
                [one for one in work.get("title") or () if one.strip()]
            )
            parts = ((work.get("issued") or {}).get("date-parts") or [[None]])[0]
            assert not parts or parts[0] is None or parts[0] in record.years
            checked += 1
    assert checked > 200


def test_arxiv_feeds_say_what_stands_in_them(shared):
    with_dois = entries = 0
    for row in recorded(shared):
        if row["service"] == "arxiv" and "atom" in row["content_type"] and row["status"] == "200":
            for record in records(shared, row):
                assert record.arxiv
                assert record.title
                assert record.authors
                assert record.year
                entries += 1
                with_dois += record.published is not None
    assert entries > 50
    assert with_dois > 10


def test_retractions_notices_and_challenges(shared):
    folder = shared / "corpus/recordings/transcribed"
    read = SOURCES["crossref"].record
    retracted = read(
        json.loads((folder / "crossref-wakefield-updated-by.json").read_bytes())["message"]
    )
    assert retracted.retracted
    notice = read(json.loads((folder / "crossref-retraction-notice.json").read_bytes())["message"])
    assert notice.notice_of
    assert not notice.retracted
    assert _CHALLENGE.search((folder / "dblp-anubis-200.html").read_bytes())
    assert _CHALLENGE.search((folder / "openreview-403-challenge.json").read_bytes()) is None
    dblp, query = SOURCES["dblp"], Query("title", "x")
    none = dblp.parse(
        asked(dblp, query),
        Response(
            200, {"content-type": "application/json"}, (folder / "dblp-zero-hits.json").read_bytes()
        ),
    )
    assert none.items == {query: []}


@pytest.mark.parametrize("service", ["doi-ra", "openalex", "datacite", "dblp", "github"])
def test_recorded_services_are_understood(shared, service):
    rows = [row for row in recorded(shared) if row["service"] == service and row["status"] == "200"]
    found = 0
    for row in rows:
        try:
            found += bool(records(shared, row))
        except ShapeError:
            continue
    assert found >= {"doi-ra": 12, "openalex": 20, "datacite": 30, "dblp": 1, "github": 2}[service]
