"""Links: alive, moved, dead, or not to be told."""

from __future__ import annotations

import pytest

from bib2awesome.sources.links import LinkState, _followed
from tests.lab.server import Said


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("bib2awesome.sources.links._PER_HOST", 0)


PAGES = {
    "/alive": Said(200, b"<html>"),
    "/gone": Said(404),
    "/removed": Said(410),
    "/moved": Said(301, headers=(("Location", "/web/alive"),)),
    "/elsewhere": Said(302, headers=(("Location", "/web/alive"),)),
    "/elsewhere-then-moved": Said(302, headers=(("Location", "/web/moved"),)),
    "/moved-to-gone": Said(308, headers=(("Location", "/web/gone"),)),
    "/round": Said(301, headers=(("Location", "/web/round"),)),
    "/file": Said(301, headers=(("Location", "file:///etc/passwd"),)),
    "/private": Said(403),
    "/broken": Said(500),
    "/nowhere": Said(301),
    "/late": Said(200, hang=1.3),
}


@pytest.fixture
def web(lab):
    lab.answer(lambda seen: PAGES.get(seen.path) if seen.service == "web" else None)
    return f"{lab.base}/web"


def states(client, web, *paths, **options):
    links = client(**options).check_links([f"{web}{path}" for path in paths])
    return [(link.state.value, link.target or link.reason) for link in links.values()]


def test_what_became_of_links(client, web):
    assert states(client, web, *PAGES) == [
        ("alive", ""),
        ("dead", "answers 404"),
        ("dead", "answers 410"),
        ("moved", f"{web}/alive"),
        ("alive", ""),
        ("alive", ""),
        ("dead", "answers 404"),
        ("unknown", "redirects without end"),
        ("unknown", "redirects to where no link may lead"),
        ("unknown", "answers 403"),
        ("unknown", "answers 500"),
        ("unknown", "answers 301"),
        ("unknown", "does not answer within 1 s"),
    ]


def test_what_a_server_does_not_tell_of_the_head_alone(client, lab, web):
    lab.reset()
    lab.answer(lambda seen: Said(405) if seen.method == "HEAD" else Said(200, b"x" * 9_000_000))
    assert states(client, web, "/big") == [("alive", "")]
    assert [seen.method for seen in lab.seen] == ["HEAD", "GET"]


def test_links_are_remembered_unless_nothing_is_known(client, lab, web):
    paths = ("/alive", "/moved", "/gone", "/private")
    first = states(client, web, *paths)
    lab.seen.clear()
    assert states(client, web, *paths) == first
    assert {seen.path for seen in lab.seen} == {"/private"}
    assert states(client, web, *paths, offline=True) == [*first[:3], ("unknown", "offline")]
    lab.seen.clear()
    states(client, web, "/alive", refresh=True)
    assert len(lab.seen) == 1


def test_links_are_asked_again_after_some_time(client, lab, web):
    states(client, web, "/gone")
    asks = client()
    asks.cache._base.execute("UPDATE answers SET asked = asked - 200000")
    lab.seen.clear()
    assert states(client, web, "/gone") == [("dead", "answers 404")]
    assert lab.seen


def test_what_is_no_link_is_not_asked(client, lab):
    told = []
    links = client().check_links(
        ["javascript:alert(1)", "file:///etc/passwd", "http://nothing.invalid"],
        progress=lambda *state: told.append(state),
    )
    assert {link.state for link in links.values()} == {LinkState.UNKNOWN}
    assert [link.reason for link in links.values()][:2] == ["is no http(s) URL"] * 2
    assert (lab.seen, told) == ([], [(3, 3)])


@pytest.mark.parametrize(
    ("before", "location", "after"),
    [
        ("https://a.example/x", "/y", "https://a.example/y"),
        ("https://a.example/x", "http://b.example", "http://b.example"),
        ("https://a.example/x", "http://127.0.0.1/admin", None),
        ("https://a.example/x", "http://169.254.169.254/latest/meta-data", None),
        ("https://a.example/x", "http://localhost/", None),
        ("https://a.example/x", "javascript:alert(1)", None),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/y", "http://127.0.0.1:8000/y"),
    ],
)
def test_a_redirect_leads_into_no_private_network(before, location, after):
    assert _followed(before, location) == after


def test_an_error_of_ours_is_heard_of(client, web, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("bib2awesome.sources.links._state", broken)
    with pytest.raises(ZeroDivisionError):
        client().check_links([f"{web}/alive", f"{web}/moved"])


def test_an_interrupted_check_keeps_what_it_has(client, web):
    def interrupt(*_):
        raise KeyboardInterrupt

    asks = client()
    with pytest.raises(KeyboardInterrupt):
        asks.check_links([f"{web}/alive"], progress=interrupt)
    assert states(client, web, "/alive", offline=True) == [("alive", "")]


def test_a_host_that_never_answers_is_given_up(client, monkeypatch):
    urls = [f"http://nothing.invalid/{number}" for number in range(6)]
    asks = client()
    tried = []
    hop = asks.http.hop

    def counted(method, url):
        tried.append(url)
        return hop(method, url)

    monkeypatch.setattr(asks.http, "hop", counted)
    links = asks.check_links(urls)
    assert tried == urls[:3]
    assert {link.state for link in links.values()} == {LinkState.UNKNOWN}
    assert len({link.reason for link in links.values()}) == 1
