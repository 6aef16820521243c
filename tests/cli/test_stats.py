from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from bib2awesome.cli.tables import drawn, plain
from tests.cli.runner import Run, snapshot


def test_stats_count_each_paper_once_and_name_gaps(run: Run, survey: Path) -> None:
    before = snapshot(survey)
    result = run("-C", survey, "stats", "--json")
    assert result.code == 0
    assert result.err == ""
    answer = json.loads(result.out)
    assert answer["total"] == {"papers": 2, "code": 1, "doi": 1, "preprints": 1, "unlinked": 0}
    machines, parts = answer["categories"]
    assert (machines["path"], machines["own"]["papers"], machines["total"]["papers"]) == (
        "machines",
        1,
        2,
    )
    assert (parts["path"], parts["own"]["papers"]) == ("machines/parts", 1)
    assert answer["years"] == [{"year": 2024, "papers": 1}, {"year": 2023, "papers": 1}]
    assert answer["venues"] == [{"venue": "NeurIPS", "papers": 1}, {"venue": "arXiv", "papers": 1}]
    assert answer["gaps"]["code"] == ["babbage2023difference"]
    assert answer["gaps"]["link"] == []
    assert snapshot(survey) == before


def test_a_paper_in_two_categories_counts_once_in_the_total(run: Run, survey: Path) -> None:
    bib = survey / "survey.bib"
    text = bib.read_text(encoding="utf-8").replace("{machines/parts}", "{machines, parts}")
    bib.write_text(text, encoding="utf-8", newline="")
    answer = json.loads(run("-C", survey, "stats", "--json").out)
    assert answer["total"]["papers"] == 2
    assert answer["categories"][0]["own"]["papers"] == 2
    assert answer["categories"][0]["total"]["papers"] == 2


def test_what_is_not_in_the_list_does_not_count(run: Run, survey: Path) -> None:
    with (survey / "survey.bib").open("a", encoding="utf-8", newline="") as file:
        file.write("\n@misc{cited, title = {Cited}, category = {-}}\n@misc{lost, title = {Lost}}\n")
    answer = json.loads(run("-C", survey, "stats", "--json").out)
    assert answer["total"]["papers"] == 2
    assert answer["gaps"]["category"] == ["lost"]


def test_tables_are_plain_in_a_pipe(run: Run, survey: Path) -> None:
    result = run("-C", survey, "stats")
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0] == "category  papers  code  DOI  preprints  no link"
    assert lines[1] == "Machines       2     1    1          1        0"
    assert lines[2] == "  Parts        1     0    0          1        0"
    assert lines[3] == "all            2     1    1          1        0"
    assert "keys" not in result.out
    assert "babbage2023difference" in run("-v", "-C", survey, "stats").out


def test_an_empty_survey_has_numbers_too(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_bytes(b"")
    assert run("-C", survey, "stats").code == 0
    assert json.loads(run("-C", survey, "stats", "--json").out)["years"] == []


def test_errors_in_the_file_are_told_and_decide_the_exit_code(run: Run, survey: Path) -> None:
    with (survey / "survey.bib").open("a", encoding="utf-8") as file:
        file.write("@article{open, title = {\n")
    result = run("-C", survey, "stats", "--json")
    assert result.code == 1
    assert json.loads(result.out)["findings"][0]["code"] == "S001"


def test_markup_in_a_title_stays_what_it_is() -> None:
    table = drawn(("category", "papers"), [("[bold]Title[/bold] \\[x]", "1")], color=False)
    assert "[bold]Title[/bold]" in table
    assert "\x1b" not in table
    assert "\x1b" in drawn(("category", "papers"), [("Title", "1")], color=True)


@pytest.mark.parametrize("text", ["Überblick", "調査", "e\u0301tude"])
def test_columns_line_up_whatever_the_letters(text: str) -> None:
    assert unicodedata.normalize("NFC", text)
    lines = plain(("category", "papers"), [(text, "1"), ("x", "10")]).splitlines()
    widths = {sum(_columns(letter) for letter in line) for line in lines if line}
    assert len(widths) == 1


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
