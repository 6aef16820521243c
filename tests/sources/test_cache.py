"""What is remembered, and that a file which cannot be used is no reason to stop."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from bib2awesome.sources.base import Found, Query
from bib2awesome.sources.cache import Cache, Kept, cache_folder


def kept(*items: object, age: float = 0) -> Kept:
    return Kept(items or None, "https://x", time.time() - age * 86400, "e")


def test_what_was_put_comes_back_also_in_another_run(tmp_path):
    first = Cache(tmp_path)
    answer, none = kept({"a": "ü"}), kept()
    first.put("crossref", [("doi:1", answer), ("doi:2", none)])
    first.close()
    again = Cache(tmp_path)
    assert again.get("crossref", "doi:1") == answer
    assert again.get("crossref", "doi:2") == none
    assert again.get("crossref", "doi:3") is None
    assert again.get("arxiv", "doi:1") is None
    again.close()


def test_age():
    assert kept(age=6.9).is_fresh(7)
    assert not kept(age=7.1).is_fresh(7)
    assert not kept(age=-2).is_fresh(7)


def test_very_old_answers_are_forgotten(tmp_path):
    cache = Cache(tmp_path)
    cache.put("x", [("old", kept(age=500)), ("new", kept())])
    cache.close()
    cache = Cache(tmp_path)
    assert (cache.get("x", "old"), cache.get("x", "new") is None) == (None, False)
    cache.close()


def test_a_damaged_file_starts_anew(tmp_path):
    (tmp_path / "answers.sqlite").write_bytes(b"no database, " * 100)
    cache = Cache(tmp_path)
    assert "was damaged and starts anew" in (cache.problem or "")
    cache.put("x", [("y", kept(1))])
    cache.close()
    cache = Cache(tmp_path)
    assert (cache.get("x", "y") is not None, cache.problem) == (True, None)
    cache.close()


def test_a_file_of_another_version_starts_anew(tmp_path):
    base = sqlite3.connect(tmp_path / "answers.sqlite")
    base.execute("CREATE TABLE answers (other)")
    base.commit()
    base.close()
    cache = Cache(tmp_path)
    cache.put("x", [("y", kept(1))])
    assert (cache.get("x", "y") is not None, cache.problem) == (True, None)
    cache.close()


def test_a_file_of_somebody_else_is_a_warning(tmp_path):
    base = sqlite3.connect(tmp_path / "answers.sqlite")
    base.execute("CREATE VIEW answers AS SELECT 1")
    base.commit()
    base.close()
    cache = Cache(tmp_path)
    assert "cannot be used" in (cache.problem or "")
    cache.close()


def test_no_folder_at_all():
    cache = Cache(None)
    cache.put("x", [("y", kept(1))])
    assert (cache.get("x", "y") is not None, cache.problem) == (True, None)
    cache.close()


def test_a_value_that_was_tampered_with_is_none(tmp_path):
    cache = Cache(tmp_path)
    cache.put("x", [("y", kept(1))])
    cache._base.execute("UPDATE answers SET items = '['")
    assert cache.get("x", "y") is None
    cache.close()


def test_a_folder_that_is_a_file_is_a_warning(tmp_path, client, lab):
    (tmp_path / "cache").write_text("in the way")
    asks = client()
    query = Query("doi", "10.18653/v1/n19-1423")
    assert isinstance(asks.ask([("crossref", query)])["crossref", query], Found)
    assert isinstance(asks.ask([("crossref", query)])["crossref", query], Found)
    assert len(lab.seen) == 1
    assert [warning[:10] for warning in asks.warnings] == ["the cache "]


def test_a_file_that_breaks_later_is_a_warning(tmp_path):
    cache = Cache(tmp_path)
    cache._base.execute("DROP TABLE answers")
    cache.put("x", [("y", kept(1))])
    assert "cannot be used" in (cache.problem or "")
    assert cache.get("x", "y") is not None
    cache.close()
    cache = Cache(tmp_path)
    cache._base.execute("DROP TABLE answers")
    assert cache.get("x", "y") is None
    assert "cannot be used" in (cache.problem or "")
    cache.close()


def test_a_file_that_another_run_holds_is_a_warning(tmp_path, monkeypatch):
    Cache(tmp_path).close()
    holder = sqlite3.connect(tmp_path / "answers.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("bib2awesome.sources.cache._BUSY", 0.05)
    cache = Cache(tmp_path)
    assert "locked" in (cache.problem or "")
    cache.close()
    holder.close()


def test_the_folder(tmp_path):
    assert cache_folder({"BIB2AWESOME_CACHE_DIR": str(tmp_path)}) == tmp_path
    assert cache_folder({"BIB2AWESOME_CACHE_DIR": "~/x"}) == Path.home() / "x"
    assert cache_folder({}).name.startswith("bib2awesome") or "bib2awesome" in str(cache_folder({}))


@pytest.mark.parametrize("name", ["a\0b"])
def test_a_folder_with_an_impossible_name_is_a_warning(name):
    cache = Cache(Path(name))
    assert cache.problem
    cache.close()
