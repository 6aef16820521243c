from __future__ import annotations

import io
import json
from types import SimpleNamespace

import pytest

from tests.cli.conftest import BIB
from tests.cli.runner import snapshot
from tests.lab.server import Said, said


def work(doi, title, authors, year, container, **more):
    """Return a work for the stand-in; `authors` is `Family, Given; …`."""
    names = [name.split(", ") for name in authors.split("; ")]
    kind = {"type": "journal-article", "month": 5, "container": [container]}
    return {"doi": doi, "title": title, "authors": names, "year": year} | kind | more


ENGINE = work(
    "10.1000/engine", "Notes on the Analytical Engine", "Lovelace, Ada; Müller, Jörg", 2024,
    "Advances in Neural Information Processing Systems", pages="1-9", type="proceedings-article",
    code="lovelace/engine",
)  # fmt: skip
DIFFERENCE = work(
    "10.1000/difference",
    "On Differences",
    "Babbage, Charles",
    2023,
    "Journal of Machines",
    volume="7",
)
LOOM = work(
    "10.1000/loom",
    "A Loom for Punched Cards and Patterns",
    "Jacquard, Marie",
    1804,
    "Journal of Machines",
)
DBLP = {name: value for name, value in LOOM.items() if name != "doi"} | {
    "dblp": "conf/loom/Jacquard04",
    "venue": "ICML",
}
TWIN = LOOM | {"doi": "10.1000/twin", "container": ["Annals of Machines"]}
MORE = """
@article{jacquard1804loom,
  title    = {A Loom for Punched Cards and Patterns},
  author   = {Jacquard, Marie},
  year     = {1804},
  category = {machines},
}
"""


@pytest.fixture
def service(lab, monkeypatch):
    lab.works = [ENGINE, DIFFERENCE, LOOM]
    for name, value in (lab.env | {"BIB2AWESOME_MAILTO": "me@example.org"}).items():
        monkeypatch.setenv(name, value)
    return lab


@pytest.fixture
def folder(survey):
    (survey / "survey.bib").write_text(BIB + MORE, encoding="utf-8")
    config = survey / "categories.toml"
    config.write_text(config.read_text() + '\n[enrich]\nsources = ["crossref"]\n', encoding="utf-8")
    return survey


@pytest.fixture
def enrich(run, folder, service):
    assert service.works

    def enrich(*words, cwd=folder):
        return run("-C", cwd, "enrich", *words)

    return enrich


@pytest.fixture(autouse=True)
def _cache(monkeypatch, run, tmp_path):
    del run
    monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(tmp_path / "cache"))


def test_what_is_certain_is_written_and_the_rest_is_proposed(enrich, folder):
    done = enrich()
    text = (folder / "survey.bib").read_text()
    assert done.code == 0, done.err
    assert "doi      = {10.1000/loom}" in text
    assert "pages     = {1--9}" in text
    assert "journal  = {arXiv preprint arXiv:2301.00001}" in text
    assert "babbage2023difference: has been published" in done.err
    for line in (BIB + MORE).splitlines():
        assert line in text
    lines = (folder / ".bib2awesome" / "provenance.jsonl").read_text().splitlines()
    assert {json.loads(line)["source"] for line in lines} == {"crossref"}


def test_a_second_run_asks_nothing_and_changes_nothing(enrich, folder, service):
    enrich()
    before = snapshot(folder)
    service.seen.clear()
    done = enrich("--json")
    assert (done.code, service.seen, json.loads(done.out)["requests"]) == (0, [], {})
    assert snapshot(folder) == before
    assert enrich("--check").code == 0


def test_nothing_is_written_where_that_is_asked(enrich, folder):
    before = snapshot(folder)
    assert enrich("--check").code == 1
    assert "+  doi      = {10.1000/loom}," in enrich("--diff").out
    assert snapshot(folder) == before


def test_an_upgrade_keeps_key_eprint_and_category(enrich, folder):
    done = enrich("--upgrade", "--json")
    changes = [one for one in json.loads(done.out)["changes"] if one["group"] == "upgrade"]
    assert {one["status"] for one in changes} == {"written"}
    text = (folder / "survey.bib").read_text()
    entry = text[text.index("@article{babbage2023difference") : text.index("@article{jacquard")]
    for line in (
        "journal  = {Journal of Machines}",
        "eprint   = {2301.00001}",
        "category = {machines/parts}",
        "{10.1000/difference}",
    ):
        assert line in entry
    assert not json.loads(enrich("--upgrade", "--json").out)["changes"]


def test_a_service_that_is_down_is_named(enrich, folder, service):
    service.answer(Said(403, b"<html>down</html>", "text/html"))
    before = snapshot(folder)
    done = enrich()
    assert done.code == 3
    assert "crossref could not be asked about 3 papers" in done.err
    assert snapshot(folder) == before


def test_offline_asks_nobody(enrich, service):
    done = enrich("--offline")
    assert (done.code, service.seen) == (0, [])


def test_only_some_papers_fields_and_sources(enrich, service):
    done = enrich("lovelace2024engine", "--only", "pages", "--source", "crossref", "--json")
    assert [(c["key"], c["field"]) for c in json.loads(done.out)["changes"]] == [
        ("lovelace2024engine", "pages")
    ]
    assert len(service.seen) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lovelace2024engin"], "did you mean `lovelace2024engine`?"),
        (["--source", "crosref"], "crossref"),
        (["--only", ","], "names no field"),
        (["--only", "dio"], "did you mean `doi`?"),
        (["--overwrite", "Title,isbn"], "no service fills in `isbn`"),
        (["--offline", "--refresh"], "exclude each other"),
        (["--interactive", "--check"], "`--interactive` writes"),
    ],
)
def test_wrong_usage_is_said(enrich, words, said):
    done = enrich(*words)
    assert done.code == 2
    assert said in done.err


def answering(monkeypatch, *answers):
    lines = iter(answers)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(lines))


def test_the_author_chooses_and_is_not_asked_again(enrich, folder, service, monkeypatch):
    service.works.append(TWIN)
    answering(monkeypatch, "n", "2")
    done = enrich("--interactive")
    assert "1  A Loom for Punched Cards and Patterns / Marie Jacquard" in done.err
    text = (folder / "survey.bib").read_text()
    assert "10.1000/twin" in text or "10.1000/loom" in text
    assert "10.1000/difference" not in text
    loom = text[text.index("@article{jacquard1804loom") :]
    assert "journal  = {" in loom
    assert "month    = may" in loom
    assert not json.loads(enrich("--json").out)["changes"]
    again = json.loads(enrich("--json", "--reconsider", "--check").out)["changes"]
    assert {one["group"] for one in again} == {"upgrade"}
    assert not json.loads(enrich("--json").out)["changes"]
    assert json.loads(enrich("--json", "--reconsider").out)["changes"]


def test_a_record_without_doi_can_be_chosen_where_a_list_named_no_authors(
    enrich, folder, service, monkeypatch
):
    bib, config = folder / "survey.bib", folder / "categories.toml"
    bib.write_text(MORE.replace("  author   = {Jacquard, Marie},\n", ""))
    config.write_text(config.read_text().replace('"crossref"', '"dblp"'))
    service.works[:] = [DBLP]
    done = enrich()
    assert "1 paper not certain: `enrich --interactive` asks" in done.err
    answering(monkeypatch, "what?", "9", "1")
    assert enrich("--interactive").code == 0
    text = bib.read_text()
    assert "author   = {Jacquard, Marie}" in text
    assert "doi" not in text
    assert enrich("--check").code == 0


def test_a_record_without_doi_is_refused_for_good(enrich, folder, service, monkeypatch):
    (folder / "survey.bib").write_text(MORE.replace("  author   = {Jacquard, Marie},\n", ""))
    config = folder / "categories.toml"
    config.write_text(config.read_text().replace('"crossref"', '"dblp"'))
    service.works[:] = [DBLP]
    answering(monkeypatch, "n")
    enrich("--interactive")
    assert not json.loads(enrich("--json").out)["ambiguous"]


def test_nobody_is_asked_about_a_doi_that_is_there(enrich, folder, monkeypatch):
    author = "  author   = {Poe, Eva},\n  doi      = {10.1000/loom},\n"
    text = MORE.replace("  author   = {Jacquard, Marie},\n", author)
    (folder / "survey.bib").write_text(text)
    answering(monkeypatch)
    done = enrich("--interactive")
    assert "the DOI leads to a record that differs" in done.err
    assert (folder / "survey.bib").read_text() == text


def test_candidates_are_listed_and_can_be_refused(enrich, folder, service, monkeypatch):
    service.works.append(TWIN)
    done = enrich()
    assert "     https://doi.org/10.1000/twin\n" in done.err
    answering(monkeypatch, "y", "l")
    enrich("--interactive")
    assert "10.1000/difference" in (folder / "survey.bib").read_text()
    answering(monkeypatch, "n")
    enrich("--interactive")
    assert not json.loads(enrich("--json").out)["ambiguous"]


def test_a_wrong_doi_is_reported_and_kept(enrich, folder):
    bib = folder / "survey.bib"
    bib.write_text(bib.read_text().replace("10.1000/engine", "10.1000/loom"))
    done = enrich("lovelace2024engine")
    assert "the DOI is of another work" in done.err
    assert "doi       = {10.1000/loom}" in bib.read_text()


def test_an_id_is_added_behind_its_category(run, folder, service):
    service.works.append(
        work("10.1000/new", "Gears of Brass", "Poe, Eva", 2024, "Journal of Machines")
    )
    done = run("-C", folder, "add", "https://doi.org/10.1000/new", "--category", "parts")
    assert done.code == 0, done.err
    text = (folder / "survey.bib").read_text()
    assert text.index("@article{poe2024gears") > text.index("@article{babbage")
    assert text.index("@article{poe2024gears") < text.index("@article{jacquard")
    assert "category = {machines/parts}" in text[text.index("@article{poe2024gears") :]
    again = run("-C", folder, "add", "10.1000/new")
    assert "already there as poe2024gears (machines/parts)" in again.err
    again = run("-C", folder, "add", "10.1000/new", "--json")
    assert json.loads(again.out)["keys"] == {"10.1000/new": "poe2024gears"}


def test_a_work_that_is_named_twice_is_added_once(run, folder, service, monkeypatch):
    service.works.append(
        work("10.1000/new", "Gears of Brass", "Poe, Eva", 2024, "Journal of Machines")
    )
    names = ("10.1000/new", "https://doi.org/10.1000/new", "doi:10.1000/NEW")
    done = run("-C", folder, "add", *names, "--category", "parts", "--json")
    assert json.loads(done.out)["keys"] == dict.fromkeys(names, "poe2024gears")
    assert (folder / "survey.bib").read_text().count("Gears of Brass") == 1
    assert "doi:10.1000/NEW: already there as poe2024gears (machines/parts)" in done.err
    given_input(
        monkeypatch,
        "@misc{a, title = {Birds at Dawn}, author = {Poe, Eva}, year = 2024, doi = {10.1000/birds}}\n"
        "@misc{b, title = {Birds at Dawn}, author = {Poe, Eva}, year = 2024}\n",
    )
    assert json.loads(run("-C", folder, "add", "-", "--json").out)["keys"] == {"a": "a", "b": "a"}


def test_a_title_lists_candidates(run, folder, service, monkeypatch):
    del service
    before = snapshot(folder)
    done = run("-C", folder, "add", "A loom for punched cards and patterns", "--json")
    assert done.code == 1
    assert json.loads(done.out)["ambiguous"][0]["candidates"][0]["doi"] == "10.1000/loom"
    assert done.err.startswith("A loom for punched cards and patterns:\n  1  A Loom")
    assert "name the one that is meant by its DOI or id\n" in done.err
    assert snapshot(folder) == before
    (folder / "survey.bib").write_text(BIB)
    answering(monkeypatch, "1")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    done = run("-C", folder, "add", "A loom for punched cards and patterns")
    assert "@article{jacquard1804loom" in (folder / "survey.bib").read_text()
    answering(monkeypatch, "n")
    again = run("-C", folder, "add", "A loom for punched cards and patterns")
    assert "     already there as jacquard1804loom (no category)\n" in again.err


def given_input(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_bibtex_and_lists_come_on_standard_input(run, folder, service, monkeypatch):
    entry = (
        "@misc{x, title = {Birds at Dawn}, author = {Poe, Eva}, year = 2024, category = {old}}\n"
    )
    given_input(
        monkeypatch,
        entry + "@article{y, title = {Notes on the Analytical Engine}, doi = {10.1000/engine}}",
    )
    done = run("-C", folder, "add", "-", "--category", "machines")
    assert "Notes on the Analytical Engine: already there as lovelace2024engine" in done.err
    assert "@misc{x,\n" in (folder / "survey.bib").read_text()
    service.works.append(
        work("10.1000/new", "Gears of Brass", "Poe, Eva", 2024, "Journal of Machines")
    )
    given_input(monkeypatch, "# found today\n- 10.1000/new\n\n")
    assert run("-C", folder, "add", "-").code == 0
    assert "poe2024gears" in (folder / "survey.bib").read_text()


def test_broken_bibtex_on_standard_input_is_named_with_its_place(run, folder, monkeypatch):
    given_input(monkeypatch, "\n@misc{x, title = {Birds at Dawn}\n")
    done = run("-C", folder, "add", "-")
    assert done.code == 1
    assert "error: standard input:3:1: entry `x` has no closing brace" in done.err


def test_pasted_bibtex_is_there_once_and_what_may_be_there_is_named(run, folder, monkeypatch):
    entry = "@misc{%s, title = {Brass}, author = {E Poe}, year = 2024}\n"
    for _ in range(2):
        given_input(monkeypatch, entry % "brass")
        assert run("-C", folder, "add", "-").code == 0
    text = (folder / "survey.bib").read_text()
    assert text.count("{Brass}") == 1
    given_input(monkeypatch, entry % "other")
    done = run("-C", folder, "add", "-")
    assert done.code == 0
    assert "hint: `Brass` may be `brass`: " in done.err
    assert (folder / "survey.bib").read_text().count("{Brass}") == 2


def test_what_cannot_be_added_is_said(run, folder, service):
    done = run("-C", folder, "add", "10.1000/nothing", f"{service.base}/web/paper")
    assert done.code == 1
    assert done.err.count("nothing was found for") == 2
    done = run("-C", folder, "add", "10.1000/nothing", "--json")
    assert "nothing was found" in json.loads(done.out)["findings"][0]["message"]
    assert run("-C", folder, "add", "10.1000/loom", "--category", "gears").code == 2
    service.answer(Said(403, b"<html>down</html>", "text/html"))
    done = run("-C", folder, "add", "10.1000/other")
    assert done.code == 3
    assert "10.1000/other: could not ask: crossref" in done.err


def test_progress_is_told_in_lines_where_there_is_no_terminal(enrich, monkeypatch):
    assert "answered: " not in enrich("--check").err
    monkeypatch.setattr("bib2awesome.cli.asking._EVERY", 0)
    assert "\nanswered: crossref 3 of 3\n" in enrich("--check", "--refresh").err


def test_progress_is_shown_on_a_terminal(enrich, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert enrich("--check").code == 1


def test_quiet_is_quiet(run, folder, service):
    assert service.works
    assert run("-q", "-C", folder, "enrich", "--check").err == ""
    assert "crossref: 3 of 3 answered" in run("-v", "-C", folder, "enrich", "--check").err


def test_where_a_repository_is_now_is_proposed(enrich, folder, service, monkeypatch):
    config = folder / "categories.toml"
    config.write_text(config.read_text().replace('["crossref"]', '["crossref", "github"]'))
    service.works.append(ENGINE | {"code": "lovelace/engine", "doi": "10.1000/other", "title": "x"})
    service.answer(
        said({"full_name": "ada/machine", "html_url": "https://github.com/ada/machine"}),
        service="github",
    )
    done = enrich("--json")
    changes = {one["field"]: one for one in json.loads(done.out)["changes"]}
    assert (changes["code"]["status"], changes["pages"]["status"]) == ("proposed", "written")
    assert "write it with --overwrite code" in enrich().err
    answering(monkeypatch, "never", "later", "later")
    assert "the repository has moved" in enrich("--interactive").err
    assert "the repository has moved" not in enrich("--overwrite", "code").err
    assert "github.com/lovelace/engine" in (folder / "survey.bib").read_text()
    assert enrich("--overwrite", "code", "--reconsider").code == 0
    assert "code      = {https://github.com/ada/machine}" in (folder / "survey.bib").read_text()


def test_what_has_no_doi_is_named_and_not_searched_for_again(enrich, service):
    service.works.pop()
    done = enrich()
    assert (done.code, "no DOI found for 1: jacquard1804loom" in done.err) == (0, True)
    service.seen.clear()
    assert "no DOI found for 1" in enrich().err
    assert not service.seen


def test_a_cache_that_cannot_be_used_is_a_warning(enrich, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(tmp_path / "file"))
    done = enrich()
    assert (done.code, "warning: the cache" in done.err) == (0, True)
