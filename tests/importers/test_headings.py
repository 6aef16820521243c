"""Which headings, bullets and summaries stand above papers, and which categories they are."""

from __future__ import annotations

import pytest

from bib2awesome.papers.survey import Survey
from tests.importers.few_items import DDIM, ITEM, URL, imported, of_section, paper_of


def test_years_stand_below_an_empty_heading_of_their_own_level(tmp_path):
    other = "- [Looms That Weave Themselves](https://arxiv.org/abs/2101.00001)\n"
    text = f"# A List\n\n## Looms\n\n## 2021\n\n{other}\n## 2020\n\n{ITEM}\n## Dyes\n\n## 2020\n\n{ITEM}"
    assert [paper.category_refs for paper in imported(tmp_path, text).values()] == [
        ("looms/2021",),
        ("looms/2020", "dyes/2020"),
    ]


@pytest.mark.parametrize("said", ["Papers of this kind.\n\n", ITEM])
def test_a_year_stands_beside_a_heading_that_has_something_itself(tmp_path, said):
    text = f"# A List\n\n## Looms\n\n{said}\n## 2020\n\n{ITEM}"
    [paper] = imported(tmp_path, text).values()
    assert "2020" in paper.category_refs


def test_a_summary_to_toggle_what_is_folded_is_no_category(tmp_path):
    paper = paper_of(tmp_path, f"<details>\n<summary>Toggle</summary>\n\n{ITEM}\n</details>\n")
    assert paper.category_refs == ("models",)


def test_short_bold_bullets_are_headings_where_half_of_what_is_below_are_papers(tmp_path):
    bullets = (
        f"- **Samplers**\n  - DDIM: {DDIM} (ICLR 2021) : [arxiv]({URL})\n"
        "  - Loom: A Tool for Sampling : [code](https://github.com/ada/loom)\n"
    )
    found = imported(tmp_path, of_section(bullets))
    assert [paper.category_refs for paper in found.values()] == [("models/samplers",)] * 2


def test_a_colon_heads_bullets_with_names_of_their_own(tmp_path):
    bullets = (
        "- Data sets of looms:\n"
        "  - **Loom1K**: 1,000 films of looms. [[Link](https://ada.example/1k)]\n"
        "  - **Loom2K**: 2,000 films of looms. [[Link](https://ada.example/2k)]\n"
        f"- {DDIM}:\n  - [arXiv]({URL})\n  - Code: https://github.com/ermongroup/ddim\n"
    )
    found = imported(tmp_path, of_section(bullets))
    assert [paper.category_refs for paper in found.values()] == [
        ("models/data-sets-of-looms",),
        ("models/data-sets-of-looms",),
        ("models",),
    ]


def test_a_heading_may_say_that_it_is_a_year(tmp_path):
    text = "# A List\n\n- **Year 2021**\n  - **ICLR**\n" + f"    - {DDIM} [[Paper]]({URL})\n"
    [paper] = imported(tmp_path, text).values()
    assert paper.year == 2021


def test_a_bullet_heads_papers_of_which_some_have_no_link(tmp_path):
    items = (
        "- Looms of two threads\n"
        f"  - [{DDIM}]({URL}), ICLR 2021.\n"
        "  - Weaving Cloth by Threads, ICRA 2020.\n"
        "  - Weaving Cloth by Cards, ICRA 2021.\n"
    )
    found = imported(tmp_path, of_section(items))
    assert list(found) == [DDIM, "Weaving Cloth by Threads", "Weaving Cloth by Cards"]
    assert found[DDIM].category_refs == ("models/looms-of-two-threads",)


def test_a_heading_in_a_bullet_behind_counted_papers_is_a_heading(tmp_path):
    text = (
        f"# Looms\n\n## Papers\n* ### Models\n1. **{DDIM}.** *ICLR 2021*. [[pdf]({URL})]\n* ### Looms\n"
        "1. **Weaving by Cards.** *ICML 2021*. [[pdf](https://a.org/b.pdf)]\n"
    )
    found = imported(tmp_path, text)
    assert found["Weaving by Cards"].category_refs == ("papers/looms",)
    assert not found[DDIM].text("remark")


def test_headings_keep_their_emoji_and_paths_have_no_numbers(tmp_path):
    item = f"- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"
    imported(tmp_path, f"# :rocket: Awesome Looms\n\n## 1. :books: Models\n\n{item}\n## 1.2 Fast\n")
    survey = Survey.open(tmp_path)
    assert survey.config.survey.title == ":rocket: Awesome Looms"
    assert [(one.path, one.title) for one in survey.taxonomy.roots] == [
        ("models", "1. :books: Models"),
        ("fast", "1.2 Fast"),
    ]


def test_a_subject_in_another_script_is_no_venue_for_the_acronym_in_it(tmp_path):
    [paper] = imported(
        tmp_path, f"# ArXiv 每日论文\n\n## Looms\n\n- [{DDIM}](https://a.org/b.pdf)\n"
    ).values()
    assert "howpublished" not in paper.values
