"""What a value's source means: delimiters off, macros expanded, pieces joined.

Macros follow BibTeX: names ignore case, a macro is what it was defined as last before the place where
it is used, an unknown one is empty. The months are predefined by every style (btxdoc.pdf, section 3.2).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bib2awesome.bib.grammar import NAME, NUMBER, TOKEN, WHITE_OR_COMMENT

__all__ = ["EXPANSION_LIMIT", "MONTHS", "STYLE_MACROS", "Macros", "is_single", "pieces"]

EXPANSION_LIMIT = 20_000
"""Most characters that macros may add to one value: what BibTeX itself allows a global string."""

MONTHS: Mapping[str, str] = MappingProxyType({
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
    "jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November",
    "dec": "December",
})  # fmt: skip

STYLE_MACROS: Mapping[str, str] = MappingProxyType(
    {
        "acmcs": "ACM Computing Surveys",
        "acta": "Acta Informatica",
        "cacm": "Communications of the ACM",
        "ibmjrd": "IBM Journal of Research and Development",
        "ibmsj": "IBM Systems Journal",
        "ieeese": "IEEE Transactions on Software Engineering",
        "ieeetc": "IEEE Transactions on Computers",
        "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
        "ipl": "Information Processing Letters",
        "jacm": "Journal of the ACM",
        "jcss": "Journal of Computer and System Sciences",
        "scp": "Science of Computer Programming",
        "sicomp": "SIAM Journal on Computing",
        "tocs": "ACM Transactions on Computer Systems",
        "tods": "ACM Transactions on Database Systems",
        "tog": "ACM Transactions on Graphics",
        "toms": "ACM Transactions on Mathematical Software",
        "toois": "ACM Transactions on Office Information Systems",
        "toplas": "ACM Transactions on Programming Languages and Systems",
        "tcs": "Theoretical Computer Science",
    }
)
"""The journals that the standard styles (plain, unsrt, alpha and their kin) define for themselves.

They are what these styles print, but a file that relies on them fails with others: so they have a text
here and a finding all the same."""

_BRACKET = re.compile(rb"[{}]")
_BRACE_OR_QUOTE = re.compile(rb'[{}"]')
_OPENING = b'{"'


def pieces(source: bytes) -> list[bytes]:
    """Return the pieces of a value between its `#`, delimiters included."""
    found: list[bytes] = []
    at = 0
    while at < len(source):
        at = _white(source, at)
        end = _piece_end(source, at)
        found.append(source[at:end])
        at = _white(source, end)
        if source[at : at + 1] != b"#":
            break
        at += 1
    return found


def _white(source: bytes, at: int) -> int:
    found = WHITE_OR_COMMENT.match(source, at)
    return found.end() if found else at


def _piece_end(source: bytes, at: int) -> int:
    found = TOKEN.match(source, at)
    if found is not None:
        return found.end()
    depth, quoted = 0, source[at] == _OPENING[1]
    for bracket in (_BRACE_OR_QUOTE if quoted else _BRACKET).finditer(source, at + quoted):
        byte = bracket[0]
        if byte == b"{":
            depth += 1
        elif byte == b"}":
            depth -= 1
            if not depth and not quoted:
                return bracket.end()
        elif not depth:
            return bracket.end()
    return len(source)


def is_single(source: bytes) -> bool:
    """Whether a value is one text in braces or quotes, without macros and `#`."""
    if source[0] not in _OPENING:
        return False
    return b"#" not in source or len(pieces(source)) == 1


_NEVER: tuple[list[int], list[str]] = ([], [])


class Macros:
    """The macros of one file and what they stand for at each place in it."""

    __slots__ = ("_decode", "_history", "too_long", "undefined")

    def __init__(self, decode: Callable[[bytes], str]) -> None:
        self._decode = decode
        self._history: dict[str, tuple[list[int], list[str]]] = {}
        self.undefined: list[tuple[int, str]] = []
        self.too_long: list[int] = []

    def define(self, name: str, source: bytes, start: int, end: int) -> None:
        """Add the definition of `name` whose value starts at `start` and which holds from `end` on."""
        ends, values = self._history.setdefault(name.lower(), ([], []))
        for unknown in self.unknown(source, start):
            self.undefined.append((start, unknown))
        value = self.join(source, start)
        if value is None:
            self.too_long.append(start)
        ends.append(end)
        values.append(value or "")

    def lookup(self, name: str, at: int) -> str | None:
        """Return what `name`, in lower case, stands for at the offset `at`; None if undefined."""
        text = self._defined(name, at)
        if text is not None:
            return text
        return MONTHS.get(name) or STYLE_MACROS.get(name)

    def _defined(self, name: str, at: int) -> str | None:
        ends, values = self._history.get(name, _NEVER)
        index = bisect_right(ends, at)
        return values[index - 1] if index else None

    def final(self) -> dict[str, str]:
        """Return all macros as they stand at the end of the file."""
        return dict(MONTHS) | {name: values[-1] for name, (_, values) in self._history.items()}

    def unknown(self, source: bytes, at: int) -> list[str]:
        """Return the macro names in `source`, a value at the offset `at`, that are not defined."""
        names = (self._decode(piece).lower() for piece in pieces(source) if NAME.fullmatch(piece))
        return [name for name in names if self._defined(name, at) is None and name not in MONTHS]

    def join(self, source: bytes, at: int) -> str | None:
        """Return the text of a value; None where its macros would make it longer than allowed."""
        parts = pieces(source)
        texts: list[str] = []
        expanded = 0
        for part in parts:
            if part[0] in _OPENING:
                texts.append(self._decode(part[1:-1]))
            elif NUMBER.fullmatch(part):
                texts.append(part.decode())
            else:
                text = self.lookup(self._decode(part).lower(), at) or ""
                expanded += len(text)
                if len(parts) > 1 and expanded > EXPANSION_LIMIT:
                    return None
                texts.append(text)
        return texts[0] if len(texts) == 1 else "".join(texts)
