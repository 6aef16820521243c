from __future__ import annotations

import pytest

from bib2awesome.render.latex_text import breakable, document_text, href


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (r"\end{forest} \input{x}", r"\textbackslash{}end\{forest\} \textbackslash{}input\{x\}"),
        ("a, b = [c]", "a, b = [c]"),
        ("50% & #1_x^y~z", r"50\% \& \#1\_x\textasciicircum{}y\textasciitilde{}z"),
        ('<a|b> "c"', r"\textless{}a\textbar{}b\textgreater{} ''c''"),
        (r"$\mathcal{L}_{a}$ for $5", r"$\mathcal{L}_{a}$ for \$5"),
        (r"$\input{x}$", r"\$\textbackslash{}input\{x\}\$"),
        (r"$a{b$", r"\$a\{b\$"),
        (r"$a}b$", r"\$a\}b\$"),
        (r"$a&b$", r"\$a\&b\$"),
        ("Étude\x00 \x1b[31m\u202ex\n\ny", r"{\'E}tude [31mx y"),
    ],
)
def test_text_in_a_document_is_text(shown, expected):
    assert document_text(shown) == expected


def test_a_link_in_an_argument():
    assert href("https://a.b/c_d%20e#f", "X") == r"\href{https://a.b/c\_d\%20e\#f}{X}"
    assert href("", "X") == "X"


def test_long_words_have_places_to_break_at():
    assert breakable("A Word, and $x_1$ more") == "A Word, and $x_1$ more"
    assert (
        breakable("of an Autoregressive-Parameterization")
        == "of an Autoregressive-Parameterization"
    )
    assert (
        breakable("x" * 20 + "% y")
        == r"xxxxxx\allowbreak{}xxxxxx\allowbreak{}xxxxxx\allowbreak{}xx\% y"
    )
