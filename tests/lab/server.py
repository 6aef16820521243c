"""A real HTTP server on 127.0.0.1 that answers like the ten services, from ten records.

It is small enough to read: shapes, not rankings or limits. A test can put answers of its own in front
(`Lab.answer`), to see what a client does with failures and strangers.
"""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from tests.lab import services

WORKS = json.loads((Path(__file__).parent / "works.json").read_text(encoding="utf-8"))
SERVICES = tuple(services.SERVICES)


class Seen(NamedTuple):
    """One request that came in."""

    service: str
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


class Said(NamedTuple):
    """One answer. `kind` is the content type, `hang` seconds of silence before it."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    hang: float = 0
    cut: int | None = None


def said(value: Any, status: int = 200, **headers: str) -> Said:
    """Return a JSON answer; `x_api_pool="polite"` is the header `x-api-pool`."""
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return Said(status, json.dumps(value).encode(), headers=named)


def packed(body: bytes) -> Said:
    return Said(200, gzip.compress(body), headers=(("Content-Encoding", "gzip"),))


Scripted = Callable[[Seen], Said | None]


class Lab:
    """The server; `base` is its address, `seen` what was asked since the last `reset`."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.seen: list[Seen] = []
        self.works: list[dict[str, Any]] = WORKS
        self._scripts: list[Scripted] = []
        handler = type("Handler", (_Handler,), {"lab": self})
        kind = _Server6 if ":" in host else _Server
        self._server = kind((host, 0), handler)
        self._server.daemon_threads = True
        name = f"[{host}]" if ":" in host else host
        self.base = f"http://{name}:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def reset(self) -> None:
        self.seen.clear()
        self._scripts.clear()
        self.works = WORKS

    def answer(self, script: Scripted | Said, *, service: str = "", times: int = 10**9) -> None:
        """Answer the next `times` requests to `service` (any) by `script`, where it returns something."""
        left = [times]

        def scripted(request: Seen) -> Said | None:
            if left[0] <= 0 or (service and request.service != service):
                return None
            result = script if isinstance(script, Said) else script(request)
            left[0] -= result is not None
            return result

        self._scripts.append(scripted)

    def respond(self, request: Seen) -> Said:
        self.seen.append(request)
        for script in self._scripts:
            result = script(request)
            if result is not None:
                return result
        found = services.SERVICES.get(request.service)
        if found is None:
            return Said(404, b"no such service", "text/plain")
        status, kind, value, headers = found(self.works, request)
        body = value.encode() if isinstance(value, str) else json.dumps(value).encode()
        return Said(status, body, kind, tuple(headers.items()))

    @property
    def env(self) -> dict[str, str]:
        """The environment that leads the program here."""
        urls = {f"BIB2AWESOME_{name.upper()}_URL": f"{self.base}/{name}" for name in SERVICES}
        return urls | {"NO_PROXY": "127.0.0.1,::1"}

    @property
    def requests(self) -> dict[str, int]:
        return dict(Counter(request.service for request in self.seen))

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Say nothing where a client went away."""


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    lab: Lab
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        _, service, *rest = parts.path.split("/", 2)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        path = "/" + (rest[0] if rest else "")
        body = self.rfile.read(length)
        result = self.lab.respond(Seen(service, self.command, path, query, headers, body))
        if result.hang:
            time.sleep(result.hang)
        self.send_response(result.status)
        self.send_header("Content-Type", result.kind)
        self.send_header("Content-Length", str(len(result.body)))
        for name, value in result.headers:
            self.send_header(name, value)
        if result.cut is not None:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD" and result.status != 304:
            self.wfile.write(result.body[: result.cut])

    do_GET = do_POST = do_HEAD = _serve  # noqa: N815


@contextmanager
def running(host: str = "127.0.0.1") -> Iterator[Lab]:
    lab = Lab(host)
    try:
        yield lab
    finally:
        lab.close()
