"""Turns: never more than a service allows, over threads, clients and runs."""

from __future__ import annotations

import sqlite3
import threading
import time
from itertools import pairwise

import pytest

from bib2awesome.sources.base import Limit
from bib2awesome.sources.pace import ExhaustedError, Ledger, Pace, StoppedError

GO = threading.Event()


@pytest.fixture
def ledger(tmp_path):
    book = Ledger(tmp_path)
    yield book
    book.close()


def turns(pace: Pace, count: int) -> list[float]:
    times = []
    for _ in range(count):
        ticket = pace.enter(GO)
        times.append(ticket.at)
        pace.done(ticket)
    return times


def test_a_window_never_holds_more_than_is_allowed(ledger):
    times = turns(Pace(ledger, "x", Limit(3, 0.2, 3)), 9)
    assert all(later - earlier > 0.2 for earlier, later in zip(times, times[3:], strict=False))


def test_two_runs_share_what_is_allowed(tmp_path, ledger):
    other = Ledger(tmp_path)
    times: list[float] = []
    paces = [Pace(book, "x", Limit(1, 0.05, 1)) for book in (ledger, other)]
    threads = [
        threading.Thread(target=lambda pace=pace: times.extend(turns(pace, 5))) for pace in paces
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert len(times) == 10
    assert all(later - earlier > 0.05 for earlier, later in pairwise(sorted(times)))


@pytest.mark.parametrize("shared", [True, False])
def test_so_many_at_once(tmp_path, shared):
    books = [Ledger(tmp_path if shared else None) for _ in range(2 if shared else 1)]
    flying, most = [0], [0]
    lock = threading.Lock()
    paces = [Pace(book, "x", Limit(1000, 1.0, 2)) for book in books]

    def fly(pace: Pace) -> None:
        for _ in range(4):
            ticket = pace.enter(GO)
            with lock:
                flying[0] += 1
                most[0] = max(most[0], flying[0])
            time.sleep(0.01)
            with lock:
                flying[0] -= 1
            pace.done(ticket)

    threads = [threading.Thread(target=fly, args=(pace,)) for pace in paces for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for book in books:
        book.close()
    assert most[0] == 2


def test_a_turn_can_be_given_back(ledger):
    pace = Pace(ledger, "x", Limit(1, 60.0, 1))
    pace.give_back(pace.enter(GO))
    pace.done(pace.enter(GO), answered=False)


def test_a_quota_that_is_used_up_is_not_waited_for(ledger):
    pace = Pace(ledger, "x", Limit(1, 3600.0, 1))
    pace.done(pace.enter(GO))
    with pytest.raises(ExhaustedError) as caught:
        pace.enter(GO)
    assert 3600 < caught.value.args[0] < 3800


def test_the_end_of_a_run_ends_every_wait(ledger, tmp_path):
    stop = threading.Event()
    pace = Pace(ledger, "x", Limit(1, 100.0, 1))
    pace.done(pace.enter(stop))
    threading.Timer(0.05, stop.set).start()
    with pytest.raises(StoppedError):
        pace.enter(stop)
    other = Pace(Ledger(tmp_path), "y", Limit(9, 1.0, 1))
    mine = Pace(ledger, "y", Limit(9, 1.0, 1))
    ticket = other.enter(GO)
    with pytest.raises(StoppedError):
        mine.enter(stop)
    with pytest.raises(StoppedError):
        other.enter(stop)
    other.done(ticket)


def test_a_service_that_complains_is_left_in_peace(ledger):
    pace = Pace(ledger, "x", Limit(100, 1.0, 1))
    pace.complained(0.1)
    began = time.monotonic()
    pace.done(pace.enter(GO))
    assert time.monotonic() - began >= 0.1


def test_an_announced_limit_holds_from_then_on(ledger):
    pace = Pace(ledger, "x", Limit(1, 60.0, 1))
    pace.done(pace.enter(GO))
    pace.announce(Limit(1000, 1.0, 3))
    turns(pace, 5)


def test_a_clock_that_was_set_back_blocks_nobody(ledger, tmp_path):
    pace = Pace(ledger, "x", Limit(1, 0.2, 1))
    pace.done(pace.enter(GO))
    base = sqlite3.connect(tmp_path / "pace.sqlite")
    base.execute("UPDATE sent SET at = at + 86400")
    base.commit()
    base.close()
    began = time.monotonic()
    pace.done(pace.enter(GO))
    assert time.monotonic() - began < 0.2


def test_a_damaged_file_is_replaced_and_a_lost_one_done_without(tmp_path):
    (tmp_path / "pace.sqlite").write_bytes(b"no database, " * 100)
    book = Ledger(tmp_path)
    assert book.folder == tmp_path
    book._base.close()
    row, _ = book.reserve("x", 1, 1.0)
    assert (row, book.folder) == (1, None)
    book.close()
    nowhere = Ledger(tmp_path / "missing")
    assert nowhere.folder is None
    nowhere.close()


def test_a_folder_that_takes_no_locks(ledger, monkeypatch):
    def refuse(*_, **__):
        raise NotImplementedError

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    pace = Pace(ledger, "x", Limit(1, 0.01, 1))
    ticket = pace.enter(GO)
    assert ticket.lock is None
    pace.done(ticket)


def test_the_users_own_bound_holds_where_the_service_allows_more(ledger):
    began = time.monotonic()
    turns(Pace(ledger, "x", Limit(100, 1.0, 1), 1200), 4)
    assert time.monotonic() - began > 3 * 0.05
    began = time.monotonic()
    turns(Pace(ledger, "y", Limit(1, 0.1, 1), 10_000), 3)
    assert time.monotonic() - began > 2 * 0.1


def test_a_request_counts_where_it_can_latest_have_arrived(ledger):
    pace = Pace(ledger, "x", Limit(1, 0.2, 2))
    ticket = pace.sent(pace.enter(GO))
    time.sleep(0.1)
    pace.done(ticket)
    second = pace.enter(GO)
    assert second.at - ticket.at > 0.3
    pace.done(second)
