"""Which encoding and line ends a file has, and its bytes as text; nothing is ever re-encoded.

BibTeX knows bytes only, and so does the reader. Text is made of a few bytes at a time when somebody
wants to see it, so a file may even mix encodings: each piece is tried as UTF-8 first.
"""

from __future__ import annotations

import codecs
import re
from array import array
from bisect import bisect_right
from itertools import accumulate

from bib2awesome.errors import InputError, Place

__all__ = ["LineIndex", "decode", "encoding_of", "newline_of", "refuse_wide"]

_BOM = codecs.BOM_UTF8
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE = 4096
_ENOUGH = 16
_DECLARED = re.compile(rb"%[ \t]*+Encoding:[ \t]*+([A-Za-z0-9_-]++)")
_SINGLE_BYTE = re.compile(r"cp125\d|iso8859-\d+|koi8-[rut]|mac-\w+|latin")
_C1 = re.compile(rb"[\x80-\x9f]")
_LINE_END = re.compile(rb"\r\n?|\n")


def refuse_wide(data: bytes, name: str) -> None:
    """Refuse what BibTeX cannot read either.

    Args:
        data: A whole file.
        name: How messages name it.

    Raises:
        InputError: It is UTF-16 or UTF-32.
    """
    wide = next((encoding for bom, encoding in _WIDE if data.startswith(bom)), None)
    if wide is None and b"\0" in data[:_SAMPLE]:
        sample = data[:_SAMPLE]
        zeros = [sample[place::4].count(0) * 4 for place in range(4)]
        # Latin text in UTF-16 has NULs in every second place, in UTF-32 in three of four; stray
        # NULs, or a run of them, are spread over all places
        if len(sample) >= _ENOUGH and max(zeros) - min(zeros) > len(sample) // 2:
            wide = "UTF-16 or UTF-32"
    if wide is not None:
        raise InputError(
            f"the file is {wide}, which no BibTeX program reads",
            place=Place(name),
            hint="save it as UTF-8",
        )


def encoding_of(data: bytes) -> str:
    """Return the codec of `data`: ascii, utf-8, or a single-byte one that can decode it.

    What is not UTF-8 is what JabRef's `% Encoding:` line says, if that is a single-byte codec; else
    Windows' cp1252 when bytes are used that are letters only there, else Latin-1.
    """
    if data.isascii():
        return "ascii"
    if _decodes(data, "utf-8"):
        return "utf-8"
    declared = _DECLARED.search(data, 0, _SAMPLE)
    if declared is not None:
        name = _codec(declared[1].decode())
        if _SINGLE_BYTE.match(name) and _decodes(data, name):
            return name
    return "cp1252" if _C1.search(data) and _decodes(data, "cp1252") else "latin-1"


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, encoding: str) -> str:
    """Return `data` as text: as UTF-8 where it is, else in `encoding`, which must be single-byte."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")


def newline_of(data: bytes) -> str:
    r"""Return the line end that `data` uses most: "\n", "\r\n" or "\r"; "\n" where there is none."""
    pairs = data.count(b"\r\n")
    counts = {"\n": data.count(b"\n") - pairs, "\r\n": pairs, "\r": data.count(b"\r") - pairs}
    return max(counts, key=lambda end: counts[end])


def _line_starts(data: bytes) -> array[int]:
    """Return where each line starts."""
    if b"\r" not in data:  # most files, three times as fast
        lengths = [len(line) + 1 for line in data.split(b"\n")]
        return array("q", accumulate(lengths[:-1], initial=0))
    starts = array("q", [0])
    starts.extend(found.end() for found in _LINE_END.finditer(data))
    return starts


class LineIndex:
    """Line and column of any offset, both from 1, columns in characters; a line ends as BibTeX's."""

    __slots__ = ("_data", "_encoding", "_last", "_starts")

    def __init__(self, data: bytes, encoding: str) -> None:
        self._data = data
        self._encoding = encoding
        self._starts: array[int] | None = None
        self._last = (-1, 0)

    def locate(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        if self._starts is None:
            self._starts = _line_starts(self._data)
        line = bisect_right(self._starts, offset)
        start, column = self._starts[line - 1], 1
        if self._encoding == "ascii":
            return line, column + offset - start
        if start == 0 and self._data.startswith(_BOM):
            start = min(offset, len(_BOM))
        # one line may hold a whole file: go on from the place asked for last, if it is before this
        if start <= self._last[0] <= offset:
            start, column = self._last
        column += len(decode(self._data[start:offset], self._encoding))
        self._last = (offset, column)
        return line, column
