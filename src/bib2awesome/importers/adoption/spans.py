"""What stands where in an item's Markdown: links and images in every form, and the marks around a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

__all__ = ["LinkSpan", "folded", "links_in", "urls_in_text", "wrapped"]


class LinkSpan(NamedTuple):
    """A link or an image: its stretch of the text, that of its label, and its address as written."""

    start: int
    end: int
    label: tuple[int, int]
    url: tuple[int, int]
    image: bool = False


_HTML = re.compile(
    r"<a\s[^>]*?href\s*=\s*([\"']?)(?P<url>[^\"'>\s]*)\1[^>]*>(?P<label>.*?)</a\s*>"
    r"|<img\s[^>]*?src\s*=\s*([\"']?)(?P<src>[^\"'>\s]*)\4[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ALT = re.compile(r"\balt=\"([^\"]*)\"", re.IGNORECASE)
_BARE = re.compile(r"<(?P<auto>https?://[^\s<>]+)>|(?P<bare>https?://[^\s<>\[\]()|`\"]+)")
_TITLE = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*')?\s*\)")


def links_in(text: str) -> list[LinkSpan]:
    """Return the links and images of a Markdown text by their start; an image in a link comes behind it."""
    found = [*_markdown(text)]
    for match in _HTML.finditer(text):
        name = "src" if match["url"] is None else "url"
        alt = _ALT.search(text, *match.span())
        nothing = match.start(), match.start()
        label = match.span("label") if name == "url" else alt.span(1) if alt else nothing
        found.append(LinkSpan(*match.span(), label, match.span(name), image=name == "src"))
    for match in _BARE.finditer(text):
        if any(link.start <= match.start() < link.end for link in found):
            continue
        name = "bare" if match["auto"] is None else "auto"
        start, end = match.span(name)
        if name == "bare":
            end = start + len(text[start:end].rstrip(".,;:!?'*"))
        whole = match.span() if name == "auto" else (start, end)
        found.append(LinkSpan(*whole, (start, start), (start, end)))
    return sorted(found, key=lambda link: (link.start, -link.end))


def _markdown(text: str) -> Iterator[LinkSpan]:
    opened: list[int] = []
    at = 0
    while sign := _BRACKET.search(text, at):
        at = sign.end()
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0] == "]" and opened:
            first = opened.pop()
            url = _destination(text, at) if text.startswith("(", at) else None
            if url is not None:
                image = text[first - 1 : first] == "!"
                yield LinkSpan(first - image, url[2], (first + 1, sign.start()), url[:2], image)
                at = url[2]


_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_EDGE = re.compile(r"[()\s]")


def _destination(text: str, at: int) -> tuple[int, int, int] | None:
    """Return the start and end of the address in the round brackets at `at`, and the end of these."""
    start = at + 1
    while text[start : start + 1] in {" ", "\n"}:
        start += 1
    depth, end = 0, len(text)
    for edge in _EDGE.finditer(text, start):
        depth += (edge[0] == "(") - (edge[0] == ")")
        if depth < 0 or edge[0].isspace():
            end = edge.start()
            break
    closing = _TITLE.match(text, end)
    if closing is None:
        return None
    if text[start : start + 1] == "<" and text[end - 1 : end] == ">":
        return start + 1, end - 1, closing.end()
    return start, end, closing.end()


def folded(url: str) -> str:
    """Return an address as it is compared: entities, percent signs and backslashes undone."""
    return unquote(unescape(url)).replace("\\", "").strip().rstrip("/.,;:*_")


_ANY = re.compile(r"https?://[^\s<>\"`|\]\[)}]+(?:\([^\s()<>]*\)[^\s<>\"`|\]\[)}]*)*")


def urls_in_text(text: str) -> set[str]:
    """Return every address in a text, compared as `folded` does: links, images, bare ones."""
    return {folded(match[0]) for match in _ANY.finditer(text)} - {""}


_PAIRS = (
    ("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("``", "``"), ("`", "`"), ('"', '"'), ("'", "'"), ("~~", "~~"),
    ("\u201c", "\u201d"), ("\u300a", "\u300b"), ("\u3010", "\u3011"), ("[", "]"), ("(", ")"), ("\uff08", "\uff09"), ("{", "}"), ("<", ">"),
    ("<b>", "</b>"), ("<strong>", "</strong>"), ("<i>", "</i>"), ("<em>", "</em>"), ("<ins>", "</ins>"), ("<u>", "</u>"),
    ("<kbd>", "</kbd>"), ("<sub>", "</sub>"), ("<sup>", "</sup>"), ("<code>", "</code>"), ("\\[", "\\]"),
)  # fmt: skip


def wrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the marks that stand around it on both sides: emphasis, quotes, brackets."""
    while start and not (text[start - 1].isalnum() or text[start - 1].isspace()):
        for before, behind in _PAIRS:
            if text.endswith(before, 0, start) and text.startswith(behind, end):
                start, end = start - len(before), end + len(behind)
                break
        else:
            break
    return start, end
