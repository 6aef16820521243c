from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.papers.urls import plain_tex, safe_url


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.b/c?d=e&f#g", "https://a.b/c?d=e&f#g"),
        ("http://a.b", "http://a.b"),
        ("HTTP://a.b/C", "http://a.b/C"),
        ("  https://a.b/c \n", "https://a.b/c"),
        (r"https://a.b/c\_d\%20e\&f\#g", "https://a.b/c_d%20e&f#g"),
        (r"https://a.b/\~{}x/{\_}y/$\sim$z/{\textasciitilde}u", "https://a.b/~x/_y/~z/~u"),
        (r"https://a.b/\textunderscore{}x\-y", "https://a.b/_xy"),
        (r"\url{https://a.b/x}", "https://a.b/x"),
        (r"\href{https://a.b/x}{text}", "https://a.b/x"),
        ("<https://a.b/x>", "https://a.b/x"),
        ("{https://a.b/x}", "https://a.b/x"),
        ("www.x.org/a b", "https://www.x.org/a%20b"),
        ("github.com/a/b", "https://github.com/a/b"),
        ("//a.b/c", "https://a.b/c"),
        ("https://a.b/long\n    path", "https://a.b/longpath"),
        ("https://a.b/x" + " " * 100_000 + "\ny", "https://a.b/xy"),
        ("https://a.b/[x](y", "https://a.b/%5Bx%5D%28y"),
        ("https://a.b/x(y)z)", "https://a.b/x(y)z%29"),
        ("https://a.b/{x}|\"`", "https://a.b/%7Bx%7D%7C%22%60"),
        ("https://a.b/-->", "https://a.b/--%3E"),
        ("https://a.b/%zz", "https://a.b/%25zz"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://a.b/\u200bx\ufeff", "https://a.b/x"),
        ("https://a.b:8080/x", "https://a.b:8080/x"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)//https://a.b", None),
        ("data:text/html,<script>", None),
        ("file:///etc/passwd", None),
        ("ftp://a.b/c", None),
        ("https:/a.b", None),
        ("https://", None),
        ("https://user:secret@a.b/", None),
        (r"https://a.b\@evil.example", None),
        ("https://a b.example/", None),
        ("https://[::1]/", None),
        ("https://" + "ü" * 70 + "/", None),
        ("\x01https://a.b", None),
        ("https://a.b/\x1b[31m", None),
        ("file.txt", None),
        ("just words", None),
        ("arXiv:2407.03297", None),
        ("", None),
    ],
)  # fmt: skip
def test_only_clean_http_links_come_out(text, expected):
    assert safe_url(text) == expected


@given(st.text() | st.text().map("https://a.b/{}".format))
def test_what_comes_out_can_end_nothing_and_is_stable(text):
    url = safe_url(text)
    if url is not None:
        assert re.match(r"https?://[A-Za-z0-9]", url)
        assert not set(url) & set('"<>\\^`{|}[] \n\r\t')
        assert url.isascii()
        assert url.count("(") == url.count(")")
        assert safe_url(url) == url


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("plain", "plain"),
        (r"a\_b{\_}c\%", "a_b_c%"),
        (r"\unknown{x}", r"\unknown{x}"),
        ("a$<$b$>$c", "a<b>c"),
        (r"{\textless}x{\textgreater}", "<x>"),
        (r"{\_x}", "{_x}"),
        (r"\_}", "_}"),
    ],
)
def test_tex_escapes_of_identifiers_are_undone(tex, expected):
    assert plain_tex(tex) == expected
