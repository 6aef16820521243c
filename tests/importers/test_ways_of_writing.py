"""Ways to write an item that are common somewhere, and what is read from them."""

from __future__ import annotations

import pytest

from bib2awesome.importers import markdown
from bib2awesome.importers.base import Input
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


@pytest.mark.parametrize(
    ("item", "tag"),
    [
        ("[2021ICLR] {} [[Note]](https://a.org/note)", "ICLR 2021"),
        ("[2021Looms] {} [[Note]](https://a.org/note)", "Looms"),
        ("{}. [arXiv202103](https://a.org/b) [[Note]](https://a.org/note)", "arXiv 2021"),
        ("{}, paper series 2019-2021. [[Note]](https://a.org/note)", None),
    ],
)
def test_year_and_venue_may_be_glued(tmp_path, item, tag):
    [paper] = imported(tmp_path, of_section(f"- {item.format(DDIM)}\n")).values()
    if tag is None:
        assert not paper.values.keys() & {"booktitle", "journal", "howpublished"}
    else:
        assert (paper.title, paper.year) == (DDIM, 2021)
        assert paper.tag.startswith(tag)


def test_a_name_in_parentheses_is_the_name(tmp_path):
    [paper] = imported(tmp_path, of_section(f"- (DDIM-2) [{DDIM}]({URL}), ICLR 2021.\n")).values()
    assert (paper.text("shorttitle"), paper.tag) == ("DDIM-2", "ICLR 2021")


def test_bullets_of_the_contents_are_no_papers_whatever_they_lead_to(tmp_path):
    contents = "- [Looms](#looms)\n  - Weaving, Spinning, Dyeing Cloth\n  - [Fast Looms and Other Looms](fast-looms)\n"
    text = (
        f"# Looms\n\n## Contents\n\n{contents}\n## Models\n\n- [{DDIM}]({URL})\n"
        f"\n## Table of Contents\n\n- More of them\n  - [Looms that Weave]({URL[:-1]}3)\n  - [Looms that Spin]({URL[:-1]}4)\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM, "Looms that Weave", "Looms that Spin"]


@pytest.mark.parametrize(
    ("who", "authors"),
    [
        ("Lovelace, Ada King Noel.", "Lovelace, Ada King Noel"),
        ("Lovelace, Ada King, and Charles Babbage.", "Lovelace, Ada King and Babbage, Charles"),
        ("Lovelace, Ada K.", "Lovelace, Ada K."),
        ("AdaLovelace, Charles Babbage, and Mary Somerville.", "AdaLovelace and Babbage, Charles and Somerville, Mary"),
        ("Lovelace A, Babbage C.", "Lovelace, A and Babbage, C"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("link", ["(https://a.org/b.pdf)", ""])
def test_citations_with_a_quoted_title_in_brackets(tmp_path, who, authors, link):
    item = f'- {who} ["{DDIM}."]{link}, ICLR, 2021.\n'
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.title, paper.text("author"), paper.tag) == (DDIM, authors, "ICLR 2021")


def test_a_quote_that_never_closes_is_no_part_of_a_title(tmp_path):
    items = f'- ["{DDIM}.](https://a.org/b)\n- ["Looms" and Other Looms](https://a.org/c)\n'
    assert list(imported(tmp_path, of_section(items))) == [DDIM, '"Looms" and Other Looms']


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


def test_a_sentence_with_words_in_italics_is_one_remark(tmp_path):
    item = (
        f"- [{DDIM}]({URL}). J. Song, S. Ermon. *ICLR*, 2021.\n"
        "  - It is shown for both *small* and **large** models, in detail.\n"
        "  - **Core idea**: Fewer steps are enough.\n"
    )
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.tag, paper.text("author")) == ("ICLR 2021", "Song, J. and Ermon, S.")
    assert paper.text("remark") == (
        "It is shown for both small and large models, in detail; Core idea: Fewer steps are enough"
    )


def test_words_of_a_label_may_be_joined_by_a_hyphen(tmp_path):
    item = f"- {DDIM} [[Code-PyTorch](https://a.org/code)] [[Paper]]({URL})\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert paper.text("code") == "https://a.org/code"


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


def test_a_column_with_links_is_none_of_ticks(tmp_path):
    rows = (
        "| Title | First Author | Code |\n|--|--|--|\n"
        f"| [{DDIM}]({URL}) | Jiaming Song | No |\n| [M<sup>3</sup>Loom](https://a.org/b.pdf) | Ada Lovelace<sup>1</sup> | https://github.com/ada/loom |\n"
    )
    first, second = imported(tmp_path, of_section(rows)).values()
    assert (first.text("author"), second.text("author")) == (
        "Song, Jiaming and others",
        "Lovelace, Ada and others",
    )
    assert (second.title, second.text("code")) == ("M3Loom", "https://github.com/ada/loom")
    assert "code" not in first.values


def test_a_column_of_ticks_named_as_a_field_is_none_of_it(tmp_path):
    rows = f"| Title | Code | Fast |\n|--|--|--|\n| [{DDIM}]({URL}) | ✅ | ❌ |\n| [Looms](https://a.org/b.pdf) | ❌ | ✅ |\n"
    first, _ = imported(tmp_path, of_section(rows)).values()
    assert (first.text("has-code"), first.text("fast"), first.text("code")) == ("yes", "no", "")
    columns = Survey.open(tmp_path).taxonomy.roots[0].columns
    assert [column.field for column in columns] == ["has-code", "fast"]


def test_attributes_in_bold_say_who_when_and_where(tmp_path):
    item = (
        f"- **{DDIM}**\n  - **Authors:** Jiaming Song\n  - **Publisher:** IEEE\n  - **Year of Publication:** 2021\n"
        f"  - **Download:** [PDF]({URL})\n  - **Conference**: Days of Looms\n"
    )
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.text("author"), paper.year) == ("Song, Jiaming", 2021)
    assert "Days of Looms" in paper.values.values()
    assert paper.text("remark") == "Publisher: IEEE"


def test_a_linked_venue_that_nobody_knows_is_one_where_most_are_linked(tmp_path):
    items = (
        f"- [[ICML](https://a.org/1.pdf)] Weaving by Cards\n- [[NeurIPS](https://a.org/2.pdf)] Weaving by Threads\n"
        "- [[CVPR](https://a.org/6.pdf)] Weaving by Hand\n- [[ACL](https://a.org/7.pdf)] Weaving by Words\n"
        f"- [[T-LOOM](https://a.org/3.pdf)] {DDIM}\n- [[Paper](https://a.org/4.pdf)] Looms of Wood\n"
        "- [[The Longest Name of All Here](https://a.org/5.pdf)] Looms of Iron\n"
    )
    found = imported(tmp_path, of_section(items))
    assert "T-LOOM" in found[DDIM].values.values()
    assert found["Looms of Wood"].tag == ""


def test_a_line_of_badges_is_no_item(tmp_path):
    badges = f"[![Awesome](https://awesome.re/badge.svg)](https://awesome.re) [![arXiv](https://img.shields.io/badge/arXiv-1.svg)]({URL})"
    text = f"# Looms\n{badges}\n\n## Models\n\n- [{DDIM}](https://a.org/b.pdf)\n\n## Researcher\n\n- Ada Lovelace\n  - HomePage: https://ada.example.org/\n"
    survey = Survey.open(tmp_path, new=True)
    plan = markdown.plan(survey, [Input("LIST.md", text.encode())])
    assert not plan.more["not_understood"]
    assert len(plan.changes) == 1


def test_a_bold_title_has_all_else_in_a_quote_below_it(tmp_path):
    paragraphs = (
        f"**{DDIM}**  \n> *Jiaming Song, Stefano Ermon* \\\n> ICLR 2021. [[Paper]({URL})] \\\n> 6 Oct 2020\n\n"
        "**Looms**\n> Somebody said this of [looms](https://a.org/b.pdf).\n"
    )
    [paper] = imported(tmp_path, of_section(paragraphs)).values()
    assert (paper.title, paper.text("author"), paper.tag) == (
        DDIM,
        "Song, Jiaming and Ermon, Stefano",
        "ICLR 2021",
    )


def test_a_heading_in_a_bullet_behind_counted_papers_is_a_heading(tmp_path):
    text = (
        f"# Looms\n\n## Papers\n* ### Models\n1. **{DDIM}.** *ICLR 2021*. [[pdf]({URL})]\n* ### Looms\n"
        "1. **Weaving by Cards.** *ICML 2021*. [[pdf](https://a.org/b.pdf)]\n"
    )
    found = imported(tmp_path, text)
    assert found["Weaving by Cards"].category_refs == ("papers/looms",)
    assert not found[DDIM].text("remark")


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
    [paper] = imported(tmp_path, of_section(item)).values()
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


def test_notes_beside_a_list_are_no_code(tmp_path):
    item = f"- [{DDIM}]({URL}) [DDIM-notes](https://github.com/ada/list/blob/main/papers/ddim.md)\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert not paper.text("code")
    assert "https://github.com/ada/list/blob/main/papers/ddim.md" in paper.values.values()


@pytest.mark.parametrize(
    ("item", "author", "journal"),
    [
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. *Looms Today.*", "Song, J. and others", "Looms Today"),
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. *IEEE TLOOM*", "Song, J. and others", "IEEE TLOOM"),
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. *a fine work*", "Song, J. and others", ""),
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. (*Loom*)", "Song, J. and others", ""),
        ('J. Song, "{}," *Looms Today*, 2021. [[pdf]]({})', "Song, J.", "Looms Today"),
        ("Jiaming Song, “{}”, ICLR 2021 (_DDIM_) [[pdf]]({})", "Song, Jiaming", ""),
    ],
)  # fmt: skip
def test_words_in_italics_behind_authors_are_the_venue(tmp_path, item, author, journal):
    text = of_section(f"- {item.format(DDIM, 'https://a.org/b.pdf')}\n")
    [paper] = imported(tmp_path, text).values()
    assert (paper.title, paper.text("author"), paper.year) == (DDIM, author, 2021)
    said = {*paper.values.values()}
    assert not journal or journal in said
    assert ("howpublished" in paper.values or "journal" in paper.values) is bool(journal)


def test_an_unknown_venue_and_its_year_may_be_joined_where_venues_trail(tmp_path):
    items = "".join(
        f"- {title}, {venue}, [[paper]](https://a.org/{title[:3]}.pdf)\n"
        for title, venue in (
            ("Weaving by Cards", "ACL-2020"),
            ("Spinning for All", "NeurIPS-2021"),
            (DDIM, "LoomConf-2021"),
        )
    )
    found = imported(tmp_path, of_section(items))
    assert (found[DDIM].year, found[DDIM].text("howpublished")) == (2021, "LoomConf")


def test_badges_in_a_paragraph_below_a_title_and_its_venue_are_its_links(tmp_path):
    badges = (
        f'<a href="{URL}"><img alt="link" src="https://img.shields.io/badge/-Link-blue"/></a> '
        '<a href="https://github.com/ada/ddim"><img alt="Github" src="https://img.shields.io/badge/-Code-black"/></a>'
    )
    [paper] = imported(
        tmp_path, of_section(f"**{DDIM}**. ICLR21. \n\n{badges}\n\n> It is fast.\n")
    ).values()
    assert (paper.title, paper.year, paper.arxiv) == (DDIM, 2021, "2010.02502")
    assert paper.text("code") == "https://github.com/ada/ddim"


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


def test_brackets_before_what_a_cell_says_hold_venue_and_year(tmp_path):
    rows = (
        f"| [DDIM](https://github.com/ada/ddim) | [ICLR 2021 Oral] Fewer steps for all [models]. | [arXiv]({URL}) |\n"
        "| [LoomNet](https://github.com/ada/loom) | [for weavers] Looms from one thread. | [arXiv](https://arxiv.org/abs/2001.00001) |\n"
        "| [YarnNet](https://github.com/ada/yarn) | Yarn from wool. | [arXiv](https://arxiv.org/abs/2001.00002) |\n"
    )
    text = of_section(f"| Name | Highlights | References |\n|---|---|---|\n{rows}")
    found = imported(tmp_path, text)
    assert (found["DDIM"].year, found["DDIM"].type) == (2021, "inproceedings")
    assert found["DDIM"].text("remark").startswith("Oral; Highlights: Fewer steps for all [models]")
    assert "[for weavers] Looms" in found["LoomNet"].text("remark")


def test_one_name_of_many_begun_small_is_an_author(tmp_path):
    item = f"- {DDIM}.\n  [[pdf]](https://arxiv.org/ftp/arxiv/papers/2010/2010.02502.pdf)\n  - {{}}. *ICLR*, 2021.\n"
    text = of_section(item.format("Jiaming Song, Chenlin meng, Stefano Ermon, and Ada Lovelace"))
    [paper] = imported(tmp_path, text).values()
    assert (
        paper.text("author")
        == "Song, Jiaming and meng, Chenlin and Ermon, Stefano and Lovelace, Ada"
    )
    assert (paper.arxiv, paper.year) == ("2010.02502", 2021)


def test_four_figures_behind_arxiv_may_be_year_and_month(tmp_path):
    items = (
        f"- [{DDIM}](https://arxiv.org/abs/2010.02502) arXiv 2010\n"
        "- [Weaving by Cards for All](https://arxiv.org/abs/2106.00001) arXiv 2106\n"
        "- [A Loom of Many Looms](https://arxiv.org/abs/1001.0001) arXiv 2010\n"
    )
    found = imported(tmp_path, of_section(items))
    assert [found[title].year for title in found] == [2020, 2021, 2010]


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


def test_slides_beside_a_list_are_no_code_and_tasks_nobody(tmp_path):
    items = (
        f"- [{DDIM}]({URL}): Looms for all tasks. (TTS, SVS, VC, SVC, TTA, TTM)\n"
        "  [PPTX](https://github.com/ada/notes/blob/main/PPTX/DDIM.pptx)\n"
    )
    [paper] = imported(tmp_path, of_section(items)).values()
    assert not paper.text("code")
    assert not paper.text("author")


def test_a_linked_journal_with_its_year_is_nobody(tmp_path):
    item = f"**{DDIM}**  \nAda Lovelace, Chenlin Meng  \n[Woven Informatics 2021]({URL})\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.text("author"), paper.year) == ("Lovelace, Ada and Meng, Chenlin", 2021)


def test_authors_with_a_colon_stand_on_the_line_above_the_title(tmp_path):
    links = f"\n\n  [[paper]]({URL})\n\n  [[code]](https://github.com/ada/ddim)\n"
    for above, below, short in (
        ("Jiaming Song, Stefano Ermon:", f"{DDIM}.", ""),
        ("Jiaming Song, Stefano Ermon:\n", f"{DDIM}.", ""),
        ("**DDIM:** Jiaming Song, Stefano Ermon.\n", f'"{DDIM}."', "DDIM"),
    ):
        item = f"- {above}\n  {below}{links}"
        folder = tmp_path / str(len(item))
        folder.mkdir()
        [paper] = imported(folder, of_section(item)).values()
        assert (paper.title, paper.text("author")) == (DDIM, "Song, Jiaming and Ermon, Stefano")
        assert paper.text("shorttitle") == short


def test_a_name_and_a_colon_before_a_quoted_title_is_the_short_name(tmp_path):
    items = f'- LoomDM: "{DDIM}" ICLR. [[Paper]]({URL})\n- Paper: "Weaving by Cards" ICML. [[PDF]](https://a.org/b.pdf)\n'
    found = imported(tmp_path, of_section(items))
    assert [found[title].text("shorttitle") for title in found] == ["LoomDM", ""]


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
