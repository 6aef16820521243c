from __future__ import annotations

import pytest

from bib2awesome.bib.values import EXPANSION_LIMIT, MONTHS
from tests.bib.bibtex_reading import codes, only, parse, place


def value(source: str, before: str = "") -> str | None:
    document = parse(f"{before}@misc{{k, f = {source}\n}}")
    return document.value(only(document), "f")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{a}", "a"),
        ('"a"', "a"),
        ("{ a\n b }", "a\n b"),
        ("2020", "2020"),
        ("jul", "July"),
        ("JUL", "July"),
        ('"10~" # jul', "10~July"),
        ("{a} # {b} # 3", "ab3"),
        ('{a # b} # "#"', "a # b#"),
        ("{{C#} is}", "{C#} is"),
        ('"{"}" # {"}', '{"}"'),
        ("{a} # % note # {c}\n {b}", "ab"),
        ("{{{{{{{{{{#}}}}}}}}}}", "{{{{{{{{{#}}}}}}}}}"),
        ('"{{{{{{{{{#}}}}}}}}}" # 1', "{{{{{{{{{#}}}}}}}}}1"),
        ('"x{{{{{{{{{#}}}}}}}}}{}y"', "x{{{{{{{{{#}}}}}}}}}{}y"),
        ("nowhere", ""),
        ('"a" # nowhere # "b"', "ab"),
        ("jacm", "Journal of the ACM"),
        ("{}", ""),
    ],
)
def test_values(source: str, expected: str):
    assert value(source) == expected


def test_a_value_that_is_not_there():
    document = parse("@misc{k}")
    assert document.value(only(document), "title") is None
    assert document.values(only(document)) == {}


def test_macros_are_what_they_were_defined_as_last():
    document = parse(
        "@misc{a, f = M}\n@string{m = {one}}\n@misc{b, f = m}\n"
        '@STRING(M = m # "+" # m)\n@misc{c, f = m}\n@string{jan = "Jan."}@misc{d, f = jan}'
    )
    assert [document.value(entry, "f") for entry in document.entries] == [
        "",
        "one",
        "one+one",
        "Jan.",
    ]
    assert document.macros["m"] == "one+one"
    assert document.macros["jan"] == "Jan."
    assert document.macros["feb"] == MONTHS["feb"]
    assert codes(document) == ["S004"]
    assert place(document) == (1, 14)
    assert (document.findings[0].key, document.findings[0].field) == ("a", "f")


def test_a_macro_does_not_know_itself():
    document = parse('@string{a = a # "x"}\n@misc{k, f = a}')
    assert document.value(only(document), "f") == "x"
    assert codes(document) == ["S004"]


def test_a_macro_of_the_styles_is_known_and_warned_of():
    document = parse("@misc{k, journal = cacm}")
    assert document.values(only(document)) == {"journal": "Communications of the ACM"}
    assert codes(document) == ["S004"]
    assert "only some styles define it" in (document.findings[0].hint or "")


def test_an_exponential_bomb_is_an_error_and_no_hang():
    bomb = "@string{a0 = {0123456789}}\n" + "".join(
        f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60)
    )
    document = parse(bomb + "@misc{k, f = a60, g = a3 # a3, h = a10 # a10 # a10}")
    values = document.values(only(document))
    assert values == {"g": "0123456789" * 16}
    assert max(map(len, document.macros.values())) <= EXPANSION_LIMIT
    found = [finding for finding in document.findings if finding.code == "S007"]
    assert {finding.field for finding in found} == {None, "h"}
    assert all(finding.severity == "error" for finding in found)


def test_a_long_literal_is_no_bomb():
    text = "x" * (EXPANSION_LIMIT + 1)
    assert value("{" + text + "} # jul") == text + "July"
    assert value("m", f"@string{{m = {{{text}}}}}\n") == text


def test_values_of_an_entry():
    document = parse(
        '@misc{k, Title = {A}, title = {B}, doi = {}, url = " ", year = 2020, URL = {http://x.org}}'
    )
    assert document.values(only(document)) == {"title": "A", "year": "2020"}
    assert codes(document) == ["S003", "S003"]


def test_values_of_an_entry_that_is_read_the_slow_way():
    document = parse("}@misc{k, % note\n a = {{{{{{{{{x}}}}}}}}}, b = jul }")
    assert document.values(only(document)) == {"a": "{{{{{{{{x}}}}}}}}", "b": "July"}


def test_the_text_of_preambles():
    document = parse('@string{a = {x}}\n@preamble{a # " y "}\n@preamble({z})')
    assert document.preamble == "x y z"
