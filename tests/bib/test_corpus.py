"""Every real file of the corpus: lossless, and read as BibTeX and as bibtexparser read it.

BibTeX itself is asked twice. With the style unsrt it says whether it accepts a file at all (it ends with
0 or 1). With a style made here, which prints every field, it says what it understood: an oracle for
keys, field names, macros, concatenation and white space alike.
"""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.bib.edits import apply, remove_field, set_field
from bib2awesome.bib.entry import fold
from bib2awesome.bib.values import MONTHS, STYLE_MACROS
from bib2awesome.errors import InputError
from tests.bib.bibtex_reading import check

DUPLICATE_FIELD = (
    "bibtexparser drops an entry with a duplicate field; BibTeX keeps it with the first value"
)
BACKSLASH = "bibtexparser takes a brace behind a backslash for text; for BibTeX it counts"
# file: why bibtexparser is the one that errs (BibTeX agrees with us on each, see the oracle's test)
EXCEPTIONS = {
    "0025_Better_BibTeX.014.bib": BACKSLASH,
    "0174_tag-contents-slashes.bib": BACKSLASH,
    "0133_2.bib": 'bibtexparser ends a quoted value at the quote inside `{"}`',
    "0144_example1.bib": "bibtexparser reads no key with a brace in it",
    "0559_incollections.bib": "an entry without a key: BibTeX takes `year={2007` for its key, bibtexparser drops it",
    "1032_articles.bib": "bibtexparser does not see an entry whose type and delimiter stand on two lines",
    "1092_jbtest.bib": "bibtexparser takes `@commented{…}` for a comment",
    "0476_libbib_crypto.bib": DUPLICATE_FIELD,
    "0658_bibfiles_damop2012bib.bib": DUPLICATE_FIELD,
    "0716_bibfiles_symmetry.bib": DUPLICATE_FIELD,
    "1038_bibdest.bib": DUPLICATE_FIELD,
}
RESOLVED_EXCEPTIONS = {
    "0210_features2.bib": "bibtexparser keeps the first of two definitions of a macro; in BibTeX the last before its use counts",
}


@pytest.fixture(scope="session")
def corpus(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "bib").glob("*.bib"))


@pytest.fixture(scope="session")
def readable(corpus: list[Path]) -> dict[str, Document]:
    found = {}
    for path in corpus:
        try:
            found[path.name] = Document.parse(path.read_bytes(), path.name)
        except InputError as error:
            assert error.findings[0].hint == "save it as UTF-8"  # noqa: PT017
    return found


@pytest.fixture(scope="session")
def accepted(
    readable: dict[str, Document],
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> list[Document]:
    """Return the files that BibTeX accepts with unsrt; asked once per corpus and BibTeX, then cached."""
    program = shutil.which("bibtex")
    if program is None:
        pytest.skip("no bibtex here")
    version = subprocess.run([program, "--version"], capture_output=True, check=True).stdout
    state = hashlib.sha256(version)
    for name, document in readable.items():
        state.update(name.encode() + document.data)
    key = f"bib2awesome/bibtex/{state.hexdigest()}"
    cache = request.config.cache
    names = cache.get(key, None)
    if names is None:
        folder = tmp_path_factory.mktemp("unsrt")

        def accepts(item: tuple[str, Document]) -> bool:
            return run_bibtex(folder / item[0], item[1].data, "unsrt") is not None

        with ThreadPoolExecutor() as pool:
            answers = list(pool.map(accepts, readable.items()))
        names = [name for name, answer in zip(readable, answers, strict=True) if answer]
        cache.set(key, names)
    return [readable[name] for name in names]


def run_bibtex(folder: Path, data: bytes, style: str, source: str | None = None) -> bytes | None:
    """Return the .bbl that BibTeX makes of all entries, None if it ends with an error."""
    folder.mkdir()
    (folder / "x.bib").write_bytes(data)
    if source is not None:
        (folder / f"{style}.bst").write_text(source, encoding="ascii")
    aux = f"\\relax\n\\citation{{*}}\n\\bibdata{{x}}\n\\bibstyle{{{style}}}\n"
    (folder / "x.aux").write_text(aux, encoding="ascii")
    command = [shutil.which("bibtex") or "bibtex", "-terse", "x"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return (folder / "x.bbl").read_bytes() if done.returncode <= 1 else None


def folded(text: str) -> str:
    """Fold white space as BibTeX does."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def test_every_file_is_kept_to_the_byte(readable: dict[str, Document], corpus: list[Path]):
    assert len(corpus) - len(readable) <= 2  # the UTF-16 ones
    for document in readable.values():
        check(document)
        assert all(finding.place and finding.place.line for finding in document.findings)


def test_broken_blocks_are_few(readable: dict[str, Document]):
    broken = {
        name
        for name, document in readable.items()
        for block in document.blocks
        if block.kind == "broken"
    }
    assert len(broken) <= 12


def test_a_field_can_be_added_anywhere_and_taken_back(readable: dict[str, Document]):
    lines = count = 0
    for document in readable.values():
        for entry in document.entries[::25]:
            if entry.field("zzz") is not None:
                continue
            edits = set_field(document, entry, "zzz", "{1}")
            new = Document.parse(apply(document.data, edits))
            assert new.entries[entry.index].source("zzz") == "{1}"
            assert len(new.entries) == len(document.entries)
            back = remove_field(new, new.entries[entry.index], "zzz")
            assert apply(new.data, back) == document.data
            count += 1
            lines += new.data.splitlines() != document.data.splitlines() and (
                len(new.data.splitlines()) == len(document.data.splitlines()) + 1
            )
    assert lines > 0.98 * count


def test_bibtex_accepts_most(accepted: list[Document], readable: dict[str, Document]):
    assert len(accepted) > 0.88 * len(readable)


def test_what_bibtex_accepts_has_no_broken_block(accepted: list[Document]):
    assert [
        document.name for document in accepted if "S001" in {f.code for f in document.findings}
    ] == []


def fields_of(document: Document) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return what we read: fields with their sources by type and key, the first of duplicates."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for entry in document.entries:
        fields = [(field.name, folded(field.source)) for field in entry.fields]
        found.setdefault((entry.type, entry.key), fields)
    return found


def bibtexparser_fields(document: Document) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return the same as bibtexparser reads it."""
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415

    text = document.text(0, len(document.data)).removeprefix("\ufeff")
    # it does not know line ends other than LF
    library = parse_string(re.sub("\r\n?", "\n", text), parse_stack=[])
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for entry in library.entries:
        fields = [(field.key.lower(), folded(str(field.value))) for field in entry.fields]
        found.setdefault((entry.entry_type.lower(), entry.key), fields)
    return found


def test_bibtexparser_reads_the_same(accepted: list[Document], caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.CRITICAL)
    differing = {
        document.name
        for document in accepted
        if fields_of(document) != bibtexparser_fields(document)
    }
    assert differing == set(EXCEPTIONS)


def test_bibtexparser_resolves_the_same(accepted: list[Document], caplog: pytest.LogCaptureFixture):
    """Compare values with macros expanded and delimiters off, where bibtexparser can do that.

    It joins no `#`, does not know the months and takes a macro for defined wherever it stands in the
    file; such values are left to the oracle.
    """
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415

    caplog.set_level(logging.CRITICAL)
    differing = set()
    compared = 0
    for document in accepted:
        if document.name in EXCEPTIONS:
            continue
        text = re.sub("\r\n?", "\n", document.text(0, len(document.data)).removeprefix("\ufeff"))
        theirs = {entry.key: entry for entry in parse_string(text).entries}
        macros = document.macros.keys() - MONTHS.keys()
        for entry in document.entries:
            others = theirs[entry.key].fields
            for field, other in zip(entry.fields, others, strict=True):
                source, text = field.source, str(other.value)
                bare = source[0] not in '{"' and not source.isdigit()
                if "#" in source or "#" in text or (bare and source.lower() not in macros):
                    continue
                compared += 1
                if folded(document.value(entry, field.name) or "") != folded(text):
                    differing.add(document.name)
    assert differing == set(RESOLVED_EXCEPTIONS)
    assert compared > 45_000


def printing_style(names: list[str]) -> str:
    """Return a BibTeX style that prints every field of every entry, one to a line."""
    parts = [f"ENTRY {{ {' '.join(names or ['title'])} }} {{}} {{}}"]
    parts += [f'MACRO {{{name}}} {{"{text}"}}' for name, text in {**MONTHS, **STYLE_MACROS}.items()]
    parts.append('FUNCTION {print} { "@@K " cite$ * write$ newline$')
    parts += [
        f'{name} missing$ {{}} {{ "@@F {name} " {name} * write$ newline$ }} if$' for name in names
    ]
    parts.append("}\nREAD\nITERATE {print}\n")
    return "\n".join(parts)


def understood(output: bytes) -> Iterator[tuple[bytes, dict[bytes, bytes]]]:
    """Return keys and fields that the printing style printed; BibTeX breaks long lines at blanks."""
    key, fields = b"", dict[bytes, bytes]()
    records = re.split(rb"\n(?=@@[KF]\b)", b"\n" + output)[1:]
    for number, record in enumerate(records):
        kind, _, rest = b" ".join(record.split()).partition(b" ")
        if kind == b"@@K":
            if number:
                yield key, fields
            key, fields = rest, {}
        else:
            name, _, value = rest.partition(b" ")
            fields[name] = value
    if records:
        yield key, fields


def test_bibtex_understands_the_same(accepted: list[Document], tmp_path: Path):
    def differs(document: Document) -> bool:
        encoding = "utf-8" if document.encoding == "ascii" else document.encoding
        ours = {}
        names = set()
        for entry in document.entries:
            fields = {}
            for field in entry.fields:
                if field.name != "crossref" and field.name.isascii():
                    names.add(field.name)
                    value = folded(document.value(entry, field.name) or "")
                    fields[field.name.encode()] = value.encode(encoding)
            ours[fold(entry.key).encode(encoding)] = fields
        style = printing_style(sorted(names))
        output = run_bibtex(tmp_path / document.name, document.data, "printing", style)
        if output is None:
            return True
        theirs = {key.lower(): fields for key, fields in understood(output)}
        # what a child inherits, and how, is another test's matter
        children = [entry for entry in document.entries if entry.field("crossref")]
        for key in (fold(entry.key).encode(encoding) for entry in children):
            fields = theirs.get(key, {})
            theirs[key] = {name: value for name, value in fields.items() if name in ours[key]}
        return ours != theirs

    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(differs, accepted))
    assert [
        document.name for document, answer in zip(accepted, answers, strict=True) if answer
    ] == []


@pytest.mark.parametrize("name", ["damage-valid.bib", "damage-wild.bib", "damage-crlf.bib"])
def test_the_damage_probes(shared: Path, name: str):
    path = shared / "data" / name
    document = Document.parse(path.read_bytes(), name)
    check(document)
    codes = {finding.code for finding in document.findings}
    assert codes == ({"S002", "S003", "S005"} if "wild" in name else {"S005"})
    usable = [entry.key for entry in document.usable()]
    assert usable == [
        "ho2020ddpm",
        "Erdos:1959",
        "muller2021",
        "crossrefchild",
        "proc2022",
        "notitle2023",
        "laion5b",
    ]
    child = document.values(document.entries[3])
    assert child["booktitle"] == "Proceedings of the Example Conference"
    data = document.data
    for entry in document.usable():
        current = Document.parse(data, name)
        target = current.entry(entry.key)
        assert target is not None
        data = apply(data, set_field(current, target, "doi", "{10.1/x}"))
        now = Document.parse(data, name).entry(entry.key)
        assert now is not None
        assert now.source("doi") == "{10.1/x}"
    old, new = document.data.splitlines(keepends=True), data.splitlines(keepends=True)
    # six of the seven entries get a line of their own, and every other line but one is as it was
    assert len(new) == len(old) + 6
    assert len([line for line in old if line not in new]) == 1
    for entry in document.usable():
        current = Document.parse(data, name)
        target = current.entry(entry.key)
        assert target is not None
        data = apply(data, remove_field(current, target, "doi"))
    assert data == document.data
