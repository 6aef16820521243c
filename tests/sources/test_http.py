"""One exchange: bounded in time and size, and never led astray."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from email.utils import formatdate

import pytest

from bib2awesome.sources.http import FailureError, Http, Patience, _same_host, retry_after
from tests.lab.server import Said, packed, running

QUICK = Patience(connect=0.5, read=0.4, total=0.8, bytes=100_000, redirects=3)


@pytest.fixture
def http(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,::1")
    door = Http("bib2awesome/test", QUICK)
    yield door
    door.close()


def failure(http, url, **options):
    with pytest.raises(FailureError) as caught:
        http.send("GET", url, **options)
    return caught.value.failure


def test_a_packed_answer_is_unpacked(http, lab):
    lab.answer(packed(b"x" * 5000), times=1)
    assert http.send("GET", lab.base).body == b"x" * 5000
    deflated = Said(200, zlib.compress(b"yes"), headers=(("Content-Encoding", "deflate"),))
    lab.answer(deflated)
    assert http.send("GET", lab.base).body == b"yes"


@pytest.mark.parametrize(
    ("said", "reason", "kind"),
    [
        (packed(bytes(30_000_000)), "is longer than 0 MB", "refused"),
        (Said(200, b"x" * 100_001), "is longer than 0 MB", "refused"),
        (Said(200, b"x", headers=(("Content-Encoding", "br"),)), "is packed as `br`", "content"),
        (Said(200, b"x", headers=(("Content-Encoding", "gzip"),)), "breaks off", "content"),
        (
            Said(200, b"no gzip at all", headers=(("Content-Encoding", "gzip"),)),
            "is packed wrongly",
            "content",
        ),
        (
            Said(200, gzip.compress(b"x" * 999)[:-9], headers=(("Content-Encoding", "gzip"),)),
            "breaks off",
            "content",
        ),
        (Said(200, b"x" * 999, cut=9), "the connection breaks off", "connection"),
        (Said(200, b"late", hang=0.7), "does not answer within 0.4 s", "timeout"),
    ],
    ids=["bomb", "long", "brotli", "bit-of-gzip", "no-gzip", "half-gzip", "cut", "late"],
)
def test_what_is_no_whole_answer(http, lab, said, reason, kind):
    lab.answer(said)
    found = failure(http, lab.base)
    assert (found.reason, found.kind) == (reason, kind)


@pytest.mark.parametrize(
    ("target", "host"),
    [
        ("https://evil.example/x", "https://evil.example"),
        ("file:///etc/passwd", "file://"),
        ("//evil.example", "http://evil.example"),
        ("http://user@127.0.0.1/", "http://127.0.0.1"),
        ("http://127.0.0.1:1/", "http://127.0.0.1"),
        ("http://127.0.0.1:x/", "http://127.0.0.1"),
    ],
)
def test_redirects_stay_with_the_service(http, lab, target, host):
    lab.answer(Said(302, headers=(("Location", target),)))
    found = failure(http, lab.base)
    assert found.reason == f"redirects to another place: {host}"
    assert len(lab.seen) == 1


def test_a_redirect_to_no_address_at_all(http, lab):
    lab.answer(Said(302, headers=(("Location", "http://[bad"),)))
    assert failure(http, lab.base).kind == "refused"


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("http://a.example/x", "https://a.example/y", True),
        ("http://a.example:80/x", "https://a.example:443/y", True),
        ("http://a.example:8080/x", "https://a.example/y", False),
        ("https://a.example/x", "http://a.example/y", False),
        ("https://a.example/x", "https://a.example/y", True),
        ("https://a.example/x", "https://a.example:8443/y", False),
    ],
)
def test_the_same_service_may_become_safer_but_not_less_safe(before, after, same):
    assert _same_host(before, after) is same


def test_redirects_end(http, lab):
    lab.answer(Said(301, headers=(("Location", "/again"),)))
    assert failure(http, f"{lab.base}/x").reason == "redirects without end"
    assert len(lab.seen) == 4


def test_a_redirect_without_a_place_is_an_answer(http, lab):
    lab.answer(Said(301))
    assert http.send("GET", lab.base).status == 301


def test_nobody_there(http):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(http, f"http://127.0.0.1:{port}").reason == "refuses the connection"
    assert failure(http, "http://no-such-host.invalid").kind == "connection"
    assert failure(http, "http://[bad").kind == "refused"


def raw_server(*pieces: bytes, pause: float = 0.0) -> int:
    """Answer one connection with `pieces`, `pause` seconds apart; return the port."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with server:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                for piece in pieces:
                    try:
                        connection.sendall(piece)
                    except OSError:
                        return
                    time.sleep(pause)

    threading.Thread(target=serve, daemon=True).start()
    return int(server.getsockname()[1])


def test_an_answer_that_drips_ends_at_the_deadline(http):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    port = raw_server(head, *[b"x"] * 100, pause=0.1)
    began = time.monotonic()
    assert failure(http, f"http://127.0.0.1:{port}").reason == "does not end in time"
    assert time.monotonic() - began < 2


def test_an_answer_in_chunks(http):
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    port = raw_server(head, b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    assert http.send("GET", f"http://127.0.0.1:{port}").body == b"abcde"


def test_silence_in_the_middle(http):
    port = raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nxx", b"y", pause=1.5)
    assert failure(http, f"http://127.0.0.1:{port}").kind == "timeout"


def test_no_http_at_all(http):
    port = raw_server(b"SSH-2.0-OpenSSH\r\n")
    assert failure(http, f"http://127.0.0.1:{port}").kind == "connection"
    port = raw_server(b"junk")
    assert failure(http, f"https://127.0.0.1:{port}").reason == "its certificate does not hold"


def test_passwords_of_a_netrc_are_not_sent_and_cookies_not_kept(http, lab, tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    lab.answer(Said(200, b"{}", headers=(("Set-Cookie", "id=1; Path=/"),)))
    http.send("GET", lab.base)
    http.send("GET", lab.base)
    assert all("authorization" not in seen.headers for seen in lab.seen)
    assert all("cookie" not in seen.headers for seen in lab.seen)


def test_the_proxy_of_the_environment_is_used(http, lab, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("http_proxy", lab.base)
    http.send("GET", "http://somewhere.invalid/crossref/works/10.1000%2Fx")
    assert lab.seen[0].headers["host"] == "somewhere.invalid"
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    found = failure(http, "http://somewhere.invalid/")
    assert found.reason == "the proxy does not let it through"


def test_ipv6(http):
    if not socket.has_ipv6:
        pytest.skip("no IPv6 in this Python")
    try:
        with running("::1") as lab6:
            assert http.send("GET", f"{lab6.base}/nothing").status == 404
    except OSError:
        pytest.skip("this machine has no IPv6")


def test_retry_after():
    assert retry_after(None) is None
    assert retry_after(" 7 ") == 7
    assert retry_after("9" * 30) == 999_999_999
    assert retry_after("soon") is None
    assert retry_after("²") is None
    assert 50 < (retry_after(formatdate(time.time() + 60, usegmt=True)) or 0) <= 61
    assert retry_after(formatdate(time.time() - 60, usegmt=True)) == 0


def test_an_error_of_ours_is_not_hidden(http, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("requests.Session.request", broken)
    with pytest.raises(ZeroDivisionError):
        http.send("GET", "http://127.0.0.1:1")
