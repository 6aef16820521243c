"""The survey of this repository, checked: its papers are clean."""

from __future__ import annotations

from pathlib import Path

from bib2awesome.check.base import Checked
from bib2awesome.check.run import run
from bib2awesome.check.selection import rules
from bib2awesome.papers.survey import Survey
from tests.check.rules import TODAY

ROOT = Path(__file__).resolve().parents[2]
JUSTIFIED = {"missing-code"}
"""Papers whose authors published no code that was found: a hint for whoever knows better."""


def test_nothing_is_found_in_the_survey_of_this_repository_but_what_is_justified():
    checked = Checked(Survey.open(ROOT), today=TODAY)
    found = run(checked, rules(["offline", "latex"])).findings
    papers = [one for one in found if one.place and one.place.file == "survey.bib"]
    assert {one.name for one in papers} <= JUSTIFIED
    assert all(one.fix is None for one in papers)
