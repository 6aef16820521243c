"""Titles in bold: heads with a colon, names in front of a title, tags."""

from __future__ import annotations

from bisect import bisect_left

from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.edges import EDGES
from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.labels import (
    is_attribute_name,
    is_dated_name,
    is_label,
    is_paper_host,
    may_be_title,
)
from bib2awesome.importers.lists.leading import Leading
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import when_where
from bib2awesome.importers.lists.wording import LEAST, begins_title, is_plain

__all__ = ["BoldTitles"]


class BoldTitles(Leading):
    """An item whose title may be bold."""

    def bold(self, pool: list[int]) -> tuple[int, int, str] | None:
        """Return the bold title, with what a colon joins to it."""
        best: tuple[int, int, str] | None = None
        i = 0
        while i < len(pool):
            at = pool[i]
            if not self.pieces[at].bold or self.pieces[at].link >= 0 or self.is_tag_behind(at):
                i += 1
                continue
            last = self.bold_run(at)
            text = plain(" ".join(p.text for p in self.pieces[at:last]))
            i = bisect_left(pool, last, i)
            if (
                (is_label(text) and not self.is_titled_bold(at, last, text))
                or is_attribute_name(text)
                or (self.says_place(text) if text.startswith(("[", "(")) else when_where(text))
                or TAG.fullmatch(text)
                or text.endswith(("et al.", "et al"))
            ):
                continue
            titled = best is not None and len(best[2].split()) >= LEAST
            joined = self.joined(last, text) if not titled else None
            if joined is not None:
                return at, last + 1, joined
            if best is None or (len(best[2].split()) < LEAST <= len(text.split())):
                best = (at, last, text)
        if best is not None and (len(best[2].split()) <= 2 or is_dated_name(best[2])):  # noqa: PLR2004
            following = self.pieces[best[1]] if best[1] < len(self.pieces) else None
            before = self.pieces[best[0] - 1].text.rstrip() if best[0] else ""
            described = (
                following is not None and following.text.lstrip().startswith(("-", "\u2013"))
            ) and not any(url and is_paper_host(url) for url in self.urls)
            if (
                following is not None
                and not described
                and is_plain(following)
                and begins_title(following.text)
            ):
                return None  # an acronym, then the title
            if before.endswith(("[", "(")) and any(
                begins_title(p.text.lstrip("])"))
                for p in self.pieces[best[1] :]
                if is_plain(p) and p.line == self.pieces[best[0]].line
            ):
                return None  # a tag, then the title
        return best and (self.emphasised_behind(best) or best)

    def emphasised_behind(self, bold: tuple[int, int, str]) -> tuple[int, int, str] | None:
        """Take bold authors right before a title in italics, which it returns: `**Ada Lovelace** - *A Calculus of Looms* (1984)`."""
        at = bold[1] + 1
        if at >= len(self.pieces) or self.pieces[bold[1]].text.strip(EDGES):
            return None
        piece = self.pieces[at]
        beside = piece.italic and piece.link < 0 and piece.line == self.pieces[bold[0]].line
        text = plain(piece.text) if beside else ""
        people = people_in(bold[2], marked=True) if len(text.split()) >= LEAST else None
        who, stop, _ = text.partition(". ")
        if people is None or people_in(who, marked=bool(stop)) is not None:
            return None
        if len(people.names) == 1 and not (people.others or self.habits.signed):
            return None  # as likely a name: `**Deep Loom** - *A loom for all*`
        self.reading.authors, self.reading.others = people
        return bold[0], at + 1, text

    def says_place(self, text: str) -> bool:
        """Whether what begins with a bracket is a venue or date, and no name behind one: `[CCS 2018] **Loom**`."""
        tag = TAG.match(text)
        name = text[tag.end() :] if tag is not None else ""
        if name and when_where(name) is None and when_where(text[: -len(name)]) is not None:
            return False
        return when_where(text, tag=True) is not None

    def is_titled_bold(self, first: int, last: int, text: str) -> bool:
        """Whether bold words with a label among them stand where titles do: `**Dataset Distillation**`."""
        if not may_be_title(text):
            return False
        before = (p for p in self.pieces[:first] if not (p.image or p.code or p.link >= 0))
        behind = self.pieces[last].text.lstrip() if last < len(self.pieces) else ""
        if any(p.text.strip(EDGES + "[]()") and when_where(p.text) is None for p in before):
            return False
        return not behind.startswith(":")

    def is_tag_behind(self, number: int) -> bool:
        """Whether a piece is a tag in brackets behind plain words or a link: `A Calculus [**cls.**]`."""
        for i in range(number - 1, -1, -1):
            before = self.pieces[i]
            if before.line != self.pieces[number].line or before.text.rstrip().endswith("]"):
                return False
            head, bracket, _ = before.text.rpartition("[")
            if bracket:
                return i > 0 or len(head.split()) > LEAST
            if before.link >= 0 or (is_plain(before) and before.text.strip()):
                return False
        return False

    def bold_run(self, first: int) -> int:
        """Return the number behind the bold pieces from `first` on; a head with a colon goes on in the next."""
        last = first
        while last < len(self.pieces):
            piece = self.pieces[last]
            blank = not piece.text.strip() and piece.link < 0 and not piece.image
            if blank and not self.pieces[last - 1].text.rstrip().endswith((":", "\uff1a")):
                break
            if not blank and (not piece.bold or piece.link >= 0):
                break
            if piece.line != self.pieces[first].line and (
                is_attribute_name(piece.text) or when_where(piece.text) is not None
            ):
                break
            last += 1
        while last > first + 1 and not self.pieces[last - 1].text.strip():
            last -= 1
        return last

    def joined(self, last: int, text: str) -> str | None:
        """Return the title that a bold head ending in a colon begins, or None."""
        if last >= len(self.pieces):
            return None
        following = self.pieces[last]
        if not is_plain(following) or following.line != self.pieces[last - 1].line:
            return None
        rest = following.text
        if text.endswith((":", "\uff1a")):
            return f"{text} {rest.strip()}" if len(rest.split()) > 1 else None
        if rest.lstrip().startswith((":", "\uff1a")) and len(rest.split()) > 2:  # noqa: PLR2004
            rest = rest.lstrip(" :\uff1a")
            return f"{text}: {rest}"
        return None
