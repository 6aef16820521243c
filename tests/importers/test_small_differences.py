"""Lists whose items are nearly alike: what a few of them have otherwise than most comes back, too."""

from __future__ import annotations

import pytest

from bib2awesome.papers.survey import Survey
from tests.importers.test_adoption import adopted
from tests.importers.test_own_looks import TITLES, same, settings

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
