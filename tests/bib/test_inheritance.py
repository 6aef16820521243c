from __future__ import annotations

import pytest

from bib2awesome.bib.inheritance import ANCESTORS
from tests.bib.bibtex_reading import codes, parse


def values(text: str, key: str = "k") -> dict[str, str]:
    document = parse(text)
    entry = document.entry(key)
    assert entry is not None
    found = document.values(entry)
    return {name: value for name, value in found.items() if name not in {"crossref", "xdata"}}


def test_what_is_missing_comes_from_the_parent():
    assert values(
        "@inproceedings{k, title = {T}, year = {}, crossref = {P}}\n"
        "@proceedings{p, booktitle = {B}, year = 2020, editor = {E}}"
    ) == {"title": "T", "year": "2020", "booktitle": "B", "editor": "E"}


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        ("inproceedings", "proceedings", {"booktitle": "P", "booksubtitle": "S"}),
        ("conference", "proceedings", {"booktitle": "P", "booksubtitle": "S"}),
        ("incollection", "mvcollection", {"maintitle": "P", "mainsubtitle": "S"}),
        ("book", "mvbook", {"maintitle": "P", "mainsubtitle": "S"}),
        ("article", "periodical", {"journaltitle": "P", "journalsubtitle": "S"}),
        ("inbook", "book", {"booktitle": "P", "booksubtitle": "S", "title": "P"}),
        ("misc", "misc", {"title": "P", "subtitle": "S", "shorttitle": "H"}),
    ],
)
def test_titles_change_their_names(child: str, parent: str, expected: dict[str, str]):
    text = f"@{child}{{k, crossref = {{p}}}}\n@{parent}{{p, title={{P}}, subtitle={{S}}, shorttitle={{H}}}}"
    assert values(text) == expected


def test_the_parents_identity_is_not_inherited():
    assert values(
        "@inproceedings{k, crossref = {p}}\n@proceedings{p, doi={d}, url={u}, eprint={e}, category={c},"
        " code={x}, link-slides={y}, ids={z}, year=2020, shortvenue={V}}"
    ) == {"year": "2020", "shortvenue": "V"}


def test_xdata_gives_everything_and_counts_before_crossref():
    assert values(
        "@misc{k, crossref = {p}, xdata = {x, y ,nowhere}}\n@xdata{x, a={1}, doi={d}, ids={i}}\n"
        "@xdata{y, a={2}, b={2}}\n@misc{p, a={3}, b={3}, c={3}}"
    ) == {"a": "1", "b": "2", "c": "3", "doi": "d"}


def test_parents_have_parents():
    assert values(
        "@inproceedings{k, crossref={p}}\n@proceedings{p, title={P}, crossref={m}, xdata={x}}\n"
        "@mvproceedings{m, title={M}, series={S}}\n@xdata{x, publisher={U}}"
    ) == {"booktitle": "P", "maintitle": "M", "series": "S", "publisher": "U"}


def test_two_ways_to_one_parent_are_no_circle():
    document = parse(
        "@misc{k, xdata={a,b}}@xdata{a, xdata={c}}@xdata{b, xdata={c}}@xdata{c, n={1}}"
    )
    entry = document.entry("k")
    assert entry is not None
    assert document.values(entry)["n"] == "1"
    assert codes(document) == []


def test_circles_are_harmless():
    text = "@misc{a, f={1}, crossref={b}}\n@misc{b, g={2}, crossref={A}}\n@misc{c, crossref={c}}"
    assert values(text, "a") == {"f": "1", "g": "2"}
    assert values(text, "b") == {"f": "1", "g": "2"}
    assert values(text, "c") == {}
    assert codes(parse(text)) == ["S008", "S008", "S008"]


def test_a_long_chain_ends():
    chain = "".join(f"@misc{{k{n}, f{n}={{x}}, crossref={{k{n + 1}}}}}\n" for n in range(300))
    document = parse(chain)
    entry = document.entry("k0")
    assert entry is not None
    assert len(document.values(entry)) == ANCESTORS + 2
    assert codes(document).count("S008") > 100


def test_a_commented_parent_gives_nothing():
    assert values("@misc{k, crossref = {p}}\n% @misc{p, year = 2020}") == {}
