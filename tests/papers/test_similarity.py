from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import SAME, Work, compare, title_key, work_of

PAIRS = Path(__file__).parents[1] / "data" / "similarity" / "pairs.txt"


def work(title, authors, year):
    names = [name.strip() for name in authors.split(";") if name.strip()]
    return Work(title, names, int(year))


def pairs():
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            wanted, *rest = (cell.strip() for cell in line.split(" |"))
            yield pytest.param(wanted, work(*rest[:3]), work(*rest[3:]), id=line)


@pytest.mark.parametrize(("wanted", "entry", "record"), list(pairs()))
def test_a_pair_of_works_is_told_apart_or_not(wanted, entry, record):
    match = compare(entry, record)
    assert (match.verdict == SAME) == (wanted == SAME), match
    assert compare(record, entry) == match


def test_the_checklist_of_adversarial_pairs_holds(shared):
    for pair in json.loads((shared / "data" / "match-pairs.json").read_text(encoding="utf-8")):
        entry, record = (
            Work(side["title"], [a for a in side["authors"] if a != "others"], side["year"])
            for side in (pair["a"], pair["b"])
        )
        assert (compare(entry, record).verdict == SAME) == pair["same"], pair["note"]


NAMES = st.lists(
    st.sampled_from(["Ito, Aya", "Kim, M.", "{Team}", "van der Berg, Jan", "Chen Xing"]), max_size=3
)
TITLES = st.text(st.sampled_from("ab Ii2:+-(){}$\\&<>é\u00d7II Erratum"), max_size=40)
WORKS = st.builds(Work, TITLES, NAMES, st.none() | st.integers(2000, 2030))


@given(WORKS, WORKS)
def test_the_order_of_the_two_does_not_matter(one, two):
    assert compare(one, two) == compare(two, one)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(one, two):
    match = compare(Work(one, [two], 2020), Work(two, [one], 2021))
    assert 0 <= match.score <= 1
    assert match.reasons


@pytest.mark.parametrize("lead", ["", "A ", "On "])
@given(
    st.lists(st.sampled_from("robust graph sampling under drift".split()), min_size=4, max_size=7)
)
def test_a_work_is_itself(lead, words):
    entry = Work(lead + " ".join(words) + " of elephants", ["Ito, Aya", "Kim, Minji"], 2020)
    assert compare(entry, entry).verdict == SAME


@given(st.text(max_size=80))
def test_a_key_of_a_key_is_the_key_of_plain_words(text):
    key = title_key(text)
    assert not set(key) & set(" -:'\"")


def test_equal_titles_meet_however_they_are_written():
    assert title_key("Strong Coupling in CrI$_3$") == title_key(
        "Strong coupling in CrI<sub>3</sub>."
    )
    assert title_key("X: A Test &amp;lt;i&amp;gt;of&amp;lt;/i&amp;gt; Y (poster)") == title_key(
        "X - a test of Y"
    )
    assert title_key("Foo*") == title_key("Foo*")
    assert title_key("") == ""


def paper(text):
    document = Document.parse(text.encode())
    return Paper(document, document.entries[0])


def test_the_venue_of_a_preprint_is_not_compared():
    entry = work_of(paper("@misc{a, title = {T}, eprint = {2101.00001}, journal = {CoRR}}"))
    assert (entry.venue, entry.arxiv, entry.title) == ("", "2101.00001", "T")


CASES = [
    ({}, {}, "ambiguous"),
    ({"doi": "10.1/a"}, {"doi": "10.1/a"}, "same"),
    ({"arxiv": "2101.00001"}, {"arxiv": "2101.00001"}, "same"),
    ({"doi": "10.1/a"}, {"doi": "10.1/b"}, "ambiguous"),
]


@pytest.mark.parametrize(("one", "two", "verdict"), CASES)
def test_an_identifier_stands_for_missing_authors(one, two, verdict):
    assert (
        compare(Work("Sparse Bird Songs", **one), Work("Sparse bird songs", **two)).verdict
        == verdict
    )


@pytest.mark.parametrize(
    ("title", "authors", "verdict"),
    [
        ("Sparse Bird Songs", ["Kim, Minji"], "ambiguous"),
        ("Something Else Entirely", ["Ito, Aya"], "ambiguous"),
        ("Something Else Entirely", ["Kim, Minji"], "different"),
        ("Sparse Bird Song", ["Kim, Minji"], "different"),
        ("Sparse Bird Songs 2", ["Ito, Aya"], "different"),
        ("Sparse Bird Song", ["Ito, Aya"], "same"),
    ],
)
def test_what_an_identifier_leads_to_is_verified(title, authors, verdict):
    entry = Work("Sparse Bird Songs", ["Ito, Aya"], doi="10.1/a")
    assert compare(entry, Work(title, authors, doi="10.1/a")).verdict == verdict


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("NeurIPS", "Advances in Neural Information Processing Systems", "same"),
        ("NeurIPS", "IEEE Transactions on Pattern Analysis and Machine Intelligence", "ambiguous"),
        ("SIGGRAPH", "ACM Transactions on Graphics", "same"),
        ("SIGGRAPH", "arXiv preprint arXiv:2101.00001", "same"),
        ("SIGGRAPH", "Lecture Notes in Computer Science", "same"),
    ],
)
def test_a_paper_and_its_journal_version_are_not_the_same(one, two, verdict):
    title, authors = "Sparse Bird Songs at Dawn in Cities", ["Ito, Aya"]
    assert (
        compare(Work(title, authors, 2020, one), Work(title, authors, 2021, two)).verdict == verdict
    )


def test_a_short_title_is_enough_with_the_venue():
    one, two = (Work("Deep Nets", ["Ito, A."], year, "NeurIPS") for year in (2015, 2015))
    assert compare(one, two).verdict == SAME


@pytest.mark.parametrize(
    ("venue", "verdict"),
    [
        ("Meeting of the Friends of Trams", "same"),
        ("{M}eeting of the {F}riends of {T}rams", "same"),
        ("Meeting of the Friends of Trains", "ambiguous"),
        ("", "ambiguous"),
    ],
)
def test_a_venue_that_nobody_lists_is_the_same_in_the_same_words(venue, verdict):
    entry = Work("Silent Rails", ["Poe, Eva"], 2019, venue)
    whole = Work(
        "Silent Rails: A Study of Trams", ["Eva Poe"], 2019, "Meeting of the Friends of Trams"
    )
    assert compare(entry, whole).verdict == verdict
    series = "Lecture Notes in Computer Science"
    assert (
        compare(entry._replace(venue=series), whole._replace(venue=series)).verdict == "ambiguous"
    )


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("TramSet", "TramSet: A Dataset for the Study of Trams", "same"),
        ("TramSet: A Dataset for Trams", "TramSet: A Dataset for Trains", "ambiguous"),
        ("A Dataset for the Study of Trams", "Data for: The Study of Trams", "different"),
        ("The Study of Silent Trams", "The Study of Silent Trams: Dataset", "different"),
        ("The Study of Silent Trams", "Data from: The Study of Silent Trams", "different"),
        ("The Study of Silent Trams", "The Study of Silent Trams: Reply to Poe", "different"),
        ("Silent Trams: A Comment to Poe", "Silent Trams", "same"),
        ("Trams of Long Short-etrm Fame", "Trams of Long Short-Term Fame", "same"),
        ("Trams Seen Thruogh the Fog", "Trams Seen Through the Fog", "same"),
        ("Pre-training Trams Thruogh the Fog", "Pretraining Trams Through the Fog", "same"),
        ("A Sign of Trams in the Night", "A Sing of Trams in the Night", "ambiguous"),
        ("Silent Tarms", "Silent Trams: A Study of Rails in Cities", "same"),
        ("Tarms", "Trams: A Study of Rails in Cities", "different"),
    ],
)
def test_a_slip_is_forgiven_and_another_word_is_not(one, two, verdict):
    authors = ["Ito, Aya", "Kim, Minji"]
    assert compare(Work(one, authors, 2020), Work(two, authors, 2020)).verdict == verdict


def test_a_slip_in_a_short_title_of_one_author_needs_the_venue():
    entry = Work("Songs of Silent Tarms", ["Ito, Aya"], 2020, "NeurIPS")
    record = Work("Songs of Silent Trams", ["Ito, Aya"], 2020, "NeurIPS")
    assert compare(entry, record).verdict == SAME
    assert compare(entry, record._replace(venue="")).verdict == "ambiguous"
    assert compare(entry, record._replace(authors=["Ito, A."])).verdict == "ambiguous"


@pytest.mark.parametrize(
    ("venue", "verdict"),
    [
        ("Proceedings of the 54th Meeting of the Friends of Trams", "same"),
        ("Meeting of the Friends of Trams", "ambiguous"),
        ("", "ambiguous"),
    ],
)
def test_one_volume_of_proceedings_is_of_one_year(venue, verdict):
    entry = Work("Silent Rails", ["Poe, Eva"], 2019, venue)
    record = Work("Silent Rails: A Study of Trams", ["Eva Poe"], None, venue)
    assert compare(entry, record).verdict == verdict
