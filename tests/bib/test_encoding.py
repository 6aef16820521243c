from __future__ import annotations

import copy
import pickle

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.errors import InputError
from tests.bib.bibtex_reading import fields, only, parse, place

ENTRY = "@misc{k, author = {Müller}}\n"


@pytest.mark.parametrize(
    ("data", "encoding", "raw_unicode"),
    [
        (b'@misc{k, author = {M{\\"u}ller}}\n', "ascii", False),
        (ENTRY.encode(), "utf-8", True),
        (b"\xef\xbb\xbf" + ENTRY.encode(), "utf-8", True),
        (b"\xef\xbb\xbf@misc{k, author = {M}}\n", "utf-8", False),
        (ENTRY.encode("latin-1"), "latin-1", False),
        (ENTRY.replace("ü", "”").encode("cp1252"), "cp1252", False),
        (
            b"% Encoding: ISO8859_2\n" + ENTRY.replace("ü", "ł").encode("iso8859-2"),
            "iso8859-2",
            False,
        ),
        (b"% Encoding: nonsense\n" + ENTRY.encode("latin-1"), "latin-1", False),
        (b"% Encoding: GBK\n" + ENTRY.encode("latin-1"), "latin-1", False),
        (b"% Encoding: cp1252\n" + b"\x81", "latin-1", False),
    ],
)
def test_encodings(data: bytes, encoding: str, raw_unicode: bool):  # noqa: FBT001
    document = parse(data)
    assert (document.encoding, document.raw_unicode) == (encoding, raw_unicode)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
def test_text_comes_out_right(encoding: str):
    document = parse(ENTRY.encode(encoding))
    assert document.values(only(document)) == {"author": "Müller"}
    assert fields(only(document)) == [("author", "{Müller}")]


def test_a_file_of_mixed_encodings():
    document = parse("@misc{a, t = {Šk}}\n".encode() + "@misc{b, t = {ü}}".encode("latin-1"))
    assert [document.value(entry, "t") for entry in document.entries] == ["Šk", "ü"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_files_are_refused_with_a_hint(encoding: str):
    with pytest.raises(InputError) as caught:
        Document.parse((ENTRY * 3).encode(encoding), "wide.bib")
    [finding] = caught.value.findings
    assert finding.hint == "save it as UTF-8"
    assert str(finding.place) == "wide.bib"
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("data", [b"\0" * 100, b"@misc{k, t = {\0}}", b"\0\0@misc{k}"])
def test_a_nul_is_kept(data: bytes):
    parse(data)


@pytest.mark.parametrize(
    ("data", "newline"),
    [
        (b"", "\n"),
        (b"a\nb\r\n\n", "\n"),
        (b"a\r\nb\r\n\n", "\r\n"),
        (b"a\rb\r", "\r"),
    ],
)
def test_line_ends(data: bytes, newline: str):
    assert parse(data).newline == newline


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_places_are_in_characters(end: str, encoding: str):
    text = end.join(["ä @misc{a, t = {x}}", "", "é€ä".replace("€", "ö") + "@misc{, t = {y}}"])
    document = parse(text.encode(encoding))
    assert place(document) == (3, 4)
    entry = document.entries[0]
    assert document.place(entry.start)[1:] == (1, 3, None, None)
    assert document.place(entry.start, entry.end)[1:] == (1, 3, 1, 20)
    assert document.place(0)[1:3] == (1, 1)
    assert document.place(len(document.data))[1:3] == (3, 20)


def test_keys_are_compared_as_bibtex_does():
    document = parse("@misc{ÄB, t={1}}\n@misc{äb, t={2}}\n@misc{Äb, t={3}}")
    first = document.entry("Äb")
    assert first is document.entries[0]
    assert document.entry("äB") is document.entries[1]
    assert len(document.usable()) == 2


def test_documents_can_be_copied_and_pickled():
    document = Document.parse(ENTRY.encode(), "x.bib")
    for other in (pickle.loads(pickle.dumps(document)), copy.deepcopy(document)):  # noqa: S301
        assert (other.data, other.name) == (document.data, "x.bib")
        assert only(other).key == "k"
