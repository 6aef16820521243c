"""Find a conference in a text that says more than its name: cut the text, then ask for whole segments."""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.papers.venue_data import MEETINGS, Index, abbreviations, canonical

__all__ = ["abbreviated", "fills_segments", "without_lead"]

_CUTS = str.maketrans(dict.fromkeys(',;:()[]/|"\n', " | "))
_DASHES = frozenset(("-", "--", "---", "|"))
_CUTTING = frozenset(("at", "with", "co-located", "colocated", "collocated", "proceedings"))
_WORKSHOP = frozenset(("workshop", "workshops", "wksp", "wkshp"))
_ABBREVIATED = frozenset(
    ("proc", "conf", "symp", "trans", "int", "intl", "int'l", "j", "no", "vol")
)
# Publishers and societies in front of a name.
_LEADS = frozenset(
    "proceedings ieee acm cvf usenix aaai sigplan sigsoft sigops sigchi sigkdd sigmod sigir siggraph "
    "sigarch siam ifip iapr isca rsj asme ras sigact sigsac sigcomm sigweb sigmm conll aiaa ifac "
    "sigspatial sigmobile sigbed sigmicro sigda spec".split()
)
_SPELLED = frozenset(("conference", "symposium", "meeting", "congress", "convention", "forum"))
_TYPES = _SPELLED | {"workshop", "advances"}
# Words beside "conference" that do not make it the name of one.
_NEUTRAL = _SPELLED | frozenset(
    "track papers paper international joint virtual main full revised selected event online hybrid "
    "proceedings position advances technical annual european".split()
)
_SMALL = frozenset(("the", "of", "in", "proceedings", "proc", "papers", "from"))
_BEHIND = frozenset(("proceedings", "conference", "papers"))
_MOST_SEGMENTS = 30
_MOST_JOINED = 6
_MOST_SENTENCES = 2
_YEAR_DIGITS = 4
_LONG_NAME = 3  # blanks: four words
_SHORT_ACRONYM = 2
_STEM = 3


def without_lead(words: str) -> Iterator[str]:
    """Yield canonical `words`, and without publisher and "proceedings" in front, one after the other."""
    while words:
        yield words
        first, _, words = words.partition(" ")
        if first not in _LEADS:
            return


def abbreviated(words: str) -> int | None:
    """Return the one row of which canonical `words` are an abbreviation, word by word; None if not one."""
    for candidate in without_lead(words):
        parts = candidate.split()
        if len(parts) == 1:
            return None
        rows = {
            row
            for name, row in abbreviations().get(" ".join([part[:_STEM] for part in parts]), ())
            if all(map(str.startswith, name.split(), parts))
        }
        if len(rows) == 1:
            return rows.pop()
    return None


def fills_segments(known: Index, text: str) -> tuple[int, str] | None:
    """Return the row of the conference that fills some segments of `text`, and "Workshop" or "".

    Spelled-out names go before acronyms, longer ones before shorter ones.
    """
    pieces = _segments(known, text)
    cut = [(piece, words) for piece in pieces if (words := canonical(" ".join(piece)))]
    pieces, segments = [piece for piece, _ in cut], [words for _, words in cut]
    row, own = _longest(known, segments)
    if row is None:
        row = _acronym(known, pieces, segments)
    if row is None and "." in text:
        rows = (abbreviated(segment) for segment in segments)
        row = next((row for row in rows if row is not None and _meets(known, row)), None)
    if row is None or not _meets(known, row):
        return None
    main = own or known.rows[row][0] == "workshop" or ["workshop"] not in pieces
    return row, "" if main else "Workshop"


def _meets(known: Index, row: int) -> bool:
    return known.rows[row][0] in MEETINGS


def _segments(known: Index, text: str) -> list[list[str]]:
    """Cut a text where no name goes on; "workshop" is a segment of its own, a year is a cut."""
    found: list[list[str]] = [[]]
    sentences = text.count(". ") <= _MOST_SENTENCES  # more are abbreviations
    for word in text.translate(_CUTS).split():
        lower = word.lower().rstrip(".")
        if lower in _WORKSHOP:
            found += ["workshop"], []
        elif "@" in word and word not in known.acronyms:
            event, _, host = word.partition("@")
            found += (
                ([event], []) if event in known.acronyms else (["workshop"], [host] if host else [])
            )
        elif word in _DASHES or lower in _CUTTING or (len(word) == _YEAR_DIGITS and word.isdigit()):
            found.append([])
        elif len(found[-1]) > _LONG_NAME and word.isupper() and word in known.acronyms:
            found += [word], []
        else:
            found[-1].append(word.rstrip(".") if sentences else word)
            if sentences and word[-1] == "." and lower not in _ABBREVIATED:
                found.append([])
    return [segment for segment in found if any(segment)][:_MOST_SEGMENTS]


def _longest(known: Index, segments: list[str]) -> tuple[int | None, bool]:
    """Return the conference with the longest name, and whether that name says "workshop" itself."""
    best: int | None = None
    most, own = 0, False
    for start, segment in enumerate(segments):
        first = segment.partition(" ")[0]
        if first not in known.starts and first not in _LEADS:
            continue
        words = ""
        for end in range(start, min(start + _MOST_JOINED, len(segments))):
            words = f"{words} {segments[end]}" if words else segments[end]
            row, name = _conference(known, words)
            length = name.count(" ")
            if row is None or length <= most or _is_topic(known, row, name, segments[:start]):
                continue
            if name.startswith("workshop") and length < _LONG_NAME and end + 1 < len(segments):
                continue  # "Workshop on Machine Learning" goes on
            best, most, own = row, length, "workshop" in name.split()
    return best, own


def _conference(known: Index, words: str) -> tuple[int | None, str]:
    """Return the row of a conference whose name, of two words or more, `words` are, and that name."""
    for name in without_lead(words):
        row = known.names.get(name)
        if row is not None and " " in name and _meets(known, row):
            return row, name
    return None, ""


def _is_topic(known: Index, row: int, name: str, before: list[str]) -> bool:
    """Whether a name that says no "conference" is but a topic here: "Workshop on Computer Vision Systems"."""
    if not before or not _TYPES.isdisjoint(name.split()):
        return False
    if canonical(known.rows[row][2].partition("|")[0]) == name:
        return False
    return before[-1] == "workshop" or name.count(" ") < _LONG_NAME


def _acronym(known: Index, pieces: list[list[str]], segments: list[str]) -> int | None:
    """Return the row of the first acronym that stands alone and that no spelled-out name contradicts."""
    workshop = ["workshop"] in pieces
    for piece in pieces:
        words = piece
        while len(words) > 1 and (
            words[0].lower().rstrip(".") in _SMALL or words[0].lower() in _LEADS
        ):
            words = words[1:]
        while len(words) > 1 and (words[-1].strip("'").isdigit() or words[-1].lower() in _BEHIND):
            words = words[:-1]
        if len(words) != 1:
            continue
        name = words[0]
        row = known.acronyms.get(name)
        if row is None and name[-1:].isdigit():
            name = name.rstrip("0123456789").rstrip("-'\u2019_.")
            row = known.acronyms.get(name)
        if row is None:
            continue
        if len(name) <= _SHORT_ACRONYM:
            if _confirmed(known, row, {name.lower(), words[0].lower()}, segments):
                return row
        elif workshop or _uncontradicted(known, row, segments):
            return row
    return None


def _own_words(known: Index, row: int) -> set[str]:
    return set(canonical(known.rows[row][2].split("|")[1]).split()) - _NEUTRAL - _LEADS


def _uncontradicted(known: Index, row: int, segments: list[str]) -> bool:
    """Whether each spelled-out name beside an acronym could be its own: half of its words are there."""
    own = _own_words(known, row)
    spelled = (set(segment.split()) for segment in segments)
    return all(
        words.isdisjoint(_SPELLED) or words <= _NEUTRAL | _LEADS or len(own & words) * 2 >= len(own)
        for words in spelled
    )


def _confirmed(known: Index, row: int, acronym: set[str], segments: list[str]) -> bool:
    """Whether a text speaks for an acronym of two letters: nothing else in it, or half of its words."""
    own = _own_words(known, row)
    words = {word for segment in segments for word in segment.split()} - acronym
    return not words - _NEUTRAL - _LEADS or len(own & words) * 2 >= len(own)
