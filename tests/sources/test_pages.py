"""What the page of a paper says about it."""

from __future__ import annotations

import pytest

from bib2awesome.sources.base import Absent, Found, Unasked
from tests.lab.server import Said

PAPER = """<!doctype html><html><head><title>Birds</title>
<meta name="citation_title" content="Birds &amp; Bees:
   A Study"/><META NAME="citation_author" CONTENT="Poe, Eva">
<meta name="citation_author" content="J\xf6rg van der Low"><meta name="citation_abstract" content="Long.">
<meta property="citation_publication_date" content="2021/07/01"/>
<meta name="citation_conference_title" content="International Conference on Machine Learning">
<meta name="citation_firstpage" content="11"/><meta name="citation_lastpage" content="19"/>
<meta name="citation_doi" content="10.1000/B"><meta name="viewport" content="x"><meta name="citation_empty">
</head><body>"""
JOURNAL = """<meta name="citation_title" content="Bees"><meta name="citation_authors" content="Poe, Eva; Low, Bo">
<meta name="citation_journal_title" content="JMLR"><meta name="citation_date" content="2020-03">
<meta name="citation_volume" content="7"><meta name="citation_issue" content="2">
<meta name="citation_arxiv_id" content="2005.00001v2">"""


@pytest.fixture
def page(client, lab):
    """Return a function that serves an answer as a page and reads it."""

    def page(answer=None, **options):
        if answer is not None:
            lab.answer(answer, service="web", times=1)
        lab.seen.clear()
        return client(**options).page(f"{lab.base}/web/paper.html")

    return page


def html(text, status=200):
    return Said(status, text.encode(), "text/html")


def test_a_page_of_proceedings_is_read(page):
    (record,) = page(html(PAPER)).records
    assert (record.title, record.year, record.month, record.pages) == (
        "Birds & Bees: A Study",
        2021,
        None,
        "11-19",
    )
    assert [(name.given, name.prefix, name.family) for name in record.authors] == [
        ("Eva", "", "Poe"),
        ("J\xf6rg", "van der", "Low"),
    ]
    assert (record.doi, record.type) == ("10.1000/b", "inproceedings")
    assert record.container == "International Conference on Machine Learning"


def test_a_page_of_a_journal_is_read(page):
    (record,) = page(html(JOURNAL)).records
    assert (record.type, record.container, record.volume, record.number, record.month) == (
        "article",
        "JMLR",
        "7",
        "2",
        3,
    )
    assert (record.arxiv, len(record.authors)) == ("2005.00001", 2)


def test_what_a_page_said_is_remembered_and_failures_are_not(page, lab):
    for down in (html("", 503), html("", 403), Said(200, b"x", hang=3)):
        assert isinstance(page(down), Unasked)
    assert isinstance(page(offline=True), Unasked)
    for nothing in ("<title>Birds</title>", '<meta name="citation_title" content="<i></i>">'):
        assert isinstance(page(html(nothing), refresh=True), Absent)
    assert isinstance(page(html("", 410), refresh=True), Absent)
    assert isinstance(page(html(PAPER), refresh=True), Found)
    assert isinstance(page(), Found)
    assert not lab.seen
    assert isinstance(page(offline=True), Found)
