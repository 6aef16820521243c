"""Unified diffs of files as bytes, safe to print and fit for `git apply`.

The format is that of diffutils and git: `---`, `+++`, hunks with three lines of context, and a remark
where the last line has no end. Line ends are kept (a diff of a CRLF file has CRLF lines); any other
control character is shown as an escape.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bib2awesome.errors import visible

__all__ = ["unified"]

_NO_END = "\\ No newline at end of file\n"
_CONTEXT = 3


def unified(path: str, old: bytes | None, new: bytes) -> str:
    """Return the change from `old` to `new` as a unified diff; empty where nothing differs.

    Args:
        path: The file's path as it is to be shown, with `/`.
        old: The content before; None means there was no file.
        new: The content after.
    """
    name = visible(path).replace("\n", "\\n")
    before, after = _lines(old or b""), _lines(new)
    lines = [
        line for hunk in _hunks(_changes(before, after)) for line in _hunk(before, after, hunk)
    ]
    if not lines:
        return ""
    head = ["--- /dev/null\n" if old is None else f"--- a/{name}\n", f"+++ b/{name}\n"]
    return "".join([*head, *_printable(iter(lines))])


_Change = tuple[int, int, int, int]
"""Lines `[i:j]` of the old text become lines `[k:l]` of the new one."""


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Yield what differs. Lines that are as often in both are the anchors; in a gap between them `difflib` looks on.

    Over the whole of two texts, difflib's time grows with the square of the changes.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - start-up

    ends = [(-1, -1), *_anchors(old, new), (len(old), len(new))]
    for (first, start), (last, stop) in pairwise(ends):
        i, k = first + 1, start + 1
        if i == last or k == stop:
            if i != last or k != stop:
                yield i, last, k, stop
            continue
        gap = SequenceMatcher(None, old[i:last], new[k:stop])
        for tag, a, b, c, d in gap.get_opcodes():
            if tag != "equal":
                yield i + a, i + b, k + c, k + d


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of equal lines in the order of both: the most among lines that both have equally often."""
    counts, others = Counter(old), Counter(new)
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(new):
        places[line].append(number)
    seen: Counter[str] = Counter()
    tails: list[int] = []
    ends: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for number, line in enumerate(old):
        if counts[line] != others[line]:
            continue
        pair = (number, places[line][seen[line]])
        seen[line] += 1
        at = bisect_left(tails, pair[1])
        before[pair] = ends[at - 1] if at else None
        tails[at : at + 1] = [pair[1]]
        ends[at : at + 1] = [pair]
    found = []
    last = ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def _hunks(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Yield changes that are near each other together."""
    hunk: list[_Change] = []
    for one in changes:
        if hunk and one[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(one)
    if hunk:
        yield hunk


def _hunk(old: Sequence[str], new: Sequence[str], hunk: Sequence[_Change]) -> Iterator[str]:
    """Yield the lines of a hunk with its head."""
    (i, _, k, _), (_, j, _, l) = hunk[0], hunk[-1]  # noqa: E741 - as in `_Change`
    above = min(_CONTEXT, i)
    below = min(_CONTEXT, len(old) - j)
    yield f"@@ -{_range(i - above, j + below)} +{_range(k - above, l + below)} @@\n"
    at = i - above
    for first, last, start, stop in hunk:
        yield from (f" {line}" for line in old[at:first])
        yield from (f"-{line}" for line in old[first:last])
        yield from (f"+{line}" for line in new[start:stop])
        at = last
    yield from (f" {line}" for line in old[at : j + below])


def _range(start: int, stop: int) -> str:
    """Return a range of lines as a hunk's head says it: of no lines the one before, of one no length."""
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + (length > 0)},{length}"


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "surrogateescape")
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _printable(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        body = line.removesuffix("\n")
        stripped = body.removesuffix("\r")
        end = body[len(stripped) :]
        yield f"{visible(stripped)}{end}\n"
        if body == line:
            yield _NO_END
