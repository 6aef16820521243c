from __future__ import annotations

from bib2awesome.errors import Severity
from tests.bib.bibtex_reading import codes, parse, place


def test_a_clean_file_has_no_findings():
    assert parse('@misc{a, month = jul, t = {x} # "y" # 3, n = 12}\n@misc{b}').findings == []


def test_duplicate_keys():
    document = parse("@misc{Key, t={1}}\n@misc{other}\n  @book{key, t={2}}\n@book{Key}")
    assert codes(document) == ["S002", "S002"]
    first, second = document.findings
    assert first.severity is Severity.ERROR
    assert (first.key, place(document)) == ("key", (3, 9))
    assert first.message == "the key `key` is taken by the entry on line 1, there as `Key`"
    assert second.message == "the key `Key` is taken by the entry on line 1"
    assert document.entry("KEY") is document.entries[0]
    assert [entry.key for entry in document.usable()] == ["Key", "other"]
    assert len(document.entries) == 4


def test_duplicate_fields():
    document = parse("@misc{a,\n t={1},\n T={2},\n t={3}\n}")
    assert codes(document) == ["S003", "S003"]
    assert place(document) == (3, 2)
    assert document.findings[0].field == "t"
    assert document.findings[0].severity is Severity.WARNING


def test_missing_keys():
    document = parse("@misc{, t={1}}\n@misc{}\n@misc( , t={1})")
    assert codes(document) == ["S006"] * 3
    assert place(document) == (1, 1)
    assert document.usable() == []
    assert len(document.entries) == 3


def test_undefined_macros_are_found_everywhere():
    document = parse(
        '@string{a = nope}\n@misc{k, f = a # "#" # no # no}\n@misc{l, f = {a} # b # {c}}'
    )
    assert codes(document) == ["S004"] * 4
    assert {finding.field for finding in document.findings} == {None, "f"}
    assert document.findings[0].hint is not None


def test_commented_entries_get_one_finding_only():
    document = parse("% @misc{k, f = a, f = b}\n@misc{k, t = {x}}")
    assert codes(document) == ["S005"]
    assert document.findings[0].key == "k"


def test_findings_come_in_file_order():
    document = parse(
        "@misc{k, f = a}\n@misc{k}\n@misc{x\n@misc{l, f={1}, f={2}}\n% @misc{z, t={1}}\n@misc{}"
    )
    assert codes(document) == ["S004", "S002", "S001", "S003", "S005", "S006"]


def test_broken_strings_have_no_key():
    document = parse("@string{a = {x},}\n@misc{ a = }")
    assert [finding.key for finding in document.findings] == [None, None]
    assert document.findings[0].message.startswith("`@string` cannot be read")


def test_the_end_of_the_file_is_a_place():
    document = parse("@misc{a, t = {x}\n")
    assert codes(document) == ["S001"]
    assert place(document) == (2, 1)
    assert document.findings[0].message.startswith("entry `a` has no closing brace")


def test_an_entry_without_its_last_brace_ends_at_the_next_one():
    document = parse("@misc{a,\n t = {x},\n\n@misc{b, t = {1}}\n@misc(c, t = {x},\n@misc{d}")
    assert [finding.message for finding in document.findings] == [
        "entry `a` has no closing brace: expected a field name or `}`",
        "entry `c` has no closing brace: expected a field name or `)`",
    ]
    assert place(document) == (4, 1)
    assert [entry.key for entry in document.entries] == ["b", "d"]


def test_merge_conflicts_are_found():
    document = parse(
        "@misc{a, t={1}}\n<<<<<<< HEAD\n@misc{b}\n=======\n@misc{c}\n>>>>>>> other\n"
        "@misc{d, t={\n<<<<<<<<\nx <<<<<<< y}}\n"
    )
    assert codes(document) == ["S009"]
    assert place(document) == (2, 1)
    assert document.findings[0].severity is Severity.ERROR
    assert [entry.key for entry in document.usable()] == ["a", "b", "c", "d"]


def test_keys_that_cannot_be_cited():
    document = parse(
        "\n".join(f"@misc{{a{sign}b, t={{x}}}}" for sign in "#%~\\'\"=)&*!?;@$^<>[]|`ü")
    )
    assert [finding.key for finding in document.findings] == [f"a{sign}b" for sign in "#%~\\'\"=)"]
    assert codes(document) == ["S010"] * 8
    assert place(document) == (1, 7)


def test_a_star_is_no_key():
    assert codes(parse("@misc{*, t={x}} @misc{**, t={x}}")) == ["S010"]
