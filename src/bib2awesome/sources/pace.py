"""How often a service is asked: what its limits allow, over all threads and all runs of this user.

The times of past requests stand in a SQLite file beside the cache, so that two runs at once, or one
right after the other, share what a service allows. A limit of n requests in t seconds is kept as a
sliding window: a request waits while n others arrived within the last t seconds and the margin.

When a request arrived is not known here, only that it was between sending and answer. So it counts where
it can latest have been: as long as it is under way, some seconds ahead; once it is answered, at that
moment less the shortest time that the service has ever taken, which a late arrival would have taken too.
A service that is slow by itself looks the same, and must not slow us down for good: what all requests
together may count as late is bounded, so that seldom delays are covered whole and frequent ones in part.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from bib2awesome.sources.base import Limit

__all__ = ["ExhaustedError", "Ledger", "Pace", "StoppedError", "Ticket"]

MARGIN = 0.03
"""By how much we stay below what a service announces."""
CAUTIOUS_MARGIN = 0.15
"""The same once the service has complained all the same."""
_LATEST = 2.0
"""Seconds after sending by which a request has arrived: what takes longer, takes it at the service."""
_LATENESS = 0.05
"""By how much of the window a request may count as late on average,"""
_SAVED = 0.6
"""and as how much at once, where those before it were not."""
_LEARNED = 5
"""After so many answers the shortest time is known; until then a request counts at its answer."""
_LONGEST_WAIT = 310
"""Seconds: a limit per five minutes is waited for, one per hour or day is a quota that is used up."""
_POLL = 0.03
_BUSY = 5


class StoppedError(Exception):
    """The run is being ended."""


class ExhaustedError(Exception):
    """The quota is used up; `args[0]` says for how many seconds."""


class Ticket(NamedTuple):
    """One request that may be sent: its place in the ledger and when it was let through."""

    row: int
    at: float
    lock: FileLock | None = None


class Ledger:
    """When requests were sent, by bucket, in `folder`; in memory where that cannot be used.

    Args:
        folder: Where other runs look too; None is this run alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        for place in (folder, folder, None):
            try:
                self._open(place)
            except (OSError, sqlite3.Error):
                _remove(place)
            else:
                break

    def _open(self, folder: Path | None) -> None:
        self.folder = folder
        place = ":memory:" if folder is None else str(folder / "pace.sqlite")
        self._base = sqlite3.connect(
            place, timeout=_BUSY, isolation_level=None, check_same_thread=False
        )
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute("CREATE TABLE IF NOT EXISTS sent (bucket TEXT, at REAL)")
        self._base.execute("CREATE INDEX IF NOT EXISTS by_bucket ON sent (bucket, at)")

    def reserve(self, bucket: str, requests: int, window: float) -> tuple[int | None, float]:
        """Enter a request into `bucket` if fewer than `requests` are within `window` seconds.

        Returns:
            Its row and now, or None and the seconds until there is room at the latest.
        """
        with self._lock:
            try:
                return self._reserve(bucket, requests, window)
            except sqlite3.Error:  # a full disk, a removed folder: this run goes on alone
                self._open(None)
                return self._reserve(bucket, requests, window)

    def _reserve(self, bucket: str, requests: int, window: float) -> tuple[int | None, float]:
        base = self._base
        base.execute("BEGIN IMMEDIATE")
        try:
            now = time.time()
            # Times ahead of the clock are those of a clock that was set back.
            base.execute(
                "DELETE FROM sent WHERE bucket = ? AND (at <= ? OR at > ?)",
                (bucket, now - window, now + window + _LATEST),
            )
            newest = "SELECT at FROM sent WHERE bucket = ? ORDER BY at DESC LIMIT 1 OFFSET ?"
            full = base.execute(newest, (bucket, requests - 1)).fetchone()
            if full is not None:
                return None, max(full[0] + window - now, 0.001)
            values = bucket, now + _LATEST
            row = base.execute("INSERT INTO sent VALUES (?, ?)", values).lastrowid
            return row, now
        finally:
            base.execute("COMMIT")

    def move(self, row: int, at: float | None) -> None:
        """Correct when a request arrived; None takes it out."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            if at is None:
                self._base.execute("DELETE FROM sent WHERE rowid = ?", (row,))
            else:
                self._base.execute("UPDATE sent SET at = ? WHERE rowid = ?", (at, row))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()


def _remove(folder: Path | None) -> None:
    """Remove a file that is no database; the next attempt makes a new one, or fails as well."""
    for path in folder.glob("pace.sqlite*") if folder is not None else ():
        with contextlib.suppress(OSError):
            path.unlink()


class Pace:
    """The turns of one bucket: one route of one service.

    Args:
        ledger: Where the requests of all buckets are written down.
        bucket: Which one; the service's base URL and the route.
        limit: What is allowed before the service announces something else.
        per_minute: The user's own bound, where the service allows more.
    """

    def __init__(
        self, ledger: Ledger, bucket: str, limit: Limit, per_minute: int | None = None
    ) -> None:
        self.limit = limit
        self.bucket = bucket
        self._ledger = ledger
        self._margin = MARGIN
        self._per_minute = per_minute
        self._free = threading.Condition()
        self._flying = 0
        self._not_before = 0.0
        self._quickest = _LATEST
        self._lateness = _SAVED
        self._answers = 0

    def enter(self, stop: threading.Event) -> Ticket:
        """Wait until a request may be sent.

        Raises:
            StoppedError: `stop` was set.
            ExhaustedError: The wait would be longer than some minutes.
        """
        with self._free:
            while self._flying >= self.limit.concurrency:
                self._check(stop)
                self._free.wait(0.2)
            self._flying += 1
        lock: FileLock | None = None
        try:
            lock = self._slot(stop)
            return self._turn(stop)._replace(lock=lock)
        except BaseException:
            self._leave(lock)
            raise

    def _slot(self, stop: threading.Event) -> FileLock | None:
        """Take one of the service's places for requests at the same time, shared with other runs."""
        folder = self._ledger.folder
        if folder is None:
            return None
        name = "".join(letter if letter.isalnum() else "-" for letter in self.bucket)
        while True:
            for number in range(self.limit.concurrency):
                lock = FileLock(folder / f"{name}-{number}.lock", thread_local=False)
                try:
                    lock.acquire(timeout=0)
                except Timeout:
                    continue
                except (OSError, NotImplementedError):
                    return None
                return lock
            self._check(stop)
            time.sleep(_POLL)

    def _turn(self, stop: threading.Event) -> Ticket:
        while True:
            self._check(stop)
            wait = self._not_before - time.monotonic()
            if wait <= 0:
                requests, window = self.limit.requests, self.limit.seconds / (1 - self._margin)
                if self._per_minute is not None and requests * 60 > self._per_minute * window:
                    requests, window = 1, 60 / self._per_minute
                row, value = self._ledger.reserve(self.bucket, requests, window)
                if row is not None:
                    return Ticket(row, value)
                wait = value
            if wait > _LONGEST_WAIT:
                raise ExhaustedError(wait)
            with self._free:  # an answer may shorten the wait
                self._free.wait(min(wait, _POLL))

    def sent(self, ticket: Ticket) -> Ticket:
        """Say that the request goes out now; between a turn and that, other threads may have run."""
        now = time.time()
        self._ledger.move(ticket.row, now + _LATEST)
        return ticket._replace(at=now)

    def done(self, ticket: Ticket, *, answered: bool = True) -> None:
        """Say that the answer is here (or will never be: `answered` is False)."""
        if answered:
            took = time.time() - ticket.at
            self._quickest = min(took, self._quickest)
            self._answers += 1
            late = took - (self._quickest if self._answers > _LEARNED else 0.0)
            self._lateness = min(self._lateness + _LATENESS, _SAVED)
            late = min(max(late, 0.0), self._lateness * self.limit.seconds, _LATEST)
            self._lateness -= late / self.limit.seconds
            self._ledger.move(ticket.row, ticket.at + late)
        self._leave(ticket.lock)

    def give_back(self, ticket: Ticket) -> None:
        """Return a turn that was not needed."""
        self._ledger.move(ticket.row, None)
        self._leave(ticket.lock)

    def announce(self, limit: Limit) -> None:
        """Hold to what the service announces from now on."""
        with self._free:
            self.limit = limit
            self._free.notify_all()

    def complained(self, seconds: float) -> None:
        """Send nothing for so long, and less from then on: the service said that it was too much."""
        self._margin = CAUTIOUS_MARGIN
        self.rest(seconds)

    def rest(self, seconds: float) -> None:
        """Send nothing for so long."""
        self._not_before = max(self._not_before, time.monotonic() + seconds)

    def _leave(self, lock: FileLock | None) -> None:
        if lock is not None:
            lock.release()
        with self._free:
            self._flying -= 1
            self._free.notify_all()

    @staticmethod
    def _check(stop: threading.Event) -> None:
        if stop.is_set():
            raise StoppedError
