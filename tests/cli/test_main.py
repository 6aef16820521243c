from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import click
import pytest

from bib2awesome import __main__ as start
from bib2awesome import __version__
from bib2awesome.cli import main as cli
from bib2awesome.cli.commands import stats
from bib2awesome.errors import BugError, Finding, InputError, Place, RefusedError, Severity
from tests.cli.runner import ROOT, Run, environment, spawn


def _raises(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make `stats` end in an error."""

    def survey(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("bib2awesome.cli.session.Session.survey", survey)


def test_version_and_help_go_to_standard_output(run: Run) -> None:
    assert run("--version") == (0, f"bib2awesome {__version__}\n", "")
    shown = run("--help")
    assert shown.code == 0
    assert shown.err == ""
    assert "Example:\n" in shown.out
    for command in ("init", "render", "stats"):
        assert f"  {command} " in shown.out


def test_no_words_show_the_help_as_wrong_usage(run: Run) -> None:
    shown = run()
    assert shown.code == 2
    assert "Usage: bib2awesome" in shown.out + shown.err


def test_running_as_a_module_is_the_same(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bib2awesome", "render", "--help"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("Usage: bib2awesome render ")


class _Interrupted(MetaPathFinder):
    """Ctrl-C while Python looks for the command line."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "bib2awesome.cli.main":
            raise KeyboardInterrupt


def test_ctrl_c_while_it_starts_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "bib2awesome.cli.main")
    monkeypatch.setattr(sys, "meta_path", [_Interrupted(), *sys.meta_path])
    assert start.main() == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["rendr"], "no such command `rendr`", "did you mean `render`?"),
        (["xyzzy"], "no such command `xyzzy`", "see `bib2awesome --help`"),
        (["category", "mov"], "no such command `mov`", "did you mean `move`?"),
        (["../main"], "no such command", ""),
        (["render", "--chek"], "no such option", "did you mean `--check`?"),
        (["render", "-q"], "no such option", "`-q` goes before the command"),
        (["--colour", "render"], "no such option", ""),
        (["-C"], "option `-C` requires an argument", ""),
        (["-v", "-q", "stats"], "`-v` and `-q` exclude each other", ""),
        (["-C", "no-such-folder", "stats"], "there is no folder `no-such-folder`", "existing"),
    ],
)
def test_wrong_usage_is_said_in_one_error_with_a_hint(
    run: Run, words: list[str], message: str, hint: str
) -> None:
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    first, empty, second = err.splitlines()[:3]
    assert first.startswith(f"error: {message}")
    assert not first.endswith(".")
    assert empty == ""
    assert second.startswith("hint: ")
    assert hint in second
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("cannot be used", hint="try"), 2),
        (RefusedError("would destroy"), 1),
        (BugError("an invariant is broken"), 70),
        (ZeroDivisionError("division by zero"), 70),
        (RecursionError(), 70),
        (KeyboardInterrupt(), 130),
        (PermissionError(13, "Permission denied", "survey.bib"), 2),
        (click.Abort(), 130),
    ],
)
def test_every_error_has_its_exit_code_and_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    _raises(monkeypatch, error)
    result = run("stats")
    assert result.code == code
    assert result.out == ""
    assert "Traceback" not in result.err
    assert result.err


def test_all_problems_are_shown_and_not_only_the_first(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place("survey.bib", 120, 3)
    findings = [
        Finding("S001", "broken-block", Severity.ERROR, "no closing brace", place, hint="add one"),
        Finding(
            "S004", "undefined-macro", Severity.WARNING, "what is `x`?", Place("survey.bib", 4)
        ),
        Finding("R004", "no-citation", Severity.HINT, "nothing to cite"),
    ]
    _raises(monkeypatch, InputError(findings))
    assert run("stats").err == (
        "error: survey.bib:120:3: no closing brace\n\nhint: add one\n\n"
        "warning: survey.bib:4: what is `x`?\n"
        "hint: nothing to cite\n"
    )
    assert run("-q", "stats").err == (
        "error: survey.bib:120:3: no closing brace\n\nhint: add one\n\n"
    )


def test_a_bug_brings_the_text_for_an_issue(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _raises(monkeypatch, ValueError("what \x1b[31m now"))
    err = run("-q", "stats", "--json").err
    assert "error: this is a bug in bib2awesome: ValueError: what \\x1b[31m now\n" in err
    assert f"bib2awesome {__version__}, Python 3." in err
    assert "command: bib2awesome -q stats --json\n" in err
    assert "bib2awesome/cli/commands/stats.py:" in err
    assert str(ROOT) not in err


def test_debug_shows_the_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _raises(monkeypatch, InputError("cannot be used"))
    result = run("--debug", "stats")
    assert result.code == 2
    assert "Traceback (most recent call last)" in result.err
    assert "error: cannot be used\n" in result.err


def test_an_error_still_leaves_one_json_object(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _raises(monkeypatch, InputError("cannot be used", place=Place("categories.toml", 3, 1)))
    result = run("stats", "--json")
    answer = json.loads(result.out)
    assert answer["command"] == "stats"
    assert answer["version"] == 1
    assert [(f["file"], f["line"], f["message"]) for f in answer["findings"]] == [
        ("categories.toml", 3, "cannot be used")
    ]


def test_a_message_cannot_drive_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "\x1b]0;owned\x07 \u202eabc\u2066 \x9b31m"
    _raises(monkeypatch, InputError(hostile, place=Place("\x1b[2J.bib", 1), hint=hostile))
    shown = run("stats", "--json")
    for text in shown.out, shown.err:
        assert not any(character in text for character in "\x1b\x07\x9b\u202e\u2066")
    assert json.loads(shown.out)["findings"][0]["message"] == hostile


def test_starting_up_loads_nothing_heavy(tmp_path: Path) -> None:
    heavy = {"requests", "jinja2", "rich", "markdown_it", "bibtexparser", "tomlkit", "filelock"}
    code = (
        "import sys, bib2awesome.cli.main as m; m.main(['--help']);"
        f"sys.stderr.write(' '.join(sorted(set(sys.modules) & {heavy!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
)
def test_output_is_utf8_in_every_locale(survey: Path, settings: dict[str, str]) -> None:
    text = (survey / "survey.bib").read_text(encoding="utf-8")
    (survey / "survey.bib").write_text(text.replace("machines}", "mäschines-√}"), encoding="utf-8")
    shown = spawn("stats", "--json", cwd=survey, env=environment(**settings))
    assert shown.code == 1
    assert "mäschines-√" in shown.err
    assert "mäschines-√" in shown.out
    json.loads(shown.out)


def test_a_path_that_is_no_text_is_shown_escaped(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9")
    try:
        (tmp_path / name).mkdir()
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    done = spawn("-C", name, "stats", cwd=tmp_path)
    assert done.code == 2
    assert "caf\\udce9" in done.err


def test_commands_are_found_by_their_file_name(run: Run) -> None:
    assert run("stats", "--help").code == 0
    context = click.Context(cli.group)
    assert cli.group.get_command(context, "stats") is stats.command
    assert cli.group.get_command(context, "no-such") is None
    assert cli.group.get_command(context, "__init__") is None
    assert cli.group.list_commands(context) == sorted(cli.group.list_commands(context))


def test_a_command_that_lacks_an_import_is_not_taken_for_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(name: str) -> None:
        raise ModuleNotFoundError(f"No module named 'click' in {name}", name="click")

    monkeypatch.setattr(cli, "import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        cli.group.get_command(click.Context(cli.group), "stats")


@pytest.mark.parametrize("command", ["", *cli.group.list_commands(click.Context(cli.group))])
def test_help_fits_into_80_columns_and_ends_with_an_example(run: Run, command: str) -> None:
    words = [command, "--help"] if command else ["--help"]
    lines = run(*words).out.splitlines()
    assert max(map(len, lines)) <= 80
    example = lines.index("  Example:")
    assert all(line.startswith("    bib2awesome") for line in lines[example + 1 :])
    assert len(lines) > example + 1


@pytest.mark.parametrize("words", [[], ["category"]], ids=["all", "category"])
def test_a_list_of_commands_shows_whole_sentences(run: Run, words: list[str]) -> None:
    _, _, listed = run(*words, "--help").out.partition("Commands:\n")
    assert listed
    assert "..." not in listed
