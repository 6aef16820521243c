"""Every rule of `check/online/` against a server: it finds what its fixture says, and accuses nobody in doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from bib2awesome.check.base import Rule
from bib2awesome.check.run import Outcome, fixes, run
from bib2awesome.check.selection import rules
from bib2awesome.check.services import Services
from bib2awesome.papers.decisions import Decisions
from bib2awesome.sources import arxiv, crossref, dblp, links
from bib2awesome.sources.ask import Client
from bib2awesome.sources.base import Limit
from bib2awesome.sources.service import Persistence
from tests.check.rules import FIXTURES, examples, expected, files_of, survey_of
from tests.lab.server import Lab, Said, Seen, said

RULES = [rule for rule in rules() if rule.room == "online"]
ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
WORKS = json.loads((FIXTURES.parent / "works.json").read_text(encoding="utf-8"))
PAGES = {"/gone": 404, "/no-longer": 410, "/forbidden": 403, "/busy": 429, "/songs": 200}
AT_ONCE = Persistence(retries=0, first_wait=0.0)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Let the stand-in be asked faster than the services it stands for."""
    for source in (arxiv, crossref, dblp):
        often = dict.fromkeys(source.limits, Limit(1000, 1.0, 4))
        monkeypatch.setattr(source, "limits", often)
    monkeypatch.setattr(links, "_PER_HOST", 0.0)


def github(seen: Seen) -> Said | None:
    """Answer as GitHub does about four repositories of Ito's."""
    if seen.path == "/repos/ito/old-songs":
        return said({"message": "Moved Permanently"}, 301, location="/github/repositories/9")
    name = "ito/songs" if seen.path == "/repositories/9" else seen.path.removeprefix("/repos/")
    if name.lower() not in {"ito/songs", "ito/archived-songs"}:
        return said({"message": "Not Found"}, 404)
    page = f"https://github.com/{name.lower()}"
    return said({"full_name": name.lower(), "html_url": page, "archived": "archived" in name})


def prepared(lab: Lab) -> None:
    """Let the stand-in serve the works and pages of these tests."""
    lab.works = WORKS
    lab.answer(github, service="github")
    lab.answer(lambda seen: Said(PAGES[seen.path], b"page", "text/html"), service="pages")


def outcome_of(lab: Lab, folder: Path, files: dict[str, str], *used: Rule, **more) -> Outcome:
    """Return what rules find when pages of example.org and the services are the stand-in's."""
    prepared(lab)
    text = files["survey.bib"].replace("https://example.org", f"{lab.base}/pages")
    checked = survey_of(folder, {"survey.bib": text})
    environ = lab.env | {"BIB2AWESOME_CACHE_DIR": str(folder / "cache")}
    config = checked.survey.config
    with Client(config, environ=environ, persistence=AT_ONCE, **more) as client:
        decisions = Decisions.load(folder)
        checked.services = Services(client, config, checked.papers, decisions)
        outcome = run(checked, used)
        plan = fixes(checked, used, outcome, unsafe=True)
        fixed = (checked.survey.edited(plan).data[0] or text.encode()).decode()
        fixed = fixed.replace(f"{lab.base}/pages", "https://example.org")
        (folder / "fixed.bib").write_bytes(fixed.encode())
    return outcome


@ALL
def test_it_finds_what_its_fixture_expects_and_nothing_else(rule: Rule, lab, tmp_path):
    files = files_of(rule.name)
    outcome = outcome_of(lab, tmp_path, files, rule)
    checked = survey_of(tmp_path, files)
    wanted = expected(checked.documents[0])
    left = list(wanted.said)
    assert left, "the fixture expects nothing"
    for one in outcome.found:
        message = f"{one.finding.message} {one.finding.hint or ''}"
        line = wanted.stretch(one)
        match = next((w for w in left if w[0] == line and w[1] in message), None)
        assert match is not None, f"not expected at line {line}: {message}"
        left.remove(match)
    assert not left, f"not found: {left}; found: {[one.finding for one in outcome.found]}"


@ALL
def test_its_fixes_are_those_of_its_fixture(rule: Rule, lab, tmp_path, update_golden):
    path = FIXTURES / f"{rule.name}.fixed.bib"
    outcome_of(lab, tmp_path, files_of(rule.name), rule)
    if rule.fix is None:
        assert not path.exists()
        return
    result = (tmp_path / "fixed.bib").read_bytes()
    if update_golden:
        path.write_bytes(result)
    assert result == path.read_bytes()


@ALL
def test_its_examples_are_true(rule: Rule, lab, tmp_path):
    for kind, texts in examples(rule).items():
        assert texts
        for number, text in enumerate(texts):
            found = outcome_of(lab, tmp_path / f"{kind}{number}", {"survey.bib": text}, rule).found
            assert bool(found) == (kind == "Bad"), text
            lab.reset()


DOWN = {
    "busy": Said(429, b"<html>later</html>", "text/html"),
    "down": Said(503, b"<html>down</html>", "text/html"),
    "challenge": Said(200, b"<!doctype html><title>not a bot!</title>", "text/html"),
    "forbidden": Said(403, b'{"name":"ChallengeRequiredError"}'),
    "broken": Said(200, b'{"status": "ok", "mess'),
    "strange": Said(200, b'{"unexpected": []}'),
}


@pytest.mark.parametrize("fault", DOWN)
def test_nobody_is_accused_where_nobody_answers(fault, lab, tmp_path):
    lab.answer(DOWN[fault])
    files = {"survey.bib": _joined(files_of(rule.name)["survey.bib"] for rule in RULES)}
    outcome = outcome_of(lab, tmp_path, files, *RULES)
    assert outcome.findings == ()
    named = {one.source for one in outcome.unasked}
    assert named >= {"crossref", "arxiv", "github"}
    # of a page only the status is looked at
    assert ("127.0.0.1" in named) == (DOWN[fault].status != 200)


def _joined(texts: Iterable[str]) -> str:
    """Return texts as one file in which every key is there once."""
    return re.sub(r"(?m)^(@\w+)\{(\w+),", lambda m: f"{m[1]}{{{m[2]}{m.start()},", "\n".join(texts))


@ALL
def test_offline_nothing_is_found_and_nothing_is_missed(rule: Rule, lab, tmp_path):
    outcome = outcome_of(lab, tmp_path, files_of(rule.name), rule, offline=True)
    assert outcome == Outcome(())
    assert not lab.seen
    online = outcome_of(lab, tmp_path, files_of(rule.name), rule)
    lab.reset()
    again = outcome_of(lab, tmp_path, files_of(rule.name), rule, offline=True)
    assert again.findings == online.findings
    assert not lab.seen


@ALL
def test_a_second_run_asks_nobody(rule: Rule, lab, tmp_path):
    first = outcome_of(lab, tmp_path, files_of(rule.name), rule)
    assert lab.seen
    lab.reset()
    assert outcome_of(lab, tmp_path, files_of(rule.name), rule).findings == first.findings
    kept = {"/busy", "/forbidden"}  # what could not be checked is asked again
    assert [seen.path for seen in lab.seen if seen.path not in kept] == []


def test_no_rule_finds_anything_in_good_entries(lab, tmp_path):
    good = _joined(text for rule in RULES for text in examples(rule)["Good"])
    assert outcome_of(lab, tmp_path, {"survey.bib": good}, *RULES).findings == ()
