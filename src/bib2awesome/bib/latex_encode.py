r"""Unicode or TeX source to TeX source that pdfLaTeX with T1 and classic BibTeX read right.

One pass over tokens. At brace depth 0 BibTeX's styles change letter case and cut initials, so there
every command that is a letter gets braces of its own, and what must keep its case gets a group that
does not start with a backslash.
"""

from __future__ import annotations

import re
import unicodedata

from bib2awesome.bib.latex_characters import (
    SCRIPTS,
    encode_character,
    encode_in_formula,
    encode_scripts,
)
from bib2awesome.bib.latex_decode import decode
from bib2awesome.bib.latex_math_tables import ALPHABETS, MATH_ACCENTS, MATH_SYMBOLS
from bib2awesome.bib.latex_tables import ACCENTS, DROPPED, LETTERS, LOGOS, SWITCHES, SYMBOLS
from bib2awesome.bib.latex_tokens import control_word, formula, partners

__all__ = ["encode", "without_form"]

_PIECES = rf"""\\[A-Za-z]+\s*+ | \\[\x00-\x7f] | [{{}}$&%\#_^\\] | {SCRIPTS.pattern}
    | [^\x00-\x7f][\u0300-\u036f]*+ | """
_PLAIN = r"[^\\{}$&%\#_^\x80-\U0010ffff]"
_TOKEN = re.compile(_PIECES + rf"(?: {_PLAIN} )++", re.VERBOSE)
# The same where letters are followed by combining marks: those letters are tokens of their own.
_TOKEN_MARKS = re.compile(
    r"[A-Za-z]\u0361[A-Za-z] | [A-Za-z][\u0300-\u036f]++ | "
    + _PIECES
    + rf"(?: (?![A-Za-z][\u0300-\u036f]) {_PLAIN} )++",
    re.VERBOSE,
)
_MARK = re.compile(r"[A-Za-z][\u0300-\u036f]")
_SPECIAL = re.compile(r"[\\{}$&%#_^\x80-\U0010ffff]")
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

# Commands whose first argument is an address or a label, not text.
_VERBATIM = frozenset(
    "url nolinkurl path href hyperlink cite citet citep citealp ref eqref label input ce".split()  # noqa: SIM905
)
# Commands whose argument is text although they stand in a formula.
_TEXT = frozenset("text mbox hbox textrm textit textbf textsf texttt textsc textup".split())  # noqa: SIM905
_MATH_ARGUMENT = (
    frozenset({"sqrt", "mathbf", "bm", "boldsymbol"}) | set(ALPHABETS) | set(MATH_ACCENTS)
)
_COMMAND_END = re.compile(r"\\[A-Za-z]+\Z")


def encode(text: str) -> str:
    """Return `text` as LaTeX; see `bib2awesome.bib.latex.to_latex`."""
    if not _SPECIAL.search(text):
        return text
    return _Encoder(text, 0).run()


def without_form(text: str) -> list[str]:
    """Return the characters that stay as they are in `encode(text)` and that pdfLaTeX cannot print."""
    found: dict[str, None] = {}
    for cluster in re.findall(
        r"[^\x00-\x7f][\u0300-\u036f]*|[\x00-\x08\x0e-\x1f\x7f]", encode(text)
    ):
        found[cluster] = None
    return list(found)


class _Encoder:
    """The tokens of one string, the output, and the state: brace depth, text or formula."""

    __slots__ = (
        "after",
        "depth",
        "formula_ends",
        "glued",
        "math",
        "modes",
        "next_math",
        "out",
        "partner",
        "rewritten",
        "tokens",
    )

    def __init__(self, text: str, depth: int) -> None:
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        pattern = _TOKEN_MARKS if not text.isascii() and _MARK.search(text) else _TOKEN
        self.tokens: list[str] = pattern.findall(text)
        self.partner = partners(self.tokens)
        self.out: list[str] = []
        self.depth = depth
        self.math = False
        self.modes: list[bool] = []
        self.next_math: bool | None = None
        self.formula_ends: dict[int, str] = {}
        self.after: dict[int, str] = {}
        self.glued = False
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
                self.brace(index)
                index += 1
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

    def put(self, piece: str) -> None:
        """Write a piece that stands as it is."""
        if self.glued and piece:
            self.separate(piece)
        self.out.append(piece)

    def put_mapped(self, piece: str) -> None:
        """Write what became of a character; it must not melt into its neighbours."""
        if piece:
            self.separate(piece)
            self.out.append(piece)
        self.glued = True

    def separate(self, piece: str) -> None:
        """Keep `piece` from forming a ligature or a longer command name with what stands before it."""
        self.glued = False
        if not self.out or not self.out[-1]:
            return
        last, first = self.out[-1], piece[0]
        if (last[-1] == first and first in "-'`,") or (last[-1] in "!?" and first == "`"):
            self.out.append("{}")
        elif first.isalpha() and _COMMAND_END.search(last):
            self.out.append(" ")

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
            if len(token) > 2 and token[1] == "\u0361":
                self.put_mapped(f"{{\\t{{{token[0]}{token[2:]}}}}}")
                return
            encoded = encode_character(token)
            self.put_mapped(token if encoded is None else encoded)
        else:
            encoded = encode_in_formula(token)
            self.put_mapped(token if encoded is None else encoded)

    def brace(self, index: int) -> None:
        """Write a brace: of a group, with the mode its inside has, or one without a partner."""
        token = self.tokens[index]
        if index not in self.partner:
            self.put((_MATH_BRACES if self.math else _BRACES)[token])
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

    def is_lowered(self, index: int) -> bool:
        """Return whether the group at depth 0 that opens at `index` would lose its capitals.

        BibTeX takes a group that starts with a backslash for one letter; that is right for accents,
        letters and single commands, and wrong for `{\\textsc{Bert}}`.
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
        if name in _VERBATIM:
            return self.verbatim(index)
        if self.math:
            self.next_math = False if name in _TEXT and self.opens(index + 1) else None
            self.put(token)
            return index + 1
        if name in ACCENTS:
            return self.accent(index)
        if name == "ensuremath" and self.opens(index + 1):
            self.next_math = True
        elif name in {"(", "["}:
            return self.dollar(index)
        elif name in MATH_SYMBOLS and name not in SYMBOLS:
            self.put(f"{{$\\{name}$}}" if not self.depth else f"$\\{name}$")
            return self.without_empty_group(index + 1)
        elif name in _MATH_ARGUMENT and self.opens(index + 1):
            return self.bare_formula(index)
        elif not self.depth and token[1].isalpha():
            return self.at_depth_0(index, name)
        self.put(token)
        return index + 1

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

    def bare_formula(self, index: int) -> int:
        r"""Put a formula's command that stands in text, `\mathcal{D}`, between dollars."""
        close = self.partner[index + 1]
        self.put(f"{{${self.tokens[index]}" if not self.depth else f"${self.tokens[index]}")
        self.after[close] = ("$" if self.depth else "$}") + self.after.get(close, "")
        self.next_math = True
        return index + 1

    def at_depth_0(self, index: int, name: str) -> int:
        """Write a control word where BibTeX changes case: braced when it is a letter or has capitals."""
        token = self.tokens[index]
        if name in LETTERS or name in LOGOS or (name in SYMBOLS and not name.islower()):
            self.put(f"{{\\{name}}}")
            return self.without_empty_group(index + 1)
        if name.islower() or name in SWITCHES:
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
        source, after = self.accented(index)
        shown = decode(source)
        encoded = None if shown.isascii() else encode_character(shown)
        if encoded is None:
            encoded = "{" + _Encoder(source, 1).run() + "}"
        self.put(encoded)
        return after

    def has_base(self, index: int) -> bool:
        """Return whether an accent finds something to stand on at `index`."""
        if index < len(self.tokens) and self.tokens[index].isspace():
            index += 1
        return index < len(self.tokens) and self.tokens[index] not in {"}", "$"}

    def accented(self, index: int) -> tuple[str, int]:
        """Return the source of the accent at `index` with its letter, and the index behind it."""
        parts = []
        while index < len(self.tokens):
            token = self.tokens[index]
            if self.opens(index):
                close = self.partner[index]
                parts += self.tokens[index : close + 1]
                return "".join(parts), close + 1
            if token[0] == "\\" and control_word(token) in ACCENTS:
                parts.append(token)
            elif token[0] == "\\" and control_word(token) in LETTERS:
                parts.append(token.rstrip())
                return "".join(parts), self.without_empty_group(index + 1)
            elif token[0] in "\\{}$&%#_^" or SCRIPTS.fullmatch(token):
                break
            elif not token.isspace():
                return "".join(parts) + self.first_letter(index), index + (not self.tokens[index])
            index += 1
        return "".join(parts), index

    def first_letter(self, index: int) -> str:
        """Return the first letter of the run at `index` and leave the rest there."""
        token = self.tokens[index]
        if not token.isascii() or _MARK.match(token):
            self.tokens[index] = ""
            return token
        bare = token.lstrip()
        self.tokens[index] = bare[1:]
        return bare[0]
