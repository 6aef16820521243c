"""`import` takes a .bib file, and options of it only for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Run, snapshot

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


def test_of_several_files_each_problem_names_its_own(run: Run, survey: Path) -> None:
    (survey / "theirs.bib").write_text(THEIRS, encoding="utf-8")
    (survey / "broken.bib").write_text(THEIRS + "@misc{b,\n  title = {x}\n", encoding="utf-8")
    done = run("-C", survey, "import", "theirs.bib", "broken.bib")
    assert "warning: broken.bib:2: not understood" in done.err
    assert "`@misc{b, title = {x}`\n" in done.err


def test_options_of_bib_files_are_refused_for_lists(run: Run, survey: Path) -> None:
    done = run("-C", survey, "import", "README.md", "--groups")
    assert done.code == 2
    assert "`--groups` is for .bib files" in done.err


def test_a_text_follows_to_the_survey_s_keys_or_the_incoming_ones(run: Run, survey: Path) -> None:
    theirs = (
        "@inproceedings{ada, title = {Notes on the Analytical Engine}, author = {Lovelace, Ada},\n"
        "  doi = {10.1000/engine}, pages = {1--9}, publisher = {P}}\n"
    )
    (survey / "theirs.bib").write_text(theirs, encoding="utf-8")
    (survey / "theirs.tex").write_text(r"\cite{ada}", encoding="utf-8")
    (survey / "ours.tex").write_text(r"\cite{lovelace2024engine}", encoding="utf-8")
    before = snapshot(survey)
    assert run("-C", survey, "import", "theirs.bib", "--tex", "theirs.tex", "--check").code == 1
    assert snapshot(survey) == before
    done = run("-C", survey, "import", "theirs.bib", "--tex", "theirs.tex")
    assert (done.code, "cite that" in done.err) == (0, True)
    assert (survey / "theirs.tex").read_text(encoding="utf-8") == r"\cite{lovelace2024engine}"
    words = ("-C", survey, "import", "theirs.bib", "--incoming-keys", "--ids")
    assert run(*words, "--tex", "ours.tex").code == 0
    assert (survey / "ours.tex").read_text(encoding="utf-8") == r"\cite{ada}"
    text = (survey / "survey.bib").read_text(encoding="utf-8")
    assert "@inproceedings{ada," in text
    assert "ids       = {lovelace2024engine}" in text
    assert run(*words, "--check").code == 0


def test_fields_are_taken_and_preprints_upgraded_when_asked(run: Run, survey: Path) -> None:
    theirs = (
        "@inproceedings{x, title = {On Differences}, author = {Babbage, Charles}, eprint = {2301.00001},\n"
        "  booktitle = {International Conference on Machine Learning}, year = 2024, url = {https://a.org}}\n"
    )
    (survey / "theirs.bib").write_text(theirs, encoding="utf-8")
    done = run("-C", survey, "import", "theirs.bib", "--check")
    assert "another version of the work" in done.err
    done = run("-C", survey, "import", "theirs.bib", "--upgrade", "--overwrite", "YEAR")
    assert done.code == 0
    text = (survey / "survey.bib").read_text(encoding="utf-8")
    assert "@inproceedings{babbage2023difference" in text
    assert "International Conference on Machine Learning" in text
    assert "year     = {2024}" in text
    assert "arXiv preprint" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--category", "machine", "--group", "x=part"), "unknown category `machine`"),
        (("--category", "machine", "--group", "x=part"), "unknown category `part`"),
        (("--group", "x=part"), "unknown category `part`"),
        (("--group", "x"), "is no `NAME=PATH`"),
        (("--tex", "no*.tex"), ""),
    ],
)
def test_wrong_options_write_nothing(
    run: Run, survey: Path, words: tuple[str, ...], said: str
) -> None:
    (survey / "theirs.bib").write_text(THEIRS, encoding="utf-8")
    before = snapshot(survey)
    done = run("-C", survey, "import", "theirs.bib", *words)
    assert said in done.err
    assert not said or done.code == 2
    assert not said or snapshot(survey) == before
