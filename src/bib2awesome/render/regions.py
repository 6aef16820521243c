"""The regions of a markdown file: what each holds, and the file with them rendered anew.

Text outside of regions is not touched: it comes out byte for byte, whatever its line ends. What is
generated gets the file's own line ends; the checksum is over LF ones, so that git may convert them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bib2awesome.errors import Finding, InputError, Place, Severity, not_utf8, visible
from bib2awesome.render.conflicts import Settled, settle
from bib2awesome.render.markers import Argument, Kind, Region, end_marker, find, is_marker
from bib2awesome.render.structure import lines_of

__all__ = ["KINDS", "Page", "Rendered", "checksum", "rewritten"]

_CATEGORY = Argument("category", "the path of a category, or an unambiguous tail of one")
_DEPTH = Argument("depth", "with the categories below, or only its own", ("all", "own"))
_FROM = Argument(
    "from", "the key of the first paper, where further regions show the rest of a category"
)
_START = Argument("start", "the number of the first paper in a numbered list")

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "toc",
            "Table of contents of the whole file",
            (Argument("levels", "how many levels to show", ("1", "2", "3", "4", "5", "6")),),
        ),
        Kind("badges", "Awesome badge, number of papers, stars of the repository"),
        Kind(
            "papers",
            "The papers under their category headings; all of them, or one category",
            (
                _CATEGORY,
                Argument("headings", "whether categories have headings", ("all", "none")),
                _DEPTH,
                _FROM,
                _START,
            ),
        ),
        Kind(
            "table",
            "The papers of one category as a table, or a comparison table of `[tables]`",
            (
                _CATEGORY,
                Argument("name", "the name of a table in `[tables]`, instead"),
                _DEPTH,
                _FROM,
                _START,
            ),
        ),
        Kind("contributing", "The entry to add, and the line it becomes, in the active item style"),
        Kind("stats", "Tables of numbers by category and year, with what is missing"),
        Kind("citation", "How to cite the survey: the entries of `[survey] cite`"),
    )
}
"""Every kind of region by name."""

Make = Callable[[Region], str]
"""Gives the markdown of a region; that of a `toc` is made from the finished rest."""
MakeContents = Callable[[Sequence[str], Region, Sequence[tuple[int, int]]], str]


_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What `visible` escapes: papers come with it escaped, intros and templates of the author's may not."""


class Page(NamedTuple):
    """A markdown file as it stands."""

    file: str
    bom: str
    lines: list[str]
    regions: list[Region]
    touched: frozenset[int]

    @classmethod
    def read(cls, data: bytes, file: str, *, settle_conflicts: bool = True) -> Page:
        """Read a file and its regions.

        Args:
            data: The file's bytes.
            file: Its name, for messages.
            settle_conflicts: Whether merge conflicts in regions may be settled by rendering them anew.

        Raises:
            InputError: The file is not UTF-8, or its markers are wrong; with every problem.
        """
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise not_utf8(error, file) from None
        bom = "\ufeff" if text.startswith("\ufeff") else ""
        lines = lines_of(text.removeprefix("\ufeff"))
        settled = Settled(lines, frozenset())
        if settle_conflicts and b"<<<<<<<" in data:
            settled = settle(lines, file)
        regions = find(settled.lines, KINDS, file)
        return cls(file, bom, settled.lines, regions, settled.touched)

    @property
    def newline(self) -> str:
        """The line end that most lines have."""
        crlf = sum(line.endswith("\r\n") for line in self.lines)
        lone = sum(line.endswith("\r") for line in self.lines)
        most = max(crlf, lone)
        if 2 * most <= len(self.lines):
            return "\n"
        return "\r\n" if crlf >= lone else "\r"

    def content(self, region: Region) -> str:
        """Return what stands in a region, with LF ends."""
        text = "".join(self.lines[region.begin + 1 : region.end])
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def is_ours(self, region: Region, new: str) -> bool:
        """Whether nothing of a person's is lost when `new` replaces what stands in a region."""
        old = self.content(region)
        if not old.strip() or old == new:
            return True
        if any(region.begin <= line <= region.end + 1 for line in self.touched):
            return True
        return self.is_as_rendered(region)

    def is_as_rendered(self, region: Region) -> bool:
        """Whether a region holds what was rendered last, by its checksum."""
        return region.checksum == checksum(self.content(region))


class Rendered(NamedTuple):
    """A page with its regions rendered: the bytes, and the regions that a person has edited."""

    data: bytes
    edited: tuple[Finding, ...]
    sizes: Mapping[str, int]


def checksum(text: str) -> str:
    """Return the checksum of a region's content (LF ends) as its end marker says it."""
    from hashlib import sha256  # noqa: PLC0415 - 5 ms that a file without regions does not pay

    return sha256(text.encode()).hexdigest()


def rewritten(page: Page, make: Make, make_contents: MakeContents) -> Rendered:
    """Return `page` with every region rendered anew.

    Args:
        page: The file.
        make: Gives the content of every region but the tables of contents.
        make_contents: Gives a table of contents, from the lines of the finished file, its region in
            them, and where in them the contents of all regions begin and end.
    """
    texts = [
        "" if region.kind == "toc" else _framed(make(region), region, page)
        for region in page.regions
    ]
    lines, places = _assembled(page, texts)
    for index, region in enumerate(page.regions):
        if region.kind == "toc":
            begin, end = places[index]
            here = region._replace(begin=begin - 1, end=end)
            texts[index] = _framed(make_contents(lines, here, places), region, page)
    edited = tuple(
        _edited(page, region)
        for region, text in zip(page.regions, texts, strict=True)
        if not page.is_ours(region, text)
    )
    final = "".join(_finished(page, texts))
    sizes = {
        str(region): len(text.encode()) for region, text in zip(page.regions, texts, strict=True)
    }
    return Rendered((page.bom + final).encode(), edited, sizes)


def _framed(text: str, region: Region, page: Page) -> str:
    """Return a region's content between blank lines, which end whatever block stands before it."""
    text = _UNSAFE.sub(lambda found: visible(found[0]), text.strip("\n"))
    if "bib2awesome:" in text and any(map(is_marker, text.split("\n"))):
        raise InputError(
            f"the content of the region `{region}` has a region marker in it",
            place=Place(page.file, region.begin + 1, 1),
            hint="remove it from the item template",
        )
    # Inside a list what is generated is indented as its marker, or it would end the list.
    indent = re.match("[ ]*", page.lines[region.begin])
    text = re.sub("(?m)^(?=.)", indent[0], text) if indent and indent[0] else text
    return f"\n{text}\n\n" if text else ""


def _assembled(page: Page, texts: Sequence[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the lines of the file with `texts` in its regions, and where those begin and end."""
    lines: list[str] = []
    places = []
    at = 0
    for region, text in zip(page.regions, texts, strict=True):
        lines += page.lines[at : region.begin + 1]
        begin = len(lines)
        lines += lines_of(text)
        places.append((begin, len(lines)))
        at = region.end
    return lines + page.lines[at:], places


def _finished(page: Page, texts: Sequence[str]) -> list[str]:
    newline = page.newline
    parts: list[str] = []
    at = 0
    for region, text in zip(page.regions, texts, strict=True):
        parts += page.lines[at : region.begin + 1]
        parts.append(text if newline == "\n" else text.replace("\n", newline))
        parts.append(end_marker(page.lines[region.end], region.kind, checksum(text)))
        at = region.end + 1
    return parts + page.lines[at:]


def _edited(page: Page, region: Region) -> Finding:
    by_hand = "`--force` replaces it"
    if region.kind in {"papers", "table"}:
        by_hand = f"`bib2awesome import {page.file}` takes it into survey.bib, {by_hand}"
    said = "has no checksum" if region.checksum is None else "was edited by hand"
    return Finding(
        "R001",
        "refused-region",
        Severity.ERROR,
        f"the region `{region}` {said}; it is not overwritten",
        Place(page.file, region.begin + 1, 1),
        hint=f"move what you wrote out of the region; {by_hand}",
    )
