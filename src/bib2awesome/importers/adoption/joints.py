"""What stands between the slots of items: which texts may be everywhere, and one or two of them as Jinja."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bib2awesome.importers.adoption.conditions import Choice
from bib2awesome.importers.adoption.variants import asked
from bib2awesome.importers.lists.edges import EMOJI

__all__ = ["common_start", "evened", "fitting_texts", "one_break", "texts_of", "written"]


def evened(text: str) -> str:
    """Return a text between slots without what nobody sees: blanks in empty lines, and more than two for a break."""
    text = re.sub(r"(?<=\n)[ \t]+(?=\n)", "", text)
    return re.sub(r"[ \t]+\n", lambda ends: "  \n" if ends[0].endswith("  \n") else "\n", text)


def one_break(texts: Mapping[int, str]) -> dict[int, str]:
    """Return texts between slots by item, so that of those that differ in how many blanks they have all are as most."""
    votes: dict[str, Counter[str]] = {}
    for text in texts.values():
        votes.setdefault(_folded(text), Counter())[text] += 1
    most = {bare: found.most_common(1)[0][0] for bare, found in votes.items()}
    return {number: most[_folded(text)] for number, text in texts.items()}


def _folded(text: str) -> str:
    return re.sub(r"[ \t]+", " ", re.sub(r"[ \t]+\n", "\n", text))


def fitting_texts(found: Counter[str]) -> list[str]:
    """Return texts between slots that may be everywhere.

    Words and emoji in them have to be those of most items, whatever stands between them, images those of all.
    """
    total = found.total()
    said: Counter[tuple[str, ...]] = Counter()
    for text, count in found.items():
        said[_words(text)] += count
    enough = max(3, total * 2 / 3)
    return [
        text
        for text, count in found.most_common(20)
        if not _OF_ONE.search(text)
        and (not (words := _words(text)) or said[words] >= enough)
        and ("<img" not in text or count == total)
    ]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_SAYS.findall(_NEUTRAL.sub("", text)))


_SAYS = re.compile(rf"[^\W_]+|[{EMOJI}]")
_OF_ONE = re.compile(
    r"\]\(|\(\)|!\[|://|(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|ust|ember|ober)?\b"
)
"""Of a link or an image that was not understood, or a date that was not."""
_NEUTRAL = re.compile(r"^\s*1[.)](?=\s)|\n\s*\d[.)](?=\s)|</?\w+ ?/?>|\{\{ year \}\}")


def texts_of(choice: Choice[str]) -> list[str]:
    """Return every text of a choice."""
    more = [text for _, text in choice.others]
    return [choice.first, *([] if choice.second is None else [choice.second]), *more]


def written(choice: Choice[str]) -> str:
    """Return the Jinja of a text or one of several."""
    return asked(choice, _written(choice))


def _written(choice: Choice[str]) -> str:
    if not choice.condition:
        return choice.first
    other = f"{{% else %}}{choice.second}" if choice.second else ""
    if not choice.first:
        return f"{{% if not ({choice.condition}) %}}{choice.second}{{% endif %}}"
    return f"{{% if {choice.condition} %}}{choice.first}{other}{{% endif %}}"


def common_start(texts: Sequence[str]) -> str:
    """Return what all texts, of which there are some, begin with."""
    first, last = min(texts), max(texts)
    length = next((i for i, sign in enumerate(first) if last[i : i + 1] != sign), len(first))
    return first[:length]
