from __future__ import annotations

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from bib2awesome.errors import InputError
from bib2awesome.papers.survey import Survey
from bib2awesome.render.anchors import Anchors
from bib2awesome.render.base import Output, render
from bib2awesome.render.structure import heading_text, lines_of, read
from bib2awesome.render.targets import readme as target
from tests.render.surveys import (
    BIB,
    PAPERS,
    TOML,
    html,
    make,
    outputs,
    region,
    rendered,
    visible_text,
)

TOC = "<!-- bib2awesome:begin toc -->\n<!-- bib2awesome:end toc -->\n"


def named(name):
    return f"<!-- bib2awesome:begin {name} -->\n<!-- bib2awesome:end {name.split()[0]} -->\n"


def toc(tmp_path, readme, toml=TOML):
    return region(rendered(make(tmp_path, readme=readme, toml=toml)), "toc")


def codes(output):
    return [finding.code for finding in output.findings]


# The table of contents


def test_contents_link_to_every_heading(tmp_path):
    readme = (
        f"# The List\n\n## Contents\n\n{TOC}\n## ♥️ A\n\n{PAPERS}\n## B *and* [C](x)\n\n## ♥️ A\n"
    )
    text = toc(tmp_path, readme)
    assert text.splitlines() == [
        "- [♥️ A](#️-a)",
        "  - [A](#a)",
        "- [B and C](#b-and-c)",
        "- [♥️ A](#️-a-1)",
    ]


def test_contents_leave_out_titles_and_decoration(tmp_path):
    html_title = f"<h2 align=center>List</h2>\n\n{TOC}\n## List\n"
    assert toc(tmp_path, html_title) == "- [List](#list-1)"
    two_tops = f"# One\n\n{TOC}\n# Two\n\n## Three\n"
    assert toc(tmp_path, two_tops) == "- [Two](#two)\n  - [Three](#three)"
    # Text between a heading and the contents: the section is about more than them.
    assert toc(tmp_path, f"## One\n\ntext\n\n{TOC}") == "- [One](#one)"


def test_contents_nest_by_what_is_above(tmp_path):
    readme = f"## A\n\n#### B\n\n### C\n\n##### D\n\n# E\n\n{TOC}"
    assert toc(tmp_path, readme) == "- [A](#a)\n  - [B](#b)\n  - [C](#c)\n    - [D](#d)"
    cut = readme.replace("begin toc", "begin toc levels=2")
    assert toc(tmp_path, cut) == "- [A](#a)\n  - [B](#b)\n  - [C](#c)"


def test_contents_escape_what_headings_show(tmp_path):
    readme = f"{TOC}\n## `a_b` & *c* \\| [x] <b>y</b>\n\n## ![i](j)\n"
    text = toc(tmp_path, readme)
    assert text == r"- [a_b & c \| \[x\] y](#a_b--c--x-y)"
    assert html(text).count("<a ") == 1


def test_no_anchor_is_dead(tmp_path):
    readme = (
        f"# T\n\n{TOC}\n## A\n\n```\n# no heading\n```\n\n> ## Quoted\n\nSetext\n======\n\n"
        f"{PAPERS}\n- ## In a bullet\n\n<!--\n# hidden\n-->\n\n## A\n\n## A-1\n"
    )
    text = rendered(make(tmp_path, readme=readme))
    anchors = Anchors()
    there = {anchors.of(heading_text(one)) for one in read(lines_of(text)).headings}
    links = re.findall(r"\]\(#([^)]*)\)", region(text, "toc"))
    assert set(links) == there - {"t"}
    assert "in-a-bullet" in links
    tokens = MarkdownIt("commonmark").parse(text)
    assert len(there) == sum(token.type == "heading_open" for token in tokens)


# Badges, numbers, entry format, citation


def test_badges_are_of_the_survey_alone(tmp_path):
    toml = TOML.replace("[categories", 'repository = "o/r"\n[categories')
    text = region(rendered(make(tmp_path, readme=named("badges"), toml=toml)), "badges")
    assert "badge/papers-1-blue" in text
    assert "badge/with_code-1-blue" in text
    assert "https://github.com/o/r/stargazers" in text
    assert html(text).count("<img") == 4
    bare = region(rendered(make(tmp_path, readme=named("badges"), bib="")), "badges")
    assert "papers-0" in bare
    assert "code" not in bare
    assert "stars" not in bare


def test_numbers(tmp_path):
    bib = BIB + "@misc{n, title = {N}, category = {a/b}}\n"
    toml = TOML + "[categories.a.b]\n"
    text = region(rendered(make(tmp_path, readme=named("stats"), bib=bib, toml=toml)), "stats")
    assert "| A | 2 | 1 | 2 | 0 |\n| &emsp;B | 1 | 0 | 1 | 0 |\n| **All** | 2 | 1 | 2 | 0 |" in text
    assert "| 2021 | 1 |\n| undated | 1 |" in text
    empty = region(rendered(make(tmp_path, readme=named("stats"), bib="")), "stats")
    assert "Year" not in empty


def test_the_entry_format_follows_the_item_style(tmp_path):
    toml = TOML.replace("[categories", 'bib = ["survey.bib"]\n[categories')
    tag = region(rendered(make(tmp_path, readme=named("contributing"), toml=toml)), "contributing")
    assert "Add an entry to `survey.bib`:" in tag
    assert "  category  = {a},\n" in tag
    assert (
        "- **[ICLR 2025]** Title of the Paper. [[Paper]](https://example.org/paper) [[Code]](https"
        in tag
    )
    toml = '[survey]\ncategory-field = "topics"\n[render]\nitem = "linked"\nbibtex = true\n'
    linked = region(
        rendered(make(tmp_path, readme=named("contributing"), toml=toml)), "contributing"
    )
    assert "- [Title of the Paper](https://example.org/paper) (2025) [[Code]]" in linked
    assert "  topics    = {id-of-a-category},\n" in linked
    assert "details" not in linked


def test_the_citation_is_the_surveys_own_entry(tmp_path):
    own = "@article{me, title = {A ``` Survey}, author = {Doe, Jane}, year = 2025, remark = {x}, code = {https://c.org}}\n"
    toml = '[survey]\ncite = ["me"]\n[categories.a]\n'
    text = region(
        rendered(make(tmp_path, readme=named("citation"), bib=BIB + own, toml=toml)), "citation"
    )
    markup = html(text)
    assert '<code class="language-bibtex">@article{me,' in markup
    assert "Doe, Jane" in markup
    assert "remark" not in text
    assert "c.org" not in text
    assert visible_text(markup).endswith("}")


def test_without_a_citation_there_is_a_hint(tmp_path):
    [output] = outputs(make(tmp_path, readme=named("citation")))
    assert codes(output) == ["R004"]
    assert output.findings[0].severity == "hint"
    assert output.refused is None


# Files


def test_a_survey_without_a_readme_gets_one(tmp_path):
    toml = (
        '[survey]\ntitle = "My *List*"\ndescription = "About."\ncite = ["x2021"]\n[categories.a]\n'
    )
    folder = make(tmp_path, readme=None, toml=toml)
    [output] = outputs(folder)
    text = output.data.decode()
    assert output.present is None
    assert output.changes
    assert text.startswith("# My \\*List\\*\n\n<!-- bib2awesome:begin badges -->\n")
    assert "\nAbout.\n" in text
    for name in ("toc", "papers", "contributing", "citation"):
        assert region(text, name)
    (folder / "README.md").write_bytes(output.data)
    assert not outputs(folder)[0].changes
    bare = make(tmp_path, readme=None, toml="[survey]\n")
    (folder / "README.md").unlink()
    assert outputs(bare)[0].data.startswith(b"# Awesome Papers\n")
    assert b"citation" not in outputs(bare)[0].data


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_no_heading_of_a_new_readme_stands_beside_those_of_the_categories(tmp_path, level):
    toml = f"[survey]\n[render]\nheading = {level}\n[categories.a]\n"
    [output] = outputs(make(tmp_path, readme=None, toml=toml))
    assert (b"\n## Papers\n" in output.data) is (level > 2)


def test_a_readme_without_regions_is_left_alone(tmp_path):
    [output] = outputs(make(tmp_path, readme="# Mine\n"))
    assert output.data == output.present
    assert codes(output) == ["R006"]
    assert "`bib2awesome import README.md --adopt`" in str(output.findings[0].hint)
    [empty] = outputs(make(tmp_path, readme=b""))
    assert not empty.changes


def test_further_files_have_regions_too(tmp_path):
    toml = TOML + '[render]\nmarkdown = ["zh/README.md", "README.md"]\n'
    folder = make(tmp_path, toml=toml)
    with pytest.raises(InputError, match="no such file") as caught:
        outputs(folder)
    assert str(caught.value.findings[0].place) == "zh/README.md"
    (folder / "zh").mkdir()
    (folder / "zh" / "README.md").write_text("# 列表\n" + PAPERS)
    found = outputs(folder)
    assert [output.path for output in found] == ["README.md", "zh/README.md"]
    assert "A Title" in found[1].data.decode()


@pytest.mark.parametrize("name", ["survey.bib", "categories.toml", "CITATION.cff"])
def test_other_files_of_the_survey_hold_no_regions(tmp_path, name):
    toml = f'{TOML}[render]\nmarkdown = ["{name}"]\n'
    with pytest.raises(InputError, match="is not a markdown file") as caught:
        outputs(make(tmp_path, toml=toml))
    assert str(caught.value.findings[0].place) == "categories.toml:6:13"


def test_a_file_that_is_not_utf8_is_an_error(tmp_path):
    with pytest.raises(InputError, match="not UTF-8") as caught:
        outputs(make(tmp_path, readme=b"a\nb\xff\n"))
    assert str(caught.value.findings[0].place) == "README.md:2"


def test_a_large_readme_names_its_cause(tmp_path):
    [output] = outputs(make(tmp_path, readme="word " * 120_000 + "\n\n" + PAPERS))
    assert codes(output) == ["R002"]
    assert "is the hand-written text" in output.findings[0].message
    bib = "".join(
        f"@misc{{k{n}, title = {{{'word ' * 200}}}, category = {{a}}}}\n" for n in range(600)
    )
    [output] = outputs(make(tmp_path, bib=bib))
    assert "is the region `papers`" in output.findings[0].message
    assert output.findings[0].severity == "warning"


def test_unknown_categories_in_markers_are_errors(tmp_path):
    toml = "[survey]\n[categories.a]\n[categories.b]\n[categories.a.c]\n[categories.b.c]\n"
    folder = make(
        tmp_path, toml=toml, readme=named("papers category=aa") + named("table category=c")
    )
    with pytest.raises(InputError) as caught:
        outputs(folder)
    assert [one.place.line for one in caught.value.findings] == [1]
    with pytest.raises(InputError) as caught:
        outputs(
            make(
                tmp_path,
                toml=toml + '[render]\nitem = "nope"\n',
                readme=named("papers category=aa") + named("table category=c") + named("toc"),
            )
        )
    assert [one.place.file for one in caught.value.findings] == [
        "categories.toml",
        "README.md",
        "README.md",
    ]


def test_without_categories_there_is_no_list(tmp_path):
    (tmp_path / "survey.bib").write_text(BIB)
    (tmp_path / "README.md").write_text(PAPERS + named("badges"))
    text = rendered(tmp_path)
    assert "A Title" not in text
    assert "papers-1" in text


# Targets


class Other:
    name = "other"
    help = "Write something else"
    options = ()

    def render(self, survey, present, *, force):
        assert present("survey.bib") == BIB.encode()
        assert survey.papers
        assert present("none") is None
        if force:
            raise InputError("one", hint="h")
        return [Output("other", b"x", b"x")]


def test_targets_are_run_in_the_order_asked_for(tmp_path):
    survey = Survey.open(make(tmp_path))
    known: Any = {"readme": target, "other": Other()}
    found = render(survey, ["other", "readme"], known=known)
    assert [output.path for output in found] == ["other", "README.md"]
    assert [output.changes for output in found] == [False, True]


def test_every_target_is_tried_before_it_fails(tmp_path):
    survey = Survey.open(make(tmp_path, readme="<!-- bib2awesome:begin papers -->\n"))
    with pytest.raises(InputError) as caught:
        render(
            survey,
            ["other", "readme", "raedme"],
            force=True,
            known={"readme": target, "other": Other()},
        )
    messages = [finding.message for finding in caught.value.findings]
    assert messages == ["one", "the region `papers` has no end", "unknown target `raedme`"]
    assert caught.value.findings[-1].hint == "did you mean `readme`?"


def test_the_default_targets_come_from_the_settings(tmp_path):
    survey = Survey.open(make(tmp_path, toml=TOML + '[render]\ntargets = ["readme"]\n'))
    assert [output.path for output in render(survey)] == ["README.md"]


def test_a_comparison_table_is_a_region(tmp_path):
    toml = TOML + (
        '[tables.cmp]\nwhere = { code = "*" }\ncolumns = [{ field = "title" }, '
        '{ field = "year", align = "right" }, { field = "open", align = "center" }]\n'
    )
    bib = BIB.replace("  category", "  open = {yes},\n  category")
    begin = "<!-- bib2awesome:begin table name=cmp -->\n<!-- bib2awesome:end table -->\n"
    text = rendered(make(tmp_path, bib=bib, toml=toml, readme=begin))
    assert "| :--- | ---: | :---: |" in text
    assert "| A Title | 2021 | ✅ |" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "needs `category=…` or `name=…`"),
        (" category=a name=t", "needs `category=…` or `name=…`"),
        (" name=t", "unknown table `t`"),
    ],
)
def test_a_table_is_of_a_category_or_has_a_name(tmp_path, arguments, message):
    begin = f"<!-- bib2awesome:begin table{arguments} -->\n<!-- bib2awesome:end table -->\n"
    with pytest.raises(InputError, match=message):
        outputs(make(tmp_path, readme=begin))


# Categories that no region shows


def shown(tmp_path, *regions):
    """Return what is left out of a README with these regions, in a tree of `a`, `a/b` and `c`."""
    toml = "[categories.a]\n[categories.a.b]\n[categories.c]\n[categories.empty]\n"
    bib = "".join(f"@misc{{{n}, title = {{T}}, category = {{{n}}}}}\n" for n in "abc")
    readme = "# L\n\n" + "".join(named(one) + "\n" for one in regions)
    (output,) = outputs(make(tmp_path, readme=readme, toml=toml, bib=bib))
    return [finding.message.split("`")[1] for finding in output.findings if finding.code == "R007"]


@pytest.mark.parametrize(
    ("regions", "left"),
    [
        (["papers"], []),
        (["toc"], []),
        (["papers category=a", "toc"], ["c"]),
        (["papers category=a headings=none depth=own", "table category=c"], ["a/b"]),
        (["papers category=c", "papers category=b", "papers category=a depth=own"], []),
    ],
)
def test_a_category_that_no_region_shows_is_a_warning(tmp_path, regions, left):
    assert shown(tmp_path, *regions) == left
