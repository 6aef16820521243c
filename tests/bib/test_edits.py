from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.bib.edits import (
    Edit,
    apply,
    remove_field,
    rename_field,
    set_field,
    set_key,
    set_type,
)
from bib2awesome.errors import BugError, InputError
from tests.bib.bibtex_reading import after, only, parse


def check_added(before: str, expected: str, name: str = "doi", value: str = "{d}") -> None:
    """Check what adding a field gives, and that removing it gives back what was there."""
    document = parse(before)
    edits = set_field(document, document.entries[0], name, value)
    new = after(document, edits)
    assert new == expected
    again = parse(new)
    assert again.entries[0].source(name) == value
    assert set_field(again, again.entries[0], name, value) == []
    assert after(again, remove_field(again, again.entries[0], name)) == before


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("before", "expected"),
    [
        # one line more, before the last field, whether or not there is a comma behind that
        ("@misc{k,\n  a = {1},\n  b = {2}\n}", "@misc{k,\n  a = {1},\n  doi = {d},\n  b = {2}\n}"),
        (
            "@misc{k,\n  a = {1},\n  b = {2},\n}",
            "@misc{k,\n  a = {1},\n  doi = {d},\n  b = {2},\n}",
        ),
        ("@misc{k,\n\ta={1}\n}", "@misc{k,\n\tdoi={d},\n\ta={1}\n}"),
        ("@misc(k,\n  a = {1}\n)", "@misc(k,\n  doi = {d},\n  a = {1}\n)"),
        # the closing brace on the last field's line
        ("@misc{k,\n a = 1,\n b = 2}", "@misc{k,\n a = 1,\n doi = {d},\n b = 2}"),
        ("@misc{k,\n a = 1 }", "@misc{k,\n doi = {d},\n a = 1 }"),
        # aligned `=`
        (
            "@misc{k,\n  title  = {1},\n  b      = {2},\n}",
            "@misc{k,\n  title  = {1},\n  doi    = {d},\n  b      = {2},\n}",
        ),
        ("@misc{k,\n  b      = {2},\n}", "@misc{k,\n  doi    = {d},\n  b      = {2},\n}"),
        ("@misc{k,\n  b  = {2},\n}", "@misc{k,\n  doi = {d},\n  b  = {2},\n}"),
        # aligned values
        (
            "@misc{k,\n title=  {1},\n b=      {2},\n}",
            "@misc{k,\n title=  {1},\n doi=    {d},\n b=      {2},\n}",
        ),
        # names that end at one column
        (
            "@misc{k,\n    author = {1},\n     title = {2},\n         b = {3}\n}",
            "@misc{k,\n    author = {1},\n     title = {2},\n       doi = {d},\n         b = {3}\n}",
        ),
        # tabs up to the `=`
        (
            "@misc{k,\n\ttitle\t= {1},\n\tb\t= {2}\n}",
            "@misc{k,\n\ttitle\t= {1},\n\tdoi\t= {d},\n\tb\t= {2}\n}",
        ),
        ("@misc{k,\n\tb\t\t = {2}\n}", "@misc{k,\n\tdoi\t\t = {d},\n\tb\t\t = {2}\n}"),
        # no column that most share
        (
            "@misc{k,\n a   = 1,\n bc = 2,\n defgh= 3\n}",
            "@misc{k,\n a   = 1,\n bc = 2,\n doi= {d},\n defgh= 3\n}",
        ),
        # comma first
        (
            "@misc{k\n  , a = {1}\n  , b = {2}\n  }",
            "@misc{k\n  , a = {1}\n  , doi = {d}\n  , b = {2}\n  }",
        ),
        (
            "@misc{k,\n    a = {1}\n  , b = {2}\n}",
            "@misc{k,\n    a = {1}\n  , doi = {d}\n  , b = {2}\n}",
        ),
        # one line
        ("@misc{k, a = {1}, b={2}}", "@misc{k, a = {1}, doi={d}, b={2}}"),
        ("@misc{k, a = {1}}", "@misc{k, doi = {d}, a = {1}}"),
        ("@misc{k,a={1},}", "@misc{k,doi={d},a={1},}"),
        ("@misc{k,%\na={1},}", "@misc{k,%\ndoi={d},\na={1},}"),
        ("@misc{k, a = {1\n}, b = {2}}", "@misc{k, a = {1\n}, doi = {d}, b = {2}}"),
        # fields that share lines: before the last that starts one
        (
            "@misc{k, a = {1},\n  b = {2}, c = {3},\n}",
            "@misc{k, a = {1},\n  doi = {d},\n  b = {2}, c = {3},\n}",
        ),
        # no fields
        ("@misc{k}", "@misc{k, doi = {d}}"),
        ("@misc{k,}", "@misc{k, doi = {d},}"),
        ("@misc(k )", "@misc(k, doi = {d} )"),
        ("@misc{k,\n}", "@misc{k,\n  doi = {d},\n}"),
        ("@misc{k\n}", "@misc{k,\n  doi = {d}\n}"),
        ("@misc{k}\n@misc{l,\n\ta={1}\n}", "@misc{k, doi={d}}\n@misc{l,\n\ta={1}\n}"),
        ("@misc{k,\n}\n@misc{l,\n\ta={1}\n}", "@misc{k,\n\tdoi={d},\n}\n@misc{l,\n\ta={1}\n}"),
        ("@misc{k,\n}\n@misc{l\n ,a=1\n}", "@misc{k,\n  doi = {d},\n}\n@misc{l\n ,a=1\n}"),
        ("@misc{,\n}", "@misc{,\n  doi = {d},\n}"),
    ],
)
def test_added_fields(before: str, expected: str, end: str):
    check_added(before.replace("\n", end), expected.replace("\n", end))


def test_odd_spacing_is_not_copied():
    check_added("@misc{k,\n a % x\n =\n {1}\n}", "@misc{k,\n doi = {d},\n a % x\n =\n {1}\n}")


def test_a_new_name_is_in_capitals_where_all_are():
    check_added("@MISC{k,\n A = {1}\n}", "@MISC{k,\n DOI = {d},\n A = {1}\n}")


def test_names_at_one_column_may_run_out_of_room():
    check_added(
        "@misc{k,\n author = {1},\n  title = {2}\n}",
        "@misc{k,\n author = {1},\n organization = {d},\n  title = {2}\n}",
        "organization",
    )


def test_the_rest_of_a_mixed_file_keeps_its_line_ends():
    check_added("@misc{a,\n b = 1\n}\r\n\r\n", "@misc{a,\n doi = {d},\n b = 1\n}\r\n\r\n")


def test_two_fields_added_at_once():
    for text in ("@misc{k}", "@misc{k,}", "@misc{k\n}", "@misc{k, a = 1}", "@misc{k,\n a = 1\n}"):
        document = parse(text)
        entry = only(document)
        edits = [*set_field(document, entry, "x", "{1}"), *set_field(document, entry, "y", "{2}")]
        names = [field.name for field in only(parse(after(document, edits))).fields]
        assert [name for name in names if name != "a"] == ["x", "y"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("@misc{k,\n doi = {},\n a = 1\n}", "@misc{k,\n doi = {d},\n a = 1\n}"),
        ('@misc{k,\n DOI = "" ,\n a = 1\n}', "@misc{k,\n DOI = {d} ,\n a = 1\n}"),
        ("@misc{k, doi = {x} # {y}}", "@misc{k, doi = {d}}"),
        ("@misc{k, doi = a, doi = b}", "@misc{k, doi = {d}, doi = b}"),
    ],
)
def test_fields_that_are_there_are_filled_in_place(before: str, expected: str):
    document = parse(before)
    assert after(document, set_field(document, only(document), "doi", "{d}")) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("doi", "{"),
        ("doi", "{a} {b}"),
        ("doi", "a b"),
        ("doi", ""),
        ("a b", "{x}"),
        ("1", "{x}"),
        ("", "{x}"),
    ],
)
def test_what_is_no_field_is_refused(name: str, value: str):
    document = parse("@misc{k, a = 1}")
    with pytest.raises(BugError):
        set_field(document, only(document), name, value)


def test_values_of_any_depth_can_be_set():
    document = parse("@misc{k, a = 1}")
    deep = "{" * 50 + "}" * 50
    assert (
        after(document, set_field(document, only(document), "a", deep)) == f"@misc{{k, a = {deep}}}"
    )


def test_raw_text_goes_only_where_there_is_such():
    document = parse("@misc{k, a = {ü}}")
    assert after(document, set_field(document, only(document), "a", "{é}")) == "@misc{k, a = {é}}"
    plain = parse("@misc{k, a = {u}}")
    with pytest.raises(InputError, match="not ASCII"):
        set_field(plain, only(plain), "a", "{é}")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("@misc{k,\n  a = {1},\n  x = {2},\n  b = {3}\n}", "@misc{k,\n  a = {1},\n  b = {3}\n}"),
        ("@misc{k,\n  a = {1},\n  x = {2\n 2},\n}", "@misc{k,\n  a = {1},\n}"),
        ("@misc{k,\n  a = {1},\n  x = {2}\n}", "@misc{k,\n  a = {1},\n}"),
        ("@misc{k,\n  x = {1},\n  a = {2}\n}", "@misc{k,\n  a = {2}\n}"),
        ("@misc{k,\n  x = {1},\n}", "@misc{k,\n}"),
        ("@misc{k,\n  x = {1}\n}", "@misc{k\n}"),
        ("@misc{k, % note\n  x = {1}\n}", "@misc{k, % note\n}"),
        ("@misc{k,\n  a = {1},\n  x = {2}}", "@misc{k,\n  a = {1},\n  }"),
        ("@misc{k,\n  a = {1}, % c\n  x = {2}}", "@misc{k,\n  a = {1}, % c\n  }"),
        ("@misc{k,\n  x = {2}, % why\n  a = {1}}", "@misc{k,\n   % why\n  a = {1}}"),
        ("@misc{k,\n  x = {1}, a = {2}\n}", "@misc{k,\n   a = {2}\n}"),
        ("@misc{k,\n  a = {1}, x = {2},\n  b = {3}\n}", "@misc{k,\n  a = {1},\n  b = {3}\n}"),
        ("@misc{k, a = {1}, x = {2}, b = {3}}", "@misc{k, a = {1}, b = {3}}"),
        ("@misc{k, a = {1}, x = {2}}", "@misc{k, a = {1},}"),
        ("@misc{k, x = {1}}", "@misc{k}"),
        ("@misc{k, x = {1},}", "@misc{k,}"),
        ("@misc{k\n  , a = {1}\n  , x = {2}\n  }", "@misc{k\n  , a = {1}\n  }"),
        ("@misc{k\n  , x = {1}\n  , a = {2}\n  }", "@misc{k\n  , a = {2}\n  }"),
        ("@misc{k,\n    x = {1}\n  , a = {2}\n}", "@misc{k\n  , a = {2}\n}"),
        ("@misc{k\n  , x = {1},\n  a = {2}\n}", "@misc{k\n  ,\n  a = {2}\n}"),
        ("@misc{k, x = 1, a = 2, X = 3}", "@misc{k, a = 2,}"),
        ("@misc{k, a = 1}", "@misc{k, a = 1}"),
    ],
)
def test_removed_fields(before: str, expected: str):
    document = parse(before)
    new = after(document, remove_field(document, only(document), "x"))
    left = [(field.name, field.source) for field in only(document).fields if field.name != "x"]
    assert [(field.name, field.source) for field in only(parse(new)).fields] == left
    assert new == expected


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, a = 1, b = 2, c = 3}",
        "@misc{k,\n a = 1,\n b = 2,\n c = 3\n}",
        "@misc{k,\n a = 1, b = 2,\n c = 3}",
        "@misc{k\n, a = 1\n, b = 2\n, c = 3\n}",
        "@misc{k,\n  a = 1\n, b = 2\n, c = 3\n}",
        "@misc{k, a = 1,\n b = 2\n, c = 3}",
    ],
)
def test_any_two_fields_can_be_removed_together(text: str):
    document = parse(text)
    entry = only(document)
    for pair in ("ab", "bc", "ac"):
        edits = [edit for name in pair for edit in remove_field(document, entry, name)]
        [left] = only(parse(after(document, edits))).fields
        assert left.name not in pair


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("@misc{k, x = {1}, b = 2}", "@misc{k, journal = {1}, b = 2}"),
        ("@misc{k,\n  x     = 1,\n  title = 2\n}", "@misc{k,\n  journal = 1,\n  title = 2\n}"),
        (
            "@misc{k,\n  x         = 1,\n  title     = 2\n}",
            "@misc{k,\n  journal   = 1,\n  title     = 2\n}",
        ),
        ("@misc{k,\n x=1,\n title=2\n}", "@misc{k,\n journal=1,\n title=2\n}"),
        ("@misc{k,\n  x % c\n  = 1\n}", "@misc{k,\n  journal % c\n  = 1\n}"),
        ("@misc{k,\n    x = 1,\n title = 2\n}", "@misc{k,\n    journal = 1,\n title = 2\n}"),
        ("@misc{k, a = 1}", "@misc{k, a = 1}"),
    ],
)
def test_renamed_fields(before: str, expected: str):
    document = parse(before)
    assert after(document, rename_field(document, only(document), "x", "journal")) == expected


def test_renaming_in_an_aligned_entry_can_be_taken_back():
    text = "@misc{k,\n  x     = 1,\n  title = 2,\n  year  = 3\n}"
    document = parse(text)
    again = parse(after(document, rename_field(document, only(document), "x", "journaltitle")))
    assert after(again, rename_field(again, only(again), "journaltitle", "x")) == text


def test_renaming_makes_no_duplicate():
    document = parse("@misc{k,\n a = 1,\n B = 2\n}")
    with pytest.raises(InputError, match="has a field `b` already") as caught:
        rename_field(document, only(document), "a", "b")
    assert str(caught.value.findings[0].place) == "survey.bib:3:2"
    assert (
        after(document, rename_field(document, only(document), "b", "b"))
        == "@misc{k,\n a = 1,\n b = 2\n}"
    )
    assert rename_field(document, only(document), "B", "B") == []
    with pytest.raises(BugError):
        rename_field(document, only(document), "a", "b c")


def test_keys():
    document = parse("@misc{k, a = 1}\n@misc(,a=1)")
    one, two = document.entries
    assert after(document, set_key(document, one, "DBLP:conf/x")).startswith("@misc{DBLP:conf/x, a")
    assert after(document, set_key(document, two, "k2")).endswith("@misc(k2,a=1)")
    assert set_key(document, one, "k") == []


@pytest.mark.parametrize(
    "key", ["", "a b", "a,b", "a}", "a{b", "ä", "a%", "a\n", "a\\", "a#", 'a"b', "a'b"]
)
def test_impossible_keys(key: str):
    document = parse("@misc{k, a = 1}")
    with pytest.raises(InputError, match="cannot be a citation key"):
        set_key(document, only(document), key)


def test_a_raw_key_in_a_file_that_has_such():
    document = parse("@misc{k, a = {ä}}")
    assert after(document, set_key(document, only(document), "ä")) == "@misc{ä, a = {ä}}"


@pytest.mark.parametrize(
    ("written", "new", "expected"),
    [
        ("misc", "InProceedings", "inproceedings"),
        ("MISC", "inproceedings", "INPROCEEDINGS"),
        ("Misc", "inproceedings", "InProceedings"),
        ("InBook", "article", "Article"),
        ("Misc", "misc", "Misc"),
    ],
)
def test_types(written: str, new: str, expected: str):
    document = parse(f"@{written}{{k, a = 1}}")
    assert after(document, set_type(document, only(document), new)) == f"@{expected}{{k, a = 1}}"


def test_an_impossible_type():
    document = parse("@misc{k, a = 1}")
    with pytest.raises(BugError):
        set_type(document, only(document), "a b")


def test_overlapping_edits_are_refused():
    data = b"0123456789"
    assert apply(data, []) == data
    assert (
        apply(data, [Edit(8, 9, b"x"), Edit(2, 4, b""), Edit(4, 4, b"y"), Edit(4, 4, b"z")])
        == b"01yz4567x9"
    )
    for edits in (
        [Edit(2, 5, b""), Edit(4, 6, b"")],
        [Edit(2, 5, b"")] * 2,
        [Edit(9, 11, b"")],
        [Edit(5, 4, b"")],
    ):
        with pytest.raises(BugError):
            apply(data, edits)


def test_documents_do_not_change():
    document = Document.parse(b"@misc{k, a = 1}")
    after(document, set_field(document, only(document), "a", "2"))
    assert document.data == b"@misc{k, a = 1}"
