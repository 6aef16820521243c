"""The rules of `check/online/` on verified papers, against the large stand-in beside the repository."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bib2awesome.bib.latex import to_latex
from bib2awesome.check.run import Outcome, run
from bib2awesome.check.selection import rules
from bib2awesome.check.services import Services
from bib2awesome.papers.decisions import Decisions
from bib2awesome.sources import arxiv, crossref, dblp, github
from bib2awesome.sources.ask import Client
from bib2awesome.sources.base import Limit
from bib2awesome.sources.service import Persistence
from tests.check.rules import survey_of

RULES = [rule for rule in rules() if rule.room == "online" and rule.name != "dead-link"]
TEXTS = ("booktitle", "journal", "pages", "volume", "doi")
QUICK = Persistence(retries=2, first_wait=0.01)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Ask without pauses; the stand-in has no limits here."""
    for source in (arxiv, crossref, dblp, github):
        often = dict.fromkeys(source.limits, Limit(1000, 1.0, 4))
        monkeypatch.setattr(source, "limits", often)
        monkeypatch.setattr(source, "announced", lambda *_: None)


@pytest.fixture(scope="module")
def whole_lab(start_lab):
    """Start the stand-in with all its works: many others have titles like those of ours."""
    return start_lab("--max-seconds", "600")


@pytest.fixture(scope="module")
def ours(shared: Path, tmp_path_factory) -> Path:
    """Return the stand-in's records of the verified papers: read in no time."""
    lines = (shared / "data" / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    verified = [json.loads(line) for line in lines]
    about = ("title", "doi", "arxiv", "code_url")
    names = {paper[name].casefold() for paper in verified for name in about if paper[name]}
    path: Path = tmp_path_factory.mktemp("lab") / "ours.jsonl"
    with gzip.open(shared / "lab" / "works-dev.jsonl.gz", "rt", encoding="utf-8") as works:
        kept = [line for line in works if _identities(json.loads(line)) & names]
    path.write_text("".join(kept), encoding="utf-8")
    return path


def _identities(work: dict[str, Any]) -> set[str]:
    code = f"https://github.com/{work.get('code')}"
    preprint = (work.get("arxiv") or {}).get("id")
    found = (work.get("title"), work.get("doi"), preprint, code)
    return {text.casefold() for text in found if text}


@pytest.fixture
def papers(shared: Path) -> dict[str, dict[str, str]]:
    """Return the verified papers as the fields of entries, by key."""
    lines = (shared / "data" / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    found = {}
    for paper in map(json.loads, lines):
        fields = {"type": paper["type"], "title": to_latex(paper["title"])}
        fields |= {
            "author": to_latex(" and ".join(paper["authors"])),
            "year": str(paper["year"]),
        }
        fields |= {name: to_latex(paper[name]) for name in TEXTS if paper.get(name)}
        if paper.get("arxiv"):
            fields |= {"eprint": paper["arxiv"], "archiveprefix": "arXiv"}
        if paper.get("code_url"):
            fields["code"] = paper["code_url"]
        found[paper["key"]] = fields
    return found


def checked_with(lab, folder: Path, papers: dict[str, dict[str, str]]) -> Outcome:
    text = "".join(
        f"@{fields['type']}{{{key},\n"
        + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if name != "type")
        + "}\n"
        for key, fields in papers.items()
    )
    checked = survey_of(folder, {"survey.bib": text})
    # with a token GitHub answers often enough for every test
    environ = lab.env | {
        "BIB2AWESOME_CACHE_DIR": str(folder / "cache"),
        "GITHUB_TOKEN": "of-a-test",
    }
    config = checked.survey.config
    with Client(config, environ=environ, persistence=QUICK) as client:
        checked.services = Services(client, config, checked.papers, Decisions())
        return run(checked, RULES)


def test_verified_papers_are_fine(whole_lab, papers, tmp_path):
    outcome = checked_with(whole_lab, tmp_path, papers)
    assert outcome.findings == ()
    assert outcome.unasked == ()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--block", "dblp,openreview"),
        ("--block", "crossref"),
        ("--block", "crossref,datacite,arxiv,dblp,openreview,github,doi"),
        ("--faults", "429=0.2,500=0.1,html200=0.1,truncate=0.1,badjson=0.1,shape=0.1,reset=0.1"),
    ],
)
def test_under_every_fault_nobody_is_accused(arguments, start_lab, ours, papers, tmp_path):
    lab = start_lab("--data", str(ours), "--seed", "1", *arguments)
    outcome = checked_with(lab, tmp_path, papers)
    assert outcome.findings == ()
    assert outcome.unasked
    blocked = {one.source for one in outcome.unasked}
    assert arguments[0] == "--faults" or blocked <= set(arguments[1].split(","))


def test_planted_faults_are_found(whole_lab, papers, tmp_path):
    with_doi = [key for key, fields in papers.items() if "doi" in fields and "eprint" in fields]
    without = [key for key, fields in papers.items() if "doi" not in fields and "year" in fields]
    without = [key for key in without if "booktitle" in papers[key]]
    title, author, year, venue, other, *_ = with_doi
    year_too, invented, dead, *_ = without
    papers[title]["title"] = papers[title]["title"].replace("Diffusion", "Marmalade")
    names = papers[author]["author"].split(" and ")
    papers[author]["author"] = " and ".join([*names[:-1], "Lovelace, Ada"])
    papers[year]["year"] = str(int(papers[year]["year"]) + 2)
    papers[venue] |= {"booktitle": "International Conference on Learning Representations"}
    papers[other]["doi"] = papers[title]["doi"]
    papers[year_too]["year"] = str(int(papers[year_too]["year"]) - 1)
    papers[invented] = {
        "type": "inproceedings",
        "title": "Holistic Marmalade for Quiet Analytical Engines",
        "author": "Lovelace, Ada and Babbage, Charles",
        "booktitle": "NeurIPS",
        "year": "2023",
    }
    papers[dead]["doi"] = "10.9999/nothing.here"
    outcome = checked_with(whole_lab, tmp_path, papers)
    assert {(one.key, one.name) for one in outcome.findings} == {
        (title, "differing-title"),
        (author, "differing-authors"),
        (year, "differing-year"),
        (venue, "differing-venue"),
        (other, "misleading-identifier"),
        (year_too, "differing-year"),
        (invented, "unknown-reference"),
        (dead, "dead-identifier"),
    }
