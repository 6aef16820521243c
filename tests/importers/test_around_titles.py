"""What stands around titles in brackets, before a comma or folded away, and where it goes."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of


@pytest.mark.parametrize(
    ("behind", "remark"),
    [
        ("(from Weavers and Ada Lovelace)", "from Weavers and Ada Lovelace"),
        ("(University of Looms)", "University of Looms"),
        ("(from Weavers) (threads become looms)", "threads become looms; from Weavers"),
    ],
)
def test_brackets_behind_a_title_say_where_it_is_from(tmp_path, behind, remark):
    paper = paper_of(tmp_path, f"* {DDIM} {behind} [paper]({URL})")
    assert (paper.title, paper.text("remark")) == (DDIM, remark)


@pytest.mark.parametrize(
    "title", ["Looms of Thought (LoT)", "Looms that Weave (Almost) Alone (and Why)"]
)
def test_brackets_of_a_title_stay(tmp_path, title):
    assert list(imported(tmp_path, of_section(f"* {title} [paper]({URL})"))) == [title]


@pytest.mark.parametrize("place", ["Long Beach, CA", "ICLR 2021 Tutorials"])
def test_a_place_behind_a_venue_is_no_title(tmp_path, place):
    items = f"* ICML 2019, {place}, [PDF](https://a.org/x.pdf)\n* [{DDIM}]({URL})"
    assert list(imported(tmp_path, of_section(items))) == [DDIM]


@pytest.mark.parametrize(
    ("folded", "remark", "tldr"),
    [
        (
            "<details><summary>Digest</summary> Looms *weave* <span>fast</span>.",
            "Digest: Looms *weave* fast",
            "",
        ),
        ("<details><summary>TL;DR</summary>Looms weave.</details>", "", "Looms weave."),
        ("<details><summary>BibTeX</summary><pre>@misc{a, title={B}}</pre></details>", "", ""),
        (
            "<details><summary>Notes</summary><ul><li>first</li></ul> Late.</details>",
            "Notes: Late",
            "",
        ),
    ],
)
def test_what_an_item_folds_away_is_kept(tmp_path, folded, remark, tldr):
    item = f"- {DDIM}. [[paper]]({URL})\n  - Ada Lovelace, Charles Babbage.\n  - {folded}\n"
    paper = paper_of(tmp_path, item)
    assert paper.title == DDIM
    assert (paper.text("remark") or "", paper.text("tldr") or "") == (remark, tldr)


def test_one_of_several_subjects_is_no_venue(tmp_path):
    below = "  - Tasks of looms: Natural Language Understanding, Natural Language Generation\n"
    item = f"- (arXiv 2020) **{DDIM}**, Ada Lovelace et al. [[Paper]({URL})]\n{below}"
    paper = paper_of(tmp_path, item)
    assert "booktitle" not in paper.values
    assert "Natural Language Generation" in paper.text("remark")


def test_headings_that_link_their_venue_are_titles(tmp_path):
    text = (
        "# Looms\n\n## Policies\n\n"
        f"### {DDIM} [[ICLR 2021]]({URL})\n  - Ada Lovelace, Charles Babbage\n  - Weaves in few steps\n\n"
        "### Guided Weaving [[ICML 2013]](https://weaver.example.org/guided.html)\n  - Ada Lovelace\n"
        "  - Videos are [here](https://weaver.example.org/videos)\n\n"
        "### Natural Loom-Weaver [[Neurocomputing 2008]] (http://weaver.example.org/s0925.pdf?a=1)\n  - Joan Spinner, Louis Fileur\n"
        "  - Builds on [the guided weaving of cards](https://github.com/ada/looms#guided-weaving)\n"
    )
    found = imported(tmp_path, text)
    assert {title: (one.year, one.category_refs[0]) for title, one in found.items()} == {
        DDIM: (2021, "policies"),
        "Guided Weaving": (2013, "policies"),
        "Natural Loom-Weaver": (2008, "policies"),
    }
    assert "code" not in found["Natural Loom-Weaver"].values


def test_a_blank_between_label_and_address_is_none(tmp_path):
    item = f"* {DDIM} [[Paper]] ({URL}) [Code] (https://github.com/ada/loom)\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.text("url")) == (DDIM, URL)
    assert paper.text("code") == "https://github.com/ada/loom"


def test_braces_around_words_are_those_of_bibtex(tmp_path):
    items = f"* [Disentangled {{GAN}}s of {{L}}ooms]({URL})\n* [Looms of source{{d}} and x_{{0}}](https://a.org/x.pdf)\n"
    assert list(imported(tmp_path, of_section(items))) == [
        "Disentangled GANs of Looms",
        "Looms of source{d} and x_{0}",
    ]


def test_few_bold_words_above_authors_are_a_title(tmp_path):
    paper = paper_of(
        tmp_path,
        f"`WL` **Weaving Looms**<br>\nAda Lovelace, Charles Babbage.<br>\nICLR 2021. [[PDF]({URL})] Cited:`42`\n\n"
        "**Keep in mind**<br>\nLooms are slow.\n",
    )
    assert (paper.title, len(paper.authors.names), paper.year) == ("Weaving Looms", 2, 2021)


def test_a_summary_folded_away_below_a_paragraph_is_its_own(tmp_path):
    text = of_section(
        f"**{DDIM}**<br>\nAda Lovelace, Charles Babbage\nICLR 2021. [[PDF]({URL})]\n"
        "<details>\n<summary>Summary</summary>\nMotivation: looms are slow.\n</details>\n\n"
        "**Improved Denoising of Looms in Use**<br>\nJoan Spinner, Louis Fileur\n[[PDF](https://arxiv.org/abs/2010.02503)]\n"
    )
    first, second = imported(tmp_path, text).values()
    assert first.text("remark") == "Summary: Motivation: looms are slow"
    assert second.category_refs == first.category_refs == ("models",)


def test_dots_divide_a_title_from_what_is_said_of_it(tmp_path):
    items = (
        f"- [2025] {DDIM} \u00b7 Loom Works \u00b7 Survey of Threads [[paper]({URL})]\n"
        "- Weaving Looms in Use \u00b7 Ada Lovelace \u00b7 Charles Babbage [[paper](https://arxiv.org/abs/2010.02503)]\n"
    )
    first, second = imported(tmp_path, of_section(items)).values()
    assert (first.title, first.year) == (DDIM, 2025)
    assert first.text("remark") == "Loom Works; Survey of Threads"
    assert (second.title, len(second.authors.names)) == ("Weaving Looms in Use", 2)


@pytest.mark.parametrize(
    ("title", "short", "family"),
    [
        (f"{DDIM}(DDIM): Lovelace et al.", "DDIM", "Lovelace"),
        (f"{DDIM}: van den Loom et al.", "", "Loom"),
    ],
)
def test_authors_may_end_a_linked_title_behind_a_colon(tmp_path, title, short, family):
    paper = paper_of(tmp_path, f"- [{title}]({URL})")
    assert (paper.title, paper.text("shorttitle")) == (DDIM, short)
    assert (paper.authors.names[0].family, paper.authors.others) == (family, True)


def test_a_heading_without_words_is_none(tmp_path):
    text = f"# Looms\n\n## Nets\n\n###\n###\n\n* [{DDIM}]({URL})\n"
    [paper] = imported(tmp_path, text).values()
    assert paper.category_refs == ("nets",)


def test_proceedings_behind_a_quoted_title_are_its_venue(tmp_path):
    where = "Proceedings of the 17th Conference on Foundations of Looms and Threads"
    item = f'- Lovelace A, Babbage C, et al. "[**{DDIM}**]({URL})" {where} (2023).\n'
    paper = paper_of(tmp_path, item)
    assert (paper.text("booktitle"), paper.year) == (where, 2023)


def test_authors_and_venue_that_unfold_a_text_are_read(tmp_path):
    summary = "<summary>Ada Lovelace, Charles Babbage <em>Journal of Looms</em> 2018</summary>"
    folded = f"* [{DDIM}]({URL})\n  <details>\n  {summary}\n  Looms weave fast.\n  </details>\n"
    paper = paper_of(tmp_path, folded)
    assert [name.family for name in paper.authors] == ["Lovelace", "Babbage"]
    assert (paper.text("journal"), paper.year) == ("Journal of Looms", 2018)
    assert paper.text("remark") == "Looms weave fast"


def test_a_publisher_and_its_place_are_no_authors(tmp_path):
    paper = paper_of(tmp_path, f"* {DDIM} (Springer, Cham, 2021) [paper]({URL})")
    assert not list(paper.authors)
    assert paper.text("howpublished") == "Springer, Cham"


@pytest.mark.parametrize(
    "words",
    [
        "Another Calculus of Weaving Threads",
        "Bulletin of Weaving and Looms (BWL)",
        "Weaving Today",
    ],
)
def test_the_words_of_a_further_link_are_kept(tmp_path, words):
    item = f"* [{DDIM}]({URL}), [{words}](https://arxiv.org/abs/2010.02503)"
    paper = paper_of(tmp_path, item)
    assert paper.text("remark") == words
    assert paper.text("link-paper") == "https://arxiv.org/abs/2010.02503"


def test_a_title_that_is_linked_twice_is_no_remark(tmp_path):
    item = f"* [{DDIM}]({URL}), [{DDIM}](https://openreview.net/forum?id=St1giarCHLP)"
    paper = paper_of(tmp_path, item)
    assert not paper.text("remark")


def test_blanks_without_end_are_read_once(tmp_path):
    item = f"* [{DDIM}]({URL}) doi{' ' * 19000}x"
    assert list(imported(tmp_path, of_section(item))) == [DDIM]


def test_bibtex_folded_away_below_a_paragraph_is_no_word_of_its_title(tmp_path):
    folded = (
        "<details><summary>Bibtex</summary><pre><code>@misc{a, title={B}}</code></pre></details>"
    )
    found = imported(tmp_path, of_section(f"[[ICLR 2021]({URL})] {DDIM}\n\n{folded}"))
    assert list(found) == [DDIM]


def test_a_name_in_corner_brackets_is_the_short_name(tmp_path):
    paper = paper_of(tmp_path, f"1. \u3010DDIM\u3011{DDIM} [[paper]]({URL})")
    assert (paper.title, paper.text("shorttitle")) == (DDIM, "DDIM")


def test_brackets_inside_a_linked_title_end_no_title(tmp_path):
    title = "Looms: Thread-as-a-Service (TaaS) Weaving Design and Implementation"
    assert list(imported(tmp_path, of_section(f"- arXiv -- [{title}]({URL})"))) == [title]


def test_a_link_may_stand_in_brackets_of_its_own(tmp_path):
    paper = paper_of(tmp_path, f"* **{DDIM}** [[pdf]({URL})] [[code]((https://github.com/a/b))]")
    assert paper.text("code") == "https://github.com/a/b"
