"""Authors as a list writes them, where that is not as the item style shows their names.

Such papers have the names as they stand in the field `listed-authors`: in another order or with other
initials, `A. Lovelace and C. Babbage` among names in full, `Ada Lovelace<sup>1</sup>`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bib2awesome.bib.latex import to_latex, to_unicode
from bib2awesome.bib.names import Name, display_name, family_name
from bib2awesome.importers.adoption.extras import LISTED_AUTHORS
from bib2awesome.importers.adoption.skeleton import Sample
from bib2awesome.importers.adoption.styling import Look, rendering

__all__ = ["STOP", "Listed", "written"]

STOP = "{{ authors_stop }}"

_TOKEN = re.compile(r"<su[bp]>[^<>\n]*</su[bp]>|[^\W\d_]+")
_GAP = re.compile(r"[ \t.,;&'\u2019\u2010-\u2015\u2020\u2021\\*-]*")
_JOINTS = frozenset(("and", "others", "et", "al", "\u7b49"))
_LONGEST = 1000


class Listed:
    """Finds authors that are written otherwise than a look shows them.

    Args:
        look: How items are shown.
        labels: The display texts of links.
    """

    def __init__(self, look: Look, labels: Mapping[str, str]) -> None:
        self.names = rendering(look.authors.removesuffix(STOP), look.links, labels)
        self.stop = rendering(STOP, look.links, labels) if look.authors.endswith(STOP) else None

    def of(self, sample: Sample) -> str:
        """Return the authors as an item writes them, "" where the look has it so."""
        if own := sample.paper.text(LISTED_AUTHORS):
            return own
        names = sample.paper.authors.names
        span = _span(sample.source, names) if names else None
        if span is None:
            return ""
        text, shown = sample.source[slice(*span)], self.names(sample)
        stopped = self.stop is not None and self.stop(sample)
        if sample.source.startswith(".", span[1]) and not stopped:
            text += "."
        same = text in {shown, shown.removesuffix(".")}
        return "" if same or len(text) > _LONGEST or to_unicode(to_latex(text)) != text else text


def written(text: str, names: Sequence[Name]) -> str:
    """Return the names as they stand in the Markdown of an item, "" where most of them do not stand side by side."""
    span = _span(text, names) if names else None
    return "" if span is None else text[slice(*span)]


def _span(text: str, names: Sequence[Name]) -> tuple[int, int] | None:
    """Return where most of the names stand side by side, with nothing but what joins names between them."""
    words = {word.casefold() for name in names for word in _words(display_name(name))}
    families = {word.casefold() for name in names for word in _words(family_name(name))}
    best: tuple[int, int, int] = (0, 0, 0)
    run: list[re.Match[str]] = []
    for token in [*_TOKEN.finditer(text), None]:
        word = token[0].casefold() if token else ""
        known = word in words or word in _JOINTS or (word.startswith("<") and bool(run))
        if token and known and (not run or _GAP.fullmatch(text, run[-1].end(), token.start())):
            run.append(token)
            continue
        while run and run[0][0] in _JOINTS:
            run.pop(0)
        while run and run[-1][0] == "and":
            run.pop()
        said = len({one[0].casefold() for one in run} & families)
        if run and said > best[0]:
            best = said, run[0].start(), run[-1].end()
        run = [token] if token and known and not word.startswith("<") else []
    said, start, end = best
    return (start, end) if said * 2 > len(families) else None


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name)
