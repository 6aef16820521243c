from __future__ import annotations

import pytest

from bib2awesome.errors import InputError, Place
from bib2awesome.papers.paper import Link
from bib2awesome.render.items import VARIABLES, preset_names, presets
from bib2awesome.render.links import STYLES, LinkWriter, link_style, star_badge
from tests.render.surveys import BIB, TOML, html, make, outputs, region, rendered, visible_text


def items(tmp_path, *, bib=BIB, toml=TOML):
    """Return the lines of the list below the heading of category `a`."""
    return region(rendered(make(tmp_path, bib=bib, toml=toml))).removeprefix("### A\n\n")


def styled(style, text=TOML):
    return f"{text}item = '''{style}'''\n"


def shown(link, style="[[Paper]](u)", labels=None):
    return LinkWriter(link_style(style, None), labels or {}).show(link)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("[[Paper]](u)", "[[Code]](https://e.org)"),
        ("[[Paper](u)]", "[[Code](https://e.org)]"),
        ("[Paper](u)", "[Code](https://e.org)"),
        ("[[paper](u)]", "[[code](https://e.org)]"),
        (r"[\[Paper\]](u)", r"[\[Code\]](https://e.org)"),
        ("🔗 [Paper](u),", "🔗 [Code](https://e.org),"),
        ("badge", "[![Code](https://img.shields.io/badge/Code-blue)](https://e.org)"),
    ],
)
def test_link_styles(style, expected):
    assert shown(Link("code", "code", "https://e.org"), style) == expected
    assert '<a href="https://e.org"' in html(expected)


def test_every_documented_link_style_is_one():
    for style in STYLES:
        assert shown(Link("paper", "paper", "https://e.org/(a)"), style)


@pytest.mark.parametrize("style", ["Paper", "[Paper]", "(u)[Paper]", "<a>[Paper](u)", "[x](u)", "[a\nPaper](u)", "badges", "Paper(u)"])  # fmt: skip
def test_what_is_no_link_style_is_an_error(style):
    with pytest.raises(InputError, match="is no link style"):
        link_style(style, Place("categories.toml"))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("paper", "Paper"),
        ("code-2", "Code"),
        ("project-page", "Project Page"),
        ("pdf", "PDF"),
        ("github", "GitHub"),
        ("slides", "Folien"),
        ("slides-3", "Folien"),
        ("2", "2"),
        ("", "Link"),
        ("a|b", "A\\|b"),
    ],
)
def test_labels(label, expected):
    link = Link("link", label, "https://e.org")
    assert shown(link, labels={"slides": "Folien"}) == f"[[{expected}]](https://e.org)"


def test_labels_on_badges_are_percent_encoded():
    link = Link("link", "x", "https://e.org")
    assert "badge/a--b__c%2Fd-blue" in shown(link, "badge", {"x": "a-b_c/d"})


def test_unsafe_links_are_left_out(tmp_path):
    assert shown(Link("code", "code", "javascript:x")) == ""
    bib = (
        "@misc{a, title = {T}, url = {javascript:alert(1)}, code = {file:///etc}, category = {a}}\n"
    )
    assert items(tmp_path, bib=bib) == "- T."


def test_one_link_of_each_url(tmp_path):
    bib = (
        "@misc{a, title = {T}, url = {https://github.com/o/r}, code = {https://github.com/o/r},"
        " link-page = {https://e.org}, link-demo = {https://e.org}, category = {a}}\n"
    )
    assert (
        items(tmp_path, bib=bib) == "- T. [[Code]](https://github.com/o/r) [[Page]](https://e.org)"
    )


def test_stars(tmp_path):
    badge = "![GitHub stars](https://img.shields.io/github/stars/o/x?style=social)"
    assert items(tmp_path, toml=TOML + "[render]\nstars = true\n").endswith(
        f"[[Code]](https://github.com/o/x) {badge}"
    )
    assert star_badge("https://gitlab.com/o/x") == ""
    assert star_badge("https://github.com/o/x?doi=10.1000/182").startswith("![GitHub stars]")
    assert items(tmp_path, toml=styled("- {{ stars }}")) == f"- {badge}"


def test_every_variable_has_help_and_a_value(tmp_path):
    names = [name for name, variable in VARIABLES.items() if variable.type is str]
    text = items(
        tmp_path, toml=styled("- " + " ".join(f"{name}={{{{ {name} }}}};" for name in names))
    )
    for name in names:
        assert f"{name}=" in text
        assert VARIABLES[name].help
    assert "title=A Title; stop=.; linked_title=[A Title](https://example.org/x);" in text
    assert "authors=Jane Doe and Richard Roe; authors_stop=.;" in text
    assert "tag=ICLR 2021; venue=ICLR; venue_name=International Conference on Learning" in text
    assert "year=2021; month=; date=2021;" in text
    assert "more_links=[[Code]](https://github.com/o/x); url=https://example.org/x;" in text
    assert "key=x2021; type=inproceedings; category=A; number=1;" in text


def test_variables_for_loops(tmp_path):
    source = (
        "- {% for name in author_list %}{{ name }}; {% endfor %}"
        "{% for link in link_list %}{{ link.kind }} {{ link.label }} {{ link.url }} {{ link.markdown }}; {% endfor %}"
        '{{ field.booktitle|lower }} {{ field["code"] }} {{ field.nothing }}.'
    )
    assert items(tmp_path, toml=styled(source)) == (
        "- Jane Doe; Richard Roe; paper Paper https://example.org/x [[Paper]](https://example.org/x); "
        "code Code https://github.com/o/x [[Code]](https://github.com/o/x); "
        r"international conference on learning representations https\://github.com/o/x ."
    )


def test_a_template_may_stand_in_a_file(tmp_path):
    (tmp_path / "mine.md.j2").write_text("* {{ title }} ({{ year }})\n")
    assert items(tmp_path, toml=TOML + 'item = "mine.md.j2"\n') == "* A Title (2021)"


def test_presets_are_described_and_sorted():
    assert [preset.name for preset in presets()] == sorted(preset_names())
    assert "tag" in preset_names()
    for preset in presets():
        assert preset.help
        assert "{#" not in preset.source


RICH = BIB.replace("  category", "  shorttitle = {AT}, tldr = {Short!},\n  category")


@pytest.mark.parametrize("name", preset_names())
def test_presets_parse_as_one_item_with_its_links(tmp_path, name):
    toml = TOML + f'item = "{name}"\n'
    markup = html(items(tmp_path, bib=RICH, toml=toml))
    text = visible_text(markup)
    assert "A Title" in text
    assert "**" not in text
    assert "](" not in text
    container = "<p>" if name in {"block", "paragraph"} else "<li>"
    assert container in markup
    if name != "plain":
        assert 'href="https://example.org/x"' in markup
        assert 'href="https://github.com/o/x"' in markup
    if name not in {"linked", "named", "venue-link"}:
        assert "ICLR" in text


@pytest.mark.parametrize("name", preset_names())
def test_presets_show_what_is_there(tmp_path, name):
    bib = "@misc{a, title = {Only a Title}, category = {a}}\n"
    text = items(tmp_path, bib=bib, toml=TOML + f'item = "{name}"\n')
    markup = html(text)
    assert text.strip('- *1."\\') == "Only a Title"
    assert visible_text(markup).strip('."') == "Only a Title"


@pytest.mark.parametrize("name", preset_names())
def test_presets_show_the_key_of_a_paper_without_a_title(tmp_path, name):
    bib = "@misc{some_key, category = {a}}\n@misc{b, title = {Other}, category = {a}}\n"
    toml = f'{TOML}[render]\nitem = "{name}"\n'
    shown = visible_text(html(region(rendered(make(tmp_path, bib=bib, toml=toml)))))
    assert "some_key" in shown
    assert "*" not in shown


@pytest.mark.parametrize("name", preset_names())
def test_presets_keep_hostile_titles_as_text(tmp_path, name):
    title = r"* | [a](b) \_x\_ <i>!"
    bib = f"@misc{{a, title = {{{title}}}, url = {{https://e.org/a}}, category = {{a}}}}\n"
    markup = html(items(tmp_path, bib=bib, toml=TOML + f'item = "{name}"\n'))
    assert "* | [a](b) _x_ <i>!" in visible_text(markup)
    assert markup.count("<a ") == (name != "plain")
    assert "<img" not in markup


@pytest.mark.parametrize(
    ("item", "message", "hint"),
    [
        ("tga", "unknown item style `tga`", "did you mean `tag`?"),
        ("no/such.md.j2", "there is no template `no/such.md.j2`", "relative to the survey"),
        ("../out.md.j2", "", ""),
        ("{{ titel }}", "unknown variable `titel`", "did you mean `title`"),
    ],
)
def test_wrong_item_styles_are_errors_with_their_place(tmp_path, item, message, hint):
    folder = make(tmp_path, toml=TOML + f'item = "{item}"\n')
    with pytest.raises(InputError) as caught:
        outputs(folder)
    [finding] = caught.value.findings
    assert message in finding.message
    assert hint in (finding.hint or "")
    assert finding.place.line == 5


def test_a_template_file_has_to_be_utf8(tmp_path):
    (tmp_path / "mine.j2").write_bytes(b"x\n\xff")
    with pytest.raises(InputError, match="not UTF-8") as caught:
        outputs(make(tmp_path, toml=TOML + 'item = "mine.j2"\n'))
    assert str(caught.value.findings[0].place) == "mine.j2:2"


def test_all_wrong_styles_are_told_where_they_are_written(tmp_path):
    toml = (
        '[survey]\n[render]\nitem = "nope"\n[categories.a]\nlinks = "x"\n'
        '[categories.a.b]\n[categories.c]\nitem = "{{ x }}"\n[categories.c.d]\nlinks = "y"\n'
    )
    with pytest.raises(InputError) as caught:
        outputs(make(tmp_path, toml=toml))
    assert sorted((one.place.line, one.message) for one in caught.value.findings) == [
        (3, "unknown item style `nope`"),
        (5, "`x` is no link style"),
        (8, "line 1 of the template: unknown variable `x`"),
        (10, "`y` is no link style"),
    ]
