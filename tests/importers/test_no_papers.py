"""What stands where papers do and is none: meetings, the format of the list, tables that compare."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.papers.survey import Survey
from tests.importers.few_items import DDIM, ITEM, URL, imported, of_section, paper_of, planned


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
        "to be updated",
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
    paper = paper_of(
        tmp_path, f"* Loom nets\n  * [Paper]({URL})\n  * [Code](https://github.com/ada/loom)\n"
    )
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


def test_a_row_whose_title_would_be_a_label_is_no_paper(tmp_path):
    rows = "| Conference | Link | Total |\n|--|--|--|\n| ICLR 2021 | [click](https://iclr.cc/2021) | 34 |\n"
    assert list(imported(tmp_path, of_section(f"{rows}\n{ITEM}"))) == [DDIM]


def test_an_item_that_was_left_empty_is_no_paper(tmp_path):
    items = f"- [](), et al., 2016\n- [{DDIM}](), et al., ICLR 2021\n"
    paper = paper_of(tmp_path, items)
    assert (paper.title, paper.text("remark")) == (DDIM, "")


def test_a_link_to_a_heading_is_no_paper_though_its_anchor_is_another(tmp_path):
    page = "https://github.com/ada/looms#"
    text = (
        f"# Looms\n\n## Overview\n\n- [Fast Samplers / Few Steps]({page}fast-sampler--few-steps)\n"
        f"\n## Fast Samplers / Few Steps\n\n- [{DDIM}]({URL})\n- [Looms]({page}readme)\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM, "Looms"]
    assert len(Survey.open(tmp_path).taxonomy.roots) == 1


def test_bullets_of_the_contents_are_no_papers_whatever_they_lead_to(tmp_path):
    contents = "- [Looms](#looms)\n  - Weaving, Spinning, Dyeing Cloth\n  - [Fast Looms and Other Looms](fast-looms)\n"
    text = (
        f"# Looms\n\n## Contents\n\n{contents}\n## Models\n\n- [{DDIM}]({URL})\n"
        f"\n## Table of Contents\n\n- More of them\n  - [Looms that Weave]({URL[:-1]}3)\n  - [Looms that Spin]({URL[:-1]}4)\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM, "Looms that Weave", "Looms that Spin"]


def test_a_line_of_badges_is_no_item(tmp_path):
    badges = f"[![Awesome](https://awesome.re/badge.svg)](https://awesome.re) [![arXiv](https://img.shields.io/badge/arXiv-1.svg)]({URL})"
    text = f"# Looms\n{badges}\n\n## Models\n\n- [{DDIM}](https://a.org/b.pdf)\n\n## Researcher\n\n- Ada Lovelace\n  - HomePage: https://ada.example.org/\n"
    plan = planned(tmp_path, text)
    assert not plan.more["not_understood"]
    assert len(plan.changes) == 1


def test_an_entry_that_shows_the_form_is_no_paper(tmp_path):
    text = (
        "Please keep the form:\n\n- **This is a title.** (year). [[pdf]](link-to-pdf)\n  - Main Author et al.\n"
        f"\n## Models\n\n- **{DDIM}** [[pdf]]({URL})\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM]


def test_subjects_in_bullets_above_counted_papers_are_no_papers(tmp_path):
    items = (
        "- [SPE-LANG] Machine Learning of Looms and Threads\n\n"
        f'1. J. Song, "{DDIM}", ICLR 2021.\n2. A. Lovelace, "Weaving by Cards", ICML 2021.\n'
    )
    assert list(imported(tmp_path, of_section(items)))[-2:] == [DDIM, "Weaving by Cards"]
    assert len(Survey.open(tmp_path).papers) == 2


@pytest.mark.parametrize(
    "prose",
    [
        "A curated list of papers on looms. See [our survey](https://arxiv.org/abs/2401.00001) too.",
        "This list goes with our [paper](https://arxiv.org/abs/2401.00001).",
        "All that is here was read for the [survey](https://arxiv.org/abs/2401.00001) of 2024.",
    ],
)
def test_a_sentence_around_a_link_is_no_paper(tmp_path, prose):
    item = f"- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"
    text = f"# Awesome Looms\n\n{prose}\n\n## Models\n\n{item}"
    assert list(imported(tmp_path, text)) == [DDIM]


def test_repositories_that_are_related_are_no_papers(tmp_path):
    text = f"{of_section(ITEM)}## Related Repo\n\n[Loom-Papers](https://github.com/ada/looms)\n"
    assert list(imported(tmp_path, text)) == [DDIM]


def test_what_says_that_a_section_goes_on_is_no_paper(tmp_path):
    more = "- ... (To be completed, see the [Loom Benchmark](https://looms.org/))\n"
    assert list(imported(tmp_path, of_section(ITEM + more))) == [DDIM]


def test_deep_down_feedback_is_a_subject(tmp_path):
    text = (
        f"{of_section('')}### Feedback\n\n{ITEM}\n## Feedback\n\n- [Tell us](https://looms.org/)\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM]
