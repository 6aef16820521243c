"""Papers that are more than a bullet: headings, quotations, attributes, paragraphs and HTML."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of


def test_headings_in_a_quotation_are_papers(tmp_path):
    quoted = (
        f'> #### 1) *"{DDIM}"*, ICLR 2021 [[paper]({URL})]\n'
        '> #### 2) *"Looms That Weave Themselves"* [[paper](https://arxiv.org/abs/2101.00001)]\n'
        "> #### Further reading\n"
    )
    found = imported(tmp_path, of_section(quoted))
    assert list(found) == [DDIM, "Looms That Weave Themselves"]
    assert not any(paper.text("remark") for paper in found.values())


def test_attributes_in_bold_say_who_when_and_where(tmp_path):
    item = (
        f"- **{DDIM}**\n  - **Authors:** Jiaming Song\n  - **Publisher:** IEEE\n  - **Year of Publication:** 2021\n"
        f"  - **Download:** [PDF]({URL})\n  - **Conference**: Days of Looms\n"
    )
    paper = paper_of(tmp_path, item)
    assert (paper.text("author"), paper.year) == ("Song, Jiaming", 2021)
    assert "Days of Looms" in paper.values.values()
    assert paper.text("remark") == "Publisher: IEEE"


def test_a_bold_title_has_all_else_in_a_quote_below_it(tmp_path):
    paragraphs = (
        f"**{DDIM}**  \n> *Jiaming Song, Stefano Ermon* \\\n> ICLR 2021. [[Paper]({URL})] \\\n> 6 Oct 2020\n\n"
        "**Looms**\n> Somebody said this of [looms](https://a.org/b.pdf).\n"
    )
    paper = paper_of(tmp_path, paragraphs)
    assert (paper.title, paper.text("author"), paper.tag) == (
        DDIM,
        "Song, Jiaming and Ermon, Stefano",
        "ICLR 2021",
    )


@pytest.mark.parametrize(
    ("aside", "author", "remark"),
    [
        ("(J. Song et. al., Feb. 2021., Stanford, {})", "Song, J. and others", "Stanford"),
        ("(J. Song et.al., Feb. 2021, {})", "Song, J. and others", ""),
        ("(J. Song, Dec. 2021, {})", "Song, J.", ""),
    ],
)
def test_a_name_in_bold_has_all_else_in_brackets_behind_it(tmp_path, aside, author, remark):
    item = f"- **DDIM** {aside.format('[arxiv](https://a.org/b.pdf)')}\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.year, paper.text("remark")) == ("DDIM", 2021, remark)
    assert paper.text("author") == author


def test_headings_with_venue_and_year_are_titles_with_notes_below(tmp_path):
    text = (
        "# Notes\n\n## Attacks\n\n#### Hidden Triggers in All Looms (AAAI 2020)\n\n*Challenges*\n- It is not easy.\n"
        "\n#### Latent Threads of Deep Looms (CCS 2019)\n\n#### Finding the Neurons of a Loom (IEEE S&P 2022)\n![](a.png)\n"
        "\n## Conference on Robot Learning (CoRL 2019)\n\n- Weaving Cloth by Robots, CoRL 2019\n"
    )
    found = imported(tmp_path, text)
    assert list(found) == [
        "Hidden Triggers in All Looms",
        "Latent Threads of Deep Looms",
        "Finding the Neurons of a Loom",
        "Weaving Cloth by Robots",
    ]
    assert found["Hidden Triggers in All Looms"].tag == "AAAI 2020"
    assert "It is not easy" in found["Hidden Triggers in All Looms"].text("remark")


def test_badges_in_a_paragraph_below_a_title_and_its_venue_are_its_links(tmp_path):
    badges = (
        f'<a href="{URL}"><img alt="link" src="https://img.shields.io/badge/-Link-blue"/></a> '
        '<a href="https://github.com/ada/ddim"><img alt="Github" src="https://img.shields.io/badge/-Code-black"/></a>'
    )
    paper = paper_of(tmp_path, f"**{DDIM}**. ICLR21. \n\n{badges}\n\n> It is fast.\n")
    assert (paper.title, paper.year, paper.arxiv) == (DDIM, 2021, "2010.02502")
    assert paper.text("code") == "https://github.com/ada/ddim"


def test_few_words_below_a_heading_with_a_link_are_of_the_paper(tmp_path):
    others = "".join(
        f"### [Looms of Number {n}](https://arxiv.org/abs/2106.0000{n})\n\nICML 2021\n\n"
        for n in range(1, 4)
    )
    item = (
        f"### [{DDIM}]({URL})\n\nShown at the weavers' day in 10/2020; ICLR 2021\n\n"
        "1. Fewer steps are enough\n\n"
    )
    found = imported(tmp_path, f"# Looms\n\n## Papers\n\n{item}{others}")
    paper = found[DDIM]
    assert (paper.year, paper.text("booktitle") != "") == (2021, True)
    assert paper.text("remark") == "Shown at the weavers' day in 10/2020; Fewer steps are enough"


def test_papers_follow_each_other_in_one_paragraph(tmp_path):
    text = of_section(
        f"**{DDIM}**  \nJiaming Song, Chenlin Meng  \n[ICLR 2021]({URL})  \n"
        "**Weaving by Machine at Scale**  \nAda Lovelace, Charles Babbage  \n"
        "[arXiv, 30 Sep 2024](https://arxiv.org/abs/2409.00001)\n"
    )
    found = imported(tmp_path, text)
    assert list(found) == [DDIM, "Weaving by Machine at Scale"]
    assert [len(paper.authors.names) for paper in found.values()] == [2, 2]
    assert [paper.arxiv for paper in found.values()][1] == "2409.00001"


def test_a_bullet_of_html_with_a_paper_is_an_item(tmp_path):
    found = imported(
        tmp_path,
        of_section(
            "<ul>\n"
            '<li><a href="https://arxiv.org/abs/2104.00001">The Power of Scale for Weaving</a></li>\n'
            '<li><b>BitFit</b>: Simple, <i>ACL 2022</i> <a href="https://arxiv.org/abs/2106.00006">[pdf]</a></li>\n'
            "</ul>\n"
        ),
    )
    assert [paper.arxiv for paper in found.values()] == ["2104.00001", "2106.00006"]


def test_counted_lines_of_a_paragraph_are_papers(tmp_path):
    text = "".join(
        f"[{number}] A Survey of {words} in Cloth. IEEE TVCG, 202{number}. [Link](https://a.org/{number}.pdf)\n"
        for number, words in enumerate(("Looms", "Threads"), 1)
    )
    found = imported(tmp_path, of_section(text))
    assert [(paper.title, paper.year) for paper in found.values()] == [
        ("A Survey of Looms in Cloth", 2021),
        ("A Survey of Threads in Cloth", 2022),
    ]
