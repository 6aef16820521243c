"""Where a title begins and ends, and which name the work has besides."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of


def test_a_bold_tag_may_be_glued_to_the_title(tmp_path):
    paper = paper_of(tmp_path, f"- **[DDIM]**{DDIM} [[paper]({URL})]\n")
    assert (paper.title, paper.text("shorttitle")) == (DDIM, "DDIM")


def test_a_wide_colon_is_a_colon_and_a_blank(tmp_path):
    items = f"- [DDIM\uff1aImplicit Models\uff0cDenoised]({URL})\n- [织机\uff1a一篇综述](https://a.org/b.pdf)\n"
    assert list(imported(tmp_path, of_section(items))) == [
        "DDIM: Implicit Models, Denoised",
        "织机:一篇综述",
    ]


def test_a_bold_head_below_a_bold_title_is_no_title(tmp_path):
    item = f"- **{DDIM}** [PDF]({URL})\n  - It is fast. **Result:** far fewer steps are enough.\n"
    paper = paper_of(tmp_path, item)
    assert paper.title == DDIM


def test_a_name_in_parentheses_is_the_name(tmp_path):
    paper = paper_of(tmp_path, f"- (DDIM-2) [{DDIM}]({URL}), ICLR 2021.\n")
    assert (paper.text("shorttitle"), paper.tag) == ("DDIM-2", "ICLR 2021")


def test_a_quote_that_never_closes_is_no_part_of_a_title(tmp_path):
    items = f'- ["{DDIM}.](https://a.org/b)\n- ["Looms" and Other Looms](https://a.org/c)\n'
    assert list(imported(tmp_path, of_section(items))) == [DDIM, '"Looms" and Other Looms']


def test_a_title_goes_on_behind_its_quoted_beginning(tmp_path):
    rows = (
        "| Title | Link |\n|--|--|\n"
        f"| “Looms for Everybody”: A Study of Looms in Use | [ICML 03.2021]({URL}) |\n"
        "| “Weaving for Everybody Here”: Ada Lovelace, Charles Babbage | [ICML 2020](https://a.org/b.pdf) |\n"
    )
    found = imported(tmp_path, of_section(rows))
    assert list(found) == [
        "“Looms for Everybody”: A Study of Looms in Use",
        "Weaving for Everybody Here",
    ]
    assert next(iter(found.values())).tag == "ICML 2021"


def test_a_name_and_a_colon_before_a_quoted_title_is_the_short_name(tmp_path):
    items = f'- LoomDM: "{DDIM}" ICLR. [[Paper]]({URL})\n- Paper: "Weaving by Cards" ICML. [[PDF]](https://a.org/b.pdf)\n'
    found = imported(tmp_path, of_section(items))
    assert [found[title].text("shorttitle") for title in found] == ["LoomDM", ""]


@pytest.mark.parametrize(
    "title",
    [
        "Looms: Fast **Weaving by Many Cards** using Threads",
        "A Way of Cutting **Threads of Long Looms** with *Small Knives*",
        "Looms: Boosting **Threads** of Large Looms via **Flexible Card Search**",
    ],
)
def test_many_emphasised_words_may_lie_inside_a_title(tmp_path, title):
    paper = paper_of(tmp_path, f"- {title} [[pdf]({URL})]\n")
    assert paper.title == title.replace("*", "")
