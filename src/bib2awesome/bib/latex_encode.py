r"""Unicode or TeX source to TeX source that pdfLaTeX with T1 and classic BibTeX read right.

One pass over tokens. At brace depth 0 BibTeX's styles change letter case and cut initials, so there
every command that is a letter gets braces of its own, and what must keep its case gets a group that
does not start with a backslash.
"""

# ruff: noqa: S105 (a token is a piece of TeX)
from __future__ import annotations

import re
import unicodedata

from bib2awesome.bib.latex_accents import accented
from bib2awesome.bib.latex_characters import (
    SCRIPTS,
    encode_character,
    encode_in_formula,
    encode_scripts,
)
from bib2awesome.bib.latex_commands import DROPPED, MATH_ARGUMENT, SWITCHES, TEXT, VERBATIM
from bib2awesome.bib.latex_decode import decode
from bib2awesome.bib.latex_math_tables import MATH_SYMBOLS
from bib2awesome.bib.latex_tables import ACCENTS, INVISIBLE, LETTERS, LOGOS, SPACING, SYMBOLS
from bib2awesome.bib.latex_tokens import control_word, formula, partners
from bib2awesome.bib.latex_written import Written

__all__ = ["encode", "without_form"]

_PIECES = rf"""\\[A-Za-z]+\s*+ | \\[\x00-\x7f] | [{{}}$&%\#_^\\] | {SCRIPTS.pattern}
    | [^\x00-\x7f][\u0300-\u036f]*+ | """
# ASCII without `# $ % & \ ^ _ { }`, by ranges: a class with all of Unicode takes milliseconds to compile.
_ORDINARY = r"\x00-\x22\x27-\x5b\x5d\x60-\x7a|~\x7f"
_PLAIN = f"[{_ORDINARY}]"
_TOKEN = re.compile(_PIECES + rf"(?: {_PLAIN} )++", re.VERBOSE)
# The same where letters are followed by combining marks: those letters are tokens of their own.
_TOKEN_MARKS = re.compile(
    r"[A-Za-z]\u0361[A-Za-z] | [A-Za-z][\u0300-\u036f]++ | "
    + _PIECES
    + rf"(?: (?![A-Za-z][\u0300-\u036f]) {_PLAIN} )++",
    re.VERBOSE,
)
_MARK = re.compile(r"[A-Za-z][\u0300-\u036f]")
_SPECIAL = re.compile(f"[^{_ORDINARY}]")
_ESCAPED = {
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
    "^": "{\\textasciicircum}",
    "$": "\\$",
    "\\": "{\\textbackslash}",
}
_BRACES = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}
_MATH_BRACES = {"{": "\\lbrace ", "}": "\\rbrace "}

_MAX_PASSES = 4
_BARE = frozenset(SPACING.values())


def encode(text: str) -> str:
    """Return `text` as LaTeX; see `bib2awesome.bib.latex.to_latex`."""
    if not _SPECIAL.search(text):
        return text
    encoded = _Encoder(text, 0).run()
    # A command without its argument can find one in what was written behind it: go on until it rests.
    passes = _MAX_PASSES if "\\" in text or "{" in text else 0
    before = text
    while passes and encoded != before:
        before, encoded = encoded, _Encoder(encoded, 0).run()
        passes -= 1
    return encoded


def without_form(text: str) -> list[str]:
    """Return the characters that stay as they are in `encode(text)` and that pdfLaTeX cannot print."""
    found: dict[str, None] = {}
    for cluster in re.findall(
        r"[^\x00-\x7f][\u0300-\u036f]*|[\x00-\x08\x0e-\x1f\x7f]", encode(text)
    ):
        found[cluster] = None
    return list(found)


class _Encoder(Written):
    """The tokens of one string, the output, and the state: brace depth, text or formula."""

    __slots__ = (
        "after",
        "depth",
        "formula_ends",
        "math",
        "modes",
        "next_math",
        "partner",
        "rewritten",
        "tokens",
    )

    def __init__(self, text: str, depth: int) -> None:
        super().__init__()
        if not text.isascii():
            text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        pattern = _TOKEN_MARKS if not text.isascii() and _MARK.search(text) else _TOKEN
        self.tokens: list[str] = pattern.findall(text)
        self.partner = partners(self.tokens)
        self.depth = depth
        self.math = False
        self.modes: list[bool] = []
        self.next_math: bool | None = None
        self.formula_ends: dict[int, str] = {}
        self.after: dict[int, str] = {}
        self.rewritten = not self.escaped_braces_pair()

    def run(self) -> str:
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if index in self.formula_ends:
                closer = self.formula_ends.pop(index)
                self.put(closer)
                self.math = False
                index += closer.count("$")
            elif token[0] == "\\" and len(token) > 1:
                index = self.command(index)
            elif token in "{}":
                index = self.brace(index)
            elif token == "$":
                index = self.dollar(index)
            else:
                self.plain(index)
                index += 1
        return "".join(self.out)

    def escaped_braces_pair(self) -> bool:
        r"""Return whether `\{` and `\}` pair up as BibTeX counts them: like any other brace."""
        level = 0
        for index, token in enumerate(self.tokens):
            if token in {"{", "}"} and index not in self.partner:
                continue
            level += (token[-1] == "{") - (token[-1] == "}")
            if level < 0:
                return False
        return not level

    def plain(self, index: int) -> None:
        """Write a run of plain text, a bare special, or a character with its marks."""
        token = self.tokens[index]
        if not token.isascii():
            self.character(index)
        elif token in _ESCAPED and not (self.math and token in "^_"):
            self.put(_ESCAPED[token])
        else:
            self.put(token)

    def character(self, index: int) -> None:
        token = self.tokens[index]
        if SCRIPTS.fullmatch(token):
            self.put_mapped(encode_scripts(token, in_formula=self.math))
        elif not self.math:
            encoded = encode_character(token)
            self.put_mapped(token if encoded is None else encoded)
        else:
            encoded = encode_in_formula(token)
            self.put_mapped(token if encoded is None else encoded)

    def brace(self, index: int) -> int:
        """Write a brace: of a group, with the mode its inside has, or one without a partner.

        Return the index from where to go on.
        """
        token = self.tokens[index]
        if index not in self.partner:
            self.put((_MATH_BRACES if self.math else _BRACES)[token])
        elif token == "{" and not self.depth and self.is_letter(index):
            self.character(index + 1)
            return index + 3
        elif token == "{":
            self.modes.append(self.math)
            protected = not self.depth and not self.math and self.is_lowered(index)
            if self.next_math is not None:
                self.math = self.next_math
                self.next_math = None
            self.depth += 1
            self.put("{{" if protected else "{")
            if protected:
                self.after[self.partner[index]] = "}" + self.after.get(self.partner[index], "")
        else:
            self.depth -= 1
            self.math = self.modes.pop()
            self.put("}" + self.after.pop(index, ""))
        return index + 1

    def is_letter(self, index: int) -> bool:
        """Return whether the group that opens at `index` is one letter that gets its own braces."""
        if self.math or self.partner[index] != index + 2 or self.tokens[index + 1].isascii():
            return False
        encoded = encode_character(self.tokens[index + 1])
        return encoded is not None and encoded.startswith("{")

    def is_lowered(self, index: int) -> bool:
        r"""Return whether the group at depth 0 that opens at `index` would lose its capitals.

        BibTeX takes a group that starts with a backslash for one letter; that is right for accents,
        letters and single commands, and wrong for `{\textsc{Bert}}`.
        """
        start, close = index + 1, self.partner[index]
        token = self.tokens[start]
        if token[0] != "\\" or len(token) == 1:
            return False
        name = control_word(token)
        if name in ACCENTS or name in LETTERS or name in {"relax", "(", "["} or name in DROPPED:
            return False
        if name in MATH_SYMBOLS and name not in SYMBOLS:
            return False
        rest = "".join(self.tokens[start + 1 : close])
        return rest.strip() not in {"", "{}"}

    def dollar(self, index: int) -> int:
        """Open the formula at `index`, or write the dollar sign that stands there."""
        found = None if self.math else formula(self.tokens, self.partner, index, len(self.tokens))
        if found is None:
            token = self.tokens[index]
            self.put(_ESCAPED.get(token, token))
            return index + 1
        start, end, after = found
        self.open_formula("$" * (after - end), end)
        return start

    def open_formula(self, dollars: str, end: int) -> None:
        self.put(f"{{{dollars}" if not self.depth else dollars)
        self.formula_ends[end] = f"{dollars}}}" if not self.depth else dollars
        self.math = True

    def command(self, index: int) -> int:
        """Write the command at `index`; return the index from where to go on."""
        token = self.tokens[index]
        name = control_word(token)
        if self.rewritten and name in _BRACES:
            self.put((_MATH_BRACES if self.math else _BRACES)[name])
            return index + 1
        if name in VERBATIM:
            return self.verbatim(index)
        if not self.math:
            return self.text_command(index, name)
        self.next_math = False if name in TEXT and self.opens(index + 1) else None
        self.put(token)
        return index + 1

    def text_command(self, index: int, name: str) -> int:
        """Write a command that stands in text; return the index from where to go on."""
        if name in ACCENTS:
            return self.accent(index)
        if name in {"(", "["}:
            return self.dollar(index)
        if name == "ensuremath":
            return self.ensured(index)
        if name in MATH_ARGUMENT:
            return self.bare_formula(index)
        if name in MATH_SYMBOLS and name not in SYMBOLS:
            self.put(f"$\\{name}$" if self.depth else f"{{$\\{name}$}}")
            return self.without_empty_group(index + 1)
        return self.other_command(index, name)

    def opens(self, index: int) -> bool:
        """Return whether a group opens at `index`."""
        return index in self.partner and self.tokens[index] == "{"

    def without_empty_group(self, index: int) -> int:
        """Return the index behind the `{}` that may end a command's name at `index`."""
        return index + 2 if self.opens(index) and self.partner[index] == index + 1 else index

    def verbatim(self, index: int) -> int:
        """Write a command and its first argument as they are."""
        self.put(self.tokens[index])
        if not self.opens(index + 1):
            return index + 1
        close = self.partner[index + 1]
        self.put("".join(self.tokens[index + 1 : close + 1]))
        return close + 1

    def ensured(self, index: int) -> int:
        r"""Write `\ensuremath`, whose argument is a formula."""
        if self.opens(index + 1):
            self.put(self.tokens[index])
            self.next_math = True
        else:
            self.put(f"\\{control_word(self.tokens[index])}{{}}")
        return index + 1

    def bare_formula(self, index: int) -> int:
        r"""Put a formula's command that stands in text, `\mathcal{D}`, between dollars."""
        start, end = ("$", "$") if self.depth else ("{$", "$}")
        if not self.opens(index + 1):
            self.put(f"{start}\\{control_word(self.tokens[index])}{{}}{end}")
            return index + 1
        close = self.partner[index + 1]
        self.put(start + self.tokens[index])
        self.after[close] = end + self.after.get(close, "")
        self.next_math = True
        return index + 1

    def other_command(self, index: int, name: str) -> int:
        """Write any other command: in braces at depth 0 when it is a letter or has capitals."""
        token = self.tokens[index]
        if not self.depth and (
            name in LETTERS or name in LOGOS or (name in SYMBOLS and name != name.lower())
        ):
            self.put(f"{{\\{name}}}")
            return self.without_empty_group(index + 1)
        if self.depth or name == name.lower() or name in SWITCHES:
            self.put(token)
            return index + 1
        last = index
        while self.opens(last + 1):
            last = self.partner[last + 1]
        if last == index:
            self.put(f"{{{token.rstrip()}}}")
            return index + 1
        self.put(f"{{{{{token}")
        self.after[last] = "}}"
        return index + 1

    def accent(self, index: int) -> int:
        """Write an accent with its letter: at depth 0 as a braced special character."""
        if self.depth:
            self.put(
                self.tokens[index] if self.has_base(index + 1) else f"{self.tokens[index]}{{}}"
            )
            return index + 1
        source, after = accented(self.tokens, self.partner, index)
        shown = decode(source)
        encoded = None if shown.isascii() or shown in _BARE else encode_character(shown)
        if encoded is None:
            encoded = "{" + _Encoder(source, 1).run() + "}"
        self.put(encoded)
        return after

    def has_base(self, index: int) -> bool:
        """Return whether an accent finds something to stand on at `index`."""
        if index < len(self.tokens) and self.tokens[index].isspace():
            index += 1
        return index < len(self.tokens) and self.tokens[index] not in {"}", "$"}
