from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.check import selection
from bib2awesome.check.base import (
    remove_field,
    rename_field,
    replace_field,
    rule,
    set_field,
)
from bib2awesome.check.blocks import Exceptions, ignores
from bib2awesome.check.pairs import pairs
from bib2awesome.check.proceedings import stated
from bib2awesome.check.run import Outcome, run
from bib2awesome.errors import InputError, Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.papers.identifiers import Identifier
from tests.check.rules import survey_of

A = '@misc{a, title = {A} # "B", note = "N", year = 1999}\n'


def paper(tmp_path, text=A):
    return survey_of(tmp_path, {"survey.bib": text}).papers[0]


def test_fixes_that_cannot_be_written_are_none(tmp_path):
    one = paper(tmp_path)
    assert replace_field(one, "title", "C") == ()
    assert replace_field(one, "gone", "C") == ()
    assert replace_field(one, "note", "N") == ()
    assert set_field(one, "remark", "{unbalanced") == ()
    assert remove_field(one, "gone") == ()
    assert rename_field(one, "gone", "other") == ()
    assert rename_field(one, "note", "title") == ()


def test_a_value_keeps_its_own_delimiters(tmp_path):
    one = paper(tmp_path, '@misc{a, title = {A}, x = "1", y = "2", z = "3"}')
    assert [change.new for change in replace_field(one, "title", "B")] == ["{B}"]


def test_what_could_not_be_asked_is_passed_on(tmp_path):
    @rule("N999", Severity.ERROR)
    def asks(checked):
        yield Unasked(key=checked.papers[0].key, source="crossref", reason="down")

    outcome = run(survey_of(tmp_path, {"survey.bib": A}), [asks])
    assert [one.reason for one in outcome.unasked] == ["down"]
    assert outcome.findings == ()


def test_rules_that_ask_are_left_out_where_nobody_may_be_asked(tmp_path):
    online = selection.rules(["online"])
    assert run(survey_of(tmp_path, {"survey.bib": A}), online) == Outcome(())


def test_exceptions_hold_with_every_line_end():
    for end in ("\n", "\r\n", "\r"):
        text = f"% bib2awesome: ignore S012{end}@misc{{a,{end} note={{}}}}{end}"
        [one] = ignores(Document.parse(text.encode()))
        assert one.selectors == ("S012",)
        assert one.block is not None


def test_an_exception_inside_an_entry_or_away_from_one_holds_nothing():
    inside = Document.parse(b"@misc{a,\n% bib2awesome: ignore S012\n note={}}")
    assert ignores(inside) == []
    away = Document.parse(b"% bib2awesome: ignore S012")
    assert [one.block for one in ignores(away)] == [None]
    assert Exceptions([away]).of(None, ["a"]) == ()


def test_an_exception_holds_for_a_broken_block(tmp_path):
    text = (
        "% bib2awesome: ignore broken-block\n@misc{a, title = {A} year = 1}\n@misc{b, title={B}}\n"
    )
    checked = survey_of(tmp_path, {"survey.bib": text})
    assert run(checked, selection.rules(["offline"])).findings == ()


class Registry(dict[str, object]):
    def find(self, name):
        return self[name]

    def module(self, _):
        return None


@rule("S999", Severity.HINT)
def one(_):
    return ()


@pytest.mark.parametrize("found", [{"a": one, "b": one}, {"a": object()}])
def test_rules_of_others_are_checked(found, monkeypatch):
    monkeypatch.setattr("bib2awesome.plugins.load", lambda _: Registry(found))
    with pytest.raises(InputError):
        selection.rules()


def test_identifiers_that_say_nothing():
    for scheme, value in (
        ("acl", "strange"),
        ("cvf", "content/strange/a"),
        ("neurips", "1234"),
        ("pmlr", "v1/a07a"),
        ("doi", "10.1000/a"),
        ("openreview", "abc"),
    ):
        assert stated(Identifier(scheme, value)) is None
    assert stated(Identifier("acl", "2023.emnlp-main.289")).year == 2023


def test_titles_meet_without_their_accents(tmp_path):
    text = (
        "@misc{a, author={Ada Lovelace}, title={Über die Bewegung der Körper im Raum}, year=1905}\n"
        '@misc{b, author={Ada Lovelace}, title={{\\"U}ber die Bewegung der K{\\"o}rper im Raum}, year=1905}\n'
    )
    [pair] = pairs(survey_of(tmp_path, {"survey.bib": text}).papers)
    assert (pair.first.key, pair.second.key, pair.verdict) == ("a", "b", "same")
