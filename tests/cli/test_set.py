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
    assert "papers.csv:3: unwritable value" in done.err
    path.write_bytes(b"key\n\xff\n")
    assert run("-C", survey, "set", "--csv", "papers.csv").code == 2


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
    assert run("-C", survey, "list", "--format", "bibtex").out == BIB
    assert (
        "babbage2023difference,On Differences" in run("-C", survey, "list", "--format", "csv").out
    )
    assert run("-C", survey, "list", "--category", "-", "--format", "keys").out == ""


def test_what_is_only_cited_is_found(run: Run, survey: Path) -> None:
    assert run("-C", survey, "set", "babbage*", "category=-").code == 0
    listed = run("-C", survey, "list", "--category", "-", "--format", "keys")
    assert listed.out == "babbage2023difference\n"
