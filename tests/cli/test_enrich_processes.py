"""`enrich` in processes of its own, against a server that fails, and killed, and twice at once."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bib2awesome.bib.document import Document
from tests.cli.runner import environment, spawn
from tests.lab.server import Said

NAMES = "Ada Bo Cy Di Ed Flo Gus Hal Ida Jo Kit Liz".split()
WORDS = "amber birch cedar delta ember fjord grove heath inlet jetty knoll larch marsh north orchard".split()


def works(number: int) -> list[dict[str, Any]]:
    """Return works with long titles that share no more than a few words."""
    dice = random.Random(number)  # noqa: S311 - no secret
    return [
        {
            "doi": f"10.1000/{index}",
            "title": f"{' '.join(dice.sample(WORDS, 6)).capitalize()} {chr(97 + index % 26) * 4}{index // 26}x",
            "authors": [["Poe", dice.choice(NAMES)], ["Low", dice.choice(NAMES)]],
            "year": 2000 + index % 20,
            "type": "journal-article",
            "container": ["Journal of Machines"],
            "volume": str(index + 1),
        }
        for index in range(number)
    ]


def entry(work: dict[str, Any], *, doi: bool) -> str:
    names = " and ".join(", ".join(name) for name in work["authors"])
    key = work["doi"].rpartition("/")[2]
    line = f"\n  doi = {{{work['doi']}}}," if doi else ""
    return (
        f"% before {key}\n@article{{k{key},\n  title = {{{work['title']}}},\n  author = {{{names}}},"
        f"\n  journal = {{Journal of Machines}},\n  year = {work['year']},{line}\n}}\n\n"
    )


@pytest.fixture
def machine(tmp_path, lab):
    """Return a survey's file that is enriched against the stand-in, and the environment for that."""
    names = '["crossref", "dblp", "arxiv"]'
    (tmp_path / "categories.toml").write_text(
        f'[survey]\ntitle = "T"\n[enrich]\nsources = {names}\n'
    )
    more = {
        "BIB2AWESOME_CACHE_DIR": str(tmp_path / "cache"),
        "BIB2AWESOME_MAILTO": "me@example.org",
    }
    return tmp_path / "survey.bib", environment(**lab.env, **more)


def kept(before: str, after: str) -> bool:
    """Whether every line of `before` still stands in `after`, in order."""
    lines = iter(after.splitlines())
    return all(line in lines for line in before.splitlines())


def dois(text: str) -> dict[str, str]:
    return dict(re.findall(r"@article\{k(\d+),[^@]*?doi = \{10\.1000/(\d+)\}", text))


def test_known_dois_are_asked_by_fifties_and_only_once(machine, lab):
    bib, env = machine
    lab.works = works(120)
    bib.write_text("".join(entry(work, doi=True) for work in lab.works))
    before = bib.read_text()
    done = spawn("enrich", "--json", cwd=bib.parent, env=env)
    assert (done.code, json.loads(done.out)["requests"]) == (0, {"crossref": 3})
    assert kept(before, bib.read_text())
    assert bib.read_text().count("volume = ") == 120
    done = spawn("enrich", "--json", cwd=bib.parent, env=env)
    assert (done.code, json.loads(done.out)["requests"]) == (0, {})


FAULTS = {
    "html": Said(200, b"<html>Making sure you are not a bot!</html>", "text/html"),
    "malformed": Said(200, b'{"status": "ok", '),
    "odd": Said(
        200, b'{"status": "ok", "message-type": "work-list", "message": {"items": [[], 7]}}'
    ),
    "empty": Said(200, b""),
    "forbidden": Said(403, b"{}"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_service_that_fails_costs_only_what_it_knows(machine, lab, fault):
    bib, env = machine
    lab.works = works(3)
    text = "".join(entry(work, doi=False) for work in lab.works)
    bib.write_text(text)
    lab.answer(FAULTS[fault], service="dblp")
    absent = text.replace("k0", "k9").replace(
        lab.works[0]["title"], "Nothing of the kind was ever written"
    )
    bib.write_text(text + absent.split("\n\n")[0] + "\n\n")
    done = spawn("enrich", cwd=bib.parent, env=env)
    assert dois(bib.read_text()) == {"0": "0", "1": "1", "2": "2"}
    assert (done.code, "dblp could not be asked about 1 paper" in done.err) == (3, True), done.err
    assert "Traceback" not in done.err
    assert kept(text, bib.read_text())


def test_a_request_that_fails_once_is_sent_again(machine, lab):
    bib, env = machine
    lab.works = works(2)
    bib.write_text("".join(entry(work, doi=False) for work in lab.works))
    lab.answer(Said(429, b"<h1>Too Many Requests</h1>", "text/html"), service="crossref", times=1)
    done = spawn("enrich", cwd=bib.parent, env=env)
    assert (done.code, dois(bib.read_text())) == (0, {"0": "0", "1": "1"}), done.err


def start(bib: Path, env: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bib2awesome", "-q", "enrich"]
    return subprocess.Popen(command, cwd=bib.parent, env=env, stderr=subprocess.PIPE)


def test_a_run_that_is_killed_at_any_moment_spoils_nothing(machine, lab):
    bib, env = machine
    lab.works = works(12)
    text = "".join(entry(work, doi=False) for work in lab.works)
    bib.write_text(text)
    for tenths in (3, 5, 6, 7, 8, 9):
        process = start(bib, env)
        time.sleep(tenths / 10)
        process.kill()
        process.communicate()
        after = bib.read_text()
        assert kept(text, after)
        assert len(Document.parse(after.encode()).usable()) == 12
        assert dois(after).items() <= {(str(n), str(n)) for n in range(12)}
    done = spawn("enrich", cwd=bib.parent, env=env)
    assert (done.code, len(dois(bib.read_text()))) == (0, 12), done.err
    assert "cache" not in done.err
    left = {path.name for path in bib.parent.iterdir()}
    assert {name for name in left if "tmp" in name} == set()


def test_two_runs_at_once_do_not_spoil_each_other(machine, lab):
    bib, env = machine
    lab.works = works(8)
    text = "".join(entry(work, doi=False) for work in lab.works)
    bib.write_text(text)
    both = [start(bib, env), start(bib, env)]
    ends = [(process.communicate()[1].decode(), process.returncode) for process in both]
    assert all("Traceback" not in said for said, _ in ends)
    assert 0 in {code for _, code in ends}
    after = bib.read_text()
    assert (kept(text, after), len(dois(after)), after.count("doi =")) == (True, 8, 8)
    assert spawn("enrich", "--check", cwd=bib.parent, env=env).code == 0
