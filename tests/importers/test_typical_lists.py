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


def test_a_venue_in_front_of_most_titles_is_none_of_theirs(tmp_path):
    items = (
        f"### [ICLR21 {DDIM}]({URL})\n\n"
        "### [NeurIPS 2020 Denoising Diffusion Probabilistic Models for Looms](https://arxiv.org/abs/2006.11239)\n\n"
        "### [LOOM19 Looms That Weave Themselves](https://arxiv.org/abs/1901.00001)\n"
    )
    found = imported(tmp_path, of_section(items))
    assert [(title, paper.year) for title, paper in found.items()] == [
        (DDIM, 2021),
        ("Denoising Diffusion Probabilistic Models for Looms", 2020),
        ("Looms That Weave Themselves", 2019),
    ]
    assert found["Looms That Weave Themselves"].text("booktitle") == "LOOM"


def test_a_venue_in_front_of_one_title_belongs_to_it(tmp_path):
    title = "ICDAR 2021 Competition on the Reading of Looms"
    items = f"- [{title}](https://arxiv.org/abs/2101.00001)\n{ITEM}- [Dyes](https://arxiv.org/abs/2101.00002)\n"
    assert title in imported(tmp_path, of_section(items))


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


@pytest.mark.parametrize(
    "journal",
    [
        "Journal of Looms",
        "IEEE Transactions on Weaving (Print)",
        "Weaving Letters",
    ],
)
def test_the_words_of_the_first_link_may_be_a_journal(tmp_path, journal):
    others = (
        f"- **Looms That Weave in {n} Ways**, Li et al., [arXiv](https://arxiv.org/abs/2101.0000{n})\n"
        for n in range(3)
    )
    item = f"- **{DDIM}**, Du et al., [{journal}](https://www.sciencedirect.com/science/article/abs/pii/S0)\n"
    paper = imported(tmp_path, of_section(item + "".join(others)))[DDIM]
    assert (paper.text("journal"), paper.text("author")) == (journal, "Du and others")


def test_a_preprint_is_of_arxiv_where_it_has_an_id(tmp_path):
    items = f"- {DDIM}, Preprint'20 [[paper]({URL})]\n- Looms That Weave, Preprint'20 [[paper](https://ada.example/loom.pdf)]\n"
    found = imported(tmp_path, of_section(items))
    assert [paper.text("howpublished") for paper in found.values()] == ["", "Preprint"]


def test_the_last_of_authors_with_initials_last_is_no_venue(tmp_path):
    item = f'1. "{DDIM}".\n\n   Song J, Meng C, Ermon S. Proceedings of the Ninth Workshop on Looms 2021. [[Paper]({URL})]\n'
    [paper] = imported(tmp_path, of_section(item)).values()
    assert paper.text("author") == "Song, J and Meng, C and Ermon, S"


def test_a_publisher_alone_is_no_venue(tmp_path):
    items = (
        f"- {DDIM} (IEEE 2021) [[paper]({URL})]\n"
        '- Ada Lovelace. "Looms That Weave Themselves." ICASSP 2022-2022 IEEE International Conference on '
        "Acoustics, Speech and Signal Processing (ICASSP). IEEE, 2022. [[paper](https://arxiv.org/abs/2201.00001)]\n"
    )
    ddim, looms = imported(tmp_path, of_section(items)).values()
    assert (ddim.entry.type, ddim.year, ddim.text("remark")) == ("misc", 2021, "IEEE")
    assert "Acoustics" in looms.text("booktitle")
    assert not looms.text("remark")


def test_data_sets_in_a_column_of_their_own_are_no_ids_of_the_work(tmp_path):
    rows = (
        "| Paper | Datasets |\n|--|--|\n"
        f"| [{DDIM}]({URL}) | [Loom1K](https://arxiv.org/abs/1501.00001), ImageNet |\n"
    )
    [paper] = imported(tmp_path, of_section(rows)).values()
    assert paper.text("eprint") == "2010.02502"
    assert paper.text("link-loom1k") == "https://arxiv.org/abs/1501.00001"


def test_an_item_that_was_left_empty_is_no_paper(tmp_path):
    items = f"- [](), et al., 2016\n- [{DDIM}](), et al., ICLR 2021\n"
    [paper] = imported(tmp_path, of_section(items)).values()
    assert (paper.title, paper.text("remark")) == (DDIM, "")


def test_authors_before_a_bold_title_begin_a_paragraph(tmp_path):
    title = "Looms That Weave Themselves: A Long Study of the Threads, the Shuttles and the Dyes of Weavers in Four Countries, and of the Women Who Worked at Them"
    who = "Lovelace, Ada, Charles Babbage, and Mary Somerville"
    links = "[[Paper]](https://ada.example/looms) [[Project]](https://github.com/ada/looms)"
    text = f':tada: - {who}. "**{title}.**" *Days of Looms, 2020*. {links}\n\n{ITEM}'
    paper = imported(tmp_path, of_section(text))[title]
    assert paper.text("author") == "Lovelace, Ada and Babbage, Charles and Somerville, Mary"


def test_a_journal_that_nobody_knows_may_stand_as_code(tmp_path):
    item = f"1. **{DDIM}** *Jiaming Song, Stefano Ermon* `Journal of Looms - Weaving and Dyes` [[pdf]]({URL})\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert paper.text("journal") == "Journal of Looms - Weaving and Dyes"


@pytest.mark.parametrize(
    "said", ["Weaver's Threads & Packed Shuttles", "Use Homomorphic Encryption"]
)
def test_no_names_are_read_from_a_description(tmp_path, said):
    item = f"- {DDIM} [[pdf]]({URL}): {said}\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.text("author"), paper.text("remark")) == ("", said)


def test_a_count_beside_the_code_is_no_year(tmp_path):
    rows = f"| Title | Code |\n|--|--|\n| [{DDIM}]({URL}) | [Code](https://github.com/ada/ddim)<br>`STARS:14` |\n"
    [paper] = imported(tmp_path, of_section(rows)).values()
    assert (paper.year, paper.text("remark")) == (2020, "Code: STARS:14")


@pytest.mark.parametrize("who", ["*Ada Lovelace et al*.", "*Ada Lovelace.*"])
@pytest.mark.parametrize("venue", ["Journal of slow looms", "First Thursday"])
def test_a_venue_that_nobody_knows_stands_with_its_year_behind_authors(tmp_path, who, venue):
    item = f'1. **"{DDIM}"**.\n\n\t{who} {venue} 2020. [[Paper]({URL})]\n'
    [paper] = imported(tmp_path, of_section(item)).values()
    where = paper.text("journal") or paper.text("howpublished") or paper.text("booktitle")
    assert (where, paper.text("remark")) == (venue, "")


def test_a_heading_may_say_that_it_is_a_year(tmp_path):
    text = "# A List\n\n- **Year 2021**\n  - **ICLR**\n" + f"    - {DDIM} [[Paper]]({URL})\n"
    [paper] = imported(tmp_path, text).values()
    assert paper.year == 2021


def test_a_bold_tag_may_be_glued_to_the_title(tmp_path):
    [paper] = imported(tmp_path, of_section(f"- **[DDIM]**{DDIM} [[paper]({URL})]\n")).values()
    assert (paper.title, paper.text("shorttitle")) == (DDIM, "DDIM")


@pytest.mark.parametrize("venue", ["LOOM9", "LOOM10"])
def test_the_number_of_a_meeting_before_a_whole_year_is_no_year(tmp_path, venue):
    [paper] = imported(tmp_path, of_section(f"- [{DDIM}]({URL}), {venue} 2021\n")).values()
    assert (paper.text("howpublished"), paper.year, paper.text("remark")) == (venue, 2021, "")
