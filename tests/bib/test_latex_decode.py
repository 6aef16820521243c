# ruff: noqa: RUF001 (characters that look like others are what this is about)
from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.latex import is_verbatim, to_unicode
from bib2awesome.bib.latex_math import formula_text

DATA = Path(__file__).parents[1] / "data" / "latex" / "decoded.txt"


def cases() -> list[tuple[str, str]]:
    lines = [line for line in DATA.read_text("utf-8").splitlines() if line[:1] not in {"#", "["}]
    return list(zip(lines[::2], lines[1::2], strict=True))


@pytest.mark.parametrize(("tex", "text"), cases())
def test_source_reads_as_tex_prints_it(tex, text):
    assert to_unicode(tex) == text


@pytest.mark.parametrize("text", [text for _, text in cases() if not set(text) & set("{}~\\")])
def test_text_reads_as_itself(text):
    assert to_unicode(text) == text


PIECES = (
    "\\'e|\\'{e}|{\\'e}|\\~{\\^e}|\\c c|\\L |\\LaTeX{}|\\alpha|\\ours |\\emph{a}|{|}|$x^2$|$x_{foo}$|&|%|#|_|^"
    "|--|``|''|!|a|1| |\n|é|α|“|–|王|\u00a0|\u200b|x\u0302|ﬁ|Nguyễn|\\foo{b}|\\url{a%20b}"
    "|\\textsuperscript{2}|\\,"
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_reading_twice_changes_nothing(tex):
    once = to_unicode(tex)
    assert to_unicode(once) == once


@given(st.text())
def test_any_string_is_read(tex):
    text = to_unicode(tex)
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text
    assert text == text.strip()


@given(st.text(alphabet="\\{}$^_'`~-abcAE \"", max_size=40))
def test_any_tangle_of_tex_is_read(tex):
    assert to_unicode(tex) == to_unicode(tex)


HOSTILE = {
    "groups": "{" * 20_000 + "x" + "}" * 20_000,
    "open groups": "{" * 20_000,
    "accents": "\\'" * 15_000 + "e",
    "accents in groups": "\\'{" * 15_000 + "e" + "}" * 15_000,
    "superscripts": "\\textsuperscript{" * 10_000 + "e" + "}" * 10_000,
    "dollars": "$" * 20_000,
    "short formulas": "$x" * 15_000,
    "open formulas": "\\(" * 15_000,
    "groups in a formula": "$" + "{" * 15_000 + "}" * 15_000 + "$",
    "roots": "$" + "\\sqrt" * 15_000 + "x$",
    "raised": "$" + "^{x" * 20_000 + "}" * 20_000 + "$",
    "unknown commands": "\\foo" * 10_000,
    "quotes": "`" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.timeout(20)
def test_deep_and_long_input_neither_fails_nor_hangs(name):
    assert isinstance(to_unicode(HOSTILE[name]), str)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("x^", None),
        ("{x", None),
        ("x}", None),
        ("\\unknown", None),
        ("\\frac{a+b}{c}", None),
        ("\\sqrt[5]{x}", None),
        ("\\sqrt[", None),
        ("\\hat{xy}", None),
        ("\\text{a $b$}", None),
        ("a & b", None),
        ("\\", None),
        ("x_{ i }", "xᵢ"),
        ("x^ 2", "x²"),
        ("\\log(n)\\log n", "log(n) log n"),
        ("x^\\mathrm{th}", "xth"),
        ("\\hat{\\imath}", "î"),
        ("\\mathbb{R}_+", "ℝ₊"),
        ("a\\%", "a%"),
        ("\\nicefrac{3}{4}", "¾"),
        ("\\text{if }x", "if x"),
        ("\\not\\in", "∉"),
        ("{}", ""),
    ],
)
def test_a_formula_is_read_whole_or_not_at_all(source, text):
    assert formula_text(source) == text


@pytest.mark.parametrize(
    ("name", "verbatim"), [("url", True), ("link-code", True), ("title", False)]
)
def test_addresses_are_not_tex(name, verbatim):
    assert is_verbatim(name) is verbatim


def test_verified_titles_come_out_as_they_are(shared):
    for line in (shared / "data" / "papers.jsonl").read_text("utf-8").splitlines():
        paper = json.loads(line)
        title = paper["title"]
        if "$" not in title:
            assert to_unicode(title) == " ".join(title.split())


@pytest.mark.parametrize(
    "shown", ["a `code` b", "x --> y", "<!-- comment -->", "x <-- y", "a ` b", "<!--- more"]
)
def test_what_is_no_quotation_or_dash_is_shown_as_it_is(shown):
    assert to_unicode(shown) == shown


def test_quotations_beside_backticks():
    assert to_unicode("`a' and `b` --- ``c''") == "‘a’ and `b` — “c”"
