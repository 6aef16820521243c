"""Titles that are plain words, or words in italics that come first."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.author_year import is_cited
from bib2awesome.importers.lists.bold_titles import BoldTitles
from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.edges import EDGES, without_emoji
from bib2awesome.importers.lists.labels import is_label
from bib2awesome.importers.lists.nature_style import unmarked_volume
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import venue_in_front, when_where
from bib2awesome.importers.lists.wording import LEAST, is_plain, is_word, lies_inside, runs_on

__all__ = ["PlainTitles"]

_FEW = 6
"""Words with which a title may end in a line of its own."""
_BROKEN = re.compile(r"(?:[,;:&]|[^\W\d_])\s*$")
"""How a line ends that breaks off."""
_CITED_IN = re.compile(r"(.{3,300}?)(?<![\s.][A-Z])\.\s.{8,300}?[.?!] In:? [A-Z]")
"""`A. Lovelace and C. Babbage. Looms in Motion. In Proceedings of …`"""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")


class PlainTitles(BoldTitles):
    """An item whose title may be plain."""

    def unwrap(self) -> None:
        """Take a volume in bold for what it is, and join the lines of a work as papers cite it where they break off: `Days of Looms, 53(8),` and `19-22.`."""
        self.pieces = pieces = unmarked_volume(self.pieces)
        wrapped = len(pieces) > 1 and not self.item.cells and pieces[0].line != pieces[-1].line
        text = " ".join(one.text for one in pieces if is_plain(one)) if wrapped else ""
        match = _CITED_IN.match(text) if " In" in text else None
        cited = match is not None and people_in(match[1], marked=True) is not None
        if not wrapped or not (cited or is_cited(text)):
            return
        joined = pieces[:1]
        lines: dict[int, int] = {}
        for piece in pieces[1:]:
            last = joined[-1]
            line = lines.get(piece.line, piece.line)
            plain = is_plain(piece) and is_plain(last) and not (piece.code or last.code)
            if plain and line != last.line and _BROKEN.search(last.text):
                lines[piece.line] = last.line
                text = f"{last.text.rstrip()} {piece.text.lstrip()}"
                joined[-1] = last._replace(text=text)
            else:
                joined.append(piece._replace(line=line))
        self.pieces = joined

    def plain_title(self, pool: list[int]) -> tuple[int, int, str] | None:
        """Return the first plain words that can be a title."""
        for i in pool:
            piece = self.pieces[i]
            slanted = piece.italic and piece.link < 0 and not piece.bold
            slanted = slanted and (bool(self.item.cells) or self.is_slanted_title(i, pool))
            if not (is_plain(piece) or slanted) or (piece.code and not self.item.cells):
                continue
            last, text = i + 1, piece.text
            while last < len(self.pieces) and (
                runs_on(self.pieces[last], self.pieces[last - 1])
                or self.breaks_off(last)
                or self.emphasises(last)
            ):
                if self.pieces[last].bold and is_word(text):
                    break  # a name, and the title behind it
                gap = " " if self.pieces[last].line != self.pieces[last - 1].line else ""
                text += gap + self.pieces[last].text
                last += 1
            whole = text
            text = without_emoji(text)
            while (tag := TAG.match(text)) is not None:
                text = text[tag.end() :]
            if len(text.strip(EDGES + "[](){}.").split()) >= 2 or self.item.cells:  # noqa: PLR2004
                if self.says_venue(text) or not text.strip(EDGES + "[](){}."):
                    continue
                if not self.item.cells and self.is_byline(i, text):
                    continue
                if text.rstrip().endswith(":") and (
                    is_label(_ASIDE.sub("", text)) or self.introduces(i, last, text, pool)
                ):
                    continue  # what follows is the title
                return self.behind_names(i, last, text) or (i, last, whole)
        return None

    def introduces(self, first: int, last: int, text: str, pool: list[int]) -> bool:
        """Take authors on a line of their own with a colon, and the title below: `Ada Lovelace, Charles Babbage:`."""
        below = next((self.pieces[i] for i in pool if i >= last and is_plain(self.pieces[i])), None)
        if not text.rstrip().endswith(":") or below is None or self.item.cells:
            return False
        people = people_in(text.rstrip().removesuffix(":"), marked=True)
        if people is None or len(people.names) < 2 or len(below.text.split()) < LEAST:  # noqa: PLR2004
            return False
        if below.line == self.pieces[last - 1].line or people_in(below.text, marked=True):
            return False
        self.reading.authors, self.reading.others = people
        self.used.update(range(first, last))
        return True

    def is_byline(self, number: int, text: str) -> bool:
        """Whether words before a linked title, behind a link or in a further line are authors."""
        piece = self.pieces[number]
        following = self.pieces[number + 1] if number + 1 < len(self.pieces) else piece
        titled = following.link >= 0 and following.line == piece.line
        if titled and len(following.text.split()) > LEAST and not following.image:
            people = people_in(text.strip(EDGES))  # `Lovelace, A. et al. [A Title](…)`
            return people is not None and not is_label(following.text)
        behind = piece.line > self.pieces[0].line or any(
            p.link >= 0 and p.line == piece.line for p in self.pieces[:number]
        )
        return behind and people_in(text.strip(EDGES + "."), marked=True) is not None

    def behind_names(self, first: int, last: int, text: str) -> tuple[int, int, str] | None:
        """Take authors before a title in italics or bold: `Ada Lovelace, *Notes on the Analytical Engine*, 1843`."""
        piece = self.pieces[last] if last < len(self.pieces) else None
        marked = piece is not None and (piece.italic or piece.bold) and piece.link < 0
        if piece is None or not marked or self.item.cells:
            return None
        people = people_in(text.strip(EDGES), marked=True)
        if people is None or len(piece.text.split()) <= LEAST or people_in(piece.text, marked=True):
            return None
        if when_where(piece.text) is not None:
            return None  # `A Title *ICLR 2021*`
        if not piece.italic and len(people.names) == 1 and not people.others:
            return None  # `Inner Monologue, **Inner Monologue: Embodied Reasoning**`
        self.reading.authors, self.reading.others = people
        self.used.update(range(first, last))
        return last, last + 1, piece.text

    def breaks_off(self, number: int) -> bool:
        """Whether a line of a title broke off before a piece: the list has titles and links on one line."""
        piece, before = self.pieces[number], self.pieces[number - 1]
        if not self.habits.one_line or piece.line == before.line or self.item.cells:
            return False
        if not (is_plain(piece) and is_plain(before)) or before.text.rstrip().endswith("."):
            return False
        lines = [one.line for one in self.pieces if one.link >= 0 and self.urls[one.link]]
        text = piece.text.strip(EDGES + "[](){}.")
        linked = piece.line in lines and before.line not in lines
        last = piece is self.pieces[-1] and before.line in lines and len(text.split()) <= _FEW
        last = last and text[:1] == piece.text[:1] and not piece.text.rstrip().endswith(".")
        return (linked or last) and when_where(text) is None and people_in(text) is None

    def emphasises(self, number: int) -> bool:
        """Whether a piece is words that a title emphasises."""
        behind = self.pieces[number + 1] if number + 1 < len(self.pieces) else None
        return lies_inside(self.pieces[number], self.pieces[number - 1], behind)

    def is_slanted_title(self, number: int, pool: list[int]) -> bool:
        """Whether words in italics come first and are many and nobody's names."""
        words = self.pieces[number].text
        first = next((i for i in pool if self.pieces[i].italic or not self.is_tags(i)), None)
        return (
            first == number and len(words.split()) > LEAST and people_in(words, marked=True) is None
        )

    def is_tags(self, number: int) -> bool:
        """Whether a piece is nothing but tags and signs: `⭐ (CVPR 2022) [Mesh]`."""
        text = without_emoji(self.pieces[number].text).strip()
        while (tag := TAG.match(text)) is not None:
            text = text[tag.end() :]
        return not text.strip(EDGES)

    def says_venue(self, text: str) -> bool:
        """Whether plain words state a venue and no title with a venue behind it."""
        if when_where(text) is None or (self.habits.led and venue_in_front(text) is not None):
            return False
        if (
            self.item.cells and "title" in self.roles.values()
        ):  # unless it is all that the cell says
            words = [
                p.text for i, p in enumerate(self.pieces) if self.title_cell(i) and not p.image
            ]
            return any(map(str.isalnum, "".join(words).replace(text, "", 1)))
        first = re.split(r"[,.;|]\s", text.strip(EDGES + "."), maxsplit=1)[0]
        return len(first.split()) <= LEAST or when_where(first) is not None

    def title_cell(self, i: int) -> bool:
        """Whether a piece stands in the column of titles."""
        return self.roles.get(self.item.cells[i], "title") == "title"
