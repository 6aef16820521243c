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


def test_every_file_of_the_corpus_joins(shared: Path, survey: Path) -> None:
    for path in sorted((shared / "corpus" / "bib").glob("*.bib"))[::60]:
        data = path.read_bytes()
        try:
            made = plan(survey, data)
        except InputError:
            continue
        edited = Survey.open(survey).edited(made)
        assert edited.data[0] is None or edited.data[0].startswith(b"% Ours.")
