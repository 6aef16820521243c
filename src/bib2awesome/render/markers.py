"""The markers of regions: `<!-- bib2awesome:begin papers category=algorithm -->` and its end.

A marker is an HTML comment alone on its line, outside fences, code and comments of several lines. Inside
a list it is indented as what it stands in. The end marker carries the checksum of what was generated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bib2awesome.errors import Finding, InputError, Place, Severity, visible
from bib2awesome.nearest import did_you_mean
from bib2awesome.render.structure import read

__all__ = ["Argument", "Kind", "Region", "end_marker", "find", "is_marker", "marker_problem"]

_CUT = re.compile(r"[ ]*<!--[ \t]*bib2awesome:(?:begin|end)\b(?!.*-->)")
_MARKER = re.compile(r"[ ]*<!--[ \t]*bib2awesome:([^\r\n]*?)[ \t]*-->[ \t]*[\r\n]*$")
_CHECKSUM = re.compile(r"sha256:([0-9a-f]{64})")


class Argument(NamedTuple):
    """One `name=value` of a region; `choices` are the values allowed, empty is any."""

    name: str
    help: str
    choices: tuple[str, ...] = ()


class Kind(NamedTuple):
    """One kind of region: its name, what it shows, and what its begin marker may say."""

    name: str
    help: str
    arguments: tuple[Argument, ...] = ()


class Region(NamedTuple):
    """A region of a file; `begin` and `end` are the lines (from 0) of its markers.

    `checksum` is what the end marker says, None where it says nothing.
    """

    kind: str
    arguments: Mapping[str, str]
    begin: int
    end: int
    checksum: str | None

    def __str__(self) -> str:
        """Return the region as its begin marker names it."""
        return " ".join((self.kind, *(f"{name}={value}" for name, value in self.arguments.items())))


class _Marker(NamedTuple):
    line: int
    words: tuple[str, ...]

    @property
    def begins(self) -> bool:
        return self.words[:1] == ("begin",)

    @property
    def ends(self) -> bool:
        return self.words[:1] == ("end",)


def is_marker(line: str) -> bool:
    """Whether a line has the form of a marker of ours; its words may be wrong."""
    return "bib2awesome:" in line and _MARKER.match(line) is not None


def marker_problem(file: str, line: int, message: str, hint: str | None = None) -> Finding:
    """Return the finding about a marker, or what hides one, on `line` (from 0)."""
    place = Place(file, line + 1, 1)
    return Finding("R005", "marker-error", Severity.ERROR, visible(message), place, hint=hint)


def end_marker(line: str, kind: str, checksum: str) -> str:
    """Return the end marker `line` anew with its checksum, indented and ended as it was."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    ending = line[len(line.rstrip("\r\n")) :]
    return f"{indent}<!-- bib2awesome:end {kind} sha256:{checksum} -->{ending}"


def find(lines: Sequence[str], kinds: Mapping[str, Kind], file: str) -> list[Region]:
    """Return the regions of a file in their order.

    Raises:
        InputError: With every problem: an unknown region or argument, a begin without its end, an
            end without its begin, a region inside another or twice, a comment that never closes.
    """
    markers = list(_candidates(lines))
    structure = read(_without_contents(lines, markers))
    reader = _Reader(kinds, file)
    if structure.open_comment is not None:
        reader.problem(
            structure.open_comment,
            "a comment that never closes",
            "end it with `-->`: everything behind it is invisible",
        )
    for marker in markers:
        if marker.line in structure.hidden:
            comment = _comment_around(lines, marker.line, structure.hidden)
            if comment is not None and comment - 1 not in structure.hidden and _CUT.match(lines[comment]):  # fmt: skip
                reader.problem(
                    comment,
                    "a marker that does not end on its line",
                    f"end it with `-->`: it hides everything up to line {marker.line + 1}",
                )
            reader.hidden(marker, comment)
        else:
            reader.take(marker)
    return reader.done()


def _candidates(lines: Sequence[str]) -> Iterator[_Marker]:
    for number, line in enumerate(lines):
        if "bib2awesome:" in line:
            found = _MARKER.match(line)
            if found:
                yield _Marker(number, tuple(found[1].split()))


def _without_contents(lines: Sequence[str], markers: Sequence[_Marker]) -> list[str]:
    """Return the hand-written lines, blank where a region has its contents."""
    skeleton = list(lines)
    for begin, end in pairwise(markers):
        if begin.begins and end.ends:
            skeleton[begin.line + 1 : end.line] = ["\n"] * (end.line - begin.line - 1)
    return skeleton


def _comment_around(lines: Sequence[str], line: int, hidden: frozenset[int]) -> int | None:
    """Return where the comment starts that the `-->` of a hidden marker ends, None in code."""
    above = line - 1
    while above in hidden and "<!--" not in lines[above]:
        above -= 1
    return above if above in hidden else None


class _Reader:
    """Takes the markers of a file in order and makes regions of them."""

    def __init__(self, kinds: Mapping[str, Kind], file: str) -> None:
        self._kinds = kinds
        self._file = file
        self._regions: list[Region] = []
        self._problems: list[Finding] = []
        self._open: _Marker | None = None
        self._seen: dict[str, int] = {}
        self._hidden: tuple[_Marker, int | None] | None = None

    def problem(self, line: int, message: str, hint: str | None = None) -> None:
        self._problems.append(marker_problem(self._file, line, message, hint))

    def hidden(self, marker: _Marker, comment: int | None) -> None:
        """Take a marker in code or in the comment that starts on a line: none, but perhaps meant."""
        self._hidden = marker, comment

    def take(self, marker: _Marker) -> None:
        if marker.begins:
            if self._open is not None:
                self.problem(
                    marker.line,
                    f"a region begins inside the region of line {self._open.line + 1}",
                    "regions cannot be nested; is an end marker missing?",
                )
            self._open = marker
        elif marker.ends:
            self._end(marker)
        else:
            word = marker.words[0] if marker.words else ""
            self.problem(
                marker.line,
                f"unknown marker `bib2awesome:{word}`",
                "markers are `bib2awesome:begin` and `bib2awesome:end`",
            )

    def done(self) -> list[Region]:
        if self._open is not None:
            name = " ".join(self._open.words[1:2])
            self.problem(
                self._open.line,
                f"the region `{name}` has no end",
                f"put `<!-- bib2awesome:end {name} -->` behind it",
            )
        if self._problems:
            raise InputError(sorted(self._problems, key=lambda one: one.place or Place("")))
        return self._regions

    def _end(self, end: _Marker) -> None:
        begin, self._open = self._open, None
        if begin is None:
            self._unbegun(end)
            return
        kind = self._kind(begin)
        name, *more = end.words[1:] or ("",)
        if kind is None:
            return
        if name != kind.name:
            self.problem(end.line, f"the region `{kind.name}` ends as `{name}`")
            return
        checksum = _CHECKSUM.fullmatch(" ".join(more))
        if more and checksum is None:
            self.problem(
                end.line,
                f"`{' '.join(more)}` is not a checksum",
                "remove it: `render` writes a new one when the content is blank or its own",
            )
            return
        arguments = self._arguments(begin, kind)
        region = Region(
            kind.name, arguments, begin.line, end.line, checksum[1] if checksum else None
        )
        first = self._seen.setdefault(str(region), begin.line)
        if first != begin.line:
            self.problem(begin.line, f"the region `{region}` is already on line {first + 1}")
        self._regions.append(region)

    def _unbegun(self, end: _Marker) -> None:
        hidden, comment = self._hidden or (end, None)
        if comment is None or not hidden.begins or hidden.words[1:2] != end.words[1:2]:
            self.problem(end.line, "a region ends that did not begin")
        else:
            self.problem(
                comment,
                f"a comment that never closes hides the begin of a region on line {hidden.line + 1}",
                "end it with `-->`",
            )

    def _kind(self, begin: _Marker) -> Kind | None:
        name = " ".join(begin.words[1:2])
        kind = self._kinds.get(name)
        if kind is None:
            what = f"unknown region `{name}`" if name else "a region without a name"
            self.problem(begin.line, what, did_you_mean(name, self._kinds))
        return kind

    def _arguments(self, begin: _Marker, kind: Kind) -> dict[str, str]:
        known = {argument.name: argument for argument in kind.arguments}
        values: dict[str, str] = {}
        for word in begin.words[2:]:
            name, _, value = word.partition("=")
            argument = known.get(name)
            if argument is None:
                self.problem(
                    begin.line,
                    f"unknown argument `{name}` of the region `{kind.name}`",
                    did_you_mean(name, known) or f"`{kind.name}` takes no arguments",
                )
            elif name in values:
                self.problem(begin.line, f"the argument `{name}` is there twice")
            elif not value or (argument.choices and value not in argument.choices):
                choices = did_you_mean(value, argument.choices)
                self.problem(begin.line, f"`{name}` cannot be `{value}`", choices or argument.help)
            values[name] = value
        return values
