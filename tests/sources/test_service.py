"""Retries, waits, and when a service is left alone."""

from __future__ import annotations

import time

import pytest

from bib2awesome.sources import crossref
from bib2awesome.sources.base import Absent, Found, Limit, Query, Unasked
from bib2awesome.sources.service import Persistence, remaining
from tests.lab.server import Said, said

BERT = Query("doi", "10.18653/v1/n19-1423")


def ask(client, *queries, source="crossref"):
    return [client.ask([(source, query)])[source, query] for query in queries or (BERT,)]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Let the public limits not be what a test waits for."""
    fast = {"list": Limit(1000, 1.0, 1), "single": Limit(1000, 1.0, 1)}
    monkeypatch.setattr(crossref, "limits", fast)


@pytest.mark.parametrize(
    "first",
    [
        Said(500, b"<h1>500</h1>", "text/html"),
        Said(503, b"", headers=(("Retry-After", "0"),)),
        Said(429, b"<h1>429 Too Many Requests</h1>", "text/html"),
        Said(200, b"<html>Sign in to the network</html>", "text/html"),
        Said(200, b'{"status": "ok", "mess'),
        Said(200, b'{"status": "ok", "message": null}'),
        Said(200, b"x" * 99, cut=9),
        Said(200, b"", hang=1.2),
    ],
    ids=["500", "503", "429", "html", "half", "shape", "cut", "late"],
)
def test_what_passes_is_tried_again(client, lab, first):
    lab.answer(first, times=1)
    asks = client()
    assert isinstance(ask(asks)[0], Found)
    assert (len(lab.seen), asks.unasked) == (2, [])


def test_a_service_that_hangs_costs_no_more_than_the_total(client, lab):
    lab.answer(Said(200, b"", hang=1.1))
    assert ask(client())[0].reason == "does not answer within 1 s"
    assert len(lab.seen) == 2


def test_retries_end(client, lab):
    lab.answer(Said(500))
    asks = client()
    assert ask(asks)[0].reason == "answers 500"
    assert len(lab.seen) == 5
    assert isinstance(ask(asks, Query("doi", "10.1000/other"))[0], Unasked)
    assert len(lab.seen) == 6
    assert "times in a row" in ask(asks, Query("doi", "10.1000/third"))[0].reason
    assert len(lab.seen) == 6


def test_one_request_that_never_works_does_not_end_the_service(client, lab):
    lab.answer(lambda seen: Said(500) if "1423" in str(seen) else None)
    asks = client()
    bad, good = ask(asks, BERT, Query("doi", "10.1038/s41586-021-03819-2"))
    assert isinstance(bad, Unasked)
    assert isinstance(good, Found)


def test_a_tenth_of_failures_ends_the_service(client, lab):
    lab.answer(lambda seen: Said(422, b"{}") if "bad" in str(seen.query) else None)
    asks = client(persistence=Persistence(first_wait=0.001, retries=0, content_retries=0, calls=5))
    queries = [Query("title", f"{word} {n}") for n in range(4) for word in ("good", "bad")]
    answers = ask(asks, *queries)
    assert isinstance(answers[4], Found)
    assert answers[-1].reason == "3 of 6 requests failed"


@pytest.mark.parametrize(
    ("said_", "reason"),
    [
        (Said(403, b"<h1>403</h1>", "text/html"), "answers 403"),
        (Said(401), "answers 401"),
        (
            Said(503, headers=(("Retry-After", "3600"),)),
            "answers 503 and asks for 60 minutes of rest",
        ),
        (
            Said(200, b"<title>Just a moment...</title>", "text/html"),
            "asks for a proof that we are no machine",
        ),
    ],
    ids=["403", "401", "long-rest", "challenge"],
)
def test_a_service_that_turns_us_away_is_left_alone(client, lab, said_, reason):
    lab.answer(said_)
    asks = client()
    answers = ask(asks, BERT, Query("doi", "10.1000/other"))
    assert [answer.reason for answer in answers] == [reason, reason]
    assert len(lab.seen) == 1


def test_a_quota_that_was_used_up_before_is_said(client, lab):
    reset = str(int(time.time()) + 1800)
    lab.answer(said({}, 403, x_ratelimit_remaining="0", x_ratelimit_reset=reset))
    (answer,) = ask(client())
    assert answer.reason == "its quota is used up and asks for 30 minutes of rest"


def test_a_quota_that_an_answer_ends_is_obeyed(client, lab):
    done = {"full_name": "a/b", "html_url": "https://github.com/a/b"}
    lab.answer(
        said(
            done, x_ratelimit_limit="60", x_ratelimit_remaining="0", x_ratelimit_reset="9999999999"
        )
    )
    asks = client()
    queries = [Query("github", "a/b"), Query("github", "a/c")]
    first, second = ask(asks, *queries, source="github")
    assert isinstance(first, Found)
    assert "its quota is used up for the next" in second.reason
    assert len(lab.seen) == 1


def test_a_short_rest_is_taken(client, lab):
    lab.answer(said({"notes": []}, ratelimit_remaining="0", ratelimit_reset="1"), times=1)
    began = time.monotonic()
    ask(client(), Query("title", "A"), Query("title", "B"), source="openreview")
    assert time.monotonic() - began >= 1
    assert len(lab.seen) == 2


def test_an_hourly_limit_is_not_waited_for(client, lab):
    lab.answer(said({"message": "Not Found"}, 404, x_ratelimit_limit="1"))
    answers = ask(client(), Query("github", "a/b"), Query("github", "a/c"), source="github")
    assert isinstance(answers[0], Absent)
    assert answers[1].reason == "its quota is used up for the next 62 minutes"


def test_an_hourly_limit_met_between_attempts(client, lab):
    lab.answer(Said(500, headers=(("x-ratelimit-limit", "1"),)))
    asks = client()
    asks.service("github").pace("repo").announce(
        asks.source("github").announced({"x-ratelimit-limit": "1"}, "repo")
    )
    answer = ask(asks, Query("github", "a/b"), source="github")[0]
    assert answer.reason == "its quota is used up for the next 62 minutes"


def test_what_is_left():
    assert remaining({}) == (None, None, 1)
    assert remaining({"ratelimit-remaining": "5"}) == (5, None, 1)
    left, reset, cost = remaining(
        {
            "x-ratelimit-remaining": "5",
            "x-ratelimit-reset": str(int(time.time()) + 60),
            "x-ratelimit-credits-used": "10",
        }
    )
    assert (left, cost) == (5, 10)
    assert 55 < (reset or 0) < 65


def test_credits_that_do_not_suffice_end_it(client, lab):
    budget = (
        ("x-ratelimit-remaining", "9"),
        ("x-ratelimit-credits-used", "10"),
        ("x-ratelimit-reset", "50000"),
    )
    lab.answer(Said(200, b'{"results": []}', headers=budget))
    answers = ask(client(), Query("title", "A"), Query("title", "B"), source="openalex")
    assert isinstance(answers[0], Absent)
    assert "quota" in answers[1].reason
