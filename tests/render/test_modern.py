"""references-biblatex.bib: what becomes of fields, types, dates and letters."""

from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.render.modern import raw_letters
from bib2awesome.render.targets import latex
from tests.render.made import survey


def entry(source: str, settings: str = "") -> tuple[str, dict[str, str]]:
    outputs = latex.render(survey(source, settings=settings), lambda _: None, force=False)
    data = next(one.data for one in outputs if one.path.endswith("references-biblatex.bib"))
    [found] = Document.parse(data).entries
    return found.type, {field.name: field.source for field in found.fields}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("thesis", "thesis"),
        ("software", "software"),
        ("preprint", "online"),
        ("nothing", "misc"),
        ("conference", "conference"),
    ],
)
def test_types_stay_but_those_that_biber_does_not_know(written, expected):
    assert entry(f"@{written}{{a, title={{T}}}}")[0] == expected


def test_fields_have_the_names_of_biblatex():
    _, fields = entry(
        "@article{a, title={T}, journal={J}, address={Town}, articleno={7}, venue={V}, month=jul,"
        " year=2024, eprint={2301.00001v2}, archiveprefix={arXiv}, primaryclass={cs.LG}}"
    )
    assert fields == {
        "title": "{T}",
        "journaltitle": "{J}",
        "eid": "{7}",
        "location": "{Town}",
        "year": "{2024}",
        "month": "{7}",
        "eprint": "{2301.00001}",
        "eprinttype": "{arxiv}",
        "eprintclass": "{cs.LG}",
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("date={2024-07-15}, year=2023, month=may", {"date": "{2024-07-15}"}),
        ("date={soon}", {"pubstate": "{soon}"}),
        ("year={to appear}", {"pubstate": "{forthcoming}"}),
        ("year={2024/07}", {"year": "{2024}", "month": "{7}"}),
        ("year=2024, month={July 3}", {"year": "{2024}", "month": "{7}"}),
        ("month=jul", {}),
        ("urldate={yesterday}", {}),
        ("urldate={2024-01-02}", {"urldate": "{2024-01-02}"}),
        ("eprint={what}, archiveprefix={arXiv}", {"eprinttype": "{arXiv}"}),
    ],
)
def test_dates(written, expected):
    _, fields = entry(f"@misc{{a, title={{T}}, {written}}}")
    del fields["title"]
    assert fields == expected


@pytest.mark.parametrize(
    ("written", "journal"),
    [
        ("journal={arXiv preprint arXiv:2301.00001}", "{arXiv preprint}"),
        ("journal={arXiv:2301.00001}", "{arXiv}"),
        ("journal={CoRR}, volume={abs/2301.00001}, note={arXiv:2301.00001}", "{CoRR}"),
    ],
)
def test_the_arxiv_id_is_said_once(written, journal):
    _, fields = entry(f"@article{{a, title={{T}}, {written}}}")
    assert fields == {
        "title": "{T}",
        "journaltitle": journal,
        "eprint": "{2301.00001}",
        "eprinttype": "{arxiv}",
    }


def test_letters_are_raw_and_signs_escaped():
    _, fields = entry(
        r"@misc{a, title={50% of {\'E}tude \& $L^2$ {NASA}}, author={Nguy{\~{\^e}}n, Th\d{i} and {\L}aw, A}}"
    )
    assert fields["title"] == r"{50\% of Étude \& {$L^2$} {NASA}}"
    assert fields["author"] == "{Nguyễn, Thị and Ław, A}"
    assert raw_letters("plain") == "plain"


def test_keywords_are_every_category_and_those_above():
    settings = "[categories.a]\n[categories.a.b]\n[categories.c]\n"
    _, fields = entry("@misc{k, title={T}, category={a/b, c, a}}", settings)
    assert fields["keywords"] == "{cat:a,cat:a/b,cat:c}"


def test_preambles_come_along_but_those_that_reach_out():
    source = r'@preamble{"\newcommand{\x}{y}"} @misc{a, title={T}}'
    outputs = latex.render(survey(source), lambda _: None, force=False)
    assert rb"@preamble{{\newcommand{\x}{y}}}" in outputs[1].data
    source = r'@preamble{"\input{secret}"} @misc{a, title={T}}'
    outputs = latex.render(survey(source), lambda _: None, force=False)
    assert not any(b"secret" in output.data for output in outputs)
    assert [one.code for one in outputs[0].findings] == ["T004"]


VENUES = """
@inproceedings{a, title={T}, booktitle={Proceedings of the 39th International Conference on Machine Learning}}
"""


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("as-written", "{Proceedings of the 39th International Conference on Machine Learning}"),
        ("full", "{International Conference on Machine Learning}"),
        ("abbreviated", "{Proc. ICML}"),
        ("short", "{ICML}"),
    ],
)
def test_venues_in_one_form(form, expected):
    settings = f'[render.latex]\nvenues = "{form}"\n'
    assert entry(VENUES, settings)[1]["booktitle"] == expected


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("journal={JMLR}", "full", "{Journal of Machine Learning Research}"),
        ("journal={Unheard of}", "full", "{Unheard of}"),
        ("journal={Journal of Machine Learning Research}", "short", "{JMLR}"),
        (
            "booktitle={Findings of the Association for Computational Linguistics: EMNLP 2023}",
            "full",
            "{Findings of the Association for Computational Linguistics: EMNLP}",
        ),
        (
            "booktitle={ICML 2023 Workshop}",
            "full",
            "{International Conference on Machine Learning, Workshops}",
        ),
    ],
)
def test_more_venues(written, form, expected):
    settings = f'[render.latex]\nvenues = "{form}"\ndrop = ["Publisher"]\n'
    _, fields = entry(f"@article{{a, title={{T}}, {written}, publisher={{P}}}}", settings)
    assert fields.get("journaltitle", fields.get("booktitle")) == expected
    assert "publisher" not in fields


def test_an_abbreviated_journal():
    source = "@article{a, title={T}, journal={IEEE Transactions on Pattern Analysis and Machine Intelligence}}"
    _, fields = entry(source, '[render.latex]\nvenues = "abbreviated"\n')
    assert fields["journaltitle"] == "{IEEE Trans. Pattern Anal. Mach. Intell.}"


def test_commands_that_titles_cannot_mean_are_text():
    _, fields = entry(r"@misc{a, title={\input{/etc/x} \write18{ls} \emph{yes}}}")
    assert fields["title"] == (
        r"{{\textbackslash}input{/etc/x} {\textbackslash}write18{ls} \emph{yes}}"
    )
