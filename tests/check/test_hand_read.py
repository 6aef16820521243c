"""Three hundred findings over the corpus, drawn by chance and read beside their entries, with verdicts.

Of every rule that finds anything there, six findings or all are in it, the rest by chance. The sample is of
the rules as they were when it was read; what was found wrongly then was mended, so of the findings that are
still there hardly one may be wrong.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from bib2awesome.check.base import Checked, Rule
from bib2awesome.check.run import run
from bib2awesome.check.selection import rules
from bib2awesome.errors import InputError
from bib2awesome.papers.survey import Survey

SAMPLE = Path(__file__).with_name("hand_read.tsv")
READ = 300


def _rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _every() -> tuple[Rule, ...]:
    return rules(["offline", "latex"])


def test_the_sample_is_whole():
    rows = _rows()
    assert len(rows) == READ
    assert {row["verdict"] for row in rows} == {"right", "false"}
    assert {row["code"] for row in rows} <= {rule.code for rule in _every()}


def test_at_most_one_in_a_hundred_of_what_is_found_is_wrong(shared):
    rows = _rows()
    found: Counter[tuple[str, str, str]] = Counter()
    for name in {row["file"] for row in rows}:
        path = shared / "corpus" / "bib" / name
        outcome = run(Checked(Survey.open(path.parent, bib=path)), _every())
        found += Counter((name, one.key or "", one.code) for one in outcome.findings)
    still = [row for row in rows if found[row["file"], row["key"], row["code"]]]
    wrong = [row for row in still if row["verdict"] == "false"]
    assert len(still) > READ * 0.9
    assert len(wrong) * 100 <= len(still)


def test_no_file_of_the_corpus_stops_it(shared):
    every = _every()
    checked = 0
    for path in sorted((shared / "corpus" / "bib").glob("*.bib")):
        try:
            survey = Survey.open(path.parent, bib=path)
        except InputError:  # UTF-16
            continue
        checked += 1
        codes = {finding.code for finding in run(Checked(survey), every).findings}
        assert not codes & {"L001", "L002", "L003", "L011", "L012", "L013"}
    assert checked > 600
