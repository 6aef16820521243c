r"""The taxonomy figure measured on the page: every word inside its box, no box over another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
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
HEADS = {
    "one column": r"\documentclass{article}",
    "two columns": r"\documentclass[twocolumn]{article}\usepackage[margin=2cm]{geometry}",
}
_TITLES = (
    "Efficient Training",
    "Optimized Hardware-Software Co-Design",
    "Data-Dependent Adaptive Priors, [odd] = 50%",
    "Quantization",
    "Parameterization & Regularization",
    "Evaluation",
)
_NAMES = ("DDIM", "Latent Consistency Model", "xDiT", "A $L^2$ Method", "Éclair_Net", "PTQ4DiT")
_WORD = "Supercalifragilisticexpialidocious" * 3


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


def survey_of(categories: Iterable[tuple[str, str]], papers: Iterable[tuple[str, str]]) -> Survey:
    """Return a survey of categories (path, title) and of papers (title, category), `k0` and so on."""
    settings = ['[survey]\ntitle = "Awesome Efficient Models of Many Kinds"']
    for path, title in categories:
        settings.append(f"[categories.{path.replace('/', '.')}]\ntitle = '{title}'")
    entries = [
        f"@misc{{k{number}, title={{{title}}}, author={{Doe, Jane}}, year=2024, category={{{path}}}}}"
        for number, (title, path) in enumerate(papers)
    ]
    loaded = config.loads(
        "\n".join(settings).encode(), plugins.load("targets"), path=Path("categories.toml")
    )
    return Survey(Path(), loaded, [Document.parse("\n".join(entries).encode(), "made.bib")])


def uneven(papers: int) -> Survey:
    """Return a survey as they grow: two to four levels, some categories full, others hardly begun."""
    categories, leaves = [], []
    for top in range(3 + (papers > 100)):
        categories.append((f"t{top}", _TITLES[top]))
        for middle in range((4 if papers > 100 else 3) - top):
            path = f"t{top}/m{middle}"
            categories.append((path, _TITLES[(top + middle + 2) % 6]))
            for low in range((top + middle) % 3 * (2 if papers > 50 else 1)):
                categories.append((f"{path}/l{low}", _TITLES[(low + middle) % 6]))
                leaves.append(f"{path}/l{low}")
            if top == 0 and middle == 1:
                categories += [(f"{path}/l0/d{deep}", _TITLES[deep + 3]) for deep in range(2)]
                leaves += [f"{path}/l0/d0", f"{path}/l0/d1"]
            leaves.append(path)
    places = [path for number, path in enumerate(leaves) for _ in range(1 + number * number % 7)]
    titles = (f"{_NAMES[number % 6]} {number}: A Title" for number in range(papers))
    return survey_of(
        categories,
        ((title, places[number % len(places)]) for number, title in enumerate(titles)),
    )


def hostile() -> list[Survey]:
    deep = ["/".join(f"d{level}" for level in range(end)) for end in range(1, 7)]
    siblings = [(f"c{number}", f"Sibling Number {number}") for number in range(60)]
    odd = [
        ("a", _WORD),
        ("a/b", "A Very Long Title with Many Words in It " * 7),
        ("a/c", r"\cite{x}, \input{/etc/passwd} & 50% [a] = {b} #1 _ ^ ~ $\alpha_1$ $x"),
        ("b", "https://an.address/which_is/long?x=1&y=2#z"),
    ]
    papers = [
        *("T" * 90, f"{_WORD}: x", "Word " * 60, "x" * 200),
        r"50\% \& $L^2$ a\_b \#c ~ \'E, [x]=y: z",
    ]
    return [
        survey_of(
            [*((path, f"Level of {path}") for path in deep), ("z", "Last")],
            ((f"Name{number}: T", [*deep, "z"][number % 7]) for number in range(40)),
        ),
        survey_of(
            siblings, ((f"Name{number}: T", path) for number, (path, _) in enumerate(siblings))
        ),
        survey_of([("a", "All"), ("b", "Few")], ((f"M{n}: T", "ab"[n > 398]) for n in range(400))),
        survey_of(odd, ((title, odd[n % 4][0]) for n, title in enumerate(papers))),
    ]


SURVEYS = {
    "20 papers": lambda: uneven(20),
    "60 papers": lambda: uneven(60),
    "150 papers": lambda: uneven(150),
    "deep": lambda: hostile()[0],
    "wide": lambda: hostile()[1],
    "flat": lambda: hostile()[2],
    "odd": lambda: hostile()[3],
}


@cache
def figures(head: str) -> documents.Made:
    """Compile the figures of all surveys, one after the other."""
    documents.need(*documents.FIGURES)
    folder = documents.fresh_folder()
    body = []
    for number, make in enumerate(SURVEYS.values()):
        outputs = render(make(), ["latex"], present=lambda _: None)
        taxonomy = next(one for one in outputs if one.path.endswith("taxonomy.tex"))
        (folder / f"t{number}.tex").write_bytes(
            taxonomy.data.replace(b"{taxonomy}", b"{taxonomy%d}" % number)
        )
        body.append(rf"\input{{t{number}}}\clearpage")
    bibliography = r"\begin{thebibliography}{400}" + "".join(
        rf"\bibitem{{k{number}}}X" for number in range(400)
    )
    source = (
        f"{HEADS[head]}\n\\usepackage[T1]{{fontenc}}\\usepackage{{lmodern}}\n"
        "\\usepackage[edges]{forest}\\usepackage{adjustbox}\\pagestyle{empty}\n"
        f"\\begin{{document}}\n{''.join(body)}{bibliography}\\end{{thebibliography}}\\end{{document}}\n"
    )
    # One run is enough with the numbers that the first would write.
    cites = "".join(f"\\bibcite{{k{number}}}{{{number + 1}}}\n" for number in range(400))
    (folder / "job.aux").write_text(f"\\relax\n{cites}", "utf-8")
    return documents.compiled(folder, source, runs=1)


@cache
def pages(head: str) -> dict[str, list[int]]:
    """Return the pages of each survey's figures, told by their captions."""
    _, out = _run(figures(head).folder, "pdftotext", "job.pdf", "-")
    found: dict[str, list[int]] = {name: [] for name in SURVEYS}
    for page, text in enumerate(out.decode("utf-8").split("\f"), 1):
        if caption := re.search(r"Figure (\d+): (\(Continued\) )?Taxonomy of Efficient", text):
            of = found[[*SURVEYS][int(caption[1]) - 1]]
            assert bool(caption[2]) == bool(of)
            of.append(page)
    return found


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


@pytest.mark.parametrize("name", SURVEYS)
@pytest.mark.parametrize("head", HEADS)
def test_no_text_leaves_its_box_and_no_boxes_overlap(head, name):
    made = figures(head)
    assert made.problems == []
    assert made.overfull == []
    cited = Counter[str]()
    for page in pages(head)[name]:
        found = boxes(made.folder, page)
        assert [(a, b) for i, a in enumerate(found) for b in found[:i] if a.meets(b)] == []
        shown = words(made.folder, page)
        inside = [(word, place) for word, place in shown if any(map(place_in(place), found))]
        outside = [word for word, place in shown if not any(map(place_in(place), found))]
        empty = [word for word in outside if word == "\N{EN DASH}"]  # lower than its box says
        assert "".join(outside[len(empty) :]).startswith("Figure")  # its caption, and nothing else
        cited.update(re.findall(r"\[(\d+)\]", " ".join(word for word, _ in inside)))
    survey = SURVEYS[name]()
    assert cited == Counter(str(number + 1) for number in range(len(survey.papers)))


def place_in(place: Box):
    return lambda box: box.holds(place)
