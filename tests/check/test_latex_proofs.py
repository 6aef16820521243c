r"""Each LaTeX rule against real TeX: its bad example breaks, its good one and the mended one do not.

All bad examples are one bibliography, all good ones another; what goes wrong in it is told by the entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from bib2awesome.check.base import Rule
from bib2awesome.check.printable_characters import PRINTABLE
from bib2awesome.check.selection import rules
from tests.check.rules import examples, fixed, found_by, survey_of
from tests.latex.compile import (
    Compiled,
    compile_biblatex,
    compile_bibliography,
    need_biblatex,
    need_tex,
)

pytestmark = pytest.mark.latex

RULES = {rule.name: rule for rule in rules() if rule.room == "latex"}


class Proof(NamedTuple):
    """How a rule's bad example breaks.

    `style` is that of BibTeX in which it does; "biber", with its options, stands for biblatex, and "biblatex" for biblatex with
    nothing else in the bibliography, because nothing is left of it. `shown` is what the good examples print
    and the bad ones do not, each in turn; `says` a piece of the message that only the bad ones draw.
    """

    style: str
    shown: tuple[str, ...]
    says: str = ""


PROOFS = {
    "bare-special": Proof("plain", ("Compilers & interpreters",), "Misplaced alignment tab"),
    "bare-percent": Proof("plain", ("Compiling 50% faster",)),
    "percent-in-abstract": Proof("biblatex", ("On Compilers",), "File ended while scanning"),
    "lone-dollar": Proof("plain", ("compiler for $100",), "Missing $ inserted"),
    "no-latex-form": Proof("plain", ("Xiaoming Wang",), "U+738B"),
    "raw-character": Proof("plain", ("On λ calculus",), "U+03BB"),
    "cut-initial": Proof("IEEEtran", ("\u00c9. Martin",), "Invalid UTF-8 byte sequence"),
    "unbraced-accent": Proof("IEEEtran", ("\u00c9. Martin", "\u0141. Kaiser")),
    "unknown-macro": Proof("plain", ("Compilers by A-0",), "Undefined control sequence"),
    "lowered-macro": Proof("plain", ("On L2 spaces", "On LATEX compilers", "On Bert compilers")),
    "unsafe-doi": Proof("splncs04", ("",), "File ended while scanning"),
    "escaped-url": Proof("biber", ("/ on _ compilers",)),
    "address-in-text": Proof("plain", ("",), "Missing $ inserted"),
    "lowered-acronym": Proof("plain", ("The UNIVAC compiler",)),
    "lost-tilde": Proof("plain", ("\u223c50 rules",)),
    "biblatex-type": Proof("plain", ("PhD thesis, Yale University",), "isn't style-file defined"),
    "biblatex-field": Proof("plain", ("Compiler Notes",), "empty journal"),
    "month-text": Proof("plain", ("July 1952",)),
    "year-text": Proof("biber", ("",), "not an integer"),
    "lost-eprint": Proof("plain", ("arXiv:2301.00001",)),
    "arxiv-volume": Proof("biber --validate-datamodel", ("",), "Invalid value of field 'volume'"),
    "split-organisation": Proof("IEEEtran", ("World Health Organization",)),
}

# Further shapes of what a rule finds, all in plain: the field, and what TeX or BibTeX says of it. Mended, nothing.
FURTHER = [
    ("bare-special", "title = {Compilers # Interpreters}", "You can't use `macro parameter"),
    ("bare-special", "title = {On_Compilers}", "Missing $ inserted"),
    ("bare-special", "title = {On^Compilers}", "Missing $ inserted"),
    ("bare-special", "note = {Compilers & Looms}", "Misplaced alignment tab"),
    ("bare-special", "address = {Compilers & Looms}, howpublished = {Talk & Paper}", "Misplaced"),
    ("lone-dollar", "title = {From $5 to Nothing}", "Missing $ inserted"),
    ("lone-dollar", "title = {On $$x$ and More}", "Display math should end with $$"),
    ("raw-character", "title = {On a \u2009 Blank}", "U+2009"),
    ("raw-character", "title = {On 1 \u2212 1}", "U+2212"),
    ("raw-character", "title = {On u\u0308ber Looms}", "U+0308"),
    ("raw-character", "title = {Zero\u200bWidth}", "U+200B"),
    ("raw-character", "title = {On $\u2264$ and \u2264}", "U+2264"),
    ("raw-character", "author = {Nguy\u1ec5n, Ann}", "U+1EC5"),
    ("unknown-macro", "note = {A\\B Testing}", "Undefined control sequence"),
    ("address-in-text", "note = {See https://example.org/a#b}", "You can't use `macro parameter"),
    ("address-in-text", "note = {See www.example.org/a&b}", "Misplaced alignment tab"),
    ("biblatex-field", "@phdthesis institution = {Yale}", "empty school"),
    ("lowered-macro", "title = {On \\TeX{} Looms}", "Undefined control sequence"),
]

# No dash in place of an author that was named before.
_SETTINGS = {"IEEEtran": ['@IEEEtranBSTCTL{settings, CTLdash_repeated_names = "no"}']}


def test_every_rule_is_proven():
    assert PROOFS.keys() == RULES.keys()


@pytest.mark.parametrize("name", PROOFS)
def test_its_bad_example_breaks_and_the_others_do_not(name):
    rule, proof = RULES[name], PROOFS[name]
    need = need_biblatex if proof.style.startswith("bib") else need_tex
    need()
    alone = name if proof.style == "biblatex" else None
    bad, good = (batch(proof.style, kind, alone) for kind in ("Bad", "Good"))
    broken = sources(rule, "Bad")
    assert len(broken) == len(proof.shown)
    for key, shown in zip(broken, proof.shown, strict=True):
        assert not shown or shown not in bad.shown(key)

        assert not proof.says or any(proof.says in one for one in bad.said(key))
    for number, key in enumerate(sources(rule, "Good")):
        assert good.said(key) == []
        assert proof.shown[number % len(proof.shown)] in good.shown(key)


def test_further_shapes_break_and_do_not_once_they_are_mended(tmp_path):
    need_tex()
    bad = {f"further{number}": _entry(number, one[1]) for number, one in enumerate(FURTHER)}
    data = "\n".join(bad.values())
    mended = {}
    for (name, _, _), (key, text) in zip(FURTHER, bad.items(), strict=True):
        checked = survey_of(tmp_path / key, {"survey.bib": text})
        assert [one.finding.code for one in found_by(checked, RULES[name])], text
        mended[key] = fixed(checked, RULES[name]).decode()
    batches = [
        Batch(compile_bibliography(folder, {"references.bib": text.encode()}, "plain"), list(bad))
        for folder, text in (
            (_new(tmp_path / "bad"), data),
            (_new(tmp_path / "good"), "\n".join(mended.values())),
        )
    ]
    for (name, text, says), key in zip(FURTHER, bad, strict=True):
        assert any(says in one for one in batches[0].said(key)), text
        if RULES[name].fix is not None:
            assert batches[1].said(key) == [], mended[key]


def _entry(number: int, field: str) -> str:
    whole = {"author": f"Hopper{number}, Grace", "title": f"Looms {number}", "year": "1952"}
    kind, _, field = field[1:].partition(" ") if field[0] == "@" else ("misc", "", field)
    name = field.partition(" ")[0]
    rest = ", ".join(
        f"{one} = {{{value}}}"
        for one, value in whole.items()
        if one != name and f" {one} =" not in field
    )
    return f"@{kind}{{further{number}, {field}, {rest}}}"


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_pdflatex_prints_what_is_said_to_be_printable(tmp_path):
    need_tex()
    shown = [chr(code) for code in range(0xA0, 0xD800) if PRINTABLE.fullmatch(chr(code))]
    assert len(shown) > 300
    data = f"@misc{{all, key = {{all}}, title = {{{{{' '.join(shown)}}}}}}}"
    compiled = compile_bibliography(tmp_path, {"references.bib": data.encode()}, "plain")
    assert (compiled.errors, compiled.missing) == ([], [])


class Batch(NamedTuple):
    """One compiled bibliography, by entry: what TeX and BibTeX said, and what they printed."""

    compiled: Compiled
    keys: list[str]

    def said(self, key: str) -> list[str]:
        """What was complained of, by any program, of the entry."""
        if len(self.keys) == 1:
            return self.compiled.errors + self.compiled.warnings
        lines = self.compiled.bbl.split("\n")
        found = [line for line in self.compiled.unexpected if re.search(rf"\b{key}\b", line)]
        for error in self.compiled.errors:
            at = re.search(r"^l\.(\d+)", error, re.MULTILINE)
            before = "\n".join(lines[: int(at[1])]) if at else ""
            items = re.findall(r"\\bibitem(?:\[[^]]*\])?\{([^}]*)\}", before)
            if not items or items[-1] == key:
                found.append(error)
        return found

    def shown(self, key: str) -> str:
        """What is printed of the entry."""
        if not self.order:
            return self.compiled.text
        number = self.order.index(key) + 1
        parts = re.split(rf"\[(?:{number}|{number + 1})\] ", self.compiled.text)
        return parts[1] if len(parts) > 1 else ""

    @property
    def order(self) -> list[str]:
        """The keys in the order of the bibliography."""
        return re.findall(r"\\bibitem(?:\[[^]]*\])?\{([^}]*)\}", self.compiled.bbl)


@cache
def sources(rule: Rule, kind: str) -> Mapping[str, str]:
    """Return the entries of a rule's examples by key; among the good ones are the bad ones mended."""
    texts = list(examples(rule)[kind])
    if kind == "Good" and rule.fix is not None:
        for text in examples(rule)["Bad"]:
            with TemporaryDirectory() as folder:
                texts.append(fixed(survey_of(Path(folder), {"survey.bib": text}), rule).decode())
    head, *entries = _ENTRY.split("\n".join(texts))
    found: dict[str, str] = {}
    for entry in entries:
        key = f"{rule.name}-{len(found)}"
        found[key] = head + re.sub(r"^(@\w+\{)[^,]*", rf"\g<1>{key}", entry)
        head = ""
    return found


_ENTRY = re.compile(r"^(?=@(?!preamble))", re.MULTILINE)


@cache
def batch(style: str, kind: str, alone: str | None = None) -> Batch:
    """Return the examples of all rules that are proven with this style, or of one alone, compiled."""
    entries = {
        key: text
        for name, proof in PROOFS.items()
        if proof.style == style and alone in {None, name}
        for key, text in sources(RULES[name], kind).items()
    }
    data = "\n".join([*_SETTINGS.get(style, ()), *entries.values()]).encode()
    with TemporaryDirectory() as folder:
        if style.startswith("bib"):
            compiled = compile_biblatex(Path(folder), data, *style.split()[1:])
        else:
            compiled = compile_bibliography(Path(folder), {"references.bib": data}, style)
    return Batch(compiled, list(entries))
