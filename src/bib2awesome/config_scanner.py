"""One pass over a TOML text that notes where every key and value stands.

The text has been accepted by `tomllib` (https://toml.io/en/v1.0.0) before, so the scanner only has to know
where keys and values begin and end, not whether they are right.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Header", "Scanner"]

Path = tuple["str | int", ...]


class Header(NamedTuple):
    """The header of a table: where it stands with its brackets, and its names with their spans."""

    start: int
    end: int
    parts: tuple[tuple[str, int, int], ...]
    path: tuple[str, ...]
    """The names alone."""


_BLANK = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*+")
_SPACE = re.compile(r"[ \t]*+")
_DOT = re.compile(r"[ \t]*+\.[ \t]*+")
_PART = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\]}#\r\n]++")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_CONTROLS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


class Scanner:
    """Notes the span of each key and value under its full path.

    Args:
        text: The text, valid TOML.

    Attributes:
        keys: Start and end of each key, in characters; of a table the name in its own header.
        values: Start and end of each value, and of each item of a list.
        headers: The headers of tables and of items of arrays of tables, in order.
        parts: Every place where a key is written, in headers and dotted keys too: its full path and span.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: dict[Path, tuple[int, int]] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.headers: list[Header] = []
        self.parts: list[tuple[Path, int, int]] = []
        self._arrays: dict[Path, int] = {}

    def document(self) -> None:
        """Scan the whole text."""
        text, at, table = self.text, 0, Path()
        while True:
            at = self._skip(_BLANK, at)
            if at >= len(text):
                return
            if text.startswith("[[", at):
                table, at = self._header(at + 2, array=True)
            elif text[at] == "[":
                table, at = self._header(at + 1, array=False)
            else:
                at = self._pair(at, table)

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self.text, at)
        return match.end() if match else at

    def _key(self, at: int) -> tuple[list[tuple[str, int, int]], int]:
        """Read a dotted key: its parts with their spans, and where it ends."""
        parts: list[tuple[str, int, int]] = []
        at = self._skip(_SPACE, at)
        while match := _PART.match(self.text, at):
            parts.append((_unquoted(match[0]), match.start(), match.end()))
            at = self._skip(_SPACE, match.end())
            dot = _DOT.match(self.text, at)
            if dot is None:
                break
            at = dot.end()
        return parts, at

    def _header(self, at: int, *, array: bool) -> tuple[Path, int]:
        size = 2 if array else 1
        start_of_all = at - size
        parts, at = self._key(at)
        names = tuple(name for name, _, _ in parts)
        self.headers.append(Header(start_of_all, at + size, tuple(parts), names))
        path: Path = ()
        for index, (name, start, end) in enumerate(parts):
            path = (*path, name)
            self.parts.append((path, start, end))
            last = index == len(parts) - 1
            if last:
                # A table's own header is a better place than the first header that passes through it.
                self.keys[path] = (start, end)
                if array:
                    self._arrays[path] = self._arrays.get(path, -1) + 1
            else:
                self.keys.setdefault(path, (start, end))
            if path in self._arrays:
                path = (*path, self._arrays[path])
                if last:
                    self.keys[path] = (start, end)
        return path, at + size

    def _pair(self, at: int, table: Path) -> int:
        """Read `key = value` and return where it ends."""
        parts, at = self._key(at)
        path = table
        for name, start, end in parts:
            path = (*path, name)
            self.parts.append((path, start, end))
            self.keys.setdefault(path, (start, end))
        return self._value(self._skip(_SPACE, at + 1), path)

    def _value(self, start: int, path: Path) -> int:
        opening = self.text[start : start + 1]
        if opening == "[":
            end = self._list(start + 1, path)
        elif opening == "{":
            end = self._inline(start + 1, path)
        else:
            string = _STRING.match(self.text, start)
            plain = string or _PLAIN.match(self.text, start)
            end = plain.end() if plain else start + 1
            if string is None:
                end = start + len(self.text[start:end].rstrip())
        self.values[path] = (start, end)
        return end

    def _list(self, at: int, path: Path) -> int:
        index = 0
        while (at := self._skip(_BLANK, at)) < len(self.text) and self.text[at] != "]":
            at = self._value(at, (*path, index))
            index += 1
        return at + 1

    def _inline(self, at: int, path: Path) -> int:
        while (at := self._skip(_BLANK, at)) < len(self.text) and self.text[at] != "}":
            at = self._pair(at, path)
        return at + 1


def _unquoted(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] == '"':
        return _ESCAPE.sub(_character, part[1:-1])
    return part


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    return chr(int(code, 16)) if code else _CONTROLS.get(match[4], match[4])
