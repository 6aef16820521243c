"""A small stand-in for Crossref and OpenReview on 127.0.0.1, with records of a test's own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def work(
    doi: str, title: str, authors: str, year: int, container: str, **more: Any
) -> dict[str, Any]:
    """Return a record as Crossref sends it; `authors` is `Family, Given; …`."""
    names = [name.partition(", ") for name in authors.split("; ")]
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title],
        "author": [{"family": family, "given": given} for family, _, given in names],
        "container-title": [container],
        "issued": {"date-parts": [[year, 5]]},
        "published": {"date-parts": [[year, 5]]},
        "URL": f"https://doi.org/{doi}",
    } | more


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Any = self.server
        server.seen.append(self.path)
        if server.broken:
            self._send(403, b"<html>down</html>", "text/html")
            return
        split = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(split.query).items()}
        if split.path.startswith("/works/"):
            doi = unquote(split.path.removeprefix("/works/"))
            found = [one for one in server.works if one["DOI"] == doi]
            if found:
                self._json({"status": "ok", "message-type": "work", "message": found[0]})
            else:
                self._send(404, b"Resource not found.", "text/plain")
            return
        dois = [part.removeprefix("doi:") for part in asked.get("filter", "").split(",")]
        words = set(asked.get("query.bibliographic", "").lower().split())
        items = [
            one
            for one in server.works
            if one["DOI"] in dois or len(words & set(one["title"][0].lower().split())) > 1
        ]
        message = {"items": items, "total-results": len(items), "items-per-page": 20}
        self._json({"status": "ok", "message-type": "work-list", "message": message})

    def _json(self, value: Any) -> None:
        self._send(200, json.dumps(value).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Stay quiet."""


class Crossref(ThreadingHTTPServer):
    """The service: its records, what it was asked, and whether it is down."""

    def __init__(self, works: list[dict[str, Any]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.works = works
        self.seen: list[str] = []
        self.broken = False

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def crossref(*works: dict[str, Any]) -> Iterator[Crossref]:
    """Serve `works` for the life of the block."""
    server = Crossref(list(works))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
