from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.papers.identifiers import Identifier, identify
from bib2awesome.papers.known import Index, Known, traits_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import Work

BIB = r"""
@inproceedings{ito2020sparse, title = {Sparse Bird Songs at Dawn: Notes from Cities}, author = {Ito, Aya and Kim, Minji},
  year = 2020, doi = {10.1000/sparse}, code = {https://github.com/o/r}}
@misc{berg2021shape, title = {On the Shape of Loss Basins}, author = {Berg, Ole}, eprint = {2101.00001},
  archiveprefix = {arXiv}, code = {https://github.com/o/r}, url = {https://openreview.net/forum?id=AbCdEf1234}}
@misc{nothing, eprint = {2101.00002}, archiveprefix = {arXiv}}
"""


@pytest.fixture
def known():
    document = Document.parse(BIB.encode())
    return Known(Paper(document, entry) for entry in document.entries)


@pytest.mark.parametrize(
    ("work", "identifiers", "expected"),
    [
        (Work("", doi="10.1000/sparse"), [], [("ito2020sparse", "same")]),
        (Work("", arxiv="2101.00002"), [], [("nothing", "same")]),
        (
            Work("Sparse Bird Songs at Dawn", ["A. Ito", "M. Kim"], 2021),
            [],
            [("ito2020sparse", "same")],
        ),
        (
            Work("Sparse Bird Song at Dawn: Notes from Cities", ["A. Ito", "M. Kim"], 2021),
            [],
            [("ito2020sparse", "same")],
        ),
        (Work("Sparse Bird Songs at Dawn"), [], [("ito2020sparse", "ambiguous")]),
        (Work("Sparse Bird Songs at Dawn", ["Ole Berg"], 2020), [], []),
        (Work("On the Shape of Loss Basins II", ["Ole Berg"], 2021), [], []),
        (Work(""), [], []),
        (
            Work(""),
            identify("https://openreview.net/forum?id=AbCdEf1234"),
            [("berg2021shape", "same")],
        ),
        (Work(""), identify("https://github.com/o/r"), []),
        (
            Work("Wholly Other", ["Ole Berg"], arxiv="2101.00001"),
            [],
            [("berg2021shape", "ambiguous")],
        ),
        (Work("Wholly Other", ["Eva Poe"], arxiv="2101.00001"), [], []),
    ],
)
def test_a_work_is_found(known, work, identifiers, expected):
    found = known.find(traits_of(work, identifiers))
    assert [(hit.item.key, hit.match.verdict) for hit in found] == expected


def test_the_sure_hit_comes_first_and_says_why(known):
    work = Work("On the Shape of Loss Basins", ["Ole Berg"], 2021, doi="10.1000/sparse")
    hits = known.find(traits_of(work))
    assert [hit.item.key for hit in hits] == ["berg2021shape"]
    assert known.find(traits_of(Work("", doi="10.1000/sparse")))[0].match.reasons == ("same DOI",)


def test_an_index_holds_anything():
    index: Index[int] = Index()
    acl = [Identifier("acl", "P19-1001")]
    index.add(7, traits_of(Work("A Name: Models of Everything in the Sea"), acl))
    assert index.find(traits_of(Work(""), acl))[0].item == 7
    found = index.find(traits_of(Work("Models of Everything in the Sea")))
    assert found[0].match.verdict == "ambiguous"
