"""Lists as biology, physics and economics keep them: their ways to cite, and marks that Markdown has not."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from tests.importers.few_items import DDIM, URL, of_section, paper_of

NATURE = "Lovelace, A. A., Babbage, C. & Jacquard, J.-M."


@pytest.mark.parametrize("mark", ["- ", "1. ", "- [x] 12. "])
@pytest.mark.parametrize(
    ("who", "families"),
    [
        (NATURE, ["Lovelace", "Babbage", "Jacquard"]),
        ("Lovelace, A. et al.", ["Lovelace"]),
        ("van der Loom, A. & Babbage, C.", ["van der Loom", "Babbage"]),
        ("W\u00fcthrich, K.", ["W\u00fcthrich"]),
    ],
)
@pytest.mark.parametrize(
    ("where", "issue"),
    [
        ("Trends Weav. Sci. 40, 49\u201357 (2015).", ("Trends Weav. Sci.", "40", "49--57")),
        ("Looms: Struct. Funct. 87, e149 (2015)", ("Looms: Struct. Funct.", "87", "e149")),
        ("L1000Res. 9, (2015).", ("L1000Res.", "9", "")),
    ],
)
def test_a_work_is_read_as_nature_cites_it(mark, who, families, where, issue):
    title = "A brief history of looms, illustrated by their cards"
    [one] = read_list(of_section(f"{mark}{who} {title}. {where}\n")).papers
    read = one.reading
    assert read.title == title
    assert [f"{name.prefix} {name.family}".strip() for name in read.authors] == families
    assert (read.venue, read.issue.volume, read.issue.pages) == issue


def test_a_title_with_one_initial_in_it_is_no_citation():
    [one] = read_list(of_section(f"- [Looms, A. Study of Their Cards in Use]({URL})\n")).papers
    assert not one.reading.authors


@pytest.mark.parametrize(
    ("where", "journal", "year", "issue"),
    [
        ("Phys. Rev. X 15, 021065 \u2013 Published 22 May, 2025", "Physical Review X", 2025, ("15", "021065")),
        ("Rev. Mod. Phys. 87, 307 - Published 7 May 2015", "Reviews of Modern Physics", 2015, ("87", "307")),
    ],
)  # fmt: skip
def test_the_day_on_which_physicists_published_is_the_date(tmp_path, where, journal, year, issue):
    paper = paper_of(tmp_path, f"- **[{DDIM}]({URL})**  \n  *Ada Lovelace*  \n  *{where}*\n")
    assert (paper.text("journal"), paper.year, paper.text("month")) == (journal, year, "May")
    assert (paper.text("volume"), paper.text("pages")) == issue


def test_a_volume_before_the_number_of_an_article_is_no_year():
    [one] = read_list(of_section(f"- [{DDIM}]({URL}). Phys. Rev. X 15, 021065\n")).papers
    assert one.reading.year is None


def test_the_page_of_a_site_may_begin_with_what_its_generator_is_told():
    front = "---\nlayout: page\ntitle: |\n  Looms and Cards\ntags: [looms]\n---\n\n"
    found = read_list(f"{front}## Models\n\n- [{DDIM}]({URL})\n")
    [one] = found.papers
    assert ([child.title for child in found.root.children], one.line) == (["Models"], 9)


def test_a_rule_at_the_beginning_is_no_front_matter():
    text = f"---\nSome words of a list.\n\n## Models\n\n- [{DDIM}]({URL})\n\n---\n"
    assert [one.reading.title for one in read_list(text).papers] == [DDIM]


def test_a_link_may_have_its_brackets_mixed_up():
    items = f"- ({DDIM})[{URL}]\n    - how looms forget\n"
    [one] = read_list(of_section(items)).papers
    assert (one.reading.title, one.reading.links[0].url) == (DDIM, URL)


def test_a_venue_may_stand_in_front_with_two_figures_of_its_year():
    items = (
        "* ICSE'12 Automatic loom rectification\n"
        "* ICSE'13 Guided generation of threads for looms\n"
        "* FSE'15 Axis: fixing broken threads of looms by cards\n"
    )
    read = [one.reading for one in read_list(of_section(items)).papers]
    assert [(one.title, one.venue, one.year) for one in read] == [
        ("Automatic loom rectification", "ICSE", 2012),
        ("Guided generation of threads for looms", "ICSE", 2013),
        ("Axis: fixing broken threads of looms by cards", "FSE", 2015),
    ]


@pytest.mark.parametrize(
    ("item", "families", "year"),
    [
        (f'- Lovelace (1974), ["{DDIM}"]({URL})', ["Lovelace"], 1974),
        (f'- Lovelace and Babbage (1984), ["{DDIM}"]({URL})', ["Lovelace", "Babbage"], 1984),
        (f'- "{DDIM}" by Lovelace - [[PDF]({URL})]', ["Lovelace"], None),
        (f'- "{DDIM}" by Lovelace and Babbage - [[PDF]({URL})]', ["Lovelace", "Babbage"], None),
    ],
)
def test_families_beside_a_quoted_title_are_its_authors(item, families, year):
    [one] = read_list(of_section(f"{item}\n")).papers
    assert [name.family for name in one.reading.authors] == families
    assert (one.reading.title, one.reading.venue, one.reading.year) == (DDIM, "", year)


def test_one_name_and_a_comma_before_a_linked_title_are_its_author_where_most_have_some():
    items = (
        f"- Ada Lovelace and Charles Babbage, [Looms in Motion]({URL}), SIGGRAPH 1997.\n"
        "- Ada Lovelace, Mary Somerville, [Cards for Looms](https://a.org/1.pdf), SIGGRAPH 1998.\n"
        "- Joseph Jacquard, [A Loom With Threads](https://a.org/2.pdf), Graphics of Looms, 1999.\n"
        "- Ada Lovelace and Charles Babbage, [It's Not a Loom, You Know...](https://a.org/3.pdf), SIGGRAPH 1999.\n"
    )
    read = {one.reading.title: one.reading for one in read_list(of_section(items)).papers}
    assert [name.family for name in read["A Loom With Threads"].authors] == ["Jacquard"]
    assert len(read["It's Not a Loom, You Know..."].authors) == 2


def test_the_only_author_below_a_bold_title_tells_it_from_prose():
    items = "".join(
        f"**{title}**<br>\nAuthors: {who}\n\n"
        for title, who in (
            ("Looms That Weave Their Own Cards", "Ada Lovelace, Mary Somerville"),
            ("StructLoom: Weaving by Structured Threads", "Joseph Jacquard"),
        )
    )
    assert len(read_list(of_section(items)).papers) == 2


def test_papers_above_all_headings_are_papers():
    items = "".join(f"- [ ] [Loom {word}](https://a.org/{word}.pdf)\n" for word in ("A", "B", "C"))
    text = f"{items}- [x] [Raft](https://raft.github.io/)\n\n### Cards\n\n- [{DDIM}]({URL})\n"
    assert len(read_list(text).papers) == 5


def test_a_page_of_somebody_is_no_paper():
    items = f"[Ada Lovelace](https://scholar.google.com/citations?user=abc)\n\n- [{DDIM}]({URL})\n"
    assert [one.reading.title for one in read_list(of_section(items)).papers] == [DDIM]


def test_deep_down_an_introduction_is_a_subject():
    [one] = read_list(f"# Looms\n\n## Readings\n\n### Introduction\n\n- [{DDIM}]({URL})\n").papers
    assert one.section.title == "Introduction"


def test_one_of_many_names_may_be_begun_small():
    who = "Ada Lovelace, Mary Somerville, carl babbage, Joan Spinner, Louis Fileur, Rosa Weaver"
    [one] = read_list(of_section(f"- **{DDIM}**  \n  {who}  \n  [[Paper]({URL})]\n")).papers
    assert len(one.reading.authors) == 6


STYLES = {
    "cell": "Lovelace, A., and Babbage, C. (2012). {t}. {j} 57, 70\u201371.",
    "science": "A. Lovelace, C. Babbage, {t}. {j} 57, 70\u201371 (2012).",
    "pnas": "Lovelace A, Babbage C (2012) {t}. {j} 57:70\u201371.",
    "acs": "Lovelace, A.; Babbage, C. {t}. {j} 2012, 57, 70\u201371.",
    "chicago": "Lovelace, Ada, and Charles Babbage. 2012. \u201c{t}.\u201d {j} 57 (2): 70\u201371.",
    "harvard": "Lovelace, A. and Babbage, C., 2012. {t}. {j}, 57(2), pp.70-71.",
    "vancouver": "Lovelace A, Babbage C. {t}. {j}. 2012;57(2):70-71.",
    "economics": 'Ada Lovelace and Charles Babbage (2012), "{t}," {j}, 57(2), 70\u201371.',
    "nature": "Lovelace, A. & Babbage, C. {t}. {j} 57, 70\u201371 (2012).",
}
LOOMS = "Notes on the analytical engine: looms and their cards"


@pytest.mark.parametrize("title", ["{t}", "[{t}](https://doi.org/10.1000/looms)"])
@pytest.mark.parametrize("journal", ["Journal of Weaving Science", "*Journal of Weaving Science*"])
@pytest.mark.parametrize("style", STYLES)
def test_a_work_is_read_as_the_styles_of_most_fields_cite_it(style, journal, title):
    item = STYLES[style].format(t=title.format(t=LOOMS), j=journal)
    [one] = read_list(of_section(f"- {item}\n")).papers
    read = one.reading
    assert [name.family for name in read.authors] == ["Lovelace", "Babbage"]
    assert (read.title, read.venue, read.year) == (LOOMS, "Journal of Weaving Science", 2012)
    assert (read.issue.volume, read.issue.pages, read.remark) == ("57", "70--71", [])


@pytest.mark.parametrize(
    ("style", "figures", "marked"),
    [
        ("nature", "57", "**57**"),
        ("cell", "57", "**57**"),
        ("science", "57", "**57**"),
        ("acs", "2012, 57", "**2012**, *57*"),
    ],
)
def test_a_volume_in_bold_is_no_title(style, figures, marked):
    item = STYLES[style].format(t=LOOMS, j="*Weav. Sci.*").replace(figures, marked)
    [one] = read_list(of_section(f"- {item}\n")).papers
    assert (one.reading.title, one.reading.issue.volume) == (LOOMS, "57")


@pytest.mark.parametrize("before", ["Somerville, M., 2014. ", "Somerville, M. (2014). "])
def test_an_initial_behind_a_family_is_no_second_family(before):
    [one] = read_list(of_section(f"- {before}[{DDIM}]({URL}). *Cell* 57, 70-71.\n")).papers
    [name] = one.reading.authors
    assert (name.given, name.family, one.reading.year) == ("M.", "Somerville", 2014)


def test_one_author_with_initials_behind_is_one_where_most_items_begin_so():
    items = (
        "- Lovelace A, Babbage C. Notes on the engine. Weav Sci. 2012;57(2):70-71.\n"
        "- Lovelace A, Jacquard JM. A calculus of threads. Weav Sci. 2013;58(2):70-71.\n"
        "- Somerville M. On the connexion of the sciences. Weav Sci. 2014;59(2):70-71.\n"
    )
    last = read_list(of_section(items)).papers[-1].reading
    assert (last.title, len(last.authors)) == ("On the connexion of the sciences", 1)


def test_a_preprint_has_no_venue_of_that_name():
    items = f"- Lovelace, A. & Babbage, C. {LOOMS}. Preprint at {URL} (2023).\n"
    [one] = read_list(of_section(items)).papers
    assert (one.reading.title, one.reading.venue, one.reading.year) == (LOOMS, "", 2023)


def test_authors_stand_before_a_linked_title_where_most_titles_are_plain():
    items = (
        f"- Lovelace, A. & Babbage, C. {LOOMS}. *Weav. Sci.* **7**, 1\u201310 (2012).\n"
        "- Babbage, C. & Jacquard, J. On the economy of looms. *Weav. Sci.* **8**, 1\u201310 (2013).\n"
        f"- Lovelace, A. et al. [{DDIM}]({URL}). *Weav. Sci.* **9**, 1\u201310 (2014).\n"
    )
    last = read_list(of_section(items)).papers[-1].reading
    assert (last.title, last.others, last.issue.volume) == (DDIM, True, "9")


def test_headings_with_numbers_may_be_titles():
    titles = ("The coming of age of looms", "Recent advances in looms and cards", "A loom of one")
    items = "".join(
        f"### 1.{number} **{title}**\n\nAda Lovelace & Mary Somerville [Nature](https://www.nature.com/articles/nature{number}) || 2016\n\n"
        for number, title in enumerate(titles, 1)
    )
    read = [one.reading for one in read_list(of_section(items)).papers]
    assert [one.title for one in read] == list(titles)
    assert {(one.venue, one.year, len(one.authors)) for one in read} == {("Nature", 2016, 2)}


@pytest.mark.parametrize("title", ["{t}", "[{t}](https://doi.org/10.1000/looms)"])
@pytest.mark.parametrize("style", STYLES)
def test_a_paragraph_that_cites_a_work_is_an_item(style, title):
    item = STYLES[style].format(t=title.format(t=LOOMS), j="Journal of Weaving Science")
    [one] = read_list(of_section(f"{item}\n")).papers
    assert (one.reading.title, one.reading.year) == (LOOMS, 2012)


@pytest.mark.parametrize(
    "prose",
    [
        "Ada Lovelace and Charles Babbage (2012) showed that looms weave by cards.",
        "Lovelace, A. et al. showed in 2012 that looms weave by cards.",
        'The weavers of 2012 said, "looms weave by cards", and so they do.',
        "Looms were made in 2012. They weave by cards, and fast.",
    ],
)
def test_a_sentence_of_a_work_is_none(prose):
    text = of_section(f"{prose}\n\n- [{DDIM}]({URL})\n")
    assert [one.reading.title for one in read_list(text).papers] == [DDIM]
