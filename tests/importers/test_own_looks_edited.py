"""Pull requests on adopted lists whose items differ from one another: what a new item says in its own way stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.importers.base import Input
from bib2awesome.importers.markdown import plan
from bib2awesome.papers.survey import Survey
from tests.importers.test_adoption import adopted
from tests.importers.test_own_looks import QUOTED, TAGS, TITLES, items, shown

LABELLED = (
    "- [{t}](https://arxiv.org/abs/230{n}.0000{n}), ICML {y}. [{l}](https://github.com/o/r{n})"
)
NEW = "Braiding at Scale with Small Machines"


def labelled() -> list[str]:
    kinds = ("official", "official", "official", "Stanford", "MIT", "Torch")
    return [LABELLED.format(t=TITLES[n], n=n, y=2018 + n, l=kind) for n, kind in enumerate(kinds)]


def tags() -> list[str]:
    return [f"- {TITLES[n]} ({tag}) [[p]](https://example.org/{n})" for n, tag in enumerate(TAGS)]


def rows() -> list[str]:
    row = "| 2018/0{k} | {t} | CVPR {v} | [paper](https://example.org/{n}) |"
    found = [row.format(k=n + 1, t=TITLES[n], v=2019 + n, n=n) for n in range(6)]
    return ["| Release | Title | Pub. | Link |", "|--|--|--|--|", *found]


LISTS = {
    "labels": (labelled(), LABELLED.format(t=NEW, n=7, y=2025, l="Berkeley"), "\n"),
    "usual label": (labelled(), LABELLED.format(t=NEW, n=7, y=2025, l="official"), "\n"),
    "tags": (tags(), f"- {NEW} (KDD'25) [[p]](https://example.org/7)", "\n"),
    "dates": (rows(), f"| 2021/09 | {NEW} | CVPR 2022 | [paper](https://example.org/7) |", "\n"),
    "loose": (items("- **{t}**, ICML {y}. [[p]](https://example.org/{n})"), f"- **{NEW}**, ICML 2025. [[p]](https://example.org/7)", "\n\n"),
    "bold names": (items("- **Name{n}**: {t}, ICML {y}. [[p]](https://example.org/{n})"), f"- **Braid**: {NEW}, ICML 2025. [[p]](https://example.org/7)", "\n"),
    "quotations": (items(QUOTED), QUOTED.format(t=NEW, n=7, y=2025, yy=25), "\n\n"),
}  # fmt: skip


FIRST = "| [{t}](https://arxiv.org/abs/230{n}.0000{n}) | Ada Lovelace | ICML {y} |"
LISTS["first authors"] = (
    ["| Paper | First Author | Venue |", "|--|--|--|", *items(FIRST)],
    FIRST.format(t=NEW, n=7, y=2025),
    "\n",
)


def imported(folder: Path, text: str) -> str:
    """Import an edited README of a survey, and return it as rendered then."""
    survey = Survey.open(folder)
    made = plan(survey, [Input("README.md", text.encode())])
    assert not made.more["not_understood"]
    survey.apply(made)
    (folder / "README.md").write_text(text, encoding="utf-8")
    return shown(folder)


def bare(text: str) -> list[str]:
    return [line.partition(" sha256:")[0].rstrip() for line in text.splitlines()]


@pytest.mark.parametrize(("lines", "new", "between"), LISTS.values(), ids=LISTS)
def test_a_new_item_says_what_it_says_in_its_own_way(tmp_path, lines, new, between):
    text = adopted(tmp_path, "# L\n\n## A\n\n" + between.join(lines) + "\n")
    edited = text.replace(lines[3] + "\n", lines[3] + between + new + "\n", 1)
    assert new in edited
    assert bare(imported(tmp_path, edited)) == bare(edited)


def test_a_changed_label_is_named(tmp_path):
    text = adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join(labelled()) + "\n")
    edited = text.replace("[Stanford]", "[ETH]").encode()
    [named] = plan(Survey.open(tmp_path), [Input("README.md", edited)]).more["not_understood"]
    assert named["reason"].startswith("`eth` is nothing that the entry of `knots2021latent` shows")


DATED = "| [{t}](https://arxiv.org/abs/230{n}.0000{n}) | 202{n}.0{n} | NeurIPS |"


def dated(folder: Path) -> tuple[str, list[str]]:
    rows = items(DATED)[1:]
    head = "# L\n\n## A\n\n| Paper | Date | Venue |\n|--|--|--|\n"
    return adopted(folder, head + "\n".join(rows) + "\n"), rows


@pytest.mark.parametrize(("old", "new"), [("2022.02", "2022.11"), ("2022.02", "2023.02"), ("2023.03", "2023.04")])  # fmt: skip
def test_a_mended_date_is_kept(tmp_path, old, new):
    text, _ = dated(tmp_path)
    edited = text.replace(old, new)
    assert bare(imported(tmp_path, edited)) == bare(edited)


def test_a_month_goes_back_to_that_of_the_identifier(tmp_path):
    text, rows = dated(tmp_path)
    wrong = imported(tmp_path, text.replace("2023.03", "2023.07"))
    assert rows[2].replace("2023.03", "2023.07") in wrong
    assert bare(imported(tmp_path, wrong.replace("2023.07", "2023.03"))) == bare(text)


def test_a_table_that_a_blank_line_parts_is_one(tmp_path):
    text, rows = dated(tmp_path)
    new = f"| [{NEW}](https://arxiv.org/abs/2309.00007) | 2023.09 | ICML |"
    edited = text.replace(rows[2], f"\n{new}\n\n{rows[2]}")
    assert bare(imported(tmp_path, edited)) == bare(text.replace(rows[2], f"{new}\n{rows[2]}"))


def test_words_in_a_table_are_named_and_take_no_row_with_them(tmp_path):
    text, rows = dated(tmp_path)
    edited = text.replace(rows[2], f"Hear, hear.\n\n{rows[2]}").encode()
    made = plan(Survey.open(tmp_path), [Input("README.md", edited)])
    assert [one["text"] for one in made.more["not_understood"]] == ["Hear, hear."]
    assert not made.changes
