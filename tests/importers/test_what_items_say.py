"""What single items of a list say, and in which fields of the entry it ends up."""

from __future__ import annotations

import pytest

from bib2awesome.importers import markdown
from bib2awesome.importers.base import Input
from bib2awesome.papers.survey import Survey
from tests.importers.test_odd_items import DDIM, imported, of_section


@pytest.mark.parametrize(
    ("item", "remark"),
    [
        ("[ICLR 2021] {} [[Paper]](https://arxiv.org/abs/2010.02502)", None),
        ("{}, 2020.10 [[Paper]](https://arxiv.org/abs/2010.02502)", None),
        ("{}, 2021.03 [[Paper]](https://arxiv.org/abs/2010.02502)", None),
        ("{}, 6 Oct 2020 [[Paper]](https://arxiv.org/abs/2010.02502)", "6 Oct 2020"),
        ("{}, May 2021 [[Paper]](https://example.org/ddim.pdf)", None),
        ("{}, May 2021 \\\n  18 May 2021 [[Paper]](https://example.org/ddim.pdf)", "18 May 2021"),
        ("[ICLR 2021] {} (2020.10) [[Paper]](https://example.org/ddim.pdf)", "2020.10"),
    ],
)
def test_a_date_that_the_entry_has_no_place_for_is_kept(tmp_path, item, remark):
    [paper] = imported(tmp_path, of_section(f"- {item.format(DDIM)}\n")).values()
    assert paper.text("remark") == (remark or "")


def test_stars_of_a_column_are_kept(tmp_path):
    rows = (
        "| Title | Code | Recom |\n|:--|:--|:--|\n"
        f"| [{DDIM}](https://arxiv.org/abs/2010.02502) | ⚠️ | ⭐️⭐️ |\n"
    )
    [paper] = imported(tmp_path, of_section(rows)).values()
    assert paper.text("remark") == "Recom: ⭐️⭐️"


def test_the_institution_behind_a_title_is_kept(tmp_path):
    item = f"- {DDIM}(@Stanford etc) [[pdf]](https://arxiv.org/abs/2010.02502)\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.title, paper.text("remark")) == (DDIM, "@Stanford etc")


def test_a_year_before_authors_is_the_year(tmp_path):
    item = f"- **{DDIM}** (2021) J. Song and S. Ermon [[pdf]](https://example.org/ddim)\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.year, paper.text("author")) == (2021, "Song, J. and Ermon, S.")


def test_the_last_initial_keeps_its_full_stop(tmp_path):
    item = f"- {DDIM}. Song, J. and Ermon, S. ICLR 2021\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert paper.text("author") == "Song, J. and Ermon, S."


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


@pytest.mark.parametrize(
    ("item", "remark"),
    [
        ("🔥🔥 {} [[Paper]](https://arxiv.org/abs/2010.02502)", "🔥🔥"),
        ("{} [[Paper]](https://arxiv.org/abs/2010.02502) :star::star: ", ":star::star:"),
        ("⭐️ (ICLR 2021) [Speed] {} [[Paper]](https://arxiv.org/abs/2010.02502)", "⭐️"),
        ("✅ DDIM **{}** [[Paper]](https://arxiv.org/abs/2010.02502)", "✅"),
        ("{} → [[Paper]](https://arxiv.org/abs/2010.02502)", ""),
    ],
)
def test_stars_beside_a_title_are_kept(tmp_path, item, remark):
    [paper] = imported(tmp_path, of_section(f"- {item.format(DDIM)}\n")).values()
    assert paper.text("remark").replace("_", "") == remark


def test_an_identifier_that_stands_as_text_is_no_address(tmp_path):
    text = (
        "# Looms\n\n## Weaving\n\n"
        "1. Weaving by machine at scale. Ada et al. arXiv:1801.00001\n"
        "2. Colours that do not fade in the sun. Bo et al. [[paper]](https://arxiv.org/abs/1901.00002)\n"
        "3. Spinning wool without sheep at all. Cy et al. doi: 10.1101/2020.01.02.123456\n"
    )
    weaving, colours, wool = imported(tmp_path, text).values()
    assert (weaving.arxiv, weaving.text("url")) == ("1801.00001", "")
    assert colours.text("url") == "https://arxiv.org/abs/1901.00002"
    assert (wool.doi, wool.text("url")) == ("10.1101/2020.01.02.123456", "")


TWO = "- {t}, {one} [[Paper]](https://arxiv.org/abs/2010.02502)\n\n## Samplers\n\n- {t}, {two} [[Paper]](https://arxiv.org/abs/2010.02502)\n"


@pytest.mark.parametrize(
    ("one", "two", "venue", "noted"),
    [
        ("arXiv 2020", "ICLR 2021", "ICLR 2021", False),
        ("ICLR 2021", "arXiv 2020", "ICLR 2021", False),
        ("2020", "ICLR 2021", "ICLR 2021", False),
        ("ICLR 2021", "ICLR", "ICLR 2021", False),
        ("Preprint 2020", "arXiv 2021", "arXiv 2020.10", False),
        ("ICLR 2021", "ICLR 2020", "ICLR 2021", True),
        ("ICLR 2021", "NeurIPS 2020", "ICLR 2021", True),
        ("2020", "2021", "arXiv 2020.10", True),
    ],
)
def test_a_work_has_the_venue_that_published_it(tmp_path, one, two, venue, noted):
    text = of_section(TWO.format(t=DDIM, one=one, two=two))
    [paper] = imported(tmp_path, text).values()
    assert paper.tag == venue
    plan = markdown.plan(Survey.open(tmp_path / "new", new=True), [Input("LIST.md", text.encode())])
    notes = [note["text"] for note in plan.more["notes"] if note["kind"] == "two-venues"]
    said = f"`{DDIM}` is of {one} in line 5, here of {two}"
    assert notes == [said] * noted


@pytest.mark.parametrize(
    ("item", "authors"),
    [
        ("[{}]({}). **Jiaming Song**, Stefano Ermon.", "Song, Jiaming and Ermon, Stefano"),
        ("[{}]({}). Jiaming Song, **Chenlin Meng**, Stefano Ermon.", "Song, Jiaming and Meng, Chenlin and Ermon, Stefano"),
        ("Jiaming Song, *{}*, ICLR, 2021. [[pdf]]({})", "Song, Jiaming"),
    ],
)  # fmt: skip
def test_a_name_in_bold_is_an_author_as_the_others(tmp_path, item, authors):
    text = of_section(f"- {item.format(DDIM, 'https://example.org/ddim.pdf')}\n")
    [paper] = imported(tmp_path, text).values()
    assert (paper.title, paper.text("author")) == (DDIM, authors)


def test_a_year_behind_pages_is_the_year(tmp_path):
    item = f'- "{DDIM}", J. Song, *NeurIPS*, vol. 33, pp. 1-10, 2020. [[pdf]](https://a.org/b)\n'
    [paper] = imported(tmp_path, of_section(item)).values()
    assert paper.year == 2020


def test_headings_keep_their_emoji_and_paths_have_no_numbers(tmp_path):
    item = f"- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"
    imported(tmp_path, f"# :rocket: Awesome Looms\n\n## 1. :books: Models\n\n{item}\n## 1.2 Fast\n")
    survey = Survey.open(tmp_path)
    assert survey.config.survey.title == ":rocket: Awesome Looms"
    assert [(one.path, one.title) for one in survey.taxonomy.roots] == [
        ("models", "1. :books: Models"),
        ("fast", "1.2 Fast"),
    ]


JOURNALS = [
    ("J. Mach. Learn. Res. 22(1), 2021", "Journal of Machine Learning Research", ("22", "1", "")),
    ("Nature 521, 436\u2013444 (2021).", "Nature", ("521", "", "436--444")),
    ("Bioinformatics, 33(14), 2021", "Bioinformatics", ("33", "14", "")),
    ("Nature Methods 18, 2021", "Nature Methods", ("18", "", "")),
    ("PLoS ONE 12(8): e0181234 (2021)", "PLOS ONE", ("12", "8", "e0181234")),
    (
        "Nucleic Acids Research, vol. 45, no. 3-4, 2021",
        "Nucleic Acids Research",
        ("45", "3--4", ""),
    ),
    ("Advances in Weaving 12 (2021) 44-55", "Advances in Weaving", ("12", "", "44--55")),
    ("Front. Comput. Sci., vol. 18, no. 6, 2021", "Front. Comput. Sci.", ("18", "6", "")),
    ("Nature 521.7553 (2021): 436-444.", "Nature", ("521", "7553", "436--444")),
    ("Nature (2021) 521:436", "Nature", ("521", "", "436")),
]


@pytest.mark.parametrize("form", ["*{}*", "{}", "J. Song, S. Ermon. *{}*", "J. Song, S. Ermon. {}"])
@pytest.mark.parametrize(("cited", "journal", "issue"), JOURNALS)
def test_a_journal_is_cited_with_volume_and_pages(tmp_path, form, cited, journal, issue):
    item = f"- [{DDIM}](https://example.org/ddim.pdf). {form.format(cited)}\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.title, paper.year, paper.type) == (DDIM, 2021, "article")
    assert tuple(paper.tex(name) or "" for name in ("volume", "number", "pages")) == issue
    assert paper.text("journal") == journal
    assert not paper.text("remark")
    assert ("Song" in paper.text("author")) is form.startswith("J.")


def test_a_journal_may_follow_a_plain_title(tmp_path):
    item = f"- {DDIM}. Nature 521, 436 (2021). [[pdf]](https://example.org/ddim.pdf)\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert (paper.title, paper.text("journal"), paper.text("pages")) == (DDIM, "Nature", "436")


@pytest.mark.parametrize(
    "words", ["arXiv 2, 2021", "May 5, 2021", "Lovelace, Babbage 3, 2021", "1 2 3 2021"]
)
def test_what_has_no_journal_has_no_volume(tmp_path, words):
    item = f"- [{DDIM}](https://example.org/ddim.pdf), {words}\n"
    [paper] = imported(tmp_path, of_section(item)).values()
    assert not paper.text("volume")


@pytest.mark.parametrize(
    ("item", "title", "authors"),
    [
        ('[1] J. Song et al., "{}," *arXiv preprint*, 2021. [[pdf]]({})', DDIM, "Song, J. and others"),
        ("**DDIM** [{}]({}) (ICLR 2021)", DDIM, ""),
        ("Song, J.; Meng, C.; and Ermon, S. **{}.** ICLR, 2021. [pdf]({})", DDIM, "Song, J. and Meng, C. and Ermon, S."),
        ("**{}** (Song et al., ICLR 2021): [paper]({})", DDIM, "Song and others"),
        ("**{}** (ICLR 2021), J. Song, S. Ermon. [paper]({})", DDIM, "Song, J. and Ermon, S."),
        ("**{}** Song, Meng, Ermon; ICLR 2021 [paper]({})", DDIM, "Song and Meng and Ermon"),
        ('ICLR\'21: "{}" by Jiaming Song & Stefano Ermon ([paper]({}))', DDIM, "Song, Jiaming and Ermon, Stefano"),
        ("*{}* - **Song et al.**, ICLR 2021, [pdf]({})", DDIM, "Song and others"),
        ("[{}]({}) - *Measuring Massive Multitask Weaving* (ICLR 2021)", DDIM, ""),
    ],
)  # fmt: skip
def test_who_and_what_are_told_apart(tmp_path, item, title, authors):
    [paper] = imported(
        tmp_path, of_section(f"- {item.format(DDIM, 'https://a.org/b.pdf')}\n")
    ).values()
    assert (paper.title, paper.text("author"), paper.year) == (title, authors, 2021)


@pytest.mark.parametrize(
    ("item", "authors", "tag"),
    [
        ("- 2021 | ICLR | {} | [[pdf]]({})", "", "ICLR 2021"),
        ("- 2021, Song et al., {}, [link]({})", "Song and others", "2020.10"),
        ("- [Song+ 21] {}. ICLR. [paper]({})", "Song and others", "ICLR 2021"),
        ("- [Song et al., 2021] {}. [paper]({})", "Song and others", "2020.10"),
        ("**1. {}**\n\n- 作者\uff1a宋佳明\uff0c张三\n- 会议\uff1aICLR 2021\n- 链接\uff1a{}", "宋佳明 and 张三", "ICLR 2021"),
        ("<ul>\n<li><b>{}</b>: <i>ICLR 2021</i> <a href=\"{}\">pdf</a></li>\n</ul>", "", "ICLR 2021"),
    ],
)  # fmt: skip
def test_dates_and_names_in_front_are_read(tmp_path, item, authors, tag):
    text = item.format(DDIM, "https://arxiv.org/pdf/2010.02502")
    [paper] = imported(tmp_path, of_section(text)).values()
    assert (paper.title, paper.text("author")) == (DDIM, authors)
    assert paper.tag in {tag, f"arXiv {tag}"}


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
    [paper] = imported(tmp_path, of_section(table)).values()
    assert tuple(paper.tex(name) or "" for name in ("volume", "number", "pages")) == issue
