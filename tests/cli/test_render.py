from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bib2awesome import files
from bib2awesome.errors import InputError, Place
from tests.cli.runner import Run, snapshot
from tests.conftest import ROOT

ITEM = "- **[NeurIPS 2024]** Notes on the Analytical Engine."


def test_render_writes_what_is_missing_and_then_nothing(run: Run, survey: Path) -> None:
    first = run("-C", survey, "render")
    assert first.code == 0
    assert first.out == ""
    assert "wrote README.md\n" in first.err
    assert "wrote latex/references.bib\n" in first.err
    assert first.err.endswith("render: 2 written\n")
    made = snapshot(survey)
    assert ITEM.encode() in made["README.md"]
    times = {path: (survey / path).stat().st_mtime_ns for path in made}
    second = run("-C", survey, "render")
    assert second.code == 0
    assert second.err.endswith("render: 2 unchanged\n")
    assert snapshot(survey) == made
    assert {path: (survey / path).stat().st_mtime_ns for path in made} == times


def test_one_target_can_be_named(run: Run, survey: Path) -> None:
    assert run("-C", survey, "render", "latex").code == 0
    assert (survey / "latex/references.bib").exists()
    assert ITEM not in (survey / "README.md").read_text(encoding="utf-8")


def test_an_unknown_target_is_an_error_with_the_nearest(run: Run, survey: Path) -> None:
    before = snapshot(survey)
    result = run("-C", survey, "render", "readmee")
    assert result.code == 2
    assert "error: unknown target `readmee`" in result.err
    assert "did you mean `readme`?" in result.err
    assert snapshot(survey) == before


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing_and_say_so(run: Run, survey: Path, option: str) -> None:
    before = snapshot(survey)
    result = run("-C", survey, "render", option)
    assert result.code == 1
    assert result.err.endswith("render: 2 would change\n")
    assert snapshot(survey) == before
    run("-C", survey, "render")
    clean = run("-C", survey, "render", option)
    assert clean.code == 0
    assert clean.out == ""


def test_the_diff_is_one_that_git_applies(run: Run, survey: Path) -> None:
    diff = run("-C", survey, "render", "--diff").out
    assert f"+{ITEM}" in diff
    subprocess.run(
        ["git", "apply", "--unsafe-paths", "-"], input=diff.encode(), cwd=survey, check=True
    )
    assert run("-C", survey, "render", "--check").code == 0


def test_a_file_with_crlf_gets_a_diff_with_crlf(run: Run, survey: Path) -> None:
    readme = survey / "README.md"
    readme.write_bytes(readme.read_bytes().replace(b"\n", b"\r\n"))
    diff = run("-C", survey, "render", "--diff", "readme").out
    assert f"+{ITEM}" in diff
    assert "\\x0d" not in diff
    assert " By hand.\r\n" in diff or "\r\n \r\n" in diff


def test_json_says_what_was_done_and_nothing_else(run: Run, survey: Path) -> None:
    planned = run("-C", survey, "render", "--json", "--check")
    assert planned.code == 1
    assert [one["status"] for one in json.loads(planned.out)["outputs"]] == ["would-change"] * 2
    done = json.loads(run("-C", survey, "render", "--json").out)
    assert (done["command"], done["version"]) == ("render", 1)
    assert done["outputs"] == [
        {"path": "README.md", "status": "written", "reason": None},
        {"path": "latex/references.bib", "status": "written", "reason": None},
    ]
    assert [finding["code"] for finding in done["findings"]] == ["R004"]
    again = json.loads(run("-C", survey, "render", "--json").out)
    assert [one["status"] for one in again["outputs"]] == ["unchanged"] * 2


def test_that_nothing_is_cited_is_said_once(run: Run, survey: Path) -> None:
    readme = survey / "README.md"
    citation = "<!-- bib2awesome:begin citation -->\n<!-- bib2awesome:end citation -->\n"
    readme.write_text(readme.read_text(encoding="utf-8") + "\n" + citation, encoding="utf-8")
    assert run("-C", survey, "render").err.count("hint:") == 1
    assert "the region `citation` stays empty" in run("-C", survey, "render", "readme").err


def test_json_with_diff_has_the_diffs_inside(run: Run, survey: Path) -> None:
    answer = json.loads(run("-C", survey, "render", "--json", "--diff").out)
    assert f"+{ITEM}" in answer["outputs"][0]["diff"]


def test_a_hand_edited_region_is_refused_with_its_diff_and_the_rest_is_rendered(
    run: Run, survey: Path
) -> None:
    run("-C", survey, "render")
    readme = survey / "README.md"
    edited = readme.read_bytes().replace(b"Analytical", b"Practical")
    readme.write_bytes(edited)
    (survey / "latex/references.bib").unlink()
    result = run("-C", survey, "render")
    assert result.code == 1
    assert "error: README.md:5:1: " in result.err
    assert "-- **[NeurIPS 2024]** Notes on the Practical Engine." in result.err
    assert f"+{ITEM}" in result.err
    assert result.out == ""
    assert readme.read_bytes() == edited
    assert (survey / "latex/references.bib").exists()
    refused = json.loads(run("-C", survey, "render", "--json").out)["outputs"][0]
    assert refused["status"] == "refused"
    assert refused["reason"]
    assert run("-C", survey, "render", "--check").code == 1
    assert run("-C", survey, "render", "--force").code == 0
    assert ITEM.encode() in readme.read_bytes()


def test_a_foreign_file_is_refused_until_forced(run: Run, survey: Path) -> None:
    (survey / "latex").mkdir()
    (survey / "latex/references.bib").write_bytes(b"% mine\n")
    result = run("-C", survey, "render")
    assert result.code == 1
    assert (survey / "latex/references.bib").read_bytes() == b"% mine\n"
    assert ITEM in (survey / "README.md").read_text(encoding="utf-8")
    assert "-% mine" in result.err
    assert run("-C", survey, "render", "--force").code == 0


def test_one_broken_entry_costs_one_entry(run: Run, survey: Path) -> None:
    with (survey / "survey.bib").open("a", encoding="utf-8", newline="") as file:
        file.write("\n@article{broken,\n  title = {Never closed,\n  category = {machines},\n")
    result = run("-C", survey, "render")
    assert result.code == 1
    assert "error: survey.bib:2" in result.err
    assert ITEM in (survey / "README.md").read_text(encoding="utf-8")
    assert "lovelace2024engine" in (survey / "latex/references.bib").read_text(encoding="utf-8")


def test_an_unknown_category_is_an_error_and_the_rest_is_rendered(run: Run, survey: Path) -> None:
    bib = survey / "survey.bib"
    text = bib.read_text(encoding="utf-8").replace("machines/parts", "machines/prats")
    bib.write_text(text, encoding="utf-8", newline="")
    result = run("-C", survey, "render")
    assert result.code == 1
    assert "unknown category `machines/prats`" in result.err
    assert "machines/parts" in result.err
    assert ITEM in (survey / "README.md").read_text(encoding="utf-8")


def test_warnings_alone_do_not_fail(run: Run, survey: Path) -> None:
    with (survey / "survey.bib").open("a", encoding="utf-8", newline="") as file:
        file.write("\n@misc{other,\n  title = {No Category},\n  author = {Nobody},\n}\n")
    result = run("-C", survey, "render")
    assert result.code == 0
    assert "warning: survey.bib:2" in result.err
    assert run("-q", "-C", survey, "render").err == ""


def test_verbose_names_what_did_not_change(run: Run, survey: Path) -> None:
    run("-C", survey, "render")
    assert "unchanged README.md\n" in run("-v", "-C", survey, "render").err


def test_the_survey_is_found_upwards_and_by_dash_c(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = survey / "paper" / "sections"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run("render").code == 0
    assert (survey / "latex/references.bib").exists()
    monkeypatch.chdir(survey.parent)
    assert run("-C", "survey/paper", "render", "--check").code == 0
    nothing = run("render")
    assert nothing.code == 2
    assert "there is no survey here" in nothing.err


def test_config_and_bib_are_relative_to_the_folder(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (survey / "categories.toml").rename(survey / "other.toml")
    (survey / "survey.bib").rename(survey / "papers.bib")
    monkeypatch.chdir(survey.parent)
    words = ("-C", "survey", "--config", "other.toml", "--bib", "papers.bib")
    assert run(*words, "render").code == 0
    assert ITEM in (survey / "README.md").read_text(encoding="utf-8")


def test_a_second_list_on_the_same_papers_leaves_the_readme_to_the_first(
    run: Run, survey: Path
) -> None:
    region = "<!-- bib2awesome:begin papers -->\n<!-- bib2awesome:end papers -->\n"
    (survey / "BY-TOPIC.md").write_text(region, encoding="utf-8")
    (survey / "topics.toml").write_text(
        '[survey]\ncategory-field = "topic"\n[categories.old]\ntitle = "Old"\n'
        '[render]\ntargets = ["readme"]\nmarkdown = ["BY-TOPIC.md"]\n',
        encoding="utf-8",
    )
    second = ("-C", survey, "--config", "topics.toml")
    assert run("-C", survey, "render").code == 0
    readme = (survey / "README.md").read_bytes()
    assert run(*second, "set", "--missing", "topic", "topic=old").code == 0
    assert run(*second, "render").code == 0
    text = (survey / "BY-TOPIC.md").read_text(encoding="utf-8")
    assert "Notes on the Analytical Engine" in text
    assert run(*second, "category", "rename", "old", "older").code == 0
    edited = text.replace("Notes on the Analytical Engine", "Notes on Engines")
    (survey / "BY-TOPIC.md").write_text(edited, encoding="utf-8")
    assert run(*second, "import", "BY-TOPIC.md").code == 0
    assert "Notes on Engines" in (survey / "survey.bib").read_text(encoding="utf-8")
    assert (survey / "README.md").read_bytes() == readme


def test_settings_of_another_folder_serve_the_survey_of_this_one(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (survey / "cfg").mkdir()
    (survey / "paper").mkdir()
    (survey / "categories.toml").rename(survey / "cfg/other.toml")
    for folder, config in (("", "cfg/other.toml"), ("paper", "../cfg/other.toml")):
        monkeypatch.chdir(survey / folder)
        assert run("--config", config, "render").code == 0
        assert ITEM in (survey / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in (survey / "cfg").iterdir()] == ["other.toml"]


def test_settings_beside_the_list_make_it_a_survey(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = survey / "inner"
    inner.mkdir()
    (inner / "other.toml").write_bytes((survey / "categories.toml").read_bytes())
    (inner / "papers.bib").write_bytes((survey / "survey.bib").read_bytes())
    before = (survey / "README.md").read_bytes()
    monkeypatch.chdir(inner)
    assert run("--config", "other.toml", "--bib", "papers.bib", "render").code == 0
    assert ITEM in (inner / "README.md").read_text(encoding="utf-8")
    assert (survey / "README.md").read_bytes() == before


def test_a_failed_write_is_a_finding(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, name: str, **__: object) -> bool:
        raise InputError("the disk is full", place=Place(name))

    monkeypatch.setattr(files, "write", full)
    result = run("-C", survey, "render", "--json")
    assert result.code == 2
    answer = json.loads(result.out)
    assert {output["status"] for output in answer["outputs"]} == {"refused"}
    errors = [one for one in answer["findings"] if one["severity"] == "error"]
    assert [one["message"] for one in errors] == ["the disk is full"] * len(answer["outputs"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders that are in use")
def test_a_folder_that_is_gone_is_an_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = run("render")
    assert result.code == 2
    assert "the current folder does not exist any more" in result.err


def test_bib_alone_does_not_render(run: Run, survey: Path) -> None:
    before = snapshot(survey)
    result = run("-C", survey, "--bib", "survey.bib", "render")
    assert result.code == 2
    assert "`--config categories.toml`" in result.err
    assert snapshot(survey) == before


def test_bib_alone_serves_stats(run: Run, survey: Path, tmp_path: Path) -> None:
    (survey / "survey.bib").rename(tmp_path / "alone.bib")
    result = run("-C", tmp_path, "--bib", "alone.bib", "stats", "--json")
    assert result.code == 0
    assert json.loads(result.out)["total"]["papers"] == 2


def test_without_categories_toml_the_bibliography_still_renders(run: Run, survey: Path) -> None:
    (survey / "categories.toml").unlink()
    result = run("-C", survey, "render", "latex")
    assert result.code == 0
    assert "lovelace2024engine" in (survey / "latex/references.bib").read_text(encoding="utf-8")
    assert "hint: there is no categories.toml" in result.err


def test_a_target_named_twice_is_rendered_once(run: Run, survey: Path) -> None:
    result = run("-C", survey, "render", "latex", "latex")
    assert result.code == 0
    assert result.err.endswith("render: 8 written\n")


def test_only_what_is_cited(run: Run, survey: Path) -> None:
    keys = re.findall(r"^@\w+\{(\w+),", (survey / "survey.bib").read_text("utf-8"), re.MULTILINE)
    (survey / "sub").mkdir()
    (survey / "main.tex").write_text(r"\input{sub/a}", encoding="utf-8")
    (survey / "sub" / "a.tex").write_text(rf"\cite{{{keys[0]}}} % \cite{{{keys[1]}}}", "utf-8")
    assert run("-C", survey, "render", "latex", "--cited", "main.tex").code == 0
    written = (survey / "latex" / "references.bib").read_text("utf-8")
    assert re.findall(r"^@\w+\{(\w+),", written, re.MULTILINE) == [keys[0]]
    (survey / "main.tex").write_text(r"\nocite{*}", encoding="utf-8")
    assert run("-C", survey, "render", "latex", "--cited", "main.tex").code == 0
    written = (survey / "latex" / "references.bib").read_text("utf-8")
    assert len(re.findall(r"^@\w+\{(\w+),", written, re.MULTILINE)) > 1
    result = run("-C", survey, "render", "latex", "--cited", "gone.tex")
    assert result.code == 2
    assert "gone.tex: there is no `gone.tex`" in result.err


def test_documents_of_the_settings_are_followed_inside_the_survey_only(
    run: Run, survey: Path
) -> None:
    settings = (survey / "categories.toml").read_text("utf-8")
    (survey / "categories.toml").write_text(
        settings + '\n[render.latex]\ncited = "main.tex"\n', encoding="utf-8"
    )
    result = run("-C", survey, "render", "latex")
    assert result.code == 2
    assert "categories.toml:" in result.err
    (survey / "main.tex").write_text(r"\input{../../x} \input{/etc/passwd}", encoding="utf-8")
    assert run("-C", survey, "render", "latex").code == 0
    assert b"@preamble" in (survey / "latex" / "references.bib").read_bytes()


def test_strict_and_style_are_options_of_a_run(run: Run, survey: Path) -> None:
    with (survey / "survey.bib").open("a", encoding="utf-8") as bib:
        bib.write("@misc{cjk, title={王}, category={-}}\n")
    assert run("-C", survey, "render", "latex").code == 0
    result = run("-C", survey, "render", "latex", "--strict")
    assert result.code == 1
    assert "U+738B" in result.err
    style = ROOT / "tests" / "data" / "bbl" / "plain.bst"
    (survey / "mine.bst").write_bytes(style.read_bytes())
    assert run("-C", survey, "render", "bbl", "--style", "mine.bst").code == 0
    assert b"the style mine" in (survey / "latex" / "references.bbl").read_bytes()
    assert run("-C", survey, "render", "bbl", "--style", "../mine").code == 2


def test_plain_render_renews_only_the_latex_that_is_there(run: Run, survey: Path) -> None:
    assert run("-C", survey, "render").code == 0
    latex = survey / "latex"
    assert [file.name for file in latex.iterdir()] == ["references.bib"]
    assert run("-C", survey, "render", "latex").code == 0
    (latex / "tables.tex").unlink()
    (latex / "numbers.tex").write_text("my own", encoding="utf-8")
    with (survey / "categories.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[categories.zzz]\ntitle = "Zzz"\n')
    assert run("-C", survey, "render").code == 0
    assert b"Zzz" in (latex / "taxonomy.tex").read_bytes()
    assert not (latex / "tables.tex").exists()
    assert (latex / "numbers.tex").read_text("utf-8") == "my own"
    assert run("-C", survey, "render", "latex").code == 1
