"""What stands beside the regions of a long list: it is found, and of the list itself only a part is read."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.rendered.planning import plan_of
from bib2awesome.papers.survey import Survey
from bib2awesome.render.regions import checksum

ITEMS = [
    f"- **[ICLR 2021]** Looms of {number} Threads. [[Paper]](https://arxiv.org/abs/2101.{number:05})\n"
    for number in range(2000)
]
STRANGER = "- **[ICML 2022]** Dyes that Stay. [[Paper]](https://arxiv.org/abs/2201.00001)\n"


@pytest.fixture
def survey(tmp_path):
    entries = (f"@misc{{loom{n},\n  title = {{Looms of {n} Threads}},\n}}\n" for n in range(9))
    (tmp_path / "survey.bib").write_text("".join(entries), encoding="utf-8")
    return Survey.open(tmp_path)


@pytest.fixture
def read(monkeypatch):
    """The numbers of lines that were read as lists."""
    numbers = []

    def counting(text):
        numbers.append(len(text.splitlines()))
        return read_list(text)

    monkeypatch.setattr("bib2awesome.importers.rendered.outside.read_list", counting)
    return numbers


def page(items: list[str], below: str) -> str:
    """Return a README as `render` left it, with something below its region."""
    content = "".join(items)
    return (
        "# Looms\n\n<!-- bib2awesome:begin papers -->\n"
        f"{content}<!-- bib2awesome:end papers sha256:{checksum(content)} -->\n\n## Dyes\n\n{below}"
    )


def noted(survey: Survey, text: str) -> list[tuple[int, str, str]]:
    plan = plan_of(survey, text.encode(), "README.md")
    assert not plan.changes
    return [(note["line"], note["kind"], note["text"][:14]) for note in plan.more["notes"]]


def test_a_paper_below_a_long_list_is_counted_where_it_stands(survey, read):
    assert noted(survey, page(ITEMS, STRANGER)) == [(2008, "outside", "1 paper stands")]
    [lines] = read
    assert lines < 1000


def test_papers_of_the_survey_and_prose_are_not_counted(survey, read):
    known = "- Looms of 3 Threads\n\nWrite to us about [dyes](https://example.org/dyes).\n"
    assert noted(survey, page(ITEMS, known)) == []
    assert len(read) == 1


def test_a_list_that_opens_something_is_read_to_where_it_closes(survey, read):
    code = [*ITEMS[:100], "```\n", *ITEMS[100:900], "```\n", *ITEMS[900:]]
    assert noted(survey, page(code, STRANGER)) == [(2010, "outside", "1 paper stands")]
    assert read == [2010]
