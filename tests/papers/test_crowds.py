"""Works are found among thousands that have nearly all in common, and few have to be looked at for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.known import Index, traits_of
from bib2awesome.papers.nearby import Nearby, sides_of
from bib2awesome.papers.similarity import DIFFERENT, SAME, Work, compare
from bib2awesome.papers.titles import title_key, title_of

AUTHORS = ("Ada Lovelace", "Charles Babbage")
LOVELACE = frozenset({"lovelace"})
CLOTHS = [
    f"{first}{second}" for first in "wool silk hemp jute linen".split() for second in "en ish al ic esque an".split()
]  # fmt: skip
COLOURS = "amber azure beige black coral green ivory khaki lilac mauve olive white".split()


def crowd() -> list[str]:
    """Return titles of one beginning and one end."""
    return [
        f"Towards Weaving by Machine with {colour} {cloth} Threads on the Looms of Factories"
        for colour in COLOURS
        for cloth in CLOTHS
    ]


@pytest.fixture(scope="module")
def index() -> Index[str]:
    found: Index[str] = Index()
    for title in (*crowd(), *(f"Notes on the Engine, Part {n}" for n in range(500))):
        found.add(title, traits_of(Work(title, AUTHORS, 1843)))
    return found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Towards Weaving by Machine with coral silken Threads on the Looms of Factories", 1),
        ("Towards Weaving by Machine with coral silken Threads on the Looms of Factoreis", 1),
        ("Towrads Weaving by Machine with coral silken Threads on the Looms of Factories", 1),
        ("Notes on the Engine, Part 77", 1),
        ("Notes on the Engnie, Part 77", 1),
        ("Notes on the Engine, Part 501", 0),
    ],
)
def test_a_misprint_is_found_in_a_crowd(index: Index[str], title: str, expected: int) -> None:
    hits = index.find(traits_of(Work(title, AUTHORS, 1843)))
    assert [hit.match.verdict for hit in hits].count(SAME) == expected


@pytest.mark.parametrize("title", [crowd()[100], "Notes on the Engine, Part 499"])
def test_few_titles_of_a_crowd_have_to_be_looked_at(title: str) -> None:
    near = Nearby()
    for number, one in enumerate(
        (*crowd(), *(f"Notes on the Engine, Part {n}" for n in range(3000)))
    ):
        near.add(sides_of([LOVELACE], title_of(one)), number, title_key(one))
    sides = sides_of([LOVELACE], title_of(title))
    assert sum(map(len, near.titles(sides, title_key(title)))) < 150


def test_an_identifier_that_a_crowd_has_is_a_placeholder() -> None:
    doi = Identifier("doi", "10.1000/xyz123")
    index: Index[int] = Index()
    for number in range(100):
        title = f"{COLOURS[number % 12]} {CLOTHS[number % 30]}"
        index.add(number, traits_of(Work(title), [doi]))
        found = index.identified(traits_of(Work(""), [doi]))
        assert found == (list(range(number + 1)) if number < 64 else [])
    assert index.find(traits_of(Work(""), [doi])) == []


def test_a_work_gets_further_identifiers() -> None:
    index: Index[str] = Index()
    number = index.add("loom", traits_of(Work("Weaving by Machine", arxiv="1801.00001")))
    index.add_identifiers(number, [Identifier("arxiv", "1801.00002")])
    index.add_identifiers(number, [Identifier("arxiv", "1801.00002")])
    assert index.identified(traits_of(Work("", arxiv="1801.00002"))) == ["loom"]


LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@given(st.data())
def test_what_is_the_same_with_a_misprint_is_found(data: st.DataObject) -> None:
    title = data.draw(
        st.sampled_from([*crowd()[:20], "Weaving: A Survey of Looms", "GPT 4 on Looms"])
    )
    at = data.draw(st.integers(0, len(title) - 1))
    cut = data.draw(st.integers(0, 1))
    wrong = title[:at] + data.draw(LETTERS | st.just("")) + title[at + cut :]
    work, other = Work(title, AUTHORS, 1843), Work(wrong, AUTHORS, 1843)
    index: Index[str] = Index()
    index.add(title, traits_of(work))
    expected = [] if compare(work, other).verdict == DIFFERENT else [title]
    assert [hit.item for hit in index.find(traits_of(other))] == expected
