"""Stretches of an item's Markdown that are marked as its slots."""

from __future__ import annotations

import re
from typing import NamedTuple

from bib2awesome.importers.adoption.spans import LinkSpan, links_in, wrapped

__all__ = ["Mark", "Marking", "Part", "whole"]


_STOP = re.compile(r"[.,;:!]([*_`])")
"""A sign that ends a text in emphasis, and is none of it."""


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with what opens or ends an emphasis of a part of it: `**Name**: title`."""
    for mark in ("**", "__", "`", "*"):
        if text.count(mark, start, end) % 2:
            if text.endswith(mark, 0, start):
                return start - len(mark), end
            if text.startswith(mark, end):
                return start, end + len(mark)
    return start, end


class Part(NamedTuple):
    """A slot of an item: its name, and its form, in which `{name}` stands for a value.

    Attributes:
        slot: `title`, `opening` and `target` (begin and end of a link around it and more), `authors`, `tag`, `paper`, `code`, `link-…`, `stars`, `remark`, …
        form: `**{title}**`, `[[Paper]({paper_url})]`.
        text: Of a link its label, of authors and tag the text as it stands.
    """

    slot: str
    form: str
    text: str = ""


class Mark(NamedTuple):
    """A part of an item, and the stretch of its Markdown."""

    start: int
    end: int
    part: Part


class Marking:
    """An item while its slots are marked.

    Args:
        text: Its Markdown.

    Attributes:
        links: Its links and images.
        marks: What has been marked.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.links = links_in(text)
        self.marks: list[Mark] = []

    def free(self, start: int, end: int) -> bool:
        """Whether no mark is in a stretch."""
        return start < end and all(end <= mark.start or start >= mark.end for mark in self.marks)

    def put(self, start: int, end: int, slot: str, form: str, text: str = "") -> None:
        """Mark a stretch with the marks around it, unless something stands there already."""
        start, end = self.whole(start, end)
        first, last = wrapped(self.text, start, end)
        stop = _STOP.match(self.text, end) if first == start > 0 else None
        if stop and stop[1] == self.text[start - 1]:  # `*A remark.*`
            first, last = wrapped(self.text, start, stop.end() - 1)
        if not self.free(first, last):
            first, last = start, end
        if self.free(first, last):
            if self.text.startswith("**", last) and self.text.count("**", 0, first) % 2:
                last += 2  # what it ends began before what stands in front
            form = self.text[first:start] + form + self.text[end:last]
            self.marks.append(Mark(first, last, Part(slot, form, text)))

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return `whole` of a stretch of its Markdown."""
        return whole(self.text, start, end)

    def around(self, start: int, end: int) -> LinkSpan | None:
        """Return the innermost link whose label holds a stretch."""
        holding = [link for link in self.links if link.label[0] <= start and end <= link.label[1]]
        return holding[-1] if holding else None

    def in_url(self, at: int) -> bool:
        """Whether a place is in an address."""
        return any(link.url[0] <= at < link.url[1] for link in self.links)

    def first(self, pattern: str) -> tuple[int, int] | None:
        """Return where a pattern is met: in a cell of its own if there is one, else where a cell begins or it comes first."""
        found = [
            match.span()
            for match in re.finditer(pattern, self.text)
            if self.free(*match.span()) and not self.in_url(match.start())
        ]
        return (
            min(found, key=self.outside, default=None)
            if "|" in self.text
            else next(iter(found), None)
        )

    def outside(self, span: tuple[int, int]) -> tuple[bool, bool]:
        """Whether something else stands before a stretch in its cell, and behind it."""
        before, behind = self.text[: span[0]].rstrip(), self.text[span[1] :].lstrip()
        inner = not before.endswith("|")
        return inner, inner or not behind.startswith("|")

    def written(self, link: LinkSpan, label: str, url: str) -> str:
        """Return the source of a link with another label and address; in HTML the address comes first."""
        text, at = "", link.start
        for (start, end), new in sorted([(link.label, label), (link.url, url)]):
            text += self.text[at:start] + new
            at = end
        return text + self.text[at : link.end]
