"""A TOML file as stretches of text, one for each table, so that tables move with their comments.

The text outside of what an edit names stays byte for byte. `tomlkit` keeps comments too, but cannot
put a table behind a certain other one or rename the tables below it; it writes the values here, and
makes the edits inside of inline tables.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bib2awesome.config_scanner import Header, Scanner

__all__ = ["Table", "TomlText", "value_source"]

Keys = tuple[str, ...]
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ONE_END = re.compile(r"(?:\A|[^\r\n])\r?\n\Z")
"""A text that ends with a line, and no blank one."""
_LINE_END = re.compile(r"\r?\n")


class Table(NamedTuple):
    """One table: from the blank lines and comments above its header to the next table's."""

    start: int
    end: int
    header: Header
    body_end: int
    """Behind the line of its last value, or of its header."""

    def behind(self, at: int) -> Table:
        """Return the table as it stands in a text that begins `at` characters before."""
        header = self.header
        parts = tuple((key, start + at, end + at) for key, start, end in header.parts)
        moved = header._replace(start=header.start + at, end=header.end + at, parts=parts)
        return Table(self.start + at, self.end + at, moved, self.body_end + at)

    @property
    def path(self) -> Keys:
        """The keys of its header."""
        return self.header.path


class TomlText:
    """The text of a valid TOML file and where its tables stand.

    Args:
        text: The text, with whatever line ends it has, without a byte order mark.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        scanner = Scanner(text)
        scanner.document()
        self.values = scanner.values
        self.keys = scanner.keys
        self._parts = scanner.parts
        self.tables: list[Table] = []
        self._families: dict[Keys, list[Table]] = {}
        self._tight = 0
        self._take(self._tables(scanner.headers))

    def _take(self, tables: Iterable[Table]) -> None:
        """Take further tables: in order, under each path that they stand below, and what is above them."""
        for table in tables:
            self._tight += bool(self.tables) and self.text[table.start] not in "\r\n"
            self.tables.append(table)
            for depth in range(len(table.path) + 1):
                self._families.setdefault(table.path[:depth], []).append(table)

    def changed_to(self, text: str) -> TomlText:
        """Return the new text with its tables; of whole tables added at the end only these are looked at."""
        piece = text[len(self.text) :]
        header = piece.lstrip("\r\n").startswith("[")
        if not header or not text.startswith(self.text) or not _ONE_END.search(self.text[-3:]):
            return TomlText(text)
        at, part = len(self.text), TomlText(piece)
        self.text = text
        self.keys.update({k: (start + at, end + at) for k, (start, end) in part.keys.items()})
        self.values.update({k: (start + at, end + at) for k, (start, end) in part.values.items()})
        self._parts += [(path, start + at, end + at) for path, start, end in part._parts]
        self._take(table.behind(at) for table in part.tables)
        return self

    def _tables(self, headers: Sequence[Header]) -> list[Table]:
        ends = sorted(end for _, end in self.values.values())
        starts, bodies = [], []
        for index, header in enumerate(headers):
            floor = headers[index - 1].end if index else 0
            starts.append(self._lead(max(floor, _last(ends, header.start)), header.start))
            following = headers[index + 1].start if index + 1 < len(headers) else len(self.text)
            bodies.append(self.line_end(max(header.end, _last(ends, following))))
        stops = [*starts[1:], len(self.text)] if starts else []
        return [
            Table(start, end, header, body)
            for start, end, header, body in zip(starts, stops, headers, bodies, strict=True)
        ]

    def _lead(self, floor: int, header: int) -> int:
        """Return where the comments directly above a header and the blank lines above them begin."""
        text = self.text
        start = text.rfind("\n", 0, header) + 1
        low = self.line_end(floor) if floor else 0
        comments = True
        while start > low:
            above = text.rfind("\n", 0, start - 1) + 1
            line = text[above : start - 1].strip()
            if line.startswith("#") and comments:
                start = above
            elif not line:
                comments, start = False, above
            else:
                break
        return start

    def line_end(self, at: int) -> int:
        """Return the offset behind the line that holds `at`."""
        found = _LINE_END.search(self.text, at)
        return found.end() if found else len(self.text)

    def below(self, path: Keys) -> Sequence[Table]:
        """Return the tables of a path and those below it."""
        return self._families.get(path, ())

    def table(self, path: Keys) -> Table | None:
        """Return the table that has exactly this header."""
        return next((table for table in self.below(path) if table.path == path), None)

    def place(self, parent: Keys, before: str | None, after: str | None) -> int:
        """Return where a new table below `parent` goes."""
        if before is not None and (siblings := self.below((*parent, before))):
            return siblings[0].start
        if after is not None and (siblings := self.below((*parent, after))):
            first = self.tables.index(siblings[0])
            run = first
            while run + 1 < len(self.tables) and self.tables[run + 1] in siblings:
                run += 1
            return self.tables[run].end
        family = self.below(parent) or self.below(parent[:1])
        return family[-1].end if family else len(self.text)

    def inserted(self, at: int, piece: str) -> str:
        """Return the text with whole lines put in at the start of a line or the end of the file."""
        before, after = self.text[:at], self.text[at:]
        if before and not before.endswith("\n"):
            before += self.newline
        if after and not piece.endswith("\n"):
            piece += self.newline
        if not before:
            piece = piece.lstrip("\r\n")
            after = self.gap() + after if after and after[0] not in "\r\n" else after
        return before + piece + after

    def gap(self) -> str:
        """Return what stands above a table: a blank line, unless most tables of the file have none."""
        return "" if self._tight * 2 > max(len(self.tables) - 1, 0) else self.newline

    def without(self, tables: Sequence[Table]) -> str:
        """Return the text without these tables."""
        parts: list[str] = []
        at = 0
        for table in tables:
            parts.append(self.text[at : table.start])
            at = table.end
        rest = "".join([*parts, self.text[at:]])
        return rest if self.text[:1] in "\r\n" else rest.lstrip("\r\n")

    def moved(self, table: Table, old: Keys, new: Keys) -> str:
        """Return the text of a table with the beginning of its path replaced."""
        parts = table.header.parts
        start, end = parts[0][1], parts[len(old) - 1][2]
        path = ".".join(_key_source(key) for key in new)
        return self.text[table.start : start] + path + self.text[end : table.end]

    def is_inline(self, path: Keys) -> bool:
        """Whether a path is, or is in, a table that stands inside of a line."""
        return any(path[:end] in self.values for end in range(1, len(path) + 1))

    def renamed(self, path: Keys, key: str) -> str:
        """Return the text with the last key of a path written otherwise wherever it stands."""
        parts: list[str] = []
        at = 0
        for written, start, end in self._parts:
            if written == path:
                parts += (self.text[at:start], _key_source(key))
                at = end
        return "".join([*parts, self.text[at:]])

    def new_table(self, path: Keys, options: Mapping[str, Any]) -> str:
        """Return the lines of a new table, with the gap above them."""
        gap = self.gap() if self.text else ""
        header = ".".join(_key_source(key) for key in path)
        lines = [f"[{header}]", *(_option(key, value) for key, value in options.items())]
        return gap + "".join(line.replace("\n", self.newline) + self.newline for line in lines)

    def new_option(self, table: Table, key: str, value: Any) -> str:
        """Return the text with an option added behind the table's last one."""
        line = _option(key, value).replace("\n", self.newline) + self.newline
        before = self.text[: table.body_end]
        if not before.endswith("\n"):
            before += self.newline
        return before + line + self.text[table.body_end :]

    def option_lines(self, path: Keys) -> tuple[int, int] | None:
        """Return the span of the lines of `key = value`, or None where they hold something else too."""
        (key, _), (_, value) = self.keys[path], self.values[path]
        start, end = self.text.rfind("\n", 0, key) + 1, self.line_end(value)
        around = self.text[start:key] + self.text[value:end].partition("#")[0]
        return None if around.strip(" \t\r\n") else (start, end)


def _last(ends: Sequence[int], before: int) -> int:
    """Return the last of the sorted offsets that is not behind `before`; 0 without one."""
    index = bisect_right(ends, before)
    return ends[index - 1] if index else 0


def _option(key: str, value: Any) -> str:
    return f"{_key_source(key)} = {value_source(value)}"


def _key_source(key: str) -> str:
    """Return a key as TOML source, bare where it can be."""
    return key if _BARE.fullmatch(key) else value_source(key)


def value_source(value: Any) -> str:
    """Return a value as TOML source; a text of several lines as such, a table inline."""
    import tomlkit  # noqa: PLC0415  (only an edit of categories.toml pays)

    if isinstance(value, Mapping):
        inside = ", ".join(_option(key, item) for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(value_source(item) for item in value)}]"
    if isinstance(value, str):
        if "\n" not in value or "\r" in value:
            return tomlkit.string(value).as_string()
        # A line end directly behind the opening quotes is not part of the text. tomlkit writes one itself
        # where the text begins with one, so the text gets another beginning.
        source = tomlkit.string(f".{value}", multiline=True).as_string()
        return '"""\n' + source.removeprefix('""".')
    return str(tomlkit.item(value).as_string())
