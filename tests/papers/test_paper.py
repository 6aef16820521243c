from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.papers.fields import OWN_FIELDS
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.lazy import lazy
from bib2awesome.papers.paper import Link, Paper


def paper(kind="inproceedings", **fields):
    body = "".join(
        f"  {name.replace('_', '-')} = {value if value.startswith('<') else '{' + value + '}'},\n"
        for name, value in fields.items()
    ).replace("<", "")
    document = Document.parse(f"@{kind}{{key,\n{body}}}\n".encode(), "survey.bib")
    return Paper(document, document.entries[0])


ICLR = "The Tenth International Conference on Learning Representations (ICLR 2022)"


@pytest.mark.parametrize(
    ("kind", "fields", "tag"),
    [
        ("inproceedings", {"booktitle": ICLR, "year": "2022"}, "ICLR 2022"),
        ("inproceedings", {"booktitle": ICLR}, "ICLR 2022"),
        ("inproceedings", {"booktitle": ICLR, "year": "2021", "eprint": "2106.09685"}, "ICLR 2022"),
        ("inproceedings", {"booktitle": ICLR, "year": "2019"}, "ICLR 2019"),
        ("inproceedings", {"booktitle": "NIPS", "year": "2019"}, "NeurIPS 2019"),
        ("inproceedings", {"booktitle": "ICLR 2024 Workshop on Things", "year": "2024"}, "ICLR Workshop 2024"),
        ("inproceedings", {"booktitle": "Nothing Known ({FOO})", "year": "2020"}, "FOO 2020"),
        ("inproceedings", {"booktitle": "Nothing Known", "series": "Lecture Notes in Computer Science", "year": "2020"}, "Nothing Known 2020"),
        ("inproceedings", {"booktitle": "Nothing Known", "series": "{KDD} '19", "year": "2019"}, "KDD 2019"),
        ("inproceedings", {"series": "Lecture Notes in Computer Science", "year": "2020"}, "2020"),
        ("inproceedings", {"series": "Some Series", "year": "2020"}, "2020"),
        ("inproceedings", {"shortvenue": "NeurIPS 2023", "booktitle": ICLR, "year": "2022"}, "NeurIPS 2023"),
        ("article", {"journal": "Transactions on Machine Learning Research", "year": "2025"}, "TMLR 2025"),
        ("article", {"journaltitle": "Nature", "date": "2023-05-01"}, "Nature 2023"),
        ("article", {"journal": "Journal of {B}lah", "year": "1999"}, "Journal of Blah 1999"),
        ("article", {"journal": "J. Chem. Phys. 142 (2015)", "year": "2014"}, "JCP 2014"),
        ("article", {"journal": "arXiv preprint arXiv:2407.03297", "year": "2024"}, "arXiv 2024.07"),
        ("article", {"journal": "CoRR", "volume": "abs/2407.03297", "year": "2024"}, "arXiv 2024.07"),
        ("article", {"journal": "CoRR", "year": "2024", "month": "<jul"}, "arXiv 2024.07"),
        ("article", {"journal": "CoRR", "year": "2024"}, "arXiv 2024"),
        ("article", {"journal": "CoRR"}, "arXiv"),
        ("article", {"journal": "ArXiv", "booktitle": "ICML", "year": "2020", "eprint": "1905.00001"}, "ICML 2020"),
        ("article", {"journal": "bioRxiv", "year": "2021"}, "bioRxiv 2021"),
        ("misc", {"eprint": "2407.03297", "archiveprefix": "arXiv", "year": "2024"}, "arXiv 2024.07"),
        ("misc", {"eprint": "9901001", "primaryclass": "hep-th", "archiveprefix": "arXiv"}, "arXiv 1999.01"),
        ("misc", {"eprint": "9901001", "archiveprefix": "arXiv"}, "arXiv"),
        ("misc", {"eprint": "12345678", "eprinttype": "pubmed", "year": "2024"}, "2024"),
        ("misc", {"arxiv": "2407.03297"}, "arXiv 2024.07"),
        ("misc", {"url": "https://arxiv.org/abs/2407.03297"}, "arXiv 2024.07"),
        ("misc", {"howpublished": "\\url{https://example.org/x}", "year": "2020"}, "2020"),
        ("misc", {"howpublished": "OpenAI blog", "year": "2019"}, "OpenAI blog 2019"),
        ("misc", {"year": "n.d.", "url": "https://github.com/a/b"}, ""),
        ("software", {"year": "2022", "publisher": "Zenodo"}, "2022"),
        ("phdthesis", {"school": "MIT", "year": "2020"}, "PhD thesis 2020"),
        ("phdthesis", {"school": "MIT", "year": "2020", "eprint": "2001.00001"}, "PhD thesis 2020"),
        ("techreport", {"institution": "OpenAI", "year": "2019"}, "OpenAI 2019"),
        ("book", {"publisher": "{MIT} Press", "year": "2016"}, "MIT Press 2016"),
        ("book", {"year": "2016"}, "Book 2016"),
        ("misc", {}, ""),
    ],
)  # fmt: skip
def test_the_tag_says_where_and_when(kind, fields, tag):
    assert paper(kind, **fields).tag == tag


def test_venue_names_short_and_long():
    known = paper(booktitle=ICLR, year="2022")
    assert known.venue_short == "ICLR"
    assert known.venue_name == "International Conference on Learning Representations"
    unknown = paper(booktitle="Nothing {K}nown")
    assert unknown.venue_name == "Nothing Known"
    assert paper("misc").venue_name == ""
    assert paper(shortvenue="NeurIPS 2023").venue_short == "NeurIPS"
    assert paper(shortvenue="arXiv 2024.07").venue_short == "arXiv"
    assert paper(shortvenue="SIGGRAPH Asia").venue_short == "SIGGRAPH Asia"


@pytest.mark.parametrize(
    ("fields", "year", "month"),
    [
        ({"year": "2023"}, 2023, None),
        ({"year": "{2023}", "month": "<jul"}, 2023, 7),
        ({"year": "2023", "month": "July"}, 2023, 7),
        ({"year": "2023", "month": "7"}, 2023, 7),
        ({"year": "2023", "month": "07"}, 2023, 7),
        ({"year": "2023", "month": "12 July"}, 2023, 7),
        ({"year": "2023", "month": "May--June"}, 2023, 5),
        ({"year": "2023", "month": "13"}, 2023, None),
        ({"year": "2023", "month": "0"}, 2023, None),
        ({"year": "2019/2020"}, 2019, None),
        ({"date": "2023-05-01"}, 2023, 5),
        ({"date": "2023-05/2024"}, 2023, 5),
        ({"date": "2023-21"}, 2023, None),
        ({"date": "2023", "month": "<may"}, 2023, 5),
        ({"year": "2022", "date": "2023-05"}, 2022, None),
        ({"date": "soon", "year": "2022"}, 2022, None),
        ({"year": "n.d."}, None, None),
        ({"year": "in press", "eprint": "2407.03297"}, 2024, None),
        ({}, None, None),
    ],
)
def test_dates_of_bibtex_and_biblatex(fields, year, month):
    found = paper("misc", **fields)
    assert (found.year, found.month) == (year, month)


def test_papers_sort_by_date():
    assert paper(year="2023", month="<may").date_key == (2023, 5)
    assert paper("misc", year="2024", eprint="2407.03297").date_key == (2024, 7)
    assert paper("misc", year="2025", eprint="2407.03297").date_key == (2025, 0)
    assert paper("misc").date_key == (0, 0)


def test_links_come_in_order_and_only_safe_ones():
    found = paper(
        url="https://openreview.net/forum?id=St1giarCHLP",
        link_project="https://a.example/",
        code="https://github.com/a/b, https://github.com/c/d",
        link_code_2="javascript:alert(1)",
        doi="10.1/x",
    )
    assert found.links == (
        Link("paper", "paper", "https://openreview.net/forum?id=St1giarCHLP"),
        Link("code", "code", "https://github.com/a/b"),
        Link("code", "code", "https://github.com/c/d"),
        Link("link", "project", "https://a.example/"),
    )
    assert found.unsafe_links == (("link-code-2", "javascript:alert(1)"),)
    assert found.links_in(("doi",))[0].url == "https://doi.org/10.1/x" or found.doi is None


@pytest.mark.parametrize(
    ("fields", "order", "url"),
    [
        ({"url": "https://a.b/c", "eprint": "2407.03297"}, None, "https://a.b/c"),
        ({"url": "https://a.b/c", "eprint": "2407.03297"}, ("eprint",), "https://arxiv.org/abs/2407.03297"),
        ({"url": "data:x", "eprint": "2407.03297"}, None, "https://arxiv.org/abs/2407.03297"),
        ({"doi": "10.1000/ABC"}, None, "https://doi.org/10.1000/abc"),
        ({"doi": "10.1000/ABC"}, ("url",), "https://doi.org/10.1000/abc"),
        ({"pdf": "https://a.b/c.pdf", "url": "https://a.b/c"}, ("pdf", "url"), "https://a.b/c.pdf"),
        ({"howpublished": "\\url{https://a.b/h}"}, None, "https://a.b/h"),
        ({"note": "https://a.b/n"}, None, "https://a.b/n"),
        ({"note": "words only"}, None, None),
        ({}, ("doi",), None),
    ],
)  # fmt: skip
def test_the_paper_link_is_the_first_that_is_there(fields, order, url):
    found = paper(**fields)
    assert (found.paper_url(order) if order else found.paper_url()) == url


def test_the_code_of_software_is_no_paper():
    software = paper("misc", url="https://github.com/a/b", code="https://github.com/a/b")
    assert software.links == (Link("code", "code", "https://github.com/a/b"),)
    with_paper = paper(
        "misc", url="https://github.com/a/b", code="https://github.com/a/b", eprint="2407.03297"
    )
    assert with_paper.links[0] == Link("paper", "paper", "https://arxiv.org/abs/2407.03297")


def test_several_code_links_may_be_separated_by_anything():
    found = paper(code="github.com/a/b  github.com/c/d;\n https://x.example/1,2")
    wide = paper(code="https://a.b/c" + " " * 100_000 + "https://d.e/f")
    assert [link.url for link in wide.links] == ["https://a.b/c", "https://d.e/f"]
    assert [link.url for link in found.links] == [
        "https://github.com/a/b",
        "https://github.com/c/d",
        "https://x.example/1,2",
    ]


def test_identifiers_of_the_work_and_its_code():
    found = paper(
        doi="https://doi.org/10.18653/v1/P19-1001",
        eprint="2407.03297v2",
        archiveprefix="arXiv",
        url="https://aclanthology.org/P19-1001/",
        code="https://github.com/a/b.git",
        link_project="https://openreview.net/forum?id=St1giarCHLP",
        pmid="31452104",
    )
    assert set(found.identifiers) == {
        Identifier("doi", "10.18653/v1/p19-1001"),
        Identifier("acl", "P19-1001"),
        Identifier("arxiv", "2407.03297"),
        Identifier("github", "a/b"),
        Identifier("openreview", "St1giarCHLP"),
        Identifier("pubmed", "31452104"),
    }
    assert paper("misc", eprint="123", eprinttype="pubmed").identifiers == (("pubmed", "123"),)
    assert paper(doi="none", url="https://doi.org/10.1000/X").doi == "10.1000/x"
    assert paper("misc").identifiers == ()


def test_categories_are_as_written():
    assert paper(category="a/b, c ,{d}").category_refs == ("a/b", "c", "d")
    assert paper(category="{-}").category_refs == ("-",)
    assert paper().category_refs == ()


def test_text_is_unicode_and_tex_is_not():
    found = paper(title="On {\\'E}t{\\'e}s", subtitle="A Story", author='B{\\"u}ck, Ann and others')
    assert found.title == "On Étés: A Story"
    assert found.tex("title") == "On {\\'E}t{\\'e}s"
    assert found.tex("missing") == found.text("missing") == ""
    assert len(found.authors) == 1
    assert found.authors.others
    assert len(paper(editor="A, B").authors) == 1
    assert paper(title="Why?", subtitle="Because").title == "Why? Because"
    assert paper(title="Why").title == "Why"
    assert repr(found) == "Paper(@inproceedings{key})"


def test_the_category_field_and_the_link_order_are_the_surveys():
    document = Document.parse(
        b"@misc{k, category = {a}, topic = {b}, doi = {10.1/x}, eprint={2407.03297}}"
    )
    found = Paper(document, document.entries[0], paper_link=("doi",), category_field="topic")
    assert found.category_refs == ("b",)


def test_a_lazy_property_is_computed_once():
    class Counter:
        computed = 0

        @lazy
        def value(self) -> int:
            """Count."""
            self.computed += 1
            return self.computed

    counter = Counter()
    assert (counter.value, counter.value) == (1, 1)
    assert Counter.value.__doc__ == "Count."


def test_own_fields_are_described():
    assert {"category", "code", "shortvenue", "tldr", "award", "remark"} <= set(OWN_FIELDS)


@given(st.dictionaries(
    st.sampled_from(["title", "booktitle", "journal", "year", "month", "date", "url", "code", "doi", "eprint", "category"]),
    st.text(alphabet=st.characters(blacklist_characters="{}\\\"#@%", blacklist_categories=["Cs", "Cc"]), max_size=40),
))  # fmt: skip
def test_no_field_breaks_a_paper(fields):
    found = paper("article", **{name: value.replace("<", "") for name, value in fields.items()})
    assert found.tag == " ".join(found.tag.split())
    for link in found.links:
        assert link.url.startswith(("http://", "https://"))
    assert isinstance(found.date_key, tuple)
    assert found.identifiers is not None
    assert found.unsafe_links is not None


def entry_source(record):
    fields = {
        name: record[name] for name in ("title", "year", "booktitle", "journal", "series", "doi")
    }
    fields["author"] = " and ".join(record["authors"])
    if record["arxiv"]:
        fields |= {"eprint": record["arxiv"], "archiveprefix": "arXiv"}
    fields |= {"url": record["paper_url"], "code": record["code_url"]}
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{record['type']}{{{record['key']},", *lines, "}"])


def test_verified_papers_have_the_verified_tags(shared):
    records = [
        json.loads(line)
        for line in (shared / "data" / "papers.jsonl").read_text("utf-8").splitlines()
    ]
    document = Document.parse("\n".join(map(entry_source, records)).encode())
    assert len(records) == len(document.entries) > 80
    for record, entry in zip(records, document.entries, strict=True):
        found = Paper(document, entry)
        assert found.tag == record["venue_short"]
        assert found.arxiv == record["arxiv"]
        assert found.doi == (record["doi"] and record["doi"].lower())
        assert found.is_preprint == record["venue_short"].startswith("arXiv")
        if record["openreview"] and record["openreview"] in record["paper_url"]:
            assert ("openreview", record["openreview"]) in found.identifiers
        assert not found.unsafe_links
