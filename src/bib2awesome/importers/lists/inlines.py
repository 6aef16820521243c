"""The text of an item as pieces: what is bold, italic, code, linked, and on which line it stands."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, NamedTuple

from markdown_it.token import Token

from bib2awesome.importers.lists.blocks import parser

__all__ = ["LONGEST", "Piece", "Text", "pieces_of", "plain", "text_of"]

LONGEST = 20_000
"""Characters of one item's text; what is longer is no item (and inline parsing is not linear)."""
_TAG = re.compile(r"<(/?)\s*([a-zA-Z][a-zA-Z0-9]*)([^>]*)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\[\]()|`\"]+(?:\([^\s<>()]*\)[^\s<>\[\]()|`\"]*)*")
_SIGNS, _TARGET = re.compile(r"[*_`\[\]]"), re.compile(r"\]\([^()\s]*\)")
_MOST_SIGNS = 600
"""Signs of emphasis and links in one text; what has more of them is plain text (their pairing is quadratic)."""
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufff9-\ufffd\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_BLANK = r"\t\u00a0\u2000-\u200a\u202f\u3000"
_BLANKS = re.compile(rf"[ {_BLANK}](?:[ {_BLANK}]+|(?<=[{_BLANK}]))")
"""Blanks that are not one plain blank."""
_WIDE = (("\uff08", "("), ("\uff09", ")"), ("\uff1a", ":"), ("\uff0c", ","))


class Piece(NamedTuple):
    """A stretch of text in one form.

    Attributes:
        text: As a reader sees it; of an image its alternative text.
        line: Which line of the item it is on, from 0: soft and hard breaks, `<br>`, new blocks.
        bold: Whether it is strong, as are `italic` and `code`.
        link: The number of the link around it in `Text.urls`, -1 if there is none.
        image: The address of the image that it is, else "".
    """

    text: str
    line: int
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: int = -1
    image: str = ""


class Text(NamedTuple):
    """Pieces in order, and the addresses of the links by number, as written."""

    pieces: list[Piece]
    urls: list[str]

    def moved(self, lines: int, links: int) -> Text:
        """Return the same text so many lines further down, behind so many links."""
        pieces = [
            piece._replace(
                line=piece.line + lines, link=piece.link + links if piece.link >= 0 else -1
            )
            for piece in self.pieces
        ]
        return Text(pieces, self.urls)

    def by_line(self) -> list[Text]:
        """Return each line as a text of its own."""
        lines = [Text([], []) for _ in range(self.pieces[-1].line + 1)] if self.pieces else []
        numbers: dict[tuple[int, int], int] = {}
        for piece in self.pieces:
            own = lines[piece.line]
            link = piece.link
            if link >= 0:
                link = numbers.setdefault((piece.line, piece.link), len(own.urls))
                if link == len(own.urls):
                    own.urls.append(self.urls[piece.link])
            moved = piece.line or piece.link != link
            own.pieces.append(piece._replace(line=0, link=link) if moved else piece)
        return lines


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.urls: list[str] = []
        self.line = 0
        self.bold = self.italic = self.raised = 0
        self.link = -1
        self.bare = False
        self.above = ""

    def put(self, text: str, *, code: bool = False, image: str = "") -> None:
        if not (text.isascii() and text.isprintable()):
            text = _INVISIBLE.sub("", text)
        if self.raised and not any(sign.isalpha() for sign in text):
            last = self.pieces[-1] if self.pieces else None
            within = last is not None and last.line == self.line and last.text[-1:].isalpha()
            self.above = text if within and text.isdigit() else ""  # or of an affiliation
            return
        if self.above:
            within = self.pieces[-1].line == self.line and text[:1].isalpha()
            text = f"{self.above}{text}" if within else text  # of a name
            self.above = ""
        piece = Piece(text, self.line, self.bold > 0, self.italic > 0, code, self.link, image)
        last = self.pieces[-1] if self.pieces else None
        if last is not None and not image and not last.image and last[1:] == piece[1:]:
            self.pieces[-1] = last._replace(text=last.text + text)
        elif text or image:
            self.pieces.append(piece)

    def open_link(self, url: str) -> None:
        self.link = len(self.urls)
        self.urls.append(url)

    def words(self, text: str) -> None:
        """Put text; a bare address in it becomes a link without words."""
        if self.bare:
            return
        if self.link >= 0 or ("http" not in text and "www." not in text):
            self.put(text)
            return
        at = 0
        for match in _BARE.finditer(text):
            url = match[0].rstrip(".,;:!?'*")
            self.put(text[at : match.start()])
            self.open_link(url)
            self.pieces.append(Piece("", self.line, link=self.link))
            self.link = -1
            at = match.start() + len(url)
        self.put(text[at:])

    def html(self, source: str) -> None:
        for closing, name, attributes in _TAG.findall(source):
            self._tag(name.lower(), attributes, step=-1 if closing else 1)

    def _tag(self, name: str, attributes: str, step: int) -> None:
        if name in {"br", "p", "div", "li"}:
            self.line += 1
        elif name in {"b", "strong"}:
            self.bold = max(self.bold + step, 0)
        elif name in {"i", "em"}:
            self.italic = max(self.italic + step, 0)
        elif name == "sup":
            self.raised = max(self.raised + step, 0)
        elif name == "img":
            found = _attributes(attributes)
            self.put(found.get("alt", ""), image=found.get("src", "image"))
        elif name == "a" and step < 0:
            self.link = -1
        elif name == "a" and (url := _attributes(attributes).get("href")):
            self.open_link(url)


def _attributes(source: str) -> dict[str, str]:
    return {
        name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(source)
    }


def pieces_of(source: str, references: dict[str, Any]) -> Text:
    """Return the pieces of inline Markdown.

    Args:
        source: The Markdown of a paragraph, heading or cell, at most `LONGEST` characters are read.
        references: The file's link references, as `blocks.parse` found them.
    """
    if _is_tangled(source):
        return Text([Piece(plain(source[:LONGEST]), 0)], [])
    tokens: list[Token] = []
    markdown = parser()
    markdown.inline.parse(source[:LONGEST], markdown, references, tokens)
    reader = _Reader()
    for token in tokens:
        _read(reader, token)
    return Text(reader.pieces, reader.urls)


def _is_tangled(source: str) -> bool:
    if len(source) < _MOST_SIGNS:
        return False
    text = _TARGET.sub("", source)
    return len(text) - len(_SIGNS.sub("", text)) > _MOST_SIGNS


def _read(reader: _Reader, token: Token) -> None:  # noqa: C901 - one case per kind of token
    match token.type:
        case "text" | "text_special":
            reader.words(token.content)
        case "code_inline":
            reader.put(token.content, code=True)
        case "softbreak" | "hardbreak":
            reader.line += 1
        case "strong_open":
            reader.bold += 1
        case "strong_close":
            reader.bold -= 1
        case "em_open":
            reader.italic += 1
        case "em_close":
            reader.italic -= 1
        case "link_open":
            reader.open_link(str(token.attrGet("href") or ""))
            reader.bare = token.markup == "autolink"
            if reader.bare:  # it has no words but its address
                reader.pieces.append(Piece("", reader.line, link=reader.link))
        case "link_close":
            reader.link = -1
            reader.bare = False
        case "image":
            reader.put(token.content, image=str(token.attrGet("src") or ""))
        case "html_inline":
            reader.html(token.content)


def plain(text: str) -> str:
    """Return text with its blanks folded."""
    text = text.replace("\n", " ")
    if text.isascii() and "  " not in text and "\t" not in text:
        return text.strip()
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return _BLANKS.sub(" ", text).strip()


def text_of(source: str, references: dict[str, Any]) -> str:
    """Return the visible text of inline Markdown, without images."""
    pieces = pieces_of(source, references).pieces
    return plain("".join(piece.text for piece in pieces if not piece.image))
