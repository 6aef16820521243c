"""The whole room against the large stand-in: real limits, every fault, blocked services, hostile records."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bib2awesome.config import Config
from bib2awesome.sources.ask import Client
from bib2awesome.sources.base import Absent, Found, Query, Unasked
from bib2awesome.sources.http import Patience
from bib2awesome.sources.service import Persistence

QUICK = Patience(connect=2, read=3, total=6)
STUBBORN = Persistence(first_wait=0.02)


@pytest.fixture(scope="session")
def works(shared: Path):
    path = shared / "lab/works-dev.jsonl.gz"
    if not path.is_file():
        pytest.skip("the stand-in's records are not here: no ../shared/lab/works-dev.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    random.Random(7).shuffle(found)  # noqa: S311
    return found


@pytest.fixture(scope="session")
def data(works, tmp_path_factory):
    """A few hundred records: the stand-in starts at once with them."""
    hostile = [work for work in works if "lab.hostile" in str(work.get("doi"))]
    some = [work for work in works if work.get("doi") and work.get("authors")][:300]
    preprints = [work for work in works if work.get("arxiv") and work.get("dblp")][:60]
    path = tmp_path_factory.mktemp("works") / "some.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(work) + "\n" for work in [*some, *preprints, *hostile])
    return path, some, preprints, hostile


@pytest.fixture(scope="session")
def strict_lab(start_lab, data):
    return start_lab("--limits", "real", "--data", str(data[0]), "--latency-ms", "20")


_LONGEST_WINDOW = 3.1
_left = [0.0]


@pytest.fixture
def strict(strict_lab):
    """The stand-in with real limits, when the last test's requests count no more: arXiv's are 3 s.

    Each test has a cache of its own, and so cannot know what the one before it has sent.
    """
    time.sleep(max(0.0, _left[0] + _LONGEST_WINDOW - time.monotonic()))
    strict_lab.reset()
    yield strict_lab
    _left[0] = time.monotonic()


def making(lab, folder: Path, **options) -> Client:
    environ = lab.env | {
        "BIB2AWESOME_CACHE_DIR": str(folder),
        "BIB2AWESOME_MAILTO": "me@example.org",
        "BIB2AWESOME_OPENALEX_KEY": "k",
        "BIB2AWESOME_SEMANTICSCHOLAR_KEY": "k",
    }
    return Client(
        Config(), environ=environ, **({"patience": QUICK, "persistence": STUBBORN} | options)
    )


def questions(some, preprints, *, searches: int = 3):
    wanted = [("crossref", Query("doi", work["doi"].lower())) for work in some]
    wanted += [("openalex", Query("doi", work["doi"].lower())) for work in some[:60]]
    wanted += [("doi", Query("doi", work["doi"].lower())) for work in some[:30]]
    for work in preprints[:20]:
        number = work["arxiv"]["id"]
        wanted += [("arxiv", Query("arxiv", number)), ("semanticscholar", Query("arxiv", number))]
        wanted += [("huggingface", Query("arxiv", number))]
        wanted += [("datacite", Query("doi", f"10.48550/arxiv.{number}"))]
    for work in preprints[:searches]:
        query = Query("title", work["title"], work["authors"][0][0], work.get("year"))
        wanted += [(name, query) for name in ("crossref", "dblp", "openreview", "semanticscholar")]
    return wanted


def test_no_429_is_earned_and_the_second_run_asks_nothing(strict, data, tmp_path):
    _, some, preprints, _ = data
    wanted = questions(some, preprints)
    with making(strict, tmp_path) as client:
        answers = client.ask(wanted)
        assert client.unasked == []
    stats = strict.stats()
    assert (stats["given_429"], stats["over_limit"], stats["missing_mailto"]) == (0, 0, 0), (
        json.dumps(stats)
    )
    dois = {query for name, query in wanted if name == "crossref" and query.scheme == "doi"}
    lists = stats["services"]["crossref"]["routes"]["list"]
    assert lists <= -(-len(dois) // 50) + 3
    assert sum(isinstance(answer, Found) for answer in answers.values()) > len(answers) * 0.8
    strict.reset()
    with making(strict, tmp_path) as client:
        again = client.ask(wanted)
    assert strict.stats()["requests"] == 0
    assert {pair: type(answer) for pair, answer in again.items()} == {
        pair: type(answer) for pair, answer in answers.items()
    }


SEARCH = """
import sys
from bib2awesome.config import Config
from bib2awesome.sources.ask import Client
from bib2awesome.sources.base import Query
with Client(Config()) as client:
    client.ask([("crossref", Query("title", word)) for word in sys.argv[1:]],
        progress=lambda name, done, count: print(done, flush=True))
    sys.exit(len(client.unasked))
"""


def searching(lab, folder: Path, titles):
    """Start a process that searches for titles and prints a line for each answer."""
    env = os.environ | lab.env
    env |= {"BIB2AWESOME_CACHE_DIR": str(folder), "BIB2AWESOME_MAILTO": "me@example.org"}
    return subprocess.Popen(
        [sys.executable, "-c", SEARCH, *titles], env=env, stdout=subprocess.PIPE, text=True
    )


def test_two_runs_right_after_each_other_and_at_once_earn_no_429(strict, data, tmp_path):
    _, some, _, _ = data
    titles = [work["title"] for work in some[:8]]
    runs = [searching(strict, tmp_path, titles[start::2]) for start in (0, 1)]
    for run in runs:
        run.communicate(timeout=60)
    assert [run.returncode for run in runs] == [0, 0]
    stats = strict.stats()
    assert (stats["given_429"], stats["over_limit"]) == (0, 0), stats
    assert stats["requests"] <= len(titles)


FAULTS = (
    ("429", "500", "503"),
    ("502", "504", "reset"),
    ("html200", "truncate", "badjson", "shape"),
)


@pytest.mark.parametrize("faults", FAULTS, ids=",".join)
def test_right_facts_under_faults(start_lab, data, tmp_path, faults):
    path, some, preprints, _ = data
    shares = ",".join(f"{fault}=0.15" for fault in faults)
    lab = start_lab("--data", str(path), "--faults", shares, "--max-seconds", "120")
    wanted = [("crossref", Query("doi", work["doi"].lower())) for work in some]
    wanted += [
        ("datacite", Query("doi", f"10.48550/arxiv.{work['arxiv']['id']}"))
        for work in preprints[:10]
    ]
    by_doi = {work["doi"].lower(): work for work in some}
    with making(lab, tmp_path) as client:
        answers = client.ask(wanted)
        named = {unasked.source for unasked in client.unasked}
    for (source, query), answer in answers.items():
        if isinstance(answer, Found) and source == "crossref":
            (record,) = answer.records
            assert record.doi == query.value
            assert len(record.authors) <= len(by_doi[query.value]["authors"])
        elif isinstance(answer, Absent):
            assert source == "crossref"
            assert by_doi[query.value].get("agency", "Crossref") != "Crossref"
        elif isinstance(answer, Unasked):
            assert source in named
            assert answer.reason


def test_what_hangs_is_given_up(start_lab, data, tmp_path):
    path, some, _, _ = data
    lab = start_lab(
        "--data", str(path), "--faults", "timeout=1", "--hang-s", "30", "--max-seconds", "60"
    )
    began = time.monotonic()
    with making(lab, tmp_path, patience=Patience(1, 0.5, 1)) as client:
        answers = client.ask(
            [("crossref", Query("doi", work["doi"].lower())) for work in some[:60]]
        )
    assert all(isinstance(answer, Unasked) for answer in answers.values())
    assert time.monotonic() - began < 20


def test_blocked_services_are_named_and_the_rest_answers(start_lab, data, tmp_path):
    path, some, preprints, _ = data
    blocked = "dblp,openreview,openalex,github,semanticscholar,huggingface,datacite,doi"
    lab = start_lab("--data", str(path), "--block", blocked, "--max-seconds", "120")
    wanted = questions(some[:40], preprints)
    wanted.append(("github", Query("github", "a/b")))
    with making(lab, tmp_path) as client:
        answers = client.ask(wanted)
        assert {unasked.source for unasked in client.unasked} == set(blocked.split(","))
    for (source, _), answer in answers.items():
        assert isinstance(answer, Unasked) == (source in blocked.split(","))


def test_hostile_records_are_plain_text(strict, data, tmp_path):
    hostile = data[3]
    assert len(hostile) == 8
    wanted = [("crossref", Query("doi", work["doi"].lower())) for work in hostile]
    with making(strict, tmp_path) as client:
        answers = client.ask(wanted)
    for answer in answers.values():
        assert isinstance(answer, Found)
        (record,) = answer.records
        shown = [record.title, record.subtitle, record.container, record.pages, record.publisher]
        shown += [part for name in record.authors for part in name if part]
        for text in shown:
            assert text.isprintable()
            assert not set(text) & set("\n\r\t\x1b\u202e")


def test_a_run_that_is_killed_leaves_a_cache_that_serves(strict, data, tmp_path):
    _, some, _, _ = data
    titles = [work["title"] for work in some[20:26]]
    run = searching(strict, tmp_path, titles)
    with run:
        assert run.stdout is not None
        for _ in range(3):
            run.stdout.readline()
        run.kill()
    time.sleep(1.1)  # its last request may still be on its way, and counts
    strict.reset()
    with making(strict, tmp_path) as client:
        assert client.warnings == []
        answers = client.ask([("crossref", Query("title", title)) for title in titles])
        assert not any(isinstance(answer, Unasked) for answer in answers.values())
        assert client.requests["crossref"] <= 3
    assert strict.stats()["given_429"] == 0
