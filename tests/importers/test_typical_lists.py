"""Forms that typical lists of papers have: their headings, tables and quotations."""

from __future__ import annotations

import pytest

from tests.importers.test_odd_items import DDIM, imported, of_section

URL = "https://arxiv.org/abs/2010.02502"
ITEM = f"- [{DDIM}]({URL})\n"


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
    text = of_section(f"<details>\n<summary>Toggle</summary>\n\n{ITEM}\n</details>\n")
    [paper] = imported(tmp_path, text).values()
    assert paper.category_refs == ("models",)


def test_short_bold_bullets_are_headings_where_half_of_what_is_below_are_papers(tmp_path):
    bullets = (
        f"- **Samplers**\n  - DDIM: {DDIM} (ICLR 2021) : [arxiv]({URL})\n"
        "  - Loom: A Tool for Sampling : [code](https://github.com/ada/loom)\n"
    )
    found = imported(tmp_path, of_section(bullets))
    assert [paper.category_refs for paper in found.values()] == [("models/samplers",)] * 2


def test_a_publication_beside_links_to_papers_is_the_venue(tmp_path):
    rows = (
        "| Kind | Algorithm | Date | Publication | Paper Link |\n|--|--|--|--|--|\n"
        f"| Fast | {DDIM} | 2021 | Days of Looms and Dyes | [Link]({URL}) |\n"
        "| Slow | Loom | 2020 | Handbook of Weaving | [Link](https://arxiv.org/abs/2001.00001) |\n"
    )
    found = imported(tmp_path, of_section(rows))
    assert list(found) == [DDIM, "Loom"]
    assert found[DDIM].text("howpublished") == "Days of Looms and Dyes"


def test_a_row_whose_title_would_be_a_label_is_no_paper(tmp_path):
    rows = "| Conference | Link | Total |\n|--|--|--|\n| ICLR 2021 | [click](https://iclr.cc/2021) | 34 |\n"
    assert list(imported(tmp_path, of_section(f"{rows}\n{ITEM}"))) == [DDIM]


def test_headings_in_a_quotation_are_papers(tmp_path):
    quoted = (
        f'> #### 1) *"{DDIM}"*, ICLR 2021 [[paper]({URL})]\n'
        '> #### 2) *"Looms That Weave Themselves"* [[paper](https://arxiv.org/abs/2101.00001)]\n'
        "> #### Further reading\n"
    )
    found = imported(tmp_path, of_section(quoted))
    assert list(found) == [DDIM, "Looms That Weave Themselves"]
    assert not any(paper.text("remark") for paper in found.values())
