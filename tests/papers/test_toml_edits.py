"""Edits of categories.toml: what was asked changes, every other byte stays."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bib2awesome.errors import BugError, InputError
from bib2awesome.papers import toml_edits
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.toml_changes import TomlChange, category_path
from bib2awesome.papers.toml_edits import edit_toml

TOML = """\
# The survey.
[survey]
title = "Awesome Machines"   # shown on top
cite = [
  "a",
]

# Everything that turns.
[categories.machines]
title = "Machines"

[categories.machines.parts]
title = "Parts"

[categories.tools]
title = "Tools"
columns = [{ field = "weight", title = "Weight" }]
"""


def change(action: str, path: str, **more: object) -> TomlChange:
    return TomlChange(action=action, path=tuple(path.split(".")), **more)  # type: ignore[arg-type]


def check_edit(before: str, one: TomlChange, after: str) -> None:
    """Check what a change makes of a file, with each kind of line end and a byte order mark."""
    for mark, end in (("", "\n"), ("", "\r\n"), ("\ufeff", "\n")):
        old, new = (mark + text.replace("\n", end) for text in (before, after))
        assert edit_toml(old.encode(), [one]) == (new.encode(), {})


def check_refused(one: TomlChange, reason: str, text: str = TOML) -> None:
    assert edit_toml(text.encode(), [one]) == (text.encode(), {0: reason})


def test_a_new_category_comes_last() -> None:
    added = change("add", "categories.people", new={"title": "People"})
    check_edit(TOML, added, TOML + '\n[categories.people]\ntitle = "People"\n')
    check_edit(TOML[:-1], added, TOML + '\n[categories.people]\ntitle = "People"\n')


def test_a_new_category_comes_below_its_parent() -> None:
    added = change("add", "categories.machines.fuel", new={"title": "Fuel"})
    tools = "\n[categories.tools]"
    new = '\n[categories.machines.fuel]\ntitle = "Fuel"\n'
    check_edit(TOML, added, TOML.replace(tools, new + tools))


@pytest.mark.parametrize(("where", "sibling"), [("before", "tools"), ("after", "machines")])
def test_a_new_category_comes_where_it_is_wanted(where: str, sibling: str) -> None:
    added = change("add", "categories.people", new={}, **{where: sibling})
    tools = "\n[categories.tools]"
    check_edit(TOML, added, TOML.replace(tools, "\n[categories.people]\n" + tools))


def test_a_sibling_that_is_not_there_does_not_matter() -> None:
    added = change("add", "categories.people", new={}, before="x", after="y")
    check_edit(TOML, added, TOML + "\n[categories.people]\n")


def test_an_empty_file_gets_its_first_table() -> None:
    added = change("add", "categories.people", new={"title": "P"})
    assert edit_toml(b"", [added]) == (b'[categories.people]\ntitle = "P"\n', {})
    first = change("set", "survey.title", new="T")
    text = '[categories.people]\ntitle = "P"\n'
    check_edit(text, first, '[survey]\ntitle = "T"\n\n' + text)
    check_edit(
        "# mine\n", change("set", "render.heading", new=2), "# mine\n\n[render]\nheading = 2\n"
    )


def test_a_file_without_blank_lines_gets_none() -> None:
    text = "[categories.a]\n[categories.b]\n[categories.c]\n"
    added = change("add", "categories.d", new={})
    check_edit(text, added, text + "[categories.d]\n")


def test_a_value_is_set_where_it_stands() -> None:
    renamed = change("set", "survey.title", old="Awesome Machines", new="Machines")
    check_edit(TOML, renamed, TOML.replace("Awesome Machines", "Machines"))
    more = change("set", "survey.cite", old=["a"], new=["a", "b"])
    check_edit(TOML, more, TOML.replace('[\n  "a",\n]', '["a", "b"]'))


def test_a_new_option_comes_behind_the_others() -> None:
    new = change("set", "categories.machines.intro", new='Two\nlines "here"')
    option = 'intro = """\nTwo\nlines "here""""'
    text, refused = edit_toml(TOML.encode(), [new])
    assert refused == {}
    assert tomllib.loads(text.decode())["categories"]["machines"]["intro"] == 'Two\nlines "here"'
    assert text.decode().startswith(TOML[: TOML.index("\n[categories.machines.parts]")])
    assert len(text) >= len(TOML) + len(option)
    ending = "[survey]\ntitle = 1"
    check_edit(ending, change("set", "survey.repository", new="a/b"),
               '[survey]\ntitle = 1\nrepository = "a/b"\n')  # fmt: skip


def test_a_dotted_key_is_edited_too() -> None:
    text = 'survey.title = "x"\n'
    check_edit(text, change("set", "survey.title", old="x", new="y"), 'survey.title = "y"\n')
    new, refused = edit_toml(text.encode(), [change("set", "survey.repository", new="a/b")])
    assert refused == {}
    assert tomllib.loads(new.decode())["survey"] == {"title": "x", "repository": "a/b"}


def test_a_category_is_renamed_where_it_stands() -> None:
    renamed = change("move", "categories.machines", new=["categories", "engines"])
    check_edit(TOML, renamed, TOML.replace("[categories.machines", "[categories.engines"))
    odd = change("move", "categories.tools", new=["categories", "two words"])
    check_edit(TOML, odd, TOML.replace("[categories.tools]", '[categories."two words"]'))


def test_a_category_moves_with_its_comment_and_what_is_below() -> None:
    moved = change("move", "categories.machines", new=["categories", "tools", "machines"])
    start, end = TOML.index("\n# Everything"), TOML.index("\n[categories.tools]")
    family = TOML[start:end].replace("categories.machines", "categories.tools.machines")
    check_edit(TOML, moved, TOML[:start] + TOML[end:] + family)
    last = "[categories.a]\n[categories.b]"
    check_edit(last, change("move", "categories.b", new=["categories", "a", "b"]),
               "[categories.a]\n[categories.a.b]\n")  # fmt: skip


def test_a_category_moves_before_another_and_back() -> None:
    text = '[categories.a]\ntitle = "A"\n\n[categories.b]\ntitle = "B"\n'
    moved = change("move", "categories.b", new=["categories", "b"], before="a")
    swapped = '[categories.b]\ntitle = "B"\n\n[categories.a]\ntitle = "A"\n'
    check_edit(text, moved, swapped)
    back = change("move", "categories.b", new=["categories", "b"], after="a")
    check_edit(swapped, back, text)
    away = change("move", "categories.a", new=["categories", "a"], after="b")
    check_edit(text, away, swapped)


def test_a_parent_that_only_its_children_made_stays() -> None:
    text = "[categories.a.b]\n\n[categories.c]\n"
    gone = change("remove", "categories.a.b", old={})
    check_edit(text, gone, "[categories.a]\n\n[categories.c]\n")


def test_a_category_is_removed_with_its_comment() -> None:
    values = tomllib.loads(TOML)["categories"]
    start, end = TOML.index("\n# Everything"), TOML.index("\n[categories.tools]")
    gone = change("remove", "categories.machines", old=values["machines"])
    check_edit(TOML, gone, TOML[:start] + TOML[end:])


def test_an_option_is_removed_with_its_line() -> None:
    gone = change("remove", "survey.title", old="Awesome Machines")
    check_edit(TOML, gone, TOML.replace('title = "Awesome Machines"   # shown on top\n', ""))
    inline = "a = { b = 1, c = 2 }\n"
    text, refused = edit_toml(inline.encode(), [change("remove", "a.b", old=1)])
    assert refused == {}
    assert tomllib.loads(text.decode()) == {"a": {"c": 2}}


def test_what_is_not_so_any_more_is_refused() -> None:
    check_refused(change("set", "survey.title", old="Other", new="x"), "stale")
    check_refused(change("remove", "categories.tools", old={}), "stale")
    check_refused(change("remove", "categories.none", old={}), "stale")
    check_refused(change("add", "categories.tools", new={}), "exists")
    check_refused(change("add", "categories.none.below", new={}), "no-table")
    check_refused(change("add", "survey.title.below", new={}), "no-table")
    check_refused(change("set", "survey.title.x", new=1), "no-table")
    check_refused(change("move", "categories.none", new=["categories", "x"]), "no-table")
    inside = ["categories", "tools", "deeper"]
    check_refused(change("move", "categories.tools", new=inside), "no-table")
    text = '[categories]\na = { title = "A" }\nb = { title = "B" }\n'
    before = change("move", "categories.b", new=["categories", "b"], before="a")
    check_refused(before, "written inline", text)
    check_refused(change("add", "categories.c", new={}, before="a"), "written inline", text)


HEADERS = """\
# The tree.
[categories.a]
title = "A"   # short
[categories.a.b]
title = "B"
[categories.c]
title = "C"
"""
DOTTED = '# The tree.\n[categories]\na.title = "A"   # short\na.b.title = "B"\nc.title = "C"\n'
INLINE = """\
# The tree.
[categories]
a = { title = "A", b = { title = "B" } }   # short
c = { title = "C" }
"""
LAYOUTS = {
    "headers": HEADERS,
    "dotted": DOTTED,
    "inline": INLINE,
    "one line": 'categories = { a = { title = "A", b = { title = "B" } }, c = { title = "C" } }  # short\n',
    "mixed": HEADERS.replace('[categories.a.b]\ntitle = "B"\n', 'b = { title = "B" }\n'),
    "out of order": HEADERS.replace('[categories.a.b]\ntitle = "B"\n', "")
    + '[render]\nempty = "hide"\n[categories.a.b]\ntitle = "B"\n',
    "quoted": HEADERS.replace("categories.a.b", "categories . 'a' . \"b\""),
}
CHANGES = {
    "add below": change("add", "categories.a.n", new={"title": "N"}),
    "add below the lowest": change("add", "categories.a.b.n", new={"title": "N", "intro": "I"}),
    "add on top": change("add", "categories.n", new={"title": "N"}),
    "rename": change("move", "categories.a", new=["categories", "z"]),
    "rename below": change("move", "categories.a.b", new=["categories", "a", "z"]),
    "move down": change("move", "categories.a", new=["categories", "c", "a"]),
    "move up": change("move", "categories.a.b", new=["categories", "b"]),
    "move across": change("move", "categories.a.b", new=["categories", "c", "b"]),
    "set": change("set", "categories.a.b.title", old="B", new="Z"),
    "new option": change("set", "categories.a.b.intro", new="Z"),
    "remove": change("remove", "categories.a.b", old={"title": "B"}),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_tree_in_any_layout_comes_to_say_the_same(layout: str, name: str, end: str) -> None:
    wanted, _ = edit_toml(HEADERS.encode(), [CHANGES[name]])
    text = LAYOUTS[layout].replace("\n", end)
    mark = "\ufeff" if end == "\r\n" else ""
    data, refused = edit_toml((mark + text).encode(), [CHANGES[name]])
    assert refused == {}
    new = data.decode()
    assert new.startswith(mark)
    assert end == "\n" or "\n" not in new.replace("\r\n", "")
    read = tomllib.loads(new.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert read["categories"] == tomllib.loads(wanted.decode())["categories"]
    assert read.get("render") == tomllib.loads(text.replace("\r\n", "\n")).get("render")
    gone = {
        "move down",
        "move across",
        "move up",
        "remove",
    }  # a table made of lines loses their comments
    assert name in gone or "# short" in new
    assert layout == "one line" or "# The tree." in new
    order = [key for key in ("a", "z", "c") if key in read["categories"]]
    if "on top" not in name and "up" not in name:
        assert list(read["categories"]) == order


def test_a_key_is_renamed_wherever_it_stands_and_nothing_else() -> None:
    renamed = CHANGES["rename"]
    check_edit(DOTTED, renamed, DOTTED.replace("a.title", "z.title").replace("a.b.", "z.b."))
    check_edit(INLINE, renamed, INLINE.replace("a = {", "z = {"))
    back = change("move", "categories.z", new=["categories", "a"])
    for text in LAYOUTS.values():
        if text != LAYOUTS["quoted"]:  # quotes that are not needed go
            new, _ = edit_toml(text.encode(), [renamed])
            assert edit_toml(new, [back]) == (text.encode(), {})


def test_a_group_is_whole_or_not_at_all() -> None:
    one = change("add", "categories.people", new={}, group="category")
    two = change("add", "categories.tools", new={}, group="category")
    alone = change("add", "categories.places", new={})
    text, refused = edit_toml(TOML.encode(), [one, two, alone])
    assert refused == {0: "incomplete-group", 1: "exists"}
    assert text.decode() == TOML + "\n[categories.places]\n"
    assert edit_toml(TOML.encode(), [one], {"category"}) == (
        TOML.encode(),
        {0: "incomplete-group"},
    )


@pytest.mark.parametrize("wrong", ["[survey]\n", "nothing = ["])
def test_a_text_that_does_not_say_what_was_planned_is_a_bug(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(toml_edits._EDITS, "set", lambda *_: wrong)
    with pytest.raises(BugError, match="does not say what was planned"):
        edit_toml(TOML.encode(), [change("set", "survey.title", old="Awesome Machines", new="x")])


_VALUES = st.one_of(
    st.text(max_size=20), st.integers(), st.booleans(), st.lists(st.text(), max_size=2)
)


@given(value=_VALUES, key=st.from_regex(r"[a-z]{1,8}", fullmatch=True))
@example(value="\n", key="intro")
@example(value='\n"""\n', key="intro")
def test_any_value_can_be_set_and_taken_away_again(value: object, key: str) -> None:
    if key in {"title", "columns"}:
        return
    put = change("set", f"categories.tools.{key}", new=value)
    text, refused = edit_toml(TOML.encode(), [put])
    assert refused == {}
    away = change("remove", f"categories.tools.{key}", old=value)
    assert edit_toml(text, [away]) == (TOML.encode(), {})


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"action": "ad"}, "cannot be `ad`"),
        ({"status": "done"}, "cannot be `done`"),
        ({"path": []}, "is empty"),
        ({"action": "add", "new": "x"}, "is not an object of options"),
        ({"action": "add", "new": {"a": {}}}, "holds something that is no option"),
        ({"action": "add", "new": {"a": None}}, "holds something that is no option"),
        ({"action": "set", "new": None}, "is no value of an option"),
        ({"action": "set", "new": [[[[[[1]]]]]]}, "is no value of an option"),
        ({"action": "set", "new": {"a": {"b": [None]}}}, "is no value of an option"),
        ({"action": "set", "new": "\ud800"}, "is not text that can be written"),
        ({"action": "set", "new": {"a": ["\ud800"]}}, "is not text that can be written"),
        ({"action": "move", "new": "x"}, "is not a list of keys"),
        ({"action": "move", "new": []}, "is not a list of keys"),
        ({"action": "remove", "new": 1}, "has no meaning for `remove`"),
    ],
)
def test_a_plan_with_a_wrong_change_is_refused(raw: dict[str, object], message: str) -> None:
    whole = {"action": "set", "path": ["a", "b"], "new": [True, {"x": 1.5}]}
    assert Plan.from_json({"version": 1, "taxonomy": [whole]}).taxonomy
    with pytest.raises(InputError, match=message):
        Plan.from_json({"version": 1, "taxonomy": [whole | raw]})


def test_paths_as_people_write_them() -> None:
    assert category_path(["categories", "a", "b"]) == "a/b"
    assert category_path(("categories",)) == "categories"
    assert category_path(("survey", "title")) == "survey.title"
    assert change("move", "a.b", new=["a", "c"]).destination == ("a", "c")
    assert change("set", "a.b", new=1).destination == ("a", "b")
