from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.errors import InputError, Severity
from bib2awesome.render.base import Output, Present
from bib2awesome.render.generated import is_ours
from bib2awesome.render.targets import latex
from tests.conftest import ROOT
from tests.render.made import survey

NASTY = ROOT / "tests" / "data" / "latex-render" / "nasty.bib"


def nothing(path: str) -> bytes | None:
    del path
    return None


def rendered(
    *files: str | bytes, settings: str = "", present: Present = nothing, force: bool = False
) -> Output:
    return latex.render(survey(*files, settings=settings), present, force=force)[0]


def text(*files: str | bytes, settings: str = "") -> str:
    return rendered(*files, settings=settings).data.decode()


def test_the_file_says_what_it_is_without_an_at_sign():
    output = rendered("@misc{a, title={T}}")
    assert output.path == "latex/references.bib"
    assert is_ours(output.data)
    header, _, _ = output.data.decode().partition("\n\n")
    assert all(line.startswith("%") for line in header.splitlines())
    assert "@" not in header


def test_entries_stand_in_file_order_whether_listed_or_not():
    made = text(
        "@misc{b, title={B}, category={x}} @misc{a, title={A}, category={-}}", "@misc{c, title={C}}"
    )
    assert [entry.key for entry in Document.parse(made.encode()).entries] == ["b", "a", "c"]


def test_what_is_no_work_and_no_live_entry_is_left_out():
    made = text(
        "@xdata{x, year=2020}\n% @misc{old, title={O}}\n@misc{a, title={A}} @misc{A, title={B}}"
    )
    assert [entry.key for entry in Document.parse(made.encode()).entries] == ["a"]
    assert "{B}" not in made


def test_macros_and_crossref_are_flattened_and_months_are_macros():
    made = text(
        '@string{p = "Proceedings"} @inproceedings{a, title={A}, month=jul, crossref={q}}'
        " @proceedings{q, booktitle=p # { of Q}, year=2020}"
    )
    assert "booktitle     = {Proceedings of Q}" in made
    assert "month         = jul," in made
    assert "crossref" not in made
    assert "@string" not in made


def test_the_authors_preambles_come_along_once_with_ours():
    made = text(r'@preamble{"\newcommand{\x}{y}"} @misc{a, title={\x}}')
    assert made.count("@preamble") == 1
    assert r"@preamble{{\newcommand{\x}{y}" in made
    assert made.count(r"\providecommand{\doi}") == 1
    own = r'@preamble{"\providecommand{\doi}[1]{mine #1}"}'
    assert text(own).count(r"\doi") == 1


@pytest.mark.parametrize(
    ("setting", "with_doi", "without"),
    [('"never"', False, False), ('"if-no-doi"', False, True), ('"always"', True, True)],
)
def test_the_url_option(setting, with_doi, without):
    made = text(
        "@misc{a, title={A}, doi={10.1234/x}, url={https://a.org}} @misc{b, title={B}, url={https://b.org}}",
        settings=f"[render.latex]\nurl = {setting}",
    )
    assert ("https://a.org" in made) is with_doi
    assert ("https://b.org" in made) is without


def test_the_options_for_authors_and_acronyms():
    entry = "@misc{a, author={A, B and C, D and E, F}, title={GAN}}"
    assert "{A, B and C, D and E, F}" in text(entry)
    assert "{A, B and others}" in text(entry, settings="[render.latex]\nmax-authors = 1")
    assert "{GAN}," in text(entry)
    assert "{{GAN}}," in text(entry, settings="[render.latex]\nprotect = true")
    assert "title" not in text("@misc{a, note={N}}", settings="[render.latex]\nprotect = true")


@pytest.mark.parametrize(
    "line", ['url = "sometimes"', "max-authors = 0", 'protect = "yes"', "x = 1"]
)
def test_wrong_options_are_refused(line):
    with pytest.raises(InputError):
        survey("", settings=f"[render.latex]\n{line}")


def test_characters_without_a_latex_form_stay_and_are_reported():
    file = "@misc{a,\n  author = {王, 小明},\n  title = {T 🎉}}\n@misc{b, title={\u00e9}}"
    output = rendered(file)
    assert "王, 小明" in output.data.decode()
    first, second = output.findings
    assert (first.code, first.name, first.severity) == ("T001", "no-latex-form", Severity.WARNING)
    assert (first.key, first.field, str(first.place)) == ("a", "author", "survey0.bib:2:12")
    assert "U+738B (王), U+5C0F (小), U+660E (明)" in first.message
    assert (second.field, str(second.place)) == ("title", "survey0.bib:3:11")


def test_strict_makes_them_errors():
    output = rendered("@misc{a, title={中}}", settings="[render.latex]\nstrict = true")
    assert [finding.severity for finding in output.findings] == [Severity.ERROR]


def test_a_translated_field_is_reported_at_the_key():
    [finding] = rendered("@article{a, journaltitle={学报}, volume=1}").findings
    assert (finding.field, str(finding.place)) == ("journal", "survey0.bib:1:10")


@pytest.mark.parametrize("key", ["a#b", "a~b", "a\\b", "a%b"])
def test_a_key_that_cannot_be_cited_costs_only_its_entry(key):
    output = rendered(f"@misc{{{key}, title={{A}}}} @misc{{ok, title={{B}}}}")
    assert "{ok," in output.data.decode()
    assert "{A}" not in output.data.decode()
    assert output.findings == ()


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("@misc{a, doi={10.1234/a#b}}", "survey0.bib:1:14"),
        ("@misc{a, xdata={x}} @xdata{x, doi={10.1234/a&b}}", "survey0.bib:1:7"),
    ],
)
def test_a_doi_that_styles_cannot_set_is_kept_and_reported(file, place):
    [finding] = rendered(file).findings
    assert (finding.code, str(finding.place)) == ("T002", place)


def test_rendering_again_changes_nothing_and_an_edited_file_is_refused():
    data = rendered("@misc{a, title={A}}").data
    assert not rendered("@misc{a, title={A}}", present=lambda _: data).changes
    assert not rendered(
        "@misc{a, title={A}}", present=lambda _: data.replace(b"\n", b"\r\n")
    ).changes
    edited = data + b"@misc{mine}\n"
    assert rendered("@misc{a, title={A}}", present=lambda _: edited).refused
    assert not rendered("@misc{a, title={A}}", present=lambda _: edited, force=True).refused


def test_a_merge_conflict_is_settled_unless_the_survey_has_one():
    one, two = (rendered(f"@misc{{a, title={{{title}}}}}").data for title in "AB")
    conflict = b"<<<<<<< HEAD\n" + one + b"=======\n" + two + b">>>>>>> other\n"
    assert not rendered("@misc{a, title={A}}", present=lambda _: conflict).refused
    merging = "<<<<<<< HEAD\n@misc{a, title={A}}\n=======\n>>>>>>> other\n"
    assert rendered(merging, present=lambda _: conflict).refused


def test_the_file_reads_back_as_the_entries_it_was_made_of():
    document = Document.parse(NASTY.read_bytes(), "nasty.bib")
    made = Document.parse(text(NASTY.read_bytes()).encode())
    assert [entry.key for entry in made.entries] == [entry.key for entry in document.usable()]
    assert not [finding for finding in made.findings if finding.code != "S010"]


def test_rendering_the_result_again_changes_no_value():
    first = text(NASTY.read_bytes())
    assert text(first) == first


def test_the_nasty_file_needs_no_unicode_and_no_private_field():
    made = text(NASTY.read_bytes())
    assert made.isascii()
    for name in ("category", "code", "tldr", "abstract", "keywords", "file", "link-", "remark"):
        assert f"  {name}" not in made


@pytest.mark.parametrize(
    "value",
    [
        "}",
        "{",
        "\\",
        '"',
        "@misc{x,",
        "\n@misc{x,\n",
        "%",
        "\x00\x1b[31m",
        "\u202e",
        "<!-- x -->",
        "}}\n@x{",
    ],
)
def test_no_value_can_break_the_file(value):
    file = f'@misc{{a, title = "T {value}", note = {{N}}}}\n\n@misc{{b, title={{B}}}}'
    there = {entry.key for entry in Document.parse(file.encode()).entries}
    made = Document.parse(text(file).encode())
    assert made.entry("b") is not None
    assert {entry.key for entry in made.entries} <= there
    assert not [finding for finding in made.findings if finding.code != "S010"]
