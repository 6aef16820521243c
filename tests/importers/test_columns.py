"""What the columns of a table say of its papers."""

from __future__ import annotations

import pytest

from bib2awesome.papers.survey import Survey
from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of


def test_a_publication_beside_links_to_papers_is_the_venue(tmp_path):
    rows = (
        "| Kind | Algorithm | Date | Publication | Paper Link |\n|--|--|--|--|--|\n"
        f"| Fast | {DDIM} | 2021 | Days of Looms and Dyes | [Link]({URL}) |\n"
        "| Slow | Loom | 2020 | Handbook of Weaving | [Link](https://arxiv.org/abs/2001.00001) |\n"
    )
    found = imported(tmp_path, of_section(rows))
    assert list(found) == [DDIM, "Loom"]
    assert found[DDIM].text("howpublished") == "Days of Looms and Dyes"


def test_data_sets_in_a_column_of_their_own_are_no_ids_of_the_work(tmp_path):
    rows = (
        "| Paper | Datasets |\n|--|--|\n"
        f"| [{DDIM}]({URL}) | [Loom1K](https://arxiv.org/abs/1501.00001), ImageNet |\n"
    )
    paper = paper_of(tmp_path, rows)
    assert paper.text("eprint") == "2010.02502"
    assert paper.text("link-loom1k") == "https://arxiv.org/abs/1501.00001"


def test_a_count_beside_the_code_is_no_year(tmp_path):
    rows = f"| Title | Code |\n|--|--|\n| [{DDIM}]({URL}) | [Code](https://github.com/ada/ddim)<br>`STARS:14` |\n"
    paper = paper_of(tmp_path, rows)
    assert (paper.year, paper.text("remark")) == (2020, "Code: STARS:14")


def test_badges_of_a_column_are_kept(tmp_path):
    badges = "![i](https://img.shields.io/badge/-Fast-blue) ![i](https://img.shields.io/badge/Image-red) ![i](https://img.shields.io/badge/-Code-red)"
    rows = f"| Type | Venue | Title |\n|--|--|--|\n| {badges} | ![](https://img.shields.io/badge/ICLR-2021-red) | [{DDIM}]({URL}) |\n"
    paper = paper_of(tmp_path, rows)
    assert (paper.text("remark"), paper.year) == ("Type: Fast, Image", 2021)


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


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("3D", "has-3d"),
        ("A+", "a-plus"),
        ("Link rot", "has-link-rot"),
        ("\u8bad\u7ec3", "u-8bad-7ec3"),
        ("?", "u-3f"),
    ],
)
def test_a_column_of_ticks_has_a_field_whatever_its_title(tmp_path, title, field):
    rows = f"| Title | {title} |\n|--|--|\n| [{DDIM}]({URL}) | ✅ |\n"
    (paper,) = imported(tmp_path, of_section(rows)).values()
    assert paper.text(field) == "yes"
    (column,) = Survey.open(tmp_path).taxonomy.roots[0].columns
    assert (column.field, column.title) == (field, title)


def test_a_tick_below_no_title_is_kept(tmp_path):
    paper = paper_of(tmp_path, f"| Title | |\n|--|--|\n| [{DDIM}]({URL}) | ✅ |\n")
    assert paper.text("remark") == "✅"


def test_columns_of_ticks_with_one_field_keep_what_both_say(tmp_path):
    rows = f"| Title | Open Source | Open-Source |\n|--|--|--|\n| [{DDIM}]({URL}) | ✅ | ❌ |\n"
    (paper,) = imported(tmp_path, of_section(rows)).values()
    assert (paper.text("open-source"), paper.text("remark")) == ("yes", "Open-Source: no")
    (column,) = Survey.open(tmp_path).taxonomy.roots[0].columns
    assert column.title == "Open Source"


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


def test_stars_of_a_column_are_kept(tmp_path):
    rows = (
        "| Title | Code | Recom |\n|:--|:--|:--|\n"
        f"| [{DDIM}](https://arxiv.org/abs/2010.02502) | ⚠️ | ⭐️⭐️ |\n"
    )
    paper = paper_of(tmp_path, rows)
    assert paper.text("remark") == "Recom: ⭐️⭐️"


@pytest.mark.parametrize(
    ("behind", "issue"),
    [
        ("IEEE Transactions on Big Data, 7(2), 11-20.", ("7", "2", "11--20")),
        ("In Proceedings of the 42nd conference on Looms (pp. 165-174).", ("", "", "165--174")),
    ],
)
def test_what_a_citation_says_beside_a_column_of_venues_is_kept(tmp_path, behind, issue):
    cited = f"Lovelace, A., & Babbage, C. (2019, July). A Calculus of Weaving Looms. {behind}"
    table = (
        f"| Paper | Venue | Year |\n|---|---|---|\n| [{cited}](https://a.org/1.pdf) | KDD | 2019 |"
    )
    paper = paper_of(tmp_path, table)
    assert tuple(paper.tex(name) or "" for name in ("volume", "number", "pages")) == issue


def test_a_kind_of_venue_is_none_and_early_years_count(tmp_path):
    rows = (
        "| Paper Title | Venue Type | Venue Name | Year |\n|---|---|---|---|\n"
        f"| [{DDIM}]({URL}) | Bell Labs | Loom System Tech. J. | 1956 |\n"
    )
    paper = paper_of(tmp_path, rows)
    assert "Loom System Tech. J." in paper.values.values()
    assert (paper.year, paper.text("remark")) == (1956, "Venue Type: Bell Labs")


def test_a_column_that_mostly_has_venues_has_no_others(tmp_path):
    rows = "|Paper|Publish|Year|PDF|\n|--|--|--|--|\n" + "".join(
        f"|The {loom} Loom of Threads|{venue}|2021|[link](https://a.org/{loom}.pdf)|\n"
        for loom, venue in (
            ("First", "ICML"),
            ("Second", "TPAMI"),
            ("Third", "T Looms Cards-B"),
            ("Fourth", "CVPR"),
        )
    )
    paper = imported(tmp_path, of_section(rows))["The Third Loom of Threads"]
    assert "T Looms Cards-B" in paper.values.values()
    assert not paper.text("remark")


@pytest.mark.parametrize(
    ("header", "others"),
    [
        ("序号 | 论文标题 | 作者 | 发表会议/期刊 | 年份 | 论文链接 | 备注", "等"),
        ("番号 | 論文 | 著者 | 会議/誌 | 年 | リンク | 概要", " ほか"),
        ("번호 | 논문 제목 | 저자 | 학회 | 연도 | 링크 | 비고", " 외"),
    ],
    ids=["Chinese", "Japanese", "Korean"],
)  # fmt: skip
def test_titles_of_columns_are_read_in_other_scripts(tmp_path, header, others):
    rows = (
        f"| {header} |\n|--|--|--|--|--|--|--|\n"
        f"| 1 | {DDIM} | Ada Lovelace{others} | Loom Days | 2021 | [PDF]({URL}) | 织机,线,布 |\n"
        f"| 2 | Looms | Charles Babbage{others} | ICLR | 2020 | [PDF](https://a.org/b.pdf) | 梭 |\n"
    )
    found = imported(tmp_path, of_section(rows))
    assert list(found) == [DDIM, "Looms"]
    paper = found[DDIM]
    assert (paper.text("author"), paper.year) == ("Lovelace, Ada and others", 2021)
    assert paper.text("howpublished") == "Loom Days"
    assert "织机" in paper.text("remark")


def test_an_authors_year_is_that_of_the_work(tmp_path):
    rows = f"| Title | Author |\n|--|--|\n| [{DDIM}](https://a.org/b.pdf) | Ada Lovelace (2019) |\n"
    paper = paper_of(tmp_path, rows)
    assert (paper.text("author"), paper.year) == ("Lovelace, Ada", 2019)


def test_employers_are_no_venues(tmp_path):
    rows = f"| Date | Title | Organization |\n|--|--|--|\n| 2021/03 | [{DDIM}](https://a.org/b.pdf) | ISCAS |\n"
    paper = paper_of(tmp_path, rows)
    assert paper.text("remark") == "Organization: ISCAS"
    assert "howpublished" not in paper.values


def test_a_hyphen_where_no_line_breaks_is_one_of_dates(tmp_path):
    rows = f"| Date | Title |\n|--|--|\n| 2021\u201103 | [{DDIM}](https://a.org/b.pdf) |\n"
    paper = paper_of(tmp_path, rows)
    assert (paper.year, paper.text("month")) == (2021, "March")


@pytest.mark.parametrize(
    ("said", "volume", "number", "pages"),
    [
        ("*J. Loom Sci.* 81, 724\u2013738", "81", "", "724\u2013738"),
        ("J. Loom Sci. **11**(2)", "11", "2", ""),
        ("J. Loom Sci. **11**: 981", "11", "", "981"),
    ],
)
def test_a_volume_beside_a_column_of_years_is_no_year(tmp_path, said, volume, number, pages):
    rows = f"| Year | Title | Journal |\n|--|--|--|\n| 2020 | [{DDIM}](https://a.org/b.pdf) | {said} |\n"
    paper = paper_of(tmp_path, rows)
    assert (paper.year, paper.text("journal")) == (2020, "J. Loom Sci.")
    assert [paper.text(name) for name in ("volume", "number", "pages")] == [volume, number, pages]


def test_markup_in_the_title_of_a_column_of_html_is_not_shown(tmp_path):
    rows = (
        "<table><tr><td><em>Kind_of</em></td><td><b>Paper</b></td></tr>\n"
        f'<tr><td>Fast</td><td><a href="{URL}">{DDIM}</a></td></tr></table>\n'
    )
    assert paper_of(tmp_path, rows).text("remark") == "Kind_of: Fast"


def test_a_column_that_links_names_has_the_titles_whatever_stands_beside_them(tmp_path):
    rows = (
        "| Paper | Remarks of ours |\n|--|--|\n"
        f"| [{DDIM}]({URL}) — ICLR 2021 | What we like of it, at some length, as it is of use |\n"
        "| [LoomNet](https://a.org/b.pdf) — ICML 2020 | Words that are longer than any title here |\n"
    )
    assert list(imported(tmp_path, of_section(rows))) == [DDIM, "LoomNet"]


def test_ids_in_a_column_of_arxiv_lead_to_the_works(tmp_path):
    rows = f"| arXiv ID | Title |\n|--|--|\n| 2010.02502 | {DDIM} |\n"
    paper = paper_of(tmp_path, rows)
    assert paper.text("eprint") == "2010.02502"
    assert "remark" not in paper.values


def test_what_one_cell_says_of_several_rows_is_the_name_of_none(tmp_path):
    rows = (
        "<table><tr><th>System</th><th>Method</th><th>Paper</th></tr>\n"
        f'<tr><td rowspan="3">Mill</td><td>DDIM</td><td><a href="{URL}">{DDIM}</a></td></tr>\n'
        '<tr><td>Loom</td><td><a href="https://a.org/1.pdf">Looms That Weave Themselves</a></td></tr>\n'
        '<tr><td>Dye</td><td><a href="https://a.org/2.pdf">Dyes That Never Fade</a></td></tr></table>\n'
    )
    found = imported(tmp_path, of_section(rows))
    assert [paper.text("shorttitle") for paper in found.values()] == ["DDIM", "Loom", "Dye"]
    assert found[DDIM].text("remark") == "System: Mill"
