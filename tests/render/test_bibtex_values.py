from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.capitals import protected
from bib2awesome.bib.latex import to_latex, to_unicode
from bib2awesome.errors import visible
from bib2awesome.render import values

WILD = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
TEX = st.text(alphabet="{}\\$%&#_^~\"' aZ1é,.\n", max_size=40)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("Plain Words: 1 (a)", "Plain Words: 1 (a)"),
        ("50% Faster & C_1", r"50\% Faster \& C\_1"),
        (r"50\% Faster \& C\_1", r"50\% Faster \& C\_1"),
        ("two  blanks\n and a line", "two blanks and a line"),
        ("Étude", r"{\'E}tude"),
        ("a\x00b\x1bc\u2028d\u202ee", "ab c de"),
        ("  outer ", "outer"),
        ("$L^2$", "{$L^2$}"),
    ],
)
def test_text_is_escaped_once_and_on_one_line(source, written):
    assert values.text(source) == written
    assert values.text(written) == written


@given(st.one_of(WILD, TEX))
def test_no_text_can_end_its_field_or_its_line(source):
    written = values.text(source)
    assert values.balanced(written) == written
    assert visible(written) == written
    assert "\n" not in written


PIECES = st.sampled_from(
    [
        "A",
        "z9",
        " ",
        "-",
        "--",
        "'",
        ".",
        "{GAN}",
        "{}",
        "{a b}",
        r"\%",
        r"\&",
        r"\_",
        r"\#",
        "{\\'e}",
        '{\\"U}',
        "{-}",
    ]
)


@given(st.lists(PIECES, max_size=12))
def test_the_short_way_is_the_long_one(pieces):
    source = "".join(pieces)
    assert values.text(source) == to_latex(" ".join(source.split()))


@pytest.mark.parametrize(
    ("source", "written"),
    [("a{b}c", "a{b}c"), ("a}b{c", "abc"), ("{a", "a"), (r"a\{b", "ab"), ("none", "none")],
)
def test_braces_pair_up_or_go(source, written):
    assert values.balanced(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (
            "Élie Çelik and {The Team and Friends}",
            r"{\c{C}}elik, {\'E}lie and {The Team and Friends}",
        ),
        ("Ada Lovelace AND Turing,\n Alan", "Lovelace, Ada and Turing, Alan"),
        ("Łukasz Kaiser and others", r"Kaiser, {\L}ukasz and others"),
        (r"\'Elie Cartan and \L o\'s, Jan", r"Cartan, {\'E}lie and {\L}o{\'s}, Jan"),
        ("Nguyễn, Thị", r"Nguy{\~{\^e}}n, Th{\d{i}}"),
        (
            "Ludwig van Beethoven and de la Cruz, Jr., Juan",
            "van Beethoven, Ludwig and de la Cruz, Jr., Juan",
        ),
        ("A B, C D, E F, G H", "{A B, C D, E F, G H}"),
        ("Erdős, Pál and and R{\\'e}nyi, A.", r"Erd{\H{o}}s, P{\'a}l and R{\'e}nyi, A."),
        ("Smith & Sons", r"Sons, Smith \&"),
    ],
)
def test_names_are_last_first_with_braced_accents(source, written):
    assert values.names(source) == written
    assert values.names(written) == written


@pytest.mark.parametrize(
    ("most", "written"),
    [
        (1, "A, B and others"),
        (2, "A, B and C, D and others"),
        (3, "A, B and C, D and E, F"),
        (None, "A, B and C, D and E, F"),
    ],
)
def test_a_list_of_names_is_cut_with_others(most, written):
    assert values.names("A, B and C, D and E, F", most) == written


def test_a_list_that_ends_in_others_is_not_cut_for_it():
    assert values.names("A, B and others", 1) == "A, B and others"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("July", "jul"),
        ("{sept.}", "sep"),
        ("7", "jul"),
        ("07", "jul"),
        ("15 July", 'jul # "~15"'),
        ("July~5", 'jul # "~5"'),
        ("June--July", 'jun # "--" # jul'),
        ("12/1", 'dec # "--" # jan'),
        ("0", "{0}"),
        ("13", "{13}"),
        ("Spring & Summer", r"{Spring \& Summer}"),
        ("15 Floreal", "{15 Floreal}"),
    ],
)
def test_months_are_macros_again(source, written):
    assert values.month(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (r"https://a.org/c\_d\%20e", "https://a.org/c_d%20e"),
        ('https://a.org/x y{z}|^`"<>é', "https://a.org/x%20y%7Bz%7D%7C%5E%60%22%3C%3E%C3%A9"),
        ("https://a.org/~u?q=1&r=2#f", "https://a.org/~u?q=1&r=2#f"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_addresses_are_raw_and_encoded_where_needed(source, written):
    assert values.url(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("10.1109/CVPR52729.2023.00196", "10.1109/CVPR52729.2023.00196"),
        ("https://doi.org/10.1109/CVPR52729.2023.00196", "10.1109/CVPR52729.2023.00196"),
        (r"10.1007/978-3-031\_1", "10.1007/978-3-031_1"),
        ("10.1002/(SICI)1(19:1)5<1::AID>3.0.CO;2-2", "10.1002/(SICI)1(19:1)5<1::AID>3.0.CO;2-2"),
        ("10.1002/a%3C1::AID%3E3", "10.1002/a<1::AID>3"),
        ("none", ""),
    ],
)
def test_dois_are_bare_and_raw(source, written):
    assert values.doi(source) == written


@given(st.one_of(WILD, TEX))
def test_no_address_can_end_its_field(source):
    for written in (values.url(source), values.doi("10.1/" + source), values.raw(source)):
        assert not set(written) & set('{}\\"\n\r\x00')


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("GAN and LLMs in H2O, 3D and iOS", "{GAN} and {LLMs} in {H2O}, {3D} and {iOS}"),
        ("A Word in 2020", "A Word in 2020"),
        ("H{$_2$}O and x{$^2$}y", "{H{$_2$}O} and x{$^2$}y"),
        (r"{GAN}s on {$L^2$} and {\'E}TA", r"{GAN}s on {$L^2$} and {\'E}{TA}"),
        (r"\textbf{GAN} $AB$", r"\textbf{GAN} $AB$"),
    ],
)
def test_acronyms_are_braced_once(title, written):
    assert protected(title) == written
    assert protected(written) == written


@given(WILD)
def test_protecting_changes_no_text(title):
    source = values.text(title)
    assert to_unicode(protected(source)) == to_unicode(source)
