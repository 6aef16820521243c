"""What must hold for the survey of this repository: survey.bib, categories.toml and README.md."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.latex import to_unicode
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.render.anchors import Anchors
from bib2awesome.render.base import render
from bib2awesome.render.structure import heading_text, lines_of, read
from tests.latex.compile import STYLES, compile_bibliography, need_tex

ROOT = Path(__file__).resolve().parents[1]

PAPERS_OF_CATEGORY = {
    "algorithm": 0,
    "algorithm/efficient-training": 0,
    "algorithm/efficient-training/noise-schedule": 7,
    "algorithm/efficient-training/score-matching": 2,
    "algorithm/efficient-training/data-dependent-adaptive-priors": 5,
    "algorithm/efficient-training/rectified-flow": 8,
    "algorithm/efficient-fine-tuning": 0,
    "algorithm/efficient-fine-tuning/low-rank-adaptation": 8,
    "algorithm/efficient-sampling": 0,
    "algorithm/efficient-sampling/solver": 8,
    "algorithm/efficient-sampling/efficient-scheduling": 3,
    "algorithm/efficient-sampling/partial-sampling": 8,
    "algorithm/compression": 0,
    "algorithm/compression/quantization": 8,
    "algorithm/compression/pruning": 1,
    "algorithm/compression/knowledge-distillation": 9,
    "system": 0,
    "system/optimized-hardware-software-co-design": 5,
    "system/parallel-computing": 6,
    "system/caching-technique": 9,
    "frameworks": 9,
}

TAGS_THE_SEED_HAD_WRONG = {
    "hang2025noiseschedule": "ICCV 2025",
    "yue2023resshift": "NeurIPS 2023",
    "li2024immiscible": "NeurIPS 2024",
    "yuan2024seqdiffuseq": "NAACL 2024",
    "song2019sliced": "UAI 2019",
    "song2019ncsn": "NeurIPS 2019",
}

CODE_THE_SEED_HAD_WRONG = {
    "song2021ddim": "https://github.com/ermongroup/ddim",
    "li2024immiscible": "https://github.com/yhli123/Immiscible-Diffusion",
    "yuan2024seqdiffuseq": "https://github.com/Yuanhy1997/SeqDiffuSeq",
    "song2019ncsn": "https://github.com/ermongroup/ncsn",
    "zhang2021diffflow": "https://github.com/qsh-zh/DiffFlow",
    "xue2023sasolver": "https://github.com/scxue/SA-Solver",
    "pokle2022deq": "https://github.com/locuslab/deq-ddim",
}

LINKS_THAT_DIFFER_FROM_THE_DATA = {
    # The seed links an attachment by its hash; the forum's id is the lasting one.
    "xue2024bfnsolver": "https://openreview.net/pdf?id=1jHiq640y1",
}


@pytest.fixture(scope="module")
def survey() -> Survey:
    return Survey.open(ROOT)


@pytest.fixture(scope="module")
def document(survey: Survey) -> Document:
    return survey.documents[0]


@pytest.fixture(scope="module")
def papers(survey: Survey) -> dict[str, Paper]:
    return {paper.key: paper for paper in survey.papers}


@pytest.fixture(scope="module")
def verified(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "data" / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def comment_above(document: Document, entry: Entry) -> str:
    """Return the comment lines that end directly above an entry."""
    lines = document.data[: entry.start].decode("ascii").splitlines()
    above: list[str] = []
    while lines and lines[-1].startswith("%"):
        above.insert(0, lines.pop())
    return "\n".join(above)


class TestFile:
    def test_it_is_plain_text_that_every_tool_reads(self, document):
        assert document.data.isascii()
        assert b"\r" not in document.data
        assert b"\t" not in document.data
        assert document.data.endswith(b"}\n")
        assert not re.search(rb"[ \t]+$", document.data, re.MULTILINE)

    def test_nothing_is_wrong_with_it(self, survey):
        assert list(survey.findings) == []

    def test_no_comment_reads_as_an_entry(self, document):
        comments = re.findall(rb"^%.*$", document.data, re.MULTILINE)
        assert comments
        assert not [line for line in comments if b"@" in line]

    def test_keys_are_unique_and_plain(self, document):
        keys = [entry.key for entry in document.entries]
        assert len({key.lower() for key in keys}) == len(keys)
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", key) for key in keys)

    def test_types_are_those_of_every_style(self, document):
        types = Counter(entry.type for entry in document.entries)
        assert types == {"article": 3, "inproceedings": 77, "misc": 17}

    def test_layout_is_the_same_everywhere(self, document):
        for entry in document.entries:
            lines = document.text(entry.start, entry.end).splitlines()
            columns = {line.index("=") for line in lines[1:-1]}
            assert len(columns) == 1, entry.key
            assert all(line.startswith("  ") and line.endswith("},") for line in lines[1:-1])
            assert lines[-1] == "}"
            names = [field.name for field in entry.fields]
            assert len(set(names)) == len(names)
            if entry.key != "shen2025efficient":
                assert names[-1] == "category"


class TestCategories:
    def test_each_holds_what_it_should(self, survey):
        found = {c.path: len(survey.listed(c)) for c in survey.taxonomy.walk()}
        assert found == PAPERS_OF_CATEGORY

    def test_every_entry_but_the_survey_itself_is_in_one(self, survey):
        without = [p.key for p in survey.papers if not survey.categories_of(p)]
        assert without == ["shen2025efficient"]
        assert [p.key for p in survey.cited] == ["shen2025efficient"]
        assert all(len(survey.categories_of(p)) <= 1 for p in survey.papers)

    def test_the_file_is_in_the_order_of_the_list(self, survey, papers):
        order = [paper.key for c in survey.taxonomy.walk() for paper in survey.listed(c)]
        assert ["shen2025efficient", *order] == list(papers)


class TestFields:
    def test_dois_are_bare_and_of_publications(self, papers):
        dois = [paper.values["doi"] for paper in papers.values() if "doi" in paper.values]
        assert len(dois) == len(set(dois)) == 20
        assert all(re.fullmatch(r"10\.\d{4,6}/[\w.()/-]+", doi) for doi in dois)
        assert not [doi for doi in dois if doi.lower().startswith("10.48550/")]

    def test_eprints_are_arxiv_ids(self, papers):
        eprints = {p.key: p.values["eprint"] for p in papers.values() if "eprint" in p.values}
        assert len(eprints) == 83
        assert all(re.fullmatch(r"\d{4}\.\d{5}", eprint) for eprint in eprints.values())
        assert all(papers[key].values["archiveprefix"] == "arXiv" for key in eprints)

    def test_preprints_name_arxiv_where_every_style_prints_it(self, papers):
        preprints = [p for p in papers.values() if p.tag.startswith("arXiv")]
        assert len(preprints) == 8
        for paper in preprints:
            assert paper.type == "misc"
            assert paper.values["howpublished"] == f"arXiv preprint arXiv:{paper.values['eprint']}"

    def test_links_are_raw(self, papers):
        for paper in papers.values():
            links = {
                n: v for n, v in paper.values.items() if n in {"url", "code"} or n[:5] == "link-"
            }
            assert "url" in links
            for link in links.values():
                assert re.fullmatch(r"https?://[^\s{}\\%]+", link), (paper.key, link)

    def test_every_paper_has_a_tag(self, survey):
        untagged = [
            paper.key
            for paper in survey.in_list
            if not paper.tag and paper.category_refs != ("frameworks",)
        ]
        assert untagged == []

    def test_a_venue_has_one_name(self, papers):
        names: dict[str, set[str]] = {}
        for paper in papers.values():
            name = paper.values.get("booktitle") or paper.values.get("journal")
            if name:
                names.setdefault(paper.tag, set()).add(name)
        assert not {tag: found for tag, found in names.items() if len(found) > 1}


class TestSeedMistakes:
    @pytest.mark.parametrize(("key", "tag"), TAGS_THE_SEED_HAD_WRONG.items())
    def test_the_venue_is_right(self, papers, key, tag):
        assert papers[key].tag == tag

    @pytest.mark.parametrize(("key", "code"), CODE_THE_SEED_HAD_WRONG.items())
    def test_the_code_is_the_authors(self, papers, key, code):
        assert papers[key].values["code"] == code

    def test_the_title_is_only_the_title(self, papers):
        assert papers["yuan2024seqdiffuseq"].title.endswith("Sequence-to-Sequence Generation")

    def test_the_duplicate_is_gone(self, papers):
        titles = Counter(paper.title.casefold() for paper in papers.values())
        assert titles.most_common(1)[0][1] == 1

    def test_the_link_of_an_attachment_is_gone(self, papers):
        for key, url in LINKS_THAT_DIFFER_FROM_THE_DATA.items():
            assert papers[key].values["url"] == url


class TestAgainstTheVerifiedData:
    def test_all_papers_are_here(self, papers, verified):
        assert {record["key"] for record in verified} <= set(papers)
        assert len(verified) == 87

    def test_titles_authors_years(self, papers, verified):
        for record in verified:
            paper = papers[record["key"]]
            assert paper.title == record["title"]
            names = [f"{n.prefix} {n.family}".strip() + f", {n.given}" for n in paper.authors.names]
            assert [to_unicode(name) for name in names] == record["authors"]
            assert paper.year == record["year"]

    def test_tags_are_the_venues(self, papers, verified):
        found = {record["key"]: papers[record["key"]].tag for record in verified}
        assert found == {record["key"]: record["venue_short"] for record in verified}

    @pytest.mark.parametrize(
        ("name", "datum"),
        [
            ("doi", "doi"),
            ("eprint", "arxiv"),
            ("pages", "pages"),
            ("volume", "volume"),
            ("publisher", "publisher"),
        ],
    )
    def test_what_is_verified_is_written_and_nothing_else(self, papers, verified, name, datum):
        for record in verified:
            paper = papers[record["key"]]
            expected = record[datum] if record["verified"][datum] else None
            if name == "volume" and paper.type == "article":
                expected = str(record["year"])  # as in DBLP, see the head of survey.bib
            assert paper.values.get(name) == expected, paper.key

    def test_links(self, papers, verified):
        expected = {record["key"]: record["paper_url"] for record in verified}
        expected |= LINKS_THAT_DIFFER_FROM_THE_DATA
        assert {key: papers[key].values["url"] for key in expected} == expected

    def test_unverified_authors_and_code_are_marked(self, document, papers, verified):
        for record in verified:
            paper = papers[record["key"]]
            comment = comment_above(document, paper.entry)
            if not record["verified"]["authors"]:
                assert "author" in comment, paper.key
            if not record["verified"]["code_url"] and "code" in paper.values:
                assert "code link" in comment, paper.key

    def test_the_seeds_papers_lead_their_category_in_its_order(self, survey, verified):
        line = {record["key"]: record["seed_lineno"] for record in verified if record["in_seed"]}
        assert len(line) == 29
        for category in survey.taxonomy.walk():
            found = [line.get(paper.key, 1000) for paper in survey.listed(category)]
            assert found == sorted(found)

    def test_frameworks_have_the_tables_ticks(self, survey, shared):
        table = json.loads((shared / "data" / "frameworks.json").read_text(encoding="utf-8"))
        category = survey.taxonomy.resolve("frameworks")
        found = [
            {
                "name": paper.title,
                "repo_url": paper.values["code"],
                "seed": {
                    column.field.replace("-", "_"): paper.values[column.field] == "yes"
                    for column in category.columns
                },
            }
            for paper in survey.listed(category)
        ]
        expected = [
            {name: row[name] for name in ("name", "repo_url", "seed")}
            for row in table["frameworks"]
        ]
        assert found == expected

    def test_the_survey_itself(self, papers, shared):
        expected = json.loads((shared / "data" / "survey.json").read_text(encoding="utf-8"))
        paper = papers[expected["key"]]
        assert paper.title == expected["title"]
        assert [f"{n.family}, {n.given}" for n in paper.authors.names] == expected["authors"]
        assert paper.values["journal"] == expected["journal"]
        assert paper.values["eprint"] == expected["arxiv"]
        assert paper.values["url"] == expected["url"]
        assert "doi" not in paper.values


class Tags(HTMLParser):
    """Collects the tags that are open when a file ends, and those closed without being open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.stray: list[str] = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """`<img … />` opens nothing."""

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.stray.append(tag)


class TestReadme:
    def test_what_the_author_wrote_is_there(self, readme):
        for words in (
            "Awesome Efficient Diffusion Models",
            "https://awesome.re/badge.svg",
            "https://hits.seeyoufarm.com",
            "https://img.shields.io/github/stars/NastyMarcus/A-Survey-of-Efficient-Diffusion-Models",
            "a curated list of papers about the latest advancements in efficient diffusion models",
            "`[2024-10-19]` We released the repository.",
            "We welcome feedback, suggestions, and contributions",
            "https://star-history.com/#NastyMarcus/A-Survey-of-Efficient-Diffusion-Models&Date",
            "https://contrib.rocks/image?repo=NastyMarcus/A-Survey-of-Efficient-Diffusion-Models",
            "Please consider citing",
        ):
            assert words in readme

    def test_what_was_broken_is_mended(self, readme):
        assert "ChaofanTao" not in readme
        assert "To be continued" not in readme
        tags = Tags()
        tags.feed(re.sub(r"```.*?```|`[^`\n]*`", "", readme, flags=re.DOTALL))
        assert tags.open == []
        assert tags.stray == []

    def test_comments_close(self, readme):
        assert read(lines_of(readme)).open_comment is None
        assert readme.count("<!--") == readme.count("-->")

    def test_every_anchor_has_its_heading(self, readme):
        anchors = Anchors()
        headings = read(lines_of(readme)).headings
        found = {anchors.of(heading_text(heading)) for heading in headings}
        wanted = set(re.findall(r"\]\(#([^)]+)\)", readme))
        assert len(wanted) > 10
        assert wanted <= found

    def test_links_to_files_lead_somewhere(self, readme):
        links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", readme)
        links = [link for link in links if link not in {"link", "url"}]
        assert {"survey.bib", "categories.toml", "latex/references.bib"} <= set(links)
        assert [link for link in links if not (ROOT / link).exists()] == []

    def test_every_paper_of_the_list_is_in_it_once(self, survey, readme):
        for paper in survey.in_list:
            framework = paper.category_refs == ("frameworks",)
            item = f"| {paper.title} [[Code]](" if framework else f"]** {paper.title}. [[Paper]]("
            assert readme.count(item) == 1, paper.key

    def test_what_is_committed_is_what_render_makes(self, survey):
        outputs = render(survey)
        assert {output.path for output in outputs} == {
            "README.md",
            "CITATION.cff",
            "latex/references.bib",
            "latex/references-biblatex.bib",
            "latex/bib-by-category.tex",
            "latex/survey.dbx",
            "latex/survey-sourcemap.tex",
            "latex/taxonomy.tex",
            "latex/tables.tex",
            "latex/numbers.tex",
        }
        assert [output.path for output in outputs if output.changes or output.refused] == []


@pytest.mark.latex
@pytest.mark.parametrize("style", STYLES)
def test_authors_cite_straight_from_it(style, tmp_path):
    need_tex()
    files = {"survey.bib": (ROOT / "survey.bib").read_bytes()}
    compiled = compile_bibliography(tmp_path, files, style, bib="survey")
    assert compiled.errors == []
    assert compiled.unexpected == []
    assert compiled.missing == []
    # Sentence-case styles lower a title's words, but not those in braces.
    for words in (
        "fficient diffusion models:",
        "arXiv preprint arXiv:2209.14577",
        "DALL-E",
        "LoRA",
    ):
        assert words.lower() in compiled.text.lower()
    for words in ("DALL-E", "BRECQ", "Gharbi", "Schönfeld", "huggingface"):
        assert words in compiled.text
