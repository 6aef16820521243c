"""The category tree changes together with the papers that are in it, and nothing else does."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.runner import Run, snapshot

TOML = """\
# Ours.
[survey]
title = "Machines"   # short

[categories.machines]
title = "Machines"

# Parts of machines.
[categories.machines.parts]
title = "Parts"
layout = "table"

[categories.machines.parts.wheels]

[categories.other]
title = "Other" # comment

[tables.all]
categories = ["parts"]
columns = [{ field = "code", title = "Code" }]

[render]
empty = "hide"
"""

BIB = """\
@misc{a, title = {A}, category = {machines}}
@misc{b, title = {B}, category = {wheels ,  other}}
@misc{c, title = {C}, category = {-}}
@misc{d, title = {D}, category = {machines/parts,nothing}}
@misc{e, title = {E}}
"""


@pytest.fixture
def tree(survey: Path) -> Path:
    (survey / "categories.toml").write_bytes(TOML.encode())
    (survey / "survey.bib").write_bytes(BIB.encode())
    return survey


def texts(folder: Path) -> tuple[str, str]:
    return (folder / "categories.toml").read_text(), (folder / "survey.bib").read_text()


def check_done(run: Run, tree: Path, *words: str, code: int = 0) -> tuple[str, str]:
    """Check that `--check` writes nothing and the command both files; returns their new texts."""
    before = snapshot(tree)
    assert run("-C", tree, "category", *words, "--check").code == 1
    assert snapshot(tree) == before
    done = run("-C", tree, "category", *words)
    assert done.code == code, done.err
    return texts(tree)


def test_the_tree_is_printed_with_counts(run: Run, tree: Path) -> None:
    rows = [line.split() for line in run("-C", tree, "category", "list").out.splitlines()[1:5]]
    assert [(row[0], row[-1]) for row in rows] == [
        ("machines", "3"), ("parts", "2"), ("wheels", "1"), ("other", "1"),
    ]  # fmt: skip


def test_a_category_is_added_where_it_belongs(run: Run, tree: Path) -> None:
    toml, bib = check_done(
        run, tree, "add", "parts/gears", "--title", "Gears", "--intro", "See\nhere."
    )
    added = '\n[categories.machines.parts.gears]\ntitle = "Gears"\nintro = """\nSee\nhere."""\n'
    assert toml == TOML.replace("wheels]\n", "wheels]\n" + added)
    assert bib == BIB


def test_a_tail_that_would_mean_two_is_lengthened(run: Run, tree: Path) -> None:
    toml, bib = check_done(run, tree, "add", "other/wheels")
    assert "[categories.other.wheels]" in toml
    assert bib == BIB.replace("{wheels ,", "{machines/parts/wheels ,")


def test_a_category_is_renamed_where_it_stands_and_back(run: Run, tree: Path) -> None:
    toml, bib = check_done(run, tree, "rename", "parts", "pieces", "--title", "Pieces")
    assert toml == TOML.replace("machines.parts", "machines.pieces").replace(
        'title = "Parts"', 'title = "Pieces"'
    ).replace('["parts"]', '["machines/pieces"]')
    assert bib == BIB.replace("{wheels ,  other}", "{machines/pieces/wheels ,  other}").replace(
        "machines/parts,nothing", "machines/pieces,nothing"
    )
    toml, bib = check_done(run, tree, "rename", "pieces", "parts", "--title", "Parts")
    assert toml == TOML.replace('["parts"]', '["machines/parts"]')


def test_a_category_is_moved_and_moved_back(run: Run, tree: Path) -> None:
    full = BIB.replace("{wheels ,", "{machines/parts/wheels ,")
    toml = TOML.replace('["parts"]', '["machines/parts"]')
    (tree / "survey.bib").write_text(full, encoding="utf-8")
    (tree / "categories.toml").write_text(toml, encoding="utf-8")
    new, bib = check_done(run, tree, "move", "parts", "/", "--after", "machines")
    assert new == toml.replace("[categories.machines.parts", "[categories.parts").replace(
        '["machines/parts"]', '["parts"]'
    )
    assert "{parts,nothing}" in bib
    assert check_done(run, tree, "move", "parts", "machines") == (toml, full)
    new, bib = check_done(run, tree, "move", "other", "/", "--before", "machines")
    assert new.index("[categories.other]") < new.index("[categories.machines]")
    assert check_done(run, tree, "move", "other", "/", "--after", "machines") == (toml, full)
    assert run("-C", tree, "category", "move", "other", "/").code == 0


def test_papers_and_children_go_to_another_category(run: Run, tree: Path) -> None:
    toml, bib = check_done(run, tree, "merge", "parts", "other")
    assert "machines.parts" not in toml
    assert "[categories.other.wheels]" in toml
    assert bib == BIB.replace("{wheels ,  other}", "{other/wheels ,  other}").replace(
        "machines/parts,nothing", "other,nothing"
    )


def test_a_child_takes_in_its_parent(run: Run, tree: Path) -> None:
    done = run("-C", tree, "category", "merge", "parts", "wheels")
    assert done.code == 2
    assert "into itself" in done.err


def test_a_category_with_papers_says_where_they_go(run: Run, tree: Path) -> None:
    before = snapshot(tree)
    done = run("-C", tree, "category", "remove", "parts")
    assert (done.code, "has 2 papers" in done.err) == (2, True)
    assert snapshot(tree) == before
    toml, bib = check_done(run, tree, "remove", "parts", "--to", "-", code=1)
    assert "# Parts of machines." not in toml
    assert 'categories = ["parts"]' in toml  # an empty list would be every paper
    assert bib == BIB.replace("{wheels ,  other}", "{other}").replace(
        "machines/parts,nothing", "nothing"
    )
    toml, bib = check_done(run, tree, "remove", "machines", "--to", "other")
    assert "machines" not in toml.replace('"Machines"', "")
    assert "@misc{a, title = {A}, category = {other}}" in bib


def test_on_a_terminal_it_asks_where_papers_go(
    run: Run, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("machines\n"))
    done = run("-C", tree, "category", "remove", "other")
    assert (done.code, "has 1 paper; where to?" in done.err) == (0, True)
    assert "{wheels ,  machines}" in texts(tree)[1]
    assert run("-C", tree, "category", "add", "empty").code == 0
    assert run("-C", tree, "category", "remove", "empty").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "other"), "already"),
        (("add", "nowhere/x"), "unknown category `nowhere`"),
        (("add", "Bad Id"), "error: `Bad Id` cannot be the id"),
        (("rename", "machines", ""), "error: `` cannot be the id"),
        (("rename", "machines", "x/y"), "hint: `category move` puts"),
        (("add", "x", "--before", "parts"), "no category `parts` there"),
        (("add", "x", "--before", "machines", "--after", "other"), "exclude each other"),
        (("move", "other", "/", "--before", "other"), "no category `other` there"),
        (("add", "wheels/x", "--before", "y"), "no category `y` there"),
        (("rename", "part", "x"), "did you mean"),
        (("rename", "machines", "other"), "already"),
        (("rename", "-", "other"), "is no category"),
        (("move", "machines", "wheels"), "into itself"),
        (("move", "parts", "wheel"), "unknown category `wheel`"),
        (("move", "part", "wheel"), "unknown category `wheel`"),
        (("merge", "wheel", "othr"), "did you mean `other`?"),
        (("remove", "machines", "--to", "othr"), "did you mean `other`?"),
        (("remove", "machines", "--to", "parts"), "is removed too"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_written(
    run: Run, tree: Path, words: tuple[str, ...], said: str
) -> None:
    before = snapshot(tree)
    done = run("-C", tree, "category", *words)
    assert done.code == 2
    assert said in done.err
    assert snapshot(tree) == before


def test_a_plan_that_does_not_fit_any_more_changes_neither_file(run: Run, tree: Path) -> None:
    assert run("-C", tree, "category", "rename", "parts", "pieces", "--plan", "p.json").code == 0
    assert texts(tree) == (TOML, BIB)
    changed = BIB.replace("machines/parts,nothing", "machines/parts")
    (tree / "survey.bib").write_text(changed, encoding="utf-8")
    done = run("-C", tree, "apply", "p.json")
    assert done.code == 1
    assert "`d`" in done.err
    assert texts(tree) == (TOML, changed)
    (tree / "survey.bib").write_text(BIB, encoding="utf-8")
    assert run("-C", tree, "apply", "p.json").code == 0
    assert "[categories.machines.pieces]" in texts(tree)[0]


README = """\
\ufeff# T

- by hand <!-- bib2awesome:begin papers category=wheels -->

<!--  bib2awesome:begin   papers category=wheels   headings=none from=b -->
old content
<!-- bib2awesome:end papers sha256:0000000000000000000000000000000000000000000000000000000000000000 -->

  <!-- bib2awesome:begin table category=parts -->
  <!-- bib2awesome:end table -->
""".replace("\n", "\r\n").encode()


@pytest.fixture
def regions(tree: Path) -> Path:
    """Return a survey whose README and second markdown file have regions of categories."""
    (tree / "README.md").write_bytes(README)
    more = "<!-- bib2awesome:begin papers category=machines/parts -->\n<!-- bib2awesome:end papers -->\n"
    (tree / "MORE.md").write_text(more, encoding="utf-8")
    toml = TOML.replace("[render]\n", '[render]\nmarkdown = ["MORE.md"]\n')
    (tree / "categories.toml").write_text(toml, encoding="utf-8")
    return tree


def changed_lines(folder: Path) -> list[str]:
    """Return the lines of README.md that are not as they were; no other byte may differ."""
    now = (folder / "README.md").read_bytes()
    old, new = README.splitlines(keepends=True), now.splitlines(keepends=True)
    assert len(old) == len(new)
    return [two.decode().strip() for one, two in zip(old, new, strict=True) if one != two]


def test_regions_follow_a_category_that_is_renamed(run: Run, regions: Path) -> None:
    check_done(run, regions, "rename", "parts", "pieces")
    begin = "<!--  bib2awesome:begin   papers category=machines/pieces/wheels   headings=none from=b -->"
    assert changed_lines(regions) == [
        begin, "<!-- bib2awesome:begin table category=machines/pieces -->",
    ]  # fmt: skip
    assert "category=machines/pieces -->" in (regions / "MORE.md").read_text(encoding="utf-8")
    check_done(run, regions, "rename", "pieces", "parts")
    check_done(run, regions, "add", "other/parts")
    assert "category=machines/parts -->" in changed_lines(regions)[1]


def test_regions_follow_a_category_that_is_moved_by_a_saved_plan(run: Run, regions: Path) -> None:
    assert run("-C", regions, "category", "move", "wheels", "/", "--plan", "p.json").code == 0
    assert changed_lines(regions) == []
    assert run("-C", regions, "apply", "p.json").code == 0
    assert changed_lines(regions) == []  # `wheels` is its whole path now
    assert run("-C", regions, "category", "move", "wheels", "other", "--plan", "p.json").code == 0
    assert run("-C", regions, "apply", "p.json").code == 0
    assert "category=other/wheels" in changed_lines(regions)[0]
    diff = run("-C", regions, "category", "move", "wheels", "/", "--diff")
    assert "+++ b/README.md" in diff.out


def test_a_region_of_a_category_that_is_gone_is_named_with_its_line(
    run: Run, regions: Path
) -> None:
    done = run("-C", regions, "category", "merge", "parts", "other")
    assert done.code == 1
    assert "README.md:9:1: the region `table category=parts` names `category=parts`" in done.err
    assert "MORE.md:1:1" in done.err
    assert len(changed_lines(regions)) == 1
    assert "category=other/wheels" in changed_lines(regions)[0]


def test_regions_follow_a_key_or_are_named(run: Run, regions: Path) -> None:
    assert run("-C", regions, "rename-key", "b", "b2").code == 0
    assert "from=b2 -->" in changed_lines(regions)[0]
    done = run("-C", regions, "merge", "d", "b2")
    assert done.code == 1
    assert "names `from=b2`, which is gone" in done.err


def test_a_readme_with_wrong_markers_stays_and_is_named(run: Run, regions: Path) -> None:
    wrong = README.replace(b"table -->", b"papers -->")
    (regions / "README.md").write_bytes(wrong)
    done = run("-C", regions, "category", "rename", "parts", "pieces")
    assert done.code == 1
    assert "README.md: its regions cannot be read" in done.err
    assert (regions / "README.md").read_bytes() == wrong


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_a_region_behind_a_link_that_leads_out_of_the_survey_is_not_written(
    run: Run, regions: Path
) -> None:
    outside = regions.parent / "outside.md"
    (regions / "MORE.md").rename(outside)
    (regions / "MORE.md").symlink_to(outside)
    before, text = snapshot(regions), outside.read_bytes()
    done = run("-C", regions, "category", "rename", "parts", "pieces")
    assert done.code == 2
    assert "`MORE.md` leaves the survey's folder" in done.err
    assert (snapshot(regions), outside.read_bytes()) == (before, text)


def test_there_must_be_categories(run: Run, survey: Path) -> None:
    (survey / "categories.toml").unlink()
    assert "no categories.toml" in run("-C", survey, "category", "list").err
    assert run("-C", survey, "category", "rename", "a", "b").code == 2
    assert run("-C", survey, "category", "add", "machines").code == 0
    made = (survey / "categories.toml").read_text(encoding="utf-8")
    assert made == '[categories.machines]\ntitle = "Machines"\n'


def test_the_tree_as_json(run: Run, tree: Path) -> None:
    answer = json.loads(run("-C", tree, "category", "list", "--json").out)
    assert answer["categories"][1] == {
        "path": "machines/parts",
        "title": "Parts",
        "own": 1,
        "total": 2,
    }
