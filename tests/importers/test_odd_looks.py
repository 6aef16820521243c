"""Lists whose look is odd in one place: what the adopted list keeps of it."""

from __future__ import annotations

import pytest

from tests.importers.test_adoption import adopted, regions

TITLES = (
    "Denoising Diffusion Implicit Models",
    "Improved Denoising Diffusion Probabilistic Models",
    "Elucidating the Design Space of Generative Models",
    "Progressive Distillation for Fast Sampling",
    "Score-Based Modeling through Stochastic Equations",
    "High-Resolution Image Synthesis with Latent Models",
)


def items(form: str) -> str:
    """Return one item per title: `{t}` the title, `{n}` its number."""
    return "".join(form.format(t=title, n=n) + "\n" for n, title in enumerate(TITLES, 1))


FORMS = {
    "linked titles": "- [{t}](https://example.org/{n})",
    "code only": "- {t} [[Code]](https://github.com/o/r{n})",
    "titles in italics with a date": "- *{t}* (2023/0{n}) [paper](https://arxiv.org/abs/230{n}.0000{n})",
    "badges": "- **{t}** [![arXiv](https://img.shields.io/badge/arXiv-230{n}.0000{n}-red)](https://arxiv.org/abs/230{n}.0000{n}) [![Star](https://img.shields.io/github/stars/o/r{n}.svg?style=social&label=Star)](https://github.com/o/r{n})",
    "awards and remarks": "- **{t}**, ICLR 202{n} (Best Paper) [[pdf]](https://example.org/{n}) a remark of {n}",
    "lines below": "- **{t}**  \n  Ada Lovelace, Charles Babbage  \n  *NeurIPS 202{n}*. [[Paper]](https://example.org/{n}) [[Project Page]](https://example.org/p{n})",
    "numbered": "1. **[ICML 202{n}]** {t}. [[Paper]](https://example.org/{n}) [[Code]](https://github.com/o/r{n})",
    "quoted": '- "{t}", Ada Lovelace and Charles Babbage, CVPR 202{n}. [[Paper](https://example.org/{n})] [[Video](https://example.org/v{n})]',
    "reversed": "- ![](https://img.shields.io/badge/NeurIPS-202{n}-blue) [{t}](https://example.org/{n}) | [Code](https://github.com/o/r{n})",
    "stars": "* [{t}](https://example.org/{n}), ECCV'2{n}, ⭐",
    "starred code": "+ {t} - [arXiv](https://arxiv.org/abs/230{n}.0000{n}) - [GitHub](https://github.com/o/r{n}) ![stars](https://img.shields.io/github/stars/o/r{n})",
    "heading items": "### {t}\n\n[Paper](https://arxiv.org/abs/230{n}.0000{n}) | [Code](https://github.com/o/r{n}) | NeurIPS 202{n}\n",
    "paragraphs": "**{t}** (*ICLR 202{n}*) [paper](https://example.org/{n})\n",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_link_is_lost_whatever_the_items_look_like(tmp_path, form):
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{items(form)}\n## Notes\n\nThe end.\n")
    assert regions(new)
    for title in TITLES:
        assert title in new


ROWS = {
    "plain": ("| Title | Venue | Code |\n|---|---|---|", "| {t} | ICLR 202{n} | [link](https://github.com/o/r{n}) |"),
    "model first": ("| Model | Paper | Date |\n|:--|:-:|--:|", "| M{n} | [{t}](https://example.org/{n}) | 2023.0{n} |"),
    "marks": ("| Paper | Fast | Small |\n|---|---|---|", "| [{t}](https://example.org/{n}) | ✅ | ❌ |"),
    "authors": ("| Year | Title | Authors | Links |\n|---|---|---|---|", "| 202{n} | **{t}** | Ada Lovelace, Charles Babbage | [Paper](https://example.org/{n}) [Code](https://github.com/o/r{n}) |"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "row"), ROWS.values(), ids=ROWS)
def test_no_link_of_a_table_is_lost(tmp_path, head, row):
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{head}\n{items(row)}\n## Notes\n\nThe end.\n")
    assert regions(new)
    for title in TITLES:
        assert title in new


@pytest.mark.parametrize(
    "titles", [("3D", "A+"), ("\u8bad\u7ec3", "\u63a8\u7406"), ("Code", "Year")]
)
def test_columns_of_ticks_come_back_whatever_their_titles(tmp_path, titles):
    rows = items("| [{t}](https://example.org/{n}) | ✅ | ❌ |")
    table = f"| Paper | {titles[0]} | {titles[1]} |\n|---|---|---|\n{rows}"
    assert rows in adopted(tmp_path, f"# L\n\n## Models\n\n{table}")


def test_labels_in_other_scripts_stay_apart(tmp_path):
    rows = items(
        "- [{t}](https://example.org/{n}). \u4efb\u52a1: Looms {n}. \u6570\u636e: Yarns {n}."
    )
    adopted(tmp_path, f"# L\n\n## Models\n\n{rows}")
    source = (tmp_path / "survey.bib").read_text()
    assert source.count("Looms") == source.count("Yarns") == len(TITLES)


def test_columns_of_one_title_stay_apart(tmp_path):
    rows = items("| [{t}](https://example.org/{n}) | ✅ | silk {n} |")
    table = f"| Paper | Yarn | Yarn |\n|---|---|---|\n{rows}"
    adopted(tmp_path, f"# L\n\n## Models\n\n{table}")
    source = (tmp_path / "survey.bib").read_text()
    assert source.count("silk") == source.count("= {yes}") == len(TITLES)
