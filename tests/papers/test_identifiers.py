from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.papers.identifiers import (
    Identifier,
    arxiv_id,
    arxiv_month,
    doi,
    identify,
    safe_url,
    url_of,
)

SICI = "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1109/cvpr52729.2023.00196", "10.1109/cvpr52729.2023.00196"),
        ("10.1109/CVPR52729.2023.00196", "10.1109/cvpr52729.2023.00196"),
        ("https://doi.org/10.1145/3295222.3295349", "10.1145/3295222.3295349"),
        ("http://dx.doi.org/10.1145/3295222.3295349", "10.1145/3295222.3295349"),
        ("doi.org/10.1145/3295222.3295349?ref=x#top", "10.1145/3295222.3295349"),
        ("doi: 10.1000/ABC.", "10.1000/abc"),
        ("(see 10.1000/abc).", "10.1000/abc"),
        ("https://dl.acm.org/doi/pdf/10.1145/3295222.3295349", "10.1145/3295222.3295349"),
        (
            "https://www.frontiersin.org/articles/10.3389/fnins.2020.00001/full",
            "10.3389/fnins.2020.00001",
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf",
            "10.1101/2020.01.01.123456",
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2",
            "10.1101/2020.01.01.123456",
        ),
        ("https://www.biorxiv.org/content/10.1101/589333v1.abstract", "10.1101/589333"),
        ("https://doi.org/10.1101/589333v1", "10.1101/589333"),
        ("10.64898/2026.03.30.715396v1", "10.64898/2026.03.30.715396"),
        ("https://doi.org/10.1101/gr.123456.111", "10.1101/gr.123456.111"),
        ("10.21203/rs.3.rs-12345/v1", "10.21203/rs.3.rs-12345/v1"),
        ("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", SICI),
        ("10.1002/(SICI)1097-4571(199806)49:8$<$693::AID-ASI4$>$3.0.CO;2-O", SICI),
        ("10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O", SICI),
        (
            "https://doi.org/10.1002%2F(SICI)1097-4571(199806)49%3A8%3C693%3A%3AAID-ASI4%3E3.0.CO%3B2-O",
            SICI,
        ),
        (r"10.1007/978-3-030-01234-2\_1", "10.1007/978-3-030-01234-2_1"),
        (r"10.1007/978-3-030-01234-2{\_}1", "10.1007/978-3-030-01234-2_1"),
        ("10.48550/arXiv.2407.03297", "10.48550/arxiv.2407.03297"),
        ("10.1000.10/ÄB", "10.1000.10/Äb"),
        ("10.1234/a" + ")" * 100_000, "10.1234/a"),
        ("10.1234/", None),
        ("10.1234/.", None),
        ("10.12/abc", None),
        ("pages 10-12", None),
        ("100%25", None),
        ("", None),
    ],
)
def test_a_doi_is_bare_and_lower_case(text, expected):
    assert doi(text) == expected


@given(st.from_regex(r"10\.[0-9]{4,6}/[A-Za-z0-9._()/:-]{1,30}[A-Za-z0-9]", fullmatch=True))
def test_normalising_a_doi_twice_changes_nothing(text):
    once = doi(text)
    assert once is not None
    assert doi(once) == once
    assert doi(f"doi:{text}") == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2407.03297", "2407.03297"),
        ("2407.03297v2", "2407.03297"),
        ("0704.0001", "0704.0001"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("hep-th/9901001v3", "hep-th/9901001"),
        ("math.GT/0309136", "math/0309136"),
        ("https://arxiv.org/abs/math.GT/0309136v1", "math/0309136"),
        ("https://arxiv.org/pdf/2407.03297v2.pdf", "2407.03297"),
        ("http://export.arxiv.org/abs/2407.03297", "2407.03297"),
        ("https://arxiv.org/html/2407.03297v1", "2407.03297"),
        ("https://ar5iv.labs.arxiv.org/html/2407.03297", "2407.03297"),
        ("https://ar5iv.org/abs/2407.03297", "2407.03297"),
        ("https://www.alphaxiv.org/abs/2407.03297", "2407.03297"),
        ("https://huggingface.co/papers/2407.03297", "2407.03297"),
        ("https://doi.org/10.48550/arXiv.2407.03297", "2407.03297"),
        ("arXiv:2407.03297 [cs.CV]", "2407.03297"),
        ("arXiv preprint arXiv:2407.03297", "2407.03297"),
        ("ArXiv, abs/2407.03297", "2407.03297"),
        ("CoRR abs/2407.03297", "2407.03297"),
        ("abs/2407.03297", "2407.03297"),
        ("arXiv e-prints, art. arXiv:1807.01234", "1807.01234"),
        ("between 2407.03297 and", None),
        ("2413.03297", None),
        ("arXiv:2413.03297", None),
        ("0703.0001", None),
        ("1412.12345", None),
        ("arXiv:1501.1234", None),
        ("2501.123456", None),
        ("https://example.org/math/0309136", None),
        ("", None),
    ],
)
def test_an_arxiv_id_has_no_version(text, expected):
    assert arxiv_id(text) == expected


def test_the_month_stands_in_the_arxiv_id():
    assert arxiv_month("2407.03297") == (2024, 7)
    assert arxiv_month("hep-th/9901001") == (1999, 1)
    assert arxiv_month("math/0309136v2") == (2003, 9)
    assert arxiv_month("nothing") is None


URLS = {
    "openreview": [
        ("https://openreview.net/forum?id=St1giarCHLP", "St1giarCHLP"),
        ("https://openreview.net/pdf?id=TIdIXIpzhoI&noteId=x", "TIdIXIpzhoI"),
        (r"https://openreview.net/forum?id=\_BNiN4IjC5", "_BNiN4IjC5"),
        ("https://openreview.net/forum?noteId=abc&id=UaAD-Nu86WX", "UaAD-Nu86WX"),
    ],
    "acl": [
        ("https://aclanthology.org/2023.emnlp-main.289.pdf", "2023.emnlp-main.289"),
        ("https://aclanthology.org/2023.emnlp-main.289.bib", "2023.emnlp-main.289"),
        ("https://www.aclweb.org/anthology/P19-1001/", "P19-1001"),
        ("https://www.aclweb.org/anthology/papers/P/P19/P19-1001", "P19-1001"),
        ("https://aclanthology.org/P19-1001v2.pdf", "P19-1001"),
    ],
    "pmlr": [
        ("https://proceedings.mlr.press/v139/nichol21a.html", "v139/nichol21a"),
        ("https://proceedings.mlr.press/v139/nichol21a/nichol21a.pdf", "v139/nichol21a"),
        ("http://jmlr.org/proceedings/papers/v9/glorot10a.html", "v9/glorot10a"),
        ("http://proceedings.mlr.press/v37/ioffe15.html", "v37/ioffe15"),
    ],
    "cvf": [
        (
            "https://openaccess.thecvf.com/content/CVPR2020/html/He_Best_Paper_CVPR_2020_paper.html",
            "content/CVPR2020/He_Best_Paper_CVPR_2020",
        ),
        (
            "https://openaccess.thecvf.com/content/CVPR2023W/ECV/papers/Chen_Speed_CVPRW_2023_paper.pdf",
            "content/CVPR2023W/ECV/Chen_Speed_CVPRW_2023",
        ),
        (
            "http://openaccess.thecvf.com/content_CVPR_2019/html/He_X_CVPR_2019_paper.html",
            "content_CVPR_2019/He_X_CVPR_2019",
        ),
    ],
    "neurips": [
        (
            "https://proceedings.neurips.cc/paper_files/paper/2023/file/2ac2eac5098dba08208807b65c5851cc-Paper-Conference.pdf",
            "2023/2ac2eac5098dba08208807b65c5851cc",
        ),
        (
            "https://papers.nips.cc/paper/2021/hash/876f1f9954de0aa402d91bb988d12cd4-Abstract.html",
            "2021/876f1f9954de0aa402d91bb988d12cd4",
        ),
        (
            "https://proceedings.neurips.cc/paper_files/paper/2023/hash/2ac2eac5098dba08208807b65c5851cc-Abstract-Datasets_and_Benchmarks.html",
            "2023/2ac2eac5098dba08208807b65c5851cc/Datasets_and_Benchmarks",
        ),
        ("https://papers.nips.cc/paper/5423-generative-adversarial-nets", "5423"),
    ],
    "semanticscholar": [
        (
            "https://www.semanticscholar.org/paper/Some-Title/204e3073870fae3d05bcbc2f6a8e263d9b72e776",
            "204e3073870fae3d05bcbc2f6a8e263d9b72e776",
        ),
        ("https://api.semanticscholar.org/CorpusID:13756489", "CorpusID:13756489"),
    ],
    "pubmed": [
        ("https://pubmed.ncbi.nlm.nih.gov/31452104/", "31452104"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/31452104", "31452104"),
        ("PMID: 31452104", "31452104"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6710000/", "PMC6710000"),
        ("pmc6710000", "PMC6710000"),
    ],
    "hal": [
        ("https://hal.science/hal-01234567v2", "hal-01234567"),
        ("https://hal.archives-ouvertes.fr/hal-01234567/document", "hal-01234567"),
        ("https://hal.inria.fr/inria-00123456", "inria-00123456"),
    ],
    "github": [
        ("https://github.com/openai/improved-diffusion", "openai/improved-diffusion"),
        ("https://www.github.com/A/B.git/", "A/B"),
        ("git@github.com:a/b.git", "a/b"),
        ("https://github.com/google-research/google-research/tree/master/x", "google-research/google-research"),
        ("github.com/a/b#readme", "a/b"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "text", "value"),
    [(scheme, text, value) for scheme, pairs in URLS.items() for text, value in pairs],
)
def test_identifiers_are_recognised_in_urls_and_their_page_leads_back(scheme, text, value):
    identifier = Identifier(scheme, value)
    assert identify(text) == (identifier,)
    page = url_of(identifier)
    assert page is not None
    assert safe_url(page) == page
    if "/" in value or not value.isdigit() or scheme == "pubmed":
        assert identify(page) == (identifier,)


@pytest.mark.parametrize(
    "text",
    [
        "https://openreview.net/pdf/4d120b565267ca44bc866a8f372f670c5837e719.pdf",
        "https://aclanthology.org/volumes/2023.emnlp-main/",
        "https://github.com/topics/diffusion",
        "https://github.com/openai",
        "https://github.com/openai/.git",
        "https://gist.github.com/a/0123456789abcdef",
        "https://notgithub.com/a/b",
        "https://example.org/",
        "",
    ],
)
def test_what_only_looks_like_an_identifier_is_none(text):
    assert identify(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a.b/" * 50_000 + " 10.1000/notes",
        "aclanthology.a/" * 50_000,
        "openreview.net/forum?" * 50_000,
        "hal-" * 50_000,
    ],
)
def test_long_texts_are_read_once(text):
    """No time is measured: read anew from each of their words they take minutes."""
    assert [one.scheme for one in identify(text)] == ["doi"] * ("10." in text)


def test_one_text_may_hold_several():
    assert identify("10.18653/v1/P19-1001") == (
        Identifier("doi", "10.18653/v1/p19-1001"),
        Identifier("acl", "P19-1001"),
    )
    assert identify("10.18653/v1/2023.emnlp-main.289")[1] == ("acl", "2023.emnlp-main.289")
    assert identify("10.3115/1073083.1073135") == (Identifier("doi", "10.3115/1073083.1073135"),)
    assert identify("10.18653/v1/foo") == (Identifier("doi", "10.18653/v1/foo"),)
    assert identify("https://doi.org/10.48550/arXiv.2407.03297") == (
        Identifier("doi", "10.48550/arxiv.2407.03297"),
        Identifier("arxiv", "2407.03297"),
    )


def test_pages_of_plain_schemes():
    assert url_of(Identifier("doi", SICI)) == (
        "https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o"
    )
    assert url_of(Identifier("doi", "10.1/a#b?c%2")) == "https://doi.org/10.1/a%23b%3Fc%252"
    assert url_of(Identifier("arxiv", "2407.03297")) == "https://arxiv.org/abs/2407.03297"
    assert url_of(Identifier("isbn", "123")) is None


@given(st.text())
def test_no_text_breaks_the_readers(text):
    doi(text)
    arxiv_id(text)
    for identifier in identify(text):
        page = url_of(identifier)
        assert page is None or page.startswith("https://")
