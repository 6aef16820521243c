"""The table of contents: links to the headings of a file, by the anchors GitHub gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bib2awesome.render.anchors import Anchors
from bib2awesome.render.markdown import escape
from bib2awesome.render.structure import Heading, heading_text, read

__all__ = ["contents"]


class _Entry(NamedTuple):
    level: int
    text: str
    anchor: str
    shown: bool


def contents(
    lines: Sequence[str], at: int, generated: Sequence[tuple[int, int]] = (), levels: int = 6
) -> str:
    """Return the contents of a file as nested bullets.

    Every heading counts for the anchors, as on GitHub. Not shown are HTML headings (titles and
    decoration), the file's own title (a first heading that is the only one of its level 1), and the
    heading of the table itself.

    Args:
        lines: The finished file, its table of contents empty.
        at: The line (from 0) at which the table stands.
        generated: Where generated text begins and ends in `lines`.
        levels: How many levels to show.
    """
    headings = _headings(lines, generated)
    own = max((one.line for one in headings if one.line < at), default=-1)
    if any(line.strip() for line in lines[own + 1 : at]):
        own = -1  # text between: the table is part of a section that is about more
    title = _title(headings)
    anchors = Anchors()
    entries = []
    for heading in headings:
        text = heading_text(heading)
        shown = bool(text) and not heading.html and heading.line not in {own, title}
        entries.append(_Entry(heading.level, text, anchors.of(text), shown))
    return "\n".join(_bullets(entries, levels))


def _headings(lines: Sequence[str], generated: Sequence[tuple[int, int]]) -> list[Heading]:
    """Return the headings in order; generated text is read on its own, for it may be long."""
    skeleton = list(lines)
    headings: list[Heading] = []
    for begin, end in generated:
        skeleton[begin:end] = ["\n"] * (end - begin)
        headings += (
            heading._replace(line=heading.line + begin)
            for heading in read(lines[begin:end], ours=True).headings
        )
    return sorted([*headings, *read(skeleton).headings], key=lambda heading: heading.line)


def _title(headings: Sequence[Heading]) -> int:
    """Return the line of the file's title, -1 where it has none that stands out."""
    tops = [heading for heading in headings if heading.level == 1 and not heading.html]
    return tops[0].line if len(tops) == 1 and tops[0] is headings[0] else -1


def _bullets(entries: Sequence[_Entry], levels: int) -> list[str]:
    """Nest by the headings above, not by level numbers: a skipped level makes no gap."""
    bullets = []
    above: list[tuple[int, int]] = []  # level of a heading, and how deep what is below it stands
    for entry in entries:
        while above and above[-1][0] >= entry.level:
            above.pop()
        depth = above[-1][1] if above else 0
        above.append((entry.level, depth + entry.shown))
        if entry.shown and depth < levels:
            bullets.append(f"{'  ' * depth}- [{escape(entry.text)}](#{entry.anchor})")
    return bullets
