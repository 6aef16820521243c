"""One item, read: title, authors, venue and date, links, and what is left over.

Links are settled first, then the title (by the list's grammar, else by the item's own marks); what
remains is cut at lines and punctuation, and each segment is a venue, a date, authors, or a remark.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bib2awesome.importers.lists.cells import Cells
from bib2awesome.importers.lists.habits import Habits
from bib2awesome.importers.lists.inlines import Piece
from bib2awesome.importers.lists.labels import (
    WORKS,
    is_attribute_name,
    is_bare_label,
    is_kind,
    is_label,
    is_news,
    names_venue,
)
from bib2awesome.importers.lists.linking import Linking
from bib2awesome.importers.lists.model import Item, Reading
from bib2awesome.importers.lists.people import families_in, people_in
from bib2awesome.importers.lists.placing import badge_text
from bib2awesome.importers.lists.remainder import (
    EDGES,
    LABELLED,
    STARS,
    unbracketed,
    without_emoji,
)
from bib2awesome.importers.lists.titling import Titling
from bib2awesome.importers.lists.trailing import TAG
from bib2awesome.importers.lists.when_where import WhenWhere, when_where
from bib2awesome.papers.identifiers import identify

__all__ = ["NOTHING_ELSE", "names_work", "read_item"]

NOTHING_ELSE = "no link, venue, year or authors"
"""What is wrong with a title that stands alone."""

_SENTENCE = re.compile(r"[,;|]|\.(?:\s|$)")
_LATE_YEAR = re.compile(
    r"(?:\b(?:vol|no|pp)\.?\s*\d[^;]{0,80}?|^[A-Z][\w .&-]{2,60}),\s*\(?((?:19|20)\d\d)\)?\.?(?:\s*doi\b.*)?$"
)
_NONE = Habits()
_LONGEST_DATE = 24
_BEFORE_MARKED = frozenset("in at by of on see via from for accepted appeared published".split())
"""Behind one of them words in italics or bold are rather a venue or somebody's name."""
_MOST_WORDS, _MOST_NAME = 10, 4
"""Of the name of a venue that only its place gives away, and of a name."""


def names_work(reading: Reading) -> bool:
    """Whether a link of an item names a work, and not only code or a page."""
    return any(found.scheme in WORKS for link in reading.links for found in identify(link.url))


_BACK = re.compile(
    r"\W*(?:go |jump |return )?(?:back )?to (?:the )?(?:top|(?:table of )?contents?|toc|index|menu|list)\W*",
    re.IGNORECASE,
)


def read_item(item: Item, habits: Habits = _NONE, columns: list[str] | None = None) -> Reading:
    """Return what an item says.

    Args:
        item: The item.
        habits: What most items of the list do.
        columns: Of a row: what each column of its table holds.
    """
    return _Item(item, dict(enumerate(columns or ())), habits).read()


class _Segment(NamedTuple):
    """A stretch of text: whether it stands apart (a line of its own, italics), before the title, or marked as names are."""

    text: str
    marked: bool
    leading: bool
    named: bool = False
    slanted: bool = False


def _form(piece: Piece) -> tuple[bool, bool, bool]:
    return piece.bold, piece.italic, piece.code


def _names_on(before: str, piece: Piece) -> bool:
    """Whether a list of authors goes on: `**Ada Lovelace**, Charles Babbage`; a journal and its volume do not."""
    if piece.code or not (before.rstrip().endswith(",") or piece.text.startswith(",")):
        return False
    whole = f"{before}{piece.text}".strip(EDGES)
    cited = when_where(whole, tag=True)
    return people_in(whole, marked=True) is not None and not (cited and cited.issue)


def _goes_on(before: str, last: Piece, piece: Piece) -> bool:
    """Whether a sentence goes on with words in another form: `attacks both *small* and *large* looms`.

    Also what follows a head in bold: `**Problem**: Looms are slow.`
    """
    if last.line != piece.line or last.link >= 0:
        return False
    if any(_form(last)) and not any(_form(piece)):
        if last.text != before:
            return piece.text[:1] in " ,.;:)"
        return _is_head(before, piece.text)
    words = before.split()
    return (
        any(_form(piece))
        and not any(_form(last))
        and before.endswith(" ")
        and len(words) > 1
        and words[-1].islower()
        and words[-1].isalpha()
        and words[-1] not in _BEFORE_MARKED
    )


def _is_head(marked: str, following: str) -> bool:
    """Whether marked words name what follows them: `**Problem:** Looms are slow`, `**Authors**: Ada Lovelace`."""
    if not (following.startswith(": ") or marked.rstrip().endswith(":")):
        return False
    if LABELLED.match(f"{marked.strip(' :')}: {following}"):
        return True
    known = is_bare_label(marked) or is_attribute_name(marked.strip())
    named = people_in(following.strip(EDGES), marked=True) if "," in following else None
    return not known and named is None and when_where(marked) is None


def _is_open(text: str) -> bool:
    """Whether a bracket opens that does not close, so that the next line is still inside it."""
    return text.count("(") > text.count(")")


def _is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    found = when_where(text) if len(text) < _LONGEST_DATE and text[-1:].isdigit() else None
    return found is not None and found.year is not None and not (found.venue or found.extra)


def _is_word(text: str) -> bool:
    return any(map(str.isalpha, text)) and _SENTENCE.search(text) is None


class _Item(Titling, Linking, Cells):
    def read(self) -> Reading:
        title = self.title(self.habits.style)
        self.links(title)
        self.rest()
        self.finish()
        return self.reading

    def rest(self) -> None:
        if self.item.cells:
            self.columns()
        self.linked_people()
        segments = self.segments()
        texts = [one.text for one in segments] + [""]
        dated = False
        unsigned = True
        for number, one in enumerate(segments):
            signed = unsigned and bool(self.reading.authors)
            signed = signed and texts[number - 1].rstrip().endswith((".", ":"))
            unsigned = not self.reading.authors
            if dated:
                dated = False
            elif (
                self.before_title(one)
                if one.leading
                else not number and self.name_behind(one, texts[1])
            ):
                pass
            elif one.marked and (found := self.apart(one.text, texts[number + 1])):
                self.place(found, "line")
                dated = True
            elif not (signed and one.slanted and self.journal_behind(one.text)):
                self.segment(one.text, marked=one.marked)
        self.behind_cited()

    def segments(self) -> list[_Segment]:
        """Return the stretches of one form that are neither title nor link; takes badges on the way."""
        found: list[_Segment] = []
        first = min(self.used, default=0)
        previous: Piece | None = None
        for i, piece in enumerate(self.pieces):
            aside = self.item.cells and not self.title_cell(i)
            if i in self.used or aside or self.leads_up(piece):
                previous = None
            elif piece.image and (piece.link < 0 or self.urls[piece.link] is None):
                self.badge(piece)
            elif piece.link >= 0 and self.urls[piece.link] is not None:
                previous = None
            else:
                if previous is not None and (
                    _goes_on(found[-1].text, previous, piece)
                    or (
                        (_form(previous) == _form(piece) or _names_on(found[-1].text, piece))
                        and (previous.line == piece.line or _is_open(found[-1].text))
                    )
                ):
                    gap = "" if previous.line == piece.line else " "
                    found[-1] = found[-1]._replace(text=f"{found[-1].text}{gap}{piece.text}")
                else:
                    apart = previous is None or previous.line != piece.line
                    found.append(
                        _Segment(
                            piece.text,
                            apart or any(_form(piece)),
                            i < first,
                            piece.code or piece.bold,
                            piece.italic,
                        )
                    )
                previous = piece
        return found

    def leads_up(self, piece: Piece) -> bool:
        """Whether a link goes up the page: `(go back to table of contents)`."""
        url = self.item.text.urls[piece.link] if piece.link >= 0 else ""
        return url.startswith("#") and _BACK.fullmatch(piece.text) is not None

    def before_title(self, one: _Segment) -> bool:
        """Take what stands in front of the title: a family name, tags, a name."""
        family = not one.named and self.family_before(one.text)
        return family or self.tags_before(one.text) or self.name_before(one.text)

    def tags_before(self, text: str) -> bool:
        """Take several tags in front of the title, or one that lists names: `(CVPR 2022) [Mesh]`, `[RPN, ROI]`."""
        if text.count("[") + text.count("(") < 2 and "," not in text:  # noqa: PLR2004
            return False
        said = text
        text, tags = without_emoji(text).strip(), list[str]()
        while (match := TAG.match(text)) is not None:
            tags.append((match[1] or match[2]).strip())
            text = text[match.end() :]
        if text.strip(EDGES) or (len(tags) == 1 and when_where(tags[0], tag=True) is not None):
            return False
        for tag in tags:
            self.tag(tag)
        if tags:
            self.signs(said)
        return bool(tags)

    def name_before(self, text: str) -> bool:
        """Take a name in front of the title: `RoboCat **RoboCat: A self-improving agent**`, `[**GPTQ**] …`."""
        name = unbracketed(without_emoji(text)).strip(":").strip()
        if name.startswith("(") and name.endswith(")") and name.count("(") == 1:
            name = name[1:-1].strip()
        if not name or self.reading.short or len(name.split()) > _MOST_NAME or not _is_word(name):
            return False
        if is_label(name) or is_kind(name):
            return False
        if is_news(name):
            self.tag(name)
            return True
        if when_where(name, tag=any(map(str.isdigit, name))) is not None:
            return False
        self.reading.short = name
        self.signs(text)
        return True

    def family_before(self, text: str) -> bool:
        """Take a family name with a full stop in front of the title: `Lovelace. **Notes on the Engine.** …`."""
        name = text.strip()
        if not name.endswith(".") or not name[1:-1].islower() or self.reading.authors:
            return False
        people = families_in(name[:-1])
        if people is None or is_label(name):
            return False
        self.reading.authors, self.reading.others = people
        return True

    def name_behind(self, one: _Segment, following: str) -> bool:
        """Take a name that stands as code behind a title that opened its bracket: ``A Calculus (`Loom`)``."""
        name = one.text.strip()
        if self.reading.short or not one.named or not following.startswith((")", "]")):
            return False
        if len(name.split()) != 1 or not _is_word(name) or name.islower():
            return False
        if is_label(name) or is_kind(name) or when_where(name) is not None:
            return False
        self.reading.short = name
        return True

    def linked_people(self) -> None:
        """Take authors whose names are links to their pages; the links stay links."""
        taken = {self.pieces[i].line for i in self.used}
        lines: dict[int, list[int]] = {}
        for i, piece in enumerate(self.pieces):
            if not self.item.cells and (piece.line not in taken or piece.italic):
                lines.setdefault(piece.line, []).append(i)
        for numbers in lines.values():
            named = [i for i in numbers if self.pieces[i].link >= 0 and self.names_person(i)]
            if not named or self.reading.authors:
                continue
            others = [i for i in numbers if self.pieces[i].link >= 0 and i not in named]
            last = next((i for i in others if i > named[-1]), numbers[-1] + 1)
            own = [i for i in numbers if i < last]
            people = people_in("".join(self.pieces[i].text for i in own).strip(EDGES), marked=True)
            if people is not None:
                self.reading.authors, self.reading.others = people
                self.used.update(own)

    def names_person(self, number: int) -> bool:
        """Whether a piece is nothing but somebody's name: two words or more, no label, no venue."""
        words = self.pieces[number].text.strip()
        if self.pieces[number].image or len(words.split()) < 2 or is_label(words):  # noqa: PLR2004
            return False
        if names_venue(words) or any(map(str.isdigit, words)):
            return False
        return people_in(words, marked=True) is not None

    def apart(self, text: str, following: str) -> WhenWhere | None:
        """Return the venue that `*Venue*, 2021` names: a marked name with nothing but a date behind it."""
        name = text.strip(EDGES + ".")
        if len(name.split()) > _MOST_WORDS or not any(map(str.isdigit, following)):
            return None
        cited = when_where(f"{text.strip(EDGES)}, {following.strip(EDGES)}", tag=True)
        if cited is not None and cited.issue is not None:
            return cited
        date = when_where(following)
        if date is None or date.venue or not date.year:
            return None
        if is_label(name) or is_attribute_name(name) or when_where(name):
            return None
        if people_in(name, marked=True) is not None:
            return None
        return when_where(f"{name}, {following.strip(EDGES)}", tag=True)

    def journal_behind(self, text: str) -> bool:
        """Take words in italics right behind authors for the venue, known or not: `Lovelace et al. *Looms Today*`."""
        name = text.strip(EDGES + ".")
        words = name.split()
        proper = all(word[0].isupper() or len(word) <= _MOST_NAME for word in words)
        if self.reading.venue or not proper or not name[:1].isupper() or len(words) > _MOST_WORDS:
            return False
        if is_bare_label(name) or is_attribute_name(name):
            return False
        if any(map(str.isdigit, text)) or when_where(text) is not None:
            return False
        self.place(WhenWhere(name), "line")
        return True

    def badge(self, piece: Piece) -> None:
        """Take what a badge or another image says that is no link."""
        said = badge_text(piece.image)
        text = (said or piece.text).replace("--", "-")
        if self.take_badge(piece.image):
            return
        found = when_where(text)
        if found is not None and found.venue:
            self.place(found, "badge")
        elif said and not STARS.search(piece.image) and not is_bare_label(text):
            self.remark(text.strip("- "))

    def late_year(self) -> int | None:
        """Return the year behind a volume, pages or a journal that stayed a remark: `vol. 33, pp. 1-10, 2020`."""
        found = (_LATE_YEAR.search(remark) for remark in self.reading.remark)
        return next((int(match[1]) for match in found if match is not None), None)

    def finish(self) -> None:
        reading = self.reading
        reading.year = reading.year or self.cited_year or self.late_year()
        self.stamp()
        if not reading.title and reading.short:
            reading.title, reading.short = reading.short, ""
        if reading.short == reading.title:
            reading.short = ""
        if self.new and not (reading.venue or names_work(reading)):
            reading.kind = "other"
        if not reading.title:
            reading.problem = "no title"
        elif not (
            self.item.text.urls or reading.links or reading.venue or reading.year or reading.authors
        ):
            reading.problem = NOTHING_ELSE
        elif _is_date(reading.title):
            reading.problem = "no title"
