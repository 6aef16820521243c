"""Edits of strangers in an adopted README that are harder to read: kept by the next `render` all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.papers.survey import Survey
from tests.cli.test_pull_request import edit, kept

LOOMS = """\
# Awesome Looms

## Weaving

- [Weaving by machine at scale](https://arxiv.org/abs/1801.00001) [[code](https://github.com/ada/weave)]
- [Colours that do not fade in the sun](https://arxiv.org/abs/1901.00002) [[code](https://github.com/bo/dye)]
- [Spinning wool without sheep at all](https://arxiv.org/abs/2001.00003) [[code](https://github.com/cy/spin)]
"""
ROWS = """\
# Awesome Looms

## Weaving

| Paper | Code |
|-------|------|
| [Weaving by machine at scale](https://arxiv.org/abs/1801.00001) | [code](https://github.com/ada/weave) |
| [Colours that do not fade in the sun](https://arxiv.org/abs/1901.00002) | [code](https://github.com/bo/dye) |
| [Spinning wool without sheep at all](https://arxiv.org/abs/2001.00003) | [code](https://github.com/cy/spin) |
"""
WORDS = """\
# Awesome Cloth

## Weaving

* [Weaving by machine at scale](https://arxiv.org/abs/1801.00001)
  * ToG 2018
  * University of Linen, Silk Institute
  * A loom with two beams, no shuttle ![](https://img.example.org/fast.png)
* [Colours that do not fade in the sun](https://arxiv.org/abs/1901.00002)
  * ToG 2019
  * Dye Works of the North
  * Mordants, then a long bath ![](https://img.example.org/slow.png)
* [Spinning wool without sheep at all](https://arxiv.org/abs/2001.00003)
  * ToG 2020
  * Wool Academy
  * Protein fibres, spun wet ![](https://img.example.org/fast.png)
* [Knots that hold under any load](https://arxiv.org/abs/2101.00004)
  * ToG 2021
  * School of Ropes
  * Topology, with pictures ![](https://img.example.org/slow.png)
"""


@pytest.fixture
def do(run):
    """Run a command in a folder."""
    return lambda folder, *words: run("-C", str(folder), *words)


@pytest.fixture
def adopted(tmp_path: Path, do):
    """Adopt a list and return its folder."""

    def adopt(text: str) -> Path:
        (tmp_path / "README.md").write_text(text, encoding="utf-8")
        assert do(tmp_path, "import", "README.md", "--adopt").code == 0
        return tmp_path

    return adopt


def test_what_was_taken_from_an_address_follows_it(do, adopted):
    folder = adopted(LOOMS)
    edit(folder, ("1901.00002", "2002.12345"))
    assert "2002.12345" in kept(do, folder)
    paper = Survey.open(folder).papers[1]
    assert (paper.arxiv, paper.year) == ("2002.12345", 2020)


def test_what_the_list_does_not_show_is_taken_once(do, adopted):
    folder = adopted(LOOMS)
    new = "- **[ICLR 2024]** Looms with two beams. [[Paper]](https://arxiv.org/abs/2401.00009)\n"
    first, second = LOOMS.splitlines(keepends=True)[4:6]
    edit(folder, (first, ""), (second, new + second))
    assert do(folder, "import", "README.md").code == 0
    bib = (folder / "survey.bib").read_bytes()
    assert do(folder, "import", "README.md").err.splitlines()[-1] == "import: nothing to change"
    assert (folder / "survey.bib").read_bytes() == bib


def test_an_address_of_another_kind_leaves_the_identifier(do, adopted):
    folder = adopted(LOOMS)
    edit(folder, ("https://arxiv.org/abs/1901.00002", "https://doi.org/10.1145/3576915.3616679"))
    kept(do, folder)
    paper = Survey.open(folder).papers[1]
    assert (paper.arxiv, paper.doi, paper.year) == ("1901.00002", "10.1145/3576915.3616679", 2019)


def test_a_new_item_takes_no_edited_one_for_its_old_self(do, adopted):
    folder = adopted(LOOMS)
    wool = "- [Spinning wool without sheep at all](https://arxiv.org/abs/2001.00003) [[code](https://github.com/cy/spin)]\n"
    new = wool.replace("without sheep", "with a wheel").replace("2001.00003", "2201.00009").replace("cy/spin", "di/wheel")  # fmt: skip
    first = "- [Weaving by"
    edit(folder, ("cy/spin", "cy/spin-2"), (first, new + first))
    text = kept(do, folder)
    assert new in text
    assert "https://arxiv.org/abs/2001.00003) [[code](https://github.com/cy/spin-2)]" in text
    assert len(Survey.open(folder).papers) == 4


@pytest.mark.parametrize("word", ["scael", "large scale", "ICML scale"])
def test_words_of_a_title_are_read_as_such(do, adopted, word):
    folder = adopted(LOOMS)
    edit(folder, ("at scale]", f"at {word}]"))
    kept(do, folder)
    assert Survey.open(folder).papers[0].title == f"Weaving by machine at {word}"


def test_a_reworded_title_in_a_numbered_list_below_a_new_item(do, adopted):
    plain = LOOMS.replace("- [", "1. [").replace("1. [Col", "2. [Col").replace("1. [Spin", "3. [Spin")  # fmt: skip
    folder = adopted(plain)
    new = "1. [Knots that hold under load](https://arxiv.org/abs/2101.00004)\n"
    edit(folder, ("1. [Weaving by machine", f"{new}2. [Weaving by hand"), ("2. [Col", "3. [Col"), ("3. [Spin", "4. [Spin"))  # fmt: skip
    kept(do, folder)
    titles = [paper.title for paper in Survey.open(folder).papers]
    assert titles[:2] == ["Knots that hold under load", "Weaving by hand at scale"]


def test_a_new_item_says_the_same_in_the_same_places_as_others(do, adopted):
    folder = adopted(WORDS)
    assert WORDS.partition("\n\n* ")[2] in (folder / "README.md").read_text(encoding="utf-8")
    new = """\
* [Felt that mends its own holes](https://arxiv.org/abs/2201.00005)
  * ToG 2022
  * Guild of Felters
  * Needles, and patience ![](https://img.example.org/fast.png)
"""
    knots = "* [Knots that"
    edit(folder, (knots, new + knots))
    assert new in kept(do, folder)
    felt = Survey.open(folder).papers[3]
    assert felt.text("remark") != ""
    assert felt.values["shortvenue"] == "ToG 2022"


def test_what_the_reader_misunderstands_stays_the_paper_that_it_is(do, adopted):
    looms = LOOMS.replace("# Awesome Looms\n", "# Awesome Looms\n\n## Letters\n\n- A letter on wool Nature  [[Paper](https://www.nature.com/articles/s41586-021-03819-2)] [[code](https://github.com/eve/wool)]\n")  # fmt: skip
    folder = adopted(looms)
    edit(folder, ("eve/wool", "eve/wool-2"))
    kept(do, folder)
    assert len(Survey.open(folder).papers) == 4


def test_further_links_of_a_new_item_are_shown(do, adopted):
    folder = adopted(LOOMS)
    first = "- [Weaving by"
    new = "- [Knots that hold under load](https://arxiv.org/abs/2101.00004) [[Slides](https://example.org/knots.pdf)]\n"
    edit(folder, (first, new + first))
    assert new in kept(do, folder)


def test_an_address_of_a_new_row_that_the_table_has_no_place_for_is_named(do, adopted):
    folder = adopted(ROWS)
    first = "| [Weaving by"
    new = "| [Knots that hold under load](https://arxiv.org/abs/2101.00004) [[slides](https://example.org/knots.pdf)] | [code](https://github.com/di/knots) |\n"
    edit(folder, (first, new + first))
    read = do(folder, "import", "README.md")
    assert read.code == 1
    assert (
        "`https://example.org/knots.pdf` is nothing that a new paper shows in this style"
        in read.err
    )
    assert new in (folder / "README.md").read_text(encoding="utf-8")
    assert Survey.open(folder).papers[0].values["link-slides"] == "https://example.org/knots.pdf"


def test_what_an_ascii_file_cannot_hold_is_noted_and_the_rest_taken(do, adopted):
    folder = adopted(LOOMS)
    edit(
        folder,
        ("Weaving by machine at scale", "Weaving by 机器 at scale"),
        ("bo/dye", "bo/dye-2"),
    )
    read = do(folder, "import", "README.md")
    assert read.code == 1
    assert "has no ASCII form" in read.err
    weaving, colours, _ = Survey.open(folder).papers
    assert weaving.title == "Weaving by machine at scale"
    assert colours.values["code"] == "https://github.com/bo/dye-2"


@pytest.mark.parametrize("authors", ["Lovelace, Ada and Hopper, Grace", "Ada Lovelace"])
def test_authors_that_the_list_writes_in_its_own_way_are_changed(do, adopted, authors):
    titles = ("Weaving by Machine", "Colours that Last", "Spinning Wool", "Knots under Load")
    items = [
        f"- **{title}**, Ada Lovelace, Charles Babbage, *ICLR 202{n}*. [[Paper]](https://example.org/{n})\n"
        for n, title in enumerate(titles)
    ]
    two = "Lovelace, Ada and Babbage, Charles"
    items[0] = items[0].replace("Ada Lovelace, Charles Babbage", two)
    folder = adopted(f"# Looms\n\n## Weaving\n\n{''.join(items)}")
    edit(folder, (two, authors))
    assert f"**, {authors}, *ICLR 2020*." in kept(do, folder)
    assert "Babbage" not in Survey.open(folder).papers[0].text("author")
