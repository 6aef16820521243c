"""Rows that are as wide as the head of their table."""

from __future__ import annotations

import pytest

from bib2awesome.render.table import aligned

HEAD = "| Paper   | Venue | Year |\n| :------ | :---: | ---: |"


@pytest.mark.parametrize(
    ("row", "wide"),
    [
        ("| A | B | 21 |", "| A       |   B   |   21 |"),
        ("|A|B|21|", "| A       |   B   |   21 |"),
        ("| A longer title | \u2705 |  |", "| A longer title |  \u2705   |      |"),
        (r"| a \| b | B | 1 |", r"| a \| b  |   B   |    1 |"),
        ("| of two | cells |", "| of two | cells |"),
    ],
)
def test_a_row_is_as_wide_as_its_head(row, wide):
    assert aligned(row, HEAD) == wide
