"""The block structure of a markdown file, as far as regions and anchors depend on it.

A line scanner reads what nearly all READMEs are: fences, HTML and headings at the left edge. It knows
where CommonMark's containers could make its reading wrong, and says so; only then is the whole text
given to markdown-it-py, which costs more to import than a README costs to render.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Heading", "Structure", "heading_text", "leaves_open", "lines_of", "read"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """Return the lines with their ends; only LF, CR and CRLF end one (CommonMark 2.1)."""
    if "\r" not in text:
        lines = text.split("\n")
        last = lines.pop()
        return [line + "\n" for line in lines] + ([last] if last else [])
    return _LINE.findall(text)


class Heading(NamedTuple):
    """A heading: the line it starts at (from 0), its level, its source without the marks.

    `html` says that it is an `<h2>` or the like, and `source` is then HTML.
    """

    line: int
    level: int
    source: str
    html: bool = False


class Structure(NamedTuple):
    """What `read` found, lines counted from 0.

    `hidden` are the lines inside fences, indented code and comments of several lines: nothing in them
    is a marker. `open_comment` is the line of a comment that never closes.
    """

    headings: tuple[Heading, ...]
    hidden: frozenset[int]
    open_comment: int | None


_INTERESTING = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:#{1,6}(?=\s|$)|```|~~~|<)|[ ]{0,3}(?:=+|-+)[ \t]*$"
)
_FENCE = re.compile(r"([ ]{0,3})(`{3,}(?=[^`]*$)|~{3,})")
_ATX = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_IN_BULLET = re.compile(
    r"([ \t]*)(?:(?:[-*+]|\d{1,9}[.)])[ ]{1,4})+(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$"
)
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*$")
_HTML = re.compile(r"[ ]{0,3}<(?=[A-Za-z/!?])")
_HTML_HEADING = re.compile(r"<h([1-6])(?:\s[^>]*)?>", re.IGNORECASE)
_QUOTED = re.compile(r"[ ]{0,3}>")

# HTML blocks that end where a text stands, whatever is between (CommonMark 4.6, 1 to 5).
_UNTIL = (
    (re.compile(r"[ ]{0,3}<!--"), re.compile(r"-->")),
    (
        re.compile(r"[ ]{0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r"[ ]{0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r"[ ]{0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
)
_COMMENT = 0
_CODE = 4
"""Blanks that make code of a line at the left edge (CommonMark 4.4)."""


def read(lines: Sequence[str], *, ours: bool = False) -> Structure:
    """Return the structure of the file with these lines (with or without their ends).

    Args:
        lines: The lines.
        ours: They are generated: what stands inside bullets is known to be what it looks like.
    """
    scanner = _Scanner(lines, sure=ours)
    if scanner.run():
        return Structure(tuple(scanner.headings), frozenset(scanner.hidden), scanner.open_comment)
    return _parsed(lines)


def leaves_open(text: str, *, ours: bool = False) -> bool:
    """Whether a comment, a fence or the like in `text` goes on, and swallows what follows it."""
    lines = lines_of(text + "\n\n")
    structure = read(lines, ours=ours)
    return structure.open_comment is not None or len(lines) - 1 in structure.hidden


class _Scanner:
    """One pass over the lines; `run` is False where the reading may be wrong (never if `sure`)."""

    def __init__(self, lines: Sequence[str], *, sure: bool = False) -> None:
        self.lines = lines
        self.sure = sure
        self.headings: list[Heading] = []
        self.hidden: set[int] = set()
        self.open_comment: int | None = None
        self._html_since_blank = False

    def run(self) -> bool:
        lines, interesting = self.lines, _INTERESTING.match
        at, count = 0, len(lines)
        while at < count:
            line = lines[at]
            first = line[:1]
            if first.isalnum():
                at += 1  # a paragraph: ends no list (it may be lazy) and starts nothing
                continue
            if not line.strip():
                self._html_since_blank = False
            elif interesting(line):
                after = self._line(at, line.rstrip("\r\n"))
                if after is None and not self.sure:
                    return False
                at = after or at + 1
                continue
            at += 1
        return True

    def _line(self, at: int, line: str) -> int | None:
        """Return the line behind what starts here, None where containers decide."""
        if _HTML.match(line):
            return self._html(at, line)
        if self._html_since_blank or _QUOTED.match(line):
            return None
        fence = _FENCE.match(line)
        if fence:
            return self._fence(at, fence)
        heading = _ATX.match(line)
        if heading:
            self.headings.append(Heading(at, len(heading[1]), heading[2] or ""))
            return at + 1
        if _UNDERLINE.match(line):
            return at + 1 if self._is_rule(at) else None
        return self._in_container(at, line)

    def _fence(self, at: int, fence: re.Match[str]) -> int | None:
        indent, marks = len(fence[1]), fence[2]
        closing = re.compile(rf"[ ]{{0,3}}{re.escape(marks[0])}{{{len(marks)},}}[ \t]*[\r\n]*$")
        for end in range(at + 1, len(self.lines)):
            line = self.lines[end]
            if closing.match(line):
                self.hidden.update(range(at, end + 1))
                return end + 1
            if indent and line.strip() and len(line) - len(line.lstrip(" ")) < indent:
                return None  # a fence in a list item ends with the item
        self.hidden.update(range(at, len(self.lines)))
        return None if indent else len(self.lines)

    def _html(self, at: int, line: str) -> int | None:
        for kind, (start, end) in enumerate(_UNTIL):
            found = start.match(line)
            if found:
                after = self._until(at, found.end(), end, comment=kind == _COMMENT)
                return None if self._html_since_blank and after > at + 1 else after
        self._html_since_blank = True
        heading = _HTML_HEADING.search(line)
        if heading:
            self._html_heading(at, heading)
        return at + 1

    def _until(self, at: int, start: int, end: re.Pattern[str], *, comment: bool) -> int:
        # `<!-->` closes itself, and its `-->` overlaps the opening.
        if end.search(self.lines[at], start - 2 if comment else start):
            return at + 1
        for line in range(at + 1, len(self.lines)):
            if end.search(self.lines[line]):
                self.hidden.update(range(at, line + 1))
                return line + 1
        if comment:
            self.open_comment = at
        self.hidden.update(range(at, len(self.lines)))
        return len(self.lines)

    def _html_heading(self, at: int, heading: re.Match[str]) -> None:
        level = heading[1]
        text = self.lines[at][heading.end() :]
        closing = f"</h{level}>"
        for line in range(at + 1, min(len(self.lines), at + 20)):
            if closing in text.lower():
                break
            text += self.lines[line]
        inner = re.split(closing, text, maxsplit=1, flags=re.IGNORECASE)[0]
        self.headings.append(Heading(at, int(level), inner, html=True))

    def _is_rule(self, at: int) -> bool:
        """Whether the line underlines nothing: a rule, an empty bullet, or text of a paragraph."""
        above = self.lines[at - 1] if at else ""
        return not above.strip() or _ATX.match(above) is not None

    def _in_container(self, at: int, line: str) -> int | None:
        heading = _IN_BULLET.match(line)
        if heading and (self.sure or len(heading[1].expandtabs(4)) < _CODE):
            self.headings.append(Heading(at, len(heading[2]), heading[3] or ""))
            return at + 1
        # Four blanks: code at the left edge, a heading or a fence inside a list.
        return None


def _parsed(lines: Sequence[str]) -> Structure:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - as costly as rendering

    text = "".join(line.rstrip("\r\n") + "\n" for line in lines)
    tokens = MarkdownIt("commonmark").parse(text)
    headings: list[Heading] = []
    hidden: set[int] = set()
    open_comment: int | None = None
    for index, token in enumerate(tokens):
        if token.map is None:
            continue
        start, end = token.map
        if token.type in {"fence", "code_block"}:
            hidden.update(range(start, end))
        elif token.type == "heading_open":
            headings.append(Heading(start, int(token.tag[1]), tokens[index + 1].content))
        elif token.type == "html_block":
            headings += _html_headings(token)
            comment = _comments(token, hidden)
            open_comment = comment if open_comment is None else open_comment
    return Structure(tuple(headings), frozenset(hidden), open_comment)


def _html_headings(token: Token) -> list[Heading]:
    start = token.map[0] if token.map else 0
    return [
        Heading(
            start + token.content.count("\n", 0, found.start()), int(found[1]), found[2], html=True
        )
        for found in re.finditer(
            r"<h([1-6])(?:\s[^>]*)?>(.*?)(?=</h\1>|\Z)", token.content, re.IGNORECASE | re.DOTALL
        )
    ]


def _comments(token: Token, hidden: set[int]) -> int | None:
    """Note the lines of the comments in an HTML block that span several; return an open one's line."""
    start = token.map[0] if token.map else 0
    content, at = token.content, 0
    if re.match(r"\s*<(?:pre|script|style|textarea)\b", content, re.IGNORECASE):
        hidden.update(range(start, start + content.count("\n") + 1))
        return None
    while (opened := content.find("<!--", at)) >= 0:
        closed = content.find("-->", opened + 2)
        first = start + content.count("\n", 0, opened)
        if closed < 0:
            hidden.update(range(first, start + content.count("\n") + 1))
            return first
        last = start + content.count("\n", 0, closed)
        if last > first:
            hidden.update(range(first, last + 1))
        at = closed + 3
    return None


_MARKUP = re.compile(r"[*\[<`~]|!\[|(?<![^\W_])_|_(?![^\W_])|&#?\w+;|\\|:/|www\.")
_OUR_ESCAPES = re.compile(r"<span>([$@])</span>|\\([!-/:-@\[-`{-~])")


def heading_text(heading: Heading) -> str:
    """Return what a reader sees of a heading: the text GitHub makes its anchor from."""
    if heading.html:
        bare = re.sub(
            r"<!--.*?-->|<[^>]*>|!?\[(?:!\[[^\]]*\]\([^)]*\))*\]\([^)]*\)",
            "",
            heading.source,
            flags=re.DOTALL,
        )
        if "&" in bare:
            from html import unescape  # noqa: PLC0415 - reads a table of two thousand names

            bare = unescape(bare)
        return " ".join(bare.split())
    source = heading.source.strip()
    if not _MARKUP.search(source):
        return source
    unescaped = _OUR_ESCAPES.sub(lambda match: match[1] or match[2], source)
    if not _MARKUP.search(_OUR_ESCAPES.sub("", source)):
        return unescaped
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only for headings with markup of a person's

    tokens = MarkdownIt("commonmark").enable("strikethrough").parseInline(source)
    return "".join(_shown(child) for token in tokens for child in token.children or ())


def _shown(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""
