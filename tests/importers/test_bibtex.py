"""Another .bib file joins the survey: known works gain what is missing, new ones come along once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.errors import InputError
from bib2awesome.importers import bibtex
from bib2awesome.importers.base import Input
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey
from bib2awesome.render.generated import with_header

OURS = """\
% Ours.
@inproceedings{lovelace2024engine,
  title     = {Notes on the Analytical Engine},
  author    = {Lovelace, Ada},
  booktitle = {Advances in Neural Information Processing Systems},
  year      = {2024},
  doi       = {10.1000/engine},
  category  = {machines}
}

@misc{babbage2023difference,
  title  = {On the Difference of Engines},
  author = {Babbage, Charles},
  year   = {2023},
  eprint = {2301.00001},
  archiveprefix = {arXiv}
}
"""

TOML = """\
[categories.machines]
title = "Machines"
[categories.looms]
title = "Looms and Mills"
"""

THEIRS = r"""
@string{own = {Journal of Looms}}
@inproceedings{engine, title = {Notes on the {Analytical} Engine}, author = {Ada Lovelace},
  doi = {https://doi.org/10.1000/ENGINE}, pages = {1--9}, file = {:a.pdf:PDF}, groups = {Looms and Mills},
  year = {2024}}
@article{babbage2023difference, title = {Weaving by Cards}, author = {Jacquard, Joseph and M{\"u}ller, Jo},
  journal = own, year = 2024, month = jul, keywords = {looms; other}, timestamp = {2024-01-01}}
@inproceedings{published, title = {On the Difference of Engines}, author = {Babbage, Charles},
  eprint = {2301.00001}, archiveprefix = {arXiv}, booktitle = {International Conference on Machine Learning},
  year = {2024}, code = {https://github.com/b/b}}
@article{weaving, title = {Weaving by Cards}, author = {Jacquard, Joseph and M{\"u}ller, Jo},
  journal = own, year = 2024}
@misc{broken, title = {x}
@misc{bad, title = {A Title Nobody Else Has Ever Used}, note = {ends with a backslash\\}}
"""


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    (tmp_path / "survey.bib").write_text(OURS, encoding="utf-8", newline="")
    (tmp_path / "categories.toml").write_text(TOML, encoding="utf-8", newline="")
    return tmp_path


def plan(folder: Path, text: str | bytes, **options: Any) -> Plan:
    data = text if isinstance(text, bytes) else text.encode()
    wanted = bibtex.Wanted(**options)
    return bibtex.plan(Survey.open(folder, new=True), [Input("theirs.bib", data)], wanted)


def imported(folder: Path, text: str, **options: Any) -> Document:
    """Import a file; the second time nothing changes."""
    made = plan(folder, text, **options)
    done = Survey.open(folder, new=True).apply(made)
    assert {change.status for change in done.changes} <= {"written"}
    assert plan(folder, text, **options).changes == ()
    return Document.parse((folder / "survey.bib").read_bytes())


def values(document: Document, key: str) -> dict[str, str]:
    entry = document.entry(key)
    assert entry is not None
    return document.values(entry)


def test_a_known_work_gains_what_is_missing_and_keeps_its_key(survey: Path) -> None:
    document = imported(survey, THEIRS, groups=True)
    mine = values(document, "lovelace2024engine")
    assert mine["pages"] == "1--9"
    assert mine["category"] == "machines, looms"
    assert mine["title"] == "Notes on the Analytical Engine"
    assert "file" not in mine
    assert document.entry("engine") is None


def test_a_preprint_gets_no_venue_of_the_published_version(survey: Path) -> None:
    document = imported(survey, THEIRS)
    mine = values(document, "babbage2023difference")
    assert mine["code"] == "https://github.com/b/b"
    assert "booktitle" not in mine
    made = plan(survey, THEIRS)
    assert ("booktitle", "another version of the work") in {
        (one.field, one.reason) for one in made.conflicts
    }


def test_a_new_work_comes_once_and_under_a_key_that_is_free(survey: Path) -> None:
    document = imported(survey, THEIRS, groups=True)
    new = values(document, "jacquard2024weaving")
    assert new["journal"] == "Journal of Looms"
    assert new["month"] == "July"
    assert new["category"] == "looms"
    assert "timestamp" not in new
    assert document.entry("weaving") is None
    assert document.data.decode().startswith(OURS.replace("}\n}\n\n@misc", "", 1)[:60])


def test_what_could_not_be_read_or_written_is_named(survey: Path) -> None:
    made = plan(survey, THEIRS)
    (broken,) = made.more["not_understood"]
    assert broken["line"] == 13
    assert {note["kind"] for note in made.more["notes"]} == {"key", "known", "twice"}
    assert any(one.key == "bad" and one.field == "note" for one in made.conflicts)


def test_private_fields_come_along_when_asked(survey: Path) -> None:
    document = imported(survey, THEIRS, private=True)
    assert values(document, "lovelace2024engine")["file"] == ":a.pdf:PDF"
    assert "category" not in values(document, "jacquard2024weaving")


def test_a_file_joins_an_empty_survey(tmp_path: Path) -> None:
    document = imported(tmp_path, OURS)
    assert [entry.key for entry in document.entries] == [
        "lovelace2024engine", "babbage2023difference",
    ]  # fmt: skip
    assert "doi" in values(document, "lovelace2024engine")


def test_a_work_that_may_be_another_is_left_to_the_author(survey: Path) -> None:
    made = plan(survey, "@misc{x, title = {Notes on the Analytical Engine}}")
    assert made.changes == ()
    ((key, candidates),) = [(one.key, one.candidates) for one in made.ambiguous]
    assert (key, candidates[0]["key"]) == ("x", "lovelace2024engine")


@pytest.mark.parametrize("data", [b"", b"no entries", "@misc{a, title = {A}}".encode("utf-16")])
def test_a_file_without_entries_is_an_error(survey: Path, data: bytes) -> None:
    with pytest.raises(InputError):
        plan(survey, data)


def test_every_file_of_the_corpus_joins_and_a_second_time_changes_nothing(
    shared: Path, survey: Path
) -> None:
    tried = 0
    for path in sorted((shared / "corpus" / "bib").glob("*.bib"))[::20]:
        data = path.read_bytes()
        (survey / "survey.bib").write_text(OURS, encoding="utf-8", newline="")
        try:
            made = plan(survey, data)
        except InputError:
            continue
        done = Survey.open(survey).apply(made)
        assert {change.status for change in done.changes} <= {"written"}, path.name
        assert (survey / "survey.bib").read_bytes().startswith(b"% Ours."), path.name
        assert plan(survey, data).changes == (), path.name
        tried += 1
    assert tried > 10


def test_a_value_of_several_lines_comes_along_on_one(survey: Path) -> None:
    text = "@misc{x, title = {A Title\n\tThat Goes\r\n  On}, author = {Y}, year = 1999}"
    assert values(imported(survey, text), "x")["title"] == "A Title That Goes On"


def test_an_entry_whose_title_cannot_be_written_is_left_out_and_named(survey: Path) -> None:
    text = "@misc{x, title = {\u041a\u0430\u043a}, note = {n}}\n@misc{empty,}\n@misc{y, title = {Y}, note = {\u041a}}"
    made = plan(survey, text)
    assert [one.key for one in made.changes] == ["y"]
    assert [(one["text"], one["line"]) for one in made.more["not_understood"]] == [
        ("x", 1), ("empty", 2),
    ]  # fmt: skip
    assert [(one.key, one.field) for one in made.conflicts] == [("y", "note")]


def test_what_comes_later_says_where_it_was_published(survey: Path) -> None:
    text = """
@misc{one, title = {Weaving Large Carpets by Prime Numbers}, author = {Pascal, Blaise and Fermat, Pierre}, year = 2020}
@article{two, title = {Weaving Large Carpets by Prime Numbers}, author = {Pascal, Blaise and Fermat, Pierre}, year = 2020, journal = {Journal of Looms}}
"""
    document = imported(survey, text)
    (entry,) = [one for one in document.entries if one.key == "one"]
    assert entry.type == "article"
    assert values(document, "one")["journal"] == "Journal of Looms"


def test_what_is_left_out_is_a_warning_with_its_line(survey: Path) -> None:
    made = plan(survey, "\n@misc{x, title = {Notes on the Analytical Engine}}")
    (note,) = made.more["notes"]
    assert (note["line"], note["kind"]) == (2, "ambiguous")
    assert "may be `lovelace2024engine` (title equal" in note["text"]


def test_entries_that_say_little_join_once(survey: Path) -> None:
    text = "@misc{a, title = {Preface}}\n@misc{b, note = {No title}}\n@misc{c, title = {X}, author = {Y}}\n"
    document = imported(survey, text)
    assert [entry.key for entry in document.entries][2:] == ["a", "b", "c"]
    other = plan(survey, "@misc{c, title = {X}, author = {Somebody Else}}")
    assert [one.action for one in other.changes] == ["add-entry"]


def test_fields_for_others_are_taken_with_them(survey: Path) -> None:
    text = """
@proceedings{icml, title = {ICML Proceedings}, booktitle = {International Conference on Machine Learning}, year = 2024}
@inproceedings{child, title = {A Child of Its}, author = {Kid, A.}, crossref = {icml}}
@xdata{x, publisher = {P}}
"""
    document = imported(survey, text)
    orphan = imported(
        survey, "@inproceedings{o, title = {An Orphan}, author = {Kid, B.}, crossref = {gone}}"
    )
    assert values(orphan, "o")["crossref"] == "gone"
    child = values(document, "child")
    assert child["booktitle"] == "ICML Proceedings"
    assert "crossref" not in child
    assert document.entry("icml") is None
    assert document.entry("x") is None


def test_one_work_twice_in_a_file_is_one_with_what_both_say(survey: Path) -> None:
    text = """
@misc{one, title = {Weaving by Numbers}, author = {Pascal, B.}, year = 2020, eprint = {2001.00001}, category = {looms}}
@inproceedings{two, title = {Weaving by Numbers}, author = {Pascal, B.}, year = 2020, booktitle = {NeurIPS},
  eprint = {2001.00001}, code = {https://example.org/c}, category = {machines, nowhere}}
"""
    made = plan(survey, text)
    assert {note["kind"] for note in made.more["notes"]} == {"twice", "category"}
    assert made.more["keys"] == {"one": "one", "two": "one"}
    document = imported(survey, text)
    new = values(document, "one")
    assert new["category"] == "looms, machines"
    assert new["code"] == "https://example.org/c"
    assert "booktitle" not in new


def test_an_entry_that_is_only_cited_gains_a_category_but_loses_none(survey: Path) -> None:
    theirs = "@misc{b, title = {On the Difference of Engines}, author = {Babbage, Charles}, eprint = {2301.00001}, category = {%s}}"
    document = imported(survey, theirs % "-")
    assert "category" not in values(document, "babbage2023difference")
    document = imported(survey, theirs % "looms")
    assert values(document, "babbage2023difference")["category"] == "looms"
    (survey / "survey.bib").write_text(OURS.replace("{machines}", "{-}"), encoding="utf-8")
    theirs = (
        "@misc{lovelace2024engine, title = {Notes on the Analytical Engine}, category = {looms}}"
    )
    assert values(imported(survey, theirs), "lovelace2024engine")["category"] == "-"
    new = "@misc{n, title = {Only Cited There}, category = {-}}"
    assert values(imported(survey, new), "n")["category"] == "-"


def test_of_a_rendered_file_only_what_was_pasted_comes_along(survey: Path) -> None:
    rendered = with_header("%", ["The papers."], OURS.replace("Analytical", "Rendered"))
    pasted = (
        rendered + b"\n@misc{pasted2024, title = {Pasted on Overleaf}, author = {Noether, Emmy}}\n"
    )
    made = plan(survey, pasted)
    assert [(one.key, one.action) for one in made.changes] == [("pasted2024", "add-entry")]
    assert made.conflicts == ()


def test_a_file_that_is_the_survey_s_own_changes_nothing(survey: Path) -> None:
    ours = """
@proceedings{p, title = {Proceedings}, booktitle = {Proceedings of Looms}, publisher = {P}, year = 2020}
@inproceedings{child, title = {A Child of
   Its}, author = {Kid, A.}, crossref = {p}, month = jul # "~4", ids = {x,y}}
@misc{m, title = {Another One}, author = {Kid, B.}, month = {Sept.}}
"""
    (survey / "survey.bib").write_text(ours, encoding="utf-8")
    every = ("title", "author", "month", "booktitle", "publisher")
    for options in ({}, {"overwrite": every, "upgrade": True, "keys": True, "private": True}):
        made = plan(survey, ours, **options)
        assert (made.changes, made.conflicts) == ((), ())
    (survey / "survey.bib").write_text("", encoding="utf-8")
    document = imported(survey, ours)
    assert values(document, "child")["month"] == "July~4"
    assert values(document, "m")["month"] == "September"


def test_an_entry_whose_key_is_shared_keeps_it(survey: Path) -> None:
    (survey / "survey.bib").write_text(OURS + "@misc{Lovelace2024engine,}\n", encoding="utf-8")
    made = plan(survey, THEIRS, keys=True)
    assert {one.key for one in made.changes if one.action == "set-key"} == {"babbage2023difference"}
