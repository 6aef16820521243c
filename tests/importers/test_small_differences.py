"""Lists whose items are nearly alike: what a few of them have otherwise than most comes back, too."""

from __future__ import annotations

import re

import pytest

from bib2awesome.papers.survey import Survey
from tests.importers.test_adoption import adopted
from tests.importers.test_own_looks import TITLES, same, settings, shown

LINK = "[[paper]](https://example.org/{n})"


def listed(form: str, said: list[str]) -> str:
    """Return a list whose items say of each paper what they say of it, one after the other."""
    some = [
        form.format(t=TITLES[n % 6] + " Again" * (n // 6), s=one, n=n) for n, one in enumerate(said)
    ]
    return "# L\n\n## A\n\n" + "\n".join(some) + "\n"


TAGS = [
    "NeurIPS 2021",
    "ICML 2020 WorkShop",
    "ICLR 2022",
    "NeurIPS 2021 Workshop",
    "ICLR 2024 Spotlight",
    "AAAI 2023",
]


@pytest.mark.parametrize("form", ["- [{s}] {t} ", "- {t} ({s}) ", "1. **{t}**, `{s}`. "])
def test_brackets_of_the_venue_hold_more_in_a_few_items(tmp_path, form):
    text = listed(form + LINK, [*TAGS, "ICLR 2021"])
    same(text.replace("1. ", ""), adopted(tmp_path, text).replace("1. ", ""))
    assert "shortvenue" in (tmp_path / "survey.bib").read_text()


def test_an_award_in_the_brackets_of_the_venue_is_shown_in_them(tmp_path):
    text = listed(
        "- [{s}] {t} " + LINK, ["ICLR 2022", "CVPR 2024 Best Paper", "ICML 2020", "AAAI 2023"]
    )
    same(text, adopted(tmp_path, text))
    (paper,) = (one for one in Survey.open(tmp_path).papers if one.text("award"))
    assert (paper.text("award"), paper.tag) == ("Best Paper", "CVPR 2024")
    assert "award %}]" not in settings(tmp_path)


VENUES = [
    "NeurIPS 2021",
    "ICML 2020",
    "ICLR 2022",
    "AAAI 2023",
    "CVPR 2021",
    "ACL 2020",
    "KDD 2019",
    "WWW 2018",
]


@pytest.mark.parametrize(
    ("form", "other"),
    [
        (
            "- {t}, {s}. [[paper]](https://example.org/{n})",
            "- {t}, {s} [[paper]](https://example.org/{n})",
        ),
        ("- [{t}](https://example.org/{n}), {s}", "- [{t}](https://example.org/{n})  , {s}"),
        (
            "- {t}, {s}. [[pdf]](https://example.org/{n})",
            "- {t}, {s}. [[link]](https://example.org/{n})",
        ),
        (
            "- **{t}.** *{s}* [[pdf]](https://example.org/{n})",
            "- **{t}** *{s}* [[pdf]](https://example.org/{n})",
        ),
        (
            "- {t} (`{s}`) [pdf](https://example.org/{n})",
            "- {t} (`{s}`)[pdf](https://example.org/{n})",
        ),
    ],
)
def test_what_several_items_have_otherwise_is_a_variant(tmp_path, form, other):
    lines = [
        (other if n in {2, 5} else form).format(t=TITLES[n % 6] + " Again" * (n // 6), s=one, n=n)
        for n, one in enumerate(VENUES)
    ]
    text = "# L\n\n## A\n\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))
    assert [one.text("variant") for one in Survey.open(tmp_path).papers].count("a") == 2


def test_without_its_variant_an_item_looks_like_most(tmp_path):
    lines = [
        f"- {TITLES[n]}, {VENUES[n]}{'' if n in {1, 4} else '.'} [[paper]](https://example.org/{n})"
        for n in range(6)
    ]
    adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(lines) + "\n")
    bib = tmp_path / "survey.bib"
    bib.write_text(
        "".join(line for line in bib.read_text().splitlines(keepends=True) if "variant" not in line)
    )
    assert all(f"{one}. [[" in shown(tmp_path) for one in VENUES[:6])


def test_one_item_has_its_variant_where_these_are_few(tmp_path):
    lines = [
        f"- {TITLES[n]}, {VENUES[n]}{'' if n == 4 else '.'} [[paper]](https://example.org/{n})"
        for n in range(6)
    ]
    text = "# L\n\n## A\n\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))


def test_a_template_has_no_branch_for_each_of_many_items(tmp_path):
    signs = ["", ".", " -", " ;", " /", " :", " --", " ~", " =", " +", " |"]
    lines = [
        f"- {TITLES[n % 6]} Again{n}, ICML 2021{signs[n % 11]} [[paper]](https://example.org/{n})"
        for n in range(11)
    ]
    usual = [
        f"- More {one}, ICML 2020. [[paper]](https://example.org/m{n})"
        for n, one in enumerate(TITLES)
    ]
    adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join([*usual, *lines]) + "\n")
    assert settings(tmp_path).count("field.variant") <= 6


@pytest.mark.parametrize("few", [(1, 3), (0, 1, 3, 5), (0, 1, 2, 3, 5)])
def test_some_say_the_venue_of_their_heading_and_some_do_not(tmp_path, few):
    said = [", AAAI 2022" if n in few else "" for n in range(6)]
    lines = [f"- {TITLES[n]}{said[n]}. [[paper]](https://example.org/{n})" for n in range(6)]
    more = [f"- More {TITLES[n]}, ICML 2021. [[paper]](https://example.org/m{n})" for n in range(6)]
    text = "# L\n\n## AAAI 2022\n\n{}\n\n## Others\n\n{}\n".format(
        "\n".join(lines), "\n".join(more)
    )
    same(text, adopted(tmp_path, text))


def test_some_rows_have_other_blanks_beside_their_bars(tmp_path):
    row = "| {t} | {s} | [pdf](https://example.org/{n}) |"
    lines = [
        (row.replace(" | [", "|[") if n in {1, 4} else row).format(t=TITLES[n], s=VENUES[n], n=n)
        for n in range(6)
    ]
    text = "# L\n\n## A\n\n| Title | Venue | Link |\n|--|--|--|\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))


def test_a_few_tags_have_another_form(tmp_path):
    said = [one.replace(" ", "'") if n in {1, 6} else one for n, one in enumerate(VENUES)]
    text = listed("- {t} [{s}] " + LINK, said)
    same(text, adopted(tmp_path, text))


PEOPLE = [
    "Ada Weaver, Bo Spinner, and Cy Dyer",
    "Di Weaver and Ed Spinner",
    "Fay Weaver, Gus Spinner and Hal Dyer",
    "Ida Weaver, Jo Spinner, and Kit Dyer",
    "Weaver, L. and Spinner, M.",
    "Ned Weaver<sup>1</sup>, Oda Spinner<sup>1,2</sup>",
]


@pytest.mark.parametrize(
    "form",
    [
        "- **{t}** by {s}, ICML 2021. [[paper]](https://example.org/{n})",
        "- {t}\n  - *{s}* [[paper]](https://example.org/{n})",
        "1. {s}: [{t}](https://example.org/{n}).",
    ],
)
def test_names_that_are_written_otherwise_than_those_of_most_stay_so(tmp_path, form):
    text = listed(form, PEOPLE)
    new = adopted(tmp_path, text)
    same(*(re.sub(r"(?m)^\d\. ", "", one) for one in (text, new)))
    bib = (tmp_path / "survey.bib").read_text()
    assert (
        "author         = {Ned Weaver and Oda Spinner}" in bib
        or "Weaver, Ned and Spinner, Oda" in bib
    )
    assert bib.count("listed-authors") >= 3


@pytest.mark.parametrize(
    "said", ["**(its code runs)** :star: :star:", "*revised* edition, in print"]
)
def test_emphasis_in_a_remark_stays_there(tmp_path, said):
    remarks = [f" {said}" if n in {1, 4} else " a talk at noon" if n == 2 else "" for n in range(6)]
    text = listed("- **{t}**, ICML 2021. [[paper]](https://example.org/{n}){s}", remarks)
    same(text, adopted(tmp_path, text))


@pytest.mark.parametrize(
    "form",
    [
        "[{n}] {t} [[paper]](https://example.org/{n})\n",
        "**[{n}]** *{t}*, ICML 2021. [[pdf]](https://example.org/{n})\n",
    ],
)
def test_numbers_in_brackets_count_the_items(tmp_path, form):
    lines = [form.format(t=TITLES[n - 1], n=n) for n in range(1, 7)]
    text = "# L\n\n## A\n\n" + "\n".join(lines)
    same(text, adopted(tmp_path, text))
    assert "[{{ number }}]" in settings(tmp_path)


@pytest.mark.parametrize(
    "form",
    ['- <span id = "{s}">**{t}**</span>, ICML 2021. ', '- {t} (ICML 2021) <a name="{s}"></a> '],
)
def test_links_of_the_file_still_find_the_items(tmp_path, form):
    text = listed(form + LINK, ["bert", "gpt-2", "t5", "bart"]) + "\nSee [the second](#gpt-2).\n"
    same(text, adopted(tmp_path, text))
    bib = tmp_path / "survey.bib"
    bib.write_text(bib.read_text().replace("{bert}", '{bert" onclick="x}'))
    assert 'onclick="' not in shown(tmp_path)


def test_a_few_items_among_many_have_their_variant(tmp_path):
    lines = [
        f"- Loom {n}: {TITLES[n % 6]}, ICML 2021{' ' if n in {101, 455} else '. '}[[paper]](https://example.org/{n})"
        for n in range(620)
    ]
    text = "# L\n\n## A\n\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))


def test_a_year_within_the_venue_stays_there(tmp_path):
    said = [*VENUES, "ICML 2016 Workshop", "KDD 2017 Workshop on Looms and Threads"]
    text = listed("- [{t}](https://example.org/{n}) - {s}.", said)
    same(text, adopted(tmp_path, text))


@pytest.mark.parametrize(
    "titles",
    [
        [
            "LOOM\uff1aWeaving by Hand",
            "DYE: Colours that Stay",
            "KNOT: Small and Tight",
            "SPIN\uff1aThreads from the Wool of Sheep",
            "WOOL: Soft",
        ],
        [
            "A Weaver\u2019s Loom",
            "The Dyer's Hand",
            "A Knot for Nobody's Rope",
            "It\u2019s Spun",
            "Wool",
        ],
        ["Looms -- a Survey", "Dyes \u2013 a Study", "Knots", "Wool", "Threads -- a View"],
    ],
)
@pytest.mark.parametrize(
    "form",
    ["- [{t}](https://example.org/{n}), ICML 2021", "- **{t}**. [[pdf]](https://example.org/{n})"],
)
def test_signs_in_titles_stay_as_they_are(tmp_path, titles, form):
    lines = [form.format(t=title, n=n) for n, title in enumerate(titles)]
    text = "# L\n\n## A\n\n" + "\n".join(lines) + "\n"
    same(text, adopted(tmp_path, text))


def test_a_few_links_say_no_year(tmp_path):
    said = [
        "ICLR 2022",
        "WACV 2022",
        "AAAI 2022",
        "Neurocomputing",
        "ICML 2022",
        "KDD 2022",
        "Neural Networks",
        "ACL 2022",
    ]
    text = listed("1. **[2022]** {t} [[{s}]](https://example.org/{n})", said).replace("1. ", "- ")
    same(text, adopted(tmp_path, text))


def test_an_item_that_is_indented_otherwise_parts_no_list(tmp_path):
    items = [
        f"{'     ' if n == 2 else '    '}- {title} [[Paper]](https://example.org/{n})\n"
        for n, title in enumerate(TITLES)
    ]
    new = adopted(tmp_path, f"# L\n\n## A\n\n- ### Looms\n{''.join(items)}")
    assert "".join(items).replace("     -", "    -") in new
