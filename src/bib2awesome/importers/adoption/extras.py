"""What many items of a list say that has no field of its own: a column, a labelled line, a full date.

A paper's `remark` is one text; what the list shows in a certain place, item by item, becomes a field that
the item style can put there again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bib2awesome.importers.lists.column_titles import is_count_column
from bib2awesome.importers.lists.edges import EMOJI
from bib2awesome.importers.lists.field_names import field_name, slug, tick_field
from bib2awesome.importers.lists.model import Item, Listing

__all__ = [
    "ANCHOR",
    "ANCHOR_TAG",
    "DATES",
    "LISTED",
    "LISTED_AUTHORS",
    "chosen_fields",
    "own_fields",
    "shown_date",
]

Fields = dict[int, list[tuple[str, str]]]

LISTED = "listed"
"""The field of a date to the day, as the list shows it."""
LISTED_AUTHORS = "listed-authors"
"""The field of authors as the list writes them (`bib2awesome.importers.adoption.people`)."""
ANCHOR = "anchor"
"""The field of the name under which links of the file find an item."""
ANCHOR_TAG = re.compile(
    r"<(?:a|span)\s+(?:id|name)\s*=\s*[\"']?([\w.:-]+)[\"']?\s*/?>", re.IGNORECASE
)
DATES = "date-"
"""What the names of fields begin with that hold columns of dates."""
_LABELLED = re.compile(r"([^\W\d_][^:|]{0,40}?):\s*(.+)", re.DOTALL)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?:19|20)\d\d\b|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b"
    rf"|\b{_MONTH},?\s+(?:19|20)\d\d\b"
    r"|(?<![\d/.-])(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?![\d/-])"
)
_MONTHLY = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}")
_SHARE = 0.2
_FEW = 3


def own_fields(listing: Listing) -> Fields:
    """Return by the id of an item its further fields, and take them out of what becomes its remark."""
    found: Fields = {}
    papers = [item for item in listing.papers if not item.container.startswith("html")]
    labels = Counter(label for item in papers for label, _, _ in _labelled(item))
    columns = {title for item in papers for title in item.header}
    enough = {
        label
        for label, count in labels.items()
        if count >= max(_FEW, _SHARE * _alike(papers, label)) or label in columns
    }
    days = {id(item): day for item in papers if (day := _day(listing.source(item)))}
    if len(days) < max(_FEW, _SHARE * len(papers)):
        days = _months(papers)
    for item, name, value in (*_chosen(papers), *_numbers(papers)):
        found.setdefault(id(item), []).append((name, value))
    dates = _dates(papers)
    ticks = {tick_field(title) for item in papers if item.reading for title in item.reading.ticks}
    names = {label: field_name(label) for label in enough}
    names = {label: f"listed-{name}" if name in ticks else name for label, name in names.items()}
    for item in papers:
        mine = [one for one in _labelled(item) if one[0] in enough]
        fields = [(names[label], _whole(item, label, text)) for label, text, _ in mine]
        if id(item) in dates:
            fields.append(dates[id(item)])
        elif id(item) in days:
            fields.append((LISTED, days[id(item)]))
        if place := ANCHOR_TAG.search(listing.source(item)):
            fields.append((ANCHOR, place[1]))
        if fields:
            found[id(item)] = list(dict([*fields, *found.get(id(item), [])]).items())
        if item.reading is not None:
            said = {whole for _, _, whole in mine} | {days.get(id(item), "")}
            said |= {text for name, text in fields if name.startswith(DATES)}
            item.reading.remark = [one for one in item.reading.remark if one not in said]
            item.reading.dates = [one for one in item.reading.dates if one[2] not in said]
    return found


def chosen_fields(listing: Listing) -> frozenset[str]:
    """Return the fields of columns that hold one of a few signs or pictures."""
    papers = [item for item in listing.papers if item.container == "row"]
    return frozenset(name for _, name, _ in _chosen(papers))


_MOST_CHOICES = 6
_SIGN = re.compile(rf"!\[|<img|[{EMOJI}]")


def _chosen(papers: Sequence[Item]) -> Iterator[tuple[Item, str, str]]:
    """Yield item, field and value of columns that hold one of a few signs or pictures."""
    for header, items in _tables(papers).items():
        for number, title in enumerate(header):
            name = field_name(title)
            texts = [_cell(item, number) for item in items]
            choices = Counter(text for text in texts if text)
            if (
                not slug(title)
                or not 0 < len(choices) <= _MOST_CHOICES
                or len(items) < _FEW * len(choices)
            ):
                continue
            if not any(map(_SIGN.search, choices)) or any(
                "](" in one.replace("![](", "") for one in choices
            ):
                continue
            if any(
                slug(title) == slug(tick)
                for item in items
                if item.reading
                for tick in item.reading.ticks
            ):
                continue
            values = {text: _word(text, place) for place, text in enumerate(sorted(choices), 1)}
            for item, text in zip(items, texts, strict=True):
                if text:
                    yield item, name, values[text]


def _word(text: str, place: int) -> str:
    """Return a word for a sign: that of a picture's file, else its number."""
    name = re.search(r"([\w-]+)\.\w{2,4}\W*$", text)
    return slug(name[1] if name else text) or f"sign-{place}"


def _cell(item: Item, number: int) -> str:
    """Return the Markdown of a cell; pieces that are images come as such, other links not at all."""
    shown = ""
    for piece, at in zip(item.text.pieces, item.cells, strict=True):
        if at == number:
            shown += f"![]({piece.image})" if piece.image else piece.text
            shown += "](" if piece.link >= 0 else ""
    return shown.strip()


_SIGNS = re.compile(r"[\W_]+")
_LONGEST_NUMBER = 9


def _whole(item: Item, label: str, text: str) -> str:
    """Return what a cell says with its own signs and blanks, such as `<7B`, where that is all it says."""
    cell = _cell(item, item.header.index(label)) if label in item.header else ""
    return cell if _SIGNS.sub("", cell) == _SIGNS.sub("", text) else text


def _numbers(papers: Sequence[Item]) -> Iterator[tuple[Item, str, str]]:
    """Yield item, field and value of columns of numbers that do not count the rows: `| 1770 |`."""
    for header, items in _tables(papers).items():
        for number, title in enumerate(header):
            if not is_count_column(title):
                continue
            texts = [_cell(item, number) for item in items]
            counts: dict[int, list[int]] = {}
            for item, text in zip(items, texts, strict=True):
                if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
                    counts.setdefault(id(item.section), []).append(int(text))
            if all(map(_is_count, counts.values())):
                continue
            name = field_name(title) if slug(title) else "listed-number"
            yield from ((item, name, text) for item, text in zip(items, texts, strict=True) if text)


def _is_count(figures: Sequence[int]) -> bool:
    """Whether the numbers of a section mostly follow each other; a single one is the first."""
    follow = sum(b == a + 1 for a, b in pairwise(figures))
    return follow * 2 > len(figures) - 1 or figures == [1]


def _tables(papers: Sequence[Item]) -> dict[tuple[str, ...], list[Item]]:
    """Return the rows by the titles of their columns."""
    tables: dict[tuple[str, ...], list[Item]] = {}
    for item in papers:
        if item.container == "row" and item.header:
            tables.setdefault(item.header, []).append(item)
    return tables


def _labelled(item: Item) -> list[tuple[str, str, str]]:
    """Return label, text and the whole of an item's remarks that have a label."""
    remarks = item.reading.remark if item.reading is not None else []
    return [
        (match[1], match[2].strip(), one) for one in remarks if (match := _LABELLED.fullmatch(one))
    ]


def _alike(papers: Sequence[Item], label: str) -> int:
    """Return how many items could have a label: rows of tables with that column, or all others."""
    rows = sum(label in item.header for item in papers)
    return rows or sum(not item.cells for item in papers)


def shown_date(name: str, texts: Iterable[str]) -> str:
    """Return the Jinja value of a column of dates: a paper that has none there shows its own."""
    dated = all(re.fullmatch(r"\d{4}/\d\d", text) for text in texts)
    return f'field["{name}"] or {"date" if dated else "year"}'


def _dates(papers: Sequence[Item]) -> dict[int, tuple[str, str]]:
    """Return by the id of a row field and text of its date, in columns that often have another than its paper's."""
    others: Counter[tuple[tuple[str, ...], int]] = Counter()
    tables: dict[tuple[str, ...], list[Item]] = {}
    for item in papers:
        tables.setdefault(item.header, []).append(item)
        if item.reading is None or not item.header or len(item.reading.dates) < 2:  # noqa: PLR2004
            continue
        own = (item.reading.year, item.reading.month)
        further = {text for year, month, text in item.reading.dates if (year, month) != own}
        others.update(
            (item.header, n) for n in range(len(item.header)) if _cell(item, n) in further
        )
    fields: dict[int, tuple[str, str]] = {}
    for (header, number), count in others.items():
        rows = tables[header]
        if count >= max(_FEW, _SHARE * len(rows)):
            said = slug(header[number])
            name = DATES + ("listed" if said in {"", "date", "year"} else said)
            fields |= {id(item): (name, text) for item in rows if (text := _cell(item, number))}
    return fields


def _months(papers: Sequence[Item]) -> dict[int, str]:
    """Return by the id of an item its month as written, where items often have another date beside it: `NAACL 2022. …, 2021.10`."""
    found: dict[int, str] = {}
    apart = 0
    for item in papers:
        if item.reading is None or item.header:
            continue
        own = (item.reading.year, item.reading.month)
        dates = [(year, month, text) for year, month, text in item.reading.dates if _MONTHLY.fullmatch(text)]  # fmt: skip
        if len(dates) == 1:
            found[id(item)] = dates[0][2]
            apart += len(item.reading.dates) > 1 and dates[0][:2] != own
    return found if apart >= max(_FEW, _SHARE * len(found)) else {}


def _day(source: str) -> str:
    found = [match[0] for match in _DAY.finditer(source)]
    return found[0] if len(set(found)) == 1 else ""
