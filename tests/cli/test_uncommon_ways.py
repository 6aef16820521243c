"""Ways through the commands that few surveys take: each ends as its documentation says."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from bib2awesome.bib.names import parse_names
from bib2awesome.cli.main import group
from bib2awesome.papers.authorship import overlap
from bib2awesome.papers.survey import Survey

TOML = """\
[categories.machines]
title = "Machines"
[categories.machines.looms]
title = "Looms"
[categories.machines.looms.narrow]
title = "Narrow"
intro = "Ribbons."
[categories.parts]
title = "Parts"
"""
BIB = """\
@proceedings{looms1804, title = {Looms of the World}, year = {1804}, category = {-}}

@inproceedings{cards1804,
  title = {Weaving Flowers by Punched Cards}, author = {Jacquard, Marie}, crossref = {looms1804},
  url = {https://example.org/cards}, category = {machines/looms},
}
"""
README = """\
# Looms

<!-- bib2awesome:begin papers category=machines -->
<!-- bib2awesome:end papers -->
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "survey.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "categories.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    return tmp_path


@pytest.fixture
def do(run, folder):
    """Run a command in the survey's folder."""
    return lambda *words: run("-C", str(folder), *words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"\cite{cards1804}", set()),
        (r"\nocite{*}", set()),
        (r"Nothing is cited.", {"cards1804"}),
    ],
)
def test_a_parent_is_cited_with_its_child_and_a_star_cites_all(do, folder, text, found):
    (folder / "main.tex").write_text(text + "\n", encoding="utf-8")
    out = do("check", "--tex", "main.tex", "--select", "never-cited").out
    assert {key for key in ("cards1804", "looms1804") if f"`{key}`" in out} == found


def test_a_removed_tree_of_categories_comes_back(do, folder):
    before = (folder / "categories.toml").read_bytes()
    done = do("category", "remove", "machines/looms", "--to", "parts", "--plan", "p.json")
    assert done.code == 0, done.err
    assert do("apply", "p.json").code == 0
    assert "looms" not in (folder / "categories.toml").read_text(encoding="utf-8")
    assert do("apply", "--reverse", "p.json").code == 0
    survey = Survey.open(folder)
    assert [one.path for one in survey.taxonomy.walk()] == [
        "machines",
        "machines/looms",
        "machines/looms/narrow",
        "parts",
    ]
    assert survey.taxonomy["machines/looms/narrow"].intro == "Ribbons."
    assert survey.paper("cards1804").category_refs == ("machines/looms",)
    assert before.count(b"\n") == (folder / "categories.toml").read_bytes().count(b"\n")


def test_a_new_item_below_a_heading_of_the_rendered_list_gets_that_category(do, folder):
    assert do("render", "readme").code == 0
    path = folder / "README.md"
    text = path.read_text(encoding="utf-8")
    item = "- **[ICLR 2023]** Flow Matching for Generative Modeling. [[Paper]](https://arxiv.org/abs/2210.02747)\n"
    lines = text.splitlines(keepends=True)
    narrow = next(number for number, line in enumerate(lines) if line.rstrip().endswith("# Narrow"))
    lines.insert(narrow + 1, f"\n{item}")
    path.write_text("".join(lines), encoding="utf-8")
    assert do("import", "README.md").code == 0
    assert Survey.open(folder).paper("flow2023matching").category_refs == ("machines/looms/narrow",)


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("date = {2024-03}", {"year": "2024", "month": "mar"}),
        ("date = {2024-03}, year = {2024}", {"year": "2024", "month": "mar"}),
        ("date = {in spring}", {"date": "in spring"}),
    ],
)
def test_dates_of_biblatex_come_along_in_the_dialect_of_the_survey(do, folder, date, fields):
    entry = f"@thesis{{ada2024, title = {{Engines}}, author = {{Lovelace, Ada}}, type = {{mathesis}},\n  institution = {{London}}, {date}}}\n"
    (folder / "theirs.bib").write_text(entry, encoding="utf-8")
    assert do("import", "theirs.bib", "--category", "parts").code in {0, 1}
    paper = Survey.open(folder).paper("ada2024")
    assert (paper.type, paper.tex("school")) == ("mastersthesis", "London")
    for name, value in fields.items():
        written = paper.tex(name)
        assert written == value or written.lower().startswith(value)


def test_a_shell_completes_the_names_of_rules():
    complete = ShellComplete(group, {}, "bib2awesome", "_BIB2AWESOME_COMPLETE")
    names = {one.value for one in complete.get_completions(["check", "--explain"], "dead-")}
    assert names == {"dead-identifier", "dead-link"}


SAME = """\
# L

## One

- **Denoising Diffusion Implicit Models.** Jiaming Song, Chenlin Meng. ICLR 2021. [[Paper]](https://arxiv.org/abs/2010.02502)
- **BLOOM** [[Paper]](https://arxiv.org/abs/2211.05100) [[Slides]](https://example.org/slides)

## Two

- **Denoising Diffusion Implicit Model.** Yang Song. ICLR 2021. [[Paper]](https://arxiv.org/abs/2010.02502)
- **BLOOM: A 176B-Parameter Open-Access Multilingual Language Model** [[Paper]](https://arxiv.org/abs/2211.05100) [[Slides]](https://example.org/more-slides) [[Code]](https://github.com/bigscience/bloom)
- **Engines.** Ada Lovelace. [[Paper]](https://example.org/engines)

## Three

- **Engines.** Charles Babbage. [[Paper]](https://example.org/other-engines) \N{GRINNING FACE} (\N{SNOWMAN}\N{COMBINING ENCLOSING KEYCAP})
"""


def test_one_work_in_several_words_is_one_entry(do, folder):
    (folder / "LIST.md").write_text(SAME, encoding="utf-8")
    assert do("import", "LIST.md").code in {0, 1}
    survey = Survey.open(folder)
    found = {paper.title: paper for paper in survey.papers}
    assert "Denoising Diffusion Implicit Model" not in found
    assert found["Denoising Diffusion Implicit Models"].category_refs == ("one", "two")
    bloom = found["BLOOM: A 176B-Parameter Open-Access Multilingual Language Model"]
    assert bloom.tex("code") == "https://github.com/bigscience/bloom"
    urls = {link.url for link in bloom.links}
    assert {"https://example.org/slides", "https://example.org/more-slides"} <= urls
    assert [paper.title for paper in survey.papers].count("Engines") == 2


PEOPLE = [
    ("Garc{\\'i}a M{\\'a}rquez, Gabriel", "Garc{\\'i}a, Gabriel", True),
    ("Fischer, Anna", "Fisher, Anna", True),
    ("Oppenheimer, J. Robert", "Oppenheimer, Robert", True),
    ("Lee,Sang-Youp", "Lee, Sang-Youp", True),
    ("{OpenAI}", "{Open AI}", True),
    ("Li, Wei", "Lu, Wei", False),
    ("Smith, JF", "Smith, J. F.", True),
    ("King, Jr., Martin Luther", "King, Martin Luther", True),
    ('van den Oord, A{\\"a}ron', "Oord, Aaron van den", True),
    ("Kim, Minji", "Minji, Kim", True),
    ("Kim, Minji", "Park, Soyeon", False),
]


@pytest.mark.parametrize(("one", "two", "same"), PEOPLE)
def test_writings_of_a_name_are_one_person(one, two, same):
    assert overlap(parse_names(one), parse_names(two)).all is same
