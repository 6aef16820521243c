"""A saved plan is previewed, applied where it still fits, and recorded."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from bib2awesome.cli.exit_codes import worst
from tests.cli.conftest import BIB, TOML
from tests.cli.runner import Run, snapshot

MONTH = {"key": "lovelace2024engine", "action": "set", "field": "month", "new": "jul"}
PAGES = {
    "key": "babbage2023difference",
    "action": "set",
    "field": "pages",
    "new": "{1--2}",
    "source": "crossref",
    "url": "https://example.org/record",
    "score": 0.9,
    "reasons": ["title equal"],
}


def write_plan(folder: Path, *changes: object, **more: object) -> Path:
    plan = {"command": "set", "version": 1, "changes": list(changes)} | more
    path = folder / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    return path


def without_plan(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(folder).items() if name != "plan.json"}


def check_applied(run: Run, survey: Path, *changes: object, **more: object) -> dict[str, bytes]:
    """Apply a plan; `--check` says so before, and a second time nothing is written."""
    write_plan(survey, *changes, **more)
    before = without_plan(survey)
    assert run("-C", survey, "apply", "plan.json", "--check").code == 1
    assert without_plan(survey) == before
    assert run("-C", survey, "apply", "plan.json").code == 0
    after = without_plan(survey)
    assert run("-C", survey, "apply", "plan.json").code == 1
    assert without_plan(survey) == after
    return after


@pytest.mark.parametrize(
    ("codes", "wins"),
    [([], 0), ([0, 1], 1), ([1, 3], 3), ([3, 2], 2), ([2, 130], 130), ([130, 70], 70)],
)
def test_the_worst_exit_code_wins(codes: list[int], wins: int) -> None:
    assert worst(codes) == wins


def test_one_line_is_added(run: Run, survey: Path) -> None:
    after = check_applied(run, survey, MONTH)
    added = "  month     = jul,\n"
    place = BIB.index("  category  = {machines}")
    assert after["survey.bib"].decode() == BIB[:place] + added + BIB[place:]
    assert ".bib2awesome/provenance.jsonl" not in after


def test_a_sourced_change_is_recorded_and_explained(run: Run, survey: Path) -> None:
    after = check_applied(run, survey, PAGES)
    (line,) = after[".bib2awesome/provenance.jsonl"].decode().splitlines()
    record = json.loads(line)
    assert record["retrieved"].endswith("Z")
    assert {name: record[name] for name in ("key", "field", "new", "source", "score")} == {
        "key": "babbage2023difference",
        "field": "pages",
        "new": "{1--2}",
        "source": "crossref",
        "score": 0.9,
    }
    told = run("-C", survey, "why", "babbage2023difference", "pages")
    assert told.code == 0
    assert "  title equal\n  https://example.org/record\n" in told.out
    assert "changed by hand" not in told.out
    bib = survey / "survey.bib"
    bib.write_text(bib.read_text(encoding="utf-8").replace("1--2", "1--3"), encoding="utf-8")
    answer = json.loads(run("-C", survey, "why", "Babbage2023difference", "--json").out)
    (origin,) = answer["origins"]
    assert origin["changed_by_hand"]
    assert origin["field"] == "pages"


def test_nothing_recorded_is_said(run: Run, survey: Path) -> None:
    told = run("-C", survey, "why", "lovelace2024engine")
    assert (told.code, told.out) == (0, "")
    assert "nothing is recorded of `lovelace2024engine`" in told.err
    told = run("-C", survey, "why", "lovelace2024engine", "DOI")
    assert "nothing is recorded of `doi` of `lovelace2024engine`" in told.err
    told = run("-C", survey, "why", "lovelace2024engine", "abstract")
    assert "`lovelace2024engine` has no field `abstract`" in told.err
    assert (told.code, told.out) == (0, "")


def test_an_unknown_key_is_named_with_the_nearest(run: Run, survey: Path) -> None:
    told = run("-C", survey, "why", "lovelace2024engin")
    assert told.code == 2
    assert "did you mean `lovelace2024engine`?" in told.err
    write_plan(survey, MONTH)
    told = run("-C", survey, "apply", "plan.json", "--only", "nobody", "--skip", "noone")
    assert told.code == 2
    assert "`nobody`" in told.err
    assert "`noone`" in told.err


def test_only_and_skip_choose_entries(run: Run, survey: Path) -> None:
    write_plan(survey, MONTH, PAGES)
    told = run("-C", survey, "apply", "plan.json", "--only", "BABBAGE2023difference", "--json")
    assert told.code == 0
    answer = json.loads(told.out)
    assert answer["written"]
    assert [change["status"] for change in answer["changes"]] == ["proposed", "written"]
    told = run("-C", survey, "apply", "plan.json", "--skip", "babbage2023difference")
    assert told.code == 0
    assert (
        "apply: 1 change to 1 entry written, 1 change to 1 entry proposed (in brackets)" in told.err
    )


def test_a_diff_is_all_that_is_printed(run: Run, survey: Path) -> None:
    write_plan(survey, MONTH)
    before = snapshot(survey)
    told = run("-C", survey, "apply", "plan.json", "--diff")
    assert told.code == 1
    assert "+  month     = jul,\n" in told.out
    assert "would be made" in told.err
    answer = json.loads(run("-C", survey, "apply", "plan.json", "--diff", "--json").out)
    assert "+  month     = jul,\n" in answer["diff"]
    assert not answer["written"]
    assert snapshot(survey) == before


def test_a_plan_is_saved_instead_of_written(run: Run, survey: Path) -> None:
    write_plan(survey, MONTH)
    before = snapshot(survey)
    for _ in range(2):
        told = run("-C", survey, "apply", "plan.json", "--plan", "saved.json")
        assert told.code == 0
    saved = json.loads((survey / "saved.json").read_text(encoding="utf-8"))
    assert [change["status"] for change in saved["changes"]] == ["proposed"]
    assert not saved["written"]
    (survey / "saved.json").unlink()
    assert snapshot(survey) == before


@pytest.mark.parametrize("content", [b"% mine", b"[]", b"{}", b"[" * 100_000])
def test_a_plan_never_replaces_another_file(run: Run, survey: Path, content: bytes) -> None:
    write_plan(survey, MONTH)
    (survey / "notes.json").write_bytes(content)
    told = run("-C", survey, "apply", "plan.json", "--plan", "notes.json")
    assert told.code == 2
    assert "holds something else than a plan" in told.err
    assert (survey / "notes.json").read_bytes() == content


def test_an_empty_file_takes_a_plan(run: Run, survey: Path) -> None:
    write_plan(survey, MONTH)
    (survey / "saved.json").touch()
    assert run("-C", survey, "apply", "plan.json", "--plan", "saved.json").code == 0
    assert json.loads((survey / "saved.json").read_text(encoding="utf-8"))["changes"]


def test_a_plan_comes_from_standard_input(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write_plan(survey, MONTH).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert run("-C", survey, "apply", "-").code == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"no")))
    told = run("-C", survey, "apply", "-")
    assert told.code == 2
    assert "standard input:1:1: not JSON" in told.err


def test_what_cannot_be_done_is_told(run: Run, survey: Path) -> None:
    write_plan(
        survey,
        MONTH | {"new": "{a\\"},
        MONTH | {"field": "year", "old": "{1999}", "action": "replace", "new": "{2000}"},
        {"key": "nobody", "action": "remove-entry", "old": "x"},
        conflicts=[{"key": "lovelace2024engine", "field": "doi", "have": "1", "found": "2",
                    "source": "dblp", "reason": "another work"},
                   {"key": "lovelace2024engine", "reason": "two works"}],
    )  # fmt: skip
    before = snapshot(survey)
    told = run("-C", survey, "apply", "plan.json")
    assert told.code == 1
    assert "skipped `lovelace2024engine`: replace `year`: it changed since" in told.err
    assert "skipped `nobody`: remove-entry: there is no such entry any more" in told.err
    assert (
        "conflict: `doi` of `lovelace2024engine`: has 1, found 2: another work (dblp)" in told.err
    )
    assert "conflict: `lovelace2024engine`: two works" in told.err
    assert "apply: 3 skipped" in told.err
    assert snapshot(survey) == before


def test_many_changes_are_shown_in_short(run: Run, survey: Path) -> None:
    write_plan(
        survey, *(MONTH | {"field": f"x{n}", "new": f"{{{'long ' * 30}}}"} for n in range(25))
    )
    told = run("-C", survey, "apply", "plan.json", "--check")
    assert "… and 5 more changes; `-v` shows all" in told.err
    assert max(map(len, told.err.splitlines())) < 200
    assert "more changes" not in run("-v", "-C", survey, "apply", "plan.json", "--check").err
    assert run("-q", "-C", survey, "apply", "plan.json", "--check").err == ""


def test_categories_and_entries_change_together(run: Run, survey: Path) -> None:
    taxonomy = [
        {"action": "add", "path": ["categories", "tools"], "new": {"title": "Tools"}},
        {"action": "set", "path": ["survey", "title"], "old": "Awesome Machines", "new": "Machines"},
        {"action": "move", "path": ["categories", "machines", "parts"],
         "new": ["categories", "machines", "pieces"], "group": "category"},
    ]  # fmt: skip
    moved = {
        "key": "babbage2023difference", "action": "replace", "field": "category",
        "old": "{machines/parts}", "new": "{machines/pieces}", "group": "category",
    }  # fmt: skip
    after = check_applied(run, survey, moved, taxonomy=taxonomy)
    assert after["categories.toml"].decode() == (
        TOML.replace("Awesome Machines", "Machines").replace("machines.parts", "machines.pieces")
        + '\n[categories.tools]\ntitle = "Tools"\n'
    )
    assert b"{machines/pieces}" in after["survey.bib"]
    assert run("-C", survey, "stats").code == 0


def test_a_group_is_whole_or_not_at_all(run: Run, survey: Path) -> None:
    move = {"action": "move", "path": ["categories", "machines", "parts"],
            "new": ["categories", "machines", "pieces"], "group": "category"}  # fmt: skip
    stale = {"key": "babbage2023difference", "action": "replace", "field": "category",
             "old": "{gone}", "new": "{machines/pieces}", "group": "category"}  # fmt: skip
    write_plan(survey, stale, taxonomy=[move])
    before = snapshot(survey)
    told = run("-C", survey, "apply", "plan.json")
    assert told.code == 1
    assert "it belongs to a change that cannot be made" in told.err
    write_plan(
        survey,
        stale | {"old": "{machines/parts}"},
        taxonomy=[move | {"path": ["categories", "no"]}],
    )
    assert run("-C", survey, "apply", "plan.json").code == 1
    assert without_plan(survey) == {n: d for n, d in before.items() if n != "plan.json"}


def test_wrong_settings_are_never_written(run: Run, survey: Path) -> None:
    before = (survey / "categories.toml").read_bytes()
    write_plan(survey, taxonomy=[{"action": "set", "path": ["render", "heading"], "new": "three"}])
    told = run("-C", survey, "apply", "plan.json")
    assert told.code == 2
    assert "heading" in told.err
    assert (survey / "categories.toml").read_bytes() == before


def test_a_renamed_key_keeps_its_history(run: Run, survey: Path) -> None:
    check_applied(run, survey, PAGES)
    rename = {"key": "babbage2023difference", "action": "set-key",
              "old": "babbage2023difference", "new": "babbage2023"}  # fmt: skip
    check_applied(run, survey, rename)
    assert "crossref" in run("-C", survey, "why", "babbage2023", "pages").out


def test_a_journal_that_cannot_be_written_is_an_error(run: Run, survey: Path) -> None:
    (survey / ".bib2awesome" / "provenance.jsonl").mkdir(parents=True)
    write_plan(survey, PAGES)
    told = run("-C", survey, "apply", "plan.json")
    assert told.code == 2
    assert ".bib2awesome/provenance.jsonl" in told.err
    assert b"{1--2}" in (survey / "survey.bib").read_bytes()


def test_a_plan_is_taken_back(run: Run, survey: Path) -> None:
    before = snapshot(survey)
    merged = run("-C", survey, "merge", "lovelace2024engine", "babbage2023difference", "--json")
    assert merged.code == 0
    (survey.parent / "plan.json").write_text(merged.out, encoding="utf-8")
    assert run("-C", survey, "apply", "../plan.json", "--reverse", "--check").code == 1
    assert run("-C", survey, "apply", "../plan.json", "--reverse").code == 0
    assert snapshot(survey) == before
    assert run("-C", survey, "apply", "../plan.json", "--reverse").code == 1
