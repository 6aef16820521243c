from __future__ import annotations

import pytest

from bib2awesome.render.formula import is_harmless


@pytest.mark.parametrize(
    "formula",
    [
        r"\mathcal{L}_{a}",
        r"\frac{a+b}{c}",
        r"\sqrt[3]{x} + \sqrt{y^2}",
        r"\left(\frac{a}{b}\right)^2 \left.x\right|",
        r"x''^{2}_{n} y_n'",
        r"\text{for all } x",
        r"^{\circ}",
    ],
)
def test_well_formed_symbols_stay(formula):
    assert is_harmless(formula)


@pytest.mark.parametrize(
    "formula",
    [
        r"\input{x}",
        r"\unknown",
        "a&b",
        "a{b",
        "a}b",
        r"\frac{a}",
        r"\sqrt[3",
        r"\sqrt",
        r"\mathbf",
        r"\left(x",
        r"x\right)",
        r"\left x \right)",
        "x^a^b",
        "x^a'",
        "x'_n^2",
        "x' '",
        "x^",
        "x^_",
        r"x^\sqrt{y}",
        r"x^\sum",
        r"\frac a{b}",
        r"\hat x",
        r"\text{a_b}",
        "{" * 100 + "}" * 100,
    ],
)
def test_what_tex_stumbles_over_does_not(formula):
    assert not is_harmless(formula)
