r"""Formulas that are called harmless, set by TeX: one that is not would end the document or read on in it."""

from __future__ import annotations

import random

import pytest

from bib2awesome.render.formula import is_harmless
from tests.latex.compile import need_tex
from tests.latex.documents import compiled

pytestmark = pytest.mark.latex

PIECES = r"x 1 + , { } {x} ^ _ ' ( ] [ | \| \{ \} \alpha \sum \frac \sqrt \mathbf \mathcal \hat \bar \text \textbf \emph \left \right . \quad"


def test_what_is_harmless_is_set_without_a_complaint(tmp_path):
    need_tex()
    drawn = random.Random(0)  # noqa: S311
    formulas = {
        " ".join(drawn.choices(PIECES.split(), k=drawn.randint(1, 7))) for _ in range(20_000)
    }
    harmless = sorted(filter(is_harmless, formulas))
    assert 500 < len(harmless) < len(formulas) / 2
    lines = "\n\n".join(f"${formula}$" for formula in harmless)
    made = compiled(
        tmp_path,
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{amsmath}\\begin{document}\n"
        f"{lines}\n\\end{{document}}\n",
        runs=1,
    )
    assert made.problems == []
