from __future__ import annotations

import pytest

from bib2awesome.bib.edits import encode_value
from bib2awesome.errors import InputError
from tests.bib.bibtex_reading import only, parse

PLAIN = parse("@misc{k, a = {b}}")
RAW = parse("@misc{k, a = {ü}}")


@pytest.mark.parametrize("text", ["a", "", "a {b} {{c}}", 'say "x"', "50% # of", "x\\ y", "{\\'e}"])
def test_what_can_be_written_is_read_back(text: str):
    source = encode_value(PLAIN, text)
    document = parse(f"@misc{{k, t = {source}}}")
    assert document.value(only(document), "t") == text
    assert document.findings == []


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "}",
        "}{",
        "a{b}}",
        "a\\",
        "a\\ ",
        "a\nb",
        "a\tb",
        "a\0",
        "a\x1b[0m",
        "a\x7f",
        "a\x85",
        "a\u2028b",
        "\ud800",
    ],
)
@pytest.mark.parametrize("document", [PLAIN, RAW], ids=["ascii", "utf-8"])
def test_unwritable_values(document, text: str):
    with pytest.raises(InputError, match="unwritable value"):
        encode_value(document, text)


def test_messages_show_control_characters_escaped():
    with pytest.raises(InputError) as caught:
        encode_value(PLAIN, "a\x1b[31m")
    assert "\x1b" not in str(caught.value)


def test_letters_become_latex_where_the_file_holds_only_ascii():
    assert encode_value(PLAIN, "Müller") == '{M{\\"u}ller}'
    assert encode_value(RAW, "Müller") == "{Müller}"
    latin = parse("@misc{k, a = {ü}}".encode("latin-1"))
    assert encode_value(latin, "Müller").isascii()


def test_what_has_no_latex_form_is_unwritable():
    with pytest.raises(InputError, match="has no ASCII form"):
        encode_value(PLAIN, "王")
    with pytest.raises(InputError, match="has no ASCII form"):
        encode_value(PLAIN, "10.1/ü", name="DOI")
    assert encode_value(PLAIN, "http://x.org/ü", name="URL") == "{http://x.org/%C3%BC}"
    assert encode_value(PLAIN, "http://x.org/ü", name="link-project") == "{http://x.org/%C3%BC}"
    assert encode_value(RAW, "http://x.org/ü", name="url") == "{http://x.org/ü}"
    assert encode_value(PLAIN, "http://x.org/a_b%20&", name="url") == "{http://x.org/a_b%20&}"


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ('a = "x", b = "y", c = {z}', "t", '"t"'),
        ('a = "x", b = "y"', 'say "t"', '{say "t"}'),
        ('a = "x", b = "y"', 'M{\\"u}ller', '"M{\\"u}ller"'),
        ('a = "x", b = {y}', "t", "{t}"),
        ("a = {x}, year = 2020", "12", "12"),
        ('a = {x}, year = 2020, volume = "3", number = {4}', "12", "{12}"),
        ("a = {x}, year = 2020", "12a", "{12a}"),
        ("a = {ü}, year = 2020", "²", "{²}"),
        ("", "12", "{12}"),
    ],
)
def test_delimiters_are_those_of_the_entry(entry: str, text: str, expected: str):
    document = parse(f"@misc{{k, {entry}}}")
    assert encode_value(document, text, entry=only(document)) == expected
