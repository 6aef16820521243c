from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.latex import to_unicode
from bib2awesome.errors import Severity
from bib2awesome.render.base import Output, Present
from bib2awesome.render.generated import is_ours
from bib2awesome.render.targets import citation
from bib2awesome.render.yaml import dumped, quoted
from tests.conftest import ROOT
from tests.render.cff_schema import SCHEMA
from tests.render.made import survey

jsonschema = pytest.importorskip("jsonschema")

NASTY = ROOT / "tests" / "data" / "latex-render" / "nasty.bib"
ANY = st.text(st.characters(exclude_categories=[]), max_size=60)


def nothing(path: str) -> bytes | None:
    del path
    return None


def rendered(
    bib: str,
    cite: Sequence[str],
    more: str = "",
    present: Present = nothing,
    *,
    force: bool = False,
) -> Output:
    keys = ", ".join(f'"{key}"' for key in cite)
    settings = f"[survey]\ncite = [{keys}]\n{more}"
    [output] = citation.render(survey(bib, settings=settings), present, force=force)
    return output


def record(bib: str, cite: Sequence[str] = ("a",), more: str = "") -> dict[str, Any]:
    found = yaml.safe_load(rendered(bib, cite, more).data)
    jsonschema.validate(found, SCHEMA)
    return dict(found)


def preferred(bib: str) -> dict[str, Any]:
    return dict(record(bib)["preferred-citation"])


ARTICLE = r"""@article{a, title={{Efficient} Models: 50\% off}, volume={7}, number={2}, pages={1--9},
  author={Müller, J{\"u}rgen and van der Berg, Jr., Anna and {The Team}}, journal={Journal of X \& Y},
  year=2025, month=feb, doi={10.1234/AbC}, url={https://openreview.net/forum?id=w\_H},
  eprint={2502.06805}, archiveprefix={arXiv}, publisher={P}, issn={2835-8856}}"""


def test_the_survey_is_cited_as_its_paper():
    found = record(
        ARTICLE, more='title = "Awesome X"\nrepository = "o/n"\ndescription = "All of X."'
    )
    reference = found["preferred-citation"]
    people = [
        {"family-names": "Müller", "given-names": "Jürgen"},
        {
            "family-names": "Berg",
            "given-names": "Anna",
            "name-particle": "van der",
            "name-suffix": "Jr.",
        },
        {"name": "The Team"},
    ]
    assert found == {
        "cff-version": "1.2.0",
        "message": found["message"],
        "title": "Awesome X",
        "type": "dataset",
        "authors": people,
        "abstract": "All of X.",
        "repository-code": "https://github.com/o/n",
        "doi": "10.1234/AbC",
        "url": "https://openreview.net/forum?id=w_H",
        "preferred-citation": reference,
    }
    assert reference == {
        "type": "article",
        "title": "Efficient Models: 50% off",
        "authors": people,
        "journal": "Journal of X & Y",
        "publisher": {"name": "P"},
        "volume": 7,
        "issue": "2",
        "start": 1,
        "end": 9,
        "issn": "2835-8856",
        "year": 2025,
        "month": 2,
        "doi": "10.1234/AbC",
        "url": "https://openreview.net/forum?id=w_H",
        "identifiers": [
            {"type": "url", "value": "https://arxiv.org/abs/2502.06805", "description": "arXiv"}
        ],
    }


def test_the_file_has_its_header_and_is_refused_once_edited():
    data = rendered(ARTICLE, ["a"]).data
    assert is_ours(data)
    assert not rendered(ARTICLE, ["a"], present=lambda _: data).changes
    edited = data + b"# mine\n"
    assert rendered(ARTICLE, ["a"], present=lambda _: edited).refused
    assert not rendered(ARTICLE, ["a"], present=lambda _: edited, force=True).refused


def test_a_conference_paper():
    reference = preferred(
        "@inproceedings{a, title={T}, author={A, B}, booktitle={Proceedings of P}, pages={7}, year=2020}"
    )
    assert reference["type"] == "conference-paper"
    assert reference["collection-title"] == "Proceedings of P"
    assert reference["conference"] == {"name": "Proceedings of P"}
    assert (reference["start"], "end" in reference) == (7, False)


def test_a_preprint():
    reference = preferred(
        "@misc{a, title={T}, author={A, B}, eprint={2502.06805}, archiveprefix={arXiv}}"
    )
    assert reference["type"] == "article"
    assert reference["journal"] == "arXiv preprint arXiv:2502.06805"
    assert (reference["status"], reference["year"]) == ("preprint", 2025)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("phdthesis{a, school={U}", {"type": "thesis", "thesis-type": "PhD thesis", "institution": {"name": "U"}}),
        ("thesis{a, type={Habilitation}", {"thesis-type": "Habilitation"}),
        ("thesis{a, title={T}", {"thesis-type": "Thesis"}),
        ("techreport{a, institution={I}, number={7}", {"type": "report", "number": "7"}),
        ("online{a, date={2024-07}", {"type": "website", "year": 2024, "month": 7}),
        ("book{a, isbn={978-3-16-148410-0}", {"type": "book", "isbn": "978-3-16-148410-0"}),
        ("incollection{a, booktitle={B}", {"type": "generic", "collection-title": "B"}),
        ("misc{a, doi={10.1/x}", {"type": "generic"}),
    ],
)  # fmt: skip
def test_other_types(entry, expected):
    reference = preferred(f"@{entry}}}")
    assert expected.items() <= reference.items()


def test_what_the_schema_has_no_form_for_is_left_out_or_said_otherwise():
    reference = preferred(
        "@article{a, journal={J}, volume={abs/1}, pages={e1}, isbn={none}, issn={1}, month={Spring},"
        " year={to appear}, doi={10.1002/(SICI)1<1::A>3}, publisher={{}}}"
    )
    assert set(reference) == {"type", "title", "authors", "journal", "url"}
    assert reference["url"].startswith("https://doi.org/10.1002/(SICI)1%3C")


def test_a_title_and_an_author_there_must_be():
    reference = preferred("@misc{a, year=2020}")
    assert reference["title"] == "a"
    assert reference["authors"] == [{"name": "a"}]
    assert preferred("@book{a, editor={E, F and E, F and others}}")["authors"] == [
        {"family-names": "E", "given-names": "F"}
    ]


def test_further_keys_are_references():
    found = record("@misc{b, title={B}} @misc{a, title={A}}", ("a", "b"))
    assert found["preferred-citation"]["title"] == "A"
    assert [reference["title"] for reference in found["references"]] == ["B"]
    assert found["title"] == "A"


@pytest.mark.parametrize("present", [None, b"my own"])
def test_without_a_citation_nothing_is_written_and_a_hint_told(present):
    output = rendered(ARTICLE, [], present=lambda _: present)
    assert not output.changes
    assert output.refused is None
    assert [(finding.code, finding.severity) for finding in output.findings] == [
        ("R004", Severity.HINT)
    ]


def test_every_entry_of_the_nasty_file_is_valid():
    text = NASTY.read_text(encoding="utf-8")
    keys = [paper.key for paper in survey(text).papers]
    found = record(text, keys)
    assert len(found["references"]) == len(keys) - 1


@given(ANY)
def test_any_text_is_the_same_text_to_a_yaml_reader(text):
    line = quoted(text)
    assert line.splitlines() == [line]
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert yaml.safe_load(line) == text
        assert yaml.safe_load(dumped({"k": [{"a": text, "b": [text, 1]}], "n": 3})) == {
            "k": [{"a": text, "b": [text, 1]}],
            "n": 3,
        }


@pytest.mark.parametrize(
    "title",
    ["yes", "null", "1.0", "2020-01-01", "- a", "a: b", "# c", '"q" \\ \'s', "!!python/name:os.system", "*x", "&y",
     "{{ x }}", "<!-- -->", "emoji 🎉 中文", "`x`", "%d", "@x", "| >"],
)  # fmt: skip
def test_hostile_titles_are_titles(title):
    safe = "".join(rf"\{sign}" if sign in "{}%&#_$" else sign for sign in title)
    found = preferred(f"@misc{{a, title={{{safe}}}}}")
    assert found["title"] == to_unicode(safe)
