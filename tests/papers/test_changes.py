from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib import edits
from bib2awesome.bib.document import Document
from bib2awesome.bib.edits import Edit
from bib2awesome.errors import BugError, InputError, RefusedError
from bib2awesome.papers.changes import (
    ACTIONS,
    Absent,
    Ambiguous,
    Change,
    Conflict,
    Plan,
    Unasked,
)
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.verify import second_opinion
from bib2awesome.papers.writing import edit

BIB = """\
% Mine.
@string{jmlr = "JMLR"}

@article{a,
  title    = {One},
  author   = "A, B" # " and C, D",
  journal  = jmlr,
  doi      = {},
  category = {x} % the author's
}

@InProceedings{b, title = {Two}, year = 2020}

@misc{B2, title = {Kept}}
@misc(c, note={p})
"""


def changed(*changes: Change, bib: str | bytes = BIB) -> tuple[list[Change], str]:
    """Apply changes; return them with what became of them, and the new text ("" if unchanged)."""
    data = bib if isinstance(bib, bytes) else bib.encode()
    document = Document.parse(data)
    plan, (new,), _ = edit([document], Plan(command="test", changes=changes))
    return list(plan.changes), "" if new is None else new.decode("utf-8", "surrogateescape")


def check_written(change: Change, before: str, after: str, bib: str = BIB) -> None:
    """Check that a change turns `before` into `after` and nothing else, and is stale at once."""
    (done,), new = changed(change, bib=bib)
    assert (done.status, done.reason) == ("written", None)
    assert new == bib.replace(before, after, 1)
    (again,), same = changed(change, bib=new)
    assert (again.status, same) == ("skipped", "")


def check_skipped(change: Change, reason: str, bib: str = BIB) -> None:
    """Check that a change is not written, and why."""
    (done,), new = changed(change, bib=bib)
    assert (done.status, done.reason, new) == ("skipped", reason, "")


def put(key: str, field: str, new: str, old: str | None = None, **more) -> Change:
    return Change(key=key, action="set", field=field, old=old, new=new, **more)


# Each action


def test_set_adds_a_line_or_fills_an_empty_field():
    check_written(put("a", "year", "2020"), "  category", "  year     = 2020,\n  category")
    check_written(put("a", "doi", "{10.1/x}", "{}"), "doi      = {}", "doi      = {10.1/x}")
    check_written(put("b", "doi", "{10.1/x}"), "year = 2020", "doi = {10.1/x}, year = 2020")


def test_set_never_overwrites():
    check_skipped(put("a", "title", "{New}", "{One}"), "filled")
    check_skipped(put("a", "title", "{New}"), "filled")
    check_skipped(put("a", "doi", "{10.1/x}"), "stale")
    check_skipped(put("a", "year", "2020", "{2019}"), "stale")


def test_replace():
    change = Change(key="a", action="replace", field="title", old="{One}", new="{Uno}")
    check_written(change, "{One}", "{Uno}")
    check_skipped(replace(change, old="{one}"), "stale")
    check_skipped(replace(change, old=None), "stale")
    check_skipped(replace(change, field="year", old="{One}"), "stale")


def test_remove():
    change = Change(key="a", action="remove", field="journal", old="jmlr")
    check_written(change, "  journal  = jmlr,\n", "")
    check_skipped(replace(change, old="{jmlr}"), "stale")
    check_skipped(replace(change, field="nothing", old=None), "stale")


def test_rename():
    change = Change(key="a", action="rename", field="journal", old="jmlr", new="journaltitle")
    (done,), new = changed(change)
    assert done.status == "written"
    assert "journaltitle" in new
    check_skipped(replace(change, old="x"), "stale")
    check_skipped(replace(change, new="title"), "duplicate-field")
    check_skipped(replace(change, new="a b"), "`a b` cannot be the name of a field")


def test_set_type():
    change = Change(key="a", action="set-type", old="article", new="misc")
    check_written(change, "@article{a", "@misc{a")
    check_skipped(replace(change, old="book"), "stale")
    for name in ("string", "Comment", "a b", "", "é"):
        check_skipped(replace(change, new=name), f"`{name}` cannot be the type of an entry")


def test_set_key():
    change = Change(key="a", action="set-key", old="a", new="DBLP:conf/x+1.a-b_c")
    check_written(change, "@article{a,", "@article{DBLP:conf/x+1.a-b_c,")
    check_skipped(replace(change, old="A"), "stale")
    check_skipped(replace(change, new="b2"), "duplicate-key")
    check_written(replace(change, new="A"), "@article{a,", "@article{A,")
    for key in ("a b", "", "a,b", "a{", "é", "a\n", "a#", "\\x", "a%"):
        check_skipped(replace(change, new=key), f"`{key}` cannot be a citation key")


def test_keys_can_change_places():
    first = Change(key="a", action="set-key", old="a", new="temporary")
    second = Change(key="b", action="set-key", old="b", new="a")
    done, new = changed(first, second)
    assert [one.status for one in done] == ["written", "written"]
    assert "@article{temporary," in new
    assert "@InProceedings{a," in new


def test_an_entry_is_added_behind_another_or_at_the_end():
    source = "@misc{new,\n  title = {New},\n  journal = jmlr\n}"
    change = Change(key="new", action="add-entry", new=source, after="a")
    _, new = changed(change)
    assert new == BIB.replace("author's\n}\n", f"author's\n}}\n\n{source}\n", 1)
    _, new = changed(replace(change, after=None))
    assert new.startswith(BIB.rstrip())
    assert new.rstrip().endswith(source)
    _, new = changed(replace(change, after="nobody"), bib="")
    assert new == ""
    (done,), new = changed(Change(key="n", action="add-entry", new="@misc{n, a = {b}}"), bib="")
    assert (done.status, new.strip()) == ("written", "@misc{n, a = {b}}")


def test_entries_are_added_in_the_order_of_the_plan():
    def new_entry(key: str, after: str | None) -> Change:
        return Change(key=key, action="add-entry", new=f"@misc{{{key}, a = {{b}}}}", after=after)

    done, new = changed(
        new_entry("last", None), new_entry("n1", "a"), new_entry("n2", "n1"), new_entry("n3", "b")
    )
    assert [one.status for one in done] == ["written"] * 4
    keys = [entry.key for entry in Document.parse(new.encode()).entries]
    assert keys == ["a", "n1", "n2", "b", "n3", "B2", "c", "last"]


@pytest.mark.parametrize(
    ("key", "source", "reason"),
    [
        ("a", "@misc{a, x = {y}}", "duplicate-key"),
        ("b2", "@misc{b2, x = {y}}", "duplicate-key"),
        ("n", "@misc{m, x = {y}}", "unwritable value"),
        ("n", "@misc{n, x = {y}} @misc{m, x = {y}}", "unwritable value"),
        ("n", "@misc{n, x = {y}} text", "unwritable value"),
        ("n", "text @misc{n, x = {y}}", "unwritable value"),
        ("n", "@string{n = {y}}", "unwritable value"),
        ("n", "@comment{n, x = {y}}", "unwritable value"),
        ("n", "@misc{n, x = {y}", "unwritable value"),
        ("n", "@misc{n, x = {y} z = {w}}", "unwritable value"),
        ("n", "@misc{n, x = {y} % c\n}", "unwritable value"),
        ("n", "@misc{n, x = {y}, x = {z}}", "unwritable value"),
        ("n", "@misc{n, x = {\x1b[31m}}", "unwritable value"),
        ("n", "@misc{n, x = {é}}", "unwritable value"),
        ("n", "", "unwritable value"),
        ("n n", "@misc{n n, x = {y}}", "`n n` cannot be a citation key"),
        ("n", "@misc{n, x = unknown}", "`unknown` is no macro of the file"),
    ],
)
def test_an_entry_that_is_not_exactly_one_is_not_added(key, source, reason):
    check_skipped(Change(key=key, action="add-entry", new=source), reason)


def test_an_entry_is_removed():
    source = "@InProceedings{b, title = {Two}, year = 2020}"
    change = Change(key="b", action="remove-entry", old=source)
    (done,), new = changed(change)
    assert done.status == "written"
    assert [entry.key for entry in Document.parse(new.encode()).entries] == ["a", "B2", "c"]
    check_skipped(replace(change, old=source + " "), "stale")
    (first, second), _ = changed(change, put("b", "doi", "{10.1/x}"))
    assert (first.status, second.reason) == ("written", "no-entry")


def test_everything_at_once():
    done, new = changed(
        Change(key="c", action="remove-entry", old="@misc(c, note={p})"),
        Change(key="n", action="add-entry", new="@misc{n, a = {b}}", after="c"),
        Change(key="B2", action="remove-entry", old="@misc{B2, title = {Kept}}"),
        put("b", "doi", "{10.1/x}"),
        put("b", "url", "{https://example.org/}"),
        Change(key="b", action="set-key", old="b", new="bb"),
        Change(key="b", action="set-type", old="inproceedings", new="misc"),
        Change(key="b", action="replace", field="doi", old="{10.1/x}", new="{10.1/y}"),
        Change(key="b", action="rename", field="doi", old="{10.1/y}", new="ee"),
        Change(key="b", action="remove", field="year", old="2020"),
    )
    assert [one.reason for one in done] == [None] * 10
    read = Document.parse(new.encode())
    assert [entry.key for entry in read.entries] == ["a", "bb", "n"]
    bb = read.entries[1]
    assert bb.type == "misc"
    assert {field.name: bb.source(field.name) for field in bb.fields} == {
        "title": "{Two}",
        "url": "{https://example.org/}",
        "ee": "{10.1/y}",
    }


def test_an_entry_without_fields_gets_some():
    for bib in ("@misc{a}\n", "@misc{a,}\n", "@misc{a,\n}\n", "@misc(a,)\n"):
        done, new = changed(
            put("a", "x", "{1}"), put("a", "y", "{2}"), put("a", "z", "{3}"), bib=bib
        )
        assert [one.status for one in done] == ["written"] * 3
        (entry,) = Document.parse(new.encode()).entries
        assert {field.name for field in entry.fields} == {"x", "y", "z"}


# What is never edited


@pytest.mark.parametrize("key", ["", "d", "D"])
def test_an_entry_without_a_key_of_its_own_is_never_edited(key):
    bib = "@misc{d, title = {A}}\n@misc{D, title = {B}}\n@misc{, title = {C}}\n"
    (done,), new = changed(put(key, "doi", "{10.1/x}"), bib=bib)
    assert (done.reason, new) == ("duplicate-key", "")
    plan = edit(
        [Document.parse(bib.encode())], Plan(command="t", changes=(put("d", "x", "{1}"),))
    ).plan
    assert plan.conflicts == (
        Conflict(key="d", field="x", have=None, found="{1}", reason="duplicate-key"),
    )


def test_a_key_in_two_files_is_never_edited():
    one, two = (
        Document.parse(b"@misc{a, t={1}}\n@misc{x,t={2}}"),
        Document.parse(b"@misc{A, t={1}}"),
    )
    plan = Plan(command="t", changes=(put("a", "doi", "{1}"), put("x", "doi", "{1}")))
    done, data, _ = edit([one, two], plan)
    assert [change.reason for change in done.changes] == ["duplicate-key", None]
    assert data[0] is not None
    assert data[1] is None


def test_a_commented_entry_is_no_entry():
    bib = "% @misc{a, title = {A}}\n"
    check_skipped(put("a", "doi", "{1}"), "no-entry", bib)


def test_a_field_that_is_there_twice_is_left_alone():
    bib = "@misc{a, doi = {}, doi = {2}, x = {1}, x = {1}}\n"
    check_skipped(put("a", "doi", "{3}", "{}"), "duplicate-field", bib)
    check_skipped(Change(key="a", action="remove", field="x", old="{1}"), "duplicate-field", bib)
    change = Change(key="a", action="rename", field="x", old="{1}", new="y")
    check_skipped(change, "duplicate-field", bib)


def test_an_unknown_key_is_no_entry():
    check_skipped(put("nobody", "doi", "{1}"), "no-entry")


@pytest.mark.parametrize(
    "value",
    [
        "{x}, evil = {y}",
        "{x}}",
        "{x",
        "x}",
        "",
        " ",
        "{x\\}",
        "{x\\\\}",
        '"a"b"',
        '"x\\"',
        "{x} % comment",
        "{x} #",
        "# {x}",
        "{x}\n@misc{evil, a = {b}}",
        "1 2",
        "1a",
        "{x\\{ y}",
        "{a\0}",
        "{a\x1b[31m}",
        "{\x85}",
        "{\ud800}",
        "{é}",
    ],
)
def test_a_value_that_is_not_one_whole_value_is_a_conflict(value):
    plan = edit([Document.parse(BIB.encode())], Plan(command="t", changes=(put("c", "x", value),)))
    assert plan.data == (None,)
    assert plan.plan.changes[0].status == "skipped"
    assert [conflict.reason for conflict in plan.plan.conflicts] == ["unwritable value"]


@pytest.mark.parametrize(
    "value",
    [
        "{x}",
        '"x"',
        "2020",
        "jan",
        "JMLR",
        'jmlr # " x" # 12',
        "{a{b}c}",
        '{"}',
        '"{"}"',
        "{%}",
        "{@}",
    ],
)
def test_every_whole_value_can_be_written(value):
    (done,), new = changed(put("c", "x", value))
    assert done.status == "written"
    assert Document.parse(new.encode()).entries[-1].source("x") == value


def test_a_field_needs_a_name():
    for name in ("a b", "", "1a", "a{", "a=b", "é"):
        check_skipped(put("c", name, "{x}"), f"`{name}` cannot be the name of a field")


def test_entries_need_different_numbers_of_rounds():
    done, new = changed(
        put("a", "year", "2020"),
        put("b", "x", "{1}"),
        Change(key="b", action="replace", field="x", old="{1}", new="{2}"),
    )
    assert [one.status for one in done] == ["written"] * 3
    assert "x = {2}" in new


def test_a_macro_must_be_known():
    check_skipped(put("c", "x", "icml"), "`icml` is no macro of the file")
    check_skipped(put("c", "x", '{a} # icml # "b"'), "`icml` is no macro of the file")


def test_raw_letters_only_where_there_are_some():
    raw = "@misc{a, title = {Ä}}\n"
    check_written(put("a", "x", "{é}"), "title", "x = {é}, title", raw)
    (done,), new = changed(put("a", "x", "{é}"), bib=raw.encode("latin-1"))
    assert (done.reason, new) == ("unwritable value", "")
    (done,), new = changed(put("a", "x", "{e}"), bib=raw.encode("latin-1"))
    assert new.encode("utf-8", "surrogateescape") == b"@misc{a, x = {e}, title = {\xc4}}\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_the_files(end):
    bib = BIB.replace("\n", end)
    done, new = changed(
        put("a", "abstract", "{One\ntwo}"),
        Change(key="n", action="add-entry", new="@misc{n,\r\n  a = {b\n c},\n}"),
        bib=bib,
    )
    assert [one.status for one in done] == ["written", "written"]
    assert new.replace(end, "").count("\n" if end != "\n" else "\r") == 0
    assert f"{{One{end}two}}" in new
    assert f"{{b{end} c}}" in new


# Groups, order, selection


def test_a_group_is_written_whole_or_not_at_all():
    upgrade = [
        put("b", "doi", "{10.1/x}", group="upgrade"),
        Change(key="b", action="replace", field="title", old="{Three}", new="{X}", group="upgrade"),
        put("b", "url", "{https://example.org}"),
        put("a", "year", "2020", group="upgrade"),
    ]
    done, new = changed(*upgrade)
    assert [one.reason for one in done] == ["incomplete-group", "stale", None, None]
    assert "10.1/x" not in new


def test_a_change_that_built_on_a_refused_one_is_refused():
    done, new = changed(
        put("b", "doi", "{1}", group="g"),
        put("b", "x", "{y", group="g"),
        Change(key="b", action="replace", field="doi", old="{1}", new="{2}"),
    )
    assert [one.reason for one in done] == ["incomplete-group", "unwritable value", "stale"]
    assert new == ""


def test_only_what_is_accepted_is_written():
    changes = (
        put("b", "doi", "{1}", group="g"),
        put("b", "url", "{2}", group="g"),
        put("c", "doi", "{3}"),
        replace(put("c", "url", "{4}"), status="skipped", reason="no"),
    )
    plan, *_ = edit(
        [Document.parse(BIB.encode())],
        Plan(command="t", changes=changes),
        lambda change: change.field != "url",
    )
    assert [change.status for change in plan.changes] == [
        "proposed",
        "proposed",
        "written",
        "skipped",
    ]
    assert plan.written


def test_an_empty_plan_changes_nothing():
    assert changed() == ([], "")
    assert changed(Change(key="a", action="set-type", old="article", new="article"))[1] == ""


# The plan's JSON


def full_plan() -> Plan:
    return Plan(
        command="enrich",
        bib="survey.bib",
        changes=(
            put(
                "a", "doi", "{1}", source="crossref", url="https://x", score=0.98, reasons=("why",)
            ),
            Change(key="n", action="add-entry", new="@misc{n}", after="a"),
        ),
        ambiguous=(Ambiguous(key="a", field="doi", reason="two", candidates=({"doi": "1"},)),),
        conflicts=(Conflict(key="a", field="doi", have="{1}", found="{2}", reason="other"),),
        absent=(Absent(key="a", field="doi", sources=("crossref", "dblp")),),
        unasked=(Unasked(key="a", source="dblp", reason="down"),),
        requests={"crossref": 12},
    )


def test_a_plan_survives_its_json():
    plan = full_plan()
    text = json.dumps(plan.to_json())
    assert Plan.loads(text.encode()) == plan
    assert Plan.from_json(json.loads(text)) == plan


def test_the_json_has_the_members_that_are_documented():
    found = full_plan().to_json()
    assert list(found) == [
        "command",
        "version",
        "bib",
        "written",
        "changes",
        "taxonomy",
        "ambiguous",
        "conflicts",
        "absent",
        "unasked",
        "requests",
    ]
    assert (found["version"], found["written"]) == (1, False)
    assert {
        "key",
        "action",
        "field",
        "old",
        "new",
        "old_text",
        "new_text",
        "source",
        "url",
        "score",
        "reasons",
        "group",
        "status",
    } <= set(found["changes"][0])
    assert Plan(command="import", more={"notes": []}).to_json()["notes"] == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"version": ' + b"1" * 5000 + b"}", "a number is too long"),
        (b"[]", "is not a JSON object"),
        (b"null", "is not a JSON object"),
        (b"{}", "`version` is not 1"),
        (b'{"version": true}', "`version` is not 1"),
        (b'{"version": 2}', "`version` is not 1"),
        (b'{"version": 1, "changes": {}}', "`changes` is not a list"),
        (b'{"version": 1, "changes": [1]}', r"`changes\[0\]` is not an object"),
        (b'{"version": 1, "changes": [{}]}', r"`changes\[0\].action` is missing"),
        (b'{"version": 1, "command": 1}', "`command` is not a string"),
        (b'{"version": 1, "bib": []}', "`bib` is not a string or null"),
        (b'{"version": 1, "requests": {"a": "b"}}', "`requests` is not an object of numbers"),
        (b'{"version": 1, "absent": [{"key": "a", "sources": [1]}]}', "is not a list of strings"),
        (b'{"version": 1, "ambiguous": [{"key": "a", "candidates": [1]}]}', "a list of objects"),
    ],
)
def test_a_plan_from_a_disk_is_data(data, message):
    with pytest.raises(InputError, match=message) as caught:
        Plan.loads(data, "plan.json")
    assert caught.value.findings[0].place is not None
    assert caught.value.findings[0].place.file == "plan.json"


@pytest.mark.parametrize(
    ("member", "value", "message"),
    [
        ("action", "delete", "cannot be `delete`"),
        ("status", "done", "cannot be `done`"),
        ("field", None, "is missing for `set`"),
        ("new", None, "is missing for `set`"),
        ("key", 1, "is not a string"),
        ("key", "\ud800", "is not a string"),
        ("score", "1", "is not a number or null"),
        ("score", float("nan"), "is not a number or null"),
        ("reasons", "why", "is not a list of strings"),
        ("old", [], "is not a string or null"),
    ],
)
def test_a_change_that_contradicts_itself_is_refused(member, value, message):
    raw = {"version": 1, "changes": [full_plan().to_json()["changes"][0] | {member: value}]}
    with pytest.raises(InputError, match=message):
        Plan.from_json(raw)


@pytest.mark.parametrize("action", ["set-type", "add-entry", "remove", "remove-entry"])
def test_members_without_meaning_are_refused(action):
    wrong = Change(key="a", action=action, field="x", new="{y}").problem()
    assert wrong is not None
    assert wrong[1].startswith("has no meaning")


def test_all_problems_of_a_plan_are_named():
    with pytest.raises(InputError) as caught:
        Plan.from_json({"version": 1, "changes": [{"key": 1}, {"key": "a", "action": "put"}]})
    assert [finding.message for finding in caught.value.findings] == [
        "`changes[0].key` is not a string",
        "`changes[0].action` is missing",
        "`changes[1].action` cannot be `put`",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["version", "changes", "key", "action", "field", "new", "absent"]),
            inner,
            max_size=4,
        )
    ),
)


def refusal(raw: object) -> list[str]:
    try:
        Plan.from_json(raw)
    except InputError as error:
        return [finding.message for finding in error.findings]
    return []


@given(JSON)
def test_any_json_is_a_plan_or_a_clear_error(raw):
    assert all(refusal(raw))


# Properties


VALUES = st.text('ab {}"\\#%,@=\n1é', max_size=6)
SOURCES = st.one_of(VALUES, VALUES.map("{{{}}}".format), VALUES.map('"{}"'.format))
KEYS = st.sampled_from(["a", "b", "B2", "c", "", "new", "x y"])
FIELDS = st.sampled_from(["title", "journal", "doi", "year", "zzz", "a b"])
OLDS = st.sampled_from(
    [None, "{One}", "jmlr", "{}", "{Two}", "2020", "{p}", "a", "article", "misc"]
)


@st.composite
def any_change(draw):
    """Draw a change whose `old` may hold and whose `new` may be writable."""
    action = draw(st.sampled_from(ACTIONS))
    change = Change(
        key=draw(KEYS), action=action, field=draw(FIELDS), old=draw(OLDS), new=draw(SOURCES)
    )
    if action == "add-entry":
        change = replace(change, new=f"@misc{{{change.key}, x = {change.new}}}", after=draw(KEYS))
    return change


@given(st.lists(any_change(), max_size=6))
def test_whatever_a_plan_says_the_rest_of_the_file_stays(changes):
    done, new = changed(*changes)
    written = [change for change in done if change.status == "written"]
    assert len(done) == len(changes)
    assert all(change.reason for change in done if change.status == "skipped")
    if not new:
        return
    read = Document.parse(new.encode())
    assert written
    assert [block.kind for block in read.blocks if block.kind in {"string", "broken"}] == ["string"]
    named = {change.key.lower() for change in written}
    for entry in Document.parse(BIB.encode()).entries:
        if entry.key.lower() not in named:
            assert BIB.encode()[entry.start : entry.end] in new.encode()


# Verification: a wrong edit is our bug, and nothing is written


def another_entry(_, entry, *__):
    return [Edit(entry.start, entry.end, b"@misc{other}")]


def another_field(_, entry, *__):
    return [Edit(entry.end - 1, entry.end - 1, b", evil = {1}")]


def one_entry_more(_, entry, *__):
    return [Edit(entry.end, entry.end, b"\n@misc{evil, a = {b}}")]


def a_comment_changed(*_):
    return [Edit(0, 1, b"%%")]


def nothing(*_):
    return []


def the_next_entry_too(document, entry, name, new):
    at = len(document.data) - 4
    return [*edits_before(document, entry, name, new), Edit(at, at + 1, b"q")]


def the_text_around_too(document, entry, name, new):
    return [*edits_before(document, entry, name, new), Edit(2, 6, b"Mien")]


def a_comment_sign(_, entry, *__):
    end = Edit(entry.end - 1, entry.end, b", doi={1}}")
    return [Edit(entry.start, entry.start, b"% "), end]


@pytest.mark.parametrize(
    "wrong",
    [
        another_entry,
        another_field,
        one_entry_more,
        a_comment_changed,
        nothing,
        the_next_entry_too,
        the_text_around_too,
        a_comment_sign,
    ],
)
def test_an_edit_that_does_something_else_is_a_bug(monkeypatch, wrong):
    monkeypatch.setattr(edits, "set_field", wrong)
    with pytest.raises(BugError, match=r"survey\.bib. was not written") as caught:
        changed(put("b", "doi", "{1}"))
    assert caught.value.exit_code == 70


edits_before = edits.set_field


def edited(span: tuple[int, int], new: bytes) -> list[Edit]:
    return [Edit(span[0], span[1], new)]


def test_a_change_of_order_is_a_bug(monkeypatch):
    def swap(document, entry, name, new):
        first, second = entry.fields[:2]
        return [
            *edits_before(document, entry, name, new),
            *edited(first.name_span, b"year"),
            *edited(first.value_span, b"2020"),
            *edited(second.name_span, b"title"),
            *edited(second.value_span, b"{Two}"),
        ]

    monkeypatch.setattr(edits, "set_field", swap)
    with pytest.raises(BugError):
        changed(put("b", "doi", "{1}"))


def test_the_second_reader_has_a_say(monkeypatch):
    seen = []

    def disagree(text):
        reading = second_opinion(text)
        seen.append(text)
        return None if "doi" in text and "Two" in text else reading

    monkeypatch.setattr("bib2awesome.papers.verify.second_opinion", disagree)
    with pytest.raises(
        BugError, match="a second reader of BibTeX finds other than planned in the entry `b`"
    ):
        changed(put("b", "doi", "{1}"))
    assert seen


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{a, t = {x} y = {z}}",
        '@misc{a, t = "{"a}b"}',
        "@commented{a, t = {x}}",
        "@misc{a, t = {path\\\\}, y = {z}}",
        "@misc{a, t = {x}, t = {y}}",
        "@misc{a, t = {x}, % c, d\n y = {z}}",
        "@misc{a, t = {x}, % c\n y = {z}}",
    ],
)
def test_the_second_reader_abstains_where_it_errs(entry):
    document = Document.parse(entry.encode())
    readable = [one for one in document.entries if one.key == "a"]
    done, new = changed(put("a", "doi", "{1}"), bib=entry)
    assert (done[0].status == "written") == bool(readable)
    assert bool(new) == bool(readable)


# Survey.apply: the only writer


@pytest.fixture
def survey(tmp_path, monkeypatch):
    """Return a survey of one file on the disk."""
    monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "survey"
    folder.mkdir()
    (folder / "survey.bib").write_bytes(BIB.encode())
    return Survey.open(folder)


def test_apply_writes_the_file_and_nothing_else(survey):
    plan = Plan(command="set", changes=(put("b", "doi", "{1}"), put("x", "doi", "{1}")))
    assert survey.edited(plan).data[0] is not None
    assert (survey.folder / "survey.bib").read_bytes() == BIB.encode()
    done = survey.apply(plan)
    assert [change.status for change in done.changes] == ["written", "skipped"]
    assert b"doi = {1}" in (survey.folder / "survey.bib").read_bytes()
    assert [path.name for path in survey.folder.iterdir()] == ["survey.bib"]
    again = Survey.open(survey.folder).apply(plan)
    assert [change.reason for change in again.changes] == ["filled", "no-entry"]


def test_apply_without_a_change_does_not_touch_the_file(survey):
    path = survey.folder / "survey.bib"
    before = path.stat()
    survey.apply(Plan(command="set", changes=(put("nobody", "doi", "{1}"),)))
    assert path.stat() == before


def test_apply_refuses_a_file_that_changed_since(survey):
    path = survey.folder / "survey.bib"
    path.write_bytes(BIB.encode() + b"\n")
    with pytest.raises(RefusedError):
        survey.apply(Plan(command="set", changes=(put("b", "doi", "{1}"),)))
    assert path.read_bytes() == BIB.encode() + b"\n"


def test_a_bug_writes_nothing(survey, monkeypatch):
    monkeypatch.setattr(edits, "set_field", lambda *_: [])
    with pytest.raises(BugError):
        survey.apply(Plan(command="set", changes=(put("b", "doi", "{1}"),)))
    assert (survey.folder / "survey.bib").read_bytes() == BIB.encode()


def test_a_plan_names_no_file_to_open(survey, tmp_path):
    other = tmp_path / "other.bib"
    other.write_bytes(BIB.encode())
    plan = Plan(command="set", bib=str(other), changes=(put("b", "doi", "{1}"),))
    survey.apply(Plan.from_json(plan.to_json()))
    assert other.read_bytes() == BIB.encode()


def test_changes_go_to_the_file_of_their_entry(survey):
    (survey.folder / "more.bib").write_text("@misc{m, title = {M}}\n")
    (survey.folder / "categories.toml").write_text('[survey]\nbib = ["survey.bib", "more.bib"]\n')
    both = Survey.open(survey.folder)
    new = Change(key="n", action="add-entry", new="@misc{n, title = {N}}", after="m")
    both.apply(Plan(command="set", changes=(put("m", "doi", "{1}"), new)))
    assert (survey.folder / "survey.bib").read_bytes() == BIB.encode()
    written = (survey.folder / "more.bib").read_text()
    assert "doi = {1}" in written
    assert "@misc{n" in written


def test_every_file_of_the_corpus_takes_a_change(shared):
    """One field more in the first entry: one edit, and the file but for it is as it was."""
    for path in sorted((shared / "corpus" / "bib").rglob("*.bib")):
        data = path.read_bytes()
        try:
            document = Document.parse(data)
        except InputError:
            continue
        if len(data) > 500_000 or not document.usable():
            continue
        key = document.usable()[0].key
        plan, (new,), _ = edit([document], Plan(command="t", changes=(put(key, "zzz", "{1}"),)))
        assert (plan.changes[0].status == "written") == (new is not None)
        if new is not None:
            removal = Change(key=key, action="remove", field="zzz", old="{1}")
            _, (back,), _ = edit([Document.parse(new)], Plan(command="t", changes=(removal,)))
            assert back == data, path.name


@pytest.mark.parametrize("empty", ["", "\n"])
def test_new_entries_of_an_empty_file_stand_apart(empty: str) -> None:
    new = [Change(key=key, action="add-entry", new=f"@misc{{{key},\n}}") for key in "abc"]
    done, text = changed(*new, bib=empty)
    assert [change.status for change in done] == ["written"] * 3
    assert text.strip() == "@misc{a,\n}\n\n@misc{b,\n}\n\n@misc{c,\n}"
    assert text.endswith("}\n" + empty)
