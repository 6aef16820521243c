"""Which venue and year an item states, wherever they stand."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, ITEM, URL, imported, of_section, paper_of, planned


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


def test_a_year_in_front_of_most_titles_is_when_they_are_from(tmp_path):
    items = (
        f"* 2021 {DDIM} ([ddim](https://github.com/ada/ddim))\n"
        "* 1984 Notes by the Translator ([notes](https://a.org/n))\n* 2019 Looms Without Threads\n"
    )
    found = imported(tmp_path, of_section(items))
    assert [found[title].year for title in (DDIM, "Looms Without Threads")] == [2021, 2019]


def test_underscores_may_stand_behind_year_and_venue(tmp_path):
    paper = paper_of(tmp_path, f"- 21_ICLR Workshop_{DDIM} [[paper]]({URL})")
    assert (paper.title, paper.tag) == (DDIM, "ICLR Workshop 2021")


def test_a_venue_in_front_of_one_title_belongs_to_it(tmp_path):
    title = "ICDAR 2021 Competition on the Reading of Looms"
    items = f"- [{title}](https://arxiv.org/abs/2101.00001)\n{ITEM}- [Dyes](https://arxiv.org/abs/2101.00002)\n"
    assert title in imported(tmp_path, of_section(items))


def test_a_preprint_is_of_arxiv_where_it_has_an_id(tmp_path):
    items = f"- {DDIM}, Preprint'20 [[paper]({URL})]\n- Looms That Weave, Preprint'20 [[paper](https://ada.example/loom.pdf)]\n"
    found = imported(tmp_path, of_section(items))
    assert [paper.text("howpublished") for paper in found.values()] == ["", "Preprint"]


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


@pytest.mark.parametrize("who", ["*Ada Lovelace et al*.", "*Ada Lovelace.*"])
@pytest.mark.parametrize("venue", ["Journal of slow looms", "First Thursday"])
def test_a_venue_that_nobody_knows_stands_with_its_year_behind_authors(tmp_path, who, venue):
    item = f'1. **"{DDIM}"**.\n\n\t{who} {venue} 2020. [[Paper]({URL})]\n'
    paper = paper_of(tmp_path, item)
    where = paper.text("journal") or paper.text("howpublished") or paper.text("booktitle")
    assert (where, paper.text("remark")) == (venue, "")


@pytest.mark.parametrize("venue", ["LOOM9", "LOOM10"])
def test_the_number_of_a_meeting_before_a_whole_year_is_no_year(tmp_path, venue):
    paper = paper_of(tmp_path, f"- [{DDIM}]({URL}), {venue} 2021\n")
    assert (paper.text("howpublished"), paper.year, paper.text("remark")) == (venue, 2021, "")


@pytest.mark.parametrize("venue", ["2021-ICLR", "2021-ICLR Industry"])
def test_a_linked_venue_may_begin_with_the_year(tmp_path, venue):
    item = f"- [[{venue}]]({URL}) **{DDIM}** [PDF](https://a.org/ddim.pdf)\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.year) == (DDIM, 2021)
    assert "ICLR" in paper.tag or "Learning Representations" in paper.text("booktitle")


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
    paper = paper_of(tmp_path, f"- {item.format(DDIM)}\n")
    if tag is None:
        assert not paper.values.keys() & {"booktitle", "journal", "howpublished"}
    else:
        assert (paper.title, paper.year) == (DDIM, 2021)
        assert paper.tag.startswith(tag)


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


def test_four_figures_behind_arxiv_may_be_year_and_month(tmp_path):
    items = (
        f"- [{DDIM}](https://arxiv.org/abs/2010.02502) arXiv 2010\n"
        "- [Weaving by Cards for All](https://arxiv.org/abs/2106.00001) arXiv 2106\n"
        "- [A Loom of Many Looms](https://arxiv.org/abs/1001.0001) arXiv 2010\n"
    )
    found = imported(tmp_path, of_section(items))
    assert [found[title].year for title in found] == [2020, 2021, 2010]


def test_a_year_before_authors_is_the_year(tmp_path):
    item = f"- **{DDIM}** (2021) J. Song and S. Ermon [[pdf]](https://example.org/ddim)\n"
    paper = paper_of(tmp_path, item)
    assert (paper.year, paper.text("author")) == (2021, "Song, J. and Ermon, S.")


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
    plan = planned(tmp_path / "new", text)
    notes = [note["text"] for note in plan.more["notes"] if note["kind"] == "two-venues"]
    said = f"`{DDIM}` is of {one} in line 5, here of {two}"
    assert notes == [said] * noted


def test_a_year_behind_pages_is_the_year(tmp_path):
    item = f'- "{DDIM}", J. Song, *NeurIPS*, vol. 33, pp. 1-10, 2020. [[pdf]](https://a.org/b)\n'
    paper = paper_of(tmp_path, item)
    assert paper.year == 2020


@pytest.mark.parametrize("dash", ["--", "-", "\u2013"])
def test_a_dash_behind_a_venue_may_begin_a_short_title(tmp_path, dash):
    items = f"{ITEM}- ICML '17 {dash} Heterogeneous Loom Allocation\n"
    paper = imported(tmp_path, of_section(items))["Heterogeneous Loom Allocation"]
    assert paper.tag == "ICML 2017"


@pytest.mark.parametrize(
    "item",
    [
        '- J. Song. "{}." CoRR, vol. abs/2010.02502, 2020.\n',
        "- **{}**, J. Song, *CoRR abs/2010.02502* (2020)\n",
        "- {}. CoRR, vol. abs/2010.02502, 2020. [[code]](https://github.com/ermongroup/ddim)\n",
    ],
)
def test_corr_and_its_volume_are_an_id_of_arxiv(tmp_path, item):
    paper = paper_of(tmp_path, item.format(DDIM))
    assert (paper.title, paper.arxiv, paper.tag) == (DDIM, "2010.02502", "arXiv 2020.10")


@pytest.mark.parametrize("venue", ["Loom University Press", "Annals of Weaving"])
def test_a_bold_venue_in_brackets_that_nobody_knows_is_no_title(tmp_path, venue):
    paper = paper_of(tmp_path, f"- (**{venue} 2018**) {DDIM} [[paper]](https://a.org/b.pdf)\n")
    assert (paper.title, paper.year) == (DDIM, 2018)
    assert venue in paper.values.values()
