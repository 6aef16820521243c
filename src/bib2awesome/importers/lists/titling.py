"""Where the title of an item stands: linked, bold, quoted or plain."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.inlines import Piece, plain
from bib2awesome.importers.lists.labels import (
    is_attribute_name,
    is_bare_label,
    is_dated_name,
    is_label,
    is_paper_host,
    names_venue,
)
from bib2awesome.importers.lists.people import families_in, people_in
from bib2awesome.importers.lists.remainder import EDGES, without_emoji
from bib2awesome.importers.lists.trailing import TAG, Trailing
from bib2awesome.importers.lists.when_where import when_where
from bib2awesome.importers.lists.wording import (
    DATED,
    LEAST,
    begins_title,
    is_name,
    is_placed,
    is_plain,
    is_title_case,
    is_word,
    runs_on,
)

__all__ = ["Titling"]

_QUOTED = re.compile(r"[\"\u201c\u300a]([^\"\u201c\u201d\u300a\u300b]{12,400})[\"\u201d\u300b]")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_ADDRESS = re.compile(r"https?://\S+|\S*\d{4}\S*[/.%]\S*\d\S*|\S*[/%]\S*\d{4}\S*", re.IGNORECASE)
"""An address or DOI, not the words of a title."""
_GOES_ON = re.compile(r"\s(?:with|for|of|in|by|via|using|from|on)\s")
_MOST = 0.6


class Titling(Trailing):
    """An item whose title is found."""

    def title(self, preferred: str) -> int:
        """Find the title; returns the number of the link it is, or -1."""
        at = self.candidates()
        plain_first = at.get("plain", (0,))[0]
        if preferred == "plain" and any(
            one[0] < plain_first
            or (style == "quoted" and one[0] == plain_first and self.is_behind_people())
            for style, one in at.items()
        ):
            preferred = ""  # plain words behind a marked title or around it are something else
        quoted, link = at.get("quoted"), at.get("link")
        if quoted and link and quoted[0] == link[0] and self.is_behind_people():
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

    def is_behind_people(self) -> bool:
        """Whether authors stand before a quoted title, so that it is the whole."""
        who = self.around[0].strip(EDGES + ".")
        return people_in(who, marked=True) is not None or families_in(who) is not None

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
        if lead is not None and lead.link < 0 and self.words and is_name(lead.text):
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
        for i in pool:
            piece = self.pieces[i]
            match = (
                _QUOTED.search(piece.text) if piece.link < 0 or not is_label(piece.text) else None
            )
            if match and "quoted" not in found and self.is_quoted_title(piece, match):
                found["quoted"] = (i, i + 1, match[1])
                self.around = (piece.text[: match.start()], piece.text[match.end() :])
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
        text = self.plain_title(pool)
        if text and not cells and self.pieces[text[0]].italic:
            found = {how: one for how, one in found.items() if one[0] < text[0]}
            bold = found.get("bold")  # what is marked behind it says something of it
        if text and bold and bold[1] - 1 == text[0]:
            text = bold  # a head with a colon, and the title it begins
        if text:
            found["plain"] = text
        return found

    def linked_title(self, first: int) -> tuple[int, int, str]:
        """Return the title that a link is or begins: `[TextBrewer](paper): A Toolkit for Distillation`."""
        link = self.pieces[first].link
        last = first
        while last < len(self.pieces) and self.pieces[last].link == link:
            last += 1
        text = self.words[link]
        url = self.urls[link]
        few = len(text.split()) <= LEAST
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

    def is_quoted_title(self, piece: Piece, match: re.Match[str]) -> bool:
        """Whether quoted words are the title: most of a marked stretch, or first in a plain one."""
        if len(match[1].split()) < 2:  # noqa: PLR2004
            return False
        if piece.link >= 0 or piece.bold:
            whole = len(match[0]) > _MOST * len(piece.text.strip())
            self.around = (piece.text[: match.start()], "")
            return whole or self.is_behind_people()
        before = TAG.sub("", piece.text[: match.start()]).strip(EDGES + ".")
        return len(before.split()) <= LEAST or people_in(before, marked=True) is not None

    def title_cell(self, i: int) -> bool:
        """Whether a piece stands in the column of titles."""
        return self.roles.get(self.item.cells[i], "title") == "title"

    def before(self, text: str) -> None:
        """Take what stands before a quoted title."""
        names = text.strip(EDGES + ".")
        who = families_in(names) if "," not in names else None
        if who is not None and len(who.names) > 1:
            self.reading.authors, self.reading.others = who
        elif text.strip(EDGES + "."):
            self.left(text)

    def is_title_link(self, link: int) -> bool:
        """Whether a link has a title for its words, no label and no venue."""
        words = self.words[link].strip()
        if names_venue(words) or _ADDRESS.fullmatch(words):
            return False
        if is_label(words) and (is_bare_label(words) or not self.alone(link, bold=True)):
            return False
        if is_dated_name(words) and not self.alone(link):
            return False
        return (
            len(words.split()) >= LEAST
            or len(words) > 16  # noqa: PLR2004
            or bool(self.item.cells)
            or self.alone(link)
        )

    def alone(self, link: int, *, bold: bool = False) -> bool:
        """Whether a linked word comes first in its item, but for a year: a title of one word.

        Args:
            link: The number of the link.
            bold: Only one that is bold.
        """
        first = next(
            (
                p
                for p in self.pieces
                if not (p.image or p.code) and DATED.sub("", p.text).strip(EDGES)
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

    def bold(self, pool: list[int]) -> tuple[int, int, str] | None:
        """Return the bold title, with what a colon joins to it."""
        best: tuple[int, int, str] | None = None
        i = 0
        while i < len(pool):
            at = pool[i]
            if not self.pieces[at].bold or self.pieces[at].link >= 0:
                i += 1
                continue
            last = self.bold_run(at)
            text = plain(" ".join(p.text for p in self.pieces[at:last]))
            i = next((n for n in range(i, len(pool)) if pool[n] >= last), len(pool))
            if (
                is_label(text)
                or is_attribute_name(text)
                or when_where(text, tag=text.startswith(("[", "(")))
                or TAG.fullmatch(text)
            ):
                continue
            joined = self.joined(last, text)
            if joined is not None:
                return at, last + 1, joined
            if best is None or (len(best[2].split()) < LEAST <= len(text.split())):
                best = (at, last, text)
        if best is not None and len(best[2].split()) <= 2:  # noqa: PLR2004
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
            if before.endswith("[") and any(
                begins_title(p.text.lstrip("]"))
                for p in self.pieces[best[1] :]
                if is_plain(p) and p.line == self.pieces[best[0]].line
            ):
                return None  # a tag, then the title
        return best

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
            if piece.line != self.pieces[first].line and is_attribute_name(piece.text):
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

    def plain_title(self, pool: list[int]) -> tuple[int, int, str] | None:
        """Return the first plain words that can be a title."""
        for i in pool:
            piece = self.pieces[i]
            slanted = piece.italic and piece.link < 0 and not piece.bold
            slanted = slanted and (bool(self.item.cells) or self.is_slanted_title(i, pool))
            if not (is_plain(piece) or slanted) or (piece.code and not self.item.cells):
                continue
            last, text = i + 1, piece.text
            while last < len(self.pieces) and runs_on(self.pieces[last], self.pieces[last - 1]):
                if self.pieces[last].bold and is_word(text):
                    break  # a name, and the title behind it
                text += self.pieces[last].text
                last += 1
            whole = text
            text = without_emoji(text)
            while (tag := TAG.match(text)) is not None:
                text = text[tag.end() :]
            if len(text.strip(EDGES + "[](){}.").split()) >= 2 or self.item.cells:  # noqa: PLR2004
                if self.says_venue(text) or not text.strip(EDGES + "[](){}."):
                    continue
                if text.rstrip().endswith(":") and is_label(_ASIDE.sub("", text)):
                    continue  # what follows is the title
                return i, last, whole
        return None

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
        if when_where(text) is None:
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
