"""Who wrote a work: names before, behind and around its title."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, ITEM, URL, imported, of_section, paper_of


def test_the_last_of_authors_with_initials_last_is_no_venue(tmp_path):
    item = f'1. "{DDIM}".\n\n   Song J, Meng C, Ermon S. Proceedings of the Ninth Workshop on Looms 2021. [[Paper]({URL})]\n'
    paper = paper_of(tmp_path, item)
    assert paper.text("author") == "Song, J and Meng, C and Ermon, S"


def test_authors_before_a_bold_title_begin_a_paragraph(tmp_path):
    title = "Looms That Weave Themselves: A Long Study of the Threads, the Shuttles and the Dyes of Weavers in Four Countries, and of the Women Who Worked at Them"
    who = "Lovelace, Ada, Charles Babbage, and Mary Somerville"
    links = "[[Paper]](https://ada.example/looms) [[Project]](https://github.com/ada/looms)"
    text = f':tada: - {who}. "**{title}.**" *Days of Looms, 2020*. {links}\n\n{ITEM}'
    paper = imported(tmp_path, of_section(text))[title]
    assert paper.text("author") == "Lovelace, Ada and Babbage, Charles and Somerville, Mary"


@pytest.mark.parametrize(
    "said", ["Weaver's Threads & Packed Shuttles", "Use Homomorphic Encryption"]
)
def test_no_names_are_read_from_a_description(tmp_path, said):
    paper = paper_of(tmp_path, f"- {DDIM} [[pdf]]({URL}): {said}\n")
    assert (paper.text("author"), paper.text("remark")) == ("", said)


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
    paper = paper_of(tmp_path, f'- {who} ["{DDIM}."]{link}, ICLR, 2021.\n')
    assert (paper.title, paper.text("author"), paper.tag) == (DDIM, authors, "ICLR 2021")


def test_one_name_of_many_begun_small_is_an_author(tmp_path):
    item = f"- {DDIM}.\n  [[pdf]](https://arxiv.org/ftp/arxiv/papers/2010/2010.02502.pdf)\n  - {{}}. *ICLR*, 2021.\n"
    paper = paper_of(
        tmp_path, item.format("Jiaming Song, Chenlin meng, Stefano Ermon, and Ada Lovelace")
    )
    assert (
        paper.text("author")
        == "Song, Jiaming and meng, Chenlin and Ermon, Stefano and Lovelace, Ada"
    )
    assert (paper.arxiv, paper.year) == ("2010.02502", 2021)


def test_a_linked_journal_with_its_year_is_nobody(tmp_path):
    item = f"**{DDIM}**  \nAda Lovelace, Chenlin Meng  \n[Woven Informatics 2021]({URL})\n"
    paper = paper_of(tmp_path, item)
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
        paper = paper_of(folder, item)
        assert (paper.title, paper.text("author")) == (DDIM, "Song, Jiaming and Ermon, Stefano")
        assert paper.text("shorttitle") == short


def test_the_last_initial_keeps_its_full_stop(tmp_path):
    paper = paper_of(tmp_path, f"- {DDIM}. Song, J. and Ermon, S. ICLR 2021\n")
    assert paper.text("author") == "Song, J. and Ermon, S."


@pytest.mark.parametrize(
    ("item", "authors"),
    [
        ("[{}]({}). **Jiaming Song**, Stefano Ermon.", "Song, Jiaming and Ermon, Stefano"),
        ("[{}]({}). Jiaming Song, **Chenlin Meng**, Stefano Ermon.", "Song, Jiaming and Meng, Chenlin and Ermon, Stefano"),
        ("Jiaming Song, *{}*, ICLR, 2021. [[pdf]]({})", "Song, Jiaming"),
    ],
)  # fmt: skip
def test_a_name_in_bold_is_an_author_as_the_others(tmp_path, item, authors):
    paper = paper_of(tmp_path, f"- {item.format(DDIM, 'https://example.org/ddim.pdf')}\n")
    assert (paper.title, paper.text("author")) == (DDIM, authors)


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
    paper = paper_of(tmp_path, f"- {item.format(DDIM, 'https://a.org/b.pdf')}\n")
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
    paper = paper_of(tmp_path, text)
    assert (paper.title, paper.text("author")) == (DDIM, authors)
    assert paper.tag in {tag, f"arXiv {tag}"}


def test_others_may_be_misspelt(tmp_path):
    paper = paper_of(
        tmp_path, f'1. **"{DDIM}"**. *Jiaming Song el al*. ICLR 2021. [[paper]({URL})]'
    )
    assert paper.text("author") == "Song, Jiaming and others"
