"""The verbs of the rules' tests: a survey from a few files, what one rule finds in it, and its fixes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

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


def expected(text: str) -> list[tuple[int, str]]:
    """Return the line of the block that each `% expect:` line stands above, and what it expects."""
    found = []
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        match = _EXPECT.match(line)
        if match:
            below = number
            while below < len(lines) and lines[below].lstrip().startswith("%"):
                below += 1
            found.append((below + 1, match[1]))
    return found


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
