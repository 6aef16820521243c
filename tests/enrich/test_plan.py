from __future__ import annotations

from dataclasses import replace

import pytest

from bib2awesome.bib.names import Name
from bib2awesome.sources.base import Link, Query, Record
from tests.enrich.made import planned, record, set_of

HEAD = (
    "title = {Sparse Bird Songs at Dawn in Cities}, author = {Ito, Aya and Kim, Minji}, year = 2020"
)
ARTICLE = f"@article{{ito, {HEAD}, journal = {{Neural Networks}}}}"
MEETING = f"@inproceedings{{ito, {HEAD}, booktitle = {{NeurIPS}}}}"
PREPRINT = f"@misc{{ito, {HEAD}, eprint = {{2005.00001}}, archiveprefix = {{arXiv}}, code = {{https://github.com/o/r}}}}"
JOURNAL = "Neural Networks"
NEURIPS = "Advances in Neural Information Processing Systems 33"


def found(**more):
    more.setdefault("type", "article")
    more.setdefault("container", JOURNAL)
    more.setdefault("doi", "10.1000/a")
    more.setdefault("pages", "11-19")
    return record(volume="7", number="2", month=5, **more)


def test_a_certain_record_fills_in_what_is_missing():
    plan, asked = planned(ARTICLE, {("crossref", "title"): [found()]})
    assert set_of(plan) == {
        "doi": "10.1000/a",
        "month": "may",
        "volume": "7",
        "number": "2",
        "pages": "11--19",
    }
    assert ("crossref", Query("title", "Sparse Bird Songs at Dawn in Cities")) in asked
    change = plan.changes[0]
    assert (change.source, change.action, change.group) == ("crossref", "set", None)
    assert change.reasons
    assert change.score >= 0.9


def test_a_known_doi_is_looked_up_and_nothing_is_searched():
    entry = ARTICLE.replace("year", "doi = {10.1000/A}, year")
    plan, asked = planned(entry, {("crossref", "doi"): [found()]})
    assert asked == [("crossref", Query("doi", "10.1000/a"))]
    assert set_of(plan) == {"month": "may", "volume": "7", "number": "2", "pages": "11--19"}


def test_a_doi_of_another_work_is_reported_and_kept():
    entry = ARTICLE.replace("year", "doi = {10.1000/a}, year")
    plan, _ = planned(
        entry, {("crossref", "doi"): [found(title="On Fish", authors=(Name("Eva", "Poe"),))]}
    )
    assert not plan.changes
    assert plan.conflicts[0].have == "10.1000/a"
    plan, _ = planned(entry, {("crossref", "doi"): [found(title="On Fish")]})
    assert not plan.changes
    assert plan.ambiguous[0].candidates[0]["title"] == "On Fish"


def test_a_doi_that_crossref_lacks_is_asked_of_datacite():
    entry = ARTICLE.replace("year", "doi = {10.1000/a}, year")
    plan, _ = planned(entry, {("datacite", "doi"): [found(source="datacite")]})
    assert {change.source for change in plan.changes} == {"datacite"}


def test_an_entry_of_nothing_but_a_doi_gets_the_rest():
    plan, _ = planned("@article{ito, doi = {10.1000/a}}", {("crossref", "doi"): [found()]})
    assert set_of(plan)["author"] == "Ito, Aya and Kim, Minji"
    assert set_of(plan)["journal"] == JOURNAL
    plan, _ = planned(
        "@article{ito, doi = {10.1000/a}}", {("crossref", "doi"): [found(sorted_authors=True)]}
    )
    assert "author" not in set_of(plan)


@pytest.mark.parametrize(
    "records",
    [
        [record(doi="10.65215/x", type="article")],
        [record(doi="10.1000/n", type="none")],
        [record(doi="10.1000/n", type="article", notice_of=("10.1000/a",))],
        [
            record(
                doi="10.1000/n",
                type="article",
                title="Sparse Bird Songs at Dawn in Cities, Part II",
            )
        ],
        [
            record(
                doi="10.1000/n",
                type="article",
                title="Correction to: Sparse Bird Songs at Dawn in Cities",
            )
        ],
        [record(doi="10.1000/n", type="article", authors=(Name("Eva", "Poe"),))],
        [record(doi="10.48550/arxiv.2005.00001", type="preprint")],
    ],
)
def test_what_is_not_the_paper_is_not_written(records):
    plan, _ = planned(ARTICLE, {("crossref", "title"): records})
    assert not plan.changes
    assert [(one.key, one.field) for one in plan.absent] == [("ito", "doi")]


def test_two_records_of_one_paper_are_listed_unless_the_venue_decides():
    twin = record(doi="10.1000/b", type="article", container="Journal of Birds")
    records = {("crossref", "title"): [found(container="Annals of Birds"), twin]}
    plan, _ = planned(ARTICLE.replace(", journal = {Neural Networks}", ""), records)
    assert not plan.changes
    assert {one["doi"] for one in plan.ambiguous[0].candidates} == {"10.1000/a", "10.1000/b"}
    plan, _ = planned(ARTICLE, {("crossref", "title"): [found(), twin]})
    assert set_of(plan)["doi"] == "10.1000/a"


def test_a_choice_or_a_no_of_the_author_holds():
    twin = record(doi="10.1000/b", type="article", container="Journal of Birds")
    records = {("crossref", "title"): [found(container="Annals of Birds"), twin]}
    entry = ARTICLE.replace(", journal = {Neural Networks}", "")
    plan, _ = planned(entry, records, chosen=lambda *_: "10.1000/b")
    assert set_of(plan)["doi"] == "10.1000/b"
    plan, _ = planned(entry, records, rejected=lambda *_: True)
    assert not plan.ambiguous
    plan, _ = planned(
        PREPRINT,
        {("crossref", "title"): [found()]},
        rejected=lambda _, f, v: f is None and v == "10.1000/a",
    )
    assert not plan.changes


def test_the_journal_version_of_a_conference_paper_is_not_taken_for_it():
    for container in (JOURNAL, "Journal of Unheard Birds"):
        plan, _ = planned(MEETING, {("crossref", "title"): [found(container=container)]})
        assert not plan.changes
        assert plan.ambiguous
    paper = record(doi="10.1000/a", type="inproceedings", container="Workshop on Unheard Birds")
    plan, _ = planned(ARTICLE, {("crossref", "title"): [paper]})
    assert not plan.changes


def test_dblp_points_to_a_doi_and_names_missing_authors():
    dblp = record("dblp", doi="10.1000/a", type="article", container=JOURNAL)
    plan, asked = planned(
        ARTICLE, {("dblp", "title"): [dblp], ("crossref", "doi"): [found(authors=())]}
    )
    assert ("crossref", Query("doi", "10.1000/a")) in asked
    assert set_of(plan)["pages"] == "11--19"


def test_a_service_that_is_down_is_named_and_nothing_is_called_absent():
    plan, _ = planned(ARTICLE, down={"crossref"})
    assert [(one.source, one.reason) for one in plan.unasked] == [("crossref", "answers 503")]
    assert not plan.absent


def test_the_anthologys_rule_needs_no_network():
    entry = f"@inproceedings{{ito, {HEAD}, booktitle = {{EMNLP}}, url = {{https://aclanthology.org/2020.emnlp-main.5}}}}"
    doi = "10.18653/v1/2020.emnlp-main.5"
    plan, _ = planned(entry, down={"crossref"})
    assert [(c.field, c.new_text, c.source) for c in plan.changes] == [("doi", doi, "rule")]
    plan, _ = planned(
        entry, {("crossref", "doi"): [record(doi=doi, type="inproceedings", pages="1-9")]}
    )
    assert set_of(plan) == {"doi": doi, "pages": "1--9"}
    plan, _ = planned(entry)
    assert not plan.changes
    plan, _ = planned(
        entry, {("crossref", "doi"): [record(doi=doi, title="On Fish", authors=(Name("", "Poe"),))]}
    )
    assert not plan.changes
    assert plan.conflicts


def test_fields_can_be_chosen_and_overwritten():
    records = {("crossref", "title"): [found()]}
    plan, _ = planned(ARTICLE, records, fields={"pages"})
    assert set_of(plan) == {"pages": "11--19"}
    assert not planned(ARTICLE, records, fields={"code"})[1]
    plan, _ = planned(ARTICLE, records, fields={"doi"})
    assert set_of(plan) == {"doi": "10.1000/a"}
    entry = ARTICLE.replace("year", "volume = {6}, year")
    plan, _ = planned(entry, records, overwrite={"volume"})
    assert [(c.action, c.old, c.new) for c in plan.changes if c.field == "volume"] == [
        ("replace", "{6}", "{7}")
    ]
    assert "volume" not in set_of(planned(entry, records)[0])


def test_a_field_that_the_published_record_confirms_is_not_the_preprints():
    entry = PREPRINT.replace("year = 2020", "doi = {10.1000/a}, year = 2020")
    records = {
        ("crossref", "doi"): [found()],
        ("arxiv", "arxiv"): [record("arxiv", arxiv="2005.00001", year=2019)],
    }
    assert "year" not in set_of(planned(entry, records, overwrite={"year"})[0])
    plan, _ = planned(entry.replace("year = 2020", "year = 2018"), records, overwrite={"year"})
    assert set_of(plan)["year"] == "2020"


def test_an_empty_field_is_missing_and_another_field_may_say_it():
    entry = ARTICLE.replace("year = 2020", "date = {2020}, doi = {}")
    plan, _ = planned(entry, {("crossref", "title"): [found()]})
    assert "month" not in set_of(plan)
    assert next(c for c in plan.changes if c.field == "doi").old == "{}"


def test_code_comes_from_the_preprints_page_if_it_is_of_this_paper():
    entry = PREPRINT.replace(", code = {https://github.com/o/r}", "")
    page = record("huggingface", arxiv="2005.00001", code="https://github.com/ito/birds")
    plan, _ = planned(entry, {("huggingface", "arxiv"): [page]})
    assert set_of(plan) == {"code": "https://github.com/ito/birds"}
    other = record(
        "huggingface",
        arxiv="2005.00001",
        code="https://github.com/x/y",
        title="On Fish",
        authors=(),
    )
    assert not planned(entry, {("huggingface", "arxiv"): [other]})[0].changes


def test_an_arxiv_id_of_another_work_is_reported():
    other = record("arxiv", arxiv="2005.00001", title="On Fish", authors=(Name("Eva", "Poe"),))
    plan, _ = planned(PREPRINT, {("arxiv", "arxiv"): [other]})
    assert [(one.field, one.have) for one in plan.conflicts] == [("eprint", "2005.00001")]


def test_a_published_preprint_is_one_change_set_of_one_record():
    arxiv = record("arxiv", arxiv="2005.00001", published="10.1000/a")
    plan, asked = planned(
        PREPRINT, {("arxiv", "arxiv"): [arxiv], ("crossref", "doi"): [found(year=2021)]}
    )
    assert ("crossref", "title") not in {(source, query.scheme) for source, query in asked}
    assert {change.group for change in plan.changes} == {"upgrade"}
    assert set_of(plan) == {
        "set-type": "article", "journal": JOURNAL, "year": "2021", "month": "may",
        "volume": "7", "number": "2", "pages": "11--19", "doi": "10.1000/a",
    }  # fmt: skip


def test_an_upgrade_removes_what_was_only_the_preprints():
    entry = f"@article{{ito, {HEAD}, month = jan, journal = {{arXiv preprint arXiv:2005.00001}}, doi = {{10.48550/arXiv.2005.00001}}}}"
    new = record(doi="10.1000/a", type="inproceedings", container=NEURIPS, year=2021)
    plan, _ = planned(entry, {("crossref", "title"): [new]})
    removed = {change.field for change in plan.changes if change.action == "remove"}
    assert removed == {"journal", "month"}
    assert set_of(plan)["eprint"] == "2005.00001"
    assert set_of(plan)["doi"] == "10.1000/a"
    assert set_of(plan)["set-type"] == "inproceedings"


def test_openreview_knows_the_venue_before_there_is_a_doi():
    note = record(
        "openreview", accepted=True, venue="ICLR 2021 poster", type="inproceedings", year=2021
    )
    plan, _ = planned(PREPRINT, {("openreview", "title"): [note]})
    assert set_of(plan)["year"] == "2021"
    assert "Learning Representations" in set_of(plan)["booktitle"]
    assert [one.field for one in plan.absent] == ["doi"]
    for refused in (False, None):
        note = record("openreview", accepted=refused, venue="Submitted to ICLR 2021", year=2021)
        assert not planned(PREPRINT, {("openreview", "title"): [note]} if refused is False else {})[
            0
        ].changes


def test_a_publication_without_a_venue_or_year_is_no_upgrade():
    bare = record(doi="10.1000/a", type="article", year=None)
    assert not planned(PREPRINT, {("crossref", "title"): [bare]})[0].changes


def test_an_upgrade_takes_the_record_of_the_doi_that_states_the_year():
    bare = record(doi="10.1000/a", type="inproceedings", year=None, container="ICML")
    whole = replace(bare, source="dblp", year=2021, venue="ICML")
    plan, _ = planned(PREPRINT, {("crossref", "title"): [bare], ("dblp", "title"): [whole]})
    assert {change.source for change in plan.changes if change.group} == {"dblp"}
    assert set_of(plan)["year"] == "2021"
    for stated in (replace(bare, container="ICML 2021"), replace(bare, venue="ICML '21")):
        plan, _ = planned(PREPRINT, {("crossref", "title"): [stated]})
        assert set_of(plan)["year"] == "2021"


def test_the_year_that_the_proceedings_state_is_compared():
    entry = MEETING.replace(" in Cities", "").replace("NeurIPS", "ICML 2020")
    whole = found(type="inproceedings", year=None, container="ICML")
    for event, written in (("ICML '20", True), ("ICML '17", False), ("", False)):
        plan, _ = planned(
            entry.replace("Sparse Bird Songs at Dawn", "Bird Songs"),
            {("crossref", "title"): [replace(whole, title="Bird Songs: A Study", event=event)]},
        )
        assert ("doi" in set_of(plan)) == written, event


def test_a_year_that_the_named_record_lacks_is_searched_for():
    bare = record(doi="10.1000/a", type="inproceedings", year=None, container="ICML")
    own = record("arxiv", arxiv="2005.00001", published="10.1000/a")
    answers = {
        ("arxiv", "arxiv"): [own],
        ("crossref", "doi"): [bare],
        ("dblp", "title"): [replace(bare, source="dblp", year=2021, venue="ICML")],
    }
    plan, _ = planned(PREPRINT, answers)
    assert set_of(plan)["year"] == "2021"
    dated = answers | {("crossref", "doi"): [replace(bare, year=2021)]}
    _, asked = planned(PREPRINT, dated)
    assert "title" not in {query.scheme for _, query in asked}


def test_the_publication_is_searched_for_where_the_one_that_arxiv_names_is_another_work():
    own = record("arxiv", arxiv="2005.00001", published="10.1000/b")
    answers = {
        ("arxiv", "arxiv"): [own],
        ("crossref", "doi"): [found(doi="10.1000/b", title="On Fish", authors=(Name("E", "Poe"),))],
        ("crossref", "title"): [found(year=2021)],
    }
    plan, _ = planned(PREPRINT, answers)
    assert set_of(plan)["doi"] == "10.1000/a"


def test_a_preprint_server_names_the_published_version():
    bio = record(
        doi="10.1101/2020.01.01.1",
        type="preprint",
        relations=(Link("is-preprint-of", "10.1000/a"),),
    )
    entry = f"@misc{{ito, {HEAD}, howpublished = {{bioRxiv}}}}"
    plan, asked = planned(entry, {("crossref", "title"): [bio], ("crossref", "doi"): [found()]})
    assert ("crossref", Query("doi", "10.1000/a")) in asked
    assert set_of(plan)["set-type"] == "article"


def test_front_matter_is_never_searched():
    assert planned("@article{a, title = {Preface}, author = {Poe, Eva}, year = 2020}")[1] == []


def test_biblatex_names_are_kept():
    entry = f"@article{{ito, {HEAD.replace('year = 2020', 'date = {2020}')}, journaltitle = {{arXiv}}, eprint = {{2005.00001}}}}"
    plan, _ = planned(entry, {("crossref", "title"): [found(year=2021)]})
    assert set_of(plan)["journaltitle"] == JOURNAL
    assert set_of(plan)["date"] == "2021"


def test_a_record_without_authors_is_believed_where_the_preprint_names_it():
    bare = found(authors=(), year=2021)
    arxiv = record("arxiv", arxiv="2005.00001", published="10.1000/a")
    plan, _ = planned(PREPRINT, {("arxiv", "arxiv"): [arxiv], ("crossref", "doi"): [bare]})
    assert set_of(plan)["doi"] == "10.1000/a"
    plan, _ = planned(PREPRINT, {("crossref", "title"): [bare]})
    assert not plan.changes
    assert plan.ambiguous


@pytest.mark.parametrize(
    ("arxiv", "bare", "proposed"),
    [
        ({}, {}, True),
        ({}, {"year": 2024}, False),
        ({"authors": ()}, {}, False),
        ({"authors": (Name("Eva", "Poe"), Name("Abe", "Roe"))}, {}, False),
        ({"title": "Sparse Bird Songs"}, {}, False),
    ],
)
def test_a_record_without_authors_is_believed_where_arxiv_names_them(arxiv, bare, proposed):
    own = record("arxiv", arxiv="2005.00001", type="preprint", **arxiv)
    answers = {
        ("arxiv", "arxiv"): [own],
        ("crossref", "title"): [found(**{"authors": (), "year": 2021} | bare)],
    }
    plan, _ = planned(PREPRINT, answers)
    assert ("doi" in set_of(plan)) == proposed
    assert all("the preprint of this title" in str(change.reasons) for change in plan.changes)


def test_arxiv_is_searched_for_the_authors_that_a_record_lacks():
    bare = found(authors=())
    own = record("arxiv", arxiv="2005.00001", type="preprint", year=2019)
    plan, asked = planned(ARTICLE, {("crossref", "title"): [bare], ("arxiv", "title"): [own]})
    assert asked[-1][0] == "arxiv"
    assert set_of(plan)["doi"] == bare.doi
    for entry in (ARTICLE.replace("Neural Networks", "Journal of Birds"), ARTICLE[:-29] + "}"):
        plan, _ = planned(entry, {("crossref", "title"): [bare], ("arxiv", "title"): [own]})
        assert plan.ambiguous
        assert "doi" not in set_of(plan)
    short = ARTICLE.replace("Sparse Bird Songs at Dawn in Cities", "Bird Songs")
    plan, asked = planned(short, {("crossref", "title"): [replace(bare, title="Bird Songs")]})
    assert "arxiv" not in dict(asked)
    assert "doi" not in set_of(plan)


def test_an_unknown_venue_in_the_same_words_decides_between_two_records():
    entry = ARTICLE.replace("Neural Networks", "Studies of Birds")
    own = found(container="Birds 2020", series="Studies of birds")
    other = found(doi="10.1000/b", container="Fish 2020", series="Studies of Fish")
    plan, _ = planned(entry, {("crossref", "title"): [other, own]})
    assert set_of(plan)["doi"] == own.doi


def test_two_short_titles_of_other_venues_are_not_one():
    entry = "@inproceedings{poe, title = {Bird Songs}, author = {Poe, Eva}, year = 2019, booktitle = {Workshop on Types and Frames}}"
    song = record(
        doi="10.1000/s",
        title="Bird Songs",
        authors=(Name("Eva", "Poe"),),
        year=2019,
        type="inproceedings",
    )

    for container, written in (
        ("Conference on Joint Semantics", False),
        ("Workshop on Types and Frames", True),
        ("", True),
    ):
        plan, _ = planned(entry, {("crossref", "title"): [replace(song, container=container)]})
        assert ("doi" in set_of(plan)) == written


def test_a_title_is_searched_in_one_service_after_the_other_until_it_is_found():
    plan, asked = planned(ARTICLE, {("crossref", "title"): [found()]})
    assert {source for source, _ in asked} == {"crossref"}
    plan, asked = planned(ARTICLE, {("dblp", "title"): [found(source="dblp")]}, down=["crossref"])
    assert [source for source, _ in asked] == ["crossref", "dblp", "crossref"]
    assert set_of(plan)["doi"] == "10.1000/a"


CODE = "@misc{a, title = {Bird Songs of Cities}, code = {https://github.com/Ito/birds/tree/main/src}, doi = {10.1000/a}}"


def test_a_repository_that_moved_is_proposed_and_one_that_is_gone_reported():
    def repository(page, **more):
        return {("github", "github"): [Record(source="github", url=page, code=page, **more)]}

    plan, asked = planned(CODE, repository("https://github.com/ito/Birds"), sources=["github"])
    assert (plan.changes, plan.conflicts) == ((), ())
    assert asked == [("github", Query("github", "Ito/birds"))]
    plan, _ = planned(CODE, repository("https://github.com/kim/songs"), sources=["github"])
    (change,) = plan.changes
    assert (change.action, change.field, change.source) == ("replace", "code", "github")
    assert change.new_text == "https://github.com/kim/songs/tree/main/src"
    page = "https://github.com/ito/birds"
    for records, state in ((repository(page, archived=True), "archived"), ({}, "gone")):
        plan, _ = planned(CODE, records, sources=["github"])
        (conflict,) = plan.conflicts
        assert (conflict.field, conflict.url.lower()) == ("code", page)
        assert conflict.reason == f"the repository is {state}"
    plan, _ = planned(CODE, down=["github"], sources=["github"])
    assert [one.source for one in plan.unasked] == ["github"]
    assert not planned(CODE, sources=["github"], fields={"doi"})[1]


def test_an_address_in_another_writing_is_replaced_whole():
    entry = CODE.replace("Ito/birds/tree/main/src", r"ito/bird\_songs")
    answers = {
        ("github", "github"): [Record(source="github", url="u", code="https://github.com/k/s")]
    }
    plan, _ = planned(entry, answers, sources=["github"])
    assert set_of(plan) == {"code": "https://github.com/k/s"}


def test_a_record_without_authors_is_believed_where_another_service_names_them():
    bare = found(authors=(), venue="ICML", container="", type="inproceedings")
    named = found(source="dblp", doi=None, venue="ICML", container="", type="inproceedings")
    entry = "@inproceedings{a, title = {Sparse Bird Songs at Dawn in Cities}, author = {Ito, Aya and Kim, Minji}, year = 2020}"
    plan, _ = planned(entry, {("crossref", "title"): [bare], ("dblp", "title"): [named]})
    assert set_of(plan)["doi"] == bare.doi
    assert "dblp names these authors" in str(plan.changes[0].reasons)
    for other in (
        replace(named, year=2021),
        replace(named, venue="ICLR"),
        replace(named, title="X"),
    ):
        plan, _ = planned(entry, {("crossref", "title"): [bare], ("dblp", "title"): [other]})
        assert "doi" not in set_of(plan)


def test_the_nearer_of_two_editions_is_taken_if_the_other_is_far():
    entry = ARTICLE.replace("year = 2020", "year = 2019, journal = {Journal of Birds}")
    near = found(venue="Journal of Birds")
    for year, taken in ((2016, True), (2017, False), (2018, False), (None, False)):
        other = found(doi="10.1000/b", venue="Journal of Birds", year=year)
        plan, _ = planned(entry, {("crossref", "title"): [near, other]})
        assert ("doi" in set_of(plan)) == taken, year


def test_a_doi_that_only_a_pointer_names_is_asked_of_its_agency():
    searched = ("openalex", "semanticscholar", "crossref", "datacite")
    for source in searched[:2]:
        pointer = {(source, "title"): [found(source=source)]}
        plan, asked = planned(ARTICLE, pointer, sources=searched)
        assert "doi" not in set_of(plan)
        assert ("datacite", Query("doi", "10.1000/a")) in asked
        for agency in searched[2:]:
            answers = pointer | {(agency, "doi"): [found(source=agency)]}
            plan, _ = planned(ARTICLE, answers, sources=searched)
            assert next(c.source for c in plan.changes if c.field == "doi") == agency


def test_what_the_file_cannot_hold_is_listed():
    name = "M\xfcller, J\xf6rg".encode("latin-1")
    entry = b"@article{a, doi = {10.1000/a}, note = {%b}}" % name
    plan, _ = planned(entry, {("crossref", "doi"): [found(title="\u9ce5\u306e\u6b4c")]})
    assert "title" not in set_of(plan)
    assert set_of(plan)["pages"] == "11--19"
    assert [(c.field, c.reason.partition(":")[0]) for c in plan.conflicts] == [
        ("title", "unwritable value")
    ]
    preprint = b"@misc{a, title = {Sparse Bird Songs at Dawn in Cities}, author = {Ito, Aya and Kim, Minji}, "
    preprint += b"year = 2020, eprint = {2005.00001}, archiveprefix = {arXiv}, note = {%b}}" % name
    published = found(container="\u9ce5\u306e\u6b4c Journal")
    plan, _ = planned(preprint, {("crossref", "title"): [published]})
    assert not plan.changes
    assert plan.conflicts[0].reason.startswith("unwritable value")


def test_a_choice_that_nobody_knows_any_more_decides_nothing():
    records = {("crossref", "title"): [found()]}
    plan, _ = planned(ARTICLE, records, chosen=lambda *_: "10.1000/gone")
    assert set_of(plan)["doi"] == "10.1000/a"


@pytest.mark.parametrize(
    ("pages", "written"),
    [("11-19", "11--19"), ("7-7", "7"), ("998-100", None), ("no-no", None), ("<b>", None),
     ("e12, S3-S9", "e12, S3--S9")],
)  # fmt: skip
def test_pages_are_written_as_bibtex_writes_them(pages, written):
    plan, _ = planned(ARTICLE, {("crossref", "title"): [found(pages=pages)]})
    assert set_of(plan).get("pages") == written


POSTED = """@article{a, title = {Sparse Bird Songs at Dawn in Cities}, author = {Ito, Aya and Kim, Minji},
  journal = {bioRxiv}, doi = {10.1101/2020.05.01.123456}, category = {x}}"""


def test_a_preprint_with_a_doi_is_upgraded_to_what_its_server_names():
    own = record(
        doi="10.1101/2020.05.01.123456",
        type="preprint",
        relations=(Link("is-preprint-of", "10.1000/a"),),
    )
    plan, asked = planned(POSTED, {("crossref", "doi"): [own, found(year=2021)]})
    assert ("crossref", Query("doi", "10.1000/a")) in asked
    changes = {c.field or c.action: (c.action, c.new_text) for c in plan.changes}
    assert changes["doi"] == ("replace", "10.1000/a")
    assert changes["journal"] == ("replace", "Neural Networks")
    assert changes["link-preprint"] == ("set", "https://doi.org/10.1101/2020.05.01.123456")
    assert {c.group for c in plan.changes} == {"upgrade"}
    assert not plan.absent


@pytest.mark.parametrize(
    "fields",
    [
        "doi = {10.1101/2020.05.01.123456}",
        "url = {https://www.medrxiv.org/content/10.1101/2020.05.01.123456v2.full.pdf}",
        "doi = {10.64898/2020.05.01.123456}, publisher = {openRxiv}",
        "doi = {10.26434/chemrxiv-2020-abcde}",
        "publisher = {bioRxiv}",
        "institution = {medRxiv}, url = {https://example.org}",
        "note = {bioRxiv preprint}",
        "eprinttype = {bioRxiv}, eprint = {2020.05.01.123456}",
    ],
)
def test_whatever_names_a_preprint_server_makes_a_preprint(fields):
    entry = f"@misc{{ito, {HEAD}, {fields}}}"
    said = found(year=2021, source="dblp", doi=None)
    plan, _ = planned(entry, {("crossref", "title"): [found(year=2021)]})
    assert {change.group for change in plan.changes} == {"upgrade"}
    assert set_of(plan)["doi"] == "10.1000/a"
    assert ("link-preprint" in set_of(plan)) == ("doi =" in fields)
    plan, _ = planned(entry, {("dblp", "title"): [said]})
    removed = [change.field for change in plan.changes if change.action == "remove"]
    assert ("doi" in removed) == ("doi =" in fields)


def test_the_preprint_that_a_published_paper_links_to_is_not_its_doi():
    link = "url = {https://www.biorxiv.org/content/10.1101/2020.05.01.123456v1}"
    plan, asked = planned(ARTICLE[:-1] + f", {link}}}", {("crossref", "title"): [found()]})
    assert [query.scheme for _, query in asked] == ["title"]
    assert set_of(plan)["doi"] == "10.1000/a"


def test_a_preprint_with_a_doi_that_is_not_published_is_completed():
    own = record(doi="10.1101/2020.05.01.123456", type="preprint")
    plan, _ = planned(POSTED, {("crossref", "doi"): [own]})
    assert set_of(plan)["year"] == "2020"
    assert not plan.absent
    plan, _ = planned(
        POSTED, {("crossref", "doi"): [replace(own, title="Fish", authors=(Name("", "Poe"),))]}
    )
    assert plan.conflicts[0].field == "doi"
    plan, asked = planned(POSTED)
    assert ("datacite", Query("doi", "10.1101/2020.05.01.123456")) in asked
    assert not plan.changes


def test_a_journal_that_shares_a_prefix_with_a_preprint_server_is_one():
    paper = found(doi="10.1101/gr.123456.119")
    plan, _ = planned(ARTICLE, {("crossref", "title"): [paper]})
    assert set_of(plan)["doi"] == paper.doi


def test_a_title_without_its_subtitle_is_not_taken_for_one_of_two_parts():
    title = "Sparse Bird Songs at Dawn in Cities: A Study of Noise"
    parts = [found(title=title), found(doi="10.1000/a.2", title=f"{title}, Part II")]
    plan, _ = planned(ARTICLE, {("crossref", "title"): parts})
    assert not plan.changes
    assert len(plan.ambiguous[0].candidates) == 2


def test_an_organisation_alone_needs_that_there_is_no_second_candidate():
    entry = ARTICLE.replace("Ito, Aya and Kim, Minji", "{Society of Birds}")
    own = found(authors=(Name(literal="Society of Birds"),))
    plan, _ = planned(entry, {("crossref", "title"): [own]})
    assert set_of(plan)["doi"] == own.doi
    other = replace(own, doi="10.1000/b", year=2019)
    plan, _ = planned(entry, {("crossref", "title"): [own, other]})
    assert not plan.changes
    assert len(plan.ambiguous[0].candidates) == 2


def test_what_another_record_of_the_doi_says_counts_only_if_it_is_of_the_paper():
    first = found(pages="")
    second = found(source="dblp", title="On Fish", authors=(Name("Eva", "Poe"),), pages="1-9")
    answers = {("crossref", "title"): [first, found(doi="10.1000/f", title="On Frogs")]}
    plan, _ = planned(ARTICLE, answers | {("dblp", "title"): [second]})
    assert "pages" not in set_of(plan)


def test_a_relation_that_is_no_publication_is_not_followed():
    own = record(
        doi="10.1101/2020.05.01.123456",
        type="preprint",
        relations=(Link("is-version-of", "10.1000/a"),),
    )
    _, asked = planned(POSTED, {("crossref", "doi"): [own, found(year=2021)]})
    assert ("crossref", Query("doi", "10.1000/a")) not in asked


def test_the_anthologys_doi_of_a_preprint_comes_with_the_upgrade():
    entry = PREPRINT[:-1] + ", url = {https://aclanthology.org/2020.emnlp-main.5/}}"
    doi = "10.18653/v1/2020.emnlp-main.5"
    own = found(doi=doi, type="inproceedings", container="Proceedings of EMNLP 2020")
    plan, _ = planned(entry, {("crossref", "doi"): [own]})
    assert set_of(plan)["doi"] == doi
    assert {change.group for change in plan.changes} == {"upgrade"}
    plan, _ = planned(entry, down=("crossref",))
    assert not plan.changes


def test_a_field_of_biblatex_is_filled_in_place_and_replaced_once():
    entry = f"@article{{ito, {HEAD}, journaltitle = {{}}}}"
    plan, _ = planned(entry, {("crossref", "title"): [found()]})
    assert set_of(plan)["journaltitle"] == JOURNAL
    assert "journal" not in set_of(plan)
    filled = f"@article{{ito, {HEAD}, journaltitle = {{Fish}}}}"
    plan, _ = planned(filled, {("crossref", "title"): [found()]}, overwrite=("journaltitle",))
    assert [change.field for change in plan.changes].count("journaltitle") == 1


@pytest.mark.parametrize("slow", ["crossref", "dblp", "arxiv"])
def test_the_order_in_which_services_answer_decides_nothing(slow):
    named = record("dblp", doi="10.1000/a", container=JOURNAL, type="article")
    plan, asked = planned(
        PREPRINT,
        {("crossref", "title"): [found()], ("dblp", "title"): [named]},
        slow={slow},
    )
    assert set_of(plan)["doi"] == "10.1000/a"
    assert ("crossref", Query("doi", "10.1000/a")) not in asked


def test_a_search_that_was_answered_for_another_entry_is_followed_for_this_one_too():
    named = record("dblp", doi="10.1000/a", container=JOURNAL, type="article")
    plan, _ = planned(
        f"{ARTICLE}\n{PREPRINT.replace('{ito,', '{again,')}",
        {("dblp", "title"): [named], ("crossref", "doi"): [found()]},
        slow={"arxiv"},
    )
    dois = {one.key: one.source for one in plan.changes if one.field == "doi"}
    assert dois == {"ito": "crossref", "again": "crossref"}


@pytest.mark.parametrize(("subtitle", "proposed"), [("A Field Study", True), ("A Survey", False)])
def test_a_short_title_is_believed_where_the_preprint_has_the_whole(subtitle, proposed):
    alone = {"authors": (Name("Aya", "Ito"),)}
    entry = PREPRINT.replace("Sparse Bird Songs at Dawn in Cities", "Bird Songs")
    arxiv = record(
        "arxiv", arxiv="2005.00001", title=f"Bird Songs: {subtitle}", type="preprint", **alone
    )
    published = found(title="Bird Songs: A Field Study", **alone)
    plan, _ = planned(
        entry.replace(" and Kim, Minji", ""),
        {("arxiv", "arxiv"): [arxiv], ("crossref", "title"): [published]},
    )
    assert ("doi" in set_of(plan)) is proposed
    assert bool(plan.ambiguous) is not proposed
