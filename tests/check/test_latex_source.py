"""Pieces of TeX, and that what is called safe keeps the meaning, for any text there may be."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bib2awesome.bib.latex import to_unicode
from bib2awesome.check.base import SAFE, Checked
from bib2awesome.check.latex_source import after_digits, pieces
from bib2awesome.check.run import Found, run
from bib2awesome.check.selection import rules
from bib2awesome.papers.survey import Survey
from tests.check.rules import examples, survey_of
from tests.conftest import ROOT

RULES = [rule for rule in rules() if rule.room == "latex"]
# What a field is made of, with a brace to each brace.
_WORDS = st.sampled_from(
    [
        *"aBé王λ&%#_^$~-., 5",
        *(
            "\\&",
            "\\%",
            "\\'",
            "\\'e",
            "\\L ",
            "\\LaTeX",
            "\\url{a_b}",
            "\\emph",
            "\\ours{x}",
            "\\(",
            "\\)",
        ),
        *(" and ", "{\\'E}lie", "$L^2$", "https://example.org/a_b%c", "www.", "e\u0301", "\u200b"),
    ]
)
_TEX = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"{{{''.join(parts)}}}"),
    max_leaves=12,
)
TEX = st.lists(_TEX, max_size=8).map("".join)


@given(st.one_of(st.text(max_size=30), TEX))
def test_pieces_are_the_source(tex):
    parts = pieces(tex)
    assert "".join(part.text for part in parts) == tex
    assert all(tex.startswith(part.text, part.start) for part in parts)


@given(TEX, st.sampled_from(["title", "author", "note", "howpublished", "abstract"]))
@settings(max_examples=300, derandomize=True)
def test_a_safe_fix_keeps_what_a_reader_sees(tex, field):
    for one in found_in(f"@misc{{a, {field} = {{{tex}}}}}"):
        if one.finding.fix == SAFE:
            [change] = one.changes
            shown = to_unicode(change.old_text or "").replace("\u200b", "")
            # a formula that cannot be read is shown as its source
            assert "$" in shown or to_unicode(change.new_text or "") == shown


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_bad_example_is_bad_for_one_reason(rule):
    for text in examples(rule)["Bad"]:
        for entry in text.strip().split("\n\n"):
            assert [one.finding.name for one in found_in(entry)] == [rule.name]


def found_in(text: str) -> list[Found]:
    with TemporaryDirectory() as folder:
        return list(run(survey_of(Path(folder), {"survey.bib": text}), RULES).found)


@pytest.mark.parametrize(
    ("tex", "sure"), [("5%", True), ("5 %", True), ("5\\,% x 6%", False), ("a % b", False)]
)
def test_a_percent_sign_behind_a_number_is_one(tex, sure):
    assert after_digits(tex) is sure


def test_this_repository_s_own_survey_is_clean():
    assert run(Checked(Survey.open(ROOT)), RULES).findings == ()
