r"""LaTeX text being written, piece by piece, so that no two pieces melt into something else.

A hyphen beside a hyphen is a dash, an apostrophe beside an apostrophe a quote, and a letter behind a
command makes the command's name longer.
"""

from __future__ import annotations

import re

__all__ = ["Written"]

_COMMAND_END = re.compile(r"\\[A-Za-z]+\Z")


class Written:
    """The pieces so far; `glued` while the last one came of a character and may melt into the next."""

    __slots__ = ("glued", "out")

    def __init__(self) -> None:
        self.out: list[str] = []
        self.glued = False

    def put(self, piece: str) -> None:
        """Write a piece that stands as it is."""
        if self.glued:
            self.separate(piece)
        self.out.append(piece)

    def put_mapped(self, piece: str) -> None:
        """Write what became of a character; it must not melt into its neighbours."""
        self.separate(piece)
        self.out.append(piece)
        self.glued = True

    def separate(self, piece: str) -> None:
        """Keep `piece` from forming a ligature or a longer command name with what stands before it."""
        self.glued = False
        if not self.out:
            return
        last, first = self.out[-1], piece[0]
        if (last[-1] == first and first in "-'`,") or (last[-1] in "!?" and first == "`"):
            self.out.append("{}")
        elif (first.isalpha() or first == "{") and _COMMAND_END.search(last):
            self.out.append(" ")
