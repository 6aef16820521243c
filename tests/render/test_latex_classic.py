from __future__ import annotations

import pytest

from bib2awesome.render.classic import PRINTED, classic


def fields(kind: str, text: str, arxiv: str | None = None) -> tuple[str, dict[str, str]]:
    said = dict(part.split("=", 1) for part in text.split("; ") if part)
    known, found = classic(kind, said, arxiv)
    return known, dict(found)


AUTHORED = "author=A, B; title=T; year=2020"


@pytest.mark.parametrize(
    ("kind", "more", "known"),
    [
        ("article", "journal=J; volume=1", "article"),
        ("conference", "booktitle=P", "inproceedings"),
        ("online", "", "misc"),
        ("electronic", "", "misc"),
        ("software", "", "misc"),
        ("dataset", "", "misc"),
        ("preprint", "", "misc"),
        ("no-such-type", "", "misc"),
        ("thesis", "institution=U", "phdthesis"),
        ("thesis", "type=mathesis; institution=U", "mastersthesis"),
        ("thesis", "type=M.Sc. thesis; institution=U", "mastersthesis"),
        ("report", "institution=I", "techreport"),
        ("collection", "publisher=P", "book"),
        ("mvproceedings", "editor=E", "proceedings"),
        ("bookinbook", "booktitle=B", "incollection"),
        ("suppperiodical", "journal=J; volume=1", "article"),
        ("booklet", "", "booklet"),
        ("manual", "organization=O", "manual"),
        ("unpublished", "note=N", "unpublished"),
        ("inbook", "chapter=3", "inbook"),
        ("inbook", "booktitle=B", "incollection"),
        ("inbook", "", "book"),
        ("incollection", "", "book"),
        ("incollection", "booktitle=B", "incollection"),
        ("article", "booktitle=B", "inproceedings"),
        ("inproceedings", "journal=J; volume=1", "article"),
        # What a style would complain of becomes what it does not complain of.
        ("article", "", "misc"),
        ("article", "journal=J", "misc"),
        ("inproceedings", "", "misc"),
        ("phdthesis", "", "misc"),
        ("techreport", "", "misc"),
        ("manual", "", "misc"),
        ("unpublished", "", "misc"),
    ],
)
def test_every_type_is_one_of_the_fourteen(kind, more, known):
    found, said = fields(kind, f"{AUTHORED}; {more}")
    assert found == known
    assert found in PRINTED
    assert list(said) == [name for name in PRINTED[found] if name in said]


def test_private_fields_are_not_printed():
    _, said = fields("article", AUTHORED + "; journal=J; volume=1; category=c; abstract=a; tldr=t")
    assert list(said) == ["author", "title", "journal", "volume", "year"]


def test_biblatex_is_translated():
    text = (
        "author=A, B; title=T; subtitle=S; journaltitle=J; journalsubtitle=K; volume=1; issue=2; "
        "date=2024-07-15; eprinttype=arXiv; eprintclass=cs.LG; eprint=2407.03297v2"
    )
    assert fields("article", text, "2407.03297") == (
        "article",
        {
            "author": "A, B",
            "title": "T: S",
            "journal": "J: K",
            "volume": "1",
            "number": "2",
            "year": "2024",
            "month": "07",
            "eprint": "2407.03297",
            "archiveprefix": "arXiv",
            "primaryclass": "cs.LG",
        },
    )


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2024", "2024", None),
        ("2024-07", "2024", "07"),
        ("2024-07-15T10:00:00Z", "2024", "07"),
        ("2024-21", "2024", None),
        ("2020/2022", "2020--2022", None),
        ("2020-05/2020-06", "2020", "05"),
        ("2020/..", "2020", None),
        ("2020~", "2020", None),
        ("in press", "in press", None),
    ],
)
def test_dates(date, year, month):
    _, said = fields("misc", f"author=A; title=T; date={date}")
    assert (said["year"], said.get("month")) == (year, month)


@pytest.mark.parametrize(
    ("year", "written", "month"),
    [
        ("{2024}", "2024", None),
        ("2024/07", "2024", "07"),
        ("2024-07-01", "2024", "07"),
        ("to appear", "to appear", None),
    ],
)
def test_a_year_is_a_year(year, written, month):
    _, said = fields("misc", f"author=A; title=T; year={year}")
    assert (said["year"], said.get("month")) == (written, month)


def test_a_date_does_not_overrule_the_year():
    _, said = fields("misc", "author=A; title=T; year=2019; date=2024-07")
    assert (said["year"], "month" in said) == ("2019", False)


def test_without_a_year_no_style_is_left_to_complain():
    assert fields("misc", "author=A; title=T; month=jul")[1]["year"] == "n.d."
    assert "month" not in fields("misc", "author=A; title=T; month=jul")[1]


@pytest.mark.parametrize(
    ("edition", "written"),
    [("1", "First"), ("10", "Tenth"), ("12", "12th"), ("21", "21st"), ("33", "33rd"), ("0", "0th")],
)
def test_editions_are_ordinals(edition, written):
    assert fields("book", f"{AUTHORED}; publisher=P; edition={edition}")[1]["edition"] == written


def test_titles_that_end_in_a_sign_take_no_colon():
    assert fields("misc", "author=A; title=Why?; subtitle=S")[1]["title"] == "Why? S"


@pytest.mark.parametrize(
    ("kind", "more", "note"),
    [
        ("software", "version=1.2; urldate=2024-01-01", "Version 1.2"),
        ("online", "urldate=2024-01-01", "Accessed: 2024-01-01"),
        ("online", "urldate=2024-01-01; note=Own", "Own"),
        ("article", "urldate=2024-01-01; journal=J; volume=1", None),
    ],
)
def test_what_biblatex_prints_of_software_and_pages_is_a_note(kind, more, note):
    assert fields(kind, f"{AUTHORED}; {more}")[1].get("note") == note


# --- arXiv


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("misc", "eprint=2407.03297; archiveprefix=arXiv; primaryclass=cs.LG"),
        ("article", "journal=CoRR; volume=abs/2407.03297"),
        ("article", "journal=arXiv preprint arXiv:2407.03297"),
        ("misc", "howpublished=arXiv:2407.03297"),
        ("techreport", "institution=arXiv; number=2407.03297"),
        ("unpublished", "note=arXiv:2407.03297"),
        ("online", "eprint=2407.03297"),
    ],
)
def test_a_paper_only_on_arxiv_says_so_where_every_style_prints_it(kind, more):
    assert fields(kind, f"author=A; title=T; {more}", "2407.03297") == (
        "misc",
        {
            "author": "A",
            "title": "T",
            "howpublished": "arXiv preprint arXiv:2407.03297",
            "year": "2024",
            "url": "https://arxiv.org/abs/2407.03297",
        },
    )


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("article", "journal=J; volume=1"),
        ("inproceedings", "booktitle=B"),
        ("misc", "howpublished=Blog"),
        ("techreport", "institution=Lab"),
        ("software", "note=see arXiv:2407.03297"),
        ("book", "publisher=P"),
    ],
)
def test_what_is_published_elsewhere_is_no_preprint(kind, more):
    assert "preprint" not in fields(kind, f"{AUTHORED}; {more}", "2407.03297")[1].get(
        "howpublished", ""
    )


def test_its_year_and_address_stay_where_it_has_them():
    _, said = fields("misc", "author=A; title=T; year=2023; url=https://a.b", "2407.03297")
    assert (said["year"], said["url"]) == ("2023", "https://a.b")


def test_an_old_id_without_a_month_leaves_the_year_open():
    assert fields("misc", "author=A; title=T", "nonsense")[1]["year"] == "n.d."


def test_an_eprint_elsewhere_is_not_given_to_styles_that_take_it_for_arxivs():
    _, said = fields("article", AUTHORED + "; journal=J; volume=1; eprint=hal-1; archiveprefix=HAL")
    assert "eprint" not in said


# --- what styles complain of


def test_a_journal_without_volume_and_number_is_named_all_the_same():
    _, said = fields("article", AUTHORED + "; journal=J; pages=1--9")
    assert said["howpublished"] == r"\emph{J}, pages~1--9"


@pytest.mark.parametrize(
    ("kind", "more", "volume", "number"),
    [
        ("article", "journal=J; number=4", "4", None),
        ("article", "journal=J; volume=3; number=4", "3", "4"),
        ("inproceedings", "booktitle=B; number=4", "4", None),
        ("inproceedings", "booktitle=B; volume=3; number=4", "3(4)", None),
        ("inproceedings", "booktitle=B; series=S; number=4", None, "4"),
        ("incollection", "booktitle=B; series=S; volume=3", "3", None),
    ],
)
def test_volume_and_number(kind, more, volume, number):
    _, said = fields(kind, f"{AUTHORED}; {more}")
    assert (said.get("volume"), said.get("number")) == (volume, number)


@pytest.mark.parametrize(
    ("more", "pages", "articleno"),
    [
        ("eid=e1", "e1", None),
        ("articleno=17", "17", None),
        ("articleno=17; pages=1--9", "1--9", None),
        ("articleno=17; numpages=9", "17", "17"),
        ("numpages=9", None, None),
    ],
)
def test_article_numbers(more, pages, articleno):
    _, said = fields("article", f"{AUTHORED}; journal=J; volume=1; {more}")
    assert (said.get("pages"), said.get("articleno")) == (pages, articleno)
    assert "eid" not in said


@pytest.mark.parametrize(
    ("kind", "text", "known", "author"),
    [
        ("book", "author=A; editor=E; publisher=P", "book", "A"),
        ("book", "publisher=The P", "book", "{The P}"),
        ("book", "editor=E; publisher=P", "book", None),
        ("book", "", "booklet", None),
        ("misc", "editor=E", "misc", "E"),
        ("software", "organization=The O", "misc", "{The O}"),
        ("misc", "", "booklet", None),
        ("booklet", "", "booklet", None),
    ],
)
def test_who_it_is_by(kind, text, known, author):
    found, said = fields(kind, f"title=T; year=2020; {text}")
    assert (found, said.get("author")) == (known, author)


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "T"), ("key=K", "K"), ("author=A; key=K", None)],
)
def test_a_work_by_nobody_has_a_sort_key(text, key):
    assert fields("misc", f"title=T; {text}")[1].get("key") == key
    assert fields("proceedings", "title=T")[1]["key"] == "T"
    assert "key" not in fields("proceedings", "title=T; editor=E")[1]
    assert fields("inproceedings", "title=T; editor=E; booktitle=B")[1]["key"] == "T"
    assert "key" not in fields("misc", "note=N")[1]


@pytest.mark.parametrize(
    ("kind", "text", "howpublished"),
    [
        ("phdthesis", "", "PhD thesis"),
        ("thesis", "type=bathesis", None),
        ("techreport", "number=7", "Technical report 7"),
        ("report", "type=resreport", "Research report"),
        ("dataset", "publisher=Zenodo", "Zenodo"),
        ("patent", "number=US1", "Patent US1"),
        ("patent", "", None),
        ("software", "organization=A, B", "A, B"),
    ],
)
def test_how_it_was_published(kind, text, howpublished):
    _, said = fields(kind, f"{AUTHORED}; {text}")
    assert said.get("howpublished") == (howpublished or {"thesis": "Bachelor's thesis"}.get(kind))


def test_the_words_for_a_thesis_or_report_stay_and_biblatexs_keys_go():
    thesis = AUTHORED + "; institution=U; type="
    assert fields("thesis", thesis + "Habilitation")[1]["type"] == "Habilitation"
    assert "type" not in fields("thesis", thesis + "phdthesis")[1]
    assert fields("thesis", thesis + "candthesis")[1]["type"] == "Candidate thesis"
    assert "type" not in fields("report", AUTHORED + "; institution=I; type=techreport")[1]
    assert fields("report", AUTHORED + "; institution=I; type=Memo")[1]["type"] == "Memo"


# --- addresses


@pytest.mark.parametrize(
    ("field", "url", "left"),
    [
        (r"howpublished=\url{https://a.b/c}", "https://a.b/c", None),
        ("journal=URL https://a.b/c", "https://a.b/c", None),
        ("howpublished=https://a.b/c_d", "https://a.b/c_d", None),
        (r"note=Available at: \url{https://a.b/c}.", "https://a.b/c", None),
        (r"note=GitHub, \url{https://a.b/c}", "https://a.b/c", "GitHub"),
        (r"note=\href{https://a.b/c}{here} and there", "https://a.b/c", "and there"),
        (r"note=\url{javascript:x}", None, r"\url{javascript:x}"),
        (r"note=a \emph{b}", None, r"a \emph{b}"),
        (r"url=https://x.y; note=\url{https://x.y}", "https://x.y", None),
        (
            r"url=https://x.y; note=see \url{https://a.b/c_d}",
            "https://x.y",
            r"see \url{https://a.b/c_d}",
        ),
        (
            r"url=https://x.y; note=see \url{https://a.b/c%20~d\_}",
            "https://x.y",
            r"see \texttt{https://a.b/c%20{\textasciitilde}d_}",
        ),
        (r"url=https://x.y; note=\url{https://a.b/c}", "https://x.y", r"\url{https://a.b/c}"),
    ],
)
def test_an_address_in_a_note_is_an_address(field, url, left):
    _, said = fields("misc", f"{AUTHORED}; {field}")
    assert said.get("url") == url
    assert said.get("howpublished", said.get("note")) == left
