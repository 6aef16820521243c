"""Titles, names, pages and dates as services write them; and that nothing a stranger sends can crash us."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bib2awesome import plugins
from bib2awesome.bib.names import Name
from bib2awesome.sources.base import Query, Record, Response, ShapeError
from bib2awesome.sources.dblp import page_words
from bib2awesome.sources.people import has_initials, organisation, person, person_of
from bib2awesome.sources.shapes import (
    is_json,
    month_of,
    number,
    page_range,
    read_json,
    text,
    year_of,
)
from bib2awesome.sources.titles import plain_title

SOURCES = plugins.load("sources")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Plain", "Plain"),
        ("  Broken\n   over   lines ", "Broken over lines"),
        ("Caf&eacute; &amp;amp; more", "Café & more"),
        ("H<sub>2</sub>O and x<sup>n</sup>", "H₂O and xⁿ"),
        ("a<sub>max</sub>", "amax"),
        ("The <i>C. elegans</i> <scp>Genome</scp>", "The C. elegans Genome"),
        ("&amp;lt;i&amp;gt;In vivo&amp;lt;/i&amp;gt;", "In vivo"),
        ("R&amp;amp;amp;amp;D", "R&amp;D"),
        ("if a < b and c > d", "if a < b and c > d"),
        ('<formula><tex Notation="TeX">$L^2$</tex></formula> norms', "L² norms"),
        ("<tex-math>$</tex-math>x", "x"),
        (
            '<mml:math xmlns:mml="x"><mml:mi>k</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:math>-means',
            "k+1-means",
        ),
        ("<math><semantics><mi>q</mi><annotation>$q$</annotation></semantics></math>", "q"),
        ("<math><mi>$q$</mi></math>", "q"),
        ("Erd\\H{o}s and Poincar\\'e", "Erdős and Poincaré"),
        ("Costs of $5 and more", "Costs of $5 and more"),
        ("\\input{/etc/passwd}", "\\input{/etc/passwd}"),
        ("red\x1b[31m \u202etxt\x00", "red[31m txt"),
        (None, ""),
        (7, ""),
    ],
)
def test_titles(written, read):
    assert plain_title(written) == read


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Ho", "Jonathan"), Name("Jonathan", "Ho")),
        (("van der Berg", "Jan"), Name("Jan", "Berg", "van der")),
        (("Berg", "Jan", "", "van der"), Name("Jan", "Berg", "van der")),
        (("King", "Martin Luther", "Jr."), Name("Martin Luther", "King", "", "Jr.")),
        (("WAKEFIELD", "AJ"), Name("A. J.", "Wakefield")),
        (("O'BRIEN-SMITH", "JANE"), Name("Jane", "O'Brien-Smith")),
        (("LI", "Wei"), Name("Wei", "LI")),
        (("Lee,Sang-Youp",), Name("Sang-Youp", "Lee")),
        (("", "Plato"), Name("", "Plato")),
        (("Kweon", "In So"), Name("In So", "Kweon")),
        (("Evil{\\input x}", "Al"), Name("Al", "Evil{\\input x}")),
        (("", ""), None),
    ],
)
def test_names_by_parts(parts, name):
    assert person(*parts) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jonathan Ho", Name("Jonathan", "Ho")),
        ("Ludwig van Beethoven", Name("Ludwig", "Beethoven", "van")),
        ("Wei Wang 0001", Name("Wei", "Wang")),
        ("Guy L. Steele Jr. 0001", Name("Guy L.", "Steele", suffix="Jr.")),
        ("Guy L. Steele, Jr.", Name("Guy L.", "Steele", suffix="Jr.")),
        ("Ludwig van Beethoven III", Name("Ludwig", "Beethoven", "van", "III")),
        ("Ho, Jonathan", Name("Jonathan", "Ho")),
        ("A and B", Name("A and", "B")),
        (" ", None),
    ],
)
def test_names_in_one_text(written, name):
    assert person_of(written) == name


def test_organisations_and_initials():
    assert organisation(" OpenAI ") == Name(literal="OpenAI")
    assert organisation(None) is None
    assert has_initials((Name("J. K.", "X"),))
    assert not has_initials((Name("Jo", "X"), Name(literal="OpenAI")))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1-10", "1-10"),
        ("1\u201310", "1-10"),
        ("2149 - 2160", "2149-2160"),
        ("1--10", "1-10"),
        ("7-7", "7"),
        ("no-no", ""),
        ("e1245, S137", "e1245, S137"),
        (12, "12"),
        (None, ""),
        ({}, ""),
    ],
)
def test_pages(written, read):
    assert page_range(written) == read


def test_small_values():
    assert [year_of(value) for value in (2020, "2020-05", "20201", 90, None, True)] == [
        2020,
        2020,
        None,
        None,
        None,
        None,
    ]
    assert [month_of(value) for value in ("2020-05-01", "2020-13", "2020", 5)] == [
        5,
        None,
        None,
        None,
    ]
    assert [number(value) for value in (3, "3", "³", True, 10**20, 1.5)] == [
        3,
        3,
        None,
        None,
        None,
        None,
    ]
    assert text(["x"]) == text(True) == text(1.5) == ""  # noqa: FBT003


def answer(body: bytes, kind: str = "application/json", status: int = 200) -> Response:
    return Response(status, {"content-type": kind}, body)


def test_json_or_not():
    assert read_json(answer(b"[1]", "application/vnd.api+json; charset=utf-8")) == [1]
    assert not is_json(Response(200, {}, b"{}"))
    for body, kind, said in (
        (b"<html>", "text/html", "answers 200 with text/html instead of JSON"),
        (b"{}", "", "answers 200 with nothing known instead of JSON"),
        (b"{", "application/json", "its JSON is broken"),
        (b"\xff", "application/json", "its JSON is broken"),
        (b"[" * 100_000, "application/json", "its JSON is broken"),
    ):
        with pytest.raises(ShapeError, match=said):
            read_json(answer(body, kind))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    """DOI title subtitle author editor container-title event issued published published-print posted
    relation update-to updated-by assertion ISBN page type doi creators titles dates types container
    relatedIdentifiers descriptions id authors venue ee key year pages locations authorships biblio
    primary_location externalIds journal paperId publicationTypes forum content venueid pdate githubRepo
    projectPage html_url full_name stargazers_count RA volume""".split()
)
SEEDS = {
    "crossref": {"DOI": "10.1000/x"},
    "datacite": {"doi": "10.1000/x"},
    "arxiv": {"id": "http://arxiv.org/abs/2006.11239v2"},
    "dblp": {"key": "conf/x/Y20"},
    "openalex": {"id": "https://openalex.org/W1"},
    "semanticscholar": {"paperId": "0" * 40},
    "openreview": {"id": "abcdefgh"},
    "huggingface": {"id": "2006.11239"},
    "github": {"full_name": "a/b", "html_url": "https://github.com/a/b"},
    "doi": {"DOI": "10.1000/x", "RA": "Crossref"},
}


def test_every_source_is_fuzzed():
    assert set(SEEDS) == set(SOURCES)


@pytest.mark.parametrize("name", sorted(SEEDS))
@settings(max_examples=40)
@given(item=st.dictionaries(FIELDS, JSON, max_size=6))
def test_a_strange_record_never_crashes(name, item):
    source = SOURCES[name]
    assert isinstance(source.record(item | SEEDS[name]), Record)
    try:
        source.record(item)
    except ShapeError:
        return


@pytest.mark.parametrize("name", sorted(SEEDS))
@settings(max_examples=40)
@given(value=JSON, status=st.sampled_from([200, 400, 404]))
def test_a_strange_answer_never_crashes(name, value, status):
    source = SOURCES[name]
    for scheme in source.schemes:
        queries = tuple(
            Query(scheme, f"10.1000/{n}") for n in range(2 if source.schemes[scheme] > 1 else 1)
        )
        route = source.route(queries[0], alone=False)
        asked = source.request(queries, route)
        try:
            parsed = source.parse(asked, answer(json.dumps(value).encode(), status=status))
        except ShapeError:
            continue
        for items in parsed.items.values():
            for item in items:
                try:
                    source.record(item)
                except ShapeError:
                    continue


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_nothing_is_no_record_and_no_answer(name):
    source = SOURCES[name]
    with pytest.raises(ShapeError):
        source.record({})
    for scheme in source.schemes:
        query = Query(scheme, "10.1000/x")
        asked = source.request([query], source.route(query, alone=True))
        for body in (b"{}", b"<html>"):
            with pytest.raises(ShapeError):
                source.parse(asked, answer(body))


def parse(name: str, value: object, query: Query, **more):
    source = SOURCES[name]
    asked = source.request([query], source.route(query, alone=False))
    parsed = source.parse(asked, answer(json.dumps(value).encode(), **more))
    return [source.record(item) for item in parsed.items.get(query, ())]


def crossref(**work) -> Record:
    return SOURCES["crossref"].record({"DOI": "10.1000/X"} | work)  # type: ignore[no-any-return]


def test_crossref_years():
    online, printed = {"date-parts": [[2019, 12, 30]]}, {"date-parts": [[2020, 3]]}
    both = crossref(issued=online, **{"published-online": online, "published-print": printed})
    assert (both.year, both.years) == (2019, (2019, 2020))
    journal = crossref(issued=online, volume="7", **{"published-print": printed})
    assert (journal.year, journal.month, journal.years) == (2020, 3, (2019, 2020))
    assert crossref(issued={"date-parts": [[None]]}).year is None


def test_crossref_containers_and_types():
    springer = crossref(
        type="book-chapter",
        **{
            "container-title": [
                "Lecture Notes in Computer Science",
                "Computer Vision \u2013 ECCV 2020",
            ]
        },
    )
    assert springer.container == "Computer Vision \u2013 ECCV 2020"
    assert springer.series == "Lecture Notes in Computer Science"
    assert springer.type == "inproceedings"
    assert (
        crossref(type="book-chapter", **{"container-title": ["Essays", "Old Series"]}).type
        == "incollection"
    )
    session = [{"name": "ConferenceInfo"}]
    assert (
        crossref(type="book-chapter", assertion=[{"group": {"name": "ConferenceInfo"}}]).type
        == "inproceedings"
    )
    assert crossref(type="book-chapter", assertion=session).type == "incollection"
    only = crossref(**{"container-title": ["Lecture Notes in Physics"]})
    assert (only.container, only.series) == ("Lecture Notes in Physics", "")
    assert [crossref(type=kind).type for kind in ("component", "posted-content", "")] == [
        "none",
        "preprint",
        "",
    ]


def test_crossref_notices():
    gone = crossref(title=["RETRACTED: A claim"])
    assert (gone.title, gone.retracted) == ("A claim", True)
    noticed = crossref(**{"updated-by": [{"DOI": "10.1000/n", "type": "Retraction"}]})
    assert noticed.retracted
    assert noticed.notices[0].type == "retraction"
    corrected = crossref(**{"updated-by": [{"DOI": "10.1000/n", "type": "correction"}]})
    assert not corrected.retracted
    notice = crossref(**{"update-to": [{"DOI": "10.1000/w", "type": "erratum"}]})
    assert notice.notice_of == ("10.1000/w",)
    itself = crossref(**{"update-to": [{"DOI": "10.1000/x", "type": "new_version"}]})
    assert itself.notice_of == ()


def test_crossref_details():
    record = crossref(
        title=["CBAM"],
        subtitle=["A Module"],
        volume="0",
        page="no-no",
        ISBN=["978"],
        author=[{"name": "OpenAI"}, {"family": "Ho", "given": "J."}, None, {}],
        relation={"is-preprint-of": [{"id": "10.1000/Pub"}, {"id": "?"}], "cites": [{}]},
        **{"article-number": "e7"},
    )
    assert (record.subtitle, record.volume, record.pages) == ("A Module", "", "e7")
    assert record.initials
    assert [name.literal for name in record.authors] == ["OpenAI", None]
    assert record.relations[0].doi == "10.1000/pub"
    assert crossref(title=["CBAM: A Module"], subtitle=["A module"]).subtitle == ""
    assert SOURCES["crossref"].record({"DOI": "10.52202/1"}).sorted_authors
    with pytest.raises(ShapeError):
        crossref(DOI="none")


def test_crossref_batches_stay_short_and_awkward_dois_go_alone():
    source = SOURCES["crossref"]
    long = [Query("doi", f"10.1000/{'x' * 200}{n}") for n in range(50)]
    asked = source.request(long, "list")
    assert 1 < len(asked.queries) < 50
    assert source.route(Query("doi", "10.1/a,b"), alone=False) == "single"
    assert source.route(Query("doi", "10.1/a"), alone=True) == "single"
    assert source.route(Query("title", "a:b"), alone=True) == "list"
    refused = source.parse(asked, answer(b"{}", status=400))
    assert list(refused.alone) == list(asked.queries)


def test_crossref_announces_by_pool():
    source = SOURCES["crossref"]
    said = {
        "x-api-pool": "polite-array",
        "x-rate-limit-limit": "3",
        "x-rate-limit-interval": "1s",
        "x-concurrency-limit": "3",
    }
    assert source.announced(said, "list") == (3, 1.0, 3)
    assert source.announced(said, "single") is None
    assert source.announced(said | {"x-api-pool": "polite"}, "single") == (3, 1.0, 3)
    assert source.announced({"x-rate-limit-limit": "50"}, "list") is None
    del said["x-concurrency-limit"]
    assert source.announced(said, "list") == (3, 1.0, 1)
    assert source.credentials("k").headers == {"Crossref-Plus-API-Token": "Bearer k"}


def test_datacite():
    source = SOURCES["datacite"]
    attributes = {
        "doi": "10.5281/zenodo.1",
        "creators": [
            {"name": "CERN", "nameType": "Organizational"},
            {"name": "Doe, Jane"},
            {"name": "Ada Lovelace", "nameType": "Personal"},
            {"name": "A Group"},
        ],
        "titles": [{"title": "Sub", "titleType": "Subtitle"}, {"title": "Main"}],
        "publisher": {"name": "Zenodo"},
        "publicationYear": "2020",
        "dates": [{"date": "2020-02", "dateType": "Issued"}],
        "types": {"resourceTypeGeneral": "Text", "bibtex": "article"},
        "container": {"title": "J", "volume": "1", "firstPage": "3", "lastPage": "9"},
        "relatedIdentifiers": [
            {
                "relationType": "IsVersionOf",
                "relatedIdentifierType": "DOI",
                "relatedIdentifier": "10.5281/ZENODO.2",
            },
            {
                "relationType": "Cites",
                "relatedIdentifierType": "DOI",
                "relatedIdentifier": "10.1000/x",
            },
        ],
    }
    record = source.record(attributes)
    assert (record.title, record.subtitle, record.publisher) == ("Main", "Sub", "Zenodo")
    assert (record.year, record.month, record.type, record.pages) == (2020, 2, "article", "3-9")
    assert [name.literal for name in record.authors] == ["CERN", None, None, "A Group"]
    assert record.relations == (("is-version-of", "10.5281/zenodo.2"),)
    assert [
        source.record(attributes | {"types": {"resourceTypeGeneral": kind}}).type
        for kind in ("Dataset", "Text", "")
    ] == ["none", "misc", ""]
    preprint = source.record({"doi": "10.48550/arXiv.2006.11239"})
    assert (preprint.arxiv, preprint.type, preprint.comment) == ("2006.11239", "preprint", "")


def test_arxiv_refuses_what_is_no_feed():
    source = SOURCES["arxiv"]
    query = Query("arxiv", "2006.11239")
    asked = source.request([query], "query")
    error = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id></entry></feed>'
    for body in (b"<!DOCTYPE html>", b'<!ENTITY a "b">', b"<feed>", b"<feed/>", b"\xff\xfe", error):
        with pytest.raises(ShapeError):
            source.parse(asked, answer(body, "application/atom+xml"))
    assert source.parse(asked, answer(error, status=400)).items == {}
    two = source.request([query, Query("arxiv", "2006.11240")], "query")
    assert len(source.parse(two, answer(error, status=400)).alone) == 2


def test_arxiv_hints():
    item = {
        "id": "http://arxiv.org/abs/hep-th/9901001v3",
        "doi": "10.48550/arXiv.hep-th/9901001",
        "comment": "Accepted  to X",
        "authors": ["A. Bee", ""],
    }
    record = SOURCES["arxiv"].record(item)
    assert (record.arxiv, record.published, record.comment) == (
        "hep-th/9901001",
        None,
        "Accepted to X",
    )
    assert record.initials


def test_dblp():
    source = SOURCES["dblp"]
    corr = source.record(
        {
            "key": "journals/corr/abs-2006-11239",
            "venue": "CoRR",
            "volume": "abs/2006.11239",
            "type": "Informal and Other Publications",
        }
    )
    assert (corr.arxiv, corr.type, corr.volume) == ("2006.11239", "preprint", "")
    one = source.record(
        {
            "key": "conf/x/Y20",
            "authors": {"author": {"text": "J&uuml;rgen M. 0002"}},
            "title": "Women&apos;s Work.",
            "venue": ["X", "Y"],
            "ee": ["https://openreview.net/forum?id=abcdefgh", "https://doi.org/10.1000/A"],
            "type": "Journal Articles",
        }
    )
    assert (one.title, one.venue, one.doi, one.openreview, one.type) == (
        "Women's Work",
        "X",
        "10.1000/a",
        "abcdefgh",
        "article",
    )
    assert one.authors == (Name("Jürgen", "M."),)
    assert (
        source.record(
            {"key": "conf/x/Y20", "authors": {"author": ["Ann Bee"]}, "title": "Etc..."}
        ).title
        == "Etc..."
    )
    short = source.request([Query("title", "CBAM", "Woo")], "search")
    assert dict(short.params)["q"] == "CBAM Woo"
    with pytest.raises(ShapeError, match="its search answers 500"):
        parse("dblp", {"result": {"status": {"@code": "500"}}}, Query("title", "x"))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://proceedings.mlr.press/v139/poe21a/poe21a.pdf", "poe 2021"),
        ("https://proceedings.mlr.press/r4/poe99a.html", "poe 1999"),
        (
            f"https://proceedings.neurips.cc/paper/2019/hash/{'a' * 32}-Abstract.html",
            "NeurIPS 2019",
        ),
        (f"https://papers.nips.cc/paper_files/paper/2017/file/{'a' * 32}-Paper.pdf", "NIPS 2017"),
        ("https://www.usenix.org/conference/nsdi24/presentation/poe-songs", "poe songs 2024"),
        ("https://papers.nips.cc/paper/1234-songs", ""),
        ("https://example.org/paper.html", ""),
    ],
)
def test_what_dblp_is_asked_about_a_page(url, words):
    assert " ".join(page_words(url)) == words


def test_dblp_knows_a_page_by_its_address():
    query = Query("page", "https://proceedings.mlr.press/v139/poe21a.html")
    pages = [
        "https://proceedings.mlr.press/v139/poe21b.html",
        "http://proceedings.mlr.press/v139/poe21a/poe21a.pdf",
    ]
    hits = [{"info": {"key": f"conf/icml/Poe{n}", "ee": [page]}} for n, page in enumerate(pages)]
    result = {"result": {"status": {"@code": "200"}, "hits": {"hit": hits}}}
    (record,) = parse("dblp", result, query)
    assert record.dblp == "conf/icml/Poe1"
    usenix = Query("page", "https://www.usenix.org/conference/nsdi24/presentation/poe-songs")
    hits[0]["info"]["ee"] = [usenix.value + "/"]
    assert parse("dblp", result, usenix)[0].dblp == "conf/icml/Poe0"
    assert dict(SOURCES["dblp"].request([usenix], "search").params)["h"] == "1000"


def test_openreview_tells_one_note():
    query = Query("openreview", "abcdefgh")
    asked = SOURCES["openreview"].request([query], "search")
    assert (asked.path, dict(asked.params)["id"]) == ("/notes", "abcdefgh")
    absent = answer(json.dumps({"name": "NotFoundError", "status": 404}).encode(), status=404)
    assert not SOURCES["openreview"].parse(asked, absent).items
    (record,) = parse("openreview", {"notes": [{"id": "b\u00d7", "forum": "abcdefgh"}]}, query)
    assert record.openreview == "abcdefgh"


@pytest.mark.parametrize(
    ("venue", "venueid", "invitation", "accepted"),
    [
        ("ICLR 2024 poster", "ICLR.cc/2024/Conference", "", True),
        ("TMLR", "TMLR", "", True),
        ("Submitted to ICLR 2024", "ICLR.cc/2024/Conference", "", False),
        ("ICLR 2024", "ICLR.cc/2024/Conference/Rejected_Submission", "", False),
        ("ICLR 2024", "ICLR.cc/2024/Conference/Withdrawn_Submission", "", False),
        ("CoRR 2025", "dblp.org/journals/CORR/2025", "DBLP.org/-/Record", None),
        ("Mine", "OpenReview.net/Archive", "OpenReview.net/Archive/-/Direct_Upload", None),
        (["NeurIPS 2023 spotlight"], ["NeurIPS.cc/2023/Conference"], "", True),
        ("Some 2020 meeting", "Some/Place", "", None),
        ("", "", "", None),
    ],
)
def test_openreview_decisions(venue, venueid, invitation, accepted):
    note = {
        "id": "abcdefgh",
        "venue": venue,
        "venueid": venueid,
        "invitations": [invitation],
        "authors": "Ann Bee, Cy Dee",
        "pdate": 1600000000000,
    }
    record = SOURCES["openreview"].record(note)
    assert record.accepted is accepted
    assert record.year or not venue
    assert len(record.authors) == 2


def test_openreview_without_any_year_and_of_version_1():
    query = Query("title", "x")
    notes = {"notes": [{"id": "abcdefgh", "invitation": "X/-/Y", "content": {"title": "Old"}}, 5]}
    (record,) = parse("openreview", notes, query)
    assert (record.title, record.year) == ("Old", None)
    announced = SOURCES["openreview"].announced
    assert announced({"ratelimit-policy": "180;w=60"}, "search") == (180, 60.0, 2)
    assert announced({"ratelimit-policy": "0;w=60"}, "search") is None
    assert announced({}, "search") is None


def test_openalex_and_semantic_scholar():
    source = SOURCES["openalex"]
    work = {
        "id": "https://openalex.org/W1",
        "type": "article",
        "primary_location": {"source": {"type": "conference", "display_name": "X"}},
    }
    assert (source.record(work).type, source.record(work).container) == ("inproceedings", "X")
    assert source.record({"id": "W1", "type": "paratext"}).type == "none"
    assert source.record({"id": "W1"}).type == ""
    with pytest.raises(ShapeError, match="without a work"):
        parse("openalex", {}, Query("doi", "10.1000/a,b"))
    query = Query("doi", "10.1000/x")
    assert parse("semanticscholar", {"error": "No valid paper ids given"}, query, status=400) == []
    with pytest.raises(ShapeError, match="one record for each id"):
        parse("semanticscholar", [None, None], query)
    assert parse("semanticscholar", {"data": []}, Query("title", "x")) == []


def test_doi_agencies():
    source = SOURCES["doi"]
    comma = source.request([Query("doi", "10.1/a"), Query("doi", "10.1/b,c")], "agency")
    assert comma.path == "/ra/10.1%2Fa"
    assert (
        source.request([Query("doi", "10.1/b,c"), Query("doi", "10.1/a")], "agency").path
        == "/ra/10.1%2Fb%2Cc"
    )
    two = source.request([Query("doi", "10.1/a"), Query("doi", "10.1/b")], "agency")
    half = answer(b'[{"DOI": "10.1/a", "RA": "Crossref"}]')
    assert len(source.parse(two, half).alone) == 2
    one = source.request([Query("doi", "10.1/a")], "agency")
    strange: list[object] = [[], [{"DOI": "10.1/z", "RA": "X"}], [{"DOI": "10.1/a"}], {}]
    for value in strange:
        with pytest.raises(ShapeError):
            source.parse(one, answer(json.dumps(value).encode()))


def test_lists_that_are_none():
    strange = {"message-type": "work-list", "message": {}}
    with pytest.raises(ShapeError, match="its list has no `items`"):
        parse("crossref", strange, Query("title", "x"))
    with pytest.raises(ShapeError, match="its `message` is no object"):
        parse("crossref", strange | {"message": []}, Query("title", "x"))
    with pytest.raises(ShapeError, match="without `results`"):
        parse("openalex", {}, Query("title", "x"))
    with pytest.raises(ShapeError, match="without `data`"):
        parse("datacite", {"data": None}, Query("doi", "10.48550/arxiv.2006.11239"))


def test_datacite_lists():
    source = SOURCES["datacite"]
    queries = [Query("doi", "10.5281/zenodo.1"), Query("doi", "10.5281/zenodo.2")]
    asked = source.request(queries, "list")
    data = [{"id": "10.5281/ZENODO.1", "attributes": {"doi": "10.5281/zenodo.1"}}]
    parsed = source.parse(asked, answer(json.dumps({"data": data}).encode()))
    assert list(parsed.items) == queries[:1]
    assert source.credentials("key") == ({}, ())


def test_dblp_states_a_doi():
    assert SOURCES["dblp"].record({"key": "conf/x/Y20", "doi": "10.1000/ABC"}).doi == "10.1000/abc"
