"""Small surveys for the tests of rendering: made in a folder, rendered, looked at as HTML."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt

from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import Output, render

TOML = '[survey]\ntitle = "T"\n[categories.a]\ntitle = "A"\n'
BIB = """\
@inproceedings{x2021,
  title     = {A Title},
  author    = {Doe, Jane and Roe, Richard},
  booktitle = {International Conference on Learning Representations},
  year      = {2021},
  url       = {https://example.org/x},
  code      = {https://github.com/o/x},
  category  = {a},
}
"""
PAPERS = "<!-- bib2awesome:begin papers -->\n<!-- bib2awesome:end papers -->\n"


def make(
    folder: Path, *, bib: str = BIB, toml: str = TOML, readme: str | bytes | None = PAPERS
) -> Path:
    """Write a survey into `folder` and return it; no README where `readme` is None."""
    (folder / "survey.bib").write_text(bib, encoding="utf-8")
    (folder / "categories.toml").write_text(toml, encoding="utf-8")
    if readme is not None:
        data = readme.encode() if isinstance(readme, str) else readme
        (folder / "README.md").write_bytes(data)
    return folder


def outputs(folder: Path, *, force: bool = False) -> list[Output]:
    """Render the readme target of the survey in `folder`, as it stands there."""
    return render(Survey.open(folder), ["readme"], force=force)


def rendered(folder: Path, *, force: bool = False) -> str:
    """Return README.md as it would be; asserts that it is not refused."""
    output = outputs(folder, force=force)[0]
    assert output.refused is None
    return output.data.decode()


def region(text: str, name: str = "papers") -> str:
    """Return the content of the first region of this name."""
    kind = name.split(maxsplit=1)[0]
    found = re.search(rf"begin {name}[^>]*-->\n(.*?)<!-- bib2awesome:end {kind}", text, re.DOTALL)
    assert found
    return found[1].strip("\n")


def html(markdown: str) -> str:
    """Return what GitHub's dialect makes of markdown."""
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def visible_text(markup: str) -> str:
    """Return what a reader sees of HTML, blanks folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())
