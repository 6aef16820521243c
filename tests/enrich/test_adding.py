from __future__ import annotations

import pytest

from bib2awesome.enrich.adding import Request, follow_up, questions, resolved
from bib2awesome.sources.base import Absent, Found, Query
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
    assert not list(questions(Request.of("https://openreview.net/forum?id=AbCdEf1234")))
