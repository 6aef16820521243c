"""Acronyms in titles: braces keep their capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.capitals import protected


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("The loom of LOVELACE-2 and mRNA in 3D", "The loom of {LOVELACE}-2 and {mRNA} in {3D}"),
        ("A Study of iPads, x2 and 4th Editions", "A Study of iPads, x2 and 4th Editions"),
        ("T5 and aB1c: an N-gram Model", "{T5} and {aB1c}: an N-gram Model"),
        ("{DNA} of \\LaTeX and H{$_2$}O", "{DNA} of \\LaTeX and {H{$_2$}O}"),
    ],
)
def test_words_with_two_capitals_or_a_digit_are_kept(title, kept):
    assert protected(title) == kept


@given(st.text("abAB19 -éÉ_:'"))
def test_braces_elsewhere_change_nothing(text):
    assert protected(text + " {}") == protected(text) + " {}"
