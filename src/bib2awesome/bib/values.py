"""What a value's source means: delimiters off, macros expanded, pieces joined.

Macros follow BibTeX: names ignore case, a macro is what it was defined as last before the place where
it is used, an unknown one is empty. The months are predefined by every style (btxdoc.pdf, section 3.2).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from bib2awesome.bib.careful import Braces, Scan
from bib2awesome.bib.grammar import NAME, NUMBER

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

_OPENING = b'{"'
_HASH = ord("#")


def pieces(source: bytes) -> list[bytes]:
    """Return the pieces of a value between its `#`, delimiters included."""
    if _HASH not in source:
        return [source]
    found: list[bytes] = []
    scan = Scan(source, 0, Braces(source), tolerant=True)
    while True:
        start = scan.at
        scan.token()
        found.append(source[start : scan.at])
        scan.white()
        if scan.peek() != _HASH:
            return found
        scan.at += 1
        scan.white()


def is_single(source: bytes) -> bool:
    """Whether a value has one piece; worth asking only where there is a `#` in it."""
    return len(pieces(source)) == 1


_NEVER: tuple[list[int], list[str]] = ([], [])


class Macros:
    """The macros of one file and what they stand for at each place in it.

    Args:
        decode: Turns bytes of the file into text.
        given: Macros that hold from its beginning, by lower-case name.
    """

    __slots__ = ("_decode", "_history", "too_long", "undefined")

    def __init__(self, decode: Callable[[bytes], str], given: Mapping[str, str]) -> None:
        self._decode = decode
        self._history: dict[str, tuple[list[int], list[str]]] = {
            name: ([0], [text]) for name, text in given.items()
        }
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

    def constants(self) -> Iterable[tuple[str, tuple[int, str]]]:
        """Yield the names that are defined once, with the offset from which on they hold and their text."""
        for name, (ends, values) in self._history.items():
            if len(values) == 1 and name.isascii() and name not in MONTHS:
                yield name, (ends[0], values[0])

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
