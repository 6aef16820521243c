"""What a list is called, which headings are categories, and where papers go that stand below no section."""

from __future__ import annotations

import tomllib

import pytest

from bib2awesome.importers.base import Input
from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.markdown import plan
from bib2awesome.papers.survey import Survey

LOOM = "- [Weaving by machine at scale](https://arxiv.org/abs/1801.00001)\n"
DYE = "- [Colours that do not fade in the sun](https://arxiv.org/abs/1901.00002)\n"
WOOL = "- [Spinning wool without sheep at all](https://arxiv.org/abs/2001.00003)\n"


@pytest.mark.parametrize(
    ("text", "title", "categories"),
    [
        (f"# Awesome Looms\n\n## Weaving\n\n{LOOM}", "Awesome Looms", ["Weaving"]),
        (f"# Awesome Looms (with News and Feedback)\n\n## News\n\n## Weaving\n\n{LOOM}", "Awesome Looms (with News and Feedback)", ["Weaving"]),
        (f"## Contents\n\n- [Weaving](#weaving)\n\n# Weaving\n\n{LOOM}\n# Dyeing\n\n{DYE}", "", ["Weaving", "Dyeing"]),
        (f"# Table of Contents\n\n# Weaving\n\n{LOOM}\n# Dyeing\n\n{DYE}", "", ["Weaving", "Dyeing"]),
        (f"# Notes\n\nMoved.\n\n## Weaving\n\n{LOOM}\n## Dyeing\n\n{DYE}", "", ["Weaving", "Dyeing"]),
        (f"# Overview\n\nText.\n\n# Papers\n\n{LOOM}", "", ["Papers"]),
        (f"# Papers\n\n{LOOM}", "", ["Papers"]),
        (f"# Weaving\n\n{LOOM}\n# Dyeing\n\n{DYE}", "", ["Weaving", "Dyeing"]),
        (f"## Weaving\n\n{LOOM}\n## Dyeing\n\n{DYE}", "", ["Weaving", "Dyeing"]),
        (f"# Loom-papers\n\n{LOOM}\n# Dyeing\n\n{DYE}", "Loom-papers", ["Loom-papers", "Dyeing"]),
        (f"# All that was ever woven\n\n{LOOM}\n# Dyeing\n\n{DYE}", "All that was ever woven", ["All that was ever woven", "Dyeing"]),
        (f"# Awesome Looms\n\n{LOOM}\n# Dyeing\n\n{DYE}", "Awesome Looms", ["Papers", "Dyeing"]),
        (f"# Looms\n\n{LOOM}", "Looms", ["Papers"]),
        (f"# Looms\n\n{LOOM}\n## Dyeing\n\n{DYE}", "Looms", ["Papers", "Dyeing"]),
        (f"# Looms\n\n{LOOM}\n## Papers\n\n{DYE}", "Looms", ["Papers"]),
        (f"**A line**\n\n{LOOM}", "", ["A line"]),
        (f"{LOOM}\n## Dyeing\n\n{DYE}", "", ["Papers", "Dyeing"]),
    ],
)  # fmt: skip
def test_a_title_is_what_names_the_list(tmp_path, text, title, categories):
    survey = Survey.open(tmp_path, new=True)
    survey.apply(plan(survey, [Input("README.md", text.encode())]))
    have = tomllib.loads((tmp_path / "categories.toml").read_text(encoding="utf-8"))
    assert have["survey"].get("title", "") == title
    assert [one["title"] for one in have["categories"].values()] == categories
    papers = Survey.open(tmp_path).papers
    assert papers
    assert all(paper.category_refs for paper in papers)
    again = plan(Survey.open(tmp_path), [Input("README.md", text.encode())])
    assert not again.changes
    assert not again.taxonomy


def test_papers_above_the_first_heading_are_no_part_of_it():
    listing = read_list(f"{LOOM}{WOOL}\n# Awesome Dyes\n\n{DYE}")
    assert [len(item.section.chain) for item in listing.papers] == [0, 0, 0]
    assert listing.root.title == "Awesome Dyes"


SHORT = "- [Weaving by machine](https://arxiv.org/abs/1801.00001)\n"
NAME = "- [Loomer](https://arxiv.org/abs/1801.00001)\n"
HEAD = "- [Weaving](https://arxiv.org/abs/1801.00001)\n"
LONG = "- [Weaving: By machine at scale](https://arxiv.org/abs/1801.00001)\n"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ([SHORT, LOOM], "Weaving by machine"),
        ([SHORT, LOOM, LOOM], "Weaving by machine at scale"),
        ([SHORT, LOOM, SHORT, LOOM], "Weaving by machine"),
        ([LOOM, SHORT, LOOM], "Weaving by machine at scale"),
        ([NAME, LOOM, NAME, NAME], "Weaving by machine at scale"),
        ([LONG, HEAD, HEAD], "Weaving: By machine at scale"),
        ([HEAD, LONG, HEAD], "Weaving: By machine at scale"),
    ],
)
def test_the_title_that_most_lists_have_is_the_papers(tmp_path, said, title):
    survey = Survey.open(tmp_path, new=True)
    lists = [
        Input(f"{n}.md", f"# Looms\n\n## Part {n}\n\n{one}".encode()) for n, one in enumerate(said)
    ]
    survey.apply(plan(survey, lists))
    [paper] = Survey.open(tmp_path).papers
    assert paper.title == title
    assert len(paper.category_refs) == len(said)
    assert not plan(Survey.open(tmp_path), lists).changes
