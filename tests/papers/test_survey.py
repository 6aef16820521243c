from __future__ import annotations

import copy
import os
import shutil
from pathlib import Path

import pytest

from bib2awesome import config
from bib2awesome.bib.document import Document
from bib2awesome.errors import InputError
from bib2awesome.papers.changes import Change, Plan
from bib2awesome.papers.sorting import in_order
from bib2awesome.papers.survey import Survey

DATA = Path(__file__).resolve().parents[1] / "data" / "survey"


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the small survey of the test data."""
    return Path(shutil.copytree(DATA, tmp_path / "survey"))


@pytest.fixture
def small():
    """Open the small survey of the test data."""
    return Survey.open(DATA)


def survey(bib: str, toml: str = "[categories.a]\n", *more: str) -> Survey:
    documents = [
        Document.parse(text.encode(), f"{number}.bib") for number, text in enumerate((bib, *more))
    ]
    return Survey(Path(), config.loads(toml.encode(), path=Path("categories.toml")), documents)


def said(opened: Survey) -> list[str]:
    return [f"{f.place}: {f.severity} {f.code} {f.message}" for f in opened.findings]


def test_a_survey_of_two_files(small):
    assert [document.name for document in small.documents] == ["survey.bib", "more.bib"]
    assert [paper.key for paper in small.papers] == [
        "own2025",
        "ho2020ddpm",
        "song2021ddim",
        "cited",
        "lost",
        "wrong",
        "zz",
    ]
    assert small.config.survey.title == "A small survey"
    assert small.has_categories
    assert [paper.key for paper in small.cited] == ["own2025"]
    assert [paper.key for paper in small.in_list] == ["ho2020ddpm", "song2021ddim", "zz"]
    assert [paper.key for paper in small.unlisted] == ["own2025", "cited", "lost", "wrong"]
    assert set(small.in_list) | set(small.unlisted) == set(small.papers)


def test_a_key_is_found_in_any_case(small):
    assert small.paper("HO2020ddpm") is small.papers[1]
    assert small.paper("nobody") is None


def test_keys_are_one_where_bibtex_takes_them_for_one():
    """BibTeX compares bytes: only ASCII letters have no case, so these two are two entries."""
    both = survey(
        "@misc{Édith1952, title={A}, category={a}}@misc{édith1952, title={B}, category={a}}"
    )
    assert [paper.title for paper in both.in_list] == ["A", "B"]
    assert said(both) == []
    plan = Plan(
        command="set",
        changes=(Change(key="édith1952", action="set", field="year", new="{1952}"),),
    )
    [data] = both.edited(plan).data
    assert data == both.documents[0].data.replace(b"{B}, ", b"{B}, year={1952}, ")


def test_a_paper_is_listed_once_in_each_of_its_categories(small):
    schedule = small.taxonomy["algorithm/training/noise-schedule"]
    assert [paper.key for paper in small.listed(schedule)] == ["song2021ddim", "ho2020ddpm", "zz"]
    assert [paper.key for paper in small.listed(small.taxonomy["algorithm/sampling"])] == [
        "song2021ddim"
    ]
    assert small.listed(small.taxonomy["algorithm"]) == []
    song = small.paper("song2021ddim")
    assert song is not None
    assert [category.path for category in small.categories_of(song)] == [
        "algorithm/training/noise-schedule",
        "algorithm/sampling",
    ]
    assert small.categories_of(small.papers[0]) == ()
    assert small.count(small.taxonomy["algorithm"]) == 3


def test_everything_wrong_is_found_with_its_place(small):
    assert said(small) == [
        "survey.bib:27:7: warning L002 entry `lost` has no `category`, so it is not in the list",
        "survey.bib:28:42: error L001 entry `wrong`: unknown category `noise-shedule`",
        "survey.bib:28:42: error L003 entry `wrong`: category `training` is ambiguous",
        "more.bib:2:7: error S002 the key `HO2020DDPM` is already in survey.bib:10:1, which wins",
    ]


def test_a_citation_of_nothing_is_an_error_with_the_nearest_key(folder):
    toml = folder / "categories.toml"
    toml.write_text(toml.read_text().replace('"own2025"', '"own2025", "onw2025"'))
    first = Survey.open(folder).findings[0]
    assert (first.code, str(first.place)) == ("L005", "categories.toml:3:20")
    assert first.hint == "did you mean `own2025`?"


def test_without_categories_toml_the_category_rules_are_off(folder):
    (folder / "categories.toml").unlink()
    opened = Survey.open(folder)
    assert not opened.has_categories
    assert said(opened) == []
    assert len(opened.papers) == 6
    assert opened.in_list == ()


def test_a_file_alone_serves_without_categories(folder):
    opened = Survey.open(folder, bib=folder / "more.bib")
    assert not opened.has_categories
    assert [paper.key for paper in opened.papers] == ["zz", "HO2020DDPM"]
    assert opened.documents[0].name == "more.bib"
    both = Survey.open(folder, bib=folder / "more.bib", config=folder / "categories.toml")
    assert [finding.code for finding in both.findings] == ["L005"]
    elsewhere = Survey.open(folder, bib=DATA / "more.bib")
    assert elsewhere.documents[0].name == (DATA / "more.bib").as_posix()


def test_categories_toml_without_categories_misses_none(folder):
    (folder / "categories.toml").write_text('[survey]\ntitle = "T"\n')
    (folder / "survey.bib").write_text("@misc{a, title = {A}}\n@misc{b, category = {x}}\n")
    assert said(Survey.open(folder)) == [
        "survey.bib:2:21: error L001 entry `b`: unknown category `x`"
    ]


def test_a_second_list_on_the_same_file():
    opened = survey(
        "@misc{a, category = {nowhere}, Topic = {two}}",
        '[survey]\ncategory-field = "Topic"\n[categories.one]\n[categories.two]\n',
    )
    assert said(opened) == []
    assert [paper.key for paper in opened.listed(opened.taxonomy["two"])] == ["a"]


def test_entries_that_carry_fields_for_others_need_no_category():
    opened = survey("@xdata{x, publisher = {P}}\n@misc{a, category = {a}}")
    assert said(opened) == []


def test_an_inherited_category_is_placed_at_its_entry():
    opened = survey(
        "@misc{a, title = {A}, crossref = {b}}\n@proceedings{b, title = {B}, category = {zzz}}"
    )
    places = [str(f.place) for f in opened.findings if f.code == "L001"]
    assert places[-1] == "0.bib:2:41"
    assert set(places) <= {"0.bib:1:7", "0.bib:2:41"}


def test_a_link_that_is_no_web_address_is_found():
    opened = survey(
        "@misc{a, category = {a}, url = {javascript:alert(1)},\n  code = {https://example.org/c},\n"
        "  link-data = {ftp://example.org}}\n"
    )
    first, second = said(opened)
    assert first.startswith("0.bib:1:32: warning L004 `url` of entry `a` is no http(s) URL")
    assert first.endswith("`javascript:alert(1)`")
    assert second.startswith("0.bib:3:15: warning L004 `link-data` of entry `a`")


def test_one_bad_entry_costs_one_entry():
    opened = survey("@misc{a, category = {a}}\n@misc{b, title = {\n@misc{c, category = {a}}\n")
    assert [paper.key for paper in opened.listed(opened.taxonomy["a"])] == ["a", "c"]
    assert [finding.code for finding in opened.findings] == ["S001"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("survey.bib", None, "there is no such file"),
        ("survey.bib", "@misc{a}".encode("utf-16"), "UTF-16"),
        ("categories.toml", b"[survey", "not TOML"),
        ("categories.toml", b"[survey]\nbib = '../x.bib'\n", "leaves the survey's folder"),
        ("categories.toml", b"[survey]\nbib = 'sub'\n", "folder, not a file"),
        ("categories.toml", b"[render]\ntargets = ['nothing']\n", "unknown target `nothing`"),
        ("categories.toml", b"[render.latx]\n", "unknown table `latx`"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_error(folder, name, data, message):
    (folder / "sub").mkdir()
    (folder / name).unlink()
    if data is not None:
        (folder / name).write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        Survey.open(folder)
    assert caught.value.findings[0].place is not None


def test_all_unusable_files_are_named(folder):
    (folder / "survey.bib").unlink()
    (folder / "more.bib").write_bytes("@misc{a}".encode("utf-16"))
    with pytest.raises(InputError) as caught:
        Survey.open(folder)
    assert [str(finding.place) for finding in caught.value.findings] == ["survey.bib", "more.bib"]


def test_a_named_file_does_not_leave_the_folder_through_a_link(folder, tmp_path):
    shutil.move(folder / "more.bib", tmp_path / "more.bib")
    (folder / "more.bib").symlink_to(tmp_path / "more.bib")
    with pytest.raises(InputError, match="symbolic link") as caught:
        Survey.open(folder)
    assert str(caught.value.findings[0].place) == "categories.toml:4:22"


def test_survey_bib_itself_may_be_a_link(folder, tmp_path):
    shutil.move(folder / "survey.bib", tmp_path / "library.bib")
    (folder / "survey.bib").symlink_to(os.path.relpath(tmp_path / "library.bib", folder))
    assert len(Survey.open(folder).papers) == 7


def test_the_configuration_may_be_elsewhere(folder, tmp_path):
    shutil.move(folder / "categories.toml", tmp_path / "other.toml")
    opened = Survey.open(folder, config=tmp_path / "other.toml")
    assert opened.has_categories
    with pytest.raises(InputError, match="no such file"):
        Survey.open(folder, config=tmp_path / "none.toml")


SORTED = """\
@misc{b, title = {The Ä}, author = {Zorn, A}, year = 2020, month = jan}
@misc{a, title = {aa},  author = {Abel, Z and Cain, A}, year = 2021}
@misc{c, title = {{B}}, author = {{Org}}, year = 2020, month = mar}
@misc{d, title = {aa}, author = {Abel, Z and Bond, A}, eprint = {1907.00001}, archiveprefix = {arXiv}}
@misc{e}
"""


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        (["file"], "bacde"),
        ([], "bacde"),
        (["-file"], "edcab"),
        (["date"], "dbcae"),
        (["-date"], "acbde"),
        (["title"], "adcbe"),
        (["-title"], "bcade"),
        (["title", "-file"], "dacbe"),
        (["author"], "dacbe"),
        (["title", "author"], "dacbe"),
        (["-author"], "bcade"),
    ],
)
def test_the_orders(keys, order):
    papers = survey(SORTED).papers
    assert "".join(paper.key for paper in in_order(papers, keys)) == order


def test_papers_are_ordered_by_venue():
    papers = survey(
        "@article{a, journal = {Nature}}\n@inproceedings{b, booktitle = {Proc. of ACL}}\n@misc{c}"
    ).papers
    assert [paper.key for paper in in_order(papers, ["venue"])] == ["b", "a", "c"]


def test_a_file_named_twice_is_read_once(folder):
    toml = folder / "categories.toml"
    toml.write_text(
        toml.read_text("utf-8").replace(
            'bib = ["survey.bib", "more.bib"]',
            'bib = ["survey.bib", "more.bib", "survey.bib"]',
        ),
        "utf-8",
    )
    opened = Survey.open(folder)
    assert opened.config.survey.bib == ("survey.bib", "more.bib", "survey.bib")
    assert [document.name for document in opened.documents] == ["survey.bib", "more.bib"]


def test_macros_hold_in_the_files_behind(tmp_path):
    files = {
        "strings.bib": "@string{ML = {Machine Learning}}\n",
        "survey.bib": "@article{a, title = {A}, journal = ml # { Journal}, month = jan, note = gone}\n",
        "more.bib": "@string{ml = {Machines}}\n@article{b, title = {B}, journal = ml}\n",
        "categories.toml": '[survey]\nbib = ["strings.bib", "survey.bib", "more.bib"]\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    opened = Survey.open(tmp_path)
    assert [paper.text("journal") for paper in opened.papers] == [
        "Machine Learning Journal",
        "Machines",
    ]
    assert [f.message for f in opened.findings if f.code == "S004"] == [
        "the macro `gone` is not defined here"
    ]
    change = Change(
        key="a", action="replace", field="journal", old="ml # { Journal}", new="ml", source="me"
    )
    assert opened.apply(Plan(command="set", changes=(change,))).written
    assert Survey.open(tmp_path).papers[0].text("journal") == "Machine Learning"
    again = copy.copy(opened.documents[1])
    assert again.macros == opened.documents[1].macros
