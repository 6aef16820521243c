"""Ways to write an item that are common somewhere, and what is read from them."""

from __future__ import annotations

import pytest

from bib2awesome.papers.survey import Survey
from tests.importers.test_odd_items import DDIM, imported, of_section

URL = "https://arxiv.org/abs/2010.02502"


def test_a_wide_colon_is_a_colon_and_a_blank(tmp_path):
    items = f"- [DDIM\uff1aImplicit Models\uff0cDenoised]({URL})\n- [织机\uff1a一篇综述](https://a.org/b.pdf)\n"
    assert list(imported(tmp_path, of_section(items))) == [
        "DDIM: Implicit Models, Denoised",
        "织机:一篇综述",
    ]


def test_a_bold_head_below_a_bold_title_is_no_title(tmp_path):
    item = f"- **{DDIM}** [PDF]({URL})\n  - It is fast. **Result:** far fewer steps are enough.\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert paper.title == DDIM


@pytest.mark.parametrize("venue", ["2021-ICLR", "2021-ICLR Industry"])
def test_a_linked_venue_may_begin_with_the_year(tmp_path, venue):
    item = f"- [[{venue}]]({URL}) **{DDIM}** [PDF](https://a.org/ddim.pdf)\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.title, paper.year) == (DDIM, 2021)
    assert "ICLR" in paper.tag or "Learning Representations" in paper.text("booktitle")


def test_badges_of_a_column_are_kept(tmp_path):
    badges = "![i](https://img.shields.io/badge/-Fast-blue) ![i](https://img.shields.io/badge/Image-red) ![i](https://img.shields.io/badge/-Code-red)"
    rows = f"| Type | Venue | Title |\n|--|--|--|\n| {badges} | ![](https://img.shields.io/badge/ICLR-2021-red) | [{DDIM}]({URL}) |\n"
    [paper] = imported(tmp_path, of_section(rows)).values()
    assert (paper.text("remark"), paper.year) == ("Type: Fast, Image", 2021)


def test_a_link_to_a_heading_is_no_paper_though_its_anchor_is_another(tmp_path):
    page = "https://github.com/ada/looms#"
    text = (
        f"# Looms\n\n## Overview\n\n- [Fast Samplers / Few Steps]({page}fast-sampler--few-steps)\n"
        f"\n## Fast Samplers / Few Steps\n\n- [{DDIM}]({URL})\n- [Looms]({page}readme)\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM, "Looms"]
    assert len(Survey.open(tmp_path).taxonomy.roots) == 1


@pytest.mark.parametrize(
    ("venue", "journal"),
    [
        ("Weav. Comput. Syst. 2021", "Weav. Comput. Syst."),
        ("IEEE Looms Threads J. 2021", "IEEE Looms Threads J."),
        ("ACM Trans. Weav., 2021", "ACM Trans. Weav."),
        ("The Loom Journal. 2021", "The Loom Journal"),
    ],
)
def test_a_shortened_journal_keeps_its_full_stop(tmp_path, venue, journal):
    item = f"- [{DDIM}](https://a.org/ddim.pdf), {venue}\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.text("journal"), paper.year) == (journal, 2021)
