"""Adopted lists in which an item must never say what only another one says: identifiers, signs, numbers, venues."""

from __future__ import annotations

import pytest

from bib2awesome.papers.survey import Survey
from tests.importers.test_adoption import adopted
from tests.importers.test_own_looks import TITLES, items, same, settings


def of(lines: list[str], head: str = "") -> str:
    return "# L\n\n## A\n\n" + head + "\n".join(lines) + "\n"


def test_the_identifier_in_a_label_is_that_of_each_paper(tmp_path):
    lines = items("- {t}. [arXiv:230{n}.0000{n}](https://arxiv.org/abs/230{n}.0000{n})")
    text = of(lines[1:])
    same(text, adopted(tmp_path, text))
    assert "{% if venue and arxiv %}" in settings(tmp_path)


def test_signs_before_what_a_cell_says_stay(tmp_path):
    rows = items("| [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} | <7B, Masked {n}. |")
    rows[1:3] = [row.replace("<7B", ">7B") for row in rows[1:3]]
    rows[4] = rows[4].replace("<7B", r"Text \ Action")
    text = of(rows, "| Title | Venue | Note |\n|--|--|--|\n")
    same(text, adopted(tmp_path, text))


def test_a_number_of_any_length_is_no_count(tmp_path):
    rows = items("| 1{yy}{n} | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} |")
    rows[2] = rows[2].replace("| 1202 ", f"| {'7' * 5000} ")
    text = of(rows, "| ID | Paper | Venue |\n|--|--|--|\n")
    same(text, adopted(tmp_path, text))


@pytest.mark.parametrize("title", ["ID", "#"])
def test_numbers_that_do_not_count_the_rows_stay(tmp_path, title):
    rows = items("| {yy}{n}5 | [{t}](https://arxiv.org/abs/230{n}.0000{n}) | ICML {y} |")
    text = of(rows, f"| {title} | Paper | Venue |\n|--|--|--|\n")
    same(text, adopted(tmp_path, text))


def test_keywords_have_brackets_each(tmp_path):
    lines = items('- "{t}", ICML, {y}. [[paper](https://example.org/{n})] [**`PTQ`**]')
    lines[:3] = [f"{line} [**`Non-uniform`**]" for line in lines[:3]]
    text = of(lines)
    same(text, adopted(tmp_path, text))


def test_authors_and_years_in_brackets_need_no_venue(tmp_path):
    lines = items("- [**{t}**](https://arxiv.org/abs/230{n}.0000{n}) (Sato et al., {y})", 5)
    journals = "- [**{t} Again**](https://example.org/{n}) (Sato and Ito, {y})"
    lines += items(journals, 2)
    text = of(lines)
    same(text, adopted(tmp_path, text))
    assert [len(paper.authors.names) for paper in Survey.open(tmp_path).papers] == [1] * 5 + [2] * 2


def test_venues_of_the_few_published_papers_stay(tmp_path):
    lines = [
        f"- [2023] {title}{more} [[paper](https://arxiv.org/abs/2301.0{n}{k}00)]"
        for n, title in enumerate(TITLES)
        for k, more in enumerate(("", " Again", " and Again", " Once More", " for All"))
    ]
    lines[3:30:9] = [line.replace("[2023]", "[2023] [**RSS 23**]") for line in lines[3:30:9]]
    text = of(lines)
    same(text, adopted(tmp_path, text))


def test_a_month_that_is_not_that_of_the_identifier_is_the_months(tmp_path):
    lines = items("- {t}. [**arXiv 2023.0{n}**] [[paper]](https://arxiv.org/abs/2302.0000{n})")[1:]
    text = of(lines)
    same(text, adopted(tmp_path, text))
    assert not any(paper.text("remark") for paper in Survey.open(tmp_path).papers)


def test_a_label_before_a_title_that_leads_nowhere_is_kept(tmp_path):
    lines = items("- [ICML {y}] {t}. [[pdf]](https://example.org/{n})")
    lines[1:3] = [line.replace("] W", "] (App) W").replace("] L", "] (App) L").replace("] D", "] (App) D") for line in lines[1:3]]  # fmt: skip
    text = of(lines)
    same(text, adopted(tmp_path, text))


def test_an_empty_heading_that_would_be_lost_is_named(tmp_path):
    lines = items("- {t}, ICML {y}. [[pdf]](https://example.org/{n})")
    text = of([*lines[:5], lines[5], "", "  ######"])
    new = adopted(tmp_path, text)
    assert "######" in new


APA = "| Loom{n} | [Sato, X., Ito, X., & Mori, T. S. ({y}). {t}. In _Proceedings of the ICML_.](https://example.org/{n}) | ICML | {y} |"


def test_works_as_papers_cite_them_keep_names_years_and_venues_in_their_places(tmp_path):
    rows = items(APA)
    rows[2] = rows[2].replace("_Proceedings of the ICML_", "_KDD and ICML_")
    new = adopted(tmp_path, of(rows, "| Model | Paper | Venue | Year |\n|--|--|--|--|\n"))
    for n, title in enumerate(TITLES):
        assert f"[Sato, X., Ito, X., & Mori, T. S. ({2018 + n}). {title}." in new
        assert f"(https://example.org/{n}) | ICML | {2018 + n} |" in new


def test_first_authors_alone_are_turned_round_where_the_list_turns_them(tmp_path):
    names = ("Abe", "Ito", "Mori", "Oda", "Ueno", "Wada")
    forms = items("| [{t}](https://example.org/{n}) | NAME, Mia | ICML {y} |")
    rows = [row.replace("NAME", name) for row, name in zip(forms, names, strict=True)]
    text = of(rows, "| Paper | First Author | Venue |\n|--|--|--|\n")
    same(text, adopted(tmp_path, text))


def test_months_beside_years_of_venues_stay(tmp_path):
    lines = items("- **{t}** NAACL {y}. [[pdf]](https://arxiv.org/abs/220{n}.0000{n}), 2019.{n}")[
        1:
    ]
    text = of(lines)
    new = adopted(tmp_path, text)
    same(text, new)
    assert Survey.open(tmp_path).papers[0].text("listed") == "2019.1"


def test_years_and_signs_before_titles_stay_there(tmp_path):
    lines = items("- {y} \U0001f517 {t}. [arXiv:230{n}.0000{n}](https://arxiv.org/abs/230{n}.0000{n})")[1:]  # fmt: skip
    lines[2] = lines[2].replace("\U0001f517", "\U0001f517⚡")
    text = of(lines)
    same(text, adopted(tmp_path, text))
    assert [paper.title for paper in Survey.open(tmp_path).papers] == list(TITLES[1:])


def test_what_stands_around_an_item_closes_where_it_opens(tmp_path):
    lines = [one for k in "abc" for one in items("* <[{t} " + k + "](https://example.org/" + k + "{n})> by Ada Sato, {y}.")]  # fmt: skip
    lines[2] = "* <[Knots of Old](https://example.org/k)> (A talk), 2020."
    new = adopted(tmp_path, of(lines))
    assert all(line.count("<[") == line.count(")>") for line in new.splitlines())


def test_years_in_brackets_close_without_what_follows(tmp_path):
    lines = items("- [{t}](https://example.org/{n}) ICML ({y}) [[Code]](https://github.com/a/b{n})")
    lines[3] = "- [Knots of Old](https://example.org/k) ICML (2020)"
    text = of(lines)
    same(text, adopted(tmp_path, text))
    assert "({{ year }})" in settings(tmp_path)


def test_numbers_keep_their_points_whatever_stands_behind_them(tmp_path):
    forms = items('. <span id="p{n}">[Loom{n}]</span>[{t}](https://example.org/{n}), ICML {y}.')
    new = adopted(tmp_path, of([f"{n}{one}" for n, one in enumerate(forms, 1)]))
    rows = [line for line in new.splitlines() if "example.org" in line]
    assert [row.split()[0] for row in rows] == [f"{n}." for n in range(1, len(forms) + 1)]


def test_a_year_is_not_said_a_second_time_behind_a_venue(tmp_path):
    lines = items("- [{t}](https://arxiv.org/abs/230{n}.0000{n}) by Ada Sato, {y}.")[1:]
    lines += items("- [{t} for All](https://arxiv.org/abs/240{n}.0000{n}) by Bo Ito, {y}.")[1:]
    lines += items("- [{t} for Some](https://example.org/{n}) by Ada Sato, {y}.")[1:]
    lines[3] = "- [Knots of Old](https://example.org/k) by Ada Sato. ICML, 2001. (Talk)"
    lines[8] = "- [Knots of Late](https://arxiv.org/abs/1204.12345) by Ada Sato, NeurIPS, 2002."
    lines[9] = "- [Knots of Now](https://example.org/m) by Ada Sato. ICLR 2003."
    new = adopted(tmp_path, of(lines))
    assert [new.count(year) for year in ("2001", "2002", "2003")] == [1, 1, 1]


def test_a_link_around_authors_and_title_opens_in_every_row(tmp_path):
    form = "| [{f} A, Ito B, Abe C. {t}. Proceedings of Looms, {y}, 2: 1{n}–2{n}](https://example.org/{n}) | Dyes | ICML | {y} |"  # noqa: RUF001
    names = ("Sato", "Mori", "Oda", "Ueda", "Kato", "Endo")
    rows = [form.format(f=name, t=TITLES[n], n=n, y=2018 + n) for n, name in enumerate(names)]
    text = of(rows, "| Paper | Strategy | Venue | Year |\n|--|--|--|--|\n")
    shown = [row for row in adopted(tmp_path, text).splitlines() if "example.org" in row]
    assert all(row.count("[") == row.count("](") for row in shown)


def test_a_cell_keeps_its_signs_where_words_in_it_are_bold(tmp_path):
    rows = items("| [{t}](https://example.org/{n}) | ICML {y} | **Loom{n}**; looms (large) |")
    new = adopted(tmp_path, of(rows, "| Paper | Venue | Notes |\n|--|--|--|\n"))
    assert [row for row in items("Loom{n}; looms (large)") if row not in new] == []
