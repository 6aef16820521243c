"""Edits are local, and can be taken back: over the corpus of real files, and over made ones.

Local: bytes outside the named entries stay; where an entry goes or comes, so do blanks around it. Taken
back: by the command itself (a key renamed back, a category moved back) or by `reversed_plan`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.config import loads
from bib2awesome.errors import InputError
from bib2awesome.papers import category_plans, renaming
from bib2awesome.papers.assignments import assigned
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.reversal import reversed_plan
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.venue_moves import at_venue

TOML = b"""\
[categories.a]
title = "A"
[categories.a.b]
title = "B"
[categories.c]
title = "C"
"""
NEW = "another2026key"
Step = Callable[[Survey, Paper, Paper], Plan]


def survey(data: bytes, toml: bytes = TOML) -> Survey:
    config = loads(toml, path=Path("categories.toml"))
    return Survey(Path(), config, [Document.parse(data, "survey.bib")], config_data=toml)


def _set(ours: Survey, one: Paper, other: Paper) -> Plan:
    values = {"remark": "x", "category": "b,c"}
    return Plan(command="set", changes=tuple(assigned(ours, [one, other], values)))


def _unset(ours: Survey, one: Paper, other: Paper) -> Plan:
    unset = ("title", "year", "url")
    return Plan(command="set", changes=tuple(assigned(ours, [one, other], {}, unset)))


def _venue(ours: Survey, one: Paper, other: Paper) -> Plan:
    assert ours.papers
    return Plan(command="set", changes=tuple(at_venue([one, other], "NeurIPS 2026")))


def _rename(ours: Survey, one: Paper, _: Paper) -> Plan:
    return renaming.rename(ours, one.key, NEW, ids=True)


def _merge(ours: Survey, one: Paper, other: Paper) -> Plan:
    return renaming.merge(ours, one.key, [other.key], ids=True)


STEPS: dict[str, Step] = {
    "set": _set, "unset": _unset, "venue": _venue, "rename": _rename, "merge": _merge,
}  # fmt: skip
CATEGORIES: dict[str, Callable[[Survey], Plan]] = {
    "rename": lambda ours: category_plans.rename(ours, "a", "x"),
    "move": lambda ours: category_plans.move(ours, "b", "c"),
    "merge": lambda ours: category_plans.merge(ours, "b", "c"),
    "remove": lambda ours: category_plans.remove(ours, "b", "-"),
    "add": lambda ours: category_plans.add(ours, "c/b"),
}
BACK: dict[str, Callable[[Survey], Plan]] = {
    "rename": lambda ours: category_plans.rename(ours, "x", "a"),
    "move": lambda ours: category_plans.move(ours, "c/b", "a"),
}


def outside(data: bytes, keys: set[str]) -> list[bytes]:
    """Return what stands between the entries of these keys."""
    parts, at = [], 0
    document = Document.parse(data)
    for entry in document.entries:
        if entry.key.lower() in keys:
            parts.append(data[at : entry.start])
            at = entry.end
    return [*parts, data[at:]]


def check_local(before: bytes, after: bytes, plan: Plan) -> None:
    """Check that nothing but the entries that the plan names has changed."""
    keys = {change.key.lower() for change in plan.changes} | {NEW}
    old, new = outside(before, keys), outside(after, keys)
    if any(change.action == "remove-entry" for change in plan.changes):
        assert b"".join(old).split() == b"".join(new).split()
    else:
        assert old == new


def check(data: bytes, step: Step, one: str, other: str) -> tuple[Plan, bytes, bytes] | None:
    """Make a step, check that it is local; returns the plan that takes it back, the file, and it taken back."""
    ours = survey(data)
    first, second = ours.paper(one), ours.paper(other)
    assert first is not None
    assert second is not None
    try:
        plan = step(ours, first, second)
    except InputError:
        return None
    edited = ours.edited(plan)
    after = edited.data[0] or data
    check_local(data, after, plan)
    if any(change.status == "skipped" for change in edited.plan.changes):
        return None
    back = survey(after)
    again = back.edited(reversed_plan(edited.plan))
    return again.plan, after, again.data[0] or after


def same_entries(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same entries; fields and entries may stand in another order."""

    def entries(data: bytes) -> list[object]:
        document = Document.parse(data)
        read = (
            (entry.type, entry.key, sorted((field.name, field.source) for field in entry.fields))
            for entry in document.entries
        )
        return sorted(read, key=repr)

    return entries(one) == entries(other)


def unwritable(taken_back: Plan) -> bool:
    """Whether what came out cannot be written: an undefined macro, a raw character in a file without any."""
    reasons = {one.reason or "" for one in taken_back.changes if one.status == "skipped"}
    return any(reason == "unwritable value" or "is no macro" in reason for reason in reasons)


def corpus(shared: Path, step: int = 3) -> Iterator[tuple[str, bytes, Paper, Paper]]:
    """Yield every third (or `step`th) file of the corpus with two papers of it."""
    for path in sorted((shared / "corpus" / "bib").glob("*.bib"))[::step]:
        data = path.read_bytes()
        try:
            ours = survey(data)
        except InputError:
            continue
        papers = [paper for paper in ours.papers if "category" not in paper.values]
        if len(papers) > 1:
            yield path.name, data, papers[len(papers) // 2], papers[-1]


@pytest.mark.parametrize("name", STEPS)
def test_edits_of_real_files_are_local_and_can_be_taken_back(shared: Path, name: str) -> None:
    tried = exact = 0
    for file, data, one, other in corpus(shared):
        done = check(data, STEPS[name], one.key, other.key)
        if done is None or done[1] == data:
            continue
        tried += 1
        exact += done[2] == data
        if name in {"set", "rename"}:
            assert done[2] == data, file
        elif name != "merge" and not unwritable(done[0]):
            assert same_entries(done[2], data), file  # fields that went come back in another order
    assert tried > 50
    # What stands between two entries and is none, or an entry above that has no key of its own, is
    # what an entry that comes back cannot be put behind.
    assert name != "merge" or exact * 100 > 75 * tried


def test_keys_of_real_files_change_and_change_back(shared: Path) -> None:
    for file, data, one, other in corpus(shared):
        done = check(data, lambda ours, p, _: renaming.rename(ours, p.key, NEW), one.key, other.key)
        if done is not None:
            ours = survey(done[1])
            assert ours.edited(renaming.rename(ours, NEW, one.key)).data[0] == data, file


@pytest.mark.parametrize("name", CATEGORIES)
def test_categories_of_real_files_change_locally(shared: Path, name: str) -> None:
    tried = 0
    for file, data, one, other in corpus(shared, 9):
        tried += check_category(file, data, name, one.key, other.key)
    assert tried > 20


def check_category(file: str, data: bytes, name: str, one: str, other: str) -> bool:
    made = check(data, _categorised, one, other)
    if made is None:
        return False
    ours = survey(made[1])
    edited = ours.edited(CATEGORIES[name](ours))
    if any(change.status == "skipped" for change in edited.plan.everything):
        return False
    after, toml = edited.data[0], edited.config
    assert (after is None) == (name == "add"), file  # full paths are never ambiguous
    assert toml is not None
    check_local(made[1], after or made[1], edited.plan)
    changed = survey(after or made[1], toml)
    if name in BACK:
        back = changed.edited(BACK[name](changed))
        assert (back.data[0], back.config) == (made[1], TOML), file
    back = changed.edited(reversed_plan(edited.plan))
    assert (back.data[0] or made[1]) == made[1], file
    assert name in {"merge", "remove"} or back.config == TOML
    return True


def _categorised(ours: Survey, one: Paper, other: Paper) -> Plan:
    return Plan(
        command="set",
        changes=(
            *assigned(ours, [one], {"category": "b"}),
            *assigned(ours, [other], {"category": "a, c"}),
        ),
    )


# The same over made files

_STYLES = st.sampled_from(
    [
        ("@misc{", ",\n  ", " = ", ",\n}"),
        ("@Article{", ",\n  ", "=", "\n}"),
        ("@misc{", ", ", " = ", "}"),
        ("@inproceedings(", ",\n\t", "\t= ", "\n)"),
        ("@MISC{", "\n  , ", " = ", "\n}"),
    ]
)
_FIELDS = st.lists(
    st.sampled_from(
        [
            "title@{A {B} c}", 'author@"Ho, J. and {The Group}"', "year@2020", "year@{2021}",
            "journal@{arXiv preprint arXiv:2006.11239}", 'booktitle@m # " x"', "month@jul",
            "url@{https://example.org/a_b}", "note@{two\n  lines}", "pages@{1--9}", "crossref@{k1}",
            "ids@{old, older}", "eprint@{2006.11239}", "code@{https://github.com/a/b}",
        ]
    ),
    max_size=6,
    unique_by=lambda one: one.partition("@")[0],
)  # fmt: skip
_BETWEEN = st.sampled_from(["\n", "\n\n", "\n\n% note\n", "\n\n@comment{c}\n\n", "\n\n\n"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    parts = ['@string{m = "M"}\n\n']
    for number in range(draw(st.integers(2, 4))):
        opening, gap, equals, closing = draw(_STYLES)
        fields = [one.replace("@", equals, 1) for one in draw(_FIELDS) or ["title@{T}"]]
        fields = [one.replace("title@", f"title{equals}") for one in fields]
        parts += [opening, gap.join([f"k{number}", *fields]), closing, draw(_BETWEEN)]
    text = "".join(parts)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()


@pytest.mark.parametrize("name", STEPS)
@given(data=files())
@settings(max_examples=60)
def test_edits_are_local_and_can_be_taken_back(name: str, data: bytes) -> None:
    done = check(data, STEPS[name], "k1", "k0")
    assert done is not None
    if name in {"venue", "unset", "merge"}:  # what went comes back at another place
        assert same_entries(done[2], data)
    else:
        assert done[2] == data


@pytest.mark.parametrize("name", CATEGORIES)
@given(data=files())
@settings(max_examples=30)
def test_categories_change_locally(name: str, data: bytes) -> None:
    assert check_category("", data, name, "k0", "k1")


HOSTILE = st.text('ab {}()\\"#%\n\t\0é中$&,@=~', max_size=14)


@given(
    data=files(), text=HOSTILE, name=st.sampled_from(["title", "url", "remark", "year", "month"])
)
@settings(max_examples=200)
def test_any_value_is_written_as_it_was_said_or_refused(data: bytes, text: str, name: str) -> None:
    ours = survey(data)
    paper = ours.paper("k1")
    assert paper is not None
    try:
        changes = assigned(ours, [paper], {name: text})
    except InputError:
        return
    plan = Plan(command="set", changes=tuple(changes))
    edited = ours.edited(plan)
    after = edited.data[0] or data
    check_local(data, after, plan)
    new = survey(after)
    written = new.paper("k1")
    assert written is not None
    if any(change.status == "skipped" for change in edited.plan.changes):
        assert after == data
        return
    value = written.document.value(written.entry, name)
    assert "é" in text or value == text.strip()  # é becomes LaTeX in a file of ASCII
    assert [one.message for one in new.documents[0].findings] == [
        one.message for one in ours.documents[0].findings
    ]


def test_an_entry_that_was_merged_comes_back_where_it_stood() -> None:
    data = b"@misc{a, title = {A}}\n\n@misc{b, title = {A}, doi = {10.1/x}}\n\n@misc{c, related = {b, a}}\n"
    done = check(data, _merge, "a", "b")
    assert done is not None
    assert b"@misc{b" not in done[1]
    assert b"related = {a}" in done[1]
    assert done[2] == data


def test_what_has_changed_since_is_not_taken_back() -> None:
    data = b"@misc{a, title = {A}, note = {}}\n"
    ours = survey(data)
    changes = assigned(ours, ours.papers, {"note": "x", "remark": "y"})
    edited = ours.edited(Plan(command="set", changes=tuple(changes)))
    assert edited.data[0] is not None
    hand = survey(edited.data[0].replace(b"{y}", b"{z}"))
    back = hand.edited(reversed_plan(edited.plan))
    assert [(one.field, one.reason) for one in back.plan.changes if one.reason] == [
        ("remark", "stale")
    ]
    assert back.data[0] == data.replace(b"note", b"remark = {z}, note")


def test_every_kind_of_change_is_taken_back() -> None:
    data = b"@misc{a, title = {A}, note = {n}}\n\n@misc{b, title = {B}}\n"
    raw = {
        "version": 1,
        "changes": [
            {"key": "a", "action": "rename", "field": "note", "old": "{n}", "new": "annote"},
            {"key": "a", "action": "set-type", "old": "misc", "new": "article"},
            {"key": "c", "action": "add-entry", "new": "@misc{c,\n  title = {C}\n}", "after": "a"},
            {"key": "b", "action": "set", "field": "year", "new": "{1}", "status": "skipped"},
        ],
        "taxonomy": [
            {"action": "set", "path": ["survey", "title"], "new": "T"},
            {"action": "set", "path": ["categories", "a", "title"], "old": "A", "new": "Z"},
            {"action": "remove", "path": ["categories", "c"], "old": {"title": "C"}},
        ],
    }
    for end in (b"\n", b"\r\n"):
        old = data.replace(b"\n", end)
        edited = survey(old).edited(Plan.from_json(raw))
        assert edited.data[0] is not None
        assert edited.config is not None
        assert b"@misc{c" in edited.data[0]
        back = survey(edited.data[0], edited.config).edited(reversed_plan(edited.plan))
        assert back.data[0] == old
        assert back.config == b"[survey]\n" + TOML
