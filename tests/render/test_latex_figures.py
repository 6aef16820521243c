r"""taxonomy.tex, tables.tex, numbers.tex and what belongs to biblatex, as text."""

from __future__ import annotations

import difflib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.errors import InputError, Severity
from bib2awesome.render.latex_labels import label
from bib2awesome.render.targets import latex
from tests.render.made import paper, survey

TREE = """
[survey]
title = "Awesome Things"
[categories.a]
title = "First"
[categories.a.x]
title = "Deep, [and] = odd"
[categories.a.y]
title = "Empty"
[categories.b]
title = "Second"
"""
BIB = r"""
@misc{one, title={DDIM: A Title}, author={Doe, Jane}, year=2021, category={x, b}, code={https://github.com/o/x_y}}
@misc{two, title={50\% of $L^2$, a_b & more}, author={Doe, Jane and Roe, R.}, year=2022, category={a}}
@misc{three, title={Three}, shorttitle={T3}, author={A, A and B, B and C, C}, year=2022, category={b}}
"""
NEW = "@misc{new, title={New: One}, author={Zed, Z.}, year=2022, category={x}}\n"


def made(*files: str, settings: str = TREE) -> dict[str, str]:
    outputs = latex.render(survey(*files, settings=settings), lambda _: None, force=False)
    again = latex.render(survey(*files, settings=settings), lambda _: None, force=False)
    assert outputs == again
    return {output.path.removeprefix("latex/"): output.data.decode() for output in outputs}


def figure(settings: str = "", bib: str = BIB) -> str:
    return made(bib, settings=f"{TREE}\n[render.latex]\n{settings}\n")["taxonomy.tex"]


def test_the_figure_shows_the_tree_in_its_order_with_citations_in_leaves():
    text = figure()
    shown = re.findall(r"\}\{(First|Second|Deep, \[and\] = odd|Empty)\}%|\\cite\{(\w+)\}", text)
    assert [a or b for a, b in shown] == [
        *("First", "two", "Deep, [and] = odd", "one", "Empty", "Second", "one", "three")
    ]
    assert r"\SurveyItem{DDIM}{\cite{one}}%" in text
    assert r"\SurveyItem{Doe and Roe}{\cite{two}}%" in text
    assert "\\SurveyTree{taxonomy}{Taxonomy of Things.}\n  {Things}{" in text
    assert re.search(r"\n +\\SurveyLeaf\{2\}\{1\}\{[\d.]+\}\{\\SurveyEmpty\}%\n", text)


PATHS = ("a", "a/x", "a/y", "b")
PAPERS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(PATHS), max_size=3, unique=True),
        st.sampled_from(
            ["DDIM: On $L^2$", "A Title", r"50\% of {\'E}tudes, [a] = b", "Long " * 40]
        ),
        st.sampled_from([2020, 2021, 2022]),
    ),
    max_size=8,
)


@given(PAPERS, st.integers(0, 8), st.sampled_from(PATHS))
def test_one_paper_more_changes_only_lines_that_speak_of_it(papers, place, path):
    entries = [
        f"@misc{{k{number}, title={{{title}}}, author={{Doe, J}}, year={year},"
        f" category={{{', '.join(paths) or '-'}}}}}\n"
        for number, (paths, title, year) in enumerate(papers)
    ]
    more = [*entries[:place], NEW.replace("{x}", f"{{{path}}}"), *entries[place:]]
    before, after = made("".join(entries)), made("".join(more))
    has_papers = any(path in paths for paths, _, _ in papers)
    for name, text in before.items():
        gone, come = changed_lines(text, after[name])
        if name in {"survey.dbx", "survey-sourcemap.tex"}:
            assert (gone, come) == ([], [])
        elif name == "numbers.tex":
            assert all(line.startswith((r"\def\Survey", r"\expandafter\def")) for line in gone)
        elif name == "bib-by-category.tex":  # the first paper of a category has it mentioned
            assert all("title={" in line for line in gone)
            assert not (has_papers and come)
        elif name.endswith(".bib"):
            assert gone == []
            assert "{new," in "".join(come)
        else:
            assert all("SurveyEmpty" in line for line in gone)
            assert "{new}" in "".join(come)
            assert not has_papers or (len(come) == 1 and not gone)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and that came, but for the checksum in the first."""
    lines = list(difflib.ndiff(before.splitlines()[1:], after.splitlines()[1:]))
    gone, come = ([line[2:] for line in lines if line.startswith(sign)] for sign in "-+")
    return gone, come


def test_options_of_the_figure():
    assert "{Empty}" not in figure('taxonomy-empty = "hide"')
    text = figure("taxonomy-depth = 1")
    assert "Deep" not in text
    assert text.index("cite{two}") < text.index("cite{one}")
    text = figure("taxonomy-entries = 1")
    assert text.count(r"\SurveyItem{\SurveyEtc}{}%") == 1
    assert "cite{three}" not in text
    text = figure('taxonomy-label = "number"\ncite-command = "citep"')
    assert r"\SurveyItem{}{\citep{one}}%" in text
    assert r"\SurveyItem{Doe (2021)}{" in figure('taxonomy-label = "author-year"')
    text = figure('taxonomy-split = true\ntaxonomy-empty = "hide"\ntaxonomy-root = "R & D"')
    assert re.findall(r"\\SurveyTree\{(taxonomy[^}]*)\}", text) == ["taxonomy-a", "taxonomy-b"]
    assert "R & D" not in text
    assert "Taxonomy of Things: First." in text
    assert r"{R \& D}" in figure('taxonomy-root = "R & D"')
    assert r"\SurveyTree{taxonomy}{Mine.}" in figure('taxonomy-caption = "Mine."')


def test_a_title_that_cannot_be_printed_is_reported_with_its_place():
    settings = TREE.replace("First", "第一") + "[render.latex]\nstrict = true\n"
    said = [
        finding
        for output in latex.render(survey(BIB, settings=settings), lambda _: None, force=False)
        for finding in output.findings
    ]
    assert {finding.place.file for finding in said} == {
        *("latex/taxonomy.tex", "latex/tables.tex", "latex/bib-by-category.tex")
    }
    assert {finding.message for finding in said} == {
        "pdfLaTeX cannot print U+7B2C (第), U+4E00 (一)"
    }
    assert {finding.severity for finding in said} == {Severity.ERROR}


def test_a_survey_without_categories_has_no_figure():
    files = made(BIB, settings="")
    assert r"\SurveyTree" not in files["taxonomy.tex"]
    assert r"\SurveyIf{" not in files["tables.tex"]
    assert "{\\SurveyOtherReferences}]" in files["bib-by-category.tex"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@misc{k, title={A: B}, shorttitle={S}}", "S"),
        ("@misc{k, title={A: B}, method={M}}", "M"),
        ("@misc{k, title={A: B}}", "A"),
        ("@misc{k, title={Far longer than a name would be: B}, author={X, Y}}", "X"),
        ("@misc{k, title={xDiT}, author={X, Y}}", "xDiT"),
        ("@software{k, title={The Tool}, author={X, Y}}", "The Tool"),
        ("@misc{k, title={The Paper}, author={X, Y and Z, W}}", "X and Z"),
        ("@misc{k, title={The Paper}, author={X, Y and others}}", "X et al."),
        ("@misc{k, title={T}}", "T"),
        ("@misc{k, year=2020}", "k"),
    ],
)
def test_labels(entry, expected):
    assert label(paper(entry), "short-title") == expected


def test_a_label_of_names_without_a_year():
    assert label(paper("@misc{k, title={T}, author={X, Y}}"), "author-year") == "X"


def test_tables_have_a_row_for_each_paper():
    text = made(BIB)["tables.tex"]
    row = (
        r"  \SurveyRow{DDIM: A Title~\cite{one} &  & 2021 & "
        r"\href{https://github.com/o/x\_y}{Code}}"
    )
    assert text.count(row) == 2
    assert r"{First: Deep, [and] = odd}" in text
    assert r"\SurveyRow{50\% of L{$^{2}$}, a\_b \& more~\cite{two}" in text.replace(
        "$^2$", "$^{2}$"
    )


COMPARISON = (
    TREE
    + """
[tables.b]
caption = "Compared & seen"
label = "tab:mine"
categories = ["b"]
keys = ["two"]
columns = [
    { field = "fast", title = "Fast?", align = "right" }, { field = "authors" }, { field = "link-doc-2" },
    { field = "doi" }, { field = "arxiv" }, { field = "links" }, { field = "category" }, { field = "key" },
    { field = "tldr" }, { field = "venue_name" }, { field = "tag" }, { field = "type" },
]
sort = "-title"
where = { fast = "*" }
"""
)
COMPARED = """
@misc{one, title={One}, fast={yes}, category={b}, eprint={2301.00001}, archiveprefix={arXiv}}
@misc{two, title={Two}, fast={Partial}, link-doc-2={https://a.b/c, https://d.e/f}, author={Doe, J}, category={x}}
@misc{three, title={Three}, category={b}}
@misc{four, title={Four}, fast={no}, doi={10.1000/x_y}, category={b}, tldr={a/b}}
"""


def test_a_comparison_table():
    text = made(COMPARED, settings=COMPARISON)["tables.tex"]
    table = text[text.index(r"\SurveyIf{b}") :]
    assert r"\SurveyIf{category-b}" in text
    assert r"\SurveyTable{mine}{Compared \& seen}" in table
    assert [re.findall(r"cite\{(\w+)\}", line) for line in table.splitlines()[2:5]] == [
        *(["two"], ["one"], ["four"])
    ]
    assert r"Two~\cite{two} & \SurveyPartial{} & J Doe & \href{https://a.b/c}{Doc}" in table
    assert r"\SurveyYes{}" in table
    assert r"\href{https://doi.org/10.1000/x\_y}{10.1000/x\_y}" in table
    assert r"\href{https://arxiv.org/abs/2301.00001}{2301.00001}" in table
    assert "& a/b &" in table
    assert re.search(r"\{L\{[\d.]+\}R\{", table)


def test_a_comparison_of_everything_whose_field_says_so():
    settings = TREE + '[tables.t]\nwhere = { fast = "" }\ncolumns = [{ field = "title" }]\n'
    table = made(COMPARED, settings=settings)["tables.tex"].partition(r"\SurveyIf{t}")[2]
    assert re.findall(r"cite\{(\w+)\}", table) == ["three"]


def test_unknown_categories_and_keys_of_a_table_are_errors_with_their_places():
    settings = TREE + (
        '[tables.t]\ncategories = ["xx"]\nkeys = ["nobody"]\ncolumns = [{ field = "title" }]\n'
    )
    with pytest.raises(InputError) as caught:
        made(BIB, settings=settings)
    messages = [(one.message, one.place.line) for one in caught.value.findings]
    assert messages == [("unknown category `xx`", 13), ("unknown key `nobody`", 14)]


def test_numbers_count_each_paper_once():
    text = made(BIB)["numbers.tex"]
    assert r"\def\SurveyTotal{3}" in text
    assert r"\csname SurveyCategory:a\endcsname{2}" in text
    assert r"\csname SurveyYear:2022\endcsname{2}" in text
    assert r"\def\SurveyWithCode{1}" in text
    assert r"\def\SurveyFirstYear{2021}" in text
    assert r"\def\SurveyFirstYear{--}" in made("@misc{a, title={A}}", settings="")["numbers.tex"]


def test_the_bibliography_by_category_has_every_category_with_papers():
    text = made(BIB)["bib-by-category.tex"]
    assert r"title={First},keyword={cat:a},notkeyword={cat:a/x}]" in text
    assert r"[heading=survey1,title={Deep, [and] = odd},keyword={cat:a/x}]" in text
    assert "Empty" not in text
    assert "SurveyOtherReferences}," not in text
    assert "notkeyword={cat:b}]" in made(BIB + "@misc{z, title={Z}}")["bib-by-category.tex"]
    alone = made(BIB.replace("category={a}", "category={b}"))["bib-by-category.tex"]
    assert r"\printbibheading[heading=survey0,title={First}]" in alone


def test_the_source_map_knows_every_name_of_a_category():
    files = made(BIB + "@misc{l, title={L}, link-code-2={https://a.b}, odd={50%}}", settings=TREE)
    assert r"(?:a/x|x)\s*" in files["survey-sourcemap.tex"]
    assert "fieldvalue={,cat:a,cat:a/x},append" in files["survey-sourcemap.tex"]
    assert "datatype=verbatim]{code,link-code-2,odd,remark,tldr}" in files["survey.dbx"]
    twice = TREE + "[categories.b.x]\n[categories.a.b]\n"
    text = made(BIB.replace("x, b", "a/x"), settings=twice)["survey-sourcemap.tex"]
    assert "(?:a/b)" in text
    assert "(?:b/x)" in text
    assert "(?:b)" in text


def test_what_cannot_be_cited_is_in_no_figure():
    files = made("@misc{a%b, title={A}, category={x}}" + BIB)
    assert "a%b" not in files["taxonomy.tex"]
    assert "a%b" not in files["tables.tex"]


def test_long_labels_have_places_to_break_at():
    assert r"\allowbreak" in figure(bib=BIB.replace("DDIM", "D" * 24))


def test_boxes_are_as_wide_as_their_titles_need():
    few = figure()
    assert "SurveyTopic{0}{1}{4.2}{First}" in few
    deep = TREE.replace("First", "Efficient and Quick Training") + (
        f'[categories.a.x.z]\ntitle = "{"Q" * 60}"\n[render.latex]\n'
    )
    text = made(BIB, settings=deep)["taxonomy.tex"]
    assert re.findall(r"SurveyTopic\{\d\}\{1\}\{([\d.]+)\}", text) == ["7.1", "4.7", "9.0", "4.7"]
    split = made(BIB.replace("{a}", "{b}"), settings=f"{deep}taxonomy-split = true\n")
    assert split["taxonomy.tex"].count("SurveyTree{taxonomy-") == 2
