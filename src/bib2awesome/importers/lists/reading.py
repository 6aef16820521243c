"""One item, read: title, authors, venue and date, links, and what is left over.

Links are settled first, then the title (by the list's grammar, else by the item's own marks); what
remains is cut at lines and punctuation, and each segment is a venue, a date, authors, or a remark.
"""

from __future__ import annotations

from bib2awesome.importers.lists.beside_title import BesideTitle
from bib2awesome.importers.lists.edges import EDGES, has_figure, is_punctuation
from bib2awesome.importers.lists.habits import Habits
from bib2awesome.importers.lists.labels import WORKS, is_attribute_name, is_bare_label, is_label
from bib2awesome.importers.lists.model import Item, Reading
from bib2awesome.importers.lists.people import families_in, people_in
from bib2awesome.importers.lists.segments import Segment
from bib2awesome.importers.lists.when_where import WhenWhere, when_where
from bib2awesome.papers.identifiers import identify

__all__ = ["NOTHING_ELSE", "names_work", "read_item"]

NOTHING_ELSE = "no link, venue, year or authors"
"""What is wrong with a title that stands alone."""

_NONE = Habits()
_LONGEST_DATE = 24
_MOST_WORDS, _LITTLE = 10, 4
"""Words of the name of a venue that only its place gives away, and letters of one of them that may be small."""


def names_work(reading: Reading) -> bool:
    """Whether a link of an item names a work, and not only code or a page."""
    return any(found.scheme in WORKS for link in reading.links for found in identify(link.url))


def read_item(item: Item, habits: Habits = _NONE, columns: list[str] | None = None) -> Reading:
    """Return what an item says.

    Args:
        item: The item.
        habits: What most items of the list do.
        columns: Of a row: what each column of its table holds.
    """
    return _Item(item, dict(enumerate(columns or ())), habits).read()


def _is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    found = when_where(text) if len(text) < _LONGEST_DATE and text[-1:].isdigit() else None
    return found is not None and found.year is not None and not (found.venue or found.extra)


def _is_signed(text: str) -> bool:
    """Whether a text is authors, or two families: `Lovelace and Babbage`."""
    two = " and " in text or " & " in text
    return people_in(text, marked=True) is not None or (two and families_in(text) is not None)


class _Item(BesideTitle):
    def read(self) -> Reading:
        self.unwrap()
        title = self.title(self.habits.style)
        self.links(title)
        self.rest()
        self.finish()
        return self.reading

    def rest(self) -> None:
        if self.item.cells:
            self.columns()
        self.linked_people()
        segments = list(map(self.unindexed, self.segments()))
        texts = [one.text for one in segments] + [""]
        dated = False
        unsigned = True
        for number, one in enumerate(segments):
            behind = unsigned and bool(self.reading.authors)
            signed = behind and texts[number - 1].rstrip().endswith((".", ":"))
            unsigned = not self.reading.authors
            if dated:
                dated = False
            elif is_punctuation(one.text) or (one.leading and self.before_title(one)):
                pass
            elif one.marked and (found := self.apart(one.text, texts[number + 1])):
                self.place(found, "line")
                dated = True
            elif not (
                (signed and one.slanted and self.journal_behind(one.text))
                or (
                    (signed or (behind and one.text.startswith(".")))
                    and self.dated_behind(one.text)
                )
            ):
                self.segment(one.text, marked=one.marked)
        if self.cited:
            self.behind_cited()
        self.volume_beside()

    def unindexed(self, one: Segment) -> Segment:
        """Return a stretch without the numbers of indexes behind it."""
        text = self.before_indexes(one.text)
        return one if text == one.text else one._replace(text=text)

    def apart(self, text: str, following: str) -> WhenWhere | None:
        """Return the venue that `*Venue*, 2021` names: a marked name with nothing but a date behind it."""
        figures = has_figure(following)
        name = text.strip(EDGES + ".") if figures else ""
        date = when_where(following) if figures else None
        if not name or len(name.split()) > _MOST_WORDS or (date is not None and date.venue):
            return None
        cited = when_where(f"{text.strip(EDGES)}, {following.strip(EDGES)}", tag=True)
        if cited is not None and cited.issue is not None:
            return cited
        if date is None or not date.year:
            return None
        if is_label(name) or is_attribute_name(name) or when_where(name) or _is_signed(name):
            return None
        return when_where(f"{name}, {following.strip(EDGES)}", tag=True)

    def journal_behind(self, text: str) -> bool:
        """Take words in italics right behind authors for the venue, known or not: `Lovelace et al. *Looms Today*`."""
        name = text.strip(EDGES + ".")
        words = name.split()
        proper = all(word[0].isupper() or len(word) <= _LITTLE for word in words)
        if self.reading.venue or not proper or not name[:1].isupper() or len(words) > _MOST_WORDS:
            return False
        if is_bare_label(name) or is_attribute_name(name):
            return False
        if has_figure(text) or when_where(text) is not None:
            return False
        self.place(WhenWhere(name), "line")
        return True

    def dated_behind(self, text: str) -> bool:
        """Take a name and year behind the full stop of authors for the venue, known or not: `*Ada Lovelace*. Looms Today 2020.`."""
        name = text.strip(EDGES + ".[(")
        if self.reading.venue or not name[-4:].isdigit():
            return False
        whole = name[:1].isupper() and ". " not in name and ":" not in name
        found = when_where(name, tag=True) if whole else None
        if found is None or not (found.venue and found.year):
            return False
        self.place(found, "line")
        return True

    def finish(self) -> None:
        reading = self.reading
        reading.year = reading.year or self.cited_year
        self.stamp()
        if not reading.title and reading.short:
            reading.title, reading.short = reading.short, ""
        if reading.short == reading.title:
            reading.short = ""
        if self.new and not (reading.venue or names_work(reading)):
            reading.kind = "other"
        if not any(map(str.isalnum, reading.title)):
            reading.problem = "no title"
        elif not (
            self.item.text.urls or reading.links or reading.venue or reading.year or reading.authors
        ):
            reading.problem = NOTHING_ELSE
        elif (
            _is_date(reading.title)
            or reading.title == "et al."
            or reading.title.startswith(("...", "\u2026"))  # `... (to be completed)`
            or (self.item.cells and is_bare_label(reading.title))
        ):
            reading.problem = "no title"
