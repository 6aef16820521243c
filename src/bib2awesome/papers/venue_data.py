"""Read `venues.toml`: one line per venue, indexed by every name it is known by.

The file is several hundred lines; as a table per venue, tomllib would need longer for it than a whole
`render` may take, so it holds a handful of multi-line strings with columns (parsed at the speed of
`str.split`), and a line becomes a `Venue` only when someone looks at it.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Index", "Venue", "abbreviations", "canonical", "index", "venue", "venues"]


class Venue(NamedTuple):
    """One venue as `venues.toml` has it; unknown is "" (or None for years).

    `kind` is "conference", "workshop" (a series of its own), "journal", "preprint" (a server) or "series"
    (a publisher's book series, which says nothing about the paper's venue). `proceedings` may hold
    `{nth}` and `{year}`; `abbreviation` is a journal's by ISO 4. `parity` is "even" or "odd" where
    editions are in such years only, from `parity_since` on.
    """

    short: str
    name: str
    kind: str
    area: str
    proceedings: str
    abbreviation: str
    publisher: str
    since: int | None
    parity: str
    parity_since: int | None
    dblp: str
    aliases: tuple[str, ...]


class Index(NamedTuple):
    """Where a name leads: to the number of a row.

    `names` has canonical names as keys, `acronyms` single words as they are written. `rows` are (kind,
    area, line).
    """

    rows: list[tuple[str, str, str]]
    names: dict[str, int]
    acronyms: dict[str, int]


# Words that say nothing about which venue it is, and spellings of those that do.
_WORDS = dict.fromkeys(
    "the of on in for and a an at to & annual biennial nth year name short vol volume volumes part no number "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth "
    "twenty thirty forty fifty sixty lncs proceeding".split(),
    "",
)
_WORDS |= {
    "conf": "conference",
    "conferences": "conference",
    "confs": "conference",
    "int": "international",
    "intl": "international",
    "int'l": "international",
    "internat": "international",
    "intern": "international",
    "symp": "symposium",
    "sympos": "symposium",
    "proc": "proceedings",
    "procs": "proceedings",
    "trans": "transactions",
    "transaction": "transactions",
    "j": "journal",
    "jnl": "journal",
    "jour": "journal",
    "natl": "national",
    "workshops": "workshop",
    "wksp": "workshop",
    "wkshp": "workshop",
    "ann": "annals",
    "lett": "letters",
    "letter": "letters",
    "rev": "review",
    "reviews": "review",
    "mag": "magazine",
}
_SEPARATORS = str.maketrans(dict.fromkeys("-–—/,:.()[]{}'’*+_&\"!?~", " "))
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_ORGANISATIONS = ("ieee ", "acm ", "ieee acm ", "acm ieee ", "ieee cvf ", "usenix ")


def canonical(text: str) -> str:
    """Return the words that identify a venue: lower case, without filler, numbers and ordinals.

    "The 38th Annual International Conference on Machine Learning" and "Int. Conf. Machine Learning" give
    `conference machine learning`. "International" goes before conference, symposium, workshop and joint,
    where sources disagree about it; elsewhere it stays.
    """
    words = [_WORDS.get(word, word) for word in text.lower().translate(_SEPARATORS).split()]
    joined = " ".join(
        [
            word
            for word in words
            if word and not (word[0].isdigit() and (word.isdigit() or word[-2:] in _ORDINALS))
        ]
    )
    if "international" in joined:
        for kind in ("conference", "symposium", "workshop", "joint"):
            joined = joined.replace(f"international {kind}", kind)
    return joined


@cache
def index() -> Index:
    """Return the index over every name in `venues.toml`; about 4 ms, once per process."""
    source = files("bib2awesome.papers").joinpath("venues.toml").read_text("utf-8")
    found = Index([], {}, {})
    for kind, areas in tomllib.loads(source).items():
        for area, lines in areas.items():
            for line in lines.split("\n"):
                if line:
                    _add(found, kind, area, line)
    return found


def _add(found: Index, kind: str, area: str, line: str) -> None:
    """Enter every name of one line."""
    number = len(found.rows)
    found.rows.append((kind, area, line))
    columns = line.split("|")
    short, title = columns[0].strip(), columns[2]
    names = [short, columns[1]]
    if len(columns[-1]) > 1:
        names += columns[-1].split(";")
    if len(title) > 1 and "{name}" not in title:
        names.append(title.replace("{short}", short) if "{" in title else title)
    for name in names:
        words = canonical(name)
        found.names.setdefault(words, number)
        name = name.strip()  # noqa: PLW2901
        if " " not in name and kind not in {"journal", "series"}:
            found.acronyms.setdefault(name, number)
        elif words.startswith(_ORGANISATIONS):
            bare = words.removeprefix("ieee ").removeprefix("acm ").removeprefix("cvf ")
            found.names.setdefault(bare.removeprefix("ieee ").removeprefix("usenix "), number)


@lru_cache(maxsize=None)
def venue(number: int) -> Venue:
    """Return row `number` of the index as a `Venue`."""
    kind, area, line = index().rows[number]
    short, name, title, publisher, editions, dblp, aliases = (
        column.strip() for column in line.split("|")
    )
    since, _, parity = editions.partition(" ")
    parity, _, parity_since = parity.partition(":")
    proceedings = "" if kind in {"journal", "preprint", "series"} else title
    return Venue(
        short,
        name,
        kind,
        area,
        proceedings.replace("{name}", name).replace("{short}", short),
        "" if proceedings or kind in {"conference", "workshop"} else title,
        publisher,
        int(since) if since else None,
        parity,
        int(parity_since or since) if parity else None,
        dblp,
        tuple(alias.strip() for alias in aliases.split(";") if alias.strip()),
    )


def venues() -> tuple[Venue, ...]:
    """Return every venue in the order of the file."""
    return tuple(venue(number) for number in range(len(index().rows)))


_STEM = 3


@cache
def abbreviations() -> dict[str, list[tuple[str, int]]]:
    """Return names by the first three letters of each word: where "Comput. Vis." has to look."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, number in index().names.items():
        if " " in name:
            key = " ".join([word[:_STEM] for word in name.split()])
            found.setdefault(key, []).append((name, number))
    return found
