from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome import config, plugins
from bib2awesome.config import Option
from bib2awesome.config_places import Places
from bib2awesome.errors import Finding, InputError
from bib2awesome.nearest import did_you_mean, nearest
from bib2awesome.paths import relative_problem

TARGETS = {
    "readme": SimpleNamespace(),
    "latex": SimpleNamespace(
        options=(
            Option("max-rows", "integer", 10, "Rows", minimum=1),
            Option("style", "string", "plain", "Style", choices=("plain", "bold")),
        )
    ),
}


def problems(text: str | bytes, targets=None) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        config.loads(data, targets)
    return [f"{finding.place}: {finding.message}" for finding in caught.value.findings]


def hints(text: str, targets=None) -> list[str | None]:
    with pytest.raises(InputError) as caught:
        config.loads(text.encode(), targets)
    return [finding.hint for finding in caught.value.findings]


DESIGN = """\
[survey]
title = "Awesome Efficient Diffusion Models"
repository = "owner/name"
cite = ["shen2025efficient"]
bib = "survey.bib"

[categories.algorithm]
title = "Algorithm"
[categories.algorithm.efficient-training]
title = "Efficient Training"
[categories.algorithm.efficient-training.noise-schedule]
title = "Noise Schedule"
intro = "Markdown of the author's, under the heading."
[categories.frameworks]
title = "Frameworks"
layout = "table"
columns = [{ field = "efficient-training", title = "Efficient Training" }]

[render]
targets = ["readme", "latex"]
item = "tag"
links = "[[Paper]](u)"
sort = ["file"]
empty = "keep"
heading = 3
heading-bullets = 5
bibtex = true
paper-link = ["doi", "url"]
[render.labels]
project = "Project page"
[render.latex]
max-rows = 4

[enrich]
sources = ["crossref", "arxiv"]
mailto = "me@example.org"
[sources.crossref]
url = "http://127.0.0.1:9000/crossref"
"""


def test_the_file_of_the_documentation_is_read():
    read = config.loads(DESIGN.encode(), TARGETS)
    assert read.survey.title == "Awesome Efficient Diffusion Models"
    assert read.survey.repository == "owner/name"
    assert read.survey.cite == ("shen2025efficient",)
    assert read.survey.bib == ("survey.bib",)
    algorithm, frameworks = read.categories
    assert (algorithm.id, algorithm.title) == ("algorithm", "Algorithm")
    schedule = algorithm.children[0].children[0]
    assert schedule.intro == "Markdown of the author's, under the heading."
    assert frameworks.layout == "table"
    assert frameworks.columns is not None
    assert (frameworks.columns[0].field, frameworks.columns[0].title) == (
        "efficient-training",
        "Efficient Training",
    )
    assert read.render.heading_bullets == 5
    assert read.render.bibtex is True
    assert read.render.paper_link == ("doi", "url")
    assert read.render.labels == {"project": "Project page"}
    assert read.table("latex", TARGETS["latex"].options) == {"max-rows": 4, "style": "plain"}
    assert read.table("other", (Option("a", "string", "b", "A"),)) == {"a": "b"}
    assert read.enrich.sources == ("crossref", "arxiv")
    assert read.sources["crossref"].url == "http://127.0.0.1:9000/crossref"


def test_an_empty_file_gives_the_defaults():
    empty, none = config.loads(b""), config.load(None)
    assert (empty.survey, empty.render, empty.enrich) == (none.survey, none.render, none.enrich)
    assert none.survey.bib == ("survey.bib",)
    assert none.render.targets == ("readme", "latex", "citation")
    assert none.render.sort == ("file",)
    assert none.path is None


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mark_and_windows_line_ends_change_nothing(prefix, end):
    text = DESIGN.replace("\n", end).encode()
    assert config.loads(prefix + text, TARGETS) == config.loads(DESIGN.encode(), TARGETS)
    bad = prefix + DESIGN.replace("heading = 3", "heading = 7").replace("\n", end).encode()
    assert problems(bad, TARGETS) == ["categories.toml:25:11: `render.heading` is 7"]


def test_the_order_of_the_file_is_the_order_of_the_categories():
    read = config.loads(b"[categories.z]\n[categories.a.c]\n[categories.m]\n[categories.a.b]\n")
    assert [one.id for one in read.categories] == ["z", "a", "m"]
    assert [one.id for one in read.categories[1].children] == ["c", "b"]


def test_an_option_and_a_category_of_the_same_name_do_not_collide():
    read = config.loads(b'[categories.a]\ntitle = "A"\n[categories.a.columns]\ntitle = "C"\n')
    assert read.categories[0].children[0].id == "columns"
    array = b'[[categories.a.columns]]\nfield = "x"\n[[categories.a.columns]]\nfield = "y"\n'
    columns = config.loads(array).categories[0].columns
    assert columns is not None
    assert [column.field for column in columns] == ["x", "y"]


def test_every_problem_is_reported_at_its_place():
    text = """\
[survey]
titel = "X"
bib = ["../survey.bib", 3]
repository = "owner"
category-field = "a b"

[categories.algorithm]
tittle = "A"
empty = "no"
[categories.algorithm.Noise_schedule]
title = 3
columns = [{ feild = "x" }, 4, { field = "y", title = 1979-05-27 }]
[categories]
loose = "text"
[render]
sort = ["file", "-dat"]
heading = 9
authors = 0
bibtex = "yes"
item = " "
labels = { a = 1 }
stars = 1
[render.label]
project = "P"
[sources.crosref]
[sources.doi]
url = "ftp://x"
[enrich]
mailto = 1.5
"""
    assert problems(text, TARGETS) == [
        "categories.toml:2:1: unknown key `titel` in `[survey]`",
        "categories.toml:3:8: `survey.bib[0]`: `../survey.bib` leaves the survey's folder",
        "categories.toml:3:25: `survey.bib[1]` is an integer, not a string",
        "categories.toml:4:14: `survey.repository`: `owner` is not `owner/name`",
        "categories.toml:5:18: `survey.category-field`: `a b` is not the name of a field",
        "categories.toml:8:1: unknown key `tittle` in `[categories.algorithm]`",
        "categories.toml:9:9: `categories.algorithm.empty` cannot be `no`",
        "categories.toml:10:23: `Noise_schedule` cannot be the id of a category",
        "categories.toml:11:9: `categories.algorithm.Noise_schedule.title` is an integer, not a string",
        "categories.toml:12:12: `categories.algorithm.Noise_schedule.columns[0]` has no `field`",
        "categories.toml:12:14: unknown key `feild` in `[categories.algorithm.Noise_schedule.columns[0]]`",
        "categories.toml:12:29: `categories.algorithm.Noise_schedule.columns[1]` is an integer, not a table",
        "categories.toml:12:55: `categories.algorithm.Noise_schedule.columns[2].title` is a date or time, not a string",
        "categories.toml:14:1: `categories.loose` is not a category",
        "categories.toml:16:17: `render.sort[1]` cannot be `-dat`",
        "categories.toml:17:11: `render.heading` is 9",
        "categories.toml:18:11: `render.authors` is 0",
        "categories.toml:19:10: `render.bibtex` is a string, not a boolean",
        "categories.toml:20:8: `render.item`: ` ` is empty",
        "categories.toml:21:16: `render.labels.a` is an integer, not a string",
        "categories.toml:22:9: `render.stars` is an integer, not a boolean",
        "categories.toml:23:9: unknown table `label` in `[render]`",
        "categories.toml:25:10: unknown source `crosref` in `[sources]`",
        "categories.toml:27:7: `sources.doi.url`: `ftp://x` is not an http(s) URL",
        "categories.toml:29:10: `enrich.mailto` is a float, not a string",
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[survey]\ntitel = "X"', "did you mean `title`"),
        ("[rendr]", "did you mean `render`?"),
        ("[render]\ntargets = ['redme']", "did you mean `readme`?"),
        ("[render.latx]", "did you mean `latex`"),
        ("[render.latex]\nmax-row = 1", "did you mean `max-rows`?"),
        ("[render.latex]\nstyle = 'blod'", "did you mean `bold`?"),
        ("[render]\nheading = 0", "allowed is 1 to 6"),
        ("[render.latex]\nmax-rows = 0", "allowed is 1 or more"),
        ("[render]\nzzzzzz = 1", "known are `authors`, `bibtex`"),
        ("[categories.A]", "lower-case"),
        ("[categories]\na = 1", "a category is a table"),
    ],
)
def test_a_hint_names_what_was_meant(text, hint):
    (found,) = hints(text, TARGETS)
    assert found is not None
    assert hint in found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("survey = 1", "1:10: `survey` is an integer, not a table"),
        ("categories = []", "1:14: `categories` is a list, not a table"),
        (
            "[render]\ntargets = 'readme'",
            "2:11: `render.targets` is a string, not a list of strings",
        ),
        (
            "[render]\nsort = 1",
            "2:8: `render.sort` is an integer, not a list of strings or a string",
        ),
        ("[sources]\ncrossref = 'x'", "2:12: `sources.crossref` is a string, not a table"),
        ("[render]\nlatex = 3", "2:9: `render.latex` is an integer, not a table"),
        ("[render]\nlabels = []", "2:10: `render.labels` is a list, not a table of strings"),
        ("survey.title.a = 1", "1:8: `survey.title` is a table, not a string"),
        ("a = 1", "1:1: unknown key `a`"),
        ("[survey]\nbib = 'C:/x.bib'", "2:7: `survey.bib[0]`: `C:/x.bib` holds a colon"),
        (
            "[render]\nmarkdown = ['/etc/x.md']",
            "2:13: `render.markdown[0]`: `/etc/x.md` is absolute",
        ),
    ],
)
def test_what_is_of_the_wrong_kind_is_said(text, problem):
    (found,) = problems(text, TARGETS)
    assert found.startswith(f"categories.toml:{problem}")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"[survey\n",
            "categories.toml:1:8: not TOML: Expected ']' at the end of a table declaration",
        ),
        (b"[survey]\na = \n", "categories.toml:2:5: not TOML: Invalid value"),
        (b"a = ", "categories.toml:1:5: not TOML: "),
        (b"[a]\n[a]\n", "categories.toml:2:3: not TOML: Cannot declare ('a',) twice"),
        ("title = 'é'".encode("latin-1"), "categories.toml:1: the file is not UTF-8"),
        ("a = 1".encode("utf-16"), "categories.toml:1: the file is not UTF-8"),
        (b"a = " + b"[" * 100_000, "categories.toml: values are nested too deeply"),
        (b"a = " + b"9" * 5000, "categories.toml: not TOML: Exceeds the limit"),
        (b"#" * (5 << 20), "categories.toml: the file is larger than 4 MiB"),
        (b"\n[categories" + b".a" * 100 + b"]", "categories.toml:2: a key of more than 100 parts"),
    ],
)
def test_what_is_not_toml_is_one_clear_error(data, problem):
    (found,) = problems(data)
    assert found.startswith(problem)


def test_categories_that_are_nested_too_deeply_are_one_clear_error(monkeypatch):
    deep: dict[str, object] = {}
    for _ in range(2000):
        deep = {"a": deep}
    monkeypatch.setattr(config, "parsed", lambda *_: (Places(), {"categories": deep}))
    assert problems("") == ["categories.toml: categories are nested too deeply"]


def test_text_with_many_full_stops_is_no_key():
    text = "Words, and more. " * 200
    read = config.loads(f"[categories.a]\nintro = '{text}'\n".encode())
    assert read.categories[0].intro == text


def test_settings_are_read_only_and_compare_by_what_they_say():
    said = config.RenderSettings(item="tag", heading=4)
    assert said == config.RenderSettings(heading=4)
    assert said != config.RenderSettings()
    assert said != config.EnrichSettings()
    assert repr(config.RenderSettings(heading=4)) == "RenderSettings(heading=4)"
    with pytest.raises(AttributeError, match="cannot be changed: heading"):
        said.heading = 5


def test_a_target_that_is_not_registered_is_an_error_only_where_targets_are_known():
    text = b"[render]\ntargets = ['slides']\n[render.slides]\nx = 1\n"
    read = config.loads(text)
    assert read.render.targets == ("slides",)
    assert read.options["slides"] == {"x": 1}
    assert problems(text, TARGETS) == [
        "categories.toml:2:12: unknown target `slides`",
        "categories.toml:3:9: unknown table `slides` in `[render]`",
    ]


def test_only_the_targets_that_the_file_configures_are_loaded():
    class Loud(dict[str, object]):
        def __getitem__(self, key):
            raise AssertionError(key)

    config.loads(b"[render]\ntargets = ['a']\n", Loud(a=1))


def test_control_characters_are_data():
    read = config.loads(b'[survey]\ntitle = "\\u001b[31m \\u202e"\n')
    assert read.survey.title == "\x1b[31m \u202e"


def test_a_file_is_read_and_named(tmp_path):
    path = tmp_path / "categories.toml"
    path.write_text("[survey]\ntitle = 1\n")
    with pytest.raises(InputError, match="is an integer") as caught:
        config.load(path)
    assert str(caught.value.findings[0].place) == "categories.toml:2:9"
    path.write_text('[survey]\ntitle = "T"\n')
    read = config.load(path, name="x/categories.toml")
    assert read.path == path
    assert str(read.place("survey", "title")) == "x/categories.toml:2:9"
    assert str(read.place("survey", "title", value=False)) == "x/categories.toml:2:1"
    assert str(read.place("render", "item")) == "x/categories.toml"


def test_every_key_is_declared_with_help_and_a_default_that_passes_its_own_check():
    options = config.options()
    assert len({(option.where, option.name) for option in options}) == len(options)
    assert {option.where for option in options} == {
        "survey",
        "categories.*",
        "tables.*",
        "render",
        "check",
        "enrich",
        "sources.*",
    }
    for option in options:
        assert option.help
        assert not option.help.endswith(".")
        values = option.default if isinstance(option.default, tuple) else (option.default,)
        if option.choices:
            values = tuple(value for value in values if not isinstance(value, Mapping))
            assert all(value is None or value in option.choices for value in values)


# Places: the scanner against the standard library's reader


def places_of(text: str) -> dict[tuple[str | int, ...], str]:
    places = Places(text)
    places.of(("x",))
    lines = text.split("\n")
    found = {}
    for path in [*(places._keys or {}), *places._values]:
        place = places.of(path, value=path in places._values)
        assert place.line is not None
        assert place.column is not None
        found[path] = lines[place.line - 1][place.column - 1 :]
    return found


def paths_in(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    found = []
    for key, below in items:
        found += [(*path, key), *paths_in(below, (*path, key))]
    return found


TRICKY = '''\
# [a] comment = 1
"quoted key" = 1   # = 2
'single \\ key' = { b . c = "}", d = [1, "]", { e = 2 }] }
a.b . "c d" = """
[not.a.table]
x = 1 \\""" """
[ t . u ] # comment
k = [
  1, # ] comment
  [ 2, 3 ],
]
lit = \'\'\'
[no]\'\'\'
five = """"two quotes"""""
date = 1979-05-27 07:32:00
[[arr]]
n = 1
[[arr]]
n = 2
[arr.sub]
m = "\\u00e9\\n"
[[arr.deep]]
o = inf
"\\u00e9" = ""
'''


def test_the_scanner_finds_every_key_that_tomllib_reads():
    found = places_of(TRICKY)
    read = tomllib.loads(TRICKY)
    missing = [path for path in paths_in(read) if path not in found]
    assert missing == []
    assert found["a", "b", "c d"].startswith('"""')
    assert found["t", "u", "k", 1, 0].startswith("2")
    assert found["arr", 1, "n"].startswith("2")
    assert found["arr", 1, "sub", "m"].startswith('"\\u00e9')
    assert found["single \\ key", "d", 2, "e"].startswith("2")
    assert found["arr", 1, "deep", 0, "é"] == '""'


def test_a_table_is_placed_at_its_own_header():
    places = Places("[a.b]\nx = 1\n[a]\ny = 2\n")
    assert places.of(("a",))[1:3] == (3, 2)
    assert places.of(("a", "b"))[1:3] == (1, 4)
    assert places.of(("a", "zzz"))[1:3] == (3, 2)
    assert places.of(("nothing",)).line is None


def test_a_place_ends_behind_its_key():
    assert Places('[survey]\n"ti\\u0074le" = 1\n').of(("survey", "title"))[1:] == (2, 1, 2, 13)


KEYS = st.text("ab-'\" .=[]{}#é", min_size=1, max_size=4)
SCALARS = st.one_of(st.text("ab\"'#]}\n\\é", max_size=6), st.integers(), st.booleans())


@st.composite
def documents(draw):
    """Draw TOML text: tables with quoted keys, strings in all four forms, lists, inline tables."""

    def quoted(text: str) -> str:
        return '"' + "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in text) + '"'

    def value(depth: int) -> str:
        kind = draw(st.integers(0, 5 if depth else 3))
        text = draw(st.text("ab #]}=[{é", max_size=6))
        if kind == 0:
            return quoted(text)
        if kind == 1:
            return f"'{text}'"
        if kind == 2:
            return f'"""\n{text}\n"x" """'
        if kind == 3:
            return str(draw(st.integers(-9, 9)))
        inner = [value(depth - 1) for _ in range(draw(st.integers(0, 3)))]
        if kind == 4:
            return "[ # c ]\n" + ",\n".join(inner) + "]"
        # Line ends are not allowed in inline tables, but are in strings and lists within.
        return "{" + ", ".join(f"{quoted(str(i))} = {v}" for i, v in enumerate(inner)) + "}"

    lines = []
    names = draw(st.lists(KEYS, unique=True, max_size=4))
    for number, name in enumerate(names):
        array = draw(st.booleans())
        header = f"[[{quoted(name)}]]" if array else f"[ {quoted(name)} . x{number} ]"
        lines.append(header)
        lines += [f"{quoted(key)} = {value(2)} # c" for key in draw(st.sets(KEYS, max_size=3))]
    return "\n".join(lines)


@given(documents())
def test_the_scanner_agrees_with_tomllib(text):
    read = tomllib.loads(text)
    found = places_of(text)
    assert [path for path in paths_in(read) if path not in found] == []


def outcome(data: bytes) -> list[Finding]:
    try:
        config.loads(data, TARGETS)
    except InputError as error:
        return list(error.findings)
    return []


@given(st.binary(max_size=200))
def test_any_bytes_give_a_config_or_a_clear_error(data):
    assert all(finding.place and finding.message for finding in outcome(data))


@given(st.lists(st.sampled_from(DESIGN.split("\n")), max_size=12))
def test_any_lines_give_a_config_or_a_clear_error(lines):
    found = outcome("\n".join(lines).encode())
    assert all(finding.place and finding.place.line for finding in found)


# Names and paths


def test_the_nearest_names_come_first():
    names = ["algorithm/efficient-training/noise-schedule", "system", "frameworks"]
    assert nearest("noise-shedule", names) == (names[0],)
    assert nearest("framework", names) == ("frameworks",)
    assert nearest("", names) == ()
    assert nearest("x" * 1000, names) == ()
    assert did_you_mean("x", []) is None
    hint = did_you_mean("zzz", [f"name-{n}" for n in range(20)])
    assert hint is not None
    assert hint.endswith("and 8 more")


@pytest.mark.parametrize(
    "path",
    [
        "",
        " ",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a\\b",
        "C:x",
        "c:/x",
        "x\0y",
        "a\x1b",
        "a/",
        ".",
    ],
)
def test_a_path_that_leaves_the_folder_is_refused(path):
    assert relative_problem(path)


@pytest.mark.parametrize("path", [".git/hooks/post-commit", "a/.GIT/config", ".git./x", ".git"])
def test_nothing_is_written_into_git(path):
    assert relative_problem(path) == "lies inside `.git`"


@pytest.mark.parametrize(
    "path", ["survey.bib", "docs/README.zh.md", "a..b", ".github/x.md", "é.md"]
)
def test_a_path_below_the_folder_is_allowed(path):
    assert relative_problem(path) is None


def test_the_survey_of_this_repository_is_in_order():
    path = Path(__file__).resolve().parents[1] / "categories.toml"
    assert config.load(path).survey.title


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[tables.T]\ncolumns = []", "cannot be the name of a table"),
        ("[tables.t]\nsort = []", "has no `columns`"),
        ("[tables]\nt = 3", "not a table"),
        ("[tables.t]\ncolumns = [{ title = 'x' }]", "has no `field`"),
        ("[tables.t]\ncolumns = [{ field = 'x', align = 'top' }]", "cannot be `top`"),
        ("[render.latex]\ncite-command = 'cite{'", "is not the name of a command"),
        ("[render.latex]\ndrop = ['a b']", "is not a field"),
    ],
)
def test_wrong_tables_are_errors(toml, message):
    with pytest.raises(InputError, match=message):
        config.loads(toml.encode(), plugins.load("targets"))
