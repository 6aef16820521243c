"""Lists as biology, physics and economics keep them: their ways to cite, and marks that Markdown has not."""

from __future__ import annotations

import pytest

from bib2awesome.importers.lists.listing import read_list
from tests.importers.few_items import DDIM, URL, of_section

NATURE = "Lovelace, A. A., Babbage, C. & Jacquard, J.-M."


@pytest.mark.parametrize("mark", ["- ", "1. ", "- [x] 12. "])
@pytest.mark.parametrize(
    ("who", "families"),
    [
        (NATURE, ["Lovelace", "Babbage", "Jacquard"]),
        ("Lovelace, A. et al.", ["Lovelace"]),
        ("van der Loom, A. & Babbage, C.", ["van der Loom", "Babbage"]),
        ("W\u00fcthrich, K.", ["W\u00fcthrich"]),
    ],
)
@pytest.mark.parametrize(
    ("where", "issue"),
    [
        ("Trends Weav. Sci. 40, 49\u201357 (2015).", ("Trends Weav. Sci.", "40", "49--57")),
        ("Looms: Struct. Funct. 87, e149 (2015)", ("Looms: Struct. Funct.", "87", "e149")),
        ("L1000Res. 9, (2015).", ("L1000Res.", "9", "")),
    ],
)
def test_a_work_is_read_as_nature_cites_it(mark, who, families, where, issue):
    title = "A brief history of looms, illustrated by their cards"
    [one] = read_list(of_section(f"{mark}{who} {title}. {where}\n")).papers
    read = one.reading
    assert read.title == title
    assert [f"{name.prefix} {name.family}".strip() for name in read.authors] == families
    assert (read.venue, read.issue.volume, read.issue.pages) == issue


def test_a_title_with_one_initial_in_it_is_no_citation():
    [one] = read_list(of_section(f"- [Looms, A. Study of Their Cards in Use]({URL})\n")).papers
    assert not one.reading.authors
