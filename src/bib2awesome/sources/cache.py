"""What services have said, by (source, identifier), in one SQLite file; a second run asks nothing.

Answers are kept as the service sent them (one JSON value per record), absences too; failures are
never kept. A file that cannot be used is a warning: the run goes on with its memory.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Cache", "Kept", "cache_folder"]

_VERSION = 1
_FORGET_DAYS = 400
_BUSY = 10
_DAY = 86400


class Kept(NamedTuple):
    """A remembered answer.

    Attributes:
        items: The records as the service sent them; None where it had none.
        url: The request it answered.
        asked: When, in seconds since 1970.
        etag: What the service called this version, "" where it did not.
    """

    items: tuple[Any, ...] | None
    url: str
    asked: float
    etag: str = ""

    def is_fresh(self, days: float) -> bool:
        """Whether it is at most `days` old; an answer from the future is not."""
        return -_DAY < time.time() - self.asked <= days * _DAY


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return `BIB2AWESOME_CACHE_DIR`, else the platform's cache folder."""
    named = environ.get("BIB2AWESOME_CACHE_DIR")
    if named:
        return Path(named).expanduser()
    import platformdirs  # noqa: PLC0415  (only where no folder is named)

    return platformdirs.user_cache_path("bib2awesome", appauthor=False)


class Cache:
    """The answers in `folder`, which is made if need be; not for use by several threads.

    Args:
        folder: None keeps them in memory only.

    Attributes:
        problem: Why the folder could not be used, None while all is well.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.problem: str | None = None
        self._base: sqlite3.Connection
        if folder is None:
            self._connect(None)
        else:
            self._open(folder)

    def _open(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                self._connect(folder)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._start_over(folder)
        except (OSError, ValueError, sqlite3.Error) as error:
            self._give_up(error)

    def _start_over(self, folder: Path) -> None:
        """Replace a file that is no database: what was in it can be asked again."""
        self.problem = f"the cache `{folder}` was damaged and starts anew"
        for path in folder.glob("answers.sqlite*"):
            path.unlink()
        self._connect(folder)

    def _connect(self, folder: Path | None) -> None:
        place = ":memory:" if folder is None else str(folder / "answers.sqlite")
        base = sqlite3.connect(place, timeout=_BUSY, isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            self._prepare(base)
        except BaseException:
            base.close()
            raise
        self._base = base

    @staticmethod
    def _prepare(base: sqlite3.Connection) -> None:
        base.execute("BEGIN IMMEDIATE")
        try:
            if base.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                base.execute("DROP TABLE IF EXISTS answers")
                base.execute(f"PRAGMA user_version = {_VERSION}")
            base.execute(
                "CREATE TABLE IF NOT EXISTS answers (source TEXT, identifier TEXT, items TEXT, "
                "url TEXT, asked REAL, etag TEXT, PRIMARY KEY (source, identifier)) WITHOUT ROWID"
            )
            oldest = time.time() - _FORGET_DAYS * _DAY
            base.execute("DELETE FROM answers WHERE asked < ?", (oldest,))
            base.execute("COMMIT")
        except BaseException:
            base.execute("ROLLBACK")
            raise

    def _give_up(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        self.problem = f"the cache `{self.folder}` cannot be used: {reason[:1].lower()}{reason[1:]}"
        self.folder = None
        self._connect(None)

    def get(self, source: str, identifier: str) -> Kept | None:
        """Return what is remembered, however old, or None."""
        statement = (
            "SELECT items, url, asked, etag FROM answers WHERE source = ? AND identifier = ?"
        )
        try:
            row = self._base.execute(statement, (source, identifier)).fetchone()
            items = row and row[0] and tuple(json.loads(row[0]))
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        except ValueError:
            return None
        return row and Kept(items, str(row[1]), float(row[2]), str(row[3]))

    def put(self, source: str, answers: Iterable[tuple[str, Kept]]) -> None:
        """Remember answers by identifier, all or none of them."""
        rows = [
            (source, identifier, None if kept.items is None else json.dumps(kept.items), *kept[1:])
            for identifier, kept in answers
        ]
        try:
            self._store(rows)
        except sqlite3.Error as error:
            self._give_up(error)
            self._store(rows)

    def _store(self, rows: list[tuple[Any, ...]]) -> None:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            self._base.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", rows)
            self._base.execute("COMMIT")
        except BaseException:
            self._base.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file."""
        self._base.close()
