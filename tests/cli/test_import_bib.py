"""`import` takes a .bib file, and options of it only for one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runner import Run

THEIRS = (
    "@misc{hopper2025, title = {Compilers for Looms}, author = {Hopper, Grace}, groups = {Parts}}\n"
)


def test_a_bib_file_joins_the_survey(run: Run, survey: Path) -> None:
    (survey / "theirs.bib").write_text(THEIRS, encoding="utf-8")
    assert run("-C", survey, "import", "theirs.bib", "--groups").code == 0
    text = (survey / "survey.bib").read_text(encoding="utf-8")
    assert "hopper2025" in text
    assert text.rstrip().count("{machines/parts}") == 2
    assert run("-C", survey, "import", "theirs.bib", "--groups", "--check").code == 0


def test_options_of_bib_files_are_refused_for_lists(run: Run, survey: Path) -> None:
    done = run("-C", survey, "import", "README.md", "--groups")
    assert done.code == 2
    assert "are for .bib files" in done.err
