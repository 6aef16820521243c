"""Items that few lists have: what becomes of each of them in the survey."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.papers.survey import Survey
from tests.importers.few_items import DDIM, imported, of_section, planned

ASCII = "@misc{old2001entry,\n  title = {An Old Entry of the Survey},\n  author = {Ada Lovelace},\n  year = {2001},\n}\n"


def has_ddim(folder: Path, field: str) -> None:
    """Give the survey of a folder one paper, with a further field."""
    head = f"title = {{{DDIM}}},\n  author = {{Song, Jiaming}},\n  year = {{2020}}"
    text = f"@misc{{song2020ddim,\n  {head},\n  {field},\n}}\n"
    (folder / "survey.bib").write_text(text, encoding="utf-8")


def test_one_id_under_a_misspelt_title_and_other_authors_is_one_work(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        of_section(
            f"- {DDIM}. Jiaming Song, Chenlin Meng. [[Paper]](https://arxiv.org/abs/2010.02502)\n"
            "- Denoising Diffusion Implict Model. Charles Babbage, Ada King. [[Paper]](https://arxiv.org/abs/2010.02502)\n"
        ),
    )
    assert list(found) == [DDIM]


def test_a_name_and_a_title_with_one_id_are_one_work(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        "# A List\n\n## Models\n\n- **[GPT-3](https://arxiv.org/abs/2005.14165)** [[Code]](https://github.com/openai/gpt-3)\n"
        "\n## Papers\n\n- [Language Models are Few-Shot Learners](https://arxiv.org/abs/2005.14165), NeurIPS 2020\n",
    )
    assert len(found) == 1
    [paper] = found.values()
    assert set(paper.category_refs) == {"models", "papers"}


def test_one_title_of_two_first_authors_is_two_works(tmp_path: Path) -> None:
    text = of_section(
        "- Ada Lovelace, Charles Babbage. **Looms**. Machines 1843. [[Paper]](https://example.org/1)\n"
        "- Mary Somerville, John Herschel. **Looms**. Machines 1843. [[Paper]](https://example.org/2)\n"
    )
    imported(tmp_path, text)
    authors = [paper.authors.names[0].family for paper in Survey.open(tmp_path).papers]
    assert authors == ["Lovelace", "Somerville"]


def test_the_second_item_adds_the_code_that_the_first_lacks(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        f"# A List\n\n## Models\n\n- [{DDIM}](https://arxiv.org/abs/2010.02502)\n\n## Samplers\n\n"
        f"- [{DDIM}](https://openreview.net/forum?id=St1giarCHLP) [[Code]](https://github.com/ermongroup/ddim)\n",
    )
    assert found[DDIM].values["code"] == "https://github.com/ermongroup/ddim"
    assert "https://openreview.net/forum?id=St1giarCHLP" in found[DDIM].values.values()


def test_a_file_in_ascii_keeps_of_a_remark_what_it_can_hold(tmp_path: Path) -> None:
    (tmp_path / "survey.bib").write_text(ASCII, encoding="utf-8")
    found = imported(
        tmp_path,
        of_section(
            f"- **{DDIM}** [[Paper]](https://arxiv.org/abs/2010.02502) worth reading \u6f22\u5b57 twice\n"
        ),
    )
    assert found[DDIM].values["remark"] == "worth reading twice"
    assert (tmp_path / "survey.bib").read_bytes().isascii()


def test_authors_may_come_first(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        of_section(
            f"- J. Song, C. Meng and S. Ermon. {DDIM}. ICLR 2021. [[Paper]](https://arxiv.org/abs/2010.02502)\n"
            "- A. Nichol and P. Dhariwal. Improved Denoising Diffusion Probabilistic Models. ICML 2021. [[Paper]](https://arxiv.org/abs/2102.09672)\n"
        ),
    )
    assert [name.family for name in found[DDIM].authors.names] == ["Song", "Meng", "Ermon"]
    assert found[DDIM].year == 2021


def test_headings_inside_bullets_are_categories(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        f"# A List\n\n- Models\n  - ### Implicit\n    - [{DDIM}](https://arxiv.org/abs/2010.02502)\n"
        "  - ### Improved\n    - [Improved Denoising Diffusion Probabilistic Models](https://arxiv.org/abs/2102.09672)\n",
    )
    assert {paper.category_refs[0].rpartition("/")[2] for paper in found.values()} == {
        "implicit",
        "improved",
    }


def test_a_bullet_longer_than_any_item_is_named(tmp_path: Path) -> None:
    text = of_section(
        f"- {'word ' * 5000}\n- **{DDIM}** [[Paper]](https://arxiv.org/abs/2010.02502)\n"
    )
    plan = planned(tmp_path, text)
    assert [note["line"] for note in plan.more["notes"] if note["kind"] == "too-long"] == [5]
    assert [change.new_text for change in plan.changes] == [DDIM]


@pytest.mark.parametrize(
    ("item", "title", "year"),
    [
        ('- "{}," ICLR 2021. [[Paper]](https://arxiv.org/abs/2010.02502)', DDIM, 2021),
        ("- [x] **{}** (@author) ICLR 2021 [[Paper]](https://arxiv.org/abs/2010.02502)", DDIM, 2021),
        ("- **{} (** ICLR 2021) [[Paper]](https://arxiv.org/abs/2010.02502)", DDIM, 2021),
        ("- <b>{}</b><br><i>ICLR 2021</i><br>[Paper](https://arxiv.org/abs/2010.02502)", DDIM, 2021),
    ],
)  # fmt: skip
def test_odd_marks_are_no_part_of_a_title(tmp_path: Path, item: str, title: str, year: int) -> None:
    found = imported(tmp_path, of_section(item.format(DDIM)))
    assert [(paper.title, paper.year) for paper in found.values()] == [(title, year)]


def test_a_neutral_label_contradicts_no_address(tmp_path: Path) -> None:
    text = of_section(
        f"- **{DDIM}** ICLR 2021 [[Link]](https://github.com/ermongroup/ddim)\n"
        "- **Progressive Distillation for Fast Sampling** ICLR 2022 [[PDF]](https://github.com/o/r)\n"
    )
    plan = planned(tmp_path, text)
    assert [note["line"] for note in plan.more["notes"] if note["kind"] == "label"] == [6]


def test_a_known_paper_gains_a_second_address(tmp_path: Path) -> None:
    has_ddim(tmp_path, "url = {https://openreview.net/forum?id=St1giarCHLP}")
    found = imported(tmp_path, of_section(f"- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"))
    assert found[DDIM].values["url"] == "https://openreview.net/forum?id=St1giarCHLP"
    assert found[DDIM].values["link-paper-2"] == "https://arxiv.org/abs/2010.02502"


def test_prose_behind_a_bullet_is_no_part_of_it(tmp_path: Path) -> None:
    text = of_section(
        "- Large looms of high quality are what all of weaving rests on today\n\n"
        "Another example is [Weave Anything](https://arxiv.org/abs/2304.01013), which weaves.\n\n"
        f"- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"
    )
    assert list(imported(tmp_path, text)) == [DDIM]


def test_an_address_that_begins_another_one_is_no_known_one(tmp_path: Path) -> None:
    has_ddim(tmp_path, "url = {https://example.org/ddim-slides}")
    found = imported(tmp_path, of_section(f"- [{DDIM}](https://example.org/ddim)\n"))
    assert found[DDIM].values["link-paper-2"] == "https://example.org/ddim"


def test_works_that_are_but_named_are_counted_in_one_note(tmp_path: Path) -> None:
    text = of_section(
        "| Model | Paper |\n|---|---|\n"
        "| Imagen | [paper](https://arxiv.org/abs/2205.11487) |\n"
        "| SayCan | [paper](https://arxiv.org/abs/2204.01691) |"
    )
    plan = planned(tmp_path, text)
    [note] = plan.more["notes"]
    assert (note["line"], note["kind"]) == (7, "name")
    assert "2 titles of a single word" in note["text"]
    assert "`enrich --overwrite title`" in note["text"]


def test_a_heading_above_several_works_is_nobodys_title(tmp_path: Path) -> None:
    ids = iter(range(1001, 1010))
    sections = "".join(
        f"\n## Efficient weaving of {color} looms\n\n"
        + "".join(f"- https://arxiv.org/abs/1806.0{next(ids)}\n" for _ in range(number))
        for color, number in (("red", 1), ("green", 1), ("blue", 1), ("black", 2))
    )
    assert list(imported(tmp_path, f"# Looms\n{sections}")) == [
        f"Efficient weaving of {color} looms" for color in ("red", "green", "blue")
    ]


def test_what_is_said_of_one_work_twice_is_put_together(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        of_section(
            f"- [{DDIM}](https://arxiv.org/abs/2010.02502). [[demo]](https://example.org/1)\n"
            f"- [{DDIM}](https://arxiv.org/abs/2010.02502). [[demo]](https://example.org/2) [[Code]](https://github.com/ada/ddim)\n"
            f"- [{DDIM}](https://arxiv.org/abs/2010.02502). [[demo]](https://example.org/3)\n"
        ),
    )
    assert [(link.label, link.url) for link in found[DDIM].links] == [
        ("paper", "https://arxiv.org/abs/2010.02502"),
        ("code", "https://github.com/ada/ddim"),
        ("demo", "https://example.org/1"),
        ("demo-2", "https://example.org/2"),
        ("demo-3", "https://example.org/3"),
    ]


def test_one_title_by_two_authors_is_two_works(tmp_path: Path) -> None:
    items = (
        "- [A Preface to Looms](https://example.org/1). *Ada Lovelace, Karen Stone*. 2001\n"
        "- [A Preface to Looms](https://example.org/2). *Charles Babbage, Andrew Hart*. 2019\n"
    )
    imported(tmp_path, of_section(items))
    assert len(Survey.open(tmp_path).papers) == 2


def test_a_bare_title_beside_others_is_one_if_it_is_long_enough() -> None:
    listing = read_list(
        of_section(
            "- Weaving one loom at a time. ICML 2018\n- Weaving two looms at a time. ICML 2019\n"
            "- Weaving three looms at a time. ICML 2020\n- Weaving four looms at a time\n- And so on ...\n"
        )
    )
    assert [item.reading and item.reading.title for item in listing.papers][-1] == (
        "Weaving four looms at a time"
    )
    assert [item.line for item in listing.not_understood] == [8]


@pytest.mark.parametrize("title", ["2019", "???", "2019-05-03"])
def test_a_date_or_signs_are_no_title(title: str) -> None:
    listing = read_list(
        of_section(
            f"- **{title}** [x](https://example.org/x)\n- [{title}](https://arxiv.org/abs/2301.01001)"
        )
    )
    assert not listing.papers


def test_a_known_paper_keeps_a_category_that_does_not_exist_and_gains_the_lists(
    tmp_path: Path,
) -> None:
    has_ddim(tmp_path, "category = {no-such-category}")
    found = imported(tmp_path, of_section(f"- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"))
    assert found[DDIM].category_refs == ("no-such-category", "models")


def test_one_title_and_author_with_two_arxiv_ids_is_two_works(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        of_section(
            f"- Jiaming Song. **{DDIM}**. 2020. [[Paper]](https://arxiv.org/abs/2010.02502)\n"
            f"- Jiaming Song, Stefano Ermon. **{DDIM}, Again**. 2021. [[Paper]](https://arxiv.org/abs/2110.02502)\n"
        ),
    )
    assert len(found) == 2


def test_a_table_that_tells_of_one_paper_holds_none() -> None:
    listing = read_list(
        of_section(
            "| Items | Details |\n|---|---|\n| Date | 2024-07-07 |\n| Conference | CVPR 2024 |"
        )
    )
    assert not listing.papers


@pytest.mark.parametrize("title", ["\U0001d4e3\U0001d4ee\U0001d501\U0001d4fd", "TE\u0301XT & É"])
def test_ids_of_categories_keep_every_latin_letter(tmp_path: Path, title: str) -> None:
    found = imported(
        tmp_path, f"# A List\n\n## {title}\n\n- [{DDIM}](https://arxiv.org/abs/2010.02502)\n"
    )
    assert found[DDIM].category_refs[0] in {"text", "text-and-e"}
