"""One item, read: title, authors, venue and date, links, and what is left over.

Links are settled first, then the title (by the list's grammar, else by the item's own marks); what
remains is cut at lines and punctuation, and each segment is a venue, a date, authors, or a remark.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from bib2awesome.importers.lists.columns import TICKS, cell_of
from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.labels import CODE, is_label, is_paper_host
from bib2awesome.importers.lists.linking import Linking
from bib2awesome.importers.lists.model import Item, Reading
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.remainder import EDGES, STARS
from bib2awesome.importers.lists.titling import Titling
from bib2awesome.importers.lists.when_where import when_where

__all__ = ["read_item"]


def read_item(item: Item, preferred: str = "", columns: list[str] | None = None) -> Reading:
    """Return what an item says.

    Args:
        item: The item.
        preferred: How most items of the list mark their title (`Reading.style`), "" for no preference.
        columns: Of a row: what each column of its table holds.
    """
    return _Item(item, dict(enumerate(columns or ()))).read(preferred)


class _Item(Titling, Linking):
    def read(self, preferred: str) -> Reading:
        title = self.title(preferred)
        self.links(title)
        self.rest()
        self.finish()
        return self.reading

    def rest(self) -> None:
        if self.item.cells:
            self.columns()
        together: list[str] = []
        previous: Piece | None = None
        for i, piece in enumerate(self.pieces):
            if i in self.used or (self.item.cells and not self.title_cell(i)):
                continue
            if piece.image and piece.link < 0:
                self.badge(piece)
                continue
            if piece.link >= 0 and self.urls[piece.link] is not None:
                previous = None
                continue
            same = (
                previous is not None
                and previous.line == piece.line
                and previous.italic == piece.italic
                and previous.code == piece.code
                and previous.bold == piece.bold
            )
            if same and together:
                together[-1] += piece.text
            else:
                together.append(piece.text)
                if (
                    piece.italic
                    or piece.code
                    or piece.bold
                    or previous is None
                    or previous.line != piece.line
                ):
                    together[-1] = "\x00" + together[-1]
            previous = piece
        for text in together:
            self.segment(text.lstrip("\x00"), marked=text.startswith("\x00"))

    def columns(self) -> None:  # noqa: C901, PLR0912 - one case per role
        for number, role in self.roles.items():
            text = cell_of(self.item, number)
            said = self.item.header[number] if number < len(self.item.header) else ""
            if role == "title" or not text:
                continue
            if role == "ticks":
                if said:
                    self.reading.ticks[said] = TICKS[text.lower()]
            elif role in {"venue", "date"}:
                found = when_where(text, tag=role == "venue")
                if found is not None:
                    self.place(found, "column")
                else:
                    self.segment(text, marked=False)
            elif role == "authors" and (people := people_in(text, marked=True)):
                self.reading.authors, self.reading.others = people
            elif role == "name" and not self.reading.short and len(text) < 60:  # noqa: PLR2004
                self.reading.short = text
            else:
                own = " ".join(
                    p.text
                    for p, at in zip(self.pieces, self.item.cells, strict=True)
                    if at == number and not p.image and p.link < 0
                )
                own = own.strip(EDGES + "[]().")
                if any(sign.isalnum() for sign in own):
                    found = when_where(own)
                    if found is not None and (found.venue or found.year):
                        self.place(found, "column")
                    else:
                        self.remark(f"{said}: {own}" if said else own)

    def badge(self, piece: Piece) -> None:
        match = re.search(r"badge/([^/?]+?)-[^-/?]+(?:\.svg)?(?:$|\?)", piece.image)
        text = match[1] if match else piece.text
        text = unquote(text).replace("_", " ").replace("--", "-")
        found = when_where(text)
        if found is not None and found.venue:
            self.place(found, "badge")
        elif match is not None and not STARS.search(piece.image) and not is_label(text):
            self.remark(text)

    def finish(self) -> None:
        reading = self.reading
        if not reading.title and reading.short:
            reading.title, reading.short = reading.short, ""
        if not reading.title:
            reading.problem = "no title"
        elif not (reading.links or reading.venue or reading.year or reading.authors):
            reading.problem = "no link, venue, year or authors"
        elif not any(sign.isalnum() for sign in reading.title):
            reading.problem = "no title"
        code = next((link for link in reading.links if link.role == CODE), None)
        if code is not None and is_paper_host(code.url):
            reading.notes.append(("label", f"the code link leads to a paper: {code.url}"))
