"""What fits no other field: dates, stars, sentences and further links, and where it goes."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, URL, imported, paper_of


def test_a_sentence_with_words_in_italics_is_one_remark(tmp_path):
    item = (
        f"- [{DDIM}]({URL}). J. Song, S. Ermon. *ICLR*, 2021.\n"
        "  - It is shown for both *small* and **large** models, in detail.\n"
        "  - **Core idea**: Fewer steps are enough.\n"
    )
    paper = paper_of(tmp_path, item)
    assert (paper.tag, paper.text("author")) == ("ICLR 2021", "Song, J. and Ermon, S.")
    assert paper.text("remark") == (
        "It is shown for both small and large models, in detail; Core idea: Fewer steps are enough"
    )


def test_words_of_a_label_may_be_joined_by_a_hyphen(tmp_path):
    item = f"- {DDIM} [[Code-PyTorch](https://a.org/code)] [[Paper]]({URL})\n"
    paper = paper_of(tmp_path, item)
    assert paper.text("code") == "https://a.org/code"


def test_notes_beside_a_list_are_no_code(tmp_path):
    item = f"- [{DDIM}]({URL}) [DDIM-notes](https://github.com/ada/list/blob/main/papers/ddim.md)\n"
    paper = paper_of(tmp_path, item)
    assert not paper.text("code")
    assert "https://github.com/ada/list/blob/main/papers/ddim.md" in paper.values.values()


def test_slides_beside_a_list_are_no_code_and_tasks_nobody(tmp_path):
    items = (
        f"- [{DDIM}]({URL}): Looms for all tasks. (TTS, SVS, VC, SVC, TTA, TTM)\n"
        "  [PPTX](https://github.com/ada/notes/blob/main/PPTX/DDIM.pptx)\n"
    )
    paper = paper_of(tmp_path, items)
    assert not paper.text("code")
    assert not paper.text("author")


@pytest.mark.parametrize(
    ("item", "remark"),
    [
        ("[ICLR 2021] {} [[Paper]](https://arxiv.org/abs/2010.02502)", None),
        ("{}, 2020.10 [[Paper]](https://arxiv.org/abs/2010.02502)", None),
        ("{}, 2021.03 [[Paper]](https://arxiv.org/abs/2010.02502)", None),
        ("{}, 6 Oct 2020 [[Paper]](https://arxiv.org/abs/2010.02502)", "6 Oct 2020"),
        ("{}, May 2021 [[Paper]](https://example.org/ddim.pdf)", None),
        ("{}, May 2021 \\\n  18 May 2021 [[Paper]](https://example.org/ddim.pdf)", "18 May 2021"),
        ("[ICLR 2021] {} (2020.10) [[Paper]](https://example.org/ddim.pdf)", "2020.10"),
    ],
)
def test_a_date_that_the_entry_has_no_place_for_is_kept(tmp_path, item, remark):
    paper = paper_of(tmp_path, f"- {item.format(DDIM)}\n")
    assert paper.text("remark") == (remark or "")


def test_the_institution_behind_a_title_is_kept(tmp_path):
    item = f"- {DDIM}(@Stanford etc) [[pdf]](https://arxiv.org/abs/2010.02502)\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.text("remark")) == (DDIM, "@Stanford etc")


@pytest.mark.parametrize(
    ("item", "remark"),
    [
        ("🔥🔥 {} [[Paper]](https://arxiv.org/abs/2010.02502)", "🔥🔥"),
        ("{} [[Paper]](https://arxiv.org/abs/2010.02502) :star::star: ", ":star::star:"),
        ("⭐️ (ICLR 2021) [Speed] {} [[Paper]](https://arxiv.org/abs/2010.02502)", "⭐️"),
        ("✅ DDIM **{}** [[Paper]](https://arxiv.org/abs/2010.02502)", "✅"),
        ("{} → [[Paper]](https://arxiv.org/abs/2010.02502)", ""),
    ],
)
def test_stars_beside_a_title_are_kept(tmp_path, item, remark):
    paper = paper_of(tmp_path, f"- {item.format(DDIM)}\n")
    assert paper.text("remark").replace("_", "") == remark


def test_an_identifier_that_stands_as_text_is_no_address(tmp_path):
    text = (
        "# Looms\n\n## Weaving\n\n"
        "1. Weaving by machine at scale. Ada et al. arXiv:1801.00001\n"
        "2. Colours that do not fade in the sun. Bo et al. [[paper]](https://arxiv.org/abs/1901.00002)\n"
        "3. Spinning wool without sheep at all. Cy et al. doi: 10.1101/2020.01.02.123456\n"
    )
    weaving, colours, wool = imported(tmp_path, text).values()
    assert (weaving.arxiv, weaving.text("url")) == ("1801.00001", "")
    assert colours.text("url") == "https://arxiv.org/abs/1901.00002"
    assert (wool.doi, wool.text("url")) == ("10.1101/2020.01.02.123456", "")


def test_institutions_are_no_venue(tmp_path):
    item = f"- **{DDIM}** [[paper]]({URL})\n  - Institutions: Some College, MSR, ICML\n"
    paper = paper_of(tmp_path, item)
    assert paper.text("remark") == "Institutions: Some College, MSR, ICML"
    assert paper.venue_short == "arXiv"


def test_an_address_is_no_label(tmp_path):
    site, code = "https://sites.google.com/view/loom", "https://github.com/a/loom"
    item = f"- [{DDIM}]({URL}) [{site}]({site}) Code: [{code}]({code})\n"
    paper = paper_of(tmp_path, item)
    assert [(link.label, link.url) for link in paper.links[1:]] == [("code", code), ("link", site)]
