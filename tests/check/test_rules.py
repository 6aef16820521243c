"""Every rule finds what its fixture and its examples say, and nothing else; its fixes mend that."""

from __future__ import annotations

import re

import pytest

from bib2awesome.bib.document import Entry
from bib2awesome.check.base import GROUPS, SAFE, UNSAFE, Rule
from bib2awesome.check.run import fixes, run
from bib2awesome.check.selection import rules
from tests.check.rules import (
    FIXTURES,
    examples,
    expected,
    expected_elsewhere,
    files_of,
    fixed,
    found_by,
    survey_of,
)

RULES = [rule for rule in rules() if rule.room != "online"]
ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@ALL
def test_it_finds_what_its_fixture_expects_and_nothing_else(rule: Rule, tmp_path):
    files = files_of(rule.name)
    checked = survey_of(tmp_path, files)
    wanted = expected(checked.documents[0])
    found = found_by(checked, rule)
    left: list[tuple[int | str, str]] = [*wanted.said, *expected_elsewhere(files)]
    assert left, "the fixture expects nothing"
    for one in found:
        said = f"{one.finding.message} {one.finding.hint or ''}"
        file = one.finding.place.file
        line = wanted.stretch(one) if file == "survey.bib" else file
        match = next((w for w in left if w[0] == line and w[1] in said), None)
        assert match is not None, f"not expected at line {line}: {said}"
        left.remove(match)
    assert not left, f"not found: {left}; found: {[one.finding for one in found]}"


@ALL
def test_its_findings_are_whole(rule: Rule, tmp_path):
    for one in found_by(survey_of(tmp_path, files_of(rule.name)), rule):
        finding = one.finding
        assert (finding.code, finding.name) == (rule.code, rule.name)
        assert finding.place is not None
        assert finding.place.line is not None
        assert not finding.message.endswith(".")
        assert finding.fix in {None, SAFE, rule.fix}


@ALL
def test_its_fixes_mend_what_it_finds_and_nothing_the_second_time(
    rule: Rule, tmp_path, update_golden
):
    files = files_of(rule.name)
    checked = survey_of(tmp_path, files)
    path = FIXTURES / f"{rule.name}.fixed.bib"
    result = fixed(checked, rule)
    if rule.fix is None:
        assert not path.exists()
        assert result == files["survey.bib"].encode()
        return
    if update_golden:
        path.write_bytes(result)
    assert result == path.read_bytes()
    again = survey_of(tmp_path / "again", files | {"survey.bib": result.decode()})
    assert fixed(again, rule) == result
    assert not [one for one in found_by(again, rule) if one.finding.fix]


@ALL
def test_its_safe_fixes_change_what_they_name_and_nothing_else(rule: Rule, tmp_path):
    files = files_of(rule.name)
    checked = survey_of(tmp_path, files)
    plan = fixes(checked, [rule], run(checked, [rule]))
    old, data = checked.documents[0], checked.survey.edited(plan).data[0]
    if data is None:
        assert not [one for one in found_by(checked, rule) if one.finding.fix == SAFE]
        return
    new = old.edited(data)
    assert [one.key for one in new.entries] == [one.key for one in old.entries]
    named: dict[str, set[str | None]] = {}
    for change in plan.changes:
        named.setdefault(change.key, set()).update({change.field, change.new})
    for before, after in zip(old.entries, new.entries, strict=True):
        kept = [_sources(one, named.get(one.key, set())) for one in (before, after)]
        assert kept[0] == kept[1]
        if before.key not in named:
            assert old.text(before.start, before.end) == new.text(after.start, after.end)
    again = survey_of(tmp_path / "again", files | {"survey.bib": data.decode()})
    assert not [one for one in found_by(again, rule) if one.finding.fix == SAFE]
    assert again.survey.edited(fixes(again, [rule], run(again, [rule]))).data == (None,)


def _sources(entry: Entry, but: set[str | None]) -> list[tuple[str, str]]:
    return [(field.written, field.source) for field in entry.fields if field.name not in but]


@ALL
def test_its_examples_are_true(rule: Rule, tmp_path):
    shown = examples(rule)
    assert shown["Bad"]
    assert shown["Good"]
    others = {name: text for name, text in files_of(rule.name).items() if name != "survey.bib"}
    for kind, texts in shown.items():
        for number, text in enumerate(texts):
            name = {"<": "README.md", "@": "survey.bib", "%": "survey.bib"}.get(text[0], "main.tex")
            files = others if name == "survey.bib" else files_of(rule.name)
            checked = survey_of(tmp_path / f"{kind}{number}", files | {name: text})
            assert bool(found_by(checked, rule)) == (kind == "Bad"), text


def test_codes_are_unique_and_belong_to_a_group():
    codes = [rule.code for rule in rules()]
    assert len(set(codes)) == len(codes)
    for rule in rules():
        assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
        assert rule.code[0] in GROUPS
        assert rule.fix in {None, SAFE, UNSAFE}
        assert rule.summary
        assert not rule.summary.endswith(".")


def test_every_fixture_belongs_to_a_rule():
    names = {path.name.partition(".")[0] for path in FIXTURES.iterdir()}
    assert names <= {rule.name for rule in rules()}
