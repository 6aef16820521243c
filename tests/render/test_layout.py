from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from bib2awesome.errors import InputError
from tests.render.surveys import html, make, outputs, region, rendered, visible_text


def tree(tmp_path, toml, bib="", readme=None, name="papers"):
    text = (
        readme or f"<!-- bib2awesome:begin {name} -->\n<!-- bib2awesome:end {name.split()[0]} -->\n"
    )
    return region(rendered(make(tmp_path, toml="[survey]\n" + toml, bib=bib, readme=text)), name)


def paper(key, category, more=""):
    return f"@misc{{{key}, title = {{Title {key}}}, category = {{{category}}}, {more}}}\n"


def nesting(markdown):
    """Return (list depth, heading or item text) of everything that markdown shows."""
    depth, found = 0, []
    tokens = MarkdownIt("commonmark").parse(markdown)
    for index, token in enumerate(tokens):
        depth += token.type == "list_item_open"
        depth -= token.type == "list_item_close"
        if token.type == "inline":
            kind = tokens[index - 1].tag
            found.append((depth, kind, visible_text(html(token.content))))
    return found


DEEP = """\
[categories.a]
[categories.a.b]
[categories.a.b.c]
[categories.a.b.c.d]
[categories.a.b.c.d.e]
"""


def test_the_form_of_the_seed(tmp_path):
    toml = DEEP + "[render]\nheading-bullets = 5\n"
    text = tree(tmp_path, toml, paper("x", "c") + paper("y", "c"))
    assert text.startswith(
        "### A\n\n#### B\n\n- ##### C\n  - Title x.\n  - Title y.\n\n  - ###### D\n    - **E**"
    )
    assert nesting(text) == [
        (0, "h3", "A"),
        (0, "h4", "B"),
        (1, "h5", "C"),
        (2, "p", "Title x."),
        (2, "p", "Title y."),
        (2, "h6", "D"),
        (3, "p", "E"),
    ]


@pytest.mark.parametrize("heading", range(1, 7))
@pytest.mark.parametrize("bullets", [None, 1, 3, 6])
@pytest.mark.parametrize("item", ["tag", "attributes", "block", "numbered"])
def test_every_level_and_style_parses_as_meant(tmp_path, heading, bullets, item):
    toml = DEEP + f'[render]\nheading = {heading}\nitem = "{item}"\n'
    toml += f"heading-bullets = {bullets}\n" if bullets else ""
    bib = "".join(paper(f"p{path[-1]}", path, "url = {https://e.org}, author = {Doe, J}")
                  for path in ("a", "a/b", "a/b/c", "a/b/c/d", "a/b/c/d/e"))  # fmt: skip
    found = nesting(tree(tmp_path, toml, bib))
    first = min(bullets or 7, 7)
    inside = 0
    for number, name in enumerate("ABCDE"):
        level = heading + number
        depth = next(depth for depth, _, text in found if text == name)
        kind = next(kind for _, kind, text in found if text == name)
        inside += level >= first
        assert depth == inside
        assert kind == (f"h{level}" if level <= 6 else "p")
        below = next(depth for depth, _, text in found if text.startswith(f"Title p{name.lower()}"))
        assert below == inside + (item != "block")
    assert not [text for _, _, text in found if text.startswith(("#", "-", "*"))]


def test_empty_categories_are_kept_or_hidden(tmp_path):
    toml = (
        '[categories.a]\n[categories.a.empty]\nempty = "hide"\n[categories.a.full]\nempty = "hide"\n'
        '[categories.b]\nempty = "hide"\n[categories.b.c]\n[categories.d]\n'
    )
    text = tree(tmp_path, toml, paper("x", "a/full"))
    assert re.findall(r"#+ (.*)", text) == ["A", "Full", "D"]


def test_intros_are_the_authors_markdown(tmp_path):
    toml = '[categories.a]\nintro = "Some *words*.\\n\\n- a\\n- b\\n"\n[categories.a.b]\nintro = "In a bullet"\n[render]\nheading-bullets = 4\n'
    text = tree(tmp_path, toml, paper("x", "a/b"))
    assert text == (
        "### A\n\nSome *words*.\n\n- a\n- b\n\n- #### B\n\n  In a bullet\n\n  - Title x."
    )


@pytest.mark.parametrize(
    ("intro", "message"),
    [
        ("```\nopen", "leaves a fence or a comment open"),
        ("<!-- open", "leaves a fence or a comment open"),
        ("<!-- bib2awesome:end papers -->", "speaks of region markers"),
    ],
)
def test_intros_end_where_they_end(tmp_path, intro, message):
    toml = f"[survey]\n[categories.a]\nintro = '''{intro}'''\n"
    with pytest.raises(InputError, match=message) as caught:
        outputs(make(tmp_path, toml=toml, bib=paper("x", "a")))
    assert str(caught.value.findings[0].place).startswith("categories.toml:3:")


@pytest.mark.parametrize("item", ["<!-- {{ title }}", "- {{ title }}\n```", "<pre>{{ title }}"])
def test_an_item_template_cannot_swallow_the_rest(tmp_path, item):
    toml = f"[categories.a]\nitem = '''{item}'''\n"
    with pytest.raises(InputError, match="leaves a fence or a comment open"):
        outputs(make(tmp_path, toml=toml, bib=paper("x", "a")))


def test_control_characters_of_the_authors_are_shown(tmp_path):
    toml = '[categories.a]\nintro = "a\\u202eb\\u001b"\nitem = "- {{ title }}\\u2066"\n'
    text = tree(tmp_path, toml, paper("x", "a"))
    assert text == "### A\n\na\\u202eb\\x1b\n\n- Title x\\u2066"


def test_papers_by_year(tmp_path):
    toml = '[categories.a]\ngroup = "year"\n'
    bib = (
        paper("x", "a", "year = 2020")
        + paper("y", "a")
        + paper("z", "a", "year = 2022")
        + paper("w", "a", "year = 2020")
    )
    text = tree(tmp_path, toml, bib)
    assert [found[2] for found in nesting(text)] == [
        "A", "2022", "[2022] Title z.", "2020", "[2020] Title x.", "[2020] Title w.", "Undated", "Title y.",
    ]  # fmt: skip
    flat = tree(tmp_path, toml, bib, name="papers headings=none")
    assert [found[2][-2] for found in nesting(flat)] == list("zxwy")
    bullets = tree(tmp_path, toml + "[render]\nheading-bullets = 3\n", bib)
    assert nesting(bullets)[:4] == [
        (1, "h3", "A"),
        (2, "h4", "2022"),
        (3, "p", "[2022] Title z."),
        (2, "h4", "2020"),
    ]


def test_hidden_categories_are_looked_up_once(tmp_path):
    toml = '[categories.a]\nempty = "hide"\n[categories.a.b]\n[categories.a.b.c]\n'
    assert tree(tmp_path, toml, paper("x", "c")) == "### A\n\n#### B\n\n##### C\n\n- Title x."
    assert tree(tmp_path, toml) == ""


def test_one_category_and_its_own_papers(tmp_path):
    bib = paper("x", "a") + paper("y", "a/b, a/c") + paper("z", "a/b")
    toml = "[categories.a]\n[categories.a.b]\n[categories.a.c]\n"
    assert tree(tmp_path, toml, bib, name="papers category=b") == "#### B\n\n- Title y.\n- Title z."
    own = "papers category=a headings=none depth=own"
    assert tree(tmp_path, toml, bib, name=own) == "- Title x."
    assert tree(tmp_path, toml, bib, name="papers category=a depth=own") == "### A\n\n- Title x."
    flat = tree(tmp_path, toml, bib, name="papers headings=none")
    assert flat == "- Title x.\n- Title y.\n- Title z."


def test_neighbours_of_different_form_stay_apart(tmp_path):
    toml = (
        '[categories.a]\nitem = "block"\n[categories.b]\n[categories.c]\nitem = "- {{ title }}"\n'
    )
    bib = paper("x", "a") + paper("y", "b") + paper("z", "c")
    flat = tree(tmp_path, toml, bib, name="papers headings=none")
    assert flat == "**Title x**\n\n- Title y.\n- Title z"
    mixed = '[categories.a]\nitem = "{% if year %}{{ title }}{% else %}- {{ title }}{% endif %}"\n'
    bib = paper("x", "a") + paper("y", "a", "year = 2020") + paper("z", "a")
    assert tree(tmp_path, mixed, bib) == "### A\n\n- Title x\n\nTitle y\n\n- Title z"


def test_bibtex_stands_in_the_item(tmp_path):
    toml = "[categories.a]\n[render]\nbibtex = true\nheading-bullets = 3\n"
    text = tree(
        tmp_path, toml, paper("x", "a", "remark = {private}, note = {a ``` b}") + paper("y", "a")
    )
    assert "private" not in text
    markup = html(text)
    assert markup.count("<li>") == 3
    assert markup.count('<code class="language-bibtex">@misc{') == 2
    assert markup.count("<details><summary>BibTeX</summary>") == 2
    numbered = tree(tmp_path, toml + 'item = "numbered"\n', paper("x", "a") + paper("y", "a"))
    assert html(numbered).count("<ol>") == 1
    assert "     ```bibtex\n" in numbered


def test_tables(tmp_path):
    toml = (
        '[categories.a]\ntitle = "A"\nlayout = "table"\n'
        'columns = [{ field = "open", title = "O|pen" }, { field = "what-else" }, { field = "venue" }]\n'
    )
    bib = (
        paper("x", "a", "open = {Yes}, what-else = {a | b}, url = {https://e.org/a|b}")
        + paper("y", "a", "open = {no}, shorttitle = {Y}, journal = {Nature}")
        + paper("z", "a", "open = {partial}, what-else = {}")
    )
    text = tree(tmp_path, toml, bib)
    assert text.startswith(
        "### A\n\n| | O\\|pen | What Else | Venue |\n| :--- | :---: | :---: | :--- |\n"
    )
    rows = re.findall(r"<tr>\s*(.*?)\s*</tr>", html(text), re.DOTALL)
    cells = [
        [visible_text(cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t", row)] for row in rows
    ]
    assert cells == [
        ["", "O|pen", "What Else", "Venue"],
        ["Title x [Paper]", "✅", "a | b", ""],
        ["Y", "❌", "", "Nature"],
        ["Title z", "🟡", "", ""],
    ]
    alone = tree(tmp_path, toml, bib, name="table category=a")
    assert alone == text.removeprefix("### A\n\n")


def test_a_table_without_columns(tmp_path):
    bib = paper(
        "x",
        "a/b, a",
        "year = 2020, journal = {Nature}, url = {https://e.org}, code = {https://c.org}",
    )
    text = tree(tmp_path, "[categories.a]\n[categories.a.b]\n", bib, name="table category=a")
    assert text.splitlines() == [
        "| Paper | Venue | Links |",
        "| :--- | :--- | :--- |",
        "| [Title x](https://e.org) | Nature 2020 | [[Code]](https://c.org) |",
    ]


def test_a_title_column_replaces_the_first(tmp_path):
    toml = '[categories.a]\ncolumns = [{ field = "title", title = "" }, { field = "year" }]\n'
    text = tree(tmp_path, toml, paper("x", "a", "year = 2020"), name="table category=a")
    assert text.splitlines() == ["| | Year |", "| :--- | :--- |", "| Title x | 2020 |"]


def test_a_column_of_short_titles_and_links(tmp_path):
    toml = (
        '[categories.a]\ncolumns = [{ field = "shorttitle" }, { field = "code" }, '
        '{ field = "link-demo" }]\n'
    )
    bib = paper("x", "a", "shorttitle = {X}, code = {https://c.org}, link-demo = {https://d.org}")
    text = tree(tmp_path, toml, bib + paper("y", "a", "code = {soon}"), name="table category=a")
    assert text.splitlines()[2:] == [
        "| X | [[Code]](https://c.org) | [[Demo]](https://d.org) |",
        "| Title y | soon | |",
    ]


def test_sort_orders_hold(tmp_path):
    toml = '[categories.a]\nsort = ["-date"]\n'
    bib = paper("x", "a", "year = 2020") + paper("y", "a", "year = 2021")
    assert tree(tmp_path, toml, bib) == "### A\n\n- **[2021]** Title y.\n- **[2020]** Title x."
