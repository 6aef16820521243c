"""HTML in a list: headings, `<summary>`, rows of tables, bullets; read leniently, never executed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

__all__ = ["HtmlPart", "html_parts"]


class HtmlPart(NamedTuple):
    """A part of an HTML block, in order.

    Attributes:
        kind: `heading`, `summary`, `text` (folded away below it), `close` (of `<details>`), `row`, `bullet`.
        start: Its first line in the file, from 0.
        end: The line behind its last one.
        source: Of all but rows: what is inside, as inline HTML.
        level: Of a heading.
        cells: Of a row: its cells as inline HTML, those of rows above that span it included.
        header: Of a row: the titles of the columns.
    """

    kind: str
    start: int
    end: int
    source: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()


_HEADER = 40
"""Characters of the longest cell of a header row."""
_MOST_CELLS = 100
"""What a row has beyond that is left out."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
"""Groups of rows; no cell spans beyond its own."""
_KEPT = frozenset(("a", "b", "strong", "i", "em", "br", "img", "sup"))


class _Reader(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.first = line
        self.parts: list[HtmlPart] = []
        self.open: list[tuple[str, int, list[str]]] = []
        self.folded: list[str] | None = None
        self.cells: list[str] | None = None
        self.row_line = 0
        self.heads = 0
        self.header: tuple[str, ...] = ()
        self.spans: dict[int, tuple[int, str]] = {}
        self.rowspan = self.colspan = 1
        self.in_header = True

    @property
    def line(self) -> int:
        return self.first + self.getpos()[0] - 1

    def write(self, text: str) -> None:
        if self.open:
            self.open[-1][2].append(text)
        elif self.folded is not None:
            self.folded.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS or tag in {"summary", "li"}:
            self.open.append((tag, self.line, []))
        elif tag in _GROUPS:
            self.end_row()
            self.spans = {}
        elif tag == "tr":
            self.end_row()
            self.cells, self.row_line, self.heads = [], self.line, 0
        elif tag in {"td", "th"} and self.cells is not None:
            self.end_cell()
            self.fill()
            self.heads += tag == "th"
            self.rowspan = _span(attrs, "rowspan", 1000)
            self.colspan = _span(attrs, "colspan", 100)
            self.open.append((tag, self.line, []))
        elif tag in _KEPT:
            self.write(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.end_cell()
        elif tag == "tr":
            self.end_row()
        elif tag in _GROUPS:
            self.end_row()
            self.spans = {}
        elif tag == "table":
            self.end_row()
            self.header, self.spans, self.in_header = (), {}, True
        elif tag == "details":
            self.end_fold()
            self.parts.append(HtmlPart("close", self.line, self.line + 1))
        elif self.open and self.open[-1][0] == tag:
            name, start, pieces = self.open.pop()
            kind = {"summary": "summary", "li": "bullet"}.get(name, "heading")
            level = _HEADINGS.get(name, 0)
            self.parts.append(HtmlPart(kind, start, self.line + 1, "".join(pieces), level))
            if kind == "summary":
                self.end_fold()
                self.folded = []
        elif tag in _KEPT:
            self.write(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        escaped = data.replace("\\", "\\\\")
        for sign in "*_`[]<":
            escaped = escaped.replace(sign, "\\" + sign)
        self.write(" ".join(escaped.split("\n")))

    def end_fold(self) -> None:
        """Take the text that stands below a summary, if any."""
        source = "".join(self.folded or ())
        self.folded = None
        if source.strip() and not source.lstrip().startswith("@"):  # BibTeX
            self.parts.append(HtmlPart("text", self.line, self.line + 1, source))

    def end_cell(self) -> None:
        if self.open and self.open[-1][0] in {"td", "th"} and self.cells is not None:
            source = "".join(self.open.pop()[2])
            for number in range(self.colspan):
                if len(self.cells) >= _MOST_CELLS:
                    break
                shown = source if not number or not self.header else ""  # a title is of each column
                if self.rowspan > 1:
                    self.spans[len(self.cells)] = (self.rowspan, shown)
                self.cells.append(shown)

    def fill(self) -> None:
        """Put the cells of rows above that reach down to here."""
        assert self.cells is not None  # noqa: S101 (only called inside a row)
        while (at := len(self.cells)) in self.spans and at < _MOST_CELLS:
            left, source = self.spans[at]
            if left <= 1:
                del self.spans[at]
                break
            self.spans[at] = (left - 1, source)
            self.cells.append(source)

    def end_row(self) -> None:
        self.end_cell()
        own = bool(self.cells)
        if self.cells is not None:
            self.fill()
        if self.cells and own:
            titles = all(len(cell) <= _HEADER and "<a" not in cell for cell in self.cells)
            if self.heads == len(self.cells) or (titles and self.in_header):
                self.header = tuple(self.cells)
                self.in_header = bool(self.spans)  # the titles go on in the next row
            else:
                self.in_header = False
                cells = tuple(self.cells)
                self.parts.append(HtmlPart("row", self.row_line, self.line + 1, cells=cells, header=self.header))  # fmt: skip
        self.cells = None


def _span(attributes: list[tuple[str, str | None]], name: str, most: int) -> int:
    said = dict(attributes).get(name) or "1"
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 6 else 1  # noqa: PLR2004


def html_parts(source: str, line: int) -> list[HtmlPart]:
    """Return the parts of an HTML block that matter to a list.

    Args:
        source: The block; a comment in it is skipped, closed or not.
        line: The number of its first line in the file, from 0.
    """
    reader = _Reader(line)
    reader.feed(_without_comments(source))
    reader.close()
    reader.end_fold()
    return reader.parts


def _without_comments(source: str) -> str:
    """Return HTML with comments blanked, their lines kept."""
    pieces: list[str] = []
    at = 0
    while (start := source.find("<!--", at)) >= 0:
        pieces.append(source[at:start])
        end = source.find("-->", start + 4)
        stop = len(source) if end < 0 else end + 3
        pieces.append("\n" * source.count("\n", start, stop))
        at = stop
    pieces.append(source[at:])
    return "".join(pieces)
