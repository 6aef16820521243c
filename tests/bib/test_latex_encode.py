# ruff: noqa: RUF001 (characters that look like others are what this is about)
from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.latex import to_latex, to_unicode, unprintable
from bib2awesome.bib.latex_characters import encode_character

DATA = Path(__file__).parents[1] / "data" / "latex" / "encoded.txt"


def cases() -> list[tuple[str, str]]:
    data = re.sub(r"<U\+(\w+)>", lambda code: chr(int(code[1], 16)), DATA.read_text("utf-8"))
    lines = [line for line in data.split("\n")[:-1] if line[:1] not in {"#", "["}]
    return list(zip(lines[::2], lines[1::2], strict=True))


def balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return not depth


@pytest.mark.parametrize(("given_text", "tex"), cases())
def test_text_becomes_the_latex_that_prints_it(given_text, tex):
    assert to_latex(given_text) == tex


@pytest.mark.parametrize("tex", sorted({tex for _, tex in cases()}))
def test_what_was_written_stays(tex):
    assert to_latex(tex) == tex


TEXT = [
    *[
        "\\'",
        '\\"',
        "\\^",
        "\\~",
        "\\c",
        "\\v ",
        "\\i",
        "\\L ",
        "\\o",
        "\\LaTeX",
        "\\alpha",
        "\\ours ",
    ],
    *[
        "\\Foo",
        "\\textsc",
        "\\emph",
        "\\mathbb",
        "\\mbox",
        "\\&",
        "\\%",
        "\\$",
        "\\{",
        "\\}",
        "\\\\",
    ],
    *[
        "\\",
        "{",
        "}",
        "{",
        "}",
        "$",
        "$",
        "&",
        "%",
        "#",
        "_",
        "^",
        "~",
        "-",
        "--",
        "`",
        "'",
        "''",
        ",",
    ],
    *[
        "!",
        "?",
        " ",
        "a",
        "E",
        "1",
        "é",
        "ễ",
        "α",
        "’",
        "“",
        "”",
        "–",
        "—",
        "…",
        "−",
        "\u200b",
        "\u00a0",
    ],
    *[
        "²",
        "₂",
        "⁻",
        "x\u0302",
        "\u0361",
        "王",
        "ø",
        "ﬁ",
        "ı",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "\\relax",
    ],
    *["\\noopsort", "\\bf ", "\\ensuremath", "{}", "×", "\n"],
]
ADDRESSES = ["\\url{a_b%20c}", "\\href{a_b}{c & d}", "\\url", "\\href"]


@given(st.lists(st.sampled_from(TEXT + ADDRESSES), max_size=9).map("".join))
def test_writing_twice_changes_nothing(text):
    once = to_latex(text)
    assert to_latex(once) == once


@given(st.lists(st.sampled_from(TEXT), max_size=9).map("".join))
def test_what_is_written_has_balanced_braces(text):
    assert balanced(to_latex(text))


@given(st.text(max_size=30))
def test_any_text_is_written_once(text):
    once = to_latex(text)
    assert to_latex(once) == once
    assert balanced(once)


LETTERS = [
    chr(code)
    for code in range(0xC0, 0x1F00)
    if encode_character(chr(code)) is not None and unicodedata.category(chr(code)) in {"Lu", "Ll"}
]
# Letters that no font tells from two plain ones.
PAIRS = {"ŀ", "Ŀ", "ŉ"}


@given(
    st.lists(st.sampled_from([*LETTERS, "a", "E", " ", ";", "α", "²"]), max_size=12).map("".join)
)
def test_letters_survive_the_way_there_and_back(text):
    if not PAIRS & set(text):
        assert to_unicode(to_latex(text)) == " ".join(unicodedata.normalize("NFC", text).split())


@given(
    st.lists(
        st.sampled_from(["{\\'e}", "\\'e", "\\L ", "$x^2$", "a", "&", "\\%", " ", "{GAN}", "--"])
    )
)
def test_reading_sees_no_difference(pieces):
    tex = "".join(pieces)
    assert to_unicode(to_latex(tex)) == to_unicode(tex)


def test_plain_text_comes_back_as_it_is():
    text = "Denoising Diffusion Probabilistic Models: A Survey (2nd ed.)"
    assert to_latex(text) is text


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("plain", []),
        ("Élie ễ α", []),
        ("王小明 and 王", ["王", "小", "明"]),
        ("Дж\u0301", ["Д", "ж\u0301"]),
        ("ℝ 😀", ["ℝ", "😀"]),
        ("a\x00b\x1b", ["\x00", "\x1b"]),
        ("Dương", ["ư", "ơ"]),
        ("a\tb\nc", []),
    ],
)
def test_what_pdflatex_cannot_print_is_named(text, characters):
    assert unprintable(text) == characters


HOSTILE = {
    "groups": "{" * 20_000 + "É" + "}" * 20_000,
    "open groups": "{" * 15_000,
    "accents": "\\'" * 15_000 + "e",
    "accents in groups": "\\'{" * 15_000 + "e" + "}" * 15_000,
    "formulas in text in formulas": "\\mathbb{\\mbox{" * 20_000 + "x" + "}}" * 20_000,
    "dollars": "$" * 20_000,
    "open formulas": "\\(" * 15_000,
    "unknown commands": "\\Foo" * 10_000,
    "letters": "é" * 20_000,
    "marks": "x" + "\u0302" * 15_000,
    "dressed groups": "{\\textsc " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.timeout(30)
def test_deep_and_long_input_neither_fails_nor_hangs(name):
    assert balanced(to_latex(HOSTILE[name]))
