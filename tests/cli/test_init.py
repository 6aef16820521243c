from __future__ import annotations

import json
import os
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from bib2awesome import __version__, config, files
from bib2awesome.bib.document import Document
from bib2awesome.cli import starter
from bib2awesome.errors import RefusedError
from tests.cli.runner import Run, snapshot

FILES = {
    ".gitattributes",
    ".github/workflows/survey.yml",
    "README.md",
    "categories.toml",
    "survey.bib",
}


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def test_a_new_survey_renders_and_is_clean_afterwards(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my-survey"
    started = run("init", folder)
    assert started.code == 0
    assert started.out == ""
    assert set(snapshot(folder)) == FILES
    for path in FILES:
        assert f"wrote {folder.as_posix()}/{path}\n" in started.err
    rendered = run("-C", folder, "render")
    assert rendered.code == 0, rendered.err
    assert "error:" not in rendered.err
    assert "warning:" not in rendered.err
    files = snapshot(folder)
    assert b"Denoising Diffusion Implicit Models" in files["README.md"]
    assert b"song2021ddim" in files["latex/references.bib"]
    checked = run("-C", folder, "render", "--check")
    assert checked.code == 0
    assert snapshot(folder) == files


def test_init_works_in_the_current_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    started = run("init")
    assert started.code == 0
    assert "wrote survey.bib\n" in started.err
    assert started.err.endswith("init: done; next: `bib2awesome render`\n")
    assert set(snapshot(tmp_path)) == FILES


def test_no_file_is_overwritten_and_each_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"# mine\r\n")
    (tmp_path / ".gitattributes").write_bytes(b"*.bib text\n")
    started = run("init", tmp_path)
    assert started.code == 0
    after = snapshot(tmp_path)
    assert after["README.md"] == b"# mine\r\n"
    assert after[".gitattributes"] == b"*.bib text\n"
    assert set(after) == FILES
    assert "README.md, which was there already" in started.err
    assert "<!-- bib2awesome:begin papers -->" in started.err
    assert "decisions.jsonl merge=union" in started.err
    assert "`bib2awesome import README.md --adopt` makes them of the list" in started.err
    again = run("init", tmp_path)
    assert again.code == 0
    assert snapshot(tmp_path) == after
    assert again.err.count("which was there already") == len(FILES)
    assert "--adopt" not in again.err  # what is there now may be the author's


def test_a_second_init_advises_nothing_that_is_there(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    again = run("init", tmp_path)
    assert "put these two lines" not in again.err
    assert "please add" not in again.err


def test_a_dangling_link_is_not_written_through(run: Run, tmp_path: Path) -> None:
    (tmp_path / "survey.bib").symlink_to(tmp_path / "elsewhere.bib")
    assert run("init", tmp_path).code == 0
    assert not (tmp_path / "elsewhere.bib").exists()


def test_a_file_that_comes_meanwhile_is_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object, **__: object) -> bool:
        raise RefusedError("the file changed")

    monkeypatch.setattr(files, "write", late)
    started = run("init", tmp_path)
    assert started.code == 0
    assert started.err.count("which was there already") == len(FILES)


def test_a_branch_that_yaml_could_misread_is_not_written(tmp_path: Path) -> None:
    _git(tmp_path, "init", "--quiet", "--initial-branch", 'a"b')
    workflow = dict(starter.starter_files(tmp_path))[".github/workflows/survey.yml"]
    assert 'branches: ["main"]' in workflow


def test_a_folder_that_leads_out_is_refused(run: Run, tmp_path: Path) -> None:
    target, outside = tmp_path / "survey", tmp_path / "outside"
    target.mkdir()
    outside.mkdir()
    (target / ".github").symlink_to(outside, target_is_directory=True)
    refused = run("init", target)
    assert refused.code == 2
    assert "leaves the survey's folder" in refused.err
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_cannot_be_written_is_one_error(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        refused = run("init", tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert refused.code == 2
    assert "permission denied" in refused.err


def test_a_file_in_the_place_of_the_folder_is_one_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    refused = run("-C", tmp_path, "init", "file")
    assert refused.code == 2
    assert refused.err.startswith("error: file/survey.bib: ")
    assert "Traceback" not in refused.err


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("my-survey", "Awesome My Survey"),
        ("awesome-fast_models", "Awesome Fast Models"),
        ("Überblick", "Awesome Überblick"),
        ("-", "Awesome"),
    ],
)
def test_the_title_comes_from_the_folder(tmp_path: Path, name: str, title: str) -> None:
    assert starter.title_of(tmp_path / name) == title


@pytest.mark.parametrize(
    "title",
    [
        'Quotes "inside" and \\ backslashes',
        "@repository@ @title@",
        "<script>alert(1)</script> [x](javascript:y) `code` *a* | b",
        "bell \x07 and escape \x1b[31m",
        "two\nlines <!-- bib2awesome:begin papers -->",
        "雪 ❄️",
    ],
)
def test_any_title_is_text_in_every_file(run: Run, tmp_path: Path, title: str) -> None:
    folder = tmp_path / "survey"
    assert run("init", folder, "--title", title).code == 0
    settings = tomllib.loads((folder / "categories.toml").read_text(encoding="utf-8"))
    assert settings["survey"]["title"] == " ".join(title.split())
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "<script>" not in readme.replace("\\<script", "")
    assert run("-C", folder, "render").code == 0


@pytest.mark.parametrize(
    ("remote", "repository"),
    [
        ("https://github.com/owner/name.git", "owner/name"),
        ("https://github.com/owner/name", "owner/name"),
        ("https://user:secret@github.com/owner/name.git", "owner/name"),
        ("git@github.com:owner/name.git", "owner/name"),
        ("ssh://git@github.com/owner/na.me.git", "owner/na.me"),
        ("https://gitlab.com/owner/name.git", None),
        ("https://github.com.example.org/owner/name", None),
        ("../elsewhere", None),
        ('https://github.com/owner/na"me', None),
    ],
)
def test_the_repository_comes_from_git(
    run: Run, tmp_path: Path, remote: str, repository: str | None
) -> None:
    _git(tmp_path, "init", "--quiet", "--initial-branch", "trunk")
    _git(tmp_path, "remote", "add", "origin", remote)
    assert run("init", tmp_path / "list").code == 0
    loaded = config.load(tmp_path / "list" / "categories.toml")
    assert loaded.survey.repository == repository
    workflow = yaml.safe_load((tmp_path / "list/.github/workflows/survey.yml").read_text())
    assert workflow[True]["push"]["branches"] == ["trunk"]  # YAML 1.1 reads `on` as true


def test_without_git_there_is_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert starter.repository_of(tmp_path) is None
    assert starter.starter_files(tmp_path)


def test_the_workflow_only_reads_on_pull_requests(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    workflow = yaml.safe_load((tmp_path / ".github/workflows/survey.yml").read_text())
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    assert "permissions" not in jobs["check"]
    assert jobs["check"]["if"] == "github.event_name == 'pull_request'"
    assert jobs["check"]["steps"][0]["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert jobs["render"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert jobs["render"]["if"] == "github.event_name == 'push'"
    for job in jobs.values():
        for step in job["steps"]:
            # What a pull request says must never become a command.
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (
            {
                "url": "https://github.com/owner/name",
                "vcs_info": {"vcs": "git", "commit_id": "0123456789abcdef"},
            },
            "git+https://github.com/owner/name@0123456789abcdef",
        ),
        ({"url": "file:///home/me/bib2awesome", "dir_info": {"editable": True}}, None),
        (
            {
                "url": "https://github.com/o/n'; rm -rf ~",
                "vcs_info": {"vcs": "git", "commit_id": "01234567"},
            },
            None,
        ),
        (None, None),
    ],
)
def test_the_workflow_asks_for_what_runs_here(
    monkeypatch: pytest.MonkeyPatch, origin: object, expected: str | None
) -> None:
    class Distribution:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return None if origin is None else json.dumps(origin)

    monkeypatch.setattr(metadata, "distribution", lambda _: Distribution())
    assert starter.requirement() == (expected or f"bib2awesome>={__version__},<0.2")


def test_without_metadata_the_workflow_asks_for_the_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert starter.requirement() == f"bib2awesome>={__version__},<0.2"


def test_the_example_papers_are_whole(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    document = Document.parse((tmp_path / "survey.bib").read_bytes())
    assert document.findings == []
    assert [entry.key for entry in document.usable()] == [
        "song2021ddim",
        "lu2022dpmsolver",
        "meng2023guided",
    ]


def test_the_example_papers_are_the_verified_ones(shared: Path, tmp_path: Path, run: Run) -> None:
    run("init", tmp_path)
    document = Document.parse((tmp_path / "survey.bib").read_bytes())
    lines = (shared / "data" / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    papers = {paper["key"]: paper for paper in map(json.loads, lines)}
    for entry in document.usable():
        paper, values = papers[entry.key], document.values(entry)
        assert _plain(values["title"]) == paper["title"]
        assert _plain(values["author"]) == " and ".join(paper["authors"])
        assert values.get("doi") == paper["doi"]
        assert values.get("pages") == paper["pages"]
        assert values["eprint"] == paper["arxiv"]
        assert values.get("code") == paper["code_url"]
        assert int(values["year"]) == paper["year"]


def _plain(source: str) -> str:
    return " ".join(source.replace("{", "").replace("}", "").split())


def test_the_next_command_can_be_pasted(run: Run, tmp_path: Path) -> None:
    started = run("-C", tmp_path, "init", "my survey (2)")
    assert started.err.endswith('init: done; next: `bib2awesome -C "my survey (2)" render`\n')
    if os.name != "nt":
        started = run("-C", tmp_path, "init", 'a "b"')
        assert started.err.endswith("init: done; next: `bib2awesome -C 'a \"b\"' render`\n")
    started = run("-C", tmp_path, "init", "übersicht/a_b-1")
    assert started.err.endswith("init: done; next: `bib2awesome -C übersicht/a_b-1 render`\n")


@pytest.mark.parametrize("title", ["a\x1b[31mb", "a\u202eb", "a\udcffb"])
def test_titles_that_drive_a_terminal_are_shown(run: Run, tmp_path: Path, title: str) -> None:
    assert run("-C", tmp_path, "init", "--title", title).code == 0
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert readme.isascii()
    assert run("-C", tmp_path, "render").code == 0


def test_an_example_for_latex_on_request(run: Run, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "x"), "--latex", "--title", r"R&D 50% \input{x}")
    assert result.code == 0
    text = (tmp_path / "x" / "example" / "main.tex").read_text(encoding="utf-8")
    assert r"\title{R\&D 50\% /input\{x\}}" in text
    assert "compile example/main.tex" in result.err
    assert not (tmp_path / "y" / "example").exists()
