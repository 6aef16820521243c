from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.citations import citations, cited, inputs


def keys(text: str) -> list[str]:
    found = list(citations(text))
    assert [text[one.start : one.end] for one in found] == [one.key for one in found]
    return [one.key for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\cite{a}", ["a"]),
        (r"\cite{a,b , c}", ["a", "b", "c"]),
        (r"\citep*[see][p.~5]{a} \Citet{b} \citeauthor{c} \citeyearpar{d}", ["a", "b", "c", "d"]),
        (r"\parencite[see {[x]}][]{a}\textcite {b} \autocite%" + "\n  {c}", ["a", "b", "c"]),
        (r"\cites(see)(too)[1]{a}[2][3]{b,c} {d}", ["a", "b", "c", "d"]),
        (r"\parencites{a}{b} \cite{c}{d}", ["a", "b", "c"]),
        (r"\nocite{*} \bibentry{a} \fullcite{b} \footcite<pre>{c}", ["*", "a", "b", "c"]),
        (r"\defcitealias{a}{Paper I} \citetalias{b}", ["a", "b"]),
        ("\\cite{DBLP:conf/x+y_z,\n   müller2024}", ["DBLP:conf/x+y_z", "müller2024"]),
        (r"\citestyle{x} \setcitestyle{y} \DeclareCiteCommand{\z}{} \newcites{n}{N}", []),
        (r"\cite{} \cite{,} cite{a} \textit{a} \cited", []),
        ("% \\cite{a}\n50\\% \\cite{b} \\\\% \\cite{c}\n\\cite{d}", ["b", "d"]),
        (r"\verb|\cite{a}| \verb*+\cite{b}+ \lstinline[x]!\cite{c}! \cite{d}", ["d"]),
        ("\\begin{verbatim}\\cite{a}\\end{verbatim}\\begin{comment} \\cite{b}\\end{comment}", []),
        ("\\cite{a}\n\\end{document}\n\\cite{b}", ["a"]),
        (r"\verbose \cite{a}", ["a"]),
        ("\\newcommand\\code{\\verb}\n\\cite{a}} \\lstinline|x\n\\cite{b}|", ["a", "b"]),
        (r"\citetext{priv. comm.} \citetext{see \citealp{a}} \citenum{b}", ["a", "b"]),
    ],
)
def test_keys_that_are_cited(text, expected):
    assert keys(text) == expected


def test_a_comment_in_the_argument_is_none_of_its_keys():
    assert keys("\\cite{a,% first\n  b}") == ["a", "b"]


def test_files_that_are_read():
    text = r"\input{a} \include{b/c} \input d \import{e/}{f} \subimport{g}{h} % \input{i}" "\n"
    assert list(inputs(text)) == ["a", "b/c", "d", "e/f", "g/h"]
    assert list(inputs(r'\input{"k l"} \input{#1} \input{\jobname} \inputlineno \input{}')) == [
        "k l"
    ]


def test_citations_of_all_files_of_a_document():
    files = {
        "paper/main.tex": r"\cite{a} \input{sections/one} \input{./sections/one.tex} \cite{z} \input{gone}",
        "paper/sections/one.tex": r"\cite{b} \input{two} \input{../main}",
        "paper/sections/two.tex": r"\cite{c,a}",
    }
    found = cited("paper/main.tex", files.get)
    assert found.keys == ("a", "z", "b", "c")
    assert not found.everything
    assert found.files == tuple(files)
    assert found.missing == ("gone",)


def test_the_folder_of_the_main_file_goes_first():
    files = {"main.tex": r"\input{s/a}", "s/a.tex": r"\input{b}", "b": r"\nocite{*}"}
    found = cited("main.tex", files.get)
    assert found.everything
    assert found.keys == ()
    assert cited("nothing.tex", files.get).missing == ("nothing.tex",)


@given(st.text(alphabet="\\{}[]%*,ab \ncite|verb"))
def test_any_text_is_taken_and_offsets_are_those_of_the_text(text):
    for one in citations(text):
        assert text[one.start : one.end] == one.key
        assert re.fullmatch(r"[^,\s{}](.*[^,\s{}])?", one.key, re.DOTALL)
    list(inputs(text))
