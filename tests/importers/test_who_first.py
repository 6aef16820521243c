"""Lists whose items begin with who wrote them, and venues that stand in twos or in columns of their own."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of

CITED = """\
* Ada Lovelace, et al.: Notes on the Engine, 1993.
* Mary Somerville, et al.: The Connection of the Physical Sciences, NIPS 2013.
* Charles Babbage, John Herschel, and George Peacock: Memoirs of the Analytical Society, 1983.
* Q. V. Jacquard and T. Weaver: Looms of Cards, 2014.
* Ada Lovelace: Translating an Article on Looms, RSS Technical Report, 2001.
* Charles Babbage: Passages from the Life of a Philosopher, ACL 2006.
* Joan Spinner and Louis Fileur. Ambiguity of Threads and Their Relations, Computational Linguistics, 1993.
* Lovelace and Babbage: Models for Weaving without Cards, EMNLP 1999.
* Joan Spinner, et al.: Looming Vectors, 2015.
* Joan Spinner, Louis Fileur: A Neural Loom, 2015.
"""


def test_one_name_and_a_colon_are_authors_where_most_items_begin_with_them(tmp_path):
    found = imported(tmp_path, of_section(CITED))
    said = {title: [name.family for name in one.authors.names] for title, one in found.items()}
    assert said == {
        "Notes on the Engine": ["Lovelace"],
        "The Connection of the Physical Sciences": ["Somerville"],
        "Memoirs of the Analytical Society": ["Babbage", "Herschel", "Peacock"],
        "Looms of Cards": ["Jacquard", "Weaver"],
        "Translating an Article on Looms": ["Lovelace"],
        "Passages from the Life of a Philosopher": ["Babbage"],
        "Ambiguity of Threads and Their Relations": ["Spinner", "Fileur"],
        "Models for Weaving without Cards": ["Lovelace", "Babbage"],
        "Looming Vectors": ["Spinner"],
        "A Neural Loom": ["Spinner", "Fileur"],
    }


def test_a_name_and_a_colon_are_the_title_where_no_others_begin_with_authors(tmp_path):
    items = "".join(f"* Deep Looms: A Study of Thread {n} [pdf]({URL[:-1]}{n})\n" for n in range(9))
    assert all(title.startswith("Deep Looms: ") for title in imported(tmp_path, of_section(items)))


@pytest.mark.parametrize(
    ("venue", "journal"),
    [
        ("J. of Weaving Research, 1993", "J. of Weaving Research"),
        ("IEEE Trans. on Looms, 2003", "IEEE Trans. on Looms"),
    ],
)
def test_a_shortened_journal_behind_a_comma_is_whole(venue, journal):
    item = f"* A. Lovelace, C. Babbage and J. Spinner. Notes on the Engine, {venue}. [pdf]({URL})\n"
    [one] = read_list(of_section(item)).papers
    assert (one.reading.title, one.reading.venue) == ("Notes on the Engine", journal)


@pytest.mark.parametrize(
    ("venues", "tag"),
    [
        ("arXiv 2020/10, ICLR 2021.", "ICLR"),
        ("ICLR 2021 Fast Looms workshop", "ICLR Fast Looms workshop"),
        ("ICLR 2021 Workshop on Looms", "ICLR Workshop on Looms"),
    ],
)
def test_the_meeting_that_published_a_work_is_its_venue(venues, tag):
    [one] = read_list(of_section(f"* [{DDIM}]({URL}), {venues}\n")).papers
    assert (one.reading.venue, one.reading.year) == (tag, 2021)


def test_a_subject_with_an_acronym_is_nobody(tmp_path):
    item = f'[{DDIM}]({URL}), ICLR 2021.  \n<font color="red"> `Loom VQA` </font>\n'
    paper = paper_of(tmp_path, item)
    assert (len(paper.authors.names), paper.text("remark")) == (0, "Loom VQA")


def test_columns_say_venues_of_any_script_measures_and_data(tmp_path):
    text = of_section(
        "| Date | Conference<br />/Journal | Paper | Metric | Dataset |\n|--|--|--|--|--|\n"
        f"| 2012. 5. | 베틀학회논문지 | [베틀 한 대로 짜는 천의 분석]({URL}) | ACC:95.84 | 실 |\n"
        f"| 2021. 5. | ICLR | [{DDIM}]({URL[:-1]}3) | 95.1/Loom-15 | 실 |\n"
    )
    loom, ddim = imported(tmp_path, text).values()
    assert loom.text("howpublished") == "베틀학회논문지"
    assert loom.text("remark") == "Metric: ACC:95.84; Dataset: 실"
    assert (ddim.year, ddim.text("remark")) == (2021, "Metric: 95.1/Loom-15; Dataset: 실")
    assert "shorttitle" not in loom.values


def test_rows_of_people_are_no_papers():
    text = of_section(
        "| Section | Members |\n|--|--|\n| The whole thing we wrote here | Ada Lovelace, Joan Spinner |\n"
        f"| Looms | [Louis Fileur](https://a.org/l) |\n\n* [{DDIM}]({URL})\n"
    )
    titles = {one.reading.title for one in read_list(text).papers}
    assert DDIM in titles
    assert "The whole thing we wrote here" not in titles


@pytest.mark.parametrize(
    ("who", "families", "year"),
    [
        ("Lovelace and Babbage - 2014 -", ["Lovelace", "Babbage"], 2014),
        ("Lovelace and Babbage, 2014:", ["Lovelace", "Babbage"], 2014),
        ("ICLR - 2014 -", [], 2014),
    ],
)
def test_families_and_a_year_may_stand_before_a_title(tmp_path, who, families, year):
    paper = paper_of(tmp_path, f"* {who} **{DDIM}** [[pdf]]({URL})\n")
    assert ([one.family for one in paper.authors.names], paper.year) == (families, year)


def test_the_full_stop_of_a_degree_ends_no_title(tmp_path):
    title = "What should looms do? A debate between Prof. A. Lovelace and Prof. C. Babbage"
    assert list(imported(tmp_path, of_section(f"* [{title}]({URL})"))) == [title]


@pytest.mark.parametrize(
    ("venue", "shown"),
    [
        ("WLMC, 2019.", "WLMC"),
        (
            "International Conference on Weaving Big Looms, 2019.",
            "International Conference on Weaving Big Looms",
        ),
        ("ICLR 2019 Fast Looms Workshop, 2019.", "ICLR Fast Looms Workshop"),
    ],
)
def test_a_venue_and_a_comma_before_the_year_end_a_title(venue, shown):
    item = f"* `[Lovelace et al. 19]` {DDIM}. {venue} [[paper]]({URL})\n"
    [one] = read_list(of_section(item)).papers
    assert (one.reading.title, one.reading.venue, one.reading.year) == (DDIM, shown, 2019)


@pytest.mark.parametrize(
    ("before", "venue", "remark"),
    [
        ("A Lovelace, CK Babbage - Looms and Dyes, 2015 -", "Looms and Dyes", []),
        ("A Lovelace, CK Babbage - Looms and Dyes, 2015.", "Looms and Dyes", []),
        ("A Lovelace, CK Babbage - \u2026 of Weaving \u2026, 2015 -", "", ["\u2026 of Weaving \u2026"]),
    ],
)  # fmt: skip
def test_what_search_engines_show_of_a_work_may_stand_before_its_title(before, venue, remark):
    text = of_section(f"[1] {before} {DDIM} [[paper]]({URL})\n")
    [one] = read_list(text).papers
    read = one.reading
    assert [name.family for name in read.authors] == ["Lovelace", "Babbage"]
    assert (read.title, read.venue, read.year, read.remark) == (DDIM, venue, 2015, remark)
