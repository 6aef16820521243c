"""What becomes of lists that are adopted: the figures of `import LIST.md --adopt`, over a folder of READMEs.

    python -m benchmarks.adopt_lists [FOLDER] [--half 0|1] [--only START]

Each list is adopted in an empty folder of its own, written, and rendered again. Addresses and headings are
looked for in the result by patterns of this script, not by those of `--adopt`.
"""

# ruff: noqa: T201 - what is printed is the result
from __future__ import annotations

import argparse
import difflib
import re
import sys
import tempfile
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

from benchmarks.import_lists import DEFAULT
from bib2awesome.errors import Bib2AwesomeError
from bib2awesome.importers.adoption.adopting import adopt
from bib2awesome.importers.base import Input
from bib2awesome.importers.markdown import listing_of, plan
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render

_URL = re.compile(r"https?://[^\s<>\"'`|\]\[)(}]+")


class Figures(NamedTuple):
    """What became of one list."""

    papers: int
    regions: int
    kept: int
    lines: int
    same: int
    urls: int
    headings: int
    stable: bool = True
    reason: str = ""
    seconds: float = 0.0
    plain: float = 0.0

    @property
    def ratio(self) -> float:
        """How many times as long adopting takes as planning a plain import (processor time)."""
        return self.seconds / self.plain if self.plain else 0.0


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--only", default="", help="names of lists begin so")
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob(f"{options.only}*.md"))
    if options.half is not None:
        files = files[options.half :: 2]
    if not files:
        print(f"no lists in {options.folder}", file=sys.stderr)
        return 2
    print(f"{'list':44} papers regions kept  lines  same   urls heads stable seconds ratio")
    found = []
    for file in files:
        one = _figures(file)
        found.append(one)
        share = f"{one.same / one.lines:6.1%}" if one.lines else "      "
        print(
            f"{file.name[:44]:44} {one.papers:6} {one.regions:7} {one.kept:4} {one.lines:6} {share} "
            f"{one.urls:5} {one.headings:5} {one.stable!s:6} {one.seconds:7.1f} {one.ratio:5.1f} {one.reason}",
            flush=True,
        )
    adopted = [one for one in found if not one.reason]
    lines, same = sum(one.lines for one in adopted), sum(one.same for one in adopted)
    print(
        f"\nadopted {len(adopted)} of {len(found)}; {same} of {lines} lines of items as they were "
        f"({same / max(lines, 1):.1%}), lost {sum(one.urls for one in adopted)} addresses and "
        f"{sum(one.headings for one in adopted)} headings; "
        f"{sum(not one.stable for one in adopted)} not stable"
    )
    return 0


def _figures(file: Path) -> Figures:
    data = file.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        survey = Survey.open(Path(folder), new=True)
        one = Input("README.md", data)
        started = time.process_time()
        try:
            plan(survey, [one])
            imported = time.process_time()
            adopted = adopt(survey, one, "README.md", mend=True)
        except Bib2AwesomeError as error:
            first = error.findings[0]
            return Figures(0, 0, 0, 0, 0, 0, 0, reason=f"{first.message} ({first.hint})")
        seconds = time.process_time() - imported
        (Path(folder) / "README.md").write_bytes(adopted.data)
        survey.apply(adopted.plan)
        outputs = render(Survey.open(Path(folder)), ["readme"])
        output = next(one for one in outputs if one.path == "README.md")
        old, new = data.decode("utf-8-sig"), output.data.decode("utf-8-sig")
    papers = listing_of(Input("README.md", data)).papers
    notes = adopted.plan.more["notes"]
    kept = sum(int(one["text"].split()[0]) for one in notes if one["kind"] == "kept")
    lines = {number for item in papers for number in range(item.line, item.end_line)}
    return Figures(
        len(papers),
        new.count("<!-- bib2awesome:begin"),
        kept
        + sum("stays as it is" in one["reason"] for one in adopted.plan.more["not_understood"]),
        len(lines),
        len(lines & _same(old, new)),
        len(_urls(old) - _urls(new)),
        (Counter(_headings(old)) - Counter(_headings(new))).total(),
        stable=output.data == adopted.data and not output.refused,
        seconds=seconds,
        plain=imported - started,
    )


def _same(old: str, new: str) -> set[int]:
    """Return the lines (from 0) that are in both, in the same order; blanks at their ends do not count."""
    first, second = ([line.rstrip() for line in text.splitlines()] for text in (old, new))
    found: set[int] = set()
    start, begin = 0, 0
    for end, behind in [*_anchors(first, second), (len(first), len(second))]:
        matcher = difflib.SequenceMatcher(
            None, first[start:end], second[begin:behind], autojunk=False
        )
        for at, _, size in matcher.get_matching_blocks():
            found.update(range(start + at, start + at + size))
        start, begin = end, behind
    return found


def _anchors(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Return where lines stand that are once in both texts, the longest sequence that both have."""
    counts = Counter(first), Counter(second)
    places = {line: number for number, line in enumerate(second)}
    both = [
        (number, places[line])
        for number, line in enumerate(first)
        if counts[0][line] == counts[1][line] == 1
    ]
    tails: list[int] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    ends: list[tuple[int, int]] = []
    for pair in both:
        at = bisect_left(tails, pair[1])
        before[pair] = ends[at - 1] if at else None
        tails[at : at + 1] = [pair[1]]
        ends[at : at + 1] = [pair]
    last = ends[-1] if ends else None
    found = []
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def _urls(text: str) -> set[str]:
    from html import unescape  # noqa: PLC0415
    from urllib.parse import unquote  # noqa: PLC0415

    plain = (unquote(unescape(url)) for url in _URL.findall(text.replace("\\", "")))
    return {url.rstrip(".,;:*/_") for url in plain}


def _headings(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    found = [
        tokens[number + 1].content
        for number, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    html = "".join(token.content for token in tokens if token.type == "html_block")
    return found + [match[1].strip() for match in re.finditer(r"<h[1-6][^>]*>(.*)", html)]


if __name__ == "__main__":
    sys.exit(main())
