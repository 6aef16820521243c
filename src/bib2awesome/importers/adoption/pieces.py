"""A template in the making: text and tags, so that Jinja keeps every line end and blank."""

from __future__ import annotations

import re

from bib2awesome.importers.adoption.branches import Part, shorter

__all__ = ["Pieces"]


class Pieces:
    """A template in the making: a tag next to a line end must not take it along (Jinja's trim_blocks)."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

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
        parts = shorter(self.parts)
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
