"""Lists whose items differ from one another in what they write where: each comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
from tests.importers.test_adoption import adopted

TITLES = (
    "Weaving Graphs by Hand",
    "Looms of Attention for Long Threads",
    "Dyeing with Sparse Colours",
    "Knots in Latent Space",
    "A Shuttle for Every Shed",
    "Spinning without Supervision",
)


def items(form: str, count: int = 6) -> list[str]:
    return [form.format(t=TITLES[n], n=n, y=2018 + n, yy=18 + n) for n in range(count)]


def same(text: str, new: str) -> None:
    """Assert that every line of a list is in the adopted one, in order."""
    rest = iter(new.splitlines())
    missing = [line for line in text.splitlines() if line.rstrip() not in map(str.rstrip, rest)]
    assert not missing, new


def shown(folder: Path) -> str:
    outputs = render(Survey.open(folder), ["readme"], force=True)
    return next(one for one in outputs if one.path == "README.md").data.decode()


def settings(folder: Path) -> str:
    return (folder / "categories.toml").read_text(encoding="utf-8")


BULLET = "- **{t}**, ICML {y}. [[paper]](https://example.org/{n})"


def test_bullets_with_blank_lines_between_them_keep_these(tmp_path):
    loose, tight = items(BULLET), items(BULLET.replace("{t}", "More {t}").replace("org/", "org/b"))
    text = "# L\n\n## A\n\n{}\n\n## B\n\n{}\n".format("\n\n".join(loose), "\n".join(tight))
    same(text, adopted(tmp_path, text))
    assert settings(tmp_path).count("loose = true") == 1


def test_most_bullets_stand_apart_and_some_do_not(tmp_path):
    numbered = "{n}. **{t}**, ICML {y}.\n\n   [[paper]](https://example.org/{n})"
    one = [form.replace(f"{n}. ", f"{n + 1}. ", 1) for n, form in enumerate(items(numbered))]
    other = [form.replace("**, ", " Again**, ").replace("org/", "org/b") for form in one]
    text = "# L\n\n## A\n\n{}\n\n## B\n\n{}\n".format("\n\n".join(one), "\n".join(other[:3]))
    new = adopted(tmp_path, text)
    same(text, new)
    assert "loose = true" in settings(tmp_path)
    assert "loose = false" in settings(tmp_path)


@pytest.mark.parametrize(
    "form",
    [
        "- (CVPR {yy}') **Name{n}**: {t}, *Lovelace et al.* [[p]](https://example.org/{n})",
        "- [**Name{n}**: {t}](https://example.org/{n}), CVPR {y}",
    ],
)
def test_names_before_titles_stay_bold(tmp_path, form):
    text = "# L\n\n## A\n\n" + "\n".join(items(form)) + "\n"
    same(text, adopted(tmp_path, text))
    assert "title | bold_name" in settings(tmp_path)


def test_a_name_that_is_seldom_bold_leaves_no_mark_behind(tmp_path):
    lines = items("- Name{n}: {t}, *Lovelace et al.* CVPR {y}. [[p]](https://example.org/{n})")
    lines[2] = lines[2].replace("Name2", "**Name2**")
    new = adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(lines) + "\n")
    assert "**" not in new


def test_a_list_shows_the_first_code_and_the_first_slides_that_a_paper_gets(tmp_path):
    adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(items("- {t}, ICML {y}. [[pdf]](https://example.org/{n})")) + "\n")  # fmt: skip
    bib = tmp_path / "survey.bib"
    links = "  code = {https://github.com/o/r},\n  link-slides = {https://example.org/s},\n"
    bib.write_text(bib.read_text().replace("  category", links + "  category", 1))
    assert "[[Code]](https://github.com/o/r) [[Slides]](https://example.org/s)" in shown(tmp_path)


def test_a_number_without_those_before_it_is_counted_anew(tmp_path):
    lines = items("{yy}. **{t}**, ICML {y}. [[p]](https://example.org/{n})")
    new = adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(lines) + "\n")
    assert [line[:2] for line in new.splitlines() if "ICML" in line] == [
        f"{n}." for n in range(1, 7)
    ]


HEAD = "| Model | Paper | Venue | Code |\n| :-- | :-: | :-: | :-- |\n"


@pytest.mark.parametrize(
    "row",
    [
        "|M{n}| [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} |[code](https://github.com/o/r{n}) |",
        "| M{n} | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML<br />{y} | [code](https://github.com/o/r{n}) |",
        "| M{n} | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} | [![Stars](https://img.shields.io/github/stars/o/r{n})](https://github.com/o/r{n}) |",
    ],
)
def test_rows_come_back_as_they_were(tmp_path, row):
    text = "# L\n\n## A\n\n" + HEAD + "\n".join(items(row)) + "\n"
    same(text, adopted(tmp_path, text))


def test_code_elsewhere_is_shown_though_stars_stand_for_that_on_github(tmp_path):
    row = "| M{n} | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} | [![Stars](https://img.shields.io/github/stars/o/r{n})](https://github.com/o/r{n}) |"
    rows = items(row)
    rows[5] = rows[5].rpartition(" | ")[0] + " | [code](https://gitlab.com/o/r5) |"
    new = adopted(tmp_path, "# L\n\n## A\n\n" + HEAD + "\n".join(rows) + "\n")
    assert new.count("(https://github.com/o/r1)") == 1
    assert "[code](https://gitlab.com/o/r5)" in new.lower()


def test_empty_cells_are_as_wide_as_they_were(tmp_path):
    row = "| M{n} | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} | |"
    rows = items(row)
    rows[1] = rows[1].removesuffix(" |") + " [code](https://github.com/o/r1) |"
    rows[2] = rows[2].removesuffix(" |") + " [code](https://github.com/o/r2) |"
    text = "# L\n\n## A\n\n" + HEAD + "\n".join(rows) + "\n"
    same(text, adopted(tmp_path, text))


def test_a_column_of_dates_beside_the_years_of_venues_has_its_field(tmp_path):
    row = "| 20{yy}/1{n} | **{t}** | CVPR {y} | [paper](https://example.org/{n})/(code) |"
    rows = [one.replace(f"CVPR {2018 + n}", f"CVPR {2019 + n}") for n, one in enumerate(items(row))]
    rows = [one.replace("1{n}", "10").replace("/(code)", "") for one in rows]
    rows = [one.replace(f"/1{n} ", f"/0{n + 1} ") for n, one in enumerate(rows)]
    text = "# L\n\n## A\n\n| Release | Title | Pub. | Link |\n|--|--|--|--|\n" + "\n".join(rows)
    same(text, adopted(tmp_path, text + "\n"))
    assert "date-release  = {2018/01}" in (tmp_path / "survey.bib").read_text()


def test_rows_are_counted_anew(tmp_path):
    rows = items("| {yy} | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} |")
    new = adopted(tmp_path, "# L\n\n## A\n\n| # | Paper | Venue |\n|--|--|--|\n" + "\n".join(rows) + "\n")  # fmt: skip
    assert f"| 1 | [{TITLES[0]}]" in new
    assert f"| 6 | [{TITLES[5]}]" in new


def test_a_cell_that_begins_with_a_bracket_is_whole(tmp_path):
    rows = items("| [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} | (Real) Cloth |")
    text = "# L\n\n## A\n\n| Paper | Venue | Topic |\n|--|--|--|\n" + "\n".join(rows) + "\n"
    same(text, adopted(tmp_path, text))


def test_labels_that_say_more_are_those_of_each_paper(tmp_path):
    lines = items(
        "- [{t}](https://arxiv.org/abs/230{n}.0000{n}), ICML {y}. [official](https://github.com/o/r{n})"
    )
    for n, label in ((1, "unofficial"), (3, "Stanford"), (4, "PyTorch")):
        lines[n] = lines[n].replace("official", label)
    text = "# L\n\n## A\n\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))
    assert 'field["code-label"] or "official"' in settings(tmp_path).replace("\\", "")
    bib = tmp_path / "survey.bib"
    bib.write_text(bib.read_text().replace("code-label    = {Stanford}", "code-label = {MIT}"))
    assert "[MIT](https://github.com/o/r3)" in shown(tmp_path)


def test_labels_of_few_are_no_fields(tmp_path):
    lines = items(
        "- [{t}](https://arxiv.org/abs/230{n}.0000{n}), ICML {y}. [code](https://github.com/o/r{n})"
    )
    lines[1] = lines[1].replace("[code]", "[Stanford]")
    adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(lines) + "\n")
    assert "label" not in (tmp_path / "survey.bib").read_text()


TAGS = ("ICLR2018", "ICCV 2019", "Preprint'20", "CVPR2021", "ICML 2022", "Preprint'23")


@pytest.mark.parametrize("form", ["- {t} ({tag}) [[p]](https://example.org/{n})", "| {t} | {tag} | [p](https://example.org/{n}) |"])  # fmt: skip
def test_tags_that_are_written_now_so_now_otherwise_are_kept(tmp_path, form):
    lines = [form.format(t=title, tag=tag, n=n) for n, (title, tag) in enumerate(zip(TITLES, TAGS, strict=True))]  # fmt: skip
    head = "| Title | Venue | Link |\n|--|--|--|\n" if form.startswith("|") else ""
    text = f"# L\n\n## A\n\n{head}" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))
    assert "{{ tag }}" in settings(tmp_path)
    assert "shortvenue    = {ICLR2018}" in (tmp_path / "survey.bib").read_text()


QUOTED = (
    "**{t}**  \n> *Ada Lovelace, Grace Hopper* \\\n> ICML {y}. [[Paper](https://arxiv.org/abs/210{n}.00001)]"
    " [[Github](https://github.com/o/r{n})] \\\n> {yy} Oct {y}"
)


def test_a_title_with_a_quotation_below_is_one_paper(tmp_path):
    blocks = items(QUOTED)
    blocks[2] = (
        blocks[2].replace("**  \n", "**\n").replace(" [[Github](https://github.com/o/r2)]", "")
    )
    text = "# L\n\n## A\n\n" + "\n\n".join(blocks) + "\n"
    new = adopted(tmp_path, text)
    same(text, new)
    assert new.count("begin papers") == 1
    assert (tmp_path / "survey.bib").read_text().count("{Lovelace, Ada and Hopper, Grace}") == 6
    assert "  {% endif" not in settings(tmp_path)


def test_a_quotation_below_a_title_may_be_one(tmp_path):
    quoted = "**{t}**\n> A loom is a machine for weaving cloth, and weaving {n} is more."
    text = (
        "# L\n\n## A\n\n"
        + "\n".join(items(BULLET))
        + "\n\n"
        + quoted.format(t=TITLES[0], n=1)
        + "\n"
    )
    new = adopted(tmp_path, text)
    assert f"\n**{TITLES[0]}**\n> A loom" in new.partition("bib2awesome:end")[2]


ROW = "| {y} | **{t}** | _ICML {y}_ | [Paper](https://arxiv.org/abs/210{n}.00001) | [Link](https://github.com/o/r{n}) |"


def test_a_year_that_is_said_twice_is_shown_twice_and_a_venue_in_italics_stays(tmp_path):
    rows = items(ROW)
    rows[1] = rows[1].replace("[Paper]", "[paper]")
    rows[4] = rows[4].replace("[Paper]", "[paper]")
    text = "# L\n\n## A\n\n| Year | Title | Venue | Paper | Code |\n|--|--|--|--|--|\n" + "\n".join(
        rows
    )
    new = adopted(tmp_path, text + "\n")
    same(text, new)
    assert "}aper" not in settings(tmp_path), "no word is cut in two"


def test_an_emphasis_around_a_remark_and_its_full_stop_is_whole(tmp_path):
    lines = items(
        "1. **{t}.** ICML {y}. [[p]](https://example.org/{n})\n\n   *A good read for {n} weavers.*"
    )
    new = adopted(tmp_path, "# L\n\n## A\n\n" + "\n\n".join(lines) + "\n")
    stars = [line.count("*") for line in new.splitlines() if "weavers" in line]
    assert stars == [2] * 6


def test_code_looks_like_links_do_and_not_like_a_badge_of_papers(tmp_path):
    badge = "- {t}: [![arXiv](https://img.shields.io/badge/arXiv-210{n}.00001-b31b1b.svg)](https://arxiv.org/abs/210{n}.00001)"
    adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(items(badge)) + "\n")
    bib = tmp_path / "survey.bib"
    bib.write_text(
        bib.read_text().replace("  category", "  code = {https://github.com/o/r},\n  category", 1)
    )
    new = shown(tmp_path)
    assert "[Code](https://github.com/o/r)" in new
    assert "{arxiv}" not in new


def test_one_item_makes_no_question_about_its_address(tmp_path):
    lines = items("- **{t}**, ICML {y}. [[p]](https://example.org/{n}.pdf)")
    lines[1] = f"- {TITLES[1]}, ICML 2019. [[p]](https://other.org/1)"
    lines[3] = f"- {TITLES[3]}, ICML 2021. [[p]](https://other.org/3)"
    adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(lines) + "\n")
    assert " in url" not in settings(tmp_path)
    assert "url[" not in settings(tmp_path)


def test_a_column_of_few_rows_has_its_field(tmp_path):
    rows = items("| [{t}](https://arxiv.org/abs/210{n}.00001) | ICML {y} | Poster {n} |", 2)
    text = "# L\n\n## A\n\n| Paper | Venue | Status |\n|--|--|--|\n" + "\n".join(rows) + "\n"
    same(text, adopted(tmp_path, text))
    assert 'field["status"]' in settings(tmp_path).replace("\\", "")


def test_dates_in_bold_and_a_column_that_is_always_empty_come_back(tmp_path):
    row = "| **20{yy}/0{k}** | {t} | CVPR {v} | [paper](https://example.org/{n}) |  |"
    rows = [row.format(yy=18 + n, k=n + 1, t=TITLES[n], v=2019 + n, n=n) for n in range(6)]
    text = "# L\n\n## A\n\n| Date | Title | Pub. | Link | Seen |\n|--|--|--|--|--|\n"
    same(text, adopted(tmp_path, text + "\n".join(rows) + "\n"))
    assert "date-listed" in (tmp_path / "survey.bib").read_text()
    assert all(f"20{18 + n}/0{n + 1}" in shown(tmp_path) for n in range(6))


def test_words_of_a_label_are_said_once(tmp_path):
    journals = ("Loom Letters ", "", "Weaving Today ", "", "Threads Daily ")
    papers = items("- **{t}** ({y}) [[paper](https://arxiv.org/abs/230{n}.0000{n})]")[1:]
    lines = [
        line.replace("[[paper]", f"[[{journal}paper]")
        for line, journal in zip(papers, journals, strict=False)
    ]
    text = "# L\n\n## A\n\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))
    assert "remark" not in (tmp_path / "survey.bib").read_text()
