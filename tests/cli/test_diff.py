"""Diffs: what `--diff` shows is a patch that makes the new file of the old one."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bib2awesome.cli.diff import unified

_HEAD = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")
LINES = st.lists(st.sampled_from(["", "a", "b", "c", "- d", "+e", "@@"]), max_size=24)


def patched(old: list[str], diff: str) -> list[str]:
    """Apply a unified diff, as strictly as `patch` does."""
    found: list[str] = []
    at = 0
    lines = diff.splitlines(keepends=True)[2:]
    while lines:
        head = _HEAD.fullmatch(lines.pop(0))
        assert head, diff
        start, length, first, size = (int(one) if one else 1 for one in head.groups())
        begin = start - 1 if length else start
        found += old[at:begin]
        assert len(found) == (first - 1 if size else first)
        at = begin
        while length or size:
            sign, text = lines[0][0], lines.pop(0)[1:-1]
            if sign in " -":
                assert old[at] == text
                at += 1
                length -= 1
            if sign in " +":
                found.append(text)
                size -= 1
    return found + old[at:]


def texts(*lines: list[str]) -> list[bytes]:
    return ["".join(f"{line}\n" for line in some).encode() for some in lines]


@given(LINES, LINES)
@example([], ["a"])
@example(["a"], [])
@example(["a", "b", "a"], ["a"])
def test_a_diff_makes_the_new_text_of_the_old_one(old: list[str], new: list[str]) -> None:
    before, after = texts(old, new)
    diff = unified("list.md", before, after)
    assert patched(old, diff) == new
    assert bool(diff) == (old != new)


@given(LINES, st.integers(0, 24))
def test_one_new_line_is_one_line_of_the_diff(lines: list[str], at: int) -> None:
    new = [*lines[:at], "something new", *lines[at:]]
    before, after = texts(lines, new)
    body = unified("list.md", before, after).splitlines()[2:]
    assert [line for line in body if line[0] in "+-"] == ["+something new"]


def test_many_changes_among_lines_that_repeat_are_told_apart() -> None:
    old = [line for number in range(400) for line in (f"- paper {number}", "", "  text")]
    new = [f"{line}!" if line.startswith("- ") and line.endswith("0") else line for line in old]
    before, after = texts(old, new)
    diff = unified("list.md", before, after)
    assert patched(old, diff) == new
    assert sum(line.startswith("+- ") for line in diff.splitlines()) == 40
