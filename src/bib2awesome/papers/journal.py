"""The committed journals of a survey: one JSON object per line, only ever added to.

Two branches that both added lines are merged by git's `merge=union`, so the order of lines says little
and a line has to say everything. A line that is no JSON object (torn by `kill -9` or a full disk, or a
conflict marker) is ignored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bib2awesome import files

__all__ = ["FOLDER", "append", "now", "read"]

FOLDER = ".bib2awesome"


def read(folder: Path, name: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a journal, in the order of its lines; nothing where there is none.

    Args:
        folder: The survey's folder.
        name: The journal's file, such as `provenance.jsonl`.

    Raises:
        InputError: It cannot be read.
    """
    data = files.present(files.inside(folder, f"{FOLDER}/{name}"), f"{FOLDER}/{name}")
    for line in (data or b"").split(b"\n"):
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def append(folder: Path, name: str, records: Iterable[Mapping[str, Any]]) -> None:
    """Add records to a journal, all in one write; the folder and the file are made where missing.

    Raises:
        InputError: The file system refuses.
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    lines = [encode(record) for record in records]
    if lines:
        path = f"{FOLDER}/{name}"
        files.append(files.inside(folder, path), lines, path)


def now() -> str:
    """Return the time in UTC, to the second, in ISO 8601."""
    from datetime import UTC, datetime  # noqa: PLC0415  (only writing asks)

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
