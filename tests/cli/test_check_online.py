"""`check --online` from the command line: exit codes, what it prints, whom it asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bib2awesome.papers.decisions import REJECTED, Decision, Decisions
from bib2awesome.sources import crossref, dblp
from bib2awesome.sources.base import Limit
from bib2awesome.sources.service import Persistence
from tests.check.test_online_rules import WORKS
from tests.cli.test_check import append, codes, git
from tests.lab.server import Lab, Said

BIB = """\
@misc{ito2019,
  author        = {Ito, Aya and Kim, Minji},
  title         = {Sparse Bird Songs at Dawn in Cities},
  year          = {2019},
  eprint        = {1910.00001},
  archiveprefix = {arXiv},
  category      = {machines},
}

@article{lace2015,
  author   = {Lace, Ada and Bart, Jean and Spence, Frances},
  title    = {Weaving Long Patterns on Small Looms},
  journal  = {Journal of Machine Learning Research},
  year     = {2018},
  doi      = {10.1000/loom-journal},
  category = {machines},
}
"""
ONLINE = ("check", "--online", "--select", "online")


@pytest.fixture
def folder(survey: Path, lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a survey whose services are the stand-in."""
    lab.works = WORKS
    for name, value in lab.env.items():
        monkeypatch.setenv(name, value)
    for source in (crossref, dblp):
        monkeypatch.setattr(source, "limits", dict.fromkeys(source.limits, Limit(1000, 1.0, 4)))
    monkeypatch.setattr("bib2awesome.sources.ask.PERSISTENCE", Persistence(retries=0))
    (survey / "survey.bib").write_text(BIB, encoding="utf-8")
    return survey


@pytest.fixture
def cached(folder: Path, monkeypatch: pytest.MonkeyPatch, run):
    """Return `run` with a cache of this test's own."""

    def run_cached(*words):
        monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(folder.parent / "cache"))
        return run_with_cache(*words)

    run_with_cache = run
    return run_cached


def test_findings_make_the_code_1_and_a_second_run_asks_nobody(folder, cached, lab):
    result = cached("-C", folder, *ONLINE, "--json")
    assert result.code == 1
    answer = json.loads(result.out)
    assert [one["code"] for one in answer["findings"]] == ["N010", "N007"]
    assert answer["requests"]["crossref"] > 0
    assert answer["unasked"] == []
    lab.seen.clear()
    again = json.loads(cached("-C", folder, *ONLINE, "--json").out)
    assert again["findings"] == answer["findings"]
    assert again["requests"] == {}
    assert not lab.seen
    assert codes(cached("-C", folder, *ONLINE, "--json", "--offline").out) == ["N010", "N007"]
    cached("-C", folder, *ONLINE, "--refresh")
    assert lab.seen


def test_without_online_nobody_is_asked(folder, cached, lab):
    cached("-C", folder, "check")
    cached("-C", folder, "check", "--select", "all", "--latex")
    assert not lab.seen
    assert codes(cached("-C", folder, "check", "--select", "N007", "--json").out) == ["N007"]
    assert lab.seen


def test_who_could_not_be_asked_is_named_and_accuses_nobody(folder, cached, lab):
    lab.answer(Said(403, b"blocked", "text/html"))
    result = cached("-C", folder, *ONLINE)
    assert result.code == 3
    assert result.out == ""
    assert "crossref could not be asked about 2 papers: answers 403" in result.err
    assert "check: nothing found in 2 entries" in result.err
    offline = cached("-C", folder, *ONLINE, "--offline")
    assert (offline.code, offline.out) == (0, "")


def test_an_exception_silences_what_could_not_be_checked(folder, cached, lab):
    lab.answer(Said(403, b"blocked", "text/html"))
    text = "% bib2awesome: ignore online\n" + BIB.replace(
        "@article", "% bib2awesome: ignore N\n@article"
    )
    (folder / "survey.bib").write_text(text, encoding="utf-8")
    assert cached("-C", folder, *ONLINE).code == 0


def test_offline_and_refresh_exclude_each_other(folder, cached):
    assert cached("-C", folder, *ONLINE, "--offline", "--refresh").code == 2


def test_fixes_say_where_they_come_from(folder, cached):
    result = cached("-C", folder, *ONLINE, "--unsafe-fixes")
    assert result.code == 0
    assert "check: nothing found in 2 entries" in result.err
    text = (folder / "survey.bib").read_text(encoding="utf-8")
    assert "@inproceedings{ito2019," in text
    assert "year     = {2015}," in text
    said = cached("-C", folder, "why", "lace2015", "year").out
    assert "crossref" in said
    assert "https://doi.org/10.1000/loom-journal" in said


def test_what_the_author_said_no_to_is_not_proposed(folder, cached):
    no = Decision("ito2019", None, REJECTED, "10.1000/songs")
    Decisions.append(folder, [no])
    assert codes(cached("-C", folder, *ONLINE, "--json").out) == ["N007"]
    Decisions.append(folder, [Decision("lace2015", "year", REJECTED, "2015")])
    assert codes(cached("-C", folder, *ONLINE, "--json").out) == []


def test_only_what_changed_is_asked_about(folder, cached, lab):
    (folder / ".git").rmdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=first")
    append(folder, BIB.replace("ito2019", "kim2019").partition("@article")[0])
    found = json.loads(cached("-C", folder, *ONLINE, "--since", "HEAD", "--json").out)["findings"]
    assert [one["key"] for one in found] == ["kim2019"]
    assert "loom-journal" not in "".join(f"{one.path}{one.query}" for one in lab.seen)


def test_only_the_services_of_the_settings_are_asked(folder, cached, lab):
    config = folder / "categories.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[enrich]\nsources = ["dblp"]\n', encoding="utf-8")
    assert codes(cached("-C", folder, *ONLINE, "--json").out) == ["N010"]
    assert {seen.service for seen in lab.seen} == {"dblp"}
