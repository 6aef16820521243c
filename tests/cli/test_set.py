"""Fields are set by hand, for one paper or for all that a filter lets through; `list` finds them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import BIB
from tests.cli.runner import Run, snapshot


def bib(survey: Path) -> str:
    return (survey / "survey.bib").read_text(encoding="utf-8")


def check_set(run: Run, survey: Path, before: str, after: str, *words: str) -> None:
    """Check that `set` turns `before` into `after`, nothing else, and nothing the second time."""
    assert run("-C", survey, "set", *words, "--check").code == 1
    assert bib(survey) == BIB
    assert run("-C", survey, "set", *words).code == 0
    assert bib(survey) == BIB.replace(before, after, 1)
    done = run("-C", survey, "set", *words, "--check")
    assert done.code == 0
    assert "nothing to change" in done.err


def test_a_field_is_added_changed_or_removed(run: Run, survey: Path) -> None:
    category = "  category  = {machines},\n"
    check_set(run, survey, category, f"  award     = {{Best}},\n{category}", "Love*", "award=Best")


def test_a_filled_field_is_replaced(run: Run, survey: Path) -> None:
    check_set(run, survey, "{On Differences}", "{Differences}", "babbage*", "title=Differences")


def test_a_field_is_removed(run: Run, survey: Path) -> None:
    line = "  doi       = {10.1000/engine},\n"
    check_set(run, survey, line, "", "--year-is", "2024", "--unset", "doi")


def test_a_category_is_written_as_its_path(run: Run, survey: Path) -> None:
    check_set(
        run, survey, "{machines}", "{machines/parts, machines}",
        "--text", "analytical", "category=parts, machines",
    )  # fmt: skip


def test_a_category_may_be_none(run: Run, survey: Path) -> None:
    check_set(run, survey, "{machines}", "{-}", "--venue-is", "NeurIPS 2024", "category=-")


def test_a_preprint_moves_to_a_venue_and_keeps_its_eprint(run: Run, survey: Path) -> None:
    words = ("--missing", "doi", "--category", "parts", "--venue-is", "arXiv")
    assert run("-C", survey, "set", *words, "--venue", "ICML 2024").code == 0
    text = bib(survey)
    assert "@inproceedings{babbage2023difference" in text
    assert "International Conference on Machine Learning" in text
    assert "year     = {2024}" in text
    assert "eprint   = {2301.00001}" in text
    assert "journal" not in text
    assert run("-C", survey, "list", "--venue-is", "ICML", "--format", "keys").out == (
        "babbage2023difference\n"
    )
    done = run("-C", survey, "set", "babbage*", "--venue", "ICML 2024", "--check")
    assert done.code == 0


def test_a_venue_nobody_knows_is_compared_by_its_name(run: Run, survey: Path) -> None:
    assert run("-C", survey, "set", "love*", "--venue", "Workshop on Engines 2025").code == 0
    assert "{Workshop on Engines 2025}" in bib(survey)
    assert "year      = {2025}" in bib(survey)
    listed = run("-C", survey, "list", "--venue-is", "No Such Place", "--format", "keys")
    assert listed.out == ""


def test_a_category_without_categories_toml_says_so(run: Run, survey: Path) -> None:
    done = run("-C", survey, "--bib", "survey.bib", "list", "--category", "machines")
    assert (done.code, done.out) == (2, "")
    assert "no categories.toml is read here" in done.err


def test_a_date_stays_a_date(run: Run, survey: Path) -> None:
    text = BIB.replace("year     = {2023}", "date     = {2023-05}")
    (survey / "survey.bib").write_text(text, encoding="utf-8", newline="")
    assert run("-C", survey, "set", "babbage*", "--venue", "ICML 2024").code == 0
    assert "date     = {2024}" in bib(survey)
    assert run("-C", survey, "set", "babbage*", "--venue", "ICML 2024", "--check").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody", "a=b"), "no entry `nobody`"),
        (("nobody", "--category", "part", "a=b"), "unknown category `part`"),
        (("--category", "machine", "a=b"), "did you mean `machines`"),
        (("love*", "category=part"), "unknown category `part`"),
        (("nobody", "category=part"), "no entry `nobody`"),
        (("nobody", "category=part"), "unknown category `part`"),
        (("a=b",), "name the keys"),
        (("love*",), "nothing to set"),
        (("love*", "doi="), "`--unset doi` removes a field"),
        (("love*", "title={"), "unwritable value"),
        (("love*", "a=b", "--csv", "x"), "give nothing else"),
        (("--csv", "nothing.csv"), "there is no such file"),
        (("--csv", "survey.bib"), "no column `key`"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_written(
    run: Run, survey: Path, words: tuple[str, ...], said: str
) -> None:
    before = snapshot(survey)
    done = run("-C", survey, "set", *words)
    assert done.code == 2
    assert said in done.err
    assert snapshot(survey) == before


def test_a_table_goes_out_and_comes_back(run: Run, survey: Path) -> None:
    table = run("-C", survey, "list", "--format", "csv", "--fields", "tag,title,code,category").out
    path = survey / "papers.csv"
    path.write_text(table, encoding="utf-8")
    assert run("-C", survey, "set", "--csv", "papers.csv", "--check").code == 0
    path.write_text(
        "\ufeff" + table.replace("On Differences,", "On Differences,https://example.org/code"),
        encoding="utf-8",
    )
    assert run("-C", survey, "set", "--csv", "papers.csv").code == 0
    assert "code     = {https://example.org/code}" in bib(survey)
    path.write_text("key;code\nnobody;x\nlovelace2024engine;{\n", encoding="utf-8")
    done = run("-C", survey, "set", "--csv", "papers.csv")
    assert done.code == 2
    assert "papers.csv:2: no entry `nobody`" in done.err
    assert "papers.csv:3: `code`: unwritable value" in done.err
    path.write_bytes(b"key\n\xff\n")
    assert run("-C", survey, "set", "--csv", "papers.csv").code == 2


def test_a_list_in_json_is_one_object_after_an_error_too(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_text("@misc{a}", encoding="utf-16")
    listed = run("-C", survey, "list", "--format", "json")
    answer = json.loads(listed.out)
    assert (listed.code, answer["command"], answer["entries"]) == (2, "list", [])
    assert "UTF-16" in answer["findings"][0]["message"]


def test_entries_are_listed_in_every_form(run: Run, survey: Path) -> None:
    table = run("-C", survey, "list", "--fields", "tag,type,year", "love*").out
    assert table.splitlines()[1].split() == [
        "lovelace2024engine", "NeurIPS", "2024", "inproceedings", "2024",
    ]  # fmt: skip
    listed = run("-C", survey, "list", "--format", "json", "--fields", "type,tag,doi", "love*")
    assert json.loads(listed.out)["entries"] == [
        {
            "key": "lovelace2024engine",
            "type": "inproceedings",
            "tag": "NeurIPS 2024",
            "doi": "10.1000/engine",
        }
    ]
    assert (
        run("-C", survey, "list", "--json", "--fields", "type,tag,doi", "love*").out == listed.out
    )
    assert run("-C", survey, "list", "--format", "bibtex").out == BIB
    assert (
        "babbage2023difference,On Differences" in run("-C", survey, "list", "--format", "csv").out
    )
    assert run("-C", survey, "list", "--category", "-", "--format", "keys").out == ""


def test_problems_of_every_kind_are_named_at_once(run: Run, survey: Path) -> None:
    before = snapshot(survey)
    words = ("nobody", "love*", "title={", "a b=c", "category=machine", "--type", "paper")
    done = run("-C", survey, "set", *words)
    assert done.code == 2
    for said in ("no entry `nobody`", "`a b` cannot be", "`machine`", "`paper`"):
        assert said in done.err
    assert snapshot(survey) == before
    done = run("-C", survey, "set", "love*", "category=-,parts")
    assert "in the list and not in the list" in done.err
    done = run("-C", survey, "set", "love*", "doi=x", "--unset", "DOI")
    assert "set and removed at once" in done.err


def test_an_entry_gets_another_type(run: Run, survey: Path) -> None:
    assert run("-C", survey, "set", "babbage*", "--venue", "ICML 2024", "--type", "Misc").code == 0
    assert "@misc{babbage2023difference" in bib(survey)
    assert run("-C", survey, "set", "babbage*", "--type", "misc", "--check").code == 0


def test_a_value_by_hand_goes_before_the_venue_s(run: Run, survey: Path) -> None:
    assert run("-C", survey, "set", "babbage*", "--venue", "ICML 2024", "year=2025").code == 0
    assert "year     = {2025}" in bib(survey)


def test_a_venue_that_is_not_known_is_a_hint(run: Run, survey: Path) -> None:
    done = run("-C", survey, "set", "babbage*", "--venue", "NeurPS 2026")
    assert done.code == 0
    assert "did you mean `NeurIPS`" in done.err


def test_a_missing_field_that_nothing_has_is_misspelt(run: Run, survey: Path) -> None:
    done = run("-C", survey, "set", "--missing", "cdoe", "remark=x")
    assert done.code == 2
    assert "no entry has a field `cdoe`" in done.err
    assert "did you mean `code`" in done.err
    assert run("-C", survey, "list", "--missing", "link-project").code == 0
    assert run("-C", survey, "list", "--missing", "TLDR").code == 0


def test_years_are_filtered_by_range(run: Run, survey: Path) -> None:
    def keys(years: str) -> str:
        return run("-C", survey, "list", "--format", "keys", "--year-is", years).out

    assert keys("2023") == keys("-2023") == "babbage2023difference\n"
    assert keys("2024-") == "lovelace2024engine\n"
    assert keys("2023-2024") == "lovelace2024engine\nbabbage2023difference\n"
    for wrong in ("x", "2024-2023", "-", "20²"):
        assert run("-C", survey, "list", "--year-is", wrong).code == 2


def test_a_field_that_is_new_to_the_survey_is_a_hint(run: Run, survey: Path) -> None:
    (survey / "t.csv").write_text("key,cod\nlovelace2024engine,x\n", encoding="utf-8")
    done = run("-C", survey, "set", "--csv", "t.csv", "--check")
    assert "no entry had a field `cod` before" in done.err
    assert "did you mean `code`?" in done.err


TEX = r"""\cite{lovelace2024engine, gone2020} \input{more}
% \cite{babbage2023difference}
"""


def test_three_answers_over_a_text(run: Run, survey: Path) -> None:
    extra = "@misc{only2020, title = {Only Cited}, ids = {Old}, category = {-}}\n"
    (survey / "survey.bib").write_text(BIB + extra, encoding="utf-8")
    (survey / "main.tex").write_text(TEX, encoding="utf-8")
    (survey / "more.tex").write_text(r"\parencite{Old}", encoding="utf-8")
    words = ("-C", survey, "list", "--format", "keys", "--tex", "main.*")
    not_listed = run(*words, "--cited", "--category", "-")
    assert not_listed.out == "only2020\n"
    never = run(*words, "--not-cited")
    assert never.out == "babbage2023difference\n"
    assert "main.tex:1:27" in never.err
    assert "`gone2020` is cited and is no entry" in never.err
    assert (never.code, not_listed.code) == (1, 1)
    answer = json.loads(run(*words[:3], "--format", "json", "--tex", "*.tex").out)
    assert [one["code"] for one in answer["findings"]] == ["L014"]
    checked = run("-C", survey, "check", "--tex", "main.tex", "--select", "L014,L015").out
    assert "`gone2020` is cited and is no entry" in checked
    assert "`babbage2023difference` is never cited" in checked
    assert "`only2020` is" not in checked
    (survey / "main.tex").write_text(r"\nocite{*}", encoding="utf-8")
    assert run(*words, "--not-cited").out == ""
    assert run("-C", survey, "list", "--cited").code == 2
    assert "no file fits" in run("-C", survey, "list", "--tex", "nothing*").err


def test_what_is_only_cited_is_found(run: Run, survey: Path) -> None:
    assert run("-C", survey, "set", "babbage*", "category=-").code == 0
    listed = run("-C", survey, "list", "--category", "-", "--format", "keys")
    assert listed.out == "babbage2023difference\n"
