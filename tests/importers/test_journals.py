"""Which journal an item states, in full or shortened, with volume and pages."""

from __future__ import annotations

import pytest

from tests.importers.few_items import DDIM, URL, imported, of_section, paper_of


@pytest.mark.parametrize(
    "journal",
    [
        "Journal of Looms",
        "IEEE Transactions on Weaving (Print)",
        "Weaving Letters",
    ],
)
def test_the_words_of_the_first_link_may_be_a_journal(tmp_path, journal):
    others = (
        f"- **Looms That Weave in {n} Ways**, Li et al., [arXiv](https://arxiv.org/abs/2101.0000{n})\n"
        for n in range(3)
    )
    item = f"- **{DDIM}**, Du et al., [{journal}](https://www.sciencedirect.com/science/article/abs/pii/S0)\n"
    paper = imported(tmp_path, of_section(item + "".join(others)))[DDIM]
    assert (paper.text("journal"), paper.text("author")) == (journal, "Du and others")


def test_a_journal_that_nobody_knows_may_stand_as_code(tmp_path):
    item = f"1. **{DDIM}** *Jiaming Song, Stefano Ermon* `Journal of Looms - Weaving and Dyes` [[pdf]]({URL})\n"
    paper = paper_of(tmp_path, item)
    assert paper.text("journal") == "Journal of Looms - Weaving and Dyes"


@pytest.mark.parametrize(
    ("venue", "journal"),
    [
        ("Weav. Comput. Syst. 2021", "Weav. Comput. Syst."),
        ("IEEE Looms Threads J. 2021", "IEEE Looms Threads J."),
        ("ACM Trans. Weav., 2021", "ACM Trans. Weav."),
        ("The Loom Journal. 2021", "The Loom Journal"),
    ],
)
def test_a_shortened_journal_keeps_its_full_stop(tmp_path, venue, journal):
    paper = paper_of(tmp_path, f"- [{DDIM}](https://a.org/ddim.pdf), {venue}\n")
    assert (paper.text("journal"), paper.year) == (journal, 2021)


@pytest.mark.parametrize(
    ("item", "author", "journal"),
    [
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. *Looms Today.*", "Song, J. and others", "Looms Today"),
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. *IEEE TLOOM*", "Song, J. and others", "IEEE TLOOM"),
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. *a fine work*", "Song, J. and others", ""),
        ("**{}** (2021). [[pdf]]({})\n  - J. Song et al. (*Loom*)", "Song, J. and others", ""),
        ('J. Song, "{}," *Looms Today*, 2021. [[pdf]]({})', "Song, J.", "Looms Today"),
        ("Jiaming Song, “{}”, ICLR 2021 (_DDIM_) [[pdf]]({})", "Song, Jiaming", ""),
    ],
)  # fmt: skip
def test_words_in_italics_behind_authors_are_the_venue(tmp_path, item, author, journal):
    paper = paper_of(tmp_path, f"- {item.format(DDIM, 'https://a.org/b.pdf')}\n")
    assert (paper.title, paper.text("author"), paper.year) == (DDIM, author, 2021)
    said = {*paper.values.values()}
    assert not journal or journal in said
    assert ("howpublished" in paper.values or "journal" in paper.values) is bool(journal)


JOURNALS = [
    ("J. Mach. Learn. Res. 22(1), 2021", "Journal of Machine Learning Research", ("22", "1", "")),
    ("Nature 521, 436\u2013444 (2021).", "Nature", ("521", "", "436--444")),
    ("Bioinformatics, 33(14), 2021", "Bioinformatics", ("33", "14", "")),
    ("Nature Methods 18, 2021", "Nature Methods", ("18", "", "")),
    ("PLoS ONE 12(8): e0181234 (2021)", "PLOS ONE", ("12", "8", "e0181234")),
    (
        "Nucleic Acids Research, vol. 45, no. 3-4, 2021",
        "Nucleic Acids Research",
        ("45", "3--4", ""),
    ),
    ("Advances in Weaving 12 (2021) 44-55", "Advances in Weaving", ("12", "", "44--55")),
    ("Front. Comput. Sci., vol. 18, no. 6, 2021", "Front. Comput. Sci.", ("18", "6", "")),
    ("Nature 521.7553 (2021): 436-444.", "Nature", ("521", "7553", "436--444")),
    ("Nature (2021) 521:436", "Nature", ("521", "", "436")),
]


@pytest.mark.parametrize("form", ["*{}*", "{}", "J. Song, S. Ermon. *{}*", "J. Song, S. Ermon. {}"])
@pytest.mark.parametrize(("cited", "journal", "issue"), JOURNALS)
def test_a_journal_is_cited_with_volume_and_pages(tmp_path, form, cited, journal, issue):
    item = f"- [{DDIM}](https://example.org/ddim.pdf). {form.format(cited)}\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.year, paper.type) == (DDIM, 2021, "article")
    assert tuple(paper.tex(name) or "" for name in ("volume", "number", "pages")) == issue
    assert paper.text("journal") == journal
    assert not paper.text("remark")
    assert ("Song" in paper.text("author")) is form.startswith("J.")


def test_a_journal_may_follow_a_plain_title(tmp_path):
    item = f"- {DDIM}. Nature 521, 436 (2021). [[pdf]](https://example.org/ddim.pdf)\n"
    paper = paper_of(tmp_path, item)
    assert (paper.title, paper.text("journal"), paper.text("pages")) == (DDIM, "Nature", "436")


@pytest.mark.parametrize(
    "words", ["arXiv 2, 2021", "May 5, 2021", "Lovelace, Babbage 3, 2021", "1 2 3 2021"]
)
def test_what_has_no_journal_has_no_volume(tmp_path, words):
    paper = paper_of(tmp_path, f"- [{DDIM}](https://example.org/ddim.pdf), {words}\n")
    assert not paper.text("volume")
