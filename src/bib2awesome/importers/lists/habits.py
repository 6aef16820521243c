"""What most items of a list do, by which the others are read."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from bib2awesome.importers.lists.model import Item, Reading
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import venue_in_front

__all__ = ["Habits", "habits_of"]

_FEWEST, _FEW, _NEARLY_ALL = 8, 5, 0.8


class Habits(NamedTuple):
    """What most items of a list do, by which the others are read.

    Attributes:
        style: How they mark their title (`Reading.style`), "" for no preference.
        trailing: Whether the venue trails behind the title, so that a name there is one, known or not.
        names_first: Whether authors stand before a title, so that one name with a comma, colon or full stop is one.
        signed: Whether they state authors, so that a single name is one.
        one_line: Whether title and links stand on one line, so that a title without goes on in the next.
        linked: Whether the venue is the words of a link, so that a name there is one, known or not.
        led: Whether titles have venue and year, or year, in front with no sign between: `ICCV21 A Title`, `2021 A Title`.
    """

    style: str = ""
    trailing: bool = False
    names_first: bool = False
    signed: bool = False
    one_line: bool = False
    linked: bool = False
    led: bool = False


def habits_of(read: list[tuple[Item, Reading]]) -> Habits:
    """Return what most items do, by items that were read without."""
    styled = [one for _, one in read if one.style]
    read = [(item, one) for item, one in read if one.style and not one.problem]
    votes = Counter(one.style for _, one in read)
    most = len(read) / 2
    trailing = sum(one.place == "trailing" for _, one in read)
    first = sum(one.style == "plain" and _begins_with_names(item, one) for item, one in read)
    if first <= most and first * _FEW > len(read) >= _FEWEST:
        alike = sum(not one.authors and _may_begin_with_names(item) for item, one in read)
        first = len(read) if first + alike > _NEARLY_ALL * len(read) else first
    signed = sum(bool(one.authors) for _, one in read)
    style = votes.most_common(1)[0][0] if votes else ""
    whole = sum(map(_is_one_line, (item for item, _ in read)))
    one_line = len(read) >= _FEWEST and whole >= _NEARLY_ALL * len(read)
    linked = sum(one.place == "link" for _, one in read)
    led = sum(venue_in_front(one.title) is not None for one in styled)
    return Habits(
        style,
        trailing > most,
        first > most,
        signed > most,
        one_line,
        linked > most,
        led > len(styled) / 2,
    )


def _is_one_line(item: Item) -> bool:
    """Whether the first link of an item stands on its first line."""
    pieces = item.text.pieces
    first = next((piece.line for piece in pieces if piece.link >= 0), -1)
    return not item.cells and first == pieces[0].line


def _begins_with_names(item: Item, reading: Reading) -> bool:
    """Whether the first author's name is what an item begins with."""
    name = reading.authors[0] if reading.authors else None
    text = item.text.pieces[0].text.lstrip()
    return name is not None and text.startswith((name.given or name.family, name.family))


def _may_begin_with_names(item: Item) -> bool:
    """Whether an item begins with what may be a name and a colon or full stop: `Ada Lovelace: Looms`."""
    text = item.text.pieces[0].text
    before = min((text.partition(sign)[0] for sign in (": ", ". ")), key=len)
    people = people_in(before, marked=True) if before != text else None
    return people is not None and (len(people.names) > 1 or bool(people.names[0].given))
