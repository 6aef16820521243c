"""Read `venues.toml`: one line per venue, indexed by every name it is known by.

The file is several hundred lines; as a table per venue, tomllib would need longer for it than a whole
`render` may take. So it holds a handful of multi-line strings with columns, all names are brought to
their canonical form in one pass over the text, and a line becomes a `Venue` only when someone looks.
"""

from __future__ import annotations

import os.path
import tomllib
from functools import cache
from typing import NamedTuple

__all__ = ["MEETINGS", "Index", "Venue", "abbreviations", "canonical", "index", "venue", "venues"]


class Venue(NamedTuple):
    """One venue as `venues.toml` has it; unknown is "" (or None for years).

    `kind` is "conference", "workshop" (a series of its own), "journal", "preprint" (a server) or "series"
    (a publisher's book series, which says nothing about the paper's venue). `proceedings` may hold
    `{nth}` and `{year}`; `abbreviation` is a journal's by ISO 4. `parity` is "even" or "odd" where
    editions are in such years only, from `parity_since` on. `dblp` is the stream's key at dblp.org.
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

    `rows` are (kind, area, line). `names` has canonical names as keys, `acronyms` single words as they
    are written (of all kinds but journals and series). `starts` are the first words of all names.
    """

    rows: list[tuple[str, str, str]]
    names: dict[str, int]
    acronyms: dict[str, int]
    starts: set[str]


# Words that say nothing about which venue it is, and spellings of those that do.
_FILLERS = (
    "the of on in for and at to with & annual biennial nth year name short vol volume volumes part no "
    "number issue first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth "
    "sixtieth twenty thirty forty fifty sixty"
)
_SPELLINGS = (
    "conf=conference conferences=conference confs=conference int=international intl=international "
    "internat=international symp=symposium sympos=symposium symposia=symposium proc=proceedings "
    "procs=proceedings proceeding=proceedings trans=transactions transaction=transactions j=journal "
    "jnl=journal jour=journal natl=national workshops=workshop wksp=workshop lett=letters letter=letters "
    "rev=review reviews=review mag=magazine"
)
_WORDS = dict.fromkeys(_FILLERS.split(), "") | dict(
    spelling.split("=") for spelling in _SPELLINGS.split()
)
_BLANKS = str.maketrans(dict.fromkeys("-\u2013\u2014/,:.()[]{}'\u2019*+_&\"!?~", " "))
# The same for UTF-8; str.translate is a hundred times slower on text that is not ASCII.
_BLANK_BYTES = bytes.maketrans(
    bytes(range(128, 256)) + b"-/,:.()[]{}'*+_&\"!?~", b" " * (128 + len("-/,:.()[]{}'*+_&\"!?~"))
)
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_ORGANISATIONS = ("ieee ", "acm ", "usenix ")
MEETINGS = frozenset(("conference", "workshop"))
"""The kinds of venues that a part of a text may name; a journal has to be all of it."""


def canonical(text: str) -> str:
    """Return the words that identify a venue: lower case, without filler, numbers and ordinals.

    "The 38th Annual International Conference on Machine Learning" and "Int. Conf. Machine Learning" give
    `conference machine learning`. "International" goes before conference, symposium, workshop and joint,
    where sources disagree about it; elsewhere it stays.
    """
    words = [
        _WORDS.get(word, word)
        for word in text.lower().replace("int'l", "intl").translate(_BLANKS).split()
    ]
    joined = " ".join(
        [
            word
            for word in words
            if word and not (word[0].isdigit() and (word.isdigit() or word[-2:] in _ORDINALS))
        ]
    )
    return _without_international(joined) if "international" in joined else joined


def _without_international(words: str) -> str:
    for kind in ("conference", "symposium", "workshop", "joint"):
        words = words.replace(f"international {kind}", kind)
    return words


@cache
def index() -> Index:
    """Return the index over every name in `venues.toml`, made once per process."""
    path = os.path.join(os.path.dirname(__file__), "venues.toml")  # noqa: PTH118, PTH120 start-up
    with open(path, "rb") as file:  # noqa: PTH123 importing pathlib would cost more than reading
        tables = tomllib.load(file)
    found = Index([], {}, {}, set())
    for kind, areas in tables.items():
        for area, lines in areas.items():
            _enter(found, kind, area, lines)
    found.starts.update(name.partition(" ")[0] for name in found.names)
    return found


def _enter(found: Index, kind: str, area: str, lines: str) -> None:
    """Enter every line of one area; all of its names become canonical in one pass."""
    written = [line for line in lines.split("\n") if line]
    blank = (
        "\n".join([_names(kind, line) for line in written]).encode().lower().translate(_BLANK_BYTES)
    )
    blank = blank.replace(b";", b" ; ").replace(b"\n", b" ^ ")
    words = [_WORDS.get(word, word) for word in blank.decode("ascii").split()]
    plain = _without_international(" ".join(filter(None, words))).split("^")
    names, acronyms = found.names, found.acronyms
    for number, (line, cell) in enumerate(zip(written, plain, strict=True), len(found.rows)):
        found.rows.append((kind, area, line))
        for name in cell.split(";"):
            name = name.strip()  # noqa: PLW2901
            names.setdefault(name, number)
            if name.startswith(_ORGANISATIONS):
                bare = _without_organisation(name)
                if bare.count(" ") > 1:  # "security privacy" is too little to go by
                    names.setdefault(bare, number)
        if kind in MEETINGS:
            short, _, _, aliases, _ = line.split(" |", 4)
            acronyms.setdefault(short, number)
            for alias in aliases.split("; "):
                if " " not in alias[1:]:
                    acronyms.setdefault(alias.strip(), number)
    names.pop("", None)
    acronyms.pop("", None)


def _names(kind: str, line: str) -> str:
    """Return every name of a line, between semicolons.

    A title of proceedings that has to be filled in is none, nor is a short one: "Pattern Recognition" is
    a journal, too.
    """
    short, name, title, aliases, _ = line.split("|", 4)
    if kind in MEETINGS and ("{" in title or title.count(" ") <= _SHORT_TITLE):
        return f"{short};{name};{aliases}"
    return f"{short};{name};{aliases};{title}"


_SHORT_TITLE = 4  # blanks around it included


def _without_organisation(name: str) -> str:
    first, _, rest = name.partition(" ")
    while first in {"ieee", "acm", "cvf", "usenix", "ifip", "siam"} and rest:
        name = rest
        first, _, rest = name.partition(" ")
    return name


@cache
def venue(number: int) -> Venue:
    """Return row `number` of the index as a `Venue`."""
    kind, area, line = index().rows[number]
    short, name, title, aliases, publisher, editions, dblp = [
        column.strip() for column in line.split("|")
    ]
    since, _, parity = editions.partition(" ")
    parity, _, parity_since = parity.partition(":")
    meets = kind in MEETINGS
    return Venue(
        short=short,
        name=name,
        kind=kind,
        area=area,
        proceedings=title.replace("{name}", name).replace("{short}", short) if meets else "",
        abbreviation="" if meets else title,
        publisher=publisher,
        since=int(since) if since else None,
        parity=parity,
        parity_since=int(parity_since or since) if parity else None,
        dblp=dblp,
        aliases=tuple(alias.strip() for alias in aliases.split(";") if alias.strip()),
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
