"""From facts to an entry: type and fields by venue, text in the file's style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import Name
from bib2awesome.errors import InputError
from bib2awesome.papers.entry_text import source_of
from bib2awesome.papers.new_entry import Facts, entry_of, tex_of, venue_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.venues import find_venue, venues

EMPTY = Document.parse(b"")
FACTS = Facts(
    title="LoRA: 50% of {x} & C_1",
    authors=(Name("Łukasz", "Kaiser"), Name(literal="The A & B Team")),
    others=True,
    year=2021,
    month=6,
    venue="ICLR 2022",
    doi="10.1000/a_b",
    arxiv="2106.09685",
    url="https://example.org/a_b",
    code="https://github.com/a/b",
    links=(("project", "https://example.org"),),
    more=(("remark", "first 100%"), ("category", "a/b")),
)


def paper(facts: Facts, document: Document = EMPTY) -> Paper:
    text = source_of(entry_of(facts), "key", document)
    new = Document.parse(text.encode())
    assert not new.findings
    return Paper(new, new.entries[0])


def test_an_entry_says_all_the_facts():
    read = paper(FACTS)
    assert (read.type, read.title, read.year, read.month) == (
        "inproceedings",
        "LoRA: 50% of {x} & C_1",
        2021,
        6,
    )
    assert [name.family or name.literal for name in read.authors] == ["Kaiser", r"The A \& B Team"]
    assert read.authors.others
    assert (read.doi, read.arxiv) == ("10.1000/a_b", "2106.09685")
    assert [link.url for link in read.links] == [
        "https://example.org/a_b",
        "https://github.com/a/b",
        "https://example.org",
    ]
    assert read.text("remark") == "first 100%"
    assert read.category_refs == ("a/b",)


def test_the_text_of_a_new_entry():
    assert source_of(entry_of(FACTS), "kaiser2021lora", EMPTY).split("\n") == (
        [
            "@inproceedings{kaiser2021lora,",
            r"  title         = {{LoRA}: 50\% of {\textbraceleft}x{\textbraceright} \& C\_1},",
            r"  author        = {Kaiser, {\L}ukasz and {The A \& B Team} and others},",
            "  booktitle     = {International Conference on Learning Representations},",
            "  year          = {2021},",
            "  month         = jun,",
            "  doi           = {10.1000/a_b},",
            "  eprint        = {2106.09685},",
            "  archiveprefix = {arXiv},",
            "  url           = {https://example.org/a_b},",
            "  code          = {https://github.com/a/b},",
            "  link-project  = {https://example.org},",
            r"  remark        = {first 100\%},",
            "  category      = {a/b},",
            "}",
        ]
    )


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            '@MISC{a,\n\tTITLE = "x",\n\tYEAR  = 2020,\n\tPAGES = 3\n}\n',
            '@MISC{k,\n\tTITLE = "T",\n\tKEY   = "T",\n\tYEAR  = 2021\n}',
        ),
        (
            "@InProceedings{a\n , title = {x}\n , year = {2020}\n}\n",
            "@Misc{k\n , title = {T}\n , key = {T}\n , year = {2021}\n}",
        ),
        (
            "@InProceedings{a, title = {x}, year = {2020}}\n",
            "@Misc{k,\n  title         = {T},\n  key           = {T},\n  year          = {2021},\n}",
        ),
    ],
)
def test_the_style_is_the_files(file, expected):
    entry = entry_of(Facts(title="T", year=2021))
    assert source_of(entry, "k", Document.parse(file.encode())) == expected


def test_raw_unicode_where_the_file_has_some():
    raw = Document.parse("@misc{a,\n  title = {é},\n}\n".encode())
    entry = entry_of(Facts(title="扩散", authors=(Name("明", "李"),)))
    assert "{扩散}" in source_of(entry, "k", raw)
    assert "{扩散}" in source_of(entry, "k", EMPTY)
    custom = Document.parse(b"@misc{a,\n  title = {A},\n}\n")
    with pytest.raises(InputError, match="no ASCII form"):
        source_of(entry, "k", custom)


@pytest.mark.parametrize(
    ("venue", "kind", "fields"),
    [
        ("", "misc", {}),
        ("arXiv 2024.04", "misc", {}),
        ("bioRxiv 2024", "misc", {"howpublished": "bioRxiv"}),
        ("TPAMI 2023", "article", {"journal": "IEEE Transactions on Pattern Analysis and Machine Intelligence"}),
        ("EMNLP 2023 Findings", "inproceedings", {"booktitle": "Findings of the Association for Computational Linguistics: EMNLP 2023"}),
        ("ICLR 2024 Workshop", "inproceedings", {"booktitle": "ICLR 2024 Workshop"}),
        ("ICML", "inproceedings", {"booktitle": "Proceedings of the International Conference on Machine Learning"}),
        ("PhD Thesis 2020", "phdthesis", {}),
        ("Master's thesis", "mastersthesis", {}),
        ("Technical Report", "techreport", {}),
        ("Journal of Odd Things, 2020", "article", {"journal": "Journal of Odd Things"}),
        ("Odd Workshop 2020", "inproceedings", {"booktitle": "Odd Workshop 2020"}),
        ("QXZY 2020", "inproceedings", {"booktitle": "QXZY 2020"}),
        ("QXZY '20", "inproceedings", {"booktitle": "QXZY '20"}),
        ("OpenAI Blog 2020", "misc", {"howpublished": "OpenAI Blog"}),
        ("2020", "misc", {"howpublished": "2020"}),
        ("Lecture Notes in Computer Science", "misc", {"howpublished": "Lecture Notes in Computer Science"}),
    ],
)  # fmt: skip
def test_the_venue_decides_type_and_fields(venue, kind, fields):
    assert venue_fields(venue, None) == (kind, tuple(fields.items()))


def test_every_venue_is_found_again_in_its_field():
    for known in venues():
        for text in (known.short, f"{known.short} 2023", known.name):
            meant = find_venue(text)
            _, fields = venue_fields(text, 2023)
            if meant is not None and meant.venue.kind != "series" and fields:
                found = find_venue(fields[0][1])
                assert found is not None
                assert found[:2] == meant[:2], text


def test_the_year_comes_from_the_edition_then_from_the_arxiv_id():
    assert paper(Facts(title="T", venue="ICLR 2022", arxiv="2106.09685")).year == 2022
    assert paper(Facts(title="T", arxiv="2106.09685")).year == 2021
    assert paper(Facts(title="T")).year is None


def test_without_author_there_is_a_key_to_sort_by():
    read = paper(Facts(title="A {very} $x^2$ long title of more than ten words in all it has"))
    assert read.text("key") == "A very x2 long title of more than ten words".replace("x2", "x^2")
    assert "key" not in paper(Facts(title="T", authors=(Name("", "Ho"),))).values


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("a $x^2$ b", "a {$x^2$} b"),
        ("cost $5 and $6", r"cost \$5 and \$6"),
        (r"$x}$ and \foo ~1", r"\$x{\textbraceright}\$ and {\textbackslash}foo {\textasciitilde}1"),
        ("two\n  lines", "two lines"),
    ],
)
def test_text_is_data(text, tex):
    assert tex_of(text) == tex


@given(st.text(alphabet=st.sampled_from("aB1 \\{}$&%#_^~'`-é"), max_size=25))
def test_any_title_can_be_written_and_read_again(title):
    read = paper(Facts(title=f"x {title} x"))
    assert read.tex("title").count("{") == read.tex("title").count("}")


@given(st.text(alphabet=st.sampled_from("aB1 \\{}&%#_^~é"), max_size=25))
def test_text_without_formulas_comes_back_as_it_was(title):
    assert to_unicode(tex_of(f"x{title}x")) == " ".join(f"x{title}x".split())
