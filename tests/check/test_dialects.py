"""What rules find depends on what a file is written for: BibTeX, or biblatex, whose names and commands it knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.check.base import Rule
from bib2awesome.check.selection import rules
from tests.check.rules import found_by, survey_of

RULES = {rule.name: rule for rule in rules(["latex", "offline"])}
BIBLATEX = """
@article{hopper1952,
  author       = {Hopper, Grace},
  title        = {On Compilers},
  journaltitle = {Compiler Notes},
  date         = {1952},
}
"""


def found(folder: Path, rule: str, text: str) -> list[str]:
    one: Rule = RULES[rule]
    return [hit.finding.key or "" for hit in found_by(survey_of(folder, {"survey.bib": text}), one)]


@pytest.mark.parametrize(
    ("rule", "entry"),
    [
        ("unknown-macro", r"@misc{odd, title = {On \mkbibquote{Compilers}}, date = {1952}}"),
        ("lowered-macro", r"@misc{odd, title = {On \LaTeX{} Compilers}, date = {1952}}"),
        ("cut-initial", "@misc{odd, author = {Martin, \u00c9lie}, title = {One}, date = {1952}}"),
        ("unbraced-accent", r"@misc{odd, author = {Martin, \'Elie}, title = {One}, date = {1952}}"),
        ("biblatex-type", "@mvbook{odd, title = {One}, date = {1952}}"),
        ("biblatex-field", "@misc{odd, title = {One}, date = {1952}, location = {Yale}}"),
    ],
)
def test_what_biblatex_takes_is_found_in_files_for_bibtex_only(rule, entry, tmp_path):
    classic = "\n".join(
        f"@misc{{good{number}, title = {{One}}, year = 1952}}" for number in range(3)
    )
    assert found(tmp_path / "classic", rule, classic + "\n" + entry)
    assert found(tmp_path / "biblatex", rule, BIBLATEX + entry) == []


def test_what_a_preamble_inputs_may_define_anything(tmp_path):
    entry = r"@misc{one, title = {On \ours}}"
    assert found(tmp_path / "alone", "unknown-macro", entry) == ["one"]
    preamble = r'@preamble{"\input ours.sty"}'
    assert found(tmp_path / "input", "unknown-macro", preamble + "\n" + entry) == []


def test_one_entry_of_another_dialect_does_not_change_what_a_file_is_for(tmp_path):
    book = "@book{odd, author = {Hopper, Grace}, title = {One}, year = 1952}"
    others = "\n".join(
        f"@misc{{good{n}, title = {{One}}, year = 1952, url = {{u}}}}" for n in (1, 2)
    )
    exported = "@article{other, author = {A}, title = {B}, journaltitle = {C}, date = {1952}}"
    classic = f"{book}\n{others}\n{exported}"
    assert found(tmp_path / "classic", "missing-field", classic) == ["odd"]
    assert found(tmp_path / "biblatex", "missing-field", f"{book}\n{BIBLATEX}{exported}") == []
