"""Where a key of a TOML file stands. The standard library's `tomllib` keeps no positions."""

from __future__ import annotations

from collections.abc import Sequence

from bib2awesome.errors import Place

__all__ = ["Places"]

Path = tuple["str | int", ...]
"""The keys from the top to a value, and the numbers of lists' items."""


class Places:
    """The places of the keys and values of one TOML text; scanned when the first is asked for.

    Args:
        text: The text, as it was given to `tomllib`.
        file: The name that the places carry.
    """

    __slots__ = ("_keys", "_values", "file", "text")

    def __init__(self, text: str = "", file: str = "categories.toml") -> None:
        self.text = text
        self.file = file
        self._keys: dict[Path, tuple[int, int]] | None = None
        self._values: dict[Path, tuple[int, int]] = {}

    def of(self, path: Sequence[str | int], *, value: bool = False) -> Place:
        """Return the place of the key (or the value) at `path`, else of the nearest table above it."""
        if self._keys is None:
            from bib2awesome.config_scanner import Scanner  # noqa: PLC0415  (only problems ask)

            scanner = Scanner(self.text)
            scanner.document()
            self._keys, self._values = scanner.keys, scanner.values
        wanted = tuple(path)
        while wanted:
            span = self._values.get(wanted) if value else None
            span = span or self._keys.get(wanted) or self._values.get(wanted)
            if span is not None:
                return self.span(*span)
            wanted = wanted[:-1]
        return Place(self.file)

    def span(self, start: int, end: int) -> Place:
        """Return the place of a range of the text, in characters."""
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Place(self.file, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - self.text.rfind("\n", 0, offset)
