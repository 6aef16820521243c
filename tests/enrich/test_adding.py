from __future__ import annotations

from dataclasses import replace

import pytest

from bib2awesome.enrich.adding import Request, follow_up, questions, resolved
from bib2awesome.sources.base import Absent, Found, Query, Unasked
from tests.enrich.made import record

ARXIV = record("arxiv", arxiv="2005.00001", published="10.1000/a")
PAGE = record("huggingface", arxiv="2005.00001", code="https://github.com/o/r")
PAPER = record(doi="10.1000/a", type="article", container="Neural Networks", year=2021)


def answered(text, said):
    """Return what a request comes to where `said` has the records of each question."""
    request = Request.of(text)
    answers = {}
    waiting = list(questions(request))
    while waiting:
        source, query = waiting.pop(0)
        records = said.get((source, query.scheme))
        found = (
            Found(source, query, tuple(records), "u", "d")
            if records
            else Absent(source, query, "u", "d")
        )
        answers[source, query] = found
        waiting += follow_up(found)
    return resolved(request, answers)


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ("10.1000/a", ["doi"]),
        ("https://arxiv.org/abs/2005.00001v2", ["arxiv"]),
        ("2020.emnlp-main.5", ["acl"]),
        ("P19-1001", ["acl"]),
        ("https://openreview.net/forum?id=AbCdEf1234", ["openreview"]),
        ("Sparse Bird Songs", []),
        ("https://github.com/o/r", []),
    ],
)
def test_a_request_is_read(text, schemes):
    request = Request.of(text)
    assert [one.scheme for one in request.identifiers] == schemes
    assert request.is_title == (text == "Sparse Bird Songs")


def test_an_arxiv_id_becomes_the_publication_with_eprint_and_code():
    said = {
        ("arxiv", "arxiv"): [ARXIV],
        ("huggingface", "arxiv"): [PAGE],
        ("crossref", "doi"): [PAPER],
    }
    facts = answered("2005.00001", said).facts
    assert (facts.doi, facts.arxiv, facts.code, facts.year) == (
        "10.1000/a",
        "2005.00001",
        "https://github.com/o/r",
        2021,
    )


def test_an_unpublished_preprint_stays_one():
    result = answered("2005.00001", {("arxiv", "arxiv"): [ARXIV]})
    assert (result.facts.doi, result.facts.arxiv, result.record) == (None, "2005.00001", ARXIV)
    other = record(doi="10.1000/a", type="article", title="On Fish", authors=())
    assert (
        answered("2005.00001", {("arxiv", "arxiv"): [ARXIV], ("crossref", "doi"): [other]}).record
        == ARXIV
    )


def test_a_doi_is_asked_of_datacite_after_crossref():
    assert answered("10.1000/a", {("datacite", "doi"): [PAPER]}).facts.venue == "Neural Networks"
    assert answered("10.1000/a", {}).facts is None


def test_candidates_of_a_title_have_the_publication_first():
    preprint = record("arxiv", arxiv="2005.00001", type="preprint")
    notice = record(doi="10.1000/n", type="none")
    said = {("crossref", "title"): [PAPER, notice], ("arxiv", "title"): [preprint]}
    found = answered("Sparse bird songs at dawn in cities", said).candidates
    assert [one.record for one in found] == [PAPER, preprint]


def test_an_anthology_id_is_a_doi_by_rule():
    asked = list(questions(Request.of("2020.emnlp-main.5")))
    assert asked == [("crossref", Query("doi", "10.18653/v1/2020.emnlp-main.5"))]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("https://openreview.net/pdf?id=AbCdEf1234", "https://openreview.net/forum?id=AbCdEf1234"),
        (
            "https://proceedings.mlr.press/v139/poe21a/poe21a.pdf",
            "https://proceedings.mlr.press/v139/poe21a.html",
        ),
        ("C96-1005", "https://aclanthology.org/C96-1005/"),
        ("https://example.org/paper.html", "https://example.org/paper.html"),
        ("P19-1001", None),
        ("10.1000/a", None),
        ("https://arxiv.org/abs/2005.00001", None),
        ("Sparse Bird Songs", None),
        ("ftp://example.org/paper", None),
    ],
)
def test_the_page_of_what_no_service_knows_by_its_id_is_read(text, page):
    asked = [query.value for source, query in questions(Request.of(text)) if source == "page"]
    assert asked == ([page] if page else [])


ON_PAGE = record("page", type="inproceedings", container="ICML")


def test_what_a_page_says_is_looked_up():
    said = {("page", "url"): [ON_PAGE], ("crossref", "title"): [replace(PAPER, container="ICML")]}
    found = answered("https://example.org/paper.html", said)
    assert (found.facts.doi, found.record.source) == ("10.1000/a", "crossref")
    said = {("page", "url"): [replace(ON_PAGE, doi="10.1000/a")], ("crossref", "doi"): [PAPER]}
    assert answered("https://example.org/paper.html", said).record.source == "crossref"
    alone = answered("https://example.org/paper.html", {("page", "url"): [ON_PAGE]})
    assert (alone.record, alone.facts.doi, alone.facts.url) == (
        ON_PAGE,
        None,
        "https://example.org/paper.html",
    )
    accepted = record(
        "openreview", openreview="AbCdEf1234", accepted=True, venue="ICLR 2020 Poster"
    )
    bare = replace(ON_PAGE, container="")
    said = {("page", "url"): [bare], ("openreview", "title"): [accepted]}
    forum = "https://openreview.net/forum?id=AbCdEf1234"
    found = answered(forum, said)
    assert (found.facts.venue, found.facts.url) == ("ICLR 2020 Poster", forum)
    assert answered("https://example.org/paper.html", {}).record is None


@pytest.mark.parametrize(
    ("url", "source", "scheme"),
    [
        ("https://openreview.net/forum?id=AbCdEf1234", "openreview", "openreview"),
        ("https://proceedings.mlr.press/v139/poe21a.html", "dblp", "page"),
    ],
)
def test_who_knows_a_page_is_asked_where_it_cannot_be_read(url, source, scheme):
    note = record(source, openreview="AbCdEf1234", venue="ICLR 2020 Poster", type="inproceedings")
    found = answered(url, {(source, scheme): [note]})
    assert (found.record, found.facts.venue, found.facts.url) == (note, "ICLR 2020 Poster", url)
    said = {(source, scheme): [note], ("crossref", "title"): [replace(PAPER, venue="ICLR")]}
    assert answered(url, said).facts.doi == PAPER.doi
    assert answered(url, {}).facts is None


def test_a_page_that_cannot_be_read_is_no_fault_where_another_service_knows_it():
    request = Request.of("https://openreview.net/forum?id=AbCdEf1234")
    ((source, query),) = questions(request)
    page = Unasked(source, query, query.value, "answers 503")
    ((_, by_id),) = follow_up(page)
    note = Unasked("openreview", by_id, "u", "answers 403")
    answers = {(source, query): page, ("openreview", by_id): note}
    assert resolved(request, answers).unasked == (page, note)
    known = record("openreview", venue="ICLR 2020 Poster", type="inproceedings")
    found = Found("openreview", by_id, (known,), "u", "d")
    assert resolved(request, {**answers, ("openreview", by_id): found}).unasked == ()


def test_the_address_of_a_cvf_page_holds_the_title():
    url = (
        "https://openaccess.thecvf.com/content/CVPR2020/html/"
        "Ito_Sparse_Bird_Songs_at_Dawn_CVPR_2020_paper.html"
    )
    request = Request.of(url)
    assert ("crossref", Query("title", "Sparse Bird Songs at Dawn", "Ito", 2020)) in questions(
        request
    )
    paper = replace(PAPER, title="Sparse Bird Songs at Dawn: A Study", year=2020)
    found = answered(url, {("crossref", "title"): [paper], ("arxiv", "title"): [ARXIV]})
    assert found.record == paper


def test_the_month_of_a_deposit_is_no_months_of_a_conference():
    paper = replace(PAPER, type="inproceedings", month=2)
    assert answered("10.1000/a", {("crossref", "doi"): [paper]}).facts.month is None


def test_a_venue_that_did_not_take_the_paper_is_none():
    url = "https://openreview.net/forum?id=AbCdEf1234"
    for venue in ("Submitted to ICLR 2024", "ICLR 2024 Conference Withdrawn Submission"):
        note = record("openreview", openreview="AbCdEf1234", venue=venue, accepted=False)
        facts = answered(url, {("openreview", "openreview"): [note]}).facts
        assert (facts.venue, facts.url) == ("", url)
