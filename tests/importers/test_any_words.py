"""Lists of any words: signs, other scripts, half markup and names of options as headings, columns, labels and titles."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from bib2awesome.errors import InputError, RefusedError, Severity
from bib2awesome.importers import markdown
from bib2awesome.importers.base import Input
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
from tests.importers.few_items import planned
from tests.importers.test_adoption import adopted

ODD = [
    *("2D", "A+", "C++", "category", "title", "survey", "columns", "url", "author", "link-x", "yes", "-", "/", "", "N/A", "null", "~"),
    *("\u8bad\u7ec3", "\u041a\u043e\u0434", "\u0645\u0641\u062a\u0648\u062d", "\u30b3\u30fc\u30c9", "\ucf54\ub4dc", "\u2705", "\U0001f44d", "\ufb01", "\u0130", "e\u0301", "\u200b", "\u202e", "\xa0", "\u2028"),
    *("%", "$x$", "$\\alpha$", "\\", "\\\\", "{", "}", "{}", "@", "&", "&amp;", "&lt;b&gt;", "<b>", "</b>", "<script>", "<!-- c -->", "|", "\\|"),
    *("`a`", "``", "*", "**", "***a***", "__", "~~x~~", "[", "]", "[]", "[]()", "[a](b)", "![](x)", "<br>", "[^1]", "[x]: y", "```"),
    *("\u201cq\u201d", "'q'", '"q"', "\u2014", "...", "et al.", "and", "and others", "TODO", "+", "---", "===", "1.", "1)"),
    *("2023", "23", "1999-2000", "Jan 2020", "2020.1", "99999", "arXiv:2101.00001", "10.1145/1234.5678", "%20", "%zz", "../.."),
    *("https://a.org/x y", "http://", "javascript:alert(1)", "mailto:a@b", "www.a.org", "a@b.org", "{{ x }}", "{% x %}", "bib2awesome:begin papers"),
    *("Looms", "A Survey", "O'Neil", "van der Berg", "Lovelace, Ada", "Ada Lovelace", "\u674e\u96f7", "x" * 300),
]  # fmt: skip
PLAIN = ["Learning", "Diffusion", "Graph", "Neural Looms", "of", "for", "Models", "Search"]
VENUES = ["ICLR", "NeurIPS 2023", "CVPR'21", "Nature", "J. Looms 3(2):1-2", "arXiv", "Workshop"]


class Writer:
    """Writes the same list for the same seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - the same lists each time
        self.number = 0

    def word(self) -> str:
        return self.draw.choice(self.draw.choice([ODD, ODD, VENUES, PLAIN, PLAIN]))

    def words(self, most: int = 6) -> str:
        return " ".join(self.word() for _ in range(self.draw.randint(1, most)))

    def url(self) -> str:
        n = self.number
        return self.draw.choice([
            f"https://arxiv.org/abs/2101.{n:05}", f"https://github.com/o/r{n}", f"https://doi.org/10.1145/12.{n}", f"#{n}", f"x{n}.pdf",
            f"https://a.org/{n}?x=a&b=c", f"https://a.org/a_(b)_{n}", f"https://a.org/{self.word()}",
        ])  # fmt: skip

    def part(self) -> str:
        form = self.draw.choice([
            "{0}", "[{0}]({url})", "[{1}]({url})", "[[{1}]({url})]", "**{0}**", "*{0}*", "({1})", "[{1}]", '"{0}"', "<sup>{1}</sup>",
            "![{1}](https://img.shields.io/badge/{1}-1-red)", '<a href="{url}">{0}</a>', "{1}, {1} and {1}",
        ])  # fmt: skip
        return form.format(self.words(), self.word(), url=self.url())

    def item(self) -> str:
        self.number += 1
        parts = [self.part() for _ in range(self.draw.randint(1, 6))]
        return self.draw.choice([" ", ",", ". ", " - ", " | ", "<br>"]).join(parts)

    def table(self) -> str:
        columns = self.draw.randint(1, 6)
        said = [
            self.draw.choice(["Title", "Venue", "Code", "Link", self.word(), self.words(2)])
            for _ in range(columns)
        ]
        signs = [self.draw.choice(["", "", "\u2714\u2717"]) for _ in said]
        rows = [said, ["---"] * columns]
        for _ in range(self.draw.randint(1, 4)):
            self.number += 1
            rows.append([self.draw.choice(sign) if sign else self.part() for sign in signs])
        cells = [[re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in row] for row in rows]
        return "".join(f"| {' | '.join(row)} |\n" for row in cells)

    def section(self) -> str:
        heading = self.draw.choice(["## {}", "### {}", "**{}**", "<h2>{}</h2>", "- ## {}", ""])
        text = heading.format(self.words(3)) + "\n\n"
        if self.draw.random() < 0.3:
            text += self.words(12) + "\n\n"
        if self.draw.random() < 0.4:
            return text + self.table()
        marker = self.draw.choice(["- ", "* ", "1. ", ""])
        below = self.draw.choice(["", "", "\n  - ", "\n  "])
        items = [
            marker + self.item() + (below and below + self.item())
            for _ in range(self.draw.randint(1, 5))
        ]
        return text + ("\n" if marker else "\n\n").join(items) + "\n"

    def text(self) -> str:
        sections = [self.section() for _ in range(self.draw.randint(1, 4))]
        return f"# {self.words(3)}\n\n" + "\n".join(sections)


def rendered(folder: Path) -> bytes:
    """Render a survey's README and what LaTeX reads; returns the README."""
    for again in (False, True):
        for output in render(Survey.open(folder), ["readme", "latex"]):
            assert output.refused is None
            assert not (again and output.changes)
            path = folder / output.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(output.data)
    return (folder / "README.md").read_bytes()


@pytest.mark.parametrize("seed", range(90))
def test_what_is_imported_is_a_survey(tmp_path, seed):
    text = Writer(seed).text()
    try:
        plan = planned(tmp_path, text)
    except InputError as error:
        assert "no papers found" in str(error)  # noqa: PT017 - the other outcome has assertions, too
        return
    Survey.open(tmp_path, new=True).apply(plan)
    survey = Survey.open(tmp_path)
    assert len(survey.papers) == sum(change.action == "add-entry" for change in plan.changes)
    assert [one for one in survey.findings if one.severity is Severity.ERROR] == []
    again = planned(tmp_path, text)
    assert (again.changes, again.taxonomy) == ((), ()), "importing twice changes nothing"
    edited = markdown.plan(Survey.open(tmp_path), [Input("README.md", rendered(tmp_path))])
    assert (edited.changes, edited.taxonomy) == ((), ()), "what is rendered says nothing new"


@pytest.mark.parametrize("seed", range(100, 160))
def test_what_is_adopted_comes_back(tmp_path, seed):
    try:
        adopted(tmp_path, Writer(seed).text())
    except (InputError, RefusedError):
        assert not (tmp_path / "survey.bib").exists(), "what is refused leaves nothing behind"
