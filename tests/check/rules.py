"""The verbs of the rules' tests: a survey from a few files, what one rule finds in it, and its fixes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bib2awesome.bib.document import Document
from bib2awesome.check.base import Checked, Rule, Tex
from bib2awesome.check.run import Found, fixes, run
from bib2awesome.papers.survey import Survey

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 1)
_NAMES = {
    ".bib": "survey.bib",
    ".toml": "categories.toml",
    ".tex": "main.tex",
    ".md": "README.md",
}
_EXPECT = re.compile(r"% expect: (.+)")
_ELSEWHERE = re.compile(r"^(?:%|#|<!--) expect: (.+?)(?: -->)?$", re.MULTILINE)
_EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def files_of(name: str) -> dict[str, str]:
    """Return the files of a rule's fixture by their name in a survey."""
    found = {}
    for suffix, file in _NAMES.items():
        path = FIXTURES / f"{name}{suffix}"
        if path.exists():
            found[file] = path.read_bytes().decode()
    return found


def survey_of(folder: Path, files: Mapping[str, str]) -> Checked:
    """Write the files into `folder` and return the survey they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (folder / file).write_bytes(text.encode())
    tex = [Tex(file, text) for file, text in files.items() if file.endswith(".tex")]
    bib = None if "categories.toml" in files else folder / "survey.bib"
    return Checked(Survey.open(folder, bib=bib), tex=tex, today=TODAY)


class Expected(NamedTuple):
    """What `% expect:` lines say, and where each of them holds.

    `said` are pairs of the line where an expectation's stretch begins and a piece of a message; a stretch
    goes from the comment lines above a block to the next block.
    """

    said: list[tuple[int, str]]
    stretches: list[int]

    def stretch(self, found: Found) -> int:
        """Return the first line of the stretch that a finding is in; what ends a block is still of it."""
        place = found.finding.place
        assert place is not None
        line = (place.line or 1) - (found.finding.code == "S001" and place.column == 1)
        return self.stretches[bisect_right(self.stretches, line) - 1]


def expected(document: Document) -> Expected:
    """Read the expectations of a fixture."""
    lines = document.text(0, len(document.data)).splitlines()
    said, begins, covered = [], [0], set()
    at = 0
    while at < len(lines):
        below = at
        while below < len(lines) and lines[below].startswith("%"):
            below += 1
        pieces = [match[1] for line in lines[at:below] if (match := _EXPECT.match(line))]
        if pieces:
            begins.append(at + 1)
            said += [(at + 1, piece) for piece in pieces]
            covered |= set(range(at + 1, below + 2))
        at = max(below, at + 1)
    starts = {document.place(block.start).line for block in document.blocks if block.kind != "text"}
    begins += [start for start in starts if start and start not in covered]
    return Expected(said, sorted(begins))


def expected_elsewhere(files: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what the other files of a fixture expect, anywhere in them, as pairs of file and message."""
    return [
        (name, said)
        for name, text in files.items()
        if name != "survey.bib"
        for said in _ELSEWHERE.findall(text)
    ]


def found_by(checked: Checked, rule: Rule) -> list[Found]:
    """Return what the rule finds."""
    return list(run(checked, [rule]).found)


def fixed(checked: Checked, rule: Rule) -> bytes:
    """Return the survey's file once everything that the rule finds and can mend is mended."""
    plan = fixes(checked, [rule], run(checked, [rule]), unsafe=True)
    data = checked.survey.edited(plan).data[0]
    return checked.documents[0].data if data is None else data


def examples(rule: Rule) -> dict[str, list[str]]:
    """Return the `Bad` and `Good` examples of a rule's explanation."""
    found: dict[str, list[str]] = {"Bad": [], "Good": []}
    for kind, text in _EXAMPLE.findall(rule.explanation + "\n"):
        found[kind].append("".join(line[4:] or "\n" for line in text.splitlines(keepends=True)))
    return found
