"""What items say in words and places of their own comes back where it stood."""

from __future__ import annotations

import re

import pytest

from tests.importers.test_adoption import adopted
from tests.importers.test_odd_looks import TITLES, items

PAPER = "[[Paper]](https://arxiv.org/abs/230{n}.0000{n})"
LISTS = {
    "remarks on two lines": items(
        "* **{t}** | [Code](https://github.com/o/r{n})\n  * Ada Lovelace, Charles Babbage\n"
        "  * Institute of Engines {n}, Hall of Numbers\n  * [ECCV202{n}] https://arxiv.org/abs/230{n}.0000{n}\n"
        "  * Engine number {n}, with a remark"
    ),
    "remarks before and behind": items(f'* Net{{n}}: "{{t}}" CVPR. {PAPER}\n  讲第{{n}}个方法\uff0c用于采样\uff1b很快。'),
    "tags in code": items("- `fast_{n}` `small` `tag_{n}` [{t}](https://arxiv.org/abs/230{n}.0000{n})"),
    "badges": items(
        f"- **{{t}}**. ![](https://img.shields.io/badge/Kind_{{n}}-DCE7F1) ![](https://img.shields.io/badge/Same-red) {PAPER}"
    ),
    "venues spelled as nowhere else": items(f"- {{t}}. Openreview 202{{n}}. {PAPER}"),
    "preprints without an id": items("- (arXiv 202{n}) **{t}** [[Paper]](https://example.org/{n}.pdf)"),
    "short years": items(f"- [ICLR2{{n}}] {{t}} {PAPER}"),
    "months without a zero": items("- **{t}**, 202{n}.{n} [[Paper]](https://example.org/{n}.pdf)"),
    "files as attributes": items(f"- {{t}}, Lovelace et al., ICLR 202{{n}} {PAPER} | [Bibtex](./all.bib#L{{n}})"),
    "two with an and": "".join(
        f"- {title}. *{names}*. ICML 202{n}. {PAPER.format(n=n)}\n"
        for n, (title, names) in enumerate(
            zip(TITLES, ["Ada Lovelace and Charles Babbage", "Ada Lovelace, Charles Babbage, Mary Somerville"] * 3, strict=True), 1
        )
    ),
    "an ampersand": items(f"- {{t}}. Ada Lovelace, Charles Babbage & Mary Somerville. ICML 202{{n}}. {PAPER}"),
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_comes_back_line_by_line(tmp_path, text):
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{text}\n## Notes\n\nThe end.\n")
    gone = [line.rstrip() for line in text.split("\n") if line.rstrip() not in new.split("\n")]
    assert not gone


def test_words_of_one_item_stand_beside_no_other(tmp_path):
    rows = "".join(
        f"| M{n} | [{name}, A. (202{n}). {title}. In _Proceedings {n}_.](https://example.org/{n}) | ICLR | 202{n} |\n"
        for n, (title, name) in enumerate(zip(TITLES, "ABCDEF", strict=True), 1)
    )
    new = adopted(
        tmp_path, f"# L\n\n## A\n\n| Model | Paper | Venue | Year |\n|--|--|--|--|\n{rows}"
    )
    for n, title in enumerate(TITLES, 1):
        row = next(line for line in new.split("\n") if f"example.org/{n}" in line)
        assert title in row
        assert not re.search(rf"Proceedings [^{n}]", row)


def test_a_year_that_was_not_understood_is_not_given_to_others(tmp_path):
    dated = items("- **2016-12** | {t} | Ada Lovelace | [Nature](https://example.org/{n})").split(
        "\n"
    )[:3]
    plain = items("- {t} | Ada Lovelace | [Nature](https://example.org/{n})").split("\n")[3:6]
    new = adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join([*dated, *plain]) + "\n")
    for line in new.split("\n"):
        if any(title in line for title in TITLES[3:]):
            assert "2016" not in line
