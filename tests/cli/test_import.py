"""`import LIST.md`: from a list to survey.bib and categories.toml, and back through `render`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from pybtex.database.input.bibtex import Parser as PybtexParser

from bib2awesome.papers.survey import Survey

FORMS = (Path(__file__).parents[1] / "importers" / "data" / "forms.md").read_text(encoding="utf-8")
LIST = """# Awesome Engines

## Solvers

Fast ones.

- **[ICLR 2021]** Denoising Diffusion Implicit Models. [[Paper]](https://arxiv.org/abs/2010.02502) [[Code]](https://github.com/ermongroup/ddim)
- **[NeurIPS 2022]** DPM-Solver: A Fast ODE Solver. [[Paper]](https://arxiv.org/abs/2206.00927)

## Empty

## All

- **[ICLR 2021]** Denoising Diffusion Implicit Models. [[Paper]](https://arxiv.org/abs/2010.02502) [[Project]](https://example.org/ddim)
- **[ICLR 2021]** Denoising Diffusion Implicit Models. [[Paper]](https://arxiv.org/abs/2010.02502)
- **[ICML 2021]** Quite Another Title of Another Work. [[Paper]](https://arxiv.org/abs/2206.00927)
- Something that says nothing more
- 扩散模型综述 [[Paper]](https://example.org/a.pdf)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "LIST.md").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def do(run):
    """Run a command in a folder."""
    return lambda folder, *words: run("-C", str(folder), *words)


def test_of_several_lists_each_problem_names_its_own(do, folder):
    other = "# B\n\n## All\n\n- **[ICLR 2021]** A Wheel That Carries. [[Paper]](https://example.org/w)\n- Words alone\n"
    (folder / "OTHER.md").write_text(other, encoding="utf-8")
    done = do(folder, "import", "LIST.md", "OTHER.md")
    assert "warning: LIST.md:17: not understood" in done.err
    assert "warning: OTHER.md:6: not understood" in done.err
    refused = json.loads(do(folder, "import", "LIST.md", "OTHER.md", "--json").out)[
        "not_understood"
    ]
    assert [(one["file"], one["line"]) for one in refused] == [("OTHER.md", 6), ("LIST.md", 17)]


def test_a_list_becomes_a_survey(do, folder):
    result = do(folder, "import", "LIST.md")
    assert result.code == 1  # one item is not understood
    survey = Survey.open(folder)
    assert not survey.findings
    first = survey.papers[0]
    assert (first.tag, first.arxiv) == ("ICLR 2021", "2010.02502")
    assert first.category_refs == ("solvers", "all")
    assert first.text("link-project") == "https://example.org/ddim"
    assert [c.title for c in survey.taxonomy.roots] == ["Solvers", "Empty", "All"]
    assert survey.taxonomy["solvers"].intro == "Fast ones."
    assert "LIST.md:17: not understood" in result.err
    assert "twice in this section" in result.err
    assert "here `Quite Another" in result.err


def test_again_nothing_changes(do, folder):
    do(folder, "import", "LIST.md")
    before = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    assert "nothing to change" in do(folder, "import", "LIST.md").err
    assert {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} == before


def test_every_form_survives_a_second_import(do, tmp_path):
    (tmp_path / "LIST.md").write_text(FORMS, encoding="utf-8")
    do(tmp_path, "import", "LIST.md")
    survey = Survey.open(tmp_path)
    assert not survey.findings
    assert survey.taxonomy["tables/frameworks"].layout == "table"
    assert "nothing to change" in do(tmp_path, "import", "LIST.md").err


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing(do, folder, option):
    assert do(folder, "import", "LIST.md", option).code == 1
    assert [p.name for p in folder.iterdir()] == ["LIST.md"]


def test_the_answer_names_what_is_lost(do, folder):
    answer = json.loads(do(folder, "import", "LIST.md", "--json").out)
    assert answer["written"]
    assert [one["line"] for one in answer["not_understood"]] == [17]
    assert {note["kind"] for note in answer["notes"]} == {"duplicate", "two-titles"}


def test_another_title_of_one_id_is_named_once(do, tmp_path):
    (tmp_path / "LIST.md").write_text(
        "## One\n\n- [T0](https://arxiv.org/abs/2110.08207)\n"
        "- [Multitask Prompted Training](https://arxiv.org/abs/2110.08207)\n\n"
        "## Two\n\n- [Multitask Prompted Training](https://arxiv.org/abs/2110.08207)\n"
        "- [A Loom of Looms](https://arxiv.org/abs/2110.08207)\n",
        encoding="utf-8",
    )
    notes = json.loads(do(tmp_path, "import", "LIST.md", "--json").out)["notes"]
    assert [(note["line"], note["text"]) for note in notes if note["kind"] == "two-titles"] == [
        (4, "arXiv id 2110.08207 is `T0` in line 3, here `Multitask Prompted Training`"),
        (9, "arXiv id 2110.08207 is `T0` in line 3, here `A Loom of Looms`"),
    ]


def test_a_known_paper_gains_links_and_categories(do, folder):
    (folder / "survey.bib").write_text(
        "@misc{ddim,\n  title = {Denoising Diffusion Implicit Models},\n  eprint = {2010.02502},\n"
        "  category = {mine},\n  note = {my own},\n}\n",
        encoding="utf-8",
    )
    (folder / "categories.toml").write_text('[categories.mine]\ntitle = "Mine"\n', encoding="utf-8")
    result = do(folder, "import", "LIST.md")
    assert (
        "LIST.md:18: not understood" in result.err
    )  # a title that a file of ASCII has no form for
    survey = Survey.open(folder)
    paper = survey.paper("ddim")
    assert paper.category_refs == ("mine", "solvers", "all")
    assert paper.text("code") == "https://github.com/ermongroup/ddim"
    assert paper.text("note") == "my own"
    assert [c.title for c in survey.taxonomy.roots] == ["Mine", "Solvers", "Empty", "All"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x00\x01\x02", "not text"),
        (b"- caf\xe9 [x](https://arxiv.org/abs/2010.02502)", "not UTF-8"),
        (b"# Nothing\n\nJust prose.\n", "no papers found"),
        (b"", "no papers found"),
        (b"# List\n\n- [One](#one)\n- [Two](#two)\n", "no papers found"),
        ("# List\n\n- a".encode("utf-16"), "not text"),
        (b"_a*b" * 100_000, "no papers found"),
        (b"```\n" + b"- a\n" * 1000, "no papers found"),
        (b"<table><tr><td>" * 1000, "no papers found"),
        (b"# Nothing\n\n- some words in a bullet\n", "1 item was not understood"),
        (b"[" * (17 * 1024 * 1024), "larger than 16 MiB"),
    ],
)
def test_what_is_no_list_is_refused(do, tmp_path, data, message):
    (tmp_path / "LIST.md").write_bytes(data)
    result = do(tmp_path, "import", "LIST.md")
    assert result.code == 2
    assert message in result.err
    assert [p.name for p in tmp_path.iterdir()] == ["LIST.md"]


def test_files_that_nothing_reads_are_refused(do, tmp_path):
    (tmp_path / "a.xyz").write_text("", encoding="utf-8")
    assert "nothing here reads" in do(tmp_path, "import", "a.xyz").err
    assert "`bib2awesome set --csv`" in do(tmp_path, "import", "a.csv").err


def test_crlf_and_bom_are_read(do, folder):
    (folder / "LIST.md").write_bytes(b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode())
    do(folder, "import", "LIST.md")
    assert len(Survey.open(folder).papers) == 4


def test_the_seed_comes_back(do, shared, tmp_path):
    assert do(tmp_path, "import", str(shared / "seed" / "README.md")).code == 0
    survey = Survey.open(tmp_path)
    assert len(survey.papers) == 29 + 9
    assert not survey.findings
    assert survey.taxonomy["frameworks"].layout == "table"
    empty = [c.path for c in survey.taxonomy.walk() if not c.children and not survey.listed(c)]
    assert len(empty) == 8


MORE = """# Engines

## Solvers

- Two works stand behind one title of words. [[Paper]](https://arxiv.org/abs/2001.00001) [[Paper v2]](https://arxiv.org/abs/2001.00002)
- Software alone has its code for a page. [[Code]](https://github.com/a/software)
- A work whose page is all there is of it. [[Website]](https://example.org/page)
- Slides without end for one single work. [[Paper]](https://arxiv.org/abs/2001.00003) [[Slides]](https://example.org/1) [[Slides]](https://example.org/2)

## All

- Slides without end for one single work. [[Paper]](https://arxiv.org/abs/2001.00003) [[Slides]](https://example.org/3) [[Code]](https://github.com/a/slides)
- A work that the other list has the code of. [[Paper]](https://arxiv.org/abs/2001.00004)
- A work that the other list has the code of. [[Paper]](https://arxiv.org/abs/2001.00004) [[Code]](https://github.com/a/one) [[Code]](https://github.com/a/two)
"""


def fields(survey: Survey, start: str) -> dict[str, str]:
    paper = next(paper for paper in survey.papers if paper.title.startswith(start))
    return {
        name: value
        for name, value in paper.values.items()
        if name in {"url", "code"} or name.startswith("link-")
    }


def test_links_find_their_fields(do, tmp_path):
    (tmp_path / "LIST.md").write_text(MORE, encoding="utf-8")
    result = do(tmp_path, "import", "LIST.md")
    assert result.code == 0
    assert "several arXiv ids" in result.err
    survey = Survey.open(tmp_path)
    assert fields(survey, "Software") == {
        "url": "https://github.com/a/software",
        "code": "https://github.com/a/software",
    }
    assert fields(survey, "A work whose")["url"] == "https://example.org/page"
    assert fields(survey, "Slides") == {
        "url": "https://arxiv.org/abs/2001.00003",
        "code": "https://github.com/a/slides",
        "link-slides": "https://example.org/1",
        "link-slides-2": "https://example.org/2",
        "link-slides-3": "https://example.org/3",
    }
    assert fields(survey, "A work that")["code"] == "https://github.com/a/one"
    before = (tmp_path / "survey.bib").read_bytes()
    assert do(tmp_path, "import", "LIST.md").code == 0
    assert (tmp_path / "survey.bib").read_bytes() == before


def test_a_known_paper_gains_links_of_its_own(do, tmp_path):
    (tmp_path / "LIST.md").write_text(MORE, encoding="utf-8")
    assert do(tmp_path, "import", "LIST.md").code == 0
    more = MORE.replace("github.com/a/slides", "github.com/b/other").replace("org/2)", "org/9)")
    (tmp_path / "LIST.md").write_text(more, encoding="utf-8")
    assert do(tmp_path, "import", "LIST.md").code == 0
    found = fields(Survey.open(tmp_path), "Slides")
    assert found["code"] == "https://github.com/a/slides"
    assert "https://github.com/b/other" in found.values()
    assert "https://example.org/9" in found.values()


def test_every_reader_takes_the_survey_and_a_second_import_changes_nothing(tmp_path, do):
    shapes = (Path(__file__).parents[1] / "importers" / "data" / "shapes.md").read_text("utf-8")
    (tmp_path / "LIST.md").write_text(shapes, encoding="utf-8")
    assert do(tmp_path, "import", "LIST.md").code in {0, 1}
    written = (tmp_path / "survey.bib").read_text(encoding="utf-8")
    assert not parse_string(written).failed_blocks
    assert len(PybtexParser().parse_string(written).entries) == written.count("\n@") + 1
    do(tmp_path, "import", "LIST.md")
    assert (tmp_path / "survey.bib").read_text(encoding="utf-8") == written


def test_a_work_called_by_its_name_is_the_one_with_the_title(do, tmp_path):
    lists = Path(__file__).parents[1] / "importers" / "data" / "lists"
    (tmp_path / "LIST.md").write_text((lists / "people.md").read_text("utf-8"), encoding="utf-8")
    do(tmp_path, "import", "LIST.md")
    papers = Survey.open(tmp_path).papers
    (one,) = (paper for paper in papers if paper.arxiv == "1910.10683")
    assert one.title.startswith("Exploring the Limits")
    assert (one.text("shorttitle"), one.category_refs) == ("T5", ("names", "titles"))
    assert "nothing to change" in do(tmp_path, "import", "LIST.md").err
