"""Items that cite their work, in the words of a link or in brackets behind the title."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of


@pytest.mark.parametrize(
    ("words", "families", "venue", "year"),
    [
        ("Lovelace and Babbage, CoNLL 2017", ["Lovelace", "Babbage"], "CoNLL", 2017),
        ("Lovelace, Babbage, Jacquard, LoomWS 2017b", ["Lovelace", "Babbage", "Jacquard"], "LoomWS", 2017),
        ("Lovelace & Babbage, 2017, NAACL", ["Lovelace", "Babbage"], "NAACL", 2017),
        ("Lovelace et al., Loomw. 2017", ["Lovelace"], "Loomw", 2017),
        ("Lovelace, Babbage, Jacquard 2017", ["Lovelace", "Babbage", "Jacquard"], "", 2017),
        ("Lovelace et al. 2017", ["Lovelace"], "", 2017),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "item", ["- {} [[{}]]({})\n", "- {} [{}]({})\n", "- {} ({}) [paper]({})\n", "- {} [{}], [paper]({})\n"]
)  # fmt: skip
def test_authors_venue_and_year_are_read_from_a_citation(item, words, families, venue, year):
    [one] = read_list(of_section(item.format(DDIM, words, URL))).papers
    read = one.reading
    assert [name.family for name in read.authors] == families
    assert (read.title, read.venue, read.year) == (DDIM, venue, year)
    assert not read.remark


def test_a_citation_of_one_author_is_read_where_most_items_have_authors(tmp_path):
    items = (
        f"- {DDIM} [[Lovelace and Babbage, ACL 2017]]({URL})\n"
        "- Looms for Weaving Threads [[Lovelace and Jacquard, ACL 2018]](https://a.org/1.pdf)\n"
        "- Threads for Weaving Looms [[Jacquard, 2008; PhD thesis, chapter 2]](https://a.org/2.pdf)\n"
    )
    paper = imported(tmp_path, of_section(items))["Threads for Weaving Looms"]
    assert [name.family for name in paper.authors.names] == ["Jacquard"]
    assert (paper.year, paper.text("remark")) == (2008, "PhD thesis, chapter 2")


@pytest.mark.parametrize(
    ("before", "families", "venue"),
    [
        ("**RL + pg (Lovelace and Babbage, 2018)**:", ["Lovelace", "Babbage"], ""),
        ("**Loom with Threads(Lovelace et al., 2018a)** :", ["Lovelace"], ""),
        ("**LoomNet** (Lovelace and Babbage, ACL 2018):", ["Lovelace", "Babbage"], "ACL"),
    ],
)
def test_a_citation_may_stand_between_a_name_and_the_title(before, families, venue):
    [one] = read_list(of_section(f"{before} [{DDIM}]({URL})\n")).papers
    read = one.reading
    assert [name.family for name in read.authors] == families
    assert (read.title, read.venue, read.year) == (DDIM, venue, 2018)


@pytest.mark.parametrize("words", ["Slides, ICML 2018", "Some Group, 2018", "UC Looms (2018)"])
def test_what_names_nobody_is_no_citation(words):
    [one] = read_list(of_section(f"- {DDIM} [[{words}]]({URL})\n")).papers
    assert not one.reading.authors


def test_others_may_be_marked_apart_from_the_first_author(tmp_path):
    item = f'- **"{DDIM}"**, AAAI, 2004\n    - Ada Lovelace *et al.* *(on looms)*\n    - [[Paper]]({URL})\n'
    paper = paper_of(tmp_path, item)
    assert paper.authors.others
    assert paper.text("remark") == "(on looms)"


def test_a_label_behind_a_title_may_say_that_its_link_comes_later(tmp_path):
    item = f"- {DDIM} [[paper]](Coming soon)\n    - Ada Lovelace, Charles Babbage *ACL 2018*\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.text("remark")) == (DDIM, "Coming soon")


@pytest.mark.parametrize(
    ("volume", "venue", "remark"),
    [
        ("2021 IEEE/ACM Int. Symposium on Looms (ISL). 286-294", "2021 IEEE/ACM Int. Symposium on Looms (ISL)", []),
        ("2021 47th Loom Conf. on Weaving and Dyes (WD).", "2021 47th Loom Conf. on Weaving and Dyes (WD)", []),
        ("Proceedings of the 3rd Symposium on Looms. Weavers, 221-235", "Proceedings of the 3rd Symposium on Looms", ["Weavers"]),
    ],
)  # fmt: skip
def test_the_volume_that_a_citation_names_is_the_venue(volume, venue, remark):
    cited = f"A. Lovelace and C. K. Babbage. 2021. {DDIM}. In {volume}"
    [one] = read_list(of_section(f"{cited}\n\n[{DDIM} Again]({URL})\n")).papers[:1]
    assert (one.reading.title, one.reading.venue, one.reading.year) == (DDIM, venue, 2021)
    assert one.reading.remark == remark


@pytest.mark.parametrize(
    ("writer", "families"),
    [
        ("Charles K. Babbage", ["Babbage"]),
        ("Ada Lovelace, Charles Babbage", ["Lovelace", "Babbage"]),
    ],
)
def test_brackets_behind_a_book_say_who_wrote_it(writer, families):
    [one] = read_list(of_section(f"- The World of Looms ({writer}, 1993)\n")).papers
    assert [name.family for name in one.reading.authors] == families
    assert (one.reading.title, one.reading.venue, one.reading.year) == (
        "The World of Looms",
        "",
        1993,
    )


def test_one_name_in_brackets_is_a_writer_where_most_items_have_authors():
    books = ("Ada Lovelace, Charles Babbage", "Joan Spinner, Louis Fileur", "Mary Somerville")
    items = "".join(f"- The Looms of Volume {n} ({who}, 1993)\n" for n, who in enumerate(books))
    assert all(one.reading.authors for one in read_list(of_section(items)).papers)


@pytest.mark.parametrize(
    ("form", "venue", "year", "pages"),
    [
        ("{}: {}. In: Proceedings of the Loom Symposium, pp. 12\u201319 (2019)", "Proceedings of the Loom Symposium", 2019, "12--19"),
        ("{}: {}. In: European Conference on Weaving. pp. 12\u201319. Springer (2019)", "European Conference on Weaving", 2019, "12--19"),
        ("{}: {}. In: CVPR (2019)", "CVPR", 2019, ""),
        ("{}: {}. In: 2019 Loom Conf. on Dyes. 2019, 436\u2013449", "2019 Loom Conf. on Dyes", 2019, "436--449"),
        ("{}: {}. In 2021 Conference on Looms 2021 Jun 3 (pp. 1-3).", "2021 Conference on Looms", 2021, "1--3"),
        ("{}: {}, in: Conference on Looms, 2021, pp. 1-3", "Conference on Looms", 2021, "1--3"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("item", ["- {} [pdf]({})\n", "- [{}]({})\n"])
def test_proceedings_behind_a_title_are_its_venue(item, form, venue, year, pages):
    cited = form.format("Lovelace, A., Babbage, C.", DDIM)
    [one] = read_list(of_section(item.format(cited, URL))).papers
    read = one.reading
    assert [name.family for name in read.authors] == ["Lovelace", "Babbage"]
    assert (read.title, read.venue, read.year) == (DDIM, venue, year)
    assert (read.issue.pages if read.issue else "") == pages


def test_the_short_name_in_a_column_stays_the_venue_of_a_cited_title():
    cited = f"{DDIM}. In: Proceedings of the Symposium on Looms. 2022, 1\u20139"
    rows = f"| Paper | Venue |\n|--|--|\n| [{cited}]({URL}) | SoL |\n"
    [one] = read_list(of_section(rows)).papers
    assert (one.reading.title, one.reading.venue) == (DDIM, "SoL")
    assert one.reading.remark == ["Proceedings of the Symposium on Looms"]


def test_the_number_of_a_volume_is_no_year(tmp_path):
    item = f"* [{DDIM}]({URL})\n\t* Authors: Ada Lovelace (2011)\n\t* Journal: IEEE Transactions on Looms, vol. 27, num 5, p. 943-957."
    assert paper_of(tmp_path, item).year == 2011


def test_families_and_a_year_in_brackets_are_authors_where_most_items_name_some():
    items = (
        f"- [{DDIM}]({URL}) - Lovelace, Babbage, Somerville (2021)\n"
        "- [Looms and Their Cards](https://a.org/b.pdf) - Jacquard, Vaucanson, Falcon (1804)\n"
        "- [Notes by the Translator](https://a.org/c.pdf) - Lovelace (1843) [[Talk](https://a.org/d)]\n"
    )
    read = [item.reading for item in read_list(of_section(items)).papers]
    assert [[name.family for name in one.authors] for one in read] == [
        ["Lovelace", "Babbage", "Somerville"],
        ["Jacquard", "Vaucanson", "Falcon"],
        ["Lovelace"],
    ]
    assert [(one.venue, one.year) for one in read] == [("", 2021), ("", 1804), ("", 1843)]


def test_a_citation_may_break_off_where_its_line_ends():
    items = (
        "- Lovelace, A., and Babbage, C. (2010). A calculus of looms. Journal of Weaving, 53(8),\n"
        "  1985-1992. https://doi.org/10.1000/1\n"
        "- Somerville, M., and Herschel,\n  J. (2013). On the connexion of looms. Weaving Letters, 4(2), 1-12.\n"
        "- Jacquard, J. (1984). Cards that weave. Journal\n  of Weaving, 54(8), 19-22.\n  A remark, without end\n"
    )
    read = [item.reading for item in read_list(of_section(items)).papers]
    assert [(one.title, len(one.authors), one.issue.journal, one.issue.pages) for one in read] == [
        ("A calculus of looms", 2, "Journal of Weaving", "1985--1992"),
        ("On the connexion of looms", 2, "Weaving Letters", "1--12"),
        ("Cards that weave", 1, "Journal of Weaving", "19--22"),
    ]
    assert read[2].remark == ["A remark, without end"]


def test_the_word_pages_may_be_written_out_and_begin_a_line():
    cited = "In Proceedings of the Conference on Looms, pages 10-20, 2014"
    wrapped = cited.replace("pages", "\n  pages")
    items = f"- A. Lovelace and C. Babbage. {DDIM}. {cited}.\n- C. Babbage. Looms in Motion. {wrapped}.\n"
    one, other = read_list(of_section(items)).papers
    assert (other.reading.venue, other.reading.year) == (one.reading.venue, one.reading.year)
    assert (one.reading.title, one.reading.venue, one.reading.year) == (
        DDIM,
        "Proceedings of the Conference on Looms",
        2014,
    )


def test_who_employs_an_author_may_stand_behind_the_name():
    items = (
        f"1. [{DDIM}]({URL}). Ada Lovelace et al. Loom Works.\n"
        "2. [Looms and Their Cards](https://a.org/b.pdf). Joseph Jacquard et al. Lyon.\n"
        "3. [Notes by the Translator](https://a.org/c.pdf) Mary Somerville. University of Looms.\n"
    )
    last = read_list(of_section(items)).papers[-1].reading
    assert [name.family for name in last.authors] == ["Somerville"]
    assert last.remark == ["University of Looms"]
