"""New citation keys: family, year, word; ASCII, unique, the same for the same input."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bib2awesome.bib.names import Name
from bib2awesome.papers.citation_keys import new_key

HO = Name("Jonathan", "Ho")


@pytest.mark.parametrize(
    ("authors", "year", "title", "key"),
    [
        ([HO], 2020, "Denoising Diffusion Probabilistic Models", "ho2020denoising"),
        ([HO, Name("Ajay", "Jain")], 2020, "On the {GAN}s", "ho2020gans"),
        (
            [Name("Jean", "Berg", "van den")],
            2021,
            "A Pre-trained Model",
            "vandenberg2021pretrained",
        ),
        ([Name("Łukasz", "Kaiser-Øster")], 2017, "β-VAE", "kaiseroster2017betavae"),
        ([Name("", r"M{\"u}ller")], 2017, "2017: A Look", "muller2017look"),
        (
            [Name(literal="The ATLAS Collaboration")],
            2012,
            "Higgs",
            "theatlascollaboration2012higgs",
        ),
        ([], 2024, "Awesome Diffusion", "awesome2024diffusion"),
        ([], None, "Awesome Diffusion", "awesomediffusion"),
        ([Name("明", "李")], 2024, "Straße nach Þing", "strasse2024nach"),
        ([], 2024, "扩散模型", "2024"),
        ([], None, "扩散模型", "paper"),
        ([HO], 2024, "", "ho2024"),
        ([HO], 2024, "What Is It?", "ho2024what"),
    ],
)
def test_keys_say_who_when_and_what(authors, year, title, key):
    assert new_key(authors, year, title, set()) == key


def test_a_taken_key_gets_more_words_then_a_letter_then_a_number():
    taken: set[str] = set()
    for _ in range(31):
        taken.add(new_key([HO], 2020, "Fast Diffusion", taken))
    assert {"ho2020fast", "ho2020fastdiffusion", "ho2020fastb", "ho2020fastz"} <= taken
    assert {"ho2020fastx2", "ho2020fastx5"} <= taken
    assert len(taken) == 31


class Counted(set[str]):
    """Keys that count how often they were asked for."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)


def test_thousands_of_titles_that_begin_alike_have_numbers_in_order():
    taken = Counted()
    while len(taken) < 3000:
        taken.add(new_key([HO], 2020, "Fast", taken))
    assert taken >= {f"ho2020fastx{number}" for number in range(2, 2900)}
    assert taken.asked < 3000 * 60


def test_a_number_that_went_may_stay_free():
    taken = {"ho2020fast", *(f"ho2020fast{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")}
    taken |= {"ho2020fastx2", "ho2020fastx5"}
    assert new_key([HO], 2020, "Fast", taken) == "ho2020fastx3"


WILD = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@given(WILD, st.none() | st.integers(1000, 9999), WILD)
@example("", None, "\N{MATHEMATICAL BOLD SCRIPT CAPITAL A}bc")
def test_every_key_is_ascii_and_new(family, year, title):
    first = new_key([Name("", family)], year, title, set())
    second = new_key([Name("", family)], year, title, {first})
    assert re.fullmatch("[a-z0-9]+", first)
    assert re.fullmatch("[a-z0-9]+", second)
    assert first != second
