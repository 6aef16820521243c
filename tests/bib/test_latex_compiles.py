# ruff: noqa: RUF001 (characters that look like others are what this is about)
"""Every character of the tables through one run of pdfLaTeX, and back out of the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from bib2awesome.bib.latex import to_latex, unprintable
from bib2awesome.bib.latex_characters import encode_character
from tests.bib.test_latex_encode import cases

pytestmark = pytest.mark.latex

CHARACTERS = [
    chr(code)
    for code in (*range(0xA0, 0xD800), *range(0xE000, 0x1F000))
    if encode_character(chr(code)) is not None
]
# Glyphs for which the fonts name no character, or another one that looks the same.
READ_BACK = {"Đ": "Ð", "ẞ": "SS", "Δ": "∆"}
# Set as two signs: an apostrophe and n, a bar and h; and l with a dot behind it.
APART = {"ŉ", "ℏ", "Ŀ", "ŀ"}
DOTLESS = str.maketrans("ıȷ", "ij")


def document() -> str:
    lines = [
        r"\documentclass{article}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{hyperref}",
        r"\input glyphtounicode \pdfgentounicode=1",
        r"\newcommand{\ours}{ours}\newcommand{\Foo}{Foo}\newcommand{\text}[1]{\mbox{#1}}",
        r"\begin{document}\raggedright\baselineskip=30pt",
    ]
    lines += [f"[{ord(c):05X}={encode_character(c)}]\\par" for c in CHARACTERS]
    lines += [f"{tex}\\par" for _, tex in cases() if not unprintable(tex) and "\\begin" not in tex]
    return "\n".join([*lines, "\\end{document}"])


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> tuple[str, dict[str, str]]:
    for program in ("pdflatex", "pdftotext"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    folder: Path = tmp_path_factory.mktemp("latex")
    (folder / "all.tex").write_text(document(), "utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "all.tex"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=200)
    log = (folder / "all.log").read_text("utf-8", errors="replace")
    if "File `lmodern.sty' not found" in log or "File `hyperref.sty' not found" in log:
        pytest.skip("lmodern or hyperref is not installed")
    subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "all.pdf"], cwd=folder, check=True, timeout=60
    )
    text = (folder / "all.txt").read_text("utf-8")
    return log, dict(re.findall(r"\[([0-9A-F]{5})=(.*?)\]", text, re.DOTALL))


def test_every_table_entry_compiles(printed):
    log, _ = printed
    assert re.findall(r"^! .*(?:\n.*){3}", log, re.MULTILINE) == []
    assert "Missing character" not in log


def test_every_letter_prints_itself(printed):
    _, shown = printed
    wrong = []
    exact = 0
    for character in CHARACTERS:
        decomposed = unicodedata.normalize("NFD", READ_BACK.get(character, character))
        # An ogonek that the font lacks is set as a table, which comes back in any order.
        if unicodedata.category(character) not in {"Lu", "Ll"} or "\u0328" in decomposed:
            continue
        if character in APART:
            continue
        got = unicodedata.normalize("NFD", shown.get(f"{ord(character):05X}", "").strip())
        got = got.translate(DOTLESS)
        exact += got == decomposed.translate(DOTLESS)
        base = unicodedata.normalize("NFKD", decomposed[0]).translate(DOTLESS)[0]
        if base not in unicodedata.normalize("NFKD", got):
            wrong.append((character, encode_character(character), got))
    assert wrong == []
    assert exact > 300


def test_symbols_print_themselves(printed):
    _, shown = printed
    symbols = "αβγΓΩ×÷±−≤≥≈∞∈→⇒∂∇∀∃§¶†‡•©®™°€£¥½¼¡¿«»„"
    back = {c: unicodedata.normalize("NFC", shown[f"{ord(c):05X}"].strip()) for c in symbols}
    assert back == {c: c for c in symbols}


def test_what_has_no_form_is_left_to_be_reported():
    assert to_latex("王") == "王"
    assert unprintable("王") == ["王"]
