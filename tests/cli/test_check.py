from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bib2awesome.check.formats import github, sarif
from bib2awesome.check.selection import rules
from bib2awesome.cli.starter import starter_files
from bib2awesome.errors import Finding, Place, Severity
from tests.cli.conftest import BIB
from tests.conftest import ROOT

jsonschema = pytest.importorskip("jsonschema")
SARIF = json.loads((ROOT / "tests/check/sarif.schema.json").read_text(encoding="utf-8"))
FAULTY = """\
@misc{one,
  title = {One},
  author = {Hopper, Grace and Backus, John et al.},
  doi = {https://doi.org/10.1000/one},
  note = {},
  category = {machines},
}
"""


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(survey: Path) -> Path:
    (survey / ".git").rmdir()
    git(survey, "init", "--quiet", "--initial-branch=main")
    git(survey, "add", "--all")
    git(survey, "commit", "--quiet", "--message=first")
    return survey


def codes(out: str) -> list[str]:
    return [finding["code"] for finding in json.loads(out)["findings"]]


def provenance(survey: Path) -> str:
    return (survey / ".bib2awesome" / "provenance.jsonl").read_text(encoding="utf-8")


def append(survey: Path, text: str) -> None:
    with (survey / "survey.bib").open("a", encoding="utf-8") as file:
        file.write("\n" + text)


def test_hints_do_not_fail_and_findings_go_to_standard_output(survey, run):
    result = run("-C", survey, "check")
    assert result.code == 0
    assert "hint: survey.bib:12:10: `babbage2023difference` has no link to code" in result.out
    assert "check: 2 hints in 2 entries" in result.err


def test_warnings_and_errors_fail(survey, run):
    append(survey, FAULTY)
    result = run("-C", survey, "check", "--json", "--select", "structure,identity,truth")
    assert result.code == 1
    assert codes(result.out) == ["C008", "I004", "S012"]
    assert json.loads(result.out)["unasked"] == []
    again = run("-C", survey, "check", "--format", "json", "--select", "structure,identity,truth")
    assert again.out == result.out


def test_fix_writes_what_is_safe_and_says_what_is_left(survey, run):
    append(survey, FAULTY)
    result = run("-C", survey, "check", "--fix", "--select", "structure,identity,truth")
    assert result.code == 0
    assert "check: 3 changes to 1 entry written" in result.err
    assert '"key": "one"' in provenance(survey)
    text = (survey / "survey.bib").read_text(encoding="utf-8")
    fixed = FAULTY.replace("John et al.", "John and others").replace("https://doi.org/", "")
    assert text == BIB + "\n" + fixed.replace("  note = {},\n", "")
    assert run("-C", survey, "check", "--fix", "--diff", "--select", "structure").code == 0


def test_diff_and_check_write_nothing(survey, run):
    append(survey, FAULTY)
    before = (survey / "survey.bib").read_bytes()
    result = run("-C", survey, "check", "--diff")
    assert result.code == 1
    assert "-  note = {}," in result.out
    assert run("-C", survey, "check", "--fix", "--check", "--select", "S012").code == 1
    assert (survey / "survey.bib").read_bytes() == before


def test_json_with_fix_is_the_plan(survey, run):
    append(survey, FAULTY)
    result = run("-C", survey, "check", "--fix", "--json", "--diff", "--select", "I004")
    answer = json.loads(result.out)
    assert answer["written"] is False
    [change] = answer["changes"]
    assert (change["key"], change["action"], change["field"]) == ("one", "replace", "doi")
    assert "+  doi = {10.1000/one}," in answer["diff"]


def test_a_plan_is_saved(survey, run):
    append(survey, FAULTY)
    assert run("-C", survey, "check", "--plan", "plan.json", "--select", "S012").code == 1
    plan = json.loads((survey / "plan.json").read_text(encoding="utf-8"))
    assert [change["action"] for change in plan["changes"]] == ["remove"]
    assert "note = {}" in (survey / "survey.bib").read_text(encoding="utf-8")


def test_unsafe_fixes_mend_more(survey, run):
    append(survey, "@artcle{a, author = {Ada Lovelace}, title = {A}, journal = {N}, year = 1843}\n")
    assert run("-C", survey, "check", "--unsafe-fixes", "--select", "S014").code == 0
    assert "@article{a," in (survey / "survey.bib").read_text(encoding="utf-8")


def test_other_files_are_checked_by_themselves(survey, run, tmp_path):
    (tmp_path / "other.bib").write_text("@misc{a, title={A}, note={}}", encoding="utf-8")
    result = run("-C", survey, "check", "--json", tmp_path / "other.bib", "survey.bib")
    assert codes(result.out) == ["S012", "L011"]
    assert run("-C", survey, "check", "nowhere.bib").code == 2


def test_rules_are_selected_by_name_code_and_group(survey, run):
    append(survey, FAULTY)
    config = survey / "categories.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text + '\n[check]\nignore = ["list", "S012"]\nseverity = { I = "hint", I004 = "error" }\n',
        encoding="utf-8",
    )
    answer = json.loads(run("-C", survey, "check", "--json").out)
    assert [(f["code"], f["severity"]) for f in answer["findings"]] == [
        ("C008", "error"),
        ("I004", "error"),
    ]
    assert codes(run("-C", survey, "check", "--json", "--select", "empty-field").out) == ["S012"]
    assert codes(run("-C", survey, "check", "--json", "--ignore", "C,I004").out) == []


def test_naming_rules_of_latex_runs_them(survey, run):
    append(survey, "@misc{one, title = {A 50% Loom}, year = {1804}}\n")
    for words in (["T"], ["latex"], ["bare-percent"], ["T011,S"]):
        expected = codes(run("-C", survey, "check", "--json", "--latex", "--select", *words).out)
        assert expected
        assert codes(run("-C", survey, "check", "--json", "--select", *words).out) == expected
    everything = codes(run("-C", survey, "check", "--json", "--select", "all").out)
    assert not [code for code in everything if code.startswith("T")]
    config = survey / "categories.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[check]\nselect = ["S", "latex", "online"]\n', encoding="utf-8")
    found = codes(run("-C", survey, "check", "--json").out)
    assert [code for code in found if code.startswith("T")]
    assert not [
        code
        for code in codes(run("-C", survey, "check", "--json", "--select", "L").out)
        if code[0] == "T"
    ]


def test_a_plan_is_of_one_survey(survey, run, tmp_path):
    (tmp_path / "other.bib").write_text("@misc{a, title={A}, note={}}", encoding="utf-8")
    files = (tmp_path / "other.bib", "survey.bib")
    result = run("-C", survey, "check", "--plan", "p.json", *files)
    assert result.code == 2
    assert "`--plan` takes the files of one survey" in result.err


def test_fixes_of_several_surveys_are_one_answer(survey, run, tmp_path):
    (tmp_path / "other.bib").write_text("@misc{a, title={A}, note={}}", encoding="utf-8")
    append(survey, FAULTY)
    words = ("--fix", "--diff", "--json", "--select", "S012", tmp_path / "other.bib", "survey.bib")
    answer = json.loads(run("-C", survey, "check", *words).out)
    assert [change["key"] for change in answer["changes"]] == ["a", "one"]
    assert answer["diff"].count("note") == 2


def test_a_diff_leaves_standard_output_to_the_format(survey, run):
    append(survey, FAULTY)
    result = run("-C", survey, "check", "--diff", "--format", "github", "--select", "S012")
    assert result.out.startswith("::warning file=survey.bib")
    assert "-  note = {}," in result.err


def test_unknown_rules_are_errors_with_the_nearest(survey, run):
    result = run("-C", survey, "check", "--select", "emty-field")
    assert result.code == 2
    assert "did you mean `empty-field`" in result.err
    config = survey / "categories.toml"
    config.write_text('[check]\nignore = ["nothing-like-it"]\n', encoding="utf-8")
    result = run("-C", survey, "check")
    assert result.code == 2
    assert "categories.toml:2:11: unknown rule `nothing-like-it`" in result.err
    assert "`bib2awesome check --list` shows all" in result.err


@pytest.mark.parametrize("name", ["README.md", "main.TEX"])
def test_files_of_another_kind_are_not_read_as_bibtex(survey, run, name):
    result = run("-C", survey, "check", name)
    assert (result.code, result.out) == (2, "")
    assert f"error: {name}: this is no BibTeX file" in result.err


def test_list_and_explain(survey, run):
    listed = run("-C", survey, "check", "--list")
    assert listed.code == 0
    assert all(rule.code in listed.out for rule in rules())
    assert len(json.loads(run("check", "--list", "--json").out)["rules"]) == len(rules())
    explained = run("check", "--explain", "S012")
    assert explained.out.startswith("S012 empty-field\n")
    assert "Bad:" in explained.out
    assert run("check", "--explain", "missing-key").code == 0
    [rule] = json.loads(run("check", "--explain", "S012", "--json").out)["rules"]
    assert (rule["name"], "Bad:" in rule["explanation"]) == ("empty-field", True)
    assert run("check", "--explain", "structure").code == 2


def test_citations_are_compared_through_all_files(survey, run):
    (survey / "main.tex").write_text("\\cite{lovelace2024engine}\\input{part}", encoding="utf-8")
    (survey / "part.tex").write_text("\\cite{gone}\\input{/etc/hosts}\\input{no}", encoding="utf-8")
    result = run("-C", survey, "check", "--tex", "main.tex", "--json", "--select", "L014,L015")
    assert codes(result.out) == ["L015", "L014"]
    assert json.loads(result.out)["findings"][1]["file"] == "part.tex"
    assert run("-C", survey, "check", "--tex", "none.tex").code == 2


def test_exceptions_hold_for_their_entry(survey, run):
    append(survey, "% bib2awesome: ignore missing-field, S012 -- as it is\n" + FAULTY)
    append(survey, FAULTY.replace("one", "two"))
    found = json.loads(run("-C", survey, "check", "--json", "--select", "S").out)["findings"]
    assert [(one["code"], one["key"]) for one in found] == [("S012", "two")]


def test_since_reports_changed_entries_only(repository, run):
    append(repository, FAULTY)
    git(repository, "commit", "--quiet", "--all", "--message=faults")
    assert codes(run("-C", repository, "check", "--since", "HEAD", "--json").out) == []
    append(repository, FAULTY.replace("one", "two"))
    words = ("-C", repository, "check", "--json", "--select", "S,I,R,L", "--since")
    found = json.loads(run(*words, "HEAD").out)["findings"]
    assert {one["key"] for one in found} == {"two"}
    assert {one["code"] for one in found} >= {"S012", "I004"}
    assert run(*words, "nothing").code == 2


def test_since_sees_what_an_entry_inherits(repository, run):
    append(
        repository,
        "@string{n = {Notes}}\n@article{a, author = {A B}, title = {A}, journal = n, year = 1}\n",
    )
    git(repository, "commit", "--quiet", "--all", "--message=macro")
    bib = repository / "survey.bib"
    bib.write_text(
        bib.read_text(encoding="utf-8").replace("@string{n = {Notes}}", ""), encoding="utf-8"
    )
    found = run("-C", repository, "check", "--since", "HEAD", "--json", "--select", "S004")
    assert codes(found.out) == ["S004"]


def test_since_counts_from_where_the_branch_left(repository, run):
    git(repository, "checkout", "--quiet", "-b", "branch")
    git(repository, "checkout", "--quiet", "main")
    append(repository, FAULTY)
    git(repository, "commit", "--quiet", "--all", "--message=main")
    git(repository, "checkout", "--quiet", "branch")
    assert codes(run("-C", repository, "check", "--since", "main", "--json").out) == []


def test_since_follows_files_and_entries_that_move(repository, run):
    append(repository, FAULTY)
    git(repository, "commit", "--quiet", "--all", "--message=faults")
    (repository / "lists").mkdir()
    git(repository, "mv", "survey.bib", "lists/papers.bib")
    whole = (repository / "lists" / "papers.bib").read_text(encoding="utf-8")
    (repository / "lists" / "papers.bib").write_text(
        whole.replace(FAULTY, "") + "@misc{two, title = {B}, note = {}}\n", encoding="utf-8"
    )
    (repository / "more.bib").write_text(FAULTY, encoding="utf-8")
    config = repository / "categories.toml"
    text = config.read_text(encoding="utf-8")
    bib = 'bib = ["lists/papers.bib", "more.bib"]'
    config.write_text(text.replace("[survey]", f"[survey]\n{bib}"), encoding="utf-8")
    git(repository, "add", "--all")
    words = ("-C", repository, "check", "--since", "HEAD", "--json", "--select", "S012,I004")
    found = json.loads(run(*words).out)["findings"]
    assert [(one["code"], one["key"]) for one in found] == [("S012", "two")]
    assert len(codes(run(*words[:3], *words[5:]).out)) == 3


def test_since_in_a_shallow_clone(repository, run, tmp_path):
    append(repository, FAULTY)
    git(repository, "commit", "--quiet", "--all", "--message=faults")
    append(repository, FAULTY.replace("one", "two"))
    git(repository, "commit", "--quiet", "--all", "--message=more")
    source = f"file://{repository}"
    git(tmp_path, "clone", "--quiet", "--depth=2", source, "two")
    words = ("check", "--since", "HEAD~1", "--json", "--select", "S012")
    found = json.loads(run("-C", tmp_path / "two", *words).out)["findings"]
    assert [one["key"] for one in found] == ["two"]
    git(tmp_path, "clone", "--quiet", "--depth=1", source, "one")
    result = run("-C", tmp_path / "one", *words[:-3])
    assert result.code == 2
    assert "fetch-depth: 0" in result.err


def test_since_needs_git(repository, run, monkeypatch):
    monkeypatch.setenv("PATH", "")
    result = run("-C", repository, "check", "--since", "HEAD")
    assert result.code == 2
    assert "git cannot be started" in result.err
    assert "install git" in result.err
    append(repository, FAULTY)
    found = run("-C", repository, "check", "--format", "github", "--select", "S012").out
    assert found.startswith("::warning file=survey.bib,line=")


def test_rules_are_told_as_wide_as_the_terminal(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    listed = run("--no-color", "check", "--list").out
    assert max(map(len, listed.splitlines())) <= 80
    assert all(f"  {rule.code}  " in listed and rule.name in listed for rule in rules())
    explained = run("--no-color", "check", "--explain", "unknown-reference").out
    prose, _, example = explained.partition("Bad:")
    assert max(map(len, prose.splitlines())) <= 80
    assert (
        "    @inproceedings{hopper2019, author = {Hopper, Grace and Turing, Alan}, year" in example
    )


def test_since_needs_a_repository(survey, run):
    (survey / ".git").rmdir()
    result = run("-C", survey, "check", "--since", "HEAD")
    assert result.code == 2


def test_a_file_that_was_not_there_is_new(repository, run):
    (repository / "other.bib").write_text("@misc{a, title={A}, note={}}", encoding="utf-8")
    words = ("-C", repository, "check", "other.bib", "--since", "HEAD", "--json")
    assert codes(run(*words).out) == ["S012"]


def test_annotations_name_the_file_from_the_root_of_the_repository(repository, run):
    below = repository / "below"
    below.mkdir()
    (below / "survey.bib").write_text("@misc{a, title={A}, note={}}", encoding="utf-8")
    result = run("-C", below, "check", "--format", "github")
    assert result.out == (
        "::warning file=below/survey.bib,line=1,col=26,endLine=1,endColumn=28,"
        "title=S012 empty-field::`note` is empty\n"
    )


def test_data_cannot_become_a_command():
    place = Place("a,b:c%.bib", 1)
    finding = Finding("X001", "x", Severity.HINT, "a\n::error::b%\x1b", place, hint="h")
    assert github([finding]) == (
        "::notice file=a%2Cb%3Ac%25.bib,line=1,title=X001 x::a%0A::error::b%25\\x1b; h\n"
    )


def sarif_of(run, folder: Path, *words: str) -> dict[str, Any]:
    """Return what `--format sarif` prints, checked against the standard's schema."""
    log: dict[str, Any] = json.loads(run("-C", folder, "check", "--format", "sarif", *words).out)
    jsonschema.validate(log, SARIF)
    return log


def test_sarif_says_what_json_says(survey, run):
    append(survey, FAULTY + "@misc{broken\n")
    append(
        survey, "% bib2awesome: ignore nothing\n@misc{ü, title = {A \x1b[1m\u202e}, note = {}}\n"
    )
    [one] = sarif_of(run, survey, "--latex")["runs"]
    findings = json.loads(run("-C", survey, "check", "--json", "--latex").out)["findings"]
    ids = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert len(set(ids)) == len(ids)
    assert [result["ruleId"] for result in one["results"]] == [f["code"] for f in findings]
    for result, finding in zip(one["results"], findings, strict=True):
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == {"hint": "note"}.get(finding["severity"], finding["severity"])
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        start = region["startLine"], region.get("startColumn")
        assert start == (finding["line"], finding["column"])
        assert start <= (region.get("endLine", start[0]), region.get("endColumn", start[1]))


def test_sarif_of_nothing_is_a_log_without_results(survey, run):
    assert sarif_of(run, survey, "--select", "S001")["runs"][0]["results"] == []


def test_sarif_of_a_finding_without_a_place_or_rule():
    bare = Finding("Z999", "z", Severity.ERROR, "m")
    placed = Finding("Z999", "z", Severity.ERROR, "m", Place("ä b.bib"))
    one, two = sarif([bare, placed], [])["runs"][0]["results"]
    assert "locations" not in one
    assert "ruleIndex" not in one
    assert two["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "%C3%A4%20b.bib"}
    }


def test_the_workflow_reads_only_on_pull_requests(tmp_path):
    text = dict(starter_files(tmp_path))[".github/workflows/survey.yml"]
    workflow = yaml.safe_load(text)
    triggers = workflow[True]  # YAML 1.1 reads `on` as true
    assert set(triggers) == {"pull_request", "push"}
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["check"]
    scripts = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
    assert not any("${{" in script for script in scripts)
    assert any("check --since" in script for script in scripts)


def test_the_action_and_the_hooks_are_well_formed():
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert action["runs"]["using"] == "composite"
    assert not any("${{" in step.get("run", "") for step in action["runs"]["steps"])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["bib2awesome check", "bib2awesome render --check"]
