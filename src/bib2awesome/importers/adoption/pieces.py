"""A template in the making: text and tags, so that Jinja keeps every line end and blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["Pieces"]


class Pieces:
    """A template in the making: a tag next to a line end must not take it along (Jinja's trim_blocks)."""

    def __init__(self) -> None:
        self.parts: list[tuple[bool, str]] = []

    def text(self, text: str) -> None:
        """Put text."""
        if text:
            self.parts.append((False, text))

    def tag(self, tag: str) -> None:
        """Put a tag by what stands in it: `if authors`."""
        self.parts.append((True, tag))

    def raw(self, jinja: str) -> None:
        """Put Jinja that is finished."""
        for number, part in enumerate(re.split(r"\{%\+? *(.*?) *\+?%\}", jinja)):
            if number % 2:
                self.tag(part)
            else:
                self.text(part)

    def source(self) -> str:
        """Return the template."""
        parts = self._merged()
        whole: list[str] = []
        for number, (is_tag, text) in enumerate(parts):
            if not is_tag:
                whole.append(text)
                continue
            before = "".join(whole).rpartition("\n")
            behind = next((one for tag, one in parts[number + 1 :] if not tag), "")
            direct = number + 1 < len(parts) and not parts[number + 1][0]
            open_ = "{%+" if before[1] and before[2] and not before[2].strip() else "{%"
            close = "+%}" if direct and behind.startswith("\n") else "%}"
            whole.append(f"{open_} {text} {close}")
        return "".join(whole)

    def _merged(self) -> list[tuple[bool, str]]:
        """Join two conditions on the same name that follow each other."""
        merged: list[tuple[bool, str]] = []
        at = 0
        while at < len(self.parts):
            part = self.parts[at]
            ends = merged[-1:] == [(True, "endif")]
            simple = self.parts[at : at + 3]
            if (
                ends
                and part[0]
                and part[1].startswith("if ")
                and len(simple) == 3  # noqa: PLR2004
                and not simple[1][0]
                and simple[2] == (True, "endif")
                and _opening(merged) == part[1]
            ):
                merged[-1:] = [simple[1], (True, "endif")]
                at += 3
                continue
            merged.append(part)
            at += 1
        return _bare(merged)


_FILTERS = ("", " | code", " | brackets")


def _bare(parts: Sequence[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """Return parts without the conditions on a value of which nothing but the value depends."""
    found: list[tuple[bool, str]] = []
    for part in parts:
        found.append(part)
        if part == (True, "endif") and len(found) > 2 and found[-3][0]:  # noqa: PLR2004
            guard, shown = found[-3][1].removeprefix("if "), found[-2]
            if shown in ((False, f"{{{{ {guard}{last} }}}}") for last in _FILTERS):
                found[-3:] = [shown]
    return found


def _opening(parts: Sequence[tuple[bool, str]]) -> str:
    """Return the `if` that the last `endif` closes, "" where there are other branches."""
    depth = 0
    for is_tag, text in reversed(parts):
        if not is_tag:
            continue
        if text in {"endif", "endfor"}:
            depth += 1
        elif text.startswith(("if ", "for ")):
            depth -= 1
            if not depth:
                return text
        elif depth == 1:
            return ""
    return ""
