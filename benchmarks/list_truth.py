"""What a list says, read a second time and otherwise: line by line, with patterns, without CommonMark.

The figures of `import_lists` compare the importer with this. It knows less (headings with `#` and of HTML,
addresses in lines that look like items), but shares no code with the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Line", "heading_key", "lines_of", "works_named"]

_ATX = re.compile(r"^ {0,3}(?:[-*+]\s+)?(#{1,6})\s+(.*?)\s*#*\s*$")
_HTML = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)|<[^>]*>")
_IMAGE = re.compile(r"\[?!\[[^\[\]]*\]\([^()]*\)(?:\]\([^()]*\))?")
_BACK = re.compile(r"<a [^>]*>[^<>]*</a>|\[[^\[\]]*\bback\b[^\[\]]*\]\([^()]*\)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|\||\*\*|\[|<td|<li|>)")
_WORKS = (
    re.compile(r"arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5})", re.IGNORECASE),
    re.compile(r"doi\.org/(10\.\d{4,9}/[^\s()<>\[\]\"'|]+)", re.IGNORECASE),
    re.compile(r"openreview\.net/(?:forum|pdf)\?id=([\w-]{8,})", re.IGNORECASE),
    re.compile(r"aclanthology\.org/([A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)", re.IGNORECASE),
    re.compile(r"//(?:www\.)?github\.com/([\w.-]+/[\w.-]+)", re.IGNORECASE),
)


_CONTENTS = frozenset(("contents", "tableofcontents", "toc", "content"))
"""Headings that are above nothing, whatever their level."""


class Line(NamedTuple):
    """A line outside fences and comments: its number from 0, its text, the titles of the headings above it."""

    number: int
    text: str
    above: tuple[str, ...]

    @property
    def is_item(self) -> bool:
        """Whether it begins as items do."""
        return _ITEM.match(self.text) is not None


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a list with the headings above each, the top one first."""
    stack: list[tuple[int, str]] = []
    fence = ""
    comment = False
    for number, line in enumerate(text.split("\n")):
        mark = re.match(r"\s*(```+|~~~+)", line)
        if not comment and mark and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark[1]
        elif fence:
            continue
        elif comment or line.lstrip().startswith("<!--"):
            comment = "-->" not in line
        else:
            found = _ATX.match(line)
            level, title = (len(found[1]), found[2]) if found else (0, "")
            if html := _HTML.search(line):
                level, title = int(html[1]), html[2]
            if level:
                own = [] if heading_key(title) in _CONTENTS else [(level, _shown(title))]
                stack = [one for one in stack if one[0] < level] + own
            else:
                yield Line(number, line, tuple(title for _, title in stack))


def heading_key(title: str) -> str:
    """Return the letters and digits of a heading's visible words."""
    return re.sub(r"[\W_]", "", _shown(title)).lower()


def _shown(title: str) -> str:
    shown = _BACK.sub("", _IMAGE.sub("", title))
    return _LINK.sub(lambda match: match[1] or "", shown)


def works_named(text: str) -> Iterator[str]:
    """Yield the identifiers and repositories in a text, in lower case."""
    for pattern in _WORKS:
        for found in pattern.findall(text):
            yield found.lower().rstrip(".,;:").removesuffix(".git")
