"""One fault of every rule among a thousand good entries: each is found, and nothing else is."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from bib2awesome.check.run import run
from bib2awesome.check.selection import rules
from bib2awesome.errors import Finding
from tests.check.rules import survey_of

GOOD = 1000
FIRST = "Ada Grace Jean Betty Kathleen Frances Marlyn Ruth Adele Mary".split()
LAST = (
    "Lovelace Hopper Bartik Holberton Antonelli Spence Meltzer Teitelbaum Goldstine Keller".split()
)
WORDS = (
    "Compilers Engines Looms Patterns Numbers Tables Memories Circuits Languages Machines Programs "
    "Punches Cards Relays Valves Drums Cores Loops Branches Registers Adders Dividers Routines Stores"
).split()
VENUES = ["International Conference on Machine Learning", "NeurIPS", "ICLR"]
TOML = """
[survey]
title = "Awesome Machines"
cite = ["nobody"]
[categories.machines]
[categories.a.other]
[categories.b.other]
"""
COMMON = "category = {machines}, code = {https://github.com/hopper/%s}"


def good(number: int, chance: random.Random) -> str:
    title = " ".join(chance.sample(WORDS, 5))
    names = " and ".join(f"{chance.choice(LAST)}, {chance.choice(FIRST)}" for _ in range(2))
    return f"""@inproceedings{{good{number},
  title     = {{{title} Number {number}}},
  author    = {{{names}}},
  booktitle = {{{VENUES[number % 3]}}},
  year      = {{{2014 + number % 10}}},
  doi       = {{10.1000/good.{number}}},
  {COMMON % f"good{number}"},
}}
"""


def entry(key: str, kind: str = "inproceedings", **fields: str | None) -> str:
    """Return a good entry of that key with some fields changed; None leaves one out."""
    values: dict[str, str | None] = {
        "title": f"A Study of the Many Uses of {key.capitalize()}",
        "author": "Hopper, Grace",
        "booktitle": "NeurIPS",
        "year": "2019",
        "url": f"https://example.org/{key}",
        "category": "machines",
        "code": f"https://github.com/hopper/{key}",
    }
    values |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = "".join(
        f"  {name} = {{{value}}},\n" for name, value in values.items() if value is not None
    )
    return f"@{kind}{{{key},\n{lines}}}\n"


MACROS = (
    "@string{grow0 = {"
    + "0123456789" * 10
    + "}}\n"
    + "".join(f"@string{{grow{n} = {' # '.join([f'grow{n - 1}'] * 20)}}}\n" for n in (1, 2))
)
PLANTED: list[tuple[str, str]] = [
    ("S001", "@misc{broken, title = {Broken} year = {2001}}\n"),
    ("S002", entry("GOOD7")),
    ("S003", entry("twice").replace("}\n", "  year = {2019},\n}\n").replace("},\n}", "},\n}")),
    ("S004", entry("macro").replace("year = {2019}", "year = {2019},\n  note = undefined")),
    ("S005", "% @misc{commented, title = {Commented}}\n"),
    ("S006", entry("")),
    ("S007", MACROS),
    ("S008", entry("circle", crossref="circle")),
    ("S009", "<<<<<<< HEAD\n"),
    ("S010", entry("a#b")),
    ("S011", entry("inner").replace("  year", "  % a comment\n  year")),
    ("S012", entry("empty", note="")),
    ("S013", entry("missing", booktitle=None)),
    ("S014", entry("type", "inprocedings")),
    ("S015", entry("parent", crossref="nowhere")),
    ("S016", entry("book", "proceedings", category="-", booktitle="NeurIPS")
     + entry("child", crossref="book")),
    ("S017", "% bib2awesome: ignore missing-cod\n" + entry("useless")),
    ("S018", entry("early") + "  note = {x},\n}\n"),
    ("I001", entry("same", title="A Study of the Many Uses of Useless")),
    ("I002", entry("shared", doi="10.1000/good.5")),
    ("I003", entry("nodoi", doi="1000/nothing")),
    ("I004", entry("decorated", doi="https://doi.org/10.1000/decorated")),
    ("I005", entry("noarxiv", eprint="2313.00001", archiveprefix="arXiv")),
    ("I006", entry("isbn", isbn="978-3-16-148410-1")),
    ("I007", entry("host", url="http://host/x")),
    ("I009", entry("label", "misc", booktitle=None, eprint="arXiv:1905.00002", archiveprefix="arXiv")),
    ("I008", entry("elsewhere", "misc", booktitle=None, url="https://arxiv.org/abs/1905.00001")),
    ("C001", entry("venue", url="https://proceedings.mlr.press/v97/hopper19a.html")),
    ("C002", entry("year", year="2012", booktitle="International Conference on Machine Learning",
                   url="https://proceedings.mlr.press/v97/hopper19b.html")),
    ("C003", entry("edition", booktitle="European Conference on Computer Vision")),
    ("C004", entry("future", year="2091")),
    ("C005", entry("container", "article", booktitle=None, journal="NeurIPS")),
    ("C006", entry("swapped", author="Ashish, Vaswani")),
    ("C007", entry("glued", author="Hopper, G.B.")),
    ("C008", entry("list", author="Grace Hopper, Jean Bartik, Ada Lovelace, Betty Holberton")),
    ("C009", entry("loud", author="HOPPER, GRACE")),
    ("C010", entry("pages", pages="20--10")),
    ("C011", entry("markup", title="Engines &amp; Looms in the Many Uses of Markup")),
    ("L001", entry("unknown", category="machnes")),
    ("L002", entry("uncategorised", category=None)),
    ("L003", entry("ambiguous", category="other")),
    ("L004", entry("unsafe", url="javascript:alert(1)")),
    ("L007", entry("placeholder", link_project="TODO")),
    ("L008", entry("profile", code="https://github.com/hopper")),
    ("L009", entry("spelling", booktitle="NIPS")),
    ("L010", entry("case", title="A study of what the many uses of cases are")),
    ("L011", entry("nocode", code=None)),
    ("L012", entry("nolink", url=None)),
]  # fmt: skip
PLANTED_LATEX: list[tuple[str, str]] = [
    ("T001", entry("script", author="\u738b, Grace")),
    ("T002", entry("encoded", doi="10.1000/notes%2852")),
    ("T010", entry("ampersand", title="Engines & Looms in the Many Uses of Signs")),
    ("T011", entry("percent", title="A Study of 50% Faster Looms and Engines")),
    ("T012", entry("abstract", abstract="They are 50% faster.")),
    ("T013", entry("dollar", title="A Study of Looms for $100 and Less")),
    ("T014", entry("greek", title="A Study of the \u03bb of Looms")),
    ("T015", entry("initial", author="Martin, \u00c9lie")),
    ("T016", entry("accent", author=r"Martin, \'Elie")),
    ("T017", entry("command", title=r"A Study of the Many Uses of \ours")),
    ("T018", entry("formula", title="A Study of $L^2$ and Its Many Uses")),
    ("T019", entry("escaped", url=r"https://example.org/on\_looms")),
    ("T020", entry("address", howpublished="https://example.org/on_looms")),
    ("T021", entry("acronym", title="A Study of the UNIVAC and Its Uses")),
    ("T022", entry("tilde", title="A Study of ~50 Rules and Their Uses")),
    ("T023", entry("thesis", "thesis", booktitle=None, school="Yale")),
    ("T024", entry("field", "article", booktitle=None, journaltitle="Notes")),
    ("T025", entry("month", month="7")),
    ("T026", entry("appear", year="2019, to appear")),
    ("T027", entry("eprint", "misc", booktitle=None, url=None, eprint="1905.00003",
                   archiveprefix="arXiv")),
    ("T028", entry("volume", volume="abs/1905.00004")),
    ("T029", entry("group", author="World Health Organization")),
]  # fmt: skip
CLASSIC_ONLY = {"S016", "T015", "T016", "T018", "T023", "T024", "T027"}
"""What biblatex and biber do not mind."""
ACROSS = {"S002", "I001", "L009", "S015", "S008"}
"""Faults between two entries: the later one is reported, wherever it stands."""
SPOILING = {"S001", "S009"}
ELSEWHERE = ["L005", "L013", "L014", "L015"]


def _whole(planted: str) -> str:
    return "\n".join(_goods()) + planted


def _goods() -> list[str]:
    chance = random.Random(5)  # noqa: S311 - the same papers each time
    return [good(number, chance) for number in range(GOOD)]


def _codes(folder: Path, planted: str, *, group: str = "offline", **files: str) -> list[str]:
    bib = {"survey.bib": _whole(planted), "categories.toml": TOML.replace('"nobody"', '"good1"')}
    return [finding.code for finding in _findings(folder, bib | files, group)]


def _findings(folder: Path, files: dict[str, str], group: str) -> list[Finding]:
    every = [rule for rule in rules() if rule.room == group]
    found = run(survey_of(folder, files), every).findings
    return sorted(found, key=lambda finding: finding.code)


def test_nothing_is_found_in_good_entries(tmp_path):
    assert _codes(tmp_path, "") == []


def test_every_planted_fault_is_found_and_nothing_else(tmp_path):
    planted = [(code, text) for code, text in PLANTED if code not in SPOILING]
    text = "\n".join(text for _, text in planted)
    found = _codes(tmp_path, "\n" + text)
    assert found == sorted(code for code, _ in planted)


def test_every_planted_fault_for_latex_is_found_and_nothing_else(tmp_path):
    text = "\n".join(text for _, text in PLANTED_LATEX)
    found = _codes(tmp_path, "\n" + text, group="latex")
    assert found == [code for code, _ in PLANTED_LATEX]


def test_no_rule_for_latex_finds_anything_in_good_entries(tmp_path):
    assert _codes(tmp_path, "", group="latex") == []


@pytest.mark.parametrize("group", ["offline", "latex"])
def test_faults_are_found_in_each_of_several_files(group, tmp_path):
    planted = {"offline": PLANTED, "latex": PLANTED_LATEX}[group]
    planted = [(code, text) for code, text in planted if code not in SPOILING]
    goods = _goods()
    halves = [goods[: GOOD // 2], goods[GOOD // 2 :]]
    for number, (_, text) in enumerate(planted):
        halves[number % 2].append(text)
    toml = TOML.replace('"nobody"', '"good1"').replace(
        "[survey]", '[survey]\nbib = ["a.bib", "b.bib"]'
    )
    files = {"a.bib": "\n".join(halves[0]), "b.bib": "\n".join(halves[1]), "categories.toml": toml}
    found = _findings(tmp_path, files, group)
    assert [finding.code for finding in found] == sorted(code for code, _ in planted)
    where = {code: "ab"[number % 2] for number, (code, _) in enumerate(planted)}
    there = {finding.code: finding.place.file[0] for finding in found}
    assert {code for code in where if where[code] != there[code]} <= ACROSS


@pytest.mark.parametrize("group", ["offline", "latex"])
def test_faults_are_found_in_a_file_for_biblatex(group, tmp_path):
    planted = {"offline": PLANTED, "latex": PLANTED_LATEX}[group]
    planted = [(code, text) for code, text in planted if code not in SPOILING | {"T026"}]
    text = _whole("\n" + "\n".join(text for _, text in planted))
    text = re.sub(r"^  year ( *)=", r"  date \1=", text, flags=re.MULTILINE)
    text = text.replace("month = {7}", "month = {July}")
    toml = TOML.replace('"nobody"', '"good1"')
    found = _findings(tmp_path, {"survey.bib": text, "categories.toml": toml}, group)
    wanted = sorted(code for code, _ in planted if code not in CLASSIC_ONLY)
    assert [finding.code for finding in found] == wanted


def test_what_spoils_the_file_costs_only_itself(tmp_path):
    planted = dict(PLANTED)
    assert _codes(tmp_path, "\n" + planted["S009"] + planted["S001"]) == ["S001", "S009"]


def test_faults_in_the_other_files_are_found(tmp_path):
    cites = " ".join(f"\\cite{{good{number}}}" for number in range(GOOD) if number != 3)
    readme = "<!-- bib2awesome:begin papers -->\n<!-- bib2awesome:end papers -->\n"
    found = _codes(
        tmp_path,
        "",
        **{
            "categories.toml": TOML,
            "main.tex": cites + r"\cite{gone}",
            "README.md": readme,
        },
    )
    assert found == ["L005", "L013", "L014", "L015"]
    refused = _codes(tmp_path / "r", "", **{"README.md": readme.replace(" -->\n<", " -->\nx\n<")})
    assert refused == ["R001"]
    marker = _codes(tmp_path / "m", "", **{"README.md": "<!-- bib2awesome:begin papers -->\n"})
    assert marker == ["R005"]


def test_every_rule_has_its_planted_fault():
    planted = {code for code, _ in PLANTED + PLANTED_LATEX} | set(ELSEWHERE) | {"R001", "R005"}
    assert planted == {rule.code for rule in rules() if rule.room != "online"}
