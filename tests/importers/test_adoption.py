"""Lists that are adopted: what stays, what becomes a region, and what `render` makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bib2awesome.errors import InputError, RefusedError
from bib2awesome.importers.adoption.adopting import adopt
from bib2awesome.importers.adoption.spans import links_in, urls_in_text, wrapped
from bib2awesome.importers.base import Input
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render

DATA = Path(__file__).parent / "data" / "adoption"
REGULAR = ("tagged", "quoted", "blocks", "attributes", "tables", "nested")


def adopted(folder: Path, text: str | bytes, name: str = "README.md", *, mend: bool = False) -> str:
    """Adopt a list in a folder and return it; asserts what holds for every list."""
    data = text.encode() if isinstance(text, str) else text
    path = folder / name
    path.write_bytes(data)
    survey = Survey.open(folder, new=True)
    made = adopt(survey, Input(name, data), name, mend=mend)
    survey.apply(made.plan)
    path.write_bytes(made.data)
    for output in render(Survey.open(folder), ["readme"]):
        assert output.refused is None
        assert not output.changes, "render changes nothing"
    old, new = data.decode("utf-8-sig"), made.data.decode("utf-8-sig")
    new = new.removesuffix("-->\n") if mend else new
    assert urls_in_text(old) <= urls_in_text(new)
    assert headings(old) == headings(new)
    outside = re.sub(r"(?ms)^ *<!-- bib2awesome:begin.*?bib2awesome:end[^\n]*\n?", "", new)
    assert in_order(outside.splitlines(), old.splitlines()), "what is outside stays"
    return new


def headings(text: str) -> list[str]:
    return re.findall(r"(?m)^[ >*+-]*(#{1,6} .*|<h\d.*)$", text)


def in_order(some: list[str], all_: list[str]) -> bool:
    rest = iter(all_)
    return all(line in rest for line in some)


def regions(text: str) -> list[str]:
    return re.findall(r"bib2awesome:begin (.*?) -->", text)


def fixture(name: str) -> str:
    return (DATA / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REGULAR)
def test_a_regular_list_comes_back_line_by_line(tmp_path, name):
    old = fixture(name)
    new = adopted(tmp_path, old)
    lines = [line.rstrip() for line in new.splitlines()]
    gone = [line for line in old.splitlines() if line.rstrip() not in lines]
    assert gone == [line for line in gone if line.startswith("     - ")]  # indented by one too many


@pytest.mark.parametrize("name", ["dated", "short", "broken-tables"])
def test_an_irregular_list_keeps_what_it_says(tmp_path, name):
    old = fixture(name)
    new = adopted(tmp_path, old)
    words = set(re.findall(r"\w{4,}", new))
    assert set(re.findall(r"\w{4,}", old)) - words <= {"ICCV2021", "CVPR2019", "CVPR2018", "NeurIPS2020", "NeurIPS2018", "arXiv", "href"}  # fmt: skip


ALIGNED = """\
# Looms

## Wide

| Paper                                                        | Venue  |  Year |
| :----------------------------------------------------------- | :----: | ----: |
| [Weaving by Cards and by Threads](https://example.org/p1)    | NeurIPS |  2021 |
| [Spindles of the North](https://example.org/p2)              |  ICML  |  2022 |
| [Knots That Hold under Load](https://example.org/p3)         |  ICLR  |  2023 |
| [Threads of Linen and of Wool](https://example.org/p4)       |  CVPR  |  2024 |
"""


def test_tables_stay_aligned(tmp_path):
    new = adopted(tmp_path, ALIGNED)
    assert "align = true" in (tmp_path / "categories.toml").read_text()
    rows = [line for line in ALIGNED.splitlines() if "example.org" in line]
    assert [line for line in rows if line not in new] == []


QUESTIONS = """\
# Looms

## Preprints and Others

- Weaving by Cards and by Threads. [[2021 NeurIPS](https://example.org/p1)]
- Spindles of the North Sea. [[2022 ICML](https://example.org/p2)]
- Knots That Hold under Load. [[Preprint](https://arxiv.org/abs/2101.00003)]
- Threads of Linen and Wool. [[Preprint](https://arxiv.org/abs/2101.00004)]
- Dyes from Roots and Bark. [[2023 ICLR](https://example.org/p5)]
- Sails of the Old Fleet. [[Preprint](https://arxiv.org/abs/2101.00006)]
"""


def test_a_link_is_labelled_by_what_the_paper_is(tmp_path):
    new = adopted(tmp_path, QUESTIONS)
    assert [line for line in QUESTIONS.splitlines() if line not in new] == []


def test_an_address_in_html_stands_before_its_label(tmp_path):
    rows = [f'- <a href="https://example.org/h{n}">A Title of Words {n} in HTML</a>, ICML 202{n}' for n in range(4)]  # fmt: skip
    new = adopted(tmp_path, "# Html\n\n## Here\n\n" + "\n".join(rows) + "\n")
    assert [row for row in rows if row not in new] == []


def test_what_cannot_become_a_region_is_named(tmp_path):
    data = fixture("broken-tables").encode()
    made = adopt(Survey.open(tmp_path, new=True), Input("README.md", data), "README.md")
    kept = [note["text"].partition(": ")[2] for note in made.plan.more["notes"] if note["kind"] == "kept"]  # fmt: skip
    assert kept == [
        "a row below is no paper, and a table is rendered as a whole",
        "a row above is no paper, and a table is rendered as a whole",
        "most items of its section have another form",
        "the lines are indented by tabs",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_marks_stay(tmp_path, newline, bom):
    old = (bom + fixture("tagged")).rstrip("\n").replace("\n", newline)
    (tmp_path / "README.md").write_bytes(old.encode())
    adopted(tmp_path, old.encode())
    new = (tmp_path / "README.md").read_bytes().decode()
    assert new.startswith("\ufeff") == bool(bom)
    assert not new.endswith(("\n", "\r"))
    assert new.count("\n") == new.count(newline)


def test_a_section_with_text_between_its_papers_has_two_regions(tmp_path):
    new = adopted(tmp_path, fixture("tagged"))
    assert regions(new) == [
        "papers category=solvers headings=none depth=own",
        "papers category=solvers headings=none depth=own from=scorebased2021generative",
        "papers category=training headings=none depth=own",
    ]
    between = new.split("bib2awesome:end")[1]
    assert "And one about scores:" in between


def test_regions_inside_lists_are_indented(tmp_path):
    new = adopted(tmp_path, fixture("nested"))
    assert "\n    <!-- bib2awesome:begin papers category=algorithm/training/noise-schedule" in new
    assert "\n  <!-- bib2awesome:begin papers category=algorithm/sampling/solvers" in new


def test_the_look_is_in_categories_toml(tmp_path):
    adopted(tmp_path, fixture("tagged"))
    render_ = Survey.open(tmp_path).config.render
    assert (render_.item, render_.links, render_.heading) == ("tag", "[[Paper]](u)", 2)


def test_a_list_that_is_sorted_says_by_what(tmp_path):
    items = [f"- **[ICLR {2024 - n}]** A Title of Quite Some Words Number {'ABCDEFGH'[n]}. [[Paper]](https://example.org/{n})" for n in range(8)]  # fmt: skip
    text = "# L\n\n## One\n\n" + "\n".join(items[:4]) + "\n\n## Two\n\n" + "\n".join(items[4:])
    three = "\n\n## Three\n\n" + "\n".join(items[i].replace("org/", "org/z").replace("Title", "Word") for i in (2, 1, 0, 3))  # fmt: skip
    adopted(tmp_path, text + "\n")
    assert Survey.open(tmp_path).config.render.sort == ("-date",)
    other = tmp_path / "other"
    other.mkdir()
    adopted(other, text + three + "\n")
    assert Survey.open(other).config.render.sort == ("file",)


def test_what_would_be_lost_stays_or_becomes_a_link(tmp_path):
    new = adopted(tmp_path, fixture("odd"))
    outside = re.sub(r"(?s)bib2awesome:begin.*?bib2awesome:end", "", new)
    assert "](./papers/local.pdf), ICLR 2020" in outside
    assert "推理系统概览与实践" in new
    assert "推理系统概览与实践" not in outside
    assert "> - [High-Resolution" in outside
    assert "<tr><td>Score-Based" in outside
    survey = Survey.open(tmp_path)
    texts = {paper.title: paper.values for paper in survey.papers}
    assert "https://example.org/stars.svg" in str(texts["Improved Denoising Diffusion Probabilistic Models"])  # fmt: skip
    twice = texts["Elucidating the Design Space of Diffusion-Based Generative Models"]
    assert {"https://arxiv.org/abs/2206.00364", "https://arxiv.org/pdf/2206.00364"} <= set(twice.values())  # fmt: skip


def test_a_survey_that_is_there_keeps_its_settings(tmp_path):
    (tmp_path / "categories.toml").write_text(
        '[survey]\ntitle = "Mine"\n\n[categories.solvers]\ntitle = "Solvers"\n\n'
        '[render]\nitem = "plain"  # my own\nlabels = { paper = "PDF" }\n',
        encoding="utf-8",
    )
    (tmp_path / "survey.bib").write_text(
        "@misc{mine, title = {Denoising Diffusion Implicit Models}, eprint = {2010.02502}, "
        "archiveprefix = {arXiv}, year = {2020}}\n",
        encoding="utf-8",
    )
    adopted(tmp_path, fixture("tagged"))
    survey = Survey.open(tmp_path)
    assert survey.config.survey.title == "Mine"
    assert survey.config.render.labels["code"] == "Code"
    assert survey.paper("mine").category_refs == ("solvers", "training")


def test_a_list_of_another_name_is_named_in_the_settings(tmp_path):
    adopted(tmp_path, fixture("quoted"), "readme.rst.md")
    assert Survey.open(tmp_path).config.render.markdown == ("readme.rst.md",)
    assert not (tmp_path / "README.md").exists()


def test_papers_without_a_heading_get_a_category(tmp_path):
    item = "- [A Title of Some Words and {}](https://arxiv.org/abs/2010.0250{}), ICLR 2021\n"
    new = adopted(tmp_path, "".join(item.format("ABC"[n], n) for n in range(3)))
    assert regions(new) == ["papers category=papers headings=none depth=own"]


def test_regions_that_are_there_stay(tmp_path):
    text = fixture("tagged").replace(
        "- [Solvers](#solvers)\n- [Training](#training)\n",
        "<!-- bib2awesome:begin toc -->\n<!-- bib2awesome:end toc -->\n",
    )
    made = adopt(Survey.open(tmp_path, new=True), Input("README.md", text.encode()), "README.md")
    assert "bib2awesome:begin toc -->\n\n- [Solvers](#solvers)" in made.data.decode()


@pytest.mark.parametrize("words", ["papers", "papers category=solvers"])
def test_a_region_that_would_show_papers_twice_is_named(tmp_path, words):
    text = (
        fixture("tagged")
        + f"\n<!-- bib2awesome:begin {words} -->\n<!-- bib2awesome:end papers -->\n"
    )
    with pytest.raises(RefusedError, match="a second time"):
        adopted(tmp_path, text)


def test_a_region_of_an_unknown_category_is_an_error(tmp_path):
    text = fixture("tagged") + "\n<!-- bib2awesome:begin papers category=nowhere -->\n<!-- bib2awesome:end papers -->\n"  # fmt: skip
    with pytest.raises(InputError, match="unknown category"):
        adopted(tmp_path, text)


def test_adopting_an_adopted_list_changes_nothing(tmp_path):
    new = adopted(tmp_path, fixture("quoted"))
    again = adopt(Survey.open(tmp_path), Input("README.md", new.encode()), "README.md")
    assert again.data.decode() == new
    assert not (again.plan.changes)
    assert not (again.plan.taxonomy)
    assert again.plan.more["notes"] == []


def test_a_paper_below_a_region_is_named_when_its_list_is_adopted_again(tmp_path):
    new = adopted(tmp_path, fixture("quoted"))
    end = new.rindex("<!-- bib2awesome:end papers")
    line = new.index("\n", end) + 1
    item = '- "Looms That Mend Themselves". [[paper]](https://arxiv.org/abs/2106.00009)\n'
    new = f"{new[:line]}\n{item}{new[line:]}"
    again = adopt(Survey.open(tmp_path), Input("README.md", new.encode()), "README.md")
    assert again.data.decode() == new
    assert [note["line"] for note in again.plan.more["notes"]] == [new[:line].count("\n") + 2]


def test_a_comment_that_never_closes_is_named_or_closed(tmp_path):
    text = fixture("quoted") + "\n<!-- to be continued\n\n## More\n"
    line = text.split("\n").index("<!-- to be continued") + 1
    with pytest.raises(RefusedError) as caught:
        adopted(tmp_path, text)
    assert caught.value.findings[0].place.line == line
    adopted(tmp_path, text, mend=True)
    assert (tmp_path / "README.md").read_text(encoding="utf-8").endswith("\n## More\n-->\n")
    other = tmp_path / "other"
    other.mkdir()
    adopted(other, text.rstrip("\n"), mend=True)
    assert (other / "README.md").read_text(encoding="utf-8").endswith("## More\n-->\n")


def test_a_list_that_would_still_lose_something_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr("bib2awesome.importers.adoption.adopting._ROUNDS", 1)
    with pytest.raises(RefusedError, match="without losing something"):
        adopted(tmp_path, fixture("odd"))


def test_wrong_markers_are_an_error(tmp_path):
    text = fixture("quoted") + "\n<!-- bib2awesome:begin toc -->\n"
    with pytest.raises(InputError):
        adopted(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[Paper]](https://a.org/x_(1))", "[Paper]"),
        ('[Code](<https://a.org/b> "title")', "Code"),
        ('<a href="https://a.org/c">Site</a>', "Site"),
        ("[![Alt](https://b.org/i.svg)](https://a.org/d)", "![Alt](https://b.org/i.svg)"),
    ],
)
def test_links_of_every_form_are_found(text, shown):
    link = links_in(f"a {text} b")[0]
    assert f"a {text} b"[slice(*link.label)] == shown


def test_spans_know_images_bare_addresses_and_marks():
    kinds = [link.image for link in links_in("![x](y.png) <https://a.org> https://b.org. \\[no](x) [no]")]  # fmt: skip
    assert kinds == [True, False, False]
    assert wrapped("x **[a]** y", 5, 6) == (2, 9)
    assert links_in("[broken](http://a.org")[0].url == (9, 21)


def test_corpus_lists_are_adopted_without_loss(tmp_path, shared):
    lists = sorted((shared / "corpus" / "lists").glob("*.md"), key=lambda one: one.stat().st_size)
    done = 0
    for number, file in enumerate(lists[:8]):
        folder = tmp_path / str(number)
        folder.mkdir()
        data = file.read_bytes()
        survey = Survey.open(folder, new=True)
        try:
            made = adopt(survey, Input("README.md", data), "README.md", mend=True)
        except RefusedError:
            continue
        done += 1
        assert urls_in_text(data.decode("utf-8-sig")) <= urls_in_text(made.data.decode("utf-8-sig"))
    assert done >= 6
