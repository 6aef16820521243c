"""Where the title of an item stands: linked, bold, quoted or plain."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.citing import cited
from bib2awesome.importers.lists.edges import EDGES
from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.labels import (
    is_bare_label,
    is_dated_name,
    is_label,
    is_paper_host,
    may_be_title,
    names_venue,
)
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.quoted_titles import QuotedTitles
from bib2awesome.importers.lists.when_where import when_where
from bib2awesome.importers.lists.wording import (
    DATED,
    LEAST,
    is_name,
    is_placed,
    is_plain,
    is_title_case,
)

__all__ = ["Titling"]

_PAPER_OF = re.compile(r"(?:[^\s:]+ ){1,4}(?:paper|preprint|pdf)", re.IGNORECASE)
"""A label that says whose paper a link is: `Nature Genetics paper`."""
_ADDRESS = re.compile(r"https?://\S+|\S*\d{4}\S*[/.%]\S*\d\S*|\S*[/%]\S*\d{4}\S*", re.IGNORECASE)
"""An address or DOI, not the words of a title."""
_GOES_ON = re.compile(r"\s(?:with|for|of|in|by|via|using|from|on)\s")


class Titling(QuotedTitles):
    """An item whose title is found."""

    def title(self, preferred: str) -> int:
        """Find the title; returns the number of the link it is, or -1."""
        at = self.candidates()
        plain_first = at.get("plain", (0,))[0]
        if preferred == "plain" and any(
            one[0] < plain_first
            or (style == "quoted" and one[0] == plain_first and self.is_introduced())
            for style, one in at.items()
        ):
            preferred = ""  # plain words behind a marked title or around it are something else
        quoted, link = at.get("quoted"), at.get("link")
        if quoted and link and quoted[0] == link[0] and self.is_introduced():
            preferred = "quoted"  # a link that cites the work
        order = dict.fromkeys((preferred, "quoted", "link", "bold", "plain"))
        for style in order:
            if style in at:
                first, last, text = at[style]
                self.reading.style = style
                self.used.update(range(first, last))
                if style == "quoted":
                    self.before(self.around[0])
                    self.left(self.around[1])
                self.take_title(text)
                links = {p.link for p in self.pieces[first:last] if p.link >= 0}
                return min(links, default=-1)
        return self.named()

    def named(self) -> int:
        """Take for the title what is least like a label or venue, where nothing looks like a title.

        That is a linked name (`SomeCorpus dataset`), a linked word that leads to a paper and comes first, or
        a word before the links.
        """
        if self.item.container == "paragraph":
            return -1  # prose more often than a paper
        shown = [
            i for i, p in enumerate(self.pieces) if not p.image and p.text.strip(EDGES + "[]().")
        ]
        lead = self.pieces[shown[0]] if shown else None
        if lead is not None and lead.link < 0 and lead.text.endswith("[") and is_name(lead.text):
            return self.take_named(shown[:1])
        for link, words in self.words.items():
            known = [is_label(word) for word in words.split()]
            url = self.urls[link]
            if url is None or all(known) or link in self.images:
                continue
            first = bool(shown) and self.pieces[shown[0]].link == link and is_paper_host(url)
            if first or not names_venue(words):
                return self.take_named([i for i, p in enumerate(self.pieces) if p.link == link])
        named = lead is not None and lead.link < 0 and bool(self.words)
        if lead is not None and named and is_name(lead.text):
            self.take_named(shown[:1])
        return -1

    def take_named(self, numbers: list[int]) -> int:
        """Take the words of these pieces for the title; returns their link."""
        link = self.pieces[numbers[0]].link
        self.reading.style = "plain" if link < 0 else "link"
        self.used.update(numbers)
        self.take_title("".join(self.pieces[i].text for i in numbers))
        return link

    def candidates(self) -> dict[str, tuple[int, int, str]]:
        """Return for each way to mark a title the pieces (first, behind last) and their text."""
        found: dict[str, tuple[int, int, str]] = {}
        limit = self.pieces[0].line + 2 if self.pieces else 0
        cells = self.item.cells
        pool = [
            i
            for i, p in enumerate(self.pieces)
            if not p.image and p.text.strip() and (self.title_cell(i) if cells else p.line <= limit)
        ]
        if quoted := self.quoted(pool):
            found["quoted"] = quoted
        linked = [
            i for i in pool if self.pieces[i].link >= 0 and self.is_title_link(self.pieces[i].link)
        ]
        if linked:
            found["link"] = self.linked_title(linked[0])
        bold = self.bold(pool)
        if bold:
            found["bold"] = bold
        if linked and not cells:  # what is marked further down says something of it
            line = self.pieces[linked[0]].line
            found = {how: one for how, one in found.items() if self.pieces[one[0]].line <= line}
            bold = found.get("bold")
        link = found.get("link")
        if bold and link and self.is_name_of(bold, link):
            del found["bold"]
            bold = None
        leads = link is not None and link[0] == pool[0] and not bold
        text = None if leads else self.plain_title(pool)  # behind a link it would be none
        if text and not cells and self.pieces[text[0]].italic:
            found = {how: one for how, one in found.items() if one[0] < text[0]}
            bold = found.get("bold")  # what is marked behind it says something of it
        if text and bold and bold[1] - 1 == text[0]:
            more = text[2][len(self.pieces[text[0]].text) :]
            text = bold[0], text[1], bold[2] + more  # a head with a colon, and the title it begins
            found["bold"] = text
        elif text and bold and not cells and self.is_of_title(text, bold):
            del found["bold"]
        if text:
            found["plain"] = text
        return found

    def is_of_title(self, text: tuple[int, int, str], bold: tuple[int, int, str]) -> bool:
        """Whether a plain title emphasises bold words, or they say something of it in a further line."""
        inside = text[0] < bold[0] and bold[1] <= text[1]
        return inside or self.is_told_below(text, bold)

    def is_told_below(self, text: tuple[int, int, str], bold: tuple[int, int, str]) -> bool:
        """Whether bold words in a further line say something of the plain title that has its links beside it."""
        line = self.pieces[text[0]].line
        linked = any(p.line == line and p.link >= 0 for p in self.pieces[text[1] :])
        below = self.pieces[bold[0]].line > line
        return linked and below and people_in(text[2].strip(EDGES + "."), marked=True) is None

    def is_name_of(self, bold: tuple[int, int, str], link: tuple[int, int, str]) -> bool:
        """Whether a bold name stands right before a linked title: `**RoboCat** [A Self-Improving Agent](…)`."""
        between = self.pieces[bold[1] : link[0]]
        return (
            bold[1] <= link[0]
            and len(bold[2].split()) <= 2  # noqa: PLR2004
            and len(link[2].split()) > LEAST
            and all(not p.text.strip(EDGES) and p.link < 0 and not p.image for p in between)
        )

    def linked_title(self, first: int) -> tuple[int, int, str]:
        """Return the title that a link is or begins: `[TextBrewer](paper): A Toolkit for Distillation`."""
        link = self.pieces[first].link
        last = first
        while last < len(self.pieces) and self.pieces[last].link == link:
            last += 1
        text = self.words[link]
        url = self.urls[link]
        few = len(text.split()) <= LEAST and self.same_cell(last)
        joined = self.joined(last, text) if few else None
        if joined is None and few and last < len(self.pieces) and is_plain(self.pieces[last]):
            behind = self.pieces[last].text
            rest = behind.lstrip(" -\u2013\u2014")
            if len(text.split()) == 1 and is_title_case(rest):
                joined = f"{text}: {rest}"
            elif _GOES_ON.match(behind) and is_title_case(rest):
                joined = f"{text} {rest}"
        if joined is not None and url is not None and (is_paper_host(url) or is_placed(joined)):
            return first, last + 1, joined
        return first, last, text

    def same_cell(self, behind: int) -> bool:
        """Whether a piece stands in the cell of the one before it."""
        cells = self.item.cells
        return not cells or behind >= len(cells) or cells[behind] == cells[behind - 1]

    def is_title_link(self, link: int) -> bool:
        """Whether a link has a title for its words, no label and no venue."""
        words = self.words[link].strip()
        if is_label(words) and (is_bare_label(words) or not self.is_titled(link)):
            return False
        if names_venue(words) or _ADDRESS.fullmatch(words):
            return False
        if is_dated_name(words) and (words.startswith("[") or not self.alone(link)):
            return False
        if self.is_citation(link) or (_PAPER_OF.fullmatch(words) and not self.alone(link)):
            return False
        return (
            len(words.split()) >= LEAST
            or len(words) > 16  # noqa: PLR2004
            or bool(self.item.cells)
            or self.alone(link)
        )

    def is_citation(self, link: int) -> bool:
        """Whether a link behind other words cites the work: `A Title [[Lovelace and Babbage, ACL 1843]](…)`."""
        found = cited(self.words[link])
        sure = found is not None and (found.sure or self.habits.signed)
        return sure and not self.alone(link)

    def is_titled(self, link: int) -> bool:
        """Whether words with a label among them stand where titles do: `[Dataset Distillation](https://arxiv.org/…)`."""
        url = self.urls[link]
        if not self.alone(link) or url is None:
            return False
        return self.alone(link, bold=True) or (
            may_be_title(self.words[link]) and is_paper_host(url)
        )

    def is_place(self, piece: Piece) -> bool:
        """Whether a piece is nothing but a venue or date."""
        rest = DATED.sub("", piece.text).strip(EDGES)
        return piece.link < 0 and (not rest or when_where(piece.text) is not None)

    def is_signature(self, piece: Piece) -> bool:
        """Whether a piece is nothing but several authors."""
        text = piece.text.strip(EDGES) if piece.link < 0 and not piece.bold else ""
        people = people_in(text) if "," in text or " and " in text else None
        return people is not None and len(people.names) > 1

    def alone(self, link: int, *, bold: bool = False) -> bool:
        """Whether a linked word comes first in its item, but for authors, a venue or year: a title of one word.

        Args:
            link: The number of the link.
            bold: Only one that is bold.
        """
        first = next(
            (
                p
                for p in self.pieces
                if not (p.image or p.code or self.is_place(p) or self.is_signature(p))
                and p.text.strip(EDGES)
            ),
            None,
        )
        return (
            first is not None
            and first.link == link
            and self.urls[link] is not None
            and len(self.words[link]) > 1
            and (first.bold or not bold)
        )
