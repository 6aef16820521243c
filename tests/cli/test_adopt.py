"""`import LIST.md --adopt` on the command line: what is shown, what is written, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "importers" / "data" / "adoption"
OPEN = "\n<!-- to be continued\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = (DATA / "tagged.md").read_text(encoding="utf-8")
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def do(run):
    """Run a command in a folder."""
    return lambda folder, *words: run("-C", str(folder), *words)


def test_a_list_is_adopted_and_render_changes_nothing(do, folder):
    before = (folder / "README.md").read_bytes()
    shown = do(folder, "import", "README.md", "--adopt", "--diff")
    assert shown.code == 1
    assert "+<!-- bib2awesome:begin papers category=solvers" in shown.out
    assert '+item = "tag"' in shown.out
    assert do(folder, "import", "README.md", "--adopt", "--check").code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["README.md"]
    assert (folder / "README.md").read_bytes() == before
    assert do(folder, "import", "README.md", "--adopt").code == 0
    after = (folder / "README.md").read_bytes()
    assert after != before
    assert do(folder, "render", "--check", "readme").code == 0
    assert do(folder, "render").code == 0
    assert (folder / "README.md").read_bytes() == after
    again = do(folder, "import", "README.md", "--adopt")
    assert again.code == 0
    assert again.err.endswith("nothing to change\n")
    assert (folder / "README.md").read_bytes() == after


def test_a_list_that_was_imported_before_is_adopted(do, folder):
    assert do(folder, "import", "README.md").code == 0
    checked = do(folder, "import", "README.md", "--adopt", "--check")
    assert checked.code == 1
    assert checked.err.endswith("README.md would change\n")
    adopted = do(folder, "import", "README.md", "--adopt")
    assert adopted.code == 0
    assert adopted.err.endswith("README.md written\n")
    assert do(folder, "render", "--check", "readme").code == 0


def test_json_says_what_is_not_understood(do, folder):
    text = (DATA / "odd.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text(text, encoding="utf-8")
    result = do(folder, "import", "README.md", "--adopt", "--json")
    answer = json.loads(result.out)
    assert result.code == 1
    assert "would be lost" in answer["not_understood"][0]["reason"]
    assert {note["kind"] for note in answer["notes"]} >= {"kept"}


def test_an_open_comment_is_refused_or_mended(do, folder):
    path = folder / "README.md"
    path.write_text(path.read_text(encoding="utf-8") + OPEN, encoding="utf-8")
    before = path.read_bytes()
    refused = do(folder, "import", "README.md", "--adopt")
    assert refused.code == 1
    line = before.decode().split("\n").index("<!-- to be continued") + 1
    assert f"README.md:{line}: an HTML comment that never closes" in refused.err
    assert path.read_bytes() == before
    assert do(folder, "import", "README.md").code == 0
    assert do(folder, "import", "README.md", "--adopt", "--mend-comments").code == 0
    assert path.read_text(encoding="utf-8").endswith("to be continued\n-->\n")
    assert do(folder, "render", "--check", "readme").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--mend-comments"], "goes with `--adopt`"),
        (["--adopt", "--plan", "p.json"], "exclude each other"),
        (["README.md", "--adopt"], "one list"),
    ],
)
def test_what_does_not_go_together_is_said(do, folder, words, said):
    result = do(folder, "import", "README.md", *words)
    assert result.code == 2
    assert said in result.err


def test_a_bib_file_is_not_adopted(do, folder):
    (folder / "x.bib").write_text("@misc{a, title = {A}}\n", encoding="utf-8")
    assert do(folder, "import", "x.bib", "--adopt").code == 2


def test_a_list_outside_of_the_survey_is_refused(do, folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "categories.toml").write_text("[survey]\n", encoding="utf-8")
    (other / "survey.bib").write_text("", encoding="utf-8")
    result = do(other, "import", str(folder / "README.md"), "--adopt")
    assert result.code == 2
    assert "not in the survey's folder" in result.err


def test_html_alone_cannot_be_adopted(do, folder):
    table = "<table><tr><th>Title</th></tr><tr><td>A Title of Words</td><td><a href='https://arxiv.org/abs/2010.02502'>Paper</a></td></tr></table>\n"  # fmt: skip
    (folder / "README.md").write_text("# T\n\n## S\n\n" + table, encoding="utf-8")
    result = do(folder, "import", "README.md", "--adopt")
    assert result.code == 1
    assert "HTML tables" in result.err
    assert sorted(path.name for path in folder.iterdir()) == ["README.md"]
