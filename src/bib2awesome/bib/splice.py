"""Apply edits: copy a file with some spans of it replaced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bib2awesome.bib.document import Document
from bib2awesome.errors import BugError, InputError

__all__ = ["Edit", "apply", "new_bytes"]


class Edit(NamedTuple):
    """Replace the bytes from `start` to `end` by `new`; an insertion where both are equal."""

    start: int
    end: int
    new: bytes


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return `data` with the edits made; insertions at one offset come in the order given.

    Raises:
        BugError: Two edits overlap, or one lies outside `data`.
    """
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if not at <= edit.start <= edit.end <= len(data):
            raise BugError(f"two edits overlap, or one lies outside the file, at byte {edit.start}")
        parts += (data[at : edit.start], edit.new)
        at = edit.end
    parts.append(data[at:])
    return b"".join(parts)


def new_bytes(document: Document, text: str) -> bytes:
    """Return new text as bytes: ASCII, or UTF-8 where the file already has such.

    Raises:
        InputError: The text is not ASCII, and the file is not UTF-8 or holds only ASCII so far.
    """
    if text.isascii() or document.raw_unicode:
        return text.encode()
    raise InputError(
        f"unwritable value: `{text}` is not ASCII, and {document.name} has none but ASCII text so far",
        hint="write it in LaTeX, as `encode_value` does",
    )
