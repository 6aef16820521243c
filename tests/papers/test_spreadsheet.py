"""A table goes to a spreadsheet and comes back: what was changed there changes, and nothing else."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.config import Config, loads
from bib2awesome.errors import InputError
from bib2awesome.papers.spreadsheet import changes_of, table_of, unknown_columns
from bib2awesome.papers.survey import Survey

BIB = r"""
@misc{one, title = {=SUM(A1)}, abstract = {Two
  lines, and "quotes"; one line end}, note = {-1}, category = {a}}
@article{two, title = {Plain}, year = 2024, code = {https://example.org/c}, category = {-}}
@misc{three, title = {'=quoted}, note = {+1}}
"""
TOML = """
[categories.a]
title = "A"
layout = "table"
columns = [{ field = "speed", title = "Speed" }]
[tables.all]
columns = [{ field = "size", title = "Size" }]
"""
COLUMNS = ("tag", "type", "title", "abstract", "note", "code", "category")


def survey(text: str = BIB) -> Survey:
    config = loads(TOML.encode(), path=Path("categories.toml"))
    return Survey(Path(), config, [Document.parse(text.encode(), "survey.bib")])


def changed(table: str | bytes, text: str = BIB) -> dict[tuple[str, str | None], str | None]:
    data = table if isinstance(table, bytes) else table.encode()
    return {(one.key, one.field): one.new for one in changes_of(survey(text), data, "t.csv")}


def problems(table: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        changed(table)
    return [str(one.place) + ": " + one.message for one in caught.value.findings]


def test_a_table_that_comes_back_as_it_went_changes_nothing() -> None:
    ours = survey()
    table = table_of(ours.papers, COLUMNS)
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert rows[0]["title"] == "'=SUM(A1)"
    assert rows[0]["note"] == "'-1"
    assert rows[0]["abstract"] == 'Two lines, and "quotes"; one line end'
    assert rows[1]["category"] == "-"
    assert rows[2]["title"] == "''=quoted"
    assert changed(table) == {}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_comes_back_as_spreadsheets_save_it(
    separator: str, end: str, encoding: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=end)
    rows = list(csv.reader(io.StringIO(table_of(survey().papers, COLUMNS), newline="")))
    writer.writerows([rows[0], *reversed(rows[1:]), [""] * 3])
    assert changed(out.getvalue().encode(encoding)) == {}
    new = out.getvalue().replace("Plain", "Plain; simple, fast")
    new = new if separator == "\t" else new.replace("Plain; simple, fast", '"Plain; simple, fast"')
    assert changed(new.encode(encoding)) == {("two", "title"): "{Plain; simple, fast}"}


def test_an_empty_cell_changes_nothing_and_types_and_categories_follow() -> None:
    table = "sep=;\r\nKey;type;Code;category;note\r\nTWO;misc;; a ;\r\n"
    assert changed(table) == {("two", None): "misc", ("two", "category"): "{a}"}


def test_a_cell_of_several_lines_becomes_one() -> None:
    table = 'key,note\none,"First\nsecond"\n'
    assert changed(table) == {("one", "note"): "{First second}"}
    same = 'key,abstract\none,"Two\r\nlines, and ""quotes""; one line end"\n'
    assert changed(same) == {}


def test_the_same_row_twice_is_one_and_two_that_differ_are_an_error() -> None:
    assert changed("key,note\none,x\none,x\nONE,\n") == {("one", "note"): "{x}"}
    assert problems("key,note\none,x\ntwo,y\none,z\n") == [
        "t.csv:4: `note` of `one` is something else in line 2"
    ]


def test_what_is_wrong_is_named_with_its_line_all_at_once() -> None:
    table = (
        "key,title,category,type,a b\n" + "nobody,x\none,{,b\ntwo,,,paper\none,,,,1,2\nthree,,,,z\n"
    )
    found = problems(table)
    assert found[0] == "t.csv:2: no entry `nobody`"
    assert any("t.csv:3: unknown category `b`" in one for one in found)
    assert any("t.csv:3: `title`: unwritable value" in one for one in found)
    assert "t.csv:4: unknown entry type `paper`" in found
    assert "t.csv:5: more cells than columns" in found
    assert "t.csv:6: `a b` cannot be the name of a field" in found


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "no column `key`"),
        ("title\nx\n", "no column `key`"),
        ("key,a,A\none,x,y\n", "the column `a` is there twice"),
        ('key,a\none,"x\n', "not CSV"),
    ],
)
def test_a_table_that_is_none_is_refused(table: str, said: str) -> None:
    assert said in problems(table)[0]


def test_a_table_in_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        changed("key,note\none,caf\xe9\n".encode("latin-1"))
    assert str(caught.value.findings[0].place) == "t.csv:2"


def test_only_fields_that_nothing_names_are_new() -> None:
    ours = survey()
    table = "key,speed,size,tldr,titel\none,1,2,3,4\n"
    changes = changes_of(ours, table.encode(), "t.csv")
    (hint,) = unknown_columns(ours, changes, "t.csv")
    assert "`titel`" in hint.message
    assert "`title`" in (hint.hint or "")


_TEX = st.text(st.characters(codec="utf-8", exclude_characters="{}\\@#%\"'(),="), max_size=20)


@given(st.lists(_TEX, min_size=1, max_size=4), st.sampled_from(["", "=", "'=", "-", "@a", "+"]))
def test_any_value_goes_out_and_comes_back(values: list[str], lead: str) -> None:
    fields = ",\n".join(f"  f{n} = {{{lead}{value}}}" for n, value in enumerate(values))
    text = f"@misc{{one,\n{fields}\n}}\n"
    document = Document.parse(text.encode(), "survey.bib")
    ours = Survey(Path(), Config(), [document])
    if not ours.papers:
        return
    table = table_of(ours.papers, [f"f{n}" for n in range(len(values))])
    assert changes_of(ours, table.encode(), "t.csv") == []
