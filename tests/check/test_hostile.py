"""Rules over files that nobody meant to write: no crash, and every finding where it says it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.check.base import Checked, Rule
from bib2awesome.check.run import fixes, run
from bib2awesome.check.selection import rules
from bib2awesome.config import Config
from bib2awesome.errors import Finding, InputError
from bib2awesome.papers.survey import Survey
from tests.check.rules import FIXTURES, TODAY

_LINE_END = re.compile(r"\r\n?|\n")
_PIECES = [
    *(bytes([sign]) for sign in b"@{}()\"'#%,=\\$&~_^<>;:./- \t\r\n\x00\x7f"),
    *"é λ 王 \u0301 \u200b \ufeff \u2028 😀".encode().split(),
    *b"\xff \xe2\x82 and others crossref 2301.00001 https:// arXiv: 10.1000/ &amp; <i> \\url{ {\\".split(),
    *b"@misc{ @string{ @comment{ @preamble{ year= doi={ % bib2awesome: ignore".split(),
]


@cache
def _every() -> tuple[Rule, ...]:
    return rules(["offline", "latex"])


@cache
def _fixtures() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(FIXTURES.glob("*.bib")))


@st.composite
def _damaged(draw: st.DrawFn, sources: st.SearchStrategy[bytes]) -> bytes:
    """Return the text of a file with a few pieces put in, taken out, or doubled."""
    data = draw(sources)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 0, 1, 2, 5, 40])))
        new = draw(st.sampled_from([b"", data[start:end] * 2, *_PIECES]))
        data = data[:start] + new + data[end:]
    return data


def _checked(data: bytes) -> Checked | None:
    try:
        document = Document.parse(data, "survey.bib")
    except InputError:  # UTF-16
        return None
    path = Path("survey.bib")
    return Checked(Survey(Path(), Config(), [document], [path]), today=TODAY)


def _shown(text: str, finding: Finding) -> str | None:
    """Return the text at the place of a finding; None where there is none."""
    place = finding.place
    assert place is not None
    assert place.line
    assert place.column
    lines = _lines(text)
    assert 1 <= place.line <= len(lines)
    start = lines[place.line - 1] + place.column - 1
    if place.end_line is None or place.end_column is None:
        assert start <= len(text)
        return None
    end = lines[place.end_line - 1] + place.end_column - 1
    assert 0 <= start <= end <= len(text)
    return text[start:end]


def _lines(text: str) -> list[int]:
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def _look(data: bytes) -> None:
    checked = _checked(data)
    if checked is None:
        return
    document = checked.documents[0]
    text = document.text(0, len(data)).removeprefix("\ufeff")
    outcome = run(checked, _every())
    for finding in outcome.findings:
        shown = _shown(text, finding)
        paper = checked.survey.paper(finding.key) if finding.key else None
        if finding.key is None or paper is None or shown is None or finding.code[0] == "S":
            continue
        field = paper.entry.field(finding.field) if finding.field else None
        wanted = paper.entry.key if field is None else field.source
        if document.encoding == "utf-8":  # else some pieces are read as it, and the whole is not
            assert shown == wanted or shown.lower() == paper.entry.type, finding
    plan = fixes(checked, _every(), outcome)
    checked.survey.edited(plan)


@example(b"")
@example(b"@")
@example(b"\xef\xbb\xbf@misc{a,author={,},year={},url={ }}")
@example(b"@misc{a,author={and and},title={$},pages={-},doi={/},eprint={},isbn={X}}")
@example(b'@misc(a,author="\xff, \xfe",title={{{}}},month=,year=1#2)')
@example(b"@misc{a,author={A},title={T},month={2},note={N},month={2},year=2001}")
@example(b"@misc{a\xe2\x82b,title={Ac\xcc\x81 100% sure},month={July},year=2001}")
@example(b"@article{a,crossref={a},xdata={a,,},journal={()},volume={abs/},code={http://}}")
@given(_damaged(st.deferred(lambda: st.sampled_from(_fixtures()))))
def test_no_damage_to_a_file_stops_the_rules_or_moves_their_findings(data):
    _look(data)


@pytest.mark.slow
@given(data=st.data())
def test_no_damage_to_a_file_of_the_corpus_does(data, shared):
    paths = sorted((shared / "corpus" / "bib").glob("*.bib"))
    small = [path for path in paths if path.stat().st_size < 20_000]
    _look(data.draw(_damaged(st.sampled_from(small).map(Path.read_bytes))))


def test_two_thousand_prefaces_and_lost_parents_are_looked_at_once():
    """No time is measured: each beside each other, or beside every key, takes minutes."""
    entries = (
        f"@inproceedings{{k{number}, author = {{Doe, A{number}}}, title = {{Preface}}, "
        f"crossref = {{lost{number}}}}}\n"
        for number in range(2000)
    )
    document = Document.parse("".join(entries).encode())
    checked = Checked(Survey(Path(), Config(), [document]), today=TODAY)
    found = run(checked, [rule for rule in _every() if rule.code in {"I001", "S015"}]).findings
    assert [finding.code for finding in found] == ["S015"] * 2000
