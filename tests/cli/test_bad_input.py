"""Files that are broken or hostile: one clear error, the right exit code, nothing changed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import BIB, TOML
from tests.cli.runner import Run, environment, snapshot, spawn

as_root = os.name != "nt" and os.getuid() == 0
needs_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")

FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
"""
NESTED = b"""<!-- bib2awesome:begin papers -->
<!-- bib2awesome:begin toc -->
<!-- bib2awesome:end toc -->
<!-- bib2awesome:end papers -->
"""
BAD_TOML = [
    (b"[survey\n", "categories.toml:1"),
    (b"[survey]\ntitle = 3\n", "categories.toml:2"),
    (b'[survey]\ntitel = "x"\n', "categories.toml:2:1"),
    (b"[categories.Big]\n", "categories.toml:1"),
    (b'[survey]\nbib = "../survey.bib"\n', "categories.toml:2"),
    (b'[survey]\nbib = "/etc/passwd"\n', "categories.toml:2"),
    (b'[survey]\nbib = ".git/config"\n', "categories.toml:2"),
    (b'[survey]\nrepository = "https://github.com/o/n"\n', "categories.toml:2"),
    (b"[render]\nheading = 9\n", "categories.toml:2"),
    (b'[render]\nitem = "{{ title"\n', "categories.toml:2"),
    (b'[render]\nitem = "{{ nothing_of_that_name }}"\n', "categories.toml:2"),
    (b"[render]\nitem = \"{{ ''.__class__.__mro__ }}\"\n", "categories.toml:2"),
    (b'[render]\nitem = "{% for i in range(10**9) %}{{ i }}{% endfor %}"\n', "categories.toml:2"),
    (b"[render]\nitem = \"{% include '/etc/passwd' %}\"\n", "categories.toml:2"),
    (b'[render]\nmarkdown = ["../README.md"]\n', "categories.toml:2"),
    (b'[render]\ntargets = ["readmee"]\n', "categories.toml:2"),
    (b"\xff\xfe[\x00s\x00", "categories.toml:1"),
    (b"a" + b".a" * 100_000 + b" = 1\n", "categories.toml"),
    (b"x = " + b"[" * 100_000 + b"\n", "categories.toml"),
]
BAD_README = [
    (b"# A\n<!-- bib2awesome:begin papers -->\n", "README.md:2"),
    (b"# A\n\n<!-- bib2awesome:end papers -->\n", "README.md:3"),
    (b"<!-- bib2awesome:begin papres -->\n<!-- bib2awesome:end papres -->\n", "README.md:1"),
    (b"<!-- bib2awesome:begin papers x=1 -->\n<!-- bib2awesome:end papers -->\n", "README.md:1"),
    (
        b"<!-- bib2awesome:begin papers category=nope -->\n<!-- bib2awesome:end papers -->\n",
        "README.md:1",
    ),
    (
        NESTED,
        "README.md:2",
    ),
    (b"<!-- never closed\n\n<!-- bib2awesome:begin toc\n", "README.md:1"),
    ("# Ä\n".encode("utf-16"), "README.md"),
]


def _refused(run: Run, survey: Path, *words: str, code: int = 2) -> str:
    """Run `render` (or other words) and check that it refuses in style; return what it says."""
    before = snapshot(survey)
    result = run("-C", survey, *(words or ("render",)))
    assert result.code == code, result.err
    assert result.out == ""
    assert result.err.startswith("error: ")
    assert "Traceback" not in result.err
    assert "\x1b" not in result.err
    assert snapshot(survey) == before
    return result.err


@pytest.mark.parametrize(("data", "place"), BAD_TOML, ids=range(len(BAD_TOML)))
def test_bad_settings_are_one_error_with_a_place(
    run: Run, survey: Path, data: bytes, place: str
) -> None:
    if data.startswith(b"[render]"):
        data += TOML.encode()  # categories, so that there are items to show
    (survey / "categories.toml").write_bytes(data)
    assert _refused(run, survey).startswith(f"error: {place}")


@pytest.mark.parametrize(("data", "place"), BAD_README, ids=range(len(BAD_README)))
def test_a_bad_readme_is_one_error_with_a_line(
    run: Run, survey: Path, data: bytes, place: str
) -> None:
    (survey / "README.md").write_bytes(data)
    assert _refused(run, survey).startswith(f"error: {place}")


def test_every_problem_is_told_at_once(run: Run, survey: Path) -> None:
    (survey / "categories.toml").write_bytes(b"[survey]\ntitel = 1\n[render]\nheading = 0\nx = 1\n")
    err = _refused(run, survey)
    assert [line.split(": ")[1] for line in err.splitlines() if line.startswith("error:")] == [
        "categories.toml:2:1",
        "categories.toml:4:11",
        "categories.toml:5:1",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_utf16_is_refused_with_a_hint(run: Run, survey: Path, encoding: str) -> None:
    (survey / "survey.bib").write_bytes(BIB.encode(encoding))
    err = _refused(run, survey)
    assert "survey.bib" in err
    assert "hint: " in err


def test_latin1_is_read_as_it_is(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_bytes(BIB.replace(r"M{\"u}ller", "Müller").encode("latin-1"))
    assert run("-C", survey, "render").code == 0
    latex = (survey / "latex/references.bib").read_bytes()
    assert rb"M{\"u}ller" in latex


def test_a_missing_survey_bib_is_named(run: Run, survey: Path) -> None:
    (survey / "survey.bib").unlink()
    assert "survey.bib: there is no such file" in _refused(run, survey)


def test_no_survey_at_all_says_how_to_start_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    result = run("-C", tmp_path, "render")
    assert result.code == 2
    assert "`bib2awesome init`" in result.err


@pytest.mark.parametrize("name", ["survey.bib", "categories.toml", "README.md"])
def test_a_folder_in_the_place_of_a_file_is_named(run: Run, survey: Path, name: str) -> None:
    (survey / name).unlink()
    (survey / name).mkdir()
    err = _refused(run, survey)
    assert name in err
    assert "folder" in err


@needs_posix
@pytest.mark.parametrize("name", ["survey.bib", "categories.toml", "README.md"])
def test_a_circle_of_links_is_named(run: Run, survey: Path, name: str) -> None:
    (survey / name).unlink()
    (survey / name).symlink_to(survey / "other")
    (survey / "other").symlink_to(survey / name)
    result = run("-C", survey, "render")
    assert result.code == 2
    assert name in result.err
    assert "circle" in result.err


@needs_posix
@pytest.mark.parametrize("name", ["survey.bib", "categories.toml", "README.md"])
def test_a_pipe_is_not_waited_for(survey: Path, name: str) -> None:
    (survey / name).unlink()
    os.mkfifo(survey / name)
    result = spawn("render", cwd=survey)
    assert result.code == 2
    assert name in result.err


@needs_posix
def test_an_output_that_leads_out_of_the_folder_is_refused(run: Run, survey: Path) -> None:
    outside = survey.parent / "outside"
    outside.mkdir()
    (survey / "latex").symlink_to(outside, target_is_directory=True)
    result = run("-C", survey, "render")
    assert result.code == 2
    assert "symbolic link" in result.err
    assert list(outside.iterdir()) == []


@needs_posix
@pytest.mark.skipif(as_root, reason="permissions do not bind root")
@pytest.mark.parametrize("name", ["survey.bib", "categories.toml", "README.md"])
def test_an_unreadable_file_is_named(run: Run, survey: Path, name: str) -> None:
    (survey / name).chmod(0)
    result = run("-C", survey, "render")
    (survey / name).chmod(0o644)
    assert result.code == 2
    assert f"{name}: permission denied" in result.err


@needs_posix
@pytest.mark.skipif(as_root, reason="permissions do not bind root")
def test_one_file_that_cannot_be_written_does_not_keep_the_others(run: Run, survey: Path) -> None:
    (survey / "README.md").chmod(0o444)
    result = run("-C", survey, "render", "--json")
    (survey / "README.md").chmod(0o644)
    assert result.code == 2
    assert [one["status"] for one in json.loads(result.out)["outputs"]] == ["refused", "written"]


def _unmeasured() -> dict[str, str]:
    """Return an environment in which coverage does not try to write into the full disk."""
    return {name: text for name, text in environment().items() if not name.startswith("COV")}


@needs_posix
def test_a_full_disk_leaves_every_file_whole(survey: Path) -> None:
    before = snapshot(survey)
    result = spawn("render", cwd=survey, setup=FULL_DISK, env=_unmeasured())
    assert result.code == 2
    assert "README.md: " in result.err
    assert "latex/references.bib: " in result.err
    assert "Traceback" not in result.err
    assert snapshot(survey) == before


@needs_posix
def test_a_write_that_fails_is_in_the_json_too(survey: Path) -> None:
    outputs = json.loads(
        spawn("render", "--json", cwd=survey, setup=FULL_DISK, env=_unmeasured()).out
    )["outputs"]
    assert {one["status"] for one in outputs} == {"refused"}
    assert all(one["reason"] for one in outputs)


@needs_posix
def test_kill_9_while_writing_leaves_every_file_whole(survey: Path) -> None:
    """The process dies by its own hand between the new bytes and their name."""
    before = snapshot(survey)
    die = (
        "import os, signal\n"
        "os.replace = lambda *words, **more: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    result = spawn("render", cwd=survey, setup=die)
    assert result.code == -signal.SIGKILL
    after = snapshot(survey)
    assert {path: after[path] for path in before} == before
    assert spawn("render", cwd=survey).code == 0
    assert not [path for path in snapshot(survey) if path.endswith(".tmp")]
    assert spawn("render", "--check", cwd=survey).code == 0


@needs_posix
@pytest.mark.parametrize("words", [["render"], ["render", "--check"], ["stats"]])
def test_ctrl_c_ends_soon_and_quietly(survey: Path, words: list[str]) -> None:
    code = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may have it ignored
        "from bib2awesome.papers.survey import Survey\n"
        "def wait(*words, **more):\n"
        "    print('waiting', file=sys.stderr, flush=True)\n"
        "    time.sleep(60)\n"
        "Survey.open = wait\n"
        "from bib2awesome.cli.main import main\n"
        "sys.exit(main())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=survey, env=environment(), stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"waiting\n"
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=30)[1].decode()
    assert time.monotonic() - began < 10  # 2 s are promised; a busy machine may take longer
    assert process.returncode == 130
    assert "Traceback" not in err


@needs_posix
def test_a_file_that_changes_meanwhile_is_not_overwritten(survey: Path) -> None:
    edit = (
        "from bib2awesome import files\n"
        "write = files.write\n"
        "def late(path, *words, **more):\n"
        "    if path.name == 'README.md':\n"
        "        path.write_bytes(path.read_bytes() + b'edited meanwhile')\n"
        "    return write(path, *words, **more)\n"
        "files.write = late\n"
    )
    result = spawn("render", cwd=survey, setup=edit)
    assert result.code == 1
    assert "error: README.md: the file changed" in result.err
    assert (survey / "README.md").read_bytes().endswith(b"edited meanwhile")
    assert (survey / "latex/references.bib").exists()


HOSTILE = [
    r"-->\n<!-- bib2awesome:end papers -->",
    r"{{ 7 * 7 }} {% raw %} {# x #}",
    r"<script>alert(1)</script><img src=x onerror=alert(1)>",
    r"[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "bell \x07 escape \x1b[31mred\x1b[0m nul \x00 c1 \x9b2J",
    "right-to-left \u202egnp.exe\u202c \u2066x\u2069",
    r"| a | b | `code` *bold* _it_ ~~no~~ # 1. -",
    r"$x$ \input{/etc/passwd} \write18{rm -rf /}",
]


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_title_is_text_everywhere(survey: Path, title: str) -> None:
    text = BIB.replace("Notes on the Analytical Engine", title)
    (survey / "survey.bib").write_bytes(text.encode())
    first = spawn("render", cwd=survey)
    assert first.code in {0, 1}, first.err
    assert "Traceback" not in first.err
    files = snapshot(survey)
    readme = files["README.md"].decode()
    assert readme.count("<!-- bib2awesome:begin") == 1
    assert readme.count("<!-- bib2awesome:end") == 1
    for unsafe in (r"(?<!\\)<script>", r"(?<!\\)<img", r"(?<!\\)\]\(javascript:", r"\b49 "):
        assert not re.search(unsafe, readme)
    for character in "\x07\x1b\x00\x9b\u202e\u2066":
        assert character not in readme
        assert character not in first.out + first.err
    again = spawn("render", cwd=survey)
    assert again.code == first.code
    assert snapshot(survey) == files


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_http_links_are_links(run: Run, survey: Path, url: str) -> None:
    text = BIB.replace("https://example.org/engine", url)
    (survey / "survey.bib").write_text(text, encoding="utf-8", newline="")
    result = run("-C", survey, "render")
    assert result.code == 0
    assert "warning: survey.bib:6:15: " in result.err
    assert url not in (survey / "README.md").read_text(encoding="utf-8")


def test_a_bomb_of_macros_is_an_error_and_not_a_hang(run: Run, survey: Path) -> None:
    lines = ['@string{a0 = "xxxxxxxxxx"}']
    lines += [f"@string{{a{i} = {' # '.join([f'a{i - 1}'] * 10)}}}" for i in range(1, 40)]
    bomb = "\n".join(lines) + "\n" + BIB.replace("{Notes on the Analytical Engine}", "a39")
    (survey / "survey.bib").write_text(bomb, encoding="utf-8", newline="")
    began = time.monotonic()
    result = run("-C", survey, "render")
    assert time.monotonic() - began < 30
    assert result.code == 1
    assert "error: survey.bib:" in result.err
    assert (survey / "README.md").stat().st_size < 1_000_000


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_braces_cost_one_entry_at_most(run: Run, survey: Path, depth: int) -> None:
    deep = "{" * depth + "x" + "}" * depth
    text = BIB + f"@misc{{deep, title = {{{deep}}}, category = {{machines}}}}\n"
    (survey / "survey.bib").write_text(text, encoding="utf-8", newline="")
    result = run("-C", survey, "render")
    assert result.code in {0, 1}
    assert "Notes on the Analytical Engine" in (survey / "README.md").read_text(encoding="utf-8")


def test_a_file_of_zeros_has_no_papers_and_no_traceback(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_bytes(b"\x00" * 10_000)
    result = run("-C", survey, "render")
    assert result.code in {0, 1, 2}
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("list",), 1),
        (("set", "babbage2023difference", "remark=x", "--check"), 1),
        (("rename-key", "babbage2023difference", "babbage", "--check"), 1),
        (("category", "list"), 0),
        (("why", "babbage2023difference"), 0),
        (("enrich", "--offline"), 1),
        (("add", "10.1000/engine"), 0),
        (("set", "broken", "remark=x"), 2),
    ],
)
def test_every_command_names_the_entries_that_it_leaves_out(
    run: Run, survey: Path, words: tuple[str, ...], code: int
) -> None:
    path = survey / "survey.bib"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"% @misc{{out, title = {{Out}}}}\n@misc{{broken,\n\n{text}", encoding="utf-8")
    done = run("-C", survey, *words)
    assert done.code == code
    assert "warning: survey.bib:1:3: BibTeX reads the commented-out entry `out`" in done.err
    assert "error: survey.bib:4:1: entry `broken` has no closing brace" in done.err


def test_json_names_the_entries_that_are_left_out(run: Run, survey: Path) -> None:
    path = survey / "survey.bib"
    path.write_text("@misc{broken,\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    for words in (
        ("list",),
        ("set", "babbage2023difference", "remark=x", "--check"),
        ("set", "nobody", "remark=x"),
        ("category", "list"),
        ("why", "babbage2023difference"),
    ):
        answer = json.loads(run("-C", survey, *words, "--json").out)
        assert answer["findings"][0]["name"] == "broken-block"
