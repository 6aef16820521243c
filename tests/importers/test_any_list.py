"""Lists of every mixture: whatever stands in them, nothing of it is lost, and rendering gives it back."""

from __future__ import annotations

import random
import re

import pytest

from bib2awesome.errors import RefusedError
from bib2awesome.importers.adoption.spans import urls_in_text
from tests.importers.test_adoption import adopted, headings

FIRST = ["Learning", "Fast", "Sparse", "Neural", "Causal", "Poincar&#233;", "R&amp;D", "*Deep*", "`code`", "snake_case", "C++"]  # fmt: skip
SECOND = [
    "Sampling",
    "Inference",
    "Search",
    "Parsing",
    "Planning",
    "Retrieval",
    "Routing",
    "Pruning",
]
LAST = ["of Graphs", "with Trees", "under Noise", "by Sketches", "for Robots: A Survey", "at Scale?", "in $\\mathcal{N}$ Steps"]  # fmt: skip
NAMES = [
    "Ada Lovelace",
    "Charles Babbage",
    "Mary Somerville",
    "Grace Hopper",
    "Lovelace, Ada",
    "G. Hopper",
]
VENUES = ["ICLR", "NeurIPS", "Openreview", "Journal of Odd Results", "arXiv", "CVPR Workshop"]


def paper(draw: random.Random, n: int) -> dict[str, str]:
    """Return what an item says, by slot."""
    year = draw.choice([2019, 2020, 2021, 2022, 2023])
    authors = draw.sample(NAMES, draw.choice([1, 2, 3]))
    return {
        "title": f"{draw.choice(FIRST)} {draw.choice(SECOND)} {n} {draw.choice(LAST)}",
        "url": draw.choice([f"https://arxiv.org/abs/{year % 100}0{n % 9 + 1}.{n:05}", f"https://example.org/{n}.pdf", f"papers/{n}.pdf"]),
        "code": f"https://github.com/o/r{n}",
        "more": f"https://example.org/more/{n}",
        "badge": f"https://img.shields.io/badge/Kind_{n}-red",
        "authors": draw.choice([", ".join(authors), " and ".join(authors), ", ".join(authors) + " et al."]),
        "venue": draw.choice(VENUES),
        "year": str(year),
        "month": f"{n % 12 + 1}",
        "remark": draw.choice([f"remark of {n}", "(oral)", "`tag` `other`", "🔥", f"see [here](https://example.org/see/{n})"]),
        "label": draw.choice(["Video", "Slides", "Project Page", "Talk 2", f"Odd {n}"]),
    }  # fmt: skip


SLOTS = [
    "**{title}**", "[{title}]({url})", '"{title}"', "{title}.", "*{authors}*", "{authors}.", "{venue} {year}", "[{venue}{year}]",
    "({year}.{month})", "[[Paper]]({url})", "[pdf]({url})", "[[Code]({code})]", "[{label}]({more})", "![]({badge})",
    "![Star](https://img.shields.io/github/stars/o/r)", "{remark}", "|", "<br>", "\n  {remark}", "\n  - {authors}",
]  # fmt: skip
HEADS = {"Title": "{title}", "Paper": "[{title}]({url})", "Venue": "{venue}", "Year": "{year}", "Authors": "{authors}",
         "Code": "[code]({code})", "Link": "[{label}]({more})", "Fast": "✅", "Note": "{remark}", "Kind": "![]({badge})"}  # fmt: skip


def section(draw: random.Random, start: int) -> str:
    """Return the items of a section, as a table or not."""
    papers = [paper(draw, start + n) for n in range(draw.choice([1, 2, 4, 7]))]
    if draw.random() < 0.3:
        columns = [
            draw.choice(["Title", "Paper"]),
            *draw.sample([one for one in HEADS if one not in {"Title", "Paper"}], 3),
        ]
        rows = [
            " | ".join(HEADS[one] for one in columns).format(**one_paper).replace("\n", " ")
            for one_paper in papers
        ]
        rows = [re.sub(r"\| \(oral\)", "| ", row) if draw.random() < 0.3 else row for row in rows]
        return f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n" + "".join(
            f"| {row} |\n" for row in rows
        )
    title = draw.choice(SLOTS[:4])
    form = [title, *draw.sample(SLOTS[4:], draw.choice([2, 3, 4, 5]))]
    if draw.random() < 0.5:
        draw.shuffle(form)
    marker = draw.choice(["- ", "* ", "1. ", "{n}. ", ""])
    ends = "\n\n" if not marker or draw.random() < 0.2 else "\n"
    items = []
    for n, one in enumerate(papers, 1):
        some = [slot for slot in form if slot == title or draw.random() < 0.85]
        items.append((marker + " ".join(some).lstrip()).format(n=n, **one))
    return ends.join(items) + ends


def a_list(seed: int) -> str:
    draw = random.Random(seed)  # noqa: S311 - the same lists each time
    text = "# Awesome Mixtures\n\n"
    for number in range(draw.choice([1, 2, 4])):
        text += f"{'#' * draw.choice([2, 2, 3])} Part {number}\n\n{section(draw, 10 * number + 100 * seed)}\n"
        if draw.random() < 0.3:
            text += f"Some words.\n\n{section(draw, 10 * number + 5 + 100 * seed)}\n"
    return text.rstrip("\n") if draw.random() < 0.3 else text


@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_lost(tmp_path, seed):
    text = a_list(seed)
    try:
        new = adopted(tmp_path, text)
    except RefusedError:
        return
    assert urls_in_text(text) <= urls_in_text(new)
    assert [one for one in headings(text) if one not in headings(new)] == []
    files = re.findall(r"\((papers/\d+\.pdf)\)", text)
    assert [one for one in files if one not in new] == []
