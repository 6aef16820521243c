"""Many queries to many services: what is asked, what is remembered, what is told."""

from __future__ import annotations

import json
import threading
import time

import pytest

from bib2awesome.config import Config
from bib2awesome.errors import InputError
from bib2awesome.sources import crossref, dblp
from bib2awesome.sources.ask import Client, identity
from bib2awesome.sources.base import Absent, Found, Limit, Query, Unasked
from bib2awesome.sources.service import Persistence
from tests.lab.server import Said, said
from tests.sources.conftest import QUICK

LDM = "10.1109/cvpr52688.2022.01042"
BERT = "10.18653/v1/n19-1423"
SICI = "10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2"


def one(client: Client, source: str, query: Query, **options):
    return client.ask([(source, query)], **options)[source, query]


@pytest.mark.parametrize(
    ("source", "query", "expected"),
    [
        (
            "crossref",
            Query("doi", LDM),
            {"title": "High-Resolution Image Synthesis with Latent Diffusion Models", "year": 2022},
        ),
        ("crossref", Query("doi", SICI), {"doi": SICI, "volume": "87", "type": "article"}),
        ("crossref", Query("doi", "10.1145/old.alias"), {"doi": "10.1145/3292500.3330701"}),
        (
            "crossref",
            Query("title", "Convolutional Block Attention Module", "Woo", 2018),
            {"subtitle": "Convolutional Block Attention Module", "type": "inproceedings"},
        ),
        ("datacite", Query("doi", "10.48550/arxiv.2112.10752"), {"arxiv": "2112.10752"}),
        ("arxiv", Query("arxiv", "1810.04805"), {"published": BERT, "year": 2018, "month": 10}),
        ("arxiv", Query("title", "Denoising Diffusion Implicit Models"), {"arxiv": "2010.02502"}),
        ("dblp", Query("title", "CBAM"), {"dblp": "conf/eccv/WooPLK18", "pages": "3-19"}),
        ("openalex", Query("doi", LDM), {"arxiv": "2112.10752", "type": "article"}),
        ("openalex", Query("title", "Denoising Diffusion Implicit Models"), {"doi": None}),
        ("semanticscholar", Query("arxiv", "1810.04805"), {"doi": BERT, "acl": "N19-1423"}),
        ("semanticscholar", Query("title", "Denoising Diffusion Implicit Models"), {"year": 2021}),
        (
            "openreview",
            Query("title", "Denoising Diffusion Implicit Models"),
            {"accepted": True, "openreview": "St1giarCHLP", "venue": "ICLR 2021 Poster"},
        ),
        (
            "huggingface",
            Query("arxiv", "2112.10752"),
            {"code": "https://github.com/CompVis/latent-diffusion"},
        ),
        ("github", Query("github", "google-research/bert"), {"archived": True}),
        (
            "github",
            Query("github", "ermongroup/ddim-old"),
            {"code": "https://github.com/ermongroup/ddim", "archived": False},
        ),
        ("doi", Query("doi", LDM), {"agency": "Crossref"}),
        ("doi", Query("prefix", "10.48550"), {"agency": "DataCite"}),
    ],
    ids=str,
)
def test_each_service_tells_what_it_knows(client, source, query, expected):
    answer = one(client(), source, query)
    assert isinstance(answer, Found), answer
    record = answer.records[0]
    assert {name: getattr(record, name) for name in expected} == expected
    assert record.source == source
    assert record.url.startswith("https://")
    assert answer.url.startswith("http://127.0.0.1")


@pytest.mark.parametrize(
    ("source", "query"),
    [
        ("crossref", Query("doi", "10.1/none")),
        ("datacite", Query("doi", "10.48550/arxiv.9999.99999")),
        ("arxiv", Query("arxiv", "2401.00001")),
        ("arxiv", Query("title", "!?")),
        ("dblp", Query("title", "Nothing of the kind")),
        ("openalex", Query("doi", "10.1/none")),
        ("openalex", Query("doi", "10.1/no,ne")),
        ("semanticscholar", Query("doi", "10.1/none")),
        ("semanticscholar", Query("title", "Nothing of the kind")),
        ("openreview", Query("title", "Nothing of the kind")),
        ("huggingface", Query("arxiv", "2401.00001")),
        ("github", Query("github", "nobody/nothing")),
        ("doi", Query("doi", "10.1/none")),
    ],
    ids=str,
)
def test_each_service_says_that_there_is_none(client, lab, source, query):
    make = client
    assert isinstance(one(make(), source, query), Absent)
    before = len(lab.seen)
    assert isinstance(one(make(), source, query), Absent)
    assert len(lab.seen) == before


@pytest.mark.parametrize("count", [1, 50, 51, 120])
def test_known_dois_cost_a_list_request_for_every_fifty(client, lab, count):
    lab.works = [
        {"doi": f"10.1000/{n}", "title": f"T{n}", "authors": [], "year": 2000, "type": "book"}
        for n in range(count)
    ]
    wanted = [("crossref", Query("doi", work["doi"])) for work in lab.works]
    answers = client().ask(wanted)
    assert all(isinstance(answer, Found) for answer in answers.values())
    assert [seen.path for seen in lab.seen] == ["/works"] * -(-count // 50)


def test_a_batch_holds_only_what_the_cache_lacks(client, lab):
    client().ask([("crossref", Query("doi", LDM)), ("crossref", Query("doi", "10.1/none"))])
    lab.seen.clear()
    client().ask([("crossref", Query("doi", doi)) for doi in (LDM, BERT, "10.1/none")])
    assert [seen.query["filter"] for seen in lab.seen] == [f"doi:{BERT}"]


def test_a_search_also_answers_for_the_identifiers_of_its_hits(client, lab):
    one(client(), "crossref", Query("title", "Latent Diffusion Models High-Resolution", "Rombach"))
    lab.seen.clear()
    assert isinstance(one(client(), "crossref", Query("doi", LDM)), Found)
    assert lab.seen == []


def test_a_hit_of_one_search_does_not_answer_a_search_for_its_title(client, lab):
    found = one(client(), "crossref", Query("title", "Latent Diffusion", "Rombach"))
    lab.seen.clear()
    one(client(), "crossref", Query("title", found.records[0].title, "Rombach"))
    assert len(lab.seen) == 1


def test_a_search_is_remembered_without_its_year_and_for_a_known_author(client, lab):
    one(client(), "dblp", Query("title", "CBAM:  convolutional block attention module"))
    lab.seen.clear()
    again = Query("title", "cbam: Convolutional Block Attention Module", "Woo", 2018)
    assert isinstance(one(client(), "dblp", again), Found)
    assert lab.seen == []


def test_identity():
    assert identity(Query("doi", "10.1/A")) == "doi:10.1/a"
    assert identity(Query("title", "A  b", "Öz", 3)) == identity(Query("title", "a B", "öz"))
    assert identity(Query("title", "C")) != identity(Query("title", "C++"))


def test_offline_asks_nobody_and_uses_what_is_there(client, lab):
    one(client(), "crossref", Query("doi", LDM))
    lab.seen.clear()
    offline = client(offline=True)
    answers = offline.ask([("crossref", Query("doi", LDM)), ("crossref", Query("doi", BERT))])
    assert isinstance(answers["crossref", Query("doi", LDM)], Found)
    assert answers["crossref", Query("doi", BERT)].expected
    assert (lab.seen, offline.unasked, offline.requests) == ([], [], {})


def test_refresh_asks_once_more_and_only_once(client, lab):
    one(client(), "crossref", Query("doi", LDM))
    again = client(refresh=True)
    one(again, "crossref", Query("doi", LDM))
    one(again, "crossref", Query("doi", LDM))
    assert len(lab.seen) == 2


def test_an_older_answer_can_be_refused(client, lab):
    one(client(), "crossref", Query("doi", LDM))
    one(client(), "crossref", Query("doi", LDM), max_age=7)
    assert len(lab.seen) == 1
    one(client(), "crossref", Query("doi", LDM), max_age=0)
    assert len(lab.seen) == 2


def test_what_has_not_changed_is_not_sent_again(client, lab):
    query = Query("github", "google-research/bert")
    one(client(), "github", query)
    again = one(client(), "github", query, max_age=0)
    assert again.records[0].archived
    assert lab.seen[-1].headers["if-none-match"] == '"v1"'


def test_answers_lead_to_further_questions(client):
    def then(answer):
        if isinstance(answer, Found) and answer.source == "arxiv":
            yield "crossref", Query("doi", answer.records[0].published or "")

    told = []
    answers = client().ask(
        [("arxiv", Query("arxiv", "1810.04805"))],
        then=then,
        progress=lambda *state: told.append(state),
    )
    assert isinstance(answers["crossref", Query("doi", BERT)], Found)
    assert told == [("arxiv", 1, 1), ("crossref", 1, 1)]


def test_the_same_question_is_asked_once(client, lab):
    queries = [Query("title", "CBAM", "Woo", year) for year in (2017, 2018, 2018)]
    answers = client().ask([("dblp", query) for query in queries])
    assert len(answers) == 2
    assert len(lab.seen) == 1


def test_a_service_without_its_key_is_not_asked_and_that_is_no_failure(client, lab):
    asks = client(env={"BIB2AWESOME_OPENALEX_KEY": ""})
    answer = one(asks, "openalex", Query("doi", LDM))
    assert answer.reason == "`BIB2AWESOME_OPENALEX_KEY` is not set"
    assert (answer.expected, asks.unasked, lab.seen) == (True, [], [])
    assert asks.missing("crossref") is None


def test_wrong_use_is_said(client):
    with pytest.raises(ValueError, match="github cannot be asked for doi"):
        client().ask([("github", Query("doi", LDM))])
    with pytest.raises(InputError, match="unknown source `crosref`"):
        client().ask([("crosref", Query("doi", LDM))])


def test_datacite_is_asked_singly_where_lists_are_not_offered(client, lab):
    lab.answer(lambda seen: Said(404, b"{}") if seen.path == "/dois" else None)
    wanted = [Query("doi", f"10.48550/arxiv.{n}") for n in ("2112.10752", "1810.04805")]
    wanted += [Query("doi", f"10.48550/arxiv.2401.{n:05}") for n in range(30)]
    answers = client().ask([("datacite", query) for query in wanted])
    kinds = [type(answers["datacite", query]) for query in wanted]
    assert kinds == [Found, Found] + [Absent] * 30
    assert sum(seen.path == "/dois" for seen in lab.seen) <= 2


def test_one_record_that_breaks_an_answer_costs_itself(client, lab):
    def broken(seen):
        if seen.path == "/works" and BERT in seen.query.get("filter", ""):
            return Said(200, b'{"status": "ok", \x00')
        return Said(200, b"[1") if BERT.rpartition("/")[2] in seen.path else None

    lab.answer(broken)
    asks = client()
    answers = asks.ask([("crossref", Query("doi", LDM)), ("crossref", Query("doi", BERT))])
    assert isinstance(answers["crossref", Query("doi", LDM)], Found)
    assert answers["crossref", Query("doi", BERT)].reason == "its JSON is broken"
    assert [unasked.query.value for unasked in asks.unasked] == [BERT]


def test_a_record_that_is_none_is_no_answer_and_not_remembered(client, lab):
    strange = {"status": "ok", "message-type": "work", "message": {"title": ["No DOI"]}}
    lab.answer(said(strange), times=1)
    query = Query("doi", SICI)
    assert (
        one(client(), "crossref", query).reason == "its record cannot be read: a work without a DOI"
    )
    assert isinstance(one(client(), "crossref", query), Found)


def test_a_candidate_that_is_none_is_left_out(client, lab):
    good = {"DOI": "10.1000/x", "title": ["T"], "type": "book"}
    items = {"message-type": "work-list", "message": {"items": [{"title": ["?"]}, good, 7]}}
    lab.answer(said(items))
    answer = one(client(), "crossref", Query("title", "T"))
    assert [record.doi for record in answer.records] == ["10.1000/x"]


def test_a_service_that_is_down_is_named_and_the_rest_is_asked(client, lab, monkeypatch):
    monkeypatch.setattr(dblp, "limits", {"search": Limit(100, 1.0, 1)})
    lab.answer(Said(500, b"<h1>sorry</h1>", "text/html"), service="dblp")
    wanted = [("dblp", Query("title", f"Title {n}")) for n in range(9)]
    asks = client()
    answers = asks.ask([*wanted, ("crossref", Query("doi", LDM))])
    assert isinstance(answers["crossref", Query("doi", LDM)], Found)
    assert all(isinstance(answers[pair], Unasked) for pair in wanted)
    assert {unasked.source for unasked in asks.unasked} == {"dblp"}
    assert len(asks.unasked) == 9
    assert asks.requests["dblp"] == lab.requests["dblp"] < 12
    assert isinstance(one(asks, "dblp", Query("title", "Later")), Unasked)


def test_failures_are_not_remembered(client, lab):
    lab.answer(Said(403, b"<h1>no</h1>", "text/html"), times=1)
    assert one(client(), "crossref", Query("doi", LDM)).reason == "answers 403"
    assert isinstance(one(client(), "crossref", Query("doi", LDM)), Found)


def test_a_challenge_is_an_outage_said_once_and_never_no_hits(client, lab):
    page = b"<!doctype html><title>Making sure you&#39;re not a bot!</title>"
    lab.answer(Said(200, page, "text/html"), service="dblp")
    asks = client()
    asks.ask([("dblp", Query("title", f"Title {n}")) for n in range(5)])
    assert len(lab.seen) == 1
    assert {one.reason for one in asks.unasked} == {"asks for a proof that we are no machine"}


def test_what_came_before_an_interruption_is_kept(client):
    def interrupt(source, done, _):
        if source == "crossref" and done:
            raise KeyboardInterrupt

    asks = client()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        asks.ask(
            [("crossref", Query("doi", LDM)), ("dblp", Query("title", "CBAM"))], progress=interrupt
        )
    assert time.monotonic() - began < 2
    assert client(offline=True).cache.get("crossref", f"doi:{LDM}")


def test_a_source_of_others_that_is_wrong_is_heard_of(client, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    for name in ("parse", "request"):
        with monkeypatch.context() as patch:
            patch.setattr(crossref, name, broken)
            with pytest.raises(ZeroDivisionError):
                one(client(), "crossref", Query("doi", LDM))


def test_that_no_doi_exists_holds_for_thirty_days(client, lab, monkeypatch):
    query = Query("title", "Nothing of That Name", "Poe")
    now = time.time()

    def requests_after(days: float, **options) -> int:
        lab.seen.clear()
        monkeypatch.setattr("time.time", lambda: now + days * 86400)
        one(client(**options), "crossref", query)
        return len(lab.seen)

    assert requests_after(0) == 1
    assert requests_after(8) == 1
    client(offline=True).conclude_absent(query)
    assert requests_after(16) == 1
    client().conclude_absent(query)
    assert requests_after(45) == 0
    client().conclude_absent(query)
    assert requests_after(47) == 1
    assert requests_after(48, refresh=True) == 1


def test_conclusions_are_remembered(client):
    client().remember("no doi", "title:x", "iclr", "https://x")
    assert client().recall("no doi", "title:x", 30) == "iclr"
    assert client().recall("no doi", "title:x", 0) is None
    assert client(offline=True).recall("no doi", "title:x", 0) == "iclr"
    assert client(refresh=True).recall("no doi", "title:x", 30) is None
    assert client().recall("no doi", "title:y", 30) is None


def test_two_runs_at_once_share_the_cache(lab, tmp_path):
    results = []
    environ = lab.env | {"BIB2AWESOME_CACHE_DIR": str(tmp_path)}

    def run():
        wanted = [("crossref", Query("doi", doi)) for doi in (LDM, BERT, SICI)]
        with Client(Config(), environ=environ) as asks:
            results.append(asks.ask(wanted))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(result) for result in results] == [3, 3]
    assert all(isinstance(one, Found) for result in results for one in result.values())


def test_the_user_agent_is_honest_and_keys_go_where_they_belong(client, lab):
    asks = client(env={"BIB2AWESOME_MAILTO": "me@example.org", "GITHUB_TOKEN": "t0ken"})
    asks.ask(
        [
            ("crossref", Query("doi", LDM)),
            ("openalex", Query("doi", LDM)),
            ("semanticscholar", Query("doi", LDM)),
            ("github", Query("github", "google-research/bert")),
        ]
    )
    by_service = {seen.service: seen for seen in lab.seen}
    for seen in lab.seen:
        assert seen.headers["user-agent"].startswith("bib2awesome/")
        assert "mailto:me@example.org" in seen.headers["user-agent"]
        assert "cookie" not in seen.headers
    assert by_service["openalex"].query["api_key"] == "k-open"
    assert by_service["semanticscholar"].headers["x-api-key"] == "k-scholar"
    assert by_service["github"].headers["authorization"] == "Bearer t0ken"
    assert "authorization" not in by_service["crossref"].headers
    assert json.loads(by_service["semanticscholar"].body) == {"ids": [f"DOI:{LDM}"]}


def test_a_key_is_not_sent_to_an_address_that_only_the_survey_names(client, lab):
    asks = client(
        f'[sources.github]\nurl = "{lab.base}/github"',
        env={"BIB2AWESOME_GITHUB_URL": "", "GITHUB_TOKEN": "t0ken"},
    )
    query = Query("github", "google-research/bert")
    assert isinstance(one(asks, "github", query), Found)
    assert "authorization" not in lab.seen[0].headers
    assert len(asks.warnings) == 1
    # What such an address says is not believed where another is asked.
    one(client(), "github", query)
    assert len(lab.seen) == 2


def test_the_end_of_a_run_ends_a_wait_between_attempts(client, lab):
    lab.answer(Said(500), service="openreview")
    lab.answer(lambda seen: time.sleep(0.2) if seen.service == "arxiv" else None)
    asks = client(persistence=Persistence(first_wait=30))

    def interrupt(name, *_):
        if name == "arxiv":
            raise KeyboardInterrupt

    threads = set(threading.enumerate())
    with pytest.raises(KeyboardInterrupt):
        asks.ask(
            [("openreview", Query("title", "T")), ("arxiv", Query("arxiv", "1810.04805"))],
            progress=interrupt,
        )
    asks.lanes.close()
    ours = [thread for thread in set(threading.enumerate()) - threads if "_work" in thread.name]
    for thread in ours:
        thread.join(3)
        assert not thread.is_alive()


def test_how_gently_a_service_is_asked_is_the_users_choice(client, lab):
    lab.answer(Said(200, b"{}", hang=1.5), service="crossref")
    toml = "[sources.crossref]\ntimeout = 1\n"
    gentle = client(
        toml, patience=QUICK._replace(read=5, total=10), persistence=Persistence(retries=0)
    )
    began = time.monotonic()
    answer = one(gentle, "crossref", Query("doi", LDM))
    assert isinstance(answer, Unasked)
    assert time.monotonic() - began < 1.4
