from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bib2awesome.errors import visible
from bib2awesome.render.markdown import Markdown, code_span, destination, escape, fence, plain
from tests.render.surveys import html, visible_text

NASTY = [
    "a | b * c ** _d_ __e__ `f` ``g`` [h] [i](j) ![k](l) <m> </n> <!-- o --> --> p",
    "<!-- bib2awesome:end papers -->",
    "{{ title }} {% raw %} {# comment #}",
    "$x$ costs $5 and $6, $$y$$",
    "javascript:alert(1) [x](javascript:alert) <javascript:x>",
    "http://example.org www.example.org someone@example.org ftp://x",
    "&amp; &copy; &#35; &#x23; R&D A&B; &",
    "\\ \\\\ \\* a\\",
    "~one~ ~~two~~ ~2x",
    "<script>alert('x')</script><b>bold</b><br>",
    "[ref] [ref][] [^1] [ ] [x]",
    "@user #123 owner/name#5 :smile:",
    "*", "_", "`", "#", "+", "-", ">", "=", "===", "---", "***", "___", "~~~", "```", "1.", "1)", "\\",
    "# heading", "###### deep", "> quote", "- bullet", "+ bullet", "* bullet", "1. one", "12) two",
    "C #", "C# ##", "title #", "a\n\nb\n---\n# c", "tab\there", "  padded  ",
    "--- a", "=a", "-->", "->", "+1", "#tag", "3D", "2024. A Year", "!", "Hello!", "!!", "a!",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize(
    "place",
    ["{}", "- {}", "- **{}** x", "*{}* x", "# {}", "- [{}](https://e.org) x", "a\n{}\nb", "x {} y"],
)
def test_text_comes_out_as_it_is(text, place):
    markup = html(place.format(escape(text)))
    frame = visible_text(html(place.format("Qq")))
    assert visible_text(markup) == " ".join(frame.replace("Qq", plain(text)).split())


@pytest.mark.parametrize("text", NASTY)
def test_text_is_one_cell_of_a_table(text):
    markup = html(f"| A | B |\n| :-- | :-- |\n| {escape(text)} | b |\n")
    assert markup.count("<td") == 2
    assert visible_text(markup) == " ".join(f"A B {plain(text)} b".split())


@given(
    st.text(alphabet=st.sampled_from("aA1 \\`*_{}[]()#+-.!|<>~$&;:/\"'@=\n\té̈©ﬁ٣_"), max_size=30)
)
@example("a_̈b_")
@example("_٣_")
def test_any_text_comes_out_as_it_is(text):
    shown = escape(text)
    assert "\n" not in shown
    markup = html(f"- {shown} ~")
    assert visible_text(markup) == " ".join(f"{plain(text)} ~".split())
    for tag in (
        "<em>",
        "<strong>",
        "<a ",
        "<img",
        "<h1",
        "<code",
        "<s>",
        "<hr",
        "<ol",
        "<blockquote",
    ):
        assert tag not in markup
    assert markup.count("<li>") == 1


@given(st.text(max_size=40))
def test_escaping_is_for_any_unicode(text):
    escape(text).encode("utf-8", "strict")
    assert visible_text(html(f"x {escape(text)}")).replace("�", "") == (
        " ".join(f"x {plain(text)}".split()).replace("�", "")
    )


@pytest.mark.parametrize(
    "title",
    [
        "Q-Diffusion: Quantizing Diffusion Models",
        "Denoising Diffusion Implicit Models",
        "What Is a snake_case_name in CI_CD?",
        'R&D: A & B (with C), D/E, 50% and {F}; "G" = H+I',
        "Δ-DiT: Ümläuts and 中文",
        "xDiT: an Inference Engine",
        "3D Paintbrush",
        "Attention Is Not Enough!",
    ],
)  # fmt: skip
def test_ordinary_titles_stay_plain(title):
    assert escape(title) == title


def test_finished_markdown_is_passed_on():
    assert escape(Markdown("**a**")) == "**a**"
    assert Markdown("**a**").__html__() == "**a**"


def test_controls_are_shown():
    assert plain("a\x1b[31mb\x00c\u202ed") == "a\\x1b[31mb\\x00c\\u202ed"
    assert "\x1b" not in escape("a\x1b[31m")
    assert plain("a\u2028b\x0bc\u00a0d\x85e") == "a b c d e"
    assert visible("x") == "x"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a_b*c~d", "https://example.org/a_b*c~d"),
        ("http://example.org/a(b)c", "http://example.org/a(b)c"),
        ("https://example.org/a(b", "https://example.org/a%28b"),
        ("https://example.org/a)b(", "https://example.org/a%29b%28"),
        ('https://example.org/a b|c"d<e>f\\g', "https://example.org/a%20b%7Cc%22d%3Ce%3Ef%5Cg"),
        ("https://example.org/?a=1&copy;=2&b=3", "https://example.org/?a=1&amp;copy;=2&b=3"),
        ("https://example.org/\u202eab\x01", "https://example.org/%E2%80%AEab%01"),
        ("https://example.org/é", "https://example.org/é"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        (" https://example.org", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_destinations_are_http_and_whole(url, expected):
    assert destination(url) == expected
    if expected:
        markup = html(f"| [x]({destination(url)}) |\n| --- |\n")
        assert markup.count("<a href") == 1
        assert "</a></th>" in markup


@given(st.text(max_size=20))
def test_any_url_makes_one_link(text):
    target = destination(f"https://example.org/{text}")
    markup = html(f"- [x]({target}) y")
    assert markup.count("<a ") == 1
    assert visible_text(markup) == "x y"


@pytest.mark.parametrize("text", ["a", "`", "a`b``c", "``", "`a`", "a|b", "|`*x*|", "a\\|b"])
@pytest.mark.parametrize("place", ["| {} |\n| --- |\n", "- {} x"])
def test_code_shows_its_text_in_lists_and_tables(text, place):
    assert f"<code>{text}</code>" in html(place.format(code_span(text)))


def test_no_text_is_no_code():
    assert code_span("") == ""


def test_fences_are_longer_than_what_is_inside():
    assert fence("a\n```\nb\n", "bibtex") == "````bibtex\na\n```\nb\n````"
    assert fence("a", "") == "```\na\n```"
