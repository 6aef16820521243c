"""Files made to break a reader; each of these would hang or crash one that backtracks or recurses.

No time is measured: a quadratic reading of them takes minutes and runs into the suite's timeout.
"""

from __future__ import annotations

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.bib.edits import apply, encode_value, remove_field, set_field
from tests.bib.bibtex_reading import codes, only, parse

DEEP = 100_000


@pytest.mark.parametrize("opening", ["{", '"'])
def test_braces_of_any_depth(opening: str):
    closing = {"{": "}", '"': '"'}[opening]
    value = "{" * DEEP + "x" + "}" * DEEP
    document = parse(
        f"@misc{{k, t = {opening}{value}{closing}, u = {{y}} # {opening}{value}{closing}}}"
    )
    entry = only(document)
    assert document.value(entry, "t") == value
    assert document.value(entry, "u") == "y" + value
    assert document.findings == []
    new = Document.parse(apply(document.data, set_field(document, entry, "doi", "{d}")))
    assert apply(new.data, remove_field(new, new.entries[0], "doi")) == document.data


def test_deep_braces_in_text_to_write():
    document = parse("")
    text = "{" * DEEP + "}" * DEEP
    assert encode_value(document, text) == "{" + text + "}"


@pytest.mark.parametrize(
    "text",
    [
        "@misc{kNUMBER, t = {x\n",
        "@misc{kNUMBER, t = {{{{{{{{x\n",
        '@misc{kNUMBER, t = "x\n',
        "@misc{kNUMBER, t = {x}\n",
        "@misc{kNUMBER\n",
        "  @misc{kNUMBER, t = {x\n",
        "@misc{kNUMBER, t = {x",
        "@misc(kNUMBER, t = {x",
        '@misc(kNUMBER, t = "x',
        "@misc{kNUMBER, ",
        "@misc{kNUMBER, % x ",
        "% @misc{kNUMBER, t = {x\n",
        " x@misc{kNUMBER, t = {x\n",
        "@comment{ @misc{kNUMBER, t = {x\n",
        "@comment{",
        "@string{kNUMBER = {x\n",
        '@preamble{"x\n',
        "@{NUMBER",
        "@@@@",
        "@misc{kNUMBER, t = a # \n",
        "@misc{kNUMBER, t = {x}}}\n",
        "}{@misc{",
    ],
)
def test_thousands_of_the_same_mistake(text: str):
    count = 5_000
    document = parse("".join(text.replace("NUMBER", str(number)) for number in range(count)))
    assert isinstance(document.findings, list)


def test_unclosed_braces_whose_closings_come_at_the_end():
    count = 5_000
    document = parse("@misc{k, t = {\n" * count + "}}\n" * count)
    assert "S001" in codes(document)


def test_entries_that_do_not_start_their_line():
    document = parse("x @misc{k, t = {x}}" * 20_000)
    assert len(document.entries) == 20_000


def test_a_very_long_word():
    for text in (
        "a" * 1_000_000,
        "@" + "a" * 1_000_000,
        "@misc{k, " + "a" * 1_000_000,
        "@" * 100_000,
    ):
        assert isinstance(parse(text).findings, list)


def test_many_fields_and_many_entries():
    many = ", ".join(f"f{number} = {{x}}" for number in range(20_000))
    document = parse("@misc{k, " + many + "}")
    assert len(document.values(only(document))) == 20_000
    assert document.findings == []
    document = parse("@misc{k, t = {x}}" * 20_000)
    assert len(document.findings) == 19_999


def test_control_characters_are_text_in_values_and_an_error_elsewhere():
    for byte in (*range(9), *range(11, 13), *range(14, 32), 127):
        control = chr(byte)
        assert codes(parse(f"@misc{{k, t = {{a{control}b}}}}")) == []
        if control != "\x7f":  # which BibTeX takes for a letter
            assert codes(parse(f"@misc{{k, {control} t = {{x}}}}")) == ["S001"]
