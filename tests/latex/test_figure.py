r"""The taxonomy figure measured on the page: every word inside its box, no box over another."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from bib2awesome import config, plugins
from bib2awesome.bib.document import Document
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
from tests.latex import documents
from tests.latex.compile import _run

pytestmark = pytest.mark.latex
SIZES = (20, 60, 150)
_TITLES = (
    "Efficient Training",
    "Optimized Hardware-Software Co-Design",
    "Data-Dependent Adaptive Priors, [odd] = 50%",
    "Quantization",
    "Parameterization & Regularization",
    "Evaluation",
)
_NAMES = ("DDIM", "Latent Consistency Model", "xDiT", "A $L^2$ Method", "Éclair_Net", "PTQ4DiT")


class Box(NamedTuple):
    """A rectangle on the page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left + 0.5
            and self.right >= other.right - 0.5
            and self.top <= other.top + 1.5
            and self.bottom >= other.bottom - 1.5
        )

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right - 0.1
            and other.left < self.right - 0.1
            and self.top < other.bottom - 0.1
            and other.top < self.bottom - 0.1
        )


def survey_with(papers: int) -> Survey:
    """Return a survey with three levels of categories, two leaves to eight papers."""
    settings = ['[survey]\ntitle = "Awesome Efficient Models of Many Kinds"']
    paths = []
    for top in range(3):
        settings.append(f'[categories.t{top}]\ntitle = "{_TITLES[top]}"')
        for middle in range(1 + (papers > 20) + top % 2):
            settings.append(f'[categories.t{top}.m{middle}]\ntitle = "{_TITLES[middle + 2]}"')
            for low in range(2 if papers < 100 else 4):
                path = f"t{top}/m{middle}/l{low}"
                settings.append(
                    f'[categories.t{top}.m{middle}.l{low}]\ntitle = "{_TITLES[(low + top) % 6]}"'
                )
                paths.append(path)
    entries = [
        f"@misc{{k{number}, title={{{_NAMES[number % 6]} {number}: A Title}}, author={{Doe, Jane}},"
        f" year=2024, category={{{paths[number % len(paths)]}}}}}"
        for number in range(papers)
    ]
    loaded = config.loads(
        "\n".join(settings).encode(), plugins.load("targets"), path=Path("categories.toml")
    )
    return Survey(Path(), loaded, [Document.parse("\n".join(entries).encode(), "made.bib")])


@cache
def figures(head: str) -> documents.Made:
    """Compile the figures of all sizes, a page each."""
    documents.need(*documents.FIGURES)
    folder = documents.fresh_folder()
    for size in SIZES:
        outputs = render(survey_with(size), ["latex"], present=lambda _: None)
        taxonomy = next(one for one in outputs if one.path.endswith("taxonomy.tex"))
        (folder / f"t{size}.tex").write_bytes(
            taxonomy.data.replace(b"{fig:taxonomy}", b"{fig:taxonomy%d}" % size)
        )
    bibliography = r"\begin{thebibliography}{150}" + "".join(
        rf"\bibitem{{k{number}}}X" for number in range(max(SIZES))
    )
    body = "".join(rf"\input{{t{size}}}\clearpage" for size in SIZES)
    source = (
        f"{head}\n\\usepackage[T1]{{fontenc}}\\usepackage{{lmodern}}\n"
        "\\usepackage[edges]{forest}\\usepackage{adjustbox}\\pagestyle{empty}\n"
        f"\\begin{{document}}\n{body}{bibliography}\\end{{thebibliography}}\\end{{document}}\n"
    )
    return documents.compiled(folder, source)


def boxes(folder: Path, page: int) -> list[Box]:
    """Return the filled shapes of a page that are larger than a rule."""
    number = str(page)
    _run(folder, "pdftocairo", "-svg", "-f", number, "-l", number, "job.pdf", "page.svg")
    found = []
    root = ET.parse(folder / "page.svg").getroot()  # noqa: S314 - poppler's own
    inside_definitions = {id(one) for defs in root.iter(f"{_SVG}defs") for one in defs.iter()}
    for path in root.iter(f"{_SVG}path"):
        if id(path) in inside_definitions or not _FILLED.search(
            f"fill:{path.get('fill')};{path.get('style')}"
        ):
            continue
        numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path.get("d", ""))]
        a, b, c, d, e, f = _matrix(path.get("transform", ""))
        points = [
            (a * x + c * y + e, b * x + d * y + f)
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if box.right - box.left > 4 and box.bottom - box.top > 4:
            found.append(box)
    return found


_FILLED = re.compile(r"\bfill: ?(?:rgb|#)")  # an attribute or a style, by the version of cairo
_SVG = "{http://www.w3.org/2000/svg}"


def _matrix(transform: str) -> list[float]:
    found = re.fullmatch(r"matrix\((.*)\)", transform)
    return [float(one) for one in re.split(r"[, ]+", found[1])] if found else [1, 0, 0, 1, 0, 0]


def words(folder: Path, page: int) -> list[tuple[str, Box]]:
    """Return the words of a page with their places."""
    number = str(page)
    _, out = _run(folder, "pdftotext", "-bbox", "-f", number, "-l", number, "job.pdf", "-")
    found = re.findall(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
        out.decode("utf-8"),
    )
    return [(word, Box(*map(float, place))) for *place, word in found]


@pytest.mark.parametrize("page", [1, 2, 3], ids=[f"{size} papers" for size in SIZES])
@pytest.mark.parametrize(
    "head",
    [
        r"\documentclass{article}",
        r"\documentclass[twocolumn]{article}\usepackage[margin=2cm]{geometry}",
    ],
    ids=["one column", "two columns"],
)
def test_no_text_leaves_its_box_and_no_boxes_overlap(head, page):
    made = figures(head)
    assert made.problems == []
    assert made.overfull == []
    found = boxes(made.folder, page)
    assert len(found) > 10
    assert [(a, b) for i, a in enumerate(found) for b in found[:i] if a.meets(b)] == []
    caption = max(box.bottom for box in found)
    outside = [
        word
        for word, place in words(made.folder, page)
        if place.top < caption and not any(box.holds(place) for box in found)
    ]
    assert outside == []
    heights = [
        place.bottom - place.top for word, place in words(made.folder, page) if word == "DDIM"
    ]
    if "twocolumn" in head or SIZES[page - 1] < 100:  # more than a page holds, render says so
        assert min(heights) > 4


def test_a_figure_that_will_be_too_small_is_said():
    said = {
        size: [
            finding.code
            for output in render(survey_with(size), ["latex"], present=lambda _: None)
            for finding in output.findings
        ]
        for size in SIZES
    }
    assert said == {20: [], 60: [], 150: ["T007"]}
