"""How each service answers: its paths and shapes, written down from its documentation."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import unquote

Works = list[dict[str, Any]]
Answer = tuple[int, str, Any, dict[str, str]]
JSON = "application/json"
MISSING = {
    "errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
}


def _full(work: dict[str, Any]) -> str:
    return f"{work['title']}: {work['subtitle']}" if work.get("subtitle") else str(work["title"])


def _names(work: dict[str, Any]) -> list[str]:
    return [f"{given} {family}" for family, given in work["authors"]]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def _search(works: Works, text: str, *, share: float) -> Works:
    """Return the works whose titles hold at least `share` of the words asked for, best first."""
    asked = _words(text)
    scored = [(len(asked & _words(_full(work))), work) for work in works]
    hits = [pair for pair in scored if asked and pair[0] >= share * len(asked)]
    return [work for _, work in sorted(hits, key=lambda pair: -pair[0])]


def _message(work: dict[str, Any]) -> dict[str, Any]:
    date = {"date-parts": [[work["year"], *([work["month"]] if "month" in work else [])]]}
    people = [{"given": given, "family": family} for family, given in work["authors"]]
    message = {
        "DOI": work["doi"],
        "type": work["type"],
        "title": [work["title"]],
        "subtitle": [work["subtitle"]] if "subtitle" in work else None,
        "author": people,
        "container-title": work.get("container", []),
        "event": {"name": "A conference", "acronym": work["venue"]} if "venue" in work else None,
        "page": work.get("pages"),
        "issued": date,
        "published": date,
    }
    copied = ("volume", "issue", "publisher", "updated-by", "update-to", "relation")
    return message | {name: work[name] for name in copied if name in work}


def crossref(works: Works, request: Any) -> Answer:
    polite = "mailto:" in request.headers.get("user-agent", "")
    single = request.path != "/works"
    announced = {
        "x-api-pool": ("polite" if polite else "public") + ("-single" if single else "-array"),
        "x-rate-limit-limit": "50",
        "x-rate-limit-interval": "1s",
        "x-concurrency-limit": "3",
    }
    by_doi = {work["doi"]: work for work in works if "doi" in work}
    if single:
        asked = unquote(request.path.removeprefix("/works/")).lower()
        for work in works:
            if work.get("alias") == asked:
                place = f"/crossref/works/{work['doi']}"
                return 301, "text/html", "", announced | {"Location": place}
        if asked not in by_doi:
            return 404, "text/plain", "Resource not found.", announced
        value = {"status": "ok", "message-type": "work", "message": _message(by_doi[asked])}
        return 200, JSON, value, announced
    if "filter" in request.query:
        asked_for = [part.removeprefix("doi:") for part in request.query["filter"].split(",")]
        hits = [by_doi[one] for one in asked_for if one in by_doi]
    else:
        hits = _search(list(by_doi.values()), request.query["query.bibliographic"], share=0.4)
    message = {"items": [_message(work) for work in hits], "total-results": len(hits)}
    return 200, JSON, {"status": "ok", "message-type": "work-list", "message": message}, announced


def _attributes(work: dict[str, Any]) -> dict[str, Any]:
    people = [
        {
            "name": f"{family}, {given}",
            "nameType": "Personal",
            "familyName": family,
            "givenName": given,
        }
        for family, given in work["authors"]
    ]
    return {
        "doi": f"10.48550/arxiv.{work['arxiv']}",
        "creators": people,
        "titles": [{"title": _full(work)}],
        "publisher": "arXiv",
        "publicationYear": 2000 + int(work["arxiv"][:2]),
        "dates": [
            {
                "date": f"20{work['arxiv'][:2]}-{work['arxiv'][2:4]}-01T00:00:00Z",
                "dateType": "Submitted",
                "dateInformation": "v1",
            }
        ],
        "types": {"resourceTypeGeneral": "Preprint", "bibtex": "misc"},
        "descriptions": [{"description": "Accepted somewhere", "descriptionType": "Other"}],
    }


def datacite(works: Works, request: Any) -> Answer:
    known = {f"10.48550/arxiv.{work['arxiv']}": work for work in works if "arxiv" in work}
    if request.path == "/dois":
        asked = re.findall(r'"([^"]+)"', request.query["query"])
        data = [{"id": one, "attributes": _attributes(known[one])} for one in asked if one in known]
        return 200, JSON, {"data": data}, {}
    doi = unquote(request.path.removeprefix("/dois/"))
    if doi not in known:
        return 404, JSON, MISSING, {}
    return 200, JSON, {"data": {"id": doi, "attributes": _attributes(known[doi])}}, {}


def arxiv(works: Works, request: Any) -> Answer:
    preprints = [work for work in works if "arxiv" in work]
    if "id_list" in request.query:
        ids = request.query["id_list"].split(",")
        hits = [work for one in ids for work in preprints if work["arxiv"] == one]
    else:
        asked = " ".join(re.findall(r"ti:(\w+)", request.query["search_query"]))
        hits = _search(preprints, asked, share=1)
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/{work['arxiv']}v2</id><title>{escape(_full(work))}</title>"
        f"<published>20{work['arxiv'][:2]}-{work['arxiv'][2:4]}-01T00:00:00Z</published>"
        + "".join(f"<author><name>{escape(one)}</name></author>" for one in _names(work))
        + (f"<arxiv:doi>{escape(work['doi'])}</arxiv:doi>" if "doi" in work else "")
        + (f"<arxiv:comment>{escape(work['comment'])}</arxiv:comment>" if "comment" in work else "")
        + "</entry>"
        for work in hits
    )
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">'
        f"{entries}</feed>"
    )
    return 200, "application/atom+xml", feed, {}


def dblp(works: Works, request: Any) -> Answer:
    hits = _search([work for work in works if "dblp" in work], request.query["q"], share=1)
    shown = []
    for work in hits:
        people = [{"@pid": "1/2", "text": f"{one} 0001"} for one in _names(work)]
        info = {
            "authors": {"author": people[0] if len(people) == 1 else people},
            "title": escape(_full(work)) + ".",
            "venue": work["venue"],
            "year": str(work["year"]),
            "type": "Conference and Workshop Papers",
            "key": work["dblp"],
            "ee": f"https://doi.org/{work['doi']}"
            if "doi" in work
            else "https://openreview.net/forum?id=St1giarCHLP",
        }
        shown.append(
            {"@id": "1", "info": info | ({"pages": work["pages"]} if "pages" in work else {})}
        )
    found = {"@total": str(len(hits))} | ({"hit": shown} if shown else {})
    return 200, JSON, {"result": {"status": {"@code": "200"}, "hits": found}}, {}


def openalex(works: Works, request: Any) -> Answer:
    def shape(work: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": f"https://openalex.org/W{works.index(work) + 1}",
            "doi": f"https://doi.org/{work['doi']}" if "doi" in work else None,
            "title": _full(work),
            "publication_year": work["year"],
            "type": "article",
            "locations": [{"landing_page_url": f"http://arxiv.org/abs/{work['arxiv']}"}]
            if "arxiv" in work
            else [],
            "authorships": [{"author": {"display_name": one}} for one in _names(work)],
            "is_retracted": "updated-by" in work,
        }

    by_doi = {work["doi"]: work for work in works if "doi" in work}
    if request.path != "/works":
        doi = unquote(request.path.removeprefix("/works/doi:"))
        if doi not in by_doi:
            return 404, "text/html", "<!doctype html><title>404 Not Found</title>", {}
        return 200, JSON, shape(by_doi[doi]), {}
    kind, _, asked = request.query["filter"].partition(":")
    if kind == "doi":
        hits = [by_doi[one] for one in asked.split("|") if one in by_doi]
    else:
        hits = _search(works, asked, share=1)
    return 200, JSON, {"results": [shape(work) for work in hits]}, {}


def semanticscholar(works: Works, request: Any) -> Answer:
    def shape(work: dict[str, Any]) -> dict[str, Any]:
        ids = {
            "DOI": work.get("doi"),
            "ArXiv": work.get("arxiv"),
            "ACL": work.get("acl"),
            "DBLP": work.get("dblp"),
        }
        return {
            "paperId": f"{works.index(work):040x}",
            "externalIds": {name: value for name, value in ids.items() if value},
            "title": _full(work),
            "venue": (work.get("container") or [""])[0],
            "year": work["year"],
            "publicationTypes": ["Conference"],
            "journal": {"pages": work.get("pages")},
            "authors": [{"name": one} for one in _names(work)],
        }

    if request.method == "POST":
        names = {"DOI": "doi", "ARXIV": "arxiv", "ACL": "acl"}
        out = []
        for one in json.loads(request.body)["ids"]:
            scheme, _, value = one.partition(":")
            hit = [work for work in works if work.get(names[scheme]) == value]
            out.append(shape(hit[0]) if hit else None)
        return 200, JSON, out, {}
    hits = _search(works, request.query["query"], share=0.9)
    if not hits:
        return 404, JSON, {"error": "Title match not found"}, {}
    return 200, JSON, {"data": [shape(hits[0])]}, {}


def openreview(works: Works, request: Any) -> Answer:
    hits = _search(
        [work for work in works if "openreview" in work], request.query["term"], share=0.6
    )
    notes = [
        {
            "id": note["id"],
            "forum": note["id"],
            "invitations": [f"{note['venueid']}/-/Submission"],
            "content": {
                "title": {"value": _full(work)},
                "authors": {"value": _names(work)},
                "venue": {"value": note["venue"]},
                "venueid": {"value": note["venueid"]},
            },
        }
        for work in hits
        for note in work["openreview"]
    ]
    return 200, JSON, {"notes": notes, "count": len(notes)}, {"ratelimit-policy": "180;w=60"}


def huggingface(works: Works, request: Any) -> Answer:
    asked = request.path.removeprefix("/api/papers/")
    for work in works:
        if work.get("arxiv") == asked:
            code = {"githubRepo": f"https://github.com/{work['code']}", "githubStars": 7}
            found = {
                "id": asked,
                "title": _full(work),
                "publishedAt": f"{work['year']}-01-02T00:00:00Z",
            }
            people = {"authors": [{"name": one} for one in _names(work)]}
            return 200, JSON, found | people | (code if "code" in work else {}), {}
    return 404, JSON, {"error": "Paper not found"}, {}


def github(works: Works, request: Any) -> Answer:
    name = request.path.removeprefix("/repos/")
    if name == "ermongroup/ddim-old":
        moved = {"message": "Moved Permanently", "url": "/github/repositories/7"}
        return 301, JSON, moved, {"Location": "/github/repositories/7"}
    if request.path == "/repositories/7":
        name = "ermongroup/ddim"
    elif name not in {work.get("code") for work in works}:
        return 404, JSON, {"message": "Not Found"}, {}
    value: dict[str, Any] = {
        "full_name": name,
        "html_url": f"https://github.com/{name}",
        "archived": name == "google-research/bert",
        "stargazers_count": 42,
    }
    if request.headers.get("if-none-match") == '"v1"':
        return 304, JSON, "", {"ETag": '"v1"'}
    return (
        200,
        JSON,
        value,
        {"ETag": '"v1"', "x-ratelimit-limit": "60", "x-ratelimit-remaining": "50"},
    )


def doi(works: Works, request: Any) -> Answer:
    known = {work["doi"] for work in works if "doi" in work}
    out = []
    for one in request.path.removeprefix("/ra/").split(","):
        asked = unquote(one)
        agency = "DataCite" if asked.startswith("10.48550") else "Crossref"
        there = asked in known or asked in {name.partition("/")[0] for name in known} | {"10.48550"}
        out.append({"DOI": asked} | ({"RA": agency} if there else {"status": "DOI does not exist"}))
    return 200, JSON, out, {}


SERVICES: dict[str, Callable[[Works, Any], Answer]] = {
    one.__name__: one
    for one in (
        crossref,
        datacite,
        arxiv,
        dblp,
        openalex,
        semanticscholar,
        openreview,
        huggingface,
        github,
        doi,
    )
}
