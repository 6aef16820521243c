"""The committed journals: who said what, and what the author decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bib2awesome.papers import journal, provenance
from bib2awesome.papers.changes import Change, Plan
from bib2awesome.papers.decisions import CHOSEN, RECONSIDERED, REJECTED, Decision, Decisions


def written(key: str, action: str = "set", **more: object) -> Change:
    return Change(key=key, action=action, status="written", **more)  # type: ignore[arg-type]


def record(folder: Path, *changes: Change, **more: object) -> None:
    provenance.record(folder, Plan(command="test", changes=changes, more=more))


def fields(folder: Path, key: str) -> list[tuple[str | None, str | None]]:
    return [(one.field, one.new) for one in provenance.origins(folder, key)]


def doi(key: str) -> Change:
    return written(key, field="doi", new="{10.1/x}", source="crossref", score=1, retrieved="2026")


def test_only_what_was_written_and_has_a_source_is_recorded(tmp_path: Path) -> None:
    proposed = Change(key="a", action="set", field="doi", new="{1}", source="crossref")
    by_hand = written("a", field="note", new="{1}")
    record(tmp_path, proposed, by_hand)
    assert not (tmp_path / ".bib2awesome").exists()
    record(tmp_path, doi("a"), written("b", "set-key", old="b", new="c"))
    assert fields(tmp_path, "A") == [("doi", "{10.1/x}")]
    assert provenance.origins(tmp_path, "a")[0].retrieved == "2026"
    assert provenance.origins(tmp_path, "c") == []


def test_history_follows_renamed_fields_and_merged_entries(tmp_path: Path) -> None:
    record(tmp_path, doi("a"), written("a", field="pages", new="{1}", source="dblp"))
    record(tmp_path, written("a", "rename", field="doi", old="{10.1/x}", new="x-doi", source="me"))
    assert fields(tmp_path, "a") == [("x-doi", "{10.1/x}"), ("pages", "{1}"), ("doi", "x-doi")]
    record(tmp_path, doi("b"))
    record(tmp_path, written("a", "remove-entry", old="@misc{a}"), merged_into="b")
    assert fields(tmp_path, "a") == []
    assert [name for name, _ in fields(tmp_path, "b")] == ["doi", "x-doi", "pages", "doi", None]
    record(tmp_path, written("b", "remove-entry", old="@misc{b}"))
    assert fields(tmp_path, "b") == []


def test_lines_that_are_none_are_ignored(tmp_path: Path) -> None:
    folder = tmp_path / ".bib2awesome"
    folder.mkdir()
    good = {"key": "a", "action": "set", "field": "doi", "new": "{1}", "score": "x", "reasons": 1}
    lines = [
        b"<<<<<<< ours", b"[1]", b"\xff", b"[" * 100_000, json.dumps({"key": "a"}).encode(),
        json.dumps(good | {"new": 1}).encode(), json.dumps(good).encode(), b'{"key": "a", "act',
    ]  # fmt: skip
    (folder / provenance.NAME).write_bytes(b"\n".join(lines))
    (one,) = provenance.origins(tmp_path, "a")
    assert (one.score, one.reasons) == (None, ())
    record(tmp_path, doi("a"))
    assert len(provenance.origins(tmp_path, "a")) == 2
    assert (folder / provenance.NAME).read_bytes().startswith(b"\n".join(lines) + b"\n{")


def test_nothing_to_add_makes_no_file(tmp_path: Path) -> None:
    journal.append(tmp_path, provenance.NAME, [])
    assert list(tmp_path.iterdir()) == []


def decide(folder: Path, *decisions: Decision) -> Decisions:
    Decisions.append(folder, decisions)
    return Decisions.load(folder)


def test_a_decision_holds_until_it_is_reconsidered(tmp_path: Path) -> None:
    assert "a" not in Decisions.load(tmp_path)
    said = decide(tmp_path, Decision("a", "doi", REJECTED, "10.1/x", "crossref", "https://x.org"))
    assert said.rejected("A", "doi", "10.1/x")
    assert not said.rejected("a", "doi", "10.1/y")
    assert not said.rejected("b", "doi", "10.1/x")
    said = decide(tmp_path, Decision("a", "doi", RECONSIDERED, "10.1/x"))
    assert not said.rejected("a", "doi", "10.1/x")
    said = decide(
        tmp_path,
        Decision("a", "doi", REJECTED, "10.1/x"),
        Decision("a", "doi", CHOSEN, "10.1/y"),
        Decision("a", "doi", CHOSEN, "10.1/z"),
        Decision("a", "year", REJECTED, "1999"),
    )
    assert said.chosen("a", "doi") == "10.1/z"
    assert said.chosen("a", "year") is None
    said = decide(tmp_path, Decision("a", "doi", RECONSIDERED, None))
    assert said.chosen("a", "doi") is None
    assert said.rejected("a", "year", "1999")
    said = decide(tmp_path, Decision("a", None, RECONSIDERED, None))
    assert "a" not in said


def test_decisions_follow_a_renamed_key(tmp_path: Path) -> None:
    decide(tmp_path, Decision("old", "doi", REJECTED, "10.1/x"))
    Decisions.rename(tmp_path, {"old": "new", "unknown": "other"})
    said = Decisions.load(tmp_path)
    assert said.rejected("new", "doi", "10.1/x")
    assert "old" not in said
    assert "other" not in said


@pytest.mark.parametrize("line", ['{"key": 1, "decision": "rejected"}', '{"key": "a"}', "{}"])
def test_decisions_that_are_none_are_ignored(tmp_path: Path, line: str) -> None:
    (tmp_path / ".bib2awesome").mkdir()
    (tmp_path / ".bib2awesome" / "decisions.jsonl").write_text(line, encoding="utf-8")
    assert "a" not in Decisions.load(tmp_path)
