"""What stands where papers do and is none: meetings, the format of the list, tables that compare."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.papers.survey import Survey
from tests.importers.test_odd_items import DDIM, imported, of_section

URL = "https://arxiv.org/abs/2010.02502"


@pytest.mark.parametrize(
    "meeting",
    [
        "- [ICLR 2021](https://iclr.cc/virtual/2021/papers.html)",
        "- **[NeurIPS 2020 submissions](https://openreview.net/group?id=NeurIPS.cc/2020/Conference)**",
        "- [SIGGRAPH 2019](https://weavers.org/sig2019.html)",
    ],
)
def test_the_page_of_a_meeting_is_no_paper(tmp_path, meeting):
    text = of_section(f"{meeting}\n- [{DDIM}]({URL})")
    assert list(imported(tmp_path, text)) == [DDIM]
    assert not read_list(text).not_understood


def test_a_paper_whose_link_says_only_where_it_was_is_not_passed_over():
    text = of_section(f"- [ICLR 2021]({URL})\n- [{DDIM}](https://arxiv.org/abs/2010.02503)")
    assert read_list(text).items[0].reading.kind == "paper"


@pytest.mark.parametrize(
    "form",
    [
        "**Title**, First Author et al. [[Paper](URL)] [[Code](URL)]",
        "[Paper title](https://example.org) **ICLR 2021**",
        "Title of the paper (Venue 2021). [[pdf]](https://example.org/x.pdf)",
    ],
)
def test_the_format_of_the_list_is_no_paper(tmp_path, form):
    text = f"# A List\n\n## Format\n\n### Items\n\n* {form}\n\n## Models\n\n* [{DDIM}]({URL})\n"
    assert list(imported(tmp_path, text)) == [DDIM]


def test_a_table_that_compares_what_stands_above_it_has_no_papers(tmp_path):
    text = of_section(
        f"* **Loom-1**: {DDIM}. [Paper]({URL})\n\n"
        "|  | Threads | Year |\n|--|--|--|\n| Loom-1 | 100 | 2020 |\n| Loom-2 | 200 | 2021 |\n"
    )
    assert list(imported(tmp_path, text)) == [f"Loom-1: {DDIM}"]


def test_a_table_that_names_its_papers_has_them(tmp_path):
    text = of_section("| Paper | Threads | Year |\n|--|--|--|\n| Loom-1 | 100 | 2020 |\n")
    assert list(imported(tmp_path, text)) == ["Loom-1"]


def test_a_link_may_head_the_papers_below_it(tmp_path):
    papers = "".join(
        f"  * (arXiv 2022) **{DDIM} {n}**, Ada Lovelace et al. [[v1](https://arxiv.org/abs/2201.0000{n})]\n"
        for n in range(1, 4)
    )
    text = f"# A List\n\n* **[Samplers](https://github.com/ada/samplers)**\n{papers}"
    found = imported(tmp_path, text)
    assert {paper.category_refs[0] for paper in found.values()} == {"samplers"}
    assert len(found) == 3
    assert [one.title for one in Survey.open(tmp_path).taxonomy.roots] == ["Samplers"]


def test_a_tool_with_its_paper_below_is_no_heading(tmp_path):
    text = of_section(
        f"* [Sampler](https://github.com/ada/sampler)\n  * [{DDIM}]({URL})\n  * [Looms in Use](https://arxiv.org/abs/2010.02503)\n"
    )
    assert {paper.category_refs[0] for paper in imported(tmp_path, text).values()} == {"models"}


@pytest.mark.parametrize(
    "sentence",
    [
        "For more looms, please refer to [here](https://github.com/ada/looms).",
        "TODO: [Code]() of the looms will come soon.",
        "To-do: more papers on looms",
    ],
)
def test_a_word_to_the_reader_is_no_paper(tmp_path, sentence):
    text = of_section(f"* {sentence}\n* [{DDIM}]({URL})")
    assert list(imported(tmp_path, text)) == [DDIM]
    assert not read_list(text).not_understood


def test_what_is_left_to_do_holds_no_papers():
    text = f"# A List\n\n## TODOs\n\n* Add more papers on looms\n\n## Models\n\n* [{DDIM}]({URL})\n"
    assert not read_list(text).not_understood


def test_libraries_that_somebody_cares_about_are_listed(tmp_path):
    text = f"# A List\n\n## Libraries we care about\n\n* [Loom - weaves](https://github.com/ada/loom)\n\n## About\n\n* [Ada](https://ada.org)\n\n## Models\n\n* [{DDIM}]({URL})\n"
    assert list(imported(tmp_path, text)) == ["Loom - weaves", DDIM]


def test_few_words_above_nothing_but_links_are_a_heading(tmp_path):
    text = of_section(
        f"* 2017-12\n  * **{DDIM}** [[pdf]({URL})]\n"
        "* further looms\n  * [LoomQA](https://github.com/ada/loomqa)\n  * [Weft](https://weft.example.org)\n"
    )
    found = imported(tmp_path, text)
    assert {title: one.category_refs[0] for title, one in found.items()} == {
        DDIM: "models/2017-12",
        "LoomQA": "models/further-looms",
        "Weft": "models/further-looms",
    }


def test_labels_below_a_short_title_are_its_links(tmp_path):
    text = of_section(f"* Loom nets\n  * [Paper]({URL})\n  * [Code](https://github.com/ada/loom)\n")
    [paper] = imported(tmp_path, text).values()
    assert (paper.title, paper.text("code")) == ("Loom nets", "https://github.com/ada/loom")


def test_a_summary_that_names_no_subject_is_no_heading(tmp_path):
    text = of_section(
        "<details open>\n<summary><em>paper list (click to fold / unfold)</em></summary>\n<br>\n\n"
        f"* [{DDIM}]({URL})\n\n</details>\n\n<details>\n<summary>Older looms (click to expand)</summary>\n\n"
        "* [Looms in Use](https://arxiv.org/abs/2010.02503)\n\n</details>"
    )
    refs = {title: one.category_refs[0] for title, one in imported(tmp_path, text).items()}
    assert refs[DDIM] == "models"
    assert refs["Looms in Use"].startswith("models/older-looms")
