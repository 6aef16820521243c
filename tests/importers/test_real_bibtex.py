"""Surveys made of lists, as BibTeX, bibtexparser and pybtex see them: no error, no warning that the list does not cause."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from pybtex.database.input.bibtex import Parser

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.planning import Planning
from bib2awesome.papers.survey import Survey

DATA = Path(__file__).parent / "data"
LISTS = sorted([*DATA.glob("*.md"), *(DATA / "lists").glob("*.md")])
WARNING = re.compile(
    r"^Warning--(?:empty|(?P<either>either|neither)) (?P<field>.+) in (?P<key>\S+)$"
)
UNSTATED = {"author", "year", "publisher", "note", "school", "institution"}
"""What a list may leave open and BibTeX's styles want; venue and title are what makes the type."""


def survey_of(folder: Path, path: Path) -> Survey:
    """Import a list into an empty folder."""
    planning = Planning(Survey.open(folder, new=True))
    planning.take(read_list(path.read_text(encoding="utf-8-sig")), path.name)
    Survey.open(folder, new=True).apply(planning.plan())
    return Survey.open(folder)


def warnings_of(folder: Path, style: str) -> Iterator[str]:
    """Run BibTeX over all entries of a survey; yields its warnings, fails with its errors."""
    program = shutil.which("bibtex")
    if program is None:
        pytest.skip("no bibtex here: TeX is not installed")
    aux = f"\\relax\n\\citation{{*}}\n\\bibdata{{survey}}\n\\bibstyle{{{style}}}\n"
    (folder / "x.aux").write_text(aux, encoding="ascii")
    done = subprocess.run([program, "x"], cwd=folder, capture_output=True, check=False)
    log = (folder / "x.blg").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log
    assert "error message" not in log
    yield from (line for line in log.splitlines() if line.startswith("Warning--"))


def check(folder: Path, survey: Survey) -> None:
    values = {paper.key: paper.values for paper in survey.papers}
    for style in ("plain", "alpha"):
        for line in warnings_of(folder, style):
            found = WARNING.match(line)
            assert found is not None, line
            field, key = found["field"], found["key"]
            assert field in UNSTATED, line
            assert not values[key].get(field), line


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_readers_of_bibtex_take_imported_lists(path, tmp_path):
    survey = survey_of(tmp_path, path)
    text = survey.documents[0].data.decode()
    assert not parse_string(text).failed_blocks
    assert len(Parser().parse_string(text).entries) == len(survey.papers)
    check(tmp_path, survey)


def test_readers_of_bibtex_take_lists_of_the_corpus(shared, tmp_path):
    files = sorted((shared / "corpus" / "lists").glob("*.md"))
    small = [path for path in files if path.stat().st_size < 40_000]
    for path in small[::2]:
        folder = tmp_path / path.stem
        folder.mkdir()
        survey = survey_of(folder, path)
        text = survey.documents[0].data.decode()
        assert not parse_string(text).failed_blocks, path.name
        assert len(Parser().parse_string(text).entries) == len(survey.papers), path.name
        check(folder, survey)
