"""Files as Overleaf's users and reference managers write them join a survey.

The files in `data/bibliographies` are our own, in the shape of what Overleaf projects, Zotero, Better
BibTeX, JabRef 5 and 3, and Mendeley hold; each has the one paper that the survey has, and new ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.importers import bibtex
from bib2awesome.importers.base import Input
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey

DATA = Path(__file__).parent / "data" / "bibliographies"
FILES = sorted(DATA.glob("*.bib"))

OURS = """\
@inproceedings{ho2020ddpm,
  title     = {Denoising Diffusion Probabilistic Models},
  author    = {Ho, Jonathan and Jain, Ajay and Abbeel, Pieter},
  booktitle = {Advances in Neural Information Processing Systems},
  year      = {2020},
  eprint    = {2006.11239},
  archiveprefix = {arXiv},
  category  = {machines}
}
"""
TOML = """\
[categories.machines]
title = "Machines"
[categories.machines.other]
title = "Other"
[categories.looms]
title = "Looms and Mills"
[categories.looms.rest]
title = "Other"
[categories.punching]
title = "Punched Cards"
"""


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    (tmp_path / "survey.bib").write_text(OURS, encoding="utf-8", newline="")
    (tmp_path / "categories.toml").write_text(TOML, encoding="utf-8", newline="")
    return tmp_path


def plan(folder: Path, name: str, **wanted: Any) -> Plan:
    given = Input(name, (DATA / name).read_bytes())
    return bibtex.plan(Survey.open(folder), [given], bibtex.Wanted(**wanted))


def imported(folder: Path, name: str, **wanted: Any) -> dict[str, dict[str, str]]:
    """Import a file, and again, which changes nothing; returns the fields of every entry, and its type."""
    made = Survey.open(folder).apply(plan(folder, name, **wanted))
    assert {change.status for change in made.changes} <= {"written"}
    assert plan(folder, name, **wanted).changes == ()
    document = Document.parse((folder / "survey.bib").read_bytes())
    return {one.key: {"@": one.type} | document.values(one) for one in document.entries}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_known_paper_keeps_its_key_and_what_it_says(survey: Path, path: Path) -> None:
    before = Document.parse(OURS.encode())
    (ours,) = before.entries
    document = imported(survey, path.name)
    mine = document["ho2020ddpm"]
    assert before.values(ours).items() <= mine.items()
    assert mine["@"] == "inproceedings"
    assert [key for key, values in document.items() if "Denoising" in values["title"]] == [
        "ho2020ddpm"
    ]
    for values in document.values():
        private = {"file", "groups", "owner", "timestamp", "mendeley-groups", "mendeley-tags"}
        assert private.isdisjoint(values)
        assert {"journaltitle", "date", "eprinttype", "location"}.isdisjoint(values)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_private_fields_come_along_and_others_are_dropped_as_asked(
    survey: Path, path: Path
) -> None:
    document = imported(survey, path.name, private=True, drop=("abstract", "url*"))
    names = {name for values in document.values() for name in values}
    assert {"abstract", "url", "urldate"}.isdisjoint(names)
    private = {"file", "groups", "__markedentry", "mendeley-groups"}
    assert path.stem == "overleaf" or private & names


def test_overleaf(survey: Path) -> None:
    document = imported(survey, "overleaf.bib", categories=("looms",))
    assert document["ho2020ddpm"]["pages"] == "6840--6851"
    assert document["ho2020ddpm"]["category"] == "machines"
    assert document["nyquist2022"]["category"] == "looms"
    assert "journal" not in document["ho2020ddpm"] or document["ho2020ddpm"]["journal"]


def test_zotero(survey: Path) -> None:
    made = plan(survey, "zotero.bib", groups=True)
    assert {one.field for one in made.conflicts} <= {"publisher"}
    document = imported(survey, "zotero.bib", groups=True)
    assert document["shannon_looms_2021"]["category"] == "looms"
    assert document["shannon_looms_2021"]["month"] == "January"


def test_better_biblatex_in_a_classic_survey(survey: Path) -> None:
    document = imported(survey, "better-biblatex.bib")
    thesis = document["turingWeaving2019"]
    assert thesis["@"] == "phdthesis"
    assert thesis["school"] == "University of Cards"
    assert (thesis["year"], thesis["month"]) == ("2019", "July")
    assert thesis["address"] == "Manchester"
    assert "type" not in thesis
    assert document["hopperBlog2024"]["@"] == "misc"
    assert document["ho2020ddpm"]["primaryclass"] == "cs"


def test_better_biblatex_in_a_biblatex_survey(survey: Path) -> None:
    ours = OURS.replace("year      = {2020}", "date = {2020-12}").replace(
        "archiveprefix", "eprinttype"
    )
    (survey / "survey.bib").write_text(ours, encoding="utf-8")
    given = Input("b.bib", (DATA / "better-biblatex.bib").read_bytes())
    done = Survey.open(survey).apply(bibtex.plan(Survey.open(survey), [given]))
    text = " ".join((survey / "survey.bib").read_text(encoding="utf-8").split())
    assert "@thesis{turingWeaving2019" in text
    assert "date = {2019-07}" in text
    assert "year =" not in text.partition("@thesis")[0]
    assert not any(one.field in {"date", "month"} for one in done.conflicts)


def test_jabref(survey: Path) -> None:
    made = plan(survey, "jabref.bib", groups=True)
    assert {
        "line": 1,
        "kind": "groups",
        "text": "groups that are no categories here: `Old things`",
    } in (made.more["notes"])
    document = imported(survey, "jabref.bib", groups=True)
    assert document["ho2020ddpm"]["category"] == "machines, looms"
    # `Other` stands below `Looms and Mills` in JabRef's tree, so it is the category below that one.
    assert document["Jacquard2021"]["category"] == "punching, looms/rest"


def test_jabref_groups_by_name(survey: Path) -> None:
    document = imported(survey, "jabref.bib", named={"old things": "other", "CARDS": "punching"})
    assert document["ho2020ddpm"]["category"] == "machines, looms, machines/other"
    assert document["Jacquard2021"]["category"] == "punching, looms/rest"


def test_groups_in_any_script(survey: Path) -> None:
    toml = TOML.replace("Punched Cards", "\u7a7f\u5b54\u5361")
    (survey / "categories.toml").write_text(toml, encoding="utf-8")
    text = (
        "@misc{x, title = {Cards}, author = {A, B}, groups = {\u7a7f\u5b54\u5361}, keywords = {;,}}"
    )
    made = bibtex.plan(
        Survey.open(survey), [Input("x.bib", text.encode())], bibtex.Wanted(groups=True)
    )
    assert "category  = {punching}" in (made.changes[0].new or "")


def test_old_jabref(survey: Path) -> None:
    assert imported(survey, "jabref-3.bib", groups=True)["Jacquard2021"]["category"] == "looms"


def test_mendeley(survey: Path) -> None:
    document = imported(survey, "mendeley.bib", groups=True, categories=("machines/other",))
    assert document["ho2020ddpm"]["category"] == "machines, looms, punching"
    assert document["Vaucanson"]["category"] == "machines/other"
    assert "arxivid" not in document["ho2020ddpm"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_known_papers_take_the_incoming_key(survey: Path, path: Path) -> None:
    made = Survey.open(survey).apply(plan(survey, path.name, keys=True))
    (survey / "categories.toml").write_text(TOML, encoding="utf-8")
    renamed = [one for one in made.changes if one.action == "set-key"]
    text = (survey / "survey.bib").read_text(encoding="utf-8")
    assert "ids" not in text  # the survey is classic BibTeX's
    if path.stem == "jabref-3":
        assert renamed == []
        return
    (change,) = renamed
    assert f"@inproceedings{{{change.new}," in text
    assert "ho2020ddpm" not in text
    assert plan(survey, path.name, keys=True).changes == ()


def test_all_of_them_at_once_are_each_work_once(survey: Path) -> None:
    inputs = [Input(path.name, path.read_bytes()) for path in FILES]
    made = bibtex.plan(Survey.open(survey), inputs, bibtex.Wanted(groups=True))
    done = Survey.open(survey).apply(made)
    added = [one.key for one in done.changes if one.action == "add-entry"]
    assert sorted(added) == [
        "Jacquard2021", "Vaucanson", "hopperBlog2024", "nyquist2022", "shannon_looms_2021",
        "turingWeaving2019",
    ]  # fmt: skip
    assert bibtex.plan(Survey.open(survey), inputs, bibtex.Wanted(groups=True)).changes == ()
